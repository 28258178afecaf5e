"""What is true of the blocks of every page type."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from wagtail import blocks
from wagtail.fields import StreamField

from site_config.blocks.choices import OptionBlock


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


@pytest.mark.parametrize("value", ["red", ""])
def test_an_option_is_nothing_to_search(value: str):
    option = OptionBlock(choices=[("red", "Karmin")], required=False)

    assert option.get_searchable_content(value) == []
