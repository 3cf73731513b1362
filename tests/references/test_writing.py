"""Records, written and read again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opedcheck.model import Membership, Office, Period, Source, Statement, partial
from opedcheck.references import load
from opedcheck.references.collect import File, same
from opedcheck.references.formatting import formatted
from opedcheck.references.reading import read
from opedcheck.references.writing import as_jsonl, as_keys, as_yaml, flow


@pytest.mark.parametrize("suffix", ["yaml", "jsonl"])
def test_ours_come_back_as_they_were(tmp_path: Path, suffix: str) -> None:
    records = load().records
    path = tmp_path / f"all.{suffix}"
    path.write_text(as_yaml(records, "# all") if suffix == "yaml" else as_jsonl(records), encoding="utf-8")
    again = load([path], default_claims=False).by_id
    assert all(same(record, again[record.id]) for record in records)


def test_what_is_written_is_in_form() -> None:
    text = as_yaml(load().records[:60], "# some")
    assert formatted(text) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Ann Oak", "Ann Oak"), ("no", "'no'"), ("2023", "'2023'"), ("a: b", "'a: b'"), ("it's", "it's"),
        ("say \"so\"", "say \"so\""), (["a", "b, c"], '[a, "b, c"]'), ({"a": "b", "c": True}, "{a: b, c: true}"),
        ("- x", '"- x"'), ("# x", '"# x"'), ("tail ", '"tail "'), ("null", '"null"'),
    ],
)  # fmt: skip
def test_values(value: object, written: str) -> None:
    assert flow(value).replace("'", '"') == written.replace("'", '"')


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_text_comes_back(statement: str, note: str) -> None:
    texts = [" ".join(text.split()) for text in (statement, note)]
    if not all(text.isprintable() and text for text in texts):
        return
    record = Statement(id="a", statement="x " + texts[0], note="x" + texts[1], sources=(Source(publisher="G"),))
    entry = read(File(Path("a.yaml"), "a.yaml", as_yaml([record], "# a").encode())).entries[0]
    assert entry.record is not None
    assert same(entry.record, _normal(record))


def _normal(record: Statement) -> Statement:
    import unicodedata

    import msgspec

    folded = {key: unicodedata.normalize("NFC", getattr(record, key)) for key in ("statement", "note")}
    return msgspec.structs.replace(record, **folded)


def test_days_of_which_one_side_is_open_are_written_as_known() -> None:
    since, until = Period(None, date(2020, 3, 1)), Period(date(2021, 5, 5), None)
    office = Office(title="Mayor", of="elmtown", since=since, until=until)
    assert as_keys(office) == {"title": "Mayor", "of": "elmtown", "by": "2020-03-01", "seen": "2021-05-04"}
    assert as_keys(Membership(who="elmtown", since=since)) == {"who": "elmtown", "by": "2020-03-01"}


def test_what_holds_anyway_is_not_written() -> None:
    record = Statement(id="a", statement="It is so.", since=partial("2020"), sources=(Source(publisher="G"),))
    rows = [
        "  - id: a",
        "    statement: It is so.",
        "    valid: {from: 2020}",
        "    sources:",
        "      - {publisher: G}",
    ]
    assert as_yaml([record], "# a").rstrip().split("\n")[2:] == rows
