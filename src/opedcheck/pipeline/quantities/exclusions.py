"""Numbers that are no quantities: years and dates, labels ("Section 427"), models, scores, codes, idioms."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from opedcheck.pipeline.quantities import bounds
from opedcheck.pipeline.quantities.measures import Amount
from opedcheck.pipeline.quantities.numerals import listed
from opedcheck.pipeline.quantities.units import TIMES

MONTHS = listed(
    """january february march april may june july august september october november december jan feb mar apr jun
    jul aug
    sep sept oct nov dec"""
)
LOWER_MONTHS = MONTHS - {"march", "may", "mar", "dec", "jan", "jun", "sep"}
LABELS = listed(
    """section page chapter article part phase step level category type grade number no nos nr nrs version figure
    table verse line
    room route highway flight channel gate apartment week day night round stage group class tier series season episode
    volume issue item
    question mark size rule proposition amendment resolution act exhibit district ward precinct pier interstate
    title unit
    paragraph clause appendix annex schedule model form lot block slide point game area sector zone platform train bus
    psalm genesis p pp vol art sec ch para image caption photo gallery protocol scene lane bay cell code"""
)
YEAR_WORDS = listed(
    """in since by until till from during of early late mid before after through spring summer fall autumn winter
    circa election
    elections fiscal fy year years class between and the to for"""
)
RANKS = frozenset({"top", "bottom", "big", "final", "last", "first"})
FIRST_YEAR, LAST_YEAR = 1600, 2100
ZEROS = frozenset({"ground", "net", "absolute", "patient", "sub", "day"})
CLIPS = ("'", "’", "‘")
VERSES = re.compile(r"\d:\d+[-–]\Z", re.ASCII)
ZIP = re.compile(r"\d{5}", re.ASCII)
EMERGENCY = frozenset({"911", "999", "112"})
LIKELY_YEARS = (1900, 2049)
ORDINAL_IDIOMS = listed(
    "lady ladies amendment class hand rate degree aid name world person thing thought of floor base"
)
# Behind a hyphen these make a word of the number: "two-way", "one-sided", "first-class".
NOT_COUNTED = listed(
    """way time sided handed off on fold faced piece size stop size liner hander wheeler pronged dimensional tiered
    party
    thirds-majority sum ply pointer word digit decker man woman person figure"""
)
PRONOUN_BEFORE = listed(
    """the this that which another no any every each some someone anyone everyone other last next same only good
    bad new old big best
    worst first second wrong right such not is was 's as like"""
)


def excluded(doc: Doc, text: str, amount: Amount, first: int, last: int) -> bool:
    """Whether the amount in tokens `first` to `last` of `doc`, whose text is `text`, is no quantity."""
    number = amount.number
    before = doc[first - 1] if first else None
    behind = doc[last + 1] if last + 1 < len(doc) else None
    if number.ordinal:
        return _dated(doc, amount, before, behind) or _idiom(doc, first, before, behind)
    if amount.unit is not None:
        if _dated_unit(doc, amount, last, before) or _titled(doc, amount, last, before):
            return True
        return number.multiple and not _multiplies(behind)
    if number.scale == 1 and _ranked(before, behind):
        return True
    if number.spelled or number.share:
        return _word_of(doc, amount, first, last, before, behind)
    return (
        _clipped(text, amount)
        or _posted(doc, text, amount, before, behind)
        or _dated(doc, amount, before, behind)
        or _year(text, amount, before, behind)
        or _label(doc, amount, before, behind)
        or _listed(text, amount)
        or _dialled(text, amount, before, behind)
    )


def _dated_unit(doc: Doc, amount: Amount, last: int, before: Token | None) -> bool:
    """A year before a capitalised name that is a unit's name too, or of time: "early 2016 weeks"."""
    if amount.is_money or amount.number.end - amount.number.start != 4 or amount.number.scale > 1:
        return False
    if amount.unit in TIMES:
        likely = LIKELY_YEARS[0] <= amount.low <= LIKELY_YEARS[1] and amount.number.step == 1
        return likely and before is not None and before.lower_ in ("early", "late", "mid")
    return FIRST_YEAR <= amount.low <= LAST_YEAR and doc[last].text[0].isupper() and doc[last].tag_ == "NNP"


