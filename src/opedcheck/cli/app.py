"""The commands, one module a group. What a command needs is imported when it runs: `--help` loads no spaCy."""

from __future__ import annotations

import typer

from opedcheck.cli import baselines, caching, claims, configuration, explain, extract, scan, serving
from opedcheck.cli.guard import Guard
from opedcheck.cli.options import Version

app = typer.Typer(
    cls=Guard,
    name="opedcheck",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(
    epilog="Exit status: 0 nothing found, 1 findings, 2 something could not be used or read, 130 interrupted."
)
def opedcheck(version: Version = False) -> None:
    """The linter for facts: checks the claims of articles against curated references, offline."""


app.command()(scan.scan)
app.command()(extract.extract)
app.command()(explain.explain)
app.command()(explain.rules)
app.command()(explain.note)
app.command()(serving.lsp)
app.add_typer(claims.app)
app.add_typer(baselines.app)
app.add_typer(configuration.app)
app.add_typer(caching.app)
