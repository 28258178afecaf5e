"""The addresses of alerts in each language."""

from django.urls import path
from django.views.decorators.http import require_safe

from site_config.alerts import views
from site_config.alerts.feeds import RssFeed

app_name = "alerts"
urlpatterns = [
    path("", views.index, name="index"),
    path("now/", views.now, name="now"),
    path("feed/", require_safe(RssFeed()), name="feed"),
    path("<uuid:uid>/", views.alert, name="alert"),
]
