"""Pages of the front are written in the admin's own form, and go live when a moderator agrees."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from home.models import ContactPage, HomePage, StandardPage
from tests.factories.community import UserFactory
from tests.factories.home import ContactPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

Form = dict[str, Any]


def signed_in(group: str) -> Client:
    person = UserFactory()
    person.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def editor() -> Client:
    return signed_in("Editors")


@pytest.fixture
def moderator() -> Client:
    return signed_in("Moderators")


def blocks_of_list(*values: Form) -> Form:
    """Return the form data of a list block."""
    rows = {
        str(number): {"deleted": "", "order": str(number), "id": "", "value": value}
        for number, value in enumerate(values)
    }
    return {"count": str(len(values))} | rows


def common(title: str, slug: str) -> Form:
    return {
        "title": title,
        "slug": slug,
        "summary": "A page of the portal, told in a sentence of its own.",
        "listing_image": "",
        "listing_image_alt": "",
        "drawing": "",
        "seo_title": "",
        "search_description": "What search engines say about this page of the portal.",
        "social_title": "",
        "social_text": "",
        "review_owner": "",
        "review_by": "",
        "go_live_at": "",
        "expire_at": "",
        "comments": inline_formset([]),
    }


def paragraph(words: str) -> tuple[str, str]:
    return ("paragraph", rich_text(f"<p>{words}</p>"))


def standard_page_form(**changes: Any) -> Form:
    fields = {
        "lead": "What this page is for.",
        "story": streamfield(
            [("heading", {"text": "A part", "level": "h2"}), paragraph("Words of the city.")]
        ),
        "facts": streamfield([]),
        "contact_name": "City newsroom",
        "contact_email": "newsroom@example.org",
        "contact_phone": "",
    }
    return common("Rreth nesh", "rreth-nesh") | fields | changes


def contact_page_form(**changes: Any) -> Form:
    field = {
        "label": "Mesazhi",
        "field_type": "multiline",
        "help_text": "",
        "required": "on",
        "choices": "",
        "default_value": "",
        "autocomplete": "",
    }
    fields = {
        "intro": rich_text("<p>Na shkruani.</p>"),
        "form_fields": inline_formset([field]),
        "button": "Dërgo",
        "thanks_title": "Faleminderit",
        "thanks_text": rich_text("<p>E morëm.</p>"),
        "to_addresses": "desk@example.org",
        "subject": "",
    }
    return common("Kontakti", "kontakti") | fields | changes


def home_page_form(front: HomePage, *sections: tuple[str, Form]) -> Form:
    return common("Qyteti ynë", front.slug) | {"sections": streamfield(list(sections))}


TEXT = ("text", {"title": "Free words", "story": streamfield([paragraph("As staff wrote them.")])})
FIGURE = {
    "value": "11.2",
    "unit": "m² për banor",
    "label": "Hapësirë e gjelbër",
    "source": "Shërbimi i parqeve",
    "page": "",
    "address": "",
    "date": "2026-04-22",
    "paint": "lime",
}
FIGURES = ("figures", {"title": "Figures", "lead": "", "figures": blocks_of_list(FIGURE)})


def problems(response: Any) -> str:
    form = response.context["form"]
    nested = [formset.errors for formset in form.formsets.values()]
    return f"{form.errors} {nested}"


def save(client: Client, page: Page, form: Form, action: str = "") -> Any:
    data = nested_form_data(form) | ({action: "1"} if action else {})
    response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
    assert response.status_code == 302, problems(response)
    return response


def add(client: Client, model: str, parent: Page, form: Form) -> Page:
    address = reverse("wagtailadmin_pages:add", args=["home", model, parent.pk])
    response = client.post(address, nested_form_data(form))
    assert response.status_code == 302, problems(response)
    return Page.objects.get(slug=form["slug"]).specific


def hand_in_and_agree(editor: Client, moderator: Client, page: Page, form: Form) -> None:
    """Let an editor submit a form, and a moderator approve what was submitted."""
    save(editor, page, form, "action-submit")
    page.refresh_from_db()
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    response = moderator.post(address, {"comment": ""})
    assert response.status_code == 302


def seen(page: Page) -> str:
    return Client().get(page.url).content.decode()


def test_a_standard_page_is_written_by_an_editor_and_published_by_a_moderator(
    editor, moderator, front
):
    page = add(editor, "standardpage", front, standard_page_form())
    assert Client().get(page.url or "/sq/rreth-nesh/").status_code == 404

    save(moderator, page, standard_page_form(), "action-publish")

    page = StandardPage.objects.get(pk=page.pk)
    assert page.live
    html = seen(page)
    assert "Words of the city." in html
    assert "newsroom@example.org" in html


def test_a_contact_page_is_written_by_an_editor_and_published_by_a_moderator(
    editor, moderator, front
):
    page = add(editor, "contactpage", front, contact_page_form())
    assert not page.live
    [field] = page.form_fields.all()

    form = contact_page_form()
    form["form_fields"] = inline_formset([{"id": field.pk, **contact_page_row(form)}], initial=1)
    save(moderator, page, form, "action-publish")

    html = seen(ContactPage.objects.get(pk=page.pk))
    assert "<textarea" in html
    assert "Mesazhi" in html
    assert field.locale == front.locale


def contact_page_row(form: Form) -> Form:
    """Return the first row of the form's fields."""
    return {name: value for name, value in form["form_fields"]["0"].items() if name != "id"}


