"""What is done to many pages or files at once: it names nothing that a person may not see.

Before Wagtail acts it lists by title what somebody may not touch, also by a number that they have
guessed, or all there is. Drafts and files of other sections are none of their business.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.http import Http404, QueryDict
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from site_config.models import SiteDocument, SiteImage

ALL = "all"
FILE_POLICIES = {SiteImage: image_policy, SiteDocument: document_policy}
FILE_RIGHTS = ["add", "change", "delete", "choose"]
WITHOUT_ACCESS = "items_with_no_access"
# Digits of the largest number that a database holds.
LONGEST_NUMBER = 18

_found = BulkAction.get_actionable_objects


def act_on_what_is_seen(self: BulkAction) -> tuple[list[Any], dict[str, Any]]:
    """Return what is acted on, and what else was chosen of all that this person sees.

    Raises:
        Http404: what was chosen is nothing that there could be.
    """
    _refuse_what_is_no_number(self.request.GET)
    try:
        objects, others = _found(self)
    except ObjectDoesNotExist as error:  # The page below which everything was chosen.
        raise Http404 from error
    others[WITHOUT_ACCESS] = _seen(self.request.user, self.model, others[WITHOUT_ACCESS])
    return objects, others


def hide_what_is_not_seen() -> None:
    """Let every bulk action of Wagtail keep still about what is not for everybody."""
    BulkAction.get_actionable_objects = act_on_what_is_seen


def _refuse_what_is_no_number(asked: QueryDict) -> None:
    for typed in (*asked.getlist("id"), *asked.getlist("childOf")):
        is_number = typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_NUMBER
        if not is_number and typed != ALL:
            raise Http404


def _seen(person: Any, model: type[Model], items: Iterable[Any]) -> list[Any]:
    items = list(items)
    if issubclass(model, Page):
        seen = page_permission_policy.explorable_instances(person)
    elif policy := FILE_POLICIES.get(model):
        seen = policy.instances_user_has_any_permission_for(person, FILE_RIGHTS)
    else:
        return items  # Who may open the action has a right to all of the kind.
    numbers = set(seen.filter(pk__in=[item.pk for item in items]).values_list("pk", flat=True))
    return [item for item in items if item.pk in numbers]
