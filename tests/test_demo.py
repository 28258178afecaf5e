"""The demo city, loaded twice and read from the first page to the last."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker
from wagtail.models import Page, get_page_models

from articles.models import ArticleIndexPage, ArticlePage
from campaigns.models import CampaignPage, ProjectPage
from gallery.models import AlbumPage, VideoPage
from home.demo.city import City
from home.models import ContactPage, HomePage
from publications.models import IssuePage
from site_config.models import BasePage
from tests.demo_city import DemoCity
from tests.demo_pages import ORIGIN, Answer, get, internal, leads_somewhere, plain

pytestmark = [pytest.mark.survey, pytest.mark.usefixtures("demo", "db")]

PORTAL = (Path(__file__).parent / "home" / "portal-2014.txt").read_text(encoding="utf-8")
# Two typing slips of the old portal, and its capital letter on a button, are set right.
SET_RIGHT = {
    "memeber": "member",
    "sustainability,inclusiveness": "sustainability, inclusiveness",
    "Read More": "Read more",
}
# What each load makes anew without changing anything: the search index.
MADE_ANEW = ("modelsearch_", "wagtailsearch_")
FEWEST_WORDS = 20
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)", re.IGNORECASE)
INLINE_STYLE = re.compile(r"<[^>]+\sstyle\s*=|<style\b", re.IGNORECASE)
INLINE_HANDLER = re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE)


@pytest.fixture(scope="module")
def answers(demo: DemoCity, django_db_blocker: DjangoDbBlocker) -> dict[Page, Answer]:
    """Every public page of the city, opened by somebody who is not signed in."""
    with django_db_blocker.unblock():
        pages = Page.objects.live().public().filter(depth__gt=1).specific().select_related("locale")
        return {page: get(Client(), page.url) for page in pages}


@pytest.fixture(scope="module")
def shared(answers: dict[Page, Answer]) -> dict[Page, Answer]:
    """The pages that are one document for everybody: all but the form to write to the city."""
    return {page: it for page, it in answers.items() if not isinstance(page, ContactPage)}


def fingerprints() -> dict[str, tuple[int, str]]:
    """Return the number of rows and a hash of all values of every table."""
    quote = connection.ops.quote_name
    found = {}
    with connection.cursor() as cursor:
        for name in sorted(connection.introspection.table_names(cursor)):
            if name.startswith(MADE_ANEW):
                continue
            cursor.execute(f"SELECT * FROM {quote(name)}")  # noqa: S608  (names of our own tables)
            rows = sorted(repr(row) for row in cursor.fetchall())
            text = "\n".join(rows)
            found[name] = (len(rows), hashlib.sha256(text.encode()).hexdigest())
    return found


def titled(answers: dict[Page, Answer], model: type[Page]) -> Iterator[tuple[str, Answer]]:
    """Yield title and answer of the English pages of a type."""
    for page, answer in answers.items():
        if isinstance(page, model) and page.locale.language_code == "en":
            yield plain(page.title), answer


def sentences(paragraphs: str) -> list[str]:
    """Return the sentences of a part of the old portal, without bullets and ends."""
    for slip, right in SET_RIGHT.items():
        paragraphs = paragraphs.replace(slip, right)
    parts = re.split(r"(?<=[a-z0-9])\.\s+|\n+", paragraphs)
    return [text for part in parts if (text := plain(part.strip(" •\t.”\n“")).rstrip(". "))]


def section(start: str, end: str = r"\Z") -> str:
    """Return the part of the old portal from some words up to others."""
    return re.search(rf"{start}.*?(?={end})", PORTAL, re.DOTALL)[0]


def test_loading_the_city_again_changes_nothing():
    before = fingerprints()

    call_command("load_demo", verbosity=0)

    after = fingerprints()
    assert {name for name in before if before[name] != after[name]} == set()
    assert before["wagtailcore_page"][0] > 100


def test_every_page_type_stands_in_both_languages(answers: dict[Page, Answer]):
    wanted = {
        (model, code)
        for model in get_page_models()
        if issubclass(model, BasePage)
        for code, _name in settings.LANGUAGES
    }
    assert wanted - {(type(page), page.locale.language_code) for page in answers} == set()


def test_every_page_opens(answers: dict[Page, Answer]):
    assert {answer.url: answer.status for answer in answers.values() if answer.status != 200} == {}


def test_what_tells_of_the_past_came_out_then(answers: dict[Page, Answer]):
    dated = {
        page: page.date
        for page in answers
        if isinstance(page, ArticlePage | IssuePage | AlbumPage | VideoPage)
        and page.date < timezone.localdate()
    }
    late = {
        page.title: page.first_published_at
        for page, day in dated.items()
        if timezone.localdate(page.first_published_at) != day
    }
    assert late == {}
    assert {type(page) for page in dated} == {ArticlePage, IssuePage, AlbumPage, VideoPage}


def test_no_page_is_empty(answers: dict[Page, Answer]):
    thin = {
        answer.url: answer.words
        for answer in answers.values()
        if len(answer.words.split()) < FEWEST_WORDS or 'class="empty' in answer.body
    }
    assert thin == {}


def test_no_page_sets_a_cookie(shared: dict[Page, Answer]):
    assert {it.url: it.cookies for it in shared.values() if it.cookies} == {}


def test_every_page_may_be_kept_by_a_shared_cache(shared: dict[Page, Answer]):
    private = {
        it.url: it.headers.get("Cache-Control")
        for it in shared.values()
        if not re.search(r"(?=.*\bpublic\b)(?=.*\bs-maxage=\d)", it.headers["Cache-Control"])
        or not it.headers.get("ETag")
        or "Cookie" in it.headers.get("Vary", "")
    }
    assert private == {}


def test_an_unchanged_page_is_not_sent_again(shared: dict[Page, Answer], client: Client):
    sent = {
        it.url: again.status
        for it in shared.values()
        if (again := get(client, it.url, if_none_match=it.headers["ETag"])).status != 304
    }
    assert sent == {}


def test_the_form_to_write_to_the_city_is_kept_by_nobody(answers: dict[Page, Answer]):
    forms = [it for page, it in answers.items() if isinstance(page, ContactPage)]

    assert forms
    assert {it.headers["Cache-Control"] for it in forms} == {"private, no-store"}


def test_nothing_inline_runs_or_paints(answers: dict[Page, Answer]):
    found = {
        it.url: match[0][:120]
        for it in answers.values()
        for pattern in (INLINE_SCRIPT, INLINE_STYLE, INLINE_HANDLER)
        if (match := pattern.search(it.body))
    }
    assert found == {}


def test_no_page_holds_a_token(shared: dict[Page, Answer]):
    names = re.compile(r"csrf(?:middleware)?_?token", re.IGNORECASE)
    assert [it.url for it in shared.values() if names.search(it.body)] == []


def test_every_page_describes_itself_to_machines(answers: dict[Page, Answer]):
    for answer in answers.values():
        descriptions = list(answer.data())
        nodes = [node for it in descriptions for node in it.get("@graph", [it])]
        names = [node["@id"] for node in nodes if "@id" in node]
        assert any(name.startswith(f"{ORIGIN}{answer.url}#") for name in names), answer.url
        assert all(node.get("@type") for node in nodes), answer.url
        relative = [text for text in strings(descriptions) if text.startswith(("/", "#"))]
        assert relative == [], answer.url


def strings(value: object) -> Iterator[str]:
    """Yield every text inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings(list(value.values()))
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def test_every_page_has_one_address_and_names_its_real_translations(answers: dict[Page, Answer]):
    for page, answer in answers.items():
        links = answer.reader.all("link")
        canonical = [link["href"] for link in links if link.get("rel") == "canonical"]
        alternates = {link["hreflang"]: link["href"] for link in links if link.get("hreflang")}
        translations = page.get_translations(inclusive=True).live().filter(alias_of=None)
        wanted = {it.locale.language_code: f"{ORIGIN}{it.url}" for it in translations}
        assert canonical == [f"{ORIGIN}{page.url}"]
        assert alternates == (wanted if len(wanted) > 1 else {}), answer.url


