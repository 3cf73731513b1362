"""`claims import wikidata`: people with their offices, of an answer of Wikidata's query service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from opedcheck.cli import guard, imported, options, writing
from opedcheck.cli.curating import chosen
from opedcheck.errors import SettingError

if TYPE_CHECKING:
    from opedcheck.model import Person
    from opedcheck.references import References
    from opedcheck.references.wikidata.holding import Asked, Held, LeftOut

Answers = Annotated[
    list[Path] | None, typer.Argument(metavar="FILE", help="Answers as JSON, as the query service saves them.")
]
Query = Annotated[
    list[str] | None,
    typer.Option("--query", metavar="Q...", help="Print the query for a position, an item such as Q14211. Repeatable."),
]
Office = Annotated[str | None, typer.Option("--office", metavar="TITLE", help="The office [the position's name].")]
Of = Annotated[str | None, typer.Option("--of", metavar="ID", help="Whose office it is [as the position's name says].")]
Accessed = Annotated[
    str | None, typer.Option("--accessed", metavar="YYYY-MM-DD", help="When you got the answer [today].")
]
ReviewBy = Annotated[str | None, typer.Option("--review-by", metavar="YYYY-MM-DD", help="When to look at it again.")]


def import_wikidata(
    files: Answers = None,
    output: imported.Output = None,
    query: Query = None,
    office: Office = None,
    of: Of = None,
    accessed: Accessed = None,
    review_by: ReviewBy = None,
    default_claims: options.DefaultClaims = None,
    force: imported.Force = False,
) -> None:
    """Make people with their offices of what Wikidata knows of who held a position, from when until when.

    Print the query with --query Q14211, paste it at query.wikidata.org, download the answer as JSON. Rows that can't be
    used are named, and people whom references know already are left to them, what those lack is told. Look at what
    comes out: anybody may edit Wikidata; and say surname: where it isn't the last word of the name.
    """
    if query:
        _print(query)
        return
    if not files:
        raise typer.BadParameter("name a file, or ask for a query with --query.", param_hint="FILE")
    from opedcheck.model import day
    from opedcheck.references.wikidata import Asked, names_of, people

    imported.check(output, force)
    review = options.day(review_by, "--review-by")
    known = _known(default_claims is not False)
    ids = dict(names_of(known.records))
    rows = _rows(files, Asked(office, of and _owner(of, ids, known), ids))
    got = options.day(accessed, "--accessed") or date.today()
    found = people(rows, day(got), day(review) if review else None)
    made, others = _beside(found.people, known)
    imported.tell_left_out([*map(str, found.left_out), *others])
    imported.write(made, output, "Wikidata")
    _remark(made, found.vague)
    left_out = len(found.left_out) + len(others)
    guard.say(f"{len(made)} people imported, {left_out} left out, {found.again} said what others say")


def _print(positions: list[str]) -> None:
    from opedcheck.references.wikidata.query import ITEM, query

    for one in positions:
        if not ITEM.fullmatch(one):
            raise typer.BadParameter(f"{one!r} is no item of Wikidata; write it like Q14211.", param_hint="--query")
    writing.write_text(query(*positions), None)


def _known(default: bool) -> References:
    """The references of the project and those that ship; what is wrong with them is for `claims lint` to tell."""
    from opedcheck.keeping import cache
    from opedcheck.references import load

    paths = chosen(None)
    return load(paths, default_claims=default, allow_unsourced=True, cache=cache, faulty=lambda _: None)


def _owner(of: str, ids: dict[str, str], known: References) -> str:
    """The id of whose office it is, given so or by a name."""
    from opedcheck.references.hints import remedy

    found = of if of in known.by_id else ids.get(of.lower())
    if found is None:
        raise SettingError(f"no record has the id {of}", place="--of", remedy=remedy(of, known.by_id))
    return found


def _rows(files: list[Path], asked: Asked) -> Iterator[Held | LeftOut]:
    """What the rows of all files say."""
    from opedcheck.references.tree import Broken
    from opedcheck.references.wikidata import answer, holdings

    for path in files:
        try:
            yield from holdings(answer(path.read_bytes()), str(path), asked)
        except OSError as error:
            raise SettingError(f"can't be read: {error.strerror}", place=path, remedy="Check its name.") from None
        except Broken as broken:
            raise SettingError(broken.what, place=path, line=broken.line, remedy=broken.remedy) from None


def _beside(found: Iterable[Person], known: References) -> tuple[list[Person], list[str]]:
    """The people whom no reference knows; of the others, what is known and what that lacks."""
    from opedcheck.references.wikidata import beside, in_words

    made: list[Person] = []
    others: list[str] = []
    for person in found:
        other = beside(person, known.records)
        if other is None:
            made.append(person)
            continue
        record, lacking = other
        lacks = f", without {'; '.join(map(in_words, lacking))}" if lacking else ""
        others.append(f"{person.name}: known as {record.id}, at {record.at.path}:{record.at.line}{lacks}")
    return made, others


def _remark(made: list[Person], vague: int) -> None:
    """What a curator should look at first."""
    from opedcheck.words.titles import canonical_title

    still = [one.name for one in made if any(office.until is None for office in one.offices)]
    if still:
        guard.say(f"note: no end is told of an office of {', '.join(still)}: taken to be held still.")
    if vague:
        guard.say(
            f"note: no precision is told in {vague} of the rows: the first of a month or year is taken for all of it."
        )
    titles = dict.fromkeys(office.title for one in made for office in one.offices)
    for title in (one for one in titles if canonical_title(one) is None):
        guard.say(f"warning: {title} is no title that opedcheck knows: nothing will be compared with it.")
