"""Pages that are published complete or not at all, by whichever way they go live."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

# In the history of a page that could not go live at its hour.
HELD = "gallery.publish.held"


class CompleteWhenPublished:
    """Asks for what readers can't do without before a page goes live, or is set to do so.

    The editor's form asks too, and shows each sentence at its field. This holds where there is no
    form: a workflow that approves a draft, several pages published at once, a publication at a
    later hour.
    """

    def check_complete(self) -> None:
        """Say what the page can't be published without.

        Raises:
            ValidationError: something is missing.
        """
        raise NotImplementedError

    def what_is_missing(self) -> list[str]:
        """Return the sentences of `check_complete`; none where nothing is missing."""
        try:
            self.check_complete()
        except ValidationError as error:
            return error.messages
        return []

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish a revision, at once or at its hour.

        A page whose hour has come, and that lost its words meanwhile, stays a draft; its history
        says why. It stops no other page.

        Raises:
            ValidationError: something is missing; nothing has changed.
        """
        # The page itself still is as it was published last.
        missing = revision.as_object().what_is_missing()
        hour = revision.approved_go_live_at
        if missing and hour is not None and hour <= timezone.now():
            Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
            log(instance=self, action=HELD, revision=revision, data={"missing": missing})
            return None
        if missing:
            raise ValidationError(missing)
        return super().publish(revision, *args, **kwargs)
