"""Recognizers-Text, English DateTime specifications: dates, periods of days, durations, sets, holidays.

    python tests/bench/recognizers_dates.py ../shared/bench [--errors 20] [--left-out]

A case holds where each expected result is met by the times found in its stretch: a date or a period by the same TIMEX3
value or by their first and last day, a duration by its length, a set by its TIMEX3 value. The specifications give a
past and a future reading and leave the choice to the caller; the contract gives one, so either counts. Their periods
end on the day after the last; where they name both ends, on the last, and with the first day of what ends them ("from
2014 to 2018"): all count. What the contract can't express is left out, with the reason.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from opedcheck.model import Time, partial
from opedcheck.pipeline import build, read
from opedcheck.pipeline.times import values

SPECIFICATIONS = ("DateParser", "DatePeriodParser", "DurationParser", "SetParser", "HolidayParser")
NOT_OURS = {
    "TimeParser": "times of day without a day: the contract has days",
    "TimePeriodParser": "times of day without a day: the contract has days",
    "DateTimeParser": "points of the clock: the contract's period is of whole days",
    "DateTimePeriodParser": "stretches of the clock: the contract's period is of whole days",
    "TimeZoneParser": "time zones are no times",
    "*Extractor": "extents alone, without a meaning; the parsers' specifications hold the same expressions",
    "MergedParser, DateTimeModel*": "a user's commands to an assistant, one reading for each type; same expressions",
}
OPEN = ("before", "after", "since", "until", "less", "more")
EDGES = ("start", "mid", "end")
OFFSET = re.compile(
    r"\b(weeks?|months?|years?|decades?|fortnights?)\b.*\b(ago|later|hence|from|after|before|earlier|future)\b"
    r"|^in .*(week|month|year)"
)
CENTURY = re.compile(r"\d\d", re.ASCII)  # its days hold one year more than its value, for either way of counting
FINER = re.compile(r"\bdays?\b|next")
SECONDS = {"Y": 31536000, "M": 2592000, "W": 604800, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}


class Case(NamedTuple):
    """One input with its expected results; `reason` says why it can't be scored."""

    source: str
    text: str
    base: date | None
    expected: list[dict[str, Any]]
    reason: str | None


class Outcome(NamedTuple):
    """A scored case with what was found in it."""

    case: Case
    found: tuple[Time, ...]
    right: bool


def measure(data: Path) -> dict[str, float]:
    """The share of expressible cases that hold, and how many cases there are of each sort."""
    outcomes = list(run(case for case in cases(data) if case.reason is None))
    right = sum(outcome.right for outcome in outcomes)
    return {"right": right / max(len(outcomes), 1), "cases": float(len(outcomes))}


def cases(data: Path) -> Iterator[Case]:
    """Every case of the specifications that concern days, expressible or not."""
    folder = data / "recognizers" / "DateTime" / "English"
    for name in SPECIFICATIONS:
        for row in json.loads((folder / f"{name}.json").read_text(encoding="utf-8-sig")):
            stated = (row.get("Context") or {}).get("ReferenceDateTime")
            base = date.fromisoformat(stated[:10]) if stated else None
            yield Case(name, row["Input"], base, row["Results"], _reason(row["Results"], base))


def _reason(expected: list[dict[str, Any]], base: date | None) -> str | None:
    if not expected:
        return "nothing expected"
    return next((reason for result in expected if (reason := _inexpressible(result, base))), None)


