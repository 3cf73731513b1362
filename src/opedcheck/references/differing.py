"""What has changed from one state of references to another, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import msgspec

from opedcheck.model import AnyRecord
from opedcheck.references.writing import as_keys

NAMING: dict[str, tuple[tuple[str, ...], ...]] = {
    "offices": (("title", "of", "from"), ("title", "of", "until"), ("title", "of"), ("title",)),
    "members": (("who", "from"), ("who", "until"), ("who",)),
    "sources": (("publisher", "title", "url"), ("url",), ("publisher", "title"), ("publisher",)),
}
"""By which keys an item of a list is known again, the surest first."""


class Change(msgspec.Struct, frozen=True):
    """One record, with what has become of it: a line for each thing that differs."""

    record: AnyRecord
    what: Literal["added", "removed", "changed"]
    details: tuple[str, ...] = ()


def differences(old: Iterable[AnyRecord], new: Iterable[AnyRecord]) -> Iterator[Change]:
    """What differs between two sets of records: removed ones first, then the others as they stand in `new`."""
    before = {record.id: record for record in old}
    after = {record.id: record for record in new}
    for name, record in before.items():
        if name not in after:
            yield Change(record, "removed")
    for name, record in after.items():
        if name not in before:
            yield Change(record, "added")
        elif details := tuple(_details(before[name], record)):
            yield Change(record, "changed", details)


def named(record: AnyRecord) -> str:
    """What a record is called among people."""
    return str(getattr(record, "statement", "") or getattr(record, "name", ""))


def _details(old: AnyRecord, new: AnyRecord) -> Iterator[str]:
    if type(old) is not type(new):
        yield f"was {_a(old)}, is {_a(new)}"
    yield from _tables(as_keys(old), as_keys(new))


def _tables(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        if before == after:
            continue
        match before, after:
            case ((dict() | None), (dict() | None)):
                yield from (f"{key}: {row}" for row in _tables(before or {}, after or {}))
            case ((list() | None), (list() | None)):
                yield from _lists(key, before or [], after or [])
            case None, _:
                yield f"{key} added: {_shown(after)}"
            case _, None:
                yield f"{key} removed: {_shown(before)}"
            case _:
                yield f"{key} changed from {_shown(before)} to {_shown(after)}"


def _lists(key: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[str]:
    gone = [one for one in old if one not in new]
    come = [one for one in new if one not in old]
    for keys in NAMING.get(key, ()):
        for before in list(gone):
            after = next((one for one in come if _known_by(keys, before) == _known_by(keys, one) is not None), None)
            if after is not None:
                gone.remove(before)
                come.remove(after)
                yield from (f"{key}: {_title(before)}: {row}" for row in _tables(before, after))
    yield from (f"{key}: removed {_item(one)}" for one in gone)
    yield from (f"{key}: added {_item(one)}" for one in come)
    if not gone and not come and sorted(map(str, old)) == sorted(map(str, new)):
        yield f"{key}: in another order"


def _known_by(keys: Sequence[str], item: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """What `keys` have in an item; `None` where they have nothing at all."""
    return tuple(item.get(key) for key in keys) if any(key in item for key in keys) else None


def _title(item: Mapping[str, Any]) -> str:
    """What an office, a membership or a source is called."""
    whose = f" of {item['of']}" if "of" in item else ""
    return str(item.get("title" if "of" in item else "publisher", "") or item.get("who") or item.get("title")) + whose


def _item(item: Any) -> str:
    if not isinstance(item, Mapping):
        return _shown(item)
    times = [f"{key} {item[key]}" for key in ("from", "until", "published", "accessed") if key in item]
    return _title(item) + (f" ({', '.join(times)})" if times else "")


def _shown(value: Any) -> str:
    """A value in words; texts that could be mistaken for something else stand between quotation marks."""
    if isinstance(value, list):
        return ", ".join(map(_item, value))
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"“{text}”" if " " in text else text


def _a(record: AnyRecord) -> str:
    kind = str(type(record).__struct_config__.tag)
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
