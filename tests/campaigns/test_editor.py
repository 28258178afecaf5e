"""Staff make, correct and publish the pages in the admin; translators translate them."""

from datetime import date

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from campaigns.models import CampaignPage, CommitmentPage, EventPage, ProjectPage
from tests.factories.campaigns import (
    CampaignPageFactory,
    CampaignUpdateFactory,
    EventPageFactory,
    ProjectPageFactory,
    ProjectPhaseFactory,
)
from tests.factories.community import UserFactory
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory

PROMOTED = {
    "slug": "new-page",
    "seo_title": "",
    "search_description": "",
    "social_title": "",
    "social_text": "",
    "show_in_menus": "",
    "go_live_at": "",
    "expire_at": "",
    "review_owner": "",
    "review_by": "",
    "comment_notifications": "",
}
COMMENTS = {
    f"comments-{name}": value
    for name, value in (
        ("TOTAL_FORMS", "0"),
        ("INITIAL_FORMS", "0"),
        ("MIN_NUM_FORMS", "0"),
        ("MAX_NUM_FORMS", ""),
    )
}
LISTED = {
    "summary": "In a sentence.",
    "listing_image": "",
    "listing_image_alt": "",
    "drawing": "tile-environment",
}


def form(**fields) -> dict[str, str]:
    return COMMENTS | nested_form_data(PROMOTED | LISTED | fields)


def campaign_form(**fields) -> dict[str, str]:
    return form(
        **{
            "title": "Green Cities",
            "paint": "park",
            "starts_on": "2014-04-01",
            "ends_on": "2014-06-30",
            "key_day": "2014-04-22",
            "results_expected_on": "",
            "why": streamfield([("paragraph", rich_text("<p>Cities evolve.</p>"))]),
            "steps": streamfield(
                [("step", {"title": "Adopt a tree", "text": "", "paint": "lime"})]
            ),
            "action": streamfield([]),
            "next_step": "",
            "responsible": "",
            "contact_email": "",
            "goal": "",
            "reached": "0",
            "goal_unit": "",
            "goal_text": "",
            "figures": streamfield([("figure", {"value": "12", "label": "trees"})]),
            "updates": inline_formset(
                [
                    {
                        "date": "2014-04-20",
                        "paint": "lime",
                        "title": "It begins",
                        "text": rich_text("<p>Today.</p>"),
                        "DELETE": "",
                    }
                ]
            ),
            "questions": streamfield([]),
            "sources": streamfield([]),
            "campaign_partners": inline_formset([]),
            "results": streamfield([]),
            "outcome_words": "",
            **fields,
        }
    )


def event_form(**fields) -> dict[str, str]:
    return form(
        **{
            "title": "Roof day",
            "paint": "rose",
            "body": streamfield([]),
            "start_date": "2014-05-10",
            "start_time": "10:00",
            "end_date": "",
            "end_time": "16:00",
            "time_zone": "Europe/Tirane",
            "status": "scheduled",
            "status_note": "",
            "place": "Agora Lab",
            "address": "",
            "online_url": "",
            "accessibility": "",
            "organiser": "",
            "is_free": "on",
            "cost": "",
            "repeats": "never",
            "repeat_every": "1",
            "repeat_until": "",
            "exceptions": inline_formset([]),
            "map_picture": "",
            "map_url": "",
            "capacity": "",
            "registration_url": "",
            "campaign": "",
            **fields,
        }
    )


def project_form(**fields) -> dict[str, str]:
    return form(
        **{
            "title": "Parking Point",
            "paint": "sky",
            "body": streamfield([]),
            "state": "current",
            "starts_on": "",
            "ends_on": "",
            "phases": inline_formset(
                [
                    {
                        "title": "Idea",
                        "text": "",
                        "state": "done",
                        "starts_on": "2013-01-14",
                        "ends_on": "",
                        "ORDER": "1",
                        "DELETE": "",
                    }
                ]
            ),
            "milestones": streamfield([]),
            "updates": inline_formset([]),
            "responsible": "",
            "contact_email": "",
            "participants": streamfield([]),
            "funding": streamfield([]),
            "documents": streamfield([]),
            "related": streamfield([]),
            **fields,
        }
    )


