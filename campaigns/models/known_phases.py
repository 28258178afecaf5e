"""What followers know of a project, so that changes can be told."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class KnownPhases(models.Model):
    """One project page as it stood when last looked at: its state and days and those of its phases,
    its documents, and the sums of its budget.

    Pages in other languages have rows of their own: what one of them has told is no news in
    another. A page that is looked at the first time tells nothing.
    """

    page = models.OneToOneField(
        "campaigns.ProjectPage",
        verbose_name=_("project"),
        on_delete=models.CASCADE,
        related_name="known_phases",
    )
    # Of the version that was looked at; whatever was published later is to be compared.
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    # By the ``translation_key`` of a phase: state, first and last day (ISO 8601), and since when
    # that is known. Documents and the budget stand among them (``campaigns.project_contents``).
    phases = models.JSONField(_("phases"), default=dict)

    class Meta:
        verbose_name = _("what followers know of a project")
        verbose_name_plural = _("what followers know of projects")

    def __str__(self) -> str:
        return str(self.page)
