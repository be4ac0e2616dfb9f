"""Portals on SharePoint: accessibility links on top, often no date of publication."""

import re

from archive.pages.layouts.layout import Layout

LAYOUT = Layout(
    name="sharepoint",
    signs=(
        re.compile(r"Skip (?:Ribbon Commands|to main content)|PublishingPortal\b.*", re.IGNORECASE),
    ),
    containers=("#DeltaPlaceHolderMain", ".ms-rtestate-field", "#contentBox"),
)
