"""What may stand in addresses of the community, public and in the admin."""

from django.urls import register_converter
from django.urls.converters import IntConverter, StringConverter


class RowNumberConverter(IntConverter):
    """A row's number, no longer than a database holds."""

    regex = "[1-9][0-9]{0,17}"


class KindConverter(StringConverter):
    """What comments stand on: a page of the tree, or a discussion."""

    regex = "page|discussion"


register_converter(RowNumberConverter, "row")
register_converter(KindConverter, "kind")
