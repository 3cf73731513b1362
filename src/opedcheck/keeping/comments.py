"""Suppression by comments in Markdown and HTML.

    <!-- opedcheck: ignore[amount-mismatch] the ministry's own figure -->        this line or the next
    <!-- opedcheck: disable[office-mismatch] satire --> ... <!-- opedcheck: enable[office-mismatch] -->
    <!-- opedcheck: ignore-file[place-mismatch] fiction -->

Of a comment that stands alone, the next line is the next that is not blank.
A rule and a reason must be named: a comment without them suppresses nothing, and is told of.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Literal

import msgspec

from opedcheck.config import nearest
from opedcheck.model import Article, Finding, Suppressed

Word = Literal["ignore", "disable", "enable", "ignore-file"]
SUFFIXES = frozenset({".md", ".markdown", ".html", ".htm"})
COMMENT = re.compile(r"<!--\s*opedcheck\s*(?P<colon>:?)(?P<said>.*?)-->", re.DOTALL | re.IGNORECASE)
SAID = re.compile(r"\s*(?P<word>[\w-]+)\s*(?:\[(?P<rules>[^\]]*)\])?(?P<reason>.*)\Z", re.DOTALL)
WORDS: tuple[Word, ...] = ("ignore", "disable", "enable", "ignore-file")
# What else begins with our name is somebody's remark.
MEANT = re.compile(r"\s*(?:ignore|disable|enable)(?:-file)?\s*\[", re.IGNORECASE)
FENCE = re.compile(r"^ {0,3}(```+|~~~+)[^\n]*\n.*?^ {0,3}\1[ \t]*$", re.DOTALL | re.MULTILINE)
NEVER = 10**9


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """A comment that suppresses: which rules, on which lines (1-based, both included), why, and where it stands."""

    rules: frozenset[str]
    first: int
    last: int
    reason: str
    line: int

    def covers(self, rule: str, first: int, last: int) -> bool:
        return rule in self.rules and first <= self.last and self.first <= last


class Fault(msgspec.Struct, frozen=True):
    """A comment that can't be heeded: its line, and why."""

    line: int
    why: str


def comments(article: Article, known: Sequence[str]) -> tuple[tuple[Comment, ...], tuple[Fault, ...]]:
    """The comments of an article, and those that are faulty; none where its format has no comments.

    `known` are the names of all rules.
    """
    if PurePath(article.path or "").suffix.lower() not in SUFFIXES:
        return (), ()
    found = list(_found(article, known))
    faults = tuple(one for one in found if isinstance(one, Fault))
    return tuple(_closed(article, [one for one in found if not isinstance(one, Fault)])), faults


def heeded(
    article: Article, findings: Sequence[Finding], found: Sequence[Comment]
) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...], tuple[Fault, ...]]:
    """The findings that stay, those that a comment suppresses, and the comments that suppress nothing."""
    stay: list[Finding] = []
    gone: list[Suppressed] = []
    used: set[Comment] = set()
    for finding in findings:
        first, last = article.position(finding.start).line, article.position(finding.end, end=True).line
        comment = next((one for one in found if one.covers(finding.rule, first, last)), None)
        if comment is None:
            stay.append(finding)
            continue
        used.add(comment)
        gone.append(Suppressed(finding=finding, by="comment", reason=comment.reason))
    idle = (Fault(one.line, f"suppresses nothing: {', '.join(sorted(one.rules))}") for one in found if one not in used)
    return tuple(stay), tuple(gone), tuple(idle)


Opened = tuple[Word, frozenset[str], str, int, int]


def _found(article: Article, known: Sequence[str]) -> Iterator[Opened | Fault]:
    """Every comment as (word, rules, reason, first line, last line), or why it can't be heeded."""
    fenced = [match.span() for match in FENCE.finditer(article.source)]
    for match in COMMENT.finditer(article.source):
        if any(start <= match.start() < end for start, end in fenced):
            continue
        first, last = (bisect_right(article.lines, offset) for offset in (match.start(), match.end() - 1))
        if not match["colon"]:
            if MEANT.match(match["said"]):
                yield Fault(first, "lacks a colon; write `opedcheck:`")
            continue
        said = SAID.match(match["said"])
        word = next((word for word in WORDS if said and word == said["word"].lower()), None)
        if said is None or word is None:
            yield Fault(first, f"is none of {', '.join(WORDS)}")
            continue
        rules = frozenset(name.strip() for name in (said["rules"] or "").split(",")) - {""}
        reason = " ".join(said["reason"].split())
        unknown = sorted(rules.difference(known))
        if not rules:
            yield Fault(first, f"names no rule; write {word}[rule-name]")
        elif unknown:
            remedy = nearest(unknown[0], known, "`opedcheck rules` lists all of them.")
            yield Fault(first, f"names no known rule: {', '.join(unknown)}. {remedy}")
        elif not reason and word != "enable":
            yield Fault(first, "gives no reason; write it behind the rule")
        else:
            yield word, rules, reason, first, last


def _closed(article: Article, found: Sequence[Opened]) -> Iterator[Comment]:
    """The comments with the lines that they hold for; "disable" holds to the next "enable" of the rule."""
    for at, (word, rules, reason, first, last) in enumerate(found):
        if word == "ignore":
            yield Comment(rules=rules, first=first, last=_next(article, first, last), reason=reason, line=first)
        elif word == "ignore-file":
            yield Comment(rules=rules, first=1, last=NEVER, reason=reason, line=first)
        elif word == "disable":
            for rule in sorted(rules):
                ends = (line for later, named, _, line, _ in found[at + 1 :] if later == "enable" and rule in named)
                yield Comment(rules=frozenset({rule}), first=first, last=next(ends, NEVER), reason=reason, line=first)


def _next(article: Article, first: int, last: int) -> int:
    """The line after a comment on the lines `first` to `last`: if it stands alone there, the next that is not blank."""
    rows = article.source.split("\n")
    alone = re.fullmatch(r"\s*<!--.*?-->\s*", "\n".join(rows[first - 1 : last]), re.DOTALL)
    below = range(last + 1, len(rows) + 1) if alone else ()
    return next((line for line in below if rows[line - 1].strip()), last + 1)
