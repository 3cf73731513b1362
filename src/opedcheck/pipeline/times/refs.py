"""PRESENT_REF, PAST_REF, FUTURE_REF, and words that stand for a time said before."""

from __future__ import annotations

from opedcheck.model import Period
from opedcheck.pipeline.times.patterns import NAME, Found, Rule, rules
from opedcheck.pipeline.times.setting import NO_DAYS, Meaning, Setting

LOOK_BACK = 6  # lexemes from "between" to the "and now" that ends it


def _reference(value: str) -> Meaning:
    return Meaning("DATE", value, NO_DAYS)


def word(found: Found, at: Setting) -> Meaning | None:
    """As in "now", "currently", "recently", "soon"."""
    if found.word_before() == found.word_after() == "as":  # "as recently as last week"
        return None
    if at.base is not None and _bounds(found):
        return Meaning("DATE", found.value("ref"), Period(at.base, at.base))
    return _reference(found.value("ref"))


def _bounds(found: Found) -> bool:
    """Whether "now" is an end of a stretch: "between now and May", "from now until Friday"."""
    ahead = found.before() in ("between", "from") and found.after() in ("and", "to")
    kinds = [NAME[kind] for kind in found.lexed.kinds[max(0, found.first - LOOK_BACK) : found.first]]
    return ahead or (found.before() == "and" and "between" in kinds)


def soon(found: Found, at: Setting) -> Meaning | None:
    """FUTURE_REF of "soon" by itself; "soon after", "as soon as" say no more than an order."""
    if found.after() in ("after", "before") or found.word_after() == "as" or found.word_before() == "as":
        return None
    ahead = at.direction(found.start, found.end) == "future"
    return _reference("FUTURE_REF") if ahead else None


def present(found: Found, at: Setting) -> Meaning | None:
    """As in "the current ...", "these days", "at present"."""
    if found.has("unit") and found.unit() != "D":
        return None
    return _reference("PRESENT_REF")


def past(found: Found, at: Setting) -> Meaning | None:
    """As in "recent", "the past", "in recent weeks"."""
    if found.kind("what") == "past":
        span = at.span(found.start, found.end)
        if span is not None and span[-1].tag_ not in ("NN", ""):
            return None
    return _reference("PAST_REF")


def future(found: Found, at: Setting) -> Meaning | None:
    """As in "the future", "in the near future", "the short term"."""
    return _reference("FUTURE_REF")


def then(found: Found, at: Setting) -> Meaning | None:
    """As in "until then", "since then": the day said last."""
    said = at.recent(found.start, "D", "M", "Y", "W", "Q")
    return Meaning("DATE", said) if said else _reference("PAST_REF")


RULES: tuple[Rule, ...] = (
    *rules(soon, "soon"),
    *rules(word, "(most|more)? <ref: now|pastref>"),
    *rules(
        present,
        "the? current",
        "(?<=at) present",
        "these <unit: units>",
    ),
    *rules(past, "<what: recent>", "the recent? <what: past>", "<what: past> units"),
    *rules(future, "the near? <what: future>", "the (near|short) term"),
    *rules(then, "(?<=to) then"),
)  # fmt: skip
