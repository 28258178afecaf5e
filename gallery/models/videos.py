"""Films with a page of their own: kept here, or shown from elsewhere after a click."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField
from wagtailmedia.edit_handlers import MediaChooserPanel

from community.models import CommentablePageMixin
from gallery.chapter_track import ChapterTrackMixin
from gallery.forms.videos import VideoPageForm
from gallery.models.addresses import check_slug
from gallery.models.film_checks import CompleteFilm
from gallery.models.shown_films import ShownFilm
from gallery.models.video_queries import VideoPageManager
from gallery.structured_data import video_object
from site_config.blocks.media import embed_source
from site_config.blocks.text import RICH_TEXT_FEATURES
from site_config.models.pages import BasePage


class VideoPage(CommentablePageMixin, CompleteFilm, ChapterTrackMixin, ShownFilm, BasePage):
    """A film, or a live stream, with the words for those who can't hear or see it."""

    class WithoutCaptions(models.TextChoices):
        """Why a film may be published without captions and transcript (WCAG 2.2, 1.2)."""

        SILENT = "silent", _("No speech or sound")
        MUSIC = "music", _("Music without words")
        ON_SCREEN = "on-screen", _("Everything that is said stands on the screen")
        PROVIDER = "provider", _("The other site's player shows captions")
        LIVE = "live", _("Shown live; its recording gets captions")
        OTHER = "other", _("Another reason, written below")

    video = models.ForeignKey(
        "gallery.GalleryMedia",
        verbose_name=_("own film"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text=_("A film of the media library; its captions and transcript are kept there."),
    )
    external_url = models.URLField(
        _("or a film from another site"),
        blank=True,
        validators=[embed_source],
        help_text=_(
            "The film's or stream's page on YouTube or Vimeo. Readers are asked before anything "
            "is loaded from there."
        ),
    )
    is_live_stream = models.BooleanField(
        _("live stream"), default=False, help_text=_("It shows what happens now.")
    )
    without_captions = models.CharField(
        _("why it needs no captions"),
        max_length=20,
        blank=True,
        choices=WithoutCaptions.choices,
        help_text=_(
            "Only for films without captions and transcript. Readers see the reason; it stands in "
            "the page's history and in the report on films without captions."
        ),
    )
    without_captions_note = models.CharField(
        _("the reason in your own words"),
        max_length=250,
        blank=True,
        default="",
        db_default="",
        help_text=_("And when the words will come, if they will."),
    )
    transcript_text = models.TextField(
        _("transcript"),
        max_length=100_000,
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "Everything that is said, heard and seen, to be read instead. For a film from another "
            "site; the words of own films are kept with them in the media library."
        ),
    )
    date = models.DateField(
        _("date"), default=timezone.localdate, help_text=_("The day that readers see.")
    )
    place = models.CharField(_("place"), max_length=120, blank=True)
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Leave empty to use the credit kept with the film."),
    )
    text = RichTextField(_("text"), blank=True, features=RICH_TEXT_FEATURES)

    objects = VideoPageManager()

    base_form_class = VideoPageForm
    parent_page_types = ["gallery.GalleryIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    page_description = _("A film with captions and transcript, or one from another site.")
    card_template = "gallery/video_card.html"
    og_type = "video.other"

    # Whether clean() asks for all that a published film needs; None: as the page is live or not.
    must_be_complete: bool | None = None

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title"),
                    FieldPanel("summary"),
                    MultiFieldPanel(
                        [
                            MediaChooserPanel("video", media_type="video"),
                            FieldPanel("external_url"),
                            FieldPanel("is_live_stream"),
                        ],
                        heading=_("Film"),
                        help_text=_("Choose an own film or give an address: one of the two."),
                    ),
                    MultiFieldPanel(
                        [
                            FieldPanel("transcript_text"),
                            FieldPanel("without_captions"),
                            FieldPanel("without_captions_note"),
                        ],
                        heading=_("Words for those who can't hear or see it"),
                    ),
                    FieldPanel("text"),
                ],
                heading=_("Film"),
            ),
            ObjectList(
                [
                    FieldPanel("date"),
                    FieldPanel("place"),
                    FieldPanel("credit"),
                    InlinePanel(
                        "chapters",
                        heading=_("Chapters"),
                        label=_("Chapter"),
                        help_text=_("Where the parts of a longer film begin."),
                    ),
                ],
                heading=_("About it"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("listing_image"),
                            FieldPanel("listing_image_alt"),
                            FieldPanel("drawing"),
                        ],
                        heading=_("Picture"),
                        help_text=_("Leave empty to show the film's still picture."),
                    ),
                    *BasePage.promote_panels,
                ],
                heading=_("Lists and sharing"),
            ),
            ObjectList(CommentablePageMixin.settings_and_comments, heading=_("Settings")),
        ]
    )

    search_fields = [
        *BasePage.search_fields,
        index.SearchField("text"),
        index.SearchField("place"),
        index.SearchField("own_transcript"),
        index.SearchField("transcript_text"),
        index.FilterField("date"),
    ]

    # A film, an address and a day are no words to translate.
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        SynchronizedField("video"),
        SynchronizedField("external_url"),
        SynchronizedField("is_live_stream", overridable=False),
        SynchronizedField("without_captions", overridable=False),
        SynchronizedField("date", overridable=False),
        SynchronizedField("credit"),
    ]

    class Meta:
        verbose_name = _("film")
        verbose_name_plural = _("films")
        indexes = [models.Index(fields=["-date"], name="video_by_date")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(video__isnull=True) | models.Q(external_url=""),
                name="a_video_has_one_source_at_most",
                violation_error_message=_("Choose an own film or give an address, not both."),
            )
        ]

    def clean(self) -> None:
        """Allow one source; ask a film that is published for one, and for its words.

        Raises:
            ValidationError: with a sentence at each field.
        """
        super().clean()
        check_slug(self.slug)
        if self.video and self.external_url:
            message = _("Choose an own film or give an address, not both.")
            raise ValidationError({"external_url": message})
        if self.must_be_complete:
            self.check_complete()
        elif self.must_be_complete is None and self.live:
            self.check_source()
            # Films from elsewhere that went live before they were asked for words stay live.
            if self.video:
                self.check_words()

    # Around it -----------------------------------------------------------------------------

    @cached_property
    def neighbours(self) -> dict[str, Any]:
        """The films of the same gallery before and after this one, by date."""
        films = []
        if self.pk:
            siblings = VideoPage.objects.sibling_of(self).live().newest_first()
            siblings = siblings.unrestricted(below=self.get_parent())
            films = list(siblings.only("title", "url_path", "locale_id", "slug", "path", "depth"))
        at = next((at for at, film in enumerate(films) if film.pk == self.pk), None)
        if at is None:
            return {}
        return {
            "previous": films[at - 1] if at else None,
            "next": films[at + 1] if at + 1 < len(films) else None,
            "number": at + 1,
            "count": len(films),
        }

    def more(self, count: int = 3) -> list["VideoPage"]:
        """Return the newest other films of the same gallery, as cards print them."""
        films = VideoPage.objects.sibling_of(self, inclusive=False).for_listing()
        return list(films[:count]) if self.pk else []

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the neighbours and further films."""
        context = super().get_context(request, *args, **kwargs)
        return context | self.neighbours | {"more": self.more()}

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the film to machines (schema.org ``VideoObject``)."""
        return video_object(self, super().structured_data(request))
