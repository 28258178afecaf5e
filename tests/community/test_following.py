"""Following by mail without an account: asked for, confirmed by a button, chosen, left."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from community.models import Pace, PendingSubscription, Subscriber, Subscription
from community.subscriptions.channels import Channel
from community.subscriptions.consent import CONSENTS, CURRENT
from tests.community.following_steps import (
    as_received,
    follower,
    html_of,
    make_series,
    outbox_for,
    path_in,
    series_channel,
)
from tests.community.puzzle_steps import solved
from tests.factories.community import DiscussionFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site", "locales")]


@pytest.fixture
def series(english_home):
    """A published series in English."""
    return make_series(english_home, title="City Bulletin")


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a form be sent as soon as it is opened."""
    monkeypatch.setattr("community.guest_guards.QUICKEST_SECONDS", 0)


def form_url(*channels: Channel, language: str = "en") -> str:
    with override(language):
        query = "&".join(f"channel={channel}" for channel in channels)
        return f"{reverse('community:follow_by_mail')}?{query}"


def filled(client: Client, *channels: Channel, language: str = "en", **values: object) -> dict:
    """Return what a browser sends: the ticket of a form that was opened a moment ago."""
    response = client.get(form_url(*channels, language=language))
    return {
        "ticket": response.context["form"]["ticket"].value(),
        "channels": [str(channel) for channel in channels],
        "email": "ana@example.org",
        "pace": "now",
        "website": "",
        "altcha": solved(),
    } | values


def ask(client: Client, commit, *channels: Channel, language: str = "en", **values: object):
    data = filled(client, *channels, language=language, **values)
    return commit(client.post, form_url(*channels, language=language), data)


def link_in(address: str = "ana@example.org") -> str:
    """Return the path of the link in the latest mail to an address."""
    text = outbox_for(address)[-1].body
    (line,) = [line for line in text.splitlines() if "/by-mail/confirm/" in line]
    return path_in(line.strip())


def test_a_mailbox_follows_once_the_button_behind_its_link_was_pressed(client, commit, series):
    response = ask(client, commit, series_channel(series))
    assert response.status_code == 302
    assert not Subscription.objects.exists()

    shown = client.get(link_in())
    assert b"City Bulletin" in shown.content
    assert not Subscription.objects.exists()
    pressed = client.post(link_in())

    assert pressed.status_code == 302
    row = Subscription.objects.get()
    assert (row.kind, row.key) == series_channel(series)
    assert row.subscriber.email == "ana@example.org"
    assert client.get(pressed["Location"]).status_code == 200


def test_what_was_agreed_to_is_kept_with_version_time_and_language(client, commit, series):
    before = timezone.now()
    ask(client, commit, series_channel(series), language="sq")
    client.post(link_in())

    row = Subscription.objects.get()
    assert (row.consent_version, row.consent_language) == (CURRENT, "sq")
    assert before <= row.asked_at <= row.confirmed_at <= timezone.now()
    assert row.subscriber.language == "sq"


def test_the_words_of_a_consent_never_change():
    # Whoever changes the words adds a version: people have agreed to the old ones.
    assert CONSENTS[1] == {
        "en": (
            "Send me mails about what I have chosen here. My e-mail address is kept for that "
            "alone and given to nobody. I can stop it at any time, in every mail."
        ),
        "sq": (
            "Më dërgoni mesazhe për ato që kam zgjedhur këtu. Adresa ime e e-mailit ruhet vetëm "
            "për këtë dhe nuk i jepet askujt. Mund ta ndërpres në çdo kohë, nga çdo mesazh."
        ),
    }


def test_the_form_shows_what_is_agreed_to(client, series):
    response = client.get(form_url(series_channel(series)))

    assert CONSENTS[CURRENT]["en"] in response.content.decode()


def test_a_link_works_once(client, commit, series):
    ask(client, commit, series_channel(series))
    path = link_in()
    client.post(path)
    Subscriber.objects.all().delete()

    replayed = client.post(path)

    assert replayed.status_code == 410
    assert not Subscription.objects.exists()


def test_a_second_click_says_that_all_is_well_and_changes_nothing(client, commit, series):
    ask(client, commit, series_channel(series))
    path = link_in()
    client.post(path)

    again = client.post(path)

    assert again.status_code == 200
    assert b"you follow what it was for" in again.content
    assert Subscription.objects.count() == 1


def test_a_link_dies_after_72_hours(client, commit, series):
    ask(client, commit, series_channel(series))
    PendingSubscription.objects.update(asked_at=timezone.now() - timedelta(hours=72, minutes=1))

    response = client.post(link_in())

    assert response.status_code == 410
    assert b"older than 72 hours" in response.content
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("token", ["nonsense", "MQ:1tDmXY:abc", "1" * 500])
def test_a_link_that_is_none_of_ours_is_refused(client, token):
    with override("en"):
        path = reverse("community:confirm_subscription", args=[token])

    assert client.get(path).status_code == 410
    assert client.post(path).status_code == 410


