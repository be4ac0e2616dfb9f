"""The browse pages that a national archive must answer quickly, with addresses that the archive has."""

from django.contrib.auth import get_user_model
from django.db.models import Count

from archive.models import Article, Indicator, MeetingReport, Mention, Official, Source

USER = "tests.bench.scale"


def pages():
    """Name → path. The busiest of each kind, and the deep end of the longest list."""
    report = MeetingReport.objects.select_related("article__place__parent", "meeting")
    report = report.order_by("-article")[0]
    newest, meeting = report.article, report.meeting
    district = newest.place
    recent = Mention.objects.filter(article__pk__gt=newest.pk - 30).values("official")
    named = Official.objects.filter(pk__in=recent).annotate(times=Count("mentions"))
    ordered = list(named.order_by("times", "pk"))
    official = ordered[len(ordered) // 2]
    indicator = Indicator.objects.filter(observations__article=newest)[0]
    source = Source.objects.filter(pk=newest.source_id).get()
    last = Article.objects.published().count() // 20
    return {
        "home": "/",
        "places": "/dia-phuong/",
        "places by letter": "/dia-phuong/muc-luc/",
        "province": district.parent.get_absolute_url(),
        "district": district.get_absolute_url(),
        "articles": "/bai/",
        "articles of a month": "/bai/?tu=2022-03-01&den=2022-03-31",
        "articles, last page": f"/bai/?trang={last}",
        "district, a month": f"{district.get_absolute_url()}?tu=2022-03-01&den=2022-03-31",
        "article": newest.get_absolute_url(),
        "captures": f"/bai/{newest.pk}/ban-luu/",
        "meetings": "/cuoc-hop/",
        "meeting": meeting.get_absolute_url(),
        "officials": "/can-bo/",
        "official": official.get_absolute_url(),
        "indicators": "/so-lieu/",
        "indicator": indicator.get_absolute_url(),
        "comparison": f"{indicator.get_absolute_url()}?voi={district.slug}&luc=2022-H1",
        "sources": "/nguon/",
        "source": source.get_absolute_url(),
        "terms": "/nhiem-ky/",
        "feed": "/bai/atom/",
        "feed of a province": f"{district.parent.get_absolute_url()}atom/",
        "feed of an official": f"{official.get_absolute_url()}atom/",
        "sitemaps": "/sitemap.xml",
        "sitemap of articles": "/sitemap-bai.xml",
        "sitemap of meetings": "/sitemap-cuoc-hop.xml",
        "sitemap of officials": "/sitemap-can-bo.xml",
        "queue": "/quan-tri/hang-doi/",
    }


def editor():
    """An account that sees the queue."""
    user, made = get_user_model().objects.get_or_create(
        username=USER, defaults={"is_staff": True, "is_superuser": True}
    )
    if made:
        user.set_unusable_password()
        user.save()
    return user
