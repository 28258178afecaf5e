"""Blocks of words."""

from typing import Any, ClassVar

from django.conf import settings
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail_localize.segments import StringSegmentValue

from site_config.blocks.choices import OptionBlock

RICH_TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


class TranslatedTextValue(blocks.StructValue):
    """One text in each language of the portal."""

    def __str__(self) -> str:
        """The text in the reader's language, or the first that was given."""
        current = self.get(get_language() or settings.LANGUAGE_CODE)
        return current or next((text for text in self.values() if text), "")


class TranslatedTextBlock(blocks.StructBlock):
    """A short text that is written in every language at once, as in menus."""

    def __init__(self, *, required: bool = True, max_length: int = 120, **kwargs: Any) -> None:
        languages = [
            (code, blocks.CharBlock(label=name, required=required, max_length=max_length))
            for code, name in settings.LANGUAGES
        ]
        super().__init__(languages, **kwargs)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Describe the block for a migration."""
        args, kwargs = self._constructor_args
        return ("site_config.blocks.text.TranslatedTextBlock", args, kwargs)

    def deconstruct_with_lookup(self, lookup: Any) -> tuple[str, list[Any], dict[str, Any]]:
        """Describe the block for a migration that shares definitions."""
        return self.deconstruct()

    @classmethod
    def construct_from_lookup(cls, lookup: Any, *args: Any, **kwargs: Any) -> Any:
        """Build the block anew from a migration."""
        return cls(**kwargs)

    class Meta:
        icon = "globe"
        label_format = "{sq} / {en}"
        value_class = TranslatedTextValue


class HeadingValue(blocks.StructValue):
    """A heading and the place a contents list links to."""

    @property
    def anchor(self) -> str:
        """The words of the fragment that leads to this heading."""
        return slugify(self["text"]) or "section"


class HeadingBlock(blocks.StructBlock):
    """A heading between the parts of a story."""

    text = blocks.CharBlock(label=_("Heading"), max_length=120)
    level = OptionBlock(
        label=_("Level"),
        choices=[("h2", _("Part of the story")), ("h3", _("Section of a part"))],
        default="h2",
        help_text=_("A section always stands inside a part, so readers can follow by headings."),
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Names the part of the story that follows.")
        template = "blocks/heading.html"
        preview_value = {"text": "Six hundred trees, one street at a time", "level": "h2"}
        value_class = HeadingValue


class ParagraphBlock(blocks.RichTextBlock):
    """Running text."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        template = "blocks/paragraph.html"
        preview_value = (
            "<p>The parks service has prepared <b>six hundred young trees</b> for the "
            "boulevard.</p>"
            "<ul><li>Limes for the boulevard</li><li>Holm oaks for the park</li></ul>"
        )


class QuoteBlock(blocks.StructBlock):
    """Somebody's own words."""

    text = blocks.TextBlock(label=_("Words"), max_length=600)
    attribution = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)
    role = blocks.CharBlock(label=_("Their role"), required=False, max_length=160)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("A person's words, with their name.")
        template = "blocks/quote.html"
        preview_value = {"text": "The park is ours again.", "attribution": "Ana", "role": ""}


class FactBlock(blocks.StructBlock):
    """One fact with its name."""

    label = blocks.CharBlock(label=_("What"), max_length=60)
    value = blocks.CharBlock(label=_("Fact"), max_length=200)


class FactBoxBlock(blocks.StructBlock):
    """When, where, how much: facts at a glance."""

    title = blocks.CharBlock(label=_("Title"), max_length=80, default=_("At a glance"))
    items = blocks.ListBlock(FactBlock(), label=_("Facts"), min_num=1, max_num=12)

    class Meta:
        icon = "list-ul"
        label = _("Fact box")
        description = _("Date, place, price: the facts that readers look for first.")
        template = "blocks/facts.html"
        preview_value = {
            "title": "At a glance",
            "items": [{"label": "When", "value": "22 April, 8:00 to 20:00"}],
        }


class TableBlock(TypedTableBlock):
    """A table whose texts can be translated cell by cell."""

    def __init__(self, **kwargs: Any) -> None:
        columns = [
            ("text", blocks.CharBlock(label=_("Text"), required=False, max_length=250)),
            ("number", blocks.DecimalBlock(label=_("Number"), required=False)),
        ]
        super().__init__(columns, **kwargs)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Describe the block for a migration."""
        args, kwargs = self._constructor_args
        return ("site_config.blocks.text.TableBlock", args, kwargs)

    def deconstruct_with_lookup(self, lookup: Any) -> tuple[str, list[Any], dict[str, Any]]:
        """Describe the block for a migration that shares definitions."""
        return self.deconstruct()

    @classmethod
    def construct_from_lookup(cls, lookup: Any, *args: Any, **kwargs: Any) -> Any:
        """Build the block anew from a migration."""
        return cls(**kwargs)

    def get_translatable_segments(self, value: TypedTable) -> list[StringSegmentValue]:
        """Name each text of the table for translators: caption, headings and text cells."""
        texts = {"caption": value.caption}
        for at, column in enumerate(value.columns):
            texts[f"head-{at}"] = column["heading"]
        for line, row in enumerate(value.row_data):
            for at, cell in enumerate(row["values"]):
                if value.columns[at]["block"].name == "text":
                    texts[f"cell-{line}-{at}"] = cell
        return [StringSegmentValue(path, text) for path, text in texts.items() if text]

    def restore_translated_segments(
        self, value: TypedTable, segments: list[StringSegmentValue]
    ) -> TypedTable:
        """Put translated texts back where they came from."""
        for segment in segments:
            kind, *place = segment.path.split("-")
            text = segment.render_text()
            if kind == "caption":
                value.caption = text
            elif kind == "head":
                value.columns[int(place[0])]["heading"] = text
            else:
                value.row_data[int(place[0])]["values"][int(place[1])] = text
        return value

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Rows and columns with headings, for figures that belong together.")
        template = "blocks/table.html"
        preview_value: ClassVar[dict[str, Any]] = {
            "caption": "Young trees by street",
            "columns": [
                {"type": "text", "heading": "Street"},
                {"type": "number", "heading": "Trees"},
            ],
            "rows": [{"values": ["Boulevard", 240]}, {"values": ["Rruga e Kavajës", 86]}],
        }
