"""What a campaign lacks is named above its form, and to whoever publishes it.

Each gap leads to its field.
"""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html
from wagtail.users.models import UserProfile

from campaigns.models import CampaignPage
from campaigns.preflight import gaps_of
from tests.factories.campaigns import STORY, CampaignPageFactory
from tests.factories.community import UserFactory


@pytest.fixture
def desk(client: Client, db) -> Client:
    """An administrator at work, in English."""
    person = UserFactory(administrator=True)
    UserProfile.objects.create(user=person, preferred_language="en")
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(person)
    return client


@pytest.fixture
def campaign(city) -> CampaignPage:
    """A draft with a summary and reasons, and without all else."""
    return CampaignPageFactory(
        parent=city.campaigns, locale=city.home.locale, why=STORY, live=False
    )


def editor_of(campaign: CampaignPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[campaign.pk])


def test_each_gap_leads_to_its_field(desk, campaign):
    html = desk.get(editor_of(campaign)).content.decode()

    assert '<a href="#preflight-responsible">Nobody is responsible.</a>' in html
    assert "No call to action" in html
    assert "“Why” is empty." not in html
    for gap in gaps_of(campaign):
        assert f'href="#preflight-{gap.field}"' in html
        assert f'data-contentpath="{gap.field}"' in html


def test_whoever_publishes_a_campaign_reads_what_it_lacks(desk, campaign):
    opened = desk.get(editor_of(campaign))
    data = querydict_from_html(opened.content.decode(), form_id="page-edit-form")
    for name, field in opened.context["form"].fields.items():
        if hasattr(field, "block"):  # Scripts would write the counts of the blocks.
            data[f"{name}-count"] = "0"
    data["action-publish"] = "1"

    answer = desk.post(editor_of(campaign), data, follow=True)

    assert CampaignPage.objects.get(pk=campaign.pk).live
    [lacks] = [str(words) for words in answer.context["messages"] if "lacks:" in str(words)]
    address = f"{editor_of(campaign)}#preflight-responsible"
    assert f'<a href="{address}">Nobody is responsible.</a>' in lacks
    assert "No summary" not in lacks
