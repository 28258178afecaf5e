"""What the city asks for has a day, comes as a file that is what it says, and is decided."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from partners.models import DeskAsset, DeskDocument, DeskFile
from site_config.models import OutboxMail
from tests.factories.partner_desk import (
    DeskAssetFactory,
    DeskDocumentFactory,
    DeskFileFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private")]
PDF = b"%PDF-1.7 words"


@pytest.fixture
def private(settings, tmp_path):
    """A private folder of the test's own."""
    settings.PRIVATE_ROOT = tmp_path


def photo() -> bytes:
    content = io.BytesIO()
    picture = Image.new("RGB", (60, 40), "red")
    exif = picture.getexif()
    exif[0x010F] = "zqcamera"
    picture.save(content, "JPEG", exif=exif)
    return content.getvalue()


def docx() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
    return content.getvalue()


def send(seat, asset, name: str, content: bytes):
    file = SimpleUploadedFile(name, content)
    return seat.client.post(seat.url(f"assets/{asset.pk}/"), {"file": file})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("logo.pdf", PDF),
        ("Fjalë për botën.txt", b"Words."),
        ("photo.jpg", photo()),
        ("a.docx", docx()),
    ],
)
def test_a_file_is_delivered_and_the_city_is_told(
    seat, admin_user, name, content, django_capture_on_commit_callbacks
):
    seat.partner.responsible = admin_user
    seat.partner.save()
    asset = DeskAssetFactory(partner=seat.partner)

    with django_capture_on_commit_callbacks():
        response = send(seat, asset, name, content)

    asset.refresh_from_db()
    [file] = asset.files.all()
    assert response.status_code == 302
    assert asset.state == DeskAsset.State.DELIVERED
    assert (file.name, file.sent_by) == (name, seat.user)
    assert asset.title in OutboxMail.objects.get(to=admin_user.email).subject
    taken = seat.client.get(seat.url(f"files/{file.pk}/"))
    kept = b"".join(taken.streaming_content)
    assert kept[:4] == content[:4]
    assert b"zqcamera" not in kept
    assert "attachment" in taken["Content-Disposition"]
    assert taken["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in taken["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("page.html", b"<html>", "We take pictures"),
        ("logo.svg", b"<svg/>", "We take pictures"),
        ("tool.exe", b"MZ", "We take pictures"),
        ("no-name", b"x", "We take pictures"),
        ("logo.pdf", b"<html><script>", "content is not PDF"),
        ("words.txt", b"<!doctype html><script>", "content is not TXT"),
        ("photo.png", b"no picture at all", "valid image"),
        ("empty.pdf", b"", "empty"),
        (f"{'x' * 160}.pdf", PDF, "150"),
    ],
)
def test_what_cannot_be_taken_is_told_and_nothing_is_stored(seat, tmp_path, name, content, told):
    asset = DeskAssetFactory(partner=seat.partner)

    response = send(seat, asset, name, content)

    asset.refresh_from_db()
    assert response.status_code == 422
    assert told in response.content.decode()
    assert (asset.state, DeskFile.all_partners.count()) == (DeskAsset.State.ASKED, 0)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_full_disk_leaves_neither_row_nor_file(seat, tmp_path, monkeypatch):
    asset = DeskAssetFactory(partner=seat.partner)

    def break_off(name, content, max_length=None):
        (tmp_path / "partners").mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(storages["private"], "save", break_off)
    response = send(seat, asset, "logo.pdf", PDF)

    assert response.status_code == 409
    assert "could not be stored" in response.content.decode()
    assert DeskFile.all_partners.count() == 0
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_too_many_files_are_asked_to_wait(seat):
    asset = DeskAssetFactory(partner=seat.partner)
    for number in range(10):
        assert send(seat, asset, f"{number}.txt", b"Words.").status_code == 302

    response = send(seat, asset, "11.txt", b"Words.")

    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert asset.files.count() == 10


