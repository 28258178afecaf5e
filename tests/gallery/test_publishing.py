"""What readers can't do without is there before an album or a film goes live, whichever way."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from wagtail.models import GroupApprovalTask, PageLogEntry, Workflow, WorkflowPage, WorkflowTask

from gallery.film_words import WITHOUT_WORDS
from gallery.models import VideoPage, Work
from gallery.models.completeness import HELD
from tests.factories.community import UserFactory
from tests.factories.gallery import (
    AlbumPageFactory,
    AlbumPhotoFactory,
    GalleryMediaFactory,
    MediaTextFactory,
    VideoPageFactory,
    stored,
)

pytestmark = pytest.mark.django_db


def draft_film(city, **given):
    """A film that isn't published yet; without words, unless said otherwise."""
    given = {"video": GalleryMediaFactory()} | given
    return VideoPageFactory(parent=city.gallery, locale=city.home.locale, live=False, **given)


def draft_album(city, *alts):
    """An album that isn't published yet, with a photo for each of these words."""
    album = AlbumPageFactory(parent=city.gallery, locale=city.home.locale, live=False)
    for order, alt in enumerate(alts):
        AlbumPhotoFactory(page=album, alt_text=alt, sort_order=order)
    return stored(album)


def in_an_hour(page):
    """Have a page published in an hour."""
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    return page


def an_hour_later(page):
    """Let the hour come."""
    page.revisions.filter(approved_go_live_at__isnull=False).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    revision = page.get_latest_revision()
    revision.content["go_live_at"] = (timezone.now() - timedelta(minutes=1)).isoformat()
    revision.save(update_fields=["content"])
    call_command("publish_scheduled", verbosity=0)
    return stored(page)


# Albums ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("alts", "message"), [((), "at least one photo"), (("", "A wall"), "1 photo lacks words")]
)
def test_an_incomplete_album_is_not_published(city, alts, message):
    album = draft_album(city, *alts)
    with pytest.raises(ValidationError, match=message):
        album.save_revision().publish()
    assert not stored(album).live


def test_an_album_with_words_for_every_photo_is_published(city):
    album = draft_album(city, "A wall")
    AlbumPhotoFactory(page=album, decorative=True)
    stored(album).save_revision().publish()
    assert stored(album).live


def without_credit(album, number=0):
    """Let nobody know who made a photo of an album."""
    photo = list(album.photos.all())[number]
    type(photo.image).objects.filter(pk=photo.image_id).update(credit="")
    return photo


def test_an_album_is_not_published_without_who_made_each_photo(city):
    album = draft_album(city, "A wall", "A door")
    photo = without_credit(album)

    with pytest.raises(ValidationError, match="who made") as refused:
        stored(album).save_revision().publish()

    (message,) = refused.value.messages
    assert photo.title in message
    assert "“Photo" in message
    assert list(album.photos.all())[1].title not in message
    assert not stored(album).live


def test_the_credit_of_the_photo_in_the_album_says_who_made_it_too(city):
    album = draft_album(city, "A wall")
    photo = without_credit(album)
    photo.credit = "Mimoza D."
    photo.save()

    stored(album).save_revision().publish()

    assert Work.objects.get(image=photo.image_id).maker == "Mimoza D."


def test_an_album_that_is_live_stays_so_without_who_made_its_photos(city):
    album = draft_album(city, "A wall")
    album.save_revision().publish()
    without_credit(album)

    album = stored(album)
    album.full_clean()
    album.save()

    assert stored(album).live


# Films -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given",
    [
        {"video__credit": "", "video__words": ("en",)},
        {"external": True, "credit": ""},
    ],
)
def test_a_film_is_not_published_without_who_made_it(city, given):
    page = VideoPageFactory(parent=city.gallery, locale=city.home.locale, live=False, **given)
    with pytest.raises(ValidationError, match="who made"):
        page.save_revision().publish()
    assert not stored(page).live

    page.credit = "Mimoza D."
    page.save_revision().publish()
    assert Work.objects.get().maker == "Mimoza D."


