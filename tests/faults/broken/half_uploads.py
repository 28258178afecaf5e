"""Production that takes of a form what has arrived for all there is."""

from site_config.settings.production import *  # noqa: F403
from site_config.settings.production import MIDDLEWARE

MIDDLEWARE.remove("site_config.uploads.WholeUploadsMiddleware")
