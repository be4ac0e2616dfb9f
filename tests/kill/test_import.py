"""An import that is killed at any moment and started again gives what an undisturbed one gives.

Each import here is killed up to ten times before it may end; between, one of the processes that read pages is
killed, and the run has to go on as if nothing had been. `KILLS` and `PAGES` say how many kills in all and how
many pages: a few in every run of the tests, 200 and 2,000 by `make test-kill`.
"""

import json
import os
import random
import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.kill.homes import ROOT, Homes, done

KILLS, PAGES = int(os.environ.get("KILLS", "2")), int(os.environ.get("PAGES", "48"))
CHAIN = 10  # kills of one import
TICKS = os.sysconf("SC_CLK_TCK")
WORDS = "rừng biển lúa chè cà phê tôm cá mía ngô khoai sắn vải nhãn cam quýt hồ tiêu điều cao su".split()


def importing(home, pages):
    return home.python("manage.py", "import_pages", str(pages), "--processes", "2")


def page(number):
    """A page of its own, with people, a meeting and figures like the sample's, and one figure more."""
    text = (ROOT / "fixtures" / "pages" / "plain.txt").read_text(encoding="utf-8")
    choose = random.Random(number).choices
    grown = [f"Các xã trồng {' '.join(choose(WORDS, k=60))}" for _ in range(8)]
    extra = "\n\n".join([*grown, f"Cả thành phố có {number} ha rừng."])
    return json.dumps(
        {
            "url": f"http://huyenuy.example.vn/tin/{number}",
            "text": text.replace("\n\nDịch Covid", f"\n\n{extra}\n\nDịch Covid"),
            "captured_at": f"2024-01-{1 + number % 28:02}T00:00:00+07:00",
        }
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "pages.jsonl"
    path.write_text("\n".join(map(page, range(PAGES))), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def homes(tmp_path_factory, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), Homes(tmp_path_factory.mktemp("homes")) as made:
        yield made


@pytest.fixture(scope="module")
def undisturbed(homes, pages):
    """State after an undisturbed run; seconds of processor time of its main process, and of one with no page."""
    home = homes.new("undisturbed")
    spent = watched(importing(home, pages))
    nothing = pages.with_name("nothing.jsonl")
    nothing.touch()
    starting = watched(importing(homes.new("idle"), nothing))
    reached = home.state()
    assert len(reached["hits"]) == min(PAGES, 50)
    return reached, starting, spent


def watched(process):
    """The processor time that a process takes until it ends."""
    spent = 0.0
    while process.poll() is None:
        spent = max(spent, busy(process.pid))
        time.sleep(0.01)
    done(process)
    return spent


def busy(pid):
    """Seconds of processor time of a process; 0 where it has ended."""
    with suppress(OSError, IndexError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS
    return 0.0


def below(pid):
    """The processes that a process and those below it began."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    found = {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return sorted(found - {pid})


def run_until(process, moment):
    while process.poll() is None and busy(process.pid) < moment:
        time.sleep(0.005)


def killed(process, moment, chance):
    """Run to the moment and kill; on the way there, one time in two, kill a process that reads."""
    run_until(process, moment * chance.random())
    if readers := chance.choice(([], below(process.pid))):
        with suppress(ProcessLookupError):
            os.kill(chance.choice(readers), signal.SIGKILL)
    run_until(process, moment)
    process.send_signal(signal.SIGKILL)
    process.communicate()


@pytest.mark.parametrize("first", range(0, KILLS, CHAIN))
def test_a_run_that_was_killed_is_completed(homes, pages, undisturbed, first):
    expected, starting, spent = undisturbed
    kills = min(CHAIN, KILLS - first)
    step = 2 * (spent - starting) / (kills + 1)  # so that most kills come before the end
    chance = random.Random(first)
    home = homes.new(f"from_{first}")
    for _ in range(kills):
        killed(importing(home, pages), starting + step * chance.random(), chance)
    done(importing(home, pages))
    got = home.state()
    assert got["files"] == expected["files"]
    assert {t for t in got["tables"] if got["tables"][t] != expected["tables"][t]} == set()
    assert got["hits"] == expected["hits"]
    shutil.rmtree(home.folder)
