"""The contact page: a form that staff put together, and what people send with it."""

from http import HTTPMethod
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, validate_email
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.contrib.forms.models import AbstractFormField, AbstractFormSubmission, FormMixin
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from home.contact_form import ContactFormBuilder
from home.contact_view import serve_contact_page
from site_config.models import BasePage

# Characters that a path may have (RFC 5321 §4.5.3.1.3), without its brackets.
LONGEST_ADDRESS = 254


def validate_addresses(value: str) -> None:
    """Accept mailboxes, one a line.

    Raises:
        ValidationError: a line is no e-mail address.
    """
    for line in value.split():
        try:
            validate_email(line)
            MaxLengthValidator(LONGEST_ADDRESS)(line)
        except ValidationError as error:
            message = _("“%(address)s” is no e-mail address. Write one address a line.")
            raise ValidationError(message, params={"address": line}) from error


class ContactFormField(TranslatableMixin, AbstractFormField):
    """One field of the form."""

    class Autocomplete(models.TextChoices):
        """What a browser may fill in by itself (HTML, ``autocomplete``)."""

        NAME = "name", _("The person's name")
        EMAIL = "email", _("Their e-mail address")
        TELEPHONE = "tel", _("Their telephone number")
        ORGANISATION = "organization", _("Their organisation")
        ADDRESS = "street-address", _("Their postal address")

    page = ParentalKey("home.ContactPage", on_delete=models.CASCADE, related_name="form_fields")
    autocomplete = models.CharField(
        _("what browsers may fill in"),
        max_length=20,
        blank=True,
        choices=Autocomplete.choices,
        help_text=_("Saves people typing what their device knows. Leave empty for other things."),
    )

    panels = [*AbstractFormField.panels, FieldPanel("autocomplete")]

    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("clean_name", "field_type", "required", "autocomplete")
    ]

    class Meta(TranslatableMixin.Meta, AbstractFormField.Meta):
        verbose_name = _("field of a form")
        verbose_name_plural = _("fields of forms")


class ContactSubmission(AbstractFormSubmission):
    """One message, with the number under which its sender can ask for it."""

    class State(models.TextChoices):
        """How far the answer is."""

        RECEIVED = "received", _("Received")
        IN_PROGRESS = "in-progress", _("In progress")
        ANSWERED = "answered", _("Answered")
        SET_ASIDE = "set-aside", _("Set aside")

    # The form may change afterwards; what was asked belongs to the answer.
    labels = models.JSONField(_("labels"), default=dict, editable=False)
    receipt = models.CharField(_("receipt number"), max_length=20, unique=True, editable=False)
    # One form that was opened once is one message, however often it is sent.
    ticket = models.CharField(_("ticket"), max_length=64, unique=True, editable=False)
    sender = models.EmailField(_("sender"), blank=True, editable=False)
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, editable=False
    )
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.RECEIVED
    )
    note = models.TextField(
        _("note"), blank=True, help_text=_("For colleagues; the sender doesn't see it.")
    )

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-submit_time"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["received", "in-progress", "answered", "set-aside"]),
                name="message_has_a_known_state",
            )
        ]

    def __str__(self) -> str:
        return self.receipt

    def get_data(self) -> dict[str, Any]:
        """Return what was written, with receipt number and state, for lists and exports."""
        return {
            **super().get_data(),
            "receipt": self.receipt,
            "state": self.get_state_display(),
        }

    def labelled(self) -> list[tuple[str, str]]:
        """Return what was written under the labels that the form had, in the form's order.

        Labels are kept as pairs of name and label: PostgreSQL forgets the order of an object.
        """
        kept = self.labels.items() if isinstance(self.labels, dict) else self.labels
        labels = {name: label for name, label in kept if name in self.form_data}
        labels |= {name: name for name in self.form_data if name not in labels}
        return [(label, _as_text(self.form_data[name])) for name, label in labels.items()]

    @property
    def words(self) -> str:
        """What was written, label by label, each on a line of its own; for exports."""
        return "\n".join(f"{label}: {value}" for label, value in self.labelled())

    words.fget.short_description = _("message")

    def get_words_display(self) -> SafeString:
        """Return what was written as HTML."""
        return format_html_join("", "<p><b>{}</b><br>{}</p>", self.labelled())


def _as_text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    return str(value)


class ContactPage(FormMixin, BasePage):
    """A page where people write to the city. It holds a token, so it is never kept in a cache."""

    intro = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link", "ul"])
    button = models.CharField(_("words on the button"), max_length=40, blank=True)
    subject = models.CharField(
        _("subject of the mails"),
        max_length=120,
        blank=True,
        help_text=_("The receipt number is added. Leave empty to use the page's title."),
    )
    to_addresses = models.TextField(
        _("who gets the messages"),
        blank=True,
        validators=[validate_addresses],
        help_text=_(
            "E-mail addresses, one a line. Messages are kept in the admin also without any."
        ),
    )
    thanks_title = models.CharField(_("heading"), max_length=120, blank=True)
    thanks_text = RichTextField(_("text"), blank=True, features=["bold", "italic", "link"])

    form_builder = ContactFormBuilder
    template = "home/contact_page.html"
    landing_page_template = "home/contact_page_landing.html"

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    allowed_http_methods: ClassVar[list[HTTPMethod]] = [
        *BasePage.allowed_http_methods,
        HTTPMethod.POST,
    ]

    subpage_types: list[str] = []
    page_description = _("A form to write to the city. The sender gets a receipt number.")

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title"),
                    FieldPanel("intro"),
                    InlinePanel("form_fields", heading=_("Form"), label=_("Field")),
                    FieldPanel("button"),
                ],
                heading=_("Form"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("thanks_title"), FieldPanel("thanks_text")],
                        heading=_("After sending"),
                    ),
                    MultiFieldPanel(
                        [FieldPanel("to_addresses"), FieldPanel("subject")], heading=_("Mails")
                    ),
                ],
                heading=_("After sending"),
            ),
            ObjectList(
                [*BasePage.listing_panels, *BasePage.promote_panels],
                heading=_("Lists and sharing"),
            ),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )

    search_fields = [*BasePage.search_fields, index.SearchField("intro")]

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("to_addresses"),
    ]

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    def get_submission_class(self) -> type[ContactSubmission]:
        """Return the model that keeps the messages."""
        return ContactSubmission

    def get_data_fields(self) -> list[tuple[str, Any]]:
        """Return the columns of lists and exports: number and state before the words."""
        return [
            ("receipt", _("Receipt number")),
            ("state", _("State")),
            *super().get_data_fields(),
        ]

    @cached_property
    def recipients(self) -> list[str]:
        """The mailboxes of staff that get each message."""
        return self.to_addresses.split()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Show the form, take a message, or show its receipt."""
        return serve_contact_page(self, request)

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the page to machines (schema.org ``ContactPage``)."""
        return super().structured_data(request) | {"@type": "ContactPage"}
