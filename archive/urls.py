"""Addresses of the site: Vietnamese at the root, English under `/en/`; the desk is Vietnamese."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemaps
from django.urls import include, path

from archive.browse.sitemaps import SITEMAPS
from archive.browse.views.pages import robots

urlpatterns = [
    path("quan-tri/", include("archive.admin.urls")),
    path("quan-tri/", admin.site.urls),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemaps.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}),
    path("sitemap-<section>.xml", sitemaps.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    *i18n_patterns(path("", include("archive.browse.urls")), prefix_default_language=False),
]
handler400 = "archive.browse.views.errors.bad_request"
handler403 = "archive.browse.views.errors.refused"
handler404 = "archive.browse.views.errors.not_found"
handler500 = "archive.browse.views.errors.server_error"
