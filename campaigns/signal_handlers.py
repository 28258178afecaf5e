"""What follows the publication of pages, and a mailbox that is shown to be a member's."""

from functools import partial
from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed
from anymail.signals import tracking
from django.db import transaction
from django.db.models.signals import post_delete
from django_tasks import task
from wagtail.signals import page_published, page_unpublished

from campaigns.announcing import tell_outcomes
from campaigns.mail_conditions import heed_event
from campaigns.models import (
    CampaignPage,
    CommitmentPage,
    EventPage,
    ProjectPage,
)
from campaigns.models.standing import count_up, hold_languages, level_languages
from campaigns.news import announce_news
from campaigns.outcomes import READ, promises_from, purge_discussion
from campaigns.registering.changes import fill_places, look_after
from campaigns.services.joining import join_pledges
from community.outcomes import add_source
from site_config.front_cache.changes import forget_page
from site_config.kept_answers.answers import depend_on


def count_publication(instance: EventPage, **kwargs: Any) -> None:
    """Raise the event's sequence, so that calendars take the new version (RFC 5545 §3.8.7.4)."""
    count_up(instance)


def forget_translations(instance: EventPage, **kwargs: Any) -> None:
    """Have caches forget an event in its other languages, too: it may be off in all of them."""
    for page in instance.get_translations().live():
        forget_page(page)


def fill_places_elsewhere(instance: EventPage, **kwargs: Any) -> None:
    """Let those who wait have the places that a withdrawn language no longer denies them."""
    if page := instance.get_translations().live().first():
        fill_places(event=page)


def level_after_deletion(instance: EventPage, **kwargs: Any) -> None:
    """Let the other languages of an event no longer hold what a deleted page said."""
    with transaction.atomic():
        hold_languages(instance.translation_key)
        level_languages(EventPage, instance.translation_key)


def look_after_registrations(instance: EventPage, **kwargs: Any) -> None:
    """Let registrations follow their event, and tell those who come what has changed."""
    look_after(event=instance)


def join_pledges_of_member(email_address: EmailAddress, **kwargs: Any) -> None:
    """Count a member once who has also taken part by the mailbox that is now shown to be theirs."""
    join = partial(join_pledges, member=email_address.user)
    transaction.on_commit(join, robust=True)


@task()
def tell_what_is_new() -> None:
    """Tell those concerned of what is new on published pages, and of outcomes."""
    announce_news()
    tell_outcomes.enqueue()


def look_for_news(**kwargs: Any) -> None:
    """Have people told once the publication is safely stored."""
    transaction.on_commit(tell_what_is_new.enqueue, robust=True)


def connect() -> None:
    """Listen to publications, and to what a mail service tells; say what discussions led to."""
    add_source(promises_from)
    depend_on(READ)
    page_published.connect(
        purge_discussion, sender=CommitmentPage, dispatch_uid="campaigns_purge_discussion"
    )
    tracking.connect(heed_event, dispatch_uid="campaigns_mail_event")
    page_published.connect(
        look_after_registrations, sender=EventPage, dispatch_uid="campaigns_registrations"
    )
    page_published.connect(
        count_publication, sender=EventPage, dispatch_uid="campaigns_count_publication"
    )
    email_confirmed.connect(join_pledges_of_member, dispatch_uid="campaigns_join_pledges")
    for signal in (page_published, page_unpublished):
        signal.connect(
            forget_translations, sender=EventPage, dispatch_uid="campaigns_forget_translations"
        )
    page_unpublished.connect(
        fill_places_elsewhere, sender=EventPage, dispatch_uid="campaigns_fill_places"
    )
    post_delete.connect(
        level_after_deletion, sender=EventPage, dispatch_uid="campaigns_level_languages"
    )
    for model in (CampaignPage, CommitmentPage, ProjectPage):
        page_published.connect(
            look_for_news, sender=model, dispatch_uid=f"campaigns_news_of_{model.__name__}"
        )