def test_a_film_that_is_live_stays_so_without_who_made_it(city):
    page = VideoPageFactory(
        parent=city.gallery, locale=city.home.locale, video__credit="", video__words=("en",)
    )
    page.full_clean()
    page.save()
    assert stored(page).live


def test_whoever_publishes_a_film_is_told_all_that_is_missing(city):
    page = draft_film(city, video=GalleryMediaFactory(credit=""))
    messages = page.what_is_missing()
    assert any("captions" in message for message in messages)
    assert any("who made" in message for message in messages)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"video": None, "external_url": "https://vimeo.com/76979871"},
        {"without_captions": "other"},
    ],
)
def test_a_film_without_words_or_reason_is_not_published(city, given):
    page = draft_film(city, **given)
    with pytest.raises(ValidationError):
        page.save_revision().publish()
    assert not stored(page).live


@pytest.mark.parametrize(
    "given",
    [
        {"without_captions": "silent"},
        {"without_captions": "other", "without_captions_note": "Captions come on Friday."},
        {
            "video": None,
            "external_url": "https://vimeo.com/76979871",
            "without_captions": "provider",
            "credit": "Mimoza D.",
        },
    ],
)
def test_a_reason_lets_a_film_go_live_and_is_written_down(client, city, given):
    page = draft_film(city, **given)
    page.save_revision(user=UserFactory()).publish()
    assert stored(page).live
    entry = PageLogEntry.objects.get(page=page.pk, action=WITHOUT_WORDS)
    assert entry.data["reason"] == given["without_captions"]
    assert escape(stored(page).why_without_words) in client.get(page.url).content.decode()


def test_the_reason_is_written_down_anew_when_it_changes_only(city):
    page = draft_film(city, without_captions="silent")
    page.save_revision().publish()
    page = stored(page)
    page.save_revision().publish()
    page.without_captions = "music"
    page.save_revision().publish()
    entries = PageLogEntry.objects.filter(page=page.pk, action=WITHOUT_WORDS)
    assert [entry.data["reason"] for entry in entries.order_by("pk")] == ["silent", "music"]


def test_a_film_with_words_needs_no_reason(city):
    page = draft_film(city, video=GalleryMediaFactory(words=("en",)))
    page.save_revision().publish()
    assert not PageLogEntry.objects.filter(page=page.pk, action=WITHOUT_WORDS).exists()


def test_the_transcript_of_a_film_from_elsewhere_is_read_and_told_to_machines(client, city):
    page = draft_film(
        city,
        video=None,
        external_url="https://vimeo.com/76979871",
        transcript_text="The mayor speaks of parks.",
        credit="Mimoza D.",
    )
    page.save_revision().publish()
    body = client.get(page.url).content.decode()
    assert body.count("The mayor speaks of parks.") == 2
    assert '"transcript": "The mayor speaks of parks."' in body


# At a later hour ---------------------------------------------------------------------------


def test_a_film_without_words_is_not_scheduled(city):
    with pytest.raises(ValidationError):
        in_an_hour(draft_film(city))


def test_a_complete_film_goes_live_at_its_hour(city):
    page = in_an_hour(draft_film(city, video=GalleryMediaFactory(words=("en",))))
    assert not stored(page).live
    assert an_hour_later(page).live


def test_a_film_that_lost_its_words_is_held_back_and_stops_no_other(city):
    held = in_an_hour(draft_film(city, video=GalleryMediaFactory(words=("en",))))
    other = in_an_hour(draft_film(city, video=GalleryMediaFactory(words=("en",))))
    held.video.texts.all().delete()
    for page in (other, held):
        an_hour_later(page)
    assert stored(other).live
    assert not stored(held).live
    entry = PageLogEntry.objects.get(page=held.pk, action=HELD)
    assert "neither captions" in entry.data["missing"][0]


