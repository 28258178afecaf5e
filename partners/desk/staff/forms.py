"""What staff write at the desk."""

import secrets
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from partners.desk.uploads import ACCEPT, Checked, check_upload


class AnswerForm(forms.Form):
    """The city's answer to a partner."""

    words = forms.CharField(
        label=_("Answer"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Everybody of the partner reads it at the desk and gets it by mail."),
    )
    ticket = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("ticket", secrets.token_urlsafe(16))

    def clean_ticket(self) -> str:
        """Return the form's name; one that came without is a form of its own."""
        return self.cleaned_data["ticket"] or secrets.token_urlsafe(16)


class PersonField(forms.ModelChoiceField):
    """A colleague, by the name that others read."""

    def label_from_instance(self, person: Any) -> str:
        """Return the name."""
        return person.public_name


class OwnerForm(forms.Form):
    """Who answers a matter, and whether it is done with."""

    owner = PersonField(label=_("Who answers"), queryset=None, required=False)
    is_closed = forms.BooleanField(label=_("Closed: nothing is left to say"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        right = Permission.objects.filter(
            codename="change_deskthread", content_type__app_label="partners"
        )
        self.fields["owner"].queryset = (
            get_user_model()
            .objects.filter(
                Q(groups__permissions__in=right)
                | Q(user_permissions__in=right)
                | Q(is_superuser=True),
                is_active=True,
            )
            .distinct()
            .order_by("display_name", "pk")
        )


class RemarkForm(forms.Form):
    """What is to be changed about a delivery."""

    remark = forms.CharField(
        label=_("What is to be changed"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("We send it to the partner’s people by mail, in your words."),
    )


class DocumentForm(WagtailAdminModelForm):
    """A document for one partner: a file that is what its name says."""

    file = forms.FileField(label=_("File"), widget=forms.FileInput(attrs={"accept": ACCEPT}))

    def clean_file(self) -> UploadedFile:
        """Look into the file.

        Raises:
            ValidationError: it can't be taken.
        """
        self.checked: Checked = check_upload(self.cleaned_data["file"])
        return self.checked.file

    def save(self, commit: bool = True) -> Any:
        """Store the document with the name and the size of its file."""
        self.instance.name, self.instance.size = self.checked.name, self.checked.size
        return super().save(commit)
