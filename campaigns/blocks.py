"""Blocks of campaigns and projects: what to do, how to act, figures, questions, money."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from site_config.blocks.choices import OptionBlock
from site_config.blocks.media import DocumentBlock
from site_config.paints import Paint

ANSWER_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class StepBlock(blocks.StructBlock):
    """One thing that a resident can do."""

    title = blocks.CharBlock(
        label=_("What"),
        max_length=120,
        help_text=_("Begin with a verb: “Adopt and water a tree”."),
    )
    text = blocks.TextBlock(label=_("How"), required=False, max_length=400)
    paint = OptionBlock(
        label=_("Paint"), choices=Paint.choices, required=False, help_text=_("Its colour mark.")
    )

    class Meta:
        icon = "pick"
        label = _("Step")
        description = _("One thing that residents can do, with how it is done.")
        label_format = "{title}"
        template = "campaigns/blocks/step.html"
        preview_value = {
            "title": "Adopt and water a tree for two summers",
            "text": "Forty litres a week from May to September.",
            "paint": "lime",
        }


class StepsBlock(blocks.StreamBlock):
    """What residents can do, in order."""

    step = StepBlock()


class FigureBlock(blocks.StructBlock):
    """A number and what it counts."""

    value = blocks.IntegerBlock(label=_("Number"), min_value=0)
    label = blocks.CharBlock(label=_("What it counts"), max_length=60)

    class Meta:
        icon = "order"
        label = _("Figure")
        description = _("A number beside the goal, such as trees adopted.")
        label_format = "{value} {label}"
        template = "campaigns/blocks/figure.html"
        preview_value = {"value": 1208, "label": "trees adopted"}


class FiguresBlock(blocks.StreamBlock):
    """Numbers that show how far a campaign is."""

    figure = FigureBlock()


class QuestionBlock(blocks.StructBlock):
    """A question that residents ask, with its answer."""

    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Answer"), features=ANSWER_FEATURES)

    class Meta:
        icon = "help"
        label = _("Question")
        description = _("A question in residents’ words, and a short answer.")
        label_format = "{question}"
        template = "campaigns/blocks/question.html"
        preview_value = {
            "question": "Do I need an account?",
            "answer": "<p>No. An e-mail address is enough.</p>",
        }


class QuestionsBlock(blocks.StreamBlock):
    """Questions and answers."""

    question = QuestionBlock()


class SourceBlock(blocks.StructBlock):
    """A page elsewhere on which a text rests."""

    title = blocks.CharBlock(label=_("Title"), max_length=200)
    url = blocks.URLBlock(label=_("Address"))

    class Meta:
        icon = "link-external"
        label = _("Source")
        description = _("A page elsewhere, where readers can check or learn more.")
        label_format = "{title}"
        template = "campaigns/blocks/source.html"
        preview_value = {
            "title": "International Mother Earth Day, United Nations",
            "url": "https://www.un.org/en/events/motherearthday/",
        }


class SourcesBlock(blocks.StreamBlock):
    """Sources and further reading."""

    source = SourceBlock()


class ParticipantBlock(blocks.StructBlock):
    """An organisation that takes part in a project."""

    name = blocks.CharBlock(label=_("Organisation"), max_length=160)
    role = blocks.CharBlock(
        label=_("Role"), required=False, max_length=160, help_text=_("What it brings or does.")
    )
    url = blocks.URLBlock(label=_("Website"), required=False)

    class Meta:
        icon = "group"
        label = _("Participant")
        description = _("An organisation in the project, with its role.")
        label_format = "{name}"
        template = "campaigns/blocks/participant.html"
        preview_value = {"name": "Lana Mobility", "role": "Runs the buses", "url": ""}


class ParticipantsBlock(blocks.StreamBlock):
    """Who takes part in a project."""

    participant = ParticipantBlock()


class FundingBlock(blocks.StructBlock):
    """One line of a project's budget."""

    source = blocks.CharBlock(label=_("Who pays"), max_length=160)
    amount = blocks.DecimalBlock(
        label=_("Amount"), min_value=0, max_digits=14, decimal_places=2, required=False
    )
    currency = OptionBlock(
        label=_("Currency"),
        choices=[("ALL", _("Lek")), ("EUR", _("Euro")), ("USD", _("US dollar"))],
        default="ALL",
    )
    note = blocks.CharBlock(label=_("What it is for"), required=False, max_length=160)

    class Meta:
        icon = "decimal"
        label = _("Funding")
        description = _("One source of money, with its amount.")
        label_format = "{source}"
        template = "campaigns/blocks/funding.html"
        preview_value = {
            "source": "City of Tirana",
            "amount": Decimal(1_200_000),
            "currency": "ALL",
            "note": "Stops and shelters",
        }


class FundingsBlock(blocks.StreamBlock):
    """The budget of a project, line by line."""

    line = FundingBlock()


class MilestoneBlock(blocks.StructBlock):
    """A day on which a project reached something."""

    date = blocks.DateBlock(label=_("Date"))
    title = blocks.CharBlock(label=_("What happened"), max_length=120)
    text = blocks.TextBlock(label=_("Text"), required=False, max_length=400)
    paint = OptionBlock(
        label=_("Paint"), choices=Paint.choices, required=False, help_text=_("Its mark.")
    )

    class Meta:
        icon = "calendar-check"
        label = _("Milestone")
        description = _("A day on which the project reached something.")
        label_format = "{title}"
        template = "campaigns/blocks/milestone.html"
        preview_value = {
            "date": date(2014, 3, 17),
            "title": "In service",
            "text": "1,200 bays report themselves, and the data are open.",
            "paint": "saffron",
        }


class MilestonesBlock(blocks.StreamBlock):
    """What a project has reached, day by day."""

    milestone = MilestoneBlock()


class DocumentsBlock(blocks.StreamBlock):
    """Files to take along."""

    document = DocumentBlock()


class RelatedPageBlock(blocks.PageChooserBlock):
    """A page of this portal about the same thing."""

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Page")
        description = _("A page of this portal about the same thing, of whatever type.")
        template = "campaigns/blocks/related.html"

    def get_preview_value(self) -> Page | None:
        """Return the front page."""
        return Page.objects.filter(depth=2).first()


class RelatedPagesBlock(blocks.StreamBlock):
    """Pages of this portal about the same thing, of whatever type."""

    page = RelatedPageBlock()

    class Meta:
        max_num = 12


def only_block(stream: Any) -> Any:
    """Return the one block of a stream that holds at most one, or ``None``."""
    return stream[0] if stream else None
