"""What a project holds beside its time, as followers hear of it: its documents and its budget."""

from decimal import Decimal

from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from campaigns.models import ProjectPage

# Stands in the place of a phase's key for the sums of the budget.
BUDGET = "budget"
# A document is known by its block, which a translation shares, and by its file.
DOCUMENT = "document "


def stands_of_contents(page: ProjectPage) -> dict[str, list[str]]:
    """Return the budget and each document of a project, in the form in which phases are held."""
    sums = ", ".join(f"{currency} {amount:f}" for currency, amount in sorted(page.budget))
    return {BUDGET: [sums, "", ""]} | {
        f"{DOCUMENT}{block.id}": [str(block.value["document"].pk), "", ""]
        for block in page.document_files
    }


def is_content(key: str) -> bool:
    """Say whether something that is held is a document or the budget, and no phase."""
    return key == BUDGET or key.startswith(DOCUMENT)


def is_told(key: str, stand: list[str], latest: dict[str, list[str]]) -> bool:
    """Say whether followers need not hear of a document or of a budget.

    Args:
        key: as `stands_of_contents` names it.
        stand: how it is now.
        latest: what was known last of everything, in whatever language.
    """
    if key == BUDGET:
        return not stand[0]
    if not key.startswith(DOCUMENT):
        return False
    files = {known[0] for other, known in latest.items() if other.startswith(DOCUMENT)}
    return key in latest or stand[0] in files


def contents_in_words(key: str, stand: str, page: ProjectPage) -> str:
    """Return what has changed in the language that is active; nothing where a page has it not.

    Args:
        key: as `stands_of_contents` names it.
        stand: the sums, or the number of the file.
        page: the project in the language of whoever reads.
    """
    if key == BUDGET:
        return _("The budget: %(sums)s.") % {"sums": ", ".join(map(money, stand.split(", ")))}
    for block in page.document_files:
        if f"{DOCUMENT}{block.id}" == key or str(block.value["document"].pk) == stand:
            title = block.value["title"] or block.value["document"].title
            return _("New document: %(title)s.") % {"title": title}
    return ""


def money(stored: str) -> str:
    """Return an amount as pages print it, without marks: “EUR 1500.00” is “€ 1,500”."""
    currency, amount = stored.split(" ")
    words = {"currency": currency, "amount": Decimal(amount)}
    return strip_tags(render_to_string("campaigns/includes/money.html", words)).strip()
