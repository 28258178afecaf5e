"""Alerts in the admin: written by those who may, in the city's time, looked at, then published."""

from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from community.models import User
from home.models import HomePage
from site_config.models import Alert, AlertVersion
from tests.factories.alerts import WORDS, draft_alert, warn
from tests.factories.articles import ArticleIndexPageFactory
from tests.factories.community import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english_front")]
NEW = "/admin/alerts/new/"
WRITE = "%Y-%m-%dT%H:%M"


@pytest.fixture
def guard() -> User:
    """An emergency publisher who reads English."""
    return colleague("Emergency publishers")


@pytest.fixture
def desk(client: Client, guard: User) -> Client:
    """Their browser."""
    client.force_login(guard)
    return client


def colleague(group: str) -> User:
    person = UserFactory()
    person.groups.add(Group.objects.get(name=group))
    profile = UserProfile.get_for_user(person)
    profile.preferred_language = "en"
    profile.save()
    return person


def city_now() -> datetime:
    return timezone.localtime(timezone.now(), timezone.get_default_timezone())


def form(**changes: str) -> dict[str, str]:
    """Return what somebody has typed for an alert of three hours."""
    values = {
        "level": "red",
        "category": "Met",
        "urgency": "Immediate",
        "certainty": "Observed",
        "starts_at": "",
        "ends_at": (city_now() + timedelta(hours=3)).strftime(WRITE),
        "section": "",
        "contact": "112",
        "then": "check",
    }
    for language, words in WORDS.items():
        values |= {f"{language}-{name}": text for name, text in words.items()}
        values[f"{language}-link"] = ""
    return values | changes


def address(view: str = "") -> str:
    """Return a page of the one alert."""
    return f"/admin/alerts/{Alert.objects.get().uid}/{view}"


def test_from_the_form_through_the_check_to_every_page(desk: Client, client: Client):
    written = desk.post(NEW, form())
    assert written.url == address("check/")
    assert not AlertVersion.objects.published().exists()

    check = desk.get(written.url).content.decode()
    assert "Yes, publish it now" in check
    assert "Everybody who follows the alerts gets a mail at once." in check
    published = desk.post(written.url, follow=True)

    assert "On every page now" in published.content.decode()
    version = AlertVersion.objects.get()
    assert version.published_at
    assert version.words("sq").headline == "Stuhi e fortë mbi qytet"
    assert "data-alert=" in Client().get("/en/search/").content.decode()


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_preview_shows_the_banner_of_the_draft_to_its_writers_alone(
    desk: Client, guard: User, language: str
):
    draft = draft_alert(guard)

    response = desk.get(f"/admin/alerts/{draft.alert.uid}/preview/{language}/")

    html = response.content.decode()
    assert WORDS[language]["headline"] in html
    # The script would ask what runs, and take it away.
    assert "data-alerts=" not in html
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert "data-alert=" not in Client().get("/en/search/").content.decode()


@pytest.mark.parametrize("name", ["headline", "text", "instruction", "area"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_all_words_are_needed_in_both_languages_but_for_a_draft(
    desk: Client, name: str, language: str
):
    lacking = {f"{language}-{name}": ""}

    refused = desk.post(NEW, form(**lacking))
    assert refused.status_code == 200
    assert "Nothing was kept" in refused.content.decode()
    assert not Alert.objects.exists()

    kept = desk.post(NEW, form(**lacking, then="keep"))
    assert kept.url == address()
    check = desk.get(address("check/")).content.decode()
    assert "A language lacks its words" in check
    assert "Yes, publish" not in check
    assert "Not published" in desk.post(address("check/"), follow=True).content.decode()


def test_hours_are_those_of_the_city_wherever_whoever_writes_is(desk: Client, guard: User):
    profile = UserProfile.get_for_user(guard)
    profile.current_time_zone = "America/New_York"
    profile.save()
    end = (city_now() + timedelta(hours=5)).replace(second=0, microsecond=0)

    desk.post(NEW, form(ends_at=end.strftime(WRITE)))

    assert AlertVersion.objects.get().ends_at == end
    again = desk.get(address("write/")).content.decode()
    assert f'value="{end.strftime(WRITE)}"' in again
    assert settings.TIME_ZONE in again


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, -1, "This moment has passed."),
        (3, 2, "It has to end after it starts."),
    ],
)
def test_an_end_that_can_not_be_is_refused(desk: Client, start: int | None, end: int, said: str):
    hours = {"ends_at": (city_now() + timedelta(hours=end)).strftime(WRITE)}
    if start:
        hours["starts_at"] = (city_now() + timedelta(hours=start)).strftime(WRITE)

    assert said in desk.post(NEW, form(**hours)).content.decode()
    assert not Alert.objects.exists()


