"""Dates and places of events: claim and records in, verdict and rule out."""

from __future__ import annotations

from datetime import date

import pytest
from tests.by_hand import PUBLISHED, claim, event, filler, judged, known, outcome, place

SERIES = "NATO summit"
INDEX = known(
    place("Lithuania", kind="country", capital="vilnius"),
    place("Latvia", kind="country", capital="riga"),
    place("Vilnius", "lithuania"),
    place("Riga", "latvia"),
    event("2022 NATO summit", "2022-06-28", "2022-06-30", ("Madrid",), series=SERIES),
    event("2023 NATO summit", "2023-07-11", "2023-07-12", ("vilnius", "lithuania"), series=SERIES),
    event("Placeless", "2023-07-11"),
)
SUPPORTED, OPEN = ("supported", None), ("unverified", None)
DATE, PLACE = ("contradicted", "date-mismatch"), ("contradicted", "place-mismatch")
SUMMIT = "@nato-summit"


@pytest.mark.parametrize(
    ("subject", "when", "more", "expected"),
    [
        (SUMMIT, "2023-07-11..2023-07-12", {}, SUPPORTED),
        (SUMMIT, "2023-07", {}, SUPPORTED),
        (SUMMIT, "2023-07-13", {}, DATE),
        (SUMMIT, "2023-07-12..2023-07-13", {}, DATE),
        (SUMMIT, "2023-06", {}, DATE),
        (SUMMIT, "2019-06", {}, OPEN),
        ("@2023-nato-summit", "2019-06", {}, DATE),
        # what is expected of an event takes its date for granted
        (SUMMIT, "2023-07-13", {"modality": "predicted"}, DATE),
        (SUMMIT, "2023-07-13", {"modality": "opinion"}, DATE),
        (SUMMIT, "2023-07-13", {"modality": "hypothetical"}, OPEN),
        (SUMMIT, "2023-07-13", {"modality": "questioned"}, OPEN),
        (SUMMIT, "2023-07-13", {"negated": True}, OPEN),
        ("the summit", "2023-07-13", {}, OPEN),
    ],
)
def test_date(subject: str, when: str, more: dict[str, object], expected: tuple[str, str | None]) -> None:
    more = {"predicate": "take place", **more}
    assert outcome(claim("date", subject=subject, when=when, **more), INDEX) == expected


@pytest.mark.parametrize(
    ("subject", "where", "more", "expected"),
    [
        (SUMMIT, "@vilnius", {}, SUPPORTED),
        (SUMMIT, "@lithuania", {}, SUPPORTED),
        (SUMMIT, "@riga", {}, PLACE),
        (SUMMIT, "@riga", {"past": True}, OPEN),
        (SUMMIT, "@riga", {"when": "2023"}, PLACE),
        (SUMMIT, "@riga", {"when": "2022"}, OPEN),  # Madrid is no record: what lies in it can't be told
        (SUMMIT, "@riga", {"modality": "predicted"}, PLACE),
        (SUMMIT, "@riga", {"negated": True}, OPEN),
        (SUMMIT, "the hall", {}, OPEN),
        ("@placeless", "@riga", {}, OPEN),
        (filler("the summit", "nato-summit", surmised=True), "@riga", {}, OPEN),
        (filler("the summit", "nato-summit", surmised=True), "@riga", {"when": "2023"}, PLACE),
    ],
)
def test_venue(subject: str, where: str, more: dict[str, object], expected: tuple[str, str | None]) -> None:
    more = {"predicate": "take place", **more}
    assert outcome(claim("venue", subject=subject, place=where, **more), INDEX) == expected


@pytest.mark.parametrize(
    ("published", "message"),
    [
        (PUBLISHED, "2023 NATO summit is dated 11 to 12 July 2023, not 13 July 2023."),
        (date(2023, 9, 1), "2023 NATO summit was held on 11 to 12 July 2023, not 13 July 2023."),
        (None, "2023 NATO summit was held on 11 to 12 July 2023, not 13 July 2023."),
    ],
)
def test_the_message_tells_the_date(published: date | None, message: str) -> None:
    found = judged(claim("date", subject=SUMMIT, when="2023-07-13", predicate="take place"), INDEX, published)
    assert (found.message, found.suggestion) == (message, "11 to 12 July 2023")


def test_the_message_tells_the_place() -> None:
    found = judged(claim("venue", subject=SUMMIT, place="@riga", predicate="take place", speaker="Ann"), INDEX)
    assert found.message == "2023 NATO summit took place in Vilnius, Lithuania, not riga (said by Ann)."
    assert found.suggestion == "Vilnius, Lithuania"
