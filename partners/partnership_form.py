"""The form of a partnership, with its terms, drawings and people."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from partners.services import overlapping_terms


class PartnershipForm(WagtailAdminModelForm):
    """Checks the terms together: no day belongs to two of them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = get_user_model().objects.filter(is_active=True)
        works_here = Q(is_superuser=True) | Q(
            groups__permissions__content_type__app_label="wagtailadmin",
            groups__permissions__codename="access_admin",
        )
        self.fields["responsible"].queryset = people.filter(works_here).distinct()
        for form in self.formsets["members"].forms:
            form.fields["user"].error_messages["invalid_choice"] = _(
                "No account has this address. They sign up first, then you add them."
            )

    def is_valid(self) -> bool:
        """Check each form, and then the terms against each other."""
        valid = super().is_valid()
        return self._terms_stand_apart() and valid

    def _terms_stand_apart(self) -> bool:
        formset: Any = self.formsets.get("terms")
        if formset is None or not formset.is_bound:
            return True
        forms = [
            form
            for form in formset.forms
            if form not in formset.deleted_forms and form.has_changed() | bool(form.instance.pk)
        ]
        if any(form.errors for form in forms):
            return True  # They are told of first.
        if not overlapping_terms([form.instance for form in forms]):
            return True
        for form in forms:
            form.add_error(
                "starts_on",
                _("Two terms share a day. A term starts on the day after the last one."),
            )
        return False
