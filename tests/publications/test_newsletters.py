"""Newsletters: composed of blocks, looked at as mails, tested, sent once, kept in an archive."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.users.models import UserProfile

from community.models import Broadcast, Pace
from community.subscriptions.channels import Channel
from community.subscriptions.figures import followers_by_language, progress_of
from publications.models import NewsletterEditionPage, NewsletterPage
from publications.newsletter_mails import edition_body, plain, write_edition
from tests.community.following_steps import (
    as_received,
    follower,
    html_of,
    outbox_for,
    publish,
)
from tests.factories.community import UserFactory
from tests.factories.publications import (
    CollectionPageFactory,
    NewsletterEditionPageFactory,
    NewsletterPageFactory,
    PublicationIndexPageFactory,
)
from tests.factories.site_config import SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsletter(english_front) -> NewsletterPage:
    """A published newsletter in English."""
    collection = CollectionPageFactory(
        parent=PublicationIndexPageFactory(parent=english_front), kind="newsletters"
    )
    return NewsletterPageFactory(parent=collection)


@pytest.fixture
def editor():
    """Somebody who writes pages."""
    person = UserFactory(email="editor@example.org")
    person.groups.add(Group.objects.get(name="Administrators"))
    UserProfile.objects.create(user=person, preferred_language="en")
    return person


def channel_of(newsletter: NewsletterPage) -> Channel:
    return Channel("newsletter", str(newsletter.translation_key))


def draft(newsletter: NewsletterPage, *blocks: tuple[str, object], **values: object):
    """Return a draft of an edition of these blocks."""
    if blocks:
        values["body"] = json.dumps([{"type": kind, "value": value} for kind, value in blocks])
    edition = NewsletterEditionPageFactory(parent=newsletter, **values)
    edition.save_revision()
    return edition


def with_everything(newsletter: NewsletterPage, page: Page) -> NewsletterEditionPage:
    """Return a draft with every kind of block."""
    picture = {"image": SiteImageFactory().pk, "alt_text": "Two limes", "decorative": False}
    link = {"page": page.pk, "address": "", "text": "Plant with us"}
    text = f'<p>Read <a linktype="page" id="{page.pk}">all of it</a>.</p><ul><li>One</li></ul>'
    return draft(
        newsletter,
        ("heading", "New in the parks"),
        ("paragraph", text),
        ("stories", {"title": "From the newsroom", "pages": [page.pk]}),
        ("picture", {"picture": picture, "caption": "On the boulevard"}),
        ("quote", {"text": "The park is ours.", "attribution": "Ana", "role": "resident"}),
        ("call_to_action", link),
    )


def test_publishing_an_edition_sends_it_whole_to_those_who_follow(newsletter, commit):
    follower("ana@example.org", channel_of(newsletter))
    edition = draft(newsletter, title="This week")

    commit(publish, edition)

    (message,) = outbox_for("ana@example.org")
    assert message.subject == "This week"
    assert "Good morning." in message.body
    assert "<b>morning</b>" in html_of(message)
    assert edition.full_url.removeprefix("http://testserver") in message.body


def test_an_edition_is_sent_once(newsletter, commit):
    follower("ana@example.org", channel_of(newsletter))
    edition = draft(newsletter)
    commit(publish, edition)
    edition.title = "Mended"

    commit(publish, edition)

    assert len(mail.outbox) == 1


def test_a_scheduled_edition_is_sent_at_its_hour(newsletter, commit):
    follower("ana@example.org", channel_of(newsletter))
    edition = draft(newsletter)
    edition.go_live_at = timezone.now() + timedelta(hours=3)
    commit(publish, edition)
    assert not mail.outbox
    revision = edition.revisions.get(approved_go_live_at__isnull=False)
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()

    commit(call_command, "publish_scheduled", verbosity=0)

    assert len(outbox_for("ana@example.org")) == 1


def test_every_block_stands_in_both_parts_with_full_addresses(newsletter):
    body = edition_body(with_everything(newsletter, newsletter))

    address = f"http://127.0.0.1:8000{newsletter.url}"
    for words in ("From the newsroom", "all of it", "The park is ours.", "Plant with us"):
        assert words in body.html
        assert words.upper() in body.text.upper()
    assert body.html.count(f'href="{address}"') == 3
    assert body.text.count(address) == 3
    assert 'alt="Two limes"' in body.html
    assert "[Two limes] On the boulevard" in body.text
    assert 'href="/' not in body.html
    assert 'src="/' not in body.html
    assert "<p>" not in body.html


def test_rich_text_becomes_lines_with_their_addresses():
    text = plain('<p>A <a href="https://example.org/?a=1&amp;b=2">link</a>.</p><ol><li>x</li></ol>')

    assert text == "A link (https://example.org/?a=1&b=2).\n\n– x"


def test_stories_that_not_everybody_may_read_are_left_out(newsletter, english_front):
    hidden = PublicationIndexPageFactory(parent=english_front, title="Secret", slug="secret")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    edition = draft(newsletter, ("stories", {"title": "News", "pages": [hidden.pk]}))

    body = edition_body(edition)

    assert "Secret" not in body.html + body.text
    assert "News" not in body.html


def test_words_can_not_become_markup(newsletter):
    edition = draft(newsletter, ("heading", "<script>alert(1)</script>"), title="<b>x</b>")

    words = write_edition(edition)

    assert "<script>" not in words.html
    assert "<b>x</b>" not in words.html


def test_an_edition_without_content_is_kept_as_a_draft_and_never_sent(newsletter, client, editor):
    client.force_login(editor)
    kind = ("publications", "newslettereditionpage", newsletter.pk)
    url = reverse("wagtailadmin_pages:add", args=kind)
    empty = {"title": "Empty", "slug": "empty", "date": "2026-01-01", "body-count": "0"}

    published = client.post(url, empty | {"action-publish": "1"})
    assert "body" in published.context["form"].errors
    assert not NewsletterEditionPage.objects.exists()
    client.post(url, empty)

    assert not NewsletterEditionPage.objects.get().live


def test_the_archive_lists_what_was_published_newest_first(newsletter, client):
    publish(draft(newsletter, title="Older", date="2026-01-01"))
    publish(draft(newsletter, title="Newer", date="2026-02-01"))
    draft(newsletter, title="Draft")

    response = client.get(newsletter.url)

    assert [edition.title for edition in response.context["editions"]] == ["Newer", "Older"]
    assert "public" in response["Cache-Control"]


def test_an_edition_is_read_in_the_archive(newsletter, client):
    edition = publish(with_everything(newsletter, newsletter))

    html = client.get(edition.url).content.decode()

    for words in ("New in the parks", "From the newsroom", "The park is ours.", "Plant with us"):
        assert words in html
    assert "csrfmiddlewaretoken" not in html


@pytest.mark.parametrize(
    ("mode", "kind", "words"),
    [
        ("mail", "text/html; charset=utf-8", 'role="presentation"'),
        ("text", "text/plain; charset=utf-8", "You get this mail because you follow"),
        ("", "text/html; charset=utf-8", "site-header"),
    ],
)
def test_a_draft_is_looked_at_as_page_and_as_mail(newsletter, mode, kind, words):
    edition = draft(newsletter)

    response = edition.make_preview_request(preview_mode=mode)

    assert response.status_code == 200
    assert response["Content-Type"] == kind
    assert words in response.content.decode()
    assert "@@" not in response.content.decode()


def test_an_editor_sends_the_latest_draft_to_themselves_alone(newsletter, client, editor, commit):
    follower("ana@example.org", channel_of(newsletter))
    edition = draft(newsletter, title="First words")
    edition.title = "Second words"
    edition.save_revision()
    client.force_login(editor)
    url = reverse("newsletter_test", args=[edition.pk])

    asked = client.get(url)
    assert b"editor@example.org" in asked.content
    assert not mail.outbox
    commit(client.post, url)

    (message,) = mail.outbox
    assert message.to == ["editor@example.org"]
    assert message.subject == "Test: Second words"
    assert "List-Unsubscribe" not in as_received(message)


def test_who_may_not_edit_can_not_send_a_test(newsletter, client):
    client.force_login(UserFactory())
    edition = draft(newsletter)

    response = client.post(reverse("newsletter_test", args=[edition.pk]))

    assert response.status_code in {302, 403}
    assert not mail.outbox


def test_the_editor_sees_how_many_it_goes_to_and_what_came_of_it(
    newsletter, client, editor, commit
):
    follower("ana@example.org", channel_of(newsletter))
    follower("agim@example.org", channel_of(newsletter), language="sq")
    edition = draft(newsletter)
    client.force_login(editor)
    url = reverse("wagtailadmin_pages:edit", args=[edition.pk])

    before = client.get(url).content.decode()
    commit(publish, edition)
    after = client.get(url).content.decode()

    assert "It goes to 2 followers" in before
    assert reverse("newsletter_test", args=[edition.pk]) in before
    assert "1 sent, 0 on their way" in after


def test_a_new_edition_can_be_opened_in_the_editor(newsletter, client, editor):
    client.force_login(editor)
    kind = ("publications", "newslettereditionpage", newsletter.pk)

    response = client.get(reverse("wagtailadmin_pages:add", args=kind))

    assert response.status_code == 200
    assert b"Save a draft to send yourself a test mail." in response.content


def test_figures_count_only_whom_a_mail_can_reach(newsletter):
    follower("ana@example.org", channel_of(newsletter))
    paused = follower("agim@example.org", channel_of(newsletter), language="sq")
    paused.paused_until = timezone.localdate() + timedelta(days=3)
    paused.save()

    assert followers_by_language(channel_of(newsletter)) == [("Shqip", 0), ("English", 1)]


def test_the_list_in_the_admin_shows_progress_and_no_address(newsletter, client, editor, commit):
    follower("ana@example.org", channel_of(newsletter))
    follower("genti@example.org", channel_of(newsletter), pace=Pace.DIGEST)
    commit(publish, draft(newsletter, title="This week"))
    Broadcast.objects.get().parts.update(done_at=timezone.now())
    client.force_login(editor)

    html = client.get(reverse("community_broadcast_modeladmin_index")).content.decode()

    assert "This week" in html
    assert "The city by mail" in html
    assert "1 sent, 1 on their way" in html
    assert "100 %" in html
    assert "ana@example.org" not in html
    assert progress_of(Broadcast.objects.get()) == 100
