"""Addresses of the site: Vietnamese at the root, English under `/en/`; the desk is Vietnamese."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("quan-tri/", admin.site.urls),
    *i18n_patterns(path("", include("archive.browse.urls")), prefix_default_language=False),
]
handler400 = "archive.browse.views.errors.bad_request"
handler403 = "archive.browse.views.errors.refused"
handler404 = "archive.browse.views.errors.not_found"
handler500 = "archive.browse.views.errors.server_error"
