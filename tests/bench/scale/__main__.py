"""python -m tests.bench.scale --articles 100000 [--plans] [--json FILE]

The database is that of ARCHIVE_HOME or DATABASE_URL: give it one of its own. Run again with a greater number, it
goes on from what is there.
"""

import os

import django


def run():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    from tests.bench.scale.report import main

    main()


run()
