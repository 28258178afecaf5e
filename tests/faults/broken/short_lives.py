"""Production whose public pages grow old within a second: half an hour of a quiet city."""

from site_config import freshness
from site_config.settings.production import *  # noqa: F403

freshness.SHARED_SECONDS = 1
freshness.STALE_SECONDS = 0
