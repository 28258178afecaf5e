"""Search engines are told of discussions that anybody may read."""

from datetime import datetime

import pytest
from defusedxml.ElementTree import fromstring

from community.models import Discussion
from tests.factories.community import CommentFactory, DiscussionFactory

pytestmark = pytest.mark.django_db

SPACES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def entries(client) -> dict[str, str]:
    """Return the date of each discussion's address."""
    urls = fromstring(client.get("/sitemap.xml").content).findall("s:url", SPACES)
    return {
        url.find("s:loc", SPACES).text: url.find("s:lastmod", SPACES).text
        for url in urls
        if "/community/discussions/" in url.find("s:loc", SPACES).text
    }


def test_a_discussion_stands_there_with_its_languages_and_its_latest_words(client, front):
    discussion = DiscussionFactory(language="en", title="Trees?")
    reply = CommentFactory(content_object=discussion)

    [(address, changed)] = entries(client).items()

    assert address == f"http://testserver/en/community/discussions/{discussion.pk}-trees/"
    assert datetime.fromisoformat(changed) == reply.submit_date
    urls = fromstring(client.get("/sitemap.xml").content).findall("s:url", SPACES)
    [own] = [url for url in urls if url.find("s:loc", SPACES).text == address]
    assert {link.get("hreflang") for link in own.findall("x:link", SPACES)} == {"sq", "en"}


def test_hidden_and_removed_discussions_do_not(client, front):
    DiscussionFactory(hidden=True)
    removed = DiscussionFactory()
    Discussion.objects.filter(pk=removed.pk).update(title="", text="")

    assert entries(client) == {}


@pytest.mark.parametrize("count", [1, 20])
def test_the_sitemap_asks_no_more_as_members_talk(
    client, front, count, django_assert_max_num_queries
):
    DiscussionFactory.create_batch(count)
    client.get("/sitemap.xml")

    with django_assert_max_num_queries(8):
        assert len(entries(client)) == count
