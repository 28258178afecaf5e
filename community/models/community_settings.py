"""What staff decide about comments for the whole portal."""

from typing import Any, Self

from django.core.cache import cache
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from site_config.kept_answers.changes import state_of

CACHE_KEY = "community.settings"
# Pages read it at every visit; writing asks the database.
CACHE_SECONDS = 60


@register_setting(icon="comment", order=60)
class CommunitySettings(BaseGenericSetting):
    """The switch for all comments, and what holds one back for a moderator."""

    comments_open = models.BooleanField(
        _("comments are open"),
        default=True,
        help_text=_(
            "The switch for the whole portal. Where it is off nobody can write a comment; what "
            "has been written can still be read."
        ),
    )
    guests_may_comment = models.BooleanField(
        _("guests may comment"),
        default=False,
        help_text=_(
            "Whoever has no account confirms each comment by a link that we send them, and a "
            "moderator reads it first."
        ),
    )
    held_words = models.TextField(
        _("words that a moderator reads first"),
        blank=True,
        help_text=_(
            "One a line. A comment with one of them waits for a moderator. Capital letters and "
            "accents make no difference; a star at the end stands for any ending."
        ),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("comments_open"), FieldPanel("guests_may_comment")], heading=_("Comments")
        ),
        FieldPanel("held_words"),
    ]

    class Meta:
        verbose_name = _("community settings")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the settings and forget the copy that pages read."""
        super().save(*args, **kwargs)
        cache.delete(f"{CACHE_KEY}.")

    @classmethod
    def for_reading(cls) -> Self:
        """Return the settings as pages need them; a minute of age does no harm."""
        key = f"{CACHE_KEY}.{state_of(cls)}"
        found = cache.get(key)
        if found is None:
            found = cls.for_writing()
            cache.set(key, found, CACHE_SECONDS)
        return found

    @classmethod
    def for_writing(cls) -> Self:
        """Return the settings as they are stored, or the defaults."""
        return cls.objects.order_by("pk").first() or cls()
