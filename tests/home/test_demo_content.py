"""The words of the demo city: those of the portal of 2014, and both languages."""

import ast
import re
from pathlib import Path

import pytest

from home.demo.content import dates
from tests.home.demo_content import (
    ARTICLES,
    CAMPAIGNS,
    HOME,
    LANGUAGES,
    PROJECTS,
    STORIES,
    TRANSLATED,
    is_translated,
    plain,
    walk,
    words,
)

PORTAL_HEADLINES = """\
International Mother Earth Day 2014: Green Cities.
Covering emergencies in energetic sector.
National Sector Plan TAP Project.
Spots for Consumer Protection.
Mining concession agreements and permits.
Promote Albanian tourism around the world.
Albania-Kosovo, mutual waiver of TVSH on books and the elimination of double taxation.
Vocational education priority of the government, appreciate such initiatives.
The third phase of cleaning action for national roads.
Drugs with more favorable prices to the public.
Integrating incomplete without youth investing in new knowledge.""".splitlines()

PORTAL_PROJECTS = """\
Parking Point Tirana project participant of Microsoft Albania Imagine Cup 2013 ...
Curricula Network Consolidation for OI-education and training in Europe ...
Government, Society and Sustainable Development - Urban transport service Tirana ...
The largest transit experiment in the world: Can free public transportation change your city? ...\
""".splitlines()

# The portal of 2014, sentence by sentence, with its two typing slips set right.
PORTAL_HOME = """\
Connect with your city
Quality of life
Innovative space
Welcome to Smart City
Throughout history cities have been and are the visible artifact of information society, \
technological change, economic growth and cultural transformation.
During the last century cities have become "global parasites" consuming without care.
This is further exacerbated by the fact that by 2050 over 70% of the world's population will live \
in a city.
As more than half of us already do, this will involve a paradigm shift in human history.
Hence the need for smarter developments focusing on a crosscutting bottom up approach that \
address sustainability, inclusiveness and integration.
A Smart City is a city well performing in 5 characteristics, built on the 'smart' combination of \
endowments and activities of self-decisive, independent and aware citizens.
Read more
Earth Day 2014 will focus on green cities, mobilizing a millions of people to create a \
sustainable, healthy environment by greening communities worldwide.
Today, more than half of the world's population lives in cities.
As the urban population grows and the effects of climate change worsen, our cities have to evolve.
It's time for us to invest in efficiency and renewable energy, rebuild our cities and towns, and \
begin to solve the climate crisis.
Over the next two years, with a focus on Earth Day 2014, the Green Cities campaign will mobilize \
a global movement to accelerate this transition.
Join us in calling for a new era of green cities.
Mother Earth is a common expression for the planet Earth in a number of countries and regions, \
which reflects the interdependence that exists among human beings, other living species and the \
planet.
For instance, Bolivians call Mother Earth Pachamama and Nicaraguans refer to her as Tonantzin.
Recognizing that Mother Earth reflects the interdependence that exists among human beings, other \
living species and the planet we all inhabit, the General Assembly declared 22 April as \
International Mother Earth Day.
For more info visit the page www.un.org/en/events/motherearthday/
Become a member of the community and start a communication and/or reply to other people's \
communications.
Our prime activity is making information electronically available to you.
Visit our newsletters, books, periodicals.
Audiences interaction
Click to view or add video, media or other streaming.
Sustaining Partners
Foto Gallery""".splitlines()
CAMPAIGN_WORDS = PORTAL_HOME[11:21]


@pytest.mark.parametrize("sentence", PORTAL_HOME)
def test_the_home_page_says_what_the_portal_said(sentence):
    english = [plain(value["en"]) for _path, value in walk(HOME) if is_translated(value)]
    assert any(sentence in text for text in english)


@pytest.mark.parametrize("sentence", CAMPAIGN_WORDS)
def test_the_campaign_keeps_the_portals_words_when_the_home_page_moves_on(sentence):
    story = next(campaign for campaign in CAMPAIGNS if campaign["key"] == "green-cities")["why"]
    assert any(
        sentence in plain(value) for _path, value in walk(story["en"]) if isinstance(value, str)
    )


def test_the_eleven_headlines_are_the_newest_titles_in_their_order():
    titles = [plain(article["title"]["en"]) for article in ARTICLES]
    assert titles[: len(PORTAL_HEADLINES)] == PORTAL_HEADLINES


def test_the_four_project_highlights_are_pages():
    assert [plain(project["title"]["en"]) for project in PROJECTS] == PORTAL_PROJECTS


def test_every_text_is_there_in_both_languages():
    halves = [
        path
        for path, value in TRANSLATED
        if value.keys() != LANGUAGES or bool(value["en"]) != bool(value["sq"])
    ]
    assert halves == []


def test_nothing_is_left_empty_but_the_help_that_a_field_can_do_without():
    empty = [path for path, value in TRANSLATED if not value["en"]]
    assert [path for path in empty if not path.endswith("/help_text")] == []


def test_a_long_text_is_never_the_same_in_both_languages():
    same = [
        path
        for path, value in TRANSLATED
        if value["en"] == value["sq"] and isinstance(value["en"], str) and len(value["en"]) > 24
    ]
    assert same == []


def test_albanian_is_written_with_its_own_letters():
    without = [
        path
        for path, value in TRANSLATED
        if isinstance(value["sq"], str) and len(value["sq"]) > 100 and "ë" not in value["sq"]
    ]
    assert without == []


def test_a_story_has_the_same_shape_in_both_languages():
    def shape(blocks):
        return [
            (
                kind,
                value.get("picture") or value.get("url") or value.get("page"),
                len(value.get("items", [])),
                [item["picture"] for item in value.get("pictures", [])],
                [len(row) for row in value.get("rows", [])],
            )
            if isinstance(value, dict)
            else (kind, re.findall(r"<[a-z]+|href=.[^>]+", value))
            for kind, value in blocks
        ]

    unlike = [path for path, story in STORIES if shape(story["en"]) != shape(story["sq"])]
    assert unlike == []


def test_the_albanian_stories_are_complete():
    ratios = {
        path: words(story["sq"]) / words(story["en"])
        for path, story in STORIES
        if "documents" not in path
    }
    assert {path: ratio for path, ratio in ratios.items() if not 0.8 < ratio < 1.35} == {}


MODULES = sorted(Path(dates.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_the_words_need_neither_django_nor_the_apps(module):
    tree = ast.parse(module.read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    imported |= {
        name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names
    }
    allowed = re.compile(r"home\.demo\.content\.\w+|datetime|re|typing")
    assert [name for name in imported if not allowed.fullmatch(name)] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_module_of_words_stays_readable(module):
    lines = module.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 1500
    assert [number for number, line in enumerate(lines, 1) if len(line) > 100] == []
