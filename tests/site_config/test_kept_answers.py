"""What a process keeps of its answers is what the portal would say anew."""

import gzip

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from articles.models import ArticlePage
from community.models import CommunitySettings
from site_config.kept_answers import answers, changes
from site_config.kept_answers.answers import store
from site_config.models import Identity
from tests.empty_portal import begin_portal
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory
from tests.factories.community import DiscussionFactory, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nothing_kept(settings):
    settings.KEEP_ANSWERS = True
    store.clear()
    answers.parameters._names.clear()
    cache.clear()
    yield
    store.clear()
    cache.clear()


@pytest.fixture
def article() -> ArticlePage:
    """An article of a portal that has nothing else: tests with real commits start empty."""
    newsroom = ArticleIndexPageFactory(parent=begin_portal(), title="News", slug="news")
    return ArticlePageFactory(parent=newsroom, title="Trees for the boulevard")


def read(url: str, **headers: str) -> str:
    response = Client().get(url, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def queries_of(url: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        read(url)
    return len(asked)


def test_a_page_is_made_once_and_then_asks_one_question(article):
    assert queries_of(article.url) > 1

    assert queries_of(article.url) == 1


def test_a_page_says_the_same_the_second_time(article):
    first = Client().get(article.url)
    second = Client().get(article.url)

    assert second.content == first.content
    named = {"X-Request-ID"}  # Each request has a name of its own.
    assert {*second.items()} ^ {*first.items()} == {
        (name, answer[name]) for answer in (first, second) for name in named
    }
    assert "public" in second["Cache-Control"]
    assert second["ETag"]


def test_a_page_that_is_published_is_seen_at_once(article):
    read(article.url)

    article.title = "Six hundred trees"
    article.save_revision().publish()

    assert "Six hundred trees" in read(article.url)


def test_what_a_queryset_writes_is_seen_at_once(article):
    read(article.url)

    ArticlePage.objects.update(lead="Written past all signals.")

    assert "Written past all signals." in read(article.url)


def test_what_a_raw_statement_writes_is_seen_at_once(article):
    read(article.url)

    with connection.cursor() as cursor:
        cursor.execute("update wagtailcore_page set title = 'Raw' where id = %s", [article.pk])

    assert '<h1 class="h1-long">Raw</h1>' in read(article.url)


def test_the_name_in_the_shell_is_that_of_the_settings(article):
    read(article.url)

    identity = Identity(site=article.get_site())
    identity.name = "Bashkia"
    identity.save()

    assert "Bashkia" in read(article.url)


def test_the_shell_follows_another_process(article):
    read(article.url)

    # As another process would write it: no signal reaches this one's cache.
    identity = Identity.objects.first() or Identity.objects.create(site=article.get_site())
    Identity.objects.filter(pk=identity.pk).update(name="Elsewhere")

    assert "Elsewhere" in read(article.url)


def test_the_switch_for_comments_follows_another_process(article):
    CommunitySettings.objects.create(comments_open=True)
    before = read(article.url)

    CommunitySettings.objects.update(comments_open=False)

    assert read(article.url) != before


def test_a_page_that_is_taken_down_is_gone_at_once(article):
    read(article.url)

    article.unpublish()

    assert Client().get(article.url).status_code == 404


def test_a_page_that_is_restricted_is_shown_to_nobody_else(article):
    read(article.url)

    article.view_restrictions.create(restriction_type="login")

    assert Client().get(article.url).status_code == 302


def test_what_was_rolled_back_changes_nothing(article):
    read(article.url)

    with transaction.atomic():
        ArticlePage.objects.update(lead="Never said.")
        transaction.set_rollback(True)

    assert "Never said." not in read(article.url)
    ArticlePage.objects.update(lead="Said after all.")
    assert "Said after all." in read(article.url)


def test_a_savepoint_that_is_rolled_back_hides_no_change_around_it(article):
    read(article.url)

    with transaction.atomic():
        with transaction.atomic():
            ArticlePage.objects.update(lead="Never said.")
            transaction.set_rollback(True)
        ArticlePage.objects.update(lead="Said after all.")

    assert "Said after all." in read(article.url)


def test_the_change_is_known_before_caches_are_purged(article):
    seen = []
    read(article.url)

    with transaction.atomic():
        transaction.on_commit(lambda: seen.append(read(article.url)))
        ArticlePage.objects.update(lead="The newest words.")

    assert "The newest words." in seen[0]


def test_a_visitor_inside_a_transaction_leaves_nothing_behind(article):
    with transaction.atomic():
        ArticlePage.objects.update(lead="Not yet true.")
        read(article.url)
        transaction.set_rollback(True)

    assert len(store) == 0
    assert "Not yet true." not in read(article.url)


def test_the_cache_in_front_hears_again_what_is_shown(article, settings):
    settings.WAGTAILFRONTENDCACHE = {"cache": {"BACKEND": "wagtail.contrib.frontend_cache"}}
    first, second = (Client().get(article.url)["X-Shows"] for _visitor in range(2))

    assert f"s{article.pk}" in first.split()
    assert second == first


def test_parameters_that_no_view_looks_at_make_no_other_page(article):
    first = read(f"{article.url}?utm_source=mail")

    assert queries_of(f"{article.url}?fbclid=1&utm_source=paper") == 1
    assert queries_of(article.url) == 1
    assert read(article.url) == first


def test_unrelated_cookies_meet_the_kept_page(article):
    read(article.url)
    client = Client()
    client.cookies["_ga"] = "GA1.1.1"

    with CaptureQueriesContext(connection) as asked:
        client.get(article.url)

    assert len(asked) == 1


def test_other_tables_take_no_page_away(article):
    read(article.url)

    UserFactory()

    assert queries_of(article.url) == 1


def test_a_union_that_is_read_changes_nothing(article):
    before = changes.latest_changes()

    one, other = (Locale.objects.filter(language_code=code).order_by() for code in ("sq", "en"))
    assert one.union(other)

    assert changes.latest_changes() == before


def test_a_draft_takes_no_page_away(article):
    read(article.url)

    article.title = "Not published yet"
    article.save_revision()

    assert queries_of(article.url) == 1


def test_who_signs_in_takes_no_page_away(article):
    person = UserFactory()
    discussion = DiscussionFactory(author=person)
    url = discussion.get_absolute_url()
    read(url)

    person.last_login = timezone.now()
    person.save(update_fields=["last_login"])
    assert queries_of(url) == 1

    person.display_name = "Another Name"
    person.save(update_fields=["display_name", "last_login"])
    assert "Another Name" in read(url)


def test_a_discussion_follows_its_words(article):
    discussion = DiscussionFactory()
    url = discussion.get_absolute_url()
    read(url)
    assert queries_of(url) == 1

    type(discussion).objects.filter(pk=discussion.pk).update(text="Other words than before.")

    assert "Other words than before." in read(url)


def test_a_compressed_page_is_the_page(article):
    plain = Client().get(article.url)

    packed = Client().get(article.url, headers={"accept-encoding": "gzip, br"})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2
    assert packed["ETag"] != plain["ETag"]
    assert "Accept-Encoding" in plain["Vary"]
    assert "Accept-Encoding" in packed["Vary"]


def test_a_compressed_page_that_is_known_is_not_sent_again(article):
    headers = {"accept-encoding": "gzip"}
    first = Client().get(article.url, headers=headers)

    again = Client().get(article.url, headers=headers | {"if-none-match": first["ETag"]})

    assert again.status_code == 304


def test_a_statement_that_says_no_table_changes_all_of_them(article):
    read(article.url)

    with connection.cursor() as cursor:
        cursor.execute("with x as (select 1) select 1")

    assert queries_of(article.url) > 1


def test_a_change_never_has_the_number_of_another(article):
    seen = set()
    for number in range(5):
        ArticlePage.objects.update(lead=f"{number}")
        seen.add(changes.latest_changes()["articles_articlepage"])

    assert len(seen) == 5


def test_an_answer_that_a_change_has_overtaken_is_stored_nowhere(article, monkeypatch):
    def change_meanwhile(page, request, *args, **kwargs):
        page.view_restrictions.create(restriction_type="login")
        return make_context(page, request, *args, **kwargs)

    make_context = ArticlePage.get_context
    monkeypatch.setattr(ArticlePage, "get_context", change_meanwhile)
    monkeypatch.setattr(answers, "SLOW", 0.0)

    response = Client().get(article.url)

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_a_slow_answer_that_nothing_has_overtaken_is_stored(article, monkeypatch):
    monkeypatch.setattr(answers, "SLOW", 0.0)

    assert "public" in Client().get(article.url)["Cache-Control"]
