"""A parsed Doc with its mentions, as the assembly of claims looks at it; phrases become slot fillers here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from opedcheck.model import Filler, Name, Period, Quantity, Time
from opedcheck.pipeline.store import kept

CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
# What a phrase is cut off at: clauses and appositions say something more, they do not name the thing.
CUT = frozenset({"relcl", "appos", "acl", "advcl", "conj", "cc", "punct", "parataxis", "ccomp"})
EMPTY_LEMMAS = frozenset({"be", "have", "do", "make", "other", "such", "own", "same", "more", "most", "many", "new"})
DEFINITE = frozenset({"the", "this"})
# "the leaders of South Korea", "the government of Japan": the phrase stands for what follows "of".
STANDS_FOR = frozenset({"leader", "government", "people", "representative", "country", "nation", "state", "republic"})


class View:
    """The mentions of a Doc by token, and its phrases as Fillers."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text  # spaCy joins the tokens anew at every look
        self.names: tuple[Name, ...] = kept(doc, "names")
        self.quantities: tuple[Quantity, ...] = kept(doc, "quantities")
        self.times: tuple[Time, ...] = kept(doc, "times")
        self.published: str | None = doc.user_data.get("opedcheck_date")

    @cached_property
    def name_at(self) -> dict[int, Name]:
        """Token index -> the name that covers it."""
        return {token.i: name for name in self.names for token in self.span(name)}

    @cached_property
    def time_at(self) -> dict[int, Time]:
        """Token index -> the time that covers it."""
        return {token.i: time for time in self.times for token in self.span(time)}

    @cached_property
    def quantity_at(self) -> dict[int, Quantity]:
        """Token index -> the quantity that covers it."""
        return {token.i: quantity for quantity in self.quantities for token in self.span(quantity)}

    @cached_property
    def surmised_at(self) -> dict[int, str]:
        """Token index of a bare "summit" -> the one event or series of that noun that the article names elsewhere."""
        named: dict[str, set[str]] = {}
        for name in self.names:
            if name.kind == "event" and name.entity:
                named.setdefault(self.span(name)[-1].lemma_.lower(), set()).add(name.entity)
        only = {noun: entities.pop() for noun, entities in named.items() if len(entities) == 1}
        return {
            token.i: only[token.lemma_.lower()]
            for token in self.doc
            if token.lemma_.lower() in only and token.i not in self.name_at and self._is_bare(token)
        }

    def _is_bare(self, noun: Token) -> bool:
        """Whether nothing but an article, "this" and a time stands before the noun: no other event is named."""
        plain = all(c.pos_ == "DET" or c.i in self.time_at or c.dep_ == "punct" for c in noun.lefts)
        return noun.tag_ == "NN" and plain and any(c.lower_ in DEFINITE for c in noun.lefts)

    def span(self, mention: Name | Quantity | Time) -> Span:
        """The tokens that a mention touches."""
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        assert span is not None  # mentions never reach beyond the text
        return span

    def names_in(self, start: int, end: int) -> Iterator[Name]:
        """Names that lie in the tokens from `start` to before `end`, in order, each once."""
        seen = None
        for at in range(start, end):
            name = self.name_at.get(at)
            if name is not None and name is not seen:
                seen = name
                yield name

    def filler(self, token: Token, *, acting: bool = False) -> Filler:
        """The phrase headed by `token`. With `acting`, a metonym stands for its country ("Tokyo pledged")."""
        tokens = list(self.phrase(token))
        name = self.name_at.get(token.i)
        if name is not None:
            tokens = sorted({*tokens, *self.span(name)}, key=lambda t: t.i)
        first, last = tokens[0], tokens[-1]
        entity = self.entity(token, acting=acting)
        key = entity or (name_key(name) if name is not None else None)
        named = [(self._acting(n) if acting and n is name else None) or name_key(n) for n in self._named(tokens)]
        return Filler(
            text=self.text[first.idx : last.idx + len(last)],
            start=first.idx,
            end=last.idx + len(last),
            head=token.lemma_.lower(),
            lemmas=tuple(dict.fromkeys(self.content(tokens))),
            entity=entity,
            key=key,
            entities=tuple(dict.fromkeys(e for e in [key, *named] if e)),
            kind=name.kind if name is not None else "other" if token.pos_ == "PROPN" else None,
            surmised=name is None and token.i in self.surmised_at,
        )

    def phrase(self, token: Token) -> Iterator[Token]:
        """The tokens of the phrase headed by `token`, in order: its subtree up to clauses and appositions."""
        kept_tokens = {token.i}
        todo = [token]
        while todo:
            for child in todo.pop().children:
                if child.dep_ not in CUT and not child.is_space:
                    kept_tokens.add(child.i)
                    todo.append(child)
        low = high = token.i
        while low - 1 in kept_tokens or (low - 2 in kept_tokens and self.doc[low - 1].text in "\"'-"):
            low -= 1
        while high + 1 in kept_tokens or (high + 2 in kept_tokens and self.doc[high + 1].text in "\"'-"):
            high += 1
        yield from self.doc[low : high + 1]

    def content(self, tokens: list[Token], *, names: bool = False) -> Iterator[str]:
        """Lower-case lemmas of the words that carry meaning; those of names only with `names`, figures never."""
        for token in tokens:
            if token.pos_ in CONTENT_POS and not token.is_stop and token.i not in self.quantity_at:
                lemma = token.lemma_.lower()
                named = token.i in self.name_at and not names
                if lemma not in EMPTY_LEMMAS and token.i not in self.time_at and lemma[0].isalpha() and not named:
                    yield lemma

    def entity(self, token: Token, *, acting: bool = False) -> str | None:
        """The entity that the phrase headed by `token` is: its name's, or that of "the leaders of NAME"."""
        name = self.name_at.get(token.i)
        if name is not None:
            return self._acting(name) if acting else name.entity
        if token.i in self.surmised_at:
            return self.surmised_at[token.i]
        if token.lemma_.lower() in STANDS_FOR:
            for of in (child for child in token.children if child.lower_ == "of"):
                for pobj in of.children:
                    if pobj.dep_ == "pobj" and pobj.i in self.name_at:
                        return self.name_at[pobj.i].entity
            if acting:
                named = [
                    self.name_at[c.i]
                    for c in token.lefts
                    if c.i in self.name_at and c.dep_ in ("amod", "poss", "compound")
                ]
                return named[-1].entity if named else None
        return None

    def when(self, tokens: list[Token]) -> Time | None:
        """The finest time among `tokens` whose days are known, if all of them lie one in the other."""
        times = list(dict.fromkeys(self.time_at[t.i] for t in tokens if t.i in self.time_at))
        known = [t for t in times if t.first and t.last and t.type in ("DATE", "TIME") and not t.value.endswith("_REF")]
        known.sort(key=lambda t: (t.last - t.first, t.start) if t.first and t.last else (0, 0))
        for outer in known[1:]:
            if not Period(outer.first, outer.last).covers(Period(known[0].first, known[0].last)):
                return None
        return known[0] if known else None

    def periods(self, sentence: Span) -> Iterator[Period]:
        """The days of every time in a sentence, where they are known."""
        for time in dict.fromkeys(self.time_at[t.i] for t in sentence if t.i in self.time_at):
            if time.first is not None and time.last is not None and not time.value.endswith("_REF"):
                yield Period(time.first, time.last)

    def _named(self, tokens: list[Token]) -> Iterator[Name]:
        yield from dict.fromkeys(self.name_at[t.i] for t in tokens if t.i in self.name_at)

    @staticmethod
    def _acting(name: Name) -> str | None:
        return name.candidates[1] if name.kind == "place" and len(name.candidates) > 1 else name.entity


def name_key(name: Name) -> str:
    """What a name is compared by: its reference's id, else "~" and the fullest form that the article uses, folded."""
    if name.entity is not None:
        return name.entity
    plain = unicodedata.normalize("NFKD", name.full or name.text).casefold().removeprefix("the ")
    return "~" + "".join(c for c in plain if c.isalnum() or c == " ").strip()
