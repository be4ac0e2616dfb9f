"""Addresses of the editors' room beside Django's own admin."""

from django.contrib import admin
from django.urls import path

from archive.admin.desk.views import DeskView
from archive.admin.guide import GuideView
from archive.admin.queue.proposals import ProposalsView
from archive.admin.queue.views import QueueView
from archive.admin.timeline import HistoryView
from archive.admin.undo import UndoBatchView

view = admin.site.admin_view
urlpatterns = [
    path("bai/<int:pk>/duyet/", view(DeskView.as_view()), name="desk"),
    path("hang-doi/", view(QueueView.as_view()), name="queue"),
    path("de-nghi/", view(ProposalsView.as_view()), name="proposals"),
    path("lich-su/", view(HistoryView.as_view()), name="history"),
    path("dot-nhap/<int:pk>/hoan-tac/", view(UndoBatchView.as_view()), name="undo-batch"),
    path("huong-dan/", view(GuideView.as_view()), name="guide"),
    path("huong-dan/<int:number>/", view(GuideView.as_view()), name="guide-page"),
]
