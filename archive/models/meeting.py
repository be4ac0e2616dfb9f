"""Meetings: one thing with many reports, and who did what there."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.models.address import localised, numbered_slug
from archive.models.fact import Constraints, Fact

MEETING_KINDS = (
    ("plenum", _("hội nghị Ban Chấp hành")),
    ("standing_committee", _("hội nghị Ban Thường vụ, Thường trực")),
    ("review", _("hội nghị sơ kết, tổng kết")),
    ("working_session", _("buổi làm việc")),
    ("congress", _("đại hội")),
    ("council_session", _("kỳ họp Hội đồng nhân dân")),
    ("executive_session", _("phiên họp Ủy ban nhân dân")),
    ("briefing", _("giao ban")),
    ("personnel", _("công tác cán bộ")),
    ("voter_contact", _("tiếp xúc cử tri")),
    ("study", _("học tập, quán triệt")),
    ("other", _("cuộc họp khác")),
)

DAY_PARTS = (("sáng", _("sáng")), ("chiều", _("chiều")), ("tối", _("tối")))


class Meeting(models.Model):
    """A session of a body. A numbered session of one body in one term stands once."""

    place = models.ForeignKey(
        "archive.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name="địa phương",
    )
    kind = models.CharField("loại", max_length=20, choices=MEETING_KINDS)
    name = models.CharField("tên", max_length=500)
    ordinal = models.PositiveSmallIntegerField("lần thứ", null=True, blank=True)
    congress = models.PositiveSmallIntegerField("khóa", null=True, blank=True)
    term = models.CharField("nhiệm kỳ", max_length=9, blank=True)
    held_on = models.DateField("ngày họp", null=True, blank=True)
    day_part = models.CharField("buổi", max_length=5, blank=True, choices=DAY_PARTS)
    human_fields = models.JSONField("trường đã sửa tay", default=list, blank=True, editable=False)
    machine_values = models.JSONField("máy đã đọc", default=dict, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="merged",
        verbose_name="đã gộp vào",
    )

    class Meta:
        verbose_name = "cuộc họp"
        verbose_name_plural = "cuộc họp"
        indexes = (
            models.Index(fields=["place", "-held_on"], name="meeting_place_date"),
            models.Index(
                fields=["-held_on", "-id"], condition=Q(merged_into=None), name="meeting_date"
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=["place", "kind", "congress", "ordinal"],
                condition=Q(ordinal__isnull=False, congress__isnull=False, merged_into=None),
                name="meeting_numbered_once",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[key for key, _ in MEETING_KINDS]), name="meeting_kind_known"
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=F("id")), name="meeting_not_into_itself"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return localised(f"/cuoc-hop/{numbered_slug(self.pk, self.name)}/")


class MeetingReport(Fact):
    """What one article says of a meeting. Evidence stands field by field (`Evidence.field`).

    `read` holds the values of the meeting's fields that the machine read in this article, so that
    reports that differ can be told.
    """

    meeting = models.ForeignKey(
        Meeting, models.CASCADE, related_name="reports", verbose_name="cuộc họp"
    )
    name = models.CharField("tên trong bài", max_length=500)
    read = models.JSONField("bài nêu", default=dict, blank=True, editable=False)

    class Meta(Fact.Meta):
        verbose_name = "bài về cuộc họp"
        verbose_name_plural = "bài về cuộc họp"

    def __str__(self) -> str:
        return self.name


class Participation(Fact):
    """What a person did at a meeting, as one article says."""

    class Role(models.TextChoices):
        CHAIR = "chair", _("chủ trì")
        ATTEND = "attend", _("dự")
        OPENING = "opening", _("khai mạc")
        DIRECTIVE = "directive", _("phát biểu chỉ đạo")
        CLOSING = "closing", _("kết luận, bế mạc")
        REPORT = "report", _("báo cáo")
        SPEAK = "speak", _("phát biểu")
        MENTIONED = "mentioned", _("được nhắc tới")

    mention = models.ForeignKey(
        "archive.Mention",
        models.CASCADE,
        related_name="participations",
        verbose_name="người",
        db_index=False,  # `participation_role_once` begins with it
    )
    meeting = models.ForeignKey(
        Meeting,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name="cuộc họp",
    )
    role = models.CharField("vai", max_length=10, choices=Role.choices)

    class Meta(Fact.Meta):
        verbose_name = "vai trong cuộc họp"
        verbose_name_plural = "vai trong cuộc họp"
        constraints: ClassVar[Constraints] = (
            *Fact.Meta.constraints,
            models.UniqueConstraint(fields=["mention", "role"], name="participation_role_once"),
        )

    def __str__(self) -> str:
        return self.get_role_display()
