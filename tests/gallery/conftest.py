"""The part of the tree that holds albums and films."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import translation
from wagtail.users.models import UserProfile

from community.models import User
from gallery.models import AlbumPage, GalleryIndexPage
from gallery.private_files import private_storage
from home.models import HomePage
from tests.factories.community import UserFactory
from tests.factories.gallery import AlbumPageFactory, GalleryIndexPageFactory


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


@pytest.fixture
def private_folder() -> Iterator[Path]:
    """Where files are kept that nobody reaches by address; empty again after the test."""
    folder = Path(private_storage().path(""))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def member(db: None) -> User:
    """A member who reads English."""
    return UserFactory(display_name="Ana D.", email="ana@example.org")


@pytest.fixture
def moderator(db: None) -> User:
    """A moderator of content, who may publish everything."""
    person = UserFactory(display_name="Mimoza M.", email="mimoza@example.org")
    person.groups.add(Group.objects.get(name="Moderators"))
    UserProfile.objects.create(user=person, preferred_language="en")
    return person


@pytest.fixture
def album(city: City) -> AlbumPage:
    """An album in English with one photo of the city's own."""
    page = AlbumPageFactory(
        parent=city.gallery, locale=city.gallery.locale, title="The Lana", photos=1
    )
    page.save_revision().publish()
    return page
