"""What submissions, the rights ledger and take-down requests add to the portal."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail import hooks
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

from community.account_links import ACCOUNT_LINK_HOOK, AccountLink
from community.personal_data import ERASURE_HOOK, EXPORT_FILES_HOOK, EXPORT_HOOK
from gallery.access import can_decide, can_take_down
from gallery.models import MediaSubmission, TakeDownRequest
from gallery.rights.admin import WorkAdmin
from gallery.submissions import personal_data, retention
from gallery.submissions.admin import SubmissionAdmin
from gallery.submissions.views import send_file
from gallery.takedowns.admin import TakeDownAdmin
from site_config.retention import RETENTION_HOOK
from site_config.welcome import WELCOME_HOOK, Step


class RightsGroup(ModelAdminGroup):
    """Three lists in one place of the menu."""

    menu_label = _("Members’ media")
    menu_icon = "upload"
    menu_order = 232
    items = (SubmissionAdmin, TakeDownAdmin, WorkAdmin)


modeladmin_register(RightsGroup)
for rule in retention.RULES:
    hooks.register(RETENTION_HOOK, rule)
hooks.register(EXPORT_HOOK, personal_data.export_submissions)
hooks.register(EXPORT_FILES_HOOK, personal_data.export_files)
hooks.register(ERASURE_HOOK, personal_data.erase_submissions)


@require_safe
@never_cache
def submission_file(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Send a moderator what a member has sent in.

    Raises:
        PermissionDenied: it is somebody else.
        Http404: there is no such file.
    """
    if not can_decide(request.user):
        raise PermissionDenied
    return send_file(get_object_or_404(MediaSubmission, pk=pk), part)


@hooks.register("register_admin_urls")
def submission_urls() -> list[URLPattern]:
    """Give moderators the files of the queue."""
    address = "contributions/<row:pk>/<slug:part>/"
    return [path(address, submission_file, name="gallery_submission_file")]


@hooks.register(ACCOUNT_LINK_HOOK)
def account_link() -> AccountLink:
    """Lead members from their account to what they have sent in."""
    return AccountLink(_("Photos and films"), "contributions:mine", "camera")


@hooks.register(WELCOME_HOOK)
def submissions_that_wait(person: AbstractUser) -> Iterator[Step]:
    """Tell moderators how much waits for them."""
    if can_decide(person) and (count := MediaSubmission.objects.waiting().count()):
        text = ngettext(
            "%(count)d photo or film of a member waits",
            "%(count)d photos and films of members wait",
            count,
        )
        address = reverse("gallery_mediasubmission_modeladmin_index")
        yield Step(text % {"count": count}, address, "upload", urgent=True)


@hooks.register(WELCOME_HOOK)
def take_downs_that_wait(person: AbstractUser) -> Iterator[Step]:
    """Tell those who answer how many requests are open, and how many are overdue."""
    if not can_take_down(person):
        return
    address = reverse("gallery_takedownrequest_modeladmin_index")
    if late := TakeDownRequest.objects.overdue(timezone.now()).count():
        text = ngettext(
            "%(count)d take-down request is overdue",
            "%(count)d take-down requests are overdue",
            late,
        )
        yield Step(text % {"count": late}, f"{address}?part=overdue", "warning", urgent=True)
    if count := TakeDownRequest.objects.open().count() - late:
        text = ngettext(
            "%(count)d take-down request is to be answered within two days",
            "%(count)d take-down requests are to be answered within two days",
            count,
        )
        yield Step(text % {"count": count}, address, "warning", urgent=True)
