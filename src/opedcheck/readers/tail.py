"""What a web copy carries behind its last paragraph: comment forms, share and subscribe lines, the author's bio.

Looked for at the end alone, and given up at the first paragraph that could be the article's own: a bio that
stays in costs a claim nobody needs, a paragraph left out costs an error that nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

KIND = r"(?:article|piece|op-?ed|column|commentary|essay|post)"
SITE = r"(?:facebook|twitter|x|instagram|linkedin|youtube|telegram|whatsapp|reddit|pinterest)"
HANDLE = rf"\(?(?:@\w+|{SITE}|\S{{1,60}}\.com\S{{0,60}})\)?(?: \(?@\w+\)?)?"
# Each stands for a whole line, without its case and the space around it.
CHROME = re.compile(
    "|".join(
        (
            r"(?:leave|post|add|write) (?:a|your) (?:reply|comment)s?(?: below)?\.?",
            r"cancel reply|post comment|(?:view |show |see )?(?:all )?(?:\d+ )?comments?(?: are closed)?\.?",
            r"(?:your e-?mail address will not be published\.? ?)?(?:required fields are marked ?\*?)?",
            r"(?:name|e-?mail|website|comment|save my name, e-?mail,.{0,80}) ?\*?",
            r"(?:log|sign) in to (?:leave a )?comment\.?",
            rf"(?:share|tweet|pin|print|e-?mail|like|save|{SITE})(?: this)?:?",
            rf"share (?:(?:this )?(?:on|via|with) .{{0,40}}|(?:this|the) {KIND}.{{0,40}}|this:?)",
            r"read or share this story:?.{0,80}",
            r"(?:click to )?(?:share|e-?mail|print)\b.{0,40}\(opens in new window\).{0,40}",
            rf"(?:follow|find|like|join) [^.:;]{{2,60}}(?:(?:,| on| and| or| at|:)+ ?{HANDLE}){{1,4}}\.?",
            r"(?:subscribe|sign up)(?: (?:now|today|here))?[.!]?",
            r"(?:subscribe|sign up)\b.{0,20} (?:to|for) (?:our|the|this) .{0,60}"
            r"\b(?:newsletters?|updates|alerts|e-?mails?|podcast|channel)\b.{0,60}",
            r"(?:send|submit) (?:a )?letters? to(?: the editor(?: at|:)?)?:? \S+@\S+",
            r"(?:related|read more|more from|see also|you may also like)(?: (?:articles|posts|stories|news))?:?",
            r"(?:read more|related|see also|also read|read also|tags?|filed under) ?: .{1,150}",
            r"(?:(?:copyright|©|\(c\)) ?){1,2}(?:\d{4}|by ).{0,100}|all rights reserved\.?",
            r"advertisement|sponsored(?: content)?|(?:previous|next)(?: (?:post|article))?:?",
            r"-{3,}|_{3,}|\*{3,}|(?:\* ){2,}\*",
        )
    ),
    re.IGNORECASE,
)
# How a notice about the article itself begins; the whole paragraph is one.
NOTICE = re.compile(
    "|".join(
        (
            r"the (?:views|opinions)(?: and (?:views|opinions))? (?:expressed|stated) "
            r"(?:in this|here|by the (?:author|writer|columnist)|by .{2,40} are (?:his|her|their) own)\b",
            r"the (?:views|opinions)(?: and (?:views|opinions))? (?:expressed|stated) (?:are|is) .{0,20}"
            r"(?:the (?:author|writer|columnist)|(?:his|her|their) own)",
            rf"this {KIND} (?:was|is|has been) (?:first|originally|also|previously) \w+ (?:in|by|on|at|with)\b",
            rf"this {KIND} (?:was|is|has been) (?:republished|reprinted|adapted|distributed) (?:by|from|with)\b",
            rf"this {KIND} (?:first|originally) appeared\b",
            rf"[^.]{{3,80}} contributed (?:(?:research|reporting) )?to this {KIND}\.?\Z",
        )
    ),
    re.IGNORECASE,
)
CAPITAL = r"[^\W\d_a-z][\w.’'\-]*"
NAME = rf"{CAPITAL}(?:\s+(?:{CAPITAL}|de|da|van|von|der|bin|al|la|le|ibn|y|e)){{1,5}}"
BYLINE = re.compile(rf"(?:[Bb]y\s+|[—–-]\s*)?{NAME}")
IS = (
    "(?:is|was|are|were|has been|teaches|writes|serves|served|works|covers|hosts|directs|edits|leads|heads|holds|lives)"
)
BIO = re.compile(rf"(?P<name>{NAME})(?:\s*\((?:@\w+|[^()]{{1,40}})\))?(?:,[^.]{{1,120}},)?\s+{IS}\b")
ROLE = re.compile(
    r"(?:The|This|Our)\s+(?:author|writer|columnist)\s+(?:is|teaches|works)\b[^.]{0,80}\b(?:at|for|with|of)\s+(?:the\s+)?[A-Z]"
    r"|About the [Aa]uthor\b"
)
TRADE = re.compile(
    r"^[^.]{0,160}\b(?:fellow|professor|columnist|researcher|analyst|research (?:associate|assistant)|writer|"
    r"journalist|lecturer|student|editor|scholar|contributor|teaches|writes)\b",
    re.IGNORECASE,
)
# What an author's bio says and an article's own last paragraph does not.
CONTACT = re.compile(
    "|".join(
        (
            r"(?<!\w)@\w{2,}",
            r"\b[\w.+-]{1,64}@[\w-]+\.\w+",
            r"\bfollow (?:him|her|them)\b|\b(?:can|may) be (?:reached|contacted)\b",
            r"\b(?:his|her|their) (?:latest|new|newest|most recent|forthcoming|next) book\b",
            r"\bis the author of\b|\bare the authors of\b|\b(?:nationally|internationally) syndicated\b",
        )
    ),
    re.IGNORECASE,
)
HARD_WRAP = 120
LONGEST_LINE = 250
LONGEST_BIO = 130
LONGEST_NOTICE = 60
MOST_UNITS = 40
FEWEST_WORDS_LEFT = 50


def boilerplate(text: str, author: str | None = None) -> tuple[tuple[int, int], ...]:
    """The stretch at the end of `text` that is no part of the article; none where most would be left out."""
    units = tuple(_units(text))
    cut = len(units)
    while cut > len(units) - MOST_UNITS and (gone := _gone(text, units, cut, author)):
        cut -= gone
    if cut == len(units):
        return ()
    start = units[cut][0]
    words = len(text[:start].split())
    return ((start, len(text)),) if words >= FEWEST_WORDS_LEFT and words > len(text[start:].split()) else ()


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Paragraphs: blocks between blank lines, or the single lines of a block that is not wrapped at a width."""
    rows = ((found.start(), found.end()) for found in re.finditer(r"[^\n]+", text))
    full = [(start, end) for start, end in rows if not text[start:end].isspace()]
    block: list[tuple[int, int]] = []
    for row in full:
        if block and row[0] > block[-1][1] + 1:
            yield from _split(block)
            block = []
        block.append(row)
    yield from _split(block)


