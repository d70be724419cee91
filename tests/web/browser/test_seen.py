"""How the page looks: for whoever has a keyboard, a screen reader, a telephone, paper."""

import base64
import io
from collections.abc import Callable

import pypdf
import pytest
from checker_texts import VIOLATION
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from site_seen import Site

import patuh


def empty(site: Site) -> None:
    """Nothing is open."""


def full(site: Site) -> None:
    """A finding with its details, the form, the chart, a comparison."""
    site.open("usulan.sotk", VIOLATION)
    site.click("#findings summary")
    site.click("#unit-form summary")
    site.click("#old-now")
    site.click("#compare")
    site.until(lambda: site.the("#comparison").text)


def wrong(site: Site) -> None:
    """A slip of writing."""
    site.open("usulan.sotk", VIOLATION.replace("langsung", "lngsung"))


@pytest.mark.parametrize(
    ("path", "state"), [("/", empty), ("/", full), ("/", wrong), ("/en", full)]
)
def test_axe_has_nothing_to_say(
    site: Site, axe: str, path: str, state: Callable[[Site], None]
) -> None:
    """Labels, roles, contrast and what else WCAG 2.1 asks for, as far as a program can tell."""
    site.visit(path)
    state(site)
    site.run(axe)
    found = site.browser.execute_async_script(
        "const done = arguments[0]; axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
        " 'best-practice']}).then((found) => done(found.violations.map((one) =>"
        " [one.id, one.nodes.map((node) => node.html.slice(0, 200))])))"
    )
    assert found == []


def test_nothing_is_cut_off_in_a_narrow_window(site: Site) -> None:
    width = 360
    with site.narrow(width):
        site.visit()
        full(site)
        wide = site.run(
            "return [...document.querySelectorAll('body *')].filter((one) => {"
            " const box = one.getBoundingClientRect();"
            " return box.width > 0 && box.right > innerWidth + 1 &&"
            " !one.closest('#chart, .wide, .cm-scroller, .hidden, .skip') })"
            ".map((one) => one.outerHTML.slice(0, 200))"
        )
        assert wide == []
        assert site.run("return document.documentElement.scrollWidth") <= width


def test_every_control_is_reached_with_the_keyboard(site: Site) -> None:
    """In the order of the page, and out of the editor again."""
    site.visit()
    site.open("usulan.sotk", VIOLATION)
    site.run("document.activeElement.blur(); scrollTo(0, 0)")
    expected = {
        *("file", "begin-region", "begin-kind", "begin", "report-docx", "report-pdf"),
        *("report-html", "report-json", "save", "larger", "smaller", "fit", "chart"),
        *("old", "old-now", "compare"),
    }
    reached: list[str] = []
    for _ in range(60):
        ActionChains(site.browser).send_keys(Keys.TAB).perform()
        reached.append(
            site.run("const at = document.activeElement; return at.id || at.getAttribute('class')")
        )
        if reached[-1] == "compare":
            break
    assert expected - {*reached} == set()
    assert any("cm-content" in (one or "") for one in reached)


def test_paper_has_chart_and_findings_whole(site: Site) -> None:
    site.visit()
    site.open("usulan.sotk", VIOLATION)
    printed = site.browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    paper = pypdf.PdfReader(io.BytesIO(base64.b64decode(printed["data"])))
    text = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    [finding] = patuh.check(VIOLATION).findings
    assert finding.message in text
    assert finding.citations[0].text in text
    assert "Asisten Pemerintahan" in text
    assert "Tulis contoh" not in text
    assert round(float(paper.pages[0].mediabox.width)) == 595


def test_nothing_is_asked_of_another_host(site: Site) -> None:
    """In all that was done before too; and no policy was broken."""
    site.visit()
    full(site)
    asked = site.asked()
    assert any("/api/check" in one for one in asked)
    own = (site.page.origin, "blob:", "data:", "chrome:", "about:")
    assert [one for one in asked if not one.startswith(own)] == []
    assert site.complaints() == []
