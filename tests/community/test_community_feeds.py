"""What is said in public can be followed with any reader of feeds."""

from datetime import timedelta
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from django.utils import timezone

from articles.models import ArticlePage
from community.models import Comment, Discussion, State
from community.services.posting import delete_own_comment
from tests.community.comment_steps import change, post, trusted
from tests.factories.community import CommentFactory, DiscussionFactory, UserFactory

pytestmark = pytest.mark.django_db

EVERYTHING = "/en/community/feed/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def feed_of(target: Discussion | ArticlePage) -> str:
    kind = "discussion" if isinstance(target, Discussion) else "page"
    return f"/en/community/on/{kind}/{target.pk}/feed/"


def read(client, address: str) -> Element:
    response = client.get(address)
    assert response.status_code == 200
    return fromstring(response.content)


def titles(client, address: str) -> list[str]:
    return [title.text for title in read(client, address).findall("channel/item/title")]


def words(client, address: str) -> str:
    return "".join(read(client, address).itertext())


def test_rss_has_the_newest_words_with_author_date_and_permalink(client, front):
    author = UserFactory(display_name="Mira & K.")
    discussion = DiscussionFactory(title="Trees & <streets>", author=author)
    comment = CommentFactory(
        content_object=discussion, user=author, comment="*Lime*, <b>please</b>"
    )

    channel = read(client, EVERYTHING).find("channel")

    for name in ("title", "link", "description", "language", "lastBuildDate"):
        assert channel.find(name).text
    assert channel.find("language").text == "en"
    assert channel.find("{http://www.w3.org/2005/Atom}link").get("href").endswith(EVERYTHING)
    reply, opening = channel.findall("item")
    assert opening.find("title").text == "Trees & <streets>"
    assert reply.find("title").text == "Mira & K. on “Trees & <streets>”"
    assert reply.find("description").text == "<p><em>Lime</em>, &lt;b&gt;please&lt;/b&gt;</p>\n"
    permalink = f"http://testserver/en/community/comments/{comment.pk}/"
    assert reply.find("link").text == reply.find("guid").text == permalink
    assert reply.find(CREATOR).text == "Mira & K."
    assert reply.find("pubDate").text


def test_atom_has_what_rfc_4287_requires(client, discussion):
    comment = CommentFactory(content_object=discussion)
    edited = timezone.now()
    Comment.objects.filter(pk=comment.pk).update(
        submit_date=edited - timedelta(minutes=9), edited_at=edited
    )

    feed = read(client, f"{feed_of(discussion)}atom/")

    for path in ("a:id", "a:title", "a:updated", "a:author/a:name"):
        assert feed.find(path, ATOM).text
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
    assert links["self"] == f"http://testserver{feed_of(discussion)}atom/"
    assert links["alternate"] == f"http://testserver{discussion.get_absolute_url()}".replace(
        "/sq/", "/en/"
    )
    entry = feed.find("a:entry", ATOM)
    assert entry.find("a:updated", ATOM).text > entry.find("a:published", ATOM).text
    assert entry.find("a:summary", ATOM).get("type") == "html"


def test_a_feed_of_one_place_has_its_comments_alone(client, discussion, article):
    CommentFactory(content_object=discussion, comment="In the discussion.")
    CommentFactory(content_object=article, comment="On the article.")

    assert "On the article." not in words(client, feed_of(discussion))
    assert "In the discussion." not in words(client, feed_of(article))
    everything = words(client, EVERYTHING)
    assert "In the discussion." in everything
    assert "On the article." in everything


@pytest.mark.parametrize("state", [State.HELD, State.HIDDEN, State.DELETED, State.ERASED])
def test_words_that_are_not_public_stand_in_no_feed(client, discussion, state):
    secret = CommentFactory(content_object=discussion, comment="Secret words.")
    CommentFactory(content_object=discussion, parent=secret, comment="An answer.")

    change(secret, state)

    for address in (EVERYTHING, feed_of(discussion)):
        assert "Secret words." not in words(client, address)
        shown = "An answer." in words(client, address)
        assert shown is State(state).shows_replies