def test_the_front_page_is_put_together_by_an_editor_and_approved_by_a_moderator(
    editor, moderator, front
):
    hand_in_and_agree(editor, moderator, front, home_page_form(front, TEXT, FIGURES))

    front = HomePage.objects.get(pk=front.pk)
    assert [block.block_type for block in front.sections] == ["text", "figures"]
    html = seen(front)
    assert "As staff wrote them." in html
    assert '<span class="figures__number">11.2</span>' in html


def test_what_an_editor_saves_stays_a_draft(editor, front):
    save(editor, front, home_page_form(front, TEXT))

    front.refresh_from_db()
    assert front.has_unpublished_changes
    assert "As staff wrote them." not in seen(front)


@pytest.mark.parametrize(
    ("factory", "form"),
    [(StandardPageFactory, standard_page_form), (ContactPageFactory, contact_page_form)],
    ids=["standard page", "contact page"],
)
def test_an_editor_publishes_nothing_whatever_is_sent(
    editor, front, factory: Callable[..., Page], form: Callable[..., Form]
):
    page = factory(parent=front, title="Before")

    save(editor, page, form(slug=page.slug, title="After"), "action-publish")

    page.refresh_from_db()
    assert page.title == "Before"


def test_a_standard_page_may_hold_others_but_no_news(moderator, front):
    above = StandardPageFactory(parent=front)

    below = add(moderator, "standardpage", above, standard_page_form(slug="poshte"))

    assert below.get_parent().specific == above
    wrong = reverse("wagtailadmin_pages:add", args=["articles", "articleindexpage", above.pk])
    assert moderator.get(wrong).status_code in {302, 403}


def test_a_standard_page_lists_what_is_published_below_it(front):
    above = StandardPageFactory(parent=front)
    StandardPageFactory(parent=above, title="Rregullat")
    StandardPageFactory(parent=above, title="Draft", live=False)

    html = seen(above)

    assert "Rregullat</a>" in html
    assert "Draft</a>" not in html


def test_a_lead_has_its_measure(editor, front):
    page = StandardPageFactory(parent=front)
    data = nested_form_data(standard_page_form(slug=page.slug, lead="x" * 501))

    response = editor.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)

    assert "lead" in response.context["form"].errors


def test_a_second_box_of_facts_is_refused(editor, front):
    page = StandardPageFactory(parent=front)
    box = {"title": "At a glance", "items": blocks_of_list({"label": "When", "value": "Daily"})}
    form = standard_page_form(slug=page.slug, facts=streamfield([("facts", box), ("facts", box)]))

    response = editor.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        nested_form_data(form) | {"action-submit": "1"},
    )

    assert "facts" in response.context["form"].errors


def test_a_mailbox_that_is_none_is_refused_by_its_line(editor, front):
    page = ContactPageFactory(parent=front)
    form = contact_page_form(slug=page.slug, to_addresses="desk@example.org\nnot an address")

    response = editor.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), nested_form_data(form)
    )

    assert "to_addresses" in response.context["form"].errors
