"""Discussions: who sees them, in which words, and that their text can do no harm."""

import json
import re
from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale

from community.models import CommunityPage, Discussion, DiscussionTranslation
from community.text import member_html
from site_config.models.topics import Topic
from tests.factories.community import DiscussionFactory, UserFactory

pytestmark = pytest.mark.django_db


def make_topic(slug: str, locale: Locale, **fields: object) -> Topic:
    return Topic.objects.create(slug=slug, name=slug.title(), locale=locale, **fields)


def test_the_front_page_lists_visible_discussions_newest_first(client, front):
    now = timezone.now()
    DiscussionFactory(title="The older one", opened_at=now - timedelta(days=2))
    DiscussionFactory(title="The newer one", opened_at=now - timedelta(days=1))
    DiscussionFactory(title="The hidden one", hidden=True)

    html = client.get(front.url).content.decode()

    assert html.index("The newer one") < html.index("The older one")
    assert "The hidden one" not in html


def test_a_topic_filters_the_list_in_both_languages(client, front, locales):
    english = make_topic("transport", locales["en"])
    albanian = english.copy_for_translation(locales["sq"])
    albanian.name, albanian.slug = "Transporti", "transporti"
    albanian.save()
    DiscussionFactory(title="Korsia e autobusit", language="sq", topic=albanian)
    DiscussionFactory(title="Something else")

    html = client.get(front.url + "?topic=transport").content.decode()

    assert "Korsia e autobusit" in html
    assert "Something else" not in html
    assert ">Transport</a>" in html


@pytest.mark.parametrize("query", ["page=0", "page=-1", "page=abc", "page=1e9", "topic=nowhere"])
def test_a_nonsensical_list_is_not_found(client, front, query):
    assert client.get(f"{front.url}?{query}").status_code == 404


def test_a_reader_sees_a_translation_and_can_read_the_original(client, front):
    discussion = DiscussionFactory(
        title="Korsia e autobusit", text="Ç’ka ndryshuar për ju?", language="sq"
    )
    DiscussionTranslation.objects.create(
        discussion=discussion, language="en", title="Bus lane", text="What has changed?"
    )

    response = client.get(f"/en/community/discussions/{discussion.pk}-{discussion.slug}/")
    html = response.content.decode()

    assert '<h1 class="h1-long">Bus lane</h1>' in html
    assert re.search(r'lang="sq"><p><b>Korsia e autobusit', html)


def test_words_in_another_language_are_marked_as_such(client, front):
    DiscussionFactory(title="Korsia e autobusit", language="sq")

    html = client.get(front.url).content.decode()

    assert 'lang="sq" hreflang="sq">Korsia e autobusit' in html
    assert "in albanian" in html.lower()


def test_a_discussion_has_one_translation_for_each_language():
    discussion = DiscussionFactory(language="en")
    words = {"language": "sq", "title": "Titulli", "text": "Teksti"}
    DiscussionTranslation.objects.create(discussion=discussion, **words)

    with pytest.raises(IntegrityError):
        DiscussionTranslation.objects.create(discussion=discussion, **words)


def test_a_discussion_has_no_state_but_the_known_ones():
    discussion = DiscussionFactory()

    with pytest.raises(IntegrityError):
        Discussion.objects.filter(pk=discussion.pk).update(state="half")


def test_a_hidden_discussion_is_not_found(client):
    discussion = DiscussionFactory(hidden=True)

    assert client.get(discussion.get_absolute_url()).status_code == 404


def test_an_old_title_in_the_address_leads_to_the_present_one(client):
    discussion = DiscussionFactory(title="A new title", language="en")

    response = client.get(f"/en/community/discussions/{discussion.pk}-an-old-title/")

    assert response.status_code == 301
    assert response["Location"] == f"/en/community/discussions/{discussion.pk}-a-new-title/"


def test_a_number_no_database_holds_is_not_found(client, site):
    assert client.get(f"/en/community/discussions/{'9' * 30}-x/").status_code == 404
    assert client.get("/en/community/discussions/0-x/").status_code == 404


