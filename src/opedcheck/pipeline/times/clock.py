"""Times of day, alone or with the day that stands beside them."""

from __future__ import annotations

from opedcheck.pipeline.times import dates, days
from opedcheck.pipeline.times.patterns import Found, Rule, rules
from opedcheck.pipeline.times.setting import Meaning, Setting

SAME_SENTENCE = 60  # code points from a day to a time of that day
CUES = frozenset({"at", "to", "from", "since", "before", "after", "between", "and", "or", "hyphen", "dash"})
PM = frozenset({"AF", "EV", "NI"})


def _hour(found: Found) -> str | None:
    """As in "10:35", "17:00", "12:00": the time of day; `None` where the figures are none."""
    if found.has("noon"):
        return str(found.value("noon"))
    if found.kind("time") == "clock":
        parts = [int(part) for part in found.value("time").split(":")]
    else:
        parts = [int(found.number("time") or 0), 0]
    late = found.value("ampm") == "p" if found.has("ampm") else found.value("part") in PM if found.has("part") else None
    if parts[0] > 24 or parts[1] > 59:
        return None
    if late and parts[0] < 12:
        parts[0] += 12
    if late is False and parts[0] == 12:
        parts[0] = 0
    return ":".join(f"{part:02d}" for part in parts)


def _cued(found: Found) -> bool:
    """Whether figures with a colon, and nothing else, are a time of day: no score, no verse, no length of a film."""
    ranged = found.after() in ("to", "hyphen", "dash") and found.after(2) == "clock"
    return ranged or found.before() in CUES or found.word_before() in ("by", "around", "about")


def _day(found: Found, at: Setting) -> str | None:
    day: Meaning | None = None
    if found.has("month"):
        day = dates.whole_day(found, at)
    elif found.has("weekday"):
        day = days.weekday(found, at)
    elif found.has("today"):
        day = days.today(found, at)
    if day is not None:
        return day.value.partition("T")[0]
    said = at.recent(found.start, "D", within=SAME_SENTENCE)  # "On Oct. 23 he was shot at 10 p.m."
    if said:
        return said[:10]
    return at.base.isoformat() if at.base else None


def moment(found: Found, at: Setting) -> Meaning | None:
    """As in "10:35 a.m. Friday", "5 p.m. EST, Nov. 9", "noon Thursday", "at 4 in the morning"."""
    hour = _hour(found)
    if hour is None or (found.kind("time") == "clock" and found.last - found.first == 1 and not _cued(found)):
        return None
    return Meaning("TIME", f"{_day(found, at) or 'XXXX-XX-XX'}T{hour}")


ZONE = "(open (digits|big|year|clock) zone close|open? zone close?)?"
DAYS = (
    "<weekday: weekday> dot? (comma? <month: month> dot? <day: DAY> (comma? <year: YEAR>)?)?",
    "<month: month> dot? <day: DAY> (comma? <year: YEAR>)?",
    "<today: today>",
)
TIMES = (
    "<time: clock|digits|one|teen> hyphen? <ampm: ampm>",
    "<time: clock>",
    "<noon: noon>",
    "<time: digits|one|teen> oclock? in the <part: part>",
    "<time: digits|one|teen> oclock",
)
RULES: tuple[Rule, ...] = rules(
    moment,
    *(f"{time} {ZONE}" for time in TIMES),
    *(f"{time} {ZONE} comma? on? {day}" for time in TIMES for day in DAYS),
    *(f"{day} comma? at? {time} {ZONE}" for time in TIMES for day in DAYS),
)
