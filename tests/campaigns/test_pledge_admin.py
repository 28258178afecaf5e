"""Those who run a campaign see who takes part, take the list along, and hide what insults."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from campaigns.models import Pledge
from community.models import User
from site_config.welcome import next_steps
from tests.campaigns.pledge_steps import PLEDGE
from tests.factories.campaigns import CampaignPageFactory, CommitmentPageFactory, PledgeFactory
from tests.factories.community import UserFactory

LIST = "campaigns_pledge_modeladmin_index"
HIDE = "campaigns_pledge_modeladmin_hide_name"


@pytest.fixture
def campaign(city):
    return CampaignPageFactory(
        parent=city.campaigns,
        slug="green",
        title="Green Cities",
        locale=city.home.locale,
        action=PLEDGE,
    )


@pytest.fixture
def administrator(client, db) -> User:
    person = UserFactory(administrator=True)
    client.force_login(person)
    return person


def listing(client, **query) -> str:
    response = client.get(reverse(LIST), query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def pledges(campaign, city) -> list[Pledge]:
    other = CampaignPageFactory(parent=city.campaigns, title="Hands", locale=city.home.locale)
    return [
        PledgeFactory(campaign=campaign.translation_key, name="Ana", words="Water a tree"),
        PledgeFactory(
            campaign=campaign.translation_key,
            name="Dritan",
            member=UserFactory(email="dritan@example.org"),
            words="Leave the car",
        ),
        PledgeFactory(campaign=other.translation_key, name="Besa", kind="volunteer"),
    ]


def test_the_list_tells_who_takes_part_in_what(client, administrator, pledges):
    html = listing(client)

    for words in ("Green Cities", "Hands", "Ana", "Water a tree", "dritan@example.org"):
        assert words in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind__exact": "volunteer"}, {"Besa"}),
        ({"words": "Water a tree"}, {"Ana", "Besa"}),
        ({"by": "member"}, {"Dritan"}),
        ({"by": "mail"}, {"Ana", "Besa"}),
        ({"q": "dritan@"}, {"Dritan"}),
        ({"campaign": "nonsense"}, set()),
        # No filter of the list's own: nobody guesses at passwords by it.
        ({"member__password__startswith": "x"}, {"Ana", "Besa", "Dritan"}),
    ],
)
def test_the_list_is_narrowed_by_its_own_filters(client, administrator, pledges, query, found):
    html = listing(client, **query)

    assert {name for name in ("Ana", "Besa", "Dritan") if f">{name}<" in html} == found


def test_one_campaign_is_chosen(client, administrator, pledges, campaign):
    html = listing(client, campaign=str(campaign.translation_key))

    assert ">Ana<" in html
    assert ">Besa<" not in html


def test_an_export_holds_no_formula(client, administrator, campaign):
    PledgeFactory(
        campaign=campaign.translation_key, name="=HYPERLINK(1)", note="@SUM(A1)", words="-1+1"
    )

    table = b"".join(client.get(reverse(LIST), {"export": "csv"}).streaming_content).decode()

    assert "'=HYPERLINK(1)" in table
    assert "Green Cities" in table
    assert ",=" not in table
    assert ",@" not in table
    assert ",-" not in table


def test_a_name_that_insults_is_taken_off_the_page_and_still_counts(
    client, administrator, campaign
):
    pledge = PledgeFactory(campaign=campaign.translation_key, name="Rude words", is_public=True)
    url = reverse(HIDE, args=[pledge.pk])

    shown = client.get("/en/campaigns/green/").content.decode()
    asked = client.get(url).content.decode()
    client.post(url, {"hidden": "1"})
    hidden = client.get("/en/campaigns/green/").content.decode()

    assert ">Rude words<" in shown
    assert "Rude words" in asked
    assert "Rude words" not in hidden
    assert Pledge.objects.get().name_hidden
    entry = ModelLogEntry.objects.get(action="campaigns.hide_name")
    assert "Rude words" not in entry.label


def test_opening_the_question_changes_nothing(client, administrator, campaign):
    pledge = PledgeFactory(campaign=campaign.translation_key, name="Ana", is_public=True)

    client.get(reverse(HIDE, args=[pledge.pk]))

    assert not Pledge.objects.get().name_hidden


@pytest.mark.parametrize(("group", "status"), [("Moderators", 200), ("Editors", 302)])
def test_addresses_are_for_those_who_publish(client, pledges, group, status):
    person = UserFactory(is_staff=True)
    person.groups.add(Group.objects.get(name=group))
    client.force_login(person)

    assert client.get(reverse(LIST)).status_code == status


def test_editors_are_told_of_late_promises(client, administrator, city):
    CommitmentPageFactory(parent=city.promises, locale=city.home.locale, overdue=True)
    CommitmentPageFactory(parent=city.promises, locale=city.home.locale, done=True)

    with override("en"):
        step = next(step for step in next_steps(administrator) if "late" in str(step.text))
        assert step.text == "1 promise is late"

    assert step.urgent
    assert client.get(step.url).status_code == 200


def test_staff_see_late_promises_first(client, administrator, city):
    make = {"parent": city.promises, "locale": city.home.locale}
    CommitmentPageFactory(title="A settled one", done=True, **make)
    CommitmentPageFactory(title="The late one", overdue=True, **make)
    CommitmentPageFactory(title="Just heard", **make)

    UserProfile.objects.create(user=administrator, preferred_language="en")
    html = client.get(reverse("promises:index")).content.decode()
    late = client.get(reverse("promises:index"), {"state": "overdue"}).content.decode()

    assert html.index("The late one") < html.index("Just heard") < html.index("A settled one")
    assert "3 days late" in html
    assert "The late one" in late
    assert "Just heard" not in late
