"""The HTML edition of a publication: its chapters."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import Http404
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks

from publications.languages import PublicationLanguage
from site_config.blocks.choices import OptionBlock
from site_config.blocks.story import StoryBlock


class ChapterBlock(blocks.StructBlock):
    """One chapter or article, to be read on the portal itself."""

    title = blocks.CharBlock(label=gettext_lazy("Title"), max_length=250)
    authors = blocks.CharBlock(
        label=gettext_lazy("Authors"),
        required=False,
        max_length=250,
        help_text=gettext_lazy("With commas between. Leave empty for those of the publication."),
    )
    page = blocks.IntegerBlock(
        label=gettext_lazy("Page of the PDF"),
        required=False,
        min_value=1,
        max_value=30_000,
        help_text=gettext_lazy("Where it begins in the PDF. The chapter then links to it."),
    )
    language = OptionBlock(
        label=gettext_lazy("Language of the chapter"),
        choices=PublicationLanguage.choices,
        required=False,
        help_text=gettext_lazy(
            "Only where it differs from the page's language. Screen readers need it."
        ),
    )
    story = StoryBlock(label=gettext_lazy("Text"))

    class Meta:
        icon = "openquote"
        label = gettext_lazy("Chapter")
        description = gettext_lazy("A chapter or an article of the edition for reading online.")
        label_format = "{title}"
        template = "publications/blocks/chapter.html"
        preview_value = {
            "title": "Shade as infrastructure",
            "authors": "Ilir Dervishi",
            "story": [{"type": "paragraph", "value": "<p>A street is cooler by four degrees.</p>"}],
        }


class Chapter(NamedTuple):
    """A chapter with its place in the edition.

    Attributes:
        number: counted from 1.
        url: where it is read.
        title: its title.
        value: the block's value.
    """

    number: int
    url: str
    title: str
    value: Any

    @property
    def text(self) -> str:
        """All its words, without any markup."""
        block = self.value.block.child_blocks["story"]
        content = block.get_searchable_content(self.value["story"])
        return strip_tags(" ".join(str(part) for part in content))


def chapters_of(stream: Iterable[Any], url: str) -> list[Chapter]:
    """Return the chapters of an edition.

    Args:
        stream: the stream field.
        url: the address of the publication.
    """
    return [
        Chapter(number, f"{url}read/{number}/", block.value["title"], block.value)
        for number, block in enumerate(stream, 1)
    ]


def around(chapters: list[Chapter], number: int) -> dict[str, Chapter | None]:
    """Return a chapter and its neighbours, as ``chapter``, ``earlier`` and ``later``.

    Raises:
        Http404: there is no such chapter.
    """
    if not 1 <= number <= len(chapters):
        raise Http404(_("This publication has no such chapter."))
    return {
        "chapter": chapters[number - 1],
        "earlier": chapters[number - 2] if number > 1 else None,
        "later": chapters[number] if number < len(chapters) else None,
    }
