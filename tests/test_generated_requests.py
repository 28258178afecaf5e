"""Two thousand requests that no honest program sends: refused or answered, never a fault.

``python -m bench bad-input`` sends a hundred thousand more.
"""

import re

import pytest
from django.urls import resolve
from django.utils.translation import override

from bench.asking import ask_all
from bench.bad_requests import bad_requests, public_patterns
from tests.factories.community import UserFactory
from tests.url_matrix.routes import all_routes

SEED, COUNT, SHARES = 2014, 2000, 4
KNOWN = ("/sq/", "/en/", "/en/news/", "/en/campaigns/", "/en/publications/", "/en/community/")


@pytest.mark.usefixtures("demo", "db")
@pytest.mark.parametrize("share", range(SHARES))
def test_no_request_is_answered_by_a_fault(share):
    size = COUNT // SHARES
    requests = bad_requests(SEED, size, patterns=public_patterns(), known=KNOWN, first=share * size)

    outcome = ask_all(requests, member=UserFactory())

    assert outcome.faults == []
    assert outcome.statuses.total() == size
    # Requests that never get past the door would prove nothing.
    assert outcome.statuses[200] > size / 20
    assert outcome.statuses[404] < size * 0.7


def test_every_public_address_is_asked():
    public = {
        route.pattern
        for route in all_routes()
        if not route.pattern.lstrip("^").startswith("admin/")
    }

    assert set(public_patterns()) == public
    assert len(public) * 5 < COUNT


def test_a_request_can_be_made_again_by_its_number():
    patterns = public_patterns()
    [again] = bad_requests(SEED, 1, patterns=patterns, known=KNOWN, first=77)

    assert again == list(bad_requests(SEED, 100, patterns=patterns, known=KNOWN))[77]


def test_patterns_become_addresses_that_their_views_answer():
    numbers = re.compile(r"^/en/community/members/\d+/$")
    asked = bad_requests(SEED, 4000, patterns=public_patterns(), known=KNOWN)
    found = [request.url for request in asked if numbers.match(request.url)]

    assert found
    with override("en"):
        assert resolve(found[0]).view_name == "community:member"


@pytest.mark.django_db
def test_a_fault_is_noticed(monkeypatch):
    def fail(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("community.unproved_staff.UnprovedStaffMiddleware.process_view", fail)
    requests = bad_requests(SEED, 3, patterns=["robots.txt"], known=KNOWN)

    outcome = ask_all(requests, member=UserFactory())

    assert outcome.statuses[500] == len(outcome.faults) > 0