def test_the_words_of_a_scheduled_film_can_not_be_removed(staff, city):
    page = in_an_hour(draft_film(city, video=MediaTextFactory(captions="").media))
    address = reverse("wagtailmedia:edit", args=[page.video.pk])
    answer = staff.post(address, {"title": "Film", "transcript_en": "", "licence": "cc-by-4.0"})
    assert "have to stay" in str(answer.context["form"].errors)
    assert page.video.texts.exists()


# Without a form ----------------------------------------------------------------------------


@pytest.fixture
def approval(city):
    """A workflow in which an administrator approves what the gallery gets."""
    workflow = Workflow.objects.create(name="Gallery", active=True)
    task = GroupApprovalTask.objects.create(name="Look", active=True)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=city.gallery)
    return workflow


@pytest.mark.parametrize("headers", [{}, {"X-Requested-With": "XMLHttpRequest"}])
def test_an_approval_publishes_nothing_incomplete_and_says_why(staff, city, approval, headers):
    page = draft_film(city)
    page.save_revision()
    state = approval.start(page, UserFactory())
    task = state.current_task_state
    answer = staff.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]),
        headers=headers,
        follow=True,
    )
    if headers:
        answer = staff.get(answer.json()["redirect"])
    assert "neither captions nor a transcript" in answer.content.decode()
    assert not stored(page).live
    task.refresh_from_db()
    assert task.status == task.STATUS_IN_PROGRESS


def test_an_approval_publishes_what_is_complete(staff, city, approval):
    page = draft_film(city, video=GalleryMediaFactory(words=("en",)))
    page.save_revision()
    task = approval.start(page, UserFactory()).current_task_state
    staff.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk]))
    assert stored(page).live


def test_several_pages_are_published_together_or_not_at_all(staff, city):
    whole = draft_film(city, video=GalleryMediaFactory(words=("en",)))
    lacking = draft_film(city)
    for page in (whole, lacking):
        page.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    address += f"?id={whole.pk}&id={lacking.pk}&next=/admin/"
    answer = staff.post(address, follow=True)
    assert "neither captions nor a transcript" in answer.content.decode()
    assert not VideoPage.objects.live().exists()
    lacking.delete()
    staff.post(address.replace(f"&id={lacking.pk}", ""))
    assert stored(whole).live


# The report --------------------------------------------------------------------------------


def test_the_report_lists_films_without_words_with_their_reason(staff, city):
    user = UserFactory(administrator=True)
    silent = draft_film(city, title="Silent river", without_captions="silent")
    silent.save_revision(user=user).publish(user=user)
    spoken = draft_film(city, title="Spoken words", video=GalleryMediaFactory(words=("en",)))
    spoken.save_revision().publish()
    body = staff.get(reverse("gallery_films_without_words")).content.decode()
    assert "Silent river" in body
    assert "No speech or sound" in body
    assert "Spoken words" not in body


def test_the_report_asks_as_often_for_many_films_as_for_few(
    staff, city, django_assert_max_num_queries
):
    for count in (2, 12):
        for _more in range(count):
            draft_film(city, without_captions="silent").save_revision().publish()
        with django_assert_max_num_queries(40):
            staff.get(reverse("gallery_films_without_words"))


def test_the_report_can_be_taken_along(staff, city):
    page = draft_film(city, title="=1+1", without_captions="silent")
    page.save_revision().publish()
    answer = staff.get(reverse("gallery_films_without_words"), {"export": "csv"})
    rows = answer.getvalue().decode()
    assert "'=1+1" in rows
    assert "No speech or sound" in rows


def test_the_history_of_a_film_tells_the_reason(staff, city):
    page = draft_film(city, without_captions="music", without_captions_note="By a brass band")
    page.save_revision().publish()
    body = staff.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Music without words. By a brass band" in body
