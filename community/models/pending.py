"""Comments of guests that wait until their mailbox is shown to be theirs."""

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from community.models.comments import LONGEST_TEXT
from community.names import LONGEST
from community.text import member_html


class PendingComment(models.Model):
    """What a guest has written. The row goes with the one use of its link, or after 72 hours."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField(_("number of the page"))
    parent_id = models.PositiveBigIntegerField(_("answers"), default=0)
    text = models.TextField(_("text"), max_length=LONGEST_TEXT)
    name = models.CharField(_("name"), max_length=LONGEST)
    email = models.EmailField(_("e-mail address"))
    language = models.CharField(_("language of the page"), max_length=10)
    submission = models.CharField(_("submission"), max_length=64, unique=True)
    network = models.GenericIPAddressField(_("network"), null=True, blank=True)
    written_at = models.DateTimeField(_("written"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("comment to be confirmed")
        verbose_name_plural = _("comments to be confirmed")

    def __str__(self) -> str:
        return self.name

    @property
    def html(self) -> SafeString:
        """The words as safe HTML."""
        return member_html(self.text)
