"""The page as its template needs it, and the page itself: one file under a strict Content-Security-Policy."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from opedcheck.model import Article, ArticleReport, ReferencesInfo, Report, Verdict
from opedcheck.reporters.html.items import FINDING, ORDER, Item, items
from opedcheck.reporters.html.marking import Piece, home, pieces
from opedcheck.reporters.html.notes import Note, note
from opedcheck.reporters.html.summary import summary, unchecked
from opedcheck.reporters.html.text import host, link, visible
from opedcheck.reporters.paragraphs import Paragraph, heads, paragraphs
from opedcheck.reporters.shown import escaped, place
from opedcheck.reporters.tally import SEVERITIES, counted, tally
from opedcheck.words.days import in_words

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).with_name("templates")
DEEPEST = 6
KINDS = (FINDING, *ORDER)
LABELS = {"all": "Everything", "finding": "Findings"} | {name: name.capitalize() for name in (*ORDER, *SEVERITIES)}
POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


class Choice(msgspec.Struct, frozen=True):
    """One way to filter: what to show, and how many there are of it."""

    kind: str
    count: int


class Part(msgspec.Struct, frozen=True):
    """A paragraph, or a heading if it has a `level`, with its notes; `asides` are on claims that nothing settles."""

    level: int
    pieces: Sequence[Piece]
    notes: tuple[Note, ...]
    asides: tuple[Note, ...]


class Slice(msgspec.Struct, frozen=True):
    """A verdict's share of the claims, in thousandths: where its bar begins, and how wide it is."""

    verdict: Verdict
    start: int
    width: int


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One article; `head` is its headline if that is a part of its text, `title` what to call it if not.

    `counts` are those of its findings and of its claims by verdict.
    """

    id: str
    title: str
    head: Part | None
    author: str
    date: str
    file: str
    parts: tuple[Part, ...]
    summary: str
    shares: tuple[Slice, ...]
    counts: Mapping[str, int]
    unchecked: tuple[str, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The whole page; where there are several articles, `about` sums them up, and a table lists them by `columns`."""

    title: str
    stories: tuple[Story, ...]
    about: str
    columns: tuple[str, ...]
    choices: tuple[Choice, ...]
    model: str
    version: str
    references: ReferencesInfo


def view(run: Report) -> Page:
    """What is to be seen of a report."""
    alone = len(run.articles) == 1
    found = [items(one) for one in run.articles]
    stories = tuple(
        _story(one, marks, number, alone)
        for number, (one, marks) in enumerate(zip(run.articles, found, strict=True), 1)
    )
    return Page(
        title=stories[0].title if alone else f"{counted(len(stories), 'article')} checked",
        stories=stories,
        about="" if alone else summary(run.articles),
        columns=tuple(kind for kind in KINDS if kind == FINDING or any(story.counts[kind] for story in stories)),
        choices=(
            Choice("all", sum(map(len, found))),
            *(Choice(kind, sum(kind in item.kinds for marks in found for item in marks)) for kind in KINDS),
        ),
        model=run.model,
        version=run.version,
        references=run.references,
    )


def page(shown: Page) -> str:
    """The page's HTML."""
    style, script = (_source(name) for name in ("style.css", "script.js"))
    policy = POLICY.format(style=_digest(style), script=_digest(script))
    template = _templates().get_template("page.html")
    return template.render(page=shown, policy=policy, style=style, script=script) + "\n"


def _story(one: ArticleReport, marks: Sequence[Item], number: int, alone: bool) -> Story:
    article = one.article
    found = list(paragraphs(article))
    parts = list(_parts(article, found, marks, 1 if alone else 2))
    title = article.title or ""
    headed = bool(parts) and heads(found[0], title)
    return Story(
        id=f"a{number}",
        title=" ".join(found[0].text.split()) if headed else title or place(article),
        head=parts[0] if headed else None,
        author=_byline(article.author or ""),
        date=in_words(article.date) if article.date else "Undated",
        file=place(article) if headed or title else "",
        parts=tuple(parts[headed:]),
        summary=summary((one,)),
        shares=tuple(_shares(one)),
        counts={FINDING: len(one.findings), **{str(name): number for name, number in tally((one,)).verdicts.items()}},
        unchecked=tuple(unchecked(one)),
    )


def _parts(article: Article, found: Sequence[Paragraph], marks: Sequence[Item], base: int) -> Iterator[Part]:
    """Paragraphs and headings; a heading is one level below the one above it at most, whatever the article has."""
    notes: dict[int, list[Item]] = {}
    for item in marks:
        notes.setdefault(home(found, item.start), []).append(item)
    above: list[int] = []
    for number, (one, cut) in enumerate(zip(found, pieces(found, marks, article.skipped), strict=True)):
        if one.level and not (number == 0 and one.level == 1):
            above = [*(level for level in above if level < one.level), one.level]
        there = notes.get(number, [])
        yield Part(
            level=min(base + len(above), DEEPEST) if one.level else 0,
            pieces=cut,
            notes=tuple(note(item) for item in there if item.number),
            asides=tuple(note(item) for item in there if not item.number),
        )


def _byline(author: str) -> str:
    return author if not author or author.lower().startswith("by ") else f"By {author}"


def _shares(one: ArticleReport) -> Iterator[Slice]:
    counts = tally((one,))
    done = 0
    for verdict in ORDER if counts.claims else ():
        start = 1000 * done // counts.claims
        done += counts.verdicts[verdict]
        yield Slice(verdict, start, 1000 * done // counts.claims - start)


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    templates = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    templates.filters |= {
        "visible": visible, "one_line": escaped, "safe_link": link, "host": host, "label": LABELS.__getitem__,
        "kinds": lambda kinds: "".join(f" is-{kind}" for kind in kinds),
    }  # fmt: skip
    templates.tests["item"] = lambda piece: isinstance(piece, Item)
    return templates


@cache
def _source(name: str) -> str:
    """The style or the script, as the page holds it."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """The hash by which the policy knows an element's content (CSP Level 3, 2.3.1)."""
    return b64encode(sha256(text.encode()).digest()).decode()
