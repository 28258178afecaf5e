"""Rows that belong to one partner: there is one way to reach them, and it names the partner."""

from typing import ClassVar

from django.db import models

from partners.models.partnerships import Partner


class PartnerNotNamedError(TypeError):
    """Rows of all partners were asked for where one has to be named."""


class OnePartnersManager(models.Manager):
    """Gives rows of one partner, and none unless it is named.

    This is the filter that keeps partners apart. Whatever a partner is shown comes through
    ``of()``; without it even ``all()`` fails, so a forgotten filter is an error and no leak.
    """

    def of(self, partner: Partner) -> models.QuerySet:
        """Return the rows of one partner.

        Args:
            partner: as `partners.desk.access` has found it for whoever asks.
        """
        return super().get_queryset().filter(**{self.model.partner_path: partner})

    def get_queryset(self) -> models.QuerySet:
        """Refuse.

        Raises:
            PartnerNotNamedError: always.
        """
        raise PartnerNotNamedError(
            f"{self.model.__name__}.objects.of(partner) names whose rows are meant; "
            "staff's lists read ``all_partners``."
        )


class OwnedByPartner(models.Model):
    """The ground of models whose rows belong to a partner.

    A model gives both managers from one queryset: ``all_partners`` first, for Django and for
    staff's lists, and ``objects``, which asks whose.
    """

    # How the partner is reached from a row.
    partner_path: ClassVar[str] = "partner"
    # They refer to no page and no picture; Wagtail would look for them by ``objects``.
    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        abstract = True
