"""Writing, publishing, updating and cancelling alerts."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from site_config.alerts.clock import follow_up
from site_config.alerts.errors import (
    AlertClosedError,
    AlertIncompleteError,
    AlertOverError,
    NothingToPublishError,
)
from site_config.models.alert_terms import Message
from site_config.models.alerts import Alert, AlertVersion, AlertWording

# What a version takes along to the next one.
COPIED = ("level", "category", "urgency", "certainty", "section", "ends_at", "contact")
WORDS = ("headline", "text", "instruction", "area", "link")
WRITTEN, PUBLISHED = "site_config.write_alert", "site_config.publish_alert"
CANCELLED, DISCARDED = "site_config.cancel_alert", "site_config.discard_alert"


@transaction.atomic
def save_draft(
    *,
    uid: UUID | None,
    values: Mapping[str, Any],
    words: Mapping[str, Mapping[str, str]],
    user: Any,
) -> AlertVersion:
    """Keep what was written for an alert; nobody but staff sees it yet.

    Args:
        uid: the alert that it belongs to; a new one where it is missing.
        values: fields of the version.
        words: fields of the wordings by language.
        user: who wrote it.

    Raises:
        AlertClosedError: the alert was cancelled.
        Alert.DoesNotExist: there is no such alert.
    """
    alert = _hold(uid) if uid else Alert.objects.create()
    newest = alert.versions.published().order_by("-number").first()
    if newest and newest.message == Message.CANCEL:
        raise AlertClosedError
    number = newest.number + 1 if newest else 1
    draft, _made = AlertVersion.objects.update_or_create(
        alert=alert, published_at=None, defaults={**values, "number": number}
    )
    for language, _name in settings.LANGUAGES:
        AlertWording.objects.update_or_create(
            version=draft, language=language, defaults=dict(words.get(language, {}))
        )
    log(alert, WRITTEN, user=user, title=str(draft), data={"version": number})
    return draft


@transaction.atomic
def publish_alert(*, uid: UUID, user: Any) -> AlertVersion:
    """Publish the draft of an alert: at once, or at its hour.

    Raises:
        NothingToPublishError: there is no draft.
        AlertClosedError: the alert was cancelled meanwhile.
        AlertIncompleteError: a language lacks its words.
        AlertOverError: it would be over before anybody saw it.
    """
    alert = _hold(uid)
    draft = alert.versions.drafts().with_words().first()
    if draft is None:
        raise NothingToPublishError
    now = timezone.now()
    if alert.versions.published().filter(message=Message.CANCEL).exists():
        raise AlertClosedError
    if not is_complete(draft):
        raise AlertIncompleteError
    if draft.starts_at is None or draft.starts_at < now:
        draft.starts_at = now
    if draft.ends_at <= draft.starts_at:
        raise AlertOverError
    warned = alert.versions.in_force(draft.starts_at).exists()
    draft.message = Message.UPDATE if warned else Message.ALERT
    draft.published_at = now
    draft.save()
    log(alert, PUBLISHED, user=user, title=str(draft), data={"version": draft.number})
    transaction.on_commit(partial(follow_up, draft.pk), robust=True)
    return draft


@transaction.atomic
def cancel_alert(*, uid: UUID, notes: Mapping[str, str], user: Any) -> AlertVersion | None:
    """End an alert before its time: it leaves every page, and followers hear that it is over.

    What was to come only later becomes a draft again, for nobody has been warned yet.

    Args:
        uid: the alert.
        notes: why, by language.
        user: who cancels it.

    Returns:
        The cancellation; nothing where nobody had been warned.

    Raises:
        AlertClosedError: it was cancelled before, or never published.
        AlertOverError: it has left by itself.
    """
    alert = _hold(uid)
    now = timezone.now()
    published = alert.versions.published()
    newest = published.order_by("-number").first()
    if newest is None or newest.message == Message.CANCEL:
        raise AlertClosedError
    warned = published.in_force(now).order_by("-number").first()
    if warned and warned.ends_at <= now:
        raise AlertOverError
    alert.versions.drafts().delete()
    log(alert, CANCELLED, user=user, title=str(newest), data={"version": newest.number})
    if warned is None:
        published.exclude(pk=newest.pk).delete()
        published.filter(pk=newest.pk).update(published_at=None, message=Message.ALERT)
        transaction.on_commit(partial(follow_up, newest.pk), robust=True)
        return None
    end = AlertVersion.objects.create(
        alert=alert,
        number=newest.number + 1,
        message=Message.CANCEL,
        starts_at=now,
        published_at=now,
        **{name: getattr(warned, name) for name in COPIED},
    )
    for words in warned.wordings.all():
        kept = {name: getattr(words, name) for name in WORDS}
        note = notes.get(words.language, "")
        AlertWording.objects.create(version=end, language=words.language, note=note, **kept)
    transaction.on_commit(partial(follow_up, end.pk), robust=True)
    return end


@transaction.atomic
def discard_draft(*, uid: UUID, user: Any) -> None:
    """Throw away what was written and not published; with it an alert that has nothing else.

    Raises:
        NothingToPublishError: there is no draft.
    """
    alert = _hold(uid)
    draft = alert.versions.drafts().first()
    if draft is None:
        raise NothingToPublishError
    log(alert, DISCARDED, user=user, title=str(draft), data={"version": draft.number})
    draft.delete()
    if not alert.versions.exists():
        alert.delete()


def is_complete(version: AlertVersion) -> bool:
    """Say whether a version says all that it must in every language of the portal."""
    complete = {
        words.language
        for words in version.wordings.all()
        if words.headline and words.text and words.instruction and words.area
    }
    return complete >= {code for code, _name in settings.LANGUAGES}


def _hold(uid: UUID) -> Alert:
    """Return an alert that nobody else changes until the transaction ends."""
    return Alert.objects.select_for_update().get(uid=uid)