def test_every_link_and_file_of_every_page_is_there(answers: dict[Page, Answer]):
    sources: dict[str, str] = {}
    for answer in answers.values():
        for reference in answer.reader.references:
            if (url := internal(reference, answer.url)) is not None:
                sources.setdefault(url, answer.url)
    client = Client()
    opened = {answer.url for answer in answers.values() if answer.status == 200}
    missing = {
        url: at
        for url, at in sources.items()
        if url not in opened and not leads_somewhere(client, url)
    }

    assert missing == {}
    assert len(sources) > len(answers)


def test_every_picture_has_its_size_and_its_words(answers: dict[Page, Answer]):
    poor = {
        it.url: image
        for it in answers.values()
        for image in it.reader.all("img")
        if not {"width", "height", "alt"} <= image.keys()
    }
    assert poor == {}


@pytest.mark.parametrize(
    "sentence",
    [
        *sentences(section("• Connect", "Parking Point")),
        *sentences(section("Become a memeber")),
    ],
)
def test_the_front_page_says_what_the_portal_said(answers: dict[Page, Answer], sentence: str):
    [(_title, front)] = titled(answers, HomePage)

    assert sentence in front.words


@pytest.mark.parametrize("line", section("Parking Point", "Earth Day").split("\n"))
def test_the_four_projects_of_the_portal_are_pages_shown_on_the_front_page(
    answers: dict[Page, Answer], line: str
):
    words = plain(line).strip(' ."')
    [(_title, front)] = titled(answers, HomePage)
    pages = [answer.words for title, answer in titled(answers, ProjectPage) if words in title]

    assert words in front.words
    if words:
        assert len(pages) == 1
        assert words in pages[0]


@pytest.mark.parametrize(
    "sentence", sentences(section("Earth Day 2014", "International Mother Ea.*Gr"))
)
def test_the_campaign_says_what_the_portal_said(answers: dict[Page, Answer], sentence: str):
    key = City.translation_key("green-cities")
    [campaign] = [
        answer
        for page, answer in answers.items()
        if isinstance(page, CampaignPage)
        and page.translation_key == key
        and page.locale.language_code == "en"
    ]
    assert sentence in campaign.words


@pytest.mark.parametrize(
    "headline", sentences(section("International Mother Earth Day 2014", "Become a"))
)
def test_every_headline_of_the_portal_is_an_article_of_the_newsroom(
    answers: dict[Page, Answer], client: Client, headline: str
):
    [article] = [it for title, it in titled(answers, ArticlePage) if title.rstrip(".") == headline]
    [(_title, newsroom)] = titled(answers, ArticleIndexPage)
    listed = [newsroom.words, get(client, f"{newsroom.url}?page=2").words]

    assert headline in article.words
    assert any(headline in words for words in listed)
