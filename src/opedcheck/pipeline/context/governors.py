"""Words that govern how the clause below them is said: data, compiled from the verb classes of English grammars.

The sources are the implicative and factive classes of Karttunen (1971, 1973), the modal and reporting verbs of
Quirk et al., A Comprehensive Grammar of the English Language, 16.30-16.34, and the wording of news.
Lemmas throughout. What a governor does to its clause is one of `Effect`.
"""

from __future__ import annotations

from typing import Literal

from opedcheck.words.lists import listed

Effect = Literal["reports", "holds", "predicts", "supposes", "asks", "judges", "denies", "seems"]


def table(rows: dict[Effect, str]) -> dict[str, Effect]:
    """The effect of each word of `rows`."""
    return {word: effect for effect, words in rows.items() for word in words.split()}


# Verb + finite clause ("said that"), or a direct quotation.
REPORTS = listed(
    "say tell state report announce declare claim insist note add write explain reveal confirm assert remark "
    "observe comment reply respond answer acknowledge admit concede contend maintain allege charge recall repeat "
    "stress emphasize emphasise tweet post testify warn caution point boast complain quip argue continue conclude "
    "recount describe disclose affirm reiterate inform remind proclaim read quote cite agree estimate"
)
FINITE = table(
    {
        "holds": "believe think feel reckon suspect argue contend suggest opine consider guess maintain "
        "fear worry doubtless imply figure assume presume judge deem",
        "predicts": "expect anticipate predict forecast hope promise vow pledge plan intend propose foresee project "
        "demand urge request require recommend insist order rule decide threaten ask prefer desire want wish swear "
        "guarantee ensure warn",
        "supposes": "doubt question wonder imagine suppose pretend hypothesize speculate dream",
        "asks": "ask wonder inquire",
        "denies": "deny refute disprove dispute rebut debunk",
        "seems": "seem appear",
    }
)
# Whose subject is who says or thinks so.
CITING = REPORTS | {verb for verb, effect in FINITE.items() if effect not in ("seems", "predicts", "asks")}
FINITE_KEEPS = frozenset({"argue", "insist", "maintain", "contend", "warn"})  # they report a fact as often as a view

# Verb + "to" + infinitive. A verb that is not listed makes no deed of its infinitive.
TO = table(
    {
        "holds": "say believe think report allege rumour rumor claim know understand reckon estimate consider",
        "seems": "seem appear tend",
        "denies": "fail refuse decline neglect forget omit cease hesitate",
    }
)
# Two-way implicatives, aspectuals and the like: with them the deed is done (Karttunen 1971).
TO_KEEPS = listed(
    "begin start continue manage happen come go proceed remember dare bother deign use help force cause lead "
    "compel oblige get find prove turn live grow bring serve lead see make let condescend rush move step go"
)
# Verb + "-ing".
GERUND = table(
    {
        "predicts": "consider suggest propose recommend contemplate discuss plan intend imagine urge favor favour "
        "support advocate mull weigh envisage anticipate oppose resist fear threaten risk delay postpone",
        "denies": "avoid prevent prohibit stop refuse resist quit deny bar keep block",
    }
)
GERUND_KEEPS = frozenset({"keep", "stop", "quit", "start", "begin", "continue", "enjoy", "regret", "finish", "admit"})
# Adjective + "to" or "that".
ADJECTIVES = table(
    {
        "predicts": "likely probable set due ready poised scheduled slated bound prepared eager willing keen anxious "
        "determined desperate reluctant loath hesitant unwilling free able inclined supposed anticipated expected "
        "certain sure hopeful confident",
        "supposes": "possible conceivable plausible unclear uncertain unsure doubtful debatable questionable unlikely "
        "improbable imaginable",
        "denies": "unable impossible false untrue wrong incorrect unthinkable inconceivable",
        "judges": "essential necessary important crucial vital imperative advisable desirable better best time urgent",
    }
)
# Noun + "to", "of", "for" or "that": "plan to open", "case for establishing", "hope of".
NOUNS = table(
    {
        "predicts": "plan proposal attempt effort hope wish desire bid intention intent aim goal objective ambition "
        "promise pledge vow commitment offer threat call demand request push drive campaign case argument bill "
        "motion decision agreement willingness readiness refusal-to opportunity chance right need prospect "
        "expectation forecast prediction projection target purpose mission quest project scheme strategy "
        "initiative blueprint preparation debate discussion talk consideration negotiation ability power authority "
        "permission incentive pressure temptation urge reluctance dream vision eve run-up option",
        "supposes": "possibility risk danger likelihood probability idea notion speculation fear worry concern doubt "
        "question suggestion hypothesis scenario rumor rumour suspicion theory belief perception myth",
        "denies": "denial lack absence refusal failure inability cancellation rejection ban opposition resistance "
        "unwillingness prevention",
    }
)
# Verbs whose object, a thing that happens or a figure, is not yet or never: "proposed an office", "rejected the aid".
OBJECTS = table(
    {
        "predicts": "propose plan seek want expect anticipate await demand urge consider discuss contemplate need "
        "request envisage advocate recommend suggest intend predict forecast project promise vow desire require "
        "favour favor oppose resist debate mull negotiate prepare pursue hope wish",
        "supposes": "imagine fear doubt question risk threaten",
        "denies": "reject cancel prevent avoid abandon block deny refuse shelve scrap halt forgo avert thwart",
    }
)

