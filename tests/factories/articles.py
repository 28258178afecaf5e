"""Newsrooms, articles and those who stand behind them, for tests."""

import json
from typing import Any

import factory
import wagtail_factories
from wagtail.models import Locale

from articles.models import (
    ArticleAuthor,
    ArticleIndexPage,
    ArticlePage,
    ArticleTopic,
    Author,
    Contact,
    Correction,
)


def paragraphs(*texts: str) -> str:
    """Return a story of plain paragraphs as a stream field stores it."""
    return json.dumps([{"type": "paragraph", "value": f"<p>{text}</p>"} for text in texts])


class _LocalisedFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    class Params:
        language = "sq"

    locale = factory.LazyAttribute(
        lambda made: Locale.objects.get_or_create(language_code=made.language)[0]
    )


class AuthorFactory(_LocalisedFactory):
    """A reporter; pass ``language="en"`` for another language."""

    class Meta:
        model = Author

    name = factory.Sequence(lambda number: f"Reporter {number}")
    role = "Reporter"


class ContactFactory(_LocalisedFactory):
    """An office that answers."""

    class Meta:
        model = Contact

    name = factory.Sequence(lambda number: f"Office {number}")
    email = "office@example.org"


class ArticleIndexPageFactory(wagtail_factories.PageFactory):
    """A newsroom; give it a ``parent``, whose language it takes."""

    class Meta:
        model = ArticleIndexPage

    title = "Lajme"
    slug = "lajme"
    locale = factory.LazyAttribute(lambda made: made.parent.locale if made.parent else None)


class ArticlePageFactory(wagtail_factories.PageFactory):
    """A published article below its ``parent``, in the newsroom's language.

    ``topics`` and ``authors`` are lists; ``corrected`` adds one correction.
    """

    class Meta:
        model = ArticlePage
        skip_postgeneration_save = True

    title = factory.Sequence(lambda number: f"Article {number}")
    summary = "A summary of forty characters or a little more than that."
    lead = "What happened, and whom it concerns."
    story = paragraphs("The parks service has prepared six hundred young trees.")
    locale = factory.LazyAttribute(lambda made: made.parent.locale if made.parent else None)

    @factory.post_generation
    def topics(self, create: bool, extracted: list[Any] | None, **kwargs: Any) -> None:
        for position, topic in enumerate(extracted or ()):
            ArticleTopic.objects.create(page=self, topic=topic, sort_order=position)

    @factory.post_generation
    def authors(self, create: bool, extracted: list[Any] | None, **kwargs: Any) -> None:
        for position, author in enumerate(extracted or ()):
            ArticleAuthor.objects.create(page=self, author=author, sort_order=position)

    @factory.post_generation
    def corrected(self, create: bool, extracted: bool, **kwargs: Any) -> None:
        if extracted:
            Correction.objects.create(
                page=self, date="2014-04-23", text="Six hundred trees, not five hundred."
            )