def promise_form(**fields) -> dict[str, str]:
    return form(
        **{
            "title": "A longer green light",
            "said": rich_text("<p>Twelve seconds are too few.</p>"),
            "promise": "",
            "due_on": "",
            "responsible": "",
            "contact_email": "",
            "steps": steps_form(("heard", "2014-04-01", "")),
            "campaign": "",
            "discussion": "",
            "project": "",
            **fields,
        }
    )


def steps_form(*steps: tuple[str, str, str]) -> dict[str, str]:
    rows = [
        {"state": state, "date": day, "words": words, "ORDER": str(order), "DELETE": ""}
        for order, (state, day, words) in enumerate(steps, start=1)
    ]
    return inline_formset(rows)


FORMS = {
    CampaignPage: ("campaigns", campaign_form),
    EventPage: ("events", event_form),
    ProjectPage: ("projects", project_form),
    CommitmentPage: ("promises", promise_form),
}


@pytest.fixture
def staff(client, city):
    client.force_login(UserFactory(administrator=True))
    return client


def add_url(city, model) -> str:
    parent = getattr(city, FORMS[model][0])
    return reverse("wagtailadmin_pages:add", args=["campaigns", model._meta.model_name, parent.pk])


@pytest.mark.parametrize("model", FORMS)
def test_staff_write_and_publish_a_page(staff, city, model):
    make = FORMS[model][1]
    assert staff.get(add_url(city, model)).status_code == 200
    response = staff.post(add_url(city, model), make() | {"action-publish": "Publish"})
    assert response.status_code == 302
    page = model.objects.get()
    assert page.live
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert staff.get(edit).status_code == 200
    staff.logout()
    public = staff.get(page.get_url())
    assert public.status_code == 200
    assert page.title in public.content.decode()


@pytest.mark.parametrize("model", FORMS)
def test_a_page_is_previewed_before_it_exists(staff, city, model):
    make = FORMS[model][1]
    parent = getattr(city, FORMS[model][0])
    url = reverse(
        "wagtailadmin_pages:preview_on_add", args=["campaigns", model._meta.model_name, parent.pk]
    )
    assert staff.post(url, make()).json()["is_valid"]
    response = staff.get(url)
    assert response.status_code == 200
    assert make()["title"] in response.content.decode()
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("model", FORMS)
def test_a_draft_needs_no_more_than_its_days(staff, city, model):
    response = staff.post(add_url(city, model), FORMS[model][1](summary=""))
    assert response.status_code == 302
    assert not model.objects.get().live


@pytest.mark.parametrize(
    ("model", "fields", "field"),
    [
        (CampaignPage, {"ends_on": "2014-03-01"}, "ends_on"),
        (CampaignPage, {"key_day": "2015-01-01"}, "key_day"),
        (CampaignPage, {"goal": "0"}, "goal"),
        (CampaignPage, {"goal": "99999999999999999999"}, "goal"),
        (CampaignPage, {"goal": "10"}, "goal_unit"),
        (CampaignPage, {"starts_on": "yesterday"}, "starts_on"),
        (CampaignPage, {"starts_on": ""}, "starts_on"),
        (EventPage, {"end_time": "09:00"}, "end_time"),
        (EventPage, {"end_time": ""}, "end_time"),
        (EventPage, {"time_zone": "Mars/Olympus"}, "time_zone"),
        (EventPage, {"start_date": "2014-02-30"}, "start_date"),
        (EventPage, {"online_url": "javascript:alert(1)"}, "online_url"),
        (ProjectPage, {"starts_on": "2014-01-02", "ends_on": "2014-01-01"}, "ends_on"),
        (ProjectPage, {"state": "forgotten"}, "state"),
    ],
)
@pytest.mark.parametrize("action", [{}, {"action-publish": "Publish"}], ids=["draft", "publish"])
def test_nonsense_is_answered_at_its_field_and_changes_nothing(
    staff, city, model, fields, field, action
):
    response = staff.post(add_url(city, model), FORMS[model][1](**fields) | action)
    assert response.status_code == 200
    assert response.context["form"].errors[field]
    assert not model.objects.exists()


def test_what_is_promised_has_words_and_a_day_before_it_is_published(staff, city):
    steps = steps_form(("heard", "2014-04-01", ""), ("planned", "2014-05-01", ""))
    publish = {"action-publish": "Publish"}
    draft = staff.post(add_url(city, CommitmentPage), promise_form(steps=steps))
    page = CommitmentPage.objects.get()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    refused = staff.post(edit, promise_form(steps=steps) | publish)
    words = {"promise": "Ten seconds more.", "due_on": "2014-09-01"}
    taken = staff.post(edit, promise_form(steps=steps, **words) | publish)

    assert (draft.status_code, refused.status_code, taken.status_code) == (302, 200, 302)
    assert set(refused.context["form"].errors) == {"promise", "due_on"}
    assert CommitmentPage.objects.get().live