def test_a_discussion_describes_itself_to_machines(client, locales):
    topic = make_topic("environment", locales["en"])
    discussion = DiscussionFactory(
        title="Close </script> the street?", text="Name <b>one</b>.", topic=topic
    )

    with override("en"):
        html = client.get(discussion.get_absolute_url()).content.decode()
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', html, re.DOTALL).group(1))

    assert data["@type"] == "DiscussionForumPosting"
    assert data["headline"] == "Close </script> the street?"
    assert data["author"]["name"] == discussion.author.display_name
    assert data["about"] == {"@type": "Thing", "name": "Environment"}


def test_the_author_of_a_discussion_may_leave(client):
    discussion = DiscussionFactory()
    discussion.author.delete()

    with override("en"):
        html = client.get(discussion.get_absolute_url()).content.decode()

    assert "Former member" in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[click](javascript:alert(1))",
        "![x](https://elsewhere.example/x.png)",
        '<img src=x onerror="alert(1)">',
        "# A heading",
        "<javascript:alert(1)>",
    ],
)
def test_a_members_text_can_do_no_harm(text):
    html = member_html(text)

    assert not re.search(r"<(script|img|h1)|href=\"javascript", html)


def test_a_members_text_keeps_its_small_markup():
    html = member_html("One *word*.\n\n- first\n- second\n\n[The map](https://example.org/map)")

    assert "<em>word</em>" in html
    assert "<li>first</li>" in html
    assert 'href="https://example.org/map" rel="nofollow ugc noopener"' in html


def test_public_pages_of_the_community_are_shared_documents(client, front):
    discussion = DiscussionFactory()

    with override("en"):
        addresses = [
            front.url,
            discussion.get_absolute_url(),
            discussion.author.get_absolute_url(),
        ]
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200
        assert not response.cookies
        assert "public" in response["Cache-Control"]
        assert client.get(address, headers={"If-None-Match": response["ETag"]}).status_code == 304


@pytest.mark.parametrize("number", [3, 30])
def test_the_front_page_asks_the_database_no_more_when_it_grows(
    client, front, locales, number, django_assert_max_num_queries
):
    for index in range(number):
        DiscussionFactory(topic=make_topic(f"topic-{index}", locales["en"]))
    client.get(front.url)

    with django_assert_max_num_queries(15):
        client.get(front.url)


@pytest.mark.parametrize("number", [3, 30])
def test_a_members_page_asks_the_database_no_more_when_it_grows(
    client, front, number, django_assert_max_num_queries
):
    member = UserFactory(about="Counts birds.")
    DiscussionFactory.create_batch(number, author=member)
    with override("en"):
        address = member.get_absolute_url()
    client.get(address)

    with django_assert_max_num_queries(15):
        html = client.get(address).content.decode()

    assert "Counts birds." in html
    assert '<meta name="robots" content="noindex">' in html


def test_someone_without_a_name_or_an_account_has_no_public_page(client, site):
    nameless = UserFactory(display_name="")
    gone = UserFactory(is_active=False)

    for person in (nameless, gone):
        assert client.get(f"/en/community/members/{person.pk}/").status_code == 404


def test_the_address_of_the_list_leads_to_the_front_page(client, front):
    assert client.get("/en/community/discussions/")["Location"] == front.url
    assert client.get("/sq/community/discussions/").status_code == 404


def test_the_front_page_shows_its_rules_in_order_and_its_call(client, front):
    front.rules_title = "House rules"
    front.rules = [("rule", "Speak as you would across a café table."), ("rule", "Ask one thing.")]
    front.call_title = "Join us"
    front.save_revision().publish()

    html = client.get(front.url).content.decode()

    assert html.index("café table") < html.index("Ask one thing.")
    assert "Join us" in html


def test_an_empty_community_says_so(client, front):
    assert "No discussions yet" in client.get(front.url).content.decode()


def test_the_front_page_stands_once_below_its_home(front):
    assert not CommunityPage.can_create_at(front.get_parent())
