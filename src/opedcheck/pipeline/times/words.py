"""The words of time: each belongs to one kind, and has a value where the kind needs one.

Patterns are written in these kinds (see patterns). Ambiguous words have a kind of their own ("second", "may").
"""

from __future__ import annotations

from typing import Any

MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
# TIMEX3 letters of the units of a duration; "T" marks those of the clock. E, C and Q as TimeBank writes them.
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "E", "century": "C", "night": "D", "weekend": "WE", "fortnight": "F", "millennium": "L",
    "semester": "M6", "min": "TM", "hr": "TH", "sec": "TS", "yr": "Y", "wk": "W", "h": "TH",
}  # fmt: skip
PLURALS = {"century": "centuries", "millennium": "millennia"}
APART = frozenset(["night", "century", "weekend"])  # of kinds of their own

TABLE: dict[str, dict[str, Any]] = {
    "month": {
        **{name: number for number, name in enumerate(MONTHS, 1)},
        **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
        "sept": 9,
    },
    "weekday": {
        **{name: number for number, name in enumerate(WEEKDAYS, 1)},
        **{"mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5},
    },
    "weekdays": {f"{name}s": number for number, name in enumerate(WEEKDAYS, 1)},
    "unit": {name: letter for name, letter in UNITS.items() if name not in APART and name not in ("second", "quarter")},
    "units": {
        **{PLURALS.get(name, f"{name}s"): letter for name, letter in UNITS.items() if name not in APART},
        "nights": "D",
    },
    "weekend": {"weekend": "WE", "weekends": "WE"},
    "century": {"century": "C", "centuries": "C"},
    "second": {"second": 2},
    "quarter": {"quarter": "Q"},
    "one": {word: number for number, word in enumerate(ONES, 1)},
    "teen": {word: number for number, word in enumerate(TEENS, 10)},
    "tens": {word: 10 * number for number, word in enumerate(TENS, 2)},
    "decades": {
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
        "nineties": 90,
    },
    "ordinal": {
        **{word: number for number, word in enumerate(ORDINALS, 1) if word != "second"},
        "thirtieth": 30,
    },
    "scale": {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000},
    "dozen": {"dozen": 12},
    "half": {"half": None},
    "a": {"a": 1, "an": 1},
    "another": {"another": 1},
    "starting": dict.fromkeys(("starting", "commencing")),
    "vague": dict.fromkeys(("few", "several", "many", "some", "numerous", "various", "countless")),
    "couple": {"couple": 2},
    "zero": {"zero": 0, "oh": 0},
    "dozens": dict.fromkeys(("dozens", "hundreds", "thousands", "millions", "scores", "tens", "number", "matter")),
    "the": {"the": None},
    "this": {"this": 0},
    "that": {"that": None},
    "these": dict.fromkeys(("these", "those")),
    "same": {"same": None},
    "poss": dict.fromkeys(("its", "his", "her", "their", "our", "my", "your")),
    "last": {"last": -1},
    "past": {"past": -1},
    "previous": dict.fromkeys(("previous", "preceding", "prior", "foregoing", "bygone"), -1),
    "next": {"next": 1},
    "coming": dict.fromkeys(("coming", "upcoming"), 1),
    "following": dict.fromkeys(("following", "subsequent", "succeeding", "ensuing"), 1),
    "current": {"current": 0},
    "present": {"present": 0},
    "recent": {"recent": -1},
    "latest": {"latest": -1},
    "most": {"most": None},
    "comparable": dict.fromkeys(("comparable", "corresponding", "similar", "equivalent")),
    "early": dict.fromkeys(("early", "earliest")),
    "late": {"late": None},
    "latter": dict.fromkeys(("latter", "final", "closing", "opening")),
    "mid": {"mid": None, "middle": None},
    "edge": dict.fromkeys(("beginning", "start", "end", "close", "turn", "outset", "dawn", "onset", "height", "rest",
                           "remainder", "course", "bulk", "eve")),
    "ago": {"ago": -1},
    "earlier": {"earlier": -1},
    "later": {"later": 1},
    "before": {"before": -1},
    "after": {"after": 1},
    "hence": {"hence": 1},
    "ahead": {"ahead": 1},
    "each": dict.fromkeys(("each", "every")),
    "other": {"other": 2},
    "per": {"per": None},
    "once": {"once": 1, "twice": 2, "thrice": 3},
    "times": {"times": None},
    "frequency": {
        "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
        "bimonthly": "P2M", "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H",
        "semiannual": "P6M", "semiannually": "P6M", "biennial": "P2Y", "biannual": "P6M",
    },
    "adjective": {"annual": "P1Y", "quarterly": "P1Q"},
    "fiscal": dict.fromkeys(("fiscal", "financial")),
    "fy": {"fy": None},
    "calendar": dict.fromkeys(("calendar", "full", "entire", "whole")),
    "trading": dict.fromkeys(("trading", "business", "working", "school", "consecutive", "straight", "additional",
                              "solid", "successive")),
    "season": {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI", "fall": "FA",
               "springtime": "SP", "summertime": "SU", "wintertime": "WI"},
    "more": {"more": None},
    "part": {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI", "nighttime": "NI",
             "daytime": "DT"},
    "portion": {"part": None, "portion": None},
    "noon": {"noon": "12:00", "midday": "12:00", "midnight": "24:00", "noontime": "12:00"},
    "zone": dict.fromkeys(["est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt", "utc", "cet", "bst", "ist",
                           "jst", "et", "pt", "z"]),
    "today": {"today": 0, "yesterday": -1, "tomorrow": 1, "tmrw": 1},
    "parts": {"mornings": "MO", "afternoons": "AF", "evenings": "EV"},
    "tonight": {"tonight": "NI"},
    "now": dict.fromkeys(("now", "currently", "nowadays", "presently"), "PRESENT_REF"),
    "pastref": dict.fromkeys(("recently", "lately"), "PAST_REF"),
    "soon": {"soon": "FUTURE_REF"},
    "future": {"future": "FUTURE_REF"},
    "moment": dict.fromkeys(("moment", "time")),
    "near": dict.fromkeys(("near", "foreseeable", "distant", "immediate", "nearest")),
    "term": {"term": None},
    "short": dict.fromkeys(("short", "long")),
    "then": {"then": None},
    "since": {"since": None},
    "sometime": {"sometime": None},
    "over": {"over": None},
    "all": {"all": None},
    "while": {"while": None},
    "period": {"period": None, "season": None},
    "old": dict.fromkeys(("old", "olds", "aged")),
    "age": {"age": None},
    "bc": {"bc": -1, "bce": -1, "ad": 1, "ce": 1},
    "of": {"of": None},
    "in": dict.fromkeys(("in", "during", "throughout")),
    "on": {"on": None},
    "at": {"at": None},
    "from": {"from": None},
    "between": {"between": None},
    "to": dict.fromkeys(("to", "through", "until", "till", "thru")),
    "and": {"and": None},
    "or": {"or": None},
    "so": {"so": None},
}  # fmt: skip
# Written with a capital or not the word of time: "may", "march", "mar", "sat", "mon" and the like; codes in capitals.
CAPITAL = frozenset({"may", "march", "mar", "mon", "wed", "weds", "est", "et", "pt", "ist", "ad", "ce",
                     "bc", "z", "fy"})  # fmt: skip
LOWER = frozenset({"h"})
UPPER = frozenset({"est", "et", "pt", "ist", "ad", "ce", "bc", "z", "fy", "pst", "mst", "cst", "bst"})

WORDS: dict[str, tuple[str, Any]] = {
    word: (kind, value) for kind, words in reversed(TABLE.items()) for word, value in words.items()
}
# Kinds that no table lists: the lexer makes them of digits and signs.
MADE = (
    "x", "break", "digits", "year", "big", "nth", "decade", "yy", "clock", "comma", "hyphen", "dot", "slash", "s",
    "open", "close", "dash", "money", "number", "percent", "ampm", "oclock", "q", "holiday",
)  # fmt: skip
KINDS = (*TABLE, *MADE)
