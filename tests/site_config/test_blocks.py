"""What is true of the blocks of every page type."""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Collection, CollectionViewRestriction, get_page_models

from site_config.blocks.choices import OptionBlock
from site_config.blocks.story import StoryBlock
from tests.factories.home import StandardPageFactory
from tests.factories.site_config import SiteDocumentFactory, SiteImageFactory

pytestmark = pytest.mark.django_db


def own_choices() -> Iterator[tuple[str, blocks.Block]]:
    """Yield every choice of every stream field, with the place where it stands."""

    def walk(block: blocks.Block, place: str) -> Iterator[tuple[str, blocks.Block]]:
        if isinstance(block, blocks.ChoiceBlock):
            yield place, block
        for name, child in getattr(block, "child_blocks", {}).items():
            yield from walk(child, f"{place}.{name}")
        if hasattr(block, "child_block"):
            yield from walk(block.child_block, f"{place}[]")

    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, StreamField):
                yield from walk(field.stream_block, f"{model._meta.label}.{field.name}")


def test_search_reads_no_names_of_options():
    found = dict(own_choices())

    assert len(found) > 5
    assert {place for place, block in found.items() if not isinstance(block, OptionBlock)} == set()


def blocks_of_pages() -> Iterator[tuple[str, blocks.Block]]:
    """Yield every block that editors pick for a page, with the place where it stands."""

    def walk(stream: blocks.StreamBlock, place: str) -> Iterator[tuple[str, blocks.Block]]:
        for name, block in stream.child_blocks.items():
            yield f"{place}.{name}", block
            for child in getattr(block, "child_blocks", {}).values():
                if isinstance(child, blocks.StreamBlock):
                    yield from walk(child, f"{place}.{name}")

    for model in get_page_models():
        for field in model._meta.local_fields:
            if isinstance(field, StreamField):
                yield from walk(field.stream_block, f"{model._meta.label}.{field.name}")


def preview(client: Client, block: blocks.Block) -> str:
    """Return what the block picker shows of a block."""
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    return re.search("<main.*</main>", response.content.decode(), re.DOTALL)[0]


def test_every_block_has_a_preview_in_the_picker():
    found = dict(blocks_of_pages())

    assert len(found) > 60
    assert [place for place, block in found.items() if not block.is_previewable] == []


def test_every_preview_of_the_picker_is_drawn(site):
    SiteImageFactory()
    SiteDocumentFactory()
    StandardPageFactory(parent=site.root_page)

    for place, block in blocks_of_pages():
        assert block.render(block.get_preview_value()).strip(), place


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("picture", "<figure"),
        ("gallery", 'class="masonry"'),
        ("document", "The plan of the trees"),
        ("table", "Rruga e Kavajës"),
        ("embed", "<figure"),
    ],
)
def test_the_picker_shows_what_a_block_looks_like(admin_client, site, name, words):
    SiteImageFactory()
    SiteDocumentFactory(title="The plan of the trees")

    assert words in preview(admin_client, dict(StoryBlock().child_blocks)[name])


@pytest.mark.parametrize("name", ["picture", "gallery", "document"])
def test_the_picker_stands_in_a_library_without_anything_public(admin_client, site, name):
    private = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    SiteImageFactory(title="A secret", collection=private)
    SiteDocumentFactory(title="A secret", collection=private)

    shown = preview(admin_client, StoryBlock().child_blocks[name])

    assert "A secret" not in shown
    assert "<img" not in shown


@pytest.mark.parametrize("value", ["red", ""])
def test_an_option_is_nothing_to_search(value: str):
    option = OptionBlock(choices=[("red", "Karmin")], required=False)

    assert option.get_searchable_content(value) == []
