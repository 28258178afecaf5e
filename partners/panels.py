"""What the form of a partner's page says about its terms."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class TermsPanel(Panel):
    """Shows the terms of a partnership; they are changed where they hold for all languages."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Terms"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        """The terms of one partner."""

        template_name = "partners/admin/terms.html"

        @property
        def terms(self) -> list[Any]:
            """The terms, the earliest first."""
            partner = self.instance.partner
            return list(partner.terms.all()) if partner else []

        @property
        def address(self) -> str:
            """Where whoever looks may change them; empty for everybody else."""
            partner = self.instance.partner
            if partner is None or not self.request.user.has_perm("partners.change_partner"):
                return ""
            return reverse("wagtailsnippets_partners_partner:edit", args=[partner.pk])

        def is_shown(self) -> bool:
            """Leave it out of the form of a new page, which asks for the first term."""
            return bool(self.instance.pk)
