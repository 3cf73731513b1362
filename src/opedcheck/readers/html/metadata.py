"""What a page declares of its article: date, title, author and address. Nothing is guessed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from opedcheck.readers.html.blocks import Found
from opedcheck.readers.published import published
from opedcheck.readers.source import About

# The names under which the vocabularies in use (Open Graph, schema.org, Dublin Core, Parse.ly, Sailthru) know them.
DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published", "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "publish-date", "publishdate",
    "pubdate", "date",
)  # fmt: skip
TITLES = ("og:title", "headline", "twitter:title", "dc.title", "parsely-title")
AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "byl")
ADDRESSES = ("og:url", "canonical", "url")
ARTICLES = frozenset(
    {"article", "newsarticle", "opinionnewsarticle", "reportagenewsarticle", "analysisnewsarticle", "blogposting",
     "reviewnewsarticle", "backgroundnewsarticle", "webpage", "report"}
)  # fmt: skip


def about(found: Found) -> About:
    """What the page says of itself; a date that can't be read makes a note."""
    said = dict(reversed([*_data(found), *_metas(found)]))
    date, notes = published(_first(said, DATES))
    title = _first(said, TITLES) or found.title or None
    author = _first(said, AUTHORS)
    plain = author if author is None or "://" not in author else None
    return About(date=date, title=title, author=plain, url=_first(said, ADDRESSES), notes=notes)


def _first(said: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((said[name].strip() for name in names if said.get(name, "").strip()), None)


def _metas(found: Found) -> Iterator[tuple[str, str]]:
    """Names and values of meta, link and time elements."""
    for meta in found.metas:
        if meta["element"] == "link" and meta.get("rel", "").lower() == "canonical":
            yield "canonical", meta.get("href", "")
        elif meta["element"] == "time" and ("pubdate" in meta or meta.get("itemprop", "").lower() == "datepublished"):
            yield "datepublished", meta.get("datetime", "")
        elif meta["element"] == "meta":
            for key in ("property", "name", "itemprop"):
                if meta.get(key):
                    yield meta[key].lower(), meta.get("content", "")


def _data(found: Found) -> Iterator[tuple[str, str]]:
    """What JSON-LD says of an article."""
    for text in found.data:
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value, 0):
            kinds = node.get("@type")
            names = {str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])}
            if names & ARTICLES:
                for key in ("datePublished", "headline", "url"):
                    if isinstance(node.get(key), str):
                        yield key.lower(), node[key]
                author = _name(node.get("author"))
                if author:
                    yield "author", author


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object of a JSON-LD document, lists and graphs opened."""
    if depth > 20:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(value.get(key), depth + 1)


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None
