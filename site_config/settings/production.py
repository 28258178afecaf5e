"""A city's server: every value comes from the environment, and a missing one is named."""

from django.core.exceptions import ImproperlyConfigured

from site_config.settings.base import *  # noqa: F403
from site_config.settings.base import (
    DATABASES,
    PASSWORD_HASHERS,  # noqa: F401  (kept visible: production hashes with the same ones)
    env,
)

REQUIRED = ("SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "DATABASE_URL", "DEFAULT_FROM_EMAIL")
missing = [name for name in REQUIRED if not env(name, default="")]
if missing:
    raise ImproperlyConfigured(f"Set {', '.join(missing)}; see .env.example.")

SECRET_KEY = env("SECRET_KEY")
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 5:
    raise ImproperlyConfigured("SECRET_KEY is weak: set 50 or more random characters.")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
if "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the portal's hosts; '*' accepts any.")
WAGTAILADMIN_BASE_URL = env("BASE_URL").rstrip("/")
if not WAGTAILADMIN_BASE_URL.startswith("https://"):
    raise ImproperlyConfigured("BASE_URL must begin with https://; mails link to it.")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

database = DATABASES["default"]
database["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
database["CONN_HEALTH_CHECKS"] = True
if database["ENGINE"] == "django.db.backends.postgresql":
    # A stuck statement or lock must never hold a worker longer than a reader would wait.
    database.setdefault("OPTIONS", {})
    database["OPTIONS"] |= {
        "connect_timeout": 2,
        "options": (
            "-c statement_timeout=8s -c lock_timeout=3s -c idle_in_transaction_session_timeout=15s"
        ),
    }

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "site_config.staticfiles.SiteStaticFilesStorage"},
}

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
# The __Host- prefix binds a cookie to this very host over TLS (RFC 6265bis §4.1.3.2).
SESSION_COOKIE_NAME = "__Host-sid"
CSRF_COOKIE_NAME = "__Host-csrf"

for name, scheme in env.email_url("EMAIL_URL", default="smtp://localhost:25").items():
    if name.startswith("EMAIL_"):
        globals()[name] = scheme

STAFF_TWO_FACTOR_REQUIRED = True
