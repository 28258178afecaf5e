"""The words of a discussion, in its author's language and in others."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from community.text import member_html, plain_text


@dataclass(frozen=True)
class Wording:
    """A discussion's words in one language."""

    title: str
    text: str
    language: str
    is_translation: bool

    @property
    def html(self) -> SafeString:
        """The text as safe HTML."""
        return member_html(self.text)

    @property
    def summary(self) -> str:
        """The beginning of the text without any markup, for lists and search engines."""
        return Truncator(plain_text(self.html)).chars(200)


class DiscussionTranslation(models.Model):
    """A discussion's words in another language, supplied by staff."""

    discussion = ParentalKey(
        "community.Discussion", on_delete=models.CASCADE, related_name="translations"
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"), max_length=5000)

    panels = [FieldPanel("language"), FieldPanel("title"), FieldPanel("text")]

    class Meta:
        verbose_name = _("translation of a discussion")
        verbose_name_plural = _("translations of discussions")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(
                fields=["discussion", "language"],
                name="one_translation_for_each_language",
                violation_error_message=_("There is a translation in this language already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"
