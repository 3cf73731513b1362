"""The whole job, on one page: articles and references in, a report out.

file -> readers -> Article -> pipeline -> claims -> matching -> judging -> findings
                   references -> records, names, statements read by the same pipeline
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache as cache_once
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from opedcheck import __version__
from opedcheck.errors import ReferencesError
from opedcheck.keeping import cache, readings
from opedcheck.keeping.readings import Claims, digest
from opedcheck.model import (
    Article,
    ArticleReport,
    Claim,
    Gist,
    Reading,
    ReferencesInfo,
    Report,
    Statement,
    StatementMatch,
)
from opedcheck.model.storage import Storage
from opedcheck.references import References, load
from opedcheck.repository import relative

if TYPE_CHECKING:
    from spacy.language import Language

    from opedcheck.matching import Known


Watch = Callable[[Iterable[Reading], int], Iterable[Reading]]


class Checker:
    """References and a spaCy pipeline, ready to read and check articles one after the other.

    What was read once, with the same names known, is kept in `storage`, if any: where nothing is new, no model is
    loaded. References are matched afresh each time. `watch` passes on what is read in statements, with their number.
    """

    def __init__(self, references: References, *, model: str | None = None, storage: Storage | None = cache) -> None:
        self.known_references = references
        self._model = model
        self._storage = storage
        self.watch: Watch = lambda found, count: found

    @property
    def references(self) -> ReferencesInfo:
        return self.known_references.info

    @property
    def model(self) -> str:
        """The spaCy model that runs, with its version. Raises ModelError where it is not installed."""
        from opedcheck.pipeline.models import model_name

        return model_name(self._model)

    def read(self, article: Article) -> Reading:
        """Everything that can be checked in `article`, nothing compared."""
        if self._storage is None:
            return self._read(article)
        found = readings.kept(article, self._reader, self._storage)
        if found is None:
            found = self._read(article)
            readings.keep(article, self._reader, found, self._storage)
        return found

    def check(self, article: Article) -> ArticleReport:
        """`article` against the references."""
        return self.compare(article, self.read(article))

    def compare(self, article: Article, read: Reading) -> ArticleReport:
        """What was read in `article` against the references."""
        from opedcheck.judging import Case, judge
        from opedcheck.matching import aligned, claims, matches, repeated

        persons = frozenset(n.entity for n in read.names if n.kind == "person" and n.entity and " " in n.text)
        case = Case(text=article.text, path=_named(article), published=article.date, persons=persons, reading=read)
        again = repeated(article, read, self._known)
        every = claims(article, read, again)
        found = {c.id: matches(c, self._known, article.date, again.get(c.sentence_start, ())) for c in every}
        judged, findings = judge(every, found, case, aligned(article, read, self._known), again)
        return ArticleReport(article=article, reading=read, judged=judged, findings=findings)

    def report(self, articles: Iterable[ArticleReport]) -> Report:
        """The report of a run that checked `articles`."""
        from opedcheck.judging import RULES

        return Report(
            version=__version__,
            model=self.model,
            references=self.references,
            articles=tuple(articles),
            rules=RULES,
        )

    def load(self) -> None:
        """Load the model and the references now, rather than when the first article asks for them."""
        _ = self._nlp, self._known

    def is_like(self, other: Checker) -> bool:
        """Whether both check alike: the same model, the same records in the same places."""
        return self._model == other._model and self.known_references.records == other.known_references.records

    def adopt(self, other: Checker) -> None:
        """Use the model that `other` has loaded, where it is the same one and knows the same names."""
        same = self._model == other._model and self.known_references.lexicon == other.known_references.lexicon
        if same and "_nlp" in vars(other):
            self._nlp = other._nlp

    def understood(self, record_id: str) -> tuple[Claim, ...]:
        """The claims that the pipeline reads in the statement `record_id`; none for other records."""
        return self._known.read.get(record_id, ())

    def objections(self, statement: Statement) -> Iterator[tuple[str, str]]:
        """The ids of records that contradict a statement among the references, each with what is wrong by it."""
        from opedcheck.judging import Case, judge
        from opedcheck.matching import matches

        claims = self.understood(statement.id)
        stood = statement.since.first if statement.since else None
        found = {
            claim.id: tuple(
                match
                for match in matches(claim, self._known, stood)
                if not (isinstance(match, StatementMatch) and _apart(match.record, statement))
            )
            for claim in claims
        }
        judged, _ = judge(claims, found, Case(text=statement.statement, path=statement.at.path))
        for one in judged:
            if one.verdict in ("contradicted", "disputed"):
                for evidence in one.evidence:
                    if evidence.outcome == "differs":
                        yield evidence.reference, one.reason

    def _read(self, article: Article) -> Reading:
        from opedcheck.pipeline import reading

        return reading(self._nlp, article.text, published=article.date, skipped=article.skipped)

    @cached_property
    def _nlp(self) -> Language:
        from opedcheck.pipeline import build

        return build(self.known_references.lexicon, model=self._model)

    @cached_property
    def _reader(self) -> str:
        """A digest of all that a reading depends on but the text and its date."""
        from opedcheck.pipeline.models import model_digest

        return digest(
            __version__, _code("pipeline", "model", "words"), model_digest(self._model), self.known_references.lexicon
        )

    @cached_property
    def _known(self) -> Known:
        """The references, with the claims of every statement and of its other phrasings, read once and kept.

        Where some statements are new, the others are not read again.
        """
        from opedcheck.matching import Known, StatementIndex

        records, storage = self.known_references.records, self._storage
        if storage is None:
            return Known(records, *self._read_statements({}, {}))
        where = digest("statements", self._reader, [str(Path(path).absolute()) for path in self.references.paths])
        said = ((r.id, _phrasings(r) if isinstance(r, Statement) else ()) for r in records)
        content = digest(_code("matching"), *said)  # the index is made and read by that code
        kept = readings.kept_statements(where, storage)
        if kept is not None and kept.content == content:
            index = msgspec.msgpack.decode(kept.index, type=StatementIndex)
            return Known(records, readings.claims_of(kept.claims), readings.gists_of(kept.gists), index)
        texts = {r.id: digest(*_phrasings(r)) for r in records if isinstance(r, Statement)}
        same = [i for i, text in texts.items() if kept is not None and kept.texts.get(i) == text]
        claims, gists = self._read_statements(
            readings.claims_of({i: kept.claims[i] for i in same} if kept else {}),
            readings.gists_of({i: kept.gists[i] for i in same} if kept else {}),
        )
        known = Known(records, claims, gists)
        readings.keep_statements(where, readings.statements(content, texts, claims, gists, known.index), storage)
        return known

    def _read_statements(
        self, known: Mapping[str, Claims], gists: Mapping[str, Gist]
    ) -> tuple[Mapping[str, Claims], Mapping[str, Gist]]:
        """The claims and the gist of every statement: those `known` already, and those of the others, read now."""
        from opedcheck.pipeline import readings as read_all

        statements = [r for r in self.known_references.records if isinstance(r, Statement)]
        texts = [(s.id, text) for s in statements if s.id not in known for text in _phrasings(s)]
        read: dict[str, list[Claim]] = {s.id: list(known.get(s.id, ())) for s in statements}
        told = {s.id: gists[s.id] for s in statements if s.id in gists}
        found = self.watch(read_all(self._nlp, (text for _, text in texts)), len(texts)) if texts else ()
        for (record_id, text), one in zip(texts, found, strict=True):
            claims = read[record_id]
            claims.extend(
                msgspec.structs.replace(c, id=f"{record_id}#{len(claims) + n}") for n, c in enumerate(one.claims, 1)
            )
            told.setdefault(record_id, _gist(text, one))
        return {record_id: tuple(claims) for record_id, claims in read.items()}, told


def _gist(text: str, read: Reading) -> Gist:
    """What a statement's first phrasing says, word by word, for sentences that may say it otherwise."""
    stands = any(claim.kind in ("office", "membership") for claim in read.claims)
    return Gist(
        text=text, names=read.names, quantities=read.quantities, times=read.times, words=read.words, event=not stands
    )


