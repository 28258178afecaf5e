"""What a member who leaves has asked of moderators, and what moderators decided about them."""

from django.db.models import Q

from community.models import Appeal, ModerationDecision, Report
from community.personal_data import Person


def erase_reports(person: Person) -> None:
    """Keep the reports that the member made as those of nobody, without their words."""
    Report.objects.filter(reporter=person.member).update(reporter=None, words="")


def erase_appeals(person: Person) -> None:
    """Keep settled appeals as figures; one that is open has nobody left to be answered."""
    appeals = Appeal.objects.filter(author=person.member)
    appeals.filter(outcome=Appeal.Outcome.OPEN).delete()
    appeals.update(author=None, words="", answer="")


def erase_decisions(person: Person) -> None:
    """Keep the decisions about the member as figures, without the words that were for them."""
    sanctioned = Q(member=person.member) | Q(sanction__member=person.member)
    numbers = ModerationDecision.objects.filter(sanctioned).order_by().values("pk")
    ModerationDecision.objects.filter(pk__in=list(numbers.values_list("pk", flat=True))).update(
        member=None, words=""
    )
