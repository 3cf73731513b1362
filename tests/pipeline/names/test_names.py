"""Names on Docs written by hand: what links, what must not, titles, coreference."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.pipeline.names.conftest import Read, written

from opedcheck.model import LexiconEntry, Name
from opedcheck.pipeline.names import Names
from opedcheck.pipeline.store import kept


def only(names: list[Name], text: str) -> Name:
    (found,) = [name for name in names if name.text == text]
    return found


@pytest.mark.parametrize(
    ("text", "name", "kind", "entity"),
    [
        ("Japan/NNP=GPE paid", "Japan", "place", "japan"),
        ("Japan/NNP=GPE 's/POS=GPE aid", "Japan", "place", "japan"),
        ("aid for Kyiv/NNP=PERSON", "Kyiv", "place", "kyiv"),
        ("the/DT Japanese/JJ=NORP aid", "Japanese", "group", "japan"),
        ("the/DT=GPE United/NNP=GPE States/NNP=GPE paid", "United States", "place", "usa"),
        ("two NATO/NNP=ORG summits/NNS", "NATO summits", "event", "nato-summit"),
        ("a NATO/NNP=ORG Summit/NNP", "NATO Summit", "event", "nato-summit"),
        ("pro - NATO/NNP feeling", "NATO", "organisation", "nato"),
        ("the/DT Japan/NNP Embassy/NNP fell", "Japan", "place", "japan"),
        ("the/DT Government/NNP of/IN Japan/NNP=GPE", "Japan", "place", "japan"),
        ("Tokyo/NNP=GPE acted", "Tokyo", "place", "tokyo"),
        ("Fumio/NNP=PERSON Kishida/NNP=PERSON spoke", "Fumio Kishida", "person", "fumio-kishida"),
        ("Kishida/NNP Fumio/NNP spoke", "Kishida Fumio", "person", "fumio-kishida"),
        ("Donald/NNP=PERSON J./NNP=PERSON Trump/NNP=PERSON", "Donald J. Trump", "person", "donald-trump"),
        ("Russia/NNP=GPE and Georgia/NNP=GPE and the Georgian/JJ=NORP army", "Georgia", "place", "georgia"),
    ],
)
def test_links(read: Read, text: str, name: str, kind: str, entity: str) -> None:
    found = only(read(text), name)
    assert (found.kind, found.entity) == (kind, entity)


@pytest.mark.parametrize(
    "text",
    [
        "the/DT Washington/NNP=ORG Post/NNP=ORG",
        "the/DT Washington/NNP Post/NNP",
        "the/DT Bank/NNP=ORG of/IN=ORG Japan/NNP=ORG",
        "the/DT Bank/NNP of/IN Japan/NNP",
        "New/NNP Mexico/NNP",
        "Japan/NNP=ORG Airlines/NNP=ORG",
        "Georgia/NNP=ORG Tech/NNP=ORG",
        "Georgia/NNP Tech/NNP",
        "French/NNP=PERSON Stewart/NNP=PERSON",
        "Michael/NNP Washington/NNP spoke",
        "Brigitte/NNP=PERSON Macron/NNP=PERSON",
        "Yoshihide/NNP=PERSON Kishida/NNP=PERSON",
        "Donald/NNP=PERSON Trump/NNP=PERSON Jr./NNP=PERSON",
        "Donald/NNP Trump/NNP Jr./NNP spoke",
        "they told us/PRP of a georgia/NN peach",
        "in Georgia/NNP=GPE",
        "the Kremlin/NNP=ORG said",
        "Mr./NNP Johnson/NNP=PERSON spoke",
        "President/NNP Johnson/NNP=PERSON spoke",
        "Johnson/NNP=PERSON spoke",
    ],
)
def test_does_not_link(read: Read, text: str) -> None:
    assert [name for name in read(text) if name.entity] == []


@pytest.mark.parametrize(
    ("text", "name", "candidates"),
    [
        ("Tokyo/NNP=GPE acted", "Tokyo", ("tokyo", "japan")),
        ("the Kremlin/NNP=ORG said", "Kremlin", ("russia",)),
        ("Yoshihide/NNP=PERSON Kishida/NNP=PERSON", "Yoshihide Kishida", ("fumio-kishida",)),
        ("Chelsea/NNP=PERSON Clinton/NNP=PERSON", "Chelsea Clinton", ("bill-clinton", "hillary-clinton")),
        ("Johnson/NNP=PERSON spoke", "Johnson", ("boris-johnson",)),
        ("Georgia/NNP=GPE paid", "Georgia", ("georgia",)),
    ],
)
def test_candidates(read: Read, text: str, name: str, candidates: tuple[str, ...]) -> None:
    assert only(read(text), name).candidates == candidates


PERSON = "Fumio/NNP=PERSON Kishida/NNP=PERSON"


@pytest.mark.parametrize(
    ("text", "title", "of", "status"),
    [
        (f"Prime/NNP Minister/NNP {PERSON} spoke", "Prime Minister", None, None),
        (f"prime/JJ minister/NN {PERSON} spoke", "prime minister", None, None),
        (f"Japanese/JJ=NORP Prime/NNP Minister/NNP {PERSON}", "Prime Minister", "japan", None),
        (f"Japan/NNP=GPE 's/POS Prime/NNP Minister/NNP , {PERSON} , spoke", "Prime Minister", "japan", None),
        (f"Prime/NNP Minister/NNP of/IN Japan/NNP=GPE {PERSON}", "Prime Minister", "japan", None),
        (f"the/DT president/NN of/IN the/DT European/NNP=ORG Commission/NNP=ORG , {PERSON} , spoke", "president",
         "european-commission", None),
        (f"President/NNP {PERSON} of/IN France/NNP=GPE", "President", "france", None),
        (f"U.S./NNP=GPE Secretary/NNP of/IN State/NNP {PERSON}", "Secretary of State", "usa", None),
        (f"Homeland/NNP=ORG Security/NNP=ORG Secretary/NNP {PERSON}", "Homeland Security Secretary", None, None),
        (f"Apple/NNP=ORG CEO/NNP {PERSON}", "CEO", "Apple", None),
        (f"as Fed/NNP Chair/NNP {PERSON}", "Chair", "Fed", None),
        (f"State/NNP=ORG Sen./NNP {PERSON} ( D/NNP - NY/NNP )", "State Sen.", "New York", None),
        (f"former/JJ Japanese/JJ=NORP Prime/NNP Minister/NNP {PERSON}", "Prime Minister", "japan", "former"),
        (f"then/RB - President/NNP {PERSON}", "President", None, "then"),
        (f"ex/JJ - President/NNP {PERSON}", "President", None, "former"),
        (f"deposed/VBN French/JJ=NORP President/NNP {PERSON}", "President", "france", "former"),
        (f"{PERSON} , the/DT recent/JJ president/NN of/IN France/NNP=GPE , spoke", "president", "france", "former"),
        (f"a CLOSE/NNP President/NNP {PERSON}", "President", None, None),
        (f"as Secretary/NNP of/IN State/NNP President/NNP {PERSON}", "President", None, None),
        (f"acting/VBG President/NNP {PERSON}", "President", None, "acting"),
        (f"President/NNP - elect/JJ {PERSON}", "President", None, "elect"),
        (f"Deputy/NNP Prime/NNP Minister/NNP {PERSON}", "Deputy Prime Minister", None, None),
        (f"Mr./NNP {PERSON} spoke", "Mr.", None, None),
        (f"Secretary/NNP of/IN Defense/NNP Gen./NNP {PERSON}", "Secretary of Defense", None, None),
        (f"{PERSON} , the/DT Prime/NNP Minister/NNP of/IN Japan/NNP=GPE , spoke", "Prime Minister", "japan", None),
        (f"{PERSON} , Japan/NNP=GPE 's/POS former/JJ prime/JJ minister/NN , spoke", "prime minister", "japan",
         "former"),
        (f"{PERSON} is/VBZ the/DT president/NN of/IN France/NNP=GPE .", "president", "france", None),
        (f"{PERSON} , who/WP is/VBZ president/NN of/IN France/NNP=GPE ,", "president", "france", None),
        (f"{PERSON} became/VBD president/NN .", "president", None, "then"),
        (f"{PERSON} was/VBD elected/VBN president/NN of/IN France/NNP=GPE .", "president", "france", "then"),
        (f"{PERSON} was/VBD the/DT first/JJ Japanese/JJ=NORP Prime/NNP Minister/NNP to/TO attend/VB",
         "Prime Minister", "japan", "then"),
    ],
)  # fmt: skip
def test_titles(read: Read, text: str, title: str, of: str | None, status: str | None) -> None:
    found = only(read(text), "Fumio Kishida")
    assert (found.title, found.of, found.status) == (title, of, status)


@pytest.mark.parametrize(
    "text",
    [
        f"a/DT President/NNP {PERSON} could/MD",
        f"the/DT next/JJ President/NNP {PERSON}",
        f"Neither candidate/NN . {PERSON} won",
        f"the/DT president/NN , {PERSON} and/CC others",
        f"{PERSON} , the/DT president/NN , the/DT first/JJ lady/NN and/CC others",
        f"{PERSON} is/VBZ not/RB the/DT president/NN of/IN France/NNP=GPE .",
        f"Is {PERSON} the/DT president/NN of/IN France/NNP=GPE ?",
        f"{PERSON} was/VBD the/DT president/NN 's/POS lawyer/NN .",
        f"{PERSON} will/MD be/VB president/NN .",
        f"{PERSON} met/VBD the/DT president/NN of/IN France/NNP=GPE .",
        f"in/IN France/NNP=GPE , the/DT president/NN said/VBD {PERSON} lied/VBD",
    ],
)
def test_no_title(read: Read, text: str) -> None:
    assert only(read(text), "Fumio Kishida").title is None


def test_a_title_can_be_underlined_with_its_nationality_and_status(read: Read) -> None:
    text = f"said former/JJ Japanese/JJ=NORP Prime/NNP Minister/NNP {PERSON} ."
    plain = written(text).text
    found = only(read(text), "Fumio Kishida")
    assert plain[found.title_start : found.start] == "former Japanese Prime Minister "
    assert found.title_end is None
    text = f"{PERSON} , the/DT Prime/NNP Minister/NNP of/IN Japan/NNP=GPE , spoke"
    found = only(read(text), "Fumio Kishida")
    assert written(text).text[found.end : found.title_end] == ", the Prime Minister of Japan"
    assert found.title_start is None


def test_a_plural_title_stands_for_the_whole_list_and_no_more(read: Read) -> None:
    text = (
        "Sens./NNP John/NNP=PERSON Roe/NNP=PERSON of/IN Ohio/NNP=GPE , Jane/NNP=PERSON Doe/NNP=PERSON "
        "and/CC Ann/NNP=PERSON Poe/NNP=PERSON , Max/NNP=PERSON Moe/NNP=PERSON said/VBD"
    )
    assert {name.text: name.title for name in read(text) if name.kind == "person"} == {
        "John Roe": "Sens.", "Jane Doe": "Sens.", "Ann Poe": "Sens.", "Max Moe": None,
    }  # fmt: skip


def test_a_surname_is_the_article_s_full_name(read: Read) -> None:
    names = read(f"{PERSON} spoke . Kishida/NNP=ORG smiled .")
    assert (only(names, "Kishida").entity, only(names, "Kishida").full) == ("fumio-kishida", "Fumio Kishida")
    assert only(names, "Kishida").kind == "person"


def test_a_surname_whom_references_do_not_know_is_followed_too(read: Read) -> None:
    names = read("Jane/NNP=PERSON Doe/NNP=PERSON spoke . Doe/NNP=GPE smiled . Doe/NNP left .")
    assert [(name.text, name.kind, name.full) for name in names] == [
        ("Jane Doe", "person", "Jane Doe"), ("Doe", "person", "Jane Doe"), ("Doe", "person", "Jane Doe"),
    ]  # fmt: skip


def test_two_bearers_of_a_surname_leave_it_open(read: Read) -> None:
    text = (
        "Bill/NNP=PERSON Clinton/NNP=PERSON met/VBD Hillary/NNP=PERSON Clinton/NNP=PERSON . Clinton/NNP=PERSON left ."
    )
    found = only(read(text), "Clinton")
    assert (found.entity, set(found.candidates)) == (None, {"bill-clinton", "hillary-clinton"})


def test_an_office_tells_two_bearers_apart(read: Read) -> None:
    text = (
        "President/NNP Bill/NNP=PERSON Clinton/NNP=PERSON met/VBD Hillary/NNP=PERSON Clinton/NNP=PERSON . "
        "President/NNP Clinton/NNP=PERSON left ."
    )
    assert only(read(text), "Clinton").entity == "bill-clinton"


def test_before_the_second_bearer_comes_in_the_first_is_meant(read: Read) -> None:
    text = (
        "Emmanuel/NNP=PERSON Macron/NNP=PERSON won . Macron/NNP=PERSON met/VBD Brigitte/NNP=PERSON Macron/NNP=PERSON ."
    )
    assert only(read(text), "Macron").entity == "emmanuel-macron"


def test_a_wrong_given_name_in_the_same_office_is_no_second_bearer(read: Read) -> None:
    text = (
        f"Prime/NNP Minister/NNP {PERSON} spoke . Japanese/JJ=NORP Prime/NNP Minister/NNP Yoshihide/NNP=PERSON "
        "Kishida/NNP=PERSON left . Kishida/NNP=PERSON smiled ."
    )
    names = read(text)
    assert only(names, "Yoshihide Kishida").entity is None
    assert only(names, "Kishida").entity == "fumio-kishida"


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("Prime/NNP Minister/NNP Kishida/NNP spoke", "Kishida", "fumio-kishida"),
        ("President/NNP Xi/NNP spoke", "Xi", "xi-jinping"),
        ("President/NNP Kishida/NNP spoke", "Kishida", None),
        ("French/JJ=NORP Prime/NNP Minister/NNP Kishida/NNP spoke", "Kishida", None),
        ("President/NNP Clinton/NNP spoke", "Clinton", None),
        ("Macron/NNP=PERSON of France/NNP=GPE", "Macron", "emmanuel-macron"),
        ("Macron/NNP=PERSON spoke", "Macron", None),
        ("Johnson/NNP=PERSON of Japan/NNP=GPE", "Johnson", None),
    ],
)
def test_a_surname_by_itself_needs_an_office_or_its_country(read: Read, text: str, name: str, entity: str) -> None:
    assert only(read(text), name).entity == entity


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fumio/NNP=ORG Macron/NNP=ORG spoke", "Fumio Macron"),
        ("Emmanuel/NNP=GPE Kishida/NNP=GPE spoke", "Emmanuel Kishida"),
        ("Boris/NNP=GPE Kishida/NNP=PERSON spoke", "Boris Kishida"),
        ("said/VBD Boris/NNP=ORG Kishida/NNP=ORG", "Boris Kishida"),
    ],
)
def test_a_leaders_given_name_and_anothers_surname_are_a_person(read: Read, text: str, name: str) -> None:
    assert only(read(text), name).kind == "person"


@pytest.mark.parametrize("text", ["Boris/NNP=ORG Motors/NNP=ORG grew", "Acme/NNP=ORG Kishida/NNP=ORG grew"])
def test_a_body_with_one_word_of_a_persons_name_is_a_body(read: Read, text: str) -> None:
    assert [name.kind for name in read(text)] == ["organisation"]


def test_who_spoke_has_no_verb_for_a_given_name(read: Read) -> None:
    assert only(read("Said/NNP=PERSON Kishida/NNP=PERSON , in/IN Tokyo/NNP=GPE"), "Kishida").kind == "person"


def test_skipped_stretches_yield_nothing() -> None:
    names = Names()
    names.learn((LexiconEntry("Japan", "japan", "place"),))
    doc = written("Japan/NNP=GPE paid . Jane/NNP=PERSON Doe/NNP=PERSON in Japan/NNP=GPE")
    doc.user_data["opedcheck_skipped"] = [[12, len(doc.text)]]
    assert [(name.start, name.text) for name in kept(names(doc), "names")] == [(0, "Japan")]


def test_names_never_overlap(read: Read) -> None:
    names = read(
        f"Japanese/JJ=PERSON Prime/NNP=PERSON Minister/NNP=PERSON {PERSON} of/IN Japan/NNP=PERSON met/VBD "
        "NATO/NNP=ORG Secretary/NNP=ORG General/NNP=ORG Jens/NNP=PERSON Stoltenberg/NNP=PERSON"
    )
    assert all(left.end <= right.start for left, right in pairwise(names))
    assert only(names, "Japanese").entity == "japan"