MODALS: dict[str, str] = {
    "will": "predicted", "shall": "predicted", "'ll": "predicted", "wo": "predicted", "would": "predicted",
    "'d": "predicted", "can": "hypothetical", "ca": "hypothetical", "could": "hypothetical", "might": "hypothetical",
    "may": "hypothetical", "should": "opinion", "must": "opinion", "ought": "opinion", "need": "opinion",
}  # fmt: skip
HEDGING_MODALS = frozenset({"may", "might", "could"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "provided", "providing", "supposing", "assuming"})
INVERTED = frozenset({"had", "were", "should"})  # before the subject: "had NATO opened an office"
AFTER_TIME = frozenset({"when", "once", "until", "till", "before", "after"})
# Prepositions before "-ing": the deed is not done, or is yet to come.
PREPOSITIONS = table(
    {"denies": "without instead against from than", "predicts": "for toward towards to about"},
)

HEDGES: dict[str, str] = {
    "reportedly": "asserted", "allegedly": "asserted", "supposedly": "asserted", "purportedly": "asserted",
    "ostensibly": "asserted", "apparently": "asserted", "perhaps": "hypothetical", "maybe": "hypothetical",
    "possibly": "hypothetical", "conceivably": "hypothetical", "potentially": "hypothetical",
    "hypothetically": "hypothetical", "theoretically": "hypothetical", "probably": "opinion", "presumably": "opinion",
    "likely": "opinion", "seemingly": "opinion", "arguably": "opinion", "doubtless": "opinion",
}  # fmt: skip
HEDGING_VERBS = frozenset({"claim", "allege", "rumour", "rumor", "purport", "seem", "appear", "suspect", "suggest"})

NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "hardly", "scarcely", "barely", "nowhere"})
NEGATIVE_DETERMINERS = frozenset({"no", "neither"})
NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "nothing", "neither", "no-one", "few"})
# "not only", "not just": the clause holds, and more.
ADDITIVE = frozenset({"only", "just", "merely", "simply", "solely", "alone", "necessarily", "least"})

EVALUATIONS = listed(
    "good bad great terrible awful important significant crucial vital essential necessary wrong right fair "
    "unfair dangerous reckless foolish wise unwise stupid shameful outrageous absurd ridiculous obvious clear "
    "dramatic powerful weak strong best worst better worse excellent poor brilliant disastrous catastrophic "
    "remarkable impressive troubling worrying alarming encouraging promising problematic unacceptable beautiful "
    "ugly"
)
