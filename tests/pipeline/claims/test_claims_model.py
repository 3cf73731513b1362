"""Sentences as the real model reads them: one line each, of every kind of claim."""

from __future__ import annotations

from datetime import date

import pytest

from opedcheck.checker import Checker
from opedcheck.model import Claim, Filler, Period, Quantity
from opedcheck.readers import from_text

pytestmark = pytest.mark.model
PUBLISHED = date(2023, 7, 10)
MISS = pytest.mark.xfail(strict=True)


def claims(checker: Checker, sentence: str) -> list[Claim]:
    return list(checker.read(from_text(sentence, date=PUBLISHED)).claims)


def plain(value: object) -> object:
    """A slot as the tables write it: an entity or words, a figure with its unit, a time as ISO 8601."""
    match value:
        case Filler():
            return value.entity or value.text
        case Quantity():
            return f"{value.low} {value.unit}"
        case Period():
            return str(value)
        case _:
            return value


def slots(claim: Claim, asked: str) -> str:
    """The slots that `asked` names, written as it writes them."""
    names = [pair.partition(": ")[0] for pair in asked.split(", ")]
    return ", ".join(f"{name}: {plain(getattr(claim, name))}" for name in names)


@pytest.mark.parametrize(
    ("sentence", "kind", "asked"),
    [
        # amounts, counts, percentages, durations, with what they measure
        (
            "As of March 2023, Japan had pledged $7.1 billion in aid to Ukraine.", "measure amount",
            "subject: japan, predicate: pledge, object: aid, quantity: 7100000000 USD, when: 2023-03-01/2023-03-31",
        ),
        ("As of March 2023, Japan had pledged aid of $7.1 billion.", "measure amount", "as_of: True"),
        ("France spent about €2 billion on the tanks.", "measure amount", "subject: france, quantity: 2000000000 EUR"),
        ("$30 million was contributed by Japan.", "measure amount", "subject: japan, quantity: 30000000 USD"),
        ("Japan will spend $320 billion on defence.", "measure amount", "subject: japan, modality: predicted"),
        ("Japan pledged another $5 billion in aid.", "measure amount", "subject: japan, part: True"),
        ("Japan pledged more than $5 billion in aid.", "measure amount", "subject: japan, part: False"),
        ("Ukraine received 14 Leopard tanks from Poland.", "measure count", "subject: ukraine, quantity: 14 tank"),
        ("NATO has 31 members.", "measure count", "subject: nato, quantity: 31 member"),
        # a bare number that a noun tells to be of people
        ("Japan has a population of 125 million.", "measure count", "subject: japan, quantity: 125000000 person"),
        ("Japan's population is 125 million.", "measure count", "quantity: 125000000 person"),
        ("Japan has a debt of $9 billion.", "measure amount", "subject: japan, object: a debt of $9 billion"),
        ("Poland did not send 14 tanks to Ukraine.", "measure count", "subject: poland, negated: True"),
        ("Turnout fell by 5 percent.", "measure percent", "predicate: fall, quantity: 5 %"),
        ("The ministry says 40% of voters agree.", "measure percent", "object: voters, speaker: The ministry"),
        ("The war has lasted 500 days.", "measure duration", "subject: The war, quantity: 500 day"),
        # dates and places of events
        (
            "The NATO summit will be held in Vilnius on 11 and 12 July 2023.", "event date",
            "subject: nato-summit, when: 2023-07-11/2023-07-12",
        ),
        ("The NATO summit will be held in Vilnius on 11 July 2023.", "event venue", "place: vilnius"),
        ("The 2022 NATO summit took place in Madrid.", "event venue", "subject: nato-summit-2022, place: madrid"),
        (
            "Since the 2008 crisis, Japan has pledged $7 billion in aid to Ukraine.",
            "measure amount",
            "subject: japan, quantity: 7000000000 USD, when: 2008-01-01/..",
        ),
        (
            "Japan pledged $7 billion in aid to Ukraine before May 3, 2022.",
            "measure amount",
            "subject: japan, quantity: 7000000000 USD, when: ../2022-05-03",
        ),
        ("The NATO summit in Vilnius begins tomorrow.", "event date", "subject: nato-summit, when: 2023-07-11"),
        ("The NATO summit in the Lithuanian capital begins tomorrow.", "event venue", "place: the Lithuanian capital"),
        # offices
        (
            "French President Emmanuel Macron opposes the plan.", "profile office",
            "subject: emmanuel-macron, attribute: President, of: france, status: None",
        ),
        ("Emmanuel Macron, the French president, opposes it.", "profile office", "of: france, attribute: president"),
        ("Emmanuel Macron is the president of France.", "profile office", "of: france, attribute: president"),
        ("President Emmanuel Macron of France opposes it.", "profile office", "of: france, attribute: President"),
        ("Former Prime Minister Shinzo Abe visited Kyiv.", "profile office", "subject: shinzo-abe, status: former"),
        ("Acting President Han Duck-soo spoke.", "profile office", "subject: han-duck-soo, status: acting"),
        # a participle that governs the name tells nothing of the office's time
        ("He met leaders including President Emmanuel Macron.", "profile office", "status: None"),
        ("It is forcing President Emmanuel Macron to resign.", "profile office", "status: None"),
        ("She has asked President Emmanuel Macron to resign.", "profile office", "status: None"),
        ("The embattled, disgraced President Emmanuel Macron resigned.", "profile office", "status: then"),
        ("President-elect Donald Trump spoke.", "profile office", "subject: donald-trump, status: elect"),
        (
            "Japanese Prime Minister Yoshihide Kishida spoke.", "profile office",
            "subject: Yoshihide Kishida, attribute: Prime Minister, of: japan, name: Yoshihide Kishida",
        ),
        ("Deputy Prime Minister Taro Aso spoke.", "profile office", "attribute: Deputy Prime Minister"),
        # names, places in places
        ("Angela Merkel visited Kyiv.", "profile name", "subject: angela-merkel, name: Angela Merkel"),
        ("Vilnius, Lithuania, is a city.", "profile place", "subject: vilnius, object: lithuania"),
        ("The summit in Vilnius, Lithuania, begins.", "profile place", "subject: vilnius, object: lithuania"),
        # memberships, listed and denied ones too
        ("Japan is not a member of NATO.", "profile membership", "subject: japan, object: nato, negated: True"),
        ("Japan isn't a NATO member.", "profile membership", "subject: japan, object: nato, negated: True"),
        (
            "Finland joined NATO in April 2023.", "profile membership",
            "subject: finland, object: nato, predicate: join, when: 2023-04-01/2023-04-30",
        ),
        ("Turkey, a NATO member, objected.", "profile membership", "subject: turkey, object: nato"),
        ("NATO member Turkey objected.", "profile membership", "subject: turkey, object: nato"),
        (
            "The European Union includes France and Italy.", "profile membership",
            "subject: italy, object: european-union",
        ),
        ("Will Ukraine ever join NATO?", "profile membership", "subject: ukraine, object: nato, modality: questioned"),
        ("Finland joined NATO as its 31st member in 2023.", "profile membership", "subject: finland, object: nato"),
        ("Finland joined the NATO alliance in Brussels.", "profile membership", "subject: finland, object: nato"),
        # ranks
        (
            "Fumio Kishida was the first Japanese prime minister to attend a NATO summit.", "deed rank",
            "subject: fumio-kishida, predicate: attend, object: nato-summit, ordinal: 1",
        ),
        ("Finland became the 31st country to join NATO.", "deed rank", "subject: finland, object: nato, ordinal: 31"),
        (
            "The United States is the only country to use nuclear weapons.", "deed rank",
            "subject: united-states, predicate: use, object: nuclear weapons, ordinal: 1",
        ),
        # who did what: active, passive, relative, participial, nominal
        ("The United States chairs the Ukraine Defense Contact Group.", "deed relation", "subject: united-states"),
        (
            "The Ukraine Defense Contact Group is chaired by the United States.", "deed relation",
            "subject: united-states, predicate: chair, object: ukraine-defense-contact-group",
        ),
        (
            "Ministers met in the Ukraine Defense Contact Group, which NATO chairs.", "deed relation",
            "subject: nato, predicate: chair, object: ukraine-defense-contact-group",
        ),
        ("Aid pledged by Japan reached Kyiv.", "deed relation", "subject: japan, predicate: pledge, object: Aid"),
        ("Tokyo has provided Kyiv with vests.", "deed relation", "subject: japan, predicate: provide, object: vests"),
        (
            "Russia's invasion of Ukraine changed Europe.", "deed relation",
            "subject: russia, predicate: invade, object: ukraine",
        ),
        (
            "The invasion of Ukraine by Russia changed Europe.", "deed relation",
            "subject: russia, predicate: invade, object: ukraine",
        ),
        (
            "The plan has faced the opposition of French President Emmanuel Macron.", "deed relation",
            "subject: emmanuel-macron, predicate: oppose, object: The plan",
        ),
        (
            "The inauguration of a NATO office in Tokyo angered Beijing.", "deed relation",
            "subject: None, predicate: inaugurate, object: a NATO office in Tokyo, place: tokyo",
        ),
        # how it is said
        (
            "NATO opened a liaison office in Tokyo.", "deed relation",
            "predicate: open, modality: asserted, negated: False",
        ),
        ("NATO has not opened a liaison office in Tokyo.", "deed relation", "predicate: open, negated: True"),
        ("NATO never opened a liaison office in Tokyo.", "deed relation", "predicate: open, negated: True"),
        ("NATO plans to open a liaison office in Tokyo.", "deed relation", "predicate: open, modality: predicted"),
        ("NATO will open a liaison office in Tokyo.", "deed relation", "predicate: open, modality: predicted"),
        ("NATO may open a liaison office in Tokyo.", "deed relation", "predicate: open, modality: hypothetical"),
        (
            "If NATO opens a liaison office in Tokyo, China will protest.", "deed relation",
            "predicate: open, modality: hypothetical",
        ),
        ("NATO should open a liaison office in Tokyo.", "deed relation", "predicate: open, modality: opinion"),
        ("Did NATO open a liaison office in Tokyo?", "deed relation", "predicate: open, modality: questioned"),
        (
            "According to Jens Stoltenberg, NATO opened an office in Tokyo.", "deed relation",
            "predicate: open, speaker: Jens Stoltenberg",
        ),
        (
            "“NATO opened an office in Tokyo,” Emmanuel Macron said.", "deed relation",
            "predicate: open, speaker: Emmanuel Macron, quoted: True",
        ),
        # known misses
        pytest.param(
            "Ministers met in the Ukraine Defense Contact Group, which the United States chairs.", "deed relation",
            "subject: united-states, predicate: chair, object: ukraine-defense-contact-group", marks=MISS,
        ),
        pytest.param("Japan gave Ukraine 300 vehicles.", "measure count", "quantity: 300 vehicle", marks=MISS),
        pytest.param("Latvia's population is 1.9 million.", "measure count", "quantity: 1900000 None", marks=MISS),
        pytest.param("Canada is the largest country in NATO.", "deed rank", "subject: canada, ordinal: 1", marks=MISS),
    ],
)  # fmt: skip
def test_a_sentence_claims(checker: Checker, sentence: str, kind: str, asked: str) -> None:
    assert asked in [slots(one, asked) for one in claims(checker, sentence) if f"{one.family} {one.kind}" == kind]


