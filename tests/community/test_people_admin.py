"""People as administrators make, change and find them."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from community.models import User
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db

ADD = "wagtailusers_users:add"
EDIT = "wagtailusers_users:edit"
PASSWORD = "kalaja-mbi-lume-1417"


@pytest.fixture
def staff(client: Client, site) -> User:
    """An administrator who is signed in, and reads English."""
    user = UserFactory(administrator=True)
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return user


def form(**changes: object) -> dict[str, object]:
    fields = {
        "email": "arta@example.org",
        "first_name": "",
        "last_name": "",
        "display_name": "Arta K.",
        "about": "Plants trees.",
        "language": "sq",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "is_active": "on",
    }
    return fields | changes


def group(name: str) -> str:
    return str(Group.objects.get(name=name).pk)


def test_a_person_is_made_with_name_words_and_language(client, staff):
    answer = client.post(reverse(ADD), form())

    assert answer.status_code == 302, answer.context["form"].errors
    person = User.objects.get(email="arta@example.org")
    assert (person.display_name, person.about) == ("Arta K.", "Plants trees.")
    assert person.language == "sq"
    assert person.check_password(PASSWORD)


def test_a_person_is_changed(client, staff):
    person = UserFactory(display_name="Arta K.", language="sq")
    changes = form(email=person.email, display_name="Arta Kola", about="", language="en")

    answer = client.post(reverse(EDIT, args=[person.pk]), changes)

    assert answer.status_code == 302, answer.context["form"].errors
    person.refresh_from_db()
    assert (person.display_name, person.about, person.language) == ("Arta Kola", "", "en")


def test_somebody_may_go_without_a_name_that_others_read(client, staff):
    assert client.post(reverse(ADD), form(display_name="")).status_code == 302


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Moderatorja", "could be taken for the city"),
        ("Bashkia Tiranë", "could be taken for the city"),
        ("\u0391na \u03a1rifti", "Somebody has this name already"),
        ("ana@example.org", "not an address"),
        ("x", "at least two signs"),
    ],
)
def test_a_name_that_deceives_is_refused_at_the_field(client, staff, name, reason):
    UserFactory(display_name="Ana Prifti")

    answer = client.post(reverse(ADD), form(display_name=name))

    assert answer.status_code == 200
    assert "display_name" in answer.context["form"].errors
    assert reason in answer.content.decode()
    assert not User.objects.filter(email="arta@example.org").exists()


@pytest.mark.parametrize(
    "role", ["Editors", "Moderators", "Community moderators", "Administrators"]
)
def test_new_colleagues_may_be_called_by_their_office(client, staff, role):
    answer = client.post(reverse(ADD), form(display_name="Moderatorja", groups=[group(role)]))

    assert answer.status_code == 302, answer.context["form"].errors


def test_a_group_without_a_door_to_the_admin_gives_no_office(client, staff):
    readers = Group.objects.create(name="Readers")

    answer = client.post(reverse(ADD), form(display_name="Moderatorja", groups=[str(readers.pk)]))

    assert "display_name" in answer.context["form"].errors


def test_who_leaves_the_office_leaves_its_name(client, staff):
    person = UserFactory(display_name="Redaktorja")
    person.groups.add(Group.objects.get(name="Editors"))
    person.display_name = "Moderatorja"
    person.save()

    answer = client.post(
        reverse(EDIT, args=[person.pk]), form(email=person.email, display_name="Moderatorja")
    )

    assert "display_name" in answer.context["form"].errors
    assert person.groups.exists()


def test_administrators_may_change_their_own_name(client, staff):
    changes = form(email=staff.email, display_name="Administratorja", password1="", password2="")

    answer = client.post(reverse(EDIT, args=[staff.pk]), changes)

    assert answer.status_code == 302, answer.context["form"].errors


def test_people_are_listed_found_and_sorted_by_the_name_that_others_read(client, staff):
    UserFactory(display_name="Zana", language="sq")
    UserFactory(display_name="Agim", language="en")

    everybody = client.get(reverse("wagtailusers_users:index") + "?ordering=display_name")
    found = client.get(reverse("wagtailusers_users:index") + "?q=Zana").content.decode()
    albanian = client.get(reverse("wagtailusers_users:index") + "?language=sq").content.decode()

    names = [user.display_name for user in everybody.context["users"]]
    assert names == sorted(names)
    assert "Zana" in found
    assert "Agim" not in found
    assert "Zana" in albanian
    assert "Agim" not in albanian


@pytest.mark.parametrize("number", [2, 15])
def test_the_list_of_people_asks_the_database_no_more_when_it_grows(
    client, staff, number, django_assert_max_num_queries
):
    UserFactory.create_batch(number)
    client.get(reverse("wagtailusers_users:index"))

    with django_assert_max_num_queries(20):
        client.get(reverse("wagtailusers_users:index"))


@pytest.mark.parametrize("address", [(ADD, []), (EDIT, [0])], ids=["add", "edit"])
def test_the_forms_speak_albanian(client, staff, address):
    UserProfile.objects.filter(user=staff).update(preferred_language="sq")
    name, arguments = address
    page = client.get(reverse(name, args=[staff.pk for _ in arguments])).content.decode()

    for words in ("Emri që shfaqet", "Rreth personit", "Gjuha", "Emri", "Mbiemri"):
        assert words in page
    assert "First name" not in page


def test_the_list_speaks_albanian(client, staff):
    UserProfile.objects.filter(user=staff).update(preferred_language="sq")

    page = client.get(reverse("wagtailusers_users:index")).content.decode()

    assert "Emri që shfaqet" in page
    assert "Display name" not in page
