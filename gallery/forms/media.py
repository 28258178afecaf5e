"""The form of a film in the media library, with its words in each language."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.images.widgets import AdminImageChooser
from wagtailmedia.forms import BaseMediaForm

from gallery.webvtt import MAX_SIZE, check_captions

# The form of the chooser's window; a window can't open another one for the still picture.
CHOOSER_PREFIX = "media-chooser-upload"


class CaptionsField(forms.FileField):
    """A WebVTT file."""

    widget = forms.ClearableFileInput

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Check a newly chosen file.

        Raises:
            ValidationError: it is no valid WebVTT file; see `gallery.webvtt`.
        """
        cleaned = super().clean(data, initial)
        if isinstance(cleaned, UploadedFile):
            if not (cleaned.name or "").lower().endswith(".vtt"):
                raise ValidationError(_("Choose a WebVTT file; its name ends in .vtt."))
            cleaned.seek(0)
            # One byte more than is allowed is enough to see that it is too large.
            check_captions(cleaned.read(MAX_SIZE + 1))
            cleaned.seek(0)
        return cleaned


class GalleryMediaForm(BaseMediaForm):
    """A film with its captions and its transcript in each of the portal's languages."""

    class Meta(BaseMediaForm.Meta):
        widgets = {**BaseMediaForm.Meta.widgets, "poster": AdminImageChooser}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.prefix == CHOOSER_PREFIX:
            del self.fields["poster"]
        self.texts = (
            {text.language: text for text in self.instance.texts.all()} if self.instance.pk else {}
        )
        self.languages = [code for code, _name in settings.LANGUAGES]
        for code in self.languages:
            self._add_text_fields(code)

    def _add_text_fields(self, code: str) -> None:
        text = self.texts.get(code)
        name = str(get_language_info(code)["name_translated"])
        self.fields[f"captions_{code}"] = CaptionsField(
            label=_("Captions in %(language)s") % {"language": name},
            required=False,
            help_text=_("What is said and heard, as a WebVTT file (.vtt)."),
            widget=forms.ClearableFileInput(attrs={"accept": ".vtt,text/vtt"}),
        )
        self.fields[f"transcript_{code}"] = forms.CharField(
            label=_("Transcript in %(language)s") % {"language": name},
            required=False,
            max_length=100_000,
            help_text=_("Everything that is said, heard and seen, to be read instead."),
            widget=forms.Textarea(attrs={"rows": 6}),
        )
        if text is not None:
            self.initial[f"captions_{code}"] = text.captions or None
            self.initial[f"transcript_{code}"] = text.transcript

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The fields as the form shows them: what it is, then its words in each language."""
        words = {
            code: [self[f"captions_{code}"], self[f"transcript_{code}"]] for code in self.languages
        }
        taken = {field.name for fields in words.values() for field in fields}
        own = [field for field in self if field.name not in taken]
        return [
            {"title": _("The file"), "fields": own},
            *(
                {
                    "title": _("Words in %(language)s")
                    % {"language": get_language_info(code)["name_translated"]},
                    "fields": fields,
                }
                for code, fields in words.items()
            ),
        ]

    def clean(self) -> dict[str, Any]:
        """Keep the words that published films can't be without."""
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk and self.texts and not self.errors and not self._has_words(cleaned):
            pages = self.instance.pages.published_or_scheduled().filter(without_captions="")
            titles = ", ".join(str(page) for page in pages)
            if titles:
                message = _(
                    "Captions or a transcript have to stay: this film is published on "
                    "“%(pages)s”, or will be."
                )
                self.add_error(None, ValidationError(message, params={"pages": titles}))
        return cleaned

    def _has_words(self, cleaned: dict[str, Any]) -> bool:
        return any(
            cleaned.get(f"{kind}_{code}")
            for kind in ("captions", "transcript")
            for code in self.languages
        )

    def _save_m2m(self) -> None:
        """Store the words beside the film."""
        super()._save_m2m()
        for code in self.languages:
            self._save_text(code)

    def _save_text(self, code: str) -> None:
        captions = self.cleaned_data.get(f"captions_{code}")
        transcript = self.cleaned_data.get(f"transcript_{code}", "").strip()
        text = self.texts.get(code)
        if not captions and not transcript:
            if text is not None:
                text.delete()
            return
        if text is None:
            text = self.instance.texts.model(media=self.instance, language=code)
        # False: the editor ticked "clear"; None: there was nothing, and nothing came.
        text.captions = captions or ""
        text.transcript = transcript
        text.save()
