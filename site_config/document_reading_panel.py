"""What the portal has read in a document, as editors see it where the document is chosen."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from site_config.models import SiteDocument
from site_config.models.document_states import PROBLEMS, UNFINISHED, ReadingState

# What staff can do about each state that needs them.
ADVICE = {
    ReadingState.SCRIPTED: _(
        "The browsers of readers run no scripts in it. Save the file without them, if it does not"
        " need them."
    ),
    ReadingState.NO_TEXT: _(
        "Its words can’t be searched or read aloud. Let a program recognise the text (OCR) and"
        " replace the file."
    ),
    ReadingState.PROTECTED: _(
        "Readers can’t open it without the password. Save the file without one and replace it."
    ),
    ReadingState.BROKEN: _("Readers can’t open it. Save the file again and replace it."),
    ReadingState.TOO_LARGE: _(
        "It takes more time or memory than a publication should, or has more than 30,000 pages."
        " Readers can open it; its words can’t be searched. Split it, or save it in a simpler way."
    ),
}


def reading_context(document: SiteDocument | None) -> dict[str, Any]:
    """Return what the fragment shows of one document, or of none."""
    if document is None or document.reading_state == ReadingState.OTHER:
        return {"document": document, "state": ""}
    state = ReadingState(document.reading_state)
    lacks = []
    if document.is_accessible is False and document.has_text:
        lacks = [
            words
            for words, there in (
                (_("tags that tell order and headings"), document.is_tagged),
                (_("a title"), document.pdf_title),
                (_("a language"), document.pdf_language),
            )
            if not there
        ]
    return {
        "document": document,
        "state": state,
        "unfinished": state in UNFINISHED,
        "problem": state in PROBLEMS,
        "advice": ADVICE.get(state, ""),
        "lacks": lacks,
    }


def reading_url() -> str:
    """Return the address that tells of a document, with 0 in the place of its number."""
    return reverse("portal_document_reading", args=[0])


class DocumentReadingPanel(Panel):
    """Below the choice of a document: what the portal has read in it, as it goes on."""

    def __init__(self, field_name: str = "document", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.field_name = field_name

    def clone_kwargs(self) -> dict[str, Any]:
        """Return what a copy of this panel is made of."""
        return super().clone_kwargs() | {"field_name": self.field_name}

    class BoundPanel(Panel.BoundPanel):
        """The panel at one page."""

        def render_html(self, parent_context: Any = None) -> str:
            """Show the document that is chosen now; a script follows the choice."""
            name = self.panel.field_name
            bound = self.form[name]
            chosen = bound.value()
            chosen = getattr(chosen, "pk", chosen)
            document = None
            if str(chosen or "").isdecimal():
                document = SiteDocument.objects.filter(pk=int(chosen)).first()
            return render_to_string(
                "site_config/admin/document_reading_panel.html",
                reading_context(document)
                | {"input": bound.id_for_label or f"id_{name}", "url": reading_url()},
            )
