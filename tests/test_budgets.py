"""How much a page may cost: questions to the database, and bytes to a phone."""

import gzip
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from urllib.parse import unquote, urlsplit
from uuid import uuid4

import brotli
import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from pytest_django import DjangoDbBlocker
from wagtail.models import get_page_models

from articles.models import ArticlePage
from community.models import Discussion
from home.models import HomePage
from site_config.models import BasePage, IndexPage
from tests.demo_city import DemoCity, collect_static, forget_what_was_read
from tests.demo_pages import PageReader, get

pytestmark = [pytest.mark.survey, pytest.mark.usefixtures("demo", "db")]

PAGE_TYPES = sorted(
    (model for model in get_page_models() if issubclass(model, BasePage)),
    key=lambda model: model._meta.label,
)
# Queries with warm caches.
HOME, ARTICLE, LISTING, SEARCH, OTHER = 25, 15, 15, 12, 20
SEARCHES = {"search: found": "q=tirana", "search: nothing": "q=xyzzyqwert", "search: empty": ""}
# How many of each kind are added to see what grows with content.
MORE = 15
# Bytes.
HOME_WEIGHT = 60 * 1024
PICTURE_WEIGHT = 90 * 1024


def budget(name: str) -> int:
    """Return how many queries the place may make at most."""
    if name.startswith("search"):
        return SEARCH
    model = {model._meta.label: model for model in PAGE_TYPES}.get(name)
    if model is HomePage:
        return HOME
    if model is ArticlePage:
        return ARTICLE
    if model is None or (issubclass(model, IndexPage) or "Index" in model.__name__):
        return LISTING
    return OTHER


def addresses() -> dict[str, list[str]]:
    """Return the English pages of each type, and the views beside them."""
    found: dict[str, list[str]] = {
        model._meta.label: [
            page.url
            for page in model.objects.live().filter(locale__language_code="en").order_by("pk")
        ]
        for model in PAGE_TYPES
    }
    found |= {name: [f"/en/search/?{query}"] for name, query in SEARCHES.items()}
    with override("en"):
        discussion = Discussion.objects.visible().first()
        found["discussion"] = [discussion.get_absolute_url()]
        found["member"] = [discussion.author.get_absolute_url()]
    return found


def count_queries(url: str) -> int:
    """Return the queries that a page makes when it was opened a moment before.

    What an earlier page left in the caches could run out between the two.
    """
    forget_what_was_read()
    client = Client()
    assert get(client, url).status == 200, url
    with CaptureQueriesContext(connection) as queries:
        get(client, url)
    return len(queries)


def most_queries() -> dict[str, int]:
    """Return what the costliest page of each type asks of the database."""
    return {
        name: max(map(count_queries, urls[:12]), default=0) for name, urls in addresses().items()
    }


def add_content() -> None:
    """Let the city grow: copies of what listings and the front page show."""
    for model in PAGE_TYPES:
        if model is HomePage or issubclass(model, IndexPage) or model.max_count is not None:
            continue
        originals = model.objects.live().filter(locale__language_code="en").order_by("pk")
        for number, original in zip(range(MORE), cycle(originals), strict=False):
            original.copy(
                update_attrs={
                    "title": f"Tirana {number}",
                    "slug": f"tirana-{number}-{uuid4().hex}",
                },
                copy_revisions=False,
                keep_live=True,
            )
    original = Discussion.objects.visible().first()
    for _number in range(MORE):
        original.pk = None
        original._state.adding = True
        original.save()


@pytest.fixture(scope="module")
def costs(
    demo: DemoCity, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[dict[str, int], dict[str, int]]]:
    """The queries of each type in the demo city, and in the city grown."""
    with django_db_blocker.unblock():
        before = most_queries()
        add_content()
        after = most_queries()
        demo.restore("testserver", 80)
    return before, after


@pytest.mark.parametrize(
    "name", [*(model._meta.label for model in PAGE_TYPES), *SEARCHES, "discussion", "member"]
)
def test_a_page_asks_no_more_than_it_may_and_no_more_when_the_city_grows(
    costs: tuple[dict[str, int], dict[str, int]], name: str
):
    before, after = costs[0][name], costs[1][name]

    assert 0 < before <= budget(name)
    assert after <= budget(name)
    assert after <= before


