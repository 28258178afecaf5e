from community.models.comment_states import HeldFor, HiddenFor, State
from community.models.commentable import (
    CommentablePageMixin,
    CommentsMode,
    CommentsModeMixin,
)
from community.models.comments import Comment, CommentVersion
from community.models.community_settings import CommunitySettings
from community.models.conversations import Conversation
from community.models.decisions import ModerationDecision
from community.models.discussions import Discussion
from community.models.mailboxes import MailboxCount
from community.models.pages import CommunityPage
from community.models.pending import PendingComment
from community.models.reactions import Choice, ConversationChoice, MemberChoice, Report
from community.models.users import User, UserManager
from community.models.wordings import DiscussionTranslation, Wording

__all__ = [
    "Choice",
    "Comment",
    "CommentVersion",
    "CommentablePageMixin",
    "CommentsMode",
    "CommentsModeMixin",
    "CommunityPage",
    "CommunitySettings",
    "Conversation",
    "ConversationChoice",
    "Discussion",
    "DiscussionTranslation",
    "HeldFor",
    "HiddenFor",
    "MailboxCount",
    "MemberChoice",
    "ModerationDecision",
    "PendingComment",
    "Report",
    "State",
    "User",
    "UserManager",
    "Wording",
]
