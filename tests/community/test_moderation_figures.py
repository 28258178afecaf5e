"""The public page of figures: computed from the real decisions, and naming nobody."""

import csv
import io
from datetime import datetime, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from community.models import Appeal, CommunityPage, HiddenFor, ModerationDecision, Report
from community.moderation_figures import CACHE_KEY, compute_figures, read_figures
from community.services.appealing import make_appeal, settle_appeal
from community.services.moderating import approve_comment, hide_comment
from community.services.moderating_reports import settle_reports
from community.services.taking_back import take_back
from tests.factories.community import CommentFactory, ModeratorFactory, ReportFactory, UserFactory

pytestmark = pytest.mark.django_db

PAGE = "/en/community/moderation/"
TABLE = "/en/community/moderation/figures.csv"


def by_the_clock(*parts: int) -> datetime:
    """Return a moment as the city's clock shows it."""
    return datetime(*parts, tzinfo=timezone.get_default_timezone())


@pytest.fixture(autouse=True)
def _no_copy() -> None:
    """Let each test compute its own figures."""
    cache.delete(f"{CACHE_KEY}.{timezone.localtime():%Y-%m}")


@pytest.fixture
def decided() -> None:
    """A month in which every kind of decision was made by the services."""
    moderator, colleague = ModeratorFactory(), ModeratorFactory()
    for reason in (HiddenFor.SPAM, HiddenFor.SPAM, HiddenFor.HATE):
        comment = CommentFactory(comment="Words that nobody should read here.")
        hide_comment(comment_id=comment.pk, moderator=moderator, reason=reason, words="Secret.")
    granted, refused = ModerationDecision.objects.filter(reason=HiddenFor.SPAM)
    for decision, grant in ((granted, True), (refused, False)):
        appeal = make_appeal(decision=decision, author=decision.comment.user, words="Why?")
        settle_appeal(appeal_id=appeal.pk, moderator=colleague, granted=grant, words="So.")
    for outcome in (Report.Outcome.UPHELD, Report.Outcome.DISMISSED, Report.Outcome.DISMISSED):
        report = ReportFactory(made_at=timezone.now() - timedelta(minutes=6))
        settle_reports(comment_id=report.comment.pk, moderator=moderator, outcome=outcome)
    ReportFactory()


def test_the_figures_are_those_of_the_decisions(decided):
    month, *earlier = compute_figures(timezone.now())

    assert month.hidden == ModerationDecision.objects.filter(action="hidden").count() == 3
    assert month.hidden_for == {HiddenFor.SPAM: 2, HiddenFor.HATE: 1}
    assert month.by_reason == [0, 0, 1, 0, 2, 0, 0]
    assert month.restored == 1
    assert month.reports_upheld == Report.objects.filter(outcome=Report.Outcome.UPHELD).count()
    assert (month.reports_upheld, month.reports_dismissed) == (1, 2)
    assert (month.appeals_made, month.appeals_granted, month.appeals_refused) == (2, 1, 1)
    assert month.median_hours == 0.1
    assert earlier == [], "Nothing was decided in the months before."


def test_each_decision_counts_in_its_own_month_by_the_citys_clock():
    decision = hide_comment(
        comment_id=CommentFactory().pk, moderator=ModeratorFactory(), reason=HiddenFor.HATE
    )
    moments = [by_the_clock(2026, 6, 30, 23, 59), by_the_clock(2026, 7, 1, 0, 1)]
    counted = []
    for moment in moments:
        ModerationDecision.objects.filter(pk=decision.pk).update(made_at=moment)
        figures = compute_figures(by_the_clock(2026, 11, 2))
        counted.append([month.month.month for month in figures if month.hidden])

    assert counted == [[6], [7]]


def test_figures_go_back_two_years_and_no_further():
    decision = hide_comment(
        comment_id=CommentFactory().pk, moderator=ModeratorFactory(), reason=HiddenFor.HATE
    )
    spans = []
    for moment in (by_the_clock(2024, 12, 1), by_the_clock(2024, 11, 30)):
        ModerationDecision.objects.filter(pk=decision.pk).update(made_at=moment)
        figures = compute_figures(by_the_clock(2026, 11, 22))
        hidden = sum(month.hidden for month in figures)
        spans.append((f"{figures[0].month:%Y-%m}", f"{figures[-1].month:%Y-%m}", hidden))

    assert spans == [("2026-11", "2024-12", 1), ("2026-11", "2026-11", 0)]


def test_the_median_is_of_what_waited():
    moderator = ModeratorFactory()
    for hours in (1, 2, 9):
        comment = CommentFactory(held=True, submit_date=timezone.now() - timedelta(hours=hours))
        decision = approve_comment(comment_id=comment.pk, moderator=moderator)
        if hours == 9:
            take_back(decision_id=decision.pk, moderator=moderator)

    assert compute_figures(timezone.now())[0].median_hours == 2.0


def test_decisions_stay_in_the_figures_when_their_comment_is_gone(decided):
    before = compute_figures(timezone.now())[0].hidden
    for decision in ModerationDecision.objects.filter(action="hidden"):
        decision.comment.delete()

    assert compute_figures(timezone.now())[0].hidden == before


def test_the_page_shows_the_figures_and_no_names(client, decided, front: CommunityPage):
    answer = client.get(PAGE)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    assert "csrf" not in page
    assert '<th scope="row">' in page
    assert "moderators hide what breaks" in page.lower()
    for secret in ("Words that nobody", "Secret.", "Why?", "Colleague", "Member "):
        assert secret not in page, secret


def test_editors_say_something_above_the_figures(client, front: CommunityPage):
    front.moderation_text = "<p>We are <b>four</b> people.</p>"
    front.save_revision().publish()

    page = client.get(PAGE).content.decode()

    assert "<b>four</b> people" in page
    assert "nothing else. Whoever is concerned" not in page


def test_the_community_page_leads_to_the_figures(client, front: CommunityPage):
    assert PAGE in client.get(front.url).content.decode()


def test_the_table_has_the_same_figures(client, decided, site):
    answer = client.get(TABLE)

    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert len(rows) == 1
    assert (rows[0]["Hidden"], rows[0]["Advertising"]) == ("3", "2")
    assert (rows[0]["Appeals granted"], rows[0]["Reports dismissed"]) == ("1", "2")
    assert rows[0]["Median hours to a decision"] == "0.1"


def test_the_page_speaks_albanian(client, site, decided):
    page = client.get(PAGE.replace("/en/", "/sq/")).content.decode()

    assert "Moderimi në shifra" in page
    assert "Nxit urrejtje" in page


def test_many_readers_ask_the_database_once(site, django_assert_num_queries):
    now = timezone.now()
    read_figures(now)

    with django_assert_num_queries(0):
        read_figures(now)


@pytest.mark.parametrize("number", [1, 8])
def test_figures_cost_the_same_however_much_was_decided(number, django_assert_max_num_queries):
    moderator = ModeratorFactory()
    for _number in range(number):
        comment = CommentFactory(user=UserFactory())
        decision = hide_comment(comment_id=comment.pk, moderator=moderator, reason=HiddenFor.OTHER)
        Appeal.objects.create(decision=decision, words="Why?")

    with django_assert_max_num_queries(9):
        assert compute_figures(timezone.now())[0].hidden == number
