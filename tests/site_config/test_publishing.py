"""What publishing asks of the database, and what a revision brings back."""

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex, Revision

from articles.models import ArticlePage, ArticleTopic, RelatedArticle
from site_config.models import SiteImage
from tests.factories.articles import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    ContactFactory,
)
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory
from tests.factories.site_config import SiteImageFactory, TopicFactory

pytestmark = pytest.mark.django_db

# Savepoints, and BEGIN and COMMIT, are counted too.
PUBLISHING = 45
WORKER = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": False}}


@pytest.fixture
def newsroom(english_front: Page) -> Page:
    return ArticleIndexPageFactory(parent=english_front, title="News", slug="news")


@pytest.fixture
def article(newsroom: Page) -> ArticlePage:
    """An article with all that articles usually have."""
    return ArticlePageFactory(
        parent=newsroom,
        listing_image=SiteImageFactory(),
        topics=[TopicFactory(locale=newsroom.locale)],
        authors=[AuthorFactory(locale=newsroom.locale)],
    )


@pytest.fixture
def richest(newsroom: Page) -> ArticlePage:
    """An article with everything that an article can have, and much of it."""
    others = [ArticlePageFactory(parent=newsroom) for _number in range(3)]
    link = f'<p>See <a linktype="page" id="{others[0].pk}">what was said before</a>.</p>'
    article = ArticlePageFactory(
        parent=newsroom,
        listing_image=SiteImageFactory(),
        contact=ContactFactory(locale=newsroom.locale),
        topics=[TopicFactory(locale=newsroom.locale) for _number in range(4)],
        authors=[AuthorFactory(locale=newsroom.locale) for _number in range(4)],
        corrected=True,
        story=json.dumps(
            [
                {"type": "paragraph", "value": link},
                {"type": "picture", "value": {"image": SiteImageFactory().pk, "caption": "Trees"}},
            ]
        ),
    )
    for place, other in enumerate(others):
        RelatedArticle.objects.create(page=article, article=other, sort_order=place)
    return ArticlePage.objects.get(pk=article.pk)


def publishing(page: ArticlePage) -> int:
    """Return the queries of publishing the page's newest draft, where a worker does the rest."""
    fresh = ArticlePage.objects.get(pk=page.pk)
    with override_settings(TASKS=WORKER):
        revision = Revision.objects.get(pk=fresh.save_revision().pk)
        with CaptureQueriesContext(connection) as asked:
            revision.publish()
    return len(asked)


def test_publishing_again_asks_little(article):
    article.save_revision().publish()

    assert publishing(article) <= PUBLISHING


def test_publishing_for_the_first_time_asks_little(article):
    ArticlePage.objects.filter(pk=article.pk).update(live=False, first_published_at=None)

    assert publishing(article) <= PUBLISHING


def test_publishing_the_richest_article_asks_little(richest):
    richest.save_revision().publish()

    assert publishing(richest) <= PUBLISHING


def test_publishing_the_richest_article_for_the_first_time_asks_little(richest):
    ArticlePage.objects.filter(pk=richest.pk).update(live=False, first_published_at=None)

    assert publishing(richest) <= PUBLISHING


def test_parts_that_stay_as_they_are_cost_no_query_each(article, richest):
    for page in (article, richest):
        page.save_revision().publish()
    ArticlePage.objects.filter(pk=article.pk).update(contact=richest.contact)

    # That the related articles are still there is asked once.
    assert publishing(richest) <= publishing(article) + 1


def test_publishing_asks_no_more_beside_many_pages(article, newsroom):
    article.save_revision().publish()
    before = publishing(article)
    for _number in range(10):
        ArticlePageFactory(parent=newsroom)

    assert publishing(article) <= before


def test_what_an_article_shows_is_known_when_it_is_published(article):
    picture = SiteImageFactory()
    article.listing_image = picture
    article.save_revision().publish()

    shown = ReferenceIndex.objects.filter(to_object_id=str(picture.pk))
    assert shown.filter(object_id=str(article.pk)).exists()


def test_a_new_part_is_known_by_what_it_names_when_it_is_published(article):
    topic = TopicFactory(locale=article.locale)
    article.topic_links.add(ArticleTopic(topic=topic))
    article.save_revision().publish()

    [shown] = ReferenceIndex.get_references_to(topic)
    link = ArticleTopic.objects.get(page=article, topic=topic)
    assert shown.content_path == f"topic_links.{link.pk}.topic"


def test_what_changes_of_a_part_is_published(richest):
    correction = richest.corrections.get()
    correction.text = "Six hundred and one."
    richest.corrections = [correction]
    richest.related_links = list(richest.related_links.all())[:2]
    richest.save_revision().publish()

    found = ArticlePage.objects.get(pk=richest.pk)
    assert [it.text for it in found.corrections.all()] == ["Six hundred and one."]
    assert found.related_links.count() == 2


def test_the_order_of_parts_is_published(richest):
    links = list(richest.topic_links.all())
    for place, link in enumerate(reversed(links)):
        link.sort_order = place
    richest.topic_links = links
    richest.save_revision().publish()

    found = ArticlePage.objects.get(pk=richest.pk)
    assert found.topics == [link.topic for link in reversed(links)]


def test_a_draft_leaves_what_is_published_alone(article):
    before = article.listing_image
    article.listing_image = SiteImageFactory()
    article.save_revision()

    found = ReferenceIndex.get_references_to(before).values_list("object_id", flat=True)
    assert str(article.pk) in found


def revised(page: ArticlePage) -> Any:
    return Revision.objects.get(pk=page.latest_revision_id).as_object()


def test_a_revision_brings_back_what_it_holds(article):
    article.contact = ContactFactory(locale=article.locale)
    article.save_revision()

    found = revised(article)

    assert found.listing_image == article.listing_image
    assert found.contact == article.contact
    assert [link.topic for link in found.topic_links.all()] == article.topics
    assert [link.author for link in found.author_links.all()] == article.authors


def test_a_picture_that_is_gone_is_left_out(article):
    article.save_revision()
    SiteImage.objects.all().delete()

    assert revised(article).listing_image is None


def test_a_part_whose_row_is_gone_is_left_out(article, newsroom):
    first, second = (ArticlePageFactory(parent=newsroom) for _number in range(2))
    for place, other in enumerate((first, second)):
        RelatedArticle.objects.create(page=article, article=other, sort_order=place)
    article = ArticlePage.objects.get(pk=article.pk)
    article.save_revision()
    first.delete()

    assert [link.article_id for link in revised(article).related_links.all()] == [second.pk]


def test_a_revision_does_not_say_which_one_is_live(article):
    article.save_revision().publish()
    article = ArticlePage.objects.get(pk=article.pk)
    article.save_revision()

    assert revised(article).live_revision_id == article.live_revision_id


def test_a_page_is_not_published_without_what_it_must_have(english_front):
    index = PartnerIndexPageFactory(parent=english_front)
    partner = PartnerPageFactory(parent=index)
    partner.tier = None

    with pytest.raises(ValidationError) as error:
        partner.full_clean()

    assert "tier" in error.value.message_dict


def test_the_links_of_a_page_are_those_of_the_revision(article):
    article.topic_links.add(ArticleTopic(topic=TopicFactory(locale=article.locale)))
    article.save_revision().publish()

    assert ArticleTopic.objects.filter(page=article).count() == 2
