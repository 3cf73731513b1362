"""`claims add`: a statement and its source, written at the end of a file once it is known to be of use."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from opedcheck import config
from opedcheck.cli import guard, options, run, writing
from opedcheck.cli.projects import NAME, nearest
from opedcheck.cli.showing import as_understood
from opedcheck.errors import ReferencesError, SettingError

if TYPE_CHECKING:
    from opedcheck.checker import Checker
    from opedcheck.model import Claim, Statement
    from opedcheck.references import References

DEFAULT_FILE = "statements.yaml"
DATE = "YYYY[-MM[-DD]]"

Sentence = Annotated[str, typer.Argument(metavar="STATEMENT", help="The fact, as one plain sentence.")]
Publisher = Annotated[str, typer.Option("--publisher", metavar="NAME", help="Who published it.")]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="Where it stands.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="The title of the page or document.")]
Published = Annotated[str | None, typer.Option("--published", metavar=DATE, help="When it was published.")]
Accessed = Annotated[str | None, typer.Option("--accessed", metavar=DATE, help="When you read it [today].")]
File = Annotated[
    Path | None, typer.Option("--file", metavar="FILE", help=f"The file to add it to [the project's {DEFAULT_FILE}].")
]
Id = Annotated[str | None, typer.Option("--id", metavar="ID", help="The record's id [made of the statement].")]
Topic = Annotated[str | None, typer.Option("--topic", metavar="TEXT", help="What it is about, in a word or two.")]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A remark for curators and readers.")]
From = Annotated[str | None, typer.Option("--from", metavar=DATE, help="The first day on which it holds.")]
Until = Annotated[str | None, typer.Option("--until", metavar=DATE, help="The first day on which it no longer does.")]
ReviewBy = Annotated[str | None, typer.Option("--review-by", metavar=DATE, help="When to look at it again.")]
Exclusive = Annotated[
    list[str] | None,
    typer.Option("--exclusive", metavar="SLOT", help="A slot that nobody and nothing else fills. Repeatable."),
]
IsFalse = Annotated[bool, typer.Option("--known-false", help="It is a known falsehood.")]
Force = Annotated[bool, typer.Option("--force", help="Add it even if nothing that can be checked is read in it.")]


def add(
    statement: Sentence,
    publisher: Publisher,
    url: Url = None,
    title: Title = None,
    published: Published = None,
    accessed: Accessed = None,
    file: File = None,
    record_id: Id = None,
    topic: Topic = None,
    note: Note = None,
    since: From = None,
    until: Until = None,
    review_by: ReviewBy = None,
    exclusive: Exclusive = None,
    known_false: IsFalse = False,
    force: Force = False,
    claims: options.Claims = None,
    default_claims: options.DefaultClaims = None,
    model: options.Model = None,
    config_file: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Add a statement with its source to a file, comments kept, and show what is understood of it.

    What is known already is refused, and what says nothing that can be checked.
    """
    from opedcheck.references.appending import new_id

    path = file or (nearest(Path.cwd()) or Path(NAME)) / DEFAULT_FILE
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise SettingError("statements are added to .yaml files", place=path, remedy="Name one with --file.")
    if file is not None:
        writing.check_output(file)
    settings = config.load(Path.cwd(), config=config_file, isolated=isolated)
    request = run.Request(inputs=(), settings=settings, claims=tuple(claims or ()), default_claims=default_claims)
    known = _known(request, path)
    source = {
        "publisher": publisher, "title": title, "url": url, "published": published,
        "accessed": accessed or date.today().isoformat(),
    }  # fmt: skip
    keys = {
        "id": record_id or new_id(statement, known.by_id), "statement": statement, "exclusive": exclusive,
        "verdict": "false" if known_false else None, "valid": _filled({"from": since, "until": until}),
        "topic": topic, "note": note, "review_by": review_by, "sources": [_filled(source)],
    }  # fmt: skip
    record = _record(_filled(keys), path)
    text = _with(record, path)
    _refuse_known(record, path, known)
    checker = _checker(known, record, model)
    understood = checker.understood(record.id)
    _refuse_double(record, checker)
    if not understood and not force:
        remedy = "Say who did what, how much or when in a plain sentence; --force adds it all the same."
        raise SettingError("nothing that can be checked is read in the statement", remedy=remedy)
    path.parent.mkdir(exist_ok=True)
    writing.write_bytes(text.encode(), path)
    _show(record, path, understood)
    for _, message in dict(checker.objections(record)).items():
        guard.say(f"warning: another reference does not agree: {message}")


