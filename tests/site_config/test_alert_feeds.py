"""Alerts for machines: CAP 1.2, RSS, Atom and schema.org."""

import json
import re
from datetime import timedelta
from xml.etree.ElementTree import Element

import feedparser
import pytest
from defusedxml.ElementTree import fromstring
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from community.models import User
from site_config.alerts.announcement import announcement
from site_config.alerts.services import cancel_alert
from site_config.models import AlertVersion
from site_config.models.alert_terms import Category, Certainty, Level, Urgency
from tests.factories.alerts import draft_alert, warn
from tests.factories.community import UserFactory
from tests.site_config.cap_schema import NAMESPACE, faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english_front")]
WHY = {"sq": "Stuhia kaloi.", "en": "The storm has passed."}
NS = {"cap": NAMESPACE.strip("{}")}


@pytest.fixture
def guard() -> User:
    """Somebody who publishes alerts."""
    return UserFactory()


def cap_of(version: AlertVersion, client: Client) -> Element:
    """Return a version as it is fetched in CAP."""
    response = client.get(f"/alerts/cap/{version.alert.uid}.{version.number}.xml")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/cap+xml; charset=utf-8"
    return fromstring(response.content)


def value(root: Element, path: str) -> str | None:
    return root.findtext("/".join(f"cap:{name}" for name in path.split("/")), namespaces=NS)


def test_the_rules_of_the_schema_find_what_is_wrong():
    broken = "<identifier>a b</identifier><sent>2014-04-22T19:00:00Z</sent><status>Real</status>"
    found = faults(fromstring(f'<alert xmlns="{NS["cap"]}" version="1">{broken}</alert>'))

    assert "alert has attributes" in found
    assert "alert has 0 of sender" in found
    assert "identifier is written wrongly: a b" in found
    assert "sent is written wrongly: 2014-04-22T19:00:00Z" in found
    assert "status can’t be Real" in found
    shuffled = f'<area xmlns="{NS["cap"]}"><polygon>1</polygon><areaDesc/><x/></area>'
    assert faults(fromstring(shuffled)) == [
        "x is no part of area",
        "the parts of area stand in another order",
        "areaDesc is empty",
        "x is empty",
    ]


def test_an_alert_is_valid_and_says_all_in_both_languages(client: Client, guard: User):
    version = warn(guard)

    root = cap_of(version, client)

    assert faults(root) == []
    assert value(root, "identifier") == f"{version.alert.uid}.1"
    assert (value(root, "msgType"), value(root, "references")) == ("Alert", None)
    infos = root.findall("cap:info", NS)
    assert [value(info, "language") for info in infos] == ["sq", "en"]
    assert [value(info, "event") for info in infos] == ["Moti", "Weather"]
    assert [value(info, "area/areaDesc") for info in infos] == ["E gjithë Tirana", "All of Tirana"]
    assert value(infos[1], "instruction") == "Stay inside.\nClose the windows."
    assert value(infos[0], "web").endswith(f"/sq/alerts/{version.alert.uid}/")
    assert {value(info, "severity") for info in infos} == {"Extreme"}


def test_times_are_those_of_the_city(client: Client, guard: User):
    version = warn(guard)
    local = timezone.localtime(version.starts_at, timezone.get_default_timezone())

    assert value(cap_of(version, client), "sent") == local.isoformat(timespec="seconds")


def test_updates_and_cancellations_refer_to_what_went_before(client: Client, guard: User):
    first = warn(guard)
    second = warn(guard, uid=first.alert.uid, note="Worse & <worse>.")
    last = cancel_alert(uid=first.alert.uid, notes=WHY, user=guard)

    update, cancel = cap_of(second, client), cap_of(last, client)

    assert faults(update) == faults(cancel) == []
    assert value(update, "msgType") == "Update"
    assert value(update, "note") == "Worse & <worse>. / Worse & <worse>."
    reference = value(update, "references").split(",")
    assert reference[:2] == [value(update, "sender"), f"{first.alert.uid}.1"]
    assert reference[2] == value(cap_of(first, client), "sent")
    assert value(cancel, "msgType") == "Cancel"
    assert [part.split(",")[1] for part in value(cancel, "references").split()] == [
        f"{first.alert.uid}.1",
        f"{first.alert.uid}.2",
    ]
    assert value(cancel, "info/responseType") == "AllClear"


