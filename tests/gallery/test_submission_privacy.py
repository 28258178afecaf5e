"""What a member has sent in is theirs: seen by them alone, taken along, taken back, erased."""

import io
import json
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from community.exporting.archive import write_archive
from community.models import Erasure
from community.personal_data import Person
from community.services.leaving import erase_account
from gallery.models import AlbumPhoto, Consent, MediaSubmission, RightsChange, Work
from gallery.submissions import views
from gallery.submissions.deciding import reject
from site_config.models import SiteImage
from site_config.retention import remove_what_is_too_old
from tests.factories.community import UserFactory
from tests.factories.gallery import stored
from tests.factories.home import StandardPageFactory, stream
from tests.gallery.submission_steps import approved, files_in, submitted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder")]


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """An empty folder for what everybody can reach."""
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do what follows a commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.mark.parametrize("part", ["file", "preview"])
def test_only_the_member_reaches_the_file_by_its_address(client, city, member, moderator, part):
    waiting = submitted(member)
    address = reverse(f"contributions:{part}", args=[waiting.pk])

    assert client.get(address).status_code == 302, "A visitor is asked to sign in."
    for other in (UserFactory(), moderator):
        client.force_login(other)
        assert client.get(address).status_code == 404
    client.force_login(member)
    response = client.get(address)

    assert response.getvalue().startswith(b"\xff\xd8")
    assert response["Content-Type"] == "image/jpeg"
    assert "private" in response["Cache-Control"]
    assert "no-store" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


def test_a_moderator_sees_the_file_in_the_admin(client, city, member, moderator):
    waiting = submitted(member)
    client.force_login(moderator)

    response = client.get(reverse("gallery_submission_file", args=[waiting.pk, "file"]))

    assert response.getvalue().startswith(b"\xff\xd8")
    assert "no-store" in response["Cache-Control"]
    assert "sandbox" in response["Content-Security-Policy"]


def test_no_storage_gives_out_an_address_of_it(city, member):
    waiting = submitted(member)

    assert not default_storage.exists(waiting.file.name)
    with pytest.raises(ValueError, match="not accessible via a URL"):
        waiting.file.storage.url(waiting.file.name)


def test_a_member_changes_the_words_while_it_waits(client, city, member, moderator):
    waiting = submitted(member)
    client.force_login(member)
    form = {"title": "A better title", "description": "Words.", "licence": "cc0-1.0", "place": ""}

    assert client.post(reverse("contributions:edit", args=[waiting.pk]), form).status_code == 302
    waiting.refresh_from_db()
    assert (waiting.title, waiting.licence) == ("A better title", "cc0-1.0")
    assert waiting.consents.filter(kind="licence", words__contains="CC0").exists()
    reject(submission_id=waiting.pk, moderator=moderator, reason="quality", words="")
    assert client.get(reverse("contributions:edit", args=[waiting.pk])).status_code == 404


def test_words_that_can_not_be_stored_change_nothing(client, city, member):
    waiting = submitted(member)
    client.force_login(member)

    response = client.post(reverse("contributions:edit", args=[waiting.pk]), {"title": "x" * 200})

    assert response.status_code == 422
    waiting.refresh_from_db()
    assert waiting.title == "Our house"


def test_somebody_else_changes_and_withdraws_nothing(client, city, member):
    waiting = submitted(member)
    client.force_login(UserFactory())

    for name in ("edit", "withdraw"):
        assert client.post(reverse(f"contributions:{name}", args=[waiting.pk])).status_code == 404
    assert MediaSubmission.objects.filter(pk=waiting.pk).exists()


def test_what_waits_is_withdrawn_with_its_files(client, city, member, private_folder, committed):
    waiting = submitted(member)
    client.force_login(member)
    assert files_in(private_folder)

    with committed():
        client.post(reverse("contributions:withdraw", args=[waiting.pk]))

    assert not MediaSubmission.objects.exists()
    assert not Consent.objects.exists()
    assert files_in(private_folder) == []


def test_what_is_withdrawn_twice_at_once_is_withdrawn(client, city, member, monkeypatch):
    waiting = submitted(member)
    client.force_login(member)
    withdraw = views.withdraw

    def late(**given):
        withdraw(**given)
        withdraw(**given)

    monkeypatch.setattr(views, "withdraw", late)
    response = client.post(reverse("contributions:withdraw", args=[waiting.pk]))

    assert response["Location"] == reverse("contributions:mine")
    assert "in the meantime" in client.get(response["Location"]).content.decode()


