"""A file's bytes -> its records and its faults."""

from __future__ import annotations

from opedcheck.references.collect import File
from opedcheck.references.decode import Decoded, decode_file, decode_line
from opedcheck.references.faults import Fault
from opedcheck.references.tree import Broken


def read(file: File) -> Decoded:
    """What `file` holds: its records as far as they are sound, and every fault."""
    decoded = Decoded()
    try:
        text = _text(file.data)
        decoded = _lines(text, file.shown) if file.path.suffix.lower() == ".jsonl" else _yaml(text, file.shown)
    except Broken as broken:
        decoded.faults.append(_fault(broken, file.shown))
    if not decoded.entries and not decoded.faults:
        remedy = "Write a record in it, or remove it."
        decoded.faults.append(Fault(path=file.shown, what="the file holds no records", remedy=remedy))
    return decoded


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Broken(line, f"byte {error.start + 1} is not UTF-8", "Save the file as UTF-8.") from None


def _yaml(text: str, path: str) -> Decoded:
    from opedcheck.references import yaml_source

    return decode_file(yaml_source.parse(text), path)


def _lines(text: str, path: str) -> Decoded:
    from opedcheck.references import jsonl

    decoded = Decoded()
    for row in jsonl.parse(text):
        if isinstance(row, Broken):
            decoded.faults.append(_fault(row, path))
        else:
            decode_line(row, path, decoded)
    # Other programs' keys stand in every line: each is told once.
    warned = {fault.what: fault for fault in reversed(decoded.faults) if fault.severity == "warning"}
    decoded.faults = [fault for fault in decoded.faults if warned.get(fault.what, fault) is fault]
    return decoded


def _fault(broken: Broken, path: str) -> Fault:
    return Fault(path=path, line=broken.line, what=broken.what, remedy=broken.remedy)
