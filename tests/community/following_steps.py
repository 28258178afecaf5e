"""What tests of following by mail do again and again."""

from email import message_from_bytes, policy
from email.message import EmailMessage as Message
from urllib.parse import urlsplit

from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone
from wagtail.models import Locale, Page

from community.models import Pace, Subscriber, Subscription
from community.subscriptions.channels import Channel
from community.subscriptions.consent import CURRENT
from publications.models import SeriesPage
from tests.factories.publications import (
    CollectionPageFactory,
    IssuePageFactory,
    PublicationIndexPageFactory,
    SeriesPageFactory,
)


def follower(
    email: str, *channels: Channel, pace: Pace = Pace.NOW, language: str = "en"
) -> Subscriber:
    """Return a mailbox that has confirmed that it follows some channels."""
    subscriber, _new = Subscriber.objects.get_or_create(
        email=email, defaults={"language": language}
    )
    now = timezone.now()
    for channel in channels:
        Subscription.objects.create(
            subscriber=subscriber,
            kind=channel.kind,
            key=channel.key,
            pace=pace,
            consent_version=CURRENT,
            consent_language=language,
            asked_at=now,
            confirmed_at=now,
        )
    return subscriber


def make_series(home: Page, **values: object) -> SeriesPage:
    """Return a published series in the language of a home page."""
    index = PublicationIndexPageFactory(parent=home)
    return SeriesPageFactory(parent=CollectionPageFactory(parent=index), **values)


def series_channel(series: Page) -> Channel:
    """Return what the followers of a series follow."""
    return Channel("series", str(series.translation_key))


def draft_issue(series: SeriesPage, title: str = "Trees", **values: object) -> Page:
    """Return an issue that nobody can read yet."""
    issue = IssuePageFactory(
        parent=series, title=title, live=False, first_published_at=None, **values
    )
    issue.save_revision()
    return issue


def publish(page: Page) -> Page:
    """Publish a page as an editor does."""
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def translate(page: Page, locale: Locale) -> Page:
    """Return a draft of a page in another language."""
    return page.copy_for_translation(locale, copy_parents=True)


def outbox_for(address: str) -> list[EmailMessage]:
    """Return the mails that have left for an address."""
    return [message for message in mail.outbox if message.to == [address]]


def as_received(message: EmailMessage) -> Message:
    """Return a mail as the receiving program parses it, line by line."""
    return message_from_bytes(message.message().as_bytes(), policy=policy.default)


def html_of(message: EmailMessage) -> str:
    """Return the HTML of a mail."""
    return str(message.alternatives[0][0])


def path_in(url: str) -> str:
    """Return the path of a full address below the configured base."""
    assert url.startswith("http://127.0.0.1:8000/"), url
    return urlsplit(url).path


def stop_path(message: EmailMessage) -> str:
    """Return the path that a mail program asks to stop the mails."""
    return path_in(message.extra_headers["List-Unsubscribe"].strip("<>"))
