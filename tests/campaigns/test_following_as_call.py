"""A campaign whose call to action is to follow leads to the one form for following by e-mail."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from campaigns.action_blocks import FollowedPageBlock
from campaigns.days import city_today
from campaigns.followers import channel_of
from campaigns.models import Announcement
from campaigns.news import announce_news
from publications.models import NewsletterPage
from tests.community.following_steps import follower, outbox_for
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.publications import CollectionPageFactory, PublicationIndexPageFactory


def follow_call(page=None) -> list[dict[str, object]]:
    """Return a call to follow a campaign, or another page."""
    value = {"text": "Tell me when it opens", "intro": "", "points": [], "page": page}
    return [{"type": "subscribe", "value": value}]


@pytest.fixture
def newsletter(city):
    """A published newsletter."""
    collection = CollectionPageFactory(parent=PublicationIndexPageFactory(parent=city.home))
    page = NewsletterPage(title="The Lana letter", locale=city.home.locale)
    collection.add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.fixture
def campaign(city):
    """A campaign that comes, and is to be followed."""
    return CampaignPageFactory(
        parent=city.campaigns, locale=city.home.locale, upcoming=True, action=follow_call()
    )


def main_of(client, page) -> str:
    response = client.get(page.url)
    assert not response.cookies
    assert "public" in response["Cache-Control"]
    html = response.content.decode()
    return html[html.index('id="act"') :]


def test_the_button_leads_to_the_form_for_this_campaign(client, campaign):
    html = main_of(client, campaign)

    assert f"?channel=campaign:{campaign.translation_key}" in html
    assert "Tell me when it opens" in html
    assert "<form" not in html


def test_a_newsletter_can_be_followed_instead(client, campaign, newsletter):
    campaign.action = follow_call(newsletter.pk)
    campaign.save()

    html = main_of(client, campaign)

    assert f"?channel=newsletter:{newsletter.translation_key}" in html
    assert "The Lana letter" in html


@pytest.mark.parametrize("why", ["unpublished", "restricted"])
def test_what_not_everybody_may_see_gives_way_to_the_campaign(client, campaign, newsletter, why):
    campaign.action = follow_call(newsletter.pk)
    campaign.save()
    if why == "unpublished":
        newsletter.unpublish()
    else:
        newsletter.view_restrictions.create(restriction_type="login")

    html = main_of(client, campaign)

    assert f"?channel=campaign:{campaign.translation_key}" in html
    assert "The Lana letter" not in html


def test_only_what_can_be_followed_is_taken(city, campaign, newsletter):
    block = FollowedPageBlock(required=False)

    assert block.clean(newsletter).pk == newsletter.pk
    assert block.clean(campaign).pk == campaign.pk
    assert block.clean(None) is None
    with pytest.raises(ValidationError, match="Choose a newsletter"):
        block.clean(city.events)


def open_today(campaign, **changes) -> None:
    campaign.starts_on, campaign.ends_on = city_today(), city_today() + timedelta(days=9)
    campaign.key_day = None
    campaign.first_published_at = timezone.now() - timedelta(days=20)
    for name, value in changes.items():
        setattr(campaign, name, value)
    campaign.save()


def test_followers_hear_once_that_the_campaign_opens(campaign, django_capture_on_commit_callbacks):
    follower("ana@example.org", channel_of(campaign))
    with django_capture_on_commit_callbacks(execute=True):
        announce_news()
    assert not mail.outbox

    open_today(campaign)
    for _minute in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            announce_news()

    (message,) = outbox_for("ana@example.org")
    assert message.subject == campaign.title
    assert "It is open: take part until" in message.body


@pytest.mark.parametrize(
    "changes",
    [
        {"live": False},
        {"starts_on": city_today() - timedelta(days=20)},
        {"first_published_at": timezone.now()},
    ],
    ids=["a draft", "open for long", "published when it opened"],
)
def test_other_campaigns_are_not_told_to_open(campaign, changes):
    open_today(campaign, **changes)

    announce_news()

    assert not Announcement.objects.exists()
