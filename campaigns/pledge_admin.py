"""Who takes part in campaigns, for those who run them: with filters, an export, and one action."""

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.contrib.admin.utils import quote
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, re_path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail_modeladmin.helpers import ButtonHelper
from wagtail_modeladmin.views import InstanceSpecificView

from campaigns.models import CampaignPage, Pledge
from campaigns.services.withdrawing import hide_name
from site_config.operational_lists import ReadOnlyPermissions, RowsAdmin, RowURLHelper

HIDE = "hide_name"
HIDE_LOGGED = "campaigns.hide_name"
SHOW_LOGGED = "campaigns.show_name"


def campaign_titles() -> dict[Any, str]:
    """Return the titles of the campaigns that somebody takes part in, by what pages share."""
    keys = Pledge.objects.order_by().values("campaign").distinct()
    pages = CampaignPage.objects.filter(translation_key__in=keys).order_by("live", "-locale_id")
    return dict(pages.values_list("translation_key", "title"))


class CampaignFilter(SimpleListFilter):
    """Pledges of one campaign."""

    title = gettext_lazy("campaign")
    parameter_name = "campaign"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Name the campaigns that somebody takes part in."""
        titles = campaign_titles()
        return sorted(((str(key), title) for key, title in titles.items()), key=lambda row: row[1])

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep those of the chosen campaign; of one that nobody knows there are none."""
        if not self.value():
            return queryset
        known = {value for value, _title in self.lookup_choices}
        return queryset.filter(campaign=self.value()) if self.value() in known else queryset.none()


class WordsFilter(SimpleListFilter):
    """Pledges of one promise or task."""

    title = gettext_lazy("promise or task")
    parameter_name = "words"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Name what was chosen in the chosen campaign, or anywhere."""
        pledges = Pledge.objects.exclude(words="")
        chosen = request.GET.get(CampaignFilter.parameter_name, "")
        if chosen in {str(key) for key in campaign_titles()}:
            pledges = pledges.filter(campaign=chosen)
        words = pledges.order_by("words").values_list("words", flat=True).distinct()
        return [(word, word) for word in words[:50]]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep those that promised this."""
        return queryset.filter(words=self.value()) if self.value() else queryset


class MemberFilter(SimpleListFilter):
    """Pledges of members, or by e-mail."""

    title = gettext_lazy("by")
    parameter_name = "by"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Name both ways."""
        return [("member", gettext_lazy("Members")), ("mail", gettext_lazy("E-mail"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        """Keep those who came by the chosen way."""
        if self.value() in {"member", "mail"}:
            return queryset.filter(member__isnull=self.value() == "mail")
        return queryset


class PledgePermissions(ReadOnlyPermissions):
    """Who may see the list, and who may take a name off the page."""

    def user_can_hide_name(self, user: Any, pledge: Pledge) -> bool:
        """Whether there is a name that everybody reads, or has read, and the right to hide it."""
        has_right = self.user_has_specific_permission(user, self.get_perm_codename("change"))
        return has_right and bool(pledge.name) and pledge.is_public


class PledgeButtons(ButtonHelper):
    """A row's one button."""

    def get_buttons_for_obj(self, obj: Pledge, **kwargs: Any) -> list[dict[str, str]]:
        """Offer to hide the name or to show it again; the page that follows asks first."""
        buttons = super().get_buttons_for_obj(obj, **kwargs)
        if self.permission_helper.user_can_hide_name(self.request.user, obj):
            label = _("Show name again") if obj.name_hidden else _("Hide name")
            buttons.append(
                {
                    "url": self.url_helper.get_action_url(HIDE, quote(obj.pk)),
                    "label": label,
                    "classname": self.finalise_classname(["button-secondary"]),
                    "title": label,
                }
            )
        return buttons


class HideNameView(InstanceSpecificView):
    """Asks with GET, acts with POST."""

    page_title = gettext_lazy("A name on a campaign’s page")

    def check_action_permitted(self, user: Any) -> bool:
        """Refuse those without the right, and pledges without a public name."""
        return self.permission_helper.user_can_hide_name(user, self.instance)

    def get_meta_title(self) -> str:
        """Return what the browser's tab says."""
        return str(self.page_title)

    @property
    def action_url(self) -> str:
        """The address that the form is sent to."""
        return self.url_helper.get_action_url(HIDE, self.pk_quoted)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Hide the name or show it, write down who did so, and lead back to the list."""
        hidden = request.POST.get("hidden") == "1"
        if hide_name(pledge_id=self.instance.pk, hidden=hidden):
            # The log outlives the pledge, and so repeats no name.
            title = _("Pledge no. %(number)s") % {"number": self.instance.pk}
            log(instance=self.instance, action=HIDE_LOGGED if hidden else SHOW_LOGGED, title=title)
        messages.success(
            request, _("The name is hidden.") if hidden else _("The name is shown again.")
        )
        return redirect(self.index_url)

    def get_template_names(self) -> list[str]:
        """Return the template of the question."""
        return ["campaigns/admin/hide_name.html"]


class PledgeAdmin(RowsAdmin):
    """Pledges, signatures and offers of help, the latest first."""

    model = Pledge
    menu_label = gettext_lazy("Pledges")
    menu_icon = "form"
    menu_order = 430
    add_to_admin_menu = True
    permission_helper_class = PledgePermissions
    button_helper_class = PledgeButtons
    url_helper_class = RowURLHelper
    inspect_view_enabled = False
    history_view_enabled = False
    list_display = ("campaign_title", "kind", "words", "name", "contact", "shown", "confirmed_at")
    list_filter = (
        CampaignFilter,
        "kind",
        WordsFilter,
        MemberFilter,
        "language",
        "is_public",
        "confirmed_at",
    )
    list_export = (
        "campaign_title",
        "kind",
        "words",
        "note",
        "name",
        "contact",
        "is_public",
        "language",
        "confirmed_at",
    )
    export_filename = "pledges"
    search_fields = ("name", "email", "member__email", "member__display_name", "note")
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return all pledges with their members and the titles of their campaigns."""
        pages = CampaignPage.objects.filter(translation_key=OuterRef("campaign"))
        titles = pages.order_by("-live", "locale_id").values("title")[:1]
        pledges = super().get_queryset(request).select_related("member")
        return pledges.annotate(title_of_campaign=Subquery(titles))

    def campaign_title(self, pledge: Pledge) -> str:
        """Return the title of the campaign; empty where it was deleted."""
        return pledge.title_of_campaign or ""

    campaign_title.short_description = gettext_lazy("campaign")

    def contact(self, pledge: Pledge) -> str:
        """Return where its maker is written to; empty once it is forgotten."""
        return pledge.address

    contact.short_description = gettext_lazy("e-mail address")

    def shown(self, pledge: Pledge) -> str:
        """Say whether everybody reads the name."""
        if pledge.name_hidden:
            return _("hidden by staff")
        return _("yes") if pledge.is_public else _("no")

    shown.short_description = gettext_lazy("name shown")

    def hide_name_view(self, request: HttpRequest, instance_pk: str) -> HttpResponse:
        """Answer the address of "hide name"."""
        return HideNameView.as_view(model_admin=self, instance_pk=instance_pk)(request)

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        """Return the addresses that there is something to do at: the list and "hide name"."""
        return tuple(
            re_path(
                self.url_helper.get_action_url_pattern(action),
                view,
                name=self.url_helper.get_action_url_name(action),
            )
            for action, view in (("index", self.index_view), (HIDE, self.hide_name_view))
        )
