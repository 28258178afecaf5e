"""Words that moderators need again and again."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from community.models.comment_states import HiddenFor


class CannedReplyQuerySet(models.QuerySet["CannedReply"]):
    """Ready words in the order in which moderators look for them."""

    def for_author_in(self, language: str) -> Self:
        """Words in the author's language before the others."""
        strange = models.Case(
            models.When(language=language, then=models.Value(0)), default=models.Value(1)
        )
        return self.order_by(strange, "language", "title")


class CannedReply(models.Model):
    """Words for an author, to be chosen and then changed as the case asks for."""

    title = models.CharField(
        _("title"), max_length=80, help_text=_("By which moderators find it; authors don’t see it.")
    )
    words = models.TextField(_("words"), max_length=1000)
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    reason = models.CharField(
        _("reason"),
        max_length=12,
        blank=True,
        choices=HiddenFor,
        help_text=_("Offered first where this reason is chosen. Empty: for any."),
    )

    objects = CannedReplyQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("words"),
        FieldPanel("language"),
        FieldPanel("reason"),
    ]

    class Meta:
        verbose_name = _("ready reply")
        verbose_name_plural = _("ready replies")
        ordering = ["language", "title"]

    def __str__(self) -> str:
        return self.title
