"""A partner changes its page as a draft, asks to publish it, and loses nothing."""

import io

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Revision, WorkflowPage

from site_config.models import OutboxMail, SiteImage
from tests.factories.community import UserFactory

pytestmark = pytest.mark.django_db


def picture(width: int, height: int, name: str = "logo.png") -> SimpleUploadedFile:
    content = io.BytesIO()
    Image.new("RGBA", (width, height), "red").save(content, "PNG")
    return SimpleUploadedFile(name, content.getvalue(), "image/png")


def form_of(seat) -> dict[str, str]:
    """What the form holds as it is opened."""
    form = seat.client.get(seat.url("page/en/")).context["form"]
    return {
        name: "" if (value := form[name].value()) is None else value
        for name in form.fields
        if not name.startswith("logo")
    }


def save(seat, form=None, **changes):
    data = (form_of(seat) if form is None else form) | {
        name.replace("__", "-"): value for name, value in changes.items()
    }
    return seat.client.post(seat.url("page/en/"), data)


def moderator():
    person = UserFactory(language="en")
    person.groups.add(Group.objects.get(name="Moderators"))
    return person


def draft_of(seat):
    seat.page.refresh_from_db()
    return seat.page.get_latest_revision_as_object()


def test_the_desk_leads_to_no_page_that_is_not_there(seat):
    albanian = seat.url().replace("/en/", "/sq/")
    nav = seat.client.get(albanian).content.decode()
    assert f'href="{albanian}page/en/"' in nav
    assert f'href="{albanian}page/sq/"' not in nav
    own = seat.client.get(seat.url("page/en/")).content.decode()
    assert f'href="{seat.url("page/sq/")}"' not in own
    assert "not made yet" in own

    seat.page.delete()
    assert f'href="{seat.url()}#own-pages"' in seat.client.get(seat.url()).content.decode()


def test_a_draft_is_saved_and_nothing_is_published(seat, client):
    response = save(seat, summary="Runs fifty buses.", part__h="What we drive")

    draft = draft_of(seat)
    assert response.status_code == 302
    assert draft.summary == "Runs fifty buses."
    assert [block.block_type for block in draft.body] == ["heading", "paragraph", "facts"]
    assert draft.body[0].value["text"] == "What we drive"
    seat.page.refresh_from_db()
    assert seat.page.summary == "Runs the buses."
    assert "fifty" not in client.get(seat.page.url).content.decode()


def test_the_story_is_typed_with_plain_marks_and_goes_on(seat):
    save(
        seat,
        part__p="We run *fifty* buses.\n\n- Red\n- Green",
        new__heading="Next year",
        new__text="More [buses](https://example.org/).",
    )

    body = draft_of(seat).body
    assert body[1].value.source == (
        "<p>We run <i>fifty</i> buses.</p><ul><li>Red</li><li>Green</li></ul>"
    )
    assert [block.block_type for block in body][-2:] == ["heading", "paragraph"]
    assert body[4].value.source == '<p>More <a href="https://example.org/">buses</a>.</p>'


def test_an_emptied_part_goes_and_what_only_the_city_changes_stays(seat):
    page = seat.client.get(seat.url("page/en/")).content.decode()

    save(seat, part__p="", part__h="")

    assert "Only the city changes this part" in page
    [kept] = draft_of(seat).body
    assert kept.block_type == "facts"
    assert kept.value["title"] == "Facts"


def test_a_form_that_was_not_changed_stores_nothing(seat):
    save(seat)

    assert draft_of(seat).latest_revision is None


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("website", "nowhere", "valid URL"),
        ("contact_email", "nobody", "valid"),
        ("part__p", "[x](javascript:alert(1))", "leads nowhere"),
        ("summary", "x" * 251, "250"),
    ],
)
def test_bad_input_is_told_and_stores_nothing(seat, field, typed, told):
    response = save(seat, **{"part__h": "Kept while I mend it", field: typed})

    words = response.content.decode()
    assert response.status_code == 422
    assert told in words
    assert "Kept while I mend it" in words
    assert draft_of(seat).latest_revision is None


