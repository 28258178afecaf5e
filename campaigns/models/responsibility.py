"""Who in the city answers for something, said to the public."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel


class ResponsibilityMixin(models.Model):
    """The office in charge, as residents see it; a colleague's own name stays inside."""

    responsible = models.CharField(
        _("who is responsible"),
        max_length=160,
        blank=True,
        help_text=_("The office or team in charge, such as “Parks service”."),
    )
    contact_email = models.EmailField(
        _("e-mail for questions"),
        blank=True,
        help_text=_("Printed on the page. Use an address of the office, not of one person."),
    )

    responsibility_panels: ClassVar[list[Panel]] = [
        MultiFieldPanel(
            [FieldPanel("responsible"), FieldPanel("contact_email")], heading=_("In charge")
        ),
    ]

    class Meta:
        abstract = True