def _filled(keys: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in keys.items() if value}


def _known(request: run.Request, path: Path) -> References:
    """The references of the project, the settings and the file itself; those that have faults are left out."""
    from opedcheck.keeping import cache
    from opedcheck.references import load

    paths, default = run.claims_paths(request, ())
    own = (path,) if path.exists() else ()
    return load((*paths, *own), default_claims=default, allow_unsourced=True, cache=cache, faulty=guard.report)


def _record(keys: dict[str, Any], path: Path) -> Statement:
    """The record, read as it will be read from its file. Raises SettingError with every fault of what was given."""
    import json

    from opedcheck.model import Statement
    from opedcheck.references import collect, reading
    from opedcheck.references.faults import refuse

    row = json.dumps(keys, ensure_ascii=False).encode()
    decoded = reading.read(collect.File(Path("given.jsonl"), "the statement as given", row))
    refuse(decoded.faults)
    record = decoded.entries[0].record
    assert isinstance(record, Statement)
    return record


def _with(record: Statement, path: Path) -> str:
    """The file's text with the record in it: all that it held is held again, and the record with it."""
    from opedcheck.references import collect, reading
    from opedcheck.references.appending import appended
    from opedcheck.references.faults import refuse

    try:
        data = path.read_bytes() if path.exists() else b""
    except OSError as fault:
        raise SettingError(f"can't be read: {fault.strerror}", place=path, remedy="Make it readable.") from None
    shown = collect.shown(path)
    before = reading.read(collect.File(path, shown, data))
    if data.strip() and before.entries:
        refuse(fault for fault in before.faults if fault.record is None)
    text = appended(data.decode("utf-8-sig"), record)
    after = reading.read(collect.File(path, shown, text.encode()))
    records = [entry.record for entry in after.entries]
    kept = [entry.record for entry in before.entries]
    fits = len(records) == len(kept) + 1 and sum(one is None for one in records) == sum(one is None for one in kept)
    if not fits or not any(one is not None and collect.same(one, record) for one in records):
        remedy = "Mend the file (`opedcheck claims lint` tells how), or name another with --file."
        raise ReferencesError("nothing can be added to it", place=shown, remedy=remedy)
    return text


def _refuse_known(record: Statement, path: Path, known: References) -> None:
    """Refuse an id that is taken, and a statement whose words another has."""
    from opedcheck.references.alike import doubles

    if record.id in known.by_id:
        at = known.by_id[record.id].at
        what = f"another record has the id {record.id}, at {at.path}:{at.line}"
        raise SettingError(what, remedy="Give it another with --id.")
    for first in doubles(record, known.records):
        what = f"it is known already: {first.id}, at {first.at.path}:{first.at.line}: {first.statement.rstrip('.')}"
        raise SettingError(what, remedy="Edit that record; it may have several sources.")


def _checker(known: References, record: Statement, model: str | None) -> Checker:
    """A checker that knows the record, too."""
    import msgspec

    from opedcheck.checker import Checker

    return Checker(msgspec.structs.replace(known, records=(*known.records, record)), model=model)


def _refuse_double(record: Statement, checker: Checker) -> None:
    """Refuse a statement that says in other words what another says."""
    from opedcheck.cli import deep

    for first in deep.doubles(checker, record):
        what = f"it says what {first.id} says, at {first.at.path}:{first.at.line}: {first.statement.rstrip('.')}"
        raise SettingError(what, remedy="Add your phrasing to the aliases of that record.")


def _show(record: Statement, path: Path, understood: tuple[Claim, ...]) -> None:
    from opedcheck.references.writing import as_keys, lines

    print(f"{path}: added {record.id}\n")
    print("\n".join(lines(as_keys(record))))
    print("\nAs understood:\n")
    print("\n".join(f"  {line}" for line in as_understood(understood)))
