"""Projects in the spotlight."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from campaigns.models import ProjectIndexPage, ProjectPage
from home.blocks.section import Front, NothingToShow, Pictures, SectionBlock, SectionTitleBlock

LATEST = 4


class ProjectsSection(SectionBlock):
    """Cards of projects, in an uneven façade."""

    title = SectionTitleBlock()
    projects = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Project"), page_type="campaigns.ProjectPage"),
        label=_("Projects"),
        default=[],
        max_num=8,
        help_text=_("Leave empty for the four latest ones, those under way first."),
    )

    class Meta:
        icon = "clipboard-list"
        label = _("Projects")
        description = _("Chosen projects as large cards, or the latest.")
        template = "home/sections/projects.html"
        preview_value = {"title": "Projects", "projects": []}

    def contents(self, value: Any, front: Front, pictures: Pictures) -> dict[str, Any]:
        """Show the chosen projects that are published, or the latest."""
        if value["projects"]:
            projects = [it for it in front.in_language(value["projects"]) if it.live]
        else:
            found = ProjectPage.objects.live().unrestricted().by_state()
            projects = list(found.filter(locale_id=front.page.locale_id)[:LATEST])
        if not projects:
            raise NothingToShow(gettext("no project is published."))
        pictures.want(projects)
        return {"index": front.index(ProjectIndexPage), "projects": projects}

    def warnings(self, value: Any, front: Front) -> list[str]:
        """Name the chosen projects that are not published."""
        return [
            gettext("“%(title)s” is not published.") % {"title": project.title}
            for project in front.in_language(value["projects"])
            if not project.live
        ]
