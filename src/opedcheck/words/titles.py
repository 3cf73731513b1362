"""Titles of office, ranks and honorifics: their forms, which of them have one holder, which head a state or government.

Compiled by hand from the titles in use in the public records of states, the Associated Press's rules for
abbreviating them before a name, and the ministries that cabinets have. A form is written in lower case, without
full stops or hyphens, its plain plural left out.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from opedcheck.words.lists import listed

Head = Literal["state", "government"]

# Offices that one person holds at a time, of a state, a body or a place.
SOLE = {
    "prime minister": "prime minister|pm|premier|taoiseach",
    "president": "president|pres|potus",
    "vice president": "vice president|vp|veep|vice pres",
    "chancellor": "chancellor",
    "chancellor of the exchequer": "chancellor of the exchequer",
    "king": "king", "queen": "queen", "emperor": "emperor", "empress": "empress", "emir": "emir|amir",
    "sultan": "sultan", "pope": "pope|pontiff", "supreme leader": "supreme leader",
    "crown prince": "crown prince",
    "first minister": "first minister", "chief minister": "chief minister", "first lady": "first lady",
    "secretary general": "secretary general|sec gen", "general secretary": "general secretary",
    "director general": "director general", "managing director": "managing director",
    "high representative": "high representative|foreign policy chief",
    "high commissioner": "high commissioner",
    "governor": "governor|gov", "lieutenant governor": "lieutenant governor|lt gov|lt governor",
    "mayor": "mayor", "attorney general": "attorney general|atty gen|ag",
    "solicitor general": "solicitor general",
    "speaker": "speaker|house speaker|speaker of the house|speaker of the house of representatives",
    "majority leader": "majority leader|house majority leader|senate majority leader",
    "minority leader": "minority leader|house minority leader|senate minority leader",
    "majority whip": "majority whip|house majority whip|senate majority whip",
    "minority whip": "minority whip|house minority whip|senate minority whip",
    "opposition leader": "opposition leader|leader of the opposition",
    "chief justice": "chief justice", "surgeon general": "surgeon general",
    "inspector general": "inspector general",
    "chief of staff": "chief of staff", "press secretary": "press secretary",
    "national security adviser": "national security adviser|national security advisor",
    "chief executive": "chief executive|ceo|chief executive officer",
    "chief financial officer": "chief financial officer|cfo", "treasurer": "treasurer",
    "chair": "chair|chairman|chairwoman|chairperson", "director": "director",
    "secretary of state": "secretary of state|sec of state",
    "home secretary": "home secretary", "foreign minister": "foreign secretary",
    "dalai lama": "dalai lama", "archbishop": "archbishop",
}  # fmt: skip
# Offices that many hold at once.
SHARED = {
    "senator": "senator|sen|us senator|united states senator", "state senator": "state senator|state sen",
    "representative": "representative|rep|congressman|congresswoman|us representative|us rep",
    "state representative": "state representative|state rep|assemblyman|assemblywoman|assembly member|delegate",
    "member of parliament": "mp", "member of the european parliament": "mep",
    "lawmaker": "lawmaker|legislator|congressperson",
    "councillor": "councillor|councilman|councilwoman|councilor",
    "minister": "minister", "secretary": "secretary|sec", "commissioner": "commissioner",
    "ambassador": "ambassador|envoy|special envoy", "judge": "judge|magistrate",
    "justice": "justice|supreme court justice|associate justice",
    "prosecutor": "prosecutor|district attorney|da",
    "sheriff": "sheriff", "prince": "prince", "princess": "princess", "duke": "duke", "duchess": "duchess",
    "sheikh": "sheikh|sheik|shaikh", "ayatollah": "ayatollah|grand ayatollah", "bishop": "bishop",
    "cardinal": "cardinal", "spokesman": "spokesman|spokeswoman|spokesperson",
    "adviser": "adviser|advisor|aide",
    "strategist": "strategist", "candidate": "candidate|nominee|presidential candidate|presidential nominee",
    "professor": "professor|prof", "leader": "leader", "founder": "founder|co founder", "head": "head|chief",
}  # fmt: skip
RANKS = {
    "general": "general|gen|maj gen|lt gen|brig gen|major general|lieutenant general|brigadier general",
    "admiral": "admiral|adm|vice admiral|rear admiral", "colonel": "colonel|col|lt col|lieutenant colonel",
    "major": "major|maj", "captain": "captain|capt", "lieutenant": "lieutenant|lt", "sergeant": "sergeant|sgt",
    "marshal": "marshal|field marshal", "commander": "commander|cmdr", "corporal": "corporal|cpl",
    "officer": "officer", "detective": "detective",
}  # fmt: skip
HONORIFICS = {
    "mr": "mr|mister", "mrs": "mrs", "ms": "ms", "miss": "miss", "dr": "dr|doctor", "sir": "sir",
    "dame": "dame",
    "lord": "lord", "lady": "lady", "rev": "rev|reverend", "father": "fr", "sister": "sr", "saint": "st",
    "madame": "madame|mme",
    "monsieur": "monsieur", "don": "don", "imam": "imam", "rabbi": "rabbi", "hon": "hon",
    "señor": "señor|senor",
}  # fmt: skip
# What a minister or a secretary is for: canonical word -> its forms.
PORTFOLIOS = {
    "foreign": "foreign|foreign affairs|external affairs",
    "defense": "defense|defence|national defense|national defence",
    "finance": "finance|finances", "interior": "interior|internal affairs|the interior|interior affairs",
    "justice": "justice",
    "health": "health|public health|health and human services|hhs", "education": "education",
    "energy": "energy",
    "agriculture": "agriculture|farm", "labor": "labor|labour", "commerce": "commerce",
    "treasury": "treasury|the treasury",
    "transportation": "transportation|transport", "homeland security": "homeland security|dhs",
    "housing": "housing|hud|housing and urban development", "veterans affairs": "veterans affairs|va",
    "trade": "trade|international trade",
    "environment": "environment|the environment|climate",
    "economy": "economy|economic affairs|the economy|economics",
    "culture": "culture", "information": "information", "oil": "oil|petroleum", "intelligence": "intelligence",
    "immigration": "immigration", "security": "security|national security|public security",
    "development": "development",
    "science": "science", "tourism": "tourism", "industry": "industry", "business": "business", "war": "war",
    "navy": "navy|the navy",
    "army": "army|the army", "air force": "air force|the air force", "work and pensions": "work and pensions",
    "brexit": "brexit",
    "infrastructure": "infrastructure", "planning": "planning",
}  # fmt: skip
HEADS: dict[str, Head] = {
    "president": "state", "king": "state", "queen": "state", "emperor": "state", "empress": "state",
    "emir": "state",
    "sultan": "state", "pope": "state", "supreme leader": "state",
    "prime minister": "government", "chancellor": "government",
}  # fmt: skip
# Crowns and their like: inherited, or given in mockery.
ROYAL = listed("king queen emperor empress emir sultan pope archbishop") | {
    "supreme leader",
    "crown prince",
    "dalai lama",
}
# Before a title: another office, lower or narrower than the one without it.
DEPUTIES = listed("deputy assistant associate under undersecretary vice co shadow junior lieutenant honorary sub")
# Titles that are part of other names as often as they stand before a person's: "General Motors", "King County".
AMBIGUOUS = listed(
    "general major king queen head chief leader don private captain director secretary st saint judge justice minister "
    "prince duke miss sister father marshal commander dean sheriff baron count earl bishop pope lord lady rabbi imam "
    "cardinal officer"
)
# Before or behind a title, or before a name: word -> Name.status.
STATUS: dict[str, Literal["former", "then", "acting", "elect", "late"]] = {
    "then": "then", "outgoing": "then", "late": "late",
    **dict.fromkeys(("acting", "interim", "caretaker"), "acting"),
    **dict.fromkeys(("elect", "designate", "incoming"), "elect"),
    **dict.fromkeys(("former", "ex", "onetime", "erstwhile", "past", "previous", "recent", "retired"), "former"),
    **dict.fromkeys(("deposed", "ousted", "toppled", "overthrown", "exiled", "fallen"), "former"),
    **dict.fromkeys(("slain", "assassinated", "murdered", "fired"), "former"),
}  # fmt: skip
# What may stand between whose office it is, or an article, and the title, and says nothing about which office.
SKIPPED = listed(
    "the a an his her their its our my this that new newly elected current incumbent sitting longtime long "
    "serving first second third fourth last only right hand republican democratic conservative liberal "
    "labour tory socialist populist embattled young female black popular reformist hardline far left wing "
    "centrist leftist then present now freshly appointed re reelected powerful nationalist progressive "
    "moderate independent gop"
)

# Before a title they make it nobody's office, or not yet: "a President Smith could", "the next president".
UNREAL = listed("next future would wannabe potential possible prospective hypothetical presumptive likely eventual")
_WORDS = re.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+)*")


def title_words(text: str) -> tuple[str, ...]:
    """The words of a title, in lower case, full stops, hyphens and possessives left out: "Sec.-Gen." is (sec, gen)."""
    return tuple(_WORDS.findall(text.lower().replace("’", "'").replace("u.s.", "us").replace("'s ", " ")))


@cache
def title_forms() -> dict[tuple[str, ...], str]:
    """Every form of a title, as words, with its canonical form."""
    forms: dict[tuple[str, ...], str] = {}
    for table in (SOLE, SHARED, RANKS, HONORIFICS):
        for canonical, written in table.items():
            forms.update({tuple(form.split()): canonical for form in [canonical, *filter(None, written.split("|"))]})
    for portfolio, written in PORTFOLIOS.items():
        for form in filter(None, written.split("|")):
            what = tuple(form.split())
            bare = what[1:] if what[0] == "the" else what
            for kind in ("minister", "secretary"):
                canonical = _of_portfolio(portfolio, kind)
                forms.setdefault((*bare, kind), canonical)
                forms.setdefault((kind, "of", *what), canonical)
                forms.setdefault((kind, "for", *what), canonical)
    return forms


def _of_portfolio(portfolio: str, kind: str) -> str:
    return f"{portfolio} minister" if kind == "minister" else f"secretary of {portfolio}"


@cache
def longest_title() -> int:
    """How many words the longest form has."""
    return max(map(len, title_forms()))


def form_of(words: tuple[str, ...]) -> str | None:
    """The canonical form of a title given as exactly these words, singular or plural."""
    forms = title_forms()
    if words in forms or not words:
        return forms.get(words)
    return forms.get((*words[:-1], _singular(words[-1]))) or forms.get((_singular(words[0]), *words[1:]))


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 2 else word


@lru_cache(maxsize=4096)
def canonical_title(text: str) -> str | None:
    """The one name under which a title is compared: "PM" and "Premier" are "prime minister"; `None` for no title.

    Status ("former", "-elect") and whose office it is ("of the United States") are left out, deputies kept apart.
    """
    words = title_words(text)
    while words and (words[0] in STATUS or words[0] in SKIPPED or words[0] == "us") and form_of(words) is None:
        words = words[1:]
    while words and words[-1] in ("elect", "designate", "emeritus"):
        words = words[:-1]
    for end in range(len(words), 0, -1):
        behind = words[end : end + 1]
        if behind and behind[0] not in ("of", "for", "to", "at", "in"):
            continue
        for start in range(end):
            canonical = form_of(words[start:end])
            if canonical is not None:
                deputy = words[start - 1] if start and words[start - 1] in DEPUTIES else None
                return f"{deputy} {canonical}" if deputy else canonical
    return None


def is_sole(canonical: str) -> bool:
    """Whether one person holds the office at a time, for each state, body or place that has it."""
    return (
        canonical in SOLE
        or (canonical not in SHARED and canonical.endswith(" minister"))
        or (canonical.startswith("secretary of "))
    )


def is_ministry(canonical: str) -> bool:
    """Whether it is the office of one minister of a government, its head apart."""
    return heads(canonical) is None and (canonical.endswith(" minister") or canonical.startswith("secretary of "))


def is_office(canonical: str) -> bool:
    """Whether it is an office, not a rank or a form of address."""
    return canonical not in HONORIFICS and canonical not in RANKS


def heads(canonical: str) -> Head | None:
    """Whether its holder heads a state or a government."""
    return HEADS.get(canonical)
