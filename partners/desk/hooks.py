"""What the desk adds to the admin: lists, next steps and files of partners."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.models import TaskState
from wagtail_modeladmin.options import ModelAdminGroup, modeladmin_register

import site_config.converters  # noqa: F401  (they are known by being imported)
from partners.desk.staff.assets import LOOK, DeskAssetAdmin, DeskDocumentAdmin, staff_file
from partners.desk.staff.threads import DeskThreadAdmin
from partners.logos import LOGO_VERSIONS
from partners.models import DeskAsset, DeskThread, Partner, PartnerPage
from site_config.models import SiteImage
from site_config.shown_files import FILE_READERS_HOOK
from site_config.welcome import WELCOME_HOOK, Step


class DeskGroup(ModelAdminGroup):
    """The city's side of the partner desk."""

    menu_label = _("Partner desk")
    menu_icon = "group"
    menu_order = 312
    items = (DeskThreadAdmin, DeskAssetAdmin, DeskDocumentAdmin)


modeladmin_register(DeskGroup)


@hooks.register("register_admin_urls")
def file_urls() -> list[URLPattern]:
    """Give staff what partners have delivered."""
    return [path("partner-files/<row:pk>/", staff_file, name="partners_desk_file")]


@hooks.register(FILE_READERS_HOOK)
def sees_own_draft(request: HttpRequest, file: Any) -> bool:
    """Let a partner's people see the logos in the latest draft of their pages."""
    if not isinstance(file, SiteImage):
        return False
    keys = Partner.objects.of_user(request.user).values("translation_key")
    drafts = PartnerPage.objects.filter(translation_key__in=keys, latest_revision__isnull=False)
    contents = drafts.values_list("latest_revision__content", flat=True)
    return any(content.get(version) == file.pk for content in contents for version in LOGO_VERSIONS)


@hooks.register(WELCOME_HOOK)
def messages_that_wait(person: AbstractUser) -> Iterator[Step]:
    """Tell those who answer partners how many wait."""
    if not person.has_perm("partners.change_deskthread"):
        return
    if waiting := DeskThread.all_partners.waiting().count():
        text = ngettext(
            "%(count)d partner waits for an answer",
            "%(count)d messages of partners wait for an answer",
            waiting,
        )
        address = reverse("partners_deskthread_modeladmin_index")
        yield Step(text % {"count": waiting}, address, "comment", urgent=True)


@hooks.register(WELCOME_HOOK)
def assets_that_wait(person: AbstractUser) -> Iterator[Step]:
    """Tell those who look at deliveries what has come, and what is overdue."""
    if not person.has_perm(LOOK):
        return
    address = reverse("partners_deskasset_modeladmin_index")
    if come := DeskAsset.all_partners.delivered().count():
        text = ngettext(
            "Look at %(count)d asset that a partner has delivered",
            "Look at %(count)d assets that partners have delivered",
            come,
        )
        yield Step(text % {"count": come}, f"{address}?part=delivered", "upload", urgent=True)
    if late := DeskAsset.all_partners.overdue(timezone.localdate()).count():
        text = ngettext(
            "%(count)d asset of a partner is overdue",
            "%(count)d assets of partners are overdue",
            late,
        )
        yield Step(text % {"count": late}, f"{address}?part=overdue", "warning")


@hooks.register(WELCOME_HOOK)
def pages_that_partners_hand_in(person: AbstractUser) -> Iterator[Step]:
    """Lead whoever approves to what a partner's page would change."""
    waiting = TaskState.objects.reviewable_by(person).select_related("workflow_state", "revision")
    handed_in = [
        state
        for state in waiting
        if state.revision
        and state.revision.content_type.model_class() is PartnerPage
        and state.workflow_state.requested_by is not None
        and state.workflow_state.requested_by.partner_memberships.exists()
    ]
    for state in handed_in[:3]:
        page = state.revision.content_object
        before = "live" if page.live else "earliest"
        yield Step(
            _("See what the partner “%(title)s” asks to publish") % {"title": page.title},
            reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, before, "latest"]),
            "tasks",
            urgent=True,
        )