def test_every_term_that_staff_can_choose_is_valid(client: Client, guard: User):
    version = warn(guard)
    for field, terms in (
        ("level", Level),
        ("category", Category),
        ("urgency", Urgency),
        ("certainty", Certainty),
    ):
        for term in terms:
            AlertVersion.objects.filter(pk=version.pk).update(**{field: term})
            assert faults(cap_of(version, client)) == [], term


def test_drafts_and_what_waits_for_its_hour_are_in_no_feed(client: Client, guard: User):
    draft = draft_alert(guard)
    waiting = warn(guard, starts_at=timezone.now() + timedelta(hours=1))

    for version in (draft, waiting):
        address = f"/alerts/cap/{version.alert.uid}.{version.number}.xml"
        assert client.get(address).status_code == 404
        assert client.get(f"/en/alerts/{version.alert.uid}/").status_code == 404
    for feed in ("/en/alerts/feed/", "/alerts/cap.xml"):
        assert feedparser.parse(client.get(feed).content).entries == []


@pytest.mark.parametrize("number", ["0", "99", "9" * 40])
def test_versions_that_do_not_exist_are_not_found(client: Client, guard: User, number: str):
    version = warn(guard)

    assert client.get(f"/alerts/cap/{version.alert.uid}.{number}.xml").status_code == 404


def test_the_feed_of_messages_leads_to_each_of_them(client: Client, guard: User):
    first = warn(guard)
    warn(guard, uid=first.alert.uid, level="orange")

    response = client.get("/alerts/cap.xml", headers={"Accept-Language": "sq"})
    feed = feedparser.parse(response.content)

    assert not feed.bozo
    assert feed.version == "atom10"
    links = [
        link.href for entry in feed.entries for link in entry.links if link.type.endswith("cap+xml")
    ]
    assert [link.rpartition(".xml")[0][-2:] for link in links] == [".2", ".1"]
    for link in links:
        assert faults(fromstring(client.get(link).content)) == []
    # One document for everybody, in whatever language they read.
    other = client.get("/alerts/cap.xml", headers={"Accept-Language": "en"})
    assert other.content == response.content


def test_readers_get_each_version_once_in_their_language(client: Client, guard: User):
    first = warn(guard)
    warn(guard, uid=first.alert.uid, note="The wind grows.")
    cancel_alert(uid=first.alert.uid, notes=WHY, user=guard)

    english = feedparser.parse(client.get("/en/alerts/feed/").content)
    albanian = feedparser.parse(client.get("/sq/alerts/feed/").content)

    assert not english.bozo
    assert english.version == "rss20"
    assert [entry.title for entry in english.entries] == [
        "Over: A heavy storm over the city",
        "Red alert: A heavy storm over the city",
        "Red alert: A heavy storm over the city",
    ]
    assert "The wind grows." in english.entries[1].description
    assert albanian.entries[1].title == "Alarm i kuq: Stuhi e fortë mbi qytet"
    guids = [entry.id for entry in [*english.entries, *albanian.entries]]
    assert len(set(guids)) == 6
    assert all(re.fullmatch("urn:uuid:[0-9a-f-]{36}", guid) for guid in guids)


def test_the_page_tells_machines_of_a_special_announcement(client: Client, guard: User, rf: object):
    version = warn(guard)
    page = client.get(f"/sq/alerts/{version.alert.uid}/").content.decode()

    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])

    assert data["@type"] == "SpecialAnnouncement"
    assert data["name"] == "Stuhi e fortë mbi qytet"
    assert data["inLanguage"] == "sq"
    assert data["datePosted"] < data["expires"]
    assert data["webFeed"] == "http://testserver/sq/alerts/feed/"
    assert data["publisher"]["@type"] == "GovernmentOrganization"
    with override("en"):
        assert announcement(version, rf.get("/"))["category"] == "Weather"


@pytest.mark.parametrize("address", ["/en/alerts/feed/", "/alerts/cap.xml"])
def test_feeds_are_only_read(client: Client, address: str):
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200
