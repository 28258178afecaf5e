"""What was taken down comes back through nothing but the rights ledger, whoever publishes."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, PageLogEntry, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import querydict_from_html
from wagtail.users.models import UserProfile

from gallery.models import AlbumPhoto, RightsChange, TakeDownRequest, VideoPage, Work
from gallery.models.completeness import HELD
from gallery.rights.hiding import hide_work, show_work
from gallery.rights.ledger import note, register_film, register_photo
from tests.factories.community import UserFactory
from tests.factories.gallery import VideoPageFactory, stored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder")]
WHY = "This film was taken down."


@pytest.fixture(autouse=True)
def _media(settings, tmp_path) -> None:
    """Keep files in a folder of the test."""
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture(params=["own film", "film from another site"])
def film(request, city, moderator) -> VideoPage:
    """A film that was published, and then taken down."""
    given = {"external": True} if request.param != "own film" else {}
    page = VideoPageFactory(parent=city.gallery, locale=city.gallery.locale, **given)
    page.save_revision().publish()
    hide_work(work_id=register_film(page).pk, by=moderator)
    return stored(page)


@pytest.fixture
def picture(album, moderator, django_capture_on_commit_callbacks) -> AlbumPhoto:
    """A photo that was taken down from its album."""
    photo = AlbumPhoto.objects.get(page=album)
    with django_capture_on_commit_callbacks(execute=True):
        hide_work(work_id=register_photo(photo).pk, by=moderator)
    return photo


@pytest.fixture
def workflow(city) -> Workflow:
    """A workflow in which moderators approve what the gallery gets."""
    workflow = Workflow.objects.create(name="Gallery")
    task = GroupApprovalTask.objects.create(name="Look")
    task.groups.add(Group.objects.get(name="Moderators"))
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=city.gallery)
    return workflow


def signed_in(person) -> Client:
    UserProfile.objects.get_or_create(user=person, defaults={"preferred_language": "en"})
    client = Client(headers={"accept-language": "en"})
    client.force_login(person)
    return client


@pytest.fixture(params=["Editors", "Moderators", "Administrators"])
def desk(request, db) -> Client:
    """Somebody of each role at work."""
    person = UserFactory()
    person.groups.add(Group.objects.get(name=request.param))
    return signed_in(person)


def send_whole_form(client: Client, page, address: str, button: str):
    """Open a page's editor, and send all that stands in it with one of its buttons."""
    opened = client.get(address)
    data = querydict_from_html(opened.content.decode(), form_id="page-edit-form")
    for name, field in opened.context["form"].fields.items():
        if hasattr(field, "block"):  # Scripts would write the counts of the blocks.
            data[f"{name}-count"] = "0"
    data[button] = "1"
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data, follow=True)


def nobody_sees(page) -> None:
    assert not VideoPage.objects.live().exists()
    assert Client().get(page.url).status_code == 404


@pytest.mark.parametrize("button", ["action-publish", "action-submit"])
def test_the_whole_form_publishes_no_hidden_film(desk, film, button):
    answer = send_whole_form(desk, film, reverse("wagtailadmin_pages:edit", args=[film.pk]), button)

    assert answer.status_code == 200
    nobody_sees(film)


def test_whoever_publishes_reads_why_not(film, moderator):
    client = signed_in(moderator)
    address = reverse("wagtailadmin_pages:edit", args=[film.pk])

    answer = send_whole_form(client, film, address, "action-publish")

    assert WHY in str(answer.context["form"].errors)


def test_a_draft_of_it_is_still_saved(film, moderator):
    client = signed_in(moderator)
    address = reverse("wagtailadmin_pages:edit", args=[film.pk])

    send_whole_form(client, film, address, "action-save")

    assert stored(film).has_unpublished_changes
    assert not stored(film).live


def test_going_back_to_an_earlier_version_publishes_no_hidden_film(desk, film):
    first = film.revisions.order_by("pk").first()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[film.pk, first.pk])

    send_whole_form(desk, film, address, "action-publish")

    nobody_sees(film)


def test_several_pages_at_once_publish_no_hidden_film(film, moderator):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    answer = signed_in(moderator).post(f"{address}?id={film.pk}&next=/admin/", follow=True)

    assert WHY in answer.content.decode()
    nobody_sees(film)


def test_an_approval_publishes_no_hidden_film(film, moderator, workflow):
    film.save_revision()
    task = workflow.start(film, UserFactory()).current_task_state

    answer = signed_in(moderator).post(
        reverse("wagtailadmin_pages:workflow_action", args=[film.pk, "approve", task.pk]),
        follow=True,
    )

    assert WHY in answer.content.decode()
    nobody_sees(film)


def test_a_film_that_waits_for_its_hour_stays_down(city, moderator):
    page = VideoPageFactory(parent=city.gallery, locale=city.gallery.locale, live=False)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    hide_work(work_id=register_film(page).pk, by=moderator)
    past = timezone.now() - timedelta(minutes=1)
    revision = page.get_latest_revision()
    revision.approved_go_live_at, revision.content["go_live_at"] = past, past.isoformat()
    revision.save()

    call_command("publish_scheduled", verbosity=0)

    nobody_sees(page)


def test_no_hour_is_set_for_a_hidden_film(film):
    film.go_live_at = timezone.now() + timedelta(hours=1)

    with pytest.raises(ValidationError, match=WHY):
        film.save_revision().publish()