def test_what_is_accepted_takes_no_more_files(seat):
    asset = DeskAssetFactory(
        partner=seat.partner,
        state=DeskAsset.State.ACCEPTED,
        delivered_at=timezone.now(),
        accepted_at=timezone.now(),
    )

    assert "Deliver" not in seat.client.get(seat.url(f"assets/{asset.pk}/")).content.decode()
    assert send(seat, asset, "logo.pdf", PDF).status_code == 409
    assert asset.files.count() == 0


def test_what_is_owed_comes_first_with_its_day(seat):
    today = timezone.localdate()
    DeskAssetFactory(partner=seat.partner, title="Done", delivered=True, overdue=True)
    DeskAssetFactory(partner=seat.partner, title="Soon", due_on=today + timedelta(days=3))
    DeskAssetFactory(partner=seat.partner, title="Late", overdue=True)

    page = seat.client.get(seat.url("assets/")).content.decode()

    assert page.index("Late") < page.index("Soon") < page.index("Done")
    assert page.count("Overdue") == 1
    assert "in 3 days" in page


def inspect(name: str, number: int) -> str:
    return reverse(f"partners_{name}_modeladmin_inspect", args=[number])


def test_staff_send_an_asset_back_and_then_accept_it(
    seat, admin_client, django_capture_on_commit_callbacks
):
    asset = DeskAssetFactory(partner=seat.partner, delivered=True)
    DeskFileFactory(asset=asset)
    address = inspect("deskasset", asset.pk)

    refused = admin_client.post(address, {"decision": "send_back", "remark": ""})
    asset.refresh_from_db()
    assert refused.status_code == 200
    assert asset.state == DeskAsset.State.DELIVERED

    with django_capture_on_commit_callbacks():
        admin_client.post(address, {"decision": "send_back", "remark": "Larger, please."})
    page = seat.client.get(seat.url(f"assets/{asset.pk}/")).content.decode()
    assert "Larger, please." in page
    assert "Larger, please." in OutboxMail.objects.get(to=seat.user.email).text

    send(seat, asset, "larger.pdf", PDF)
    with django_capture_on_commit_callbacks():
        admin_client.post(address, {"decision": "accept"})
    asset.refresh_from_db()
    assert asset.is_accepted
    assert OutboxMail.objects.filter(to=seat.user.email).count() == 2
    assert admin_client.post(address, {"decision": "accept"}, follow=True).status_code == 200


def test_staff_see_what_is_overdue_and_take_files_along(seat, admin_client):
    late = DeskAssetFactory(partner=seat.partner, title="Late", overdue=True)
    DeskAssetFactory(partner=seat.partner, title="Soon")
    file = DeskFileFactory(asset=late)

    page = admin_client.get("/admin/partners/deskasset/").content.decode()
    assert page.index("Late") < page.index("Soon")
    assert "portal-late" in page
    answer = admin_client.get(reverse("partners_desk_file", args=[file.pk]))
    assert b"".join(answer.streaming_content) == b"Words."


def test_staff_keep_documents_at_a_desk(seat, admin_client, tmp_path):
    address = reverse("partners_deskdocument_modeladmin_create")
    fields = {"partner": seat.partner.pk, "title": "Contract 2026"}

    refused = admin_client.post(
        address, fields | {"file": SimpleUploadedFile("contract.pdf", b"<html>")}
    )
    assert refused.status_code == 200
    assert DeskDocument.all_partners.count() == 0

    admin_client.post(address, fields | {"file": SimpleUploadedFile("contract.pdf", PDF)})
    document = DeskDocument.all_partners.get()
    assert (document.name, document.size) == ("contract.pdf", len(PDF))
    assert "Contract 2026" in seat.client.get(seat.url()).content.decode()


def test_a_removed_document_takes_its_file_along(
    seat, tmp_path, django_capture_on_commit_callbacks
):
    document = DeskDocumentFactory(partner=seat.partner)
    assert [path for path in tmp_path.rglob("*") if path.is_file()]

    with django_capture_on_commit_callbacks(execute=True):
        document.delete()

    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
