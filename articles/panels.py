"""The tabs of an article's form."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)

from community.models import CommentsModeMixin
from site_config.models.pages import BasePage

TOPICS_AT_MOST = 3
RELATED_AT_MOST = 3


def article_tabs() -> TabbedInterface:
    """Return the tabs: the story, date and people, what stands beside it, lists, settings."""
    return TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title"),
                    FieldPanel("lead"),
                    MultiFieldPanel(
                        [
                            FieldPanel("listing_image"),
                            FieldPanel("listing_image_alt"),
                            FieldPanel("picture_caption"),
                            FieldPanel("drawing"),
                        ],
                        heading=_("Picture"),
                    ),
                    FieldPanel("story"),
                ],
                heading=_("Story"),
            ),
            ObjectList(
                [
                    FieldPanel("date"),
                    InlinePanel(
                        "topic_links",
                        heading=_("Topics"),
                        label=_("Topic"),
                        min_num=1,
                        max_num=TOPICS_AT_MOST,
                        help_text=_("One to three. The first one marks the article in lists."),
                    ),
                    InlinePanel("author_links", heading=_("Authors"), label=_("Author")),
                    FieldPanel("contact"),
                ],
                heading=_("Date and people"),
            ),
            ObjectList(
                [
                    FieldPanel("facts"),
                    InlinePanel(
                        "related_links",
                        heading=_("Related articles"),
                        label=_("Article"),
                        max_num=RELATED_AT_MOST,
                        help_text=_("Leave empty to show the newest articles on the same topics."),
                    ),
                    InlinePanel(
                        "corrections",
                        heading=_("Corrections"),
                        label=_("Correction"),
                        help_text=_(
                            "Tell readers openly what was wrong and since when it is right."
                        ),
                    ),
                ],
                heading=_("Beside the story"),
            ),
            ObjectList(
                [FieldPanel("summary"), *BasePage.promote_panels], heading=_("Lists and sharing")
            ),
            ObjectList(CommentsModeMixin.settings_and_comments, heading=_("Settings")),
        ]
    )
