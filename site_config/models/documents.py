"""Documents: the files that readers take with them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document

from site_config.documents import check_document_content
from site_config.uploads import check_file_name


class SiteDocument(AbstractDocument):
    """A file whose content is what its name says."""

    language = models.CharField(
        _("language"),
        max_length=10,
        blank=True,
        help_text=_("The language the document is written in, such as sq or en."),
    )

    admin_form_fields = (*Document.admin_form_fields, "language")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

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
