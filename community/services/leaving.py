"""Leaving: the account and all that is held of its owner are erased at once."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail import hooks

from community.erasing import account, contributions, desk, mentions, moderation
from community.errors import LastAdministratorError
from community.models import Erasure, User
from community.models.users import UserQuerySet
from community.personal_data import ERASURE_HOOK, Person

# In this order: mails and histories are found by the contributions, and those by their author.
STEPS: tuple[Callable[[Person], None], ...] = (
    account.erase_mails,
    account.erase_mail_counts,
    account.end_sessions,
    desk.erase_histories,
    desk.erase_talk_about_pages,
    desk.erase_uploads,
    mentions.erase_mentions,
    moderation.erase_reports,
    moderation.erase_appeals,
    moderation.erase_decisions,
    contributions.erase_earlier_versions,
    contributions.erase_pending_comments,
    contributions.erase_likes,
    contributions.erase_contributions,
)


def administrators() -> UserQuerySet:
    """Return those who can let others into the admin."""
    may = Q(is_superuser=True) | Q(groups__permissions__codename="change_user")
    return User.objects.filter(may, is_active=True).distinct()


@transaction.atomic
def erase_account(*, member: User, asked_by: Erasure.AskedBy) -> Erasure:
    """Erase a member: what they wrote, what is known of them, and the account.

    Threads keep their shape: where somebody has answered, a line stands for the erased words.
    The number of the account is kept, so that a backup can be cleaned of it again.

    Args:
        member: who leaves; also one who is suspended.
        asked_by: the member, or an administrator.

    Returns:
        The row that keeps the number.

    Raises:
        LastAdministratorError: nobody would be left to let others in.
    """
    number = member.pk
    # Conversations before the account, as whoever posts a comment takes them.
    contributions.lock_conversations(Person.behind(member))
    _check_administrators(member)
    locked = User.objects.select_for_update(of=("self",)).filter(pk=number).first()
    if locked is not None:
        person = Person.behind(locked)
        for erase in (*STEPS, *hooks.get_hooks(ERASURE_HOOK), account.erase_account_row):
            erase(person)
    erasure, _created = Erasure.objects.update_or_create(
        number=number, defaults={"asked_by": asked_by, "erased_at": timezone.now()}
    )
    return erasure


def _check_administrators(member: User) -> None:
    """Refuse to let the last administrator go, and let nobody else of them go meanwhile."""
    numbers = list(administrators().values_list("pk", flat=True))
    if member.pk not in numbers:
        return
    colleagues = User.objects.select_for_update(of=("self",)).filter(pk__in=numbers, is_active=True)
    if not [colleague for colleague in colleagues.order_by("pk") if colleague.pk != member.pk]:
        raise LastAdministratorError
