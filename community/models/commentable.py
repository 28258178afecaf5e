"""What a page type takes on to be commented: its settings, its panel, its thread."""

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.models import Page

from community.comment_rules import INHERIT, CommentsRule, rule_above
from site_config.models import BasePage


class CommentsMode(models.TextChoices):
    """Whether a page takes comments."""

    INHERIT = INHERIT, _("As on the page above")
    OPEN = "open", _("Open")
    UNTIL = "until", _("Open until a date")
    CLOSED = "closed", _("Closed")


class CommentsModeMixin(models.Model):
    """Says whether comments are open on a page, and on the pages below that follow it."""

    comments_mode = models.CharField(
        _("comments"),
        max_length=10,
        blank=True,
        choices=CommentsMode,
        default=CommentsMode.INHERIT,
        db_default=CommentsMode.INHERIT.value,
        help_text=_(
            "Where comments are closed, what has been written can still be read. The community "
            "settings have one switch for the whole portal."
        ),
    )
    comments_until = models.DateTimeField(_("open until"), null=True, blank=True)

    # Whether pages below may follow this one.
    rules_comments: ClassVar[bool] = True

    # What stands under "Settings" where a page type has them in a tab of its own.
    settings_and_comments: ClassVar[list[Panel]] = [
        *BasePage.settings_panels,
        MultiFieldPanel(
            [FieldPanel("comments_mode"), FieldPanel("comments_until")], heading=_("Comments")
        ),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Ask for the date where comments are open until one.

        Raises:
            ValidationError: there is none.
        """
        super().clean()
        if self.comments_mode == CommentsMode.UNTIL and self.comments_until is None:
            raise ValidationError({"comments_until": _("Until when are comments open?")})

    def comments_open_at(self, moment: datetime) -> bool:
        """Say whether comments are open here by what is stored, the switch apart."""
        return _is_open(self._stored_rule(), moment)

    def comments_shown_open_at(self, moment: datetime) -> bool:
        """Say the same for readers, without asking the database; a minute late at most."""
        return _is_open(self._known_rule(), moment)

    def comments_close_after(self, moment: datetime) -> datetime | None:
        """Return when comments will close by themselves, where that is still to come."""
        rule = self._known_rule()
        if rule is None or rule.mode != CommentsMode.UNTIL:
            return None
        return rule.until if rule.until is not None and rule.until > moment else None

    def _own_rule(self) -> CommentsRule | None:
        if self.comments_mode == CommentsMode.INHERIT:
            return None
        return CommentsRule(self.comments_mode, self.comments_until)

    def _known_rule(self) -> CommentsRule | None:
        return self._own_rule() or rule_above(self)

    def _stored_rule(self) -> CommentsRule | None:
        """Return what the nearest page, this or above, decides; None if all follow."""
        page: Any = self
        while True:
            if isinstance(page, CommentsModeMixin) and (rule := page._own_rule()):
                return rule
            if page.depth <= 2:
                return None
            above = page.get_parent()
            page = above.specific_deferred if type(above) is Page else above


class CommentablePageMixin(CommentsModeMixin):
    """A page with a thread of comments. Its template includes ``comment_thread.html``."""

    rules_comments = False
    # Whether schema.org lets this kind of thing have comments; events and projects have none.
    is_creative_work: ClassVar[bool] = True
    # The comments of the request that is being answered.
    shown_thread: Any = None
    # What was said about the page goes with it.
    conversations = GenericRelation("community.Conversation")

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the comments that the address asks for with ``?comments=``."""
        context = super().get_context(request, *args, **kwargs)
        context["thread"] = self.shown_thread = thread = self.comment_thread(request)
        if thread and thread.page_query:
            # Other comments than on the first page, so a page of its own to search engines.
            context["canonical_url"] = f"{self.full_url}{thread.page_query}"
        return context

    def structured_data(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """Describe the page with the comments that it shows (schema.org ``comment``)."""
        data = super().structured_data(request)
        if self.shown_thread is None or request is None or not self.is_creative_work:
            return data
        from community.structured_data import comments_data

        return data | comments_data(self.shown_thread, request)

    def fresh_until(self, now: datetime) -> datetime | None:
        """Return when the page next changes by the clock: also when its comments close."""
        moments = [super().fresh_until(now), self.comments_close_after(now)]
        return min((moment for moment in moments if moment), default=None)

    def comment_thread(self, request: HttpRequest) -> Any:
        """Return the comments of the page as one request asks for them.

        Raises:
            Http404: there is no such page of comments.
        """
        # Reading stands on the models, so it can't be imported before them.
        from community.threads import thread_for_page

        return thread_for_page(self, request)


def _is_open(rule: CommentsRule | None, moment: datetime) -> bool:
    if rule is None or rule.mode == CommentsMode.OPEN:
        return True
    if rule.mode == CommentsMode.CLOSED:
        return False
    return rule.until is not None and moment < rule.until
