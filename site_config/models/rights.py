"""Rights in the admin that belong to no one kind of content."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AdminRight(models.Model):
    """Holds permissions and no rows, as Wagtail's own model for the right to enter does."""

    class Meta:
        verbose_name = _("right in the admin")
        verbose_name_plural = _("rights in the admin")
        default_permissions = ()
        permissions = [("export_lists", _("Can take lists out of the admin as spreadsheets"))]

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