def _titled(doc: Doc, amount: Amount, last: int, before: Token | None) -> bool:
    """Whether a unit of time has a capital of its own, as in the name of a programme: "on 60 Minutes"."""
    if amount.unit not in TIMES or not doc[last].is_title or not doc[last].tag_.startswith("NN"):
        return False
    return before is not None and (before.is_quote or not (before.is_title or before.is_punct))


def _multiplies(behind: Token | None) -> bool:
    """Whether "doubled" says by how much; "doubled down" and "doubled as" do not."""
    return behind is None or behind.lower_ not in ("down", "as", "back", "over", "up")


def _month(token: Token | None) -> bool:
    if token is None:
        return False
    form = token.lower_.rstrip(".")
    return (form in MONTHS and token.text[0].isupper()) or form in LOWER_MONTHS


def _paired(doc: Doc, link: Token | None, way: int) -> bool:
    """Whether `link` joins the number to another day of a month: "11 and 12 July", "the 11th and 12th of July"."""
    if link is None or link.lower_ not in ("and", "or", "to", "-", "–", ","):
        return False
    at = link.i + way
    if not 0 <= at < len(doc) or not doc[at].text[0].isdigit():
        return False
    at += way
    if 0 <= at < len(doc) and doc[at].lower_ == "of":
        at += way
    return 0 <= at < len(doc) and _month(doc[at])


def _dated(doc: Doc, amount: Amount, before: Token | None, behind: Token | None) -> bool:
    """ "March 29", "29 March", "the 4th of July", "19th century"."""
    if before is not None and before.text == "." and before.i:
        before = doc[before.i - 1] if _month(doc[before.i - 1]) else before
    if _month(before) and (amount.low <= 31 or amount.low >= 1000):
        return True
    if amount.low <= 31 and (_paired(doc, before, -1) or _paired(doc, behind, 1)):
        return True
    if behind is None:
        return False
    if amount.number.ordinal and behind.lower_ in ("century", "centuries", "of", "and", "-"):
        after = doc[behind.i + 1] if behind.i + 1 < len(doc) else behind
        return (
            behind.lower_.startswith("centur")
            or after.lower_.startswith("centur")
            or (behind.lower_ == "of" and _month(after))
        )
    if behind.text == "," and before is not None and before.text == "," and FIRST_YEAR <= amount.low <= LAST_YEAR:
        return True
    return amount.low <= 31 and _month(behind)


def _year(text: str, amount: Amount, before: Token | None, behind: Token | None) -> bool:
    """A bare four-digit number that reads as a year."""
    if amount.ranged and FIRST_YEAR <= amount.low < amount.high <= LAST_YEAR and text[amount.start + 1] != ",":
        return True
    if amount.end - amount.start != 4 or amount.step != 1:
        return False
    if not FIRST_YEAR <= amount.low <= LAST_YEAR:
        return 1000 <= amount.low < FIRST_YEAR and before is not None and before.lower_ in ("in", "since", "until")
    if behind is None or before is None or behind.tag_ not in ("NNS", "JJ"):
        return True
    if LIKELY_YEARS[0] <= amount.low <= LIKELY_YEARS[1]:
        return bounds.bound(text, amount.start, amount.end) == "exact"
    return before.lower_ in YEAR_WORDS


def _label(doc: Doc, amount: Amount, before: Token | None, behind: Token | None) -> bool:
    """ "Section 427", "Boeing 737", "page 12": a number that names."""
    if before is None or amount.number.scale > 1:
        return False
    if before.text in ("#", "№"):
        return True
    if before.text in (".", "-") and before.i:
        before = doc[before.i - 1]
    if amount.start - (before.idx + len(before.text)) > 2:
        return False
    if before.lower_ == "of" and before.i > 1 and doc[before.i - 1].is_digit and doc[before.i - 2].lower_ in LABELS:
        return True
    plural = behind is not None and behind.tag_ == "NNS"
    if before.lower_.rstrip(".") in LABELS:
        return not (plural and before.tag_ not in ("NN", "NNP")) or before.text[0].isupper()
    shown = before.text
    named = shown[:1].isalpha() and not shown.islower() and not shown.istitle() and len(shown) > 1
    return named or before.tag_ in ("NNP", "NNPS")


def _listed(text: str, amount: Amount) -> bool:
    """An item's number: "1. " at the head of a line, "2)" and "(3)" anywhere."""
    if amount.high > 99 or amount.step != 1 or amount.end >= len(text):
        return False
    before = text[max(0, amount.start - 1) : amount.start]
    if text[amount.end] == ")":
        return before in ("(", "", "\n") or "(" not in text[max(0, amount.start - 60) : amount.start]
    return before in ("", "\n") and text[amount.end] == "." and text[amount.end + 1 : amount.end + 2] == " "


