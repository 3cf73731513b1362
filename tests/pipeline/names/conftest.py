"""A Doc written by hand: "Kishida/NNP=PERSON" is a word with its tag and the model's label for it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from opedcheck.model import LexiconEntry, Name
from opedcheck.pipeline.names import Names
from opedcheck.pipeline.store import kept

VOCAB = English().vocab
KISHIDA = (("Prime Minister", "japan"),)
LEXICON = (
    LexiconEntry("Japan", "japan", "place"),
    LexiconEntry("Japanese", "japan", "place", "demonym"),
    LexiconEntry("Tokyo", "tokyo", "place"),
    LexiconEntry("Tokyo", "japan", "place", "metonym"),
    LexiconEntry("the Kremlin", "russia", "place", "metonym"),
    LexiconEntry("Russia", "russia", "place"),
    LexiconEntry("France", "france", "place"),
    LexiconEntry("French", "france", "place", "demonym"),
    LexiconEntry("Georgia", "georgia", "place"),
    LexiconEntry("Georgian", "georgia", "place", "demonym"),
    LexiconEntry("Mexico", "mexico", "place"),
    LexiconEntry("Washington", "washington-d-c", "place"),
    LexiconEntry("Kyiv", "kyiv", "place"),
    LexiconEntry("United States", "usa", "place"),
    LexiconEntry("U.S.", "usa", "place"),
    LexiconEntry("NATO", "nato", "organisation"),
    LexiconEntry("European Commission", "european-commission", "organisation"),
    LexiconEntry("NATO summit", "nato-summit", "event", "series"),
    LexiconEntry("Fumio Kishida", "fumio-kishida", "person", offices=KISHIDA),
    LexiconEntry("Kishida Fumio", "fumio-kishida", "person", offices=KISHIDA),
    LexiconEntry("Kishida", "fumio-kishida", "person", "surname", offices=KISHIDA),
    LexiconEntry("Emmanuel Macron", "emmanuel-macron", "person", offices=(("President", "france"),)),
    LexiconEntry("Macron", "emmanuel-macron", "person", "surname", offices=(("President", "france"),)),
    LexiconEntry("Boris Johnson", "boris-johnson", "person", offices=(("Prime Minister", "uk"),)),
    LexiconEntry("Johnson", "boris-johnson", "person", "surname", offices=(("Prime Minister", "uk"),)),
    LexiconEntry("Donald Trump", "donald-trump", "person", offices=(("President", "usa"),)),
    LexiconEntry("Trump", "donald-trump", "person", "surname", offices=(("President", "usa"),)),
    LexiconEntry("Bill Clinton", "bill-clinton", "person", offices=(("President", "usa"),)),
    LexiconEntry("Clinton", "bill-clinton", "person", "surname", offices=(("President", "usa"),)),
    LexiconEntry("Hillary Clinton", "hillary-clinton", "person", offices=(("Secretary of State", "usa"),)),
    LexiconEntry("Clinton", "hillary-clinton", "person", "surname", offices=(("Secretary of State", "usa"),)),
    LexiconEntry("Xi Jinping", "xi-jinping", "person", offices=(("President", "china"),)),
    LexiconEntry("Xi", "xi-jinping", "person", "surname", offices=(("President", "china"),)),
)

Read = Callable[[str], list[Name]]


def written(text: str) -> Doc:
    """Words with "/TAG" and "=LABEL". A proper noun before another is its compound; all else hangs on the first."""
    marked = [word.partition("=") for word in text.split()]
    tagged = [left.rpartition("/") if "/" in left else (left, "", "NN") for left, _, _ in marked]
    words, tags = [word for word, _, _ in tagged], [tag for _, _, tag in tagged]
    labels = [label for _, _, label in marked]
    ents = [
        f"{'I' if at and labels[at - 1] == label else 'B'}-{label}" if label else "O" for at, label in enumerate(labels)
    ]
    runs = [at + 1 < len(tags) and tag == tags[at + 1] == "NNP" for at, tag in enumerate(tags)]
    heads = [at + 1 if run else 0 for at, run in enumerate(runs)]
    deps = ["compound" if run else "dep" for run in runs]
    spaces = [at + 1 < len(words) and words[at + 1] not in (",", ".", "?", "'s", "-", ")") for at in range(len(words))]
    spaces = [space and words[at] not in ("-", "(") for at, space in enumerate(spaces)]
    deps[0] = "ROOT" if heads[0] == 0 else deps[0]
    starts = [at == 0 or words[at - 1] in (".", "?") for at in range(len(words))]
    if any(run and start for run, start in zip(runs, starts, strict=True)) or starts.count(True) > 1:
        heads = [head if run else at for at, (head, run) in enumerate(zip(heads, runs, strict=True))]
    return Doc(VOCAB, words=words, spaces=spaces, tags=tags, heads=heads, deps=deps, ents=ents)


@pytest.fixture(scope="session")
def read() -> Read:
    """The names of a Doc written by hand, with the little lexicon above."""
    names = Names()
    names.learn(LEXICON)
    return lambda text: list(kept(names(written(text)), "names"))
