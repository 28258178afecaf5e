"""The addresses of alerts for machines, which hold all languages at once."""

from django.urls import path
from django.views.decorators.http import require_safe

from site_config.alerts import views
from site_config.alerts.feeds import CapFeed

urlpatterns = [
    path("alerts/cap.xml", require_safe(CapFeed()), name="alerts_cap_feed"),
    path("alerts/cap/<uuid:uid>.<int:number>.xml", views.cap, name="alerts_cap"),
]
