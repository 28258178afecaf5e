"""What is too old to be told, said to whoever publishes it."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from campaigns.announcing import NEWS_FOR
from campaigns.models import CampaignPage, CommitmentPage, ProjectPage
from campaigns.news import news_days


def warn_of_old_news(request: HttpRequest, page: Any) -> None:
    """Say that nobody is told of steps and updates that come out too long after their day.

    Args:
        request: of whoever publishes.
        page: as it is about to be published; the database still holds what was public before.
    """
    if isinstance(page, CommitmentPage):
        dated = "steps"
    elif isinstance(page, CampaignPage | ProjectPage):
        dated = "updates"
    else:
        return
    rows = getattr(page, dated)
    stored = getattr(type(page)(pk=page.pk), dated).values_list("translation_key", flat=True)
    # What was never public is new as a whole; its draft stands in the database already.
    public = set(stored) if page.live else set()
    first, _today = news_days()
    old = [
        row
        for row in rows.all()
        if row.date and row.date < first and row.translation_key not in public
    ]
    if old:
        words = ngettext(
            "%(count)d entry is dated more than %(days)d days ago: nobody is told of it by mail.",
            "%(count)d entries are dated more than %(days)d days ago: nobody is told of them by "
            "mail.",
            len(old),
        ) % {"count": len(old), "days": NEWS_FOR.days}
        advice = _("If it is news, give it the day on which it is made known.")
        messages.warning(request, f"{words} {advice}")
