"""Settings shared by every environment: safe by themselves, narrowed or opened elsewhere."""

from pathlib import Path

import environ

from site_config.settings import databases
from site_config.settings.accounts import *  # noqa: F403  (the settings of allauth)
from site_config.settings.content_security import ADMIN_POLICY, PUBLIC_POLICY
from site_config.settings.mail import *  # noqa: F403
from site_config.settings.operating import *  # noqa: F403
from site_config.settings.operating import READ_ONLY

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()

# Whatever the portal writes.
VAR_DIR = Path(env("VAR_DIR", default=str(BASE_DIR / "var")))

DEBUG = False
ALLOWED_HOSTS: list[str] = []

# Our apps come first: their templates take the place of the packages' own.
INSTALLED_APPS = [
    "search",
    "home",
    "articles",
    "campaigns",
    "publications",
    "gallery",
    "community",
    "partners",
    "site_config",
    "wagtail_localize",
    # Wagtail's own locale admin: the one of wagtail-localize would offer automatic aliases,
    # which readers would take for translations.
    "wagtail.locales",
    "wagtail_modeladmin",
    "wagtailmedia",
    "wagtail.contrib.forms",
    "wagtail.contrib.frontend_cache",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    # Wagtail's users, with the fields that this portal's people have.
    "community.people_app.PeopleConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    # The store of comments; its addresses, forms, mails and signals are not used.
    "community.comment_storage.CommentStorageConfig",
    "django_comments",
    "django_tasks",
    "django_tasks_db",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.sites",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "site_config.operating.probes.answer_probes",
    "site_config.operating.request_log.log_requests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "site_config.middleware.ContentSecurityPolicyMiddleware",
    # Before whatever refuses, so that refusals can't be framed either.
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "site_config.compression.compress_public_answers",
    "site_config.front_cache.shown.tell_what_is_shown",
    "site_config.middleware.cache_public_pages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "site_config.middleware.PortalLocaleMiddleware",
    # As soon as the language of the answer is known.
    "site_config.middleware.refuse_malformed_requests",
    "site_config.read_only.refuse_writing",
    "django.middleware.common.CommonMiddleware",
    # Before whatever reads a form: half a file must never look like a whole one.
    "site_config.uploads.WholeUploadsMiddleware",
    "site_config.middleware.FewFieldsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "community.middleware.hint_of_membership",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "community.unproved_staff.UnprovedStaffMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "community.middleware.require_two_factor_for_staff",
    "community.middleware.SecondFactorMiddleware",
    "community.sensitive_areas.SensitiveAreasMiddleware",
    # Around the view alone: whatever is refused before waits for nobody.
    "site_config.editing_in_turn.edit_in_turn",
    "site_config.incomplete_forms.IncompleteFormsMiddleware",
    "site_config.moved_addresses.MovedAddressesMiddleware",
]

ROOT_URLCONF = "site_config.urls"
WSGI_APPLICATION = "site_config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Data --------------------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = databases.of_sqlite(read_only=READ_ONLY)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": env.cache("CACHE_URL", default="locmemcache://sheshi"),
    "renditions": env.cache("RENDITIONS_CACHE_URL", default="locmemcache://renditions"),
    "limits": env.cache("CACHE_URL", default="locmemcache://limits"),
}
CACHES["renditions"]["TIMEOUT"] = 86_400
# Django's own 300 are fewer than the pages of a city; a server of its own has its own limit.
for name, entries in {"default": 10_000, "renditions": 20_000, "limits": 100_000}.items():
    if CACHES[name]["BACKEND"] == "django.core.cache.backends.locmem.LocMemCache":
        CACHES[name] |= {"LOCATION": name, "OPTIONS": {"MAX_ENTRIES": entries}}

