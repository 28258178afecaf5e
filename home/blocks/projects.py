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
        """Show the chosen projects that everybody may read, or the latest."""
        if value["projects"]:
            chosen = front.in_language(value["projects"])
            projects = [project for project in chosen if not front.why_hidden(project)]
        else:
            found = ProjectPage.objects.live().unrestricted().by_state()
            projects = list(found.filter(locale_id=front.page.locale_id)[:LATEST])
        if not projects:
            raise NothingToShow(gettext("no project is published."))
        pictures.want(projects)
        return {"index": front.index(ProjectIndexPage), "projects": projects}

    def warnings(self, value: Any, front: Front) -> list[str]:
        """Name the chosen projects that visitors are not shown."""
        chosen = front.in_language(value["projects"])
        return [hidden for project in chosen if (hidden := front.why_hidden(project))]
