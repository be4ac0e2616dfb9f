"""The settings of tests: those of an installation whose state lies in a folder of its own.

pytest-django reads settings before any conftest, so the folder is chosen here; it goes when the process does.
"""

import os
import tempfile

os.environ["ARCHIVE_HOME"] = (home := tempfile.TemporaryDirectory(prefix="archive-tests-")).name

from archive.settings import *  # noqa: F403
from archive.settings import STATIC_ROOT

STATIC_ROOT.mkdir()  # WhiteNoise warns where it is missing

# Sums are always computed anew, however slow the machine.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
