"""Profiles: a person's name and office, who belongs to what, which city lies in which country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from opedcheck.model import Claim, Filler, Name, Period, Time
from opedcheck.model.mentions import Status
from opedcheck.pipeline.claims.drafts import clause_time, draft, list_left, list_right, period
from opedcheck.pipeline.claims.frames import Frame, coordinated, frames, governor, is_predicate
from opedcheck.pipeline.claims.view import View, name_key
from opedcheck.pipeline.names.seats import seat
from opedcheck.words.titles import DEPUTIES

MEMBER = frozenset({"member", "partner", "signatory"})
JOIN = frozenset({"join", "accede", "enter"})
HOLD_MEMBERS = frozenset({"include", "comprise", "consist"})
CALLED = frozenset({"know", "call", "dub", "name"})
# "The G7 group" is the G7; "NATO allies", "the EU summit" and "the EU mission" are not the body.
BODIES = frozenset(
    {"alliance", "area", "association", "bloc", "club", "format", "forum", "group", "grouping", "league",
     "organisation", "organization", "pact", "partnership", "treaty", "union", "zone"}
)  # fmt: skip
# "X joined the EU in condemning ...", "for talks", "as a guest": X does something beside the body.
ALONGSIDE = frozenset({"as", "for", "in"})
# "Paris, Texas, and" ends no list; "Moscow, China and Iran" and "in Moscow, China, and Iran" are lists.
AND = re.compile(r",?\s+(and|or)\s+(the\s+)?[A-Z]")
SEPARATORS = (",", ".", ")", ";", "")
NOT_APPOSED = frozenset({"nsubj", "nsubjpass", "poss", "conj", "compound", "dobj"})
LIST_REACH = 5
# Adjectives and participles before a title, other than these, may say that it is not held today.
QUALIFIERS = frozenset({"JJ", "VBN", "VBG", "JJR", "JJS"})
PARTICIPLES = frozenset({"VBN", "VBG"})
OBJECTS = frozenset({"dobj", "pobj", "dative", "ccomp"})
NEUTRAL = frozenset(
    {"current", "incumbent", "sitting", "serving", "presidential", "prime", "foreign", "general", "federal", "national",
     "supreme", "chief", "other", "such", "own", "conservative", "liberal", "socialist", "republican", "democratic"}
)  # fmt: skip
ERAS = frozenset({"administration", "era", "government", "cabinet", "years"})  # "Obama administration Secretary X"
QUALIFIER_REACH = 1
NEAR = 90  # code points between a name and its title that one underline may span


def claims(view: View) -> Iterator[Claim]:
    """All profile claims of a Doc."""
    yield from persons(view)
    yield from cities(view)
    for frame in frames(view.doc):
        yield from memberships(view, frame)
    yield from member_phrases(view)


def persons(view: View) -> Iterator[Claim]:
    """A claim for each named person: of office where a title stands by the name, else of the name as such."""
    for name in view.names:
        if name.kind != "person":
            continue
        token = view.span(name).root
        if name.title and not _is_deputy(view, name):
            yield office(view, name, token)
        elif " " in name.text.strip():
            yield draft(
                view, "profile", "name", token, name.start, name.end, subject=person(view, name, token), name=name.text,
                seat=seat(view.text, name.start, name.end, titled=False),
            )  # fmt: skip


def office(view: View, name: Name, token: Token) -> Claim:
    """The claim that the bearer of `name` holds the office of its title."""
    bounds = [at for at in (name.title_start, name.title_end) if at is not None]
    start, end = min([name.start, *bounds]), max([name.end, *bounds])
    if end - start > len(name.text) + NEAR:
        start, end = name.start, name.end
    copula = next((a for a in token.ancestors if a.lemma_ == "be"), None)
    stated = copula is not None and bool(bounds) and copula.idx < bounds[0] and token.dep_ == "nsubj"
    time = clause_time(view, copula) if copula is not None and stated else None
    return draft(
        view, "profile", "office", token, start, end,
        subject=person(view, name, token), predicate="hold", attribute=name.title, of=name.of,
        told_before=tuple(_told_before(view, token)),
        status=_status(view, name, start, end), name=name.text, when=period(time),
        negated=stated and any(c.dep_ == "neg" for c in copula.children) if copula is not None else False,
        seat=seat(view.text, name.start, name.end, titled=True),
    )  # fmt: skip


def _told_before(view: View, token: Token) -> Iterator[Period]:
    """The times that a paragraph has told before the sentence of `token`: a caption, a look back may still be there."""
    start = at = token.sent.start
    while at > 0 and "\n\n" not in view.doc[at - 1].text:
        at -= 1
    yield from view.periods(view.doc[at:start])


def _status(view: View, name: Name, start: int, end: int) -> Status | None:
    """What the words say of the office's time: the name's own status, "former" before it, or what they imply."""
    span = view.doc.char_span(start, end, alignment_mode="expand")
    first = span.start if span is not None else 0
    before = {t.lower_ for t in view.doc[max(0, first - 2) : first + 1]}
    if before & ERAS:
        return "then"
    if name.status == "acting" and "former" in before:
        return "former"
    return name.status or _implied_status(view, start, end)


def _implied_status(view: View, start: int, end: int) -> Status | None:
    """ "then" where the words before the office keep it from claiming today: "the 43rd president", "deposed
    President X", "new Chairman X" (who may not have taken it yet)."""
    if any(q.ordinal and start <= q.start < end for q in view.quantities):
        return "then"
    span = view.doc.char_span(start, end, alignment_mode="expand")
    first = span.start if span is not None else 0
    near = view.doc[max(0, first - 2) : first + 2]
    words = [t for t in near if t.tag_ in QUALIFIERS and t.i not in view.name_at and not _governs(t)]
    odd = [t for t in words if t.lower_ not in NEUTRAL and t.idx < start + QUALIFIER_REACH and not t.text[0].isupper()]
    return "then" if odd or any(t.lower_ == "new" for t in words) else None


