"""Telling pledgers of one change: some in each transaction, language by language.

Whoever reads a language without words for the change waits for them, and so does everybody while
the page is down; a timer asks again each minute.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from campaigns.followers import channels_of
from campaigns.mail_conditions import PAGE_AWAITED
from campaigns.models import Announcement, Pledge
from campaigns.pledge_mails import mail_announcement
from community import subscriptions as followers

# Mails written in one transaction.
BATCH = 200
# Who reads another language than that of the first results waits so long for their own.
OTHER_LANGUAGE_WAITS = timedelta(days=2)
# The last ones are due when the wait for their language ends; so long a page may be down then.
LAPSES_AFTER = OTHER_LANGUAGE_WAITS + PAGE_AWAITED


@transaction.atomic
def tell_next(announcement_id: int) -> bool:
    """Tell the next pledgers; say whether there may be more of them."""
    announcement = (
        Announcement.objects.select_for_update(skip_locked=True, of=("self",))
        .filter(pk=announcement_id, finished_at__isnull=True)
        .first()
    )
    if announcement is None:
        return False
    page = announcement.page.specific
    here = pages_by_language(page)
    has_lapsed = timezone.now() > announcement.made_at + LAPSES_AFTER
    if announcement.campaign and not here and not has_lapsed:
        return False
    concerned = Pledge.objects.none()
    if announcement.campaign and here:
        concerned = Pledge.objects.filter(
            campaign=announcement.campaign,
            is_told=True,
            confirmed_at__lte=announcement.made_at,
        )
    left = _languages_left(announcement, concerned)
    ready = _languages_ready(announcement, left, here)
    if announcement.language not in ready:
        # The page at hand may be down by now; nobody gets a mail of one occasion twice.
        announcement.language = min(ready, default="")
        announcement.told_up_to = 0
    if announcement.language:
        _tell_batch(announcement, page, here, concerned)
        left -= set(announcement.told_languages or [])
    if not left:
        announcement.finished_at = timezone.now()
    announcement.save(update_fields=["language", "told_languages", "told_up_to", "finished_at"])
    return bool(announcement.language or _languages_ready(announcement, left, here))


def _languages_left(announcement: Announcement, concerned: QuerySet[Pledge]) -> set[str]:
    """Return the languages of those who have not been told yet."""
    languages = set(concerned.order_by().values_list("language", flat=True).distinct())
    return languages - set(announcement.told_languages or [])


def _languages_ready(announcement: Announcement, left: set[str], here: dict[str, Page]) -> set[str]:
    """Return in which of some languages there is something to tell; after two days, in all."""
    waited = timezone.now() - announcement.made_at
    return left if waited > OTHER_LANGUAGE_WAITS else left & set(announcement.note) & set(here)


def _tell_batch(
    announcement: Announcement, page: Page, here: dict[str, Page], concerned: QuerySet[Pledge]
) -> None:
    """Tell the next ones who read the language at hand."""
    rows = concerned.filter(language=announcement.language, pk__gt=announcement.told_up_to)
    pledges = list(rows.select_related("member").order_by("pk")[:BATCH])
    elsewhere = here.get(page.locale.language_code) or next(iter(here.values()))
    shown = here.get(announcement.language, elsewhere)
    follow = mailboxes_following(page, pledges, announcement.made_at)
    for pledge in pledges:
        announcement.told_up_to = pledge.pk
        if pledge.address.lower() not in follow:
            mail_announcement(announcement=announcement, page=shown, pledge=pledge)
    if len(pledges) < BATCH:
        told = announcement.told_languages or []
        announcement.told_languages = [*told, announcement.language]
        announcement.language = ""


def mailboxes_following(page: Page, pledges: list[Pledge], since: datetime) -> set[str]:
    """Return the mailboxes that hear of a change as followers, and not twice.

    Args:
        page: which has changed.
        pledges: whose mailboxes are looked for.
        since: the moment of the change; who follows later has not heard of it.
    """
    addresses = [pledge.address for pledge in pledges]
    channels = channels_of(page)
    return set().union(
        *(followers.mailboxes_following(one, addresses, since=since) for one in channels)
    )


def pages_by_language(page: Page) -> dict[str, Page]:
    """Return the page and its translations that everybody may read now, by language."""
    pages = type(page).objects.live().unrestricted().filter(translation_key=page.translation_key)
    return {other.locale.language_code: other for other in pages.select_related("locale")}
