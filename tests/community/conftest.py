"""What the community's tests may ask for."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.models import Locale, Page, Site

from articles.models import ArticlePage
from community.models import (
    Comment,
    CommunityPage,
    Discussion,
    User,
)
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory
from tests.factories.community import (
    CommentFactory,
    CommunityPageFactory,
    DiscussionFactory,
    UserFactory,
)


@pytest.fixture
def english_home(site: Site, locales: dict[str, Locale]) -> Page:
    """The page that stands for the portal's home in English."""
    home = site.root_page
    home.locale = locales["en"]
    home.save()
    return home


@pytest.fixture
def front(english_home: Page) -> CommunityPage:
    """The community's front page in English."""
    return CommunityPageFactory(parent=english_home, locale=english_home.locale)


@pytest.fixture(autouse=True)
def _steady_clock_of_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no half minute pass between a code and its check."""
    now = time.time()
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time", SimpleNamespace(time=lambda: now))


@pytest.fixture
def article(english_home: Page) -> ArticlePage:
    """A published article."""
    return ArticlePageFactory(parent=ArticleIndexPageFactory(parent=english_home))


@pytest.fixture
def discussion() -> Discussion:
    """A discussion that takes comments."""
    return DiscussionFactory()


@pytest.fixture
def member() -> User:
    """A member whose comments are public at once."""
    member = UserFactory(display_name="Genti B.")
    for comment in CommentFactory.create_batch(3, user=member):
        Comment.objects.filter(pk=comment.pk).update(
            submit_date=timezone.now() - timedelta(days=30)
        )
    return member


@pytest.fixture
def purged(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The addresses that shared caches were told to forget."""
    urls: set[str] = set()
    monkeypatch.setattr(PurgeBatch, "purge", lambda batch, **kwargs: urls.update(batch.urls))
    return urls


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what follows a commit follow at once, since a test's transaction is never committed."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda follow, **kwargs: follow())


@pytest.fixture
def commit(
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager],
) -> Callable[..., Any]:
    """Do something, and then what follows its commit: ``commit(post, discussion, author)``."""

    def run(work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return work(*args, **kwargs)

    return run
