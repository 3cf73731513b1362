"""The whole job: articles and references in, reports out, whatever the text holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opedcheck import __version__, pipeline
from opedcheck import checker as checker_module
from opedcheck.checker import Checker, prepare
from opedcheck.errors import ModelError
from opedcheck.keeping import cache
from opedcheck.model import ArticleReport, Reading
from opedcheck.readers import from_text

pytestmark = pytest.mark.model
PUBLISHED = date(2023, 7, 10)
SLIP = "Japanese Prime Minister Yoshihide Kishida opposes the plan."
YAML = """\
statements:
  - id: bridge
    statement: Japan paid $40 million for the bridge in Ukraine.
    aliases: [Ukraine's bridge cost Japan $40 million.]
    sources: [{publisher: A test}]
"""


def check(checker: Checker, text: str, published: date | None = PUBLISHED) -> ArticleReport:
    return checker.check(from_text(text, date=published))


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("claims") / "bridge.yaml"
    path.write_text(YAML, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def own(bridge: Path) -> Checker:
    """A checker with one reference and none of those that ship."""
    return prepare([bridge], default_claims=False)


def test_a_slip_is_found_with_its_place_and_its_evidence(checker: Checker) -> None:
    report = check(checker, SLIP)
    (finding,) = report.findings
    assert (finding.rule, finding.severity, finding.quote) == ("name-mismatch", "error", "Yoshihide Kishida")
    assert SLIP[finding.start : finding.end] == finding.quote
    assert finding.suggestion == "Fumio Kishida"
    assert finding.evidence[0].sources and finding.evidence[0].path.endswith("japan.yaml")


def test_every_claim_is_judged_once_and_in_order(checker: Checker) -> None:
    report = check(checker, SLIP + " Finland joined NATO in April 2023.")
    assert [one.claim for one in report.judged] == list(report.reading.claims)


def test_the_same_text_gives_the_same_report(checker: Checker) -> None:
    assert check(checker, SLIP) == check(checker, SLIP)


def test_what_stands_before_an_article_does_not_change_it(checker: Checker) -> None:
    alone = check(checker, SLIP)
    check(checker, "Emmanuel Macron is the president of France. Kishida is a village.")
    assert check(checker, SLIP) == alone


def test_reading_compares_nothing(checker: Checker) -> None:
    article = from_text(SLIP, date=PUBLISHED)
    assert checker.read(article) == checker.check(article).reading


def test_a_report_names_model_version_and_references(own: Checker, bridge: Path) -> None:
    report = own.report([check(own, SLIP)])
    assert report.version == __version__
    assert report.model.startswith("en_core_web_sm") and report.model.endswith(" 3.8.0")
    assert (report.references.count, report.references.paths) == (1, (str(bridge),))
    assert len(report.articles) == 1


def test_a_statement_and_its_other_phrasings_are_understood(own: Checker) -> None:
    found = [one for one in own.understood("bridge") if one.kind == "amount"]
    assert [one.quantity and one.quantity.low for one in found] == [40_000_000, 40_000_000]
    assert len({one.id for one in own.understood("bridge")}) == len(own.understood("bridge"))
    assert own.understood("no-such-record") == ()


def test_only_the_references_given_are_used(own: Checker) -> None:
    assert check(own, SLIP).findings == ()
    assert [f.rule for f in check(own, "Japan paid $90 million for the bridge in Ukraine.").findings] == [
        "amount-mismatch"
    ]


def test_statements_are_read_once(bridge: Path, own: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    read = own.understood("bridge")
    again = prepare([bridge], default_claims=False)
    monkeypatch.setattr(again, "_read_statements", lambda *known: pytest.fail("read anew"))
    assert again.understood("bridge") == read
    kept, fresh = (check(one, "Japan paid $90 million for the bridge in Ukraine.") for one in (again, own))
    assert kept == fresh and kept.findings


def test_of_statements_only_new_ones_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from opedcheck import pipeline

    path = tmp_path / "claims.yaml"
    path.write_text(YAML, encoding="utf-8")
    before = prepare([path], default_claims=False).understood("bridge")
    second = "  - {id: new, statement: France paid $3 million for the road., sources: [{publisher: A test}]}\n"
    path.write_text(YAML + second, encoding="utf-8")
    read_all, asked = pipeline.readings, list[str]()

    def readings(nlp: Any, texts: Iterable[str]) -> Iterator[Reading]:
        asked.extend(texts := tuple(texts))
        return read_all(nlp, texts)

    monkeypatch.setattr(pipeline, "readings", readings)
    after = prepare([path], default_claims=False)
    assert after.understood("bridge") == before and after.understood("new")
    assert asked == ["France paid $3 million for the road."]
    path.write_text(YAML.replace("$40 million for", "$50 million for") + second, encoding="utf-8")
    changed = prepare([path], default_claims=False)
    assert changed.understood("bridge") != before and changed.understood("new") == after.understood("new")
    assert check(changed, "France paid $4 million for the road.").findings
    assert asked[1:] == [
        "Japan paid $50 million for the bridge in Ukraine.", "Ukraine's bridge cost Japan $40 million.",
    ]  # fmt: skip


NEW = "The city of Nantes, population 300,000, joined NATO in April 2023, Mario Rossi said."


def test_an_article_is_read_once(bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check(prepare([bridge], default_claims=False), NEW)
    again = prepare([bridge], default_claims=False)
    monkeypatch.setattr(again, "_read", lambda article: pytest.fail("read anew"))
    assert check(again, NEW) == first


@pytest.mark.parametrize("changed", ["text", "date", "names", "storage"])
def test_an_article_is_read_anew_where_a_reading_depends_on_the_change(
    bridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    text, day, claims = NEW, PUBLISHED, [bridge]
    check(prepare(claims, default_claims=False), text, day)
    if changed == "text":
        text = NEW.replace("300,000", "300,001")
    elif changed == "date":
        day = date(2023, 7, 11)
    elif changed == "names":
        path = tmp_path / "people.yaml"
        path.write_text("people: [{id: rossi, name: Mario Rossi, sources: [{publisher: A test}]}]", encoding="utf-8")
        claims = [bridge, path]
    again = prepare(claims, default_claims=False, storage=None if changed == "storage" else cache)
    monkeypatch.setattr(again, "_read", lambda article: Reading())
    assert again.read(from_text(text, date=day)) == Reading()


def test_other_statements_match_what_is_kept(bridge: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """References are matched afresh: another figure in a statement is heeded, and the article is not read again."""
    text = "Japan paid $90 million for the bridge in Ukraine."
    assert check(prepare([bridge], default_claims=False), text).findings
    path = tmp_path / "claims.yaml"
    path.write_text(YAML.replace("$40", "$90"), encoding="utf-8")
    again = prepare([path], default_claims=False)
    monkeypatch.setattr(again, "_read", lambda article: pytest.fail("read anew"))
    assert check(again, text).findings == ()


def test_what_other_code_made_of_statements_is_made_anew(bridge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tables that find statements go with the code that matches; what was read in them does not."""
    wrong = "Japan paid $90 million for the bridge in Ukraine."
    first = check(prepare([bridge], default_claims=False), wrong)
    code = checker_module._code
    monkeypatch.setattr(checker_module, "_code", lambda *folders: code(*folders) + "x" * ("matching" in folders))
    monkeypatch.setattr(msgspec.msgpack, "decode", lambda *_, **__: pytest.fail("other code's tables are used"))
    again = prepare([bridge], default_claims=False)
    monkeypatch.setattr(pipeline, "readings", lambda *_: pytest.fail("read anew"))
    assert check(again, wrong) == first and first.findings


def test_a_torn_cache_is_read_anew(bridge: Path, own: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    read = own.understood("bridge")
    monkeypatch.setattr(cache, "get", lambda key: b"\x93torn")
    torn = prepare([bridge], default_claims=False)
    assert torn.understood("bridge") == read
    assert check(torn, SLIP) == check(own, SLIP)


def test_references_without_records_check_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text('{"id": "a", "statement": "Rain is wet."}\n', encoding="utf-8")
    bare = prepare([tmp_path], default_claims=False, allow_unsourced=True)
    assert {one.verdict for one in check(bare, SLIP).judged} == {"unverified"}


def test_a_model_that_is_not_installed(bridge: Path) -> None:
    with pytest.raises(ModelError, match="not_a_model"):
        _ = prepare([bridge], default_claims=False, model="not_a_model").model


@pytest.mark.parametrize(
    "text", ["Japan.", "?", "7", "\u200b", "—", "日本の首相", "🙂 $", "A" * 5_000, "$" * 500, "1 " * 500]
)
def test_odd_texts(checker: Checker, text: str) -> None:
    assert check(checker, text).findings == ()


def test_an_undated_article_is_checked_all_the_same(checker: Checker) -> None:
    text = "Japan is a member of NATO. French President Nicolas Sarkozy opposes the plan."
    assert "membership-mismatch" in {f.rule for f in check(checker, text, None).findings}
    assert "office-mismatch" not in {f.rule for f in check(checker, text, None).findings}


def test_curly_quotes_and_hard_spaces_keep_their_places(checker: Checker) -> None:
    text = "“As of March\u00a02023, Japan had pledged $7.1\u00a0million in aid to Ukraine,” it says."
    (finding,) = check(checker, text).findings
    assert (finding.quote, text[finding.start : finding.end]) == ("$7.1\u00a0million", "$7.1\u00a0million")


MISS = pytest.mark.xfail(strict=True)


@pytest.mark.parametrize(
    "text",
    [
        "Japan is no member of NATO.",
        "Unlike Japan, France is a member of NATO.",
        "Nobody believes that Japan is a member of NATO.",
        "Imagine that Japan is a member of NATO.",
        "He lives in Paris, Texas, and works in San Jose, California.",
        "US President Joe R. Biden opposes the plan.",
        "French President Emmanuel Jean-Michel Frédéric Macron opposes the plan.",
        "As of June 2019, Japan had pledged $12 billion in aid to Ukraine.",
        "As of June 2024, Japan had pledged $12 billion in aid to Ukraine.",
        "Leaders attended the 2023 NATO summit in a hall called Litexpo.",
        "It is not true that Japan is a member of NATO.",
        "The claim that Japan is a member of NATO is false.",
        "Japan is almost a member of NATO.",
        "US President Joseph Robinette Biden Jr. opposes the plan.",
        "Japan is not only a member of the G7 but of the Quad.",
    ],
)
def test_what_is_right_or_not_said_is_left_alone(checker: Checker, text: str) -> None:
    assert [(finding.rule, finding.quote) for finding in check(checker, text).findings] == []


# Bricks that make claims likely, with characters that make offsets go wrong.
BRICKS = st.sampled_from(
    ["Japan", "NATO", "Kishida", "Fumio Kishida", "President", "the French president", "Emmanuel Macron",
     "$7.1 billion", "€30 million", "31 members", "72 %", "on 11 and 12 July 2023", "in Vilnius, Lithuania",
     "the NATO summit", "is", "joined", "has not pledged", "chairs", "which", "the first", "to attend", "said",
     "former", "“", "”", "’s", ",", ".", "?", "\n\n", "\u00a0", "\u2028", "\r\n", "🙂", "é", "-", "…", "9999", "0",
     "year 10000", "30 February 2023"]
)  # fmt: skip
TEXTS = st.lists(BRICKS, min_size=1, max_size=25).map(" ".join) | st.text(min_size=1, max_size=120)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS.filter(str.strip), published=st.none() | st.dates())
def test_any_text_is_checked_and_every_offset_lies_in_it(checker: Checker, text: str, published: date | None) -> None:
    report = check(checker, text, published)
    read = report.reading
    for mention in (*read.quantities, *read.times, *read.names, *read.claims):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
    for finding in report.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.quote
    for sentence in read.sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
        assert 0 <= sentence.checkworthiness <= 1
    for claim in read.claims:
        assert claim.sentence_start <= claim.start and claim.end <= claim.sentence_end
