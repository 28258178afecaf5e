"""The people of the demo city, and what they say to one another."""

from home.demo.library import members
from home.demo.library.replies import CITY, CLOSED, REPLIES
from home.demo.library.words import Words
from tests.home.test_demo_library import TOPICS


def test_members_cannot_be_reached_and_write_a_language_we_have():
    assert len(members.MEMBERS) == 6
    assert len({member.email for member in members.MEMBERS}) == 6
    for member in members.MEMBERS:
        assert member.email.endswith("@example.org")
        assert member.language in Words._fields
        assert member.joined < 0


def test_discussions_are_opened_by_members_after_they_joined():
    joined = {member.key: member.joined for member in members.MEMBERS}
    assert len(members.DISCUSSIONS) == 6
    for discussion in members.DISCUSSIONS:
        assert discussion.topic in TOPICS
        assert discussion.language in Words._fields
        assert joined[discussion.author] * 24 * 60 < discussion.opened < 0


def test_replies_are_written_by_members_in_the_past_and_not_too_deep():
    known = {member.key for member in members.MEMBERS}
    opened = {discussion.key: discussion.opened for discussion in members.DISCUSSIONS}

    def check(reply, since, level):
        assert reply.author in known | {CITY}
        assert reply.language in Words._fields
        assert set(reply.helpful) <= known - {reply.author}
        assert since + reply.after < 0
        assert level <= 4
        for below in reply.replies:
            check(below, since + reply.after, level + 1)

    for key, replies in REPLIES.items():
        for reply in replies:
            check(reply, opened[key], 0)
    assert set(CLOSED) <= set(opened)
