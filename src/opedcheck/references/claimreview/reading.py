"""ClaimReview objects -> statements."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import msgspec

from opedcheck.model import Period, Source, Statement
from opedcheck.references.claimreview.dates import in_address, read
from opedcheck.references.claimreview.ratings import rating
from opedcheck.references.lexicon import slug

TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
QUOTES = (('"', '"'), ("“", "”"), ("«", "»"), ("‘", "’"))
LONGEST_ID = 60


class LeftOut(msgspec.Struct, frozen=True):
    """A review that makes no reference: which, and why."""

    which: str
    why: str


def statements(reviews: Iterable[dict[str, Any]]) -> Iterator[Statement | LeftOut]:
    """A statement for each review, its id unique; the same review twice is one; what is left out, with the reason."""
    known: dict[str, Statement] = {}
    for review in reviews:
        found = _statement(review)
        if isinstance(found, LeftOut):
            yield found
            continue
        name, number = found.id, 2
        while found.id in known and known[found.id] != found:
            found = msgspec.structs.replace(found, id=f"{name}-{number}")
            number += 1
        if found.id not in known:
            known[found.id] = found
            yield found


def _statement(review: dict[str, Any]) -> Statement | LeftOut:
    url, title = _address(review.get("url")), _text(review.get("name")) or _text(review.get("headline"))
    item = _first(review.get("itemReviewed"))
    claim = _unquoted(_text(review.get("claimReviewed")) or _text(item.get("text")) or _text(item.get("name")))
    publisher = _publisher(review, url)
    which = title or url or claim or "a review without a name"
    if not claim:
        return LeftOut(which, "it does not say which claim it reviews")
    own = (Source(publisher=publisher, title=title or None, url=url, published=_day(review)),) if publisher else ()
    sources = (*own, *_based_on(review))
    if not sources:
        return LeftOut(which, "it names neither its author nor its address")
    rated = rating(review.get("reviewRating"))
    return Statement(
        id=_id(review, publisher, url or claim),
        statement=claim,
        title=title or None,
        verdict=rated.verdict,
        rating=rated.original and _text(rated.original),
        claimant=_text(item.get("author")) or None,
        sources=sources,
    )


def _publisher(review: dict[str, Any], url: str | None) -> str:
    """Who reviewed it; where nobody is named, the site that it stands on."""
    people = (_text(review.get(key)) for key in ("author", "publisher", "creator"))
    site = _text(_first(review.get("author")).get("site"))
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return next(filter(None, people), "") or site or host


def _based_on(review: dict[str, Any]) -> Iterator[Source]:
    """The sources that a review names as such, as an export of statements does."""
    works = review.get("isBasedOn")
    for work in works if isinstance(works, list) else [works]:
        if isinstance(work, dict) and (publisher := _text(work.get("publisher"))):
            title, url = _text(work.get("name")) or None, _address(work.get("url"))
            yield Source(publisher=publisher, title=title, url=url, published=_day(work))


def _id(review: dict[str, Any], publisher: str, place: str) -> str:
    """The review's own identifier where it is a name, else one from its publisher and its address."""
    own = _text(review.get("identifier"))
    if own and "/" not in own and len(own) <= LONGEST_ID:
        return slug(own)
    steps = [step for step in urlsplit(place).path.split("/") if step] if "://" in place else [place]
    tail = slug(steps[-1])[:LONGEST_ID].strip("-") if steps else "review"
    return f"{slug(publisher)[:LONGEST_ID].strip('-')}-{tail}-{sha256(place.encode()).hexdigest()[:6]}"


def _day(node: dict[str, Any]) -> Period | None:
    """When it was published, where that can be read: in its dates, else in its address."""
    dates = (read(_text(node.get(key))) for key in ("datePublished", "dateCreated", "dateModified"))
    return next((found for found in dates if found is not None), None) or in_address(_text(node.get("url")))


def _first(node: Any) -> dict[str, Any]:
    """The first object of what may be one, a list of them, or something else."""
    return next((one for one in (node if isinstance(node, list) else [node]) if isinstance(one, dict)), {})


def _text(node: Any) -> str:
    """The plain text of a value: of an object its name, of a list the first that has one."""
    if isinstance(node, list):
        return next(filter(None, map(_text, node)), "")
    if isinstance(node, dict):
        return next(filter(None, (_text(node.get(key)) for key in ("name", "@value", "value", "text", "headline"))), "")
    if isinstance(node, bool) or not isinstance(node, str | int | float):
        return ""
    bare = TAG.sub(" ", html.unescape(html.unescape(str(node))))
    visible = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") else c for c in bare)
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def _unquoted(text: str) -> str:
    """A claim without the quotation marks around the whole of it: the record says whose words they are."""
    for opening, closing in QUOTES:
        inner = text[1:-1].strip()
        if text.startswith(opening) and text.endswith(closing) and inner and not {opening, closing} & set(inner):
            return inner
    return text


def _address(node: Any) -> str | None:
    text = _text(node)
    try:
        fits = urlsplit(text).scheme.lower() in ("http", "https") and bool(urlsplit(text).hostname)
    except ValueError:
        return None
    return text if fits and " " not in text else None
