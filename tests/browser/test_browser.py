"""The pages in a real browser: they open, filter, sort, lead to sentences, stay silent and stay at home."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

import pages

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip


@dataclass
class Visit:
    """A page in the browser, and what it said and asked for."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def count(self, selector: str) -> int:
        """How many elements can be seen."""
        return int(self.page.locator(selector).locator("visible=true").count())

    def lit(self) -> str:
        """The words that are lit up."""
        return "".join(self.page.locator(".text .lit").all_text_contents())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no chromium here: apt-get install chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


def visit(browser: Any, text: str, folder: Path, **options: Any) -> Visit:
    """Opens a page; what it asks for beside itself is written down."""
    file = folder / "page.html"
    file.write_text(text, "utf-8")
    page = browser.new_page(viewport={"width": 1400, "height": 900}, **options)
    visited = Visit(page)
    page.on("console", lambda message: visited.said.append(message.text))
    page.on("pageerror", lambda error: visited.said.append(str(error)))
    page.on("dialog", lambda dialog: visited.said.append(dialog.message))
    page.on("request", lambda request: visited.asked.append(request.url))
    page.goto(file.as_uri())
    visited.asked.remove(file.as_uri())
    return visited


@pytest.fixture
def comparison(browser: Any, tmp_path: Path) -> Iterator[Visit]:
    visited = visit(browser, pages.comparison(), tmp_path)
    yield visited
    assert visited.said == []
    assert [url for url in visited.asked if not url.startswith("data:")] == []
    visited.page.close()


def test_it_filters(comparison: Visit) -> None:
    rows = comparison.count("#indicators tbody tr")
    assert rows == len(pages.pair().targets)
    comparison.page.check("#indicators [data-differs]")
    differing = comparison.count("#indicators tbody tr")
    assert 0 < differing < rows
    assert str(differing) in comparison.page.inner_text("#indicators [data-count]")
    comparison.page.uncheck("#indicators [data-differs]")
    comparison.page.uncheck("#indicators [data-choice=equal]")
    assert comparison.count("#indicators tbody tr[data-code=equal]") == 0
    comparison.page.fill("#indicators [data-search]", "没有这样的指标")
    assert comparison.count("#indicators tbody tr") == 0
    assert comparison.page.is_visible("#indicators .empty")


def test_it_sorts(comparison: Visit) -> None:
    comparison.page.click("#indicators th:nth-child(8) button")
    assert comparison.page.get_attribute("#indicators th:nth-child(8)", "aria-sort") == "ascending"

    def shares() -> list[float]:
        cells = comparison.page.locator("#indicators tbody tr td:nth-child(8)").all()
        told = [cell.get_attribute("data-sort") for cell in cells]
        known = [share for share in told if share]
        assert told[: len(known)] == known  # what is not told stands last
        return [float(share) for share in known]

    assert shares() == sorted(shares())
    comparison.page.click("#indicators th:nth-child(8) button")
    assert shares() == sorted(shares(), reverse=True)


def test_a_figure_leads_to_its_sentence_and_back(comparison: Visit) -> None:
    pair = next(pair for pair in pages.pair().targets if pair.left and pair.right)
    documents = pages.pair().documents
    assert pair.right is not None
    assert documents is not None
    link = comparison.page.locator(f'#indicators a[href="#R-{pair.right.id}"]')
    link.click()
    quote = documents[1].mapped.text
    assert pair.right.quote in comparison.lit()
    assert comparison.lit().strip() in quote
    assert "".join(comparison.page.locator(".aim").all_text_contents()) == pair.right.quote
    assert comparison.page.locator(".lit").first.is_visible()
    box = comparison.page.locator(f"#R-{pair.right.id}").bounding_box()
    assert 0 < box["y"] < 900
    comparison.page.click("#back")
    assert comparison.page.url.split("#")[-1] != f"R-{pair.right.id}"


def test_a_link_shows_what_a_filter_hid(comparison: Visit) -> None:
    target = next(pair.left for pair in pages.pair().targets if pair.left)
    comparison.page.fill("#tasks [data-search]", "没有这样的条款")
    assert comparison.count("#tasks article") == 0
    comparison.page.click(f'#indicators a[href="#L-{target.id}"]')
    assert target.quote in comparison.lit()
    assert comparison.page.locator(".lit").first.is_visible()


