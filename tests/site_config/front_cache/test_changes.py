"""What moves is forgotten where it was and where it is."""

import pytest

from site_config.front_cache import changes
from site_config.front_cache.shown import served, shown
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


def test_a_page_under_another_parent_is_forgotten_with_both(settings, monkeypatch):
    settings.WAGTAILFRONTENDCACHE = {"cache": {"BACKEND": "wagtail.contrib.frontend_cache"}}
    here, there = ArticleIndexPageFactory(), ArticleIndexPageFactory()
    article = ArticlePageFactory(parent=here)
    unrelated = ArticlePageFactory(parent=here)
    forgotten: set[str] = set()
    monkeypatch.setattr(changes, "purge_words", forgotten.update)

    article.move(there, pos="last-child")

    assert {shown(article.pk), served(article.pk), served(here.pk), served(there.pk)} <= forgotten
    assert shown(unrelated.pk) not in forgotten
