"""Articles and their versions. One queryset method, `published()`, decides what the public sees."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from archive.models.address import localised, numbered_slug, short_slug
from archive.ordering import newest


class Visibility(models.TextChoices):
    PUBLIC = "public", _("công khai")
    HIDDEN = "hidden", _("ẩn")
    WITHDRAWN = "withdrawn", _("đã gỡ")


# What lists show; their indexes hold nothing else, so that a count reads the index alone.
PUBLISHED = Q(visibility=Visibility.PUBLIC.value, duplicate_of=None)


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self) -> ArticleQuerySet:
        """What the public may see; every list, feed, sitemap, export and index starts here."""
        return self.filter(PUBLISHED)

    def exportable(self) -> ArticleQuerySet:
        """What leaves the house as data: published, and no retold sample."""
        return self.published().filter(source__is_sample=False)

    def only_retold(self) -> bool:
        """Whether none of these is a report of a portal; others' search engines pass such pages by."""
        return not self.exclude(source__is_sample=True).exists()

    def listed(self) -> ArticleQuerySet:
        """With the relations that a list line prints, newest first."""
        rows = self.select_related("place", "place__parent", "unit__parent", "source")
        return rows.order_by(newest("sort_date"), "-pk")

    def with_counts(self) -> ArticleQuerySet:
        """With `people` and `figures`, how many of each the article holds.

        Subqueries, so that a page of a list counts for its own rows alone.
        """
        return self.annotate(people=facts_count("mentions"), figures=facts_count("observations"))


def facts_count(relation: str) -> models.Subquery:
    """How many valid facts of this kind the article of the outer query has."""
    valid = ~Q(**{f"{relation}__state": "rejected"})
    own = Article.objects.filter(pk=models.OuterRef("pk")).order_by()
    return models.Subquery(own.annotate(n=models.Count(relation, filter=valid)).values("n"))


class Article(models.Model):
    """One article of one source.

    `identity` is the natural key: its address, else source, title and date.

    The three dates are kept apart; `sort_date` is the one that lists use and `date_kind` says which
    it is. `title` and `summary` repeat the current version's for lists.
    """

    class DateKind(models.TextChoices):
        EVENT = "event", _("diễn ra")
        PUBLISHED = "published", _("đăng")
        CAPTURED = "captured", _("lưu")

    identity = models.CharField("khóa nhận dạng", max_length=2200, unique=True, editable=False)
    source = models.ForeignKey(
        "archive.Source", models.PROTECT, related_name="articles", verbose_name="nguồn"
    )
    url = models.CharField("địa chỉ gốc", max_length=2000, blank=True)
    title = models.CharField("tiêu đề", max_length=500)
    folded_title = models.CharField(max_length=500, editable=False)
    summary = models.CharField("tóm tắt", max_length=400, blank=True)
    place = models.ForeignKey(
        "archive.Place",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name="địa phương",
    )
    unit = models.ForeignKey(
        "archive.PlaceUnit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name="đơn vị vào ngày đó",
    )
    event_on = models.DateField("ngày diễn ra", null=True, blank=True)
    published_at = models.DateTimeField("đăng lúc", null=True, blank=True)
    published_has_time = models.BooleanField("giờ đăng có trên trang", default=False)
    captured_on = models.DateField("ngày lưu", null=True, blank=True)
    sort_date = models.DateField("ngày xếp", null=True, blank=True, editable=False)
    date_kind = models.CharField(
        "loại ngày xếp", max_length=10, choices=DateKind.choices, blank=True, editable=False
    )
    visibility = models.CharField(
        "hiển thị", max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    visibility_reason = models.CharField("lý do", max_length=500, blank=True)
    partly_hidden = models.BooleanField("có chỗ đang ẩn", default=False, editable=False)
    duplicate_of = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="duplicates",
        verbose_name="trùng với",
    )
    human_fields = models.JSONField("trường đã sửa tay", default=list, blank=True, editable=False)
    machine_values = models.JSONField("máy đã đọc", default=dict, blank=True, editable=False)
    changed_at = models.DateTimeField("đổi lúc", auto_now=True)
    indexed_at = models.DateTimeField("lập chỉ mục lúc", null=True, editable=False)
    created_at = models.DateTimeField("nhập lúc", auto_now_add=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = "bài"
        verbose_name_plural = "bài"
        indexes = (
            models.Index(
                fields=["place", "-sort_date", "-id"],
                condition=PUBLISHED,
                name="article_public_place",
            ),
            models.Index(
                fields=["-sort_date", "-id"], condition=PUBLISHED, name="article_public_date"
            ),
            models.Index(
                fields=["source", "-sort_date", "-id"],
                condition=PUBLISHED,
                name="article_public_source",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(visibility="public") | ~Q(visibility_reason=""),
                name="article_hidden_says_why",
            ),
            models.CheckConstraint(
                condition=Q(sort_date=None, date_kind="")
                | (Q(sort_date__isnull=False) & ~Q(date_kind="")),
                name="article_date_says_which",
            ),
            models.CheckConstraint(
                condition=~Q(duplicate_of=F("id")), name="article_not_its_own_duplicate"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return localised(f"/bai/{numbered_slug(self.pk, self.title)}/")

    @property
    def slug(self) -> str:
        """The title's words for the address; the number before them is what counts."""
        return short_slug(self.title)

    def set_sort_date(self) -> None:
        """The one rule for the date of lists: the event's, else publication, else capture."""
        published = self.published_at.date() if self.published_at else None
        for kind, day in (
            (self.DateKind.EVENT, self.event_on),
            (self.DateKind.PUBLISHED, published),
            (self.DateKind.CAPTURED, self.captured_on),
        ):
            if day:
                self.sort_date, self.date_kind = day, kind
                return
        self.sort_date, self.date_kind = None, ""

    @property
    def current(self) -> ArticleVersion:
        """The newest version; the one whose facts are shown."""
        return self.versions.latest("number")


class ArticleVersion(models.Model):
    """The text as it was read at one time. Evidence points into it, so it never changes."""

    article = models.ForeignKey(
        Article,
        models.CASCADE,
        related_name="versions",
        verbose_name="bài",
        db_index=False,  # `version_number_unique` begins with it
    )
    number = models.PositiveIntegerField("số")
    title = models.CharField("tiêu đề", max_length=500)
    body = models.TextField("nội dung")
    captions = models.JSONField("chú thích ảnh", default=list, blank=True)
    author = models.CharField("tác giả", max_length=300, blank=True)
    layout = models.CharField("bố cục", max_length=40)
    content_hash = models.CharField("dấu nội dung", max_length=64, db_index=True, editable=False)
    capture = models.ForeignKey(
        "archive.Capture",
        models.SET_NULL,
        null=True,
        related_name="versions",
        verbose_name="bản chụp",
    )
    batch = models.ForeignKey(
        "archive.ImportBatch",
        models.SET_NULL,
        null=True,
        related_name="versions",
        verbose_name="đợt nhập",
    )
    created_at = models.DateTimeField("nhập lúc", auto_now_add=True)

    class Meta:
        verbose_name = "phiên bản"
        verbose_name_plural = "phiên bản"
        ordering = ("article", "number")
        constraints = (
            models.UniqueConstraint(fields=["article", "number"], name="version_number_unique"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_number_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.title} (bản {self.number})"
