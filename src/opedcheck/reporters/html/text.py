"""Text from outside as a page may hold it: escaped, with what acts made visible; addresses that can only be opened."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from opedcheck.reporters.shown import ACTING

# What a parser of XML or HTML drops or objects to, and what turns the direction of writing; a line end and a tab stay.
CONTROL = re.compile(f"(?![\t\n])(?:{ACTING.pattern}|[\ud800-\udfff\ufffe\uffff])")
UNSAFE = re.compile(rf"[\s<>\"'`\\{{}}|^]|{CONTROL.pattern}")


def visible(text: str) -> Markup:
    """`text` escaped, and each character that would act or be lost by its number, in an element of its own."""
    done, parts = 0, []
    for found in CONTROL.finditer(text):
        parts += [
            escape(text[done : found.start()]),
            Markup('<span class="control">U+{:04X}</span>').format(ord(found[0])),
        ]
        done = found.end()
    return Markup("").join((*parts, escape(text[done:])))


def link(url: str | None) -> str | None:
    """The address if a browser does nothing with it but open a page: http or https, with a host."""
    if url is None or UNSAFE.search(url):
        return None
    try:
        parts = urlsplit(url)
        safe = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    return url if safe else None


def host(url: str) -> str:
    """Whose address it is."""
    return (urlsplit(url).hostname or "").removeprefix("www.")
