"""Alerts: written, published, updated and cancelled; what holds is decided by the clock."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from wagtail import hooks
from wagtail.log_actions import registry

from community.models import User
from site_config.alerts import ALERT_HOOK, clock
from site_config.alerts.clock import follow_up, keep_alerts
from site_config.alerts.errors import (
    AlertClosedError,
    AlertIncompleteError,
    AlertOverError,
    NothingToPublishError,
)
from site_config.alerts.services import (
    cancel_alert,
    discard_draft,
    publish_alert,
    save_draft,
)
from site_config.alerts.showing import banners, forget_alerts, fresh_until, running_banners
from site_config.models import Alert, AlertVersion
from tests.factories.alerts import WORDS, draft_alert, warn
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db
WHY = {"sq": "Stuhia kaloi.", "en": "The storm has passed."}


@pytest.fixture
def guard() -> User:
    """Somebody who publishes alerts."""
    return UserFactory()


@pytest.fixture(autouse=True)
def _after_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do at once what is done after a commit, which no test here makes."""
    monkeypatch.setattr(transaction, "on_commit", lambda done, robust=False: done())


def standing(path: str | None = None, moment: datetime | None = None) -> list[str]:
    """Return the headlines that stand on a page."""
    forget_alerts()
    found = running_banners(moment or timezone.now(), path)
    return [banner.by_language["en"].headline for banner in found]


def test_a_draft_warns_nobody(guard: User):
    draft_alert(guard)

    assert standing() == []


def test_a_published_alert_stands_on_every_page_until_its_end(guard: User):
    version = warn(guard, lasts=timedelta(hours=3))

    assert version.message == "Alert"
    assert standing("/sq/anything/") == ["A heavy storm over the city"]
    assert standing(moment=version.ends_at - timedelta(seconds=1))
    assert not standing(moment=version.ends_at)


def test_an_alert_waits_for_its_hour(guard: User):
    start = timezone.now() + timedelta(hours=2)
    warn(guard, starts_at=start)

    assert standing() == []
    assert standing(moment=start) == ["A heavy storm over the city"]


def test_the_worst_comes_first(guard: User):
    for level in ("notice", "red", "yellow", "orange"):
        warn(guard, level=level, headline=level)

    assert standing() == ["red", "orange", "yellow", "notice"]


def test_an_update_takes_the_place_of_what_was_said_before(guard: User):
    first = warn(guard, level="orange", headline="Rain")
    second = warn(guard, uid=first.alert.uid, headline="Flood", note="The river rises.")

    assert (first.number, second.number) == (1, 2)
    assert second.message == "Update"
    assert standing() == ["Flood"]
    # What was published stays as it was.
    first.refresh_from_db()
    assert first.words("en").headline == "Rain"


def test_an_update_that_waits_for_its_hour_leaves_the_first_until_then(guard: User):
    start = timezone.now() + timedelta(hours=1)
    first = warn(guard, headline="Rain")
    warn(guard, uid=first.alert.uid, headline="Flood", starts_at=start)

    assert standing() == ["Rain"]
    assert standing(moment=start) == ["Flood"]


def test_a_draft_of_an_update_changes_nothing(guard: User):
    first = warn(guard, headline="Rain")
    draft_alert(guard, uid=first.alert.uid, headline="Flood")

    assert standing() == ["Rain"]


def test_a_cancelled_alert_leaves_at_once_and_nothing_follows_it(guard: User):
    first = warn(guard)

    end = cancel_alert(uid=first.alert.uid, notes=WHY, user=guard)

    assert end.message == "Cancel"
    assert end.words("sq").note == "Stuhia kaloi."
    assert standing() == []
    with pytest.raises(AlertClosedError):
        draft_alert(guard, uid=first.alert.uid)
    with pytest.raises(AlertClosedError):
        cancel_alert(uid=first.alert.uid, notes=WHY, user=guard)


def test_cancelling_overtakes_an_update_that_waits_for_its_hour(guard: User):
    start = timezone.now() + timedelta(hours=1)
    first = warn(guard)
    warn(guard, uid=first.alert.uid, headline="Flood", starts_at=start)

    cancel_alert(uid=first.alert.uid, notes=WHY, user=guard)

    assert standing() == standing(moment=start) == []


def test_cancelling_what_nobody_has_seen_makes_it_a_draft_again(guard: User):
    waiting = warn(guard, starts_at=timezone.now() + timedelta(hours=1))

    assert cancel_alert(uid=waiting.alert.uid, notes=WHY, user=guard) is None

    waiting.refresh_from_db()
    assert waiting.published_at is None
    assert standing(moment=waiting.starts_at) == []


def test_an_alert_that_has_left_by_itself_is_not_cancelled(guard: User):
    version = warn(guard)
    AlertVersion.objects.filter(pk=version.pk).update(
        starts_at=timezone.now() - timedelta(hours=2), ends_at=timezone.now()
    )

    with pytest.raises(AlertOverError):
        cancel_alert(uid=version.alert.uid, notes=WHY, user=guard)