@pytest.mark.parametrize(
    ("link", "is_fine"),
    [
        ("/en/news/", True),
        ("https://example.org/", True),
        ("http://example.org/", False),
        ("//example.org/", False),
        ("/\\example.org/", False),
        ("javascript:alert(1)", False),
    ],
)
def test_links_lead_into_the_portal_or_to_a_safe_address(desk: Client, link: str, is_fine: bool):
    answer = desk.post(NEW, form(**{"en-link": link}))

    assert (answer.status_code == 302) is is_fine


def test_signs_that_feeds_can_not_carry_are_refused(desk: Client):
    answer = desk.post(NEW, form(**{"sq-headline": "Stu\x0bhi"}))

    assert "There is a sign in it" in answer.content.decode()


def test_a_section_can_be_chosen(
    desk: Client, english_front: HomePage, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(settings, "LANGUAGE_CODE", "en")
    newsroom = ArticleIndexPageFactory(parent=english_front, locale=english_front.locale)

    desk.post(NEW, form(section=str(newsroom.pk)))

    assert AlertVersion.objects.get().section_id == newsroom.pk
    assert f"every page of “{newsroom.title}”" in desk.get(address("check/")).content.decode()


def test_an_update_begins_with_what_was_said_and_asks_what_has_changed(desk: Client, guard: User):
    warn(guard, headline="Rain")

    page = desk.get(address("write/")).content.decode()
    assert 'value="Rain"' in page
    assert 'name="en-note"' in page
    changed = form(**{"en-headline": "Flood", "en-note": "It rises.", "sq-note": "Rritet."})
    desk.post(address("write/"), changed)
    desk.post(address("check/"))

    newest = AlertVersion.objects.first()
    assert (newest.number, newest.message) == (2, "Update")
    assert newest.words("sq").note == "Rritet."
    assert 'name="en-note"' not in desk.get(NEW).content.decode()


def test_cancelling_asks_why_in_both_languages(desk: Client, guard: User):
    warn(guard)

    refused = desk.post(address("cancel/"), {"sq": "Kaloi.", "en": ""})
    assert refused.status_code == 200
    assert AlertVersion.objects.count() == 1
    done = desk.post(address("cancel/"), {"sq": "Kaloi.", "en": "It has passed."}, follow=True)

    assert "leaves every page" in done.content.decode()
    assert AlertVersion.objects.first().message == "Cancel"
    closed = desk.get(address("write/"), follow=True).content.decode()
    assert "Write a new alert for a new danger." in closed
    assert "It warns nobody any more." in desk.get(address("cancel/")).content.decode()
    assert "Cancelled the alert" in desk.get(address()).content.decode()


def test_a_draft_is_thrown_away(desk: Client, guard: User):
    draft_alert(guard)

    answer = desk.post(address("discard/"), follow=True)

    assert "The draft is gone." in answer.content.decode()
    assert not Alert.objects.exists()


def test_the_list_says_where_each_alert_stands(desk: Client, guard: User):
    warn(guard)
    warn(guard, starts_at=timezone.now() + timedelta(hours=1))
    draft_alert(guard)
    over = warn(guard)
    AlertVersion.objects.filter(pk=over.pk).update(
        starts_at=timezone.now() - timedelta(hours=2), ends_at=timezone.now()
    )

    rows = desk.get("/admin/alerts/").context["rows"]

    assert [row.state.value for row in rows] == ["running", "scheduled", "draft", "over"]


def test_the_list_asks_no_more_when_there_are_more(
    desk: Client, guard: User, django_assert_max_num_queries: object
):
    for _number in range(6):
        warn(guard)
    desk.get("/admin/alerts/")
    with django_assert_max_num_queries(25):
        desk.get("/admin/alerts/")


def test_menu_and_first_page_lead_those_who_may_to_the_alerts(desk: Client, guard: User):
    warn(guard)
    draft_alert(guard)

    home = desk.get("/admin/").content.decode()
    assert "On every page now: “" in home
    assert "Not published yet: “" in home
    assert NEW in home

    client = Client()
    client.force_login(colleague("Moderators"))
    home = client.get("/admin/").content.decode()
    assert "On every page now" not in home
    assert "/admin/alerts/" not in home


@pytest.mark.parametrize(
    "group", ["Editors", "Moderators", "Community moderators", "Partners", None]
)
def test_nobody_else_writes_publishes_or_cancels(client: Client, guard: User, group: str | None):
    version, person = warn(guard), colleague(group) if group else UserFactory()
    draft_alert(guard, uid=version.alert.uid)
    client.force_login(person)

    for view in ("", "write/", "check/", "preview/en/", "cancel/"):
        assert client.get(address(view)).status_code in {302, 403}, view
    client.post(NEW, form())
    for view in ("write/", "check/", "cancel/", "discard/"):
        assert client.post(address(view), form(sq="x", en="y")).status_code in {302, 403}, view

    assert AlertVersion.objects.count() == 2
    assert AlertVersion.objects.published().count() == 1
