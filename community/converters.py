"""What may stand in addresses of the community, public and in the admin."""

from django.urls import register_converter
from django.urls.converters import StringConverter

import site_config.converters  # noqa: F401  (rows of every app)


class KindConverter(StringConverter):
    """What comments stand on: a page of the tree, or a discussion."""

    regex = "page|discussion"


register_converter(KindConverter, "kind")
