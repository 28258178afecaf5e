"""Discussions: what members talk about, each opened by one of them."""

from typing import Any, Self
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.search import index

from community.admin_forms import DiscussionForm
from community.models.openings import OpeningMixin
from community.models.pictures import PictureMixin
from community.models.wordings import Wording
from site_config.models.topics import Topic

# Letters of the longest address; a title may be longer.
SLUG_LENGTH = 60


class DiscussionQuerySet(models.QuerySet["Discussion"]):
    """Discussions as visitors and lists ask for them."""

    def visible(self) -> Self:
        """Discussions that anybody may read."""
        return self.filter(state=Discussion.State.VISIBLE)

    def newest_first(self) -> Self:
        """The youngest discussion before the others."""
        return self.order_by("-opened_at", "-pk")

    def about(self, topic: Topic) -> Self:
        """Discussions of one topic, whatever the language the topic is named in."""
        return self.filter(topic__translation_key=topic.translation_key)

    def with_wording(self) -> Self:
        """The same discussions with what one row prints: author, translations, and the topic
        with its name in the reader's language.
        """
        named = Topic.objects.filter(
            translation_key=models.OuterRef("topic__translation_key"),
            locale__language_code=get_language() or settings.LANGUAGE_CODE,
        )
        return (
            self.select_related("author", "topic")
            .prefetch_related("translations")
            .annotate(
                local_topic_name=models.Subquery(named.values("name")[:1]),
                local_topic_slug=models.Subquery(named.values("slug")[:1]),
            )
        )

    def count_by_topic(self) -> dict[UUID, int]:
        """How many of these discussions each topic has, by the topic's translation key."""
        rows = self.order_by().values_list("topic__translation_key")
        return dict(rows.annotate(models.Count("pk")))

    def for_listing(self) -> Self:
        """Visible discussions, newest first, with everything a row prints."""
        return self.visible().newest_first().with_wording()


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
                [FieldPanel("topic"), FieldPanel("author"), FieldPanel("opened_at")],
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
        """Return the discussion's address in the reader's language."""
        return reverse("community:discussion", args=[self.pk, self.slug])

    @property
    def is_visible(self) -> bool:
        """Whether anybody may read it."""
        return self.state == self.State.VISIBLE

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
        if language != self.language:
            for translation in self.translations.all():
                if translation.language == language:
                    return Wording(
                        translation.title, translation.text, language, is_translation=True
                    )
        return self.original

    @property
    def author_name(self) -> str:
        """The author's public name, also when there is no author any more."""
        return self.author.public_name if self.author else str(_("Former member"))

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """Describe the discussion to machines (schema.org ``DiscussionForumPosting``)."""
        words = self.wording
        url = request.build_absolute_uri(self.get_absolute_url())
        author: dict[str, Any] = {"@type": "Person", "name": self.author_name}
        if self.author and self.author.has_public_profile:
            author["url"] = request.build_absolute_uri(self.author.get_absolute_url())
        data: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "DiscussionForumPosting",
            "@id": f"{url}#discussion",
            "url": url,
            "headline": words.title,
            "text": " ".join(strip_tags(words.html).split()),
            "inLanguage": words.language,
            "datePublished": self.opened_at.isoformat(),
            "author": author,
        }
        if self.topic:
            data["about"] = {"@type": "Thing", "name": self.topic_name}
        return data
