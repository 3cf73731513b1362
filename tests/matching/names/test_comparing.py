"""Two names: one person's or two's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opedcheck.matching.names import may_bear, score
from opedcheck.matching.names.comparing import features
from opedcheck.matching.names.likeness import like, sound
from opedcheck.matching.names.parts import parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Keller", "Keller, Anna"),
        ("Anna Keller", "Anna Kellar"),
        ("Anna Keller", "Anna M. Keller"),
        ("Anna Keller", "Dr. Anna Keller"),
        ("Theodore Parsons", "Ted Parsons"),
        ("Joseph Parsons", "Joe Parsons"),
        ("Muhammad al-Karim", "Mohammed el Kareem"),
        ("Sergei Smirnov", "Sergey Smirnoff"),
        ("Жанна Петрова", "Zhanna Petrova"),
        ("Ólafur Þór Jónsson", "Olafur Thor Jonsson"),
        ("Ivan Petrovich Sidorov", "Ivan Sidorov"),
        ("AnnaKeller", "Anna Keller"),
        ("Li Wei-min", "Li Weimin"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert score(one, other) >= 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Keller", "Bruno Keller"),
        ("Anna Keller", "Anna Hofstadter"),
        ("Anna Keller", "John Smith"),
        ("Ivan Petrovich Sidorov", "Ivan Aleksandrovich Sidorov"),
        ("Hamid al-Masri", "Hamid al-Dosari"),
        ("John Parsons Jr.", "John Parsons III"),
        ("王小明", "王小红"),
        ("Anna Keller", ""),
        ("...", "Anna Keller"),
    ],
)
def test_two_persons(one: str, other: str) -> None:
    assert score(one, other) < 0.5


NAMES = st.text(st.sampled_from("abcdeiklmnorstuyАбв王明é'-., "), max_size=24)


@settings(max_examples=150, deadline=None)
@given(NAMES, NAMES)
def test_the_order_of_the_two_makes_no_difference(one: str, other: str) -> None:
    assert features(one, other) == features(other, one)
    assert 0 <= score(one, other) <= 1


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(["anna", "keller", "smirnov", "de", "al", "masri", "weimin"]), min_size=2, max_size=4))
def test_a_name_is_its_own(words: list[str]) -> None:
    assert score(" ".join(words), " ".join(words).title()) >= 0.5


@pytest.mark.parametrize(
    ("name", "words", "whole", "generation"),
    [
        ("Ursula von der Leyen", ("ursula", "leyen"), ("ursula", "von", "der", "leyen"), None),
        ("Martin King, Jr.", ("martin", "king"), ("martin", "king"), 2),
        ("King, Martin", ("martin", "king"), ("martin", "king"), None),
        ("Prime Minister Ann Day", ("ann", "day"), ("ann", "day"), None),
        ("Don Juan", ("don", "juan"), ("don", "juan"), None),
        ("St0ne B0b", ("stone", "bob"), ("stone", "bob"), None),
        ("al", ("al",), ("al",), None),
        ("", (), (), None),
    ],
)
def test_parts(name: str, words: tuple[str, ...], whole: tuple[str, ...], generation: int | None) -> None:
    found = parts(name)
    assert (found.words, found.all, found.generation) == (words, whole, generation)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("qaddafi", "kadafi"),
        ("smirnoff", "smirnov"),
        ("wladimir", "vladimir"),
        ("husayn", "husain"),
        ("sergey", "sergei"),
    ],
)
def test_one_sound(one: str, other: str) -> None:
    assert sound(one) == sound(other)
    assert like(one, other) > 0.9


@pytest.mark.parametrize(
    ("given_name", "forms", "romanised", "expected"),
    [
        ("Joe", ("Joseph",), False, True),
        ("Joey", ("Joe",), False, True),
        ("J.", ("Joseph",), False, True),
        ("George", ("George W.",), False, True),
        ("Albert", ("Alan",), False, False),
        ("Emanuel", ("Emmanuel",), False, False),
        ("Sergey", ("Sergei",), True, True),
        ("Boris", ("Sergei",), True, False),
        ("", ("Sergei",), True, False),
    ],
)
def test_given_names(given_name: str, forms: tuple[str, ...], romanised: bool, expected: bool) -> None:
    assert may_bear(given_name, forms, romanised=romanised) is expected
