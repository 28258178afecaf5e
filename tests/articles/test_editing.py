"""Editors write articles in the admin, and are told what isn't right."""

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from articles.models import ArticlePage, Author, Contact
from tests.factories.articles import ArticlePageFactory, AuthorFactory, ContactFactory
from tests.factories.community import UserFactory
from tests.factories.site_config import TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    client.force_login(UserFactory(administrator=True))
    return client


def article_form(**changes: Any) -> dict[str, Any]:
    """Return what the editor's form sends; links are lists of keys."""
    links = {
        name: inline_formset([{field: key} for key in changes.pop(name, [])])
        for name, field in (
            ("topic_links", "topic"),
            ("author_links", "author"),
            ("related_links", "article"),
        )
    }
    form = {
        "title": "Gjashtëqind pemë",
        "slug": "peme",
        "lead": "Dita u përket qyteteve.",
        "date": "2014-04-22",
        "summary": "Gjashtëqind pemë të reja në bulevard, të mbjella nga banorët.",
        "story": streamfield([]),
        "facts": streamfield([]),
        "corrections": inline_formset(changes.pop("corrections", [])),
        "comments": inline_formset([]),
        "action-publish": "action-publish",
        **links,
    }
    return nested_form_data(form | changes)


def add(staff, newsroom, **changes):
    address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", newsroom.pk])
    return staff.post(address, article_form(**changes))


def problems(response) -> str:
    """Return every error of a refused form, its relations included."""
    form = response.context["form"]
    nested = [formset.errors for formset in form.formsets.values()]
    totals = [formset.non_form_errors() for formset in form.formsets.values()]
    return f"{form.errors} {nested} {totals}"


def test_an_article_is_written_and_published(staff, newsroom):
    topic, author, contact = TopicFactory(), AuthorFactory(), ContactFactory()
    add(
        staff,
        newsroom,
        topic_links=[topic.pk],
        author_links=[author.pk],
        contact=contact.pk,
        corrections=[{"date": "2014-04-23", "text": "Gjashtëqind, jo pesëqind."}],
    )
    article = ArticlePage.objects.get()
    assert article.live
    assert (article.topics, article.authors, article.contact) == ([topic], [author], contact)
    assert article.corrections.get().text == "Gjashtëqind, jo pesëqind."
    assert {link.locale for link in article.topic_links.all()} == {newsroom.locale}


def test_the_form_suggests_today(staff, newsroom):
    address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", newsroom.pk])
    form = staff.get(address).context["form"]
    assert form["date"].value()


def test_no_more_than_three_topics(staff, newsroom):
    topics = [TopicFactory().pk for _ in range(4)]
    assert "3" in problems(add(staff, newsroom, topic_links=topics))
    assert not ArticlePage.objects.exists()


def test_a_published_article_has_a_topic(staff, newsroom):
    add(staff, newsroom, topic_links=[])
    assert not ArticlePage.objects.exists()


def test_an_unfinished_draft_can_be_kept(staff, newsroom):
    form = article_form(lead="", summary="")
    del form["action-publish"]
    address = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", newsroom.pk])
    staff.post(address, form)
    assert ArticlePage.objects.get().live is False


@pytest.mark.parametrize("summary", ["", "Too short."])
def test_a_summary_says_more_than_the_title(staff, newsroom, summary):
    response = add(staff, newsroom, topic_links=[TopicFactory().pk], summary=summary)
    assert "summary" in response.context["form"].errors
    assert not ArticlePage.objects.exists()


def test_nothing_stands_twice(staff, newsroom):
    topic, other = TopicFactory(name="Mjedisi"), ArticlePageFactory(parent=newsroom, title="Tjetër")
    response = add(
        staff, newsroom, topic_links=[topic.pk, topic.pk], related_links=[other.pk, other.pk]
    )
    assert problems(response).count("Mjedisi") == 1
    assert problems(response).count("Tjetër") == 1


def test_topics_authors_and_contact_speak_the_articles_language(staff, newsroom):
    response = add(
        staff,
        newsroom,
        topic_links=[TopicFactory(language="en", name="Energy").pk],
        author_links=[AuthorFactory(language="en", name="Ann").pk],
        contact=ContactFactory(language="en", name="Office").pk,
    )
    for name in ("Energy", "Ann", "Office"):
        assert name in problems(response)


def test_an_article_is_not_related_to_itself(staff, newsroom):
    article = ArticlePageFactory(parent=newsroom, slug="peme", topics=[TopicFactory()])
    form = article_form(related_links=[article.pk], topic_links=[article.topics[0].pk])
    response = staff.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), form)
    assert "article" in problems(response)
    assert not article.related_links.exists()


