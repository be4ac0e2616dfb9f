"""Whatever is imported, edited, hidden, merged and taken back in whatever order: the sums are what the rows say."""

import datetime
import os

from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from archive import attention, sums
from archive.editing.judging import confirm, correct, reject, remove
from archive.editing.moving import move
from archive.editing.undoing import undo_batch
from archive.hiding import hide, lift
from archive.history.changes import By
from archive.importing.articles import refresh
from archive.merging import MergeError, merge, split, undo
from archive.models import (
    Article,
    ImportBatch,
    Indicator,
    Meeting,
    Mention,
    Merge,
    Observation,
    Official,
    Place,
    Postponed,
    Source,
    Takedown,
)
from tests.importing.records import figure, meeting, official, record

EXAMPLES = int(os.environ.get("SOAK_EXAMPLES", "8"))  # `make soak` runs hundreds
PLACES = st.sampled_from(["Kinh Môn", "Nam Sách", "Hải Dương", None])
CHOICE = st.integers(0, 20)


@st.composite
def readings(draw):
    """What a page may say: up to two people and figures, a meeting of one of two days."""
    people = draw(st.sets(st.sampled_from(["Sái Thị Yến", "Phạm Văn Lữ"])))
    series = draw(st.sets(st.sampled_from(["Thu ngân sách", "Sản lượng lúa"])))
    period = draw(st.sampled_from(["2022-H1", "2021", ""]))
    held = draw(st.none() | st.sampled_from(["2022-07-13", "2021-07-12"]))
    return {
        "meeting": meeting(held_on=held, ordinal=None) if held else None,
        "officials": tuple(official(name=name) for name in sorted(people)),
        "indicators": tuple(figure(name=name, period=period) for name in sorted(series)),
    }


def one_of(model, choice):
    rows = list(model.objects.order_by("pk"))
    return rows[choice % len(rows)] if rows else None


class Archive(RuleBasedStateMachine):
    save = user = None  # set by the test

    def __init__(self):
        super().__init__()
        self.block = transaction.atomic()
        self.block.__enter__()
        self.by = By(self.user)

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)

    @invariant()
    def sums_are_true(self):
        if not Postponed.objects.exists():
            assert list(sums.verify()) == []

    @rule(
        number=st.integers(1, 4),
        content=st.sampled_from([b"1", b"2"]),
        place=PLACES,
        told=readings(),
        waits=st.booleans(),
    )
    def import_a_page(self, number, content, place, told, waits):
        content = content + str(number).encode()
        url = f"https://vi-du.vn/{number}"
        article, _ = self.save(content=content, place=place, url=url, title=f"Bài {number}", **told)
        attention.postpone([article.pk])
        if not waits:
            self.catch_up()

    @rule()
    def catch_up(self):
        for _ in attention.catch_up():
            assert Postponed.objects.exists()

    @rule(choice=CHOICE, told=readings(), place=PLACES)
    def read_again(self, choice, told, place):
        if article := one_of(Article, choice):
            refresh(article.current, record(**told), Place.objects.filter(name=place).first())
            attention.refresh([article.pk])

    @rule(model=st.sampled_from([Mention, Observation]), choice=CHOICE,
          act=st.sampled_from([confirm, reject, remove]))  # fmt: skip
    def judge(self, model, choice, act):
        if fact := one_of(model, choice):
            act(fact, self.by)

    @rule(choice=CHOICE, place=PLACES)
    def move_an_article(self, choice, place):
        if article := one_of(Article, choice):
            article.versions.update(capture=None)  # its bytes are no page that could be read again
            move(article, Place.objects.filter(name=place).first(), self.by)

    @rule(choice=CHOICE, shown=st.booleans(), day=st.integers(1, 28))
    def correct_an_article(self, choice, shown, day):
        if article := one_of(Article, choice):
            changes = {"visibility": "public", "visibility_reason": ""}
            if not shown:
                changes = {"visibility": "hidden", "visibility_reason": "kiểm tra"}
            correct(article, {"event_on": datetime.date(2020, 1, day), **changes}, self.by)

    @rule(choice=CHOICE, place=PLACES, kind=st.sampled_from(["plenum", "review"]))
    def correct_a_meeting(self, choice, place, kind):
        if held := one_of(Meeting, choice):
            place = Place.objects.filter(name=place).first()
            correct(held, {"place": place, "kind": kind, "term": ""}, self.by)

    @rule(choice=CHOICE, other=CHOICE, period=st.sampled_from(["2023", "2019-Q1"]))
    def correct_a_figure(self, choice, other, period):
        if row := one_of(Observation, choice):
            correct(row, {"period": period, "indicator": one_of(Indicator, other)}, self.by)

    @rule(choice=CHOICE, words=st.sampled_from(["", "Sái Thị Yến", "905 tỷ đồng"]))
    def hide(self, choice, words):
        if article := one_of(Article, choice):
            scope = "words" if words else "article"
            order = Takedown(
                scope=scope, words=words, ground="privacy", reason="đơn", article=article
            )
            hide(order, self.user)

    @rule(choice=CHOICE)
    def lift(self, choice):
        orders = list(Takedown.objects.active().order_by("pk"))
        if orders:
            lift(orders[choice % len(orders)], self.user, "nhầm")

    @rule(model=st.sampled_from([Official, Meeting, Indicator, Source]), one=CHOICE, other=CHOICE)
    def merge(self, model, one, other):
        rows = one_of(model, one), one_of(model, other)
        if all(rows):
            attempt(lambda: merge(*rows, self.by))

    @rule(model=st.sampled_from([Official, Meeting, Indicator]), one=CHOICE)
    def split(self, model, one):
        if row := one_of(model, one):
            facts = (
                row.mentions
                if model is Official
                else row.reports
                if model is Meeting
                else row.observations
            )
            attempt(lambda: split(row, set(facts.values_list("pk", flat=True)[:1]), self.by))

    @rule()
    def undo(self):
        if last := Merge.objects.filter(undone_at=None).order_by("pk").last():
            attempt(lambda: undo(last, self.by))

    @rule()
    def take_the_import_back(self):
        undo_batch(ImportBatch.objects.get(), self.by)
        ImportBatch.objects.update(undone_at=None)  # so that it can be done again

    @rule()
    def make_all_anew(self):
        sums.rebuild()


def attempt(act):
    """What cannot be done is told to the editor, and changes nothing."""
    try:
        with transaction.atomic():
            act()
    except (MergeError, ValidationError):
        pass


def test_sums_are_what_the_rows_say(save, django_user_model):
    Archive.save, Archive.user = (
        staticmethod(save),
        django_user_model.objects.create_user("bien-tap"),
    )
    run_state_machine_as_test(
        Archive,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=12,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
            phases=[Phase.generate],
        ),
    )
