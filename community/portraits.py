"""The portraits that staff give themselves in the admin."""

from django.core.files import File
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.admin.views.account import AvatarSettingsPanel

from community.picture_uploads import read_picture

LONGEST_SIDE = 400


class PortraitForm(AvatarPreferencesForm):
    """Wagtail's form, which would keep a small picture with all that a camera wrote into it."""

    def clean_avatar(self) -> File:
        """Return a new portrait as it is kept: upright, small, and without any of its notes.

        Raises:
            ValidationError: with a sentence for the person who uploads it.
        """
        file = self.cleaned_data.get("avatar")
        if not file or file == self._original_avatar:
            return self._original_avatar
        return read_picture(file, longest_side=LONGEST_SIDE)


def connect() -> None:
    """Have the admin's account page use this form; Wagtail offers no setting for it."""
    AvatarSettingsPanel.form_class = PortraitForm
    # Wagtail's own says nothing of a file that was refused.
    AvatarSettingsPanel.template_name = "community/admin/portrait_panel.html"
