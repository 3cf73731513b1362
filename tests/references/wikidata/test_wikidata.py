"""Answers of Wikidata's query service, in both forms in which it saves them, to people with their offices."""

from __future__ import annotations

import json
from typing import Any

import pytest

from opedcheck.model import Office, Period, Person, Place, Source, day, partial
from opedcheck.references.tree import Broken
from opedcheck.references.wikidata import Asked, answer, beside, holdings, in_words, names_of, people, query
from opedcheck.references.wikidata.people import Found

ENTITY = "http://www.wikidata.org/entity/"
PLACES = {"oakland": "oak", "republic of oakland": "oak"}
ASKED = Asked(ids=PLACES)
TODAY = Period(*2 * [partial("2026-11-29").first])


def term(value: str) -> dict[str, str]:
    """A value as the standard has it."""
    if value.startswith("http"):
        return {"type": "uri", "value": value}
    if value.startswith("_:"):
        return {"type": "bnode", "value": value[2:]}
    return {"type": "literal", "value": value, "xml:lang": "en"}


def row(person: str, name: str, start: str = "", end: str = "", **more: str) -> dict[str, str]:
    told = {
        "person": ENTITY + person, "personLabel": name, "positionLabel": "mayor of Oakland", "start": start,
        "startPrecision": "11" if start else "", "end": end, "endPrecision": "11" if end else "",
    }  # fmt: skip
    return {key: value for key, value in (told | more).items() if value}


def saved(*rows: dict[str, str], standard: bool = True) -> bytes:
    if not standard:
        return json.dumps(rows).encode()
    bindings = [{name: term(value) for name, value in one.items()} for one in rows]
    names = list(dict.fromkeys(name for one in rows for name in one))
    return json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}).encode()


def made(*rows: dict[str, str], asked: Asked = ASKED, standard: bool = True) -> Found:
    known = row("Q0", "", "x", "x")
    read = answer(saved(*rows, standard=standard))
    variables = tuple(dict.fromkeys((*read.variables, *known, "personLabel")))
    return people(holdings(type(read)(variables, read.rows), "a.json", asked), TODAY)


@pytest.mark.parametrize("standard", [True, False])
def test_a_person_with_her_offices(standard: bool) -> None:
    rows = (
        row("Q7", "Ann Oak", "2016-05-02T00:00:00Z", positionLabel="governor of the Republic of Oakland"),
        row("Q7", "Ann Oak", "2012-05-01T00:00:00Z", "2014-01-01T00:00:00Z", startPrecision="10", endPrecision="9"),
        row("Q8", "Ben Elm", "+2014-02-03T00:00:00Z", "2016-02-03"),
    )
    found = made(*rows, standard=standard)
    assert found.left_out == ()
    ann, ben = found.people
    page = "https://www.wikidata.org/wiki/Q7"
    assert ann == Person(
        id="ann-oak",
        name="Ann Oak",
        offices=(
            Office(title="Mayor", of="oak", since=partial("2012-05"), until=partial("2014")),
            Office(title="Governor", of="oak", since=partial("2016-05-02")),
        ),
        identifiers=("wikidata:Q7",),
        sources=(Source(publisher="Wikidata", title="Ann Oak", url=page, accessed=TODAY),),
    )
    assert ben.offices[0].until == partial("2016-02-03")


def test_what_is_said_twice_is_said_once_and_as_exactly_as_can_be() -> None:
    found = made(
        row("Q7", "Ann Oak", "2012-01-01T00:00:00Z", startPrecision="9"),
        row("Q7", "Ann Oak", "2012-05-06T00:00:00Z", "2014-01-01T00:00:00Z"),
        row("Q7", "Ann Oak", "2012-05-06T00:00:00Z", "2014-01-01T00:00:00Z"),
        row("Q7", "Ann Oak", "2018-05-06T00:00:00Z"),
    )
    (ann,) = found.people
    assert [(str(one.since), str(one.until)) for one in ann.offices] == [
        ("2012-05-06", "2014-01-01"), ("2018-05-06", "None"),
    ]  # fmt: skip
    assert found.again == 2


LEFT_OUT = [
    (row("Q7", "Q7", "2012-05-06"), f"{ENTITY}Q7: the person has no name in the language"),
    (row("Q7", "", "2012-05-06"), f"{ENTITY}Q7: the person has no name"),
    (row("Q7", "Ann Oak"), "Ann Oak: it does not say since when"),
    (row("Q7", "Ann Oak", "_:b0"), "it began on a day that is not known"),
    (row("Q7", "Ann Oak", "http://www.wikidata.org/.well-known/genid/ab"), "it began on a day that is not known"),
    (row("Q7", "Ann Oak", "2012-05-06", "_:b0"), "it ended on a day that is not known"),
    (row("Q7", "Ann Oak", "-0043-03-15T00:00:00Z"), "it began at a time that is none: -0043-03-15"),
    (row("Q7", "Ann Oak", "2013-02-30T00:00:00Z"), "it began on a day that no calendar has"),
    (row("Q7", "Ann Oak", "1900-01-01T00:00:00Z", startPrecision="7"), "it began at a time that is less exact"),
    (row("Q7", "Ann Oak", "2012-05-06", "2011-05-06"), "it ends before it begins"),
    (row("Q7", "Ann Oak", "2012-05-06", positionLabel="Q9"), "the office has no name"),
    ({"personLabel": "Ann Oak", "start": "2012"}, "Ann Oak: it names no person"),
]


