"""What has an hour is published and withdrawn at it, whatever is wrong with the others."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page

from articles.models import ArticlePage
from site_config import timers
from site_config.models import TimerState
from site_config.scheduled import late_pages
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory
from tests.factories.community import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


@pytest.fixture
def newsroom() -> Page:
    return ArticleIndexPageFactory()


def schedule(newsroom: Page, slug: str, *, minutes_ago: int = 10) -> ArticlePage:
    """Return a draft whose hour has come."""
    draft = ArticlePageFactory(parent=newsroom, title=slug.title(), slug=slug, live=False)
    draft.go_live_at = timezone.now() - timedelta(minutes=minutes_ago)
    draft.save_revision(approved_go_live_at=draft.go_live_at)
    return draft


def take_address_of(draft: ArticlePage, newsroom: Page) -> None:
    """Give another page the address that a draft was to have."""
    Page.objects.filter(pk=draft.pk).update(slug=f"{draft.slug}-once")
    ArticlePageFactory(parent=newsroom, slug=draft.slug)


def publish() -> None:
    """Run the timer as a round does; one that fails is noted."""
    timer = next(timer for timer in timers.TIMERS if timer.name == "publish")
    timers.run_timer(timer)


def test_a_page_that_cannot_be_published_keeps_no_other_from_it(newsroom, caplog):
    drafts = [
        schedule(newsroom, slug, minutes_ago=ago)
        for slug, ago in (("first", 30), ("second", 20), ("third", 10))
    ]
    take_address_of(drafts[1], newsroom)
    ended = ArticlePageFactory(parent=newsroom, slug="ended")
    Page.objects.filter(pk=ended.pk).update(expire_at=timezone.now() - timedelta(minutes=1))

    publish()

    live = [Page.objects.get(pk=page.pk).live for page in (*drafts, ended)]
    assert live == [True, False, True, False]
    assert f"articles.articlepage {drafts[1].pk}" in caplog.text


def test_what_could_not_be_published_is_counted(newsroom):
    take_address_of(schedule(newsroom, "taken"), newsroom)

    publish()

    state = TimerState.objects.get(name="publish")
    assert state.failure == "NotPublishedError"
    assert state.succeeded_at is None


def test_staff_who_may_publish_are_told_of_what_is_late(newsroom):
    late = schedule(newsroom, "taken")
    take_address_of(late, newsroom)
    schedule(newsroom, "a-moment-ago", minutes_ago=1)

    publisher = UserFactory(is_superuser=True)

    steps = list(late_pages(publisher))
    assert [step.urgent for step in steps] == [True]
    assert f"/pages/{late.pk}/edit/" in steps[0].url
    assert list(late_pages(UserFactory())) == []
