"""Photograph the comparison page for the READMEs: ``python docs/images/make.py`` writes docs/images/comparison.png.

It takes the pair of plans that stands in the corpus, a Chromium on the path, and playwright.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

import policyparse as pp
from policyparse.report.html import comparison_page, save

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "corpus" / "texts"
PAIR = "yunzhou-city", "linhe-county"
PICTURE = Path(__file__).with_name("comparison.png")
WIDTH, HEIGHT = 1320, 1000
"""The picture in pixels."""


def main() -> None:
    """One page, cut short so that summary, indicators and clauses side by side all show."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    assert chromium, "no Chromium on the path"
    left, right = (pp.parse(TEXTS / f"{name}.txt") for name in PAIR)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        save(comparison_page(pp.compare(left, right)), file)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(file.as_uri())
        trim(page)
        page.mouse.move(0, 0)
        page.screenshot(path=PICTURE)
        browser.close()


def trim(page: Page) -> None:
    """Leave the most telling rows: some indicators that differ, and one clause that was reworded."""
    page.check("#indicators [data-differs]")
    page.evaluate(
        """() => {
            const keep = (selector, wanted) => document.querySelectorAll(selector).forEach((row, at) => {
                if (!wanted(row, at)) row.remove();
            });
            document.querySelectorAll('#indicators tbody tr[hidden], .lead, #tasks .controls, .subs, .pair-heads').forEach((e) => e.remove());
            keep('#indicators tbody tr', (row) => row.cells[9].textContent.trim() && row.querySelectorAll('td.value a').length > 1);
            keep('#indicators tbody tr', (row, at) => at < 3);
            const text = (row) => row.querySelectorAll('.differs').length;
            const rows = Array.from(document.querySelectorAll('#tasks article')).filter((row) =>
                row.dataset.code === 'changed' && row.id !== 'k0' && row.querySelectorAll('.figure.target').length);
            const best = rows.sort((a, b) => text(b) - text(a)).slice(0, 1);
            keep('#tasks article', (row) => best.includes(row));
        }"""
    )


if __name__ == "__main__":
    main()
