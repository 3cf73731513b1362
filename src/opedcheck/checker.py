"""The whole job, on one page: articles and references in, a report out.

file -> readers -> Article -> pipeline -> claims -> matching -> judging -> findings
                   references -> records, names, statements read by the same pipeline
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache as cache_once
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from opedcheck import __version__
from opedcheck.errors import ReferencesError
from opedcheck.keeping import cache
from opedcheck.model import Article, ArticleReport, Claim, Reading, ReferencesInfo, Report, Statement
from opedcheck.references import References, load

if TYPE_CHECKING:
    from spacy.language import Language

    from opedcheck.matching import Known

Statements = dict[str, tuple[Claim, ...]]
_statements = msgspec.msgpack.Decoder(Statements)


class Checker:
    """References and a spaCy pipeline, ready to read and check articles one after the other."""

    def __init__(self, references: References, *, model: str | None = None) -> None:
        self.known_references = references
        self._model = model

    @property
    def references(self) -> ReferencesInfo:
        return self.known_references.info

    @property
    def model(self) -> str:
        """The spaCy model that runs, with its version."""
        from opedcheck.pipeline import model_name

        return model_name(self._nlp)

    def read(self, article: Article) -> Reading:
        """Everything that can be checked in `article`, nothing compared."""
        from opedcheck.pipeline import reading

        return reading(self._nlp, article.text, published=article.date, skipped=article.skipped)

    def check(self, article: Article) -> ArticleReport:
        """`article` against the references."""
        from opedcheck.judging import Case, judge
        from opedcheck.matching import matches

        read = self.read(article)
        persons = frozenset(n.entity for n in read.names if n.kind == "person" and n.entity and " " in n.text)
        path = article.path or article.id
        case = Case(text=article.text, path=path, published=article.date, persons=persons, reading=read)
        found = {claim.id: matches(claim, self._known, article.date) for claim in read.claims}
        judged, findings = judge(read.claims, found, case)
        return ArticleReport(article=article, reading=read, judged=judged, findings=findings)

    def report(self, articles: Iterable[ArticleReport]) -> Report:
        """The report of a run that checked `articles`."""
        return Report(version=__version__, model=self.model, references=self.references, articles=tuple(articles))

    def understood(self, record_id: str) -> tuple[Claim, ...]:
        """The claims that the pipeline reads in the statement `record_id`; none for other records."""
        return self._read_statements.get(record_id, ())

    @cached_property
    def _nlp(self) -> Language:
        from opedcheck.pipeline import build

        return build(self.known_references.lexicon, model=self._model)

    @cached_property
    def _known(self) -> Known:
        from opedcheck.matching import Known

        return Known(self.known_references.records, self._read_statements)

    @cached_property
    def _read_statements(self) -> Statements:
        """The claims of every statement and of its other phrasings, read once and kept by content."""
        key = self._key()
        kept = cache.get(key)
        if kept is not None:
            try:
                return _statements.decode(kept)
            except msgspec.DecodeError:
                pass  # written by another version: read anew
        statements = [r for r in self.known_references.records if isinstance(r, Statement)]
        read = self._read(statements)
        cache.put(key, msgspec.msgpack.encode(read))
        return read

    def _read(self, statements: Sequence[Statement]) -> Statements:
        from opedcheck.pipeline import readings

        texts = [(s.id, text) for s in statements for text in (s.statement, *s.aliases)]
        read: dict[str, list[Claim]] = {}
        for (record_id, _), one in zip(texts, readings(self._nlp, (text for _, text in texts)), strict=True):
            claims = read.setdefault(record_id, [])
            claims.extend(
                msgspec.structs.replace(c, id=f"{record_id}#{len(claims) + n}") for n, c in enumerate(one.claims, 1)
            )
        return {record_id: tuple(claims) for record_id, claims in read.items()}

    def _key(self) -> str:
        parts = ("statements", __version__, _reader(), self.model, self.references.digest, str(self.references.count))
        return sha256("\0".join(parts).encode()).hexdigest()


@cache_once
def _reader() -> str:
    """A digest of the code that reads statements: what another reader kept is no use to this one."""
    root = Path(__file__).parent
    files = sorted(path for folder in ("pipeline", "model", "words") for path in (root / folder).rglob("*.py"))
    return sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()


def prepare(
    claims: Sequence[Path] = (),
    *,
    default_claims: bool = True,
    model: str | None = None,
    allow_unsourced: bool = False,
    faulty: Callable[[ReferencesError], None] | None = None,
) -> Checker:
    """A checker with the references of `claims` and, unless told otherwise, the shipped ones.

    Raises ReferencesError with every fault found (with `faulty`, hands it over and goes on with the sound records),
    ModelError where `model` is not installed.
    """
    references = load(
        claims, default_claims=default_claims, allow_unsourced=allow_unsourced, cache=cache, faulty=faulty
    )
    return Checker(references, model=model)
