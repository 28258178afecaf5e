"""What staff and members do in the rehearsed city, in a process of its own under its settings.

`tests/faults/desk.py` runs these by their names; arguments and results travel as JSON.
"""

import random
import time
from datetime import timedelta
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.cached_db import SessionStore
from django.db import DatabaseError, InterfaceError, connection
from django.utils import timezone
from django.utils.text import slugify
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageLogEntry, PageViewRestriction, Site
from wagtail.users.models import UserProfile

from articles.models import ArticleIndexPage, ArticlePage
from community.models import Comment, Discussion, Erasure, HiddenFor, User
from community.services.leaving import erase_account
from community.services.moderating import hide_comment as hide
from gallery.models import MediaSubmission
from home.models import HomePage
from site_config.alerts.services import cancel_alert as cancel
from site_config.models.outbox import OutboxMail
from site_config.models.site_settings import Identity
from site_config.outbox import deliver_due_mails, enqueue_mail
from site_config.timers import run_round
from tests.factories.alerts import warn
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory, paragraphs
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    UserFactory,
)
from tests.factories.site_config import TopicFactory


def build_city(host: str, articles: int) -> dict[str, Any]:
    """Give the empty portal a newsroom with articles, and a discussion."""
    Site.objects.update(hostname=host, port=443)
    front = HomePage.objects.get(locale__language_code="sq")
    newsroom = ArticleIndexPageFactory(parent=front)
    pages = [publish_article(f"Lajmi {number}") for number in range(articles)]
    discussion = DiscussionFactory()
    return {"newsroom": newsroom.url, "articles": pages, "discussion": discussion.pk}


def publish_article(title: str, words: int = 120) -> dict[str, Any]:
    """Publish one article of so many words, as an editor does."""
    newsroom = _newsroom()
    page = ArticlePageFactory(
        parent=newsroom,
        title=title,
        live=False,
        locale=newsroom.locale,
        story=paragraphs(f"Fjala e {title}. {_story(words)}"),
    )
    page.save_revision().publish()
    return {"id": page.pk, "url": page.url}


def _newsroom() -> ArticleIndexPage:
    return ArticleIndexPage.objects.filter(locale__language_code="sq").order_by("pk").first()


def _story(words: int) -> str:
    """Return words as different as those of a language: some are frequent, most are not."""
    choose = random.Random(2014)  # noqa: S311  (to be repeatable, not secret)
    return " ".join(f"fjalë{int(choose.paretovariate(0.7)) % 5000}" for _word in range(words))


def make_topic(name: str) -> int:
    """Return the number of a new topic, which articles need."""
    return TopicFactory(name=name, slug=slugify(name), locale=_newsroom().locale).pk


def change_article(number: int, title: str) -> None:
    """Give an article another title, and publish it."""
    page = ArticlePage.objects.get(pk=number)
    page.title = title
    page.save_revision().publish()


def unpublish(number: int) -> None:
    """Withdraw a page."""
    Page.objects.get(pk=number).specific.unpublish()


def make_private(number: int) -> None:
    """Let members alone read a page."""
    PageViewRestriction.objects.create(page_id=number, restriction_type=PageViewRestriction.LOGIN)


def open_newsroom(title: str) -> dict[str, Any]:
    """Open one more newsroom."""
    newsroom = ArticleIndexPageFactory(
        parent=HomePage.objects.get(locale__language_code="sq"), title=title, slug=slugify(title)
    )
    return {"id": newsroom.pk, "url": newsroom.url}


def move(number: int, parent: int) -> str:
    """Move a page to another parent; return its new address."""
    Page.objects.get(pk=number).move(Page.objects.get(pk=parent), pos="last-child")
    return Page.objects.get(pk=number).url


def rename(number: int) -> str:
    """Give a page another address; return the new one."""
    page = ArticlePage.objects.get(pk=number)
    page.slug = f"{page.slug}-me-tjeter-adrese"
    page.save_revision().publish()
    return ArticlePage.objects.get(pk=number).url


def publish_alert(headline: str) -> str:
    """Warn the city; return the name of the alert."""
    return str(warn(UserFactory(administrator=True), headline=headline).alert.uid)


def cancel_alert(name: str) -> None:
    """Take a warning back."""
    notes = {"sq": "Stuhia kaloi.", "en": "The storm is over."}
    cancel(uid=UUID(name), notes=notes, user=UserFactory(administrator=True))


def change_name(name: str) -> None:
    """Give the portal another name, which stands on every page."""
    identity = Identity.for_site(Site.objects.get())
    identity.name = name
    identity.save()


def make_members(count: int, trusted: bool = True) -> list[str]:
    """Return the session cookies of new members, whose comments are public at once."""
    cookies = []
    elsewhere = DiscussionFactory()
    for _number in range(count):
        member = UserFactory()
        if trusted:
            for _comment in range(3):
                CommentFactory(user=member, content_object=elsewhere)
        cookies.append(_sign_in(member))
    return cookies


def join(name: str) -> int:
    """Return the number of a new member."""
    # Not by the factory's count, which begins anew at each desk.
    return UserFactory(display_name=name, email=f"{slugify(name)}@example.org").pk


