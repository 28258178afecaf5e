"""What a page is called is told to nobody who can't read it any more, whoever wrote there."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from community.exporting.contributions import comments
from community.models import Comment, Discussion, User
from community.models.comment_states import State
from community.personal_data import Person
from community.services.moderating import hide_comment
from site_config.models import OutboxMail
from tests.community.comment_steps import change, read
from tests.factories.community import CommentFactory, DiscussionFactory, ModeratorFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]

TITLE = "A secret plan for the market"


def restrict(page: ArticlePage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="groups")


def unpublish(page: ArticlePage) -> None:
    page.unpublish()


def let_expire(page: ArticlePage) -> None:
    ArticlePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))


@pytest.fixture(params=[restrict, unpublish, let_expire])
def closed(request, article: ArticlePage, member: User) -> Comment:
    """A comment of a member on a page that they can't read any more."""
    comment = CommentFactory(content_object=article, user=member, comment="My own words.")
    ArticlePage.objects.filter(pk=article.pk).update(title=TITLE)
    close: Callable[[ArticlePage], None] = request.param
    close(article)
    return comment


def test_the_list_of_contributions_keeps_the_title(client, member, closed):
    client.force_login(member)

    html = read(client, "/en/community/me/contributions/")

    assert "My own words." in html
    assert TITLE not in html


def test_the_export_keeps_the_title(member, closed):
    rows = str(comments(Person.behind(member)).rows)

    assert "My own words." in rows
    assert TITLE not in rows


def test_the_mail_and_the_page_of_a_decision_keep_the_title(client, member, closed):
    hide_comment(comment_id=closed.pk, moderator=ModeratorFactory(), reason="spam")
    client.force_login(member)

    page = read(client, f"/en/community/me/decisions/{closed.decisions.get().pk}/")

    for told in (page, OutboxMail.objects.get().text, OutboxMail.objects.get().html):
        assert "My own words." in told
        assert TITLE not in told


def test_the_title_of_a_hidden_discussion_is_kept_from_who_wrote_in_it(client, member):
    discussion = DiscussionFactory(title=TITLE)
    CommentFactory(content_object=discussion, user=member, comment="My own words.")
    change(discussion.opening, State.HIDDEN)
    assert not Discussion.objects.get(pk=discussion.pk).is_visible
    client.force_login(member)

    assert TITLE not in read(client, "/en/community/me/contributions/")
    assert TITLE not in str(comments(Person.behind(member)).rows)


def test_what_can_be_read_keeps_its_title(client, member, article):
    ArticlePage.objects.filter(pk=article.pk).update(title="The market")
    CommentFactory(content_object=ArticlePage.objects.get(pk=article.pk), user=member)
    client.force_login(member)

    assert "on The market" in read(client, "/en/community/me/contributions/")
    assert "The market" in str(comments(Person.behind(member)).rows)
