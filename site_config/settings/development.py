"""A portal on one's own machine: nothing but Python is needed."""

from django.core.management.utils import get_random_secret_key

from site_config.settings.base import *  # noqa: F403
from site_config.settings.base import ALLOWED_HOSTS, MIDDLEWARE, VAR_DIR, env

DEBUG = env.bool("DEBUG", default=True)
KEEP_ANSWERS = not DEBUG  # A change of a template shows at the next look.
ALLOWED_HOSTS += ["127.0.0.1", "localhost", "[::1]"]
INTERNAL_IPS = ["127.0.0.1"]
MIDDLEWARE += ["site_config.middleware.MissingPageMiddleware"]


def development_key() -> str:
    """Return this checkout's own key, made at the first start and kept out of the repository."""
    path = VAR_DIR / "development.key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(get_random_secret_key(), encoding="utf-8")
        path.chmod(0o600)
    return path.read_text(encoding="utf-8").strip()


SECRET_KEY = env("SECRET_KEY", default="") or development_key()

# The demo is easy to enter; production asks every member of staff for a second factor.
STAFF_TWO_FACTOR_REQUIRED = env.bool("STAFF_TWO_FACTOR_REQUIRED", default=False)
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
EMAIL_BACKEND = env("EMAIL_BACKEND", default="django.core.mail.backends.console.EmailBackend")
