from community.models.appeals import Appeal
from community.models.broadcasts import Broadcast, BroadcastCopy, BroadcastPart
from community.models.canned_replies import CannedReply
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
from community.models.leaving import Erasure, ExportLink
from community.models.mailboxes import MailboxCount
from community.models.notifications import (
    Announcement,
    Delivery,
    Mention,
    Notification,
    NotificationChoice,
    Subject,
)
from community.models.pages import CommunityPage
from community.models.pending import PendingComment
from community.models.reactions import Choice, ConversationChoice, MemberChoice, Report
from community.models.sanctions import Sanction
from community.models.subscribers import Pace, PendingSubscription, Subscriber, Subscription
from community.models.users import User, UserManager
from community.models.wordings import DiscussionTranslation, Wording

__all__ = [
    "Announcement",
    "Appeal",
    "Broadcast",
    "BroadcastCopy",
    "BroadcastPart",
    "CannedReply",
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
    "Delivery",
    "Discussion",
    "DiscussionTranslation",
    "Erasure",
    "ExportLink",
    "HeldFor",
    "HiddenFor",
    "MailboxCount",
    "MemberChoice",
    "Mention",
    "ModerationDecision",
    "Notification",
    "NotificationChoice",
    "Pace",
    "PendingComment",
    "PendingSubscription",
    "Report",
    "Sanction",
    "State",
    "Subject",
    "Subscriber",
    "Subscription",
    "User",
    "UserManager",
    "Wording",
]
