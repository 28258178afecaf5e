"""Films: their sources, their words, their page."""

import json
import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from gallery.chapter_track import write_chapters
from gallery.models import VideoPage
from gallery.webvtt import check_captions
from tests.factories.gallery import (
    GalleryMediaFactory,
    MediaTextFactory,
    VideoChapterFactory,
    VideoPageFactory,
    stored,
)
from tests.factories.site_config import SiteImageFactory

pytestmark = pytest.mark.django_db

VIMEO = "https://vimeo.com/76979871"


def film(city, **given):
    """Return a published film of the city."""
    return VideoPageFactory(parent=city.gallery, locale=city.home.locale, **given)


def body(client, page):
    return client.get(page.url).content.decode()


def graph(markup):
    """Return what a page tells machines about itself."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', markup, re.DOTALL)
    return json.loads(found[1])["@graph"][2]


# Rules ---------------------------------------------------------------------------------------


def test_a_film_has_one_source(city):
    with pytest.raises(ValidationError, match="not both"):
        film(city, external_url=VIMEO)


def test_a_published_film_has_a_source(city):
    with pytest.raises(ValidationError, match="Choose a film"):
        film(city, video=None)


def test_a_film_without_words_is_not_published(city):
    with pytest.raises(ValidationError, match="neither captions nor a transcript"):
        film(city, video=GalleryMediaFactory())


def test_a_reason_stands_in_for_words(client, city):
    page = film(city, video=GalleryMediaFactory(), without_captions="silent")
    assert "No speech or sound" in body(client, page)


def test_a_transcript_alone_is_enough(city):
    text = MediaTextFactory(captions="")
    assert film(city, video=text.media).live


def test_a_draft_may_be_incomplete(city):
    page = VideoPage(title="Soon", slug="soon", live=False, locale=city.home.locale)
    city.gallery.add_child(instance=page)
    assert page.pk


def test_only_known_sites_are_shown(city):
    with pytest.raises(ValidationError, match="YouTube or Vimeo"):
        film(city, video=None, external_url="https://example.org/film")


# The editor's form ---------------------------------------------------------------------------


def form(title="The Lana", **given):
    """Return what the editor's form sends."""
    values = {
        "title": title,
        "slug": "the-lana",
        "summary": "",
        "video": "",
        "external_url": "",
        "without_captions": "",
        "date": "2014-04-19",
        "place": "",
        "credit": "",
        "text": "null",
        "chapters": inline_formset([]),
        "listing_image": "",
        "listing_image_alt": "",
        "drawing": "",
        "social_title": "",
        "social_text": "",
        "seo_title": "",
        "search_description": "",
        "review_owner": "",
        "review_by": "",
        "comments": inline_formset([]),
    }
    return nested_form_data(values | given)


def send(staff, city, **given):
    address = reverse("wagtailadmin_pages:add", args=["gallery", "videopage", city.gallery.pk])
    return staff.post(address, form(**given))


def test_a_film_without_words_is_saved_as_a_draft(staff, city):
    send(staff, city, video=GalleryMediaFactory().pk)
    assert not VideoPage.objects.get().live


def test_publishing_it_says_what_is_missing(staff, city):
    answer = send(staff, city, video=GalleryMediaFactory().pk, **{"action-publish": "1"})
    assert answer.status_code == 200
    assert "neither captions nor a transcript" in answer.context["form"].errors["video"][0]
    assert not VideoPage.objects.exists()


def test_submitting_it_for_moderation_says_so_too(staff, city):
    answer = send(staff, city, video=GalleryMediaFactory().pk, **{"action-submit": "1"})
    if answer.status_code == 200:
        assert "neither captions" in answer.context["form"].errors["video"][0]
    else:  # no workflow stands above this page: then it is a draft
        assert not VideoPage.objects.get().live


