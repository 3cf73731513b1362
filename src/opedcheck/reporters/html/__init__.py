"""One page: the articles as they were written, what is said of their claims beside them; no network, no script needed.

Every claim is shown by its verdict, whatever `--show` says: the page's own filter chooses among them.
"""

from __future__ import annotations

from typing import TextIO

from opedcheck.model import Report
from opedcheck.reporters.reporter import Look, Reporter


def write(run: Report, out: TextIO, look: Look) -> None:
    """The page; well-formed as HTML and as XML, the same for the same report."""
    from opedcheck.reporters.html.page import page, view  # other formats, and --version, need not pay for it

    out.write(page(view(run)))


REPORTER = Reporter(name="html", write=write)
