"""Comments that suppress: which findings, on which lines, and what is said of faulty ones."""

from __future__ import annotations

import pytest

from opedcheck.keeping.comments import comments, heeded
from opedcheck.model import Article, Finding
from opedcheck.readers import markdown
from opedcheck.readers.source import Given

RULES = ("amount-mismatch", "date-mismatch")
BOTH = "ignore[amount-mismatch, date-mismatch]"


def article(text: str, path: str = "a.md") -> Article:
    (found,) = markdown.READER.read(text.encode(), Given("a", path, path))
    assert isinstance(found, Article)
    return found


def outcome(text: str, path: str = "a.md") -> tuple[list[str], list[str], list[str]]:
    """Words "wrong" that are still flagged, reasons of those that are not, and what is said of comments."""
    one = article(text, path)
    findings, at = [], one.text.find("wrong")
    while at >= 0:
        findings.append(
            Finding(rule="amount-mismatch", severity="error", message="m", start=at, end=at + 5,
                    quote=one.text[at : at + 12].split()[0])
        )  # fmt: skip
        at = one.text.find("wrong", at + 1)
    found, faults = comments(one, RULES)
    stay, gone, idle = heeded(one, findings, found)
    return [f.quote for f in stay], [s.reason for s in gone], [fault.why for fault in (*faults, *idle)]


@pytest.mark.parametrize(
    ("text", "stay", "gone"),
    [
        ("<!-- opedcheck: ignore[amount-mismatch] old figure -->\nIt is wrong1.\n\nIt is wrong2.", 1, 1),
        ("It is wrong1. <!-- opedcheck: ignore[amount-mismatch] old figure -->\n\nIt is wrong2.", 1, 1),
        (f"<!-- opedcheck: {BOTH} old figure -->\nIt is wrong1.", 0, 1),
        ("<!--opedcheck:ignore[amount-mismatch]\nold figure\n-->\nIt is wrong1.", 0, 1),
        ("A\n\n<!-- opedcheck: disable[amount-mismatch] satire -->\n\nwrong1\n\nwrong2\n\n"
         "<!-- opedcheck: enable[amount-mismatch] -->\n\nwrong3", 1, 2),
        ("A\n\n<!-- opedcheck: disable[amount-mismatch] satire -->\n\nwrong1\n\nwrong2", 0, 2),
        ("<!-- opedcheck: ignore[amount-mismatch] r -->\n \n\nIt is wrong1.\n\nIt is wrong2.", 1, 1),
        ("wrong1 <!-- opedcheck: ignore[amount-mismatch] r -->\n\nIt is wrong2.", 1, 1),
        ("<!-- OpedCheck : Ignore [amount-mismatch] r -->\nIt is wrong1.", 0, 1),
        ("<!-- opedcheck is what checks this: ignore it -->\nIt is wrong1.", 1, 0),
        ("wrong1\n\nwrong2\n\n<!-- opedcheck: ignore-file[amount-mismatch] fiction -->", 0, 2),
    ],
)  # fmt: skip
def test_what_is_suppressed(text: str, stay: int, gone: int) -> None:
    still, reasons, said = outcome(text)
    assert (len(still), len(reasons), said) == (stay, gone, [])


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("ignore[amount-mismatch]", "gives no reason"),
        ("ignore some reason", "names no rule"),
        ("ignore[] some reason", "names no rule"),
        ("ignore[amout-mismatch] r", "names no known rule: amout-mismatch. Did you mean 'amount-mismatch'?"),
        ("ignore[xyz, date-mismatch] r", "names no known rule: xyz. `opedcheck rules` lists all of them."),
        ("hush[amount-mismatch] some reason", "is none of ignore, disable, enable, ignore-file"),
        ("", "is none of ignore"),
        ("ignore[date-mismatch] some reason", "suppresses nothing: date-mismatch"),
    ],
)
def test_a_faulty_comment_suppresses_nothing_and_is_told_of(comment: str, said: str) -> None:
    still, _, told = outcome(f"<!-- opedcheck: {comment} -->\nIt is wrong1.")
    assert len(still) == 1
    assert len(told) == 1 and said in told[0]


def test_a_comment_without_a_colon_is_told_of() -> None:
    still, _, told = outcome("<!-- opedcheck ignore[amount-mismatch] some reason -->\nIt is wrong1.")
    assert len(still) == 1 and told == ["lacks a colon; write `opedcheck:`"]


def test_a_comment_in_a_code_block_is_code() -> None:
    text = "```html\n<!-- opedcheck: ignore-file[amount-mismatch] an example -->\n```\n\nIt is wrong1."
    assert outcome(text) == (["wrong1."], [], [])


def test_plain_text_has_no_comments() -> None:
    one = article("<!-- opedcheck: ignore-file[amount-mismatch] no -->\n\nIt is wrong1.")
    import msgspec

    assert comments(msgspec.structs.replace(one, path="a.txt"), RULES) == ((), ())
