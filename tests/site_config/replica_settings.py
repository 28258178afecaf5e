"""Settings of a portal with a replica, as production has them, without its files and mails."""

import os

os.environ |= {
    "SECRET_KEY": "only-for-tests-and-never-for-a-portal-that-people-visit-0123456789",
    "ALLOWED_HOSTS": "portal.example.org",
    "BASE_URL": "https://portal.example.org",
    "DEFAULT_FROM_EMAIL": "Portal <no-reply@portal.example.org>",
    "EMAIL_URL": "smtp://127.0.0.1:9",
    "CACHE_URL": "redis://127.0.0.1:9/0",
}

from site_config.settings.production import *  # noqa: F403
from site_config.settings.production import STORAGES

MEDIA_ROOT = os.environ["MEDIA_FOLDER"]
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "renditions", "limits")
}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
