"""What the editor's form says about the front page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class SectionsReportPanel(Panel):
    """Names the sections that visitors don't get now, or that have grown old, and why."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Worth a look"))
        super().__init__(**kwargs)

    def clone_kwargs(self) -> dict[str, Any]:
        """Describe the panel for its copies."""
        return super().clone_kwargs()

    class BoundPanel(Panel.BoundPanel):
        """The panel of one page."""

        template_name = "home/admin/sections_report.html"

        @property
        def report(self) -> list[Any]:
            """The sections that have something to tell, as they were saved last."""
            if not self.instance.pk:
                return []
            return [
                section
                for section in self.instance.read_sections
                if section.reason or section.warnings
            ]

        def is_shown(self) -> bool:
            """Show the panel only where there is something to tell."""
            return bool(self.report)
