"""The forms in which members start a discussion and change it."""

import uuid
from typing import Any, Self

from django import forms
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from community.errors import CommunityError, DiscussionTooLongError, PictureWithoutWordsError
from community.picture_uploads import ACCEPT, read_picture
from community.services.discussing import LONGEST_TEXT, tidy_text
from community.text import LONGEST_TITLE, tidy_title
from site_config.models.topics import Topic


class EditDiscussionForm(forms.Form):
    """The words of a discussion. What is wrong with one is said beside it."""

    title = forms.CharField(
        label=_("Title"),
        strip=False,
        help_text=_("One question or one subject, in a few words."),
        widget=forms.TextInput(attrs={"maxlength": LONGEST_TITLE}),
    )
    topic = forms.ModelChoiceField(
        Topic.objects.none(), label=_("Topic"), required=False, empty_label=_("No topic")
    )
    text = forms.CharField(
        label=_("Text"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "maxlength": LONGEST_TEXT}),
    )
    picture_alt = forms.CharField(
        label=_("What the picture shows"),
        required=False,
        max_length=200,
        help_text=_("For those who do not see it. Needed where there is a picture."),
    )
    without_picture = forms.BooleanField(label=_("Remove the picture"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or settings.LANGUAGE_CODE
        topics = Topic.objects.filter(locale__language_code=language)
        self.fields["topic"].queryset = topics.order_by("sort_order", "name")

    def unchecked(self) -> Self:
        """Return a form with what was typed, of which nothing is looked at."""
        typed = {name: self.data.get(name, "") for name in self.fields}
        return type(self)(initial=typed)

    def clean_title(self) -> str:
        """Return the title as it is stored.

        Raises:
            ValidationError: the words of the rule that it breaks.
        """
        return _by_the_rules(tidy_title, self.cleaned_data["title"])

    def clean_text(self) -> str:
        """Return the words as they are stored.

        Raises:
            ValidationError: the words of the rule that they break.
        """
        typed = self.cleaned_data["text"]
        # Each line break counts twice on its way; what is longer no form could send.
        if len(typed) > 2 * LONGEST_TEXT:
            raise forms.ValidationError(str(DiscussionTooLongError()))
        return _by_the_rules(tidy_text, typed)


class StartDiscussionForm(EditDiscussionForm):
    """A new discussion. Each form that is opened has a name of its own, which makes one."""

    language = forms.ChoiceField(
        label=_("Language"),
        choices=settings.LANGUAGES,
        help_text=_("The language in which you write."),
    )
    picture = forms.FileField(
        label=_("Picture"),
        required=False,
        help_text=_(
            "JPEG, PNG, WebP, AVIF or HEIC, up to 12 MB. "
            "Place, time and camera are removed from it."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )
    submission = forms.CharField(required=False, widget=forms.HiddenInput)
    without_picture = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        initial = {"submission": uuid.uuid4().hex, "language": get_language()}
        super().__init__(*args, initial=initial | kwargs.pop("initial", {}), **kwargs)

    def clean_picture(self) -> ContentFile | None:
        """Return the picture as it is kept.

        Raises:
            ValidationError: it can't be taken.
        """
        file = self.cleaned_data["picture"]
        return read_picture(file) if file else None

    def clean(self) -> dict[str, Any]:
        """Ask for words that tell what a picture shows."""
        cleaned = super().clean()
        if cleaned.get("picture") and not cleaned.get("picture_alt"):
            self.add_error("picture_alt", str(PictureWithoutWordsError()))
        return cleaned

    def submission_name(self) -> str:
        """Return the form's name; one that came without gets another."""
        return self.data.get("submission", "")[:64] or uuid.uuid4().hex

    def take_another_name(self) -> None:
        """Be another form from now on, with the same words: this one was used."""
        self.initial["submission"] = uuid.uuid4().hex


def _by_the_rules(tidy: Any, typed: str) -> str:
    try:
        return tidy(typed)
    except CommunityError as error:
        raise forms.ValidationError(str(error)) from error
