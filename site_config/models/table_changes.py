"""The latest change of each table, so that every process knows which answers are out of date."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TableChange(models.Model):
    """The latest change of one table: a number drawn by lot, never counted up.

    A backup that is put back brings its numbers with it, and a counter would then come by the
    same number twice with other rows behind it.
    """

    name = models.CharField(_("table"), max_length=63, primary_key=True)
    change = models.BigIntegerField(_("change"))

    class Meta:
        verbose_name = _("latest change of a table")
        verbose_name_plural = _("latest changes of tables")
        # Nobody works on these rows.
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
