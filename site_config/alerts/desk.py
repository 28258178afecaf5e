"""Alerts in the admin: written, looked at, published, updated and cancelled, also on a phone."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.log_actions import registry

from site_config.alerts.errors import AlertError
from site_config.alerts.forms import AlertForm, CancelForm, WordingForm
from site_config.alerts.services import (
    COPIED,
    WORDS,
    cancel_alert,
    discard_draft,
    is_complete,
    publish_alert,
    save_draft,
)
from site_config.alerts.states import State, refusal_words, state_of
from site_config.models.alert_terms import Message
from site_config.models.alerts import Alert, AlertVersion, AlertWording

RIGHT = "site_config.publish_alert"
SHOWN = 100
CHECK = "check"
View = Callable[..., HttpResponse]


def publishers_only(view: View) -> View:
    """Let in emergency publishers and administrators, and let them read the city's clock.

    Raises:
        PermissionDenied: it is somebody else.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(RIGHT):
            raise PermissionDenied
        # Wherever whoever writes is, and whatever their profile says.
        with timezone.override(timezone.get_default_timezone()):
            return view(request, *args, **kwargs)

    return guarded


@publishers_only
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the alerts, those that warn now first."""
    versions = AlertVersion.objects.select_related("section").prefetch_related("wordings")
    alerts = Alert.objects.prefetch_related(Prefetch("versions", versions))[:SHOWN]
    rows = [state_of(alert) for alert in alerts]
    rows.sort(key=lambda row: row.state.rank)
    return render(
        request, "site_config/admin/alerts/index.html", {"title": _("Alerts"), "rows": rows}
    )


@publishers_only
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, uid: UUID | None = None) -> HttpResponse:
    """Write a new alert or an update; a POST keeps it as a draft, and may lead on to the check.

    Raises:
        Http404: there is no such alert.
    """
    before = _newest(uid) if uid else None
    is_update = bool(
        before and AlertVersion.objects.published().filter(alert=before.alert).exists()
    )
    if before and before.message == Message.CANCEL:
        messages.error(request, _("It was cancelled. Write a new alert for a new danger."))
        return redirect("portal_alert", uid)
    complete = request.method != "POST" or request.POST.get("then") == CHECK
    form = AlertForm(request.POST or None, instance=_copy(before))
    wordings = [
        WordingForm(
            request.POST or None,
            instance=_copy_words(before, code),
            language=code,
            complete=complete,
            update=is_update,
        )
        for code, _name in settings.LANGUAGES
    ]
    if request.method == "POST":
        # Each is asked, so that all mistakes are shown at once.
        if all([form.is_valid(), *[each.is_valid() for each in wordings]]):
            draft = save_draft(
                uid=uid,
                values=form.cleaned_data,
                words={each.language: each.cleaned_data for each in wordings},
                user=request.user,
            )
            if complete:
                return redirect("portal_alert_check", draft.alert.uid)
            messages.success(request, _("The draft is kept. Nobody has been warned yet."))
            return redirect("portal_alert", draft.alert.uid)
        messages.error(request, _("Nothing was kept: check the form."))
    return render(
        request,
        "site_config/admin/alerts/write.html",
        {
            "title": _("Update an alert") if is_update else _("Write an alert"),
            "uid": uid,
            "form": form,
            "wordings": wordings,
            "time_zone": settings.TIME_ZONE,
        },
    )


@publishers_only
@require_safe
def overview(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show where an alert stands, and what was done with it by whom."""
    alert = get_object_or_404(Alert, uid=uid)
    row = state_of(alert)
    return render(
        request,
        "site_config/admin/alerts/alert.html",
        {
            "title": str(alert),
            "row": row,
            "states": State,
            "versions": alert.versions.published().with_words(),
            "log": registry.get_logs_for_instance(alert).select_related("user")[:SHOWN],
        },
    )


@publishers_only
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Show the draft as readers will see it in each language; a POST publishes it."""
    draft = _draft(uid)
    if request.method == "POST":
        try:
            published = publish_alert(uid=uid, user=request.user)
        except AlertError as refusal:
            messages.error(request, refusal_words(refusal))
            return redirect("portal_alert", uid)
        if published.starts_at > timezone.now():
            messages.success(request, _("Published. It appears at its hour."))
        else:
            messages.success(request, _("Published. It is on every page within a minute."))
        return redirect("portal_alert", uid)
    return render(
        request,
        "site_config/admin/alerts/check.html",
        {
            "title": _("Look at it, then publish"),
            "version": draft,
            "is_complete": is_complete(draft),
            "is_over": draft.ends_at <= timezone.now(),
            "languages": settings.LANGUAGES,
        },
    )


@publishers_only
@require_safe
def preview(request: HttpRequest, uid: UUID, language: str) -> HttpResponse:
    """Show the draft on an otherwise empty page of the portal, in one of its languages.

    Raises:
        Http404: the portal has no such language.
    """
    if language not in dict(settings.LANGUAGES):
        raise Http404
    request.alert_preview = _draft(uid)
    with override(language):
        response = render(request, "site_config/shell_preview.html", {"untranslated": True})
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


@publishers_only
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Ask why an alert is cancelled; a POST takes it off every page."""
    alert = get_object_or_404(Alert, uid=uid)
    form = CancelForm(request.POST or None)
    if form.is_valid():
        try:
            cancel_alert(uid=uid, notes=form.cleaned_data, user=request.user)
        except AlertError as refusal:
            messages.error(request, refusal_words(refusal))
        else:
            messages.success(request, _("The alert is cancelled, and leaves every page."))
        return redirect("portal_alert", uid)
    return render(
        request,
        "site_config/admin/alerts/cancel.html",
        {"title": _("Cancel an alert"), "row": state_of(alert), "form": form},
    )


@publishers_only
@require_POST
def discard(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Throw a draft away."""
    get_object_or_404(Alert, uid=uid)
    try:
        discard_draft(uid=uid, user=request.user)
    except AlertError as refusal:
        messages.error(request, refusal_words(refusal))
    else:
        messages.success(request, _("The draft is gone."))
    still_there = Alert.objects.filter(uid=uid).exists()
    return redirect(reverse("portal_alert", args=[uid]) if still_there else "portal_alerts")


def _draft(uid: UUID) -> AlertVersion:
    drafts = AlertVersion.objects.drafts().with_words()
    return get_object_or_404(drafts, alert__uid=uid)


def _newest(uid: UUID) -> AlertVersion:
    """Return the draft of an alert, else what was published last."""
    found = AlertVersion.objects.with_words().filter(alert__uid=uid).order_by("-number").first()
    if found is None:
        raise Http404
    return found


def _copy(before: AlertVersion | None) -> AlertVersion:
    """Return what the form begins with; an hour that has come is not asked again."""
    if before is None:
        return AlertVersion()
    new = AlertVersion(**{name: getattr(before, name) for name in COPIED})
    if before.starts_at and before.starts_at > timezone.now():
        new.starts_at = before.starts_at
    return new


def _copy_words(before: AlertVersion | None, language: str) -> AlertWording:
    words = before.words(language) if before else None
    if words is None or words.language != language:
        return AlertWording(language=language)
    new = AlertWording(language=language, **{name: getattr(words, name) for name in WORDS})
    if before.published_at is None:
        new.note = words.note
    return new
