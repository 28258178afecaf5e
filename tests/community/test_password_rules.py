"""Passwords that everybody tries first are refused; a sentence of one's own is taken."""

import hashlib

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.models import Site

from community.models import User
from community.password_rules import stands_in_file
from site_config.models.site_settings import Identity
from tests.factories.community import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


def refusals(password: str, user: User | None = None) -> set[str]:
    """Return the codes by which a password is refused."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        return {each.code for each in error.error_list}
    return set()


@pytest.mark.parametrize(
    "password",
    [
        *("correct horse battery", "lumi-lana-rrjedh-2014", "vjollca pi kafe në ballkon"),
        *(
            "kzqwmvhbtxrd",
            "xK9#mQ2$vL7!",
            "482915730264",
            "ç" * 3 + "ëthurje e gjatë",
            "🚲🌳🏙️🚌🌉🎭🎻🥁🧀🍋🌶️🫒",
        ),
    ],
)
def test_a_password_of_ones_own_is_taken_whatever_signs_it_is_made_of(password):
    assert refusals(password) == set()


@pytest.mark.parametrize(
    "password",
    [
        *("password1234", "Password123!", "P@ssw0rd2024", "qwertyuiop12", "123456789012"),
        *("aaaaaaaaaaaa", "abcabcabcabc", "abcdefghijkl", "Manchester1!", "iloveyou1234"),
        *("Fjalekalimi1!", "fjalëkalimi2024", "Shqiperia2024", "tiranatirana", "administrator1"),
    ],
)
def test_a_known_word_with_the_usual_decoration_is_refused(password):
    assert refusals(password) & {"password_known", "password_easy"}


def test_eleven_signs_are_too_few_and_a_thousand_are_not_too_many():
    assert "password_too_short" in refusals("kzqwmvhbtxr")
    assert refusals("kzqwmvhbtxrd " * 80) == set()


def test_the_citys_own_name_is_no_password():
    identity = Identity.for_site(Site.objects.get())
    identity.name, identity.city = "Zhgaba", "Bregdetas"
    identity.save()

    assert refusals("Zhgaba-Bregdetas") == {"password_easy"}


def test_a_persons_own_name_is_no_password():
    person = UserFactory.build(display_name="Kthellinda Brahimi", email="kb@example.org")

    assert "password_too_similar" in refusals("kthellinda.brahimi", person)


@pytest.fixture
def stolen(settings, tmp_path):
    """A file of stolen passwords, as it is published."""
    digests = sorted(
        hashlib.sha1(f"stolen {number}".encode(), usedforsecurity=False).hexdigest().upper()
        for number in range(500)
    )
    path = tmp_path / "pwned.txt"
    path.write_text("".join(f"{digest}:{n}\r\n" for n, digest in enumerate(digests)))
    settings.STOLEN_PASSWORDS_FILE = str(path)
    return path


@pytest.mark.usefixtures("stolen")
def test_every_password_of_a_file_is_found_and_no_other():
    assert all(stands_in_file(f"stolen {number}") for number in range(500))
    assert not any(stands_in_file(f"other {number}") for number in range(500))


@pytest.mark.usefixtures("stolen")
def test_a_stolen_password_is_refused():
    assert refusals("stolen 17") == {"password_known", "password_too_short"}


def test_joining_says_why_a_password_is_refused(client: Client):
    answer = client.post(
        "/en/account/signup/",
        {"display_name": "Arta", "email": "arta@example.org", "password1": "Tirana-2024-2024"},
    )

    assert "This password is easy to guess." in answer.content.decode()
    assert not User.objects.filter(email="arta@example.org").exists()
