"""Blocks of a publication: those who made it, and what stands in it."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from publications.languages import PublicationLanguage
from site_config.blocks.choices import OptionBlock


class AuthorBlock(blocks.StructBlock):
    """Somebody who made the publication."""

    name = blocks.CharBlock(
        label=_("Name"), max_length=120, help_text=_("First name first: “Mira Çela”.")
    )
    kind = OptionBlock(
        label=_("Kind"),
        choices=[("person", _("A person")), ("organisation", _("An organisation"))],
        default="person",
    )

    class Meta:
        icon = "user"
        label = _("Author")
        description = _("A person or an organisation, in the order of the title page.")
        label_format = "{name}"
        template = "publications/blocks/author.html"
        preview_value = {"name": "Mira Çela", "kind": "person"}


class ContentsEntryBlock(blocks.StructBlock):
    """One line of the contents."""

    title = blocks.CharBlock(label=_("Title"), max_length=250)
    page = blocks.IntegerBlock(
        label=_("Page of the PDF"),
        required=False,
        min_value=1,
        max_value=30_000,
        help_text=_(
            "Counted from the first page of the file, which may differ from the number printed "
            "on it. The title then opens the PDF there."
        ),
    )
    authors = blocks.CharBlock(
        label=_("Authors"), required=False, max_length=250, help_text=_("With commas between.")
    )
    language = OptionBlock(
        label=_("Language of the title"),
        choices=PublicationLanguage.choices,
        required=False,
        help_text=_("Only where it differs from the page's language. Screen readers need it."),
    )

    class Meta:
        icon = "list-ol"
        label = _("Entry")
        description = _("An article or a chapter, with the page on which it begins.")
        label_format = "{title}"
        template = "publications/blocks/entry.html"
        preview_value = {"title": "Shade as infrastructure", "page": 4, "authors": "Ilir Dervishi"}


class SupplementBlock(blocks.StructBlock):
    """A file that was published along with an issue or a book."""

    title = blocks.CharBlock(label=_("Title"), max_length=250)
    kind = OptionBlock(
        label=_("Kind"),
        choices=[
            ("supplement", _("Supplement")),
            ("map", _("Map")),
            ("poster", _("Poster")),
            ("data", _("Data")),
            ("errata", _("Corrections")),
        ],
        default="supplement",
    )
    document = DocumentChooserBlock(label=_("File"))
    language = OptionBlock(
        label=_("Language of the title"),
        choices=PublicationLanguage.choices,
        required=False,
        help_text=_("Only where it differs from the page's language. Screen readers need it."),
    )

    class Meta:
        icon = "doc-full"
        label = _("Supplement")
        description = _("A file that came with the publication, such as a map or the data.")
        label_format = "{title}"
        template = "publications/blocks/supplement.html"
        preview_value = {"title": "Map of the shade", "kind": "map", "document": None}
