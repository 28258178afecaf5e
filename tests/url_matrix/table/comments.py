"""Comments: read where the page can be read, written by members, changed by their authors."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.rows import COMMUNITY, Row, for_everybody, for_members, for_staff

COMMENTS: tuple[Row, ...] = (
    # A permalink leads to the page on which the comment stands.
    for_everybody("community:comment", get=Answer.DONE),
    for_everybody("community:thread", "community:check_mailbox"),
    for_everybody("community:feed", "community:atom_feed"),
    for_everybody("community:target_feed", "community:target_atom_feed"),
    # Anybody may report. An empty form is shown again.
    for_everybody("community:report_comment", post=Answer.OK),
    for_everybody("community:puzzle"),
    # What is one's own on a page; a visitor has nothing there.
    for_everybody("community:personal"),
    # The forms tell a visitor to sign in, and keep what was typed.
    for_everybody("community:write_comment", "community:new_discussion", post=Answer.OK),
    # Opening a link of a guest changes nothing; guests are not let in the demo city.
    for_everybody("community:confirm_comment", post=Answer.OK),
    # What members do with comments of others.
    for_members("community:like_comment", post=Answer.DONE),
    for_members("community:follow", "community:follow_member", post=Answer.DONE),
    # Another member's comment is nobody else's to change, whatever their role.
    for_members(
        "community:own_comment",
        get=Answer.NOT_FOUND,
        visitors=(Answer.SIGN_IN, Answer.NOT_ALLOWED),
    ),
    for_members("community:delete_comment", get=Answer.NOT_FOUND, post=Answer.NOT_FOUND),
    # A decision is shown to whoever it is about. Who was signed out meanwhile is refused with
    # the words that they have sent.
    for_members(
        "community:edit_comment",
        "community:edit_discussion",
        "community:own_decision",
        get=Answer.NOT_FOUND,
        post=Answer.NOT_FOUND,
        visitors=(Answer.SIGN_IN, Answer.REFUSED),
    ),
    # A guest sees a decision by a link, with an empty form.
    for_everybody("community:guest_decision", post=Answer.OK),
    # What a member was told, and how they want to hear of it.
    for_members("community:notifications", visitors=(Answer.SIGN_IN, Answer.NOT_ALLOWED)),
    for_members("community:notification_choices", post=Answer.OK),
    for_members(
        "community:read_notification*",
        get=Answer.NOT_ALLOWED,
        post=Answer.DONE,
        visitors=(Answer.NOT_ALLOWED, Answer.SIGN_IN),
    ),
    # Whoever has the link of a mail stops these mails, signed in or not.
    for_everybody("community:unsubscribe", post=Answer.OK),
    # The moderators' queue. A POST without a decision decides nothing.
    for_staff("community_comment_modeladmin_index", who=COMMUNITY),
    for_staff("community_comment_modeladmin_inspect", who=COMMUNITY, post=Answer.OK),
    for_staff(
        "community_appeals",
        "community_answers",
        who=COMMUNITY,
        others=Answer.NOT_ALLOWED,
        others_get=Answer.REFUSED,
    ),
    for_staff("community_appeal", "community_member_desk", who=COMMUNITY, post=Answer.OK),
    # Nothing is chosen.
    for_staff("community_together", who=COMMUNITY, get=Answer.DONE, post=Answer.DONE),
)
