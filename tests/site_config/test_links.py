"""Links lead to pages in the reader's language, and to places on them."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError
from wagtail.models import Locale, Page

from site_config.blocks.links import LinkBlock, MenuItemBlock, PlaceBlock
from site_config.blocks.story import StoryBlock
from site_config.languages import active_locale_id, in_active_language

pytestmark = pytest.mark.django_db

LABEL = {"sq": "Regjistrohu", "en": "Join"}


def menu_item(**value):
    return MenuItemBlock().to_python({"label": LABEL, "page": None, "address": "", **value})


def test_a_link_to_a_function_of_the_portal_follows_the_language():
    item = menu_item(address="/sq/search/?q=park")
    with override("en"):
        assert item.url == "/en/search/?q=park"
    with override("sq"):
        assert item.url == "/sq/search/?q=park"


@pytest.mark.parametrize(
    "address", ["https://example.org/sq/", "/robots.txt", "/sq/a-page/", "/xx/search/", "", "/"]
)
def test_other_addresses_stay_as_they_are(address):
    with override("en"):
        assert in_active_language(address) == address


def test_a_place_on_the_page_follows_its_address(site, locales):
    page = site.root_page
    with override("sq"):
        assert menu_item(page=page.pk, place="#add").url == f"{page.url}#add"
        assert menu_item(page=page.pk, place="feed/").url == f"{page.url}feed/"


def test_a_link_to_a_page_that_is_not_published_leads_nowhere(site, locales):
    Page.objects.filter(pk=site.root_page.pk).update(live=False)
    with override("sq"):
        assert menu_item(page=site.root_page.pk, place="#add").url == ""


@pytest.mark.parametrize("place", ["add", "//elsewhere.example/", "#a b", "feed", "javascript:"])
def test_a_place_is_a_fragment_or_an_address_below(place):
    with pytest.raises(ValidationError):
        PlaceBlock().clean(place)


@pytest.mark.parametrize("place", ["", "#add", "feed/", "topic/energy/feed/"])
def test_places_of_a_page_are_accepted(place):
    assert PlaceBlock().clean(place) == place


def test_a_link_needs_exactly_one_target(site):
    block = LinkBlock()
    for value in (
        {"page": None, "address": ""},
        {"page": site.root_page.pk, "address": "/sq/search/"},
    ):
        with pytest.raises(StructBlockValidationError):
            block.clean(block.to_python(value))


@pytest.fixture
def deferred():
    """A story as the editor checks it while it saves a draft or shows a preview."""
    story = StoryBlock()
    story.defer_required_validation()
    yield story
    story.restore_deferred_validation()


def call_to_action(**value):
    words = {"text": "", "page": None, "address": ""}
    return [{"type": "call_to_action", "value": words | value}]


def test_a_draft_may_hold_a_button_without_a_target(deferred):
    value = deferred.to_python(call_to_action())

    assert deferred.clean(value)[0].value.url == ""


def test_a_page_is_not_published_with_a_button_without_a_target(deferred):
    deferred.restore_deferred_validation()

    with pytest.raises(StreamBlockValidationError):
        deferred.clean(deferred.to_python(call_to_action(text="Join")))


def test_a_draft_holds_no_button_with_two_targets(site, deferred):
    two = call_to_action(text="Join", page=site.root_page.pk, address="/sq/search/")

    with pytest.raises(StreamBlockValidationError):
        deferred.clean(deferred.to_python(two))


def test_the_locale_is_asked_for_once(locales, django_assert_num_queries):
    with override("en"), django_assert_num_queries(1):
        assert active_locale_id() == locales["en"].pk
        assert active_locale_id() == locales["en"].pk


def test_a_locale_that_is_new_is_noticed(db):
    Locale.objects.filter(language_code="en").delete()
    with override("en"):
        assert active_locale_id() is None
        made = Locale.objects.create(language_code="en")
        assert active_locale_id() == made.pk
