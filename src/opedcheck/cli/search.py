"""`claims search`: the references that may speak of a text, ranked, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import msgspec
import typer

from opedcheck import config
from opedcheck.cli import guard, options, run, writing
from opedcheck.errors import SettingError
from opedcheck.model import Statement

if TYPE_CHECKING:
    from opedcheck.matching.search import Hit, Search, Shared
    from opedcheck.matching.semantic import SemanticSearch
    from opedcheck.references import References

FORMATS = ("text", "jsonl")
WORDS_TOLD = 6
"""How many of the shared words a hit tells of unless asked to explain."""

Text = Annotated[str | None, typer.Argument(metavar="TEXT", help="What to look for: a sentence, or a few words.")]
Batch = Annotated[
    Path | None, typer.Option("--batch", metavar="FILE", help='Queries, one {"id", "text"} a line, instead of TEXT.')
]
Top = Annotated[int, typer.Option("--top", metavar="N", min=1, help="How many references to show, at most.")]
Format = Annotated[str, options.formatted(FORMATS)]
Explain = Annotated[bool, typer.Option("--explain", help="Show all that is shared, with what each adds to the score.")]

Semantic = Annotated[
    bool | None,
    typer.Option(
        "--semantic/--no-semantic",
        help="Rank by meaning as well, or by words alone; by meaning where the extra opedcheck[semantic] is installed.",
        show_default=False,
    ),
]


class Query(msgspec.Struct, frozen=True):
    """A text to search for."""

    id: str
    text: str


def search(
    text: Text = None,
    batch: Batch = None,
    top: Top = 5,
    explain: Explain = False,
    semantic: Semantic = None,
    output_format: Format = "text",
    claims: options.Claims = None,
    default_claims: options.DefaultClaims = None,
    config_file: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Rank the statements by the words, names and numbers that they share with a text.

    Records without a source are searched, too.
    """
    options.one_of(FORMATS, output_format, "--format")
    if (text is None) == (batch is None):
        raise typer.BadParameter("give either a text or --batch FILE.", param_hint="TEXT")
    queries = _queries(batch) if batch is not None else [Query("query", text or "")]
    settings = config.load(Path.cwd(), config=config_file, isolated=isolated)
    request = run.Request(inputs=(), settings=settings, claims=tuple(claims or ()), default_claims=default_claims)
    known = _references(request)
    find = _finder(known, semantic)
    with writing.standard_output() as out:
        for query in queries:
            hits = find(query.text, top)
            if output_format == "jsonl":
                out.write(_line(query, hits, explain) + "\n")
            else:
                _print(query if batch is not None else None, hits, known, explain, out)
    guard.say(f"{len(find.index.ids)} statements searched")


def _finder(known: References, semantic: bool | None) -> Search | SemanticSearch:
    """By words; by meaning, too, where that is asked for, or nothing is and the extra is installed."""
    from opedcheck.matching.semantic.encoder import missing

    return _by_meaning(known) if semantic or (semantic is None and not missing()) else _by_words(known)


def _by_words(known: References) -> Search:
    from opedcheck.keeping import cache
    from opedcheck.matching.search import prepare

    return prepare(known.records, known.lexicon, storage=cache, digest=known.info.digest)


def _by_meaning(known: References) -> SemanticSearch:
    from opedcheck.keeping import cache
    from opedcheck.matching import semantic

    def told(count: int) -> None:
        guard.say(f"embedding {count:,} statements, which is done once ...")

    encoder, name = semantic.installed(), "\0".join(str(Path(path).absolute()) for path in known.info.paths)
    return semantic.prepare(_by_words(known), known.records, encoder, storage=cache, name=name, new=told)


def _references(request: run.Request) -> References:
    from opedcheck.keeping import cache
    from opedcheck.references import load

    paths, default = run.claims_paths(request, ())
    return load(paths, default_claims=default, allow_unsourced=True, cache=cache)


def _queries(path: Path) -> list[Query]:
    """The queries of a file, one a line; SettingError names the first line that is none."""
    try:
        rows = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        why = fault.strerror if isinstance(fault, OSError) else "it is not UTF-8"
        raise SettingError(f"can't be read: {why}", place=path, remedy="Check --batch.") from None
    decoder = msgspec.json.Decoder(Query)
    found = []
    for line, row in enumerate(rows, start=1):
        if row.strip():
            try:
                found.append(decoder.decode(row))
            except msgspec.DecodeError as fault:
                remedy = 'Write {"id": "...", "text": "..."}.'
                raise SettingError(f"no query: {fault}", place=path, line=line, remedy=remedy) from None
    return found


def _line(query: Query, hits: tuple[Hit, ...], explain: bool) -> str:
    """One answer as CONTRACT has it; with `why` where it is asked for."""
    results = [
        {"reference": hit.reference, "score": hit.score}
        | ({"why": [msgspec.to_builtins(shared) for shared in hit.why]} if explain else {})
        for hit in hits
    ]
    return json.dumps({"id": query.id, "results": results}, ensure_ascii=False)


def _print(query: Query | None, hits: tuple[Hit, ...], known: References, explain: bool, out: TextIO) -> None:
    from opedcheck.reporters.shown import escaped

    if query is not None:
        out.write(f"{escaped(query.id)}: {escaped(query.text)}\n")
    if not hits:
        out.write("nothing shares a word, a name or a number with it\n")
    for rank, hit in enumerate(hits, start=1):
        record = known.by_id[hit.reference]
        assert isinstance(record, Statement)
        out.write(f"{rank}. {hit.score:.2f}  {escaped(record.statement)} [{escaped(hit.reference)}]{_rated(record)}\n")
        for line in _reasons(hit, record, explain):
            out.write(f"   {escaped(line)}\n")
    out.write("\n" if query is not None else "")


def _rated(record: Statement) -> str:
    """What is to be known of a statement that is not simply true."""
    if record.verdict == "true":
        return ""
    return f" ({record.verdict}{f': rated “{record.rating}”' if record.rating else ''})"


def _reasons(hit: Hit, record: Statement, explain: bool) -> Iterator[str]:
    """What is shared, the weightiest first: with what it adds and how it was found, or only the words."""
    if explain:
        for shared in hit.why:
            yield f"+{shared.weight:.3f}  {shared.kind:<7}  {_told(shared, record)}"
        return
    words = [shared.text for shared in hit.why if shared.kind != "meaning"]
    told = ", ".join(dict.fromkeys(words[:WORDS_TOLD]))
    more = len(words) - WORDS_TOLD
    yield f"shared: {told}{f' and {more} more' if more > 0 else ''}" if words else "alike in meaning alone"


def _told(shared: Shared, record: Statement) -> str:
    if shared.kind == "meaning":
        return "what both say as a whole, whatever the words"
    if shared.kind == "entity":
        return f"{shared.text}, which is {shared.term}"
    word = _wording(shared, record)
    return shared.text + {"same": "", "synonym": f", near to “{word}”", "alike": f", spelled like “{word}”"}[shared.how]


def _wording(shared: Shared, record: Statement) -> str:
    """A term as the record words it: the index has its stem alone."""
    from opedcheck.matching.search_terms import terms

    parts = (record.statement, *record.aliases, record.title or "", record.topic or "", *record.tags)
    words = (term.shown for part in parts for term in terms(part) if term.key == shared.term)
    return next(words, shared.term)
