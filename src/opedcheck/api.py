"""The public functions, for other programs: `opedcheck.check` and `opedcheck.load_references`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Date
from pathlib import Path

import msgspec

from opedcheck.checker import Checker
from opedcheck.keeping import cache
from opedcheck.model import Article, ArticleReport
from opedcheck.readers import from_text
from opedcheck.references import References, load

_checkers: dict[tuple[str, str | None], Checker] = {}


def load_references(paths: Sequence[str | Path] = (), *, default_claims: bool = True) -> References:
    """The references of `paths` (files or folders) and, unless told otherwise, those that ship.

    Raises opedcheck.errors.ReferencesError, whose `faults` name every fault with file, line and remedy.
    """
    return load([Path(path) for path in paths], default_claims=default_claims, cache=cache)


def check(
    article: str | Article,
    *,
    date: str | Date | None = None,
    references: References | None = None,
    model: str | None = None,
) -> ArticleReport:
    """Check one text (or an Article from `opedcheck.readers`) against `references`, by default those that ship.

    `date` is the publication date, ISO 8601 where it is a string; ValueError where it is none. The spaCy pipeline
    is built once for each set of references and kept.
    """
    published = Date.fromisoformat(date) if isinstance(date, str) else date
    known = references if references is not None else load_references()
    key = (known.info.digest, model)
    if key not in _checkers:
        _checkers[key] = Checker(known, model=model)
    if isinstance(article, str):
        article = from_text(article, date=published)
    elif published is not None:
        article = msgspec.structs.replace(article, date=published)
    return _checkers[key].check(article)
