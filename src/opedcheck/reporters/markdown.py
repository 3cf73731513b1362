"""For the comment on a pull request: a line that sums up, a table of the findings, their evidence folded away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from opedcheck.model import Report
from opedcheck.reporters.reporter import Look, Reporter
from opedcheck.reporters.shown import escaped, listed, place
from opedcheck.reporters.tally import summed_up
from opedcheck.reporters.told import Told, gravest, grounds, source_in_words

# What Markdown, or GitHub's own kind of it, would act upon; "@" and "#" would call people and issues.
ACTING = re.compile(r"([\\`*_{}\[\]()#+!|<>~@$^=])")
BARE_LINK = re.compile(r"\b(https?|ftp|www)([:.])", re.I)
SAFE_LINK = re.compile(r"https?://[^\s<>()\[\]\"'`\\|]+\Z")
MOST = 100
"""Findings in the table: a comment on GitHub may have 65,536 characters."""


def write(run: Report, out: TextIO, look: Look) -> None:
    """The comment; `look.show` adds lists of claims."""
    found = gravest(run)
    out.write(f"**opedcheck**: {plain(summed_up(run.articles))}\n")
    if found:
        out.write(f"\n{table(found[:MOST])}")
        if len(found) > MOST:
            out.write(f"\nand {len(found) - MOST} more.\n")
        out.write("\n<details><summary>Evidence</summary>\n\n")
        for one in found[:MOST]:
            out.write(_evidence(one))
        out.write("\n</details>\n")
    for verdict in look.show:
        claims = [(one.article, judged) for one in run.articles for judged in listed(one.judged, verdict)]
        if claims:
            out.write(f"\n**{verdict}**\n\n")
        for article, judged in claims:
            line = article.position(judged.claim.start).line
            out.write(f"- {plain(place(article))}:{line}: “{plain(judged.claim.text)}”: {plain(judged.reason)}\n")


def table(found: Iterable[Told]) -> str:
    """A table of findings, one a row."""
    rows = ["| where | severity | rule | what | suggestion |", "| --- | --- | --- | --- | --- |"]
    for one in found:
        where = plain(f"{one.path}:{one.start.line}:{one.start.column}")
        said, better = plain(one.finding.message), plain(one.finding.suggestion or "")
        rows.append(f"| {where} | {one.severity} | {plain(one.finding.rule)} | {said} | {better} |")
    return "\n".join(rows) + "\n"


def plain(text: str) -> str:
    """`text` as words and nothing else: no markup, no link, no mention, on one line."""
    return BARE_LINK.sub("\\1\\\\\\2", ACTING.sub(r"\\\1", escaped(text))).replace("&", "&amp;")


def _evidence(one: Told) -> str:
    lines = [f"- {plain(one.path)}:{one.start.line} “{plain(one.finding.quote)}”\n"]
    for evidence in grounds(one.finding):
        said = plain(evidence.statement or evidence.reference)
        sources = "; ".join(_linked(source_in_words(source), source.url) for source in evidence.sources)
        lines.append(f"  - {said}{f' ({sources})' if sources else ''}\n")
    return "".join(lines)


def _linked(words: str, url: str | None) -> str:
    """The words as a link where the address is one that can't act."""
    if url is None or not SAFE_LINK.match(url):
        return plain(words)
    return f"[{plain(words.removesuffix(url).rstrip(', '))}]({url})"


REPORTER = Reporter(name="markdown", write=write)
