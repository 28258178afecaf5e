"""Films and sound recordings, with the words that make them accessible."""

import os
from functools import cached_property
from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.search import index
from wagtailmedia.models import AbstractMedia, MediaType
from wagtailmedia.settings import wagtailmedia_settings

from gallery.containers import CONTAINERS, is_container, read_head
from gallery.durations import clock_duration
from gallery.probe import measure
from gallery.stripping.films import STRIPPED, FilmError, strip_upload
from site_config.models.images import Licence
from site_config.uploads import check_file_name

# Bytes; the proxy in front has to let as much through.
MAX_FILE_SIZE = 200 * 1024 * 1024


class GalleryMedia(AbstractMedia):
    """A film or a recording of the city."""

    poster = models.ForeignKey(
        "site_config.SiteImage",
        verbose_name=_("still picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown before the film plays, and on its card."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who made the film, as it should be printed beside it."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=30,
        choices=Licence.choices,
        default=Licence.ALL_RIGHTS,
        help_text=_("What others may do with the film."),
    )
    file_size = models.PositiveBigIntegerField(_("file size"), null=True, editable=False)

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "poster",
        "credit",
        "licence",
        "duration",
        "width",
        "height",
        "tags",
    )

    search_fields = [*AbstractMedia.search_fields, index.SearchField("credit")]

    class Meta(AbstractMedia.Meta):
        verbose_name = _("film or recording")
        verbose_name_plural = _("films and recordings")

    def clean(self) -> None:
        """Check a newly chosen file, and read its length and size where ffprobe is at hand.

        Raises:
            ValidationError: it is empty, too large, of a kind the gallery doesn't take, or not
                what its name says.
        """
        if self.file and not self.file._committed:
            self._check_file()
            self._take_measures()
        super().clean()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the film; a newly chosen file tells its size."""
        if self.file and not self.file._committed:
            self.file_size = self.file.size
        super().save(*args, **kwargs)

    @property
    def is_video(self) -> bool:
        """Whether it has moving pictures."""
        return self.type == MediaType.VIDEO

    @property
    def extension(self) -> str:
        """The file's extension, in lower case and without the dot."""
        return PurePath(self.file.name or "").suffix.lower().removeprefix(".")

    @property
    def media_type(self) -> str:
        """The file's kind as browsers know it (RFC 6838)."""
        known = CONTAINERS.get(self.extension)
        return known.media_type if known else "application/octet-stream"

    @property
    def container_label(self) -> str:
        """The file's kind as people know it."""
        known = CONTAINERS.get(self.extension)
        return str(known.label) if known else self.extension.upper()

    @property
    def sources(self) -> list[dict[str, str]]:
        """The file's address and kind, as players want them."""
        return [{"src": self.url, "type": self.media_type}]

    @property
    def licence_url(self) -> str:
        """The address of the licence's text, or nothing."""
        return Licence(self.licence).url

    @property
    def clock_duration(self) -> str:
        """Its length as players show it; empty where nobody has said it."""
        return clock_duration(self.duration) if self.duration else ""

    @cached_property
    def languages(self) -> list["MediaText"]:
        """Its words in each language that has any, in the portal's order of languages."""
        order = [code for code, _name in settings.LANGUAGES]
        known = [text for text in self.texts.all() if text.language in order]
        return sorted(known, key=lambda text: order.index(text.language))

    @property
    def has_words(self) -> bool:
        """Whether somebody who can't hear or see it gets its words in some language."""
        return bool(self.languages)

    def _check_file(self) -> None:
        allowed = (
            wagtailmedia_settings.VIDEO_EXTENSIONS
            if self.is_video
            else wagtailmedia_settings.AUDIO_EXTENSIONS
        )
        try:
            check_file_name(self.file.name)
        except ValidationError as error:
            raise ValidationError({"file": error.messages}) from error
        size = self.file.size
        if not size:
            raise ValidationError({"file": _("This file is empty. Choose another.")})
        if size > MAX_FILE_SIZE:
            message = _("This file has %(size)s; at most %(limit)s can be stored.")
            sizes = {"size": filesizeformat(size), "limit": filesizeformat(MAX_FILE_SIZE)}
            raise ValidationError({"file": ValidationError(message, params=sizes)})
        if self.extension not in allowed:
            message = _("Choose a file of one of these kinds: %(kinds)s.")
            kinds = ", ".join(str(CONTAINERS[extension].label) for extension in allowed)
            raise ValidationError({"file": ValidationError(message, params={"kinds": kinds})})
        if not is_container(self.extension, read_head(self.file)):
            message = _("The name ends in .%(extension)s, but the file is of another kind.")
            params = {"extension": self.extension}
            raise ValidationError({"file": ValidationError(message, params=params)})
        if self.extension in STRIPPED:
            try:
                strip_upload(self.file.file.file, self.file.name)
            except FilmError as error:
                raise ValidationError({"file": str(error)}) from error
            # What is left may be shorter than what was sent.
            self.file.file.size = self.file.file.file.seek(0, os.SEEK_END)
            self.file.file.seek(0)

    def _take_measures(self) -> None:
        found = measure(self.file.file, self.extension)
        if found is None:
            return
        if self.is_video and not found.has_video:
            message = _("There is no moving picture in this file. Add it as a recording.")
            raise ValidationError({"file": message})
        if not self.is_video and not found.has_audio:
            raise ValidationError({"file": _("There is no sound in this file.")})
        self.duration = found.duration or self.duration
        if self.is_video:
            self.width, self.height = found.width or self.width, found.height or self.height


class MediaText(models.Model):
    """The words of a film in one language: captions to read along, a transcript to read instead."""

    media = models.ForeignKey(
        GalleryMedia, verbose_name=_("film"), on_delete=models.CASCADE, related_name="texts"
    )
    language = models.CharField(_("language"), max_length=12)
    captions = models.FileField(_("captions"), upload_to="captions", blank=True)
    transcript = models.TextField(_("transcript"), max_length=100_000, blank=True)

    class Meta:
        verbose_name = _("words of a film")
        verbose_name_plural = _("words of films")
        constraints = [
            models.UniqueConstraint(
                fields=["media", "language"], name="one_text_for_each_language_of_a_film"
            ),
            models.CheckConstraint(
                condition=~models.Q(captions="") | ~models.Q(transcript=""),
                name="a_text_has_captions_or_a_transcript",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.media}: {self.language_name}"

    @property
    def language_name(self) -> str:
        """The language in its own name."""
        return str(get_language_info(self.language)["name_local"]).capitalize()
