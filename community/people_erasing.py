"""Deleting people in the admin, which is erasing all that is held of them."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.users.views.bulk_actions.delete import DeleteBulkAction
from wagtail.users.views.users import DeleteView

from community.models import Erasure, User
from community.services.leaving import erase_account

ERASED = "community.erase"


@transaction.atomic
def erase_by_administrator(person: User) -> None:
    """Erase somebody, and log that it was done, by the number alone.

    Nobody deletes themselves here, so an administrator is left.
    """
    erasure = erase_account(member=person, asked_by=Erasure.AskedBy.ADMINISTRATOR)
    log(instance=erasure, action=ERASED)


class PersonEraseView(DeleteView):
    """Asks once more, and says what goes and what stays."""

    page_title = _("Erase a person")
    success_message = _("The account is erased.")

    def delete_action(self) -> None:
        """Erase instead of deleting the row alone."""
        erase_by_administrator(self.object)


class ErasePeople(DeleteBulkAction):
    """Does the same with several people who were chosen in the list."""

    template_name = "community/admin/people_erase.html"

    @classmethod
    def execute_action(cls, objects: list[User], **kwargs: Any) -> tuple[int, int]:
        """Erase each of them, all or nobody."""
        with transaction.atomic():
            for person in objects:
                erase_by_administrator(person)
        return len(objects), 0

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """Say how many accounts are gone."""
        words = ngettext(
            "%(count)d account is erased", "%(count)d accounts are erased", num_parent_objects
        )
        return words % {"count": num_parent_objects}