def _governs(token: Token) -> bool:
    """Whether a participle is a verb or a preposition with its own object, and describes no office: "has asked
    President X", "forcing President X", "including President X"."""
    if token.tag_ not in PARTICIPLES or token.dep_ == "amod":
        return False
    asked = any(child.dep_ in ("aux", "auxpass") for child in token.children)
    return asked or token.tag_ == "VBG" or any(child.dep_ in OBJECTS for child in token.children)


def _is_deputy(view: View, name: Name) -> bool:
    """Whether "deputy" or its like stands before the title, cut off by whose office it is."""
    starts = [at for at in (name.title_start, name.start) if at is not None]
    span = view.doc.char_span(min(starts), name.end, alignment_mode="expand")
    before = view.doc[span.start - 1].lower_ if span is not None and span.start > 0 else ""
    # "under President X" is no deputy's office, as "Under Secretary X" is.
    return before in DEPUTIES and (before != "under" or "secretary" in (name.title or "").lower())


def person(view: View, name: Name, token: Token) -> Filler:
    """A person's name as a Filler: its own words, no more."""
    return Filler(
        text=name.text,
        start=name.start,
        end=name.end,
        head=token.text,
        lemmas=(),
        entity=name.entity,
        key=name_key(name),
        entities=(name.entity,) if name.entity else name.candidates,
        kind=name.kind,
    )


def cities(view: View) -> Iterator[Claim]:
    """ "Vilnius, Lithuania": a place said to lie in the next."""
    for city, land in zip(view.names, view.names[1:], strict=False):
        if city.kind == land.kind == "place" and view.text[city.end : land.start] == ", ":
            token = view.span(city).root
            after = view.text[land.end : land.end + 1]
            before = view.text[max(0, city.start - LIST_REACH) : city.start]
            listed = before.rstrip().endswith((",", " and", " or")) or AND.match(view.text, land.end) is not None
            label = view.span(land).root.dep_
            apposed = after in SEPARATORS or (after == " " and label in ("appos", "npadvmod"))
            if not listed and apposed and label not in NOT_APPOSED:
                yield draft(
                    view, "profile", "place", token, city.start, land.end,
                    subject=view.filler(token), predicate="lie", object=view.filler(view.span(land).root),
                )  # fmt: skip


def memberships(view: View, frame: Frame) -> Iterator[Claim]:
    """Who belongs to what, by a clause: "X is a member of Y", "X joined Y", "X are known as the Y"."""
    target, since, right = _group_and_sense(view, frame)
    if target is None:
        return
    if right:
        owners = [frame.object] if frame.object is not None else []
        members = list(list_right(view, _leftmost(owners[0]))) if owners else []
    else:
        members = list(list_left(view, _verb_start(frame))) or _subjects(view, frame)
    time = clause_time(view, frame.predicate)
    for token in dict.fromkeys(members):
        yield _membership(view, token, target, frame.predicate, since, time)


def member_phrases(view: View) -> Iterator[Claim]:
    """Who belongs to what, by a phrase: "Turkey, a NATO member", "NATO member Turkey"."""
    for token in view.doc:
        if token.lemma_.lower() != "member" or token.pos_ not in ("NOUN", "PROPN"):
            continue
        group = _of_group(view, token) or _compound_group(view, token)
        if group is None:
            continue
        if token.dep_ == "appos" and token.head.i in view.name_at:
            yield _membership(view, token.head, group, token, "member", None)
        elif token.tag_ == "NN" and token.dep_ in ("compound", "nmod") and token.i + 1 in view.name_at:
            name = view.name_at[token.i + 1]
            if name.kind == "place":
                yield _membership(view, view.span(name).root, group, token, "member", None)


