"""Unknown names beside an office: whose they must be, and when nobody can tell."""

from __future__ import annotations

import msgspec
import pytest
from tests.by_hand import known, office, outcome, person, place

from opedcheck.model import Claim, Name, Reading, Sentence

PRESIDENT = "President of arland"
INDEX = known(
    *(place(name, kind="country") for name in ("Arland", "Borland")),
    person("Karel Novak", f"{PRESIDENT} 1960-01-01..1990-01-01"),
    person("Pavel Dvorak", f"{PRESIDENT} 1990-01-01..2010-01-01"),
    person("Irena Svoboda", f"{PRESIDENT} 2010-01-01..2020-01-01"),
    person("Joseph Kral", f"{PRESIDENT} 2020-01-01.."),
    person("Jana Brown", "Vice President of arland 2020-01-01.."),
    person("Vera Cerna", "Secretary of State of arland 2015-01-01..2019-01-01"),
    person("Petr Stary", "Secretary of State of arland 1990-01-01..1994-01-01"),
    person("Boris Horak", "President of borland 2015-01-01.."),
    person("Ota Ruzek", "Mayor of springfield 2015-01-01.."),
    person("Joseph Maly", "Mayor of springfield 2010-01-01..2015-01-01"),
)
NAME, OPEN = ("contradicted", "name-mismatch"), ("unverified", None)
OFFICE = ("contradicted", "office-mismatch")
DOUBT = ("unverified", "doubtful-name")  # a given name of another country's
WARNED = ("unverified", "doubtful-office")


def titled(name: str, title: str, of: str | None = None, entity: str | None = None, **more: object) -> Claim:
    """ "TITLE NAME": the title stands before the name, as a part of it."""
    made = office(name, title, of, entity, **more)
    assert made.subject is not None
    start = len(title) + 1
    subject = msgspec.structs.replace(made.subject, start=start, end=start + len(name))
    return msgspec.structs.replace(made, subject=subject, end=start + len(name))


@pytest.mark.parametrize(
    ("name", "title", "more", "expected"),
    [
        # the surname of a holder, of whatever time, where all holders are known
        ("Boris Kral", "President", {}, NAME),
        ("Boris Kral", "President", {"past": True}, NAME),
        ("Boris Kral", "President", {"modality": "hypothetical"}, NAME),
        ("Boris Kral", "President", {"quoted": True}, NAME),
        ("Boris Dvorak", "President", {"status": "former"}, NAME),
        ("Boris Kral", "president", {"past": True}, DOUBT),
        ("Petr Kral", "president", {"past": True}, OPEN),
        # the bearer's own short form, initial, middle name
        ("Joe Kral", "President", {"past": True}, ("supported", None)),
        ("J. Kral", "President", {"past": True}, ("supported", None)),
        ("Joseph Jan Kral", "President", {"past": True}, ("supported", None)),
        # holders of earlier decades are not known: a namesake may have been one
        ("Karel Horak", "President", {"past": True}, DOUBT),
        ("Otto Horak", "President", {"past": True}, OPEN),
        ("Karel Horak", "President", {"status": "former"}, DOUBT),
        ("Karel Horak", "President", {}, NAME),
        # a common surname, and nobody of it in office
        ("Karel Brown", "Vice President", {}, NAME),
        # below the head: while it is remembered who it was
        ("Boris Cerna", "Secretary of State", {"past": True}, NAME),
        ("Boris Stary", "Secretary of State", {"past": True}, OPEN),
        # offices of which there are many
        ("Karel Ruzek", "Mayor", {"past": True}, OPEN),
        ("Boris Kral", "King", {}, OPEN),
        ("Boris Kral", "Senator", {}, OPEN),
    ],
)
def test_the_surname_of_a_holder(name: str, title: str, more: dict[str, object], expected: tuple[str, str]) -> None:
    assert outcome(titled(name, title, **more), INDEX) == expected


@pytest.mark.parametrize(
    ("name", "also", "text", "expected"),
    [
        ("Joseph Horak", "joseph-kral", "Joseph Horak spoke.", NAME),  # of two presidents
        ("Joseph Horak", "boris-horak", "Joseph Horak spoke.", DOUBT),
        ("Joseph Ruzek", "joseph-kral", "Joseph Ruzek spoke.", NAME),
        ("Joseph Ruzek", "irena-svoboda", "Joseph Ruzek spoke.", OPEN),
        ("Joseph Ruzek", "joseph-kral", "Joseph Ruzek spoke. Ruzek left.", OPEN),
        ("Joseph Unknown", "joseph-kral", "Joseph Unknown spoke.", OPEN),
        ("Irena Ruzek", "irena-svoboda", "Irena Ruzek spoke.", NAME),
        ("Irena Ruzek", "joseph-kral", "Irena Ruzek spoke.", NAME),  # nobody else is called Irena
    ],
)
def test_the_given_name_of_a_holder(name: str, also: str, text: str, expected: tuple[str, str]) -> None:
    """Only with a known surname that stands nowhere else, beside the holder or where the given name is rare."""
    elsewhere = Name(start=0, end=1, text="K", kind="person", entity=also)
    claim = titled(name, "President", past=True)
    assert outcome(claim, INDEX, text=text, reading=Reading(names=(elsewhere,))) == expected