def test_a_captioned_film_is_published_with_its_chapters(staff, city):
    media = GalleryMediaFactory(words=("en",))
    chapters = inline_formset(
        [{"start": "0", "title": "Banks"}, {"start": "4.5", "title": "Light"}]
    )
    answer = send(staff, city, video=media.pk, chapters=chapters, **{"action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    page = VideoPage.objects.get()
    assert page.live
    assert [str(chapter) for chapter in page.shown_chapters] == ["0:00 Banks", "0:04 Light"]
    assert PageLogEntry.objects.filter(page=page, action="wagtail.publish").exists()


@pytest.mark.parametrize(
    ("starts", "message"),
    [(["1", "1"], "Another chapter begins"), (["8"], "The film is over by then")],
)
def test_chapters_stand_apart_and_within_the_film(staff, city, starts, message):
    media = GalleryMediaFactory(words=("en",))
    rows = inline_formset([{"start": start, "title": "Part"} for start in starts])
    answer = send(staff, city, video=media.pk, chapters=rows, **{"action-publish": "1"})
    problems = [part.errors for part in answer.context["form"].formsets["chapters"].forms]
    assert message in str(problems)


def test_a_draft_of_a_published_film_may_lose_its_film(staff, city):
    page = film(city)
    answer = staff.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), form(title=page.title, slug=page.slug)
    )
    assert answer.status_code == 302
    assert stored(page).video is not None
    assert stored(page).get_latest_revision_as_object().video is None


def test_both_sources_are_refused_in_a_draft_too(staff, city):
    media = GalleryMediaFactory(words=("en",))
    answer = send(staff, city, video=media.pk, external_url=VIMEO)
    assert "not both" in answer.context["form"].errors["external_url"][0]


def test_staff_see_lengths_and_captions_in_the_list(staff, city):
    film(city, title="On the Lana")
    film(city, video=None, external_url=VIMEO, title="From elsewhere")
    listing = staff.get(reverse("wagtailadmin_explore", args=[city.gallery.pk]))
    assert listing.status_code == 200
    page = staff.get(reverse("films:index")).content.decode()
    assert "0:08" in page
    assert "English" in page
    assert "Missing" in page


# The page ------------------------------------------------------------------------------------


def test_the_player_brings_captions_in_each_language(client, city):
    page = film(city, video=GalleryMediaFactory(words=("sq", "en")))
    markup = body(client, page)
    tracks = re.findall(r"<track [^>]+>", markup)
    assert len(tracks) == 2
    assert 'srclang="en" label="English" default' in tracks[1]
    assert "default" not in tracks[0]
    assert re.search(r'<source src="[^"]+\.webm" type="video/webm">', markup)


def test_the_player_brings_the_chapters_as_a_track(client, city):
    page = film(city, video=GalleryMediaFactory(words=("en",), duration=90))
    for start, title in ((72.5, "Light & <shade>"), (0, "Banks")):
        VideoChapterFactory(page=page, start=start, title=title)
    track = re.search(
        r'<track kind="chapters" src="([^"]+)" srclang="en" label="Chapters">', body(client, page)
    )

    answer = client.get(track[1])

    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert "public" in answer["Cache-Control"]
    assert answer.content.decode() == (
        "WEBVTT\n\n"
        "00:00:00.000 --> 00:01:12.500\nBanks\n\n"
        "00:01:12.500 --> 00:01:30.000\nLight &amp; &lt;shade&gt;\n"
    )
    assert check_captions(answer.content) == 2
    assert "/chapters/" in page.get_cached_paths()


def test_chapters_of_a_film_of_unknown_length_end_late(city):
    chapter = VideoChapterFactory(page=film(city), start=3605, title="The end")

    assert "01:00:05.000 --> 99:59:59.000" in write_chapters([chapter], 0)


@pytest.mark.parametrize("why", ["draft", "restricted", "without chapters"])
def test_nobody_reads_the_chapters_of_what_they_may_not_see(client, city, why):
    page = film(city, video=GalleryMediaFactory(words=("en",)))
    if why != "without chapters":
        VideoChapterFactory(page=page, start=0, title="Banks")
    if why == "draft":
        page.unpublish()
    elif why == "restricted":
        page.view_restrictions.create(restriction_type="login")

    answer = client.get(f"{page.url}chapters/")

    assert answer.status_code == (302 if why == "restricted" else 404)
    if why == "restricted":
        assert "private" in answer["Cache-Control"]


