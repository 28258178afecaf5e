"""What happens at the door is written down, and nothing that would open it."""

import logging

import pytest
from django.contrib.auth.models import Group

from community.security_log import write_event
from tests.community.account_steps import PASSWORD, enrol, sign_in
from tests.factories.community import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


@pytest.fixture
def lines(caplog):
    """The lines written so far."""
    caplog.set_level(logging.INFO, logger="sheshi.security")
    return lambda: [one.getMessage() for one in caplog.records if one.name == "sheshi.security"]


def test_signing_in_and_out_and_a_wrong_password(client, lines):
    person = UserFactory(email="arta@example.org")
    sign_in(client, person, "wrong")
    sign_in(client, person)
    client.post("/en/account/logout/")

    text = "\n".join(lines())
    assert "wrong password account=unknown from='127.0.0.1'" in text
    assert f"proof account={person.pk} from='127.0.0.1' method=password" in text
    assert f"signed in account={person.pk}" in text
    assert f"signed out account={person.pk}" in text
    assert "arta" not in text
    assert PASSWORD not in text


def test_a_second_factor(client, lines):
    person = UserFactory()
    sign_in(client, person)
    secret = enrol(client)
    client.post("/en/account/two-factor/totp/deactivate/")

    text = "\n".join(lines())
    assert f"second factor added account={person.pk}" in text
    assert f"second factor removed account={person.pk}" in text
    assert secret not in text


def test_roles(lines):
    person = UserFactory()
    group = Group.objects.get(name="Editors")
    person.groups.add(group)
    person.groups.remove(group)

    assert lines() == [
        f"roles account={person.pk} from='none' change=add groups={group.pk}",
        f"roles account={person.pk} from='none' change=remove groups={group.pk}",
    ]


def test_nobody_writes_a_line_of_their_own(rf, lines):
    request = rf.get("/", REMOTE_ADDR="192.0.2.1\nsigned in account=1")

    write_event("wrong password", request=request, user=None)

    [line] = lines()
    assert "\n" not in line
