"""The report on how soon people are answered, for those who moderate."""

import csv
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from community.answer_figures import (
    Answers,
    first_answers,
    late_reports,
    unanswered_discussions,
)
from community.desk.access import moderators_only
from community.policy import can_moderate
from community.sensitive_areas import EXPORT_RIGHT
from community.targets import title_of
from site_config.exports import neutral_cell


@require_safe
@moderators_only
def answers(request: HttpRequest) -> HttpResponse:
    """Show what waits for an answer, and how soon others came; ``?export=csv`` takes it along.

    Who may take lists out of the admin is asked where all exports are.
    """
    now = timezone.now()
    by_topic, by_month = first_answers(now)
    unanswered, late = unanswered_discussions(now), late_reports(now)
    if request.GET.get("export") == "csv":
        return _spreadsheet([*_answer_rows(by_topic, by_month), *_waiting_rows(unanswered, late)])
    return render(
        request,
        "community/admin/answers.html",
        {
            "title": _("Answers in the community"),
            "unanswered": unanswered,
            "late": late,
            "by_topic": by_topic,
            "by_month": by_month,
            "can_export": request.user.has_perm(EXPORT_RIGHT),
        },
    )


def _answer_rows(by_topic: list[Answers], by_month: list[Answers]) -> Iterable[list[Any]]:
    yield [_("What"), _("Name"), _("Opened"), _("Answered"), _("Median hours to the first answer")]
    for kind, rows in ((_("Topic"), by_topic), (_("Month"), by_month)):
        for row in rows:
            name = f"{row.name:%Y-%m}" if isinstance(row.name, date) else row.name
            yield [kind, name, row.opened, row.answered, row.median_hours]


def _waiting_rows(unanswered: list[Any], late: list[Any]) -> Iterable[list[Any]]:
    yield [_("What"), _("Name"), _("Topic"), _("Since"), _("Days")]
    for discussion, days in unanswered:
        since = date_format(timezone.localtime(discussion.opened_at), "Y-m-d")
        yield [_("Unanswered"), str(discussion), discussion.topic_name, since, days]
    for row in late:
        since = date_format(timezone.localtime(row.report.made_at), "Y-m-d")
        name = title_of(row.target) if row.target else ""
        yield [_("Open report"), name, row.topic, since, row.days]


def _spreadsheet(rows: Iterable[list[Any]]) -> HttpResponse:
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="answers.csv"'},
    )
    writer = csv.writer(response)
    for row in rows:
        writer.writerow([neutral_cell("" if cell is None else cell) for cell in row])
    return response


class AnswersMenuItem(MenuItem):
    """The report's item in the menu of reports."""

    def __init__(self) -> None:
        super().__init__(
            gettext_lazy("Answers in the community"),
            reverse("community_answers"),
            name="community-answers",
            icon_name="comment",
            order=950,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        """Offer it to those who decide about comments."""
        return can_moderate(request.user)