@pytest.fixture(scope="module")
def front_page(demo: DemoCity, run_folder: Path, django_db_blocker: DjangoDbBlocker) -> str:
    """The English home page with the addresses of production's static files."""
    with django_db_blocker.unblock(), override_settings(**collect_static(run_folder)):
        return get(Client(), "/en/").body


def compressed(front_page: str, run_folder: Path, suffix: str) -> dict[str, int]:
    """Return the bytes that a browser loads for the home page, by file.

    Args:
        front_page: its HTML.
        run_folder: where the static files were collected.
        suffix: ``.gz`` or ``.br``: how they are compressed.
    """
    press = gzip.compress if suffix == ".gz" else brotli.compress
    reader = PageReader(front_page)
    references = [
        *(link["href"] for link in reader.all("link") if link["rel"] == "stylesheet"),
        *(script["src"] for script in reader.all("script") if script.get("src")),
    ]
    assert any(".css" in it for it in references)
    assert any(".js" in it for it in references)
    files = {
        reference: run_folder / "static" / (reference.removeprefix(settings.STATIC_URL) + suffix)
        for reference in references
    }
    return {"html": len(press(front_page.encode()))} | {
        # Files that compression makes no smaller are kept as they are.
        name: (path if path.exists() else path.with_suffix("")).stat().st_size
        for name, path in files.items()
    }


@pytest.mark.parametrize("suffix", [".gz", ".br"])
def test_the_front_page_is_light(front_page: str, run_folder: Path, suffix: str):
    weights = compressed(front_page, run_folder, suffix)

    assert sum(weights.values()) <= HOME_WEIGHT, weights


def test_the_style_sheet_is_one_file(front_page: str, run_folder: Path):
    [sheet] = [it["href"] for it in PageReader(front_page).all("link") if it["rel"] == "stylesheet"]

    text = (run_folder / "static" / sheet.removeprefix(settings.STATIC_URL)).read_text()
    assert "@import" not in text


def pictures_of(url: str) -> dict[str, int]:
    """Return the bytes of every AVIF picture that a page offers, by its path."""
    offered = [
        candidate.split()[0]
        for source in PageReader(get(Client(), url).body).all("source", "img")
        for candidate in (source.get("srcset") or source.get("src") or "").split(",")
    ]
    paths = {unquote(urlsplit(address).path) for address in offered}
    return {path: weight(path) for path in paths if path.endswith(".avif")}


def weight(path: str) -> int:
    """Return the bytes of a picture: an uploaded one, or the cover that a publication serves."""
    if path.startswith(settings.MEDIA_URL):
        return default_storage.size(path.removeprefix(settings.MEDIA_URL))
    return len(b"".join(Client().get(path).streaming_content))


@pytest.mark.parametrize("url", ["/en/", "/sq/"])
def test_no_picture_of_the_front_page_is_heavy_on_any_screen(url: str):
    pictures = pictures_of(url)

    assert {path: size for path, size in pictures.items() if size > PICTURE_WEIGHT} == {}
    assert len(pictures) > 20


def test_no_picture_is_heavy_on_a_phone():
    urls = {url for urls in addresses().values() for url in urls}
    pictures = {path: size for url in urls for path, size in pictures_of(url).items()}
    # What phones load; wider screens have wider lines.
    narrow = {path: size for path, size in pictures.items() if "width-640" in path}
    covers = {path: size for path, size in pictures.items() if "/cover-" in path}

    shown = narrow | covers
    assert {path: size for path, size in shown.items() if size > PICTURE_WEIGHT} == {}
    assert len(narrow) > 20
    assert len(covers) >= 4


def test_a_budget_knows_every_kind_of_place():
    assert budget("home.HomePage") == HOME
    assert budget("articles.ArticlePage") == ARTICLE
    assert budget("articles.ArticleIndexPage") == LISTING
    assert budget("search: found") == SEARCH
    assert budget("partners.PartnerPage") == OTHER
