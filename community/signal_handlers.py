"""What follows when a discussion or a member changes."""

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.account.signals import authentication_step_completed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.usersessions.models import UserSession
from anymail.signals import tracking
from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.utils.translation import override
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.search.index import remove_object
from wagtail.signals import page_published, page_unpublished, post_page_move

from community.comment_rules import forget_rules, sections
from community.feeds import feed_addresses
from community.middleware import SECOND_FACTORS
from community.models import Comment, CommunityPage, CommunitySettings, Discussion, State, User
from community.models.discussions import ROWS
from community.subscriptions.announcing import announce_publication
from community.subscriptions.bounces import note_event
from site_config.front_cache.sending import purge_words
from site_config.front_cache.shown import ANY_ROW, shown_row
from site_config.kept_answers.answers import depend_on
from site_config.withdrawing import withdraw_after_commit


def purge_discussion(instance: Discussion, **kwargs: Any) -> None:
    """Have shared caches forget a discussion wherever it shows, and the lists it belongs in.

    That is after the commit.
    """
    purge_words({shown_row(ROWS, instance.pk), ANY_ROW})
    discussion_id, author = instance.pk, instance.author

    def purge() -> None:
        batch = PurgeBatch()
        for page in CommunityPage.objects.live():
            batch.add_page(page)
        for language, _name in settings.LANGUAGES:
            with override(language):
                instance.pk = discussion_id
                batch.add_url(settings.WAGTAILADMIN_BASE_URL + instance.get_absolute_url())
                if author and author.has_public_profile:
                    batch.add_url(settings.WAGTAILADMIN_BASE_URL + author.get_absolute_url())
        instance.pk = discussion_id
        batch.add_urls(sorted(feed_addresses(instance)))
        batch.purge()

    transaction.on_commit(purge, robust=True)


def index_written_comment(instance: Comment, created: bool, raw: bool, **kwargs: Any) -> None:
    """Let the search index follow a comment that was written or changed."""
    # What is new and waits has nothing in the index to be taken away.
    if not raw and (instance.state == State.PUBLIC or not created):
        instance.keep_in_index()


def forget_deleted_comment(instance: Comment, **kwargs: Any) -> None:
    """Take the words of a row that is gone out of the search index."""
    remove_object(instance)


def drop_picture(instance: Discussion, **kwargs: Any) -> None:
    """Remove the picture of a discussion that has been removed, after the commit."""
    instance.drop_picture()


def withdraw_hidden_picture(instance: Discussion, **kwargs: Any) -> None:
    """Let nobody else fetch the picture of a discussion that was hidden."""
    if instance.picture and not instance.is_visible:
        withdraw_after_commit([instance.picture.name])


def trust_new_factor(
    request: HttpRequest, user: User, authenticator: Authenticator, **kwargs: Any
) -> None:
    """Count a factor that was just set up as shown: its owner has proved that they hold it."""
    if authenticator.type in SECOND_FACTORS:
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=str(authenticator.type)
        )


def renew_session(request: HttpRequest, **kwargs: Any) -> None:
    """Give a session another key when its person proves more of themselves (ASVS 5.0 V7.2.4).

    Django does so when somebody signs in; a further proof opens doors too. In the list of their
    sessions, where each can be ended, it stays the same one.
    """
    person = getattr(request, "user", None)
    if person is not None and person.is_authenticated:
        former = request.session.session_key
        request.session.cycle_key()
        key = request.session.session_key
        UserSession.objects.filter(session_key=former).update(session_key=key)


def connect() -> None:
    """Listen to the models of the community, and to pages that rule comments below them."""
    depend_on([CommunitySettings, *sections()])
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(forget_rules, dispatch_uid="forget_comment_rules")
    post_save.connect(purge_discussion, sender=Discussion, dispatch_uid="purge_discussion")
    post_save.connect(index_written_comment, sender=Comment, dispatch_uid="index_comment")
    post_delete.connect(forget_deleted_comment, sender=Comment, dispatch_uid="forget_comment")
    page_published.connect(announce_publication, dispatch_uid="announce_publication")
    tracking.connect(note_event, dispatch_uid="note_mail_event")
    authentication_step_completed.connect(renew_session, dispatch_uid="renew_session")
    authenticator_added.connect(trust_new_factor, dispatch_uid="trust_new_factor")
    post_save.connect(withdraw_hidden_picture, sender=Discussion, dispatch_uid="withdraw_picture")
    post_delete.connect(drop_picture, sender=Discussion, dispatch_uid="drop_picture")
    post_delete.connect(
        purge_discussion, sender=Discussion, dispatch_uid="purge_deleted_discussion"
    )
