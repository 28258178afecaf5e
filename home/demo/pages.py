"""The standard pages and the contact page."""

from collections.abc import Mapping
from typing import Any

from community.models import User
from home.demo.accounts import EDITOR
from home.demo.city import City
from home.demo.content.pages import CONTACT_PAGE, STANDARD_PAGES
from home.demo.content.pages_legal import LEGAL_PAGES
from home.models import ContactFormField, ContactPage, StandardPage


def load(city: City) -> None:
    """Write the pages below each front page."""
    for language in city.languages:
        for words in (*STANDARD_PAGES, *LEGAL_PAGES):
            if city.find_page(words["key"], language) is None:
                _add_standard_page(city, words, language)
        if city.find_page(CONTACT_PAGE["key"], language) is None:
            _add_contact_page(city, CONTACT_PAGE, language)


def _common(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {
        "title": city.text(words["title"], language),
        "slug": city.text(words["slug"], language),
        "summary": city.text(words["summary"], language),
        "search_description": city.text(words["seo_description"], language),
        "review_by": city.day(words["review"]["review_by"]),
        "review_owner": User.objects.filter(email=EDITOR.email).first(),
    }


def _add_standard_page(city: City, words: Mapping[str, Any], language: str) -> None:
    page = StandardPage(
        **_common(city, words, language),
        lead=city.text(words["lead"], language),
        story=city.story(words["body"], language),
    )
    if picture := words["picture"]:
        page.listing_image = city.picture(picture["picture"])
        page.listing_image_alt = city.text(picture["alt"], language)
    city.add_page(city.home(language), page, words["key"])


def _add_contact_page(city: City, words: Mapping[str, Any], language: str) -> None:
    thanks = words["thanks"]
    page = ContactPage(
        **_common(city, words, language),
        intro=city.rich(words["intro"], language),
        button=city.text(words["button"], language),
        subject=city.text(words["subject"], language),
        to_addresses=words["to_address"],
        thanks_title=city.text(thanks["title"], language),
        thanks_text=city.rich(thanks["text"], language),
    )
    page.form_fields = [
        _field(city, field, language, position) for position, field in enumerate(words["fields"])
    ]
    city.add_page(city.home(language), page, words["key"])


def _field(city: City, words: Mapping[str, Any], language: str, position: int) -> ContactFormField:
    known = ContactFormField.Autocomplete.values
    return ContactFormField(
        sort_order=position,
        # The same name in both languages, so that answers fall into the same column.
        clean_name=words["key"],
        label=city.text(words["label"], language),
        help_text=city.text(words["help_text"], language),
        field_type=words["type"],
        required=words["required"],
        choices="\n".join(city.text(choice, language) for choice in words.get("choices", ())),
        autocomplete=words["autocomplete"] if words["autocomplete"] in known else "",
        locale=city.locale(language),
        translation_key=city.translation_key(f"contact-field:{words['key']}"),
    )
