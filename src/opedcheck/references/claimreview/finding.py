"""A file's bytes -> the ClaimReview objects in it, alone or in lists, graphs, feeds, lines and answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import msgspec

DEEPEST = 60


class Unreadable(msgspec.Struct, frozen=True):
    """What is no JSON: 1-based line, and what is wrong with it."""

    line: int
    what: str


def reviews(data: bytes) -> Iterator[dict[str, Any] | Unreadable]:
    """Every ClaimReview in a JSON document or in JSON lines, and what can't be read.

    Answers of the Google Fact Check Tools API (claims that have `claimReview`) come as the ClaimReviews they tell of.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        yield Unreadable(data.count(b"\n", 0, fault.start) + 1, f"byte {fault.start + 1} is not UTF-8")
        return
    whole = _parsed(text, 1)
    if not isinstance(whole, Unreadable):
        yield from _found(whole)
        return
    lines = [(number, row) for number, row in enumerate(text.split("\n"), start=1) if row.strip()]
    parsed = [_parsed(row, number) for number, row in lines]
    if len(lines) < 2 or all(isinstance(one, Unreadable) for one in parsed[:2]):
        yield whole  # one document, spread over lines
        return
    for one in parsed:
        if isinstance(one, Unreadable):
            yield one
        else:
            yield from _found(one)


def _parsed(text: str, line: int) -> Any:
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as fault:
        return Unreadable(line + fault.lineno - 1, f"is not valid JSON: {fault.msg}, column {fault.colno}")
    except (RecursionError, ValueError):
        return Unreadable(line, "is nested too deep, or has a number too long, to be read")


def _found(root: Any) -> Iterator[dict[str, Any]]:
    named = {node["@id"]: node for node in _objects(root, 0) if isinstance(node.get("@id"), str) and len(node) > 1}
    for node in _objects(root, 0):
        if _is_review(node):
            yield {key: _resolved(value, named) for key, value in node.items()}
        elif isinstance(node.get("claimReview"), list):
            yield from (_answered(node, one) for one in node["claimReview"] if isinstance(one, dict))


def _objects(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every object, outer ones first; deeper than any feed is, nothing is looked for."""
    if depth > DEEPEST:
        return
    if isinstance(node, dict):
        yield node
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for one in inner:
        yield from _objects(one, depth + 1)


def _is_review(node: dict[str, Any]) -> bool:
    """Whether it calls itself a ClaimReview, by a name or an address, or has no type and reviews a claim."""
    types = node.get("@type", "ClaimReview" if "claimReviewed" in node else "")
    return any(
        isinstance(one, str) and one.replace(":", "/").rpartition("/")[2] == "ClaimReview"
        for one in (types if isinstance(types, list) else [types])
    )


def _resolved(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    """What a bare `@id` points to, where the document has it."""
    if isinstance(value, list):
        return [_resolved(one, named) for one in value]
    if isinstance(value, dict) and len(value) == 1 and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def _answered(claim: dict[str, Any], review: dict[str, Any]) -> dict[str, Any]:
    """A review in an answer of the Fact Check Tools API, in schema.org's words."""
    return {
        "claimReviewed": claim.get("text"),
        "author": review.get("publisher"),
        "url": review.get("url"),
        "name": review.get("title"),
        "datePublished": review.get("reviewDate"),
        "reviewRating": {"alternateName": review.get("textualRating")},
        "itemReviewed": {"author": claim.get("claimant")},
    }