@pytest.mark.parametrize(("told", "why"), LEFT_OUT)
def test_rows_that_can_not_be_used_are_named(told: dict[str, str], why: str) -> None:
    found = made(row("Q8", "Ben Elm", "2012-05-06"), told)
    assert [one.name for one in found.people] == ["Ben Elm"]
    (left_out,) = found.left_out
    assert str(left_out).startswith("a.json, row 2: ")
    assert why in str(left_out)


def test_two_ends_of_one_term_are_told() -> None:
    first = row("Q7", "Ann Oak", "2012-05-06", "2014-05-06")
    found = made(first, first | {"end": "2015-05-06"})
    assert str(found.left_out[0]) == "a.json, row 2: Ann Oak: it ends 6 May 2015, by a.json, row 1 6 May 2014"


@pytest.mark.parametrize(
    ("start", "since", "vague"),
    [("2012-01-01", "2012", 1), ("2012-05-01", "2012-05", 1), ("2012-05-02", "2012-05-02", 0)],
)
def test_without_a_precision_no_day_is_invented(start: str, since: str, vague: int) -> None:
    told = row("Q7", "Ann Oak", f"{start}T00:00:00Z")
    del told["startPrecision"]
    read = answer(saved(told | {"end": "2019-05-06"}))
    found = people(holdings(read, "a.json", ASKED), TODAY)
    assert (found.people[0].offices[0].since, found.vague) == (partial(since), vague)


@pytest.mark.parametrize(
    ("more", "asked", "title", "of"),
    [
        ({"positionLabel": "Minister of Trees"}, ASKED, "Minister of Trees", None),
        ({"positionLabel": "Minister of Trees of Oakland"}, ASKED, "Minister of Trees", "oak"),
        ({"positionLabel": "mayor of Elmtown"}, ASKED, "Mayor of Elmtown", None),
        ({"positionLabel": "mayor", "country": ENTITY + "Q5", "countryLabel": "Oakland"}, ASKED, "Mayor", "oak"),
        ({"positionLabel": "mayor", "ofLabel": "Elm Shire"}, ASKED, "Mayor", "Elm Shire"),
        ({"positionLabel": "x"}, Asked("Prime Minister", "oak", PLACES), "Prime Minister", "oak"),
    ],
)
def test_whose_office_it_is(more: dict[str, str], asked: Asked, title: str, of: str | None) -> None:
    (office,) = made(row("Q7", "Ann Oak", "2012-05-06") | more, asked=asked).people[0].offices
    assert (office.title, office.of) == (title, of)


def test_namesakes_have_two_ids_and_bare_surnames_are_no_aliases() -> None:
    one = row("Q7", "Ann Oak", "2012-05-06")
    found = made(one | {"alias": "Oak"}, one | {"alias": "Ann M. Oak"}, row("Q8", "Ann Oak", "2013-05-06"))
    assert [(person.id, person.aliases) for person in found.people] == [
        ("ann-oak", ("Ann M. Oak",)), ("ann-oak-q8", ()),
    ]  # fmt: skip


def test_whoever_is_known_is_left_to_the_references() -> None:
    (ann,) = made(row("Q7", "Ann Oak", "2012-05-06", "2014-05-06"), row("Q7", "Ann Oak", "2018-05-06")).people
    held = (Office(title="mayor", of="oak", since=partial("2012-05"), until=partial("2014")),)
    for known in (
        Person(id="x", name="A. Oak", identifiers=("wikidata:Q7",), offices=held),
        Person(id="x", name="A. Oak", aliases=("ann oak",), offices=held),
    ):
        found = beside(ann, [known])
        assert found is not None
        assert (found[0], [in_words(one) for one in found[1]]) == (known, ["Mayor of oak from 6 May 2018"])
    assert beside(ann, [Person(id="y", name="Ben Elm")]) is None


def test_a_name_that_two_places_bear_leads_nowhere() -> None:
    places = [Place(id="a", name="Oakland"), Place(id="b", name="Elmtown", aliases=("oakland", "Elm"))]
    assert dict(names_of(places)) == {"elmtown": "b", "elm": "b"}


BROKEN: list[tuple[Any, str]] = [
    (b"{", "is not valid JSON"),
    (b"\xff", "is not UTF-8"),
    (b"[" * 100_000, "nested too deep"),
    (b"3", "it has no results"),
    (b'{"boolean": true}', "it has no results"),
    (b'{"results": {"bindings": [{"x": {"type": "triple", "value": "y"}}]}}', "is no answer"),
    (b'[{"x": 3}]', "is no answer"),
    (b'{"head": {"vars": ["x"]}, "results": {"bindings": []}}', "no variable is called ?person or ?personLabel"),
]


@pytest.mark.parametrize(("data", "what"), BROKEN)
def test_what_is_no_answer(data: bytes, what: str) -> None:
    with pytest.raises(Broken) as broken:
        list(holdings(answer(data), "a.json", ASKED))
    assert what in broken.value.what
    assert broken.value.remedy


def test_the_query_that_is_offered_is_understood() -> None:
    text = query("Q14211", "Q11696")
    assert "wd:Q14211 wd:Q11696" in text
    names = [word.lstrip("?") for word in text.split("WHERE")[0].split() if word.startswith("?")]
    empty = json.dumps({"head": {"vars": names}, "results": {"bindings": []}}).encode()
    assert people(holdings(answer(empty), "a.json", ASKED), day(TODAY.first)).people == ()  # type: ignore[arg-type]