@pytest.mark.parametrize(
    "address",
    [
        "ana@example.org\r\nBcc: all@example.org",
        "ana@example.org\nBcc: all@example.org",
        "ana\r\n@example.org",
        "no address",
        "",
        "a" * 250 + "@example.org",
        "ana@example.org,genti@example.org",
        "Ana <ana@example.org>",
    ],
)
def test_what_is_no_address_gets_a_sentence_and_no_mail(client, commit, series, address):
    response = ask(client, commit, series_channel(series), email=address)

    assert response.status_code == 422
    assert response.context["form"].errors["email"]
    assert not mail.outbox
    assert not PendingSubscription.objects.exists()


def test_a_form_that_is_sent_twice_causes_one_mail(client, commit, series):
    data = filled(client, series_channel(series))
    url = form_url(series_channel(series))

    commit(client.post, url, data)
    again = commit(client.post, url, data)

    assert again.status_code == 302
    assert len(mail.outbox) == 1


def test_one_client_can_not_have_many_mailboxes_written_to(client, commit, series):
    statuses = [
        ask(client, commit, series_channel(series), email=f"victim{number}@example.org").status_code
        for number in range(8)
    ]

    assert statuses == [302] * 5 + [429] * 3
    assert len(mail.outbox) == 5
    assert PendingSubscription.objects.count() == 5


def test_without_a_solved_puzzle_the_form_can_be_sent_more_seldom(client, commit, series):
    first = ask(client, commit, series_channel(series), altcha="")
    second = ask(client, commit, series_channel(series), altcha="", email="other@example.org")

    assert (first.status_code, second.status_code) == (302, 429)
    assert 'value="other@example.org"' in second.content.decode(), "what was typed stays"
    assert second["Retry-After"]


def test_a_mailbox_gets_three_mails_a_day_whoever_asks(commit, series):
    statuses = []
    for number in range(5):
        client = Client(REMOTE_ADDR=f"198.51.100.{number}")
        address = f"Ana+{number}@example.org"
        statuses.append(ask(client, commit, series_channel(series), email=address).status_code)

    assert statuses == [302, 302, 302, 422, 422]
    assert len(mail.outbox) == 3


def test_the_answer_does_not_tell_who_follows_already(client, commit, series):
    follower("ana@example.org", series_channel(series))

    known = ask(client, commit, series_channel(series))
    unknown = ask(client, commit, series_channel(series), email="genti@example.org")

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


@pytest.mark.parametrize(
    "channel", ["", "x", "series:", "series:nothing", "series:" + "a" * 100, "nothing:1", "topic:x"]
)
def test_what_can_not_be_followed_is_not_found(client, channel):
    with override("en"):
        url = reverse("community:follow_by_mail")

    assert client.get(url, {"channel": channel}).status_code == 404


def test_a_restricted_series_can_not_be_followed_by_guests(client, series):
    series.view_restrictions.create(restriction_type="login")

    assert client.get(form_url(series_channel(series))).status_code == 404


def test_a_hidden_discussion_can_not_be_followed(client):
    hidden = DiscussionFactory(hidden=True)

    assert client.get(form_url(Channel("discussion", str(hidden.pk)))).status_code == 404


def test_a_channel_that_the_form_did_not_offer_is_refused(client, commit, series):
    response = ask(client, commit, series_channel(series), channels=["page:something"])

    assert response.status_code == 422
    assert not PendingSubscription.objects.exists()


def test_the_mail_with_the_link_has_both_parts_in_the_askers_language(client, commit, series):
    ask(client, commit, series_channel(series), language="sq")

    message = as_received(outbox_for("ana@example.org")[0])

    html = message.get_body(("html",)).get_content()
    assert '<html lang="sq"' in html
    assert "http://127.0.0.1:8000/sq/community/by-mail/confirm/" in html
    assert "City Bulletin" in message.get_body(("plain",)).get_content()


def test_a_member_with_a_confirmed_address_follows_at_once(client, series):
    member = UserFactory(email="Ana@example.org")
    client.force_login(member)
    url = form_url(series_channel(series))
    data = {"channels": [str(series_channel(series))], "pace": "digest"}

    response = client.post(url, data)

    assert response.status_code == 302
    row = Subscription.objects.get()
    assert (row.subscriber.email, row.pace) == ("ana@example.org", Pace.DIGEST)
    assert not mail.outbox


def test_a_member_without_a_confirmed_address_confirms_it_first(client, commit, series):
    member = UserFactory(email="ana@example.org")
    member.emailaddress_set.update(verified=False)
    client.force_login(member)

    ask(client, commit, series_channel(series))

    assert not Subscription.objects.exists()
    assert PendingSubscription.objects.exists()


def test_a_public_page_leads_to_the_form_without_a_token_or_cookie(client, series):
    response = client.get(series.url)

    html = response.content.decode()
    assert f"?channel=series:{series.translation_key}" in html
    assert "csrfmiddlewaretoken" not in html
    assert not response.cookies
    assert "public" in response["Cache-Control"]


def test_mails_do_not_name_what_followers_wrote(client, commit, series):
    ask(client, commit, series_channel(series))

    assert "ana@example.org" not in html_of(outbox_for("ana@example.org")[0])
