"""The community's front page."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from community.models.discussion_lists import ByActivity
from community.models.discussions import Discussion
from community.models.figures import community_figures
from site_config.models import IndexPage
from site_config.models.topics import Topic
from site_config.pagination import paginate

# The orders of the list, by their word in the address; the first one needs none.
SORTS = {
    "active": pgettext_lazy("discussions", "Active"),
    "new": pgettext_lazy("discussions", "New"),
    "unanswered": pgettext_lazy("discussions", "Unanswered"),
}
# The drawings beside the page's title.
TILES = [
    "tile-community",
    "tile-environment",
    "tile-culture",
    "tile-transport",
    "tile-energy",
    "tile-tourism",
]


class RuleBlock(blocks.TextBlock):
    """One rule of the house."""

    class Meta:
        icon = "clipboard-list"
        label = _("Rule")
        description = _("One rule of the community, in a sentence or two.")
        preview_value = "Speak as you would across a café table."
        template = "community/blocks/rule.html"


class RulesBlock(blocks.StreamBlock):
    """The rules of the house, in their order."""

    rule = RuleBlock(max_length=300)


class CommunityPage(IndexPage):
    """Where members meet: the call to join, the rules, and what is being discussed."""

    rules_title = models.CharField(
        _("title of the rules"),
        max_length=60,
        blank=True,
        help_text=_("Shown above the rules, such as “House rules”."),
    )
    rules = StreamField(
        RulesBlock(required=False),
        verbose_name=_("rules"),
        blank=True,
        help_text=_("One block for each rule; drag them into order."),
    )
    moderation_text = RichTextField(
        _("text about moderation"),
        blank=True,
        default="",
        db_default="",
        features=["bold", "italic", "link"],
        help_text=_("Shown above the public figures of moderation. Empty: a text of the portal."),
    )
    call_title = models.CharField(
        _("title of the call"),
        max_length=80,
        blank=True,
        help_text=_("Leave empty to show no call to join at the foot of the page."),
    )
    call_text = models.CharField(
        _("text of the call"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences: what does somebody gain by joining?"),
    )

    start_title = models.CharField(
        _("title of the call to write"),
        max_length=80,
        blank=True,
        db_default="",
        help_text=_("Leave empty for “Start a discussion”."),
    )
    start_text = models.CharField(
        _("text of the call to write"),
        max_length=300,
        blank=True,
        db_default="",
        help_text=_("What makes a good discussion? Also shown above the form for a new one."),
    )

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("The front page of the community, with its rules and discussions.")
    per_page = 10

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    *IndexPage.content_panels,
                    MultiFieldPanel(
                        [FieldPanel("call_title"), FieldPanel("call_text")],
                        heading=_("Call to join"),
                    ),
                    MultiFieldPanel(
                        [FieldPanel("start_title"), FieldPanel("start_text")],
                        heading=_("Call to write"),
                    ),
                ],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    FieldPanel("rules_title"),
                    FieldPanel("rules"),
                    FieldPanel("moderation_text"),
                ],
                heading=_("House rules"),
            ),
            ObjectList(IndexPage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(IndexPage.settings_panels, heading=_("Settings")),
        ]
    )

    search_fields = [
        *IndexPage.search_fields,
        index.SearchField("rules"),
        index.SearchField("call_text"),
        index.SearchField("start_text"),
    ]

    class Meta:
        verbose_name = _("community page")
        verbose_name_plural = _("community pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the discussions of the chosen topic in the chosen order, the topics, and figures of
        the community.
        """
        context = super().get_context(request, *args, **kwargs)
        counts = Discussion.objects.visible().count_by_topic()
        topics = [
            (topic, counts[topic.translation_key])
            for topic in Topic.objects.in_language_of(self.locale)
            if topic.translation_key in counts
        ]
        chosen, sort = self._chosen_topic(request), self._chosen_sort(request)
        discussions = Discussion.objects.for_listing()
        if chosen:
            discussions = discussions.about(chosen)
        if sort == "unanswered":
            discussions = discussions.unanswered()
        rows = ByActivity(discussions) if sort == "active" else discussions
        page_obj = paginate(request, rows, self.per_page)
        context.update(
            topics=topics,
            topic=chosen,
            sorts=[(name, words, name == sort) for name, words in SORTS.items()],
            page_obj=page_obj,
            discussions=page_obj.object_list,
            figures=community_figures(),
            tiles=TILES,
        )
        return context

    def _chosen_sort(self, request: HttpRequest) -> str:
        """Return the order that the address asks for with ``?sort=``.

        Raises:
            Http404: there is no such order.
        """
        sort = request.GET.get("sort", "active")
        if sort not in SORTS:
            raise Http404(_("There is no such list."))
        return sort

    def _chosen_topic(self, request: HttpRequest) -> Topic | None:
        """Return the topic that the address asks for with ``?topic=``.

        Raises:
            Http404: there is no such topic in this page's language.
        """
        slug = request.GET.get("topic", "")
        if not slug:
            return None
        topic = Topic.objects.in_language_of(self.locale).filter(slug=slug[:100]).first()
        if topic is None:
            raise Http404(_("There is no such topic."))
        return topic
