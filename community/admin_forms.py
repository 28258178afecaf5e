"""Forms of the admin that look at more than one field."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class DiscussionForm(WagtailAdminModelForm):
    """A discussion with its translations."""

    def is_valid(self) -> bool:
        """Refuse a translation into the language the author wrote in."""
        valid = super().is_valid()
        own = self.cleaned_data.get("language") if hasattr(self, "cleaned_data") else None
        for form in self.formsets["translations"].forms:
            written = getattr(form, "cleaned_data", {})
            if own and written.get("language") == own and not written.get("DELETE"):
                form.add_error("language", _("This is the language in which the author wrote."))
                valid = False
        return valid
