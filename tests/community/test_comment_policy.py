"""Who may read comments, and who may write one."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from articles.models import ArticlePage
from community.errors import CommentsClosedError, MemberNeededError, SuspendedError
from community.models import CommentsMode, CommunitySettings, Conversation
from community.models.conversations import target_key
from community.policy import can_comment, can_read_comments, why_not_comment
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory
from tests.factories.community import DiscussionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom(english_home: Page) -> Page:
    """A newsroom whose articles take comments."""
    return ArticleIndexPageFactory(parent=english_home)


@pytest.fixture
def article(newsroom: Page) -> ArticlePage:
    """A published article that follows its newsroom."""
    return ArticlePageFactory(parent=newsroom)


def test_a_member_may_comment_on_a_page_that_follows_an_open_one(article):
    assert can_comment(UserFactory(), article)


def test_a_page_read_as_a_plain_page_has_the_same_policy(article):
    plain = Page.objects.get(pk=article.pk)

    assert can_comment(UserFactory(), plain)


def test_a_guest_may_comment_only_where_the_settings_let_guests(article):
    refused = why_not_comment(AnonymousUser(), article)
    CommunitySettings.objects.create(guests_may_comment=True)

    assert isinstance(refused, MemberNeededError)
    assert can_comment(AnonymousUser(), article)


def test_a_suspended_member_may_read_but_not_write(article):
    member = UserFactory(is_active=False)

    assert can_read_comments(member, article)
    assert isinstance(why_not_comment(member, article), SuspendedError)


def test_one_switch_closes_comments_everywhere(article):
    CommunitySettings.objects.create(comments_open=False)

    for target in (article, DiscussionFactory()):
        assert isinstance(why_not_comment(UserFactory(), target), CommentsClosedError)
        assert can_read_comments(UserFactory(), target)


@pytest.mark.parametrize(
    ("above", "own", "open_"),
    [
        ("", "", True),
        ("closed", "", False),
        ("closed", "open", True),
        ("open", "closed", False),
    ],
)
def test_a_page_decides_for_itself_or_follows_the_page_above(newsroom, article, above, own, open_):
    newsroom.comments_mode, article.comments_mode = above, own
    newsroom.save()
    article.save()

    assert can_comment(UserFactory(), ArticlePage.objects.get(pk=article.pk)) is open_


@pytest.mark.parametrize(("hours", "open_"), [(1, True), (-1, False)])
def test_comments_close_by_themselves_at_their_date(newsroom, article, hours, open_):
    newsroom.comments_mode = CommentsMode.UNTIL
    newsroom.comments_until = timezone.now() + timedelta(hours=hours)
    newsroom.save()

    found = ArticlePage.objects.get(pk=article.pk)
    assert can_comment(UserFactory(), found) is open_
    assert (found.fresh_until(timezone.now()) is not None) is open_


def test_a_date_is_asked_for_where_comments_are_open_until_one(article):
    article.comments_mode = CommentsMode.UNTIL

    with pytest.raises(Exception, match="comments_until"):
        article.full_clean()


def test_a_closed_conversation_takes_no_comments(article):
    Conversation.objects.create(**target_key(article)._asdict(), is_closed=True)

    assert isinstance(why_not_comment(UserFactory(), article), CommentsClosedError)


@pytest.mark.parametrize(
    "state", [{"live": False}, {"expire_at": timezone.now() - timedelta(minutes=1)}]
)
def test_nobody_reads_comments_of_a_draft_or_an_expired_page(article, state):
    Page.objects.filter(pk=article.pk).update(**state)
    found = ArticlePage.objects.get(pk=article.pk)

    for visitor in (None, AnonymousUser(), UserFactory(), UserFactory(administrator=True)):
        assert not can_read_comments(visitor, found)
        assert not can_comment(visitor, found)


def test_comments_of_a_restricted_page_are_for_those_who_may_read_it(newsroom, article):
    insiders = Group.objects.create(name="Insiders")
    insider = UserFactory()
    insider.groups.add(insiders)
    restriction = PageViewRestriction.objects.create(page=newsroom, restriction_type="groups")
    restriction.groups.add(insiders)

    readers = [AnonymousUser(), None, UserFactory(), insider, UserFactory(administrator=True)]
    found = ArticlePage.objects.get(pk=article.pk)
    assert [can_read_comments(reader, found) for reader in readers] == [
        False,
        False,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize("kind", ["login", "password"])
def test_a_restricted_page_shows_strangers_no_comments(article, kind):
    PageViewRestriction.objects.create(page=article, restriction_type=kind, password="secret")
    found = ArticlePage.objects.get(pk=article.pk)

    assert not can_read_comments(AnonymousUser(), found)
    assert can_read_comments(UserFactory(), found) is (kind == "login")


def test_a_hidden_discussion_is_nobodys_to_comment():
    assert not can_comment(UserFactory(), DiscussionFactory(hidden=True))


def test_a_page_type_that_takes_no_comments_takes_none(newsroom, front):
    for page in (newsroom, front):
        assert not can_read_comments(UserFactory(), page)
        assert not can_comment(UserFactory(), page)


def test_a_translated_article_has_a_conversation_of_its_own(article, locales):
    Conversation.objects.create(**target_key(article)._asdict())

    translated = article.copy_for_translation(locales["sq"], copy_parents=True)

    assert Conversation.objects.about(translated) is None
    assert Conversation.objects.count() == 1
