"""Telling those concerned of a change: once, and only after its page is live for everybody.

This is the one place of campaigns, promises and projects from which people are told. What was
told is remembered by a key that names the change in all languages, so that a page which is
published again, or in another language, tells nothing twice. A process that is stopped half-way
goes on where it was: a timer looks every minute for what is unfinished.
"""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from uuid import UUID

from django.db import transaction
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task
from wagtail.models import Page

from campaigns.days import city_today
from campaigns.followers import channels_of
from campaigns.models import Announcement, CampaignPage, Pledge
from campaigns.pledge_mails import mail_outcome
from campaigns.telling import BATCH, OTHER_LANGUAGE_WAITS, mailboxes_following, tell_next
from community import subscriptions as followers
from site_config.batches import in_batches
from site_config.outbox import BULK_PRIORITY

# A change that was made known longer ago is history that staff have filled in, and no news.
NEWS_FOR = timedelta(days=14)
# By this word it is kept for good that the results of a campaign were told.
RESULTS = "results"


def announce(
    *,
    page: Page,
    key: str,
    note: dict[str, str],
    campaign: CampaignPage | None = None,
    also: Iterable[str] = (),
) -> Announcement | None:
    """Tell those concerned of one change of a published page, once.

    Args:
        page: the page that has changed.
        key: names the change, in all languages alike.
        note: what has changed, in words, by language.
        campaign: whose pledgers are told by mail; nobody's where it is missing.
        also: the names of further changes that the same words tell.

    Returns:
        What is being told; nothing where it was told before.
    """
    with transaction.atomic():
        announcement, is_new = Announcement.objects.get_or_create(
            key=key,
            defaults={
                "page": page,
                "note": note,
                "campaign": campaign.translation_key if campaign else None,
            },
        )
        if not is_new:
            return None
        for other in also:
            Announcement.objects.get_or_create(
                key=other,
                defaults={
                    "page": page,
                    "told_with": announcement,
                    "finished_at": announcement.made_at,
                },
            )
        for channel in channels_of(page):
            followers.announce(channel=channel, key=key, page=page, note=note)
        transaction.on_commit(partial(tell.enqueue, announcement.pk), robust=True)
    return announcement


@transaction.atomic
def bring_translation(*, told: Announcement, page: Page, words: str) -> None:
    """Add the words of another language to what is being told, for those who wait for it.

    Args:
        told: the change.
        page: the page in that language.
        words: what has changed.
    """
    told.note |= {page.locale.language_code: words}
    told.save(update_fields=["note"])
    for channel in channels_of(page):
        followers.announce(channel=channel, key=told.key, page=page, note=told.note)
    transaction.on_commit(partial(tell.enqueue, told.pk), robust=True)


@task(priority=BULK_PRIORITY)
def tell(announcement_id: int) -> None:
    """Write some mails of an announcement, and leave the next ones to a task after this one."""
    in_batches(tell, tell_next, announcement_id)


@task(priority=BULK_PRIORITY)
def tell_outcomes() -> None:
    """Tell some of those who took part what came of it, and leave the others to a next task."""
    in_batches(tell_outcomes, announce_outcomes)


def announce_outcomes() -> bool:
    """Tell those who took part in a campaign whose results are live what came of it: a batch each.

    Each reads it in the language they took part in; where the results don't stand in it two days
    after the first have heard, with the page of another language.

    Returns:
        Whether there may be more of them.
    """
    # Before any pledger hears: whoever follows, too, gets one mail.
    _announce_results()
    more = False
    untold = Pledge.objects.untold().order_by()
    pages = (
        CampaignPage.objects.live()
        .unrestricted()
        .with_results()
        .filter(translation_key__in=untold.values("campaign").distinct())
        .select_related("locale")
    )
    patience_over = timezone.now() - OTHER_LANGUAGE_WAITS
    for page in pages:
        language = page.locale.language_code
        more |= _tell_outcome(page, [language])
        told = Pledge.objects.of_campaign(page).aggregate(first=Min("outcome_at"))["first"]
        if (told or page.last_published_at or timezone.now()) < patience_over:
            elsewhere = {other.locale.language_code for other in pages if _same(other, page)}
            rest = untold.filter(campaign=page.translation_key).exclude(language__in=elsewhere)
            languages = list(rest.values_list("language", flat=True).distinct())
            more |= bool(languages) and _tell_outcome(page, languages)
    return more


def _announce_results() -> None:
    """Tell the followers of campaigns that the results are there, once, while that is news."""
    since = timezone.now() - NEWS_FOR
    is_news = Q(ends_on__gte=city_today() - NEWS_FOR) | Q(last_published_at__gte=since)
    pages = CampaignPage.objects.live().unrestricted().with_results().filter(is_news)
    found = [(results_key(page.translation_key), page) for page in pages.select_related("locale")]
    rows = Announcement.objects.filter(key__in={key for key, _page in found})
    known = {row.key: row for row in rows}
    for key, page in found:
        language = page.locale.language_code
        if key not in known:
            if made := announce(page=page, key=key, note={language: results_in_words(page)}):
                known[key] = made
        elif language not in known[key].note:
            bring_translation(told=known[key], page=page, words=results_in_words(page))


def results_key(campaign: UUID) -> str:
    """Return by which name it is known that the results of a campaign were told."""
    return f"{RESULTS} {campaign}"


def results_in_words(page: CampaignPage) -> str:
    """Return what followers read of the results, in the language of the page."""
    with override(page.locale.language_code):
        words = _("The results are published now.")
    return f"{words} {page.outcome_words}".strip()


def _same(one: CampaignPage, other: CampaignPage) -> bool:
    return one.translation_key == other.translation_key


@transaction.atomic
def _tell_outcome(page: CampaignPage, languages: list[str]) -> bool:
    """Tell the next pledgers, each locked by itself; say whether there may be more of them."""
    pledges = list(
        Pledge.objects.of_campaign(page)
        .untold()
        .filter(language__in=languages)
        .select_for_update(skip_locked=True, of=("self",))
        .select_related("member")
        .order_by("pk")[:BATCH]
    )
    now = timezone.now()
    told = Announcement.objects.filter(key=results_key(page.translation_key)).first()
    follow = mailboxes_following(page, pledges, told.made_at) if told else set()
    for pledge in pledges:
        if pledge.is_told and pledge.address.lower() not in follow:
            mail_outcome(campaign=page, pledge=pledge)
    Pledge.objects.filter(pk__in=[pledge.pk for pledge in pledges]).update(outcome_at=now)
    return len(pledges) == BATCH


def finish_announcements() -> None:
    """Go on with what a stopped process has left half-way, one batch of each."""
    unfinished = Announcement.objects.filter(finished_at__isnull=True)
    for number in unfinished.order_by("made_at").values_list("pk", flat=True):
        tell_next(number)
