"""The faults of django-comments-xtd as it ships, and that the portal has none of them.

Each number names a fault: one test shows it on the bare package, the next that it is not ours.
F4 needs many writers at once: ``test_comment_races.py``. F7 to F11: ``test_facade_reliability.py``.
"""

import base64
import pickletools
import zlib
from itertools import islice
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from django.contrib.sites.models import Site
from django.urls import NoReverseMatch, reverse
from django_comments.feeds import LatestCommentFeed
from django_comments_xtd.conf import settings as package_settings
from django_comments_xtd.models import XtdComment
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from community.errors import CommunityError
from community.models import Comment, Discussion, State
from community.models.comments import DEEPEST_LEVEL
from community.services.posting import post_comment
from tests.community.bare_package import BarePackage, bare
from tests.community.comment_steps import change, trusted, write_url
from tests.factories.community import CommentFactory, DiscussionFactory, UserFactory

__all__ = ["bare"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

SECRET = "What only insiders may read."


@pytest.fixture
def private(article: ArticlePage) -> ArticlePage:
    """An article for signed-in people alone."""
    PageViewRestriction.objects.create(page=article, restriction_type="login")
    return article


@pytest.fixture
def draft(article: ArticlePage) -> ArticlePage:
    """An article that nobody has published."""
    article.unpublish()
    return article


def addresses_of(comment: Comment) -> list[str]:
    """Return every address of the portal that could show a comment."""
    kind = "discussion" if isinstance(comment.content_object, Discussion) else "page"
    place = f"/en/community/on/{kind}/{comment.object_pk}/"
    names = ("", "thread/", "own/", "edit/", "delete/", "like/", "report/")
    return [
        *(f"/en/community/comments/{comment.pk}/{name}" for name in names),
        f"{place}write/?reply={comment.pk}",
        f"{place}mine/",
        f"{place}follow/",
    ]


# F1: what is restricted or not published is listed to anybody -----------------------------------


@pytest.mark.parametrize("page", ["private", "draft"])
def test_f1_the_package_lists_comments_that_are_not_for_everybody(client, bare, page, request):
    target = request.getfixturevalue(page)
    bare.store(target, comment=SECRET)

    assert SECRET in client.get(bare.listing(target)).content.decode()


@pytest.mark.parametrize("page", ["private", "draft"])
def test_f1_the_feed_of_the_package_has_comments_that_are_not_for_everybody(bare, page, request):
    bare.store(request.getfixturevalue(page), comment=SECRET)
    packages_own = SimpleNamespace(get_model=lambda: XtdComment)

    with patch("django_comments.feeds.django_comments", packages_own):
        feed = LatestCommentFeed()
        feed.site = Site.objects.get(pk=1)

        assert [comment.comment for comment in feed.items()] == [SECRET]


@pytest.mark.parametrize("page", ["private", "draft"])
def test_f1_the_portal_shows_them_nowhere(client, page, request):
    comment = CommentFactory(content_object=request.getfixturevalue(page), comment=SECRET)

    for feed in ("", "atom/"):
        assert SECRET not in client.get(f"/en/community/feed/{feed}").content.decode()
        of_page = f"/en/community/on/page/{comment.object_pk}/feed/{feed}"
        assert client.get(of_page).status_code == 404
    for address in addresses_of(comment):
        response = client.get(address, follow=True)
        assert SECRET not in response.content.decode(), address
        assert response.status_code == 404 or "/account/login/" in response.request["PATH_INFO"]


def test_f1_the_portal_has_none_of_the_packages_addresses(client):
    for name in ("comments-xtd-api-list", "comments-xtd-reply", "comments-post-comment"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert client.get("/comments/sent/", follow=True).status_code == 404


# F2: the reply page shows hidden words, and lets anybody post -----------------------------------


def test_f2_the_package_lets_a_stranger_post_on_a_private_page(client, bare, private):
    bare.store(private, comment=SECRET, is_public=False)

    bare.post(client, private, comment="From outside.")
    client.get(bare.mailed_path("confirm"))

    assert XtdComment.objects.filter(comment="From outside.").exists()


def test_f2_the_package_shows_hidden_words_to_who_answers(client, bare, private):
    comment = bare.store(private, comment=SECRET, is_public=False)

    assert SECRET in client.get(f"/comments/reply/{comment.pk}/").content.decode()


@pytest.mark.parametrize("page", ["private", "draft"])
def test_f2_the_portal_lets_no_stranger_post_there(client, page, request):
    target = request.getfixturevalue(page)

    response = client.post(write_url(target), {"text": "From outside."})

    assert response.status_code == 404
    assert not Comment.objects.filter(opens=False).exists()


@pytest.mark.parametrize("state", [State.HELD, State.HIDDEN, State.DELETED])
def test_f2_the_portal_quotes_no_hidden_words_to_who_answers(client, discussion, state):
    comment = CommentFactory(content_object=discussion, comment=SECRET)
    change(comment, state)
    client.force_login(UserFactory())

    for address in addresses_of(comment):
        assert SECRET not in client.get(address, follow=True).content.decode(), address


# F3: the parent is looked at after the reply is stored ------------------------------------------


@pytest.mark.parametrize("parent", [999_999, -1])
def test_f3_the_package_stores_a_reply_to_nothing_and_fails(client, bare, discussion, parent):
    client.force_login(UserFactory())
    client.raise_request_exception = False

    status = bare.post(client, discussion, reply_to=parent).status_code

    assert status == 500
    # The discussion begins with one of its own.
    assert XtdComment.objects.filter(is_public=True).count() == 1 + 1


def test_f3_the_package_stores_a_reply_that_is_too_deep_and_fails(
    client, bare, discussion, monkeypatch
):
    monkeypatch.setattr(
        package_settings._wrapped, "COMMENTS_XTD_MAX_THREAD_LEVEL_BY_APP_MODEL", {}, raising=False
    )
    monkeypatch.setattr(package_settings._wrapped, "COMMENTS_XTD_MAX_THREAD_LEVEL", 0)
    opener = bare.store(discussion)
    client.force_login(UserFactory())
    client.raise_request_exception = False

    assert bare.post(client, discussion, reply_to=opener.pk).status_code == 500
    assert XtdComment.objects.filter(is_public=True).count() == 1 + 2


def test_f3_the_portal_stores_no_reply_that_is_too_deep(client, discussion):
    deepest = CommentFactory(content_object=discussion)
    for _level in range(DEEPEST_LEVEL):
        deepest = CommentFactory(content_object=discussion, parent=deepest)
    client.force_login(trusted())
    before = Comment.objects.filter(opens=False).count()

    answer = client.post(write_url(discussion), {"text": "Kept words.", "reply": deepest.pk})

    assert answer.status_code == 422
    assert "Kept words." in answer.content.decode()
    assert Comment.objects.filter(opens=False).count() == before


def test_f3_the_package_takes_a_parent_of_another_page(client, bare, discussion):
    elsewhere = bare.store(DiscussionFactory())
    client.force_login(UserFactory())
    bare.post(client, discussion, reply_to=elsewhere.pk)

    reply = XtdComment.objects.get(object_pk=str(discussion.pk), portal_comment__isnull=True)
    assert reply.parent_id == elsewhere.pk


@pytest.mark.parametrize("parent", ["999999", "-1", "99999999999999999999", "x", "1e9"])
def test_f3_the_portal_stores_no_reply_to_nothing(client, discussion, parent):
    client.force_login(trusted())
    before = Comment.objects.filter(opens=False).count()

    response = client.post(write_url(discussion), {"text": "Kept words.", "reply": parent})

    assert response.status_code == 422
    assert "Kept words." in response.content.decode()
    assert Comment.objects.filter(opens=False).count() == before


def test_f3_the_portal_takes_no_parent_of_another_page_nor_of_a_hidden_thread(client, discussion):
    elsewhere = CommentFactory()
    opener = CommentFactory(content_object=discussion)
    below = CommentFactory(content_object=discussion, parent=opener)
    change(opener, State.HIDDEN)
    client.force_login(trusted())
    before = Comment.objects.filter(opens=False).count()

    for parent in (elsewhere, opener, below):
        data = {"text": "Kept words.", "reply": parent.pk}
        assert client.post(write_url(discussion), data).status_code == 422
    assert Comment.objects.filter(opens=False).count() == before


# F5: links of confirmation live for ever, act on GET, and bring back what was erased -----------


def test_f5_the_package_brings_an_erased_comment_back_on_get(client, bare, discussion):
    bare.post(client, discussion)
    link = bare.mailed_path("confirm")
    client.get(link)
    XtdComment.objects.all().delete()

    client.get(link)

    assert XtdComment.objects.count() == 1


def test_f5_the_package_posts_on_a_page_that_nobody_can_see_any_more(client, bare, article):
    bare.post(client, article, comment="From outside.")
    article.unpublish()

    client.get(bare.mailed_path("confirm"))

    assert XtdComment.objects.filter(comment="From outside.", is_public=True).exists()


def test_f5_a_link_of_the_package_is_as_good_years_later(client, bare, discussion):
    bare.post(client, discussion)
    with patch("time.time", lambda: 4_000_000_000.0):
        client.get(bare.mailed_path("confirm"))

    assert XtdComment.objects.filter(portal_comment__isnull=True).exists()


def test_f5_a_link_of_the_package_carries_a_pickle(client, bare, discussion):
    bare.post(client, discussion)

    carried = unpack(bare.mailed_path("confirm"))

    assert "BINUNICODE" in " ".join(
        code.name for code, *_rest in islice(pickletools.genops(carried), 99)
    )


def test_f5_nothing_of_the_portal_acts_on_get(client, discussion):
    comment = CommentFactory(content_object=discussion)
    client.force_login(comment.user)
    before = list(Comment.objects.values())

    for address in [*addresses_of(comment), f"{write_url(discussion)}?text=Words&submission=one"]:
        client.get(address)

    assert list(Comment.objects.values()) == before
    assert not comment.flags.exists()
    assert not comment.reports.exists()


# F6: a member may sign as anybody ---------------------------------------------------------------


def test_f6_the_package_lets_a_member_sign_as_the_mayor(client, bare, discussion):
    client.force_login(UserFactory())

    bare.post(client, discussion, name="The Mayor", email="mayor@example.org", followup="on")

    comment = XtdComment.objects.get(portal_comment__isnull=True)
    assert (comment.user_name, comment.user_email) == ("The Mayor", "mayor@example.org")


def test_f6_the_portal_signs_with_the_name_of_the_member(client, discussion):
    member = trusted(display_name="Luljeta S.")
    client.force_login(member)

    client.post(
        write_url(discussion),
        {"text": "A street.", "name": "The Mayor", "email": "mayor@example.org", "user": 1},
    )

    comment = Comment.objects.latest("pk")
    assert comment.author_name == "Luljeta S."
    assert (comment.user_name, comment.user_email, comment.followup) == ("", "", False)


# F12: a link in a mail carries the hash of a password -------------------------------------------


def unpack(path: str) -> bytes:
    """Read what a link of the package carries, without any secret."""
    value = path.split("/")[3].rsplit(".", 1)[0]
    compressed = value.startswith(".")
    packed = base64.urlsafe_b64decode(value.lstrip(".") + "=" * (-len(value.lstrip(".")) % 4))
    return zlib.decompress(packed) if compressed else packed


def test_f12_a_link_of_the_package_carries_the_hash_of_a_password(client, bare, discussion):
    follower = UserFactory()
    bare.store(discussion, user=follower, user_email=follower.email, followup=True)
    client.force_login(UserFactory())

    bare.post(client, discussion, email="genti@example.org")

    assert follower.password.encode() in unpack(bare.mailed_path("mute"))


def test_f12_the_portal_mutes_by_a_button_of_who_has_signed_in(client, discussion):
    address = f"/en/community/on/discussion/{discussion.pk}/follow/"

    assert "/account/login/" in client.post(address, {"choice": "mute"})["Location"]
    member = UserFactory()
    client.force_login(member)
    client.post(address, {"choice": "mute"})
    assert member.conversation_choices.get().choice == "mute"


def test_a_service_that_refuses_has_words_for_the_person(discussion):
    with pytest.raises(CommunityError) as refused:
        post_comment(target=discussion, author=UserFactory(), text=" ", submission="one")

    assert str(refused.value)


def test_the_bare_package_can_be_told_from_the_portal(bare: BarePackage):
    assert reverse("comments-xtd-sent") == "/comments/sent/"