def test_the_transcript_of_another_language_is_marked(client, city):
    text = MediaTextFactory(language="sq", transcript="Pa zë.")
    markup = body(client, film(city, video=text.media))
    assert '<div lang="sq"><p>Pa zë.</p></div>' in markup
    assert "(Shqip)" in markup


def test_a_film_from_elsewhere_waits_for_a_click(client, city):
    page = film(city, video=None, external_url=VIMEO, listing_image=SiteImageFactory())
    markup = body(client, page)
    assert 'data-src="https://player.vimeo.com/video/76979871?dnt=1"' in markup
    assert "your browser sends your address" in markup
    assert "<iframe" not in markup
    assert 'class="embed__poster" src="/media/' in markup


def test_a_film_that_is_not_free_is_not_offered_for_download(client, city):
    free = film(city)
    kept = film(city, video=GalleryMediaFactory(words=("en",), licence="all-rights-reserved"))
    offer = 'class="btn" href="/media/'
    assert offer in body(client, free)
    assert offer not in body(client, kept)


def test_films_lead_to_their_neighbours_by_date(client, city):
    older, middle, newer = (film(city, date=date(2014, 4, day)) for day in (1, 2, 3))
    context = client.get(middle.url).context
    assert (context["previous"], context["next"]) == (newer, older)
    assert (context["number"], context["count"]) == (2, 3)
    assert client.get(newer.url).context["previous"] is None


def test_machines_read_what_a_film_is(client, city):
    page = film(
        city,
        place="Third bridge",
        listing_image=SiteImageFactory(),
        video=GalleryMediaFactory(words=("en",), duration=72.5),
    )
    VideoChapterFactory(page=page, start=0, title="Banks")
    VideoChapterFactory(page=page, start=4.5, title="Light")
    data = graph(body(client, page))["mainEntity"]
    assert data["@type"] == "VideoObject"
    assert data["duration"] == "PT1M12.5S"
    assert data["uploadDate"] == "2014-04-19"
    assert data["contentUrl"].startswith("http")
    assert data["transcript"].startswith("No sound.")
    assert data["thumbnailUrl"]
    assert [clip["endOffset"] for clip in data["hasPart"]] == [4.5, 72.5]


def test_machines_read_where_a_stream_plays(client, city):
    page = film(city, video=None, external_url=VIMEO, is_live_stream=True)
    data = graph(body(client, page))["mainEntity"]
    assert data["embedUrl"] == "https://player.vimeo.com/video/76979871?dnt=1"
    assert data["publication"]["isLiveBroadcast"] is True
    assert "Live stream" in body(client, page)


@pytest.mark.parametrize("others", [2, 30])
def test_a_film_asks_the_database_rarely(client, city, others, django_assert_max_num_queries):
    page = film(city, video=GalleryMediaFactory(words=("sq", "en"), poster=SiteImageFactory()))
    for start in range(others):
        VideoChapterFactory(page=page, start=start / 10)
        film(city, listing_image=page.video.poster)
    client.get(page.url)
    with django_assert_max_num_queries(20):
        client.get(page.url)


def test_a_search_finds_a_film_by_its_transcript(city):
    page = film(city)
    assert page in list(VideoPage.objects.search("green banks"))


def test_new_words_are_found_at_once(city, django_capture_on_commit_callbacks):
    page = film(city)
    with django_capture_on_commit_callbacks(execute=True):
        page.video.texts.update(transcript="x")
        text = page.video.texts.get()
        text.transcript = "Swallows over the bridge."
        text.save()
    assert page in list(VideoPage.objects.search("swallows"))


def test_a_card_shows_length_and_date(client, city, rf):
    from django.template.loader import render_to_string

    film(city, video__poster=SiteImageFactory())
    page = VideoPage.objects.for_listing().get()
    card = render_to_string(page.card_template, {"page": page, "request": rf.get("/")})
    assert "0:08" in card
    assert "19 April 2014" in card
