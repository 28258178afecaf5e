"""What changes is forgotten by the cache wherever it shows, within two seconds; the rest stays."""

import gzip
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.conftest import City

# Seconds from the change until readers see it.
SOON = 2.0
# The same where the worker purges, which has a look at its queue each half second.
BY_WORKER = 10.0


def see(
    city: City, path: str, is_shown: Callable[[str], bool], within: float = SOON
) -> float | None:
    """Return after how many seconds readers see a change; None where they don't in time."""
    started = time.monotonic()
    while time.monotonic() - started < within:
        if is_shown(city.reader().get(path).text):
            return time.monotonic() - started
        time.sleep(0.05)
    return None


def statuses(city: City, *paths: str) -> list[str]:
    """Return whether the cache has copies of these addresses."""
    return [city.reader().get(path).cache for path in paths]


@pytest.fixture
def feed(city: City) -> str:
    """The address of the newsroom's feed."""
    return f"{city.newsroom}feed/"


def test_a_published_article_is_seen_where_it_is_listed_and_nothing_else_is_forgotten(city, feed):
    listed = [city.newsroom, feed, f"{city.newsroom}?page=1", "/sitemap.xml"]
    unrelated = [city.articles[0]["url"], "/robots.txt"]
    city.settle()
    statuses(city, *listed, *unrelated)
    assert statuses(city, *listed, *unrelated) == ["HIT"] * 6

    article = city.desk("publish_article", title="Ura e re")

    assert statuses(city, *unrelated) == ["HIT", "HIT"]
    for path in listed:
        assert see(city, path, lambda text: article["url"] in text) is not None, path
    city.desk("unpublish", number=article["id"])


def test_a_changed_title_is_seen_on_the_page_and_in_the_lists(city, feed):
    article = city.desk("publish_article", title="Titulli i vjetër")
    places = [article["url"], city.newsroom, feed]
    statuses(city, *places)

    city.desk("change_article", number=article["id"], title="Titulli i ri")

    for path in places:
        assert see(city, path, lambda text: "Titulli i ri" in text) is not None, path
    city.desk("unpublish", number=article["id"])


def test_a_withdrawn_article_is_gone_everywhere(city, feed):
    article = city.desk("publish_article", title="Do të hiqet")
    places = [city.newsroom, feed, "/sitemap.xml"]
    statuses(city, article["url"], *places)

    city.desk("unpublish", number=article["id"])

    for path in places:
        assert see(city, path, lambda text: article["url"] not in text) is not None, path
    assert city.reader().get(article["url"]).status == 404


def test_a_page_with_another_address_is_gone_from_the_first(city):
    article = city.desk("publish_article", title="Do të zhvendoset")
    statuses(city, article["url"], city.newsroom)

    address = city.desk("rename", number=article["id"])

    assert see(city, city.newsroom, lambda text: address in text) is not None
    # Wagtail leads on from the earlier address, or there is nothing any more.
    assert city.reader().get(article["url"]).status in {301, 404}
    city.desk("unpublish", number=article["id"])


def test_a_page_that_has_moved_leaves_one_list_for_the_other(city):
    article = city.desk("publish_article", title="Do të ndërrojë vend")
    other = city.desk("open_newsroom", title="Lajme nga lagjet")
    city.settle()
    listed = city.newsroom, other["url"]
    statuses(city, article["url"], *listed)
    assert statuses(city, article["url"], *listed) == ["HIT"] * 3

    address = city.desk("move", number=article["id"], parent=other["id"])

    assert address.startswith(other["url"])
    assert see(city, city.newsroom, lambda text: article["url"] not in text) is not None
    assert see(city, other["url"], lambda text: address in text) is not None
    assert city.reader().get(article["url"]).status in {301, 404}
    assert city.reader().get(address).status == 200
    city.desk("unpublish", number=other["id"])


def test_an_alert_is_seen_on_every_page_and_leaves_it(city):
    headline = "A storm over the whole city"
    paths = [*city.public_paths, "/en/alerts/now/"]
    city.warm()
    statuses(city, *paths, "/alerts/cap.xml")
    # In the language of each page.
    words = [headline if path.startswith("/en/") else "Stuhi e fortë mbi qytet" for path in paths]
    assert statuses(city, *city.public_paths) == ["HIT"] * len(city.public_paths)

    alert = city.desk("publish_alert", headline=headline)
    for path, word in zip(paths, words, strict=True):
        assert see(city, path, lambda text, word=word: word in text, BY_WORKER) is not None, path

    assert see(city, "/alerts/cap.xml", lambda text: alert in text, BY_WORKER) is not None

    city.desk("cancel_alert", name=alert)
    for path, word in zip(city.public_paths, words, strict=False):
        gone = see(city, path, lambda text, word=word: word not in text, BY_WORKER)
        assert gone is not None, path


