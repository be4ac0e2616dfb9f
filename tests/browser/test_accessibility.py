"""axe-core finds nothing against WCAG 2.2 AA on any page, light and dark, wide and narrow."""

from pathlib import Path

import pytest

from tests.browser.every_page import every_page

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIZES = {"light": {"width": 1280, "height": 900}, "dark": {"width": 360, "height": 740}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site, browser, scheme):
    context = browser.new_context(
        viewport=SIZES[scheme], color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    found = {}
    for number, path in enumerate(every_page()):
        address = f"/en{path}" if number % 2 else path
        page.goto(site + address)
        page.evaluate(AXE)  # by the debugger: the policy of the site lets no script in
        result = page.evaluate(
            "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", RULES
        )
        for violation in result["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"][:3]]
            found.setdefault(violation["id"], []).append((address, nodes))
    context.close()
    assert found == {}


def test_focus_is_seen_and_reaches_everything_in_order(site, page):
    page.goto(f"{site}/dia-phuong/hai-duong/kinh-mon/")
    focusable = page.locator("a[href], button, summary, input:not([type=hidden]), select")
    steps = sum(item.is_visible() for item in focusable.all())
    seen = set()
    for _ in range(steps):
        page.keyboard.press("Tab")
        outline, key = page.evaluate(
            "() => [getComputedStyle(document.activeElement).outlineStyle,"
            " document.activeElement.outerHTML.slice(0, 200)]"
        )
        assert outline != "none", key
        seen.add(key)
    assert len(seen) > 40
