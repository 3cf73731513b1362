"""`claims draft`: what an article says that no reference speaks of, as records to fill in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from opedcheck import config
from opedcheck.cli import guard, options, run
from opedcheck.cli.showing import as_understood
from opedcheck.errors import SettingError
from opedcheck.model import Article, ArticleReport, Claim, Report
from opedcheck.reporters import Look
from opedcheck.reporters.reporter import Reporter
from opedcheck.reporters.shown import escaped, place

if TYPE_CHECKING:
    from opedcheck.checker import Checker
    from opedcheck.references.drafting import Draft

NOTHING_SAID = ("predicted", "hypothetical", "questioned", "opinion")
HEAD = (
    "Look each up; say it as the source has it, not as the article does, and name the source.",
    "A record without one is refused: fill it in or delete it.",
)
Paths = Annotated[list[str], typer.Argument(metavar="ARTICLE|-", help="Articles, or - for standard input.")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="The .yaml file to write.")]
Top = Annotated[int | None, typer.Option("--top", metavar="N", min=1, help="How many statements to draft, at most.")]


def draft(
    paths: Paths,
    output: Output = None,
    top: Top = None,
    date: options.Date = None,
    claims: options.Claims = None,
    default_claims: options.DefaultClaims = None,
    allow_unsourced: options.AllowUnsourced = False,
    model: options.Model = None,
    stdin_filename: options.StdinFilename = None,
    config_file: options.Config = None,
    isolated: options.Isolated = False,
    no_cache: options.NoCache = False,
) -> None:
    """Draft references for what no reference speaks of in an article, the most check-worthy first.

    A draft is no reference until its source is filled in: files that hold one are refused.
    """
    if output is not None and output.suffix.lower() not in (".yaml", ".yml"):
        raise SettingError("drafts are .yaml files", place=output, remedy="Name one with --output.")
    if output is not None and output.exists():
        raise SettingError("is there already", place=output, remedy="Name another file, or delete it first.")
    request = run.Request(
        inputs=tuple(paths),
        settings=config.load(Path.cwd(), config=config_file, isolated=isolated),
        published=options.day(date),
        claims=tuple(claims or ()),
        default_claims=default_claims,
        allow_unsourced=allow_unsourced,
        model=model,
        stdin_name=stdin_filename,
        no_cache=no_cache,
    )
    taken: set[str] = set()
    count = 0

    def work(checker: Checker, article: Article) -> ArticleReport:
        taken.update(checker.known_references.by_id)
        return checker.check(article)

    def write(report: Report, out: TextIO, look: Look) -> None:
        from opedcheck.references.drafting import skeleton

        nonlocal count
        found = list(_drafts(report))[:top]
        count = len(found)
        names = ", ".join(dict.fromkeys(place(one.article) for one in report.articles))
        out.write(skeleton(found, (f"opedcheck drafts: from {names}", *HEAD), taken))

    _, complete = run.run(request, work, Reporter(name="draft", write=write), Look(), output)
    guard.say(f"{count} statements drafted")
    if not complete:
        raise typer.Exit(guard.UNUSABLE)


def _drafts(report: Report) -> Iterator[Draft]:
    """The sentences that make claims which nothing confirms or denies, the most check-worthy first, each once."""
    from opedcheck.references.drafting import Draft

    found: dict[str, list[Claim]] = defaultdict(list)
    for article in report.articles:
        for judged in article.judged:
            claim = judged.claim
            if judged.verdict == "unverified" and claim.modality not in NOTHING_SAID:
                text = article.article.text[claim.sentence_start : claim.sentence_end]
                found[escaped(" ".join(text.split()))].append(claim)
    worth = {text: max(claim.checkworthiness for claim in claims) for text, claims in found.items()}
    for text in sorted(found, key=lambda text: -worth[text]):
        yield Draft(text, (f"check-worthiness {worth[text]:.2f}", *as_understood(tuple(found[text]))))
