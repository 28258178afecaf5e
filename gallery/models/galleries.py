"""The front of the gallery: photos and films, the newest first."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField

from community.models import CommentsModeMixin
from gallery.feeds import MediaFeed
from gallery.items import Collection, GalleryFilter, Items, load_items, read_filter
from site_config.blocks.links import CallToActionBlock
from site_config.models.pages import IndexPage
from site_config.pagination import paginate


class GalleryIndexPage(CommentsModeMixin, RoutablePageMixin, IndexPage):
    """A gallery with its albums and films."""

    add_title = models.CharField(
        _("heading of the invitation"),
        max_length=80,
        blank=True,
        help_text=_("Invites visitors to add what they made. Leave empty for no invitation."),
    )
    add_text = models.TextField(
        _("text of the invitation"), max_length=500, blank=True, help_text=_("How it is done.")
    )
    add_button = StreamField(
        [("button", CallToActionBlock())], verbose_name=_("button"), blank=True, max_num=1
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = ["gallery.AlbumPage", "gallery.VideoPage"]
    page_description = _("Shows all photos and films, with filters by kind, album and year.")
    per_page: ClassVar[int] = 24

    edit_handler = TabbedInterface(
        [
            ObjectList([TitleFieldPanel("title"), FieldPanel("intro")], heading=_("Content")),
            ObjectList(
                [FieldPanel("add_title"), FieldPanel("add_text"), FieldPanel("add_button")],
                heading=_("Invitation"),
            ),
            ObjectList(
                [
                    *IndexPage.listing_panels,
                    *IndexPage.promote_panels,
                ],
                heading=_("Lists and sharing"),
            ),
            ObjectList(CommentsModeMixin.settings_and_comments, heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("gallery")
        verbose_name_plural = _("galleries")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the filters, and the photos and films that they leave."""
        context = super().get_context(request, *args, **kwargs)
        collection = Collection(self)
        chosen = read_filter(request, collection)
        page_obj = paginate(request, Items(collection, chosen), self.per_page)
        shows_albums = page_obj.number == 1 and not chosen
        items = load_items(collection, page_obj.object_list, with_covers=shows_albums)
        return context | {
            "chosen": chosen,
            "collection": collection,
            "page_obj": page_obj,
            "items": items,
            "albums": collection.albums if shows_albums else [],
            "canonical_url": self._canonical_url(request, page_obj.number),
        }

    @path("feed/", name="feed")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """Send the newest photos and films as a feed (RSS 2.0, Media RSS)."""
        return MediaFeed(self)(request)

    def items_for_feed(self, count: int) -> list[Any]:
        """Return the newest photos and films with all that is printed of them.

        Behind them stand photos that were added lately to albums of an earlier day.
        """
        collection = Collection(self)
        rows = Items(collection, GalleryFilter())[:count]
        known = {(row["kind"], row["item"]) for row in rows}
        added = collection.last_added(count)
        rows += [row for row in added if (row["kind"], row["item"]) not in known]
        return [item["shown"] for item in load_items(collection, rows, with_covers=False)]

    def _canonical_url(self, request: HttpRequest, number: int) -> str:
        """The address under which search engines know this list: filters vary it only."""
        return (self.get_full_url(request) or "") + (f"?page={number}" if number > 1 else "")

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the list to machines (schema.org ``CollectionPage``)."""
        return super().structured_data(request) | {"@type": "CollectionPage"}
