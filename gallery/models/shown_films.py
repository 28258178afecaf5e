"""What a page shows of its film, whichever place the film comes from."""

from typing import TYPE_CHECKING

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from gallery.durations import clock_duration, spoken_duration
from gallery.models.media import MediaText
from site_config.blocks.media import embed_source
from site_config.models.images import SiteImage
from site_config.ready_pictures import ready_size

if TYPE_CHECKING:
    from gallery.models.chapters import VideoChapter

# CSS pixels; players show the still picture across the page.
POSTER_WIDTH = 1280


class ShownFilm:
    """Reads ``video``, ``external_url`` and ``listing_image`` of the page that it is mixed into."""

    @property
    def cover(self) -> SiteImage | None:
        """The chosen picture, else the film's still picture."""
        return self.listing_image or (self.video.poster if self.video else None)

    @property
    def duration(self) -> float:
        """Its length in seconds; 0 where it isn't known."""
        return self.video.duration if self.video else 0

    @property
    def clock_duration(self) -> str:
        """Its length as players show it; empty where it isn't known."""
        return clock_duration(self.duration) if self.duration else ""

    @property
    def spoken_duration(self) -> str:
        """Its length in words; empty where it isn't known."""
        return spoken_duration(self.duration) if self.duration else ""

    @property
    def shown_credit(self) -> str:
        """Who made it."""
        return self.credit or (self.video.credit if self.video else "")

    @property
    def shown_licence_url(self) -> str:
        """The address of its licence's text, or nothing."""
        return self.video.licence_url if self.video else ""

    @property
    def player_url(self) -> str:
        """The address of another site's player; it is loaded only after a reader's click."""
        return embed_source(self.external_url)[0] if self.external_url else ""

    @property
    def provider(self) -> str:
        """The name of the site that the film would be loaded from."""
        return embed_source(self.external_url)[1] if self.external_url else ""

    @property
    def poster_url(self) -> str:
        """The address of the still picture before the film plays, in the film's own shape."""
        still = self.cover and ready_size(self.cover, self.poster_spec)
        return still.url if still else ""

    @property
    def poster_spec(self) -> str:
        """The size of the still picture, as a filter specification of Wagtail."""
        width, height = (self.video and (self.video.width, self.video.height)) or (None, None)
        shape = height / width if width and height else 9 / 16
        return f"fill-{POSTER_WIDTH}x{round(POSTER_WIDTH * shape)}|format-jpeg"

    @property
    def embed(self) -> dict[str, str]:
        """What the question before another site's film needs (blocks/embed.html)."""
        return {
            "source": self.player_url,
            "provider": self.provider,
            "url": self.external_url,
            "title": self.title,
            "poster_url": self.poster_url,
        }

    @property
    def words_state(self) -> str:
        """In which languages there are words, or why there are none, for staff."""
        if self.video and self.video.has_words:
            return ", ".join(text.language_name for text in self.video.languages)
        if self.has_words:
            return str(_("Transcript"))
        return self.why_without_words or str(_("Missing"))

    @property
    def has_words(self) -> bool:
        """Whether somebody who can't hear or see it gets its words in some language."""
        return self.video.has_words if self.video else bool(self.transcript_text.strip())

    @property
    def why_without_words(self) -> str:
        """Why it has neither captions nor a transcript, as readers and staff are told."""
        if self.without_captions == self.WithoutCaptions.OTHER:
            return self.without_captions_note
        parts = (self.get_without_captions_display(), self.without_captions_note)
        return ". ".join(part for part in parts if part)

    @property
    def caption_tracks(self) -> list[MediaText]:
        """The captions in each language that has any."""
        texts = self.video.languages if self.video else []
        return [text for text in texts if text.captions]

    @cached_property
    def transcript(self) -> MediaText | None:
        """The transcript in the page's language, else in another one."""
        texts = self.video.languages if self.video else []
        written = [text for text in texts if text.transcript]
        own = [text for text in written if text.language == self.locale.language_code]
        return next(iter([*own, *written]), None)

    @property
    def own_transcript(self) -> str:
        """The transcript in the page's language; empty where there is none."""
        if not self.video:
            return self.transcript_text
        text = self.transcript
        return text.transcript if text and text.language == self.locale.language_code else ""

    @property
    def shown_transcript(self) -> str:
        """The transcript that the page shows, perhaps in another language; empty without one."""
        return self.transcript.transcript if self.transcript else self.own_transcript

    @cached_property
    def shown_chapters(self) -> list["VideoChapter"]:
        """The chapters by time."""
        return sorted(self.chapters.all(), key=lambda chapter: chapter.start)
