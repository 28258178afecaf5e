"""Who belongs to a partner and may see what is its own."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from partners.account_input import AccountInput
from partners.models.partnerships import Partner


class PartnerMember(models.Model):
    """One person of one partner, who signs in with an account of their own."""

    class Role(models.TextChoices):
        EDITOR = "editor", _("Changes the page and sees figures")
        READER = "reader", _("Sees figures")

    partner = ParentalKey(
        Partner, verbose_name=_("partnership"), on_delete=models.CASCADE, related_name="members"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        on_delete=models.CASCADE,
        related_name="partner_memberships",
        help_text=_("The e-mail address of an account. Whoever has none signs up first."),
    )
    role = models.CharField(
        _("role"), max_length=10, choices=Role.choices, default=Role.EDITOR, db_default=Role.EDITOR
    )
    added_at = models.DateTimeField(_("added"), default=timezone.now, editable=False)

    panels = [FieldPanel("user", widget=AccountInput), FieldPanel("role")]

    class Meta:
        verbose_name = _("member of a partner")
        verbose_name_plural = _("members of partners")
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "user"],
                name="one_membership_for_each_person_of_a_partner",
                violation_error_message=_("This person belongs to the partner already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.partner}"
