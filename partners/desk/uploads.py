"""What partners may deliver: pictures, written anew, and documents that are what they say."""

from pathlib import PurePath
from typing import NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from site_config.documents import check_document_content
from site_config.picture_form import PictureField
from site_config.pictures import BrokenPictureError, rewrite_picture
from site_config.uploads import check_file_name

PICTURES = {"jpg", "jpeg", "png", "webp"}
DOCUMENTS = {"pdf", "odt", "docx", "xlsx", "txt"}
ACCEPT = ",".join(f".{kind}" for kind in sorted(PICTURES | DOCUMENTS))
MEBIBYTE = 1024 * 1024
LARGEST_PICTURE = 10 * MEBIBYTE
LARGEST_DOCUMENT = 20 * MEBIBYTE


class Checked(NamedTuple):
    """A file that may be kept, and the name it came under."""

    file: File
    name: str
    size: int


def check_upload(upload: UploadedFile) -> Checked:
    """Return what is kept of an upload.

    Args:
        upload: the file as it came.

    Raises:
        ValidationError: a sentence that says what is wrong with it.
    """
    name = PurePath((upload.name or "").replace("\\", "/")).name
    check_file_name(name)
    kind = PurePath(name).suffix.lower().lstrip(".")
    if kind not in PICTURES | DOCUMENTS:
        raise ValidationError(
            _("We take pictures (JPEG, PNG, WebP) and documents (PDF, ODT, DOCX, XLSX, TXT).")
        )
    most = LARGEST_PICTURE if kind in PICTURES else LARGEST_DOCUMENT
    if (upload.size or 0) > most:
        raise ValidationError(
            _("This file has %(size)s MB. It may have %(most)s MB at most."),
            params={"size": round((upload.size or 0) / MEBIBYTE, 1), "most": most // MEBIBYTE},
        )
    if kind in DOCUMENTS:
        check_document_content(upload)
        return Checked(upload, name, upload.size or 0)
    return _check_picture(upload, name)


def _check_picture(upload: UploadedFile, name: str) -> Checked:
    PictureField().clean(upload)
    try:
        clean = rewrite_picture(upload, name)
    except BrokenPictureError as error:
        raise ValidationError(
            _("This picture is damaged. Save it anew, and choose it again.")
        ) from error
    return Checked(clean, name, clean.size)


class DeliverForm(forms.Form):
    """One file for an asset."""

    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "JPEG, PNG or WebP up to 10 MB; PDF, ODT, DOCX, XLSX or TXT up to 20 MB. "
            "Place, time and camera are removed from pictures."
        ),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={"required": _("Choose a file.")},
    )

    def clean_file(self) -> Checked:
        """Look into the file.

        Raises:
            ValidationError: it can't be taken.
        """
        return check_upload(self.cleaned_data["file"])
