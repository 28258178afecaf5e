"""What a member sees of a comment of their own, and of a decision about it."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils.translation import override

from community.models import HiddenFor, User
from community.services.moderating import hide_comment
from tests.e2e.accessibility import violations
from tests.e2e.conftest import Portal, Visit
from tests.e2e.places import MEMBER
from tests.e2e.reading import OVERFLOWING
from tests.factories.community import CommentFactory, ModeratorFactory


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_own_comments_are_open_to_everybody(
    fresh_city: Portal, visit: Callable[..., Visit], width: int, scheme: str
):
    member = User.objects.get(email=MEMBER)
    waiting, hidden = CommentFactory(user=member, held=True), CommentFactory(user=member)
    decision = hide_comment(
        comment_id=hidden.pk, moderator=ModeratorFactory(), reason=HiddenFor.INSULT
    )
    with override("en"):
        addresses = [
            reverse("community:own_comment", args=[waiting.pk]),
            reverse("community:edit_comment", args=[waiting.pk]),
            reverse("community:delete_comment", args=[waiting.pk]),
            reverse("community:own_decision", args=[decision.pk]),
        ]
    someone = visit(width=width, color_scheme=scheme, reduced_motion="reduce")
    someone.sign_in(MEMBER)

    for address in addresses:
        answer = someone.page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert violations(someone.page) == [], address
        assert someone.page.evaluate(OVERFLOWING) == [], address
