"""The search finds what the community says in public, and nothing else of it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from modelsearch.conf import get_app_config
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from community.models import Comment, Discussion, DiscussionTranslation, State
from community.services.moderating import hide_comment, restore_comment
from community.services.posting import delete_own_comment, edit_comment, tidy_text
from tests.community.comment_steps import change, trusted
from tests.community.test_comment_markup import PAYLOADS, SAFE_TAGS, parse
from tests.factories.articles import ArticlePageFactory
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

WORD = "trolejbus"


@pytest.fixture
def find(ask):
    """Return what searches in English."""

    def find(words: str = WORD, **query: str):
        return ask(words, path="/en/search/", **query)

    return find


def row_titles(response) -> list[str]:
    return [str(result.found.title) for result in response.context["results"]]


def row_counts(response) -> dict[str, int]:
    return {kind.key: number for kind, number in response.context["asked"].row_counts}


def test_a_discussion_and_a_comment_are_found_marked_and_placed(find, english_newsroom):
    author = UserFactory(display_name="Mira K.")
    discussion = DiscussionFactory(title="A Trolejbusi for us?", author=author)
    comment = CommentFactory(
        content_object=discussion, user=author, comment="More *trolejbus*, <b>please</b>."
    )

    found = find("trólejbus")

    page = found.content.decode()
    assert row_counts(found) == {"discussion": 1, "comment": 1}
    assert found.context["asked"].total == 2
    assert (
        f'<a href="{discussion.get_absolute_url()}">A <mark>Trolejbusi</mark> for us?</a>' in page
    )
    assert f'href="/en/community/comments/{comment.pk}/"' in page
    assert "More <mark>trolejbus</mark>, &lt;b&gt;please&lt;/b&gt;." in page
    assert page.count("by Mira K.") == 2
    assert "From the community" in page


def test_each_kind_has_a_list_of_its_own(find, english_newsroom):
    ArticlePageFactory(parent=english_newsroom, title=f"The {WORD}")
    discussion = DiscussionFactory(title=f"Whose {WORD}?")
    for number in range(12):
        CommentFactory(content_object=discussion, comment=f"{WORD} {number}")

    everything, comments = find(), find(type="comment", page="2")

    assert everything.context["asked"].total == 14
    assert [result.page.title for result in everything.context["results"]] == [f"The {WORD}"]
    (group,) = everything.context["rows"]
    assert len(group.results) == 3
    assert row_titles(find(type="discussion")) == [f"Whose {WORD}?"]
    assert row_titles(comments) == [f"Whose {WORD}?"] * 2
    assert comments.context["page_obj"].paginator.count == 12
    assert find(type="comment", page="3").status_code == 404


def test_the_newest_comment_can_come_first(find, english_newsroom):
    texts = [f"{WORD} {WORD} one", f"{WORD} two", f"{WORD} {WORD} {WORD} three"]
    for text in texts:
        CommentFactory(comment=text)

    found = find(type="comment", sort="date")

    assert [result.found.text for result in found.context["results"]] == texts[::-1]


def test_rows_of_the_community_stand_beside_the_first_page_alone(find, english_newsroom):
    for number in range(11):
        ArticlePageFactory(parent=english_newsroom, title=f"{WORD} {number}")
    DiscussionFactory(title=f"Whose {WORD}?")

    assert len(find().context["rows"]) == 1
    assert find(page="2").context["rows"] == []


def test_a_discussion_is_found_in_the_languages_that_have_its_words(ask, english_newsroom):
    discussion = DiscussionFactory(title=f"Whose {WORD}?", language="en")
    CommentFactory(content_object=discussion, comment=f"My {WORD}.", language="en")

    assert ask(WORD).context["asked"].total == 0
    assert ask(WORD).context["elsewhere"] == 2
    assert row_counts(ask(WORD, language="all")) == {"discussion": 1, "comment": 1}

    DiscussionTranslation.objects.create(
        discussion=discussion, language="sq", title=f"I kujt është {WORD}i?", text="Pyetje."
    )
    discussion.save()

    assert row_titles(ask(WORD, type="discussion")) == [f"I kujt është {WORD}i?"]


def test_a_page_that_is_restricted_expired_or_withdrawn_takes_its_comments_along(
    find, english_newsroom
):
    article = ArticlePageFactory(parent=english_newsroom, title="Buses")
    CommentFactory(content_object=article, comment=f"No {WORD} here.")
    assert row_titles(find(type="comment")) == ["Buses"]

    restriction = PageViewRestriction.objects.create(page=article, restriction_type="login")
    assert find().context["asked"].total == 0
    restriction.delete()
    ArticlePage.objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(1))
    assert find().context["asked"].total == 0
    ArticlePage.objects.filter(pk=article.pk).update(expire_at=None, live=False)
    assert find().context["asked"].total == 0
    assert WORD not in find("here").content.decode()


@pytest.mark.parametrize("state", [State.HELD, State.HIDDEN, State.DELETED, State.ERASED])
def test_what_is_not_public_is_not_found_even_by_an_index_that_is_behind(
    find, english_newsroom, state
):
    secret = CommentFactory(comment=f"Secret {WORD}.")
    # The index still has the words: nobody has told it.
    Comment.objects.filter(pk=secret.pk).update(state=state)
    hidden = DiscussionFactory(title=f"Hidden {WORD}")
    Discussion.objects.filter(pk=hidden.pk).update(state=Discussion.State.HIDDEN)
    assert secret.index_entries.exists()

    found, elsewhere = find(), find(language="all")

    assert found.context["asked"].total == elsewhere.context["asked"].total == 0
    assert found.context["elsewhere"] == 0
    assert "Secret" not in found.content.decode()
    assert found.context["suggestion"] == ""


def test_replies_below_a_hidden_comment_are_found_again_when_it_is(find, english_newsroom):
    moderator = ModeratorFactory()
    opener = CommentFactory(comment="An insult.")
    CommentFactory(
        content_object=opener.content_object, parent=opener, comment=f"Answer with {WORD}."
    )
    assert find().context["asked"].total == 1

    hide_comment(comment_id=opener.pk, moderator=moderator, reason="insult")
    assert find().context["asked"].total == 0
    restore_comment(comment_id=opener.pk, moderator=moderator)
    assert find().context["asked"].total == 1


def test_words_leave_the_index_with_their_author_s_will(find, english_newsroom):
    author = trusted()
    comment = CommentFactory(user=author, comment=f"My {WORD}.")

    edit_comment(comment_id=comment.pk, editor=author, text="My tram.")
    assert find().context["asked"].total == 0
    assert find("tram").context["asked"].total == 1
    delete_own_comment(comment_id=comment.pk, author=author)
    assert not comment.index_entries.exists()
    assert find("tram").context["asked"].total == 0


def test_a_held_comment_gets_into_the_index_when_it_is_approved(find, english_newsroom):
    comment = CommentFactory(held=True, comment=f"May I have a {WORD}?")
    assert not comment.index_entries.exists()

    change(comment, State.PUBLIC)

    assert row_counts(find()) == {"comment": 1}


def test_what_is_deleted_for_good_leaves_nothing_in_the_index(find, english_newsroom):
    comment = CommentFactory(comment=f"My {WORD}.")
    entries = get_app_config().get_model("IndexEntry").objects.filter(object_id=str(comment.pk))
    assert entries.filter(content_type__model="comment").exists()

    comment.content_object.delete()

    assert not entries.filter(content_type__model="comment").exists()
    assert find().context["asked"].total == 0


def test_an_opening_is_found_once_as_its_discussion(find, english_newsroom):
    DiscussionFactory(title="Buses", text=f"Where is the {WORD}?")

    assert row_counts(find()) == {"discussion": 1}


def test_the_whole_index_can_be_made_anew(
    find, english_newsroom, django_capture_on_commit_callbacks
):

    CommentFactory(comment=f"My {WORD}.")
    CommentFactory(held=True, comment=f"Held {WORD}.")
    entries = get_app_config().get_model("IndexEntry")
    entries.objects.all().delete()

    call_command("update_index", verbosity=0)

    assert row_counts(find()) == {"comment": 1}
    assert entries.objects.filter(content_type__model="comment").count() == 1


@pytest.mark.parametrize("count", [1, 40])
def test_a_search_of_a_talkative_city_asks_no_more(
    find, english_newsroom, django_assert_max_num_queries, count
):
    for number in range(count):
        ArticlePageFactory(parent=english_newsroom, title=f"{WORD} {number}")
        discussion = DiscussionFactory(title=f"Whose {WORD} {number}?")
        CommentFactory(content_object=discussion, comment=f"My {WORD}.")
    for query in ({}, {"type": "comment"}, {"type": "discussion"}, {"q": "nowhere"}):
        find(words=query.pop("q", WORD), **query)
        with django_assert_max_num_queries(12):
            assert find(**query).status_code == 200


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 51))
def test_attacks_stay_words_in_the_results(find, english_newsroom, start):
    discussion = DiscussionFactory(title="<script>alert(1)</script> payload")
    for payload in PAYLOADS[start : start + 51]:
        CommentFactory(content_object=discussion, comment=tidy_text(f"payload {payload}"))

    for number in range(1, 7):
        page = find("payload", type="comment", page=str(number)).content.decode()
        results = page[page.index('<ol class="list">') : page.index("</ol>")]
        markup = parse(results)
        assert markup.tags <= SAFE_TAGS | {"article", "span", "time", "h3", "mark"}
        assert {name for name, _value in markup.attributes} <= {
            *("class", "href", "datetime", "lang", "hreflang")
        }
        assert all(
            value.startswith("/en/community/comments/")
            for name, value in markup.attributes
            if name == "href"
        )
        if number * 10 >= 51:
            break


def test_a_kind_without_a_result_leads_back_to_everything(find, english_newsroom):
    DiscussionFactory(title=f"Whose {WORD}?")

    page = find(type="comment").content.decode()

    assert "Nothing of this kind has these words." in page
    assert f'href="?q={WORD}"' in page
