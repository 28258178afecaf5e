"""The front page shows its sections in the editors' order, and only those that have something."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import PinnedArticle
from gallery.models import GalleryIndexPage, VideoPage
from home.sections import read_sections, rows_of
from publications.models import PublicationIndexPage
from site_config.days import city_today
from tests.factories.articles import ArticleIndexPageFactory, ArticlePageFactory
from tests.factories.campaigns import (
    CampaignIndexPageFactory,
    CampaignPageFactory,
    ProjectIndexPageFactory,
    ProjectPageFactory,
)
from tests.factories.community import DiscussionFactory
from tests.factories.gallery import AlbumPageFactory, GalleryIndexPageFactory, VideoPageFactory
from tests.factories.home import stream
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory
from tests.factories.publications import (
    BookPageFactory,
    CollectionPageFactory,
    IssuePageFactory,
    PublicationIndexPageFactory,
    SeriesPageFactory,
)
from tests.factories.site_config import SiteImageFactory, TopicFactory

pytestmark = pytest.mark.django_db

DAY = timedelta(1)

HERO = (
    "hero",
    {
        "slogans": [
            {"text": "Connect with your city", "address": "/sq/search/", "paint": "park"},
            {"text": "Quality", "page": None, "address": "", "paint": "blue"},
        ],
        "drawing": "skyline",
        "drawing_alt": "The skyline.",
    },
)
WELCOME = (
    "welcome",
    {
        "title": "Welcome",
        "lead": "A lead.",
        "text": "<p>A text.</p>",
        "buttons": [{"text": "Read more", "address": "/sq/search/"}],
        "drawing": "facade-70",
        "figure_value": "70%",
        "figure_text": "live in cities",
    },
)
COMMUNITY = ("community", {"title": "Community", "lead": "Join.", "count": 3})
NEWS = ("news", {"title": "News", "count": 5, "pinned_first": True})
PARTNERS = ("partners", {"title": "Partners", "grouped": False})
TEXT = ("text", {"title": "Free", "story": [{"type": "paragraph", "value": "<p>Words.</p>"}]})


def figure(day) -> tuple[str, dict]:
    value = {"value": "11.2", "unit": "m²", "label": "Green space", "source": "Parks service"}
    return (
        "figures",
        {"title": "Figures", "figures": [value | {"date": str(day), "paint": "sky"}]},
    )


def write(front, *blocks):
    front.sections = stream(*blocks)
    front.save()
    return front


def headings(response) -> list[str]:
    return [
        section.value.get("title", section.kind)
        for row in response.context["rows"]
        for section in row.sections
    ]


def test_an_empty_front_page_says_its_name(client, front):
    response = client.get("/sq/")
    assert response.status_code == 200
    assert b"<h1>Sheshi</h1>" in response.content


def test_sections_stand_in_the_order_that_staff_gave_them(client, front):
    write(front, TEXT, HERO, WELCOME)
    assert headings(client.get("/sq/")) == ["Free", "hero", "Welcome"]


def test_the_title_comes_first_wherever_the_hero_stands(client, front):
    write(front, TEXT, HERO)
    page = client.get("/sq/").content.decode()
    assert page.count("<h1") == 1
    assert page.index("<h1") < page.index("<h2")


def test_a_hero_at_the_head_colours_the_header(client, front):
    write(front, HERO, TEXT)
    page = client.get("/sq/").content.decode()
    assert '<body class="on-hero"' in page
    assert page.count("<h1") == 1


def test_a_slogan_without_a_published_page_has_no_link(client, front):
    write(front, HERO)
    page = client.get("/sq/").content.decode()
    assert '<a href="/sq/search/">Connect with your <span class="nb">city' in page
    assert "<li>Quality</li>" in page


def test_visitors_get_no_section_without_anything_to_show(client, front):
    write(front, HERO, NEWS, PARTNERS)
    assert headings(client.get("/sq/")) == ["hero"]


def test_staff_see_in_the_preview_why_a_section_is_empty(front):
    write(front, HERO, NEWS, PARTNERS)
    page = front.make_preview_request().render().content.decode()
    assert page.count('<div class="notice notice--info">') == 2


def test_news_of_the_newsroom_below_are_shown_with_the_newest_leading(client, front):
    newsroom = ArticleIndexPageFactory(parent=front)
    ArticlePageFactory(parent=newsroom, title="Older", date="2014-04-01")
    ArticlePageFactory(parent=newsroom, title="Newer", date="2014-04-22")
    write(front, NEWS)
    section = client.get("/sq/").context["rows"][0].sections[0]
    assert section.contents["lead"].title == "Newer"
    assert [article.title for article in section.contents["articles"]] == ["Older"]


def test_pinned_articles_come_before_newer_ones(client, front):
    newsroom = ArticleIndexPageFactory(parent=front)
    pinned = ArticlePageFactory(parent=newsroom, title="Pinned", date="2013-04-01")
    ArticlePageFactory(parent=newsroom, title="Newer", date="2014-04-22")
    PinnedArticle.objects.create(page=newsroom, article=pinned)
    write(front, NEWS)
    section = client.get("/sq/").context["rows"][0].sections[0]
    assert section.contents["lead"].title == "Pinned"


def test_drafts_and_restricted_articles_are_no_news(client, front):
    newsroom = ArticleIndexPageFactory(parent=front)
    ArticlePageFactory(parent=newsroom, live=False)
    ArticlePageFactory(parent=newsroom).view_restrictions.create(restriction_type="login")
    write(front, NEWS)
    assert headings(client.get("/sq/")) == []


def test_a_partner_whose_term_is_over_has_left_the_wall(client, front):
    wall = PartnerIndexPageFactory(parent=front)
    today = timezone.localdate()
    PartnerPageFactory(parent=wall, title="Here", ends_on=today)
    PartnerPageFactory(
        parent=wall, title="Gone", starts_on=today - timedelta(9), ends_on=today - timedelta(1)
    )
    write(front, PARTNERS)
    section = client.get("/sq/").context["rows"][0].sections[0]
    assert [partner.title for partner in section.contents["partners"]] == ["Here"]


# Of these zones, one is always on another day than the city.
@pytest.mark.parametrize("zone", ["Etc/GMT+12", "Pacific/Kiritimati"])
def test_a_preview_shows_the_partners_of_the_citys_day_wherever_an_editor_sits(front, zone):
    wall = PartnerIndexPageFactory(parent=front)
    today, week = city_today(), timedelta(7)
    PartnerPageFactory(parent=wall, title="Here", starts_on=today - week, ends_on=today)
    PartnerPageFactory(parent=wall, title="Gone", starts_on=today - week, ends_on=today - DAY)
    PartnerPageFactory(parent=wall, title="Soon", starts_on=today + DAY, ends_on=today + week)
    write(front, PARTNERS)
    with timezone.override(ZoneInfo(zone)):
        [section] = read_sections(front)
    assert [partner.title for partner in section.contents["partners"]] == ["Here"]


def test_the_page_is_kept_no_longer_than_a_partner_stays(front):
    today = timezone.localdate()
    PartnerPageFactory(parent=PartnerIndexPageFactory(parent=front), ends_on=today)
    write(front, PARTNERS)
    until = front.fresh_until(timezone.now())
    assert timezone.localtime(until).date() == today + timedelta(1)


def test_two_walls_that_follow_each_other_share_a_row(front):
    sections = read_sections(write(front, COMMUNITY, TEXT))
    twin = sections[0].__class__(**vars(sections[0]) | {"kind": "publications"})
    assert [len(row.sections) for row in rows_of([sections[0], twin, sections[1]])] == [2, 1]
    assert [len(row.sections) for row in rows_of([sections[0], sections[1], twin])] == [1, 1, 1]


def test_the_invitation_to_the_community_stands_without_discussions(client, front):
    write(front, COMMUNITY)
    page = client.get("/sq/").content.decode()
    assert "/sq/account/signup/" in page


def test_a_section_closes_up_to_one_on_the_same_ground(front):
    first, second, third = read_sections(write(front, WELCOME, TEXT, COMMUNITY))
    rows_of([first, second, third])
    assert [first.close, second.close, third.close] == [False, True, False]


def test_staff_are_told_of_figures_older_than_a_year(front):
    old = read_sections(write(front, figure("2014-04-22")))[0]
    assert "Green space" in old.warnings[0]
    fresh = read_sections(write(front, figure(timezone.localdate())))[0]
    assert fresh.warnings == []


def test_a_figure_stands_with_its_source_and_day(client, front):
    write(front, figure("2014-04-22"))
    page = client.get("/sq/").content.decode()
    assert 'Parks service, <time datetime="2014-04-22">22 prill 2014</time>' in page


def test_the_same_section_may_stand_twice(client, front):
    write(front, TEXT, TEXT)
    page = client.get("/sq/").content.decode()
    assert 'id="text"' in page
    assert 'id="text-2"' in page


def test_every_section_previews_in_the_block_picker(front):
    for name, block in front.sections.stream_block.child_blocks.items():
        value = block.get_preview_value()
        assert block.is_previewable, name
        assert block.render(value).strip(), name


def fill(front, size: int) -> None:
    """Put ``size`` pages of each kind below the front page, and every section on it."""
    newsroom = front.get_children().filter(slug="lajme").first() or ArticleIndexPageFactory(
        parent=front
    )
    wall = front.get_children().filter(slug="partnere").first() or PartnerIndexPageFactory(
        parent=front, slug="partnere"
    )
    projects = front.get_children().filter(slug="projekte").first() or ProjectIndexPageFactory(
        parent=front, slug="projekte", locale=front.locale
    )
    campaigns = front.get_children().filter(slug="fushata").first() or CampaignIndexPageFactory(
        parent=front, slug="fushata", locale=front.locale
    )
    newsroom, wall, projects, campaigns = (
        page.specific for page in (newsroom, wall, projects, campaigns)
    )
    for _number in range(size):
        ArticlePageFactory(
            parent=newsroom, topics=[TopicFactory()], listing_image=SiteImageFactory()
        )
        PartnerPageFactory(parent=wall)
        ProjectPageFactory(parent=projects, locale=front.locale, listing_image=SiteImageFactory())
        CampaignPageFactory(parent=campaigns, locale=front.locale)
        DiscussionFactory()
    gallery, shelves, video = fill_media(front, size)
    blocks = [
        ("projects", {"title": "Projects", "projects": []}),
        ("campaign", {"campaign": None, "panel_paint": "lime"}),
        ("publications", {"title": "Publications", "shows": "collections"}),
        ("media", {"title": "Media", "video": video.pk, "buttons": [link_to(shelves)]}),
        ("gallery", {"title": "Photos", "count": 7}),
        ("hero", HERO[1] | {"slogans": [link_to(gallery) | {"paint": "park"}]}),
    ]
    write(front, WELCOME, NEWS, COMMUNITY, PARTNERS, figure("2014-04-22"), TEXT, *blocks)


def link_to(page) -> dict:
    return {"text": "See it", "page": page.pk, "address": "", "place": ""}


def fill_media(front, size: int) -> tuple:
    """Put albums, a film, issues and books below the front page."""
    gallery = GalleryIndexPage.objects.first() or GalleryIndexPageFactory(
        parent=front, locale=front.locale
    )
    shelves = PublicationIndexPage.objects.first() or PublicationIndexPageFactory(parent=front)
    video = VideoPage.objects.first() or VideoPageFactory(
        parent=gallery, locale=front.locale, video__poster=SiteImageFactory()
    )
    for _number in range(size):
        AlbumPageFactory(parent=gallery, locale=front.locale, photos=3)
    collection = CollectionPageFactory(parent=shelves)
    for _number in range(size):
        BookPageFactory(parent=collection, listing_image=SiteImageFactory())
    IssuePageFactory(
        parent=SeriesPageFactory(parent=CollectionPageFactory(parent=shelves)),
        listing_image=SiteImageFactory(),
    )
    return gallery, shelves, video


def count_queries(client, path: str) -> int:
    cache.clear()  # Else what is kept for seconds alone could grow too old between the two.
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_the_front_page_costs_the_same_whatever_the_city_holds(client, front):
    fill(front, 2)
    few = count_queries(client, "/sq/")
    fill(front, 6)
    many = count_queries(client, "/sq/")
    shown = headings(client.get("/sq/"))
    assert len(shown) == len(front.sections)
    assert many <= few
    assert many <= 25
