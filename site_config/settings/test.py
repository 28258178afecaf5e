"""Settings of the suite: fast, offline, and as strict as production where it matters."""

import tempfile
from pathlib import Path

from site_config.settings.base import *  # noqa: F403
from site_config.settings.base import ALLOWED_HOSTS, DATABASES, SQLITE_OPTIONS, env

SECRET_KEY = "only-for-tests-and-never-for-a-portal-that-people-visit-0123456789"  # noqa: S105
ALLOWED_HOSTS += ["testserver", "127.0.0.1", "localhost"]

DATABASES["default"] = env.db("DATABASE_URL", default="sqlite://:memory:")
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
    # Threads of a live server share a file, which an in-memory database can't offer.
    DATABASES["default"]["TEST"] = {
        "NAME": str(Path(tempfile.gettempdir()) / "sheshi-test.sqlite3")
    }

# One search index entry for each page as it is saved, also inside a test's transaction.
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
        "ENQUEUE_ON_COMMIT": False,
    }
}
MEDIA_ROOT = tempfile.mkdtemp(prefix="sheshi-media-")
# The static server warns where its folder is missing, as it is in a fresh checkout.
STATIC_ROOT = tempfile.mkdtemp(prefix="sheshi-static-")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STAFF_TWO_FACTOR_REQUIRED = False
