"""A partner apart from its pages: what holds for it in every language."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import Page
from wagtail.search import index


class PartnerQuerySet(models.QuerySet["Partner"]):
    """Partners by who looks at them."""

    def of_user(self, user: AbstractBaseUser | AnonymousUser) -> Self:
        """The partners that somebody belongs to; none for strangers."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(pk__in=user.partner_memberships.values("partner"))

    def of_pages(self, pages: Iterable[Page]) -> Self:
        """The partners that some pages tell of, in whatever languages these are."""
        return self.filter(translation_key__in={page.translation_key for page in pages})

    def in_state(self, state: str, day: date) -> Self:
        """The partners that are ``current``, ``past`` or still ``coming`` on a day."""
        terms = self.model.terms.rel.related_model.objects.filter(partner=models.OuterRef("pk"))
        begun = terms.filter(starts_on__lte=day)
        running = begun.filter(models.Q(ends_on=None) | models.Q(ends_on__gte=day))
        if state == "current":
            return self.filter(models.Exists(running))
        if state == "past":
            return self.filter(models.Exists(begun), ~models.Exists(running))
        return self.filter(~models.Exists(begun))

    def with_days(self) -> Self:
        """The same partners with ``first_day`` and ``last_day``, which is empty without an end."""
        endless = models.Count("terms", filter=models.Q(terms__ends_on=None))
        return self.annotate(endless_terms=endless).annotate(
            first_day=models.Min("terms__starts_on"),
            last_day=models.Case(models.When(endless_terms=0, then=models.Max("terms__ends_on"))),
        )


class Partner(index.Indexed, ClusterableModel):
    """One partner, however many terms it has and in however many languages its page is.

    Its pages bear the same ``translation_key``. Terms, placements, figures and people belong to
    this row, so that no language and no year splits a partner.
    """

    name = models.CharField(_("name"), max_length=255)
    translation_key = models.UUIDField(
        _("key of its pages"), default=uuid.uuid4, editable=False, unique=True
    )
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("responsible person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "The colleague who looks after this partner and is reminded before a term ends. "
            "Where nobody is named, administrators are reminded."
        ),
    )
    reminder_email = models.EmailField(
        _("e-mail for reminders"),
        blank=True,
        help_text=_("Where the partner is reminded. Leave empty for the contact of its page."),
    )
    language = models.CharField(
        _("language of the mails"),
        max_length=10,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )

    objects = PartnerQuerySet.as_manager()

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ["name"]
        permissions = [("see_partner_figures", _("Can see the figures of every partner"))]

    def __str__(self) -> str:
        return self.name

    @property
    def pages(self) -> Any:
        """Its pages, one for each language."""
        # The page's module leans on this one.
        return self._meta.apps.get_model("partners", "PartnerPage").objects.filter(
            translation_key=self.translation_key
        )
