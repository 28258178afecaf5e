"""Copies that show a discussion or the words of a member are forgotten with them."""

import pytest

from community.models import HiddenFor
from community.purging import addresses_with
from community.services.moderating import hide_comment
from site_config.front_cache.shown import ANY_ROW, HEADER, shown_row
from site_config.models.topics import Topic
from tests.factories.community import CommentFactory, DiscussionFactory, ModeratorFactory

pytestmark = pytest.mark.django_db
IN_FRONT = {"one": {"BACKEND": "x", "LOCATION": "http://127.0.0.1:9"}}


@pytest.fixture
def words_purged(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The words of answers that caches in front were told to forget."""
    words: set[str] = set()
    monkeypatch.setattr("community.signal_handlers.purge_words", words.update)
    return words


def test_whatever_shows_a_discussion_says_so(client, front, locales, settings):
    topic = Topic.objects.create(name="Transport", slug="transport", locale=locales["en"])
    one, other = DiscussionFactory.create_batch(2, topic=topic)
    settings.WAGTAILFRONTENDCACHE = IN_FRONT
    word = shown_row("discussion", one.pk)

    places = [front.url, other.get_absolute_url(), one.author.get_absolute_url(), "/sitemap.xml"]
    for place in places:
        assert word in client.get(place, follow=True)[HEADER].split(), place


def test_more_rows_than_a_header_takes_are_forgotten_with_any(client, front, settings, monkeypatch):
    DiscussionFactory.create_batch(3)
    settings.WAGTAILFRONTENDCACHE = IN_FRONT
    monkeypatch.setattr("site_config.front_cache.shown.ROWS_AT_MOST", 2)

    words = client.get("/sitemap.xml")[HEADER].split()

    assert ANY_ROW in words
    assert not any(word.startswith("r-") for word in words)


def test_a_hidden_discussion_is_forgotten_wherever_it_shows(words_purged):
    discussion = DiscussionFactory()
    words_purged.clear()

    hide_comment(
        comment_id=discussion.opening.pk, moderator=ModeratorFactory(), reason=HiddenFor.SPAM
    )

    assert words_purged == {shown_row("discussion", discussion.pk), ANY_ROW}


def test_a_deleted_discussion_is_forgotten_wherever_it_shows(words_purged):
    discussion = DiscussionFactory()
    word = shown_row("discussion", discussion.pk)
    words_purged.clear()

    discussion.delete()

    assert word in words_purged


def test_a_comment_stands_on_the_page_of_its_author_too(settings):
    comment = CommentFactory()

    addresses = addresses_with(comment.pk)

    base = settings.WAGTAILADMIN_BASE_URL
    for language in ("sq", "en"):
        assert f"{base}/{language}/community/members/{comment.user_id}/" in addresses
