"""The forms in which members send in photos and films, and moderators decide about them."""

from typing import Any, Self

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from community.errors import CommunityError
from community.text import tidy_title
from gallery.models import AlbumPage, GalleryIndexPage, MediaSubmission, RejectedFor
from gallery.models.submissions import MEMBER_LICENCES
from gallery.submissions.consents import MADE, PEOPLE
from gallery.submissions.deciding import ShownWords
from gallery.submissions.reading import accepted
from gallery.submissions.sending import Words
from site_config.models.images import Licence

MOST_FILES = 10


class SeveralFilesInput(forms.FileInput):
    """A field that takes several files."""

    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Several files, of which each is looked at by itself afterwards."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Return the files that came.

        Raises:
            ValidationError: there is none, or too many.
        """
        files = [file for file in data or [] if file]
        if not files:
            raise forms.ValidationError(_("Choose at least one photo or film."))
        if len(files) > MOST_FILES:
            message = _("Choose %(most)d files at most; send the others afterwards.")
            raise forms.ValidationError(message, params={"most": MOST_FILES})
        return files


class WordsForm(forms.Form):
    """What a member says of a photo or film."""

    title = forms.CharField(
        label=_("Title"),
        max_length=120,
        help_text=_("A few words, such as “Parasols at noon”."),
    )
    description = forms.CharField(
        label=_("What it shows"),
        max_length=1000,
        help_text=_("What is to be seen, when and why: also for people who can’t see it."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    place = forms.CharField(
        label=_("Place"),
        max_length=120,
        required=False,
        help_text=_("As exactly as everybody may know it, such as “Pazari i Ri”."),
    )
    licence = forms.ChoiceField(
        label=_("Licence"),
        choices=MEMBER_LICENCES,
        initial=Licence.CC_BY,
        help_text=_("What others may do with it. You keep your rights."),
    )

    def clean_title(self) -> str:
        """Return the title as it is stored.

        Raises:
            ValidationError: the words of the rule that it breaks.
        """
        try:
            return tidy_title(self.cleaned_data["title"])
        except CommunityError as error:
            raise forms.ValidationError(str(error)) from error

    def words(self) -> Words:
        """Return what was typed."""
        typed = self.cleaned_data
        return Words(typed["title"], typed["description"], typed["place"], typed["licence"])

    def unchecked(self) -> Self:
        """Return a form with what was typed, of which nothing is looked at."""
        names = [name for name in self.fields if name != "files"]
        return type(self)(initial={name: self.data.get(name, "") for name in names})


class ContributeForm(WordsForm):
    """New photos and films, with what their member agrees to."""

    files = SeveralFilesField(
        label=_("Photos and films"),
        help_text=_(
            "JPEG, PNG, WebP, AVIF or HEIC up to 12 MB, MP4 or WebM up to 100 MB; several at once. "
            "Place, time and camera are removed from every file."
        ),
        widget=SeveralFilesInput(),
    )
    made = forms.BooleanField(
        label=MADE, error_messages={"required": _("We can only take what you made or may give.")}
    )
    people = forms.BooleanField(
        label=PEOPLE,
        help_text=_("Tick this also where nobody can be recognised."),
        error_messages={"required": _("Ask the people in it first.")},
    )

    field_order = ["files", "title", "description", "place", "licence", "made", "people"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["files"].widget.attrs["accept"] = accepted()


def _albums() -> list[tuple[int, str]]:
    """Return the albums to choose from: each once, in the moderator's language if it has that."""
    live = AlbumPage.objects.live().filter(alias_of__isnull=True).select_related("locale")
    mine, chosen = get_language(), {}
    for album in live.newest_first():
        known = chosen.get(album.translation_key)
        if known is None or album.locale.language_code == mine:
            chosen[album.translation_key] = album
    return [(album.pk, album.title) for album in chosen.values()]


def _galleries() -> list[tuple[int, str]]:
    pages = GalleryIndexPage.objects.live().select_related("locale")
    return [
        (page.pk, f"{page.title} ({get_language_info(page.locale.language_code)['name_local']})")
        for page in pages
    ]


class ApprovePhotoForm(forms.Form):
    """Where a photo goes, and what is written beside it in each language."""

    album = forms.TypedChoiceField(label=_("Album"), coerce=int)
    taken_on = forms.DateField(
        label=_("Taken on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Leave empty for the day of the album."),
    )

    def __init__(self, *args: Any, submission: MediaSubmission, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.submission = submission
        self.fields["album"].choices = [("", _("Choose an album")), *_albums()]
        codes = [code for code, _name in settings.LANGUAGES]
        # The member's own language first: its words are there already.
        for code in sorted(codes, key=lambda code: code != submission.language):
            name = get_language_info(code)["name_translated"]
            own = code == submission.language
            self.fields[f"title_{code}"] = forms.CharField(
                label=_("Name in %(language)s") % {"language": name},
                max_length=120,
                required=own,
                initial=submission.title if own else "",
            )
            self.fields[f"alt_{code}"] = forms.CharField(
                label=_("What the photo shows, in %(language)s") % {"language": name},
                max_length=250,
                required=own,
                help_text=_("For people who can’t see it: what is in it, not what it is called."),
                widget=forms.Textarea(attrs={"rows": 2}),
            )
            self.fields[f"caption_{code}"] = forms.CharField(
                label=_("Caption in %(language)s") % {"language": name},
                max_length=250,
                required=False,
                initial=submission.description[:250] if own else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def shown_words(self) -> dict[str, ShownWords]:
        """Return the words by language, those of the member's language first."""
        typed = self.cleaned_data
        codes = [name.removeprefix("title_") for name in self.fields if name.startswith("title_")]
        first = codes[0]
        return {
            code: ShownWords(
                typed[f"title_{code}"] or typed[f"title_{first}"],
                typed[f"alt_{code}"] or typed[f"alt_{first}"],
                typed[f"caption_{code}"],
            )
            for code in codes
        }


class ApproveFilmForm(forms.Form):
    """Below which gallery the page of a film stands."""

    gallery = forms.TypedChoiceField(label=_("Gallery"), coerce=int)

    def __init__(self, *args: Any, submission: MediaSubmission, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gallery"].choices = _galleries()


class RejectForm(forms.Form):
    """Why a photo or film is not accepted."""

    reason = forms.ChoiceField(
        label=_("Reason"), choices=[("", _("Choose a reason")), *RejectedFor.choices]
    )
    words = forms.CharField(
        label=_("Words for the member"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("We send them by mail, with the reason."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words where the list has no reason.

        Raises:
            ValidationError: they are missing.
        """
        cleaned = super().clean()
        if cleaned.get("reason") == RejectedFor.OTHER and not cleaned.get("words", "").strip():
            self.add_error("words", _("Say what the reason is."))
        return cleaned