def _apart(one: Statement, other: Statement) -> bool:
    """Whether they can't contradict each other: they are one, or never hold on the same day."""
    return one.id == other.id or _ends_before(one, other) or _ends_before(other, one)


def _ends_before(one: Statement, other: Statement) -> bool:
    end = one.until.last if one.until else None
    start = other.since.first if other.since else None
    return end is not None and start is not None and end <= start


def _phrasings(statement: Statement) -> tuple[str, ...]:
    """A statement and its other phrasings: what the pipeline reads of it."""
    return (statement.statement, *statement.aliases)


@cache_once
def _code(*folders: str) -> str:
    """A digest of the code and the data in folders of ours: what other code kept is no use to this one."""
    root = Path(__file__).parent
    files = (path for folder in folders for path in (root / folder).rglob("*"))
    return digest(*(path.read_bytes() for path in sorted(files) if path.is_file() and path.suffix != ".pyc"))


def _named(article: Article) -> str:
    """What an article goes by in fingerprints: its file in the repository; of a file of many articles, which one."""
    if article.path is None:
        return article.id
    path = relative(article.path)
    return f"{path}#{article.id}" if path.endswith(".jsonl") else path


def prepare(
    claims: Sequence[Path] = (),
    *,
    default_claims: bool = True,
    model: str | None = None,
    allow_unsourced: bool = False,
    faulty: Callable[[ReferencesError], None] | None = None,
    storage: Storage | None = cache,
) -> Checker:
    """A checker with the references of `claims` and, unless told otherwise, the shipped ones.

    Raises ReferencesError with every fault found (with `faulty`, hands it over and goes on with the sound records),
    ModelError where `model` is not installed. `storage` keeps what was decoded and read from one run to the next.
    """
    references = load(
        claims, default_claims=default_claims, allow_unsourced=allow_unsourced, cache=storage, faulty=faulty
    )
    return Checker(references, model=model, storage=storage)
