"""What stands inside a block of Markdown: emphasis, links, code, HTML, escapes; each dropped but for its text."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Generator, Iterator

from opedcheck.readers.markdown.blocks import label
from opedcheck.readers.source import Pieces

# Every alternative stops at a character that it can't hold, so that no text makes the scan quadratic.
TOKEN = re.compile(
    r"""(?P<escape>\\(?=[!-/:-@\[-`{-~\n]))
      | (?P<code>`+)
      | (?P<comment><!--)
      | (?P<link><(?:[A-Za-z][A-Za-z0-9+.\-]{1,31}:[^\s<>]*|[\w.+\-]{1,64}@[\w.\-]{1,255})>)
      | (?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9\-]*)(?:\s(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*)?/?>|<[!?][^<>]*>)
      | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
      | (?P<opening>!?\[)
      | (?P<closing>\])
      | (?P<mark>\*+|_+|~+)""",
    re.VERBOSE,
)
TARGET = re.compile(
    r"""\(\s*(?:<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)"""
)
REFERENCE = re.compile(r"\[([^\[\]]{0,999})\]")
LONGEST_LABEL = 999
# A tag that ends a line or a cell parts what stands on its two sides; any other leaves no gap.
BLOCKS = """p div ul ol li dl dd table tr section article aside figure figcaption blockquote header footer main nav form
details summary h1 h2 h3 h4 h5 h6"""
PARTING = {
    **dict.fromkeys(("br", "hr"), "\n"),
    **dict.fromkeys(("td", "th", "dt"), " "),
    **dict.fromkeys(BLOCKS.split(), "\n\n"),
}


def write(stretches: tuple[tuple[int, int], ...], source: str, labels: frozenset[str], pieces: Pieces) -> None:
    """Write the text of one block, given as stretches of `source`, into `pieces`."""
    text = "".join(source[start:end] for start, end in stretches)
    starts, length = [], 0
    for start, end in stretches:
        starts.append(length)
        length += end - start

    def origin(at: int) -> int:
        row = bisect_right(starts, at) - 1
        return stretches[row][0] + at - starts[row]

    def keep(start: int, end: int) -> None:
        while start < end:
            row = bisect_right(starts, start) - 1
            stop = min(end, starts[row] + stretches[row][1] - stretches[row][0])
            pieces.keep(origin(start), origin(start) + stop - start)
            start = stop

    done = 0
    for start, end, instead in sorted(_Scan(text, labels).dropped()):
        if start >= done:
            keep(done, start)
            pieces.put(instead, origin(start))
        done = max(done, end)
    keep(done, len(text))


Drop = tuple[int, int, str]  # from, to, and what is read there instead
Drops = Generator[Drop, None, int]  # ... returning where to go on


class _Scan:
    """One pass over the text of a block."""

    def __init__(self, text: str, labels: frozenset[str]) -> None:
        self.text = text
        self.labels = labels
        self.brackets: list[tuple[int, int]] = []  # where one opens, where its label begins
        self.latest = -1  # the bracket that opened last
        self.marks: dict[str, list[tuple[int, int]]] = defaultdict(list)  # sign -> open runs: start, length
        self.ticks: dict[int, list[int]] = defaultdict(list)  # length -> where such runs of backticks stand
        for run in re.finditer("`+", text):
            self.ticks[len(run[0])].append(run.start())

    def dropped(self) -> Iterator[Drop]:
        at = 0
        while found := TOKEN.search(self.text, at):
            at = found.end()
            match found.lastgroup:
                case "escape":
                    yield found.start(), at, ""
                    at += 1
                case "code":
                    at = yield from self._code(found)
                case "comment":
                    closed = self.text.find("-->", at)
                    at = closed + 3 if closed >= 0 else at
                    yield found.start(), at, ""
                case "link":
                    yield found.start(), found.start() + 1, ""
                    yield at - 1, at, ""
                case "tag":
                    yield found.start(), at, PARTING.get((found["name"] or "").lower(), "")
                case "entity":
                    meant = html.unescape(found[0])
                    if meant != found[0]:
                        yield found.start(), at, meant
                case "opening":
                    self.latest = found.start()
                    self.brackets.append((found.start(), at))
                case "closing" if self.brackets:
                    at = yield from self._closing(found.start())
                case "mark":
                    yield from self._mark(found)

    def _code(self, found: re.Match[str]) -> Drops:
        """Code keeps its text, and nothing in it is markup. Backticks without a partner are text."""
        length = len(found[0])
        runs = self.ticks[length]
        after = bisect_right(runs, found.start())
        if after == len(runs):
            return found.end()
        yield found.start(), found.end(), ""
        yield runs[after], runs[after] + length, ""
        return runs[after] + length

    def _closing(self, at: int) -> Drops:
        """A link keeps its label, an image and a footnote's number nothing; other brackets are text ("[sic]")."""
        start, begin = self.brackets.pop()
        image = self.text[start] == "!"
        if begin < at and self.text[begin] == "^":
            yield start, at + 1, ""
            return at + 1
        stop = self._target(start, begin, at)
        if stop is None:
            return at + 1
        if image:
            yield start, stop, ""
        else:
            yield start, begin, ""
            yield at, stop, ""
        return stop

    def _target(self, start: int, begin: int, at: int) -> int | None:
        """Where that ends which says where a link leads; `None` where the bracket is no link's."""
        if target := TARGET.match(self.text, at + 1):
            return target.end()
        reference = REFERENCE.match(self.text, at + 1)
        if reference and reference[1] and label(reference[1]) in self.labels:
            return reference.end()
        plain = self.labels and self.latest == start and at - begin <= LONGEST_LABEL
        if plain and label(self.text[begin:at]) in self.labels:
            return reference.end() if reference and not reference[1] else at + 1
        return None

    def _mark(self, found: re.Match[str]) -> Iterator[Drop]:
        """Runs of `*`, `_` and `~~` that open and close emphasis, by CommonMark's rule of flanks."""
        start, end = found.span()
        sign = self.text[start]
        before, after = self.text[start - 1 : start] or " ", self.text[end : end + 1] or " "
        opens = not after.isspace() and (after.isalnum() or not before.isalnum())
        closes = not before.isspace() and (before.isalnum() or not after.isalnum())
        if sign == "_":  # none within a word: "snake_case"
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        if sign == "~" and end - start != 2:
            return
        stack = self.marks[sign]
        while closes and stack and start < end:
            opened, length = stack.pop()
            both = min(length, end - start)
            yield opened + length - both, opened + length, ""
            yield start, start + both, ""
            start += both
            if both < length:
                stack.append((opened, length - both))
        if opens and start < end:
            stack.append((start, end - start))
