"""The community's own addresses; its front page stands in the page tree."""

from django.urls import path
from django.views.decorators.http import require_safe

import community.converters  # noqa: F401  (they are known by being imported)
from community.feeds import AtomFeed, RssFeed
from community.views import (
    contributions,
    decisions,
    discussions,
    exporting,
    guests,
    leaving,
    menu,
    moderation,
    notifications,
    own_comments,
    profile,
    reactions,
    reading,
    starting,
    unsubscribing,
    writing,
)

app_name = "community"
urlpatterns = [
    path("feed/", require_safe(RssFeed()), name="feed"),
    path("feed/atom/", require_safe(AtomFeed()), name="atom_feed"),
    path("me/", profile.profile, name="profile"),
    path("me/edit/", profile.edit_profile, name="edit_profile"),
    path("me/contributions/", contributions.contributions, name="contributions"),
    path("me/export/", exporting.export, name="export"),
    path("me/export/<slug:secret>/", exporting.export_file, name="export_file"),
    path("me/leave/", leaving.leave, name="leave"),
    path("left/", leaving.left, name="left"),
    path("me/menu/", menu.account_menu, name="account_menu"),
    path("me/decisions/<row:pk>/", decisions.own_decision, name="own_decision"),
    path("moderation/", moderation.moderation, name="moderation"),
    path("moderation/figures.csv", moderation.moderation_table, name="moderation_table"),
    path("decisions/<str:token>/", decisions.guest_decision, name="guest_decision"),
    path("me/notifications/", notifications.notifications, name="notifications"),
    path("me/notifications/read/", notifications.read_all, name="read_notifications"),
    path("me/notifications/<row:pk>/read/", notifications.read_one, name="read_notification"),
    path("me/notifications/choices/", notifications.choices, name="notification_choices"),
    path("unsubscribe/<str:token>/", unsubscribing.unsubscribe, name="unsubscribe"),
    path("members/<row:pk>/", discussions.member, name="member"),
    path("members/<row:pk>/follow/", reactions.follow_member, name="follow_member"),
    path("discussions/", discussions.discussion_list, name="discussions"),
    path("discussions/new/", starting.new, name="new_discussion"),
    path("discussions/<row:pk>/edit/", starting.edit, name="edit_discussion"),
    path("discussions/<row:pk>-<slug:slug>/", discussions.discussion, name="discussion"),
    path("comments/check-mailbox/", guests.check_mailbox, name="check_mailbox"),
    path("comments/confirm/<str:token>/", guests.confirm, name="confirm_comment"),
    path("comments/<row:pk>/", reading.comment, name="comment"),
    path("comments/<row:pk>/thread/", reading.thread, name="thread"),
    path("comments/<row:pk>/own/", own_comments.own, name="own_comment"),
    path("comments/<row:pk>/edit/", writing.edit, name="edit_comment"),
    path("comments/<row:pk>/delete/", own_comments.delete, name="delete_comment"),
    path("comments/<row:pk>/like/", reactions.like, name="like_comment"),
    path("comments/<row:pk>/report/", reactions.report, name="report_comment"),
    path("on/<kind:kind>/<row:pk>/write/", writing.write_comment, name="write_comment"),
    path("on/<kind:kind>/<row:pk>/mine/", own_comments.personal, name="personal"),
    path("on/<kind:kind>/<row:pk>/feed/", require_safe(RssFeed()), name="target_feed"),
    path("on/<kind:kind>/<row:pk>/feed/atom/", require_safe(AtomFeed()), name="target_atom_feed"),
    path("on/<kind:kind>/<row:pk>/follow/", reactions.follow, name="follow"),
]
