"""What follows the publication of an event, a campaign, a project or a promise."""

from typing import Any

from anymail.signals import tracking
from django.db import transaction
from django.db.models import F
from django_tasks import task
from wagtail.signals import page_published

from campaigns.announcing import tell_outcomes
from campaigns.mail_conditions import heed_event
from campaigns.models import (
    CampaignPage,
    CommitmentPage,
    EventPage,
    ProjectPage,
)
from campaigns.news import announce_news
from campaigns.outcomes import READ, promises_from, purge_discussion
from campaigns.registering.changes import look_after
from community.outcomes import add_source
from site_config.kept_answers.answers import depend_on


def count_publication(instance: EventPage, **kwargs: Any) -> None:
    """Raise the event's sequence, so that calendars take the new version (RFC 5545 §3.8.7.4)."""
    EventPage.objects.filter(pk=instance.pk).update(sequence=F("sequence") + 1)
    instance.refresh_from_db(fields=["sequence"])


def look_after_registrations(instance: EventPage, **kwargs: Any) -> None:
    """Let registrations follow their event, and tell those who come what has changed."""
    look_after(event=instance)


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
    for model in (CampaignPage, CommitmentPage, ProjectPage):
        page_published.connect(
            look_for_news, sender=model, dispatch_uid=f"campaigns_news_of_{model.__name__}"
        )
