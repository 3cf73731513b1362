"""Spreadsheets: comma-separated rows to records, and records to rows."""

from opedcheck.references.sheets.reading import read
from opedcheck.references.sheets.writing import as_csv

__all__ = ["as_csv", "read"]
