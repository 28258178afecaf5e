"""The editor's form of a film."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm


class VideoPageForm(WagtailAdminPageForm):
    """Checks a film as a whole. A draft may be incomplete; what is published may not."""

    def clean(self) -> dict[str, Any]:
        """Keep chapters apart, and within the film."""
        cleaned = super().clean()
        film = cleaned.get("video")
        formset = self.formsets.get("chapters")
        seen: set[float] = set()
        for form in formset.forms if formset is not None else []:
            if not form.is_valid() or form.cleaned_data["DELETE"]:
                continue
            start = form.cleaned_data.get("start")
            if start is None:
                continue
            if start in seen:
                form.add_error("start", _("Another chapter begins at the same second."))
            elif film and film.duration and start >= film.duration:
                message = _("The film is over by then: it has %(seconds)d seconds.")
                form.add_error("start", message % {"seconds": film.duration})
            seen.add(start)
        return cleaned

    def _post_clean(self) -> None:
        """Let the model know whether this is a draft before it checks itself."""
        self.instance.must_be_complete = not self.is_deferred_validation
        super()._post_clean()
