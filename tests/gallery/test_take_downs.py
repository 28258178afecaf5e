"""Anybody asks to take something down; it is hidden at once, everywhere, and comes back whole."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.frontend_cache.utils import PurgeBatch

from community import guest_guards
from gallery.models import AlbumPage, AlbumPhoto, RightsChange, TakeDownRequest, Work
from gallery.rights.hiding import hide_work, show_work
from gallery.rights.ledger import register_film, register_photo
from gallery.takedowns.errors import AnsweredMeanwhileError, NotOwnerError
from gallery.takedowns.requests import answer_request, hand_over
from site_config.pictures import prepare_renditions
from site_config.retention import remove_what_is_too_old
from site_config.welcome import next_steps
from tests.factories.community import UserFactory
from tests.factories.gallery import VideoPageFactory, stored
from tests.gallery.submission_steps import files_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder", "moderator")]
ASKED = {
    "relation": "shown",
    "words": "I did not know that I was photographed.",
    "name": "Besa K.",
    "email": "besa@example.org",
    "website": "",
}


@pytest.fixture(autouse=True)
def media(settings, tmp_path) -> Path:
    """An empty folder for what everybody can reach."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


@pytest.fixture(autouse=True)
def _at_leisure(monkeypatch):
    """Let a form be sent as soon as it is open, and without a sum more than once."""
    monkeypatch.setattr(guest_guards, "QUICKEST_SECONDS", 0)
    monkeypatch.setattr(guest_guards, "use_answer", lambda answer: True)


@pytest.fixture
def photo(album) -> AlbumPhoto:
    """A photo of the city's own, with its sizes."""
    found = AlbumPhoto.objects.get(page=album)
    prepare_renditions(found.image)
    return found


@pytest.fixture
def purged(monkeypatch) -> set[str]:
    """The addresses that caches are told to forget."""
    urls: set[str] = set()
    monkeypatch.setattr(PurgeBatch, "purge", lambda batch, **kwargs: urls.update(batch.urls))
    return urls


def ask(client: Client, photo: AlbumPhoto, **given):
    """Fill the form in and send it."""
    address = reverse("takedowns:photo", args=[photo.pk])
    ticket = client.get(address).context["form"].initial["ticket"]
    return client.post(address, ASKED | {"ticket": ticket} | given)


def asked_about(photo: AlbumPhoto, **given) -> TakeDownRequest:
    """Return an open request."""
    number = TakeDownRequest.objects.count()
    return TakeDownRequest.objects.create(
        number=f"T-2026-{number:06}",
        ticket=str(number),
        work=register_photo(photo),
        title=str(photo),
        relation="shown",
        email="besa@example.org",
        language="en",
        due_at=timezone.now() + timedelta(hours=48),
        **given,
    )


def test_every_item_leads_to_the_form(client, photo):
    film = VideoPageFactory(parent=photo.page.get_parent(), locale=photo.locale)

    assert f"/en/take-down/photo/{photo.pk}/" in client.get(photo.url).content.decode()
    assert f"/en/take-down/film/{film.pk}/" in client.get(film.url).content.decode()
    assert client.get(f"/en/take-down/film/{film.pk}/").status_code == 200


