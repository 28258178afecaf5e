"""The demo under construction: chapters that are repeated, interrupted, or find others' work."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from wagtail.models import Page

from community.models import User
from home.demo import articles, site, topics
from home.demo.city import City
from home.demo.content.articles import ARTICLES, TOPICS
from home.management.commands import load_demo
from home.models import HomePage, StandardPage
from site_config.models.topics import Topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(locales) -> City:
    """A city with both of its front pages."""
    city = City()
    site.load(city)
    return city


def page(title: str) -> StandardPage:
    return StandardPage(title=title, slug=title.lower())


# Pages by key ------------------------------------------------------------------------------


def test_a_page_is_made_once_for_each_key_and_language(city):
    first = city.add_page(city.home("en"), page("About"), "about")
    again = City().add_page(city.home("en"), page("Another"), "about")

    assert again == first
    assert again.title == "About"
    assert StandardPage.objects.count() == 1


def test_pages_of_one_key_are_translations_of_each_other(city):
    english = city.add_page(city.home("en"), page("About"), "about")
    albanian = city.add_page(city.home("sq"), page("Rreth"), "about")

    assert english.get_translation(albanian.locale) == albanian
    assert albanian.locale.language_code == "sq"


def test_what_staff_have_made_of_a_page_stays(city):
    made = city.add_page(city.home("en"), page("About"), "about")
    made.title = "About us all"
    made.save()

    again = City().add_page(city.home("en"), page("About"), "about")

    assert again.title == "About us all"


def test_a_page_that_nobody_has_made_is_asked_for_in_vain(city):
    assert city.find_page("about", "en") is None
    with pytest.raises(KeyError, match="no page “about” in “en” yet"):
        city.page("about", "en")


def test_the_front_pages_get_the_citys_name_unless_staff_have_named_them(city):
    front = city.home("sq")
    front.title = "Tirana jonë"
    front.save_revision().publish()

    site.load(City())

    assert set(HomePage.objects.values_list("title", flat=True)) == {site.NAME, "Tirana jonë"}
    assert HomePage.objects.count() == 2


def test_a_site_with_another_root_is_left_alone(locales):
    Page.objects.filter(depth=2).update(content_type=ContentType.objects.get_for_model(Page))

    with pytest.raises(TypeError, match="no HomePage"):
        site.load(City())


# Words, days and links ---------------------------------------------------------------------


def test_texts_come_in_the_language_asked_for():
    assert City.text({"en": "Trees", "sq": "Pemë"}, "sq") == "Pemë"
    assert City.text("Lana", "sq") == "Lana"


def test_days_and_moments_follow_the_day_of_loading(city):
    assert (city.day(3) - city.today).days == 3
    assert city.day("2014-04-22").isoformat() == "2014-04-22"
    assert city.moment({"days": 1, "time": "8:30"}).isoformat()[11:16] == "08:30"


def test_a_link_waits_for_its_page(city):
    assert city.link({"page": "about"}, "en") == {"page": None, "address": "page:about"}

    made = city.add_page(city.home("en"), page("About"), "about")

    assert city.link({"page": "about"}, "en") == {"page": made.pk, "address": ""}
    assert city.link({"url": "https://un.org/"}, "en")["address"] == "https://un.org/"


def test_a_rich_text_links_to_the_page_of_its_own_language(city):
    city.add_page(city.home("en"), page("About"), "about")
    albanian = city.add_page(city.home("sq"), page("Rreth"), "about")

    html = city.rich('<p><a href="page:about">Më shumë</a></p>', "sq")

    assert html == f'<p><a linktype="page" id="{albanian.pk}">Më shumë</a></p>'


def test_progress_is_reported_with_its_share_of_the_whole():
    lines: list[str] = []
    city = City(report=lines.append)
    city.span(20, 40)

    city.say("Half-way", 1, 2)

    assert lines[0].startswith("  30 %")
    assert lines[0].endswith("Half-way")


# Chapters ----------------------------------------------------------------------------------


def test_an_interrupted_chapter_leaves_nothing_and_the_next_run_goes_on(locales, monkeypatch):
    chapters = load_demo.CHAPTERS[:3]
    assert [chapter.module for chapter in chapters][-1] == "home.demo.community"
    monkeypatch.setattr(load_demo, "CHAPTERS", chapters)

    def interrupt(city: City, words: str, *counts: int) -> None:
        if words.startswith("Member"):
            raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(City, "say", interrupt)
        with pytest.raises(KeyboardInterrupt):
            call_command("load_demo", verbosity=0)
    before = User.objects.count()
    call_command("load_demo", verbosity=0)

    assert before == 7
    assert User.objects.count() == 13
    assert HomePage.objects.count() == 2


# Topics ------------------------------------------------------------------------------------


def add_all(city: City) -> None:
    for words in TOPICS:
        for language in city.languages:
            topics.add_topic(city, words["key"], language)


def test_topics_are_made_once_in_both_languages(city):
    add_all(city)
    add_all(City())

    assert Topic.objects.count() == 2 * len(TOPICS)
    english = topics.topic(city, "culture", "en")
    assert english.get_translation(city.locale("sq")) == topics.topic(city, "culture", "sq")


def test_a_topic_that_exists_under_its_address_is_taken_as_it_is(city):
    staffs = Topic.objects.create(name="Green", slug="environment", locale=city.locale("en"))

    add_all(city)

    assert topics.topic(city, "environment", "en") == staffs
    assert topics.topic(city, "environment", "en").name == "Green"
    assert staffs.get_translation(city.locale("sq")).slug == "mjedisi"


def test_a_topic_whose_address_staff_have_changed_is_found_again(city):
    add_all(city)
    Topic.objects.filter(slug="mjedisi").update(slug="natyra")

    add_all(City())

    assert topics.topic(city, "environment", "sq").slug == "natyra"
    assert Topic.objects.count() == 2 * len(TOPICS)


def test_a_topic_that_nobody_has_made_is_asked_for_in_vain(city):
    with pytest.raises(KeyError, match="no topic “culture” in “en” yet"):
        topics.topic(city, "culture", "en")


def test_news_are_added_to_a_city_whose_discussions_brought_the_topics(city, monkeypatch):
    # As a city that was loaded before the newsroom existed: topics of other identities.
    for early in TOPICS[:4]:
        english = Topic.objects.create(
            name=early["name"]["en"], slug=early["slug"]["en"], locale=city.locale("en")
        )
        albanian = english.copy_for_translation(city.locale("sq"))
        albanian.slug = early["slug"]["sq"]
        albanian.save()
    words = dict(ARTICLES[0], related=[], body={"en": (), "sq": ()}, picture=None)
    monkeypatch.setattr(articles, "ARTICLES", [words])

    articles.load(city)

    assert Topic.objects.count() == 2 * len(TOPICS)
    linked = {link.topic for link in city.page(words["key"], "en").topic_links.all()}
    assert linked == {topics.topic(city, key, "en") for key in words["topics"]}
