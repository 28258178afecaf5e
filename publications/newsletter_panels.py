"""What an editor sees of the sending of an edition."""

from typing import Any

from django.urls import reverse
from wagtail.admin.panels import Panel

from community.subscriptions.channels import Channel
from community.subscriptions.figures import broadcast_of, followers_by_language


class SendingPanel(Panel):
    """How many follow, how far the sending has come, and the way to a test mail."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one edition."""

        template_name = "publications/admin/sending_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Name the followers and the figures."""
            context = super().get_context_data(parent_context)
            edition = self.instance
            above = edition.get_parent() if edition.pk else self._newsletter()
            followers = []
            if above is not None:
                channel = Channel("newsletter", str(above.translation_key))
                followers = followers_by_language(channel)
            return context | {
                "followers": followers,
                "follower_count": sum(number for _language, number in followers),
                "broadcast": broadcast_of(edition) if edition.pk else None,
                "test_url": reverse("newsletter_test", args=[edition.pk]) if edition.pk else "",
            }

        def _newsletter(self) -> Any | None:
            """Return the newsletter below which a new edition is being written."""
            return getattr(self.form, "parent_page", None)