def test_a_copy_of_its_page_is_not_published(film, moderator):
    copy = film.copy(update_attrs={"slug": "again", "title": "Again"}, user=moderator)
    assert not copy.live

    with pytest.raises(ValidationError, match=WHY):
        copy.save_revision().publish(user=moderator)

    nobody_sees(copy)


def test_a_copy_made_in_the_admin_is_not_published(film, city, moderator):
    signed_in(moderator).post(
        reverse("wagtailadmin_pages:copy", args=[film.pk]),
        {
            "new_title": "Again",
            "new_slug": "again",
            "new_parent_page": str(city.gallery.pk),
            "copy_subpages": "on",
            "publish_copies": "on",
        },
    )

    assert VideoPage.objects.count() == 2
    assert not VideoPage.objects.live().exists()


def test_an_alias_of_its_page_is_not_published(film):
    alias = film.create_alias(update_slug="alias")

    assert not alias.live
    nobody_sees(alias)


def test_a_translation_of_its_page_is_not_published(film, locales):
    translation = film.copy_for_translation(locales["sq"], copy_parents=True)

    with pytest.raises(ValidationError, match=WHY):
        translation.save_revision().publish()

    nobody_sees(translation)


def test_another_page_shows_no_hidden_film(film, city):
    given = {"video": film.video, "external_url": film.external_url}
    other = VideoPageFactory(
        parent=city.gallery, locale=city.gallery.locale, live=False, slug="other", **given
    )

    with pytest.raises(ValidationError, match=WHY):
        other.save_revision().publish()

    nobody_sees(other)


def test_after_it_is_shown_again_it_is_published_as_ever(film, moderator):
    show_work(work_id=register_film(film).pk, by=moderator)
    assert stored(film).live

    stored(film).save_revision().publish()
    assert stored(film).live


@pytest.fixture
def wordless(city, moderator, django_capture_on_commit_callbacks) -> Work:
    """A film that was taken down, and lost its captions meanwhile."""
    page = VideoPageFactory(parent=city.gallery, locale=city.gallery.locale)
    page.save_revision().publish()
    work = register_film(page)
    with django_capture_on_commit_callbacks(execute=True):
        hide_work(work_id=work.pk, by=moderator)
    page.video.texts.all().delete()
    return work


@pytest.mark.parametrize("way", ["ledger", "show", "refuse"])
def test_a_film_without_words_is_shown_again_as_a_draft_and_staff_are_told(
    wordless, moderator, way
):
    client = signed_in(moderator)
    if way == "ledger":
        name, number, data = "work", wordless.pk, {"decision": "show"}
    else:
        asked = TakeDownRequest.objects.create(
            number="T-2026-1",
            ticket="1",
            work=wordless,
            relation="shown",
            language="en",
            email="besa@example.org",
            due_at=timezone.now(),
        )
        note(wordless, RightsChange.What.HIDDEN, by=moderator, after=asked.number)
        name, number = "takedownrequest", asked.pk
        data = {"decision": way, "answer": "It stays."}

    address = reverse(f"gallery_{name}_modeladmin_inspect", args=[number])
    answer = client.post(address, data, follow=True)

    wordless.refresh_from_db()
    page = VideoPage.objects.get()
    assert (wordless.hidden_at, page.live) == (None, False)
    assert Path(page.video.file.path).exists()
    assert "neither captions nor a transcript" in answer.content.decode()
    assert PageLogEntry.objects.filter(page=page.pk, action=HELD).exists()


# Photos -------------------------------------------------------------------------------------


def test_a_photo_whose_file_is_gone_is_hidden_and_shown_again_all_the_same(album, moderator):
    photo = AlbumPhoto.objects.get(page=album)
    name, storage = photo.image.file.name, photo.image.file.storage
    storage.delete(name)
    work = register_photo(photo)

    hide_work(work_id=work.pk, by=moderator)
    assert not AlbumPhoto.objects.filter(pk=photo.pk).exists()
    show_work(work_id=work.pk, by=moderator)

    assert AlbumPhoto.objects.get(pk=photo.pk).image.file.name == name


def nobody_sees_photo(picture: AlbumPhoto, *pages) -> None:
    """Check that the album is there, and that the photo and its file are not."""
    image = picture.image
    image.refresh_from_db()
    for page in pages:
        answer = Client().get(page.url)
        if answer.status_code == 200:
            assert picture.title not in answer.content.decode()
    kept = register_photo(AlbumPhoto.every.get(pk=picture.pk)).put_away["image"]
    assert image.file.name != kept["public"]
    assert not Path(image.file.storage.path(kept["public"])).exists()


@pytest.mark.parametrize("button", ["action-publish", "action-submit", "action-save"])
def test_the_whole_form_of_an_album_brings_no_hidden_photo_back(desk, album, picture, button):
    address = reverse("wagtailadmin_pages:edit", args=[album.pk])

    send_whole_form(desk, album, address, button)

    nobody_sees_photo(picture, album)


def test_an_earlier_version_of_an_album_brings_no_hidden_photo_back(desk, album, picture):
    first = album.revisions.order_by("pk").first()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[album.pk, first.pk])

    send_whole_form(desk, album, address, "action-publish")

    nobody_sees_photo(picture, album)


def test_copies_aliases_and_translations_of_an_album_show_no_hidden_photo(
    album, picture, moderator, locales
):
    copy = stored(album).copy(update_attrs={"slug": "again"}, user=moderator)
    alias = stored(album).create_alias(update_slug="alias")
    translation = stored(album).copy_for_translation(locales["sq"], copy_parents=True)
    translation.live = True
    translation.save()

    nobody_sees_photo(picture, copy, alias, translation)