def test_the_keyboard_is_enough(comparison: Visit) -> None:
    comparison.page.keyboard.press("/")
    comparison.page.keyboard.type("率")
    assert 0 < comparison.count("#indicators tbody tr") < len(pages.pair().targets)
    comparison.page.keyboard.press("Escape")
    comparison.page.keyboard.press("n")
    first = comparison.page.evaluate("document.activeElement.id")
    comparison.page.keyboard.press("n")
    second = comparison.page.evaluate("document.activeElement.id")
    comparison.page.keyboard.press("p")
    assert first.startswith("k")
    assert second.startswith("k")
    assert first != second
    assert comparison.page.evaluate("document.activeElement.id") == first


def test_both_sides_scroll_together(comparison: Visit) -> None:
    """Clauses that correspond begin at one height, wherever the page is scrolled to."""
    for height in (0, 2000, 5000):
        comparison.page.evaluate(f"scrollTo(0, {height})")
        for article in comparison.page.locator("#tasks article").all()[:8]:
            left, right = (article.locator(".side").nth(side).bounding_box() for side in (0, 1))
            assert left["y"] == right["y"]
            assert left["x"] < right["x"]


def test_a_figure_of_the_matrix_opens_the_text_of_its_place(browser: Any, tmp_path: Path) -> None:
    visited = visit(browser, pages.survey(), tmp_path)
    row = next(row for row in pages.places().indicators if row.base and all(row.places))
    figure = row.places[2]
    assert figure is not None
    assert not visited.page.locator(f"#P3-{figure.id}").first.is_visible()
    visited.page.focus(f'#indicators a[href="#P3-{figure.id}"]')
    visited.page.keyboard.press("Enter")
    assert figure.quote in visited.lit()
    assert visited.page.locator(".lit").first.is_visible()
    assert visited.page.locator("details[open]").count() == 1
    visited.page.uncheck("#tasks [data-choice=some]")
    assert visited.count("#tasks tbody tr") == sum(task.count in (0, 3) for task in pages.places().tasks)
    visited.page.click("#indicators thead th:nth-child(4) button")
    first = visited.page.locator("#indicators tbody tr").first.locator("td").nth(2)
    assert first.get_attribute("data-sort") == "0"
    assert visited.said == []
    assert [url for url in visited.asked if not url.startswith("data:")] == []


def test_light_and_dark(browser: Any, tmp_path: Path) -> None:
    def ground(visited: Visit) -> str:
        return str(visited.page.evaluate("getComputedStyle(document.body).backgroundColor"))

    light = visit(browser, pages.checked(), tmp_path, color_scheme="light")
    dark = visit(browser, pages.checked(), tmp_path, color_scheme="dark")
    assert ground(light) != ground(dark)
    light.page.click("#theme")
    light.page.click("#theme")
    assert ground(light) == ground(dark)
    assert light.said == dark.said == []


def test_a_finding_leads_to_its_place(browser: Any, tmp_path: Path) -> None:
    visited = visit(browser, pages.checked(), tmp_path)
    visited.page.locator("#findings tbody tr").nth(1).locator("td a").first.click()
    assert visited.lit().strip()
    visited.page.click(".outline li:last-child a")
    assert visited.page.url.split("#")[-1].startswith("c")
    assert visited.said == []
    assert [url for url in visited.asked if not url.startswith("data:")] == []


@pytest.mark.parametrize("number", range(4))
def test_hostile_text_stays_text(browser: Any, tmp_path: Path, number: int) -> None:
    visited = visit(browser, pages.hostile()[number], tmp_path)
    assert visited.page.title() != "taken"
    assert "document.title='taken'" in visited.page.text_content("main")
    assert visited.page.locator("main script, main img, main b:text-is('污水')").count() == 0
    wide = visited.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    assert visited.said == []
    assert [url for url in visited.asked if not url.startswith("data:")] == []


def test_500_clauses_are_quick(browser: Any, tmp_path: Path) -> None:
    begun = time.monotonic()
    visited = visit(browser, pages.long(), tmp_path)
    assert visited.count("#tasks article") >= 500
    visited.page.fill("#tasks [data-search]", "499.建设")
    assert visited.count("#tasks article") == 1
    assert time.monotonic() - begun < 15
    assert visited.said == []


def test_it_prints(browser: Any, tmp_path: Path) -> None:
    visited = visit(browser, pages.comparison(), tmp_path)
    paper = visited.page.pdf(prefer_css_page_size=True)
    assert paper.startswith(b"%PDF")
    assert len(paper) > 20_000
