"""A reference's value in the form of the article's words, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from opedcheck.judging import forms

Form = Callable[[str, str], str | None]


@pytest.mark.parametrize(
    ("form", "words", "theirs", "written"),
    [
        (forms.figure, "$7.1 million", "$7.1 billion", "$7.1 billion"),
        (forms.figure, "€30 million", "$30 million", "$30 million"),
        (forms.figure, "$7.1bn", "$8 billion", "$8 billion"),
        (forms.figure, "$7-million", "$9 million", "$9-million"),
        (forms.figure, "40 percent", "30%", "30 percent"),
        (forms.figure, "40%", "30 per cent", "30%"),
        (forms.figure, "5,000 Soldiers", "6,500 soldiers", "6,500 Soldiers"),
        (forms.figure, "three soldiers", "five soldiers", "five soldiers"),
        (forms.figure, "Three soldiers", "five soldiers", "Five soldiers"),
        (forms.figure, "7.1 billion yen", "$7.1 billion", None),
        (forms.figure, "$7.1 million", "7.1 billion USD", None),
        (forms.figure, "5,000 soldiers", "5,000 tanks", None),
        (forms.figure, "1 ship", "3 ship", None),
        (forms.figure, "one soldier", "five soldiers", None),
        (forms.figure, "one soldier", "five soldier", None),
        (forms.figure, "nearly $7 million", "$9 million", None),
        (forms.figure, "$7 million", "about $9 million", None),
        (forms.one_word, "second German chancellor", "first German chancellor", "first German chancellor"),
        (forms.one_word, "Second German Chancellor", "first German chancellor", "First German Chancellor"),
        (forms.one_word, "second-oldest bridge", "oldest bridge", "oldest bridge"),
        (forms.one_word, "second German chancellor", "first chancellor", None),
        (forms.one_word, "second German chancellor", "first French chancellor", None),
        (forms.full_name, "Anna Smyth", "Anna Smith", "Anna Smith"),
        (forms.full_name, "Anna Smyth’s", "Anna Smith", None),
        (forms.full_name, "Smyth", "Smith", None),
        (forms.full_name, "A. Smyth", "Anna Smith", None),
        (forms.place, "Riga", "Vilnius, Lithuania", "Vilnius"),
        (forms.place, "Vilnius, Latvia", "Vilnius, Lithuania", "Vilnius, Lithuania"),
        (forms.place, "Riga", "The Hague", "The Hague"),
        (forms.place, "the capital", "Vilnius", None),
        (forms.place, "the Netherlands", "Belgium", None),
        (forms.place, "Belgium", "Netherlands", None),
        (forms.place, "somewhere in Riga", "Vilnius", None),
        (forms.date, "July 13, 2023", "11 July 2023", "July 11, 2023"),
        (forms.date, "July 13", "11 July 2023", "July 11"),
        (forms.date, "the 13th of July", "2 June 2023", "the 2nd of June"),
        (forms.date, "the 3rd of July", "12 July 2023", "the 12th of July"),
        (forms.date, "Thursday, July 13, 2023", "11 July 2023", "Tuesday, July 11, 2023"),
        (forms.date, "13 and 14 July 2023", "11 to 12 July 2023", "11 and 12 July 2023"),
        (forms.date, "July 13-14", "11 to 12 July 2023", "July 11-12"),
        (forms.date, "13–14 July", "2023-07-11/2023-07-12", "11–12 July"),
        (forms.date, "13 to 14 July", "9 to 12 July 2023", "9 to 12 July"),
        (forms.date, "13 and 14 July", "9 to 12 July 2023", None),
        (forms.date, "13 July", "11 to 12 July 2023", None),
        (forms.date, "13 and 14 July", "12 July 2023", None),
        (forms.date, "March 2023", "May 2022", "May 2022"),
        (forms.date, "March 2023", "11 May 2022", None),
        (forms.date, "2021", "2023", "2023"),
        (forms.date, "2021", "July 2023", None),
        (forms.date, "early March 2023", "May 2022", None),
        (forms.date, "last week", "11 July 2023", None),
        (forms.date, "13 Jul. 2023", "11 July 2023", None),
        (forms.date, "13 July 2023", "28 June 2023 to 2 July 2023", None),
        (forms.date, "the 13th", "11 July 2023", None),
    ],
)  # fmt: skip
def test_forms(form: Form, words: str, theirs: str, written: str | None) -> None:
    assert form(words, theirs) == written
