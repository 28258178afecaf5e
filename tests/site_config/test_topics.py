"""Topics belong to a language, have an address of their own and are edited in the admin."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from site_config.models import Topic
from tests.factories.community import UserFactory
from tests.factories.site_config import TopicFactory

pytestmark = pytest.mark.django_db


def test_two_topics_of_a_language_cannot_share_an_address(locales):
    TopicFactory(slug="mjedisi")
    with translation.override("en"), pytest.raises(ValidationError, match="address"):
        Topic(name="Mjedis", slug="mjedisi", locale=locales["sq"]).full_clean()


def test_topics_of_two_languages_may_share_an_address(locales):
    TopicFactory(slug="sport")
    Topic(name="Sport", slug="sport", locale=locales["en"]).full_clean()


def test_topics_come_in_the_order_that_staff_gave_them(locales):
    TopicFactory(name="B", sort_order=2)
    TopicFactory(name="C", sort_order=1)
    TopicFactory(name="A", sort_order=2)
    TopicFactory(name="English", language="en")
    listed = Topic.objects.in_language_of(locales["sq"])
    assert [topic.name for topic in listed] == ["C", "A", "B"]


def test_staff_find_and_change_a_topic(client, locales):
    topic = TopicFactory(name="Mjedisi", slug="mjedisi")
    TopicFactory(name="Energjia")
    client.force_login(UserFactory(administrator=True))
    viewset = Topic.snippet_viewset

    listing = client.get(reverse(viewset.get_url_name("list")), {"q": "Mje"})
    assert "Mjedisi" in listing.content.decode()
    assert "Energjia" not in listing.content.decode()

    words = {"name": "Mjedisi i qytetit", "slug": "mjedisi", "paint": "lime", "sort_order": "3"}
    answer = client.post(reverse(viewset.get_url_name("edit"), args=[topic.pk]), words)
    topic.refresh_from_db()
    assert answer.status_code == 302
    assert (topic.name, topic.paint, topic.sort_order) == ("Mjedisi i qytetit", "lime", 3)
