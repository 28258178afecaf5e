"""What may stand in addresses of every app."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class RowNumberConverter(IntConverter):
    """A row's number, no longer than a database holds."""

    regex = "[1-9][0-9]{0,17}"


register_converter(RowNumberConverter, "row")
