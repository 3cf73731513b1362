"""A report made by hand: what the reporters are given, without any reading or judging."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from opedcheck.model import (
    Article,
    ArticleReport,
    Claim,
    Evidence,
    Filler,
    Finding,
    Judged,
    Name,
    Period,
    Quantity,
    Reading,
    ReferencesInfo,
    Report,
    Sentence,
    SlotComparison,
    Source,
    Time,
)
from opedcheck.readers import plaintext
from opedcheck.readers.source import Given

TEXT = (
    "Aid [sic] grows :smile:\r\n\r\n"
    "As of March 2023, Japan 🇯🇵 had pledged $7.1 million in aid to Ukraine. NATO is big.\r\n"
)
DAY = Period(date(2023, 3, 21), date(2023, 3, 21))
SOURCE = Source(publisher="Ministry", title="Aid", url="https://a.example/x", published=DAY)


def article(text: str = TEXT, path: str | None = "in/a.txt") -> Article:
    (found,) = plaintext.read(text.encode(), Given("a", path, path or "<stdin>"))
    assert isinstance(found, Article)
    return found


@pytest.fixture
def report() -> Report:
    one = article()
    text = one.text
    at = text.index("$7.1 million")
    end = at + len("$7.1 million")
    begin = text.index("As of")
    stop = text.index("NATO") - 1
    quantity = Quantity(
        start=at, end=end, text="$7.1 million", low=Decimal("7.1E+6"), high=Decimal(7100000), unit="USD"
    )
    when = Period(date(2023, 3, 1), date(2023, 3, 31))
    time = Time(
        start=begin + 6,
        end=begin + 16,
        text="March 2023",
        type="DATE",
        value="2023-03",
        first=when.first,
        last=when.last,
    )
    japan = text.index("Japan")
    claim = Claim(
        id="c1",
        family="measure",
        kind="amount",
        start=at,
        end=end,
        text="$7.1 million",
        sentence_start=begin,
        sentence_end=stop,
        subject=Filler(text="Japan", start=japan, end=japan + 5, head="Japan", entity="japan"),
        predicate="pledge",
        object=Filler(text="aid", start=0, end=3, head="aid"),
        quantity=quantity,
        when=when,
        checkworthiness=0.934567,
    )
    other = Claim(
        id="c2",
        family="profile",
        kind="organisation",
        start=stop + 1,
        end=stop + 5,
        text="NATO",
        sentence_start=stop + 1,
        sentence_end=len(text) - 1,
        name="NATO",
    )
    evidence = Evidence(
        reference="japan-aid",
        score=0.94123,
        outcome="differs",
        detail="the amount differs",
        statement="As of March 2023, Japan had pledged $7.1 billion in aid to Ukraine.",
        sources=(SOURCE,),
        slots=(
            SlotComparison("subject", "agrees", "Japan", "Japan"),
            SlotComparison("value", "differs", "$7.1 million", "$7.1 billion"),
        ),
    )
    finding = Finding(
        rule="amount-mismatch",
        severity="error",
        message="Japan had pledged $7.1 billion, not $7.1 million",
        start=at,
        end=end,
        quote="$7.1 million",
        claim="c1",
        references=("japan-aid",),
        suggestion="$7.1 billion",
        evidence=(evidence,),
        fingerprint="f" * 64,
    )
    reading = Reading(
        quantities=(quantity,),
        times=(time,),
        names=(Name(start=stop + 1, end=stop + 5, text="NATO", kind="organisation", entity="nato"),),
        sentences=(
            Sentence(start=0, end=begin - 2),
            Sentence(start=begin, end=stop, checkworthiness=0.9),
            Sentence(start=stop + 1, end=len(text) - 1, checkworthiness=0.95),
        ),
        claims=(claim, other),
    )
    judged = (
        Judged(claim=claim, verdict="contradicted", reason="the reference has $7.1 billion", evidence=(evidence,)),
        Judged(claim=other, verdict="unverified", reason="nothing comparable"),
    )
    return Report(
        version="0.1.0",
        model="en_core_web_sm 3.8.0",
        references=ReferencesInfo(paths=("claims",), count=212, digest="sha256:0"),
        articles=(ArticleReport(article=one, reading=reading, judged=judged, findings=(finding,)),),
    )
