"""Front matter: YAML between `---` lines or TOML between `+++` lines, at the very beginning of a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from opedcheck.readers.published import published
from opedcheck.readers.source import About, lines

FENCES = {"---": ("---", "..."), "+++": ("+++",)}
LONGEST = 65_536
AUTHORS = ("author", "authors", "byline")
DATES = ("date", "published", "pubdate")


def split(source: str) -> tuple[About, int]:
    """What the front matter says, and where the article begins behind it."""
    rows = lines(source)
    start, end, stop = next(rows, (0, 0, 0))
    closing = FENCES.get(source[start:end].rstrip(" \t"))
    if closing is None:
        return About(), 0
    begin = stop + 1
    for start, end, stop in rows:
        if stop > LONGEST:
            break
        if source[start:end].rstrip(" \t") in closing:
            about = _about(source[begin:start], closing[0])
            return (about, min(stop + 1, len(source))) if about is not None else (About(), 0)
    return About(), 0


def _about(text: str, fence: str) -> About | None:
    """`None` where what stands between two lines of dashes is no mapping: then it is the article's own."""
    try:
        said = _toml(text) if fence == "+++" else _yaml(text)
    except ValueError as fault:
        return About(notes=(f"the front matter can't be read ({fault}), its date is not known",))
    if said is None:
        return None
    date, notes = published(next((said[key] for key in DATES if key in said), None))
    author = next((said[key] for key in AUTHORS if key in said), None)
    return About(date=date, title=_text(said.get("title")), author=_text(author), notes=notes)


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if isinstance(value, str) else None


def _toml(text: str) -> Mapping[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def _yaml(text: str) -> Mapping[str, str] | None:
    """The scalars at the top level, and the first of a list there, as written; `None` if there is no mapping.

    Read from the parser's events: nothing is built, so neither aliases nor tags nor nesting can do harm.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    said: dict[str, str] = {}
    depth, key = 0, None
    try:
        for event in yaml.parse(text, Loader=loader):
            match event:
                case yaml.SequenceStartEvent() | yaml.ScalarEvent() if depth == 0:
                    return None
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    depth += 1
                    key = None if depth > 2 or (depth == 2 and isinstance(event, yaml.MappingStartEvent)) else key
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    depth -= 1
                    key = None
                case yaml.ScalarEvent() if key is not None:
                    said[key], key = event.value, None
                case yaml.ScalarEvent() if depth == 1:
                    key = event.value.lower()
                case yaml.AliasEvent():
                    key = None
    except (yaml.YAMLError, RecursionError) as fault:
        raise ValueError(" ".join(str(fault).split())[:120]) from None
    return said
