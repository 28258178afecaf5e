"""The people of the table: one for each role of SECURITY.md's second section."""

from enum import StrEnum

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth.models import Group
from django.test import Client, RequestFactory

from community.models import User


class Role(StrEnum):
    """Who asks. The value of a role with a group is the group's name."""

    ANONYMOUS = "anonymous"
    MEMBER = "member"
    PARTNER = "Partners"
    COMMUNITY_MODERATOR = "Community moderators"
    EDITOR = "Editors"
    MODERATOR = "Moderators"
    EMERGENCY_PUBLISHER = "Emergency publishers"
    ADMINISTRATOR = "Administrators"


STAFF = frozenset(Role) - {Role.ANONYMOUS, Role.MEMBER}
PASSWORD = "correct horse battery"


def make_person(role: Role) -> User:
    """Return somebody who has this role and nothing else.

    Also an administrator is what the group's rights make of them: the flag of a superuser would
    pass every check, and tell nothing about the rights.
    """
    slug = role.lower().replace(" ", "-")
    person = User(email=f"{slug}@matrix.example", display_name=f"Matrix {slug}", language="en")
    person.set_password(PASSWORD)
    person.save()
    person.emailaddress_set.create(email=person.email, verified=True, primary=True)
    if role in STAFF:
        person.groups.add(Group.objects.get(name=role))
    return person


def sign_in(person: User) -> Client:
    """Return the client of somebody who has given their password a moment ago."""
    client = Client()
    client.force_login(person)
    request = RequestFactory().get("/")
    request.session = client.session
    record_authentication(
        request, person, method="password", email=person.email, reauthenticated=True
    )
    request.session.save()
    return client
