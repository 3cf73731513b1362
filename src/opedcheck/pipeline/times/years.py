"""Years, decades and centuries, and which numbers of four digits are years."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Token

from opedcheck.model import Period
from opedcheck.pipeline.quantities.units import NAMES
from opedcheck.pipeline.times.dates import PIVOT, SURE, year_of
from opedcheck.pipeline.times.patterns import Found, Rule, rules
from opedcheck.pipeline.times.setting import NO_DAYS, Meaning, Setting, dated

# A number of four digits is a year behind these ...
YEAR_CUES = frozenset(
    ["in", "of", "from", "between", "to", "and", "before", "after", "early", "late", "mid", "past", "edge", "at", "on",
     "or", "dash", "hyphen"]
)  # fmt: skip
YEAR_WORDS = frozenset(["since", "by", "for", "circa", "around", "about"])
# ... and never behind these, nor in front of those.
NAMED_BY_NUMBER = frozenset(
    ["section", "sections", "article", "title", "chapter", "flight", "room", "highway", "route", "resolution", "rule",
     "bill", "page", "no", "number", "windows", "act", "form", "channel", "size", "model", "series", "code", "lot",
     "ordinance", "suite", "box", "apt", "volume", "part", "paragraph"]
)  # fmt: skip
EARLIER = range(1700, 1900)  # before an ordinary year's range; they tell which of laws, wars, books and treaties
COUNTED = frozenset(["units", "unit", "percent", "scale", "dozen", "part"])


def year(found: Found, at: Setting) -> Meaning | None:
    """As in "in 1989", "the 2022 summit", "nineteen ninety-six"."""
    number = year_of(found)
    if number is None or not _is_year(found, at, number):
        return None
    if found.has("bc") and found.value("bc") < 0:
        return Meaning("DATE", f"BC{number:04d}", NO_DAYS)
    return Meaning("DATE", f"{number:04d}", NO_DAYS if found.has("fiscal") else None)


def _is_year(found: Found, at: Setting, number: int) -> bool:
    if found.has("sure") or found.has("fiscal") or found.has("bc"):
        return True
    before, after = found.before(), found.after()
    if before in ("money", "number", "slash", "dot", "percent") or after in COUNTED:
        return False
    if found.word_before() in NAMED_BY_NUMBER or (after in ("hyphen", "slash", "clock", "money")):
        return False
    cued = before in YEAR_CUES or found.word_before() in YEAR_WORDS
    if before == "hyphen":
        if found.before(2) in ("digits", "big", "year"):
            return False
        if _hyphened_to(found) in ("pre", "post"):
            return True
    span = at.span(found.start, found.end)
    if span is None:
        return False
    token = span[-1]
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    counts = following is not None and following.tag_ == "NNS" and before not in ("the", "poss", "s")
    if _two_figures(found):
        return (cued or (before == "comma" and found.before(2) == "yy")) and not counts
    if number in SURE:
        return not counts
    if cued and not counts and (following is None or not following.tag_.startswith(("NN", "JJ"))):
        return True
    return number in EARLIER and _tells_which(found, following)


def _tells_which(found: Found, following: Token | None) -> bool:
    """Whether four figures stand before a noun in the singular, which they can't count: "an 1863 statute"."""
    if following is None or following.tag_ not in ("NN", "NNP") or following.lemma_.lower() in NAMES:
        return False
    return found.before() in ("the", "poss", "s") or found.word_before() == "an"


def _hyphened_to(found: Found) -> str:
    """The word to which a hyphen ties the year: "post" of "post-1945"."""
    at = found.first - 2
    return found.lexed.text[found.lexed.starts[at] : found.lexed.ends[at]].lower() if at >= 0 else ""


def _two_figures(found: Found) -> bool:
    """Whether the year is written with two figures ("'98")."""
    return found.kind("year") == "yy"


def years(found: Found, at: Setting) -> Meaning | None:
    """As in "1994-97", "1994-1997"."""
    first, last = found.value("year"), found.value("last")
    if last < 100:
        last += first // 100 * 100
    if not (first < last <= first + 120) or found.before() in ("hyphen", "dot", "money") or found.after() == "hyphen":
        return None
    return dated(f"{first:04d}/{last:04d}")


def decade(found: Found, at: Setting) -> Meaning | None:
    """As in "the 1990s", "the '80s", "the nineties"."""
    number = found.value("decade")
    if number < 100 and found.before() == "poss":  # "in his 30s"
        return None
    if number < 100:
        number += 1900 if number >= 10 * (PIVOT // 10) or at.base is None else 2000
    if number % 100 == 0 and found.has("century"):
        return dated(f"{number // 100:02d}")
    return dated(f"{number // 10:03d}")


def named_decade(found: Found, at: Setting) -> Meaning | None:
    """As in "the nineties", "the nineteen sixties"."""
    hundreds = 19 if not found.has("hundreds") else int(found.value("hundreds"))
    return dated(f"{hundreds:02d}{found.value('tens') // 10}") if hundreds < 22 else None


def early_decade(found: Found, at: Setting) -> Meaning | None:
    """As in "the two thousands", "the two thousand and tens", "the twenty-tens"."""
    written = {"tens": "201", "thousands": "200"}
    value = written.get(found.text("decade"))
    twenty = found.value("hundreds") == (20 if found.kind("hundreds") == "tens" else 2)
    if value is None or not twenty or found.value("scale") not in (None, 1000) or found.after() == "of":
        return None
    return dated(value)


def century(found: Found, at: Setting) -> Meaning | None:
    """As in "the 20th century"; the 20th is 1900 to 1999 here, as TimeML writes it ("19")."""
    number = int(found.number("n") or 0)
    if not 2 <= number <= 22 or _is_name(found, at):
        return None
    if found.has("bc") and found.value("bc") < 0:
        return Meaning("DATE", f"BC{number - 1:02d}", NO_DAYS)
    start = (number - 1) * 100
    # Counted strictly it runs from 1901 to 2000, spoken of from 1900 to 1999: both years belong.
    return dated(f"{number - 1:02d}", Period(date(start, 1, 1), date(start + 100, 12, 31)))


def _is_name(found: Found, at: Setting) -> bool:
    """Whether a capital "Century" begins or goes on with the name of something else: "a 21st Century Foundation"."""
    span = at.span(found.start, found.end)
    if span is None or not span[-1].is_title or span[-1].i + 1 >= len(span.doc):
        return False
    return span[-1].nbor(1).tag_ in ("NNP", "NNPS")


RULES: tuple[Rule, ...] = (
    *rules(
        year,
        "EDGE? <year: YEAR|(SPOKEN)>",
        "(the calendar? unit) <sure: <year: YEAR|(SPOKEN)>>",
        "EDGE? <fiscal: fiscal|fy> hyphen? unit? <year: YEAR|digits>",
        "<year: year|big|digits> <bc: bc>",
    ),
    *rules(years, "EDGE? <year: year> (hyphen|slash) <last: year|digits>"),
    *rules(decade, "(EDGE|SHARE)? the? EDGE? <decade: decade>"),
    *rules(named_decade, "SHARE? the EDGE? (<hundreds: teen> hyphen?)? <tens: decades>"),
    *rules(
        early_decade,
        "the <hundreds: one> <scale: scale> and? <decade: dozens>",
        "the <hundreds: tens> hyphen? <decade: dozens>",
        "the <hundreds: one> <decade: dozens>",
    ),
    *rules(century, "(EDGE|SHARE)? the? EDGE? <n: ORD> hyphen? century <bc: bc>?"),
)  # fmt: skip
