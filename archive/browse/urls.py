"""Public addresses: readable, in Vietnamese, stable."""

from django.urls import path

from archive.browse import feeds
from archive.browse.views import (
    articles,
    captures,
    home,
    indicators,
    meetings,
    officials,
    pages,
    places,
    removals,
    reports,
    search,
    sources,
)

urlpatterns = [
    path("", home.HomeView.as_view(), name="home"),
    path("dia-phuong/", places.PlaceListView.as_view(), name="places"),
    path("dia-phuong/muc-luc/", places.PlaceIndexView.as_view(), name="place-index"),
    path("dia-phuong/<path:slug>/atom/", feeds.PlaceFeed(), name="place_feed"),
    path("dia-phuong/<path:slug>/gui-bai/", reports.MissingView.as_view(), name="send_missing"),
    path("dia-phuong/<path:slug>/", places.PlaceView.as_view(), name="place"),
    path("bai/", articles.ArticleListView.as_view(), name="articles"),
    path("bai/atom/", feeds.ArticleFeed(), name="feed"),
    path("bai/<int:pk>-<slug:title>/", articles.ArticleView.as_view()),
    path("bai/<int:pk>/", articles.ArticleView.as_view(), name="article"),
    path("bai/<int:pk>/ban-luu/", captures.CaptureListView.as_view(), name="captures"),
    path("bai/<int:pk>/ban-luu/<int:capture>/", captures.CaptureView.as_view(), name="capture"),
    path(
        "bai/<int:pk>/ban-luu/<int:capture>/khung/",
        captures.FrameView.as_view(),
        name="capture_frame",
    ),
    path(
        "bai/<int:pk>/ban-luu/<int:capture>/tai/",
        captures.DownloadView.as_view(),
        name="capture_download",
    ),
    path("bai/<int:pk>/bao-loi/", reports.ReportView.as_view(), name="report_error"),
    path("cuoc-hop/", meetings.MeetingListView.as_view(), name="meetings"),
    path("cuoc-hop/<int:pk>-<slug:title>/", meetings.MeetingView.as_view()),
    path("cuoc-hop/<int:pk>/", meetings.MeetingView.as_view(), name="meeting"),
    path("can-bo/", officials.OfficialListView.as_view(), name="officials"),
    path("can-bo/<slug:slug>/atom/", feeds.OfficialFeed(), name="official_feed"),
    path("can-bo/<slug:slug>/", officials.OfficialView.as_view(), name="official"),
    path("so-lieu/", indicators.IndicatorListView.as_view(), name="indicators"),
    path("so-lieu/<slug:slug>/", indicators.IndicatorView.as_view(), name="indicator"),
    path("nguon/", sources.SourceListView.as_view(), name="sources"),
    path("nguon/<slug:slug>/atom/", feeds.SourceFeed(), name="source_feed"),
    path("nguon/<slug:slug>/", sources.SourceView.as_view(), name="source"),
    path("tim/", search.SearchView.as_view(), name="search"),
    path("tim/atom/", feeds.SearchFeed(), name="search_feed"),
    path("tim/mo-ta.xml", pages.OpenSearchView.as_view(), name="opensearch"),
    path("yeu-cau-go/", removals.RequestView.as_view(), name="removal"),
    path("ve-kho/", pages.AboutView.as_view(), name="about"),
]
