"""`claims ...`: the references, for those who keep them."""

from __future__ import annotations

import typer

from opedcheck.cli import adding, curating, drafting, exchange, linting, search, showing

app = typer.Typer(name="claims", no_args_is_help=True, rich_markup_mode=None, help="Look after the references.")
app.command()(linting.lint)
app.command()(showing.show)
app.command()(search.search)
app.command()(adding.add)
app.command()(drafting.draft)
app.command()(curating.stale)
app.command()(curating.stats)
app.command()(curating.fmt)
app.command()(curating.diff)
app.command()(curating.schema)
app.add_typer(exchange.importing)
app.add_typer(exchange.exporting)
