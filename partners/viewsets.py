"""How staff list and edit partnerships and placements."""

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.admin.ui.tables import Column
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from partners.looking import note_looks
from partners.models import Partner, Placement
from partners.partnership_form import PartnershipForm
from site_config.visits import VisitKind, with_sum

STATES = [("current", _("Running")), ("past", _("Over")), ("coming", _("Not begun"))]


def with_figures(placements: QuerySet) -> QuerySet:
    """Return placements with how often they were seen and clicked, in the same query."""
    seen = with_sum(placements, "views", VisitKind.VIEW, Placement)
    return with_sum(seen, "clicks", VisitKind.CLICK, Placement)


class BegunByPages(ModelPermissionPolicy):
    """Rights over partnerships: a partner's page begins one, nobody adds one by hand."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Refuse to add; else ask for the right."""
        return action != "add" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        """Ask for any right but the one to add."""
        return super().user_has_any_permission(user, set(actions) - {"add"})


class StateFilter(ChoiceFilter):
    """Rows by whether their days hold today."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(label=_("State"), choices=STATES, method="of_state", **kwargs)


def looking_after_partners(_request: HttpRequest) -> QuerySet:
    """Return the colleagues to choose from: of all accounts those who look after a partner."""
    named = Partner.objects.exclude(responsible=None).order_by().values("responsible")
    return get_user_model().objects.filter(pk__in=named).order_by("display_name", "pk")


class PartnerFilterSet(WagtailFilterSet):
    """The filters of the list of partnerships."""

    state = StateFilter()
    responsible = ModelChoiceFilter(label=_("responsible person"), queryset=looking_after_partners)

    class Meta:
        model = Partner
        fields = ["language"]

    def of_state(self, partners: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep the partnerships of the chosen state."""
        return partners.in_state(value, timezone.localdate())


class PlacementFilterSet(WagtailFilterSet):
    """The filters of the list of placements."""

    state = StateFilter()

    class Meta:
        model = Placement
        fields = ["kind", "partner"]

    def of_state(self, placements: QuerySet, _name: str, value: str) -> QuerySet:
        """Keep the placements of the chosen state."""
        today: date = timezone.localdate()
        if value == "current":
            return placements.live_on(today)
        return placements.past_on(today) if value == "past" else placements.coming_on(today)


class PartnerIndexView(IndexView):
    """Partnerships with their last days, in one query."""

    def get_base_queryset(self) -> QuerySet:
        """Read what the columns show with the rows."""
        return super().get_base_queryset().select_related("responsible").with_days()


class PlacementIndexView(IndexView):
    """Placements with their figures; who looks at them is noted in the partners' history."""

    def get_base_queryset(self) -> QuerySet:
        """Read partner, page and figures with the rows."""
        return with_figures(super().get_base_queryset().select_related("partner", "page"))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show or export the list."""
        response = super().get(request, *args, **kwargs)
        shown = self.get_queryset() if self.is_export else self.object_list
        note_looks(user=request.user, partners={placement.partner for placement in shown})
        return response


class PartnerViewSet(SnippetViewSet):
    """Partners apart from their pages: terms, people, drawings of the logo."""

    model = Partner
    icon = "group"
    menu_label = _("Partnerships")
    menu_order = 311
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = PartnerIndexView
    list_display = [
        "name",
        Column("first_day", label=_("Partner from"), sort_key="first_day"),
        Column("last_day", label=_("Partner until"), sort_key="last_day"),
        "responsible",
        Column("get_language_display", label=_("Language of the mails")),
    ]
    list_export = ["name", "first_day", "last_day", "responsible", "reminder_email", "language"]
    export_headings: ClassVar = {
        "name": _("Name"),
        "first_day": _("Partner from"),
        "last_day": _("Partner until"),
    }
    export_filename = "partnerships"
    filterset_class = PartnerFilterSet
    ordering = ["name"]
    list_per_page = 50
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    HelpPanel(
                        _(
                            "To renew a partner, add a term; the earlier ones stay. The logo "
                            "comes back to every placement by itself, and the page in each "
                            "language follows."
                        )
                    ),
                    InlinePanel("terms", label=_("Term"), heading=_("Terms")),
                ],
                heading=_("Terms"),
            ),
            ObjectList(
                [
                    HelpPanel(
                        _(
                            "A drawing stays sharp in every size, and takes the place of the "
                            "page’s picture. What could run or load something is taken out."
                        )
                    ),
                    InlinePanel("drawings", label=_("Drawing"), heading=_("Logo (SVG)"), max_num=3),
                ],
                heading=_("Logo"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [
                            FieldPanel("responsible"),
                            FieldPanel("reminder_email"),
                            FieldPanel("language"),
                        ],
                        heading=_("Reminders"),
                    ),
                    InlinePanel(
                        "members",
                        label=_("Member"),
                        heading=_("Who signs in for the partner"),
                    ),
                ],
                heading=_("People"),
            ),
        ],
        base_form_class=PartnershipForm,
    )

    @property
    def permission_policy(self) -> ModelPermissionPolicy:
        """Who may do what with partnerships."""
        return BegunByPages(self.model)


class PlacementViewSet(SnippetViewSet):
    """Where logos stand, with dates, promises and figures."""

    model = Placement
    icon = "view"
    menu_label = _("Placements")
    menu_order = 312
    add_to_admin_menu = True
    copy_view_enabled = True
    index_view_class = PlacementIndexView
    list_display = [
        "name",
        Column("partner", label=_("Partner"), sort_key="partner__name"),
        Column("get_kind_display", label=_("Where"), sort_key="kind"),
        Column("page", label=_("Page")),
        Column("starts_on", label=_("From"), sort_key="starts_on"),
        Column("ends_on", label=_("Until"), sort_key="ends_on"),
        Column("views", label=_("Views"), sort_key="views"),
        Column("promised_views", label=_("Promised"), sort_key="promised_views"),
        Column("clicks", label=_("Clicks"), sort_key="clicks"),
    ]
    list_export = [
        *("name", "partner", "get_kind_display", "page", "starts_on", "ends_on"),
        *("views", "promised_views", "clicks"),
    ]
    export_headings: ClassVar = {
        "name": _("Name"),
        "partner": _("Partner"),
        "get_kind_display": _("Where"),
        "page": _("Page"),
        "starts_on": _("From"),
        "ends_on": _("Until"),
        "views": _("Views"),
        "promised_views": _("Promised"),
        "clicks": _("Clicks"),
    }
    export_filename = "placements"
    filterset_class = PlacementFilterSet
    list_per_page = 50
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [FieldPanel("partner"), FieldPanel("kind"), PageChooserPanel("page")],
                heading=_("Place"),
            ),
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldRowPanel(
                        [FieldPanel("starts_on"), FieldPanel("ends_on")], heading=_("Days")
                    ),
                    FieldPanel("promised_views"),
                ],
                heading=_("Agreement"),
            ),
        ]
    )
