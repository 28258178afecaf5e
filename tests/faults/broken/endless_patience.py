"""Production that waits for a frozen database as long as its driver does."""

from site_config.settings.production import *  # noqa: F403
from site_config.settings.production import DATABASES

DATABASES["default"]["ENGINE"] = "django.db.backends.postgresql"
