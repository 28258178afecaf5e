"""The community in the admin."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractUser, Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet
from wagtail_modeladmin.options import modeladmin_register

from community import retention
from community.comment_admin import CommentAdmin
from community.comment_decisions import EMAIL_SHOWN
from community.comment_queue import count_reports_open_for_long, count_waiting_for
from community.desk import urls as desk_urls
from community.desk.appeals import AppealMenuItem, waiting_words
from community.desk.discussions import CorrectView, StartView
from community.desk.reports import AnswersMenuItem
from community.doctoring import examine_administrators
from community.findable import findable
from community.media_folders import media_folders
from community.models import Appeal, CannedReply, Discussion
from community.models.discussions import DiscussionQuerySet
from community.moderation_mails import still_stands
from community.notice_mails import may_still_be_read
from community.people_erasing import ERASED, ErasePeople
from community.personal_data import ERASURE_HOOK, EXPORT_HOOK
from community.policy import can_moderate
from community.services.digesting import send_digests
from community.services.notifying import finish_announcements
from community.sitemaps import discussions_for_sitemap
from community.subscriptions import KIND_HOOK, own_kinds
from community.subscriptions import retention as followers_retention
from community.subscriptions.admin import BroadcastAdmin
from community.subscriptions.announcing import announce_alert
from community.subscriptions.digests import queue_digests
from community.subscriptions.mails import note_outcome, write_before_leaving
from community.subscriptions.personal_data import erase_following, export_following
from community.subscriptions.telling import finish_broadcasts
from site_config.alerts import ALERT_HOOK
from site_config.doctor.findings import DOCTOR_HOOK
from site_config.findable import FINDABLE_HOOK
from site_config.media_access import FOLDERS_HOOK
from site_config.outbox import CONDITION_HOOK, OUTCOME_HOOK
from site_config.retention import RETENTION_HOOK
from site_config.sitemaps import SITEMAP_HOOK
from site_config.timers import TIMER_HOOK, Timer
from site_config.welcome import WELCOME_HOOK, Step


class DiscussionViewSet(SnippetViewSet):
    """Discussions as staff list, find, correct and translate them."""

    model = Discussion
    add_view_class = StartView
    edit_view_class = CorrectView
    # A copy would be somebody else's words in the author's name.
    copy_view_enabled = False
    icon = "comment"
    menu_label = _("Discussions")
    menu_name = "discussions"
    menu_order = 420
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("author_name", label=_("Author")),
        Column("topic", label=_("Topic")),
        Column("get_language_display", label=_("Language"), sort_key="language"),
        Column("get_state_display", label=_("State"), sort_key="state"),
        Column("opened_at", label=_("Opened"), sort_key="opened_at"),
    ]
    list_filter = ["state", "language", "topic"]
    list_per_page = 30
    inspect_view_enabled = True

    def get_queryset(self, request: HttpRequest) -> DiscussionQuerySet:
        """Return all discussions with what the list prints."""
        return Discussion.objects.select_related("author", "topic__locale")


class CannedReplyViewSet(SnippetViewSet):
    """Ready words for authors, which moderators write for each other."""

    model = CannedReply
    icon = "mail"
    menu_label = _("Ready replies")
    menu_name = "ready-replies"
    menu_order = 425
    add_to_admin_menu = True
    list_display = [
        "title",
        Column("get_reason_display", label=_("Reason")),
        Column("get_language_display", label=_("Language"), sort_key="language"),
    ]
    list_filter = ["language", "reason"]
    copy_view_enabled = False


register_snippet(DiscussionViewSet)
register_snippet(CannedReplyViewSet)
modeladmin_register(CommentAdmin)
modeladmin_register(BroadcastAdmin)
for rule in (*retention.RULES, *followers_retention.RULES):
    hooks.register(RETENTION_HOOK, rule)
hooks.register(FINDABLE_HOOK, findable)
hooks.register(DOCTOR_HOOK, examine_administrators)
hooks.register(FOLDERS_HOOK, media_folders)
hooks.register(SITEMAP_HOOK, discussions_for_sitemap)
# After Wagtail's own action of this name, in whose place it comes.
hooks.register("register_bulk_action", ErasePeople, order=10)
hooks.register(CONDITION_HOOK, may_still_be_read)
hooks.register(CONDITION_HOOK, still_stands)
hooks.register(CONDITION_HOOK, write_before_leaving)
hooks.register(OUTCOME_HOOK, note_outcome)
hooks.register(ALERT_HOOK, announce_alert)
hooks.register(EXPORT_HOOK, export_following)
hooks.register(ERASURE_HOOK, erase_following)
for make_kind in (
    own_kinds.page_channels,
    own_kinds.discussion_channels,
    own_kinds.alert_channels,
):
    hooks.register(KIND_HOOK, make_kind)


@hooks.register(TIMER_HOOK)
def tell_followers() -> Timer:
    """Let followers be told of what a worker has left half-way."""
    return Timer("announcements", finish_announcements)


@hooks.register(TIMER_HOOK)
def write_digests() -> Timer:
    """Let the mails of the day be written after the morning hour."""
    return Timer("digests", send_digests)


@hooks.register(TIMER_HOOK)
def tell_mailboxes() -> Timer:
    """Let followers by mail be told of what a worker has left half-way."""
    # Where no worker is set up, the whole telling happens in here.
    return Timer("broadcasts", finish_broadcasts, apart=True)


@hooks.register(TIMER_HOOK)
def write_followers_digests() -> Timer:
    """Let the followers' mails of the day be written after the morning hour."""
    return Timer("followers' digests", queue_digests)


@hooks.register(WELCOME_HOOK)
def comments_that_wait(person: AbstractUser) -> Iterator[Step]:
    """Tell moderators how many comments wait for them."""
    if can_moderate(person) and (count := count_waiting_for(person)):
        text = ngettext("%(count)d comment waits for you", "%(count)d comments wait for you", count)
        yield Step(
            text % {"count": count},
            reverse("community_comment_modeladmin_index"),
            "comment",
            urgent=True,
        )


@hooks.register(WELCOME_HOOK)
def appeals_that_wait(person: AbstractUser) -> Iterator[Step]:
    """Tell moderators how many appeals wait for them: none against a decision of their own."""
    if can_moderate(person) and (count := Appeal.objects.for_answer_by(person).count()):
        yield Step(waiting_words(count), reverse("community_appeals"), "rotate", urgent=True)


@hooks.register(WELCOME_HOOK)
def reports_open_for_long(person: AbstractUser) -> Iterator[Step]:
    """Tell moderators how many reports have waited for longer than a day."""
    if can_moderate(person) and (count := count_reports_open_for_long()):
        text = ngettext(
            "%(count)d report is open for longer than a day",
            "%(count)d reports are open for longer than a day",
            count,
        )
        listed = reverse("community_comment_modeladmin_index")
        yield Step(text % {"count": count}, f"{listed}?part=reported", "warning", urgent=True)


@hooks.register("register_admin_urls")
def desk_pages() -> list[URLPattern]:
    """Give the moderators' own pages their addresses."""
    return desk_urls.urlpatterns


@hooks.register("register_admin_menu_item")
def appeals_menu_item() -> AppealMenuItem:
    """Put the appeals into the menu."""
    return AppealMenuItem()


@hooks.register("register_reports_menu_item")
def answers_menu_item() -> AnswersMenuItem:
    """Put the report on answers into the menu of reports."""
    return AnswersMenuItem()


@hooks.register("register_permissions")
def offer_rights() -> QuerySet[Permission]:
    """Let administrators say of a group that its people work for the city."""
    return Permission.objects.filter(
        content_type__app_label="community", codename="speak_for_the_city"
    )


@hooks.register("register_log_actions")
def name_actions(actions: LogActionRegistry) -> None:
    """Say in the history that somebody has looked at an address."""
    actions.register_action(
        EMAIL_SHOWN, _("Show address"), _("Looked at the e-mail address of a comment’s author")
    )
    actions.register_action(ERASED, _("Erase"), _("Erased an account"))
