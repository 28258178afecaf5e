"""What a campaign or a project shows beside its own words: promises about it, and feeds."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property

from campaigns.feeds import Change, change_feed_links, changes_of_updates
from campaigns.models.commitments import CommitmentPage


class AnsweringMixin(models.Model):
    """A page with ``updates``, to which promises refer."""

    # The field by which promises refer to pages of this type.
    commitments_by: ClassVar[str]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Name the feeds of the page."""
        context = super().get_context(request, *args, **kwargs)
        return context | {"feeds": change_feed_links(self, request)}

    @cached_property
    def latest_updates(self) -> list[Any]:
        """What has happened, newest first."""
        return sorted(self.updates.all(), key=lambda update: update.date, reverse=True)

    @cached_property
    def commitments(self) -> list[CommitmentPage]:
        """The promises that refer to this page in any language, in this page's language."""
        if not self.pk:
            return []
        promises = CommitmentPage.objects.live().unrestricted().overdue_first()
        owner = {f"{self.commitments_by}__translation_key": self.translation_key}
        # A promise and its translation may refer to one and the same page, or to each their own.
        own = promises.filter(locale_id=self.locale_id)
        keys = CommitmentPage.objects.live().filter(**owner).order_by().values("translation_key")
        return list(own.filter(translation_key__in=keys))

    def dated_changes(self) -> list[Change]:
        """Return what its feed tells, the latest first."""
        return changes_of_updates(self)
