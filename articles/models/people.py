"""Who writes the news, and whom a reader may ask."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField


class Author(TranslatableMixin, index.Indexed, models.Model):
    """A person who signs articles, described in one language."""

    # Portraits stand beside articles (see `site_config.shown_files`).
    shows_its_files: ClassVar[bool] = True

    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(
        _("role"),
        max_length=160,
        blank=True,
        help_text=_("What they do, such as “Reporter, schools and culture”."),
    )
    bio = models.CharField(
        _("about"), max_length=250, blank=True, help_text=_("One sentence for readers.")
    )
    picture = models.ForeignKey(
        "site_config.SiteImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    email = models.EmailField(
        _("e-mail"), blank=True, help_text=_("Shown to everybody beside the name.")
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("role"),
        FieldPanel("bio"),
        FieldPanel("picture"),
        FieldPanel("email"),
    ]

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("role"),
        index.FilterField("locale_id"),
    ]

    override_translatable_fields = [SynchronizedField("name")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Contact(TranslatableMixin, index.Indexed, models.Model):
    """An office that answers questions about an article, described in one language."""

    name = models.CharField(_("office or person"), max_length=120)
    role = models.CharField(
        _("what for"),
        max_length=160,
        blank=True,
        help_text=_("The questions they answer, such as “Trees, parks and playgrounds”."),
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(
        _("telephone"),
        max_length=40,
        blank=True,
        help_text=_("With the country's code, such as +355 4 000 0000."),
    )
    hours = models.CharField(
        _("hours"),
        max_length=160,
        blank=True,
        help_text=_("When somebody answers, such as “Monday to Friday, 8:00 to 16:00”."),
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("role")], heading=_("Who")),
        MultiFieldPanel(
            [FieldPanel("email"), FieldPanel("phone"), FieldPanel("hours")],
            heading=_("How to reach them"),
        ),
    ]

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("role"),
        index.FilterField("locale_id"),
    ]

    override_translatable_fields = [SynchronizedField("phone")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(email="", phone=""),
                name="a_contact_can_be_reached",
                violation_error_message=_("Give an e-mail address or a telephone number."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def phone_url(self) -> str:
        """The number as a link dials it (RFC 3966): digits alone, after a plus where it has one."""
        digits = "".join(character for character in self.phone if character.isdecimal())
        return f"tel:{'+' if self.phone.strip().startswith('+') else ''}{digits}"
