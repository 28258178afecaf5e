"""A partner with a desk, and somebody who sits at it."""

from datetime import timedelta
from typing import NamedTuple

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from partners.models import Partner, PartnerPage
from site_config.models import DailyTotal
from site_config.visits import VisitKind, subject_of
from tests.factories.partner_desk import PartnerMemberFactory, partner_of
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory

STORY = [
    {"type": "heading", "value": {"text": "What we do", "level": "h2"}, "id": "h"},
    {"type": "paragraph", "value": "<p>We run <b>forty</b> buses.</p>", "id": "p"},
    {
        "type": "facts",
        "value": {"title": "Facts", "items": [{"label": "Buses", "value": "40"}]},
        "id": "f",
    },
]


class Seat(NamedTuple):
    """A partner, its page, one of its people, and their browser."""

    partner: Partner
    page: PartnerPage
    user: object
    client: Client

    def url(self, path: str = "") -> str:
        """The address of a page of the desk, in English."""
        return f"/en/partner-desk/{self.partner.pk}/{path}"


def take_seat(index, **fields) -> Seat:
    """Make a partner with its page in English, and sign one of its people in."""
    page = PartnerPageFactory(parent=index, body=STORY, **fields)
    partner = partner_of(page)
    member = PartnerMemberFactory(partner=partner, user__language="en")
    client = Client(headers={"accept-language": "en"})
    client.force_login(member.user)
    return Seat(partner, page, member.user, client)


def count(thing, kind=VisitKind.VIEW, **by_days_ago: int) -> None:
    """Count so many on days ago, as ``d3=12``."""
    for ago, number in by_days_ago.items():
        day = timezone.localdate() - timedelta(days=int(ago[1:]))
        DailyTotal.objects.create(day=day, kind=kind, subject=subject_of(thing), count=number)


@pytest.fixture
def index(site, locales):
    site.root_page.locale = locales["en"]
    site.root_page.save()
    return PartnerIndexPageFactory(parent=site.root_page, locale=locales["en"])


@pytest.fixture
def seat(index, locales) -> Seat:
    return take_seat(index, title="Lana Mobility", locale=locales["en"])


@pytest.fixture
def other(index, locales) -> Seat:
    return take_seat(index, title="Bardhi Bank", locale=locales["en"])


@pytest.fixture
def workflow(index) -> Workflow:
    """Moderators look at what partners hand in."""
    task = GroupApprovalTask.objects.create(name="A moderator looks")
    task.groups.add(Group.objects.get(name="Moderators"))
    workflow = Workflow.objects.create(name="Partners")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=index)
    return workflow