def test_what_stands_in_the_gallery_is_withdrawn_from_everywhere(
    client, album, member, moderator, media, committed
):
    before = {path.name for path in files_in(media)}
    with committed():
        photo = approved(member, moderator, album)
    url, submission = photo.url, MediaSubmission.objects.get()
    client.force_login(member)
    assert client.get(url).status_code == 200
    assert url in client.get(reverse("contributions:mine")).content.decode()

    with committed():
        client.post(reverse("contributions:withdraw", args=[submission.pk]))

    assert client.get(url).status_code == 404
    assert not SiteImage.objects.filter(pk=photo.image_id).exists()
    assert "A red house" not in json.dumps(
        [revision.content for revision in stored(album).revisions.all()]
    )
    assert {path.name for path in files_in(media)} - before == set()
    assert "removed" in Work.objects.get(origin="member").changes.values_list("what", flat=True)


def test_a_story_stands_without_a_photo_that_was_withdrawn(client, city, album, member, moderator):
    photo = approved(member, moderator, album)
    picture = {"image": photo.image_id, "alt_text": "A red house.", "decorative": False}
    story = stream(("picture", {"picture": picture, "caption": "Taken by Ana"}))
    page = StandardPageFactory(parent=city.home, slug="houses", story=story)
    assert "Taken by Ana" in client.get(page.url).content.decode()

    client.force_login(member)
    client.post(reverse("contributions:withdraw", args=[MediaSubmission.objects.get().pk]))

    answer = client.get(page.url)
    assert answer.status_code == 200
    assert "Taken by Ana" not in answer.content.decode()


def test_the_archive_of_a_member_holds_words_consents_and_files(album, member, moderator):
    submitted(member, title="It waits")
    approved(member, moderator, album, extra=b"2", title="It is shown")

    with write_archive(Person.behind(member)) as file, ZipFile(io.BytesIO(file.read())) as archive:
        [waits, shown] = json.loads(archive.read("json/submissions.json"))
        kept = {name: archive.read(name) for name in (waits["file"], shown["file"])}

    assert (waits["title"], shown["title"]) == ("It waits", "It is shown")
    assert len(waits["consents"]) == len(shown["consents"]) == 3
    assert all(content.startswith(b"\xff\xd8") for content in kept.values())


def test_whoever_leaves_takes_everything_out_of_the_gallery(
    album, member, moderator, media, private_folder, committed
):
    marker = "MARKER of Ana"
    before = {path.name for path in files_in(media)}
    with committed():
        submitted(member, title=f"{marker} 1", place=marker)
        photo = approved(member, moderator, album, extra=b"2", title=f"{marker} 2")
        waiting = submitted(member, extra=b"3", title=f"{marker} 3")
        reject(submission_id=waiting.pk, moderator=moderator, reason="other", words=marker)

    with committed():
        erase_account(member=member, asked_by=Erasure.AskedBy.MEMBER)

    assert not MediaSubmission.objects.exists()
    assert not SiteImage.objects.filter(pk=photo.image_id).exists()
    assert not AlbumPhoto.every.filter(pk=photo.pk).exists()
    assert files_in(private_folder) == []
    assert {path.name for path in files_in(media)} - before == set()
    assert marker not in json.dumps(
        [revision.content for revision in stored(album).revisions.all()]
    )
    left = [*Work.objects.values(), *RightsChange.objects.values(), *Consent.objects.values()]
    assert marker not in str(left)
    assert "Ana D." not in str(left)


def test_what_was_not_accepted_is_kept_for_thirty_days(
    city, member, moderator, private_folder, committed
):
    waiting = submitted(member)
    reject(submission_id=waiting.pk, moderator=moderator, reason="quality", words="")
    remove_what_is_too_old(timezone.now() + timedelta(days=29))
    assert files_in(private_folder)

    with committed():
        remove_what_is_too_old(timezone.now() + timedelta(days=31))

    assert not MediaSubmission.objects.exists()
    assert files_in(private_folder) == []


def test_what_waits_is_kept_until_somebody_decides(city, member):
    submitted(member)

    remove_what_is_too_old(timezone.now() + timedelta(days=400))

    assert MediaSubmission.objects.exists()


def test_the_account_leads_to_it(client, city, member):
    client.force_login(member)

    page = client.get(reverse("community:profile")).content.decode()

    assert reverse("contributions:mine") in page
    shown = client.get(reverse("contributions:mine")).content.decode()
    assert "Nothing sent in yet" in shown