def _clipped(text: str, amount: Amount) -> bool:
    """A year without its century, "the class of '12", or the last verse of a passage, "John 3:16-18"."""
    at = amount.start
    if VERSES.search(text, max(0, at - 8), at):
        return True
    if amount.end - at != 2 or text[at - 1 : at] not in CLIPS or text[amount.end : amount.end + 1] in CLIPS:
        return False
    return at == 1 or not (text[at - 2].isalnum() or text[at - 2] in CLIPS)


def _posted(doc: Doc, text: str, amount: Amount, before: Token | None, behind: Token | None) -> bool:
    """A ZIP code, behind a name and before nothing that it could count: "1 Elm Street, Springfield, Ill., 62701"."""
    if not ZIP.fullmatch(text[amount.start : amount.end]) or (behind is not None and not behind.is_punct):
        return False
    if before is not None and before.text == "," and before.i:
        before = doc[before.i - 1]
    return before is not None and before.tag_ == "NNP"


def _dialled(text: str, amount: Amount, before: Token | None, behind: Token | None) -> bool:
    """The number of the emergency services: "called 911", "a 911 dispatcher"."""
    if text[amount.start : amount.end] not in EMERGENCY:
        return False
    dialled = before is not None and before.lower_.startswith(("call", "dial", "phon", "ring", "rang"))
    return dialled or (behind is not None and behind.tag_ in ("NN", "NNP"))


def _word_of(doc: Doc, amount: Amount, first: int, last: int, before: Token | None, behind: Token | None) -> bool:
    """Number words that count nothing: "no one", "one another", "two-way", "second half"."""
    token = doc[first]
    if behind is not None and behind.text == "-" and last + 2 < len(doc):
        if token.is_title and doc[last + 2].is_title and not token.is_sent_start:  # as in a book's name
            return True
        return doc[last + 2].lower_ in NOT_COUNTED or doc[last + 2].tag_ not in ("NN", "NNS", "NNP", "")
    if before is not None and before.text == "-" and before.whitespace_ == "":
        return True
    if amount.low == 1 and token.lower_ == "one":
        return _pronoun(before, behind)
    return _label_word(before, token)


def _pronoun(before: Token | None, behind: Token | None) -> bool:
    """ "one" that stands for a person or a thing already named."""
    if behind is None:
        return True
    if behind.lower_ == "of":
        return before is not None and before.lower_ in ("no", "every", "any", "each", "another")
    if behind.lower_ in ("another", "such", "day", "time", "more"):
        return True
    if before is not None and before.lower_ in PRONOUN_BEFORE:
        return True
    return behind.tag_ not in ("NN", "NNS", "JJ", "JJS", "JJR", "CD", "VBN", "NNP", "")


def _label_word(before: Token | None, token: Token) -> bool:
    """ "version two", "Article Five"."""
    if before is None:
        return False
    named = token.is_title and not token.is_sent_start and (before.tag_ == "NNP" or before.lower_ in ("the", "of"))
    return (
        named
        or (before.lower_ in LABELS and before.tag_ == "NN")
        or (token.lower_ == "zero" and (before.lower_ in ZEROS or token.tag_.startswith("VB")))
    )


def _ranked(before: Token | None, behind: Token | None) -> bool:
    """ "the top three", "the bottom 10": places, with nothing counted behind them."""
    counted = behind is not None and behind.tag_ in ("NN", "NNS", "JJ", "JJS", "CD", "NNPS", "NNP", "HYPH")
    return before is not None and before.lower_ in RANKS and not counted


def _idiom(doc: Doc, first: int, before: Token | None, behind: Token | None) -> bool:
    """ "at first", "First, ...", "a second" (of time), "first lady", "Second Amendment", "the first 18 months"."""
    token = doc[first]
    if (before is not None and before.lower_ == "at") or (token.lower_ == "second" and token.tag_ == "NN"):
        return True
    if behind is None:
        return False
    if (token.is_title and behind.is_title and not token.is_sent_start) or behind.tag_ == "CD":
        return True
    if behind.text == "-" and first + 2 < len(doc):
        behind = doc[first + 2]
    return behind.lower_ in ORDINAL_IDIOMS or (token.tag_ == "RB" and behind.is_punct)
