"""Where counted links lead: never to an address that the link itself could name."""

from collections.abc import Callable

from wagtail import hooks
from wagtail.documents import get_document_model

# Apps say where their own subjects are: ``@hooks.register(VISIT_TARGET_HOOK)`` on a function
# that returns, for the first part of a subject's name, a function from a row's number to its
# address; None where there is none any more.
VISIT_TARGET_HOOK = "register_portal_visit_targets"
FindTarget = Callable[[int], str | None]


def document_address(pk: int) -> str | None:
    """Return where a document is served, which asks by itself who may have it."""
    document = get_document_model().objects.filter(pk=pk).first()
    return document.url if document is not None else None


def document_targets() -> dict[str, FindTarget]:
    """Lead to documents."""
    return {get_document_model()._meta.model_name: document_address}


def target_of(subject: str) -> str | None:
    """Return the address that a counted link to a subject leads to; None where it has none."""
    model, _point, number = subject.partition(".")
    for register in hooks.get_hooks(VISIT_TARGET_HOOK):
        find: FindTarget | None = register().get(model)
        if find is not None:
            return find(int(number))
    return None
