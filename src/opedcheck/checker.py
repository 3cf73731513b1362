"""The whole job, on one page: articles and references in, a report out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from opedcheck.model import Article, ArticleReport, Reading, ReferencesInfo


class Checker:
    """References and a spaCy pipeline, ready to read and check articles one after the other."""

    model: str
    references: ReferencesInfo

    def read(self, article: Article) -> Reading:
        """Everything that can be checked in `article`, nothing compared."""
        raise NotImplementedError

    def check(self, article: Article) -> ArticleReport:
        """`article` against the references."""
        raise NotImplementedError


def prepare(
    claims: Sequence[Path] = (),
    *,
    default_claims: bool = True,
    model: str | None = None,
    allow_unsourced: bool = False,
) -> Checker:
    """A checker with the references of `claims` and, unless told otherwise, the shipped ones.

    Raises ReferencesError with every fault found, ModelError where `model` is not installed.
    """
    raise NotImplementedError
