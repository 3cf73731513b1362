"""Publication dates, as records and front matter give them."""

from __future__ import annotations

import re
from datetime import date

# A time of day and a zone may follow; they do not move the day that the article was dated.
DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d?:\d\d\S*(?: [+-]\S+| [A-Z]+)?)?\Z", re.ASCII)


def published(value: object) -> tuple[date | None, tuple[str, ...]]:
    """The date that `value` gives, and a note where it is malformed or empty; an absent one needs no note."""
    if value is None:
        return None, ()
    found = DATE.match(str(value).strip())
    try:
        if found:
            return date.fromisoformat(found[1]), ()
    except ValueError:
        pass
    shown = str(value).strip()[:40]
    return None, (f"the date {shown!r} is malformed; write it like 2023-07-10",)