for alias, cache in CACHES.items():
    if cache["BACKEND"] == "django.core.cache.backends.redis.RedisCache":
        # A Redis that has frozen must not hold a page longer than a reader waits.
        cache.setdefault("OPTIONS", {}).update({"socket_connect_timeout": 1, "socket_timeout": 1})
        cache["OPTIONS"].pop("MAX_ENTRIES", None)
        if alias != "limits":  # Limits hear of a fault, and count in the database then.
            cache["BACKEND"] = "site_config.caches.ForgivingRedisCache"

# Each process keeps the answers it has made until a table changes from which they were made.
KEEP_ANSWERS = True

WAGTAILFRONTENDCACHE: dict[str, dict[str, str]] = {}  # No cache stands in front.

TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# Language and time -------------------------------------------------------------------------

LANGUAGE_CODE = "sq"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("sq", "Shqip"), ("en", "English")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
TIME_ZONE = "Europe/Tirane"
FORMAT_MODULE_PATH = ["site_config.formats"]
USE_I18N = True
USE_TZ = True
WAGTAIL_I18N_ENABLED = True
# Words of the packages that have no Albanian catalogue of their own.
LOCALE_PATHS = [BASE_DIR / "site_config" / "package_locale"]

# Files -------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
PUBLIC_MEDIA_ROOT = MEDIA_SENDFILE_URL = ""  # No web server stands in front to send files.
# What nobody reaches by address: a view asks first who may see it.
PRIVATE_ROOT = VAR_DIR / "private"
PRIVATE_STORAGE = {"BACKEND": "gallery.private_files.PrivateStorage"}
STORAGES = {
    "default": {"BACKEND": "site_config.full_disks.WholeFileStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    "private": PRIVATE_STORAGE,
}
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# Wagtail's editor posts one field for each block; other forms have a limit of their own
# (`site_config.middleware.FewFieldsMiddleware`).
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_PERMISSIONS = 0o644

# People ------------------------------------------------------------------------------------

AUTH_USER_MODEL = "community.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "community.hashers.PortalArgon2Hasher",
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "community:profile"
LOGOUT_REDIRECT_URL = "/"
STAFF_TWO_FACTOR_REQUIRED = True

SESSION_COOKIE_NAME = "sid"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
if READ_ONLY:
    SESSION_ENGINE = "site_config.read_only"
CSRF_FAILURE_VIEW = "site_config.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": PUBLIC_POLICY}
ADMIN_CONTENT_SECURITY_POLICY = ADMIN_POLICY

# Comments ----------------------------------------------------------------------------------

SITE_ID = 1  # django-contrib-comments asks for one; the portal's own sites are Wagtail's.
COMMENTS_APP = "django_comments_xtd"
COMMENTS_XTD_MODEL = "community.models.Comment"
COMMENTS_XTD_MAX_THREAD_LEVEL = 4

# Wagtail -----------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Sheshi"
WAGTAILADMIN_BASE_URL = env("BASE_URL", default="http://127.0.0.1:8000")
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
# Passwords and addresses are changed at the one door of allauth.
WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILIMAGES_IMAGE_MODEL = "site_config.SiteImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "site_config.picture_form.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 25_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "avif", "webp": "webp"}
WAGTAILIMAGES_AVIF_QUALITY = 45
WAGTAILIMAGES_JPEG_QUALITY = 80
WAGTAILDOCS_DOCUMENT_MODEL = "site_config.SiteDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "odt", "ods", "odp", "docx", "xlsx", "pptx", "csv", "txt", "ics"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 40 * 1024 * 1024
WAGTAILMEDIA = {
    "MEDIA_MODEL": "gallery.GalleryMedia",
    "VIDEO_EXTENSIONS": ["mp4", "webm"],
    "AUDIO_EXTENSIONS": ["mp3", "m4a", "ogg"],
    "MEDIA_FORM_BASE": "gallery.forms.media.GalleryMediaForm",
}
WAGTAILEMBEDS_FINDERS = [{"class": "site_config.embeds.RefusingFinder"}]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "search.backend"}}
