"""A further record in a file that people keep: nothing else in it changes, comments least of all."""

from __future__ import annotations

from collections.abc import Container

import yaml

from opedcheck.model import AnyRecord
from opedcheck.references.formatting import above, formatted
from opedcheck.references.lexicon import slug
from opedcheck.references.wording import EMPTY
from opedcheck.references.writing import SECTION_OF, as_keys, lines
from opedcheck.references.yaml_source import LOADER

HEAD = "# opedcheck references"
LONGEST_ID = 60


def new_id(statement: str, taken: Container[str]) -> str:
    """An id of the statement's own words, with a number behind it where others have it already."""
    words = [word for word in slug(statement).split("-") if word not in EMPTY] or ["statement"]
    while len(words) > 1 and len("-".join(words)) > LONGEST_ID:
        words.pop()
    name = "-".join(words)[:LONGEST_ID].strip("-")
    return next(one for one in (name, *(f"{name}-{n}" for n in range(2, 10**6))) if one not in taken)


def appended(text: str, record: AnyRecord) -> str:
    """The text of a YAML file of references with `record` at the end of its section.

    `text` is sound, or blank: then the file begins with it.
    """
    plain = text.replace("\r\n", "\n")
    made = _appended(plain if plain.endswith("\n") or not plain else plain + "\n", record)
    return made.replace("\n", "\r\n") if "\r\n" in text else made


def _appended(text: str, record: AnyRecord) -> str:
    section = SECTION_OF[type(record)]
    root = yaml.compose(text, Loader=LOADER)
    if root is None or not isinstance(root, yaml.MappingNode):
        return "\n".join([text.rstrip("\n") or HEAD, f"{section}:", *lines(as_keys(record))]) + "\n"
    rows = text.rstrip("\n").split("\n")
    found = next(((key, value) for key, value in root.value if key.value == section), None)
    if root.flow_style or (found and getattr(found[1], "flow_style", False) and found[1].value):
        made = formatted(text)
        return made if made == text else _appended(made, record)
    if found is None:
        return "\n".join([*rows, f"{section}:", *lines(as_keys(record))]) + "\n"
    key, value = found
    if not isinstance(value, yaml.SequenceNode) or not value.value:
        row = key.start_mark.line
        rows[row] = f"{section}:" + _comment(rows[row])
        at, indent = row + 1, 2
    else:
        indent = value.start_mark.column
        at = above(rows, min(value.end_mark.line, len(rows)), indent)
        while at and not rows[at - 1].strip():
            at -= 1
    return "\n".join([*rows[:at], *lines(as_keys(record), indent), *rows[at:]]) + "\n"


def _comment(row: str) -> str:
    """The comment at the end of a line that holds a section's name, and nothing else or an empty list."""
    _, mark, comment = row.partition(" #")
    return mark + comment
