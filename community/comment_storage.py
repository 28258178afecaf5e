"""How django-comments-xtd is installed: as a store that does nothing by itself.

In a module of its own, since Django takes the one configuration in ``apps.py`` for the app's.
"""

from django.utils.translation import gettext_lazy as _
from django_comments_xtd.apps import CommentsXtdConfig


class CommentStorageConfig(CommentsXtdConfig):
    """django-comments-xtd as the store of comments, and no more.

    Its own ``ready()`` has every save of a comment publish the replies that wait for a moderator.
    What its views listen to posts and mails by ways of its own; Django imports them with its
    template tags.
    """

    verbose_name = _("Store of comments")

    def ready(self) -> None:
        """Let the package listen to nothing."""
        from django_comments.signals import comment_was_posted, comment_will_be_posted
        from django_comments_xtd import views
        from django_comments_xtd.models import TmpXtdComment

        comment_will_be_posted.disconnect(views.on_comment_will_be_posted, sender=TmpXtdComment)
        comment_was_posted.disconnect(views.on_comment_was_posted, sender=TmpXtdComment)
