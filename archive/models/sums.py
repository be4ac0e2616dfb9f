"""Sums that lists and pages show, one row a group, so that no visitor waits for a whole table to be counted.

They are derived from the other rows, and written by `archive.sums` alone.
"""

from __future__ import annotations

from django.db import models

from archive.models.constraints import unique_or_null
from archive.models.meeting import MEETING_KINDS


class ArticleSum(models.Model):
    """The articles of a place from a source that the public may see."""

    place = models.ForeignKey(
        "archive.Place", models.CASCADE, null=True, related_name="article_sums"
    )
    source = models.ForeignKey("archive.Source", models.CASCADE, related_name="article_sums")
    articles = models.PositiveIntegerField()
    first = models.DateField(null=True)
    last = models.DateField(null=True)

    class Meta:
        constraints = unique_or_null(("source",), "place", "article_sum_once")

    def __str__(self) -> str:
        return f"{self.place_id} {self.source_id}: {self.articles}"


class OfficialSum(models.Model):
    """The articles that the public may see and that name a person."""

    official = models.OneToOneField(
        "archive.Official", models.CASCADE, primary_key=True, related_name="sum"
    )
    articles = models.PositiveIntegerField()
    first = models.DateField(null=True)
    last = models.DateField(null=True)

    class Meta:
        indexes = (models.Index(fields=["-last"], name="official_sum_last"),)

    def __str__(self) -> str:
        return f"{self.official_id}: {self.articles}"


class FigureSum(models.Model):
    """The figures of a series for a place; its first and last period, empty where none is told."""

    indicator = models.ForeignKey("archive.Indicator", models.CASCADE, related_name="figure_sums")
    place = models.ForeignKey(
        "archive.Place", models.CASCADE, null=True, related_name="figure_sums"
    )
    figures = models.PositiveIntegerField()
    first = models.CharField(max_length=12, blank=True)
    last = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = unique_or_null(("indicator",), "place", "figure_sum_once")

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.place_id}: {self.figures}"


class MeetingSum(models.Model):
    """The meetings of a place by what the list of meetings may be narrowed to."""

    place = models.ForeignKey(
        "archive.Place", models.CASCADE, null=True, related_name="meeting_sums"
    )
    kind = models.CharField(max_length=20, choices=MEETING_KINDS)
    term = models.CharField(max_length=9, blank=True)
    year = models.PositiveSmallIntegerField(null=True)
    meetings = models.PositiveIntegerField()
    first = models.DateField(null=True)
    last = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.place_id} {self.kind} {self.term} {self.year}: {self.meetings}"


class ReviewSum(models.Model):
    """How far editors are with the articles of a place from a source; `waiting` are in the queue."""

    place = models.ForeignKey(
        "archive.Place", models.CASCADE, null=True, related_name="review_sums"
    )
    source = models.ForeignKey("archive.Source", models.CASCADE, related_name="review_sums")
    articles = models.PositiveIntegerField()
    done = models.PositiveIntegerField()
    waiting = models.PositiveIntegerField()
    all_facts = models.PositiveIntegerField()
    judged_facts = models.PositiveIntegerField()

    class Meta:
        constraints = unique_or_null(("source",), "place", "review_sum_once")

    def __str__(self) -> str:
        return f"{self.place_id} {self.source_id}: {self.articles}"


class AttentionSum(models.Model):
    """The articles of a place from a source that one reason puts into the queue."""

    place = models.ForeignKey(
        "archive.Place", models.CASCADE, null=True, related_name="attention_sums"
    )
    source = models.ForeignKey("archive.Source", models.CASCADE, related_name="attention_sums")
    reason = models.CharField(max_length=20)
    articles = models.PositiveIntegerField()

    class Meta:
        constraints = unique_or_null(("source", "reason"), "place", "attention_sum_once")

    def __str__(self) -> str:
        return f"{self.place_id} {self.source_id} {self.reason}: {self.articles}"


class Summed(models.Model):
    """Into which sums an article went, so that those are made anew that it leaves.

    `subjects` is `{"places": [id], "officials": [id], "series": [[place, indicator]]}`. Without a foreign key:
    it outlives a deleted article until the sums are made anew.
    """

    article = models.BigIntegerField(primary_key=True)
    subjects = models.JSONField()

    def __str__(self) -> str:
        return str(self.article)
