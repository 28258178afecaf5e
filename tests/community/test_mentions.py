"""An @ before a member's name leads to the member, and tells them."""

import pytest
from django.test import Client

from community.models import Comment, Mention, User
from community.services.posting import edit_comment
from community.text import member_html
from tests.community.comment_steps import address, post, read, trusted
from tests.community.test_comment_markup import PAYLOADS, SAFE_TAGS, parse
from tests.factories.community import CommentFactory, UserFactory

pytestmark = pytest.mark.django_db


def named(comment: Comment) -> dict[str, str]:
    return dict(comment.mentions.values_list("member__display_name", "name"))


def say(discussion, author: User, text: str) -> Comment:
    return post(discussion, author, text).comment


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("@Genti B. what do you think?", "Genti B."),
        ("Ask @Genti B.", "Genti B."),
        ("(@Genti B.)", "Genti B."),
        ("@genti b., come", "genti b."),
        ("*@Genti B.* knows", "Genti B."),
        ("- a list with @Genti B. in it", "Genti B."),
        ("One.\n\n@GENTI  B. in two spaces", "GENTI  B."),
    ],
)
def test_a_name_is_found_however_it_is_typed(discussion, member, text, name):
    comment = say(discussion, trusted(), text)

    assert named(comment) == {"Genti B.": name}


@pytest.mark.parametrize(
    "text",
    [
        "Genti B. without a sign",
        "write to me@Genti B.",
        "@Genti Bardhi is another",
        "> @Genti B. was quoted",
        "[@Genti B.](https://example.org) is a link",
        "@ Genti B.",
        "@",
        "@@@@",
    ],
)
def test_what_only_looks_like_a_name_tells_nobody(discussion, member, text):
    assert named(say(discussion, trusted(), text)) == {}


def test_the_longest_name_is_meant(discussion):
    UserFactory(display_name="Ana")
    UserFactory(display_name="Ana Maria")

    comment = say(discussion, trusted(), "@Ana Maria and @Ana, and @Anabela.")

    assert named(comment) == {"Ana Maria": "Ana Maria", "Ana": "Ana"}


def test_nobody_names_themselves_or_who_has_left(discussion, member):
    UserFactory(display_name="Suspended", is_active=False)

    assert named(say(discussion, member, "I, @Genti B., and @Suspended.")) == {}


def test_ten_are_named_at_most(discussion):
    for number in range(12):
        UserFactory(display_name=f"Neighbour {number:02}")
    text = " ".join(f"@Neighbour {number:02}," for number in range(12))

    assert len(named(say(discussion, trusted(), text))) == 10


def test_a_text_full_of_signs_costs_no_more(discussion, member, django_assert_max_num_queries):
    author = trusted()

    with django_assert_max_num_queries(50):
        comment = say(discussion, author, "@a b c d e f g h " * 170)

    assert named(comment) == {}


def test_an_edit_names_others_and_forgets_who_is_no_longer_named(discussion, member):
    author, other = trusted(), UserFactory(display_name="Ana")
    comment = say(discussion, author, "@Genti B. knows.")

    edit_comment(comment_id=comment.pk, editor=author, text="@Ana knows.")

    assert list(comment.mentions.values_list("member", flat=True)) == [other.pk]


def test_a_name_on_the_page_leads_to_the_member(client: Client, discussion, member):
    say(discussion, trusted(), "*@genti b.* knows, and @Nobody does not.")

    html = read(client, address(discussion))

    link = f'<a href="{member.get_absolute_url()}" rel="nofollow ugc noopener">@genti b.</a>'
    assert f"<em>{link}</em> knows, and @Nobody does not." in html


def test_the_name_of_who_has_left_leads_nowhere(client: Client, discussion, member):
    say(discussion, trusted(), "@Genti B. knows.")
    User.objects.filter(pk=member.pk).update(is_active=False)

    assert "<p>@Genti B. knows.</p>" in read(client, address(discussion))


def test_a_page_of_names_asks_no_more_than_one_question(
    client: Client, discussion, django_assert_max_num_queries, django_assert_num_queries
):
    def name(count: int) -> None:
        for _number in range(count):
            comment = CommentFactory(content_object=discussion, comment="@Ana and @Genti")
            for word in ("Ana", "Genti"):
                person = UserFactory()
                Mention.objects.create(comment=comment, member=person, name=word)

    url = address(discussion)
    name(6)
    read(client, url)
    with django_assert_max_num_queries(20) as few:
        read(client, url)
    asked = len(few)
    name(12)
    read(client, url)

    with django_assert_num_queries(asked):
        read(client, url)


def test_no_name_opens_a_way_for_markup():
    for payload in PAYLOADS:
        text = f"@x {payload} @x"

        markup = parse(member_html(text, {"x": '/en/"><script>alert(1)</script>/'}))

        assert markup.tags <= SAFE_TAGS, payload
        assert {name for name, _value in markup.attributes} <= {"href", "rel", "start"}, payload
