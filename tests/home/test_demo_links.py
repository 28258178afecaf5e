"""What the demo city's words lead to, and the fields they have to fit."""

import re
from collections import Counter

import pytest

from tests.home.demo_content import (
    ARTICLES,
    AUTHORS,
    BLOCKS,
    CAMPAIGNS,
    CONTACTS,
    DOCUMENTS,
    EVENTS,
    EVERYTHING,
    FEEDS,
    LANGUAGES,
    LINKS,
    PAGE_KEYS,
    PAINTS,
    PARTNERS,
    PICTURES,
    PROJECTS,
    RICH_TEXTS,
    SECTIONS,
    STANDARD_PAGES,
    STRINGS,
    TOPICS,
    TagReader,
    keys_of,
    walk,
)


def test_no_two_pages_share_a_key():
    assert [key for key, count in Counter(PAGE_KEYS).items() if count > 1] == []


@pytest.mark.parametrize("pages", [ARTICLES, CAMPAIGNS, EVENTS, PROJECTS, SECTIONS, STANDARD_PAGES])
@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_slugs_are_plain_and_differ(pages, language):
    slugs = [page["slug"][language] for page in pages]
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)


def test_every_link_in_a_text_has_a_target():
    outside = re.compile(r"https://[\w./-]+|mailto:[a-z]+@smartcity\.example")
    inside = {f"page:{key}" for key in PAGE_KEYS} | {f"feed:{feed['key']}" for feed in FEEDS}
    assert len(LINKS) > 60
    lost = [
        (path, link) for path, link in LINKS if link not in inside and not outside.fullmatch(link)
    ]
    assert lost == []


def test_every_reference_names_something_that_exists():
    known = {
        "page": PAGE_KEYS,
        "feed": [feed["key"] for feed in FEEDS],
        "document": [document["key"] for document in DOCUMENTS],
        "contact": [contact["key"] for contact in CONTACTS],
        "owner": [contact["key"] for contact in CONTACTS],
        "topic": [topic["key"] for topic in TOPICS],
        "topics": [topic["key"] for topic in TOPICS],
        "authors": [author["key"] for author in AUTHORS],
        "related": [article["key"] for article in ARTICLES],
        "projects": [project["key"] for project in PROJECTS],
        "campaign": [None, *(campaign["key"] for campaign in CAMPAIGNS)],
        "partner": [None, *PARTNERS],
        "paint": PAINTS,
    }
    wrong = []
    for path, value in walk(EVERYTHING):
        field = path.rpartition("/")[2]
        if field not in known or isinstance(value, dict):
            continue
        named = value if isinstance(value, (list, tuple)) else [value]
        if all(isinstance(name, str) or name is None for name in named):
            wrong += [(path, name) for name in named if name not in known[field]]
    assert wrong == []


def test_every_picture_is_one_of_the_city_and_has_words():
    uses = [(path, value) for path, value in walk(EVERYTHING) if "picture" in keys_of(value)]
    named = [(path, use) for path, use in uses if isinstance(use["picture"], str)]
    assert [path for path, use in named if not use.get("alt")] == []
    assert {use["picture"] for _path, use in named} == PICTURES


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article["key"])
def test_an_article_is_not_related_to_itself(article):
    assert article["key"] not in article["related"]


def test_partners_of_campaigns_are_partners():
    assert {key for campaign in CAMPAIGNS for key in campaign["partners"]} <= PARTNERS


def test_rich_text_uses_only_what_the_editor_offers():
    offered = {"p", "b", "i", "a", "ul", "ol", "li"}
    tags = {path: TagReader(html).tags - offered for path, html in RICH_TEXTS}
    assert {path: others for path, others in tags.items() if others} == {}


def test_only_rich_text_holds_tags():
    assert [path for path, value in STRINGS if "<" in value and not value.startswith("<")] == []


@pytest.mark.parametrize(
    ("field", "limit"),
    [
        ("summary", 250),
        ("seo_description", 160),
        ("title", 160),
        ("heading", 120),
        ("alt", 250),
        ("caption", 250),
        ("label", 90),
    ],
)
def test_texts_keep_within_their_field(field, limit):
    texts = [
        (path, value)
        for path, value in STRINGS
        if path.rpartition("/")[2] == field or path.rpartition("/")[0].endswith(f"/{field}")
    ]
    texts += [(path, value) for path, kind, value in BLOCKS if kind == field == "heading"]
    assert texts
    assert [(path, len(value)) for path, value in texts if len(value) > limit] == []


def test_blocks_keep_within_their_fields():
    limits = {"text": 600, "attribution": 120, "role": 160}
    for path, kind, value in BLOCKS:
        if kind == "call_to_action":
            assert len(value["text"]) <= 60, path
        if kind == "quote":
            assert all(len(value[name]) <= limit for name, limit in limits.items()), path
        if kind == "facts":
            assert len(value["title"]) <= 80, path
            assert all(len(item["label"]) <= 60 for item in value["items"]), path
            assert all(len(item["value"]) <= 200 for item in value["items"]), path
        if kind == "table":
            assert {len(row) for row in value["rows"]} == {len(value["header"])}, path
