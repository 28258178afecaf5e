"""Production with Django's own cache, which fails with its Redis."""

from site_config.settings.production import *  # noqa: F403
from site_config.settings.production import CACHES

for cache in CACHES.values():
    cache["BACKEND"] = "django.core.cache.backends.redis.RedisCache"