def test_a_request_has_a_number_an_owner_and_a_clock(
    client, photo, moderator, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = ask(client, photo)

    asked = TakeDownRequest.objects.get()
    assert asked.owner == moderator
    assert asked.due_at - asked.made_at - timedelta(hours=48) < timedelta(seconds=5)
    assert asked.number in client.get(response["Location"]).content.decode()
    [letter] = mail.outbox
    assert letter.to == ["besa@example.org"]
    assert asked.number in letter.subject
    assert "I did not know" not in letter.body, "The mailbox may be somebody else's."
    assert asked.work.changes.filter(what="asked").exists()


def test_the_one_with_the_fewest_open_requests_gets_the_next(client, photo, moderator):
    asked_about(photo, owner=moderator)
    colleague = UserFactory()
    colleague.groups.add(Group.objects.get(name="Moderators"))

    ask(client, photo)

    assert TakeDownRequest.objects.latest("pk").owner == colleague


def test_a_form_sent_twice_is_one_request(client, photo):
    address = reverse("takedowns:photo", args=[photo.pk])
    ticket = client.get(address).context["form"].initial["ticket"]

    places = {client.post(address, ASKED | {"ticket": ticket}).status_code for _time in range(2)}

    assert places == {302}
    assert TakeDownRequest.objects.count() == 1


@pytest.mark.parametrize(
    "given",
    [
        {"website": "https://casino.example"},
        {"ticket": "forged"},
        {"email": "no address"},
        {"relation": "nobody"},
        {"words": "x" * 2001},
    ],
)
def test_what_no_person_would_send_is_refused_and_nothing_is_lost(client, photo, given):
    response = ask(client, photo, **given)

    assert response.status_code == 422
    assert b"Besa K." in response.content
    assert not TakeDownRequest.objects.exists()


def test_without_a_sum_the_second_form_waits_with_its_words(client, photo, monkeypatch):
    monkeypatch.setattr(guest_guards, "use_answer", lambda answer: False)

    first, second = ask(client, photo), ask(client, photo)

    assert first.status_code == 302
    assert second.status_code == 429
    assert int(second["Retry-After"]) > 0
    assert b"I did not know that I was photographed." in second.content


def test_the_form_is_in_no_cache_and_asks_no_draft(client, photo):
    assert "no-store" in client.get(reverse("takedowns:photo", args=[photo.pk]))["Cache-Control"]
    photo.page.unpublish()

    assert client.get(reverse("takedowns:photo", args=[photo.pk])).status_code == 404


def test_a_hidden_photo_is_nowhere_and_no_address_leads_to_its_files(
    client, photo, album, moderator, media, purged, django_capture_on_commit_callbacks
):
    files = {path.relative_to(media) for path in files_in(media)}
    addresses = {photo.image.file.url, *(size.url for size in photo.image.renditions.all())}
    url = photo.url

    with django_capture_on_commit_callbacks(execute=True):
        hide_work(work_id=register_photo(photo).pk, by=moderator)

    left = {path.relative_to(media) for path in files_in(media)}
    assert files & left == set(), "Original and sizes have left the public folder."
    assert client.get(url).status_code == 404
    assert "Photo" not in stored(album).photo_words
    for page in (album.url, album.get_parent().url, "/sitemap.xml"):
        assert photo.title not in client.get(page).content.decode()
    assert {address for address in addresses if not any(address in one for one in purged)} == set()
    assert {album.full_url, f"{album.full_url}{photo.route_in_album}"} <= purged


def test_a_photo_that_is_shown_again_is_the_same_at_the_same_address(
    client, photo, album, moderator, media, private_folder, django_capture_on_commit_callbacks
):
    name, content = photo.image.file.name, (media / photo.image.file.name).read_bytes()
    measures = (photo.image.width, photo.image.height)
    work = register_photo(photo)
    with django_capture_on_commit_callbacks(execute=True):
        hide_work(work_id=work.pk, by=moderator)
    with django_capture_on_commit_callbacks(execute=True):
        show_work(work_id=work.pk, by=moderator)

    again = AlbumPhoto.objects.get(pk=photo.pk)
    assert again.image.file.name == name
    assert (media / name).read_bytes() == content
    assert (again.image.width, again.image.height) == measures
    assert client.get(again.url).status_code == 200
    assert files_in(private_folder) == []
    assert list(work.changes.values_list("what", flat=True)) == ["added", "hidden", "shown"]


def test_other_pages_show_a_plain_tile_in_its_place(
    client, photo, album, moderator, media, django_capture_on_commit_callbacks
):
    album.listing_image = photo.image
    album.save()
    with django_capture_on_commit_callbacks(execute=True):
        hide_work(work_id=register_photo(photo).pk, by=moderator)

    page = client.get(album.get_parent().url)

    assert page.status_code == 200
    image = AlbumPage.objects.get(pk=album.pk).listing_image
    assert image.file.storage.exists(image.file.name)


def test_publishing_an_earlier_version_brings_no_hidden_photo_back(client, photo, album, moderator):
    revision = stored(album).save_revision()
    hide_work(work_id=register_photo(photo).pk, by=moderator)

    revision.publish()

    assert photo.title not in client.get(album.url).content.decode()
    assert stored(album).photo_count == 0


def test_hiding_costs_readers_no_question(client, photo, album, moderator):
    client.get(album.url)
    with CaptureQueriesContext(connection) as before:
        client.get(album.url)
    hide_work(work_id=register_photo(photo).pk, by=moderator)
    client.get(album.url)
    with CaptureQueriesContext(connection) as after:
        client.get(album.url)

    assert len(after) <= len(before)


def test_a_hidden_film_leaves_with_its_page_and_comes_back(
    client, city, moderator, media, django_capture_on_commit_callbacks
):
    page = VideoPageFactory(parent=city.gallery, locale=city.gallery.locale)
    page.save_revision().publish()
    work = register_film(page)
    film, captions = page.video.file.path, page.video.texts.get().captions.path

    with django_capture_on_commit_callbacks(execute=True):
        hide_work(work_id=work.pk, by=moderator)

    assert not Path(film).exists()
    assert not Path(captions).exists()
    assert client.get(page.url).status_code == 404
    assert page.title not in client.get(city.gallery.url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        show_work(work_id=work.pk, by=moderator)
    assert Path(film).exists()
    assert Path(captions).exists()
    assert client.get(page.url).status_code == 200


def test_a_film_from_another_site_leaves_with_its_page(client, city, moderator):
    page = VideoPageFactory(parent=city.gallery, locale=city.gallery.locale, external=True)
    page.save_revision().publish()

    hide_work(work_id=register_film(page).pk, by=moderator)

    assert client.get(page.url).status_code == 404


def page_of(asked: TakeDownRequest) -> str:
    return reverse("gallery_takedownrequest_modeladmin_inspect", args=[asked.pk])


@pytest.fixture
def desk(client, moderator) -> Client:
    """A moderator at work."""
    client.force_login(moderator)
    return client


def test_staff_hide_at_once_and_answer_by_mail(
    desk, photo, moderator, django_capture_on_commit_callbacks
):
    asked = asked_about(photo)
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(page_of(asked), {"decision": "hide"})
    assert Client().get(photo.url).status_code == 404
    assert TakeDownRequest.objects.get().is_open

    with django_capture_on_commit_callbacks(execute=True):
        desk.post(page_of(asked), {"decision": "grant", "answer": "You are right, it is gone."})

    asked.refresh_from_db()
    assert (asked.outcome, asked.answered_by) == ("granted", moderator)
    [letter] = mail.outbox
    assert letter.to == ["besa@example.org"]
    assert "You are right, it is gone." in letter.body


def test_a_refusal_brings_back_what_was_hidden_at_once(desk, photo):
    asked = asked_about(photo)
    desk.post(page_of(asked), {"decision": "hide"})

    desk.post(page_of(asked), {"decision": "refuse", "answer": "A public event."})

    assert Client().get(photo.url).status_code == 200
    assert TakeDownRequest.objects.get().outcome == "refused"


def test_a_refusal_leaves_hidden_what_somebody_else_wants_gone(photo, moderator):
    first, second = asked_about(photo), asked_about(photo)
    answer_request(request_id=first.pk, by=moderator, granted=True, answer="Gone.")

    answer_request(request_id=second.pk, by=moderator, granted=False, answer="No.")

    assert Work.objects.get().hidden_at is not None


@pytest.mark.parametrize(("hidden_for", "stays"), [("", True), ("T-2026-000000", False)])
def test_refusals_bring_back_what_a_request_had_hidden_and_nothing_else(
    photo, moderator, hidden_for, stays
):
    requests = [asked_about(photo), asked_about(photo)]
    hide_work(work_id=requests[0].work_id, by=moderator, why=hidden_for)

    for asked in requests:
        answer_request(request_id=asked.pk, by=moderator, granted=False, answer="No.")

    assert (Work.objects.get().hidden_at is not None) == stays


def test_a_request_is_answered_once_and_with_words(desk, photo, moderator):
    asked = asked_about(photo)
    page = desk.post(page_of(asked), {"decision": "grant", "answer": " "})
    assert "Nothing was done" in page.content.decode()
    answer_request(request_id=asked.pk, by=moderator, granted=True, answer="Gone.")

    with pytest.raises(AnsweredMeanwhileError):
        answer_request(request_id=asked.pk, by=moderator, granted=False, answer="No.")


def test_a_request_is_handed_over_to_whoever_answers_requests(desk, photo):
    asked, colleague = asked_about(photo), UserFactory()
    with pytest.raises(NotOwnerError):
        hand_over(request_id=asked.pk, owner=colleague)
    colleague.groups.add(Group.objects.get(name="Administrators"))

    desk.post(page_of(asked), {"decision": "owner", "owner": colleague.pk})

    assert TakeDownRequest.objects.get().owner == colleague


def test_what_is_overdue_is_said_in_the_queue_and_on_the_first_page(desk, photo, moderator):
    asked = asked_about(photo)
    asked_about(photo)
    TakeDownRequest.objects.filter(pk=asked.pk).update(due_at=timezone.now() - timedelta(hours=1))

    steps = [str(step.text) for step in next_steps(moderator)]
    late = desk.get(reverse("gallery_takedownrequest_modeladmin_index"), {"part": "overdue"})

    assert "1 take-down request is overdue" in steps
    assert "1 take-down request is to be answered within two days" in steps
    assert "Overdue:" in late.content.decode()
    assert late.content.decode().count("T-2026-") == 1


def test_thirty_days_after_the_answer_nobody_knows_who_asked(photo, moderator):
    asked = asked_about(photo, name="Besa K.", words="It is me.")
    answer_request(request_id=asked.pk, by=moderator, granted=True, answer="Dear Besa, gone.")
    remove_what_is_too_old()
    assert TakeDownRequest.objects.get().name == "Besa K."

    remove_what_is_too_old(timezone.now() + timedelta(days=31))

    asked.refresh_from_db()
    assert (asked.name, asked.email, asked.words, asked.answer) == ("", "", "", "")
    assert asked.outcome == "granted"


def test_lines_of_the_ledger_say_what_was_asked_and_answered(photo, moderator):
    asked = asked_about(photo)
    answer_request(request_id=asked.pk, by=moderator, granted=True, answer="Gone.")

    lines = RightsChange.objects.filter(work=asked.work).values_list("what", "before", "after")
    assert ("answered", asked.number, "granted") in lines
    assert ("hidden", "", asked.number) in lines
