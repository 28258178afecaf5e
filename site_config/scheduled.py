"""Publishing and withdrawing what has an hour of its own: each page by itself.

Wagtail's command does all of them in one go, so that one page that can't be published, as where its
address was taken meanwhile, would keep all others from it, and what has ended from leaving.
"""

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from django.apps import apps
from django.contrib.auth.models import AbstractUser
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, Page, Revision
from wagtail.permissions import page_permission_policy

from site_config.welcome import Step

logger = logging.getLogger(__name__)

# What has waited for longer than its hour and some rounds is told to staff.
LATE = timedelta(minutes=5)
# How many of them the desk names.
NAMED = 5


class NotPublishedError(Exception):
    """Some pages could neither be published nor withdrawn at their hour; the log names them."""


def publish_and_withdraw() -> list[str]:
    """Publish and withdraw what is due, each in a transaction of its own.

    Returns:
        What could not be done, as ``articles.ArticlePage 7``.
    """
    failed = []
    for name, act in _due():
        try:
            with transaction.atomic():
                act()
        except Exception:  # whatever is wrong with one page, the others go on
            logger.exception("At its hour this could not be published or withdrawn: %s", name)
            failed.append(name)
    return failed


def late_pages(person: AbstractUser) -> Iterator[Step]:
    """Yield the pages that were not published at their hour, for whoever may publish them."""
    late = Revision.page_revisions.filter(approved_go_live_at__lt=timezone.now() - LATE)
    numbers = [int(number) for number in late.values_list("object_id", flat=True)[: NAMED * 4]]
    if not numbers:
        return
    publishable = page_permission_policy.instances_user_has_permission_for(person, "publish")
    for page in publishable.filter(pk__in=numbers)[:NAMED]:
        yield Step(
            _("“%(title)s” could not be published at its hour: look what stands in the way")
            % {"title": page.get_admin_display_title()},
            reverse("wagtailadmin_pages:edit", args=[page.pk]),
            "warning",
            urgent=True,
        )


def _due() -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what is due with what does it; what ends comes before what begins, as in Wagtail."""
    now = timezone.now()
    kinds = [kind for kind in apps.get_models() if issubclass(kind, DraftStateMixin)]
    for kind in (Page, *(kind for kind in kinds if not issubclass(kind, Page))):
        for ended in list(kind.objects.filter(live=True, expire_at__lt=now).order_by("expire_at")):
            yield (
                f"{kind._meta.label} {ended.pk}",
                partial(
                    ended.unpublish, set_expired=True, log_action="wagtail.unpublish.scheduled"
                ),
            )
    due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
    for revision in list(due.select_related("content_type")):
        kind = revision.content_type
        yield (
            f"{kind.app_label}.{kind.model} {revision.object_id}",
            partial(revision.publish, log_action="wagtail.publish.scheduled"),
        )
