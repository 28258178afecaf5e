"""What the portal reads from a publication's PDF."""

import logging

from django.utils.translation import gettext as _
from pypdf import PdfReader

from site_config.models import SiteDocument

logger = logging.getLogger(__name__)

# No printed work has more; a higher number comes from a damaged or a hostile file.
MOST_PAGES = 30_000


class UnreadablePdfError(Exception):
    """A file can't be read as a PDF; its text is a sentence for the person who chose it."""


def count_pages(document: SiteDocument) -> int:
    """Return how many pages a PDF has (ISO 32000).

    Args:
        document: a stored document.

    Raises:
        UnreadablePdfError: the file is no PDF, or is missing, damaged or locked by a password.
    """
    if document.file_extension.lower() != "pdf":
        raise UnreadablePdfError(_("Choose a PDF: this document is of another kind."))
    try:
        with document.file.storage.open(document.file.name, "rb") as stream:
            reader = PdfReader(stream)
            if reader.is_encrypted and not reader.decrypt(""):
                raise UnreadablePdfError(
                    _("This PDF opens only with a password, so readers can't read it.")
                )
            pages = reader.get_num_pages()
    except UnreadablePdfError:
        raise
    except Exception as error:
        logger.warning("Document %s can't be read: %r", document.pk, error)
        raise UnreadablePdfError(
            _("This PDF is damaged and can't be read. Save it again and upload it anew.")
        ) from error
    if not 0 < pages <= MOST_PAGES:
        raise UnreadablePdfError(_("This PDF has no pages that can be read."))
    return pages
