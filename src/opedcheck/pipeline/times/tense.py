"""Which way a verb looks from the day of writing: what "on Friday" means hangs on it."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Span, Token

Direction = Literal["past", "present", "future"]
FUTURE_MODALS = frozenset({"will", "shall", "'ll", "may", "might", "can", "wo", "must", "should", "would", "'d"})
# Verbs and adjectives whose infinitive lies ahead.
PLANS = frozenset(
    ["plan", "expect", "schedule", "intend", "agree", "want", "hope", "due", "set", "likely", "ready", "vow",
     "promise", "propose", "decide", "seek", "prepare", "aim", "begin", "slate", "bind", "poise", "go"]
)  # fmt: skip
# Verbs whose present, beside a weekday, tells of the day that has been: "says", "is".
STATES = frozenset(
    ["say", "tell", "be", "have", "report", "add", "note", "show", "write", "ask", "know", "think", "believe",
     "claim", "argue", "warn", "suggest", "mean", "remain"]
)  # fmt: skip
# What is booked lies ahead, whenever it was booked: "has scheduled a hearing Thursday", "was postponed until May".
BOOKED = frozenset(["schedule", "plan", "postpone", "slate", "reschedule"])
# What is put off or granted runs until a day ahead: "extended the deadline until Friday".
DEFERRING = frozenset(["adjourn", "defer", "delay", "extend", "give", "grant", "postpone", "push", "put", "suspend"])
FORESEEN = frozenset(["set", "expect"])  # of a noun: "a summit set for April"
STEPS = 12  # heads to climb before giving up
REACH = 40  # tokens before a verb that are looked at for its auxiliaries


def lefts(verb: Token) -> list[Token]:
    """The near children before a verb. `Token.lefts` walks the whole clause, each time: a list of dates has no end."""
    doc, first = verb.doc, max(verb.left_edge.i, verb.i - REACH)
    return [child for child in doc[first : verb.i] if child.head.i == verb.i]


def root(span: Span) -> Token:
    """The token that the others hang on, without `Span.root`'s walk to the root of the sentence."""
    outward = [token for token in span if not span.start <= token.head.i < span.end or token.head.i == token.i]
    words = [token for token in outward if not token.is_punct]  # a full stop hangs on the verb of the main clause
    return min(words or outward, key=_height, default=span[-1])


def _height(token: Token) -> int:
    """How many heads are above a token, as far as they are counted."""
    for height in range(STEPS):
        if token.head.i == token.i:
            return height
        token = token.head
    return STEPS


def governor(token: Token) -> Token | None:
    """The verb that `token` hangs on."""
    for _ in range(STEPS):
        if token.tag_.startswith("VB") or token.tag_ == "MD":
            return token
        if token.head is token:
            return None
        token = token.head
    return None


def direction(span: Span) -> Direction | None:
    """Past, present or future of the verb that governs `span`; `None` without a parse or a verb."""
    verb = governor(root(span))
    return _of(verb, STEPS) if verb is not None else None


def _of(verb: Token, left: int) -> Direction | None:
    auxiliaries = [child for child in lefts(verb) if child.dep_ in ("aux", "auxpass")]
    tags = {token.tag_ for token in (verb, *auxiliaries)}
    if any(child.tag_ == "MD" and child.lower_ in FUTURE_MODALS for child in auxiliaries) and "have" not in {
        child.lower_ for child in auxiliaries
    }:
        return "future"
    if verb.lemma_.lower() in BOOKED and (verb.tag_ in ("VBN", "VBD")) and "had" not in {a.lower_ for a in auxiliaries}:
        return "future"
    if verb.lemma_.lower() in FORESEEN and verb.tag_ == "VBN" and verb.dep_ == "acl":
        behind = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
        return "past" if verb.lemma_ == "set" and behind in ("on", "in") else "future"  # "a record set on Friday"
    if "VBD" in tags or any(child.lower_ in ("has", "have", "had", "'ve") for child in auxiliaries):
        return "past"
    if "VBZ" in tags or "VBP" in tags:
        return "present"
    if verb.tag_ == "VBN":  # "signed last May": a participle without an auxiliary
        return "past"
    head = verb.head
    if verb.tag_ == "VB" and any(child.tag_ == "TO" for child in auxiliaries):
        return _infinitive(verb, head, left)
    if head.i == verb.i and verb.tag_ == "VB" and not any(child.dep_.startswith("nsubj") for child in lefts(verb)):
        return "future"  # an imperative
    if head.i == verb.i or left <= 0:
        return None
    above = governor(head)
    return _of(above, left - 1) if above is not None else None


def _infinitive(verb: Token, head: Token, left: int) -> Direction | None:
    if any(child.lower_ == "had" for child in lefts(head)) or (head.head.lower_ == "been" and head.dep_ == "acomp"):
        return "past"  # "it had been due to expire Friday"
    if head.lemma_.lower() in PLANS or head is verb:
        return "future"
    above = governor(head) if left > 0 else None
    known = _of(above, left - 1) if above is not None and above is not verb else None
    return "past" if known == "past" else "future"
