"""A member takes along all that is held of them, once, and nothing of others."""

import io
import json
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from community.models import ExportLink, Sanction, User
from community.services.exporting import EXPORT_LIMITS, make_export_link
from site_config.retention import remove_what_is_too_old
from tests.community.account_steps import PASSWORD, enrol, sign_in
from tests.community.markers import MARKERS, plant
from tests.factories.community import CommentFactory, ReportFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front", "media")]

EXPORT = "/en/community/me/export/"
# What stands in rows about the member that are others', or is no more than a digest.
NOT_THEIRS = {"mail to another", "count of mails", "translation", "upload"}


@pytest.fixture
def media(settings, tmp_path):
    """A media folder of the test's own."""
    settings.MEDIA_ROOT = tmp_path


def prove(client: Client, page: str = EXPORT) -> None:
    client.post(f"/en/account/reauthenticate/?next={page}", {"password": PASSWORD})


def fetch(client: Client) -> HttpResponse:
    made = client.post(EXPORT)
    assert made.status_code == 302, made.content.decode()
    return client.post(made["Location"])


def opened(response: HttpResponse) -> ZipFile:
    assert response.status_code == 200
    return ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def everything(archive: ZipFile) -> str:
    return "\n".join(
        f"{name}\n{archive.read(name).decode('latin-1')}" for name in archive.namelist()
    )


@pytest.fixture
def member(client) -> User:
    """A member who is signed in and has just proved who they are."""
    member = UserFactory(display_name="Arta K.")
    sign_in(client, member)
    prove(client)
    return member


def test_every_marker_of_the_member_is_in_the_archive(client, article):
    plant(client, article)

    archive = opened(fetch(client))

    text = everything(archive).lower()
    missing = {name for name, marker in MARKERS.items() if marker not in text}
    assert missing == NOT_THEIRS
    assert archive.testzip() is None
    assert "index.html" in archive.namelist()


def test_the_files_hold_valid_json_by_kind(client, member):
    comment = CommentFactory(user=member, comment="Trees & “shade”.")

    archive = opened(fetch(client))

    comments = json.loads(archive.read("json/comments.json"))
    account = json.loads(archive.read("json/account.json"))
    assert [row["number"] for row in comments] == [comment.pk]
    assert comments[0]["words"] == "Trees & “shade”."
    assert account[0]["email"] == member.email
    assert "password" not in json.dumps(account)


def test_the_page_to_read_is_in_the_member_s_language_and_runs_nothing(client, member):
    User.objects.filter(pk=member.pk).update(language="sq")
    CommentFactory(user=member, comment="<script>alert(1)</script>")

    html = opened(fetch(client)).read("index.html").decode()

    assert '<html lang="sq">' in html
    assert "Çfarë ruajmë për ju" in html
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_nothing_of_others_is_in_it(client, member):
    mine = CommentFactory(user=member)
    other = UserFactory(display_name="Zana Q.", email="zana@example.org")
    CommentFactory(user=other, content_object=mine.content_object, parent=mine, comment="Zana says")
    ReportFactory(comment=mine, reporter=other, words="Zana reports")

    text = everything(opened(fetch(client)))

    assert "Zana" not in text
    assert "zana@" not in text


def test_secrets_of_second_factors_stay_here(client, member):
    secret = enrol(client)

    archive = opened(fetch(client))

    factors = json.loads(archive.read("json/second_factors.json"))
    assert len(factors) >= 1
    assert secret not in everything(archive)
    assert set(factors[0]) == {"kind", "name", "since", "last_used"}


def test_an_export_asks_who_it_is_first(client):
    sign_in(client, UserFactory())

    for answer in (client.get(EXPORT), client.post(EXPORT)):
        assert answer.status_code == 302
        assert "/account/reauthenticate/" in answer["Location"]
    assert not ExportLink.objects.exists()


def test_a_proof_leads_back_and_goes_on(client):
    member = UserFactory()
    sign_in(client, member)
    question = client.post(EXPORT)["Location"]

    answer = client.post(question, {"password": PASSWORD})

    assert answer["Location"].startswith(EXPORT)
    assert ExportLink.objects.get().member == member


def test_a_link_shows_a_button_and_changes_nothing_until_it_is_pressed(client, member):
    link = client.post(EXPORT)["Location"]

    pages = [client.get(link), client.head(link), client.get(link)]

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert "csrfmiddlewaretoken" in pages[0].content.decode()
    assert "no-store" in pages[0]["Cache-Control"]
    assert pages[0]["Referrer-Policy"] == "same-origin"
    assert opened(client.post(link)).namelist()


def test_a_link_works_once(client, member):
    link = client.post(EXPORT)["Location"]
    opened(client.post(link))

    assert [client.post(link).status_code, client.get(link).status_code] == [410, 410]


def test_a_link_works_for_an_hour_and_is_then_forgotten(client, member):
    link = client.post(EXPORT)["Location"]
    ExportLink.objects.update(made_at=timezone.now() - timedelta(minutes=61))

    assert [client.get(link).status_code, client.post(link).status_code] == [410, 410]
    assert remove_what_is_too_old()["links to exports"] == 1


def test_a_new_link_ends_the_one_before(client, member):
    first, second = (client.post(EXPORT)["Location"] for _ in range(2))

    assert client.get(first).status_code == 410
    assert client.get(second).status_code == 200


@pytest.mark.parametrize("secret", ["x", "a" * 500, "0"])
def test_a_link_of_somebody_else_or_of_nobody_gives_nothing(client, member, secret):
    theirs = make_export_link(member=UserFactory())

    for name in (theirs, secret):
        assert client.get(f"{EXPORT}{name}/").status_code == 410
        assert client.post(f"{EXPORT}{name}/").status_code == 410
    assert Client().get(f"{EXPORT}{theirs}/").status_code == 302


def test_the_secret_of_a_link_is_not_stored(client, member):
    secret = client.post(EXPORT)["Location"].rstrip("/").rpartition("/")[2]

    assert secret not in ExportLink.objects.get().digest


def test_too_many_exports_wait(client, member):
    for _ in range(EXPORT_LIMITS[0].times):
        client.post(EXPORT)

    refused = client.post(EXPORT)

    assert refused.status_code == 429
    assert int(refused["Retry-After"]) > 0


def test_a_member_who_is_banned_takes_their_data_along(client, member):
    Sanction.objects.create(member=member, kind=Sanction.Kind.BAN, reason="insult", words="Enough.")

    archive = opened(fetch(client))

    assert json.loads(archive.read("json/sanctions.json"))[0]["words"] == "Enough."


@pytest.mark.parametrize("number", [2, 12])
def test_an_export_asks_the_database_no_more_when_there_is_more_in_it(
    client, member, number, django_assert_max_num_queries
):
    for comment in CommentFactory.create_batch(number, user=member):
        CommentFactory(content_object=comment.content_object, parent=comment, user=member)
    link = client.post(EXPORT)["Location"]

    with django_assert_max_num_queries(50):
        opened(client.post(link))


def test_a_picture_that_is_missing_from_the_folder_stops_nobody(client, article, settings):
    plant(client, article)
    for path in settings.MEDIA_ROOT.rglob("*.png"):
        path.unlink()

    names = opened(fetch(client)).namelist()

    assert not [name for name in names if name.startswith("pictures/")]
