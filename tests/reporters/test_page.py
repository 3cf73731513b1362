"""The page in a real browser: what readers see, with a mouse, a keyboard, a screen reader, a printer, or no script."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from tests.browser import Window, axe, browser
from tests.reporters.made import ANY, article, finding, written
from tests.reporters.made import report as run_of
from tests.reporters.test_html import plain

from opedcheck.checker import Checker
from opedcheck.model import Article, Report, Source
from opedcheck.readers import read

EXAMPLE = Path(__file__).parents[2] / "examples" / "japan-nato.md"
WIDTHS = (320, 414, 768, 1024, 1280, 2000)
pytestmark = pytest.mark.model

EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(2)></style></title></textarea></p>\n\n"
    "javascript:alert(3) \u202egnp.exe\u202c \u2066a\u2069 \u200fb \x1b[31m \x07 {{ 7 }} <!-- --> ]]> &lt;b&gt; &#0;"
    f"\n\n{'unbroken' * 60} https://a.example/{'long' * 80} 日本語のとても長い文章 שלום עולם\n"
)


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    with browser(tmp_path_factory.mktemp("profile")) as driver:
        yield Window(driver)


@pytest.fixture(scope="module")
def report(checker: Checker) -> Report:
    (one,) = read([str(EXAMPLE)], lambda: b"")
    assert isinstance(one, Article)
    return checker.report([checker.check(one)])


@pytest.fixture(scope="module")
def example(report: Report, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(report, tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved(hostile(), tmp_path_factory.mktemp("evil"))


def saved(run: Report, folder: Path) -> Path:
    file = folder / "page.html"
    file.write_bytes(written(run, "html").encode())
    return file


def hostile() -> Report:
    """Two articles that would do harm, with findings and references that would, too."""
    one, other = article(EVIL, "in/<b>.txt"), msgspec.structs.replace(article(EVIL), title=EVIL, author=EVIL)
    urls = ("javascript:alert(4)", "data:text/html,<script>alert(5)</script>", 'https://a.example/"><script>', "x")
    told = finding(one, 0, len(one.text) - 1, said=EVIL)
    sources = tuple(Source(publisher=EVIL, title=EVIL, url=url) for url in urls)
    ground = msgspec.structs.replace(told.evidence[0], statement=EVIL, sources=sources)
    told = msgspec.structs.replace(told, evidence=(ground,), suggestion=EVIL)
    return run_of((one, (told, finding(one, 3, 40, "info"))), (other, (told,)))


TEXTS = """
const said = (node) => node.nodeType === 3 ? node.data : node.classList?.contains("control")
  ? String.fromCodePoint(parseInt(node.textContent.slice(2), 16)) : [...node.childNodes].map(said).join("");
