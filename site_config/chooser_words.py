"""The words on choosers in the language of whoever reads them.

Wagtail puts them together once for a process, when a form is built the first time: after that, an
editor who reads English found the buttons in the Albanian of a colleague, or the other way round.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import Model
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import LocaleFilterMixin
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page
from wagtail.snippets.widgets import AdminSnippetChooser

# Wagtail's own strings, by the attribute of the widget that says them.
SNIPPET_WORDS = {
    "choose_one_text": "Choose %(object)s",
    "choose_another_text": "Choose another %(object)s",
    "link_to_chosen_text": "Edit this %(object)s",
}


def say_them_when_they_are_read() -> None:
    """Have choosers and their dialogs translate their words, each time anew."""
    _after_init(AdminSnippetChooser, _name_snippet)
    _after_init(AdminPageChooser, _name_kind_of_page)
    _after_init(LocaleFilterMixin, _name_language)


def _after_init(widget: type, change: Callable[[Any, dict[str, Any]], None]) -> None:
    original = widget.__init__

    @wraps(original)
    def init(self: Any, *args: Any, **kwargs: Any) -> None:
        given = dict(kwargs)
        original(self, *args, **kwargs)
        change(self, given)

    widget.__init__ = init


def _name_snippet(widget: AdminSnippetChooser, given: dict[str, Any]) -> None:
    for name, words in SNIPPET_WORDS.items():
        if name not in given:
            setattr(widget, name, _words_for(words, widget.model))


def _name_kind_of_page(widget: AdminPageChooser, given: dict[str, Any]) -> None:
    (kind, *more) = widget.target_models
    if not more and kind is not Page and "choose_one_text" not in given:
        widget.choose_one_text = _words_for("Choose a page", kind)


def _name_language(form: LocaleFilterMixin, _given: dict[str, Any]) -> None:
    # Wagtail names this filter by no word but that of the code.
    if "locale" in form.fields:
        form.fields["locale"].label = _("Locale")


def _say(words: str, model: type[Model]) -> str:
    name = model._meta.verbose_name
    said = gettext(words)
    return said % {"object": name} if "%(object)s" in said else f"{said} ({capfirst(name)})"


_words_for = lazy(_say, str)