@pytest.mark.parametrize(
    ("step", "field"),
    [(("declined", "2014-04-01", " "), "words"), (("heard", "2099-01-01", ""), "date")],
)
def test_a_step_without_reason_or_of_tomorrow_is_refused(staff, city, step, field):
    response = staff.post(
        add_url(city, CommitmentPage), promise_form(steps=steps_form(step)) | {"action-publish": ""}
    )
    assert response.status_code == 200
    assert response.context["form"].formsets["steps"].errors[0][field]
    assert not CommitmentPage.objects.exists()


def test_a_partner_is_chosen_once(staff, city):
    index = PartnerIndexPageFactory(parent=city.home, locale=city.home.locale)
    partner = PartnerPageFactory(parent=index, locale=city.home.locale)
    twice = inline_formset([{"partner": str(partner.pk), "DELETE": ""}] * 2)
    response = staff.post(add_url(city, CampaignPage), campaign_form(campaign_partners=twice))
    assert response.status_code == 200
    assert not CampaignPage.objects.exists()
    once = inline_formset([{"partner": str(partner.pk), "DELETE": ""}])
    response = staff.post(add_url(city, CampaignPage), campaign_form(campaign_partners=once))
    assert response.status_code == 302
    draft = CampaignPage.objects.get().get_latest_revision_as_object()
    assert draft.beside.sponsors == [(partner.title, partner.full_url)]


def translate(page, locale: Locale, words: dict[str, str]) -> None:
    """Translate a page as translators do: string by string, then publish."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locale)
    for segment in source.stringsegment_set.select_related("string", "context"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            data=words.get(segment.string.data, f"sq: {segment.string.data}"),
        )
    translation.save_target(publish=True)


@pytest.fixture
def albanian(city, locales) -> Locale:
    """The Albanian lists, ready to take translations."""
    for page in city:
        page.copy_for_translation(locales["sq"]).save_revision().publish()
    return locales["sq"]


def test_a_campaign_is_translated_with_its_updates(city, albanian):
    campaign = CampaignPageFactory(
        parent=city.campaigns,
        title="Green Cities",
        goal=100,
        goal_unit="pledges",
        steps=[{"type": "step", "value": {"title": "Adopt a tree", "text": "", "paint": "lime"}}],
        results_expected_on=date(2099, 1, 1),
    )
    CampaignUpdateFactory(campaign=campaign, title="It begins")
    words = {"Green Cities": "Qytete të Gjelbra", "It begins": "Nis", "pledges": "premtime"}

    translate(campaign, albanian, words | {"Adopt a tree": "Birësoni një pemë"})

    found = CampaignPage.objects.get(locale=albanian)
    assert found.title == "Qytete të Gjelbra"
    assert found.goal_unit == "premtime"
    assert found.steps[0].value["title"] == "Birësoni një pemë"
    assert [update.title for update in found.updates.all()] == ["Nis"]
    assert (found.ends_on, found.goal, found.paint) == (campaign.ends_on, 100, campaign.paint)


def test_an_event_is_translated_with_its_hours(city, albanian):
    event = EventPageFactory(parent=city.events, title="Roof day", place="Agora Lab")
    translate(event, albanian, {"Roof day": "Dita e çative"})
    found = EventPage.objects.get(locale=albanian)
    assert found.title == "Dita e çative"
    assert (found.starts_at, found.ends_at) == (event.starts_at, event.ends_at)
    assert found.translation_key == event.translation_key


def test_a_project_is_translated_with_its_phases(city, albanian):
    project = ProjectPageFactory(parent=city.projects, title="Parking")
    ProjectPhaseFactory(project=project, title="Idea", state="done", starts_on=date(2013, 1, 1))
    translate(project, albanian, {"Parking": "Parkimi", "Idea": "Ideja"})
    found = ProjectPage.objects.get(locale=albanian)
    (phase,) = found.phases.all()
    assert (found.title, phase.title) == ("Parkimi", "Ideja")
    assert (phase.state, phase.starts_on) == ("done", date(2013, 1, 1))
