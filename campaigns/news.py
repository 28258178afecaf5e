"""What is new on published pages: steps of promises, updates, and the time of projects.

What one publication brings is told in one mail: updates of a page that nobody has heard of yet,
and what has changed in a project's phases, documents and budget, go together.
"""

from collections.abc import Iterator
from datetime import date
from operator import attrgetter

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Page

from campaigns.announcing import NEWS_FOR, announce, bring_translation
from campaigns.days import city_today, start_of_day
from campaigns.models import (
    Announcement,
    CampaignPage,
    CampaignUpdate,
    CommitmentPage,
    CommitmentStep,
    ProjectPage,
    ProjectUpdate,
)
from campaigns.phase_changes import changes_in_words, projects_to_compare, take_changes
from campaigns.same_changes import counterpart
from campaigns.telling import pages_by_language
from site_config.models.tree import TreeQuerySet

KINDS = ((CampaignPage, CampaignUpdate, "campaign"), (ProjectPage, ProjectUpdate, "project"))


def announce_news() -> None:
    """Announce campaigns that open, steps of promises, updates, and changes in time of projects.

    Asked after each publication and by a timer, so that a process which is stopped in between
    leaves nothing untold.
    """
    _announce_openings()
    _announce_steps()
    for page in _pages_with_news():
        _announce_page(page)


def news_days() -> tuple[date, date]:
    """Return the first and the last day of which a change is news."""
    today = city_today()
    return today - NEWS_FOR, today


def _announce_openings() -> None:
    """Tell those who follow a campaign that was published before its first day that it is open."""
    first, today = news_days()
    opened = CampaignPage.objects.live().unrestricted().open_on(today).filter(starts_on__gt=first)
    for page in opened.select_related("locale").order_by("pk"):
        key = f"opening {page.translation_key}"
        begun = start_of_day(page.starts_on)
        if page.first_published_at is None or page.first_published_at >= begun:
            continue
        if not Announcement.objects.filter(key=key).exists():
            announce(page=page, key=key, note=_notes_of_opening(page))


def _notes_of_opening(campaign: CampaignPage) -> dict[str, str]:
    """Return in each language that a campaign is open, and until when."""
    notes = {}
    for language in pages_by_language(campaign):
        with override(language):
            last = date_format(campaign.ends_on, "DATE_FORMAT")
            notes[language] = _("It is open: take part until %(day)s.") % {"day": last}
    return notes


def _announce_steps() -> None:
    first, today = news_days()
    steps = CommitmentStep.objects.filter(
        date__gte=first, date__lte=today, commitment__in=_readable(CommitmentPage)
    ).select_related("commitment__locale", "commitment__campaign")
    for step in steps.order_by("date", "sort_order", "pk"):
        same = _in_all_languages(step)
        told = Announcement.objects.filter(key__in=[_key_of(each) for each in same.values()])
        notes = {
            language: _words_of_step(each)
            for language, each in same.items()
            if each.commitment.live
        }
        page = step.commitment
        if not (known := told.order_by("pk").first()):
            campaign = next(iter(page.origins), None)
            announce(page=page, key=_key_of(step), note=notes, campaign=campaign)
        elif (language := page.locale.language_code) not in known.note:
            bring_translation(told=known, page=page, words=notes[language])


def _key_of(change: CommitmentStep | CampaignUpdate | ProjectUpdate) -> str:
    kind = "step" if isinstance(change, CommitmentStep) else "update"
    return f"{kind} {change.translation_key}"


def _in_all_languages(step: CommitmentStep) -> dict[str, CommitmentStep]:
    """Return a step and what translations have of it, by language."""
    page = step.commitment
    own = list(page.steps.order_by("date", "sort_order", "pk"))
    found = {page.locale.language_code: step}
    for other in page.get_translations().select_related("locale"):
        theirs = other.steps.order_by("date", "sort_order", "pk")
        same = counterpart(step, own, theirs, attrgetter("date", "state"))
        if same is not None:
            same.commitment = other
            found[other.locale.language_code] = same
    return found


def _words_of_step(step: CommitmentStep) -> str:
    with override(step.commitment.locale.language_code):
        words = _("It now stands: %(state)s.") % {"state": step.get_state_display()}
    return f"{words} {step.words}".strip()


def _pages_with_news() -> Iterator[CampaignPage | ProjectPage]:
    """Yield the pages that may have something to tell, each once, in the order of their making."""
    first, today = news_days()
    for kind, update, owner in KINDS:
        of_days = update.objects.filter(date__gte=first, date__lte=today)
        pages = set(of_days.order_by().values_list(owner, flat=True).distinct())
        if kind is ProjectPage:
            pages |= set(projects_to_compare().order_by().values_list("pk", flat=True))
        readable = kind.objects.live().unrestricted().filter(pk__in=pages)
        yield from readable.select_related("locale").order_by("pk")


@transaction.atomic
def _announce_page(page: CampaignPage | ProjectPage) -> None:
    """Tell of a page's updates and of its time what nobody has heard yet, in one mail."""
    changes = take_changes(page) if isinstance(page, ProjectPage) else []
    updates = _updates(page)
    rows = Announcement.objects.filter(key__in={key for keys, _title in updates for key in keys})
    known = {row.key: row for row in rows.select_related("told_with")}
    new, missing = {}, {}
    for keys, title in updates:
        told = next((known[key] for key in keys if key in known), None)
        if told is None:
            new[keys[0]] = title
        else:
            missing.setdefault(told.told_with or told, []).append(title)
    keys = list(new)
    if changes:
        keys.insert(0, f"phases {page.translation_key} {timezone.now().isoformat()}")
    if keys:
        language = page.locale.language_code
        notes = {language: list(new.values())}
        if changes:
            for code, shown in pages_by_language(page).items():
                notes.setdefault(code, []).extend(changes_in_words(changes, shown))
        note = {code: "\n".join(lines) for code, lines in notes.items() if lines}
        announce(page=page, key=keys[0], note=note, also=keys[1:])
    for told, titles in missing.items():
        _bring_translation(page, told, titles)


def _updates(page: CampaignPage | ProjectPage) -> list[tuple[list[str], str]]:
    """Return the latest updates of a page: the keys of each in all languages, its own first."""
    first, today = news_days()
    of_page = list(page.updates.order_by("date", "pk"))
    translations = [list(other.updates.order_by("date", "pk")) for other in page.get_translations()]
    found = []
    for update in of_page:
        if not first <= update.date <= today:
            continue
        same = [counterpart(update, of_page, rows, attrgetter("date")) for rows in translations]
        found.append(([_key_of(each) for each in (update, *same) if each], update.title))
    return found


def _bring_translation(
    page: CampaignPage | ProjectPage, told: Announcement, titles: list[str]
) -> None:
    """Give those who wait for this language its own words for what another one has told."""
    before = told.note.get(page.locale.language_code, "")
    missing = [title for title in titles if title not in before.split("\n")]
    if told.page_id != page.pk and missing:
        words = "\n".join([*missing, before] if before else missing)
        bring_translation(told=told, page=page, words=words)


def _readable(model: type[Page]) -> TreeQuerySet:
    """Return the numbers of the pages that everybody may read."""
    return model.objects.live().unrestricted().order_by().values("pk")
