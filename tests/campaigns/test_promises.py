"""You said, we did: each promise with its steps, its day, and the share that was kept."""

import json
import re
from datetime import timedelta

import feedparser
import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from campaigns import outcomes
from campaigns.days import city_today, start_of_day
from campaigns.models import CommitmentPage, CommitmentState, CommitmentStep
from tests.factories.campaigns import CampaignPageFactory, CommitmentPageFactory, ProjectPageFactory
from tests.factories.community import DiscussionFactory


@pytest.fixture
def make(city):
    """Make a promise in the list."""

    def make_promise(**fields) -> CommitmentPage:
        return CommitmentPageFactory(parent=city.promises, locale=city.home.locale, **fields)

    return make_promise


def html_of(client, path: str = "/en/promises/") -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def graph_of(html: str) -> dict:
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', html, re.DOTALL)[1])
    return next(node for node in data["@graph"] if "mainEntity" in node)


def test_the_latest_step_tells_the_state(make):
    promise = make(steps=[("heard", 40), ("planned", 20), ("in_progress", 5)])

    found = CommitmentPage.objects.with_state().get(pk=promise.pk)

    assert (promise.state, found.state) == (CommitmentState.IN_PROGRESS,) * 2
    assert promise.since == found.since == city_today() - timedelta(days=5)


def test_of_two_steps_of_one_day_the_later_counts(make):
    promise = make(steps=[("planned", 3), ("in_progress", 3)])

    assert promise.state == CommitmentState.IN_PROGRESS
    assert CommitmentPage.objects.with_state().get().state_now == "in_progress"


def test_the_share_kept_sets_what_is_done_against_what_is_due(make):
    for _number in range(3):
        make(done=True)
    make(overdue=True)
    make(in_progress=True)
    make(declined=True)
    make()

    kept = CommitmentPage.objects.all().share_kept()

    assert kept == (3, 1, 1, 1, 1)
    assert (kept.due, kept.percent) == (4, 75)


def test_nothing_is_reckoned_while_nothing_is_due(client, make):
    make()

    assert CommitmentPage.objects.all().share_kept().percent is None
    assert "No promise is due yet." in html_of(client)


def test_the_page_says_the_share_and_how_it_is_reckoned(client, make):
    make(done=True)
    make(overdue=True)
    html = html_of(client)

    assert 'max="2" value="1">50%</progress>' in html
    assert "1 of 2 promises that are due" in html
    assert "How it is reckoned" in html


def test_late_promises_come_first_and_settled_ones_last(make):
    done = make(done=True)
    heard = make()
    running = make(in_progress=True)
    late = make(overdue=True)
    later = make(overdue=True, due_on=city_today() - timedelta(days=30))

    assert list(CommitmentPage.objects.all().overdue_first()) == [
        later,
        late,
        running,
        heard,
        done,
    ]


def test_a_promise_is_late_after_its_day_and_not_on_it(make):
    today = make(in_progress=True, due_on=city_today())
    late = make(in_progress=True, due_on=city_today() - timedelta(days=1))
    make(declined=True, due_on=city_today() - timedelta(days=1))

    assert (today.is_overdue, late.is_overdue, late.days_late) == (False, True, 1)
    assert list(CommitmentPage.objects.overdue()) == [late]


def test_no_copy_of_the_page_outlives_the_promised_day(make, city):
    promise = make(in_progress=True, due_on=city_today())
    midnight = start_of_day(city_today() + timedelta(days=1))

    assert promise.fresh_until(timezone.now()) == midnight
    assert city.promises.fresh_until(timezone.now()) == midnight


def test_the_list_can_be_narrowed(client, make):
    make(done=True, title="Done one")
    make(overdue=True, title="Late one")

    overdue = html_of(client, "/en/promises/?state=overdue")
    done = html_of(client, "/en/promises/?state=done")

    assert "Late one" in overdue
    assert "Done one" not in overdue
    assert "Done one" in done
    assert client.get("/en/promises/?state=nonsense").status_code == 404


def test_every_step_is_public_with_its_day_and_reason(client, make):
    make(declined=True, slug="bridge", title="A bridge")
    html = html_of(client, "/en/promises/bridge/")

    assert "The ground belongs to the railway." in html
    for days in (40, 5):
        assert f'datetime="{city_today() - timedelta(days=days)}"' in html
    assert "The ground belongs to the railway." in html_of(client)


def test_a_promise_leads_to_where_it_comes_from(client, city, make):
    campaign = CampaignPageFactory(
        parent=city.campaigns, title="Green", slug="green", locale=city.home.locale
    )
    project = ProjectPageFactory(
        parent=city.projects, title="Lights", slug="lights", locale=city.home.locale
    )
    discussion = DiscussionFactory(title="Too short a light")
    make(slug="light", title="Longer", campaign=campaign, project=project, discussion=discussion)
    html = html_of(client, "/en/promises/light/")

    assert 'href="/en/campaigns/green/"' in html
    assert discussion.get_absolute_url() in html
    for path in ("/en/campaigns/green/", "/en/projects/lights/"):
        assert 'href="/en/promises/light/"' in html_of(client, path)


