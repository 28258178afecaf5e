"""The pages of a city of three sizes, beside a static file and a view that does the least."""

import os
import secrets
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from articles.models import ArticlePage
from bench.filling import add_discussions, add_members
from bench.growing import COMMON, grow_to, newsroom
from bench.loading import ask
from bench.measuring import measure_page
from bench.ratios import Goal, percentile, ratio
from bench.serving import HOST, Server, gunicorn, nginx
from bench.shapes import Shape
from community.models import Comment, CommunityPage, Discussion, User
from community.services.posting import post_comment
from site_config.kept_answers.changes import void

ROUNDS = 5
# Requests of one round: pages that are made anew, and those that somebody keeps.
ANEW, KEPT, CACHED = 20, 200, 3_000
CONNECTIONS = 8
THREADED = 50
# Tables that pages and discussions are made from, but not the menus and links around them.
SEEN_BY_ALL = ("wagtailcore_pageviewrestriction", "community_conversation")
SOAK = 10_000
MINIMAL, FILE = "a view that does the least", "a static file"
# Times the processor time of the view that does the least.
LIMITS = {"article": 10, "home": 12, "listing": 10, "search": 12}
_fresh = count(1)


def run_pages(
    *, folder: Path, sizes: list[int], comments: int, tell: Callable[[str], Any]
) -> dict[str, Any]:
    """Load the demo city into the connected, empty database, let it grow, and measure each size.

    Args:
        folder: where servers and the portal may write.
        sizes: how many pages the tree has; the demo city alone is the smallest.
        comments: about how many comments the largest city has.
        tell: is told what is going on.
    """
    env = _environment(folder)
    tell("Loading the demo city …\n")
    _manage(env | {"DJANGO_SETTINGS_MODULE": "site_config.settings.development"}, "prepare")
    _manage(env, "collectstatic", "--noinput")
    plain, commented = _two_articles()
    report: dict[str, Any] = {"python": sys.version.split()[0], "sizes": []}
    for size in sizes:
        tell(f"Growing to {size:,} pages …\n")
        pages = grow_to(size)
        if size == sizes[-1] and (missing := comments - Comment.objects.count()) > 0:
            add_discussions(Shape(100, 5), missing // 101 + 1, add_members(2_000))
        tell(f"Measuring {pages:,} pages …\n")
        report["sizes"].append({"pages": pages} | _measure(env, folder, plain, commented))
    report["goals"] = [
        {"name": goal.name, "value": goal.value, "limit": goal.limit, "met": goal.is_met}
        for goal in _goals(report["sizes"])
    ]
    return report


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment of a city's server, as `.env.example` describes it."""
    return {
        "DJANGO_SETTINGS_MODULE": "site_config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": HOST,
        "BASE_URL": f"https://{HOST}",
        "DEFAULT_FROM_EMAIL": "city@example.org",
        "DATABASE_URL": os.environ["DATABASE_URL"],
        "VAR_DIR": str(folder),
    }


def _manage(env: dict[str, str], *command: str) -> None:
    subprocess.run(  # noqa: S603 - our own command.
        [sys.executable, "manage.py", *command],
        env=os.environ | env,
        cwd=settings.BASE_DIR,
        check=True,
        stdout=subprocess.DEVNULL,
    )


def _two_articles() -> tuple[str, str]:
    """Return an article, and the address of a copy of it under which fifty comments stand."""
    room = newsroom()
    article = max(
        ArticlePage.objects.live().child_of(room), key=lambda page: len(str(page.story.raw_data))
    )
    with override("en"):
        twin = article.copy(update_attrs={"slug": "answered"}, keep_live=True)
        writers, opener = _trusted_members(), 0
        for number in range(THREADED):
            opens = number % 5 == 0
            caches["limits"].clear()
            posted = post_comment(
                target=twin.specific,
                author=writers[number % len(writers)],
                text=f"Answer {number}: what do others think of it?",
                submission=f"bench {number}",
                parent_id=0 if opens else opener,
                language="en",
            )
            if opens:
                opener = posted.comment.pk
    return article.url, twin.url


def _trusted_members() -> list[User]:
    """Return new members whose words wait for nobody: they work for the city."""
    members = list(User.objects.filter(pk__in=add_members(10)))
    for member in members:
        member.groups.add(Group.objects.get(name="Community moderators"))
    return members


def _addresses(plain: str, commented: str) -> dict[str, str]:
    with override("en"):
        front = CommunityPage.objects.live().get(locale__language_code="en")
        discussion = Discussion.objects.visible().earliest("pk")
        return {
            "article": plain,
            "home": "/en/",
            "listing": newsroom().url,
            "search": f"{reverse('search')}?q={COMMON}",
            "article, 50 comments": commented,
            "discussion": discussion.get_absolute_url(),
            "community": front.url,
        }


def _measure(env: dict[str, str], folder: Path, plain: str, commented: str) -> dict[str, Any]:
    addresses = _addresses(plain, commented)
    with override("en"):
        queries = {
            name: measure_page(name, Client(), url).queries for name, url in addresses.items()
        }
    log = folder / "gunicorn.log"
    with (
        gunicorn("site_config.wsgi", env | {"VISITS_FLUSH_SECONDS": "30"}, log) as portal,
        gunicorn("bench.minimal", {}, log) as minimal,
        nginx(folder / "nginx", portal.port, folder / "static", folder / "media") as front,
    ):
        figures = [
            {"name": name, "queries": queries[name], **_page(portal, minimal, url)}
            for name, url in addresses.items()
        ]
        return {
            "figures": figures,
            "cached": _cached(front, folder / "nginx" / "files", addresses["article"]),
            "starts_in": portal.started_in,
            "memory": _soak(portal, list(addresses.values())),
        }


def _page(portal: Server, minimal: Server, url: str) -> dict[str, Any]:
    """Ask for one page in turns with the view that does the least, at the same size."""
    size = ask(portal.port, url, 2).size
    least = f"/{size}/"
    ask(minimal.port, least, 20)
    rounds, times = [], []
    for _round in range(ROUNDS):
        before = portal.seconds()
        for _request in range(ANEW):
            # The search allows thirty questions a minute to one network.
            void(*SEEN_BY_ALL)
            times += ask(portal.port, url, 1, 1, _somebody()).times
        anew = (portal.seconds() - before) / ANEW
        before = portal.seconds()
        for _batch in range(KEPT // 20):
            ask(portal.port, url, 20, 1, _somebody())
        kept = (portal.seconds() - before) / KEPT
        before = minimal.seconds()
        ask(minimal.port, least, KEPT)
        rounds.append({"anew": anew, "kept": kept, "least": (minimal.seconds() - before) / KEPT})
    return {
        "bytes": size,
        "p50": percentile(times, 0.5) * 1_000,
        "p99": percentile(times, 0.99) * 1_000,
        "rounds": rounds,
        "anew": ratio(rounds, "anew", "least"),
        "kept": ratio(rounds, "kept", "least"),
    }


def _somebody() -> dict[str, str]:
    """Return the header of a proxy, by which each visitor comes from a network of their own."""
    number = next(_fresh)
    return {"X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"}


def _cached(front: Server, files: Path, url: str) -> dict[str, Any]:
    """Ask for a page from nginx's cache in turns with the same bytes as a file of that nginx."""
    found: dict[str, Any] = {}
    for name, headers in {"plain": {}, "gzip": {"Accept-Encoding": "gzip"}}.items():
        cookies = {**headers, "Cookie": "_ga=GA1.1.1; theme=dark"}
        page = ask(front.port, url, 2, 1, headers)
        if page.cache != "HIT" or ask(front.port, url, 1, 1, cookies).cache != "HIT":
            raise RuntimeError("The page does not come from the cache.")
        target = files / ("page.html.gz" if headers else "page.html")
        (files / "page.html").touch()
        target.write_bytes(os.urandom(page.size))
        rounds = []
        for _round in range(ROUNDS):
            measured = {}
            for what, path in (("page", url), ("file", "/file/page.html")):
                before = front.seconds()
                load = ask(front.port, path, CACHED, CONNECTIONS, headers)
                measured[what] = CACHED / load.seconds
                measured[f"{what} cpu"] = (front.seconds() - before) / CACHED
            rounds.append(measured)
        found[name] = {
            "bytes": page.size,
            "rounds": rounds,
            "requests a second": ratio(rounds, "page", "file"),
            "cpu": ratio(rounds, "page cpu", "file cpu"),
        }
    return found


def _soak(portal: Server, urls: list[str]) -> dict[str, float]:
    """Ask many times, half of it anew, and return the memory of the worker before and after."""
    memory = {"before": portal.mebibytes()}
    for number in range(SOAK // 20):
        url = urls[number % len(urls)]
        void(*SEEN_BY_ALL)
        ask(portal.port, f"{url}{'&' if '?' in url else '?'}x={number}", 10, 1, _somebody())
        ask(portal.port, url, 10, 4, _somebody())
        if number == SOAK // 40:
            memory["half-way"] = portal.mebibytes()
    memory["after"] = portal.mebibytes()
    return memory


def _goals(sizes: list[dict[str, Any]]) -> list[Goal]:
    """Hold the figures against what is promised."""
    first, last = sizes[0], sizes[-1]
    named = [{figure["name"]: figure for figure in size["figures"]} for size in (first, last)]
    goals = [
        Goal(f"CPU of {name}, kept", named[1][name]["kept"], limit)
        for name, limit in LIMITS.items()
    ]
    goals += [
        Goal(f"CPU of {name}, made anew", named[1][name]["anew"], limit)
        for name, limit in LIMITS.items()
    ]
    for name, figure in named[1].items():
        limit = 3.0 if name == "search" else 1.5
        goals.append(Goal(f"growth of {name}", figure["anew"] / named[0][name]["anew"], limit))
    both = named[1]
    commented = both["article, 50 comments"]
    goals += [
        Goal("50 comments, kept", commented["kept"] / both["article"]["kept"], 1.3),
        Goal("50 comments, made anew", commented["anew"] / both["article"]["anew"], 1.3),
        Goal("cached page to file", last["cached"]["plain"]["requests a second"], 0.9, False),
        Goal("cached page to file, gzip", last["cached"]["gzip"]["requests a second"], 0.8, False),
        Goal("MiB of a worker", last["memory"]["after"], 200),
        Goal("seconds to start", last["starts_in"], 5),
    ]
    return goals
