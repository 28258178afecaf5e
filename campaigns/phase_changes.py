"""What has changed in a project: its state and days and those of its phases, documents, budget."""

from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from campaigns.models import KnownPhases, ProjectPage, ProjectState
from campaigns.project_contents import (
    BUDGET,
    contents_in_words,
    is_content,
    is_told,
    stands_of_contents,
)
from campaigns.templatetags.campaign_days import day_range
from site_config.models.tree import TreeQuerySet

# Stands in the place of a phase's key for the project as a whole.
WHOLE = "project"
# State, first and last day as they are stored.
Stand = list[str]


class PhaseChange(NamedTuple):
    """A phase that stands otherwise than followers know, or is new; also a document, or the budget.

    Attributes:
        key: the phase's ``translation_key`` as a string, `WHOLE`, or what `project_contents` names.
        state: how far it is now; of a document and the budget, what is known of them.
        starts_on: its first day now.
        ends_on: its last day now.
    """

    key: str
    state: str
    starts_on: date | None
    ends_on: date | None


def projects_to_compare() -> TreeQuerySet:
    """Return the projects that everybody may read, and that were published since the last look."""
    unseen = Q(known_phases__isnull=True) | ~Q(known_phases__published_at=F("last_published_at"))
    # What was known before documents and the budget were held, too.
    unseen |= ~Q(known_phases__phases__has_key=BUDGET)
    return ProjectPage.objects.live().unrestricted().filter(unseen)


@transaction.atomic
def take_changes(page: ProjectPage) -> list[PhaseChange]:
    """Return what followers don't know yet of a project, and hold it for known.

    Whoever asks second gets nothing, whichever process, and in whichever language of the project.

    Args:
        page: a project as it is published, just read from the database.
    """
    now_is = _stands(page)
    known, is_new = KnownPhases.objects.get_or_create(
        page=page, defaults={"published_at": page.last_published_at, "phases": _dated(now_is, "")}
    )
    if is_new:
        return []
    rows = list(
        KnownPhases.objects.select_for_update(of=("self",))
        .filter(page__translation_key=page.translation_key)
        .order_by("pk")
    )
    known = next(row for row in rows if row.pk == known.pk)
    latest = _latest(rows)
    # A row from before the budget was held says nothing of contents: they are no news.
    has_contents = BUDGET in known.phases
    moment = timezone.now().isoformat()
    changed, phases = [], {}
    for key, stand in now_is.items():
        before = known.phases.get(key, [])
        told = latest.get(key, [])
        if before[:3] == stand:
            phases[key] = before
        elif told[:3] == stand:
            phases[key] = told
        elif is_told(key, stand, latest) or (is_content(key) and not has_contents):
            phases[key] = [*stand, moment]
        else:
            phases[key] = [*stand, moment]
            changed.append(key)
    known.phases, known.published_at = phases, page.last_published_at
    known.save(update_fields=["phases", "published_at"])
    return [_change(key, now_is[key]) for key in changed]


def changes_in_words(changes: list[PhaseChange], page: ProjectPage) -> list[str]:
    """Return one line for each change, in the language of a page and with the names it gives."""
    names = {str(phase.translation_key): phase.title for phase in page.phases.all()}
    lines = []
    with override(page.locale.language_code):
        names[WHOLE] = _("The project")
        for change in changes:
            if is_content(change.key):
                lines.append(contents_in_words(change.key, change.state, page))
            if change.key not in names:
                continue
            words = [str(ProjectState(change.state).label)]
            if days := day_range(change.starts_on, change.ends_on):
                words.append(days)
            lines.append(
                _("%(phase)s: %(state)s.") % {"phase": names[change.key], "state": ", ".join(words)}
            )
    return [line for line in lines if line]


def _stands(page: ProjectPage) -> dict[str, Stand]:
    stands = {WHOLE: _stand(page)}
    stands |= {str(phase.translation_key): _stand(phase) for phase in page.phases.all()}
    return stands | stands_of_contents(page)


def _stand(timed: object) -> Stand:
    days = (timed.starts_on, timed.ends_on)
    return [timed.state, *(day.isoformat() if day else "" for day in days)]


def _dated(stands: dict[str, Stand], since: str) -> dict[str, list[str]]:
    return {key: [*stand, since] for key, stand in stands.items()}


def _latest(rows: list[KnownPhases]) -> dict[str, list[str]]:
    """Return what was told last of each phase, in whatever language."""
    latest: dict[str, list[str]] = {}
    for row in rows:
        for key, stand in row.phases.items():
            if key not in latest or stand[3] > latest[key][3]:
                latest[key] = stand
    return latest


def _change(key: str, stand: Stand) -> PhaseChange:
    state, *days = stand
    return PhaseChange(key, state, *(date.fromisoformat(day) if day else None for day in days))
