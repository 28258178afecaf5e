"""Campaigns, projects and events for tests."""

from datetime import date, time, timedelta

import factory
import wagtail_factories

from campaigns.days import city_today
from campaigns.models import (
    CampaignIndexPage,
    CampaignPage,
    CampaignUpdate,
    CommitmentIndexPage,
    CommitmentPage,
    CommitmentStep,
    EventIndexPage,
    EventPage,
    EventRegistration,
    Pledge,
    ProjectIndexPage,
    ProjectPage,
    ProjectPhase,
)
from community.models.mailboxes import mailbox_hash

STORY = [{"type": "paragraph", "value": "<p>Six thousand trees were planted.</p>"}]


class CampaignIndexPageFactory(wagtail_factories.PageFactory):
    """The list of campaigns; its parent is given by the test."""

    class Meta:
        model = CampaignIndexPage

    title = "Campaigns"


class EventIndexPageFactory(wagtail_factories.PageFactory):
    """The calendar; its parent is given by the test."""

    class Meta:
        model = EventIndexPage

    title = "Calendar"


class ProjectIndexPageFactory(wagtail_factories.PageFactory):
    """The list of projects; its parent is given by the test."""

    class Meta:
        model = ProjectIndexPage

    title = "Projects"


class CampaignPageFactory(wagtail_factories.PageFactory):
    """A campaign that is open today, unless a trait says otherwise."""

    class Meta:
        model = CampaignPage

    title = factory.Sequence(lambda number: f"Campaign {number}")
    summary = "Make one promise for your street."
    starts_on = factory.LazyFunction(lambda: city_today() - timedelta(days=10))
    ends_on = factory.LazyFunction(lambda: city_today() + timedelta(days=10))

    class Params:
        upcoming = factory.Trait(
            starts_on=factory.LazyFunction(lambda: city_today() + timedelta(days=5)),
            ends_on=factory.LazyFunction(lambda: city_today() + timedelta(days=15)),
        )
        ended = factory.Trait(
            starts_on=factory.LazyFunction(lambda: city_today() - timedelta(days=30)),
            ends_on=factory.LazyFunction(lambda: city_today() - timedelta(days=3)),
        )
        # To be used with ended.
        with_results = factory.Trait(results=STORY)


class CampaignUpdateFactory(factory.django.DjangoModelFactory):
    """News of a campaign."""

    class Meta:
        model = CampaignUpdate

    campaign = factory.SubFactory(CampaignPageFactory)
    date = date(2014, 4, 20)
    title = "Six thousand pledges"
    text = "<p>Most of them are trees.</p>"


class EventPageFactory(wagtail_factories.PageFactory):
    """An event on the morning of the day after tomorrow, unless a trait says otherwise."""

    class Meta:
        model = EventPage

    title = factory.Sequence(lambda number: f"Event {number}")
    summary = "Gloves and spades are there; bring boots."
    start_date = factory.LazyFunction(lambda: city_today() + timedelta(days=2))
    start_time = time(9)
    end_time = time(12)
    place = "Grand Park, dam side"

    class Params:
        past = factory.Trait(
            start_date=factory.LazyFunction(lambda: city_today() - timedelta(days=2))
        )
        whole_day = factory.Trait(all_day=True, start_time=None, end_time=None)


class ProjectPageFactory(wagtail_factories.PageFactory):
    """A project under way."""

    class Meta:
        model = ProjectPage

    title = factory.Sequence(lambda number: f"Project {number}")
    summary = "A sign at the kerb says where a place is free."


class ProjectPhaseFactory(factory.django.DjangoModelFactory):
    """A planned phase of a project."""

    class Meta:
        model = ProjectPhase

    project = factory.SubFactory(ProjectPageFactory)
    title = factory.Sequence(lambda number: f"Phase {number}")


class PledgeFactory(factory.django.DjangoModelFactory):
    """A confirmed pledge by e-mail; the campaign's key is given by the test."""

    class Meta:
        model = Pledge

    kind = "pledge"
    words = "Water a tree"
    language = "en"
    email = factory.LazyAttributeSequence(
        lambda pledge, number: "" if pledge.member else f"person{number}@example.org"
    )
    mailbox = factory.Sequence(lambda number: f"mailbox-{number}")
    member = None


class EventRegistrationFactory(factory.django.DjangoModelFactory):
    """Somebody who wants to come to an event; their mailbox is not confirmed yet."""

    class Meta:
        model = EventRegistration

    event_key = factory.SelfAttribute("event.translation_key")
    day = factory.SelfAttribute("event.start_date")
    name = "Ana"
    email = factory.Sequence("resident{}@example.org".format)
    mailbox = factory.LazyAttribute(lambda one: mailbox_hash(one.email))
    language = "en"


class CommitmentIndexPageFactory(wagtail_factories.PageFactory):
    """The list of promises; its parent is given by the test."""

    class Meta:
        model = CommitmentIndexPage

    title = "Promises"


class CommitmentPageFactory(wagtail_factories.PageFactory):
    """What residents said, heard today, unless a trait says otherwise."""

    class Meta:
        model = CommitmentPage
        skip_postgeneration_save = True

    title = factory.Sequence(lambda number: f"Promise {number}")
    said = "<p>The crossing is too short.</p>"
    responsible = "Transport office"

    class Params:
        in_progress = factory.Trait(
            promise="The light stays green for ten seconds longer.",
            due_on=factory.LazyFunction(lambda: city_today() + timedelta(days=20)),
            steps__course=[("in_progress", 5)],
        )
        overdue = factory.Trait(
            promise="The light stays green for ten seconds longer.",
            due_on=factory.LazyFunction(lambda: city_today() - timedelta(days=3)),
            steps__course=[("planned", 40)],
        )
        done = factory.Trait(
            promise="The light stays green for ten seconds longer.",
            due_on=factory.LazyFunction(lambda: city_today() - timedelta(days=3)),
            steps__course=[("planned", 40), ("done", 5)],
        )
        declined = factory.Trait(steps__course=[("heard", 40), ("declined", 5)])

    @factory.post_generation
    def steps(self, create, extracted, **kwargs):
        """Add steps, given as state and how many days ago."""
        for order, (state, days) in enumerate(extracted or kwargs.get("course") or [("heard", 0)]):
            CommitmentStep.objects.create(
                commitment=self,
                locale=self.locale,
                date=city_today() - timedelta(days=days),
                state=state,
                words="The ground belongs to the railway." if state == "declined" else "",
                sort_order=order,
            )
        # The page remembers that it had none when it was stored.
        self.__dict__.pop("_cluster_related_objects", None)
