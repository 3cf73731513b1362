"""The names of the references in a text, for search: whoever is meant counts, whatever form of the name is used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from opedcheck.matching.search_terms import Term, folded
from opedcheck.model import LexiconEntry

NAMED = 0.5
"""What an entity counts beside the words of its name, which count as well."""
MARK = "="
WORD = re.compile(r"\w+")


class Names:
    """The forms of a lexicon by their first words. A bare surname names nobody, a shared form all that bear it."""

    def __init__(self, lexicon: Sequence[LexiconEntry]) -> None:
        forms: dict[str, dict[tuple[str, ...], list[str]]] = defaultdict(dict)
        for entry in lexicon:
            words = tuple(WORD.findall(folded(entry.form)))
            if words and entry.role != "surname":
                bearers = forms[words[0]].setdefault(words, [])
                if entry.entity not in bearers:
                    bearers.append(entry.entity)
        self._forms = {first: sorted(rows.items(), key=lambda row: -len(row[0])) for first, rows in forms.items()}

    def named(self, text: str) -> Iterator[Term]:
        """The entities that `text` names, the longest form at each place; capitals count, so "us" is no country."""
        if not self._forms:
            return
        words = WORD.findall(folded(text))
        at = 0
        while at < len(words):
            rows = self._forms.get(words[at], ())
            found = next((row for row in rows if tuple(words[at : at + len(row[0])]) == row[0]), None)
            if found is None:
                at += 1
                continue
            yield from (Term(MARK + entity, "entity", " ".join(found[0])) for entity in found[1])
            at += len(found[0])

    @staticmethod
    def shown(key: str) -> str:
        """How a term is shown: an entity by its id."""
        return key.removeprefix(MARK)
