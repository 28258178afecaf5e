"""Build the demo city; what exists of it already stays as it is."""

from importlib import import_module
from typing import NamedTuple

from django.core.management.base import BaseCommand
from django.db import transaction

from home.demo.city import City
from home.demo.indexes import indexes_at_rest


class Chapter(NamedTuple):
    """One part of the demo: its name for the reader, its module, and its share of the time."""

    name: str
    module: str
    weight: int


# Each chapter may use the pages, people and files of those before it. Links to pages of later
# chapters are resolved when everything is there, in "publishing".
CHAPTERS = (
    Chapter("the site", "home.demo.site", 1),
    Chapter("accounts", "home.demo.accounts", 1),
    Chapter("people", "home.demo.community", 3),
    Chapter("pictures", "home.demo.pictures", 35),
    Chapter("documents", "home.demo.documents", 1),
    Chapter("standard pages", "home.demo.pages", 3),
    Chapter("articles", "home.demo.articles", 8),
    Chapter("partners", "home.demo.partners", 8),
    Chapter("a partner's own page", "home.demo.partner_desk", 1),
    Chapter("campaigns, projects and events", "home.demo.campaigns", 8),
    Chapter("publications", "home.demo.publications", 12),
    Chapter("figures of visits", "home.demo.visits", 1),
    Chapter("placements of partners", "home.demo.placements", 1),
    Chapter("a partner's desk", "home.demo.desk", 1),
    Chapter("accessible copies", "home.demo.accessible_copies", 1),
    Chapter("the newsletter by mail", "home.demo.newsletters", 1),
    Chapter("galleries", "home.demo.gallery", 8),
    Chapter("what members sent in", "home.demo.contributions", 3),
    Chapter("discussions", "home.demo.discussions", 2),
    Chapter("decisions of moderators", "home.demo.moderation", 1),
    Chapter("promises and pledges", "home.demo.promises", 2),
    Chapter("a past alert", "home.demo.alerts", 1),
    Chapter("workflows", "home.demo.workflows", 1),
    Chapter("the home page", "home.demo.home", 2),
    Chapter("menus", "home.demo.menus", 1),
    Chapter("publishing", "home.demo.publishing", 10),
    Chapter("the indexes", "home.demo.indexes", 6),
)


class Command(BaseCommand):
    """Each chapter is one transaction, so an interrupted run is simply repeated."""

    help = "Load the demo city; running it twice changes nothing."

    def handle(self, *, verbosity: int, **options):
        city = City(report=self.stdout.write if verbosity else None)
        total = sum(chapter.weight for chapter in CHAPTERS)
        before = 0
        for chapter in CHAPTERS:
            start, before = before, before + chapter.weight
            city.span(100 * start / total, 100 * before / total)
            city.say(f"Loading {chapter.name} …")
            with transaction.atomic(), indexes_at_rest():
                import_module(chapter.module).load(city)
        city.span(100, 100)
        city.say("The demo city is loaded.")
