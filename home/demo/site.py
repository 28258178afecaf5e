"""The ground of the demo city: languages, the site's address and the two front pages."""

from urllib.parse import urlsplit

from django.conf import settings

from home.demo.city import City
from home.models import HomePage

NAME = "Smart City Tirana"
# The name that Wagtail gives a new site, and the addresses of a machine of one's own.
LOCAL_HOSTS = {"localhost", "127.0.0.1"}


def load(city: City) -> None:
    """Make both languages, the front pages side by side, and the site's address."""
    main = settings.LANGUAGE_CODE
    site = city.site
    front = site.root_page.specific
    if not isinstance(front, HomePage):
        raise TypeError("The site's root page is no HomePage; see the migrations of home.")
    if front.title == settings.WAGTAIL_SITE_NAME and not front.latest_revision_id:
        front.title = NAME
        front.save()
    city.remember("home", front)
    for language in city.languages:
        if language == main:
            continue
        translation = HomePage(title=NAME, slug=f"{front.slug}-{language}")
        found = front.get_translation_or_none(city.locale(language))
        if found is None:
            translation.locale = city.locale(language)
            translation.translation_key = front.translation_key
            found = front.get_parent().add_child(instance=translation)
        city.remember("home", found.specific)
    if site.hostname in LOCAL_HOSTS:
        base = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        site.hostname = base.hostname or "127.0.0.1"
        site.port = base.port or (443 if base.scheme == "https" else 80)
        site.site_name = site.site_name or NAME
        site.save()
