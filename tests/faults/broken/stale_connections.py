"""Production that trusts connections to the database which may have died long ago."""

from site_config.settings.production import *  # noqa: F403
from site_config.settings.production import DATABASES

DATABASES["default"]["CONN_HEALTH_CHECKS"] = False
DATABASES["default"]["CONN_MAX_AGE"] = None
