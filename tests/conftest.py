"""Settings that hold for all tests: state in a folder of its own, never the installation's."""

import os
import tempfile

os.environ["ARCHIVE_HOME"] = tempfile.mkdtemp(prefix="archive-tests-")
