"""Whatever editors, re-extractions and imports do in whatever order: a person's word stands until a
person changes it, and history only grows."""

import os
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from archive.editing.adding import Words, add
from archive.editing.deciding import decide
from archive.editing.judging import confirm, correct, reject
from archive.editing.reverting import RevertError, revert
from archive.history.changes import By
from archive.history.subjects import FACTS, SUBJECTS
from archive.history.values import frozen_fields
from archive.importing.articles import refresh
from archive.models import Article, Change, Mention, Observation, Proposal, State
from tests.importing.records import BODY, figure, meeting, official, record, span

EXAMPLES = int(os.environ.get("SOAK_EXAMPLES", "6"))  # `make soak` runs hundreds
VALUES = st.sampled_from(["905", "905.653", "90", "907"])
BODIES = st.sampled_from([BODY, "Bài có thêm câu đầu. " + BODY, BODY + "\n\nTin thêm."])


@st.composite
def readings(draw):
    """A record as some set of rules might read one of three states of the page."""
    body = draw(BODIES)
    value = draw(st.none() | VALUES)
    post = draw(st.sampled_from(["Bí thư Thị ủy", "Quyền Bí thư Thị ủy"]))
    person = official(
        name=draw(st.sampled_from(["Sái Thị Yến", "Sái Yến"])),
        posts=draw(st.sampled_from([(post,), ()])),
        roles=draw(st.sampled_from([("chair",), ("attend", "chair"), ()])),
    )
    held = draw(st.none() | st.sampled_from([9, 10]))
    return record(
        body=body,
        title=draw(st.sampled_from(["Hội nghị lần thứ 9", "Hội nghị"])),
        meeting=meeting(ordinal=held) if held else None,
        officials=draw(st.sampled_from([(person,), ()])),
        indicators=(figure(value=value, span=span("905 tỷ đồng", body)),) if value else (),
    )


def facts():
    return [row for kind in FACTS for row in SUBJECTS[kind].model.objects.order_by("pk")]


def human_words():
    """Everything that people have said, by row."""
    said = {
        (kind, row.pk): frozen_fields(row, SUBJECTS[kind].fields)
        for kind in FACTS
        for row in SUBJECTS[kind].model.objects.exclude(state=State.EXTRACTED)
    }
    for kind in ("article", "meeting"):
        for row in SUBJECTS[kind].model.objects.exclude(human_fields=[]):
            said[kind, row.pk] = frozen_fields(row, row.human_fields)
    return said


class Archive(RuleBasedStateMachine):
    save = user = None  # set by the test

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.save()
        self.history = []
        self.said = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @property
    def article(self):
        return Article.objects.order_by("pk").first()

    def by(self):
        return By(self.user)

    def machine(self, act):
        act()
        assert human_words() == self.said

    @rule(reading=readings())
    def reextract(self, reading):
        self.machine(lambda: refresh(self.article.current, reading, self.article.place))

    @rule(reading=readings(), content=st.sampled_from([b"1", b"2", b"3"]))
    def import_again(self, reading, content):
        changes = {name: getattr(reading, name) for name in reading.__dataclass_fields__}
        changes["url"] = "https://vi-du.vn/bai"
        self.machine(lambda: self.save(content=content, **changes))

    @rule(index=st.integers(0, 9), judge=st.sampled_from([confirm, reject]))
    def judge(self, index, judge):
        rows = facts()
        if rows:
            judge(rows[index % len(rows)], self.by())
        self.said = human_words()

    @precondition(lambda self: Observation.objects.exists())
    @rule(index=st.integers(0, 3), value=VALUES)
    def correct_a_figure(self, index, value):
        rows = list(Observation.objects.order_by("pk"))
        correct(rows[index % len(rows)], {"value": Decimal(value)}, self.by())
        self.said = human_words()

    @precondition(lambda self: Mention.objects.exists())
    @rule(name=st.sampled_from(["Sái Thị Yến", "Sái Thị Hải Yến"]))
    def correct_a_name(self, name):
        correct(Mention.objects.order_by("pk").first(), {"name": name}, self.by())
        self.said = human_words()

    @rule(title=st.sampled_from(["Tiêu đề đúng", "Hội nghị"]))
    def correct_the_title(self, title):
        correct(self.article, {"title": title}, self.by())
        self.said = human_words()

    @rule(ordinal=st.integers(9, 12))
    def correct_the_meeting(self, ordinal):
        report = self.article.meetingreports.order_by("pk").first()
        if report:
            try:
                with transaction.atomic():
                    correct(report.meeting, {"ordinal": ordinal + 20}, self.by())
            except ValidationError:
                pass  # another meeting has that number: told to the editor, nothing is changed
        self.said = human_words()

    @precondition(lambda self: Observation.objects.exists())
    @rule()
    def add_a_figure(self):
        version = self.article.current
        words = span("13/7", version.body)
        row = Observation(article=self.article, name="Thêm", value=1)
        row.indicator = Observation.objects.first().indicator
        add(row, Words(version, "body", 0, words.start, words.end), self.by())
        self.said = human_words()

    @rule(accept=st.booleans())
    def decide(self, accept):
        decide(Proposal.objects.waiting(), self.by(), accept=accept)
        self.said = human_words()

    @rule(back=st.integers(1, 4))
    def revert(self, back):
        changes = list(Change.objects.by_people()[:back])
        if changes:
            try:
                with transaction.atomic():
                    revert(changes[-1], self.by())
            except RevertError:
                pass  # told to the editor; nothing is changed
        self.said = human_words()

    @invariant()
    def history_only_grows(self):
        now = list(Change.objects.order_by("pk").values("pk", "record", "record_id", "fields"))
        assert now[: len(self.history)] == self.history
        self.history = now

    @invariant()
    def nothing_declined_waits(self):
        for item in Proposal.objects.waiting():
            assert not Proposal.objects.filter(
                record=item.record, record_id=item.record_id, field=item.field,
                digest=item.digest, state="declined",
            ).exists()  # fmt: skip


@pytest.mark.django_db
def test_people_win_whatever_happens(save, editor):
    Archive.save, Archive.user = staticmethod(save), editor
    run_state_machine_as_test(
        Archive,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=14,
            deadline=None,
            phases=(Phase.explicit, Phase.generate),  # shrinking over a database takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
