"""Relatives and namesakes of leaders, beside the references that ship: never an error, and mostly nothing at all."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import islice

import pytest
from tests.by_hand import judged, named

from opedcheck.matching import Known
from opedcheck.matching.known import fold, name_parts
from opedcheck.model import Name, Person, Reading
from opedcheck.references import load
from opedcheck.words.lists import listed

PUBLISHED = date(2018, 6, 1)
EVERY, EACH = 7, 3  # of so many leaders one, with so many given names
# Each stands in an article that names a leader of that surname, and no word for kin stands beside it.
RELATIVES = listed(
    "Brigitte_Macron Hunter_Biden Jill_Biden Ivanka_Trump Melania_Trump Barron_Trump Lara_Trump Ivana_Trump "
    "Michelle_Obama Auma_Obama Sasha_Obama Jeb_Bush Columba_Bush Chelsea_Clinton Usha_Vance Sara_Netanyahu "
    "Samantha_Cameron Cherie_Blair Rachel_Johnson Akshata_Sunak Sophie_Trudeau Alexandre_Trudeau Carla_Sarkozy "
    "Cecilia_Sarkozy Jean_Sarkozy Doris_Schröder Asma_Assad Maher_Assad Akie_Abe Emine_Erdogan Bilal_Erdogan "
    "Eduardo_Bolsonaro Michelle_Bolsonaro Máximo_Kirchner Keiko_Fujimori Lyudmila_Putin Olena_Zelensky Sonia_Gandhi "
    "Lalit_Modi Murtaza_Bhutto Hamza_Sharif Paolo_Duterte Sara_Duterte Lucy_Turnbull Robert_Kennedy Eleanor_Roosevelt "
    "Kermit_Roosevelt Mamie_Eisenhower Nancy_Reagan Tipper_Gore Marilyn_Quayle Vanessa_Kerry Heidi_Cruz Jane_Sanders "
    "Julian_Castro Mariela_Castro Grace_Mugabe Winnie_Mandela Simone_Gbagbo Chantal_Biya Laureano_Ortega "
    "Angélica_Rivera Marina_Berlusconi Agnese_Renzi Elke_Steinmeier Bettina_Wulff Valérie_Hollande Bernadette_Chirac "
    "Frédéric_Mitterrand Dalia_Rabin Omri_Sharon Suzanne_Mubarak Gamal_Mubarak Jehan_Sadat Duduzane_Zuma Malik_Obama "
    "Rafael_Cruz Carlos_Rubio Mercedes_Trump Yolanda_Nixon Omar_Biden"
)
NAMESAKES = listed(
    "Harrison_Ford Henry_Ford Michael_Jackson Jesse_Jackson Marilyn_Monroe Angela_Davis Miles_Davis Spike_Lee Ang_Lee "
    "Hugh_Grant Elizabeth_Taylor Denzel_Washington Pablo_Escobar Jose_Padilla Sergio_Garcia Muhammad_Ali Imran_Awan "
    "Boris_Becker Boris_Epshteyn Donald_Sterling Donald_Glover Justin_Bieber Angela_Merici Emmanuel_Levinas "
    "Vladimir_Nabokov Lewis_Hamilton Penélope_Cruz Owen_Wilson Van_Morrison Cynthia_Nixon Omar_Mateen Hugo_Boss "
    "Toni_Morrison Brigitte_Nielsen Enrique_Grassley Mohammed_Clinton"
)


@cache
def index() -> Known:
    return Known(load().records, {})


def found(name: str, leaders: list[Person]) -> str | None:
    """The rule that a name by itself breaks in an article that names `leaders`."""
    names = tuple(
        Name(start=900 + at, end=901 + at, text=one.name, kind="person", entity=one.id)
        for at, one in enumerate(leaders)
    )
    case = {"reading": Reading(names=names), "persons": frozenset(one.id for one in leaders), "text": name}
    rule = judged(named(name), index(), PUBLISHED, **case).rule
    return rule.name if rule else None


@pytest.mark.parametrize("joined", sorted(RELATIVES | NAMESAKES))
def test_a_relative_or_a_namesake_is_left_alone(joined: str) -> None:
    name = joined.replace("_", " ")
    bearers = index().by_surname.get(fold(name.split()[-1]), [])
    assert {one.id: found(name, [one]) for one in bearers} == dict.fromkeys((one.id for one in bearers), None)


def test_a_given_name_of_the_same_country_beside_a_leaders_surname_is_no_error() -> None:
    known, people = index(), index().people
    wrong = []
    for person in people[::EVERY]:
        homes = known.lands.served(person)
        others = (one for one in people if one is not person and homes & known.lands.served(one))
        for other in islice(others, EACH):
            name = f"{name_parts(other)[0]} {name_parts(person)[1]}"
            rule = found(name, [person])
            if rule not in (None, "doubtful-name") and not _is_spelling(name, person):
                wrong.append((name, rule))
    assert wrong == []


def _is_spelling(name: str, person: Person) -> bool:
    """Whether two names are so alike that one is taken for the other misspelt."""
    from opedcheck.matching.lookalikes import alike

    return alike(name, person.name)