def _membership(view: View, member: Token, group: Filler, clause: Token, sense: str, time: Time | None) -> Claim:
    name = view.name_at[member.i]
    stretch = view.span(name)
    # "X, a NATO member, will ...": what a phrase says in passing is asserted, however the clause is meant.
    said = {} if is_predicate(clause) else {"modality": "asserted", "negated": False, "past": False}
    when = clause_time(view, governor(clause)) if time is None and is_predicate(clause) else time
    return draft(
        view, "profile", "membership", clause, stretch.start_char, stretch.end_char,
        subject=view.filler(member, acting=True), predicate=sense, object=group, **said,
        when=period(when), when_start=when.start if when else None, when_end=when.end if when else None,
    )  # fmt: skip


def _group_and_sense(view: View, frame: Frame) -> tuple[Filler | None, str, bool]:
    """The group that a clause speaks of, how ("member", "join"), and whether its members stand to the right."""
    lemma, target = frame.lemma, frame.object
    if lemma in ("be", "become", "remain") and target is not None and target.lemma_.lower() in MEMBER:
        sense = {"be": "member", "become": "join", "remain": "member"}[lemma]
        return _of_group(view, target) or _compound_group(view, target), sense, False
    if lemma in JOIN:
        group = target if target is not None else next((n for p, n in frame.others if p in ("to", "into")), None)
        if _alongside(view, frame):
            return None, "", False
        return (group_filler(view, group), "join", False) if group is not None else (None, "", False)
    if lemma in CALLED and frame.passive:
        called = next((n for p, n in frame.others if p == "as"), None)
        return (group_filler(view, called), "member", False) if called is not None else (None, "", False)
    if lemma in HOLD_MEMBERS and frame.subject is not None and not frame.passive:
        return group_filler(view, frame.subject), "member", True
    return None, "", False


def group_filler(view: View, token: Token) -> Filler | None:
    """`token` as a group that has members: a known organisation's name, or "the NAME group"."""
    name = view.name_at.get(token.i)
    if name is not None:
        return view.filler(token) if name.kind == "organisation" and name.entity else None
    # "NATO's global partners group": the group is the nearest name before the noun, its owner is not.
    left = view.name_at.get(token.i - 1) or (
        view.name_at.get(token.i - 2) if token.i and view.doc[token.i - 1].is_quote else None
    )
    if left is None or left.kind != "organisation" or left.entity is None or view.span(left).root.dep_ == "poss":
        return None
    return view.filler(view.span(left).root) if token.lemma_.lower() in BODIES else None


def _alongside(view: View, frame: Frame) -> bool:
    """Whether a clause of joining goes on to say what is done together: it tells of no membership."""
    if any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" for c in frame.predicate.children):
        return True
    return any(
        preposition in ALONGSIDE and noun.i not in view.time_at and noun.i not in view.name_at
        and noun.lemma_.lower() not in MEMBER
        for preposition, noun in frame.others
    )  # fmt: skip


def _of_group(view: View, noun: Token) -> Filler | None:
    for of in (c for c in noun.children if c.lower_ in ("of", "in")):
        for pobj in of.children:
            if pobj.dep_ == "pobj":
                return group_filler(view, pobj)
    return None


def _compound_group(view: View, noun: Token) -> Filler | None:
    if any(c.lower_ == "of" for c in noun.children):
        return None
    left = [
        view.name_at[c.i] for c in noun.lefts if c.i in view.name_at and c.dep_ in ("compound", "nmod", "poss", "amod")
    ]
    named = [n for n in left if n.kind == "organisation" and n.entity]
    return view.filler(view.span(named[-1]).root) if named else None


def _subjects(view: View, frame: Frame) -> list[Token]:
    subject = frame.object if frame.passive else frame.subject
    if subject is None:
        return []
    return [
        t for t in coordinated(subject) if t.i in view.name_at and view.name_at[t.i].kind in ("place", "organisation")
    ]


def _verb_start(frame: Frame) -> int:
    """The index of the first word of the verb group: "have never been", "are colloquially known"."""
    verb = frame.predicate
    while verb.dep_ == "conj" and verb.head != verb and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
    start = verb.i
    while start > 0 and frame.predicate.doc[start - 1].dep_ in ("aux", "auxpass", "neg", "advmod", "cc"):
        start -= 1
    return start


def _leftmost(token: Token) -> int:
    return min(t.i for t in token.subtree)
