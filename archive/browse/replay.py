"""A captured page as it can be shown safely: its own words and styles, no script, nothing fetched.

Three walls stand one behind the other: what could act or fetch is cut out of the page, its answer carries
a policy that forbids the same, and it is shown in a sandboxed frame.
"""

from __future__ import annotations

from html import escape

from selectolax.lexbor import LexborHTMLParser

ACTING = (
    "script, noscript, link, meta, base, iframe, frame, frameset, object, embed, applet, portal, template, "
    "form > input[type=hidden], audio, video, source, track, svg"
)
FETCHING = ("src", "srcset", "background", "poster", "data", "action", "formaction", "ping", "href")
KEPT = ("#",)  # addresses that lead nowhere else
HEAD = '<!doctype html><meta charset="utf-8">'
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'; sandbox"
)


def replayable(text: str, media: str) -> str:
    """An HTML document of the captured text; plain text keeps its lines."""
    if media != "html":
        return f'{HEAD}<pre style="font:1rem/1.6 system-ui,sans-serif;white-space:pre-wrap">{escape(text)}</pre>'
    tree = LexborHTMLParser(text)
    for node in tree.css(ACTING):
        node.decompose()
    for node in tree.css("*"):
        for name, value in list(node.attributes.items()):
            if is_active(name, value or ""):
                del node.attrs[name]
    return HEAD + (tree.html or "")


def is_active(name: str, value: str) -> bool:
    """Whether an attribute acts (`onclick`) or leads out of the page."""
    bare = name.lower()
    return bare.startswith("on") or (bare in FETCHING and not value.strip().startswith(KEPT))
