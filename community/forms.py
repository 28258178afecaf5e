"""What people tell about themselves."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from community.models import User
from community.names import LONGEST, tidy_name
from community.policy import why_not_write


class ProfileForm(forms.ModelForm):
    """The part of an account that its owner writes and others read."""

    class Meta:
        model = User
        fields = ["display_name", "about", "language"]
        widgets = {
            "display_name": forms.TextInput(attrs={"autocomplete": "nickname"}),
            "about": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "display_name": _("The name that others read beside what you write."),
            "about": _("A sentence or two that everybody may read."),
            "language": _("The language of the mails you get."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.closed = why_not_write(self.instance)
        if self.closed:
            # What others read of them is writing too. Their language is their own business.
            for name in ("display_name", "about"):
                self.fields[name].disabled = True
        # Staff may go without a name that visitors read; a member has one.
        self.fields["display_name"].required = not self.instance.works_for_the_city

    def clean_display_name(self) -> str:
        """Store the name as it will be compared and shown."""
        return tidy_name(self.cleaned_data["display_name"])


class SignupForm(forms.Form):
    """What joining asks for besides an address and a password."""

    display_name = forms.CharField(
        label=_("Name others see"),
        max_length=LONGEST,
        help_text=_("Your own name or a name you choose. You can change it later."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )

    field_order = ["display_name", "email", "password1", "password2"]

    def clean_display_name(self) -> str:
        """Refuse a name that is taken or passes for staff.

        Raises:
            ValidationError: the words of the model, which knows the rules.
        """
        name = tidy_name(self.cleaned_data["display_name"])
        person = User(display_name=name)
        try:
            User._meta.get_field("display_name").clean(name, person)
            person.clean()
        except forms.ValidationError as error:
            messages = getattr(error, "error_dict", {}).get("display_name", error)
            raise forms.ValidationError(messages) from error
        return name

    def signup(self, request: Any, user: User) -> None:
        """Give the new person their name, and the language of the page they joined on."""
        user.display_name = self.cleaned_data["display_name"]
        user.language = get_language() or user.language
        user.save(update_fields=["display_name", "language"])
