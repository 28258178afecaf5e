"""Followers of a project hear when one of its phases changes: once, and only what is live."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from campaigns.days import city_today
from campaigns.followers import channel_of
from campaigns.models import Announcement, ProjectPage, ProjectPhase, ProjectUpdate
from campaigns.news import announce_news
from community.models import BroadcastPart
from community.subscriptions.telling import finish_broadcasts
from site_config.outbox import deliver_due_mails
from tests.community.following_steps import follower, html_of, outbox_for
from tests.factories.campaigns import ProjectPageFactory, ProjectPhaseFactory

pytestmark = pytest.mark.django_db
READER = "ana@example.org"


def again(page) -> ProjectPage:
    """Return a page as the database has it."""
    return ProjectPage.objects.get(pk=page.pk)


def publish(page, **changes: object) -> None:
    """Publish a project with changes of its one phase."""
    page = again(page)
    phase = page.phases.get()
    for name, value in changes.items():
        setattr(phase, name, value)
    page.phases.add(phase)
    page.save_revision().publish()


@pytest.fixture
def project(city, commit):
    """A published project with one planned phase, which Ana follows."""
    page = ProjectPageFactory(parent=city.projects, locale=city.home.locale, title="Smart parking")
    ProjectPhaseFactory(project=page, locale=page.locale, title="Sensors")
    commit(publish, page)
    follower(READER, channel_of(page))
    mail.outbox.clear()
    return again(page)


def test_a_phase_that_begins_is_told_once_with_its_days(project, commit):
    changes = {"state": "current", "starts_on": date(2014, 3, 1), "ends_on": date(2014, 6, 30)}
    for _time in range(2):
        commit(lambda: publish(project, **changes))
        commit(announce_news)

    (message,) = outbox_for(READER)
    assert message.subject == "Smart parking"
    assert "Sensors: Under way, 1 March to 30 June 2014." in message.body


def test_new_days_alone_are_told(project, commit):
    commit(lambda: publish(project, ends_on=date(2030, 5, 9)))

    (message,) = outbox_for(READER)
    assert "Sensors: Planned, until 9 May 2030." in message.body


def test_the_state_of_the_whole_project_is_told(project, commit):
    page = again(project)
    page.state = "done"
    commit(lambda: page.save_revision().publish())

    (message,) = outbox_for(READER)
    assert "The project: Completed." in message.body


def test_an_update_and_a_phase_of_one_publication_come_in_one_mail(project, commit):
    page = again(project)
    phase = page.phases.get()
    phase.state = "done"
    page.phases.add(phase)
    for title in ("All sensors are in", "The signs are lit"):
        page.updates.add(ProjectUpdate(date=city_today(), title=title, locale=page.locale))
    page.phases.add(ProjectPhase(title="Signs", state="current", locale=page.locale))

    commit(lambda: page.save_revision().publish())
    commit(announce_news)

    (message,) = outbox_for(READER)
    lines = [
        "All sensors are in",
        "The signs are lit",
        "Sensors: Completed.",
        "Signs: Under way.",
    ]
    assert "\n".join(lines) in message.body
    assert "<br>".join(lines) in html_of(message)


def test_a_phase_that_goes_back_and_forth_is_told_each_time(project, commit):
    for state in ("done", "current", "done"):
        commit(lambda state=state: publish(project, state=state))

    told = [message.body for message in outbox_for(READER)]
    assert ["Completed" in body for body in told] == [True, False, True]


def test_a_draft_of_a_phase_is_told_to_nobody_until_it_is_published(project, commit):
    page = again(project)
    phase = page.phases.get()
    phase.state = "done"
    page.phases.add(phase)
    revision = page.save_revision()
    commit(announce_news)
    assert not mail.outbox

    commit(revision.publish)
    assert len(outbox_for(READER)) == 1


def test_what_changes_behind_a_door_is_told_when_it_opens(project, commit):
    door = project.view_restrictions.create(restriction_type="login")
    commit(lambda: publish(project, state="done"))
    assert not mail.outbox

    door.delete()
    commit(announce_news)
    assert "Sensors: Completed." in outbox_for(READER)[0].body


def test_publishing_without_a_change_of_phases_tells_nothing(project, commit):
    commit(lambda: publish(project, text="Under the asphalt."))

    assert not mail.outbox
    assert not Announcement.objects.exists()


def test_a_translation_tells_the_same_change_to_nobody_twice(project, commit, locales):
    copy = project.copy_for_translation(locales["sq"], copy_parents=True)
    copy.title = "Parkim i zgjuar"
    phase = copy.phases.get()
    phase.title = "Sensorët"
    copy.phases.add(phase)
    commit(lambda: copy.save_revision().publish())
    follower("besa@example.org", channel_of(project), language="sq")
    mail.outbox.clear()

    commit(lambda: publish(project, state="done"))
    assert len(outbox_for(READER)) == 1
    assert not outbox_for("besa@example.org")
    commit(lambda: publish(copy, state="done"))
    BroadcastPart.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    commit(finish_broadcasts)
    commit(deliver_due_mails)

    assert len(outbox_for(READER)) == 1
    (message,) = outbox_for("besa@example.org")
    assert message.subject == "Parkim i zgjuar"
    assert "Sensorët: Përfunduar." in message.body


def test_readers_of_the_other_language_get_its_update_once_it_is_published(
    project, commit, locales
):
    copy = project.copy_for_translation(locales["sq"], copy_parents=True)
    commit(lambda: copy.save_revision().publish())
    follower("besa@example.org", channel_of(project), language="sq")
    for page, title in ((project, "All sensors are in"), (copy, "Sensorët janë vënë")):
        page = again(page)
        page.updates.add(ProjectUpdate(date=city_today(), title=title, locale=page.locale))
        commit(lambda page=page: page.save_revision().publish())
        commit(deliver_due_mails)

    (message,) = outbox_for("besa@example.org")
    assert "Sensorët janë vënë" in message.body
    assert "All sensors" not in message.body


def test_the_project_s_page_leads_to_the_form(project, client):
    html = client.get(project.url).content.decode()

    assert f"?channel=page:{project.translation_key}" in html
