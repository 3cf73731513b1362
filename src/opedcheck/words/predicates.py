"""Verbs and nouns of public affairs that say the same thing: data for aligning predicates and objects.

Each row is a class: words that may replace one another in a claim of fact without making it another claim.
Compiled by hand from the senses in Princeton WordNet 3.1 and the wording of news; a row is narrow on purpose,
since a pledge is not a gift and a proposal is not an opening. A phrasal verb is written "set up".
"""

from __future__ import annotations

from functools import cache, lru_cache

VERBS = (
    "give provide donate contribute supply deliver grant furnish hand",
    "pledge promise commit vow",
    "chair head lead preside",
    "attend participate visit",
    "found establish create form launch",
    "open inaugurate unveil",
    "establish open create",
    "set up|establish|create|found|open",
    "take part|attend|participate|join",
    "join enter accede",
    "host hold organise organize convene",
    "oppose resist reject object block",
    "support back endorse favour favor",
    "invade attack",
    "win gain secure",
    "lose",
    "sign ratify",
    "sign conclude",
    "agree conclude sign reach adopt",
    "elect choose",
    "appoint name nominate",
    "kill slay",
    "reach total amount hit",
    "spend invest",
    "ban prohibit outlaw forbid",
    "begin start commence",
    "end finish conclude",
    "leave quit exit withdraw",
    "say state tell declare announce note add",
    "defeat beat",
    "buy purchase acquire",
    "succeed replace follow",
    "comprise include consist",
)
# Noun of an event or a state -> the verb whose participants it has.
NOMINALS = {
    "invasion": "invade", "inauguration": "inaugurate", "opening": "open", "establishment": "establish",
    "creation": "create", "founding": "found", "foundation": "found", "launch": "launch", "unveiling": "unveil",
    "opposition": "oppose", "resistance": "resist", "support": "support", "backing": "back",
    "endorsement": "endorse", "chairmanship": "chair", "annexation": "annex", "accession": "accede",
    "withdrawal": "withdraw", "contribution": "contribute", "donation": "donate", "pledge": "pledge",
    "purchase": "buy", "acquisition": "acquire", "election": "elect", "appointment": "appoint", "rejection": "reject",
    "closure": "close", "closing": "close", "signing": "sign", "ratification": "ratify", "attack": "attack",
}  # fmt: skip
# "the opposition of X": what follows "of" does it. With the others it suffers it ("the invasion of X").
SUBJECT_OF = frozenset({"opposition", "resistance", "support", "backing", "endorsement", "contribution", "donation"})
# "faced the opposition of X": the verb lends only its subject, which then is the noun's object.
LIGHT_VERBS = frozenset(
    {"face", "meet", "draw", "win", "receive", "enjoy", "encounter", "get", "have", "attract", "provoke", "run"}
)
# Predicates that deny each other of one subject and object.
OPPOSITES = (
    ("oppose", "support"), ("open", "close"), ("join", "leave"), ("accept", "reject"), ("win", "lose"),
    ("rise", "fall"), ("increase", "decrease"), ("buy", "sell"), ("begin", "end"), ("ban", "allow"),
)  # fmt: skip
NOUNS = (
    "office facility bureau mission",
    "aid assistance help support",
    "weapon arm armament munition",
    "soldier troop serviceman",
    "country nation state",
    "organisation organization body alliance group",
    "company firm corporation",
    "money fund",
    "deal agreement accord pact",
    "deal agreement treaty",
    "programme program scheme",
    "meeting session talk",
    "summit meeting",
    "drone uav",
    "vest jacket",
    "vehicle truck",
    "war conflict",
    "law act legislation",
    "principal main major chief primary leading",
    "delegate representative",
    "worker employee",
    "person people resident inhabitant",
    "child kid",
    "killed dead death fatality",
    "injured wounded",
    "wage salary pay",
    "car automobile",
    "non-lethal nonlethal",
    "volume sum total amount",
)


def _rows(rows: tuple[str, ...]) -> dict[str, frozenset[int]]:
    classes: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for word in row.split("|") if "|" in row else row.split():
            classes.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in classes.items()}


_VERB_CLASSES = _rows(VERBS)
_NOUN_CLASSES = _rows(NOUNS)
_NONE: frozenset[int] = frozenset()


@lru_cache(maxsize=1 << 16)
def same_verb(ours: str, theirs: str) -> bool:
    """Whether two verb lemmas (nominals are read as their verbs) say the same."""
    ours, theirs = NOMINALS.get(ours, ours), NOMINALS.get(theirs, theirs)
    return ours == theirs or bool(_VERB_CLASSES.get(ours, _NONE) & _VERB_CLASSES.get(theirs, _NONE))


@lru_cache(maxsize=1 << 16)
def opposite_verbs(ours: str, theirs: str) -> bool:
    """Whether two verb lemmas deny each other."""
    return any(
        (same_verb(ours, one) and same_verb(theirs, other)) or (same_verb(ours, other) and same_verb(theirs, one))
        for one, other in OPPOSITES
    )


@cache
def verb_keys(lemma: str) -> frozenset[str]:
    """What a verb is looked up by: two verbs say the same if they have a key in common."""
    verb = NOMINALS.get(lemma, lemma)
    return frozenset({verb, *(f"#{number}" for number in _VERB_CLASSES.get(verb, _NONE))})


@cache
def opposite_keys(lemma: str) -> frozenset[str]:
    """The keys of the verbs that deny a verb."""
    pairs = (*OPPOSITES, *((other, one) for one, other in OPPOSITES))
    return frozenset().union(*(verb_keys(other) for one, other in pairs if same_verb(lemma, one)))


def noun_keys(lemma: str) -> frozenset[str]:
    """What a noun is looked up by, as verbs are."""
    return frozenset({lemma, *(f"#{number}" for number in _NOUN_CLASSES.get(lemma, _NONE))})


def is_verb(lemma: str) -> bool:
    """Whether a lemma is a verb of the table."""
    return lemma in _VERB_CLASSES


@cache
def same_noun(ours: str, theirs: str) -> bool:
    """Whether two noun or adjective lemmas say the same."""
    return ours == theirs or bool(_NOUN_CLASSES.get(ours, _NONE) & _NOUN_CLASSES.get(theirs, _NONE))


def same_word(ours: str, theirs: str) -> bool:
    """Whether two content lemmas say the same, as verbs or as nouns."""
    return same_noun(ours, theirs) or same_verb(ours, theirs)
