"""Portals on SharePoint: accessibility links on top, often no date of publication."""

import re

from archive.pages.layouts.layout import Layout

LAYOUT = Layout(
    name="sharepoint",
    signs=(
        re.compile(r"Skip (?:Ribbon Commands|to main content)|PublishingPortal\b.*", re.IGNORECASE),
    ),
    furniture=(
        re.compile(
            r"Turn (?:on|off) .{0,40}|Sign In|Currently selected|Page (?:Content|Image)|Article Date|Byline|Hide Ribbon.*",
            re.IGNORECASE,
        ),
        re.compile(r"It looks like your browser does not have JavaScript enabled.*", re.IGNORECASE),
        re.compile(
            r"Use SHIFT\+ENTER to open the menu.*|To navigate through the Ribbon.*", re.IGNORECASE
        ),
    ),
)
