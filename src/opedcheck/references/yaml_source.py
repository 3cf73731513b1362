"""YAML text -> a tree, built from the parser's events, so that nothing in it is ever constructed or expanded.

Lines are counted as editors count them, at "\\n" and "\\r\\n" alone; YAML itself also breaks at U+0085 and U+2028.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Any

import yaml

from opedcheck.references.tree import Broken, Items, Node, Scalar, Table

MOST_VALUES = 1_000_000
DEEPEST = 40
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
CORE_TAGS = frozenset(
    {None, "!"} | {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "timestamp", "seq", "map")}
)
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # four times as fast, where libyaml is there
ODD_BREAKS = re.compile("\r(?!\n)|[\x85\u2028\u2029]")


def parse(text: str) -> Node | None:
    """The tree of the one document in `text`, or `None` where it holds none. Raises Broken."""
    line = _line_counter(text)
    builder = _Builder(line)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        what = f"is not valid YAML: {fault.problem or fault.context}"
        raise Broken(line(mark) if mark else None, what, "Mend the indentation, quotes or brackets there.") from None
    except yaml.reader.ReaderError:
        raise _unprintable(text) from None
    return builder.root


def _unprintable(text: str) -> Broken:
    """The first character that YAML does not allow. What the parser says of it counts bytes, not characters."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    if found is None:
        return Broken(None, "holds a character that YAML does not allow", "Delete that character.")
    what = f"holds the character U+{ord(found[0]):04X}, which YAML does not allow"
    return Broken(text.count("\n", 0, found.start()) + 1, what, "Delete that character.")


def _line_counter(text: str) -> Callable[[Any], int]:
    """From a parser's mark to the 1-based line in which it lies."""
    if not ODD_BREAKS.search(text):
        last = text.count("\n") + 1  # the parser may point behind a file that ends without a line end
        return lambda mark: min(mark.line + 1, last)
    starts = [found.end() for found in re.finditer("\n", text)]
    return lambda mark: bisect_right(starts, mark.index) + 1


class _Builder:
    """Puts events together. Aliases share one node; what they would expand to is counted and bounded."""

    def __init__(self, line: Callable[[Any], int]) -> None:
        self.line = line
        self.root: Node | None = None
        self.documents = 0
        self.open: list[tuple[Items | Table, str | None]] = []
        self.keys: list[Scalar | None] = []
        self.weights: list[int] = [0]
        self.anchors: dict[str, tuple[Node, int]] = {}

    def take(self, event: yaml.Event) -> None:
        """Add one event of the parser."""
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._start(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                node, anchor = self.open.pop()
                self.keys.pop()
                self._place(node, self.weights.pop() + 1, anchor)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    remedy = "Leave out the second '---', or make two files."
                    raise Broken(self.line(event.start_mark), "a second YAML document begins", remedy)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        line = self._checked(event)
        plain = event.style is None or event.style == ""
        written = "text" if not plain else "null" if event.value in NULLS else "plain"
        self._place(Scalar(event.value, line, written), 1, event.anchor)  # type: ignore[arg-type]

    def _start(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        line = self._checked(event)
        self._key_is_word(line)
        if len(self.open) >= DEEPEST:
            raise Broken(
                line,
                f"is nested more than {DEEPEST} deep",
                "Write it flat: a record holds lists of short mappings, no more.",
            )
        mapping = isinstance(event, yaml.MappingStartEvent)
        self.open.append((Table({}, line, {}, []) if mapping else Items([], line), event.anchor))
        self.keys.append(None)
        self.weights.append(0)

    def _alias(self, event: yaml.AliasEvent) -> None:
        line = self.line(event.start_mark)
        if event.anchor not in self.anchors:
            remedy = f"Write &{event.anchor} at an earlier value, or spell this one out."
            raise Broken(line, f"*{event.anchor} refers to nothing that stands before it", remedy)
        node, weight = self.anchors[event.anchor]
        if isinstance(node, Items | Table):
            self._key_is_word(line)
        self._place(node, weight, None, line)

    def _checked(self, event: Any) -> int:
        line = self.line(event.start_mark)
        if event.tag not in CORE_TAGS:
            raise Broken(
                line, f"the tag {event.tag} is not allowed", "Leave it out: every value is read as its key says."
            )
        return line

    def _key_is_word(self, line: int) -> None:
        if self.open and isinstance(self.open[-1][0], Table) and self.keys[-1] is None:
            raise Broken(line, "a key is a list or a mapping", "Write a word as key.")

    def _place(self, node: Node, weight: int, anchor: str | None, line: int | None = None) -> None:
        """Put a finished node where it belongs: root, list item, key or value."""
        if anchor:
            self.anchors[anchor] = (node, weight)
        self.weights[-1] += weight
        if self.weights[-1] > MOST_VALUES:
            what = f"holds more than {MOST_VALUES:,} values, its aliases (*name) expanded"
            raise Broken(line or node.line, what, "Use fewer aliases, or several files.")
        if not self.open:
            self.root = node
            return
        parent = self.open[-1][0]
        if isinstance(parent, Items):
            parent.values.append(node)
        elif (key := self.keys[-1]) is None:
            self.keys[-1] = node  # type: ignore[assignment]  # _key_is_word has seen to it
        else:
            self.keys[-1] = None
            if key.text in parent.values:
                parent.twice.append((key.text, key.line))
            else:
                parent.values[key.text] = node
                parent.lines[key.text] = key.line
