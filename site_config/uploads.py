"""What is asked of every uploaded file, whatever it is."""

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from django.core.exceptions import BadRequest, ValidationError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils.translation import gettext_lazy as _

# Characters. Django cuts names at 255, file systems hold 255 bytes, and nobody reads so many.
LONGEST_NAME = 150
# Letters of many scripts have three bytes; the storage adds some to a name that is taken.
MOST_BYTES = 230


def check_file_name(name: str) -> None:
    """Refuse a name that can't be kept as it is.

    Args:
        name: as the sender's machine has it; folders before it don't count.

    Raises:
        ValidationError: it is too long.
    """
    if len(PurePath(name).name) > LONGEST_NAME:
        message = _(
            "The name of this file is longer than %(most)d characters. Give it a shorter one."
        )
        raise ValidationError(message, params={"most": LONGEST_NAME})
    if len(PurePath(name).name.encode(errors="replace")) > MOST_BYTES:
        raise ValidationError(_("The name of this file is too long. Give it a shorter one."))


class WholeUploadsMiddleware:
    """Answers 400 to a form with files that broke off on its way.

    Django takes what has arrived for all there is: a film cut at its half would be stored as a
    film. The parser has read all that came when the form is asked for, so the number of bytes
    tells. Files that were begun go with the request, which closes them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        """Read the form, and count what came of it (RFC 9110 §8.6).

        Raises:
            BadRequest: less than was announced has arrived.
        """
        if request.method != "POST" or request.content_type != "multipart/form-data":
            return
        announced = request.headers.get("content-length") or ""
        try:
            _form = request.POST
        except UnreadablePostError as error:
            # Django leaves the file open that was being written.
            for handler in request.upload_handlers:
                if (file := getattr(handler, "file", None)) is not None:
                    file.close()
            raise BadRequest("The connection broke while the form was sent.") from error
        arrived = getattr(request._stream, "_pos", None)
        if arrived is not None and announced.isdecimal() and arrived < int(announced):
            raise BadRequest("The form broke off before its end.")
