"""What the block picker shows of blocks that hold pictures or files: some of the city's own."""

from django.db.models import Model
from wagtail.models import Collection, CollectionViewRestriction


def newest(model: type[Model], number: int = 1) -> list[Model]:
    """Return the newest pictures or documents that everybody may see.

    Args:
        model: whose rows lie in collections.
        number: how many at most.
    """
    collections = Collection.objects.all()
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        collections = collections.exclude(path__startswith=path)
    return list(model.objects.filter(collection__in=collections).order_by("-pk")[:number])
