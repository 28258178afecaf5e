"""The parts and filters of the queue of comments."""

from typing import Any

from django.conf import settings
from django.contrib.admin.filters import SimpleListFilter
from django.http import HttpRequest
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _
from wagtail_modeladmin.views import IndexView

from community import comment_queue
from community.models import Conversation, HeldFor, HiddenFor, State, User
from community.models.comments import CommentQuerySet
from community.targets import target_of, title_of


class PartFilter(SimpleListFilter):
    """Parts of the queue; what waits is shown where nothing is chosen."""

    title = gettext_lazy("part")
    parameter_name = "part"
    WAITING, REPORTED, NEW, APPEALED = "waiting", "reported", "new", "appeals"
    HIDDEN, ALL = "hidden", "all"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name the parts besides the first."""
        return [
            (self.REPORTED, _("Reported")),
            (self.NEW, _("New, not looked at")),
            (self.APPEALED, _("Appealed against")),
            (self.HIDDEN, _("Hidden")),
            (self.ALL, _("All")),
        ]

    def choices(self, changelist: IndexView) -> Any:
        """Offer what waits first, in the place of "all"."""
        for number, choice in enumerate(super().choices(changelist)):
            yield choice | {"display": _("Waiting")} if number == 0 else choice

    def queryset(self, request: HttpRequest, queryset: CommentQuerySet) -> CommentQuerySet:
        """Keep the comments of the chosen part."""
        if self.value() == self.ALL:
            return queryset
        if self.value() == self.HIDDEN:
            return queryset.filter(state=State.HIDDEN)
        parts = {
            self.REPORTED: comment_queue.reported,
            self.NEW: comment_queue.not_looked_at,
            self.APPEALED: comment_queue.appealed,
        }
        return parts.get(self.value(), comment_queue.waiting)(queryset)


class LanguageFilter(SimpleListFilter):
    """Comments by the language of the page."""

    title = gettext_lazy("language")
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Name the portal's languages."""
        return [
            (code, get_language_info(code)["name_local"].capitalize())
            for code, _name in settings.LANGUAGES
        ]

    def queryset(self, request: HttpRequest, queryset: CommentQuerySet) -> CommentQuerySet:
        """Keep the comments of the chosen language."""
        return queryset.filter(language=self.value()) if self.value() else queryset


class HeldFilter(SimpleListFilter):
    """Comments by why they wait."""

    title = gettext_lazy("why it waits")
    parameter_name = "held"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name what comments wait for."""
        return [choice for choice in HeldFor.choices if choice[0] != HeldFor.REPORTED]

    def queryset(self, request: HttpRequest, queryset: CommentQuerySet) -> CommentQuerySet:
        """Keep the comments that wait for this."""
        return queryset.filter(held_for=self.value()) if self.value() else queryset


class ReasonFilter(SimpleListFilter):
    """Comments by the rule they break, as a moderator or who reported them says."""

    title = gettext_lazy("reason")
    parameter_name = "reason"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name the rules."""
        return list(HiddenFor.choices)

    def queryset(self, request: HttpRequest, queryset: CommentQuerySet) -> CommentQuerySet:
        """Keep the comments with this reason."""
        return comment_queue.with_reason(queryset, self.value()) if self.value() else queryset


class ChosenFilter(SimpleListFilter):
    """Comments of one author, or on one page: chosen by a link of a row, not from a list."""

    field = ""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Name what is chosen, so that it can be seen and let go."""
        value = request.GET.get(self.parameter_name, "")
        return [(value, self.name_of(int(value)))] if is_number(value) else []

    def name_of(self, number: int) -> str:
        """Return what readers call it."""
        raise NotImplementedError

    def queryset(self, request: HttpRequest, queryset: CommentQuerySet) -> CommentQuerySet:
        """Keep the comments of what is chosen."""
        value = self.value() or ""
        return queryset.filter(**{self.field: int(value)}) if is_number(value) else queryset


class MemberFilter(ChosenFilter):
    """Comments of one member."""

    title = gettext_lazy("author")
    parameter_name = "member"
    field = "user"

    def name_of(self, number: int) -> str:
        """Return the member's name."""
        member = User.objects.filter(pk=number).first()
        return member.public_name if member else str(number)


class PlaceFilter(ChosenFilter):
    """Comments on one page or in one discussion."""

    title = gettext_lazy("page")
    parameter_name = "place"
    field = "conversation"

    def name_of(self, number: int) -> str:
        """Return the title of the page or the discussion."""
        conversation = Conversation.objects.filter(pk=number).first()
        target = target_of(conversation) if conversation else None
        return title_of(target) if target else str(number)


def is_number(value: str) -> bool:
    """Say whether something typed into an address can be a row's number."""
    return value.isascii() and value.isdecimal() and len(value) < 19
