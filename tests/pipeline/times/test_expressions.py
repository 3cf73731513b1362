"""Expressions and what they mean on Monday, 10 July 2023, where no verb says which way to look."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from opedcheck.model import Time

Reader = Callable[..., tuple[Time, ...]]

ALONE = [
    # in full
    ("July 11, 2023", "2023-07-11"), ("11 July 2023", "2023-07-11"), ("the 11th of July, 2023", "2023-07-11"),
    ("Tuesday, July 11", "2023-07-11"), ("2023-07-11", "2023-07-11"), ("7/11/2023", "2023-07-11"),
    ("25/12/2022", "2022-12-25"), ("11.07.2023", "2023-07-11"), ("Feb. 4", "2023-02-04"), ("Dec. 30", "2023-12-30"),
    ("February 29, 2024", "2024-02-29"), ("February 30, 2023", "2023-02-30"), ("March 2023", "2023-03"),
    ("March of 2023", "2023-03"), ("early December", "2023-12"), ("mid-2024", "2024"), ("the year 2000", "2000"),
    ("nineteen ninety-six", "1996"), ("two thousand and ten", "2010"), ("November 2016", "2016-11"),
    # ranges
    ("11 and 12 July 2023", "2023-07-11/2023-07-12"), ("July 11-12, 2023", "2023-07-11/2023-07-12"),
    ("July 11 and 12", "2023-07-11/2023-07-12"), ("the 11th and 12th of July", "2023-07-11/2023-07-12"),
    ("1994-97", "1994/1997"), ("2010-11", "2010/2011"), ("March-April 2023", "2023-03/2023-04"),
    # longer
    ("the 1990s", "199"), ("the '80s", "198"), ("the nineties", "199"), ("the mid-1990s", "199"),
    ("the beginning of the 2010s", "201"), ("the 20th century", "19"), ("Q3 2014", "2014-Q3"),
    ("the third quarter of 1984", "1984-Q3"), ("last year's third quarter", "2022-Q3"),
    ("the second half of the year", "2023-H2"), ("the second half of 2018", "2018-H2"), ("fiscal 2018", "2018"),
    ("the summer of 1998", "1998-SU"), ("last fall", "2022-FA"), ("next winter", "2023-WI"),
    # reckoned
    ("today", "2023-07-10"), ("yesterday", "2023-07-09"), ("tomorrow", "2023-07-11"), ("tonight", "2023-07-10TNI"),
    ("the day after tomorrow", "2023-07-12"), ("last week", "2023-W27"), ("this month", "2023-07"),
    ("next year", "2024"), ("the previous quarter", "2023-Q2"), ("last March", "2023-03"), ("last August", "2022-08"),
    ("last Friday", "2023-07-07"), ("next Tuesday", "2023-07-18"), ("two years ago", "2021"),
    ("three months ago", "2023-04"), ("five days ago", "2023-07-05"), ("a decade ago", "2013"),
    ("the first Monday of June 2023", "2023-06-05"), ("the last week of 2015", "2015-W53"),
    ("Friday next week", "2023-07-21"), ("January this year", "2023-01"), ("year-end", "2023-12-31"),
    ("2 years and 3 days ago", "2021-07-07"), ("last night", "2023-07-09TNI"),
    ("a half-century ago", "1973"), ("a quarter-century ago", "1998"),
    ("the day before Christmas", "2023-12-24"), ("the day after July 31, 2023", "2023-08-01"),
    ("the day before last Tuesday", "2023-07-03"), ("the third Tuesday", "2023-07-18"),
    ("two Sundays from now", "2023-07-23"), ("two Mondays ago", "2023-06-26"),
    ("three business days ago", "2023-07-05"), ("the weekend after the next", "2023-W30-WE"),
    ("next week between Wednesday and Friday", "2023-07-19/2023-07-21"),
    ("November between 19 and 20", "2023-11-19/2023-11-20"),
    ("the two thousands", "200"), ("the twenty-tens", "201"), ("the two thousand and tens", "201"),
    ("August 99", "1999-08"), ("2016 - 11", "2016-11"),
    ("04/22", "2023-04-22"), ("early summer", "2023-SU"),
    ("the first half of the 20th century", "19"), ("the last quarter of the '80s", "198"),
    ("the final half of last decade", "201"), ("the second half of the decade", "202"),
    ("the latter part of this century", "20"),
    ("two weeks ago Friday", "2023-06-23"), ("a week from Monday", "2023-07-17"),
    ("9/11", "2001-09-11"), ("9/11/2012", "2012-09-11"),
    # holidays
    ("Christmas", "2023-12-25"), ("last Thanksgiving", "2022-11-24"), ("Easter 2018", "2018-04-01"),
    ("Labor Day 2022", "2022-09-05"), ("Memorial Day 2022", "2022-05-30"), ("New Year's Eve", "2023-12-31"),
    ("Memorial Day weekend", "2023-W21-WE"), ("Thanksgiving weekend", "2023-W47-WE"), ("Christmas week", "2023-W52"),
    # lengths
    ("three years", "P3Y"), ("18-month", "P18M"), ("2 1/2 years", "P2Y6M"), ("half an hour", "PT30M"),
    ("a couple of days", "P2D"), ("several months", "PXM"), ("the past two years", "P2Y"),
    ("twenty-four hours", "PT24H"), ("two decades", "P20Y"), ("the past decade", "P10Y"),
    ("1 year 1 month 21 days", "P1Y1M21D"), ("centuries", "PXC"), ("three full days", "P3D"),
    ("two long years", "P2Y"), ("the last two-and-a-half years", "P2Y6M"), ("several quarters", "PXQ"),
    ("recent quarters", "PXQ"), ("a quarter-century", "P25Y"), ("a quarter of a century", "P25Y"),
    ("a day-long", "P1D"), ("decades-old", "PXE"),
    # how often
    ("every day", "P1D"), ("every other week", "P2W"), ("twice a month", "P1M"), ("daily", "P1D"),
    ("Mondays", "XXXX-WXX-1"), ("each Thursday", "XXXX-WXX-4"),
    ("every July 4", "XXXX-07-04"), ("the third Tuesday of every month", "XXXX-WXX-2"), ("3h", "PT3H"),
    # clock
    ("10:35 a.m. Friday", "2023-07-07T10:35"), ("5 p.m. EST, Nov. 9", "2023-11-09T17:00"), ("noon", "2023-07-10T12:00"),
    # no days
    ("now", "PRESENT_REF"), ("currently", "PRESENT_REF"), ("recently", "PAST_REF"), ("the near future", "FUTURE_REF"),
    ("the short term", "FUTURE_REF"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), ALONE)
def test_value(times: Reader, text: str, value: str) -> None:
    assert [(time.text, time.value) for time in times(f"It was so, {text}.")] == [(text, value)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("July 11 and 12", "2023-07-11", "2023-07-12"),
        ("March 2023", "2023-03-01", "2023-03-31"),
        ("the past two years", "2021-07-10", "2023-07-10"),
        ("earlier this year", "2023-01-01", "2023-07-10"),
        ("the rest of the month", "2023-07-10", "2023-07-31"),
        ("the 20th century", "1900-01-01", "2000-12-31"),
        ("Labor Day weekend", "2023-09-02", "2023-09-04"),
        ("Thanksgiving weekend", "2023-11-23", "2023-11-26"),
        ("February 30, 2023", "None", "None"),
        ("fiscal 2018", "None", "None"),
        ("three years", "None", "None"),
        ("now", "None", "None"),
    ],
)
def test_days(times: Reader, text: str, first: str, last: str) -> None:
    (time,) = times(f"It was so, {text}.")
    assert (str(time.first), str(time.last)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Boeing 737", "Section 1983 of the law", "the G7", "Catch-22", "call 555-1984", "a 2-1 win", "$2000",
        "52 years old", "a 16-year-old boy", "a woman in her 40s", "a second term", "He may march.", "1066 men",
        "three-quarters of it", "a quarter of the market", "4 of 5", "page 1987", "1.2.3.4", "2,000 people", "24/7",
        "the March for Life", "that day", "4/22", "It ran for 14:56.", "as recently as they could", "6-years-old",
        "15-year-olds",
        "the two thousands of them", "a half H", "won 4-22", "the first half of the game", "the second quarter of it",
        "by the Mar-a-Sol", "Jan-Philipp",
    ],
)  # fmt: skip
def test_no_time(times: Reader, text: str) -> None:
    assert times(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("for three days starting next Monday", "2023-07-17", "2023-07-19"),
        ("a week, from July 20", "None", "None"),
        ("for a week, from July 20", "2023-07-20", "2023-07-26"),
        ("for 2 weeks beginning on tomorrow", "2023-07-11", "2023-07-24"),
        ("three days. From Monday", "None", "None"),
        ("between now and Friday", "2023-07-10", "2023-07-10"),
        ("between May 3 and now", "2023-05-03", "2023-05-03"),
        ("until now", "None", "None"),
    ],
)
def test_days_told_by_what_follows(times: Reader, text: str, first: str, last: str) -> None:
    time = times(text)[0]
    assert (str(time.first), str(time.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("July 11, 2023", ["2023-07-11"]),
        ("in 1989", ["1989"]),
        ("the 1990s", ["199"]),
        ("Friday", ["XXXX-WXX-5"]),
        ("March 11", ["XXXX-03-11"]),
        ("July 11 and 12", ["XXXX-07-11/XXXX-07-12"]),
        ("in March", ["XXXX-03"]),
        ("last year", ["PAST_REF"]),
        ("this year", ["PRESENT_REF"]),
        ("two years ago", ["PAST_REF"]),
        ("Q3", ["XXXX-Q3"]),
        ("Christmas 2020", ["2020-12-25"]),
        ("three years", ["P3Y"]),
        ("tomorrow at 5 p.m.", ["XXXX-XX-XXT17:00"]),
    ],
)
def test_an_undated_article_resolves_what_is_absolute(times: Reader, text: str, values: list[str]) -> None:
    found = times(text, None)
    assert [time.value for time in found] == values
    assert all((time.first is None) == ("X" in time.value or time.value[0] == "P") for time in found)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 1996 he rose; the following year he fell.", ["1996", "1997"]),
        ("On May 3, 2020, it began; three days later it ended.", ["2020-05-03", "2020-05-06"]),
        ("First-quarter profit fell from a year earlier.", ["2023-Q1", "2022-Q1"]),
        ("between Wednesday and Friday", ["2023-07-05", "2023-07-07"]),
        ("in one thousand seven hundred and eighty nine", ["1789"]),
        ("in 2016 - 11 years later", ["2016", "2027"]),
        ("from Friday to Tuesday", ["2023-07-07", "2023-07-11"]),
        ("on Monday and Tuesday", ["2023-07-10", "2023-07-11"]),
        ("on Monday and Tuesday nights", ["XXXX-WXX-1TNI", "XXXX-WXX-2TNI"]),
        ("in the second and third quarters of 2019", ["2019-Q2", "2019-Q3"]),
        ("Second-quarter profit beat that of the quarter a year earlier.", ["2023-Q2", "2022-Q2"]),
        ("from 10:30 to 11:15", ["2023-07-10T10:30", "2023-07-10T11:15"]),
        ("from 2014 to 2018", ["2014", "2018"]),
        ("this year through August", ["2023", "2023-08"]),
        ("the classes of '10, '12 and '14", ["2010", "2012", "2014"]),
        ("On Monday it fell, and later in the day it rose.", ["2023-07-10", "2023-07-10"]),
        ("On July 3 it fell in the morning and rose at noon.", ["2023-07-03", "2023-07-03TMO", "2023-07-03T12:00"]),
        ("in this Feb. 12, 2011 photo", ["2011-02-12"]),
        ("the Sept. 11 attacks, and on Sept. 11 again", ["2001-09-11", "2023-09-11"]),
    ],
)
def test_what_was_said_before(times: Reader, text: str, values: list[str]) -> None:
    assert [time.value for time in times(text)] == values


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("In June 2020 it began; two days later it ended.", "2020-06-03", "2020-07-02"),
        ("In 1996 he rose; the following week he fell.", "1996-01-08", "1997-01-07"),
        ("On June 1, 2020, it began; two days later it ended.", "2020-06-03", "2020-06-03"),
        ("The following week he fell.", "None", "None"),
    ],
)
def test_what_follows_is_no_more_exact_than_what_it_follows(times: Reader, text: str, first: str, last: str) -> None:
    time = times(text)[-1]
    assert (str(time.first), str(time.last)) == (first, last)


def test_an_early_article_knows_no_attack(times: Reader) -> None:
    assert times("9/11", "1999-07-10") == ()
