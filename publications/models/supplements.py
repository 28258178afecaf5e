"""Supplements: what was published along with an issue or a book."""

from typing import Any

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from publications.blocks import SupplementBlock


class SupplementsMixin(models.Model):
    """Files that belong to a publication: a map, the data behind it, a list of slips."""

    supplements = StreamField(
        [("supplement", SupplementBlock())],
        verbose_name=_("supplements"),
        blank=True,
        default="",
        # For a portal whose earlier version still runs while this column is made.
        db_default=models.Value("[]"),
        help_text=_("Files that came with it: a map, a poster, the data, a list of slips."),
    )

    supplement_panels = [FieldPanel("supplements")]
    # They are printed once, in whatever language; a translation may offer others.
    supplement_translation = [SynchronizedField("supplements")]

    class Meta:
        abstract = True

    @cached_property
    def supplement_files(self) -> list[Any]:
        """The supplements whose file is still there."""
        return [block.value for block in self.supplements if block.value["document"] is not None]
