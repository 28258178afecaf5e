"""Guests' forms cost a machine more than a person, and need no script and no third party."""

import json
import re
import time
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone

from community.guest_guards import TICKET_SALT
from community.models import CommunitySettings, HiddenFor, PendingComment, Report, State
from community.puzzles import new_puzzle, use_answer, use_once
from site_config.models.rate_counts import RateCount
from site_config.retention import remove_what_is_too_old
from tests.community.comment_steps import change, read, write_url
from tests.community.puzzle_steps import packed, solve, solved
from tests.factories.community import CommentFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("front")]

PUZZLE = "/en/community/comments/puzzle/"


def ticket(name: str = "one") -> str:
    opened = int(time.time()) - 60
    return signing.dumps({"opened": opened, "id": name}, salt=TICKET_SALT)


def report(client: Client, comment, **changes: str):
    fields = {"reason": "spam", "words": "A shop.", "ticket": ticket()}
    return client.post(f"/en/community/comments/{comment.pk}/report/", fields | changes)


def test_a_puzzle_is_for_one_guest_and_leaves_no_trace(client):
    first, second = client.get(PUZZLE), client.get(PUZZLE)

    assert "no-store" in first["Cache-Control"]
    assert not first.cookies
    assert first.json()["challenge"] != second.json()["challenge"]
    assert first.json()["algorithm"] == "SHA-256"
    assert client.post(PUZZLE).status_code == 405


def test_puzzles_are_given_out_thirty_times_a_minute(client):
    answers = [client.get(PUZZLE) for _ in range(31)]

    assert [answer.status_code for answer in answers] == [200] * 30 + [429]
    assert int(answers[-1]["Retry-After"]) > 0


def test_an_answer_is_good_once():
    answer = solved()

    assert use_answer(answer) is True
    assert use_answer(answer) is False


def test_an_answer_is_good_for_half_an_hour(monkeypatch):
    answer = solved()
    later = time.time() + 31 * 60
    monkeypatch.setattr("altcha.v1.time.time", lambda: later)

    assert use_answer(answer) is False


def test_what_is_used_up_is_forgotten_when_it_is_no_longer_good():
    use_answer(solved())
    RateCount.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    remove_what_is_too_old()

    assert not RateCount.objects.exists()


def test_a_thing_is_used_once_by_its_name():
    span = timedelta(minutes=1)

    assert [use_once(name, span) for name in ("a", "b", "a")] == [True, True, False]


@pytest.mark.parametrize(
    "spoil",
    [
        {"number": 50_001},
        {"number": "1"},
        {"number": None},
        {"number": True},
        {"signature": "0" * 64},
        {"salt": "00?expires=99999999999&"},
        {"salt": 1},
        {"challenge": None},
        {"algorithm": "SHA-1"},
        {"algorithm": ["SHA-256"]},
    ],
    ids=str,
)
def test_an_answer_that_is_none_is_refused(spoil):
    answer = solve(new_puzzle())

    assert use_answer(packed(answer | spoil)) is False
    assert use_answer(packed(answer)) is True


@pytest.mark.parametrize(
    "nonsense", ["", "x", "é", "MQ==", "W10=", "e30=", "bnVsbA==", "W" * 5000, "/w=="]
)
def test_nonsense_is_no_answer(nonsense):
    assert use_answer(nonsense) is False


def test_a_form_without_a_script_is_sent_once_in_ten_minutes(client, discussion):
    CommunitySettings.objects.create(guests_may_comment=True)
    words = {"name": "Ana", "email": "ana@example.org", "text": "A street."}

    answers = [
        client.post(write_url(discussion), words | {"submission": ticket(name), "altcha": answer})
        for name, answer in [("1", ""), ("2", "nonsense"), ("3", solved())]
    ]

    assert [answer.status_code for answer in answers] == [302, 429, 302]
    assert "A street.</textarea>" in answers[1].content.decode()
    assert PendingComment.objects.count() == 2


def test_the_form_of_a_guest_says_where_its_puzzle_is(client, discussion):
    CommunitySettings.objects.create(guests_may_comment=True)

    html = read(client, write_url(discussion))

    assert f'data-puzzle="{PUZZLE}"' in html
    assert re.search(r'data-worker="/static/community/js/puzzle-worker[.\w]*js"', html)
    assert '<input type="hidden" name="altcha"' in html
    client.force_login(UserFactory())
    assert "data-puzzle" not in read(client, write_url(discussion))


def test_a_visitor_reports_without_telling_who_they_are(client):
    comment = CommentFactory()

    page = read(client, f"/en/community/comments/{comment.pk}/report/")
    answer = report(client, comment)

    assert 'name="website"' in page
    assert 'name="ticket"' in page
    assert "Moderators have your report" in answer.content.decode()
    made = Report.objects.get()
    assert (made.reporter, made.reason, made.words) == (None, HiddenFor.SPAM, "A shop.")


def test_a_report_that_is_sent_twice_is_one(client):
    comment, name = CommentFactory(), ticket()

    answers = [report(client, comment, ticket=name, altcha=solved()) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert Report.objects.count() == 1


def test_a_network_reports_five_times_an_hour(client):
    comment = CommentFactory()

    answers = [
        report(client, comment, ticket=ticket(str(number)), altcha=solved()) for number in range(6)
    ]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert Report.objects.count() == 5


def test_a_network_without_a_script_reports_once_in_ten_minutes(client):
    comment = CommentFactory()

    answers = [report(client, comment, ticket=ticket(str(number))) for number in range(2)]

    assert [answer.status_code for answer in answers] == [200, 429]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"website": "x"}, "a field that nobody sees"),
        ({"ticket": "made up"}, "had waited too long"),
        ({"ticket": ""}, "had waited too long"),
        ({"reason": "none"}, "reason"),
        ({"words": "x" * 501}, "500"),
    ],
)
def test_a_report_that_no_person_would_send_is_refused(client, changes, reason):
    answer = report(client, CommentFactory(), **changes)

    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert not Report.objects.exists()


def test_a_report_sent_at_once_is_refused_and_can_be_sent_again(client):
    comment = CommentFactory()
    quick = signing.dumps({"opened": int(time.time()), "id": "one"}, salt=TICKET_SALT)

    html = report(client, comment, ticket=quick).content.decode()

    assert "very quick" in html
    assert "A shop.</textarea>" in html
    assert f'value="{quick}"' in html


def test_what_a_visitor_can_t_read_they_can_t_report(client):
    hidden = CommentFactory()
    change(hidden, State.HIDDEN)

    assert report(client, hidden).status_code == 404
    assert client.get(f"/en/community/comments/{hidden.pk}/report/").status_code == 404


def test_a_report_of_a_guest_needs_a_token():
    strict = Client(enforce_csrf_checks=True)

    refused = report(strict, CommentFactory())

    assert refused.status_code == 422
    assert "send them once more" in refused.content.decode()
    assert not Report.objects.exists()


def test_a_puzzle_can_be_read_by_a_script_as_it_is(client):
    puzzle = client.get(PUZZLE)

    assert puzzle["Content-Type"] == "application/json"
    assert set(json.loads(puzzle.content)) == {
        "algorithm",
        "challenge",
        "maxNumber",
        "salt",
        "signature",
    }
