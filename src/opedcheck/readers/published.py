"""Publication dates, as records and front matter give them."""

from __future__ import annotations

import re
from datetime import date

# A time of day and a zone may follow; they do not move the day that the article was dated.
DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d?:\d\d\S*(?: [+-]\S+| [A-Z]+)?)?\Z", re.ASCII)
# A month's name and a year: enough to be worth asking dateparser.
IN_WORDS = re.compile(
    r"(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*\b\d{4}\b|\b\d{4}\b.*\b[a-z]{3}"
)


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
    in_words = _in_words(str(value)) if IN_WORDS.search(str(value)) else None
    if in_words is not None:
        return in_words, ()
    shown = str(value).strip()[:40]
    return None, (f"the date {shown!r} is malformed; write it like 2023-07-10",)


def _in_words(value: str) -> date | None:
    """ "July 10, 2023", "Mon, 10 Jul 2023 08:00 GMT": whatever names day, month and year. Figures alone are not
    read: 10/07/2023 is one day in London and another in New York."""
    from dateparser.date import DateDataParser  # takes half a second, so only where a date is in words

    found = DateDataParser(languages=["en"], settings={"STRICT_PARSING": True}).get_date_data(value.strip())
    return found.date_obj.date() if found.date_obj is not None and found.period in ("day", "time") else None
