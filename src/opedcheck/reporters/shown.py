"""How stretches of an article are shown to people: where they stand, what the line says, nothing that acts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

import msgspec

from opedcheck.model import Article, Judged, Verdict

STDIN = "<stdin>"
# Controls, line separators, and what turns the direction of writing drive a terminal or deceive its reader.
ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
# GitHub and Azure obey these wherever they stand in a log.
COMMAND = re.compile(r"##(?=\w*\[)")
# GitHub obeys these where they begin a line.
AT_START = re.compile(r"^(\s*):(?=:)")


def escaped(text: str) -> str:
    """`text` on one line, without anything that a terminal or the log of a CI run would act upon."""
    spaced = re.sub(r"\r?\n|\t", " ", text)
    return COMMAND.sub(r"#\\#", ACTING.sub(lambda found: found[0].encode("unicode_escape").decode(), spaced))


def escaped_parts(*parts: str) -> Iterator[str]:
    """The parts of a line, escaped so that nothing acts where they stand side by side either."""
    line = "".join(parts)
    broken = {found.start() + 1 for found in COMMAND.finditer(line)}
    letters = [f"\\{letter}" if at in broken else escaped(letter) for at, letter in enumerate(line)]
    for start, end in pairwise(accumulate(map(len, parts), initial=0)):
        yield "".join(letters[start:end])


def place(article: Article) -> str:
    """The article's file; of a file of many articles, which one. A line may begin with it."""
    path = article.path or STDIN
    return AT_START.sub(r"\1\\:", escaped(f"{path}#{article.id}" if path.endswith(".jsonl") else path))


def location(article: Article, offset: int) -> str:
    """`path:line:column`."""
    at = article.position(offset)
    return f"{place(article)}:{at.line}:{at.column}"


CONTEXT = 20
"""Columns left for what stands around a span, however long that is."""


class Excerpt(msgspec.Struct, frozen=True):
    """A line of the source around a span, already escaped; `cut` says that it goes on to the left or right."""

    line: int
    before: str
    marked: str
    after: str


def excerpts(
    article: Article, start: int, end: int, width: int, *, most: int = 4, whole: bool = True
) -> Iterator[Excerpt]:
    """The lines that the plain offsets `start` to `end` stand on, `most` at most, each cut to about `width`; within the
    span, too, unless that is to stay `whole`."""
    first = article.source_offset(start)
    last = max(article.source_offset(end, end=True), first)
    line = article.position(start).line
    for number in range(line, min(line + most, len(article.lines) + 1)):
        begin = article.lines[number - 1]
        stop = article.lines[number] - 1 if number < len(article.lines) else len(article.source)
        text = article.source[begin:stop].removesuffix("\r")
        left, right = max(first - begin, 0), min(last - begin, len(text))
        if number > line and begin >= last:
            return
        marked = text[left:right] if whole else _middle(text[left:right], width - CONTEXT)
        before, after = _fit(text[:left], text[right:], max(width - len(marked), CONTEXT))
        yield Excerpt(number, *escaped_parts(before, marked, after))


def _middle(text: str, length: int) -> str:
    """The beginning and the end of a text that is longer than `length`."""
    if len(text) <= length:
        return text
    half = (length - 3) // 2
    return f"{_head(text, half).removesuffix('…')} … {_tail(text, half).removeprefix('…')}"


def _fit(before: str, after: str, room: int) -> tuple[str, str]:
    """Both, cut at a space near where they fit into `room` together, an ellipsis where something is left out."""
    if len(before) + len(after) <= room:
        return before, after
    share = room // 2
    left = min(len(before), max(share, room - len(after)))
    right = min(len(after), room - left)
    return _tail(before, left), _head(after, right)


def _tail(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    kept = text[len(text) - length :]
    return "…" + kept[kept.find(" ") + 1 if 0 <= kept.find(" ") < 20 else 0 :]


def _head(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    space = text.rfind(" ", 0, length)
    return text[: space if space > max(length - 20, 0) else length] + "…"


def listed(judged: tuple[Judged, ...], verdict: Verdict) -> list[Judged]:
    """Claims of a verdict to list: as they stand, the unverified by how much they are worth checking."""
    found = [one for one in judged if one.verdict == verdict]
    return sorted(found, key=lambda one: -one.claim.checkworthiness) if verdict == "unverified" else found