def _split(block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if any(end - start > HARD_WRAP for start, end in block):
        yield from block
    elif block:
        yield block[0][0], block[-1][1]


def _gone(text: str, units: tuple[tuple[int, int], ...], cut: int, author: str | None) -> int:
    """How many units before `cut` are boilerplate, 0, 1 or 2; those from `cut` on are already known to be."""
    if not cut:
        return 0
    unit = text[slice(*units[cut - 1])].strip()
    words = len(unit.split())
    if _is_chrome(unit) or (words <= LONGEST_NOTICE and NOTICE.match(unit)):
        return 1
    if words > LONGEST_BIO:
        return 0
    if ROLE.match(unit):
        return 1
    named = BIO.match(unit)
    if named and author and unit.startswith(author):
        return 1
    if named:
        known = cut < len(units) or TRADE.search(unit)
        byline = bool(cut > 1 and known) and text[slice(*units[cut - 2])].strip() in (
            named["name"],
            f"By {named['name']}",
        )
        if (byline or CONTACT.search(unit)) and not _mentioned(named["name"], text, units[: cut - 1 - byline]):
            return 1 + byline
    return 1 if cut < len(units) and author and unit in (author, f"By {author}") else 0


def _is_chrome(unit: str) -> bool:
    rows = (row.strip() for row in unit.split("\n"))
    return all(len(row) <= LONGEST_LINE and CHROME.fullmatch(row) for row in rows if row)


def _mentioned(name: str, text: str, units: tuple[tuple[int, int], ...]) -> bool:
    """Whether the article itself, bylines apart, speaks of the bearer of `name`, by its last word."""
    last = re.compile(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b")
    return any(last.search(text, *unit) and not BYLINE.fullmatch(text[slice(*unit)].strip()) for unit in units)
