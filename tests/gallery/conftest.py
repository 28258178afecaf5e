"""The part of the tree that holds albums and films."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from django.test import Client
from django.utils import translation
from wagtail.users.models import UserProfile

from gallery.models import GalleryIndexPage
from home.models import HomePage
from tests.factories.community import UserFactory
from tests.factories.gallery import GalleryIndexPageFactory


class City(NamedTuple):
    """The front page in English, and the gallery below it."""

    home: HomePage
    gallery: GalleryIndexPage


@pytest.fixture
def city(english_front: HomePage) -> City:
    """The portal in English, without content."""
    gallery = GalleryIndexPageFactory(
        parent=english_front, slug="gallery", locale=english_front.locale
    )
    return City(english_front, gallery)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Let messages come in the language in which the tests expect them."""
    with translation.override("en"):
        yield


@pytest.fixture
def staff(client: Client, db: None) -> Client:
    """An administrator who is signed in, with the admin in English."""
    user = UserFactory(administrator=True)
    UserProfile.objects.create(user=user, preferred_language="en")
    # Messages of forms are written out when a test reads them: in the language of the request.
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(user)
    return client