def test_the_given_name_of_a_secretary_named_elsewhere_is_doubted() -> None:
    elsewhere = Name(start=900, end=901, text="K", kind="person", entity="vera-cerna")
    index = known(*INDEX.records.values(), person("Vera Zimova", "Secretary of State of borland 1990-01-01.."))
    claim = titled("Vera Horak", "Secretary of State", past=True, when="2018")
    for names, expected in (((elsewhere,), DOUBT), ((), OPEN)):
        assert (
            outcome(claim, index, text="Secretary of State Vera Horak spoke.", reading=Reading(names=names)) == expected
        )


@pytest.mark.parametrize(
    ("name", "title", "of", "expected"),
    [
        # others of the title belong to states and firms: a given name tells nothing
        ("Ota Blazek", "Governor", None, OPEN),
        ("Ota Blazek", "Governor", "springfield", NAME),
        # the Arabic article is written in many ways
        ("al-Amin", "President", "dorland", OPEN),
        ("el-Amin", "President", "dorland", ("supported", None)),
        ("al-Amun", "President", "dorland", NAME),
        # the surname first
        ("Hu Dajia", "President", "easton", NAME),
        ("Gong Daiyu", "President", "easton", OPEN),
        ("Gong Dajia", "President", "easton", OPEN),
    ],
)
def test_what_else_a_name_shares_with_the_holders(
    name: str, title: str, of: str | None, expected: tuple[str, str]
) -> None:
    index = known(
        *(place(name, kind="country") for name in ("Dorland", "Easton", "Springfield")),
        person("Ota Ruzek", "Governor of springfield 2015-01-01.."),
        person("Omar el-Amin", "President of dorland 1960-01-01..", surname="el-Amin"),
        person("Hu Daiyu", "President of easton 1960-01-01..", surname="Hu"),
    )
    past = title == "President" and " " in name
    assert outcome(titled(name, title, of, past=past), index) == expected


OTHERS = known(
    *INDEX.records.values(),
    *(place(name, kind="country") for name in ("Corland", "China")),
    person("Joseph Moser", "President of corland 2018-01-01.."),
    person("Irena Moser", "President of corland 2015-01-01..2018-01-01"),
    person("Mira Vanloo", "Prime Minister of corland 2010-01-01.."),
    person("Radim Kohout", "President of corland 1994-01-01..1999-01-01"),
    person("Song Ping", "Foreign Minister of china 1990-01-01..1994-01-01", surname="Song"),
)


@pytest.mark.parametrize(
    ("name", "of", "also", "expected"),
    [
        # the given name of the one head of now of a land that the article names, with another known surname
        ("Joseph Vanloo", None, "arland", DOUBT),
        ("Joseph Vanloo", None, "borland", OPEN),
        ("Joseph Vanloo", None, "corland", OPEN),  # of which not all heads are known
        ("Irena Vanloo", None, "corland", OPEN),  # no head any more
        ("Joseph Brown", None, "arland", OPEN),  # a common surname
        ("Joseph Unheard", None, "arland", OPEN),
        # of the very head who is told, though not all heads of the land are known
        ("Radim Horak", "corland", "arland", DOUBT),
        ("Radim Vanloo", "corland", "arland", OPEN),  # a surname of that land
        ("Radim Teller", "corland", "arland", OPEN),  # nobody's surname
    ],
)
def test_the_given_name_of_a_head_is_doubted(name: str, of: str | None, also: str, expected: tuple[str, str]) -> None:
    elsewhere = Name(start=900, end=901, text="K", kind="place", entity=also)
    claim = titled(name, "President", of, past=True)
    assert outcome(claim, OTHERS, text=f"President {name} spoke.", reading=Reading(names=(elsewhere,))) == expected


