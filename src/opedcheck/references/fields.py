"""The keys that records may have in a file: one table, from which decoding, hints and the JSON Schema are made."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_type_hints

import msgspec

from opedcheck.model import Event, Figures, Membership, Office, Organisation, Person, Place, Slot, Source, Statement

Takes = Literal[
    "text", "texts", "date", "by", "seen", "flag", "share", "choice", "choices", "url", "period", "years", "tables"
]  # fmt: skip


class Field(msgspec.Struct, frozen=True):
    """What one key takes, which attribute it fills where that isn't called like the key, and what it means.

    `choices` for choice and choices; `of` for tables: what each of them is; `short` names the key that a bare text
    stands for in the place of such a table.
    """

    takes: Takes
    doc: str
    fills: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()
    of: Any = None
    short: str = ""


def _literal(shape: type, attribute: str) -> tuple[str, ...]:
    return get_args(get_type_hints(shape)[attribute])


NAME = Field("text", "The name by which it is best known.", required=True)
ALIASES = Field("texts", "Other names, spellings and short forms.")
FROM = Field("date", "The first day on which it holds: 2023-07-11, 2023-07 or 2023.", fills="since")
UNTIL = Field("date", "The first day on which it no longer holds.")

TERM = {
    "from": FROM,
    "by": Field("by", "A day by which it was held, where the first is not known.", fills="since"),
    "until": UNTIL,
    "seen": Field("seen", "The last day for which a source shows it, where the end is not known.", fills="until"),
}

ID = {"id": Field("text", "The record's own name, in lower-case words and hyphens: jane-roe.", required=True)}
COMMON = {
    "note": Field("text", "A remark for curators and readers of the evidence."),
    "tags": Field("texts", "Words to find it by."),
    "identifiers": Field("texts", "What other catalogues call it: wikidata:Q42."),
    "review_by": Field("date", "The date by which somebody should look at it again."),
    "sources": Field("tables", "Where it stands; at least one.", of=Source),
}

KEYS: dict[Any, dict[str, Field]] = {  # in the order in which they are written
    Source: {
        "publisher": Field("text", "Who published it.", required=True),
        "title": Field("text", "The title of the page or document."),
        "url": Field("url", "Its address, http or https."),
        "published": Field("date", "When it was published."),
        "accessed": Field("date", "When the curator read it."),
    },
    Office: {
        "title": Field("text", "The office: Prime Minister.", required=True),
        "of": Field("text", "Whose office: a record's id, or words."),
        **TERM,
        "acting": Field("flag", "Whether it was held for somebody else, or until an election."),
    },
    Membership: {
        "who": Field("text", "The member: a record's id, or words.", required=True),
        **TERM,
    },
    Statement: {
        **ID,
        "statement": Field("text", "The fact, as one sentence.", required=True),
        "title": Field("text", "The heading under which the fact, or the check of it, was published."),
        "aliases": Field("texts", "Other phrasings of the same fact."),
        "exclusive": Field("choices", "The slots that nobody and nothing else fills.", choices=get_args(Slot)),
        "verdict": Field(
            "choice", "false for a known falsehood, mixed for a half-truth.", choices=_literal(Statement, "verdict")
        ),
        "rating": Field("text", "The verdict as its fact-checker worded it: Mostly False."),
        "claimant": Field("text", "Whose claim it is, where a fact-checker names somebody."),
        "valid": Field("period", "From when until when it holds."),
        "value": Field("text", "The figure, where the sentence does not make it clear: 7.1 billion USD."),
        "tolerance": Field("share", "How far a figure may be off, as a share: 0.05 is 5 %."),
        "topic": Field("text", "What it is about, in a word or two."),
        **COMMON,
    },
    Person: {
        **ID,
        "name": NAME,
        "surname": Field("text", "The surname, where it isn't the last word of the name."),
        "aliases": ALIASES,
        "offices": Field("tables", "The offices held, with dates.", of=Office),
        **COMMON,
    },
    Organisation: {
        **ID,
        "name": NAME,
        "aliases": ALIASES,
        "part_of": Field("text", "The id of the organisation that it belongs to."),
        "members": Field(
            "tables", "Who belongs to it: all of them, unless partial is true.", of=Membership, short="who"
        ),
        "partial": Field("flag", "Whether members may be missing from the list."),
        **COMMON,
    },
    Place: {
        **ID,
        "name": NAME,
        "kind": Field("choice", "What kind of place it is.", choices=_literal(Place, "kind")),
        "aliases": ALIASES,
        "within": Field("text", "The id of the place that holds it: a city's country."),
        "in": Field("text", "The same as within.", fills="within"),
        "capital": Field("text", "The id of the capital."),
        "demonyms": Field("texts", "What its people and things are called: Japanese."),
        "metonyms": Field("texts", "Names that stand for it where it acts: Tokyo."),
        **COMMON,
    },
    Event: {
        **ID,
        "name": NAME,
        "aliases": ALIASES,
        "series": Field("text", "What it is an edition of, by its common name."),
        "from": Field("date", "Its first day.", fills="since"),
        "to": Field("date", "Its last day."),
        "where": Field("texts", "Its places, the nearest first: ids or names."),
        **COMMON,
    },
    Figures: {
        **ID,
        "of": Field("text", "Whose figure: the id of a place or organisation.", required=True),
        "measure": Field("text", "What is measured, in the singular: population.", required=True),
        "called": Field("texts", "Other nouns for it: gross domestic product."),
        "unit": Field("text", "Its unit: person, year, square kilometre, USD.", required=True),
        "by_year": Field("years", "The figure of each year: {2021: 125.7 million}.", fills="values", required=True),
        "tolerance": Field("share", "How far off a figure may be and still be right, as a share: 0.05 is 5 %."),
        **COMMON,
    },
}

PERIOD = {"from": FROM, "until": UNTIL}

SECTIONS: dict[str, Any] = {
    "statements": Statement,
    "people": Person,
    "organisations": Organisation,
    "places": Place,
    "events": Event,
    "figures": Figures,
}
"""The lists that a YAML file holds, and what their items are."""

KINDS: dict[str, Any] = {shape.__struct_config__.tag: shape for shape in SECTIONS.values()}
"""What stands under "record" in a .jsonl line."""
