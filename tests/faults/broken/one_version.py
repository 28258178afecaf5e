"""Production that keeps the latest version of a page alone."""

from typing import Any

from site_config.settings.production import *  # noqa: F403
from site_config.settings.production import MIDDLEWARE

MIDDLEWARE = ["tests.faults.broken.one_version.forget_versions", *MIDDLEWARE]


def forget_versions(get_response: Any) -> Any:
    """Remove what was there before, with each version that is saved."""
    from wagtail.models import Page

    save = Page.save_revision

    def save_alone(self: Page, **values: Any) -> Any:
        revision = save(self, **values)
        self.revisions.exclude(pk=revision.pk).delete()
        return revision

    Page.save_revision = save_alone
    return get_response