@pytest.mark.parametrize(
    ("name", "title", "more", "expected"),
    [
        # a head of one sort is called the other sort, which the land never had
        ("Joseph Kral", "Prime Minister", {}, OFFICE),
        ("Joseph Kral", "Prime Minister", {"status": "former"}, OFFICE),
        ("Joseph Kral", "Prime Minister", {"modality": "predicted"}, OFFICE),
        ("Vera Cerna", "Prime Minister", {"status": "former"}, OFFICE),
        ("Vera Cerna", "Chancellor", {"status": "former"}, OPEN),  # schools have chancellors
        ("Boris Horak", "Prime Minister", {"status": "former"}, OPEN),  # not all heads are known
        ("Boris Horak", "Prime Minister", {}, OFFICE),
        # a crown given in mockery; another office of the same land
        ("Joseph Kral", "King", {}, OPEN),
        ("Joseph Kral", "Vice President", {}, OFFICE),
        ("Jana Brown", "President", {}, OFFICE),
        ("Jana Brown", "President", {"modality": "predicted"}, OPEN),
        ("Joseph Kral", "Mayor", {}, WARNED),
        ("Joseph Kral", "Mayor", {"past": True}, OPEN),
        ("Joseph Kral", "Mayor", {"of": "springfield"}, OPEN),
        ("Jana Brown", "Mayor", {}, OPEN),
        # in a quotation it may be a jest
        ("Joseph Kral", "Prime Minister", {"quoted": True}, WARNED),
        # a president is no minister; who heads a government may be one
        ("Joseph Kral", "Finance Minister", {}, WARNED),
        ("Joseph Kral", "Finance Minister", {"past": True}, OPEN),
        ("Joseph Kral", "Finance Minister", {"of": "borland"}, OPEN),
        ("Joseph Kral", "finance minister", {}, OPEN),
        ("Jana Brown", "Finance Minister", {}, OPEN),
    ],
)
def test_the_office_of_a_known_head(name: str, title: str, more: dict[str, object], expected: tuple[str, str]) -> None:
    made = titled(name, title, entity=name.lower().replace(" ", "-"), **more)
    assert outcome(made, INDEX) == expected


def test_a_bare_rare_surname_with_another_heads_title_is_the_heads() -> None:
    assert outcome(titled("Kral", "Prime Minister"), INDEX) == OFFICE
    assert outcome(titled("Cerna", "Prime Minister"), INDEX) == OPEN
    assert outcome(titled("Kral", "Finance Minister"), INDEX) == WARNED
    assert outcome(titled("Dvorak", "Finance Minister"), INDEX) == OPEN
    index = known(*INDEX.records.values(), person("Otto Blum", "Finance Minister of arland 2020-01-01.."))
    assert outcome(titled("Kral", "Finance Minister"), index) == WARNED  # may be a relative
    assert outcome(titled("Joseph Kral", "Finance Minister", entity="joseph-kral"), index) == OFFICE


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        ("President Ada Ohler signed it.", {"past": True}, ("unverified", "doubtful-office")),
        ("President Ada Ohler signs it.", {}, ("unverified", "doubtful-office")),
        ("President Ada Ohler signed it.", {"quoted": True}, OPEN),
        ("President Ada Ohler signs it.", {"modality": "predicted"}, OPEN),
        ("President Ada Ohler signs it.", {"of": "arland"}, OFFICE),
        ("Former President Ada Ohler signed it.", {"status": "former"}, ("unverified", "doubtful-office")),
        ("Imagine it. Former President Ada Ohler signed it.", {"status": "former"}, OPEN),
        ("The former President Ada Ohler is a candidate.", {"status": "former"}, WARNED),
        ("The bank's former President Bea Ormond left.", {"status": "former"}, OPEN),
        ("The former President Bea Ormond left.", {"status": "former"}, WARNED),
        ("Imagine it. President Ada Ohler signs it.", {}, OPEN),
        ("The prospect of President Ada Ohler frightened them.", {"past": True}, OPEN),
        ("They vote for President Ada Ohler.", {}, OPEN),
        ("In the film, President Ada Ohler signs it.", {}, OPEN),
    ],
)
def test_a_lawmaker_called_head_of_state(text: str, more: dict[str, object], expected: tuple[str, str]) -> None:
    index = known(
        place("Arland", kind="country"),
        place("Ohmark", within="arland", kind="state"),
        person("Joseph Kral", "President of arland 1960-01-01.."),
        person("Ada Ohler", "Senator of ohmark 2015-01-01.."),
        person("Bea Ormond", "Foreign Minister of arland 2001-01-01..2005-01-01"),
    )
    name = "Bea Ormond" if "Bea" in text else "Ada Ohler"
    made = titled(name, "President", entity=name.lower().replace(" ", "-"), **more)  # type: ignore[arg-type]
    start = text.index("President")
    assert made.subject is not None
    subject = msgspec.structs.replace(made.subject, start=start + 10, end=start + 19)
    made = msgspec.structs.replace(made, start=start, end=start + 19, subject=subject)
    ends = [at + 1 for at, sign in enumerate(text) if sign == "."]
    sentences = tuple(Sentence(start=a, end=b, checkworthiness=0) for a, b in zip([0, *ends], ends, strict=False))
    assert outcome(made, index, text=text, reading=Reading(sentences=sentences)) == expected
