"""A chooser speaks the language of whoever looks at it, whoever came first."""

import pytest
from django.utils.translation import override
from wagtail.admin.forms.choosers import LocaleFilterMixin
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page
from wagtail.snippets.widgets import AdminSnippetChooser

from articles.models import ArticlePage, Author


def said(widget: object) -> dict[str, list[str]]:
    """Return the words of a chooser in both languages."""
    names = ("choose_one_text", "choose_another_text", "link_to_chosen_text")
    found = {}
    for language in ("en", "sq"):
        with override(language):
            found[language] = [str(getattr(widget, name)) for name in names]
    return found


@pytest.mark.parametrize("first", ["en", "sq"])
def test_a_chooser_of_snippets_is_read_in_two_languages(first):
    with override(first):
        words = said(AdminSnippetChooser(Author))

    assert words["en"] == ["Choose author", "Choose another author", "Edit this author"]
    assert all("autor" in text for text in words["sq"])
    assert len(set(words["sq"])) == 3


@pytest.mark.parametrize("first", ["en", "sq"])
def test_a_chooser_of_one_kind_of_page_is_read_in_two_languages(first):
    with override(first):
        words = said(AdminPageChooser(target_models=[ArticlePage]))

    assert words["en"][0] == "Choose a page (Article)"
    assert words["sq"][0].startswith("Zgjidh")
    assert words["sq"][0].endswith("(Artikull)")


def test_words_of_ones_own_are_kept():
    assert AdminSnippetChooser(Author, choose_one_text="Who?").choose_one_text == "Who?"
    assert AdminPageChooser([ArticlePage], choose_one_text="Which?").choose_one_text.startswith(
        "Which?"
    )
    assert "(" not in str(AdminPageChooser([Page]).choose_one_text)


@pytest.mark.django_db
@pytest.mark.usefixtures("locales")
def test_a_dialog_names_its_filter_by_language_in_two_languages():
    names = {}
    for language in ("en", "sq"):
        with override(language):
            names[language] = str(LocaleFilterMixin()["locale"].label)

    assert names == {"en": "Locale", "sq": "Gjuha"}
