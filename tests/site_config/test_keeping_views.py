"""What a view says to everybody is kept, and nothing else."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from site_config.compression import accepts_gzip
from site_config.freshness import limit_freshness
from site_config.kept_answers import answers
from site_config.kept_answers.answers import keep_answer
from site_config.kept_answers.parameters import KnownParameters
from site_config.kept_answers.store import KeptAnswer, Store

# Inside a transaction nothing is kept.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch, settings) -> None:
    """A process that has said nothing yet, and keeps what it says."""
    settings.KEEP_ANSWERS = True
    monkeypatch.setattr(answers, "store", Store())
    monkeypatch.setattr(answers, "parameters", KnownParameters())


@pytest.mark.parametrize(
    ("accepted", "taken"),
    [
        ("gzip", True),
        ("br, GZIP;q=0.5", True),
        ("gzip;q=0", False),
        ("gzip; q=0.0, br", False),
        ("gzip;q=0.001", True),
        ("br", False),
        ("", False),
    ],
)
def test_gzip_is_sent_to_those_who_take_it(accepted, taken):
    assert accepts_gzip(accepted) is taken


def answered(response: HttpResponse, rf: RequestFactory, prepare=lambda request: None) -> int:
    """Say twice what a view answers, and return how often the view was asked."""
    asked = []

    def view(request):
        asked.append(request)
        prepare(request)
        return response

    for _round in range(2):
        keep_answer(view)(rf.get("/en/"))
    return len(asked)


def personal(response: HttpResponse) -> HttpResponse:
    response.set_cookie("a", "b")
    return response


def limited(until) -> HttpResponse:
    response = HttpResponse("a")
    limit_freshness(response, until)
    return response


def with_token(request) -> None:
    request.META["CSRF_COOKIE"] = "secret"


def test_an_answer_for_everybody_is_made_once(rf):
    assert answered(HttpResponse("a"), rf) == 1


@pytest.mark.parametrize(
    "response",
    [
        HttpResponse("a", status=404),
        HttpResponse("a", headers={"Vary": "Cookie"}),
        HttpResponse("a", headers={"Cache-Control": "private, no-store"}),
        HttpResponse("a", headers={"Content-Encoding": "br"}),
        personal(HttpResponse("a")),
        limited(timezone.now() - timedelta(seconds=1)),
    ],
    ids=["missing", "varying", "private", "encoded", "with a cookie", "over"],
)
def test_an_answer_for_one_person_is_not_kept(rf, response):
    assert answered(response, rf) == 2


def test_an_answer_with_a_token_is_not_kept(rf):
    assert answered(HttpResponse("a"), rf, with_token) == 2


def test_an_answer_made_from_unwatched_tables_is_not_kept(rf):
    assert answered(HttpResponse("a"), rf, lambda request: Session.objects.count()) == 2


def test_an_answer_holds_no_longer_than_its_page(rf):
    soon = timezone.now() + timedelta(seconds=30)

    assert answers._seconds(limited(soon)) <= 30
    kept = keep_answer(lambda request: limited(soon))
    kept(rf.get("/en/"))
    assert kept(rf.get("/en/")).fresh_until == soon


def test_parameters_that_a_view_looks_at_make_pages_of_their_own(rf):
    view = keep_answer(lambda request: HttpResponse(request.GET.get("page", "1")))

    said = [view(rf.get(f"/en/{query}")).content for query in ("", "?page=2", "?page=3&x=1")]

    assert said == [b"1", b"2", b"3"]


def test_a_parameter_that_is_looked_at_later_counts_from_then_on(rf):
    def page(request):
        return HttpResponse(request.GET.get("more", "-") if "all" in request.GET else "few")

    view = keep_answer(page)
    said = [
        view(rf.get(f"/en/{query}")).content
        for query in ("?more=1", "?all=1&more=1", "?all=1&more=2", "?more=2", "?all=1&more=1")
    ]

    assert said == [b"few", b"1", b"2", b"few", b"1"]


@pytest.mark.parametrize(
    "whole",
    [
        lambda request: request.get_full_path(),
        lambda request: request.build_absolute_uri(),
        lambda request: request.GET.urlencode(),
        lambda request: "".join(request.GET),
        lambda request: str(request.GET.dict()),
        lambda request: request.GET.copy().urlencode(),
        lambda request: str(len(request.GET)),
    ],
    ids=["path", "address", "urlencode", "names", "dict", "copy", "length"],
)
def test_a_page_that_shows_its_whole_address_is_one_for_each(rf, whole):
    view = keep_answer(lambda request: HttpResponse(whole(request)))

    said = {view(rf.get(f"/en/{query}")).content for query in ("?a=1", "?b=1&c=2", "?b=1&d=2&e=3")}

    assert len(said) == 3


def test_the_store_forgets_what_was_not_asked_for_the_longest():
    kept = Store(most_bytes=7_000)
    for name in "abc":
        kept.put(name, answer_of(b"x"))
    kept.get("a")

    kept.put("d", answer_of(b"x"))

    assert kept.get("b") is None
    assert kept.get("a") is not None
    assert len(kept) == 3
    assert kept.bytes == 3 * answer_of(b"x").size


def answer_of(body: bytes) -> KeptAnswer:
    return KeptAnswer(body, b"", [], {}, 0.0)
