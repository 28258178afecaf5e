"""Profiles, names, and the account menu of the header."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client

from community.models import User
from community.names import name_key, passes_for_staff, validate_display_name
from community.services.reacting import set_like
from tests.community.account_steps import sign_in
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    SanctionFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


@pytest.fixture
def member(client: Client) -> User:
    """A member who is signed in."""
    user = UserFactory(email="arta@example.org", display_name="Arta K.")
    sign_in(client, user)
    return user


def test_a_member_changes_the_profile_and_sees_it(client, member):
    answer = client.post(
        "/en/community/me/edit/",
        {"display_name": "  Arta   Kola ", "about": "Counts birds.", "language": "en"},
        follow=True,
    )

    assert answer.redirect_chain == [("/en/community/me/", 302)]
    html = answer.content.decode()
    assert "Arta Kola" in html
    assert "Counts birds." in html
    assert "Your profile is saved." in html
    member.refresh_from_db()
    assert (member.display_name, member.language) == ("Arta Kola", "en")


def test_the_profile_counts_what_others_can_read_and_like(client, member):
    discussion = DiscussionFactory(author=member)
    comment = CommentFactory(user=member, content_object=discussion)
    CommentFactory(user=member, held=True)
    for liked in (comment, discussion.opening):
        set_like(comment_id=liked.pk, member=UserFactory(), liked=True)

    figures = client.get("/en/community/me/").context["figures"]

    assert figures == {"comments": 1, "discussions": 1, "liked": 2}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("display_name", ""),
        ("display_name", "Bashkia Tiranë"),
        ("display_name", "Genti B."),
        ("display_name", "nul\x00"),
        ("about", "x" * 301),
        ("language", "xx"),
    ],
)
def test_a_profile_with_a_fault_is_not_saved(client, member, field, value):
    UserFactory(display_name="Genti B.")
    data = {"display_name": "Arta K.", "about": "", "language": "en", field: value}

    answer = client.post("/en/community/me/edit/", data)

    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    member.refresh_from_db()
    assert member.display_name == "Arta K."


def test_the_profile_lists_the_ways_to_guard_the_account(client, member):
    DiscussionFactory(author=member, title="My own question")

    html = client.get("/en/community/me/").content.decode()

    for address in ("email/", "password/change/", "two-factor/", "sessions/", "logout/"):
        assert f'href="/en/account/{address}"' in html
    assert "My own question" in html


def test_the_profile_is_for_its_owner(client):
    assert client.get("/en/community/me/")["Location"].startswith("/en/account/login/?next=")
    assert client.get("/en/community/me/edit/").status_code == 302


@pytest.mark.parametrize(
    "name",
    [
        "Admin",
        "ADMIN",
        "a.d.m.i.n",
        "4dm1n",
        "Аdmin",  # noqa: RUF001  (a Cyrillic letter, on purpose)
        "ａｄｍｉｎ",  # noqa: RUF001  (full-width letters, on purpose)
        "Administratori",
        "Bashkia Tiranë",
        "Ekipi i Bashkisë",
        "m0derator",
        "Moderatorja",
        "Sheshi",
        "Kryetari",
        "The Moderator",
        "TheModerator",
    ],
)
def test_a_name_that_passes_for_staff_is_known(name):
    assert passes_for_staff(name)


@pytest.mark.parametrize(
    "name", ["Arta K.", "Badmintoni", "Luljeta S.", "Adem Hoxha", "Çelnik", "Besa", "Staneci"]
)
def test_an_ordinary_name_passes_for_nobody(name):
    assert not passes_for_staff(name)


@pytest.mark.parametrize(
    "other",
    ["arta k.", "ARTA K.", "Arta  K.", "Ártа K.", "Ａrta K."],  # noqa: RUF001  (look-alikes)
)
def test_one_name_belongs_to_one_person(other):
    UserFactory(display_name="Arta K.")
    person = UserFactory.build(display_name=other)

    with pytest.raises(ValidationError, match="display_name"):
        person.clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        person.save()


def test_staff_may_go_without_a_name_and_keep_an_official_one():
    UserFactory(display_name="")
    UserFactory(display_name="")
    staff = UserFactory(administrator=True, display_name="Bashkia Tiranë")

    staff.clean()

    assert User.objects.filter(display_name_key="").count() == 2


@pytest.mark.parametrize(
    "name", ["x", "  ", "12", "a@example.org", "www.example.org", "Ar\u200bta", "Ar\u202eta"]
)
def test_a_name_can_be_read_and_is_no_address(name):
    with pytest.raises(ValidationError):
        validate_display_name(name)


def test_renaming_by_a_narrow_update_keeps_names_comparable():
    person = UserFactory(display_name="Arta K.")
    person.display_name = "Genti B."

    person.save(update_fields=["display_name"])

    assert User.objects.get(pk=person.pk).display_name_key == name_key("Genti B.")


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Arta K.", "AK"), ("Arta", "A"), ("Arta Maria Kola", "AK"), ("çelnik", "Ç"), ("", "AM")],
)
def test_initials_stand_for_a_portrait(name, initials):
    from django.utils.translation import override

    with override("en"):
        assert UserFactory(display_name=name).initials == initials


def test_the_public_name_is_never_the_address():
    person = UserFactory(display_name="", email="secret@example.org")

    assert "secret" not in person.public_name


def test_the_menu_of_a_member(client, member):
    answer = client.get("/en/community/me/menu/?page=1")
    html = answer.content.decode()

    assert answer["Cache-Control"].startswith("max-age=0")
    assert "private" in answer["Cache-Control"]
    assert "Arta K." in html
    assert 'action="/en/account/logout/"' in html
    assert "csrfmiddlewaretoken" in html
    assert "/admin/" not in html


def test_the_menu_of_staff_leads_to_the_admin_and_to_the_page_they_read(client, front):
    sign_in(client, UserFactory(administrator=True))

    html = client.get(f"/en/community/me/menu/?page={front.pk}").content.decode()

    assert 'href="/admin/"' in html
    assert f'href="/admin/pages/{front.pk}/edit/"' in html


@pytest.mark.parametrize("page", ["", "0", "abc", "-1", "9" * 40, "999999", "1%20or%201"])
def test_the_menu_offers_no_page_that_is_none(client, page):
    sign_in(client, UserFactory(administrator=True))

    answer = client.get(f"/en/community/me/menu/?page={page}")

    assert answer.status_code == 200
    assert "/edit/" not in answer.content.decode()


def test_a_banned_member_changes_nothing_that_others_read(client):
    member = SanctionFactory(member__display_name="Ana", member__about="I plant trees.").member
    client.force_login(member)

    page = client.get("/en/community/me/edit/").content.decode()
    client.post(
        "/en/community/me/edit/",
        {"display_name": "An insult", "about": "Another insult", "language": "sq"},
    )

    member.refresh_from_db()
    assert "banned you from writing" in page
    assert (member.display_name, member.about, member.language) == ("Ana", "I plant trees.", "sq")
