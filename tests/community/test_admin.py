"""The community in the admin: what staff write, hide and translate."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.models import TranslationSource as Source

from community.models import CommunityPage, Discussion, User
from site_config.models.topics import Topic
from tests.factories.community import DiscussionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client: Client, site) -> User:
    """An administrator who is signed in."""
    user = UserFactory(administrator=True)
    client.force_login(user)
    return user


def discussion_form(discussion: Discussion, **changes: str) -> dict[str, str]:
    fields = {
        "title": discussion.title,
        "text": discussion.text,
        "language": discussion.language,
        "topic": "",
        "author": str(discussion.author_id or ""),
        "opened_at": discussion.opened_at.strftime("%Y-%m-%d %H:%M"),
        "state": discussion.state,
        "translations": inline_formset([]),
    }
    return nested_form_data(fields | changes)


def address(name: str, *args: object) -> str:
    return reverse(f"wagtailsnippets_community_discussion:{name}", args=args)


def test_staff_find_discussions_by_their_words_and_state(client, staff):
    DiscussionFactory(title="Bus lane on the ring road")
    DiscussionFactory(title="A hidden quarrel", hidden=True)

    everything = client.get(address("list")).content.decode()
    hidden = client.get(address("list") + "?state=hidden").content.decode()
    found = client.get(address("list") + "?q=lane").content.decode()

    assert "Bus lane" in everything
    assert "A hidden quarrel" in everything
    assert "Bus lane" not in hidden
    assert "A hidden quarrel" not in found


@pytest.mark.parametrize("number", [2, 20])
def test_the_list_of_discussions_asks_the_database_no_more_when_it_grows(
    client, staff, locales, number, django_assert_max_num_queries
):
    topic = Topic.objects.create(name="Transport", slug="transport", locale=locales["en"])
    DiscussionFactory.create_batch(number, topic=topic)
    client.get(address("list"))

    with django_assert_max_num_queries(30):
        client.get(address("list"))


def test_a_discussion_is_hidden_by_a_decision_and_not_in_its_form(client, staff):
    discussion = DiscussionFactory()

    answer = client.post(
        address("edit", discussion.pk), discussion_form(discussion, state="hidden")
    )

    assert answer.status_code == 302, answer.context["form"].errors
    assert client.get(discussion.get_absolute_url()).status_code == 200


def test_words_that_staff_correct_are_corrected_in_the_comment_that_opens(client, staff):
    discussion = DiscussionFactory(text="Call me: 069 123 4567")

    client.post(address("edit", discussion.pk), discussion_form(discussion, text="Call me."))

    discussion.refresh_from_db()
    assert (discussion.text, discussion.opening.comment) == ("Call me.", "Call me.")


def test_staff_translate_a_discussion_but_not_into_its_own_language(client, staff):
    discussion = DiscussionFactory(language="en")

    def save(language: str) -> int:
        rows = [{"language": language, "title": "Korsia", "text": "Teksti", "id": ""}]
        data = discussion_form(discussion) | nested_form_data(
            {"translations": inline_formset(rows)}
        )
        return client.post(address("edit", discussion.pk), data).status_code

    assert save("en") == 200
    assert discussion.translations.count() == 0
    assert save("sq") == 302
    assert discussion.translations.get().title == "Korsia"


def test_hiding_a_discussion_has_shared_caches_forget_it(
    client, front, settings, monkeypatch, django_capture_on_commit_callbacks
):
    forgotten: list[str] = []
    monkeypatch.setattr(
        "wagtail.contrib.frontend_cache.utils.PurgeBatch.purge",
        lambda batch, **kwargs: forgotten.extend(batch.urls),
    )
    discussion = DiscussionFactory()
    author = discussion.author.pk

    with django_capture_on_commit_callbacks(execute=True):
        discussion.state = Discussion.State.HIDDEN
        discussion.save()

    base = settings.WAGTAILADMIN_BASE_URL
    for language in ("sq", "en"):
        there = f"{base}/{language}/community"
        assert f"{there}/discussions/{discussion.pk}-{discussion.slug}/" in forgotten
        assert f"{there}/members/{author}/" in forgotten
    assert any(url.endswith("/community/") for url in forgotten)


def page_form(page: CommunityPage, **changes: object) -> dict[str, str]:
    fields = {
        "title": page.title,
        "slug": page.slug,
        "summary": "",
        "listing_image": "",
        "listing_image_alt": "",
        "drawing": "tile-community",
        "intro": rich_text("<p>Become a member.</p>"),
        "call_title": "Join us",
        "call_text": "It costs nothing.",
        "rules_title": "House rules",
        "rules": streamfield([("rule", "Speak as across a table."), ("rule", "Ask one thing.")]),
        "seo_title": "",
        "search_description": "",
        "social_title": "",
        "social_text": "",
        "review_owner": "",
        "review_by": "",
        "go_live_at": "",
        "expire_at": "",
        "comments": inline_formset([]),
        "action-publish": "1",
    }
    return nested_form_data(fields | changes)


def test_staff_edit_and_publish_the_front_page(client, staff, front):
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[front.pk]), page_form(front))

    assert answer.status_code == 302, answer.context["form"].errors
    html = Client().get(front.url).content.decode()
    assert "Ask one thing." in html
    assert "It costs nothing." in html


def test_a_rule_that_is_too_long_is_refused_with_words(client, staff, front):
    data = page_form(front, rules=streamfield([("rule", "x" * 301)]))

    answer = client.post(reverse("wagtailadmin_pages:edit", args=[front.pk]), data)

    assert answer.status_code == 200
    assert "rules" in answer.context["form"].errors
    front.refresh_from_db()
    assert len(front.rules) == 0


def test_the_front_page_is_translated_word_by_word(front, locales: dict[str, Locale], root: Page):
    front.rules = [("rule", "Speak as across a table.")]
    front.call_title = "Join us"
    front.save()
    home = front.get_parent()
    home.copy_for_translation(locales["sq"]).save_revision().publish()
    source, _created = Source.get_or_create_from_instance(front)
    source.update_from_db()
    translation = Translation.objects.create(source=source, target_locale=locales["sq"])
    words = {"Speak as across a table.": "Flisni si në një tavolinë.", "Join us": "Bashkohuni"}
    for segment in StringSegment.objects.filter(source=source):
        text = segment.string.data
        StringTranslation.objects.create(
            translation_of=segment.string,
            locale=locales["sq"],
            context=segment.context,
            data=words.get(text, f"{text} (sq)"),
        )

    translation.save_target(publish=True)

    albanian = CommunityPage.objects.get(locale=locales["sq"])
    assert [str(rule.value) for rule in albanian.rules] == ["Flisni si në një tavolinë."]
    assert albanian.call_title == "Bashkohuni"


def test_administrators_find_and_open_people(client, staff):
    person = UserFactory(display_name="Arta K.", email="arta@example.org")

    assert "arta@example.org" in client.get(reverse("wagtailusers_users:index")).content.decode()
    page = client.get(reverse("wagtailusers_users:edit", args=[person.pk]))

    assert page.status_code == 200


def test_passwords_and_addresses_are_changed_at_the_one_door(client, staff):
    html = client.get(reverse("wagtailadmin_account")).content.decode()

    assert 'name="password-' not in html
    assert 'name="name_email-email"' not in html