def _inexpressible(result: dict[str, Any], base: date | None) -> str | None:
    """Why the contract can't express what a result means; `None` where it can."""
    value, text, kind = result.get("Value") or {}, result["Text"].lower(), result["Type"]
    timex, mod = str(value.get("Timex") or value.get("timex") or ""), value.get("Mod")
    days = {**(value.get("FutureResolution") or {}), **(value.get("PastResolution") or {})}
    dated = kind in ("date", "daterange")
    reasons = {
        "no meaning given": not timex,
        "no kind of time that the contract has": kind not in ("date", "daterange", "duration", "set"),
        "a day that does not exist": "0001-01-01" in json.dumps(value),
        "an open side, which the contract leaves to the preposition": dated and (mod in OPEN or not all(days.values())),
        "weeks, months or years counted to the day: TimeML keeps the precision of the unit": kind == "date"
        and bool(OFFSET.search(text))
        and not FINER.search(text),
        "few read as three: TimeML leaves it open": bool(re.search(r"\bfew\b", text))
        and bool(re.search(r"\d|P3", timex)),
        "a length counted from now: a DURATION in TimeML, which stands for no days": kind == "daterange"
        and "P" in timex
        and text.startswith(("within", "in ", "less than")),
        "early, mid or late in a month of no year: the contract's value has no modifier": mod in EDGES and "X" in timex,
        "a set of times of day": kind == "set" and "T" in timex,
        "no date of writing": base is None and dated and "X" in timex,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def run(chosen: Iterator[Case]) -> Iterator[Outcome]:
    """Read each case and judge it."""
    nlp = build(components=("opedcheck_words", "opedcheck_times"))
    for case in chosen:
        found = tuple(read(nlp, case.text, published=case.base)._.opedcheck_times)
        yield Outcome(case, found, all(_met(result, found) for result in case.expected))


def _met(result: dict[str, Any], found: tuple[Time, ...]) -> bool:
    start = result["Start"]
    inside = [time for time in found if time.start < start + result["Length"] and time.end > start]
    value = result["Value"]
    if any(time.value == (value.get("Timex") or value.get("timex")) for time in inside):
        return True
    match result["Type"]:
        case "date" | "daterange":
            return any(_same_days(inside, value.get(side) or {}) for side in ("FutureResolution", "PastResolution"))
        case "duration":
            wanted = float((value.get("FutureResolution") or {}).get("duration") or -1)
            return any(time.type == "DURATION" and abs(_seconds(time.value) / wanted - 1) < 0.003 for time in inside)
        case _:
            timex = str(value["Timex"])
            return any(time.type == "SET" and _same_set(time.value, timex) for time in inside)


def _same_days(inside: list[Time], sides: dict[str, str]) -> bool:
    if not sides or not inside:
        return False
    first = min((time.first for time in inside if time.first), default=None)
    last = max((time.last for time in inside if time.last), default=None)
    if first is None or last is None:
        return False
    if "date" in sides:
        return first.isoformat() == last.isoformat() == sides["date"]
    begin, end = date.fromisoformat(sides["startDate"][:10]), date.fromisoformat(sides["endDate"][:10])
    ends: set[date | None] = {last, max((time.first for time in inside if time.first), default=last)}
    ends |= {partial(time.value.partition("/")[2]).first for time in inside if "/" in time.value}
    ends |= {days.last for time in inside if CENTURY.fullmatch(time.value) and (days := values.period(time.value))}
    return first == begin and not ends.isdisjoint({end, end - timedelta(days=1)})


def _seconds(value: str) -> float:
    total, clock = 0.0, ""
    if value == "P6M":
        return SECONDS["Y"] / 2
    for number, letter in re.findall(r"([\d.]*)([A-Z])", value[1:]):
        if letter == "T":
            clock = "T"
        elif number:
            total += float(number) * SECONDS.get(clock + letter, 0)
    return total


def _same_set(ours: str, timex: str) -> bool:
    return ours == timex or {ours, timex} == {"P1Q", "P3M"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--left-out", action="store_true", help="list what isn't scored, with the reason")
    chosen = parser.parse_args()
    everything = list(cases(chosen.data))
    outcomes = list(run(case for case in everything if case.reason is None))
    for outcome in [outcome for outcome in outcomes if not outcome.right][: chosen.errors]:
        print(f"{outcome.case.source} {outcome.case.base} {outcome.case.text!r}")
        for result in outcome.case.expected:
            print(f"    wanted {result['Text']!r} {json.dumps(result['Value'])[:200]}")
        for time in outcome.found:
            print(f"    found  {time.text!r} {time.type} {time.value} {time.first} {time.last}")
    if chosen.left_out:
        for case in everything:
            if case.reason is not None:
                print(f"{case.source}: {case.reason}: {case.text!r}")
        for name, reason in NOT_OURS.items():
            print(f"{name}: {reason}")
    for reason, number in Counter(case.reason for case in everything if case.reason).most_common():
        print(f"left out {number:4d}: {reason}")
    for name in SPECIFICATIONS:
        of = [outcome for outcome in outcomes if outcome.case.source == name]
        print(f"{name:18s} {sum(outcome.right for outcome in of)} of {len(of)}")
    right = sum(outcome.right for outcome in outcomes)
    print(f"right {right} of {len(outcomes)} ({right / max(len(outcomes), 1):.4f})")


if __name__ == "__main__":
    main()
