"""The demo's moderators have something to do, and something done, however often it is loaded."""

import pytest
from django.core import mail
from django.utils import timezone

from campaigns.models import CampaignPage
from community.models import Appeal, Comment, Discussion, ModerationDecision, Report, State
from community.moderation_figures import compute_figures
from home.demo import accounts, community, discussions, moderation, site, topics
from home.demo.city import City
from home.demo.library.members import DISCUSSIONS
from home.demo.library.moderation import CAMPAIGN, CASES
from site_config.models import OutboxMail
from tests.factories.campaigns import CampaignPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(locales, settings, tmp_path) -> City:
    """A city with its people, its discussions and its campaign."""
    settings.VAR_DIR = tmp_path
    city = City()
    for chapter in (site, accounts, community):
        chapter.load(city)
    for words in DISCUSSIONS:
        for language in city.languages:
            topics.add_topic(city, words.topic, language)
    discussions.load(city)
    for language in city.languages:
        campaign = CampaignPageFactory.build(
            title="Green Cities", slug=f"green-{language}", locale=city.locale(language)
        )
        city.add_page(city.home(language), campaign, CAMPAIGN)
    assert CampaignPage.objects.count() == 2
    return city


def everything() -> list[int]:
    kinds = (Comment, Report, ModerationDecision, Appeal)
    return [kind.objects.count() for kind in kinds]


def test_the_queue_and_the_public_log_have_something_to_show(city):
    moderation.load(city)

    queue = Comment.objects.filter(state=State.HELD)
    assert set(queue.values_list("language", flat=True)) == {"en", "sq"}
    assert Report.objects.filter(outcome=Report.Outcome.OPEN).count() == 3
    assert Appeal.objects.filter(outcome=Appeal.Outcome.OPEN).count() == 1
    months = [month for month in compute_figures(timezone.now()) if not month.is_empty]
    assert len(months) >= 4
    assert sum(month.hidden for month in months) == 5
    assert sum(month.appeals_granted for month in months) == 1
    assert sum(month.appeals_refused for month in months) == 1


def test_nobody_answers_an_appeal_against_their_own_decision(city):
    moderation.load(city)

    for appeal in Appeal.objects.exclude(settled_by=None):
        assert appeal.settled_by != appeal.decision.moderator
        assert appeal.decision.made_at < appeal.made_at < appeal.settled_at < timezone.now()


def test_a_second_time_changes_nothing_and_nobody_is_written_to(city):
    moderation.load(city)
    once = everything()
    Comment.objects.filter(submission="demo moderation 1").update(state=State.PUBLIC)

    moderation.load(city)

    assert everything() == once
    assert Comment.objects.get(submission="demo moderation 1").state == State.PUBLIC
    assert not OutboxMail.objects.exists()
    assert not mail.outbox


def test_no_comment_is_older_than_its_discussion(city):
    moderation.load(city)

    assert Comment.objects.filter(submission__startswith="demo moderation").count() == len(CASES)
    for discussion in Discussion.objects.all():
        for comment in Comment.objects.filter(conversation=discussion.conversation):
            assert comment.submit_date >= discussion.opened_at
