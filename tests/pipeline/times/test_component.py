"""The component in a pipeline: dates, skipped stretches, and text of every sort."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from time import process_time
from typing import Any

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from opedcheck.pipeline.store import kept
from opedcheck.pipeline.times import Times
from opedcheck.pipeline.times.words import WORDS

BLANK = spacy.blank("en")
BLANK.max_length = 2_000_000
PIECES = [*WORDS, "March", "May", "July", "Friday", "1989", "2023", "11", "12th", "1/2", "10:35", "p.m.", "-", ",", ".",
          "'98", "1990s", "$", "\n\n", "’", "Q3", "99999999999", "0", "31", "Easter", "2023-07-11"]  # fmt: skip


def read(text: str, base: str | None = "2023-07-10") -> Doc:
    doc = BLANK.make_doc(text)
    doc.user_data["opedcheck_date"] = base
    return Times()(doc)


def check(text: str, base: str | None) -> None:
    found = kept(read(text, base), "times")
    assert all(text[time.start : time.end] == time.text != "" for time in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all((time.first is None) == (time.last is None) for time in found)
    assert all(time.first <= time.last for time in found if time.first and time.last)


BASES = st.one_of(
    st.sampled_from(["2023-07-10", "0001-01-01", "9999-12-31", "2024-02-29", None]),
    st.dates().map(str),
    st.dates(date(1950, 1, 1), date(2050, 12, 31)).map(str),
)


@given(st.text(), BASES)
def test_any_text(text: str, base: str | None) -> None:
    check(text, base)


@settings(max_examples=500)
@given(
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", "", "  "])), max_size=12),
    BASES,
)
def test_any_words_of_time(pieces: list[tuple[str, str]], base: str | None) -> None:
    check("".join(piece + space for piece, space in pieces), base)


@pytest.mark.parametrize(
    ("piece", "size"),
    [
        ("1234567890", 200_000), ("million ", 200_000), ("last ", 200_000), ("$", 200_000), ("12 ", 200_000),
        ("the ", 100_000), ("1-", 100_000), ("July ", 100_000), ("2013 and ", 100_000), ("a year ago ", 100_000),
    ],
)  # fmt: skip
def test_a_long_text_ends(piece: str, size: int) -> None:
    """No rule may be worse than linear: at quadratic cost some of these would take most of an hour."""
    text = piece * (size // len(piece))
    doc = Doc(BLANK.vocab, words=[text], spaces=[False])
    doc.user_data["opedcheck_date"] = "2023-07-10"
    assert all(time.end <= len(text) for time in kept(Times()(doc), "times"))


def cost(piece: str, size: int, shape: str) -> float:
    """Seconds of computing that one sentence takes; every word hangs on the verb at its end, or on the word before."""
    words = piece.split() * (size // len(piece))
    count = len(words)
    heads = [count - 1] * count if shape == "fan" else [max(0, at - 1) for at in range(count)]
    doc = Doc(BLANK.vocab, words=words, heads=heads, deps=["dep"] * count, tags=["NNP"] * (count - 1) + ["VBD"])
    doc.user_data["opedcheck_date"] = "2023-07-10"
    begin = process_time()
    Times()(doc)
    return process_time() - begin


@pytest.mark.parametrize("shape", ["fan", "chain"])
@pytest.mark.parametrize("piece", ["July 11 , ", "Q3 ", "on Friday "])
def test_ten_times_the_dates_take_about_ten_times_as_long(piece: str, shape: str) -> None:
    """A walk through the whole sentence at each date would take a hundred times as long."""
    assert cost(piece, 150_000, shape) < 35 * max(cost(piece, 15_000, shape), 0.02)


def test_skipped_stretches_yield_nothing() -> None:
    doc = BLANK.make_doc("On July 4, 2023 and July 5, 2023.")
    doc.user_data["opedcheck_skipped"] = [[0, 15]]
    assert [time.value for time in kept(Times()(doc), "times")] == ["2023-07-05"]


@pytest.mark.parametrize(
    ("setting", "on_doc", "value"),
    [("2023-07-10", ..., "2022"), ("2023-07-10", "2010-01-01", "2009"), ("2023-07-10", None, "PAST_REF"),
     (None, ..., "PAST_REF"), ("no date", ..., "PAST_REF")],
)  # fmt: skip
def test_the_doc_s_own_date_goes_before_the_setting(setting: str | None, on_doc: Any, value: str) -> None:
    doc = BLANK.make_doc("It fell last year.")
    if on_doc is not ...:
        doc.user_data["opedcheck_date"] = on_doc
    assert [time.value for time in kept(Times(setting)(doc), "times")] == [value]


def test_it_is_a_factory_of_its_own() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("opedcheck_times", config={"date": "2023-07-10"})
    doc = nlp("They met two years ago.")
    assert [time.value for time in doc._.opedcheck_times] == ["2021"]
    assert [span.label_ for span in doc.spans["opedcheck_times"]] == ["DATE"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The talks will resume on Friday.", ["2023-07-14"]),
        ("The talks broke off on Friday.", ["2023-07-07"]),
        ("The offer had been due to expire Friday.", ["2023-07-07"]),
        ("They have until Friday to answer.", ["2023-07-14"]),
        ("In March, the ministry published the figures.", ["2023-03"]),
        ("The law will take effect in March.", ["2024-03"]),
        ("In 2021, on the 11th and 12th of June, the leaders met.", ["2021", "2021-06-11/2021-06-12"]),
        ("The plant makes 3,000 cars a year.", ["P1Y"]),
        ("He may march in May.", ["2024-05"]),
        ("The firm hired 2000 workers.", []),
        ("The 1992 protests drew thousands.", ["1992"]),
        ("The post-1959 politics split families.", ["1959"]),
        ("They cited an 1863 statute and the 1787 text.", ["1863", "1787"]),
        ("She won the 1500 metre race on the first try.", []),
        ("They sold the rest of 21st Century Fox.", []),
        ("She lectures on 20th-century art.", ["19"]),
        ("He wrote for USA TODAY's Sports Weekly.", []),
        ('He said on CBS\'s "This Week" that it was so.', []),
        ("He reads the Daily Star daily.", ["P1D"]),
        ("The court extended the deadline until Friday.", ["2023-07-14"]),
        ("The index broke a record set on Nov. 6.", ["2022-11-06"]),
        ("A summit set for September was moved.", ["2023-09"]),
        ("They noted changes to December's figures and were glad.", ["2022-12"]),
        ("The bank will be sold under a January agreement.", ["2023-01"]),
        ("According to a November survey, it fell.", ["2022-11"]),
        ("There's another hearing Friday.", ["2023-07-14"]),
        ("As of Friday, what is being called a truce had held.", ["2023-07-07"]),
        ("The vote is on Thursday. She called him before Thursday's vote.", ["2023-07-13", "2023-07-13"]),
        ("He took office, and six months later they wiretapped him.", ["PAST_REF"]),
        ("She celebrated July 4 early and bought gifts for Bastille Day.", ["2023-07-04", "2023-07-14"]),
        ("The loss was of the quarter ended Aug. 31.", ["2023-Q2", "2022-08-31"]),
        ("The daily Le Monde reported it.", []),
        ("Through June, 300 people had come.", ["2023-06"]),
        ("It has dropped from February to April.", ["2023-02", "2023-04"]),
        ("It rose from November to March.", ["2022-11", "2023-03"]),
        ("It will run from November to March.", ["2023-11", "2024-03"]),
        ("All that can be said about Friday night's vote has been said.", ["2023-07-07TNI"]),
        ("There have been 240 cases since September 11.", ["2001-09-11"]),
        ("Nothing has happened since August.", ["2022-08"]),
        ("The leaders of today and tomorrow went to Sunday school.", ["2023-07-10", "FUTURE_REF"]),
    ],
)
def test_with_the_model(nlp: Any, text: str, values: list[str]) -> None:
    from opedcheck.pipeline import read as read_with

    found = read_with(nlp, text, published=date(2023, 7, 10))._.opedcheck_times
    assert [time.value for time in found] == values
