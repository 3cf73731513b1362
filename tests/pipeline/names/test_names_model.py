"""Names as the real model sees the text: its labels and parses are noisy, what links must not be."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.pipeline.names.conftest import LEXICON

from opedcheck.model import LexiconEntry, Name
from opedcheck.pipeline.store import kept

pytestmark = pytest.mark.model
MORE = (
    LexiconEntry("Vilnius", "vilnius", "place"),
    LexiconEntry("Vilnius", "lithuania", "place", "metonym"),
    LexiconEntry("Ukraine", "ukraine", "place"),
    LexiconEntry("Ukraine Defense Contact Group", "contact-group", "organisation"),
    LexiconEntry("Ursula von der Leyen", "ursula-von-der-leyen", "person"),
    LexiconEntry("von der Leyen", "ursula-von-der-leyen", "person", "surname"),
    LexiconEntry("Antony Blinken", "antony-blinken", "person", offices=(("Secretary of State", "usa"),)),
    LexiconEntry("Blinken", "antony-blinken", "person", "surname", offices=(("Secretary of State", "usa"),)),
    LexiconEntry("Enrique Peña Nieto", "enrique-pena-nieto", "person"),
    LexiconEntry("Peña Nieto", "enrique-pena-nieto", "person", "surname"),
    LexiconEntry("Omar al-Yasin", "omar-al-yasin", "person"),
    LexiconEntry("al-Yasin", "omar-al-yasin", "person", "surname"),
)


@pytest.fixture(scope="module")
def names() -> Callable[[str], list[Name]]:
    from opedcheck.pipeline import build, read

    nlp = build((*LEXICON, *MORE), components=("opedcheck_words", "opedcheck_names"))
    return lambda text: list(kept(read(nlp, text), "names"))


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Tokyo has provided Kyiv with aid.", {"Tokyo": "tokyo", "Kyiv": "kyiv"}),
        ("The summit in Vilnius, Lithuania, ended.", {"Vilnius": "vilnius"}),
        (
            "The Ukraine Defense Contact Group met in Ukraine.",
            {"Ukraine Defense Contact Group": "contact-group", "Ukraine": "ukraine"},
        ),
        ("The Washington Post and Paris Hilton went to New Mexico.", {}),
        ("The Bank of Japan and Georgia Tech disagree.", {}),
        ("They told us that Brigitte Macron had left.", {}),
        ("Ursula von der Leyen met Japanese officials.", {"Ursula von der Leyen": "ursula-von-der-leyen",
                                                          "Japanese": "japan"}),
        ("Fumio Kishida spoke. Kishida\u2019s plan failed.", {"Fumio Kishida": "fumio-kishida",
                                                                "Kishida": "fumio-kishida"}),
    ],
)  # fmt: skip
def test_links(names: Callable[[str], list[Name]], text: str, links: dict[str, str]) -> None:
    assert {name.text: name.entity for name in names(text) if name.entity} == links


@pytest.mark.parametrize(
    ("text", "person", "title", "of", "status"),
    [
        ("Japanese Prime Minister Yoshihide Kishida spoke.", "Yoshihide Kishida", "Prime Minister", "japan", None),
        ("Prime Minister of Japan Fumio Kishida spoke.", "Fumio Kishida", "Prime Minister", "japan", None),
        ("Japan's Prime Minister, Fumio Kishida, spoke.", "Fumio Kishida", "Prime Minister", "japan", None),
        ("Fumio Kishida, Japan's prime minister, spoke.", "Fumio Kishida", "prime minister", "japan", None),
        ("Emmanuel Macron is the president of France.", "Emmanuel Macron", "president", "france", None),
        ("Emmanuel Macron was elected president of France in 2017.", "Emmanuel Macron", "president", "france", "then"),
        ("U.S. Secretary of State Antony Blinken spoke.", "Antony Blinken", "Secretary of State", "usa", None),
        ("State Sen. Tom Abbott (D-NY) spoke.", "Tom Abbott", "State Sen.", "New York", None),
        ("The then-President Emmanuel Macron spoke.", "Emmanuel Macron", "President", None, "then"),
        # where the model calls the name something else, or cuts it off
        ("They asked Secretary of State Igor Blinken to speak.", "Igor Blinken", "Secretary of State", None, None),
        ("They asked Secretary of State Anwaar-ul-Haq Blinken to speak.", "Anwaar-ul-Haq Blinken",
         "Secretary of State", None, None),
        ("President-elect Aureliu Macron continued his tour.", "Aureliu Macron", "President", None, "elect"),
        ("So President-Elect Trump is wrong on two counts.", "Trump", "President", None, "elect"),
        ("He met President Fernando Henrique Peña Nieto.", "Fernando Henrique Peña Nieto", "President", None, None),
        ("They saw the election of President Hassan al-Yasin to office.", "Hassan al-Yasin", "President", None, None),
        ("The Secretary of State Department Office of Fumio Kishida spoke.", "Fumio Kishida", None, None, None),
        ("Emmanuel Macron is not the president of Japan.", "Emmanuel Macron", None, None, None),
        ("If Emmanuel Macron is president of Japan, I am too.", "Emmanuel Macron", None, None, None),
    ],
)  # fmt: skip
def test_titles(
    names: Callable[[str], list[Name]], text: str, person: str, title: str | None, of: str | None, status: str | None
) -> None:
    (found,) = [name for name in names(text) if name.text == person]
    assert (found.title, found.of, found.status) == (title, of, status)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The family of Jason Jones put out a statement saying he was shot twice.", "Jason Jones", "person"),
        ("The sons of Jordan Lake fishermen came.", "Jordan Lake", "place"),
        ("The widow of Wells Fargo's founder sued.", "Wells Fargo", "organisation"),
    ],
)
def test_whoever_has_a_family_is_a_person(names: Callable[[str], list[Name]], text: str, name: str, kind: str) -> None:
    assert [(n.text, n.kind) for n in names(text)] == [(name, kind)]


def test_a_real_op_ed(names: Callable[[str], list[Name]], shared: Path) -> None:
    article = shared / "articles" / "japan-nato-oped.txt"
    if not article.is_file():
        pytest.skip("no ../shared/articles beside the repository")
    found = names(article.read_text(encoding="utf-8"))
    wrong = next(name for name in found if name.text == "Yoshihide Kishida")
    assert (wrong.entity, wrong.candidates, wrong.of) == (None, ("fumio-kishida",), "japan")
    assert {name.entity for name in found if name.text == "Kishida"} == {"fumio-kishida"}
    assert {name.entity for name in found if name.text == "Macron"} == {"emmanuel-macron"}
    assert not [name for name in found if name.text == "Kyiv" and name.kind != "place"]
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_every_name_is_text_of_the_article(names: Callable[[str], list[Name]]) -> None:
    text = "JAPAN\u2019S MOVE\n\nFumio\u00a0Kishida\u2019s \u201cvisit\u201d \U0001f600 to Kyiv\r\n\r\n"
    found: list[Any] = names(text)
    assert {name.entity for name in found} >= {"japan", "fumio-kishida", "kyiv"}
    assert all(len(name.text) == name.end - name.start for name in found)
