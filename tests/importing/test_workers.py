"""Pages understood by several processes: the same as by one, and a page that kills its process is one page lost."""

import os
import time
from multiprocessing.reduction import ForkingPickler
from pathlib import Path

import pytest

from archive.extraction.knowledge import Knowledge
from archive.importing import workers
from archive.importing.understanding import Refused, Understood, understand
from archive.importing.workers import SMALL, Pool, messages, understood
from archive.pages import BadInput
from archive.pages.page import RawPage

TEXT = (
    "Huyện ủy họp hội nghị lần thứ {}\n"
    "Sáng ngày 5/5/2021, Huyện ủy tổ chức hội nghị lần thứ {} để đánh giá tình hình kinh tế - xã hội, "
    "quốc phòng - an ninh và công tác xây dựng Đảng bốn tháng đầu năm, bàn các giải pháp cho thời gian tới.\n"
)


class Deadly:
    """Bytes at whose sight a process dies, or falls asleep."""

    def __init__(self, act, argument):
        self.act, self.argument = act, argument

    def __reduce__(self):
        return self.act, (self.argument,)

    def __len__(self):
        return 1


def page(number, content=None):
    content = content or TEXT.format(number, number).encode()
    return RawPage(content, "text", f"{number}", f"https://x.vn/{number}")


def inputs(number):
    return [BadInput("bad", "why"), *map(page, range(number)), page(99, b"\x00\x01")]


def test_two_processes_give_what_one_gives():
    knowledge = Knowledge.load()
    alone = list(understood(inputs(SMALL), knowledge, 1))
    assert list(understood(inputs(SMALL), knowledge, 2)) == alone
    assert [type(item) for item in alone] == [Refused, *[Understood] * SMALL, Refused]


@pytest.mark.parametrize("file", sorted(Path("fixtures/pages").glob("*.txt")), ids=str)
def test_what_a_process_sends_arrives_whole(file):
    raw = RawPage(file.read_bytes(), "text", file.name, f"https://x.vn/{file.stem}")
    sent = understand(raw, Knowledge.load())
    assert isinstance(sent, Understood)
    assert ForkingPickler.loads(ForkingPickler.dumps(sent)) == sent


@pytest.fixture
def pool():
    with Pool(1, Knowledge.load().registry) as started:
        assert len(list(started.understood([page(0)]))) == 1
        yield started


@pytest.mark.parametrize("deadly", [Deadly(os._exit, 9), Deadly(time.sleep, 600)])
def test_a_page_that_kills_its_process_or_takes_for_ever_is_refused_alone(
    pool, monkeypatch, deadly
):
    monkeypatch.setattr(workers, "PATIENCE", 2.0)
    before, lost, after = pool.understood([page(1), page(2, deadly), page(3)])
    assert (type(before), type(after)) == (Understood, Understood)
    assert (lost.name, lost.skipped) == ("2", False)
    assert "killed" in lost.reason


def test_processes_end_with_the_pool(pool):
    process = pool.workers[0].process
    pool.__exit__()
    process.join(10)
    assert process.exitcode is not None


def test_messages_are_bounded_in_number_and_bytes():
    large = [page(n, b"x" * 3_000_000) for n in range(3)]
    assert [len(message) for message in messages([*map(page, range(20)), *large])] == [
        8,
        8,
        5,
        1,
        1,
    ]


def test_reading_ahead_is_bounded(pool):
    taken = []
    source = (taken.append(n) or page(n) for n in range(10_000))
    next(pool.understood(source))
    assert len(taken) <= (workers.AHEAD + 2) * workers.TOGETHER
