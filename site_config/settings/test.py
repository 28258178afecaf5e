"""Settings of the suite: fast, offline, and as strict as production where it matters."""

import os
import tempfile
from pathlib import Path

from site_config.settings.base import *  # noqa: F403
from site_config.settings.base import ALLOWED_HOSTS, DATABASES, env
from site_config.settings.databases import SQLITE_OPTIONS

SECRET_KEY = "only-for-tests-and-never-for-a-portal-that-people-visit-0123456789"  # noqa: S105
ALLOWED_HOSTS += ["testserver", "127.0.0.1", "localhost"]

DATABASES["default"] = env.db("DATABASE_URL", default="sqlite://:memory:")
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # As in production, but for the wait until the disk has written: a test ends before its machine.
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS | {
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    }
    # Threads of a live server share a file, which an in-memory database can't offer; two runs
    # on one machine don't.
    DATABASES["default"]["TEST"] = {
        "NAME": str(Path(tempfile.gettempdir()) / f"sheshi-test-{os.getpid()}.sqlite3")
    }

# One search index entry for each page as it is saved, also inside a test's transaction.
TASKS = {
    "default": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
        "ENQUEUE_ON_COMMIT": False,
    }
}
MEDIA_ROOT = tempfile.mkdtemp(prefix="sheshi-media-")
PRIVATE_ROOT = tempfile.mkdtemp(prefix="sheshi-private-")
# The static server warns where its folder is missing, as it is in a fresh checkout.
STATIC_ROOT = tempfile.mkdtemp(prefix="sheshi-static-")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STAFF_TWO_FACTOR_REQUIRED = False
# No worker and no timers stand beside the suite.
WORKER_SILENT_SECONDS = 0
# A test sees what it counted, and no thread writes into the next one's database.
VISITS_FLUSH_SECONDS = 0
# Tests see what is made anew; those of kept answers keep some.
KEEP_ANSWERS = False
