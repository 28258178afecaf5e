"""django-comments-xtd as it ships, so that its faults can be seen: model, signals, addresses."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from django.db.models import Model
from django.db.models.signals import pre_save
from django.http import HttpResponse
from django.test import Client, override_settings
from django_comments.signals import comment_was_posted, comment_will_be_posted
from django_comments_xtd import views
from django_comments_xtd.api import views as api_views
from django_comments_xtd.conf import settings as package_settings
from django_comments_xtd.forms import XtdCommentForm
from django_comments_xtd.models import (
    TmpXtdComment,
    XtdComment,
    publish_or_unpublish_on_pre_save,
)

from community.models.conversations import target_key

DEFAULTS = {
    "COMMENTS_XTD_MODEL": "django_comments_xtd.models.XtdComment",
    # Within the request, so that a test can count what is sent.
    "COMMENTS_XTD_THREADED_EMAILS": False,
}


class BarePackage:
    """What a visitor can do with the package's own addresses."""

    def form(self, target: Model) -> dict[str, str]:
        """Return the hidden fields that the package gives to anybody for a page."""
        fields = XtdCommentForm(target)
        names = ("content_type", "object_pk", "timestamp", "security_hash")
        return {name: str(fields[name].value()) for name in names}

    def post(self, client: Client, target: Model, **fields: Any) -> HttpResponse:
        """Send the package's form for a page, as a visitor named Ana."""
        data = self.form(target) | {
            "name": "Ana",
            "email": "ana@example.org",
            "comment": "A street.",
            "reply_to": 0,
        }
        return client.post("/comments/post/", data | fields)

    def store(self, target: Model, **fields: Any) -> XtdComment:
        """Store a comment with the package's own model."""
        key = target_key(target)
        given = {"content_type_id": key.content_type_id, "object_pk": str(key.object_id)}
        given |= {"site_id": 1, "user_name": "Ana", "user_email": "ana@example.org"}
        comment = XtdComment(**given | {"comment": "A street."} | fields)
        comment.save()
        return comment

    def listing(self, target: Model) -> str:
        """Return the address at which the package lists a page's comments."""
        label = f"{target._meta.app_label}-{target._meta.model_name}"
        return f"/comments/api/{label}/{target.pk}/"

    def mailed_path(self, kind: str) -> str:
        """Return the address in the last mail that leads to the package's view of a kind."""
        found = re.search(rf"/comments/{kind}/\S+?/(?=\s|$)", mail.outbox[-1].body, re.MULTILINE)
        assert found, mail.outbox[-1].body
        return found[0]


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[BarePackage]:
    """The package as somebody meets it who follows its quick start."""
    package_settings.COMMENTS_XTD_MODEL  # noqa: B018  (a lazy object reads its settings now)
    for name, value in DEFAULTS.items():
        monkeypatch.setattr(package_settings._wrapped, name, value)
    for module in (views, api_views):
        monkeypatch.setattr(module, "XtdComment", XtdComment)
    signals = [
        (pre_save, publish_or_unpublish_on_pre_save, XtdComment),
        (comment_will_be_posted, views.on_comment_will_be_posted, TmpXtdComment),
        (comment_was_posted, views.on_comment_was_posted, TmpXtdComment),
    ]
    for signal, receiver, sender in signals:
        signal.connect(receiver, sender=sender)
    with override_settings(ROOT_URLCONF="tests.community.bare_urls"):
        yield BarePackage()
    for signal, receiver, sender in signals:
        signal.disconnect(receiver, sender=sender)
