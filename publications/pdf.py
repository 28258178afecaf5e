"""What publications take from the reading of their PDFs."""

from pathlib import Path

from django.utils.translation import gettext as _

from site_config.models import SiteDocument
from site_config.models.document_states import ReadingState
from site_config.pdf.reading import read_pdf


class UnreadablePdfError(Exception):
    """A file can't be read as a PDF; its text is a sentence for the person who chose it."""


def known_pages(document: SiteDocument) -> int | None:
    """Return how many pages a PDF has (ISO 32000); nothing while nobody knows.

    Args:
        document: a stored document; it is read elsewhere (`site_config.document_reading`).

    Raises:
        UnreadablePdfError: the file is no PDF, or is missing, damaged or locked by a password.
    """
    if not document.is_pdf:
        raise UnreadablePdfError(_("Choose a PDF: this document is of another kind."))
    refuse_unreadable(ReadingState(document.reading_state))
    return None if document.is_being_read else document.page_count


def pages_in(path: Path) -> int | None:
    """Return how many pages a PDF has that is not stored yet; nothing where it is too large to say.

    It is read by a process of its own, within limits (`site_config.pdf.reading`).

    Raises:
        UnreadablePdfError: the file is no PDF, or is damaged or locked by a password.
    """
    found = read_pdf(path)
    refuse_unreadable(found.state)
    return found.page_count


def refuse_unreadable(state: ReadingState) -> None:
    """Say why a PDF can't be offered to readers.

    Raises:
        UnreadablePdfError: it is damaged or locked by a password.
    """
    if state == ReadingState.PROTECTED:
        raise UnreadablePdfError(
            _("This PDF opens only with a password, so readers can't read it.")
        )
    if state == ReadingState.BROKEN:
        raise UnreadablePdfError(
            _("This PDF is damaged and can't be read. Save it again and upload it anew.")
        )
