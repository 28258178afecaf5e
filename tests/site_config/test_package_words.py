"""The words of the packages in Albanian: Wagtail, which editors use all day, brings none."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
import wagtail
from django.apps import apps
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override
from django.utils.translation.trans_real import DjangoTranslation

# Their words are seen by nobody, or Django and allauth bring Albanian for them.
NOT_SHOWN = ("django.", "allauth", "django_comments", "taggit")
PINNED = (7, 4)
# Another Wagtail, on trial, may bring words that nobody has translated yet.
LEAST = 1.0 if wagtail.VERSION[:2] == PINNED else 0.8
DOMAINS = ("django", "djangojs")
PATHS = [str(path) for path in settings.LOCALE_PATHS]


def shown(domain: str) -> Iterator[polib.POEntry]:
    """Give every string of a domain that the packages' pages may show."""
    for app in apps.get_app_configs():
        if "site-packages" not in app.path or app.name.startswith(NOT_SHOWN):
            continue
        catalogue = Path(app.path, "locale/en/LC_MESSAGES", f"{domain}.po")
        if catalogue.exists():
            yield from (entry for entry in polib.pofile(str(catalogue)) if not entry.obsolete)


def own(domain: str) -> polib.POFile:
    """Return the portal's catalogue for the words of packages."""
    (path,) = PATHS
    return polib.pofile(str(Path(path, "sq/LC_MESSAGES", f"{domain}.po")))


def is_translated(known: dict, entry: polib.POEntry) -> bool:
    """Whether a catalogue says a string, in all its forms."""
    name = f"{entry.msgctxt}\x04{entry.msgid}" if entry.msgctxt else entry.msgid
    if entry.msgid_plural:
        return all(known.get((name, form)) for form in (0, 1))
    return bool(known.get(name) or known.get((name, 0)))


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_word_of_the_packages_is_there(domain):
    known = DjangoTranslation("sq", domain=domain, localedirs=None if domain == "django" else PATHS)
    words = dict(known._catalog.items())
    asked = list(shown(domain))

    missing = [entry.msgid for entry in asked if not is_translated(words, entry)]

    assert len(asked) > 80
    assert len(asked) - len(missing) >= LEAST * len(asked), "\n".join(missing[:50])


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_word_stands_there_twice(domain):
    names = Counter((entry.msgctxt, entry.msgid) for entry in own(domain))

    assert [name for name, count in names.items() if count > 1] == []


def test_no_name_of_a_kind_is_bent_by_the_words_around_it():
    """Names of models come as they stand, some with an ending that says "the" and some without."""
    bent = re.compile(r"\b(një|këtë|kësaj|këtij|asnjë) %\((object|model_name|snippet_type_name)\)s")

    said = [
        text for entry in own("django") for text in (entry.msgstr, *entry.msgstr_plural.values())
    ]

    assert [text for text in said if bent.search(text.lower())] == []


@pytest.mark.parametrize(("language", "name"), [("en", "Actions"), ("sq", "Veprime")])
def test_the_bar_of_buttons_has_a_name_in_the_readers_language(language, name):
    with override(language):
        bar = render_to_string("wagtailadmin/shared/headers/_actions.html", {"actions": "…"})

    assert f'<nav aria-label="{name}"' in bar
