"""The demo's newsroom: topics, authors, contacts and the articles of four years."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from articles.models import (
    ArticleAuthor,
    ArticleIndexPage,
    ArticlePage,
    ArticleTopic,
    Author,
    Contact,
    Correction,
    PinnedArticle,
    RelatedArticle,
)
from home.demo.city import NAMESPACE, City
from home.demo.content.articles import ARTICLES, AUTHORS, CONTACTS, TOPICS
from home.demo.content.navigation import SECTIONS
from home.demo.topics import add_topic, topic


def load(city: City) -> None:
    """Make topics and people, the newsroom, and every article in each language."""
    for language in city.languages:
        for topic_words in TOPICS:
            add_topic(city, topic_words["key"], language)
        add_people(city, language)
        add_newsroom(city, language)
    new: set[tuple[str, str]] = set()
    for done, words in enumerate(ARTICLES, start=1):
        for language in city.languages:
            if city.find_page(words["key"], language) is None:
                add_article(city, words, language)
                new.add((words["key"], language))
        city.say(city.text(words["title"], "en"), done, len(ARTICLES))
    for words in ARTICLES:
        for language in city.languages:
            if (words["key"], language) in new:
                relate(city, words, language)
    pin(city, new)


def _key(kind: str, key: str) -> uuid.UUID:
    """Return the translation key of an entry, by which it is found again."""
    return uuid.uuid5(NAMESPACE, f"{kind}/{key}")


def _entry(city: City, model: type, kind: str, key: str, language: str, **values: Any) -> Any:
    """Return the entry of a key in a language, made where there is none yet."""
    found, _created = model.objects.get_or_create(
        translation_key=_key(kind, key), locale=city.locale(language), defaults=values
    )
    return found


def add_people(city: City, language: str) -> None:
    """Make those who write, and the offices that answer."""
    for words in AUTHORS:
        _entry(
            city,
            Author,
            "author",
            words["key"],
            language,
            name=words["name"],
            role=city.text(words["role"], language),
            bio=city.text(words["bio"], language),
        )
    for words in CONTACTS:
        _entry(
            city,
            Contact,
            "contact",
            words["key"],
            language,
            name=city.text(words["name"], language),
            role=city.text(words["role"], language),
            email=words["email"],
            hours=city.text(words["hours"], language),
        )


def add_newsroom(city: City, language: str) -> None:
    """Make the newsroom below the front page."""
    words = next(section for section in SECTIONS if section["key"] == "news")
    page = ArticleIndexPage(
        title=city.text(words["title"], language),
        slug=city.text(words["slug"], language),
        intro=f"<p>{city.text(words['intro'], language)}</p>",
        summary=city.text(words["intro"], language),
        search_description=city.text(words["seo_description"], language),
        show_in_menus=True,
    )
    city.add_page(city.home(language), page, "news")


def add_article(city: City, words: Mapping[str, Any], language: str) -> None:
    """Make one article with its topics, authors and corrections."""
    facts, story = _split_facts(city.text(words["body"], language))
    page = ArticlePage(
        title=city.text(words["title"], language),
        slug=city.text(words["slug"], language),
        summary=city.text(words["summary"], language),
        lead=city.text(words["lead"], language),
        date=city.day(words["date"]),
        story=city.story(story, language),
        facts=city.story(facts, language),
        search_description=city.text(words["seo_description"], language),
        contact=_find(city, Contact, "contact", words["contact"], language),
    )
    if picture := words["picture"]:
        page.listing_image = city.picture(picture["picture"])
        page.listing_image_alt = city.text(picture["alt"], language)
        page.picture_caption = city.text(picture["caption"], language)
    page.topic_links = [
        ArticleTopic(
            topic=topic(city, key, language), locale=city.locale(language), sort_order=position
        )
        for position, key in enumerate(words["topics"])
    ]
    page.author_links = [
        ArticleAuthor(
            author=_find(city, Author, "author", key, language),
            locale=city.locale(language),
            sort_order=position,
        )
        for position, key in enumerate(words["authors"])
    ]
    page.corrections = [
        Correction(
            date=city.day(correction["date"]),
            text=city.text(correction["text"], language),
            locale=city.locale(language),
        )
        for correction in words["corrections"]
    ]
    city.add_page(city.page("news", language), page, words["key"])


def _find(city: City, model: type, kind: str, key: str, language: str) -> Any:
    return model.objects.get(translation_key=_key(kind, key), locale=city.locale(language))


def _split_facts(blocks: Iterable[tuple[str, Any]]) -> tuple[list[Any], list[Any]]:
    """Return the first fact box, which stands beside the story, and everything else."""
    facts: list[Any] = []
    story: list[Any] = []
    for block in blocks:
        (facts if block[0] == "facts" and not facts else story).append(block)
    return facts, story


def relate(city: City, words: Mapping[str, Any], language: str) -> None:
    """Recommend the articles that the words name."""
    page = city.page(words["key"], language)
    page.related_links = [
        RelatedArticle(article=city.page(key, language), sort_order=position)
        for position, key in enumerate(words["related"])
    ]
    page.save()


def pin(city: City, new: set[tuple[str, str]]) -> None:
    """Pin what the words pin, as long as the newsroom has just been filled."""
    for language in city.languages:
        keys = [words["key"] for words in ARTICLES if words["pinned"]]
        newsroom = city.page("news", language)
        if all((key, language) in new for key in keys) and not newsroom.pinned_links.exists():
            newsroom.pinned_links = [
                PinnedArticle(article=city.page(key, language), sort_order=position)
                for position, key in enumerate(keys)
            ]
            newsroom.save()
