"""A real op-ed: as it stands, altered in one place at a time, and reworded without harm."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from opedcheck.checker import Checker, prepare
from opedcheck.model import ArticleReport, Finding
from opedcheck.readers import from_text

PUBLISHED = date(2023, 7, 10)
pytestmark = pytest.mark.model

# What was changed, the words, what they became. `#2` after the words: their second occurrence.
ALTERED = [
    ("amount", "$7.1 billion", "$1.7 billion"),
    ("amount", "$7.1 billion", "$9.1 billion"),
    ("scale", "$7.1 billion", "$7.1 million"),
    ("scale", "$7.1 billion", "$7.1 trillion"),
    ("currency", "$7.1 billion", "€7.1 billion"),
    ("currency", "$7.1 billion", "7.1 billion yen"),
    ("amount", "$30 million", "$300 million"),
    ("amount", "$30 million", "$3 million"),
    ("scale", "$30 million", "$30 billion"),
    ("currency", "$30 million", "£30 million"),
    ("day", "11th and 12th of July", "12th and 13th of July"),
    ("day", "11th and 12th of July", "1st and 2nd of July"),
    ("month", "11th and 12th of July", "11th and 12th of June"),
    ("month", "11th and 12th of July", "11th and 12th of August"),
    ("year", "As of March 2023", "As of March 2022"),
    ("month", "As of March 2023", "As of January 2022"),
    ("year", "2022 summit", "2021 summit"),
    ("city", "NATO summit in Vilnius, Lithuania", "NATO summit in Riga, Lithuania"),
    ("city", "NATO summit in Vilnius, Lithuania", "NATO summit in Warsaw, Poland"),
    ("country", "Vilnius, Lithuania", "Vilnius, Latvia"),
    ("country", "Vilnius, Lithuania", "Vilnius, Poland"),
    ("given name", "Emmanuel Macron", "Edouard Macron"),
    ("given name", "Emmanuel Macron", "Emanuel Macron"),
    ("given name", "Prime Minister Fumio Kishida", "Prime Minister Shinzo Kishida"),
    ("given name", "Prime Minister Fumio Kishida", "Prime Minister Fumiko Kishida"),
    ("surname", "Emmanuel Macron", "Emmanuel Hollande"),
    ("surname", "Prime Minister Fumio Kishida", "Prime Minister Fumio Suga"),
    ("person", "Prime Minister Fumio Kishida", "Prime Minister Shinzo Abe"),
    ("person", "French President Emmanuel Macron", "French President Nicolas Sarkozy"),
    ("office", "French President Emmanuel", "French Prime Minister Emmanuel"),
    ("office", "Prime Minister Fumio Kishida", "President Fumio Kishida"),
    ("office", "Prime Minister Kishida", "President Kishida"),
    ("country of the office", "French President", "German President"),
    ("country of the office", "French President", "Italian President"),
    ("country of the office", "first Japanese Prime Minister", "first Chinese Prime Minister"),
    ("member swapped", "leaders of South Korea, Australia", "leaders of South Korea, Indonesia"),
    ("member swapped", "leaders of South Korea, Australia", "leaders of India, Australia"),
    ("member added", "Australia, and New Zealand", "Australia, Singapore, and New Zealand"),
    ("ordinal", "the first Japanese Prime Minister", "the second Japanese Prime Minister"),
    ("ordinal", "the first Japanese Prime Minister", "the third Japanese Prime Minister"),
    ("subject of a rank", "Fumio Kishida made history", "Shinzo Abe made history"),
    ("subject of a rank", "Fumio Kishida made history", "Yoshihide Suga made history"),
    ("subject of a relation", "which NATO chairs", "which Germany chairs"),
    ("subject of a relation", "which NATO chairs", "which the European Union chairs"),
    ("roles swapped", "Russia’s invasion of Ukraine", "Ukraine’s invasion of Russia"),
    ("body", "North Atlantic Council, which", "Military Committee, which"),
    ("negation removed", "Japan is not a member of NATO", "Japan is a member of NATO"),
    ("negation added", "Japan has contributed $30 million", "Japan has not contributed $30 million"),
    ("negation removed", "Japan has not provided Ukraine with any", "Japan has provided Ukraine with"),
    ("negation added", "have been members of NATO’s", "have never been members of NATO’s"),
]  # fmt: skip
HARMLESS = [
    ("$7.1 billion", "$7.1bn"),
    ("$7.1 billion", "7.1 billion US dollars"),
    ("$7.1 billion", "more than $7 billion"),
    ("$7.1 billion", "some $7 billion"),
    ("$7.1 billion", "about $7 billion"),
    ("$7.1 billion", "roughly $7.1 billion"),
    ("$7.1 billion", "$7 billion"),
    ("$7.1 billion", "USD 7.1 billion"),
    ("$7.1 billion", "at least $7 billion"),
    ("$7.1 billion", "over $7 billion"),
    ("$30 million", "30 million dollars"),
    ("$30 million", "US$30 million"),
    ("$30 million", "$30m"),
    ("$30 million", "some $30 million"),
    ("Japan has contributed $30 million to", "a contribution of $30 million has been made by Japan to"),
    ("on the 11th and 12th of July", "on July 11-12"),
    ("In 2023, on the 11th and 12th of July", "On July 11 and 12, 2023"),
    ("on the 11th and 12th of July", "on 11 and 12 July"),
    ("on the 11th and 12th of July", "in July"),
    ("on the 11th and 12th of July", "from July 11 to 12"),
    ("in Vilnius, Lithuania", "in the Lithuanian capital"),
    ("in Vilnius, Lithuania", "in Vilnius"),
    ("in Vilnius, Lithuania", "in Lithuania"),
    ("Prime Minister Fumio Kishida is attending", "PM Kishida is attending"),
    ("Prime Minister Fumio Kishida is attending", "Japan’s Prime Minister Fumio Kishida is attending"),
    ("Prime Minister Fumio Kishida is attending", "Mr. Kishida is attending"),
    ("Under the leadership of Prime Minister Kishida", "Under the leadership of Premier Kishida"),
    ("French President Emmanuel Macron", "France’s President Emmanuel Macron"),
    ("French President Emmanuel Macron", "President Emmanuel Macron of France"),
    ("French President Emmanuel Macron", "Emmanuel Macron, the French president"),
    ("French President Emmanuel Macron", "former French President François Hollande"),
    ("has faced the opposition of French President Emmanuel Macron", "is opposed by French President Emmanuel Macron"),
    ("South Korea, Australia, and New Zealand", "Australia, New Zealand and South Korea"),
    ("South Korea, Australia, and New Zealand", "the Republic of Korea, Australia and New Zealand"),
    ("Japan is not a member of NATO", "Japan isn’t a NATO member"),
    ("Japan is not a member of NATO", "Japan does not belong to NATO"),
    ("which NATO chairs", "which the United States chairs"),
    ("which NATO chairs", "which is chaired by the US"),
    ("The inauguration of a new NATO facility", "The planned opening of a new NATO facility"),
    ("Russia’s invasion of Ukraine", "the invasion of Ukraine by Russia"),
]  # fmt: skip


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    return (shared / "articles" / "japan-nato-oped.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def checker() -> Checker:
    return prepare()


@pytest.fixture(scope="module")
def untouched(checker: Checker, text: str) -> ArticleReport:
    return check(checker, text)


def check(checker: Checker, text: str) -> ArticleReport:
    return checker.check(from_text(text, date=PUBLISHED))


def serious(report: ArticleReport) -> list[Finding]:
    return [finding for finding in report.findings if finding.severity in ("error", "warning")]


def signature(finding: Finding) -> tuple[str, str]:
    return finding.rule, " ".join(finding.quote.split())


def altered(text: str, old: str, new: str) -> tuple[str, int, int]:
    """The text with the first `old` replaced, and where the new words stand."""
    assert old in text
    start = text.index(old)
    return text[:start] + new + text[start + len(old) :], start, start + len(new)


def test_the_errors_and_no_others(untouched: ArticleReport) -> None:
    errors = [finding for finding in untouched.findings if finding.severity == "error"]
    wanted = {"known-false": "inauguration", "name-mismatch": "Yoshihide Kishida", "relation-mismatch": "NATO chairs"}
    assert sorted(finding.rule for finding in errors) == sorted(wanted)
    assert all(wanted[finding.rule] in finding.quote for finding in errors)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("amount", "$7.1 billion"),
        ("amount", "$30 million"),
        ("date", "11th and 12th of July"),
        ("venue", "Vilnius"),
        ("rank", "first"),
        ("membership", "Japan"),
        ("membership", "South Korea"),
        ("membership", "New Zealand"),
        ("office", "French President Emmanuel Macron"),
        ("relation", "opposition"),
        ("relation", "body"),
    ],
)
def test_what_is_right_is_supported(untouched: ArticleReport, kind: str, words: str) -> None:
    found = [j for j in untouched.judged if j.claim.kind == kind and words in j.claim.text]
    assert "supported" in {j.verdict for j in found}, [(j.claim.text, j.verdict, j.reason) for j in found]


@pytest.mark.parametrize(("kind", "old", "new"), ALTERED, ids=[f"{k}: {n}" for k, _, n in ALTERED])
def test_an_alteration_is_flagged_where_it_is(
    checker: Checker, text: str, untouched: ArticleReport, kind: str, old: str, new: str
) -> None:
    changed, start, end = altered(text, old, new)
    found = serious(check(checker, changed))
    known = {signature(finding) for finding in serious(untouched)}
    fresh = [finding for finding in found if signature(finding) not in known]
    assert fresh, "not flagged"
    sentence = slice(changed.rfind("\n", 0, start), changed.find("\n", end))
    assert all(sentence.start <= f.start and f.end <= sentence.stop for f in fresh), [(f.rule, f.quote) for f in fresh]
    assert any(f.start < end + 60 and start - 60 < f.end for f in fresh), [(f.rule, f.quote) for f in fresh]


@pytest.mark.parametrize(("old", "new"), HARMLESS, ids=[n for _, n in HARMLESS])
def test_a_harmless_change_raises_nothing(
    checker: Checker, text: str, untouched: ArticleReport, old: str, new: str
) -> None:
    changed, _, _ = altered(text, old, new)
    known = {finding.rule + finding.quote[:12] for finding in untouched.findings}
    fresh = [f for f in check(checker, changed).findings if f.rule + f.quote[:12] not in known]
    assert not fresh, [(f.rule, f.quote, f.message) for f in fresh]
