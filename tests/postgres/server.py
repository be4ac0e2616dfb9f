"""A PostgreSQL of its own for tests and measurements: a cluster in a temporary folder, on a free port
of the loopback, gone when its user is.

    python -m tests.postgres.server COMMAND…    runs the command with DATABASE_URL set

As root it runs as the system's user `postgres`, because PostgreSQL refuses root. What keeps data safe when
the power fails is off: nothing here outlives the run.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

INSTALLED = "/usr/lib/postgresql"  # where Debian keeps the programs, a folder a version
QUICK = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "max_wal_size": "4GB",
    "jit": "off",
    "autovacuum": "off",  # tests roll back: it would find tables empty, and plans would be for empty ones
}
SECONDS = 60  # to start


class NoServerError(RuntimeError):
    """No server can be had here; the message says why and what to do."""


def programs():
    """The folder with initdb and postgres: of the newest version that Debian installed, else on the PATH."""
    versions = Path(INSTALLED).glob("*/bin/initdb")
    found = max(versions, key=lambda path: float(path.parts[-3]), default=shutil.which("initdb"))
    if not found:
        raise NoServerError("PostgreSQL is not installed: apt install postgresql")
    return Path(found).parent


def as_user():
    """The words before a command that make it run as nobody's root and end with this process."""
    if not shutil.which("setpriv"):
        raise NoServerError("setpriv is missing: apt install util-linux")
    words = ["setpriv", "--pdeathsig", "INT"]
    if os.getuid() == 0:
        words += ["--reuid", "postgres", "--regid", "postgres", "--clear-groups"]
    return words


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server(**settings):
    """Start a server; gives the address of its database `postgres`."""
    bin_folder, prefix = programs(), as_user()
    folder = Path(tempfile.mkdtemp(prefix="archive-postgres-"))
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    try:
        made = subprocess.run(
            [*prefix, bin_folder / "initdb", "--no-sync", "--auth=trust", "--username=archive",
             "--encoding=UTF8", "--locale=C.UTF-8", "--pgdata", folder / "data"],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if made.returncode:
            raise NoServerError(f"initdb failed: {made.stderr.strip()[-500:]}")
        with running(bin_folder, prefix, folder, settings) as port:
            yield f"postgres://archive@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(bin_folder, prefix, folder, settings):
    port = free_port()
    options = {
        **QUICK,
        "port": port,
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": folder,
        **settings,
    }
    words = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
    with (
        (folder.parent / f"{folder.name}.log").open("wb") as log,
        subprocess.Popen(
            [*prefix, bin_folder / "postgres", "-D", folder / "data", *words],
            cwd=folder, stdout=log, stderr=log, start_new_session=True,
        ) as process,
    ):  # fmt: skip
        try:
            wait(process, port, Path(log.name))
            yield port
        finally:
            process.send_signal(signal.SIGINT)  # roll back what runs, then end
            process.wait()
            Path(log.name).unlink()


def wait(process, port, log):
    """Until the server answers."""
    for _ in range(SECONDS * 20):
        if process.poll() is not None:
            raise NoServerError(f"PostgreSQL did not start: {log.read_text()[-500:]}")
        if "ready to accept connections" in log.read_text():
            return
        time.sleep(0.05)
    raise NoServerError(f"PostgreSQL did not start on port {port} within {SECONDS} s")


def main():
    if not sys.argv[1:]:
        print("usage: python -m tests.postgres.server COMMAND…", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with server() as url:
        return subprocess.call(sys.argv[1:], env={**os.environ, "DATABASE_URL": url})


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NoServerError as error:
        sys.exit(str(error))
