"""The addresses at which staff look after alerts, below the admin's own."""

from django.urls import path

from site_config.alerts import desk

urlpatterns = [
    path("alerts/", desk.index, name="portal_alerts"),
    path("alerts/new/", desk.write, name="portal_alert_new"),
    path("alerts/<uuid:uid>/", desk.overview, name="portal_alert"),
    path("alerts/<uuid:uid>/write/", desk.write, name="portal_alert_write"),
    path("alerts/<uuid:uid>/check/", desk.check, name="portal_alert_check"),
    path("alerts/<uuid:uid>/preview/<slug:language>/", desk.preview, name="portal_alert_preview"),
    path("alerts/<uuid:uid>/cancel/", desk.cancel, name="portal_alert_cancel"),
    path("alerts/<uuid:uid>/discard/", desk.discard, name="portal_alert_discard"),
]
