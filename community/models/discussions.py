"""Discussions: what members talk about, each opened by one of them."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.search import index

from community.admin_forms import DiscussionForm
from community.models.conversations import Conversation
from community.models.discussion_lists import DiscussionQuerySet
from community.models.openings import OpeningMixin
from community.models.pictures import PictureMixin
from community.models.wordings import Wording
from site_config.front_cache.shown import note, shown_row

# What caches call discussions that an answer shows.
ROWS = "discussion"
# Letters of the longest address; a title may be longer.
SLUG_LENGTH = 60


class Discussion(OpeningMixin, PictureMixin, index.Indexed, ClusterableModel):
    """One conversation, opened by a member in their own language.

    Staff may add translations; readers of the other language see them, marked as such.
    """

    class State(models.TextChoices):
        VISIBLE = "visible", _("Visible")
        HIDDEN = "hidden", _("Hidden")

    title = models.CharField(
        _("title"), max_length=120, help_text=_("One question or one subject, in a few words.")
    )
    text = models.TextField(
        _("text"),
        max_length=5000,
        help_text=_(
            "Empty lines make paragraphs. *Stars* stress a word, lines that begin with a hyphen "
            "make a list."
        ),
    )
    topic = models.ForeignKey(
        "site_config.Topic",
        verbose_name=_("topic"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="discussions",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("author"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="discussions",
        help_text=_("Empty where the person has left the portal."),
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("The language in which the author wrote."),
    )
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=State.choices,
        default=State.VISIBLE,
        help_text=_("A hidden discussion is not shown to visitors; nothing of it is lost."),
    )

    # What was said in it goes with it.
    conversations = GenericRelation("community.Conversation")

    objects = DiscussionQuerySet.as_manager()

    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("title"), FieldPanel("text"), FieldPanel("language")],
                heading=_("What the member wrote"),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("topic"),
                    FieldPanel("author", read_only=True),
                    FieldPanel("opened_at", read_only=True),
                ],
                heading=_("About it"),
            ),
            FieldPanel("state", read_only=True),
            InlinePanel("translations", heading=_("Translations"), label=_("Translation")),
        ],
        base_form_class=DiscussionForm,
    )

    search_fields = [
        index.SearchField("title", boost=3),
        index.AutocompleteField("title"),
        index.SearchField("text"),
        index.RelatedFields(
            "translations", [index.SearchField("title"), index.SearchField("text")]
        ),
        index.FilterField("id"),
        index.FilterField("state"),
        index.FilterField("language"),
        index.FilterField("opened_at"),
    ]

    class Meta:
        verbose_name = _("discussion")
        verbose_name_plural = _("discussions")
        ordering = ["-opened_at", "-pk"]
        indexes = [models.Index(fields=["state", "-opened_at"], name="discussions_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["visible", "hidden"]),
                name="discussion_is_visible_or_hidden",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(_("Removed discussion"))

    @property
    def slug(self) -> str:
        """The title in the address; addresses are found by their number alone."""
        return slugify(self.title)[:SLUG_LENGTH].strip("-") or "discussion"

    def get_absolute_url(self) -> str:
        """Return the discussion's address in the reader's language, and note that it is shown."""
        note(shown_row(ROWS, self.pk))
        return reverse("community:discussion", args=[self.pk, self.slug])

    @property
    def is_visible(self) -> bool:
        """Whether anybody may read it."""
        return self.state == self.State.VISIBLE

    @property
    def conversation(self) -> Conversation | None:
        """What is said in it, with its figures."""
        return next(iter(self.conversations.all()), None)

    @property
    def is_removed(self) -> bool:
        """Whether its author has taken the words back, and answers to them have stayed."""
        return not self.title

    @property
    def topic_name(self) -> str:
        """The topic's name in the reader's language, where it has one."""
        if self.topic is None:
            return ""
        return getattr(self, "local_topic_name", None) or self.topic.name

    @property
    def topic_slug(self) -> str:
        """The topic's address in the reader's language, where it has one."""
        if self.topic is None:
            return ""
        return getattr(self, "local_topic_slug", None) or self.topic.slug

    @property
    def wording(self) -> Wording:
        """The words for the reader's language: a translation where there is one."""
        return self.wording_in(get_language() or settings.LANGUAGE_CODE)

    @property
    def original(self) -> Wording:
        """The words as the author wrote them."""
        return Wording(str(self), self.text, self.language, is_translation=False)

    def wording_in(self, language: str) -> Wording:
        """Return the words in ``language``; in the author's own where no one translated them."""
        if language == self.language:
            return self.original
        if getattr(self, "worded_in", None) == language:
            words = (self.local_title, self.local_text) if self.local_title else None
        else:
            translations = self.translations.filter(language=language)
            words = translations.values_list("title", "text").first()
        return Wording(*words, language, is_translation=True) if words else self.original

    @property
    def author_name(self) -> str:
        """The author's public name, also when there is no author any more."""
        return self.author.public_name if self.author else str(_("Former member"))
