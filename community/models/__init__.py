from community.models.discussions import Discussion
from community.models.mailboxes import MailboxCount
from community.models.pages import CommunityPage
from community.models.users import User, UserManager
from community.models.wordings import DiscussionTranslation, Wording

__all__ = [
    "CommunityPage",
    "Discussion",
    "DiscussionTranslation",
    "MailboxCount",
    "User",
    "UserManager",
    "Wording",
]
