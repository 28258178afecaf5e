"""Front pages, standard pages and contact pages for tests."""

import json
from typing import Any

import factory
import wagtail_factories

from home.models import ContactFormField, ContactPage, HomePage, StandardPage


def stream(*blocks: tuple[str, Any]) -> str:
    """Return blocks as a stream field stores them."""
    return json.dumps([{"type": kind, "value": value} for kind, value in blocks])


class HomePageFactory(wagtail_factories.PageFactory):
    """A front page; give it a ``parent`` and a ``locale``."""

    class Meta:
        model = HomePage

    title = "Smart City"


class StandardPageFactory(wagtail_factories.PageFactory):
    """A page with one paragraph, in the language of its ``parent``."""

    class Meta:
        model = StandardPage

    title = factory.Sequence(lambda number: f"Page {number}")
    lead = "What this page is for."
    story = stream(("paragraph", "<p>The text of the page.</p>"))
    locale = factory.LazyAttribute(lambda made: made.parent.locale if made.parent else None)


class ContactPageFactory(wagtail_factories.PageFactory):
    """A contact page with name, e-mail, subject, message and consent."""

    class Meta:
        model = ContactPage
        skip_postgeneration_save = True

    title = "Kontakti"
    slug = "kontakti"
    to_addresses = "desk@example.org\nmayor@example.org"
    locale = factory.LazyAttribute(lambda made: made.parent.locale if made.parent else None)

    @factory.post_generation
    def fields(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        for position, (label, kind, autocomplete) in enumerate(
            (
                ("Name", "singleline", "name"),
                ("E-mail", "email", "email"),
                ("Subject", "dropdown", ""),
                ("Message", "multiline", ""),
                ("Consent", "checkbox", ""),
            )
        ):
            ContactFormField.objects.create(
                page=self,
                sort_order=position,
                clean_name=label.lower().replace("-", ""),
                label=label,
                field_type=kind,
                choices="Trees\nBuses" if kind == "dropdown" else "",
                help_text="For our answer." if kind == "email" else "",
                autocomplete=autocomplete,
                locale=self.locale,
            )
