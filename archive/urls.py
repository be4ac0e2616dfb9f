"""Addresses of the site."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("quan-tri/", admin.site.urls),
    path("", include("archive.browse.urls")),
]
handler404 = "archive.browse.views.errors.not_found"
handler500 = "archive.browse.views.errors.server_error"
