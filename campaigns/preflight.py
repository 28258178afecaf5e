"""What a campaign still lacks, named before it is published; nothing of it forbids publishing."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from django.forms.widgets import Media, Script
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.panels import Panel

if TYPE_CHECKING:
    from campaigns.models import CampaignPage


class Gap(NamedTuple):
    """Something that a campaign lacks.

    Attributes:
        field: the field of the form that fills it.
        words: what is missing, as staff read it.
    """

    field: str
    words: str | Promise


def gaps_of(campaign: "CampaignPage") -> Iterator[Gap]:
    """Yield each gap of a campaign, in the order of the form."""
    yield from _gaps_of_content(campaign)
    yield from _gaps_of_action(campaign)
    if not campaign.questions:
        yield Gap("questions", _("No questions and answers."))
    if not campaign.sources:
        yield Gap("sources", _("No source."))
    if campaign.results_expected_on is None:
        yield Gap("results_expected_on", _("No day by which the results are expected."))
    if campaign.results_overdue:
        yield Gap("results", _("The results are late."))
    if campaign.results and campaign.sign_block is not None and not campaign.outcome_words:
        yield Gap(
            "outcome_words",
            _("The mail to those who took part says nothing of the outcome yet."),
        )


def _gaps_of_content(campaign: "CampaignPage") -> Iterator[Gap]:
    if not campaign.summary:
        yield Gap("summary", _("No summary: lists, search and shared links show none."))
    if not (campaign.listing_image_id or campaign.drawing):
        yield Gap("listing_image", _("No picture and no drawing."))
    elif campaign.listing_image_id and not campaign.picture_alt:
        yield Gap("listing_image_alt", _("Nobody has said what the picture shows."))
    if not campaign.why:
        yield Gap("why", _("“Why” is empty."))
    if not campaign.steps:
        yield Gap("steps", _("Nothing says what residents can do."))


def _gaps_of_action(campaign: "CampaignPage") -> Iterator[Gap]:
    if campaign.call is None:
        yield Gap("action", _("No call to action, or its page is not published."))
    if not campaign.next_step:
        yield Gap("next_step", _("Nothing says what happens next."))
    if not campaign.responsible:
        yield Gap("responsible", _("Nobody is responsible."))
    if not campaign.contact_email:
        yield Gap("contact_email", _("No e-mail address for questions."))
    if campaign.sign_block is not None and not campaign.goal:
        yield Gap("goal", _("No goal, so that nobody sees how far you are."))


def warn_of_gaps(request: HttpRequest, page: "CampaignPage") -> None:
    """Name the gaps of a campaign that somebody has just published, with ways to its fields."""
    gaps = list(gaps_of(page))
    if gaps:
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        links = format_html_join(
            " ", '<a href="{}#preflight-{}">{}</a>', ((edit, gap.field, gap.words) for gap in gaps)
        )
        messages.warning(request, format_html("{} {}", _("What is public now lacks:"), links))


class PreflightPanel(Panel):
    """Lists the gaps of the draft as it was last saved."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "campaigns/admin/preflight.html"

        def is_shown(self) -> bool:
            """Whether there is a draft to look at."""
            return super().is_shown() and self.instance.pk is not None

        @property
        def media(self) -> Media:
            """Add the script that leads to the fields, wherever their tab is."""
            script = Script("campaigns/js/preflight.js", type="module")
            return super().media + Media(js=[script])

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Add the gaps."""
            context = super().get_context_data(parent_context)
            return context | {"gaps": list(gaps_of(self.instance))}
