"""What a first visit costs: bytes as they are sent, fonts included; nothing moves once it is drawn."""

import gzip
from pathlib import Path

import pytest
from django.conf import settings

from tests.browser.every_page import every_page

pytestmark = pytest.mark.browser

MOST, MOST_CSS = 150_000, 40_000
STILL = 0.01  # a letter may change, nothing may move
PACKED = ("text/", "image/svg", "application/json")
SHIFT = """() => new Promise(done => {
  let sum = 0
  new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value }))
    .observe({type: 'layout-shift', buffered: true})
  setTimeout(() => done(sum), 150)
})"""


def test_style_sheet_is_small():
    assert Path(settings.BASE_DIR, "static/css/site.css").stat().st_size <= MOST_CSS


def test_no_page_weighs_too_much_or_moves(site, browser):
    heavy, moving = {}, {}
    for path in every_page():
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        answers = []
        page.on("response", lambda answer, answers=answers: answers.append(answer))
        page.goto(site + path, wait_until="networkidle")
        weight = sum(sent(answer) for answer in answers)
        if weight > MOST:
            heavy[path] = weight
        if (moved := page.evaluate(SHIFT)) > STILL:
            moving[path] = moved
        context.close()
    assert heavy == {}
    assert moving == {}


def sent(answer):
    """Bytes of an answer as an installation sends it: text packed, fonts as they are."""
    if answer.status in {204, 304} or 300 <= answer.status < 400:
        return 0
    body = answer.body()
    packs = answer.headers.get("content-type", "").startswith(PACKED)
    return len(gzip.compress(body)) if packs else len(body)