@pytest.mark.parametrize("missing", ["headline", "text", "instruction", "area"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_both_languages_are_needed(guard: User, missing: str, language: str):
    draft = draft_alert(guard)
    draft.wordings.filter(language=language).update(**{missing: ""})

    with pytest.raises(AlertIncompleteError):
        publish_alert(uid=draft.alert.uid, user=guard)


def test_an_alert_whose_end_has_passed_is_not_published(guard: User):
    draft = draft_alert(guard, lasts=timedelta(seconds=-1))

    with pytest.raises(AlertOverError):
        publish_alert(uid=draft.alert.uid, user=guard)


def test_a_draft_is_published_once(guard: User):
    version = warn(guard)

    with pytest.raises(NothingToPublishError):
        publish_alert(uid=version.alert.uid, user=guard)


def test_a_draft_that_is_thrown_away_takes_an_alert_of_nothing_else_along(guard: User):
    draft, running = draft_alert(guard), warn(guard)
    draft_alert(guard, uid=running.alert.uid, headline="Flood")

    discard_draft(uid=draft.alert.uid, user=guard)
    discard_draft(uid=running.alert.uid, user=guard)

    assert list(Alert.objects.all()) == [running.alert]
    assert standing() == ["A heavy storm over the city"]


def test_who_did_what_is_kept(guard: User):
    version = warn(guard)
    cancel_alert(uid=version.alert.uid, notes=WHY, user=guard)

    log = registry.get_logs_for_instance(version.alert)

    assert [entry.action.partition(".")[2] for entry in log.order_by("pk")] == [
        "write_alert",
        "publish_alert",
        "cancel_alert",
    ]
    assert {entry.user for entry in log} == {guard}


def test_the_database_keeps_one_draft_and_an_end_after_the_start(guard: User):
    version = warn(guard)
    same = {"alert": version.alert, "published_at": None}
    AlertVersion.objects.create(number=2, **same)
    with pytest.raises(IntegrityError), transaction.atomic():
        AlertVersion.objects.create(number=3, **same)
    with pytest.raises(IntegrityError), transaction.atomic():
        AlertVersion.objects.filter(pk=version.pk).update(ends_at=version.starts_at)


def test_saving_a_draft_again_keeps_one(guard: User):
    draft = draft_alert(guard)
    words = {code: said | {"headline": "Hail"} for code, said in WORDS.items()}
    save_draft(uid=draft.alert.uid, values={"level": "yellow"}, words=words, user=guard)

    kept = AlertVersion.objects.get()
    assert (kept.level, kept.words("sq").headline, kept.number) == ("yellow", "Hail", 1)


def test_copies_end_with_the_next_change_and_live_a_minute_while_an_alert_runs(guard: User):
    now = timezone.now()
    assert fresh_until(now) is None

    soon = warn(guard, starts_at=now + timedelta(minutes=5))
    forget_alerts()
    assert fresh_until(now) == soon.starts_at

    warn(guard, lasts=timedelta(seconds=30))
    forget_alerts()
    assert fresh_until(now) < now + timedelta(seconds=40)
    warn(guard)
    later = soon.starts_at + timedelta(minutes=1)
    assert fresh_until(later) == later + timedelta(seconds=60)


def test_pages_ask_nothing_of_the_database_while_alerts_are_known(
    guard: User, django_assert_num_queries: object
):
    warn(guard)
    banners()
    with django_assert_num_queries(0):
        assert running_banners(timezone.now(), "/en/")
        assert fresh_until(timezone.now())


class Listener:
    """An app that wants to hear of alerts."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def __call__(self, version: AlertVersion) -> None:
        self.heard.append(f"{version.message} {version.number}")


def test_listeners_hear_of_each_version_once_when_it_takes_effect(
    guard: User, monkeypatch: pytest.MonkeyPatch
):
    listener = Listener()
    start = timezone.now() + timedelta(hours=1)
    with hooks.register_temporarily(ALERT_HOOK, listener):
        version = warn(guard)
        follow_up(version.pk)
        warn(guard, uid=version.alert.uid, starts_at=start)
        assert listener.heard == ["Alert 1"]
        monkeypatch.setattr("django.utils.timezone.now", lambda: start)
        keep_alerts()
        keep_alerts()

    assert listener.heard == ["Alert 1", "Update 2"]


def test_a_listener_that_fails_is_told_again_and_keeps_nothing_from_being_shown(
    guard: User, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    listener = Listener()

    def refuse(version: AlertVersion) -> None:
        raise RuntimeError("no mail today")

    with hooks.register_temporarily(ALERT_HOOK, refuse):
        version = warn(guard)
    version.refresh_from_db()
    assert standing()
    assert version.spread_at
    assert version.told_at is None
    assert "failed" in caplog.text

    with hooks.register_temporarily(ALERT_HOOK, listener):
        keep_alerts()
    assert listener.heard == ["Alert 1"]


def test_nobody_is_told_of_what_is_over_by_then(guard: User, monkeypatch: pytest.MonkeyPatch):
    listener = Listener()
    monkeypatch.setattr(clock, "follow_up", lambda number: None)
    monkeypatch.setattr("site_config.alerts.services.follow_up", lambda number: None)
    version = warn(guard)
    monkeypatch.undo()
    later = version.ends_at + timedelta(minutes=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)

    with hooks.register_temporarily(ALERT_HOOK, listener):
        keep_alerts()

    assert listener.heard == []
    version.refresh_from_db()
    assert version.told_at == version.cleared_at == later


def test_the_demo_has_an_alert_of_the_past_and_none_that_runs(client: Client, db: None):
    from home.demo import alerts
    from home.demo.city import City

    city = City()
    alerts.load(city)
    alerts.load(city)

    assert AlertVersion.objects.count() == 2
    assert standing() == []
    assert max(AlertVersion.objects.values_list("ends_at", flat=True)) < datetime(
        2015, 1, 1, tzinfo=UTC
    )
