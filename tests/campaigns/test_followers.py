"""Followers of a campaign hear of its updates, each once."""

import json
from datetime import timedelta

import pytest
from django.core import mail

from campaigns.days import city_today
from campaigns.followers import channel_of
from campaigns.models import CampaignUpdate
from tests.community.following_steps import follower, outbox_for, publish
from tests.factories.campaigns import CampaignIndexPageFactory, CampaignPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(english_front):
    """A campaign that is open and was published long ago."""
    index = CampaignIndexPageFactory(parent=english_front, locale=english_front.locale)
    page = CampaignPageFactory(parent=index, locale=index.locale, title="Green Cities")
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def add_update(campaign, title: str, days_ago: int = 0) -> None:
    day = city_today() - timedelta(days=days_ago)
    campaign.updates.add(CampaignUpdate(date=day, title=title, locale=campaign.locale))


def test_an_update_is_mailed_once_to_those_who_follow_the_campaign(campaign, commit):
    follower("ana@example.org", channel_of(campaign))
    add_update(campaign, "The first street is planted")

    commit(publish, campaign)
    commit(publish, type(campaign).objects.get(pk=campaign.pk))

    (message,) = outbox_for("ana@example.org")
    assert message.subject == "Green Cities"
    assert "The first street is planted" in message.body


def test_a_draft_of_an_update_is_told_to_nobody(campaign, commit):
    follower("ana@example.org", channel_of(campaign))
    add_update(campaign, "Not yet")

    commit(campaign.save_revision)

    assert not mail.outbox


@pytest.mark.parametrize("days_ago", [-1, 15, 400])
def test_what_is_dated_otherwise_is_no_news(campaign, commit, days_ago):
    follower("ana@example.org", channel_of(campaign))
    add_update(campaign, "Long ago", days_ago)

    commit(publish, campaign)

    assert not mail.outbox


def test_the_campaign_s_page_leads_to_the_form(campaign, client):
    html = client.get(campaign.url).content.decode()

    assert f"?channel=campaign:{campaign.translation_key}" in html
    assert json.dumps("csrfmiddlewaretoken") not in html
