"""What every page type must state; the build stops where one doesn't."""

from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, register


def check_page_types(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Require a description and the tree's rules of each page type of the portal."""
    from site_config.models.pages import BasePage

    return [
        Error(
            f"{model.__name__} does not declare {name}.",
            hint="Say where the page may stand, what it may hold and what it is for.",
            obj=model,
            id="site_config.E001",
        )
        for model in apps.get_models()
        if issubclass(model, BasePage)
        for name in ("parent_page_types", "subpage_types", "page_description")
        # None would let a page stand anywhere, which nobody has decided.
        if vars(model).get(name) is None
    ]


def register_checks() -> None:
    """Hand the checks to Django."""
    register(check_page_types)
