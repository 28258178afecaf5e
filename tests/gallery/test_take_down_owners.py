"""Somebody answers each take-down request, also in a city of one administrator."""

import pytest

from gallery.takedowns.requests import owners
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db


def test_where_nobody_else_answers_requests_a_superuser_does(moderator):
    chief = UserFactory(is_superuser=True)
    assert owners() == [moderator]

    moderator.groups.clear()

    assert owners() == [chief]