def test_what_not_everybody_may_read_is_not_named(client, city, make):
    campaign = CampaignPageFactory(
        parent=city.campaigns, title="Secret", locale=city.home.locale, live=False
    )
    discussion = DiscussionFactory(title="Hidden words", state="hidden")
    make(slug="light", campaign=campaign, discussion=discussion)
    html = html_of(client, "/en/promises/light/")

    assert "Secret" not in html
    assert "Hidden words" not in html


def test_a_promise_outlives_what_it_came_from(client, city, make):
    campaign = CampaignPageFactory(parent=city.campaigns, locale=city.home.locale)
    discussion = DiscussionFactory()
    make(slug="light", campaign=campaign, discussion=discussion)

    discussion.delete()
    campaign.delete()

    assert client.get("/en/promises/light/").status_code == 200


def test_a_step_needs_its_reason_and_a_day_that_has_come(make):
    promise = make()
    step = CommitmentStep(
        commitment=promise,
        locale=promise.locale,
        state="declined",
        words=" ",
        date=city_today() + timedelta(days=1),
    )
    with pytest.raises(ValidationError) as caught:
        step.clean()

    assert set(caught.value.message_dict) == {"words", "date"}
    step.words = ""
    with pytest.raises(IntegrityError), transaction.atomic():
        step.save()


def test_machines_learn_the_state(client, make):
    make(done=True, slug="done", title="A longer light")
    make(declined=True, slug="no")
    done = graph_of(html_of(client, "/en/promises/done/"))["mainEntity"]
    declined = graph_of(html_of(client, "/en/promises/no/"))["mainEntity"]

    assert done["actionStatus"] == "https://schema.org/CompletedActionStatus"
    assert done["endTime"] == (city_today() - timedelta(days=5)).isoformat()
    assert done["agent"]["name"] == "Transport office"
    assert declined["error"]["description"] == "The ground belongs to the railway."


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_programs_follow_the_promises(client, make, kind):
    make(done=True, title="Lights & signs", slug="lights")
    make(declined=True, title="A bridge", slug="bridge")
    response = client.get(f"/en/promises/changes.{kind}")
    feed = feedparser.parse(response.content)

    assert not feed.bozo
    assert "public" in response["Cache-Control"]
    titles = [entry.title for entry in feed.entries]
    assert "Done: Lights & signs" in titles
    assert len(titles) == len({entry.id for entry in feed.entries}) == 4
    assert all(entry.link.startswith("http://testserver/en/promises/") for entry in feed.entries)


def test_a_page_without_changes_has_no_feed(client, city):
    assert client.get("/en/changes.rss").status_code == 404
    assert client.get("/en/promises/nothing/changes.rss").status_code == 404
    assert client.get("/en/events/changes.rss").status_code == 404


@pytest.mark.parametrize("size", [2, 15])
def test_the_list_asks_as_often_whatever_there_is(
    client, make, size, django_assert_max_num_queries
):
    for _number in range(size):
        make(done=True)
    client.get("/en/promises/")

    with django_assert_max_num_queries(14):
        client.get("/en/promises/")


def outcomes_in(client, discussion, language: str = "en") -> str:
    """Return the part of a discussion's page that tells what came of it; empty without one."""
    with override(language):
        html = html_of(client, discussion.get_absolute_url())
    found = re.search(r'<section[^>]*aria-labelledby="outcomes">.*?</section>', html, re.DOTALL)
    return found[0] if found else ""


def test_a_discussion_tells_what_came_of_it(client, make):
    discussion = DiscussionFactory()
    promise = make(discussion=discussion, steps=[("heard", 40), ("planned", 20)])
    make(discussion=discussion, live=False, title="A draft")
    make(title="From elsewhere")

    told = outcomes_in(client, discussion)

    assert f'<a href="{promise.url}">{promise.title}</a>' in told
    assert "Planned" in told
    assert "A draft" not in told
    assert "From elsewhere" not in told
    assert outcomes_in(client, discussion, "sq") == ""


def test_a_discussion_tells_at_once_how_its_promise_stands_now(client, make, commit):
    discussion = DiscussionFactory()
    promise = make(discussion=discussion, steps=[("heard", 40)])
    assert "Heard" in outcomes_in(client, discussion)

    promise.steps.add(CommitmentStep(state="studying", date=city_today()))
    commit(promise.save_revision().publish)

    assert "Being studied" in outcomes_in(client, discussion)


def test_what_came_of_it_costs_a_page_no_question_more(client, make):
    discussion = DiscussionFactory()
    make(discussion=discussion)
    outcomes_in(client, discussion)

    with CaptureQueriesContext(connection) as asked:
        outcomes_in(client, discussion)

    assert not [query for query in asked.captured_queries if "commitment" in query["sql"]]


def test_a_promise_for_members_alone_is_not_told_where_all_may_read(client, make):
    discussion = DiscussionFactory()
    promise = make(discussion=discussion)
    PageViewRestriction.objects.create(page=promise, restriction_type="login")

    assert outcomes_in(client, discussion) == ""


def test_the_copy_of_a_discussion_goes_when_a_promise_is_made_of_it(make, monkeypatch, commit):
    words = set()
    monkeypatch.setattr(outcomes, "purge_words", words.update)
    discussion = DiscussionFactory()
    promise = make(discussion=discussion)

    commit(promise.save_revision().publish)
    assert words == {f"r-discussion{discussion.pk}"}

    words.clear()
    other = make()
    commit(other.save_revision().publish)
    assert words == set()
