"""Commands run in this process, the pipeline behind them replaced by one that finds one claim in every article."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from opedcheck import checker, cli
from opedcheck.errors import ReferencesError
from opedcheck.model import (
    Article,
    ArticleReport,
    Claim,
    Finding,
    Judged,
    Reading,
    ReferencesInfo,
    Report,
    Severity,
)
from opedcheck.model.storage import Storage


class FakeChecker:
    """Calls the first word of every article wrong, with the severity that the article's text names."""

    def __init__(self, claims: Sequence[Path], model: str | None) -> None:
        self.claims = claims
        self.model = model

    def read(self, article: Article) -> Reading:
        word = article.text.split()[0]
        start = article.text.index(word)
        claim = Claim(
            id="c1", family="deed", kind="relation", start=start, end=start + len(word), text=word,
            sentence_start=start, sentence_end=len(article.text),
        )  # fmt: skip
        return Reading(claims=(claim,))

    def check(self, article: Article) -> ArticleReport:
        reading = self.read(article)
        (claim,) = reading.claims
        severities: tuple[Severity, ...] = ("error", "warning", "info")
        found = next((severity for severity in severities if severity in article.text), None)
        if "crash" in article.text:
            raise RuntimeError("out of order")
        if "interrupt" in article.text:
            raise KeyboardInterrupt
        if found is None:
            judged = Judged(claim=claim, verdict="unverified", reason="nothing comparable")
            return ArticleReport(article=article, reading=reading, judged=(judged,))
        finding = Finding(
            rule="relation-mismatch", severity=found, message="so it is not", start=claim.start, end=claim.end,
            quote=claim.text, claim="c1", fingerprint=sha256(f"{article.path}".encode()).hexdigest(),
        )  # fmt: skip
        judged = Judged(claim=claim, verdict="contradicted", reason="so it is not")
        return ArticleReport(article=article, reading=reading, judged=(judged,), findings=(finding,))

    def report(self, articles: Iterable[ArticleReport]) -> Report:
        return Report(version="0", model="none 0", references=ReferencesInfo(), articles=tuple(articles))


class Result(msgspec.Struct):
    status: int
    out: str
    err: str


class Bench:
    """What a test may look at: the checkers that were asked for."""

    def __init__(self) -> None:
        self.asked: list[dict[str, object]] = []
        self.kept: list[bool] = []


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Bench:
    kept = Bench()

    def prepare(
        claims: Sequence[Path] = (),
        *,
        default_claims: bool = True,
        model: str | None = None,
        allow_unsourced: bool = False,
        faulty: Callable[[ReferencesError], None] | None = None,
        storage: Storage | None = None,
    ) -> FakeChecker:
        kept.asked.append(
            {"claims": tuple(claims), "default": default_claims, "model": model, "unsourced": allow_unsourced}
        )
        kept.kept.append(storage is not None)
        if any(path.name == "broken.yaml" for path in claims):
            error = ReferencesError(
                "2 faults", faults=("broken.yaml:1: one", "broken.yaml:2: two"), place="broken.yaml"
            )
            if faulty is None:
                raise error
            faulty(error)
        return FakeChecker(claims, model)

    monkeypatch.setattr(checker, "prepare", prepare)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    return kept


Run = Callable[..., Result]


@pytest.fixture
def run(bench: Bench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "argv", ["opedcheck", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as ended:
            cli.main()
        out, err = capsys.readouterr()
        return Result(int(ended.value.code or 0), out, err)

    return run
