"""The form that stores pictures: alone, many at once, or out of a page's editor."""

from typing import Any

from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """Wagtail's form, with a licence that needn't be chosen again for each of many pictures."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "licence" in self.fields:
            # Where it isn't sent, as when many are dropped at once, the model's own value stands.
            self.fields["licence"].required = False

    def clean_licence(self) -> str:
        """Return the chosen licence, or the one that the picture has."""
        return self.cleaned_data["licence"] or self.instance.licence
