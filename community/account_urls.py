"""Joining, signing in and the account's own pages: allauth's, in the portal's design."""

from allauth.account import urls, views
from django.urls import include, path

from community.limits import limit_forms, limit_mailed_links
from community.views.sessions import end_session

urlpatterns = [
    # The same address as allauth's own below, which it takes the place of.
    path("email/", limit_mailed_links(views.email), name="account_email"),
    path("", include(limit_forms(urls.urlpatterns))),
    path("two-factor/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
    path("sessions/<int:pk>/end/", end_session, name="account_end_session"),
]
