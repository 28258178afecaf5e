"""The forms in which staff begin a discussion, and correct what a member has written."""

from typing import Any

from wagtail.snippets.views.snippets import CreateView, EditView

from community.models import Discussion
from community.services.correcting import correcting


class StartView(CreateView):
    """Begins a discussion, in the name of who begins it."""

    def save_instance(self) -> Discussion:
        """Store the discussion as this person's own."""
        self.form.instance.author = self.request.user
        return super().save_instance()


class CorrectView(EditView):
    """Corrects a discussion; readers, moderators and its author know of it."""

    def save_instance(self) -> Any:
        """Store the discussion, and what its words were before."""
        with correcting(discussion_id=self.object.pk, editor=self.request.user):
            return super().save_instance()
