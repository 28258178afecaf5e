"""A city's server: every value comes from the environment; a missing or weak one is named."""

import os

from django.core.exceptions import ImproperlyConfigured

from site_config.operating import sentry
from site_config.settings import databases, demands

# Before anything is read: a number that is none would end the start without its name.
if told := demands.problems(os.environ):
    raise ImproperlyConfigured("\n".join(told))

from site_config.settings.base import *  # noqa: F403
from site_config.settings.base import (
    DATABASES,
    MEDIA_S3_BUCKET,
    MIDDLEWARE,
    PASSWORD_HASHERS,  # noqa: F401  (kept visible: production hashes with the same ones)
    PRIVATE_STORAGE,
    READ_ONLY,
    env,
    logging_to_stderr,
)
from site_config.settings.s3 import media_storage

SECRET_KEY = env("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
WAGTAILADMIN_BASE_URL = env("BASE_URL").rstrip("/")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

if DATABASES["default"]["ENGINE"] == databases.POSTGRESQL:
    # A stuck statement or lock must never hold a worker longer than a reader would wait.
    STATEMENT = env("DATABASE_STATEMENT_TIMEOUT", default="8s")
    DATABASES["default"] = databases.of_a_server(
        DATABASES["default"],
        pooled=env.bool("DATABASE_POOLED", default=False),
        read_only=READ_ONLY,
        statement=STATEMENT,
    )
    if env("DATABASE_REPLICA_URL", default=""):
        DATABASES["replica"] = databases.of_a_server(
            env.db("DATABASE_REPLICA_URL"),
            pooled=env.bool("DATABASE_REPLICA_POOLED", default=False),
            read_only=True,
            statement=STATEMENT,
        )
        DATABASE_ROUTERS = ["site_config.replica.ReplicaRouter"]
        MIDDLEWARE.insert(
            MIDDLEWARE.index("django.contrib.sessions.middleware.SessionMiddleware"),
            "site_config.replica.let_visitors_read_the_replica",
        )
for database in DATABASES.values():
    database["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    database["CONN_HEALTH_CHECKS"] = True

TASKS = {"default": {"BACKEND": "site_config.front_cache.queue.PurgingQueue"}}
# Where the caches in front are told what has changed (docs/operations.md).
WAGTAILFRONTENDCACHE = {
    f"cache {number}": {
        "BACKEND": "site_config.front_cache.sending.FrontCacheBackend",
        "LOCATION": location,
    }
    for number, location in enumerate(env.list("FRONT_CACHES", default=[]), start=1)
}
STORAGES = {
    "default": media_storage(MEDIA_S3_BUCKET),
    "staticfiles": {"BACKEND": "site_config.staticfiles.SiteStaticFilesStorage"},
    "private": PRIVATE_STORAGE,
}

# The web server in front sends what stands in the first by itself, and the file that the portal
# names under the second (docs/operations.md). Without them the portal sends every file.
PUBLIC_MEDIA_ROOT = env("PUBLIC_MEDIA_ROOT", default="")
MEDIA_SENDFILE_URL = env("MEDIA_SENDFILE_URL", default="")

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
# The __Host- prefix binds a cookie to this very host over TLS (RFC 6265bis §4.1.3.2).
SESSION_COOKIE_NAME = "__Host-sid"
CSRF_COOKIE_NAME = "__Host-csrf"

for name, value in env.email_url("EMAIL_URL").items():
    if name.startswith("EMAIL_"):
        globals()[name] = value

STAFF_TWO_FACTOR_REQUIRED = True
LINK_CHECK = env.bool("LINK_CHECK", default=True)

LOGGING = logging_to_stderr("site_config.operating.json_logs.JsonFormatter")
if SENTRY_DSN := env("SENTRY_DSN", default=""):
    sentry.start(SENTRY_DSN, env("SENTRY_ENVIRONMENT", default="production"))