def leave(number: int) -> None:
    """Erase a member who leaves."""
    erase_account(member=User.objects.get(pk=number), asked_by=Erasure.AskedBy.MEMBER)


def is_member(number: int) -> bool:
    """Say whether somebody has this account."""
    return User.objects.filter(pk=number).exists()


def make_editor(name: str) -> str:
    """Return the session cookie of an administrator who has shown a second factor."""
    editor = UserFactory(administrator=True, display_name=name)
    UserProfile.objects.create(user=editor, preferred_language="en")
    Authenticator.objects.create(user=editor, type=Authenticator.Type.TOTP, data={"secret": "x"})
    records = [{"method": "mfa", "at": time.time(), "type": "totp"}]
    return _sign_in(
        editor,
        account_authentication_methods=records,
        account_authentication_methods_user=str(editor.pk),
    )


def live_title(number: int) -> str:
    """Return the title under which a page is published."""
    return Page.objects.live().get(pk=number).title


def titles_of_revisions(number: int) -> list[str]:
    """Return the titles that an article has had, the latest first."""
    revisions = Page.objects.get(pk=number).revisions.order_by("-created_at", "-pk")
    return [revision.content["title"] for revision in revisions]


def _sign_in(member: User, **more: Any) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(member.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = member.get_session_auth_hash()
    session.update(more)
    session.save()
    return session.session_key


def comments_with(words: str) -> list[str]:
    """Return the words of the stored comments that begin so."""
    return list(Comment.objects.filter(comment__startswith=words).values_list("comment", flat=True))


def hide_comment(words: str) -> None:
    """Hide a comment, as a moderator does."""
    comment = Comment.objects.get(comment=words)
    hide(comment_id=comment.pk, moderator=ModeratorFactory(), reason=HiddenFor.INSULT)


def publish_many(prefix: str, count: int) -> list[int]:
    """Publish so many articles; return the numbers of those that were acknowledged.

    One that was not is written anew under another title: nobody knows whether it was stored.
    """
    done, attempts = [], 0
    end = time.monotonic() + 90
    while len(done) < count and time.monotonic() < end:
        attempts += 1
        try:
            done.append(publish_article(f"{prefix} {attempts}")["id"])
        except (DatabaseError, InterfaceError):
            connection.close()
            time.sleep(0.3)
    return done


def live_pages(numbers: list[int]) -> list[int]:
    """Return which of some pages are published, with a revision that says so."""
    pages = Page.objects.filter(pk__in=numbers, live=True, live_revision__isnull=False)
    return sorted(pages.values_list("pk", flat=True))


def schedule_pages(count: int) -> list[int]:
    """Make drafts whose hour to be published has come."""
    newsroom = _newsroom()
    past = timezone.now() - timedelta(seconds=5)
    numbers = []
    for number in range(count):
        title = f"Me orar {past:%H%M%S} {number}"
        page = ArticlePageFactory(parent=newsroom, title=title, live=False)
        page.go_live_at = past
        page.save_revision(approved_go_live_at=past)
        numbers.append(page.pk)
    return numbers


def publications_of(numbers: list[int]) -> int:
    """Return how often the log says that pages were published."""
    return PageLogEntry.objects.filter(
        page_id__in=numbers, action="wagtail.publish.scheduled"
    ).count()


def queue_mails(count: int, prefix: str) -> None:
    """Store mails, each in a transaction of its own, as requests do."""
    for number in range(count):
        enqueue_mail(
            to=f"{prefix}{number}@example.org", subject=f"{prefix} {number}", text="Words."
        )


def untried_mails(prefix: str) -> int:
    """Return how many of some mails nobody has tried to send."""
    return OutboxMail.objects.filter(to__startswith=prefix, attempts=0).count()


def mails_by_state(prefix: str) -> dict[str, int]:
    """Return how many of some mails are in which state."""
    states = OutboxMail.objects.filter(to__startswith=prefix).values_list("state", flat=True)
    return {state: list(states).count(state) for state in set(states)}


def make_mails_due(prefix: str) -> None:
    """Let the hours until the next attempt go by."""
    OutboxMail.objects.filter(to__startswith=prefix).update(next_attempt_at=timezone.now())


def deliver_mails() -> int:
    """Send what is due, as a timer does."""
    return deliver_due_mails()


def run_timers() -> list[str]:
    """Run every timer once; return those that failed."""
    return run_round()


def discussion_url(number: int) -> str:
    """Return where a discussion is read."""
    return f"/en/community/discussions/{number}-{Discussion.objects.get(pk=number).slug}/"


def submissions() -> int:
    """Return how many photos and films members have sent in."""
    return MediaSubmission.objects.count()


def waiting_purges() -> int:
    """Return how many purges the worker has still to repeat within some seconds.

    The last ones, for answers that take a minute, no test waits for; nor for those that ended in
    the middle, with a worker that was killed.
    """
    now = timezone.now()
    purges = DBTaskResult.objects.filter(task_path__contains="purge")
    ready = purges.filter(status="READY", run_after__lte=now + timedelta(seconds=5))
    running = purges.filter(status="RUNNING", started_at__gt=now - timedelta(seconds=10))
    return ready.count() + running.count()