def newsroom_form(*articles: ArticlePage) -> dict[str, Any]:
    pinned = inline_formset([{"article": article.pk} for article in articles])
    return nested_form_data(
        {
            "title": "Lajme",
            "slug": "lajme",
            "intro": json.dumps({"entityMap": {}, "blocks": []}),
            "pinned_links": pinned,
            "comments": inline_formset([]),
            "action-publish": "action-publish",
        }
    )


def test_articles_are_pinned_in_order(staff, newsroom):
    first, second = (ArticlePageFactory(parent=newsroom) for _ in range(2))
    address = reverse("wagtailadmin_pages:edit", args=[newsroom.pk])
    staff.post(address, newsroom_form(second, first))
    assert [page.pk for page in newsroom.articles_pinned_first()] == [second.pk, first.pk]


@pytest.mark.parametrize("case", ["twice", "too many", "foreign"])
def test_pinned_articles_are_three_of_this_newsroom(staff, newsroom, english_newsroom, case):
    own = [ArticlePageFactory(parent=newsroom) for _ in range(4)]
    other = newsroom.copy(update_attrs={"slug": "tjeter", "title": "Tjetër"}, recursive=False)
    foreign = ArticlePageFactory(parent=other)
    chosen = {"twice": [own[0], own[0]], "too many": own, "foreign": [foreign]}[case]
    address = reverse("wagtailadmin_pages:edit", args=[newsroom.pk])
    response = staff.post(address, newsroom_form(*chosen))
    assert response.status_code == 200
    assert not newsroom.pinned_links.exists()


def test_previews_show_what_is_not_saved_yet(staff, newsroom):
    article = ArticlePageFactory(parent=newsroom, title="Ditë e re", slug="peme")
    topic = TopicFactory(name="E papritur")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[article.pk])
    staff.post(address, article_form(topic_links=[topic.pk], title="Titull i ri"))
    page = staff.get(address).content.decode()
    assert "Titull i ri" in page
    assert "E papritur" in page

    address = reverse("wagtailadmin_pages:preview_on_edit", args=[newsroom.pk])
    staff.post(address, newsroom_form(article))
    assert "badge--pinned" in staff.get(address).content.decode()


def test_the_list_of_articles_shows_dates_and_topics(
    staff, newsroom, django_assert_max_num_queries
):
    topic = TopicFactory(name="Mjedisi")
    ArticlePageFactory(parent=newsroom, title="Pemë", topics=[topic])
    ArticlePageFactory(parent=newsroom, title="Autobusë")
    address = reverse("wagtailadmin_explore", args=[newsroom.pk])
    assert "Mjedisi" in staff.get(address).content.decode()
    filtered = staff.get(address, {"topic": topic.pk}).context["pages"]
    assert [page.title for page in filtered] == ["Pemë"]


@pytest.mark.parametrize("model", [Author, Contact])
def test_people_are_listed_and_added_in_the_admin(staff, locales, model):
    viewset = model.snippet_viewset
    values = {"name": "Redaksia", "email": "redaksia@example.org"}
    staff.post(reverse(viewset.get_url_name("add")), values)
    assert model.objects.get().locale == Locale.get_default()
    assert "Redaksia" in staff.get(reverse(viewset.get_url_name("list"))).content.decode()


def test_a_contact_can_be_reached(locales):
    with pytest.raises(ValidationError):
        Contact(name="Redaksia", locale=locales["sq"]).full_clean()


def test_an_article_is_translated_with_its_parts(newsroom, english_newsroom, locales):
    article = ArticlePageFactory(
        parent=newsroom,
        title="Pemë",
        slug="peme",
        topics=[TopicFactory(name="Mjedisi", slug="mjedisi")],
        authors=[AuthorFactory(name="Ana", role="Gazetare")],
        corrected=True,
    )
    for instance in (article.topics[0], article.authors[0]):
        source, _created = TranslationSource.get_or_create_from_instance(instance)
        translate(source, locales["en"])
    source, _created = TranslationSource.get_or_create_from_instance(
        ArticlePage.objects.get(pk=article.pk)
    )
    translate(source, locales["en"])
    english = ArticlePage.objects.get(locale=locales["en"])
    assert english.title == "en Pemë"
    assert english.date == article.date
    assert "en <" in english.story.render_as_block() or "en The parks" in str(english.story)
    assert [topic.name for topic in english.topics] == ["en Mjedisi"]
    assert [topic.locale for topic in english.topics] == [locales["en"]]
    assert [(author.name, author.role) for author in english.authors] == [("Ana", "en Gazetare")]
    assert english.corrections.get().text.startswith("en Six hundred")


def translate(source: TranslationSource, locale: Locale) -> None:
    """Translate every text of a source by writing "en" before it; addresses stay."""
    translation = Translation.objects.create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source).select_related("string", "context"):
        text = segment.string.data
        is_address = segment.context.path == "slug"
        segment.string.translations.create(
            locale=locale,
            context=segment.context,
            data=f"en-{text}" if is_address else f"en {text}",
        )
    translation.save_target(publish=True)
