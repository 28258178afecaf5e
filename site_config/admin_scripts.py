"""How the admin's widgets start without inline scripts, which its policy refuses.

Wagtail writes a script behind each chooser and each field for a date. In their place stands an
element that names what is to be started; ``js/admin_starts.js`` starts nothing but what it knows.
So no script of a page needs a nonce, and nothing that somebody smuggles into one can borrow it.
"""

import json
import re
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser

# What Wagtail's choosers write: a constructor or a function, called once with JSON.
CALL = re.compile(r"(?:new )?(?P<name>\w+)\((?P<arguments>.*)\);", re.DOTALL)


def starting(call: str) -> SafeString:
    """Return the element that stands for a call in JavaScript.

    Args:
        call: as Wagtail's widgets write it, such as ``new PageChooser("id_page", {});``.

    Raises:
        ValueError: the call does more than call one name with JSON.
    """
    found = CALL.fullmatch(call)
    if found is None:
        raise ValueError(f"The admin's policy has no place for this script: {call}")
    arguments = json.loads(f"[{found['arguments']}]")
    return format_html(
        '<span hidden data-controller="portal-start" data-portal-start-name-value="{}"'
        ' data-portal-start-arguments-value="{}"></span>',
        found["name"],
        json.dumps(arguments),
    )


def render_chooser(
    self: BaseChooser, name: str, value: Any, attrs: dict[str, Any], renderer: Any = None
) -> SafeString:
    """Render a chooser as Wagtail does, but for the script behind it."""
    value_data = self.get_value_data(value)
    call = self.render_js_init(attrs["id"], name, value_data)
    return format_html("{}{}", self.render_html(name, value_data, attrs), starting(call))


def start_choosers() -> None:
    """Let every chooser of every package start without an inline script."""
    BaseChooser.render = render_chooser
