"""Telling followers of a change: once for each change, as soon as everybody may read it."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page

from community.models import Broadcast, BroadcastPart, Comment, Discussion, Subscription
from community.subscriptions.channels import Channel, channels_of, kinds
from community.subscriptions.own_kinds import ALERTS
from community.subscriptions.telling import queue_part
from site_config.models import AlertVersion

# Readers of another language wait for their translation as long as this.
TRANSLATION_AWAITED = timedelta(hours=1)
# A page whose first language is older is no news when it comes out in another one.
NEWS_FOR = timedelta(days=1)


@transaction.atomic
def announce(
    *, channel: Channel, key: str, page: Page, note: Mapping[str, str] | None = None
) -> Broadcast:
    """Tell the followers of a channel of a change, once this is committed.

    Nobody is told before everybody may read the page, nor twice of the same key, through however
    many channels it is announced; announced again, it brings its translation to those who wait
    for it. Whoever can read it in their own language only an hour later, or never, gets it in the
    language that there is.

    Args:
        channel: whose followers.
        key: names the change in the whole portal, such as ``update 4711``; 150 characters at most.
        page: what has changed, in the language in which that can be read now.
        note: what has changed, in plain words, by the code of the language.

    Returns:
        The broadcast, which shows how far the telling has come.
    """
    return _broadcast(
        [channel],
        key,
        about=Broadcast.About.PAGE,
        reference=str(page.translation_key),
        title=page.title,
        language=page.locale.language_code,
        note=note,
    )


@transaction.atomic
def announce_page(page: Page) -> Broadcast | None:
    """Tell the followers of all channels that a page belongs to that it came out.

    Returns:
        The broadcast; nothing where the page is in no channel, or no news.
    """
    channels = channels_of(page)
    key = f"published {page.translation_key}"
    if not channels or not is_news(page, key):
        return None
    return _broadcast(
        channels,
        key,
        about=Broadcast.About.PAGE,
        reference=str(page.translation_key),
        title=page.title,
        language=page.locale.language_code,
    )


def is_news(page: Page, key: str) -> bool:
    """Say whether a page that was published for the first time is new in every language.

    Args:
        page: one that came out a moment ago.
        key: under which it would be announced.
    """
    if Broadcast.objects.filter(key=key).exists():
        return True
    before = page.first_published_at - NEWS_FOR
    others = page.get_translations().filter(first_published_at__lt=before)
    return not others.exists()


def is_first_publication(page: Page) -> bool:
    """Say whether a page has been published once, and not again since."""
    first = page.first_published_at
    return first is not None and first == page.last_published_at


@transaction.atomic
def announce_alert(version: AlertVersion) -> Broadcast:
    """Tell the followers of the city's alerts of a version that holds from now on, once.

    Both languages stand in it, so that nobody waits for a translation.
    """
    return _broadcast(
        [ALERTS],
        f"alert {version.identifier}",
        about=Broadcast.About.ALERT,
        reference=str(version.pk),
        title=str(version),
        language="",
    )


@transaction.atomic
def announce_comment(comment: Comment) -> Broadcast | None:
    """Tell those who follow a discussion by mail that everybody can read a comment in it.

    Returns:
        The broadcast; nothing where nobody follows by mail.
    """
    discussion = comment.conversation.specific_target()
    if not isinstance(discussion, Discussion):
        return None
    channel = Channel("discussion", str(discussion.pk))
    if not Subscription.objects.filter(**channel._asdict()).exists():
        return None
    return _broadcast(
        [channel],
        f"comment {comment.pk}",
        about=Broadcast.About.COMMENT,
        reference=str(comment.pk),
        title=str(discussion),
        language="",
    )


def announce_publication(instance: Page, **kwargs: Any) -> None:
    """Follow Wagtail's signal: a page that waits for its hour is not live, and told of later.

    Whoever publishes doesn't wait until it is known whom to tell.
    """
    if instance.live and not instance.alias_of_id and is_first_publication(instance):
        announce_published_page.enqueue(instance.pk)


@task()
def announce_published_page(page_id: int) -> None:
    """Tell the followers of a page that came out, unless it has been taken down since."""
    page = Page.objects.live().filter(pk=page_id).first()
    if page is not None:
        announce_page(page.specific)


def _broadcast(
    channels: Iterable[Channel],
    key: str,
    *,
    about: Broadcast.About,
    reference: str,
    title: str,
    language: str,
    note: Mapping[str, str] | None = None,
) -> Broadcast:
    broadcast, _created = Broadcast.objects.get_or_create(
        key=key,
        defaults={"about": about, "reference": reference, "title": title[:255]},
    )
    if note and not note.items() <= broadcast.note.items():
        broadcast = Broadcast.objects.select_for_update().get(pk=broadcast.pk)
        broadcast.note |= note
        broadcast.save(update_fields=["note"])
    now = timezone.now()
    for channel in channels:
        known = kinds().get(channel.kind)
        identity = known.identify(channel.key) if known else channel.key
        for code, _name in settings.LANGUAGES:
            at_once = code == language or not language
            part, is_new = BroadcastPart.objects.get_or_create(
                broadcast=broadcast,
                kind=channel.kind,
                key=identity,
                language=code,
                defaults={"due_at": now if at_once else now + TRANSLATION_AWAITED},
            )
            if at_once and not is_new:
                BroadcastPart.objects.filter(pk=part.pk, due_at__gt=now).update(due_at=now)
            if at_once and part.done_at is None:
                transaction.on_commit(partial(queue_part, part), robust=True)
    return broadcast
