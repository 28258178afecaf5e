"""Addresses beside the pages of campaigns: their forms, calendar files and feeds."""

from django.urls import path, re_path

import community.converters  # noqa: F401  (they are known by being imported)
from campaigns import pledge_views
from campaigns.registering import views as registering
from campaigns.views import calendar_file, change_feed

app_name = "campaigns"

urlpatterns = [
    path("registrations/<row:pk>/", registering.register, name="register"),
    path("registrations/check-mailbox/", registering.sent, name="registration_sent"),
    path("registrations/confirm/<str:token>/", registering.confirm, name="confirm_registration"),
    path("registrations/cancel/<str:token>/", registering.cancel, name="cancel_registration"),
    path("pledges/", pledge_views.own_pledges, name="own_pledges"),
    path("pledges/on/<row:pk>/", pledge_views.pledge, name="pledge"),
    path("pledges/check-mailbox/", pledge_views.check_mailbox, name="pledge_mailbox"),
    path("pledges/confirm/<str:token>/", pledge_views.confirm, name="confirm_pledge"),
    path("pledges/own/<str:token>/", pledge_views.own_pledge, name="own_pledge"),
    path("pledges/stop/<str:token>/", pledge_views.stop_mails, name="stop_pledge_mails"),
    path("pledges/withdrawn/", pledge_views.withdrawn, name="pledge_withdrawn"),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)(?P<filename>event\.ics|calendar\.ics)$",
        calendar_file,
        name="calendar_file",
    ),
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)(?P<filename>changes\.(?:rss|atom))$",
        change_feed,
        name="change_feed",
    ),
]
