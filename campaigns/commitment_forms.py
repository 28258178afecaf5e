"""The editor's form of a promise."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm

from campaigns.models.commitment_queries import PROMISED, CommitmentState


class CommitmentForm(WagtailAdminPageForm):
    """Asks for what a promise needs, once something is promised. A draft may lack it."""

    def clean(self) -> dict[str, Any]:
        """Hold the promise and its day against the latest of the steps that are being saved."""
        cleaned = super().clean()
        if self.is_deferred_validation or self._state() not in {*PROMISED, CommitmentState.DONE}:
            return cleaned
        if not cleaned.get("promise") and "promise" not in self.errors:
            self.add_error("promise", _("Say what the city will do."))
        if not cleaned.get("due_on") and "due_on" not in self.errors:
            self.add_error("due_on", _("Say by which day it is done."))
        return cleaned

    def _state(self) -> str | None:
        """Return the state that the latest step tells; nothing where no step can be read."""
        steps = [
            (form.cleaned_data["date"], form.cleaned_data.get("ORDER") or 0, place, form)
            for place, form in enumerate(self.formsets["steps"].forms)
            if form.is_valid() and form.cleaned_data.get("date")
            if not form.cleaned_data.get("DELETE")
        ]
        return max(steps)[-1].cleaned_data.get("state") if steps else None