def test_a_hidden_discussion_has_no_feed_and_stands_in_none(client, discussion):
    CommentFactory(content_object=discussion, comment="Said in it.")

    discussion.state = Discussion.State.HIDDEN
    discussion.save()

    assert client.get(feed_of(discussion)).status_code == 404
    assert titles(client, EVERYTHING) == []


def test_a_page_that_is_not_for_everybody_has_no_feed_and_stands_in_none(client, article):
    CommentFactory(content_object=article, comment="Said about it.")
    staff = UserFactory(administrator=True)
    client.force_login(staff)

    restriction = article.view_restrictions.create(restriction_type="login")
    assert client.get(feed_of(article)).status_code == 404
    assert "Said about it." not in words(client, EVERYTHING)
    restriction.delete()
    for change_of_page in ({"live": False}, {"live": True, "expire_at": timezone.now()}):
        ArticlePage.objects.filter(pk=article.pk).update(**change_of_page)
        assert client.get(feed_of(article)).status_code == 404
        assert "Said about it." not in words(client, EVERYTHING)


def test_what_nobody_has_said_anything_about_has_an_empty_feed(client, article):
    assert titles(client, feed_of(article)) == []
    assert read(client, f"{feed_of(article)}atom/").find("a:updated", ATOM).text
    assert client.get("/en/community/on/page/1/feed/").status_code == 404
    assert client.get("/en/community/on/discussion/999999/feed/").status_code == 404
    assert client.post(EVERYTHING).status_code == 405


def test_a_feed_is_one_document_for_everybody_and_answers_shortly_when_nothing_changed(
    client, discussion
):
    author = trusted()
    comment = CommentFactory(content_object=discussion, user=author)

    first = client.get(EVERYTHING)
    again = client.get(EVERYTHING, headers={"if-none-match": first["ETag"]})
    delete_own_comment(comment_id=comment.pk, author=author)
    changed = client.get(
        EVERYTHING,
        headers={
            "if-none-match": first["ETag"],
            "if-modified-since": "Wed, 01 Jan 2098 00:00:00 GMT",
        },
    )

    assert "public" in first["Cache-Control"]
    assert not first.cookies
    assert again.status_code == 304
    assert changed.status_code == 200


def test_shared_caches_forget_the_feeds_with_the_page(
    discussion, member, purged, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        post(discussion, member)

    ends = ("feed/", "feed/atom/")
    paths = [f"/{code}/community/{end}" for code in ("sq", "en") for end in ends]
    place = f"on/discussion/{discussion.pk}/"
    paths += [f"/{code}/community/{place}{end}" for code in ("sq", "en") for end in ends]
    assert {path for path in paths if any(url.endswith(path) for url in purged)} == set(paths)


@pytest.mark.parametrize("number", [2, 40])
def test_a_feed_asks_no_more_as_it_grows_and_ends(
    client, discussion, number, django_assert_max_num_queries
):
    for _number in range(number):
        CommentFactory(content_object=discussion)
    client.get(EVERYTHING)
    with django_assert_max_num_queries(6):
        assert len(titles(client, EVERYTHING)) == min(number + 1, 30)
    with django_assert_max_num_queries(6):
        client.get(feed_of(discussion))


def test_pages_tell_people_and_programs_of_the_feeds(client, front, discussion):
    CommentFactory(content_object=discussion)

    for url, feed in (
        (front.url, EVERYTHING),
        (discussion.get_absolute_url(), feed_of(discussion)),
    ):
        page = client.get(url.replace("/sq/", "/en/")).content.decode()
        assert '<link rel="alternate" type="application/rss+xml" title="' in page
        assert page.count(f'href="{feed}"') == 2
        assert page.count(f'href="{feed}atom/"') == 2
