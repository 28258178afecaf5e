"""The forms in which administrators make and change people."""

from typing import Any

from django import forms
from django.contrib.auth.models import Permission
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm

PUBLIC_FIELDS = {"display_name", "about", "language"}
ABOUT = forms.Textarea(attrs={"rows": 3})


def speak_for_the_city(groups: Any) -> bool:
    """Whether one of these groups is for people who work for the city.

    Args:
        groups: a queryset of groups.
    """
    return Permission.objects.filter(
        content_type__app_label="community", codename="speak_for_the_city", group__in=groups
    ).exists()


class PersonFormMixin(forms.Form):
    """What others read of a person, beside what Wagtail asks for.

    Nobody has to tell the name that stands in their passport: the portal shows the display name.
    """

    first_name = forms.CharField(required=False, max_length=150, label=_("First name"))
    last_name = forms.CharField(required=False, max_length=150, label=_("Last name"))

    def clean(self) -> dict[str, Any]:
        """Hold the name against the role that the same form gives, not against the former one."""
        data = super().clean() or self.cleaned_data
        person = self.instance
        groups = data.get("groups")
        person.is_to_work_for_the_city = bool(
            data.get("is_superuser", person.is_superuser)
            or (groups is not None and speak_for_the_city(groups))
        )
        return data


class PersonCreationForm(PersonFormMixin, UserCreationForm):
    """A new person."""

    class Meta(UserCreationForm.Meta):
        fields = UserCreationForm.Meta.fields | PUBLIC_FIELDS
        widgets = UserCreationForm.Meta.widgets | {"about": ABOUT}


class PersonEditForm(PersonFormMixin, UserEditForm):
    """A person who is known."""

    class Meta(UserEditForm.Meta):
        fields = UserEditForm.Meta.fields | PUBLIC_FIELDS
        widgets = UserEditForm.Meta.widgets | {"about": ABOUT}
