"""What pages with comments tell machines: nothing but what everybody can read."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from django_comments.models import CommentFlag
from django_comments_xtd.models import LIKEDIT_FLAG

from community.models import Comment, State
from tests.community.comment_steps import address, change, read
from tests.factories.campaigns import ProjectPageFactory
from tests.factories.community import CommentFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]


def described(client: Client, url: str) -> dict[str, Any]:
    """Return what a page says of itself."""
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', read(client, url), re.DOTALL)[1])
    return data["@graph"][2] if "@graph" in data else data


def like(comment: Comment) -> None:
    CommentFlag.objects.create(comment_id=comment.pk, user=UserFactory(), flag=LIKEDIT_FLAG)


def test_a_discussion_describes_its_replies_one_below_the_other(client, discussion):
    opener = CommentFactory(content_object=discussion, comment="Myslym *Shyri*.")
    CommentFactory(content_object=discussion, parent=opener, comment="Too narrow.")
    like(discussion.opening)
    like(opener)

    data = described(client, address(discussion))

    [comment] = data["comment"]
    assert data["commentCount"] == 2
    assert data["interactionStatistic"]["userInteractionCount"] == 1
    assert (comment["text"], comment["author"]["name"]) == (
        "Myslym Shyri.",
        opener.user.display_name,
    )
    assert comment["url"].endswith(f"/comments/{opener.pk}/")
    assert comment["interactionStatistic"]["userInteractionCount"] == 1
    assert comment["comment"][0]["text"] == "Too narrow."


def test_what_has_gone_is_not_described_and_its_replies_are(client, discussion):
    deleted = CommentFactory(content_object=discussion, comment="Gone.")
    CommentFactory(content_object=discussion, parent=deleted, comment="An answer.")
    CommentFactory(content_object=discussion, comment="Waits.", held=True)
    change(deleted, State.DELETED)

    data = described(client, address(discussion))

    assert [comment["text"] for comment in data["comment"]] == ["An answer."]


def test_markup_in_a_comment_ends_no_script_and_is_described_as_text(client, discussion):
    CommentFactory(content_object=discussion, comment="</script><b>bold</b> *brave*")

    html = read(client, address(discussion))
    data = described(client, address(discussion))

    assert "</script><b>" not in html
    assert data["comment"][0]["text"] == "</script><b>bold</b> brave"


def test_an_article_describes_its_comments(client, article):
    comment = CommentFactory(content_object=article, comment="Well said.")

    data = described(client, article.url)

    assert data["commentCount"] == 1
    assert data["comment"][0]["text"] == "Well said."
    assert data["comment"][0]["author"]["name"] == comment.user.display_name


def test_a_project_is_no_work_that_could_have_comments(client, front):
    project = ProjectPageFactory(parent=front.get_parent())
    CommentFactory(content_object=project)

    assert "comment" not in described(client, project.url)


def test_a_sign_that_html_escapes_is_shown_once_escaped_in_lists(client, discussion):
    discussion.text = "Fish & chips <for all>"
    discussion.save()
    comment = CommentFactory(content_object=discussion, comment="Salt & pepper")

    assert discussion.wording.summary == "Fish & chips <for all>"
    assert str(comment) == "Salt & pepper"
    assert 'content="Fish &amp; chips &lt;for all&gt;"' in read(client, address(discussion))
