"""Documents: the files that readers take with them."""

import os
from typing import Any

from django.conf.locale import LANG_INFO
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from site_config.documents import check_document_content
from site_config.models.document_states import UNFINISHED, UNREADABLE, WITH_TEXT, ReadingState
from site_config.models.first_pages import FirstPageMixin
from site_config.uploads import check_file_name

# What is read from a file. Only who stores a new file, or has read one, writes these: a form that
# was opened before must not put back what it saw then.
READING_FIELDS = (
    "reading_state",
    "reading_changed_at",
    "reading_attempts",
    "pages_read",
    "page_count",
    "text_language",
    "is_tagged",
    "pdf_title",
    "pdf_language",
    "first_page",
    "first_page_width",
    "first_page_height",
    "first_page_pictures",
    "reading_rules",
    "is_indexed",
)


class SiteDocument(FirstPageMixin, AbstractDocument):
    """A file whose content is what its name says, and what the portal has read in it."""

    language = models.CharField(
        _("language"),
        max_length=10,
        blank=True,
        help_text=_("The language the document is written in, such as sq or en."),
    )
    # The name in the document's address. A file that takes the place of another keeps it.
    address_name = models.CharField(
        _("name in the address"), max_length=255, blank=True, default="", db_default=""
    )

    # What follows is read from the file; see `site_config.document_reading`.
    reading_state = models.CharField(
        _("reading"),
        max_length=12,
        choices=ReadingState,
        default=ReadingState.OTHER,
        db_default=ReadingState.OTHER,
    )
    reading_changed_at = models.DateTimeField(_("state since"), null=True)
    reading_attempts = models.PositiveSmallIntegerField(_("attempts"), default=0, db_default=0)
    pages_read = models.PositiveIntegerField(_("pages read"), default=0, db_default=0)
    page_count = models.PositiveIntegerField(_("pages"), null=True)
    text_language = models.CharField(
        _("language of the text"), max_length=10, blank=True, default="", db_default=""
    )
    is_tagged = models.BooleanField(_("tagged"), null=True)
    pdf_title = models.CharField(
        _("title in the file"), max_length=255, blank=True, default="", db_default=""
    )
    pdf_language = models.CharField(
        _("language in the file"), max_length=35, blank=True, default="", db_default=""
    )
    # By which rules it was read (`site_config.document_reading.RULES`); 0 is before any were kept.
    reading_rules = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)

    # Whether the search index has its pages; see `site_config.document_index`.
    is_indexed = models.BooleanField(default=False, db_default=False, editable=False)

    admin_form_fields = (*Document.admin_form_fields, "language")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        indexes = [
            models.Index(
                fields=["reading_changed_at"],
                name="documents_to_be_read",
                condition=models.Q(reading_state__in=["waiting", "reading"]),
            ),
            models.Index(
                fields=["is_indexed"],
                name="documents_in_the_index",
                condition=models.Q(is_indexed=True),
            ),
        ]

    def clean(self) -> None:
        """Refuse a file that isn't what its name promises.

        Raises:
            ValidationError: with a sentence for the person who uploads it.
        """
        if not self.file:
            # An upload that waits for its title comes without: it was looked at when it arrived.
            return
        super().clean()
        if not self.file._committed:
            try:
                check_file_name(self.file.name)
                check_document_content(self.file)
            except ValidationError as error:
                raise ValidationError({"file": error.messages}) from error

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the document; a new file has yet to be read, at the address of the old one."""
        if self.file and not self.file._committed:
            self._keep_address()
            self._forget_reading()
        elif not self._state.adding and kwargs.get("update_fields") is None:
            kwargs["update_fields"] = [
                field.name
                for field in self._meta.concrete_fields
                if not field.primary_key and field.name not in READING_FIELDS
            ]
        super().save(*args, **kwargs)
        if not self.address_name and self.file:
            # The storage has the last word on a file's name.
            self.address_name = os.path.basename(self.file.name)
            type(self).objects.filter(pk=self.pk).update(address_name=self.address_name)

    # The address ---------------------------------------------------------------------------

    @property
    def filename(self) -> str:
        """The name in the document's address, and under which it is saved."""
        return self.address_name or os.path.basename(self.file.name)

    def _keep_address(self) -> None:
        if self.pk is None:
            return
        known = type(self).objects.filter(pk=self.pk).values_list("address_name", "file").first()
        if known is not None:
            name = known[0] or os.path.basename(known[1])
            stem, extension = os.path.splitext(name)
            new_extension = os.path.splitext(self.file.name)[1].lower()
            # Addresses are compared letter by letter: “Plan.PDF” stays “Plan.PDF”.
            same = extension.lower() == new_extension
            self.address_name = name if same else stem + new_extension

    # What was read -------------------------------------------------------------------------

    @property
    def is_pdf(self) -> bool:
        """Whether its name says that it is a PDF."""
        return os.path.splitext(self.file.name)[1].lower() == ".pdf"

    @property
    def is_being_read(self) -> bool:
        """Whether the portal has yet to find out what is in it."""
        return self.reading_state in UNFINISHED

    @property
    def has_text(self) -> bool:
        """Whether its words are known, so that they can be searched and read aloud."""
        return self.reading_state in WITH_TEXT

    @property
    def is_unreadable(self) -> bool:
        """Whether readers can't open it."""
        return self.reading_state in UNREADABLE

    @property
    def is_too_large(self) -> bool:
        """Whether the portal has given up reading it, so that nobody knows what is in it."""
        return self.reading_state == ReadingState.TOO_LARGE

    @property
    def spoken_language(self) -> str:
        """The language of its words: as staff say, else as the portal has guessed."""
        return self.language or self.text_language

    @property
    def known_language(self) -> str:
        """The same where it is a code that a language's name is known for; staff may write any."""
        code = self.spoken_language.strip().lower()
        return code if "name" in LANG_INFO.get(code, {}) else ""

    @property
    def is_accessible(self) -> bool | None:
        """Whether it has what assistive technology needs at least (ISO 14289, PDF/UA).

        Those are words, tags that tell their order and meaning, a title and a language.
        Nothing where it isn't known: the file isn't a PDF, or has not been read yet.
        """
        if not self.is_pdf or self.is_being_read or self.is_too_large:
            return None
        return self.has_text and bool(self.is_tagged and self.pdf_title and self.pdf_language)

    def _forget_reading(self) -> None:
        self.reading_state = ReadingState.WAITING if self.is_pdf else ReadingState.OTHER
        self.reading_changed_at = timezone.now()
        self.reading_attempts = self.pages_read = 0
        self.page_count = self.is_tagged = None
        self.hide_first_page()
        self.text_language = self.pdf_title = self.pdf_language = ""
