"""`claims show`: a record as written, and as understood."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from opedcheck import config
from opedcheck.cli import options
from opedcheck.errors import SettingError
from opedcheck.model import Person, Statement

if TYPE_CHECKING:
    from opedcheck.model import AnyRecord, Claim
    from opedcheck.references import References

SUGGESTED = 5


def show(
    record_id: Annotated[str, typer.Argument(metavar="ID", help="The record's id.")],
    claims: options.Claims = None,
    default_claims: options.DefaultClaims = None,
    allow_unsourced: options.AllowUnsourced = False,
    model: options.Model = None,
    config_file: options.Config = None,
    isolated: options.Isolated = False,
) -> None:
    """Show a record as written, and as understood: the claims that are read in its statement."""
    from opedcheck.cli.run import Request, prepare

    settings = config.load(Path.cwd(), config=config_file, isolated=isolated)
    request = Request(
        inputs=(),
        settings=settings,
        claims=tuple(claims or ()),
        default_claims=default_claims,
        allow_unsourced=allow_unsourced,
        model=model,
    )
    checker = prepare(request, ())
    known = checker.known_references
    record = known.by_id.get(record_id)
    if record is None:
        raise SettingError(f"no record has the id {record_id!r}", remedy=_meant(record_id, known))
    stated = isinstance(record, Statement)
    understood = as_understood(checker.understood(record_id)) if stated else as_compared(record, known)
    print(f"{record.at.path}:{record.at.line}\n")
    print("\n".join(as_written(record)))
    print("\nAs understood:\n")
    for line in understood:
        print(f"  {line}")


def _meant(text: str, known: References) -> str:
    """The ids of the records that somebody may mean who gives a name, or mistypes an id."""
    from opedcheck.references.differing import named
    from opedcheck.references.hints import nearest

    called = [one.id for one in known.records if text.casefold() in named(one).casefold()]
    close = nearest(text, known.by_id)
    meant = called[:SUGGESTED] or ([close] if close else [])
    return (
        f"Did you mean {', '.join(meant)}?" if meant else "`opedcheck claims search` finds statements by their words."
    )


def as_compared(record: AnyRecord, known: References) -> Iterator[str]:
    """What articles are compared with of a record that is no statement: its names, and the offices that it lists."""
    from opedcheck.references.lexicon import lexicon
    from opedcheck.reporters.shown import escaped
    from opedcheck.words.days import term_in_words
    from opedcheck.words.titles import canonical_title

    forms: dict[str, list[str]] = {}
    for entry in lexicon([record]):
        forms.setdefault(entry.role, []).append(escaped(entry.form))
    yield from (f"{role}: {', '.join(some)}" for role, some in forms.items())
    for office in record.offices if isinstance(record, Person) else ():
        title, owner = canonical_title(office.title), known.by_id.get(office.of or "")
        whose = f" of {getattr(owner, 'name', None) or office.of}" if office.of else ""
        term = term_in_words(office.since, office.until) or "at an unknown time"
        told = title or f"{office.title}, a title that opedcheck does not know"
        yield escaped(f"office: {told}{whose}, {term}")
    yield "its fields are compared as they are written"


def as_written(record: AnyRecord) -> Iterator[str]:
    """The lines of the file that the record stands on: the first, and those indented deeper below it."""
    from opedcheck.reporters.shown import escaped

    rows = Path(record.at.path).read_text(encoding="utf-8-sig").split("\n")[record.at.line - 1 :]
    if not rows:
        return
    depth = len(rows[0]) - len(rows[0].lstrip(" "))
    kept = [rows[0]]
    for row in rows[1:]:
        if row.strip() and len(row) - len(row.lstrip(" ")) <= depth:
            break
        kept.append(row)
    while kept and (not kept[-1].strip() or kept[-1].lstrip().startswith("#")):
        kept.pop()
    yield from (escaped(row.rstrip("\r")) for row in kept)


def as_understood(claims: tuple[Claim, ...]) -> Iterator[str]:
    """Every claim that is read in a statement, a line for every slot that is filled."""
    from opedcheck.matching.compare import interval
    from opedcheck.reporters.document import claim as document
    from opedcheck.reporters.document import number
    from opedcheck.reporters.shown import escaped

    if not claims:
        yield "no claim is read in it"
    for one in claims:
        yield f"{one.kind}: {escaped(one.text)}"
        said = document(one)
        for slot in ("subject", "predicate", "object", "attribute", "value", "where", "speaker", "hedge"):
            if said[slot] is not None:
                yield f"  {slot}: {escaped(said[slot])}"
        if one.quantity is not None:
            low, high = interval(one.quantity)
            yield f"  interval: {number(low)} to {number(high)}"
        if one.when is not None:
            yield f"  when: {one.when}"
        if one.negated or one.modality != "asserted":
            yield f"  said: {'denied' if one.negated else one.modality}"
