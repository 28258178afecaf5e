"""Blocks that lead somewhere else."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from site_config.blocks.text import TranslatedTextBlock
from site_config.languages import active_locale_id, in_active_language


def validate_address(value: str) -> None:
    """Accept a web address, or a path on this portal that begins with one slash.

    Raises:
        ValidationError: it is neither, such as ``javascript:`` or ``//elsewhere``.
    """
    if value.startswith("/") and not value.startswith(("//", "/\\")):
        return
    try:
        URLValidator(schemes=["https", "http"])(value)
    except ValidationError as error:
        raise ValidationError(
            _("Write a full web address (https://…) or a path of this portal (/…).")
        ) from error


class LinkValue(blocks.StructValue):
    """A link to a page of the portal or to an address."""

    @property
    def target(self) -> Page | None:
        """The page in the reader's language, where it is published in it."""
        page = self.get("page")
        if page is None or page.locale_id == active_locale_id():
            return page
        return page.localized

    @property
    def url(self) -> str:
        """Where the link leads; empty where its page is not published."""
        page = self.target
        if page is not None:
            url = page.url if page.live else None
            return url + (self.get("place") or "") if url else ""
        return in_active_language(self.get("address") or "")

    @property
    def is_external(self) -> bool:
        """Whether the link leaves the portal."""
        return self.target is None and self.url.startswith("http")


class LinkBlock(blocks.StructBlock):
    """A page of the portal, or an address: exactly one of them."""

    page = blocks.PageChooserBlock(label=_("Page of this portal"), required=False)
    address = blocks.CharBlock(
        label=_("Or an address"),
        required=False,
        max_length=500,
        validators=[validate_address],
        help_text=_("https://… for another site."),
    )

    def clean(self, value: Any) -> Any:
        """Require exactly one target; a draft may have none yet.

        Raises:
            StructBlockValidationError: none or both were given.
        """
        cleaned = super().clean(value)
        targets = bool(cleaned.get("page")) + bool(cleaned.get("address"))
        if targets > 1 or (targets == 0 and not self.is_deferred_validation):
            problem = ValidationError(_("Choose a page or write an address, one of the two."))
            raise blocks.StructBlockValidationError({"page": problem})
        return cleaned

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue


class PlaceBlock(blocks.CharBlock):
    """What follows the address of a page: a place on it, or one of its own lists and feeds."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {
            "label": _("Place on the page"),
            "required": False,
            "max_length": 60,
            "validators": [
                RegexValidator(
                    r"^(#[\w-]+|[\w-]+(/[\w-]+)*/)$",
                    _("Write #place, or an address below the page that ends with a slash."),
                )
            ],
            "help_text": _("Mostly empty. #place leads to a part of the page, feed/ to its feed."),
        } | kwargs
        super().__init__(**kwargs)


class CallToActionBlock(LinkBlock):
    """One button that says what happens."""

    text = blocks.CharBlock(
        label=_("Words on the button"),
        max_length=60,
        help_text=_("Say what happens: “Join the Green Cities campaign”, not “Click here”."),
    )

    class Meta:
        icon = "pick"
        label = _("Call to action")
        description = _("A button that leads to the next step.")
        template = "blocks/call_to_action.html"
        preview_value = {"text": "Join the Green Cities campaign", "address": "/", "page": None}


class MenuItemBlock(LinkBlock):
    """One entry of a menu, named in every language."""

    label = TranslatedTextBlock(label=_("Name in the menu"), max_length=40)
    place = PlaceBlock()

    class Meta:
        icon = "link"
        label = _("Menu entry")
        label_format = "{label}"
        value_class = LinkValue


class FooterColumnBlock(blocks.StructBlock):
    """A column of links under a heading."""

    title = TranslatedTextBlock(label=_("Heading"), max_length=40)
    links = blocks.ListBlock(MenuItemBlock(), label=_("Links"), min_num=1, max_num=8)

    class Meta:
        icon = "list-ul"
        label = _("Column")
