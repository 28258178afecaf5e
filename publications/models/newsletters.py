"""Newsletters that come by mail: composed, tested, published, sent, and kept to be read."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from community.models import CommentsModeMixin
from community.subscriptions.reading import MailBody
from publications.newsletter_blocks import NewsletterBodyBlock
from publications.newsletter_mails import edition_body, write_edition
from publications.newsletter_panels import SendingPanel
from site_config.models.pages import BasePage, IndexPage
from site_config.pagination import paginate

MAIL, PLAIN_TEXT = "mail", "text"


class NewsletterPage(CommentsModeMixin, IndexPage):
    """A newsletter with all its editions. Whoever follows it gets each edition by mail."""

    parent_page_types = ["publications.CollectionPage"]
    subpage_types = ["publications.NewsletterEditionPage"]
    page_description = _("A newsletter that is written here and sent by mail, with its archive.")
    per_page = 24

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [TitleFieldPanel("title"), FieldPanel("intro"), *IndexPage.listing_panels],
                heading=_("Content"),
            ),
            ObjectList(IndexPage.promote_panels, heading=_("Lists and sharing")),
            ObjectList(CommentsModeMixin.settings_and_comments, heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("mail newsletter")
        verbose_name_plural = _("mail newsletters")

    def editions(self) -> models.QuerySet["NewsletterEditionPage"]:
        """Return the published editions, the newest first."""
        published = NewsletterEditionPage.objects.child_of(self).live().unrestricted(below=self)
        return published.order_by("-date", "-pk").defer("body")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the editions."""
        page_obj = paginate(request, self.editions(), self.per_page)
        url = self.get_full_url(request) or ""
        return super().get_context(request, *args, **kwargs) | {
            "page_obj": page_obj,
            "editions": page_obj.object_list,
            "canonical_url": f"{url}?page={page_obj.number}" if page_obj.number > 1 else url,
        }


class NewsletterEditionPage(BasePage):
    """One edition. Publishing it sends it, once; its page stays in the archive."""

    date = models.DateField(_("date"), default=timezone.localdate)
    body = StreamField(
        NewsletterBodyBlock(),
        verbose_name=_("content"),
        help_text=_("Everything stands in the mail as it stands here."),
    )

    parent_page_types = ["publications.NewsletterPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("One edition of a newsletter. It is sent when it is published.")
    og_type: ClassVar[str] = "article"
    preview_modes: ClassVar[list[tuple[str, str | Promise]]] = [
        ("", _("Page in the archive")),
        (MAIL, _("Mail")),
        (PLAIN_TEXT, _("Mail as plain text")),
    ]

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title", help_text=_("Also the subject of the mail.")),
                    FieldPanel("summary"),
                    FieldPanel("date"),
                    FieldPanel("body"),
                ],
                heading=_("Content"),
            ),
            ObjectList([SendingPanel(heading=_("Sending"))], heading=_("Sending")),
            ObjectList(
                [BasePage.picture_panel, *BasePage.promote_panels], heading=_("Lists and sharing")
            ),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
    ]

    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("date", overridable=False),
    ]

    class Meta:
        verbose_name = _("newsletter edition")
        verbose_name_plural = _("newsletter editions")
        indexes = [models.Index(fields=["-date"], name="newsletter_edition_by_date")]

    @property
    def newsletter(self) -> Page:
        """The newsletter that this is an edition of, as a plain page."""
        return self.get_parent()

    def mail_body(self) -> MailBody:
        """Return what stands in the mail (see `community.subscriptions.reading`)."""
        return edition_body(self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the page, or the mail as its readers get it."""
        if mode_name == MAIL:
            return HttpResponse(write_edition(self).html)
        if mode_name == PLAIN_TEXT:
            words = write_edition(self)
            text = f"{words.subject}\n\n{words.text}"
            return HttpResponse(text, content_type="text/plain; charset=utf-8")
        return super().serve_preview(request, mode_name)
