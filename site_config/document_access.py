"""Who may read a document: those who may read a page that links to it.

A document has no state of its own, so a published page decides. What only drafts link to, or
withdrawn pages, or none, is for staff; the collection's restriction comes on top of that.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BigIntegerField,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
)
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.documents.permissions import permission_policy
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex

from site_config.models import SiteDocument
from site_config.models.tree import TreeQuerySet

STAFF_RIGHTS = ["add", "change", "delete", "choose"]


def public_documents(language: str | None = None) -> QuerySet[SiteDocument]:
    """Return the documents that anybody may read *now*, by what the database says.

    Args:
        language: of the pages that link to them, or none for all of them.
    """
    pages = TreeQuerySet(Page).live().unrestricted().order_by()
    if language is not None:
        pages = pages.filter(locale__language_code=language)
    keys = pages.annotate(key=Cast("pk", CharField())).values("key")
    linked = (
        _references()
        .filter(base_content_type=_kind(Page), object_id__in=keys)
        .annotate(document=Cast("to_object_id", BigIntegerField()))
    )
    return SiteDocument.objects.filter(pk__in=linked.values("document")).filter(
        _in_public_collections()
    )


def may_read(request: HttpRequest, document: SiteDocument) -> bool:
    """Say whether the sender of a request may read a document; collections are asked elsewhere.

    The session is looked at only where not everybody may, so that what is public stays one
    answer for everybody.
    """
    references = _references().filter(to_object_id=str(document.pk))
    pages, elsewhere = [], False
    for kind, key in references.values_list("base_content_type", "object_id").distinct():
        if kind == _kind(Page).pk:
            pages.append(int(key))
        else:
            # A menu, a footer, a setting: what they show, they show to everybody.
            elsewhere = True
    if elsewhere or (pages and Page.objects.filter(pk__in=pages).live().public().exists()):
        return True
    if permission_policy.user_has_any_permission(request.user, STAFF_RIGHTS):
        return True
    return any(
        all(rule.accept_request(request) for rule in page.get_view_restrictions())
        for page in Page.objects.filter(pk__in=pages).live()
    )


def is_open_to(request: HttpRequest, document: SiteDocument) -> bool:
    """Say whether the sender of a request may read a document, its collection included."""
    restrictions = document.collection.get_view_restrictions()
    return all(rule.accept_request(request) for rule in restrictions) and may_read(
        request, document
    )


def links_to(document: SiteDocument) -> QuerySet[Page]:
    """Return the live pages that link to a document, whoever may read them."""
    references = _references().filter(base_content_type=_kind(Page), to_object_id=str(document.pk))
    keys = [int(key) for key in references.values_list("object_id", flat=True).distinct()]
    return Page.objects.filter(pk__in=keys).live()


def _references() -> QuerySet[ReferenceIndex]:
    return ReferenceIndex.objects.filter(to_content_type=_kind(SiteDocument)).order_by()


def _kind(model: type) -> ContentType:
    return ContentType.objects.get_for_model(model)


def in_open_collections() -> QuerySet[SiteDocument]:
    """Return the documents in collections without restrictions, also not above them.

    The queryset asks nothing by itself, so it can stand in another one's conditions.
    """
    return SiteDocument.objects.filter(_in_public_collections())


def _in_public_collections() -> Q:
    above = CollectionViewRestriction.objects.annotate(
        path_below=ExpressionWrapper(OuterRef("path"), output_field=CharField())
    )
    restricted = Exists(above.filter(path_below__startswith=F("collection__path")))
    # By keys rather than by a join: a search knows the filters of the documents' own columns.
    return Q(collection__in=Collection.objects.exclude(restricted).order_by().values("pk"))
