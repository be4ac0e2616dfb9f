"""Draws `static/img/share.png`, what a shared link shows elsewhere: 1200 × 630, in the site's own type.

    .venv/bin/python scripts/share_picture.py

Needs the browser of the tests. The picture is kept in the repository: it changes with the look alone.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "static/img/share.png"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
STYLE = (
    (ROOT / "static/css/site.css")
    .read_text("utf-8")
    .replace("font-display: optional", "font-display: block")  # here the type may be waited for
    .replace("../fonts", f"file://{ROOT}/static/fonts")
)
PAGE = f"""<!doctype html><html lang="vi" data-theme="light"><meta charset="utf-8">
<style>{STYLE}</style>
<style>
body {{ width: 1200px; height: 630px; padding: 80px 88px 76px; gap: 48px }}
.mark {{ font-size: 44px }}
h1 {{ font-size: 72px }}
p {{ margin-top: auto; border-top: 3px solid var(--ink); padding-top: 28px; font-size: 29px; color: var(--soft) }}
.fact.f {{ color: var(--ink); font-weight: 600 }}
</style>
<span class="mark">Kho <span>tin</span><sup>1</sup> Cấp ủy</span>
<h1>Cấp ủy địa phương đã bàn gì, ai chủ trì, đạt bao nhiêu?</h1>
<p>Mỗi <span class="fact f">dữ kiện<sup>S1</sup></span> dẫn về câu đã ghi nó</p>
"""


def main() -> None:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    drawn = PICTURE.with_suffix(".html")
    drawn.write_text(PAGE, encoding="utf-8")
    try:
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=found, args=ARGUMENTS)
            page = browser.new_page(viewport={"width": 1200, "height": 630})
            page.goto(f"file://{drawn}", wait_until="networkidle")
            page.evaluate("document.fonts.ready")
            page.screenshot(path=PICTURE)
            browser.close()
    finally:
        drawn.unlink()


if __name__ == "__main__":
    main()
