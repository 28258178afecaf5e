"""No spreadsheet that leaves the admin holds a formula, whoever's list it is."""

import inspect

import pytest
from django.test import Client
from django.urls import get_resolver
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.redirects.models import Redirect
from wagtail_modeladmin.views import IndexView

from home.models import ContactSubmission
from tests.admin_lists import cells_of, every_pattern, model_admins
from tests.factories.articles import AuthorFactory, ContactFactory
from tests.factories.community import UserFactory
from tests.factories.home import ContactPageFactory, StandardPageFactory
from tests.factories.site_config import TopicFactory

FORMULA = '=HYPERLINK("https://evil.example")'
STARTS = ("=", "+", "-", "@", "\t", "\r")
LISTS = (
    *("/admin/snippets/articles/author/", "/admin/snippets/articles/contact/"),
    *("/admin/snippets/site_config/topic/", "/admin/reports/site-history/"),
    *("/admin/reports/aging-pages/", "/admin/reports/locked/", "/admin/redirects/"),
)


def exporting_views() -> list[type[SpreadsheetExportMixin]]:
    """Return the class of every view of the portal that can answer with a spreadsheet."""
    views = {type(admin.index_view_class(admin)) for admin in model_admins()}
    for _name, pattern in every_pattern(get_resolver()):
        view = getattr(inspect.unwrap(pattern.callback), "view_class", None)
        if view is not None and issubclass(view, SpreadsheetExportMixin):
            views.add(view)
    return sorted(views, key=lambda view: (view.__module__, view.__qualname__))


def test_the_walk_finds_the_views_that_export():
    found = exporting_views()

    assert len(found) > 20
    assert any(issubclass(view, IndexView) for view in found)


@pytest.mark.parametrize("view", exporting_views(), ids=lambda view: view.__qualname__)
def test_every_view_writes_what_looks_like_a_formula_as_a_text(view):
    exporting = view.__new__(view)

    for kind in SpreadsheetExportMixin.FORMATS:
        for start in STARTS:
            cells = [
                exporting.preprocess_field_value("title", value, kind)
                for value in (f"{start}1", [f"{start}1", "2"], "Lana", 5)
            ]
            assert cells == [f"'{start}1", f"'{start}1, 2", "Lana", 5]


@pytest.fixture
def desk(client: Client, site, locales) -> Client:
    """The browser of an administrator, in a portal whose every name is a formula."""
    person = UserFactory(administrator=True, display_name=FORMULA)
    page = StandardPageFactory(parent=site.root_page, title=FORMULA, owner=person)
    page.save_revision(user=person, log_action=True).publish(user=person)
    page.refresh_from_db()
    page.locked, page.locked_by = True, person
    page.save()
    for factory in (AuthorFactory, ContactFactory, TopicFactory):
        factory(name=FORMULA, language="en")
    Redirect.objects.create(old_path="/old", redirect_link="=1+1")
    client.force_login(person)
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("url", LISTS)
@pytest.mark.parametrize("kind", SpreadsheetExportMixin.FORMATS)
def test_a_list_whose_names_are_formulas_leaves_without_one(desk, url, kind):
    cells = cells_of(desk, url, kind)

    assert [cell for cell in cells if cell.startswith("'=")]
    assert [cell for cell in cells if cell.startswith(STARTS)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("kind", SpreadsheetExportMixin.FORMATS)
def test_a_forms_questions_are_headings_without_formulas(desk, site, kind):
    page = ContactPageFactory(parent=site.root_page)
    question = page.form_fields.model.objects.create(
        page=page, label="=1+1", field_type="singleline"
    )
    ContactSubmission.objects.create(page=page, form_data={question.clean_name: "@SUM(A1)"})

    cells = cells_of(desk, f"/admin/forms/submissions/{page.pk}/", kind)

    assert "'=1+1" in cells
    assert "'@SUM(A1)" in cells
    assert [cell for cell in cells if cell.startswith(STARTS)] == []
