"""Following by mail: one engine for everything that can be followed.

Apps above register what can be followed with ``@hooks.register(KIND_HOOK)``, a function that
returns a `Kind`; pages that are published for the first time are then told of by themselves. For
any other change they call `announce`.
"""

from community.subscriptions.announcing import announce
from community.subscriptions.channels import (
    KIND_HOOK,
    Channel,
    Described,
    Kind,
    channel_of_page,
    describe,
    page_kind,
)
from community.subscriptions.figures import mailboxes_following
from community.subscriptions.reading import MailBody

__all__ = [
    "KIND_HOOK",
    "Channel",
    "Described",
    "Kind",
    "MailBody",
    "announce",
    "channel_of_page",
    "describe",
    "mailboxes_following",
    "page_kind",
]
