"""Measuring: how many questions an answer asks of the database, and how long it takes."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import count
from statistics import median
from time import perf_counter

from django.contrib.auth.models import Group
from django.core.cache import caches
from django.core.paginator import Paginator
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from bench.words import COMMON, RARE
from community.models import Comment, CommunityPage, Discussion, User
from community.services.posting import post_comment
from community.threads import REPLIES_PER_PAGE, THREADS_PER_PAGE

ROUNDS = 7
LANGUAGE = "en"
# No two answers of a run have the same words: they would be taken for one.
_numbers = count()


@dataclass(frozen=True)
class Figure:
    """What one thing costs.

    Attributes:
        name: what was done.
        queries: the questions asked of the database.
        milliseconds: the median of all rounds.
    """

    name: str
    queries: int
    milliseconds: float


@dataclass(frozen=True)
class City:
    """What is measured.

    Attributes:
        long_threads: discussions with one thread each, by the number of its replies.
        many_threads: a discussion with as many threads.
        writers: members whose comments are public at once.
    """

    long_threads: dict[int, Discussion]
    many_threads: Discussion
    writers: list[int]


def measure_pages(city: City) -> list[Figure]:
    """Open each page several times, as a visitor whose copy no cache has, and as a moderator."""
    visitor = Client()
    moderator = Client()
    person, _created = User.objects.get_or_create(
        email="moderator@example.org", defaults={"display_name": "Bench Moderator"}
    )
    person.groups.add(Group.objects.get(name="Community moderators"))
    moderator.force_login(person)
    with override(LANGUAGE):
        pages = {name: (visitor, url) for name, url in _public_addresses(city).items()}
        queue = reverse("community_comment_modeladmin_index")
        pages["moderators’ queue"] = (moderator, queue)
    return [measure_page(name, client, url) for name, (client, url) in pages.items()]


def measure_posting(city: City, names: tuple[int, int]) -> list[Figure]:
    """Answer the openers of two threads in turns, so that both meet the same weather.

    Args:
        city: where to write.
        names: the numbers of replies by which the city knows the two.
    """
    openers = {name: _opener(city.long_threads[name]) for name in names}

    def answer(name: int) -> None:
        number = next(_numbers)
        post_comment(
            target=city.long_threads[name],
            author=User.objects.get(pk=city.writers[number % len(city.writers)]),
            text=f"Answer number {number}, written at once.",
            submission=f"bench {number}",
            parent_id=openers[name].pk,
            language=LANGUAGE,
        )

    queries, times = {}, {name: [] for name in names}
    for name in names:
        answer(name)
        with CaptureQueriesContext(connection) as asked:
            answer(name)
        queries[name] = len(asked)
    for _round in range(3 * ROUNDS):
        for name in names:
            times[name].append(_timed(lambda name=name: answer(name)))
    return [
        Figure(f"post a reply, thread of {name:,}", queries[name], median(times[name]))
        for name in names
    ]


def _public_addresses(city: City) -> dict[str, str]:
    """Return what visitors open, by what it is."""
    addresses = {"community, first page": _front_url()}
    for size, discussion in city.long_threads.items():
        url, opener = discussion.get_absolute_url(), _opener(discussion)
        addresses[f"discussion, thread of {size:,}"] = url
        thread = reverse("community:thread", args=[opener.pk])
        last = Paginator(range(size), REPLIES_PER_PAGE).num_pages
        for label, page in {"first": 1, "middle": last // 2, "last": last}.items():
            if page and (page > 1 or label == "first"):
                addresses[f"thread of {size:,}, {label} page"] = f"{thread}?page={page}"
        if size:
            newest = Comment.objects.filter(root=opener).latest("pk")
            addresses[f"permalink, last of {size:,}"] = reverse(
                "community:comment", args=[newest.pk]
            )
    url = city.many_threads.get_absolute_url()
    threads = Comment.objects.filter(conversation__object_id=city.many_threads.pk).openers()
    last = Paginator(range(threads.count()), THREADS_PER_PAGE).num_pages
    for label, page in {"first": 1, "middle": last // 2, "last": last}.items():
        addresses[f"discussion of {threads.count():,} threads, {label} page"] = (
            f"{url}?comments={page}"
        )
    addresses["a member’s page"] = reverse("community:member", args=[city.writers[0]])
    search = reverse("search")
    addresses["search, a rare word"] = f"{search}?q={RARE}"
    addresses["search, a common word"] = f"{search}?q={COMMON}"
    addresses["search, comments alone"] = f"{search}?q={COMMON}&type=comment"
    return addresses


def _front_url() -> str:
    return CommunityPage.objects.live().get(locale__language_code=LANGUAGE).url


def measure_page(name: str, client: Client, url: str) -> Figure:
    """Open an address several times, as somebody of whom no cache has a copy."""

    def load() -> None:
        caches["limits"].clear()
        response = client.get(url)
        if response.status_code not in {200, 302}:
            raise RuntimeError(f"{url} answers {response.status_code}.")

    with override_settings(KEEP_ANSWERS=False):
        load()
        with CaptureQueriesContext(connection) as asked:
            load()
        return Figure(name, len(asked), median(_timed(load) for _round in range(ROUNDS)))


def _opener(discussion: Discussion) -> Comment:
    return Comment.objects.filter(conversation__object_id=discussion.pk).openers().first()


def _timed(act: Callable[[], None]) -> float:
    started = perf_counter()
    act()
    return (perf_counter() - started) * 1_000


def as_rows(figures: list[Figure]) -> list[dict[str, object]]:
    """Return figures as JSON keeps them."""
    return [asdict(figure) | {"milliseconds": round(figure.milliseconds, 2)} for figure in figures]