def test_a_small_logo_is_refused_with_the_size_it_needs(seat):
    pictures = SiteImage.objects.count()

    response = save(seat, logo=picture(300, 70))

    words = response.content.decode()
    assert response.status_code == 422
    assert "300 × 70" in words
    assert "320 × 80" in words
    assert SiteImage.objects.count() == pictures
    assert draft_of(seat).latest_revision is None


@pytest.mark.parametrize("content", [b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_no_logo(seat, content):
    response = save(seat, logo=SimpleUploadedFile("logo.png", content))

    assert response.status_code == 422
    assert draft_of(seat).latest_revision is None


def test_a_new_logo_stands_in_the_draft_alone(seat):
    before = seat.page.logo_id

    save(seat, logo=picture(400, 120))

    draft = draft_of(seat)
    assert draft.logo_id not in {None, before}
    assert (draft.logo.width, draft.logo.uploaded_by_user) == (400, seat.user)
    seat.page.refresh_from_db()
    assert seat.page.logo_id == before


def test_the_preview_shows_the_draft_to_its_partner(seat):
    save(seat, summary="Runs fifty buses.")

    response = seat.client.get(seat.url("page/en/preview/"))

    assert "Runs fifty buses." in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert "data-visits=" not in response.content.decode()


def test_what_changes_is_told_in_words_taken_out_and_put_in(seat):
    save(seat, summary="Runs the trams.")

    page = seat.client.get(seat.url("page/en/changes/")).content.decode()

    assert "<del>buses" in page
    assert "<ins>trams" in page


def test_a_draft_takes_the_citys_way_to_approval_and_staff_see_the_difference(
    seat, workflow, client
):
    save(seat, summary="Runs the trams.")

    seat.client.post(seat.url("page/en/ask/"))

    seat.page.refresh_from_db()
    state = seat.page.current_workflow_state
    assert (state.status, state.requested_by) == ("in_progress", seat.user)
    person = moderator()
    client.force_login(person)
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[seat.page.pk, "live", "latest"])
    assert compare in client.get("/admin/").content.decode()
    assert "trams" in client.get(compare).content.decode()


def test_what_is_with_the_city_is_not_changed_until_it_is_taken_back(seat, workflow):
    save(seat, summary="Runs the trams.")
    form = form_of(seat)
    seat.client.post(seat.url("page/en/ask/"))

    refused = save(seat, form, summary="Runs the ferries.")
    assert refused.status_code == 409
    assert "Runs the ferries." in refused.content.decode()
    assert draft_of(seat).summary == "Runs the trams."

    seat.client.post(seat.url("page/en/take-back/"))
    save(seat, summary="Runs the ferries.")
    assert draft_of(seat).summary == "Runs the ferries."


def test_what_the_city_has_handed_in_is_not_the_partners_to_take_back(seat, workflow, admin_user):
    seat.page.summary = "By the city"
    seat.page.save_revision(user=admin_user)
    workflow.start(seat.page, admin_user)

    assert "take-back" not in seat.client.get(seat.url("page/en/")).content.decode()
    seat.client.post(seat.url("page/en/take-back/"))

    seat.page.refresh_from_db()
    assert seat.page.current_workflow_state.status == "in_progress"


def test_a_partner_hears_when_its_page_is_published(
    seat, workflow, django_capture_on_commit_callbacks
):
    save(seat, summary="Runs the trams.")
    seat.client.post(seat.url("page/en/ask/"))
    seat.page.refresh_from_db()

    with django_capture_on_commit_callbacks():
        task = seat.page.current_workflow_task_state
        task.approve(user=moderator())

    seat.page.refresh_from_db()
    assert seat.page.summary == "Runs the trams."
    [mail] = OutboxMail.objects.filter(to=seat.user.email)
    assert "Published" in mail.subject
    assert f"/en/partner-desk/{seat.partner.pk}/page/en/" in mail.text


@pytest.mark.parametrize("decide", ["approve", "reject"])
def test_a_partner_hears_of_a_decision_once_and_staff_by_wagtail(
    seat, workflow, mailoutbox, django_capture_on_commit_callbacks, decide
):
    editor = UserFactory()
    for person in (seat.user, editor):
        seat.page.save_revision(user=person)
        workflow.start(seat.page, person)
        with django_capture_on_commit_callbacks(execute=True):
            getattr(seat.page.current_workflow_task_state, decide)(user=moderator())
        if open_still := seat.page.current_workflow_state:
            open_still.cancel()

    told = [sent.to for sent in mailoutbox if sent.to in ([seat.user.email], [editor.email])]
    assert told == [[seat.user.email], [editor.email]]
    desk, wagtail = (sent.body for sent in mailoutbox if sent.to in told)
    assert f"/partner-desk/{seat.partner.pk}/" in desk
    assert "/partner-desk/" not in wagtail


def test_a_page_that_came_back_says_why_and_can_be_handed_in_again(seat, workflow):
    save(seat, summary="Runs the trams.")
    seat.client.post(seat.url("page/en/ask/"))
    seat.page.refresh_from_db()
    seat.page.current_workflow_task_state.reject(user=moderator(), comment="Which trams?")

    page = seat.client.get(seat.url("page/en/")).content.decode()
    assert "Which trams?" in page
    assert "Which trams?" in OutboxMail.objects.get(to=seat.user.email).text
    save(seat, summary="Runs the red trams.")
    seat.client.post(seat.url("page/en/ask/"))

    seat.page.refresh_from_db()
    assert seat.page.current_workflow_state.status == "in_progress"
    assert seat.page.current_workflow_task_state.revision.as_object().summary == (
        "Runs the red trams."
    )


def test_nothing_to_publish_and_no_way_to_approval_are_told(seat):
    first = seat.client.post(seat.url("page/en/ask/"), follow=True).content.decode()
    save(seat, summary="Runs the trams.")
    WorkflowPage.objects.all().delete()
    second = seat.client.post(seat.url("page/en/ask/"), follow=True).content.decode()

    assert "There is nothing to publish" in first
    assert "can’t take requests" in second


def test_what_a_colleague_has_saved_meanwhile_is_not_lost(seat, admin_user):
    form = form_of(seat)
    seat.page.website = "https://new.example/"
    theirs = seat.page.save_revision(user=admin_user)

    warned = save(seat, form, summary="Runs the trams.", part__h="My heading")

    words = warned.content.decode()
    assert warned.status_code == 409
    assert "Runs the trams." in words
    assert "My heading" in words
    assert draft_of(seat).latest_revision_id == theirs.pk

    # On top of theirs: what the partner did not touch stays as they left it.
    save(seat, form | {"on_top": str(theirs.pk)}, summary="Runs the trams.", part__h="My heading")
    draft = draft_of(seat)
    assert draft.summary == "Runs the trams."
    assert draft.website == "https://new.example/"
    assert draft.body[0].value["text"] == "My heading"
    assert Revision.objects.filter(pk=theirs.pk).exists()


def test_on_top_of_one_version_is_not_on_top_of_another(seat, admin_user):
    form = form_of(seat)
    first = seat.page.save_revision(user=admin_user)
    seat.page.summary = "Once more"
    seat.page.save_revision(user=admin_user)

    warned = save(seat, form | {"on_top": str(first.pk)}, summary="Runs the trams.")

    assert warned.status_code == 409
    assert draft_of(seat).summary == "Once more"


def test_the_citys_editor_is_warned_of_a_partners_draft(seat, admin_client, admin_user):
    opened = seat.page.save_revision(user=admin_user)
    save(seat, summary="Runs the trams.")

    address = reverse(
        "wagtailadmin_editing_sessions:ping", args=["partners", "partnerpage", seat.page.pk, 1]
    )
    answer = admin_client.post(
        address,
        {"revision_id": opened.pk, "revision_created_at": opened.created_at.isoformat()},
    ).json()

    [session] = answer["other_sessions"]
    assert session["user"] == seat.user.email
    assert session["revision_id"] == draft_of(seat).latest_revision_id


def test_a_logo_in_a_draft_is_seen_by_its_partner_alone(seat, other, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    save(seat, logo=picture(400, 120))
    address = draft_of(seat).logo.get_rendition("max-480x180").url

    own = seat.client.get(address)

    assert own.status_code == 200
    b"".join(own.streaming_content)
    assert "no-store" in own["Cache-Control"]
    assert other.client.get(address).status_code == 404
    assert Client().get(address).status_code == 404
