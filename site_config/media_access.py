"""Who may have an uploaded file: everybody what is published, the staff and its readers the rest.

Every folder below ``MEDIA_ROOT`` belongs to an app, which says so by a `FolderRule`; a file of a
folder without one is sent to nobody.
"""

from collections.abc import Callable, Collection
from typing import NamedTuple

from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail import hooks

from site_config.media_files import FOR_EVERYBODY, FOR_ONE_PERSON, find_file, send_file
from site_config.public_links import link_public_file, unlink_public_files

# Apps register functions with ``@hooks.register(FOLDERS_HOOK)`` that return their `FolderRule`\ s.
FOLDERS_HOOK = "register_media_folders"
# The parameter of an address that lets its bearer see one file, and how long it does, in seconds.
PARAMETER = "pass"
PASS_AGE = 3600
_signer = TimestampSigner(salt="site_config.media_access")


def _nothing(names: Collection[str]) -> set[str]:
    return set()


def _nobody(request: HttpRequest, name: str) -> bool:
    return False


class FolderRule(NamedTuple):
    """Whose business the files of one folder are.

    Attributes:
        folder: below ``MEDIA_ROOT``, with a slash at its end.
        published: given names of files, returns those that anybody may have. It looks at no
            request: its answer is kept by caches, and by the web server in front.
        may_read: says whether one visitor may have a file that isn't published.
    """

    folder: str
    published: Callable[[Collection[str]], set[str]] = _nothing
    may_read: Callable[[HttpRequest, str], bool] = _nobody


def folder_rules() -> list[FolderRule]:
    """Return the rules of all apps."""
    rules: list[FolderRule] = []
    for register in hooks.get_hooks(FOLDERS_HOOK):
        rules += register()
    return rules


def rule_for(name: str) -> FolderRule | None:
    """Return the rule of a file's folder, or None where no app has claimed that folder."""
    return next((rule for rule in folder_rules() if name.startswith(rule.folder)), None)


def pass_for(name: str) -> str:
    """Return what, as the parameter ``pass``, lets whoever has the address see one file.

    For pages that show a draft to somebody without an account. It holds for an hour.

    Args:
        name: the file's name below ``MEDIA_ROOT``.
    """
    return _signer.sign_object(name)


@require_safe
def serve_media(request: HttpRequest, path: str) -> HttpResponse:
    """Send an uploaded file to those who may have it.

    For everybody else there is no such file, so that an address tells nothing.

    Args:
        request: a GET or HEAD.
        path: below ``MEDIA_ROOT``.

    Raises:
        Http404: there is no such file.
    """
    rule = rule_for(path)
    if rule is None or ".." in path.split("/"):
        raise Http404(_("There is no such file."))
    find_file(path)
    if path in rule.published({path}):
        # What was withdrawn while it was linked has to stay withdrawn.
        if not link_public_file(path) or path in rule.published({path}):
            return send_file(request, path, cache_control=FOR_EVERYBODY)
        unlink_public_files([path])
    if _has_pass(request, path) or rule.may_read(request, path):
        return send_file(request, path, cache_control=FOR_ONE_PERSON)
    raise Http404(_("There is no such file."))


def _has_pass(request: HttpRequest, name: str) -> bool:
    given = request.GET.get(PARAMETER, "")
    try:
        return bool(given) and _signer.unsign_object(given, max_age=PASS_AGE) == name
    except BadSignature:
        return False
