"""Addresses of the calendar files, in every language."""

from django.urls import re_path

from campaigns.views import calendar_file

app_name = "campaigns"

urlpatterns = [
    re_path(
        r"^(?P<path>(?:[\w\-]+/)+)(?P<filename>event\.ics|calendar\.ics)$",
        calendar_file,
        name="calendar_file",
    ),
]
