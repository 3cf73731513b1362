"""Records as the lines of a file of references, and the records that people wrote by hand.

A record is a mapping of keys to texts, lists of texts, or lists of mappings, in the order in which they are written.
The same records give the same bytes.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

CLAIMS = Path(__file__).resolve().parent.parent / "claims"
# The day on which the facts were last looked at: it moves when the scripts are run on newer ones.
ACCESSED = "2026-11-29"
BY_TOOL = "# Written by tools/"
WORDS_OF_YAML = frozenset({"no", "yes", "on", "off", "null", "true", "false", "y", "n"})
DAY = re.compile(r"\d{4}-\d\d-\d\d")
BARE = re.compile(r"[^\W\d_][\w .()’'-]*")
Record = Mapping[str, Any]


class Verbatim(str):
    """A text that stands in YAML as it is: a number, or a mapping of numbers."""


def slug(text: str) -> str:
    """The id of a name: "Ivory Coast" -> "ivory-coast"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").lower()).strip("-")


def fold(name: str) -> str:
    """A name for comparing: no accents, no hyphens, no full stops, no case."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join(plain.replace("-", " ").replace(".", "").casefold().split())


def quoted(text: str) -> str:
    """`text` as a YAML scalar: bare where that is safe in block and flow style, and where it is a whole day."""
    if DAY.fullmatch(text) or (BARE.fullmatch(text) and text.lower() not in WORDS_OF_YAML and not text.endswith(" ")):
        return text
    return json.dumps(text, ensure_ascii=False)


def listed(items: Iterable[str]) -> str:
    """`items` as a YAML list in flow style."""
    return "[" + ", ".join(map(quoted, items)) + "]"


def distinct(items: Iterable[str], without: str = "") -> list[str]:
    """`items` once each, in their order, without the empty ones and `without`."""
    return [item for item in dict.fromkeys(items) if item and item != without]


def flow(table: Mapping[str, str | bool]) -> str:
    """A mapping in flow style; empty values are left out."""
    return "{" + ", ".join(f"{key}: {_flag_or_text(value)}" for key, value in table.items() if value) + "}"


def lines(record: Record) -> Iterator[str]:
    """The lines of a record, an item of its section's list; empty values are left out."""
    lead = "  - "
    for key, value in record.items():
        match value:
            case None | "" | [] | {}:
                continue
            case [Mapping(), *_]:
                yield f"{lead}{key}:"
                yield from (f"      - {flow(table)}" for table in value)
            case list():
                yield f"{lead}{key}: {listed(value)}"
            case Mapping():
                yield f"{lead}{key}: {flow(value)}"
            case Verbatim():
                yield f"{lead}{key}: {value}"
            case _:
                yield f"{lead}{key}: {_flag_or_text(value)}"
        lead = "    "


def write(path: Path, about: str, tool: str, section: str, records: Iterable[Record]) -> int:
    """Write a file of references: what it is about, what wrote it, its records. Returns how many there are."""
    found = list(records)
    head = f"# opedcheck references: {about}\n{BY_TOOL}{tool}; change that, not this file.\n{section}:\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + "".join(f"{line}\n" for one in found for line in lines(one)), encoding="utf-8", newline="\n")
    return len(found)


def by_hand(section: str) -> Iterator[dict[str, Any]]:
    """The records of a section that people wrote: what a tool writes gives way to them."""
    for path in sorted(CLAIMS.rglob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        if BY_TOOL not in text:
            yield from (yaml.load(text, Loader=yaml.CSafeLoader) or {}).get(section, ())


def names_of(person: Mapping[str, Any]) -> set[str]:
    """Every form of a person's name, folded."""
    return {fold(form) for form in (person["name"], *person.get("aliases", ()))}


def _flag_or_text(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else quoted(value)