@pytest.mark.parametrize(
    ("sentence", "members"),
    [
        (
            "Japan, South Korea, Australia and New Zealand are known as the Asia-Pacific Four.",
            {"japan", "south-korea", "australia", "new-zealand"},
        ),
        (
            "The leaders of South Korea, Australia, and New Zealand have been members of the Asia-Pacific Four.",
            {"south-korea", "australia", "new-zealand"},
        ),
        ("The European Union includes France, Germany and Italy.", {"france", "germany", "italy"}),
        ("In addition to France, Japan is a member of the G7.", {"japan"}),
    ],
)
def test_a_list_of_members(checker: Checker, sentence: str, members: set[str]) -> None:
    found = [c for c in claims(checker, sentence) if c.kind == "membership"]
    assert {c.subject.entity for c in found if c.subject} == members


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("She moved between Lisbon, Cairo and Tokyo.", "place"),
        ("Leaders met in Paris, France and Germany said.", "place"),
        ("The club has many members.", "membership"),
        ("Japan has joined the European Union in imposing sanctions.", "membership"),
        ("Japan joined the European Union on Tuesday in calling for restraint.", "membership"),
        ("Japan joined NATO in its mission at sea.", "membership"),
        ("Japan joined NATO and France to condemn the test.", "membership"),
        ("Japan will join NATO for talks next week.", "membership"),
        ("Japan joined the European Union as a guest.", "membership"),
        ("Japan has joined NATO allies.", "membership"),
        ("Japan is a member of the NATO mission.", "membership"),
        ("It rained in Tokyo on Monday.", "date"),
        ("He was the first to arrive.", "rank"),
        ("In 2022 the 29th summit began.", "count"),
        ("We talked about it.", "relation"),
        ("He likes them.", "relation"),
    ],
)
def test_a_sentence_claims_nothing_of_the_kind(checker: Checker, sentence: str, kind: str) -> None:
    assert [c for c in claims(checker, sentence) if c.kind == kind] == []


def test_claims_are_numbered_in_the_order_of_the_text(checker: Checker) -> None:
    found = claims(checker, "Finland joined NATO in April 2023. French President Emmanuel Macron opposes the plan.")
    assert [c.id for c in found] == [f"c{number}" for number in range(1, len(found) + 1)]
    assert [(c.start, c.end) for c in found] == sorted((c.start, c.end) for c in found)


def test_skipped_stretches_claim_nothing(checker: Checker) -> None:
    from msgspec.structs import replace

    text = "Finland joined NATO in April 2023."
    article = replace(from_text(text, date=PUBLISHED), skipped=((0, len(text)),))
    assert checker.read(article).claims == ()
