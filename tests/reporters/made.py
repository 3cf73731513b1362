"""Reports made by hand for the formats that services read."""

from __future__ import annotations

import io

from hypothesis import strategies as st

from opedcheck.judging import RULES
from opedcheck.model import Article, ArticleReport, Evidence, Finding, Reading, ReferencesInfo, Report, Severity, Source
from opedcheck.readers import plaintext
from opedcheck.readers.source import Given
from opedcheck.reporters import SCAN, Look, named

HOSTILE = (
    "Aid [sic] grew 🇯🇵 by $7.1 million.\r\n\r\n"
    "::error file=x::owned ##[error]owned %0A::set-output name=a::b\x1b[31m \u202eevil\u202c\r\n"
    "<script>alert(1)</script> ]]> & `code` | pipe @someone #1 https://bad.example\r\n"
)


# Any text, as far as a reader lets it in, with all that acts somewhere: controls, marks of direction, markup, commands.
LETTERS = st.characters(codec="utf-8", exclude_characters="\x00")
CONTROLS = "\x01\x1b\x7f\v\f\x85\u200f\u202e\u2028\u2066\ufeff\ufffe\uffff\r\n\n\t"
ACTING = st.sampled_from(f"{CONTROLS}<>&\"'`|@*_\\[] :#{{%}}\U0001f1ef")
MARKUP = st.sampled_from(
    ["</style>", "<script>", "</script>", "<!--", "-->", "]]>", "{{ 7 }}", "&lt;", "&#0;", "::error::", "\n::error::a",
     "##[error]", "%0A", "%25", "https://bad.example", "[a](javascript:b)", "![a](b)", "~~a~~", "a | b"]
)  # fmt: skip
ANY = st.lists(LETTERS | ACTING | MARKUP, max_size=40).map("".join)


def article(text: str, path: str | None = "in/a.txt") -> Article:
    """A plain article, read as its file would be."""
    (found,) = plaintext.read(text.encode(), Given("a", path, path or "<stdin>"))
    assert isinstance(found, Article), found
    return found


def finding(one: Article, start: int, end: int, severity: Severity = "error", said: str = "", n: int = 0) -> Finding:
    """A finding at a stretch of the article, with its evidence."""
    said = said or f"The text has {one.text[start:end]}."
    source = Source(publisher="Ministry", title=said, url="https://a.example/x")
    evidence = Evidence(
        reference="aid", score=0.9, outcome="differs", detail="value differs", statement=f"Aid grew. {said}",
        sources=(source,), path="claims/a.yaml", line=3,
    )  # fmt: skip
    return Finding(
        rule="amount-mismatch", severity=severity, message=said, start=start, end=end, quote=one.text[start:end],
        claim="c1", references=("aid",), suggestion="$7.1 billion", evidence=(evidence,), fingerprint=f"{n:064x}",
    )  # fmt: skip


def report(*articles: tuple[Article, tuple[Finding, ...]]) -> Report:
    """A run over articles with these findings."""
    reports = tuple(ArticleReport(article=one, reading=Reading(), findings=found) for one, found in articles)
    references = ReferencesInfo(paths=("claims",), count=1, digest="sha256:0")
    return Report(
        version="0.1.0", model="en_core_web_sm 3.8.0", references=references, articles=reports, rules=RULES
    )  # fmt: skip


def fixed() -> Report:
    """Two articles: a hostile one with a finding of every severity, one over lines, two alike; and a clean one."""
    one = article(HOSTILE)
    amount, line = one.text.index("$7.1"), one.text.index("::error")
    found = (
        finding(one, amount, amount + 12),
        finding(one, amount, amount + 12, "warning"),
        finding(one, line - 5, line + 20, "info", n=2),
        finding(one, line, len(one.text) - 2, n=3),
    )
    return report((one, found), (article("Nothing to see.\n", "in/clean.txt"), ()))


def written(run: Report, name: str) -> str:
    """The report in a format, as a file would hold it."""
    out = io.StringIO()
    named(SCAN, name).write(run, out, Look())
    return out.getvalue()
