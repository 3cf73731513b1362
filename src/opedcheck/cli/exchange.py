"""`claims import ...` and `claims export ...`: references made of what others publish, and references published."""

from __future__ import annotations

import typer

from opedcheck.cli import claimreview, sheets, wikidata

importing = typer.Typer(
    name="import", no_args_is_help=True, rich_markup_mode=None, help="Make references of what others publish."
)
importing.command("csv")(sheets.import_csv)
importing.command("wikidata")(wikidata.import_wikidata)
importing.command("claimreview")(claimreview.import_claimreview)

exporting = typer.Typer(name="export", no_args_is_help=True, rich_markup_mode=None, help="Publish references.")
exporting.command("csv")(sheets.export_csv)
exporting.command("jsonl")(sheets.export_jsonl)
exporting.command("claimreview")(claimreview.export_claimreview)
