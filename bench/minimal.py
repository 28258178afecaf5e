"""The least that Django does for a page: what the portal's pages are held against.

A project as ``startproject`` makes it, with its middleware, and one view that renders a template.
``/<bytes>/`` answers with a page of that size; its text stands in the template, a title is set in.
"""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

PARAGRAPH = "<p>The parks service has prepared six hundred young trees.</p>\n"

settings.configure(
    SECRET_KEY="only-for-a-view-that-shows-nothing-of-anybody",  # noqa: S106
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
    ],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
application = get_wsgi_application()
_templates: dict[int, object] = {}


def page(request: HttpRequest, size: int) -> HttpResponse:
    """Render a page of some bytes."""
    if size not in _templates:
        text = (PARAGRAPH * (size // len(PARAGRAPH) + 1))[:size]
        _templates[size] = engines["django"].from_string(
            f"<!doctype html><title>{{{{ title }}}}</title>{text}"
        )
    return HttpResponse(_templates[size].render({"title": "City"}, request))


urlpatterns = [path("<int:size>/", page)]