def test_what_stands_on_every_page_is_seen_on_every_page(city):
    city.warm()

    city.desk("change_name", name="Qyteti i provës")

    for path in city.public_paths:
        assert see(city, path, lambda text: "Qyteti i provës" in text) is not None, path


def test_comments_are_seen_and_hidden_where_they_stand(city):
    (session,) = city.desk("make_members", count=1)
    thread = city.desk("discussion_url", number=city.discussion)
    reader = city.reader(session)
    statuses(city, thread)

    form = reader.open_form(city.write_path)
    answer = reader.post(city.write_path, form | {"text": "A bench for everybody."})

    assert answer.status == 302, answer.text
    assert see(city, thread, lambda text: "A bench for everybody." in text) is not None
    city.desk("hide_comment", words="A bench for everybody.")
    assert see(city, thread, lambda text: "A bench for everybody." not in text) is not None


@pytest.mark.parametrize("is_deaf", [False, True], ids=["purged", "twin: the purger is away"])
def test_of_a_page_that_became_private_nobody_gets_a_copy(city, is_deaf):
    article = city.desk("publish_article", title=f"Vetëm për anëtarë {is_deaf}")
    city.settle()
    copies = [article["url"], f"{article['url']}?nga=posta"]
    statuses(city, *copies)
    assert statuses(city, *copies) == ["HIT", "HIT"]
    if is_deaf:
        city.rehearsal.purger.kill()

    city.desk("make_private", number=article["id"])
    # Many, since those who meet at a page that may not be kept wait half a second for each other.
    with ThreadPoolExecutor(50) as readers:
        reader = city.reader()
        answers = list(readers.map(reader.get, copies * 500))

    city.rehearsal.purger.start()
    leaked = [answer for answer in answers if "Fjala e Vetëm" in answer.text]
    assert len(answers) == 1000
    assert bool(leaked) is is_deaf
    city.desk("unpublish", number=article["id"])


def test_cookies_of_others_neither_split_nor_bypass_the_cache(city):
    city.settle()
    city.warm()
    reader = city.reader()
    reader.cookies = {"_ga": "GA1.2.3", "__Host-csrf": "abc", "member": "1", "sid": "x"}

    assert reader.get(city.newsroom).cache == "HIT"


def test_who_is_signed_in_goes_past_the_cache(city):
    (session,) = city.desk("make_members", count=1)
    city.warm()

    answer = city.reader(session).get(city.newsroom)

    assert answer.cache == "BYPASS"


def test_a_copy_is_kept_compressed_and_plain_for_everybody(city):
    city.settle()
    city.forget_copies()
    reader = city.reader()
    ways = ["br, gzip, zstd", "gzip", "gzip;q=0", "identity"]
    answers = [reader.get(city.newsroom, **{"Accept-Encoding": way}) for way in ways]

    assert [answer.cache for answer in answers] == ["MISS", "HIT", "MISS", "HIT"]
    packed = [answer.headers.get("content-encoding") for answer in answers]
    assert packed == ["gzip", "gzip", None, None]
    assert answers[0].headers["etag"] != answers[2].headers["etag"]
    assert gzip.decompress(answers[0].body) == answers[2].body


def test_a_change_is_forgotten_in_both_forms(city):
    article = city.desk("publish_article", title="Dy herë")
    city.settle()
    for way in ("gzip", "identity"):
        city.reader().get(article["url"], **{"Accept-Encoding": way})

    city.desk("unpublish", number=article["id"])

    statuses = [
        city.reader().get(article["url"], **{"Accept-Encoding": way}).status
        for way in ("gzip", "identity")
    ]
    assert statuses == [404, 404]


def test_a_reader_can_have_nothing_forgotten(city):
    city.warm()

    refused = [city.reader().purge("/", words).status for words in ("*", "")]

    assert refused == [405, 405]
    assert statuses(city, city.newsroom) == ["HIT"]