return [...document.querySelectorAll(arguments[0])].map(said);
"""
SEEN = """return [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility())
  .map((one) => one.getAttribute(arguments[1]))"""
PAINTED = """return [...document.querySelectorAll("mark, .mark")].map((one) => [one.className,
  getComputedStyle(one).textDecorationLine !== "none", getComputedStyle(one).backgroundColor])"""


# What it shows


def test_it_opens_from_a_file_under_its_own_policy_without_a_complaint(window: Window, example: Path) -> None:
    window.open(example)
    assert window.complaints() == []
    assert window.js("return document.title") == "Tokyo's long road to Vilnius · opedcheck"
    assert window.js("return performance.getEntriesByType('resource').map((one) => one.name)") == []
    window.js(
        "const made = document.createElement('script'); made.textContent = 'window.owned = 1';"
        "document.body.append(made);"
    )
    assert window.js("return window.owned") is None
    assert any("Content Security Policy" in one for one in window.complaints())


def test_highlights_sit_on_the_right_words(window: Window, example: Path, report: Report) -> None:
    window.open(example)
    (one,) = report.articles
    assert plain("".join(window.js(TEXTS, "h1, .text"))) == plain(one.article.text)
    quotes = window.js(
        """const said = {};
        for (const mark of document.querySelectorAll("mark.is-finding"))
          for (const number of mark.dataset.notes.split(" ")) said[number] = (said[number] || "") + mark.textContent;
        return said;"""
    )
    numbers = [note.removeprefix("a1-n") for note in window.js(SEEN, ".note.is-finding", "id")]
    assert [quotes[number] for number in numbers] == [" ".join(found.quote.split()) for found in one.findings]
    washes = {tuple(re.findall(r"tone-\w+", name)): wash for name, _, wash in window.js(PAINTED)}
    assert len(set(washes.values())) == len(washes) == 3


def test_a_note_stands_beside_its_words_or_below_them(window: Window, example: Path) -> None:
    sides = """return [...document.querySelectorAll(".body > .notes")].map((notes) => {
      const words = notes.previousElementSibling.getBoundingClientRect(), there = notes.getBoundingClientRect();
      return [there.left >= words.right, there.top >= words.bottom - 1, there.top - words.top];
    })"""
    window.open(example)
    wide = window.js(sides)
    assert wide and all(beside for beside, _, _ in wide)
    assert abs(wide[0][2]) < 40
    window.look(600)
    assert all(below and not beside for beside, below, _ in window.js(sides))


@pytest.mark.parametrize("scripts", [True, False])
def test_the_filter_shows_one_verdict_and_needs_no_script(window: Window, example: Path, scripts: bool) -> None:
    window.scripts(allowed=scripts)
    try:
        window.open(example)
        notes = {kind: len(window.js(SEEN, f".note.is-{kind}", "class")) for kind in ("finding", "supported")}
        assert min(notes.values()) > 0
        for kind, others in (("supported", "finding"), ("contradicted", "supported"), ("finding", "supported")):
            window.driver.find_element("id", f"show-{kind}").click()
            assert len(window.js(SEEN, f".note.is-{kind}", "class")) >= min(notes.values())
            assert window.js(SEEN, f".note.is-{others}:not(.is-{kind})", "class") == []
            assert window.js(SEEN, f".ref:not(.is-{kind})", "class") == []
            for name, underlined, wash in window.js(PAINTED):
                assert underlined is (f"is-{kind}" in name.split())
                assert underlined or wash == "rgba(0, 0, 0, 0)"
        window.driver.find_element("id", "show-unverified").click()
        assert len(window.js(SEEN, ".note.is-unverified", "class")) > 10
        window.driver.find_element("id", "show-all").click()
        assert len(window.js(SEEN, ".note.is-finding", "class")) == notes["finding"]
    finally:
        window.scripts(allowed=True)


# Who reads it, and how


def keys(window: Window, *pressed: str) -> None:
    ActionChains(window.driver).send_keys(*pressed).perform()


FOCUS = "const one = document.activeElement; return [one.tagName, one.id, one.className, one.textContent.trim()]"


def test_everything_can_be_reached_and_done_by_keyboard(window: Window, example: Path) -> None:
    window.open(example)
    keys(window, Keys.TAB)
    assert window.js(FOCUS)[3] == "Skip to the text"
    while window.js(FOCUS)[0] != "INPUT":
        keys(window, Keys.TAB)
    keys(window, Keys.ARROW_RIGHT)
    assert window.js(FOCUS)[1] == "show-finding"
    assert window.js(SEEN, ".note.minor", "id") == []
    ring = "return getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
    assert window.js(ring) == "solid"
    keys(window, Keys.TAB)
    tag, ref, name, _ = window.js(FOCUS)
    assert (tag, "is-finding" in name) == ("A", True)
    keys(window, Keys.ENTER)
    note = ref.replace("-r", "-n")
    assert window.js("return document.querySelector(':target').id") == note
    keys(window, Keys.TAB)
    assert window.js(FOCUS)[2] == "number"
    while window.js(FOCUS)[3] != "Correction note":
        keys(window, Keys.TAB)
    keys(window, Keys.ENTER, Keys.TAB)
    assert window.js(FOCUS)[3] == "Copy"
    window.cdp("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    keys(window, Keys.ENTER)
    told = window.driver.find_element("css selector", "[role=status]")
    said = window.js(
        """const done = arguments[0], until = Date.now() + 20000;
        return (async () => { while (!done.textContent && Date.now() < until) await new Promise(requestAnimationFrame);
        return [done.textContent, await navigator.clipboard.readText()]; })()""",
        told,
    )
    assert said == ["Copied.", window.js(TEXTS, f"#{note} .copy")[0]]
    assert said[1].startswith("An earlier version of this article misstated ")
    assert window.complaints() == []


def test_words_lead_to_their_note_by_mouse(window: Window, example: Path) -> None:
    window.open(example)
    mark = window.driver.find_element("css selector", "mark.is-finding")
    ActionChains(window.driver).move_to_element(mark).perform()
    assert len(window.js(SEEN, ".note.lit", "id")) == 1
    mark.click()
    assert window.js("return document.activeElement.id") == window.js("return document.querySelector(':target').id")
    window.driver.find_element("id", "a1-r1").click()
    assert window.js("return document.querySelector('#a1-n1.minor > details').open") is True


CHECK = """const done = arguments[arguments.length - 1];
axe.run({resultTypes: ["violations"]}).then((found) =>
  done(found.violations.map((one) => [one.id, one.help, one.nodes.map((node) => node.target.join(" ")).join(", ")])))"""


@pytest.mark.parametrize(
    ("width", "scheme", "chosen"),
    [(1280, "light", "all"), (1280, "dark", "all"), (320, "light", "unverified"), (1280, "dark", "unverified")],
)
def test_axe_finds_no_violation(
    window: Window, example: Path, evil: Path, width: int, scheme: str, chosen: str
) -> None:
    source = axe()
    for page in (example, evil):
        window.open(page, width, scheme)
        choice = window.driver.find_element("id", f"show-{chosen}")
        if choice.is_enabled():
            choice.click()
        window.js("for (const one of document.querySelectorAll('details')) one.open = true")
        window.js(source)
        assert window.driver.execute_async_script(CHECK) == []


def light(color: str) -> float:
    """How light a colour is, 0 to 1 (WCAG 2.2, relative luminance)."""
    shares = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


BODY = "const look = getComputedStyle(document.body); return [look.backgroundColor, look.color]"


def test_it_is_dark_where_the_reader_wants_it_dark(window: Window, example: Path) -> None:
    for scheme, dark in (("light", False), ("dark", True)):
        window.open(example, scheme=scheme)
        paper, ink = map(light, window.js(BODY))
        assert (paper < ink) is dark
        assert (max(paper, ink) + 0.05) / (min(paper, ink) + 0.05) > 12


def test_it_prints_light_without_what_only_a_screen_can_do(window: Window, example: Path) -> None:
    window.open(example, width=700, scheme="dark", media="print")
    assert light(window.js(BODY)[1]) < 0.05
    assert window.js(SEEN, ".filter, .skip, summary:not(.minor *)", "class") == []
    assert window.js(SEEN, ".note.is-finding", "id")
    assert all(underlined for _, underlined, _ in window.js(PAINTED))
    window.look(media="")
    printed = b64decode(window.cdp("Page.printToPDF", preferCSSPageSize=True)["data"])
    assert printed.startswith(b"%PDF-")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 3


def test_nothing_is_wider_than_the_window(window: Window, example: Path, evil: Path) -> None:
    for page in (example, evil):
        window.open(page)
        window.js("for (const one of document.querySelectorAll('details')) one.open = true")
        for width in WIDTHS:
            window.look(width)
            for chosen in ("all", "unverified"):
                window.js("document.getElementById(arguments[0]).checked = true", f"show-{chosen}")
                assert window.js("return document.documentElement.scrollWidth") <= width


# What it must not do


def test_a_hostile_article_does_nothing(window: Window, evil: Path) -> None:
    window.open(evil)
    assert window.complaints() == []
    assert window.js("return [document.scripts.length, document.images.length, document.styleSheets.length]") == [
        1,
        0,
        1,
    ]
    links = {link for link in window.js(SEEN, "a", "href") if not link.startswith("#")}
    assert links <= {"https://a.example/x"}
    for number, one in ((1, hostile().articles[0]), (2, hostile().articles[1])):
        assert plain("".join(window.js(TEXTS, f"#a{number} .text"))) == plain(one.article.text)
    assert window.js(TEXTS, "#a1-n1 .statement") == [EVIL]
    assert not re.search(
        "[\u200f\u202a-\u202e\u2066-\u2069\x1b\x07]", window.js("return document.documentElement.textContent")
    )


@settings(
    deadline=None, max_examples=4, phases=[Phase.generate], suppress_health_check=list(HealthCheck), database=None
)
@given(said=st.lists(ANY, min_size=40, max_size=60))
def test_a_browser_reads_what_went_in(
    window: Window, tmp_path_factory: pytest.TempPathFactory, said: list[str]
) -> None:
    articles = [article(f"x {text} y\n") for text in said]
    run = run_of(*((one, (finding(one, 0, len(one.text), said=one.text),)) for one in articles))
    window.open(saved(run, tmp_path_factory.mktemp("fuzz")))
    texts: list[Any] = window.js(
        f"const texts = (selector) => {{ {TEXTS.replace('arguments[0]', 'selector')} }};"
        "const part = (story, name) => texts(`#${story.id} ${name}`).join('');"
        "const stories = [...document.querySelectorAll('.story')];"
        "return stories.map((story) => [part(story, '.text'), part(story, '.message')]);"
    )
    assert [plain(text) for text, _ in texts] == [plain(one.text) for one in articles]
    assert [message for _, message in texts] == [one.text for one in articles]
    assert window.complaints() == []
