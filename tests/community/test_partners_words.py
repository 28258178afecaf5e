"""A partner enters the admin for one page, and is a member like any other in the community."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError

from community.errors import NotStaffWordsError
from community.models import HeldFor, HiddenFor, Sanction, State, User
from community.people_forms import PersonEditForm
from community.services.moderating import mark_official
from community.services.moderating_members import sanction_member
from tests.community.comment_steps import post
from tests.factories.community import CommentFactory, ModeratorFactory, UserFactory

pytestmark = pytest.mark.django_db

STAFF = [
    "Editors",
    "Moderators",
    "Community moderators",
    "Emergency publishers",
    "Administrators",
]


@pytest.fixture
def partner() -> User:
    """Somebody who looks after the page of a partner."""
    return ModeratorFactory(role="Partners", display_name="Lana Mobility")


@pytest.mark.parametrize("role", STAFF)
def test_whoever_has_a_role_of_the_city_works_for_it(role):
    assert ModeratorFactory(role=role).works_for_the_city


def test_neither_a_partner_nor_a_member_works_for_the_city(partner):
    assert not partner.works_for_the_city
    assert not UserFactory().works_for_the_city


def test_the_words_of_a_partner_wait_as_those_of_others(partner, discussion):
    comment = post(discussion, partner, "https://a.al https://b.al https://c.al").comment

    assert (comment.state, comment.held_for) == (State.HELD, HeldFor.LINKS)


def test_a_partner_takes_no_name_of_the_city(partner):
    partner.display_name = "Bashkia Tiranë"

    with pytest.raises(ValidationError) as refused:
        partner.clean()

    assert list(refused.value.message_dict) == ["display_name"]


@pytest.mark.parametrize(("role", "accepted"), [("Partners", False), ("Editors", True)])
def test_the_role_that_a_form_gives_decides_about_the_name(partner, role, accepted):
    data = {
        "email": partner.email,
        "display_name": "Bashkia Tiranë",
        "language": "en",
        "is_active": True,
        "groups": [Group.objects.get(name=role).pk],
    }

    form = PersonEditForm(data, instance=partner)

    assert form.is_valid() is accepted, form.errors


def test_the_words_of_a_partner_are_no_answer_of_the_city(partner):
    comment = CommentFactory(user=partner)

    with pytest.raises(NotStaffWordsError):
        mark_official(comment_id=comment.pk, moderator=ModeratorFactory(), official=True)


def test_a_partner_can_be_suspended_and_banned(partner):
    sanction = sanction_member(
        member_id=partner.pk,
        moderator=ModeratorFactory(),
        kind=Sanction.Kind.BAN,
        reason=HiddenFor.SPAM,
    )

    assert sanction is not None
