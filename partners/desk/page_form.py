"""The form in which a partner writes its page: every word of the story a field of its own."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms import BoundField
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.rich_text import get_text_for_indexing

from partners.desk.markup import NotPlainError, own_links, to_html, to_markup
from partners.logos import LOGO_VERSIONS, MIN_HEIGHT, MIN_WIDTH, check_logo
from partners.models import PartnerPage
from site_config.models import SiteImage
from site_config.picture_form import PictureField
from site_config.pictures import BrokenPictureError, CleanPicture, rewrite_picture

PLAIN_FIELDS = ("summary", "website", "contact_name", "contact_email", "contact_phone")
LONGEST_TEXT = 5000
NEW = "new"


class KeptPart(NamedTuple):
    """A part of the story that is changed by the city alone."""

    kind: str
    words: str


class PageForm(forms.ModelForm):
    """A partner's page without what belongs to the contract."""

    logo = PictureField(label=gettext_lazy("Logo in colour"), required=False)
    logo_white = PictureField(label=gettext_lazy("Logo for dark ground"), required=False)
    logo_print = PictureField(label=gettext_lazy("Logo for print"), required=False)
    # The revision that the form was opened with.
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    class Meta:
        model = PartnerPage
        fields = PLAIN_FIELDS

    def __init__(self, *args: Any, instance: PartnerPage, **kwargs: Any) -> None:
        super().__init__(*args, instance=instance, **kwargs)
        self.initial["seen"] = instance.latest_revision_id or 0
        self.fields["summary"].widget = forms.Textarea(attrs={"rows": 2, "maxlength": 250})
        self.fields["website"].widget.attrs["placeholder"] = "https://"
        for name in LOGO_VERSIONS:
            field = self.fields[name]
            field.widget = forms.FileInput(attrs={"accept": "image/png,image/webp,image/jpeg"})
            field.help_text = _("PNG, WebP or JPEG of at least %(width)d × %(height)d pixels.") % {
                "width": MIN_WIDTH,
                "height": MIN_HEIGHT,
            }
        # What stands in the story now; parts are known by the numbers that the editor gave them.
        self.parts: list[tuple[dict[str, Any], str]] = []
        self.kept: dict[str, KeptPart] = {}
        for part in instance.body.raw_data:
            self._add_part(dict(part))
        self._add_new_fields()

    def _add_part(self, part: dict[str, Any]) -> None:
        name = f"part-{part['id']}"
        self.parts.append((part, name))
        if part["type"] == "heading":
            self.fields[name] = forms.CharField(
                label=_("Heading"),
                required=False,
                max_length=120,
                initial=part["value"].get("text", ""),
            )
            return
        if part["type"] == "paragraph":
            try:
                typed = to_markup(part["value"])
            except NotPlainError:
                words = get_text_for_indexing(part["value"])
                self.kept[name] = KeptPart(_("Text"), Truncator(words).words(40))
            else:
                self.fields[name] = _text_field(_("Text"), typed)
            return
        block = self.instance.body.stream_block.child_blocks[part["type"]]
        self.kept[name] = KeptPart(str(block.label), "")

    def _add_new_fields(self) -> None:
        self.fields[f"{NEW}-heading"] = forms.CharField(
            label=_("New heading"), required=False, max_length=120
        )
        self.fields[f"{NEW}-text"] = _text_field(_("New text"), "")

    def story_fields(self) -> Iterator[tuple[BoundField | None, KeptPart | None]]:
        """Yield the parts of the story in their order: a field, or what only the city changes."""
        for _part, name in self.parts:
            kept = self.kept.get(name)
            yield (None, kept) if kept else (self[name], None)

    def new_fields(self) -> list[BoundField]:
        """Return the fields in which the story goes on."""
        return [self[f"{NEW}-heading"], self[f"{NEW}-text"]]

    def plain_fields(self) -> list[BoundField]:
        """Return the fields that are no story."""
        return [self[name] for name in PLAIN_FIELDS]

    def logo_fields(self) -> list[BoundField]:
        """Return the fields of the logos."""
        return [self[name] for name in LOGO_VERSIONS]

    def clean(self) -> dict[str, Any]:
        """Put the story together, and look at the size of new logos.

        Raises:
            ValidationError: never; errors stand at their fields.
        """
        cleaned = super().clean()
        self._logos: dict[str, CleanPicture] = {}
        for name in LOGO_VERSIONS:
            if file := cleaned.get(name):
                self._check_logo(name, file)
        story = []
        for part, name in self.parts:
            story += self._part_of_story(part, name, cleaned)
        if heading := cleaned.get(f"{NEW}-heading"):
            story.append({"type": "heading", "value": {"text": heading, "level": "h2"}})
        if text := self._html(f"{NEW}-text", cleaned, ""):
            story.append({"type": "paragraph", "value": text})
        self.story = self.instance.body.stream_block.to_python(story)
        return cleaned

    def _part_of_story(
        self, part: dict[str, Any], name: str, cleaned: dict[str, Any]
    ) -> list[dict[str, Any]]:
        """Return a part as it goes on; none where its field was emptied."""
        # A field that did not come along was not emptied by anybody.
        is_typed = name in self.data and name in cleaned and name in self.changed_data
        if name in self.kept or not is_typed:
            return [part]
        if part["type"] == "heading":
            typed = cleaned[name]
            return [part | {"value": part["value"] | {"text": typed}}] if typed else []
        html = self._html(name, cleaned, part["value"])
        return [part | {"value": html}] if html else []

    def _html(self, name: str, cleaned: dict[str, Any], before: str) -> str:
        try:
            return to_html(cleaned.get(name, ""), known=own_links(before))
        except ValidationError as error:
            self.add_error(name, error)
            return ""

    def _check_logo(self, name: str, file: UploadedFile) -> None:
        width, height = file.image.get_size()
        try:
            check_logo(SiteImage(width=width, height=height))
            self._logos[name] = rewrite_picture(file, file.name or "")
        except ValidationError as error:
            self.add_error(name, error)
        except BrokenPictureError:
            self.add_error(name, _("This picture is damaged. Save it anew, and choose it again."))

    def _post_clean(self) -> None:
        """Leave the page as it is: a draft is another revision, checked where it is saved."""

    def changes(self) -> dict[str, Any]:
        """Return what was typed, by field of the page; fields that nobody touched are left out."""
        touched = {name for name in self.changed_data if name in self.data}
        changed = {name: self.cleaned_data[name] for name in PLAIN_FIELDS if name in touched}
        if any(name.startswith(("part-", f"{NEW}-")) for name in touched):
            changed["body"] = self.story
        return changed

    def logos(self) -> dict[str, CleanPicture]:
        """Return the new logos by field, each written anew and of the size that it needs."""
        return dict(self._logos)

    def take_errors(self, errors: ValidationError) -> None:
        """Show what the page as a whole lacks; what has no field here is told above the form."""
        for name, problems in errors.error_dict.items():
            self.add_error(name if name in self.fields else None, problems)


def _text_field(label: str, typed: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST_TEXT,
        initial=typed,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
