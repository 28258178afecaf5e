"""What is true of every section of the front page."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page, PageViewRestriction, Site

from home.blocks.choosers import SharedPageChooserBlock
from site_config.blocks.links import LinkBlock, LinkValue, PlaceBlock
from site_config.blocks.text import RICH_TEXT_FEATURES
from site_config.days import city_today
from site_config.models.tree import TreeQuerySet
from site_config.picture_loading import Pictures
from site_config.pictures import STANDARD_SPECS

NOTHING_TEMPLATE = "home/sections/nothing.html"


class NothingToShow(Exception):  # noqa: N818  (no failure: a section that has its reasons)
    """A section has nothing for visitors now; its message tells staff why."""


class Front:
    """The front page as its sections see it: one day, one language, one set of look-ups.

    Args:
        page: the front page; unsaved in a preview.
        day: the day in the city on which it is read.
    """

    def __init__(self, page: Any, day: date) -> None:
        self.page = page
        self.day = day

    @cached_property
    def _children(self) -> list[Page]:
        children = TreeQuerySet(Page).child_of(self.page).live().unrestricted().order_by("path")
        return list(children.select_related("content_type")) if self.page.pk else []

    def index(self, model: type[Page]) -> Page | None:
        """Return the first published page of a type right below the front page."""
        name = model._meta.model_name
        found = (page for page in self._children if page.content_type.model == name)
        return next(found, None)

    def in_language(self, chosen: Iterable[Page | None]) -> list[Page]:
        """Return what a section chose, in the language of the front page where it is published.

        A translated front page keeps the choices of its source. They cost a question only
        where they are in another language; all are of one type.
        """
        pages = [page for page in chosen if page is not None]
        foreign = [page for page in pages if page.locale_id != self.page.locale_id]
        if not foreign:
            return pages
        same = (
            type(foreign[0])
            .objects.live()
            .filter(
                translation_key__in=[page.translation_key for page in foreign],
                locale_id=self.page.locale_id,
            )
        )
        own = {page.translation_key: page for page in same}
        return [own.get(page.translation_key, page) for page in pages]

    def one_in_language(self, chosen: Page | None) -> Page | None:
        """Return the one page that a section chose, as ``in_language`` does; None for none."""
        return next(iter(self.in_language([chosen])), None)

    @cached_property
    def _closed_paths(self) -> tuple[str, ...]:
        # Read once for all sections: asking for the pages of each would cost each a question.
        return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))

    def why_hidden(self, chosen: Page) -> str:
        """Return why visitors are not shown a page that staff chose; empty if they are.

        Args:
            chosen: from ``in_language``.
        """
        if not chosen.live:
            return gettext("“%(title)s” is not published.") % {"title": chosen.title}
        if chosen.path.startswith(self._closed_paths):
            return gettext("“%(title)s” is not for everybody.") % {"title": chosen.title}
        return ""


class SectionLinkBlock(LinkBlock):
    """A link of a section, with the place on the page that it leads to."""

    page = SharedPageChooserBlock(label=_("Page of this portal"), required=False)
    place = PlaceBlock()

    class Meta:
        icon = "link"
        label = _("Link")
        value_class = LinkValue


class ButtonBlock(SectionLinkBlock):
    """A button that says what happens."""

    text = blocks.CharBlock(
        label=_("Words on the button"),
        max_length=60,
        help_text=_("Say what happens: “Join the Green Cities campaign”, not “Click here”."),
    )

    class Meta:
        icon = "pick"
        label = _("Button")
        label_format = "{text}"
        value_class = LinkValue


class SectionTitleBlock(blocks.CharBlock):
    """The heading of a section."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": _("Heading"), "max_length": 80} | kwargs)


class LeadBlock(blocks.TextBlock):
    """The sentence under a heading, set large."""

    def __init__(self, **kwargs: Any) -> None:
        defaults = {"label": _("Lead"), "required": False, "max_length": 400, "rows": 3}
        super().__init__(**defaults | kwargs)


class SectionTextBlock(blocks.RichTextBlock):
    """Running text of a section."""

    def __init__(self, **kwargs: Any) -> None:
        defaults = {"label": _("Text"), "required": False, "features": RICH_TEXT_FEATURES}
        super().__init__(**defaults | kwargs)


class SectionBlock(blocks.StructBlock):
    """A section: what staff write in its form, and what it shows besides.

    Its template gets ``section`` (a `home.sections.Section`) and everything that `contents`
    returns.
    """

    # Sections that stand side by side where they follow each other.
    pairs: ClassVar[bool] = False
    # Whether the section stands on a ground of its own; the others share the page's.
    wall: ClassVar[bool] = False
    # Whether what the section shows depends on the day.
    daily: ClassVar[bool] = False

    def contents(self, value: Any, front: Front, pictures: Pictures) -> dict[str, Any]:
        """Return what the section shows beside its own words.

        Raises:
            NothingToShow: visitors get nothing of the section now.
        """
        return {}

    def warnings(self, value: Any, front: Front) -> list[str]:
        """Return sentences for staff about what is old or about to end."""
        return []

    def render(self, value: Any, context: Any = None) -> SafeString:
        """Print the section, or for staff the reason why it shows nothing."""
        own = self.get_context(value, parent_context=context)
        template = NOTHING_TEMPLATE if own["section"].reason else self.meta.template
        return mark_safe(render_to_string(template, own))  # noqa: S308  (an escaped template)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add what the section shows where it stands alone, as in the editor's block picker."""
        context = super().get_context(value, parent_context)
        if "section" not in context:
            context |= self._context_alone(value)
        return context

    def _context_alone(self, value: Any) -> dict[str, Any]:
        site = Site.objects.select_related("root_page").get(is_default_site=True)
        pictures = Pictures()
        section = Section(self.name or "section", "preview", self, value)
        section.read(Front(site.root_page.localized, city_today()), pictures)
        pictures.load(*STANDARD_SPECS)
        return {"section": section, **section.contents}


@dataclass
class Section:
    """One section with what it shows.

    Attributes:
        kind: the block's name, such as ``news``.
        anchor: its address on the page, unique there.
        value: the words that staff wrote.
        contents: what its block found besides.
        reason: why it shows nothing now; empty where it does.
        first: whether it opens the page.
        close: whether it follows a section on the same ground, so that less space parts them.
    """

    kind: str
    anchor: str
    block: SectionBlock
    value: Any
    contents: dict[str, Any] = field(default_factory=dict)
    reason: str = ""
    warnings: list[str] = field(default_factory=list)
    first: bool = False
    close: bool = False

    def read(self, front: Front, pictures: Pictures) -> None:
        """Ask the block what it shows, or why it shows nothing."""
        try:
            self.contents = self.block.contents(self.value, front, pictures)
        except NothingToShow as reason:
            self.reason = str(reason)
        self.warnings = self.block.warnings(self.value, front)

    @property
    def template(self) -> str:
        """The template that prints it."""
        return str(self.block.meta.template)
