"""Pages are translated without the pictures that are gone from their blocks.

wagtail-localize reads and writes the words of a picture on the picture itself, so a page with a
block whose picture somebody had deleted could not be translated any more.
"""

from typing import Any

from wagtail_localize.segments.extract import StreamFieldSegmentExtractor
from wagtail_localize.segments.ingest import StreamFieldSegmentsWriter

_extract = StreamFieldSegmentExtractor.handle_image_block
_write = StreamFieldSegmentsWriter.handle_image_block


def extract_where_a_picture_is(
    self: StreamFieldSegmentExtractor, block: Any, picture: Any, *args: Any, **kwargs: Any
) -> list[Any]:
    """Return what translators are to translate of a picture; nothing without one."""
    return [] if picture is None else _extract(self, block, picture, *args, **kwargs)


def write_where_a_picture_is(
    self: StreamFieldSegmentsWriter, block: Any, picture: Any, *args: Any, **kwargs: Any
) -> Any:
    """Give a picture its translated words; nothing where there is none."""
    return None if picture is None else _write(self, block, picture, *args, **kwargs)


def translate_without_them() -> None:
    """Let translations pass over pictures that are gone."""
    StreamFieldSegmentExtractor.handle_image_block = extract_where_a_picture_is
    StreamFieldSegmentsWriter.handle_image_block = write_where_a_picture_is
