"""A portal with a front page alone: tests with real commits have nothing from migrations."""

from wagtail.models import Locale, Page, Site

from home.models import HomePage


def begin_portal() -> HomePage:
    """Take away all pages and sites, and return the front page of a portal in English."""
    Page.objects.all().delete()
    english, _created = Locale.objects.get_or_create(language_code="en")
    root = Page.add_root(title="Root", slug="root", locale=english)
    front = root.add_child(instance=HomePage(title="City", slug="city", locale=english))
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=front, is_default_site=True)
    return front
