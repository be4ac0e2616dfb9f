"""A real Chromium on a live server with the sample pages imported.

Playwright's sync API runs an event loop in the test's thread, and Django refuses the database
there unless it is told that this is meant.
"""

import os
import shutil

import pytest
from django.core.management import call_command

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
SCREENS = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The browser of the PATH; without one Playwright looks for its own."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return {
        **browser_type_launch_args,
        "executable_path": found,
        "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    }


@pytest.fixture
def site(transactional_db, live_server, settings, tmp_path, request):
    """The address of a site that holds the five sample pages."""
    settings.SEARCH_URL = f"memory://{request.node.nodeid}"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "archive.importing.storage.AtomicFileStorage",
            "OPTIONS": {"location": tmp_path},
        },
    }
    call_command("import_pages", "fixtures/pages", "--source", "bai-mau")
    return live_server.url


@pytest.fixture(params=["wide", "phone"])
def screen(request):
    return SCREENS[request.param]


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def visitor(browser, screen, request):
    """A page of a fresh visitor; anything the browser complains about fails the test."""
    context = browser.new_context(
        viewport=screen, java_script_enabled=request.param, locale="vi-VN"
    )
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []
