"""Films that were published without captions and transcript: why, by whom, since when."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import LogActionRegistry, LogFormatter, log
from wagtail.models import PageLogEntry
from wagtail.permissions import page_permission_policy
from wagtailmedia.permissions import MediaPermissionPolicyChecker

from community.models import User
from gallery.models import VideoPage
from gallery.models.completeness import HELD

WITHOUT_WORDS = "gallery.publish.without_words"


def note_missing_words(instance: Any, **kwargs: Any) -> None:
    """Write into a film's history why it was published without words, each time that changes."""
    if not isinstance(instance, VideoPage) or instance.has_words:
        return
    data = {"reason": instance.without_captions, "note": instance.without_captions_note}
    earlier = PageLogEntry.objects.filter(page=instance.pk, action=WITHOUT_WORDS)
    latest = earlier.order_by("-timestamp").first()
    if latest is None or latest.data != data:
        revision = kwargs.get("revision")
        log(instance=instance, action=WITHOUT_WORDS, data=data, revision=revision)


def name_actions(actions: LogActionRegistry) -> None:
    """Say in the history what was published without words, and what was held back."""

    @actions.register_action(WITHOUT_WORDS)
    class PublishedWithoutWords(LogFormatter):
        label = _("Publish without captions")

        def format_message(self, log_entry: PageLogEntry) -> str:
            """Return the reason that was given."""
            reasons = dict(VideoPage.WithoutCaptions.choices)
            reason = log_entry.data.get("reason", "")
            words = [str(reasons.get(reason, reason)), log_entry.data.get("note", "")]
            written = ". ".join(word for word in words if word)
            return gettext("Published without captions and transcript: %(reason)s") % {
                "reason": written
            }

    @actions.register_action(HELD)
    class HeldBack(LogFormatter):
        label = _("Hold back")

        def format_message(self, log_entry: PageLogEntry) -> str:
            """Return what was missing when the hour came, or its film."""
            missing = " ".join(log_entry.data.get("missing", []))
            if log_entry.data.get("shown_again"):
                return gettext("Not published when its film was shown again: %(missing)s") % {
                    "missing": missing
                }
            return gettext("Not published at its hour: %(missing)s") % {"missing": missing}


class FilmsWithoutWordsView(ReportView):
    """The films that are public, or will be at their hour, without captions and transcript."""

    index_url_name = "gallery_films_without_words"
    index_results_url_name = "gallery_films_without_words_results"
    page_title = _("Films without captions")
    header_icon = "media"
    model = VideoPage
    is_searchable = False
    default_ordering = "-date"
    list_export = ["title", "locale", "why_without_words", "noted_at", "noted_by"]
    export_headings = {
        "title": _("Film"),
        "locale": _("Language"),
        "why_without_words": _("Reason"),
        "noted_at": _("Published so on"),
        "noted_by": _("By"),
    }
    columns = [
        TitleColumn("title", label=_("Film"), url_name="wagtailadmin_pages:edit"),
        Column("locale", label=_("Language")),
        Column("why_without_words", label=_("Reason")),
        DateColumn("noted_at", label=_("Published so on")),
        Column("noted_by", label=_("By")),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let in those who look after films."""
        if not _looks_after_films(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet:
        """Return the films that nobody can read along or instead."""
        films = VideoPage.objects.published_or_scheduled().filter(transcript_text="")
        films = films.filter(video__texts__isnull=True).select_related("video", "locale")
        allowed = page_permission_policy.instances_user_has_any_permission_for(
            self.request.user, {"add", "change", "publish"}
        )
        return films.filter(pk__in=allowed.values("pk")).order_by("-date", "-pk")

    def get_queryset(self) -> QuerySet:
        """Return the films in the order of their days."""
        return self.get_base_queryset()

    def decorate_paginated_queryset(self, films: Any) -> Any:
        """Read who published them so, and when, in one query."""
        return _with_notes(films)


def _looks_after_films(user: User) -> bool:
    policy = MediaPermissionPolicyChecker().policy
    return policy.user_has_any_permission(user, {"add", "change"})


def _with_notes(films: Any) -> list[VideoPage]:
    films = list(films)
    entries = PageLogEntry.objects.filter(page__in=[film.pk for film in films])
    notes = entries.filter(action=WITHOUT_WORDS).select_related("user").order_by("timestamp")
    latest = {entry.page_id: entry for entry in notes}
    for film in films:
        note = latest.get(film.pk)
        film.noted_at = note.timestamp if note else film.last_published_at
        film.noted_by = note.user_display_name if note else ""
    return films


class FilmsWithoutWordsMenuItem(MenuItem):
    """The report's item in the menu of reports."""

    def __init__(self) -> None:
        super().__init__(
            _("Films without captions"),
            reverse("gallery_films_without_words"),
            name="films-without-captions",
            icon_name="media",
            order=960,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Offer it to those who write pages."""
        return _looks_after_films(request.user)
