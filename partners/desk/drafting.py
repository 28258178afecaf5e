"""A partner's draft of its page: saved beside what others save, never over it."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page, Revision, WorkflowState
from wagtail.users.models import UserProfile

from partners.desk.errors import (
    ChangedMeanwhileError,
    NothingToPublishError,
    NoWorkflowError,
    WaitsForCityError,
)
from partners.models import Partner, PartnerMember, PartnerPage
from site_config.models import SiteImage

LOGOS_FOLDER = "Logos of partners"


def is_with_city(page: PartnerPage, person: AbstractBaseUser) -> bool:
    """Say whether the city looks at a page, or keeps it as it is, so that it can't be changed."""
    lock = page.get_lock()
    return lock is not None and lock.for_user(person)


@transaction.atomic
def save_draft(
    *,
    partner: Partner,
    language: str,
    by: AbstractBaseUser,
    changes: Mapping[str, Any],
    logos: Mapping[str, File],
    seen: int,
) -> Revision | None:
    """Save a partner's changes as a draft; nothing of it is published.

    Args:
        partner: whose page it is.
        language: which of its pages.
        by: who changes it.
        changes: values by field; all other fields stay as whoever saved last has left them.
        logos: new logos by field, of the size that they need; each becomes a picture of the
            library.
        seen: the number of the revision that the form was opened with; 0 where there was none.

    Returns:
        The draft; nothing where nothing was changed.

    Raises:
        DoesNotExist: the partner has no page in this language.
        ChangedMeanwhileError: somebody else has saved since; nothing is stored.
        WaitsForCityError: the city looks at the page.
        ValidationError: the page would not be whole; nothing is stored.
    """
    page = _locked(partner, language)
    if is_with_city(page, by):
        raise WaitsForCityError
    if (page.latest_revision_id or 0) != seen:
        raise ChangedMeanwhileError
    if not changes and not logos:
        return None
    draft = page.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    # Before the files of logos are stored, which no transaction takes back.
    draft.full_clean()
    for name, file in logos.items():
        setattr(draft, name, _keep_logo(draft, name, file, by))
    return draft.save_revision(user=by, log_action=True)


@transaction.atomic
def ask_to_publish(*, partner: Partner, language: str, by: AbstractBaseUser) -> WorkflowState:
    """Hand a draft in: it takes the way to approval that the city has set up for the page.

    Raises:
        DoesNotExist: the partner has no page in this language.
        WaitsForCityError: it is handed in already.
        NothingToPublishError: nothing differs from what is live.
        NoWorkflowError: the city has set up no way.
    """
    page = _locked(partner, language)
    if page.workflow_in_progress or is_with_city(page, by):
        raise WaitsForCityError
    if not page.has_unpublished_changes:
        raise NothingToPublishError
    workflow = page.get_workflow()
    if workflow is None:
        raise NoWorkflowError
    # They hear of it from the desk; Wagtail's own mails lead into its admin.
    UserProfile.objects.get_or_create(
        user=by, defaults={"approved_notifications": False, "rejected_notifications": False}
    )
    # Sent back and improved: the same way goes on, as in the city's own editor.
    state = page.current_workflow_state
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        state.resume(by)
        return state
    return workflow.start(page, by)


@transaction.atomic
def take_back(*, partner: Partner, language: str, by: AbstractBaseUser) -> bool:
    """Take a page back from the city, to change it; only what the partner has handed in.

    Returns:
        Whether there was something to take back.

    Raises:
        DoesNotExist: the partner has no page in this language.
    """
    page = _locked(partner, language)
    state = page.current_workflow_state
    if state is None or not is_handed_in_by(partner, state):
        return False
    state.cancel(user=by)
    return True


def is_handed_in_by(partner: Partner, state: WorkflowState) -> bool:
    """Say whether somebody of a partner has asked for a page to be published."""
    return PartnerMember.objects.filter(partner=partner, user=state.requested_by_id).exists()


def latest_author(page: PartnerPage) -> str:
    """Return who saved a page last, as the partner may know them."""
    revision = Revision.objects.select_related("user").filter(pk=page.latest_revision_id).first()
    person = revision.user if revision else None
    return person.public_name if person else _("the city")


def _locked(partner: Partner, language: str) -> PartnerPage:
    """Return a partner's page, which nobody else saves until this transaction is over."""
    page = PartnerPage.objects.get(
        translation_key=partner.translation_key, locale__language_code=language
    )
    Page.objects.select_for_update(of=("self",)).get(pk=page.pk)
    page.refresh_from_db()
    return page


def _keep_logo(page: PartnerPage, field: str, file: File, by: AbstractBaseUser) -> SiteImage:
    image = SiteImage(
        title=f"{page.title}: {PartnerPage._meta.get_field(field).verbose_name}",
        file=file,
        description=page.title,
        credit=page.title,
        uploaded_by_user=by,
        collection=_logos_collection(),
    )
    image.full_clean(exclude=["file_hash"])
    image.save()
    return image


def _logos_collection() -> Collection:
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=LOGOS_FOLDER).first()
    return found or root.add_child(name=LOGOS_FOLDER)
