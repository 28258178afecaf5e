"""Photos that an editor drops into an album: one request for each file, one answer for each."""

from datetime import date
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.auth import PermissionPolicyChecker
from wagtail.images.forms import get_image_form
from wagtail.images.permissions import permission_policy
from wagtail.images.views.chooser import ImageChosenResponseMixin
from wagtail.models import Collection

from community.models import User
from site_config.models import SiteImage
from site_config.models.images import Licence
from site_config.pictures import camera_date

# Characters of a file's name that become the picture's title in the library.
TITLE_LENGTH = 120


class ForAllForm(forms.Form):
    """What is true of all photos that are chosen together."""

    credit = forms.CharField(
        label=_("Credit"),
        required=False,
        max_length=200,
        help_text=_(
            "Who made the photos, as it should be printed beside them. Needed before the album is "
            "published."
        ),
    )
    licence = forms.ChoiceField(
        label=_("Licence"), choices=Licence.choices, initial=Licence.ALL_RIGHTS, required=False
    )
    place = forms.CharField(label=_("Place"), required=False, max_length=120)
    collection = forms.ModelChoiceField(
        label=_("Collection"),
        queryset=Collection.objects.none(),
        required=False,
        empty_label=None,
        help_text=_("Where the library keeps them. Private collections are shown to nobody else."),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, prefix="upload", **kwargs)
        collections = permission_policy.collections_user_has_permission_for(user, "add")
        self.fields["collection"].queryset = collections
        if len(collections) < 2:
            del self.fields["collection"]
        for name, field in self.fields.items():
            # They are read by the script and are no part of the page.
            field.widget.attrs |= {"form": "", "data-for-all": name}


class _Chosen(ImageChosenResponseMixin):
    """Describes a picture as the editor's chooser wants it."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request


@require_POST
@PermissionPolicyChecker(permission_policy).require("add")
def upload_photo(request: HttpRequest) -> JsonResponse:
    """Store one picture for an album that is being edited.

    Args:
        request: a POST with a ``file``, and perhaps ``credit``, ``licence`` and ``collection``.

    Returns:
        201 and the picture as the editor shows it, with the day on which its camera says that it
        was taken; or 422 and sentences that say what is wrong, and nothing is stored.
    """
    file = request.FILES.get("file")
    if file is None:
        return _refused([gettext("Choose a picture.")])
    form = _image_form(request, file)
    if not form.is_valid():
        return _refused([str(error) for errors in form.errors.values() for error in errors])
    # Of a picture whose pixels were counted.
    taken_on = camera_date(file)
    image = form.save()
    chosen = _Chosen(request).get_chosen_response_data(image)
    return JsonResponse(
        {"chosen": chosen, "taken_on": _written(taken_on)},
        status=201,
    )


def _image_form(request: HttpRequest, file: UploadedFile) -> forms.ModelForm:
    known = {name: request.POST.get(name, "") for name in ("credit", "licence")}
    collections = permission_policy.collections_user_has_permission_for(request.user, "add")
    collection = request.POST.get("collection") or collections.values_list("pk", flat=True).first()
    # Only the library shows the title; the words for those who can't see it stay empty.
    title = PurePath(file.name).stem.replace("_", " ").strip()[:TITLE_LENGTH] or gettext("Photo")
    return get_image_form(SiteImage)(
        {**known, "title": title, "collection": collection},
        {"file": file},
        instance=SiteImage(uploaded_by_user=request.user),
        user=request.user,
    )


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""


def _refused(errors: list[str]) -> JsonResponse:
    return JsonResponse({"errors": errors}, status=422)
