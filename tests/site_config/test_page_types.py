"""What every page type states, and how its form in the admin is laid out."""

import pytest
from django.apps import apps
from django.utils.translation import override
from wagtail.admin.panels import Panel

from home.models import HomePage, StandardPage
from site_config.checks import check_page_types
from site_config.models import BasePage

PAGE_TYPES = [model for model in apps.get_models() if issubclass(model, BasePage)]
RULES = ["parent_page_types", "subpage_types", "page_description"]


def label(model: type[BasePage]) -> str:
    return model._meta.label


def test_every_page_type_says_where_it_stands_what_it_holds_and_what_it_is_for():
    assert PAGE_TYPES
    assert check_page_types(None) == []


@pytest.mark.parametrize("rule", RULES)
def test_a_page_type_that_leaves_a_rule_out_is_named(monkeypatch, rule):
    monkeypatch.delattr(StandardPage, rule)

    [error] = check_page_types(None)

    assert error.id == "site_config.E001"
    assert error.msg == f"StandardPage does not declare {rule}."


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_that_allows_everything_is_none(monkeypatch, rule):
    monkeypatch.setattr(HomePage, rule, None)

    [error] = check_page_types(None)

    assert error.msg == f"HomePage does not declare {rule}."


def test_what_the_front_page_holds_may_stand_there():
    allowed = set(HomePage.allowed_subpage_models())
    wanted = {model for model in PAGE_TYPES if "home.HomePage" in model.parent_page_types}

    assert allowed == wanted
    assert len(allowed) == 11


def fields_of(panel: Panel) -> set[str]:
    """Return the names of all fields below a panel."""
    names = {panel.field_name} if hasattr(panel, "field_name") else set()
    return names.union(*(fields_of(child) for child in getattr(panel, "children", [])))


@pytest.mark.parametrize("model", PAGE_TYPES, ids=label)
@pytest.mark.parametrize(
    ("language", "promotion", "settings"),
    [("en", "Lists and sharing", "Settings"), ("sq", "Listat dhe shpërndarja", "Cilësimet")],
)
def test_the_tabs_that_all_forms_share_have_one_name(model, language, promotion, settings):
    tabs = model.get_edit_handler().children
    with override(language):
        named = {field: str(tab.heading) for tab in tabs for field in fields_of(tab)}

    assert named["slug"] == named["search_description"] == promotion
    assert named["review_by"] == settings
    assert [str(tab.heading) for tab in tabs].count("") == 0
