"""Rich text of two editors at once: Wagtail reads it with one parser for all threads.

Two requests that opened the same kind of page together could fail, or show words of the other.
Here one waits for the other, for the milliseconds that it takes.
"""

from threading import Lock

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

_read = ContentstateConverter.from_database_format
_reading = Lock()


def read_alone(self: ContentstateConverter, html: str) -> str:
    """Return stored rich text as the editor wants it, while no other thread does the same."""
    with _reading:
        return _read(self, html)


def read_one_at_a_time() -> None:
    """Let every editor of rich text wait for its turn."""
    ContentstateConverter.from_database_format = read_alone
