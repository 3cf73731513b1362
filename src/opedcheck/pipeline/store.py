"""Where the components leave what they found: on the Doc, as bytes, so that it survives `to_bytes` and `pipe`.

`Span._` values are kept by offsets alone, and SpanGroups give copies, so neither can carry a mention. The
mentions lie in `doc.user_data` as MessagePack; `doc._.opedcheck_quantities` and its kin decode them.
For people who look with spaCy's own eyes, each component also fills `doc.spans["opedcheck_..."]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import msgspec
from spacy.tokens import Doc, Span

from opedcheck.model import Claim, Name, Quantity, Sentence, Time

M = TypeVar("M", bound=msgspec.Struct)
KINDS: dict[str, type[msgspec.Struct]] = {
    "quantities": Quantity,
    "times": Time,
    "names": Name,
    "sentences": Sentence,
    "claims": Claim,
}
_decoders = {what: msgspec.msgpack.Decoder(tuple[kind, ...]) for what, kind in KINDS.items()}  # type: ignore[valid-type]


def keep(doc: Doc, what: str, found: Iterable[M], labels: Sequence[str] | None = None) -> Doc:
    """Leave `found` on the Doc under `what` (a key of KINDS), as values and as a SpanGroup; return the Doc."""
    items = tuple(found)
    doc.user_data[f"opedcheck_{what}"] = msgspec.msgpack.encode(items)
    spans = (_span(doc, item, labels[at] if labels else what) for at, item in enumerate(items))
    doc.spans[f"opedcheck_{what}"] = [span for span in spans if span is not None]
    return doc


def kept(doc: Doc, what: str) -> tuple[Any, ...]:
    """What a component left under `what`: a tuple of frozen values; empty where it did not run."""
    data = doc.user_data.get(f"opedcheck_{what}")
    return _decoders[what].decode(data) if data else ()


def _span(doc: Doc, item: Any, label: str) -> Span | None:
    return doc.char_span(item.start, item.end, label=label, alignment_mode="expand")


def _getter(what: str) -> Any:
    return lambda doc: kept(doc, what)


for _what in KINDS:
    if not Doc.has_extension(f"opedcheck_{_what}"):
        Doc.set_extension(f"opedcheck_{_what}", getter=_getter(_what))
