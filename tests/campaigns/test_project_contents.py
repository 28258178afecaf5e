"""Followers of a project hear of a new document and of new sums of its budget, each once."""

import pytest
from django.core import mail
from django.utils import timezone

from campaigns.followers import channel_of
from campaigns.models import KnownPhases, ProjectPage, ProjectPhase
from campaigns.news import announce_news
from site_config.outbox import deliver_due_mails
from tests.community.following_steps import follower, outbox_for
from tests.factories.campaigns import ProjectPageFactory
from tests.factories.site_config import SiteDocumentFactory

pytestmark = pytest.mark.django_db
READER = "ana@example.org"
PLAN, REPORT = (f"22222222-bbbb-4bbb-8bbb-00000000000{number}" for number in (1, 2))


def again(page) -> ProjectPage:
    """Return a page as the database has it."""
    return ProjectPage.objects.get(pk=page.pk)


def document(file, name: str, title: str = "") -> dict[str, object]:
    return {"type": "document", "id": name, "value": {"document": file.pk, "title": title}}


def line(amount: object, currency: str = "ALL", source: str = "City") -> dict[str, object]:
    value = {"source": source, "amount": amount, "currency": currency, "note": ""}
    return {"type": "line", "value": value}


def publish(page, **changes: object) -> None:
    page = again(page)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


@pytest.fixture
def files(db):
    return [SiteDocumentFactory(title=title) for title in ("Plan", "Report")]


@pytest.fixture
def project(city, commit, files):
    """A published project with one document and a budget, which Ana follows."""
    page = ProjectPageFactory(
        parent=city.projects,
        locale=city.home.locale,
        title="Smart parking",
        documents=[document(files[0], PLAN)],
        funding=[line("1000000.00")],
    )
    commit(publish, page)
    follower(READER, channel_of(page))
    mail.outbox.clear()
    return again(page)


def test_a_new_document_and_new_sums_are_told_once_in_one_mail(project, commit, files):
    changes = {
        "documents": [document(files[0], PLAN), document(files[1], REPORT, "Report of May")],
        "funding": [line("1000000.00"), line("200000.00"), line("1500.50", "EUR", "Partners")],
    }
    for _time in range(2):
        commit(lambda: publish(project, **changes))
        commit(announce_news)

    (message,) = outbox_for(READER)
    assert "The budget: 1,200,000 lekë, € 1,500.50." in message.body
    assert "New document: Report of May." in message.body
    assert "Plan" not in message.body


@pytest.mark.parametrize(
    "changes",
    [
        {"funding": [line("400000.00"), line("600000.00", source="Partners")]},
        {"funding": []},
        {"documents": []},
    ],
    ids=["lines of the same sum", "no budget", "no document"],
)
def test_what_brings_nothing_new_is_told_nobody(project, commit, changes):
    commit(lambda: publish(project, **changes))
    assert not mail.outbox


def test_another_file_in_the_place_of_one_is_no_new_document(project, commit, files):
    commit(lambda: publish(project, documents=[document(files[1], PLAN)]))
    assert not mail.outbox


def test_a_translation_tells_the_same_document_and_sums_to_nobody_twice(
    project, commit, files, locales
):
    copy = project.copy_for_translation(locales["sq"], copy_parents=True)
    commit(lambda: copy.save_revision().publish())
    by_hand = "33333333-cccc-4ccc-8ccc-000000000001"
    for page, name in ((project, REPORT), (copy, by_hand)):
        documents = [document(files[0], PLAN), document(files[1], name)]
        commit(lambda page=page, some=documents: publish(page, documents=some))
        commit(lambda page=page: publish(page, funding=[line("5.00")]))
        commit(deliver_due_mails)

    told = [message.body for message in outbox_for(READER)]
    assert len(told) == 2, "the document, and the sums: each once"
    assert "New document: Report." in told[0]
    assert "The budget: 5 lekë." in told[1]


def test_what_stood_there_before_it_was_held_is_no_news(project, commit, files):
    known = KnownPhases.objects.get(page=project)
    known.phases = {"project": known.phases["project"]}
    known.save()
    commit(announce_news)
    assert not mail.outbox

    commit(lambda: publish(project, documents=[document(files[1], REPORT)]))
    assert "New document: Report." in outbox_for(READER)[0].body


def test_a_document_and_a_phase_come_together(project, commit, files):
    page = again(project)
    page.phases.add(ProjectPhase(title="Signs", state="current", locale=page.locale))
    page.documents = [document(files[1], REPORT)]
    commit(lambda: page.save_revision().publish())
    (message,) = outbox_for(READER)
    assert "Signs: Under way.\nNew document: Report." in message.body
    assert KnownPhases.objects.get().published_at <= timezone.now()
