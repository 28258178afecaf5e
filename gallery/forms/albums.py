"""The editor's form of an album."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm


class AlbumPageForm(WagtailAdminPageForm):
    """Checks an album as a whole. A draft may lack words and credits; what is published may not."""

    def clean(self) -> dict[str, Any]:
        """Require a photo, and words and a credit for each, before publication."""
        cleaned = super().clean()
        photos = [form for form in self._photo_forms() if form.is_valid()]
        for form in photos:
            self._complete_alternative_text(form)
        if self.is_deferred_validation:
            return cleaned
        for form in photos:
            data = form.cleaned_data
            if not data.get("is_decorative") and not data.get("alt_text"):
                message = _("Say what the photo shows, or mark it as decoration.")
                form.add_error("alt_text", message)
            image = data.get("image")
            if image and not data.get("credit") and not image.credit:
                message = _("Say who made the photo, here or with the photo in the library.")
                form.add_error("credit", message)
        if not self._photo_forms():
            self.add_error(None, _("Add at least one photo before the album is published."))
        return cleaned

    def _photo_forms(self) -> list[Any]:
        """Return the forms of the photos that stay."""
        formset = self.formsets.get("photos")
        forms = formset.forms if formset is not None else []
        return [form for form in forms if not (form.is_valid() and form.cleaned_data["DELETE"])]

    def _complete_alternative_text(self, form: Any) -> None:
        """Take the words kept with the picture, which staff write in the portal's main language."""
        data = form.cleaned_data
        if data.get("is_decorative") or data.get("alt_text") or not data.get("image"):
            return
        if self.instance.locale.language_code == settings.LANGUAGE_CODE:
            data["alt_text"] = form.instance.alt_text = data["image"].default_alt_text[:250]
