"""Words that occur nowhere else, put wherever the portal keeps something of a member, and a
search that finds them again: in every table, file, cache and index.
"""

import io
import pickle
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.core import signing
from django.core.cache import caches
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.utils import timezone
from modelsearch.index import get_indexed_models
from PIL import Image
from wagtail.log_actions import log
from wagtail.models import Comment as Remark
from wagtail.models import Page, PageLogEntry, UploadedFile
from wagtail.search.backends import get_search_backend
from wagtail.users.models import UserProfile

from articles.models import ArticlePage
from campaigns.models import EventRegistration
from community.models import (
    Appeal,
    CommunitySettings,
    Discussion,
    ExportLink,
    HiddenFor,
    Mention,
    ModerationDecision,
    PendingComment,
    PendingSubscription,
    Sanction,
    User,
)
from community.models.mailboxes import mailbox_hash
from community.services.guests import SALT, confirm_guest_comment
from community.services.moderating import approve_comment, hide_comment
from community.services.posting import edit_comment
from community.subscriptions import Channel, announce
from community.subscriptions.telling import finish_broadcasts
from gallery.models import MediaSubmission, TakeDownRequest, Work
from home.services import receive_message
from partners.models import Partner
from publications.models import AccessibleCopyRequest
from site_config.models import OutboxMail
from site_config.outbox import enqueue_mail
from tests.community.account_steps import PASSWORD, join, link_in, sign_in
from tests.community.comment_steps import post
from tests.community.following_steps import follower
from tests.factories.campaigns import PledgeFactory
from tests.factories.community import (
    CommentFactory,
    DiscussionFactory,
    ModeratorFactory,
    UserFactory,
)
from tests.factories.home import ContactPageFactory
from tests.factories.partner_desk import DeskMessageFactory

MAILBOX = "zqmailbox@example.org"
SECOND = "zqsecond@example.org"
NAME = "Zqname Zqfamily"
# Each is one word, so that an index that cuts texts into words holds it whole.
MARKERS = {
    "mailbox": "zqmailbox",
    "second address": "zqsecond",
    "display name": "zqname",
    "about": "zqabout",
    "browser": "zqbrowser",
    "comment": "zqcomment",
    "earlier version": "zqearlier",
    "hidden comment": "zqhidden",
    "words of a decision": "zqdecision",
    "title": "zqtitle",
    "text of a discussion": "zqdiscussion",
    "translation": "zqtranslation",
    "picture": "zqpicture",
    "report": "zqreport",
    "appeal": "zqappeal",
    "sanction": "zqsanction",
    "guest's comment": "zqguest",
    "comment to be confirmed": "zqpending",
    "message": "zqmessage",
    "remark beside a page": "zqremark",
    "review": "zqreview",
    "portrait": "zqportrait",
    "upload": "zqupload",
    "mail to another": "zqquoted",
    "pledge": "zqpledge",
    "registration": "zqregistration",
    "photo sent in": "zqsubmission",
    "request for a copy": "zqcopy",
    "work": "zqwork",
    "request to take down": "zqtakedown",
    "message at a partner's desk": "zqdesk",
    "count of mails": mailbox_hash(MAILBOX),
}


def plant(client: Client, article: ArticlePage) -> User:
    """Join, and leave a marker in every place; return the member, who is signed in."""
    CommunitySettings.objects.create(guests_may_comment=True)
    member = _join(client)
    _talk(client, member)
    _discuss(member)
    _be_moderated(member)
    _write_as_guest()
    _write_to_the_city(article)
    _work_on_pages(member, article)
    _follow(article)
    _take_part(member, article)
    return member


def _take_part(member: User, article: ArticlePage) -> None:
    """Leave something in each app that stands above the community."""
    soon = timezone.now() + timedelta(days=3)
    PledgeFactory(campaign=uuid4(), email=MAILBOX, note="A zqpledge.")
    EventRegistration.objects.create(
        event_key=uuid4(), day=soon.date(), name="Zqregistration", email=MAILBOX, language="en"
    )
    AccessibleCopyRequest.objects.create(
        publication=article.page_ptr,
        form="online",
        words="A zqcopy.",
        email=MAILBOX,
        language="en",
        submission="a form",
    )
    DeskMessageFactory(
        thread__partner=Partner.objects.create(name="Lana"), author=member, words="A zqdesk."
    )
    MediaSubmission.objects.create(
        member=member,
        kind="photo",
        title="A zqsubmission",
        description="Of zqsubmission.",
        licence="cc-by-4.0",
        language="en",
    )
    work = Work.objects.create(title="Zqwork", maker="Zqname", given_by=member)
    TakeDownRequest.objects.create(
        number="T-1",
        work=work,
        title="Zqwork",
        address="/en/",
        words="A zqtakedown.",
        email=MAILBOX,
        language="en",
        ticket="a ticket",
        due_at=soon,
    )


def _follow(article: ArticlePage) -> None:
    channel = Channel("page", str(article.translation_key))
    follower(MAILBOX, channel)
    PendingSubscription.objects.create(
        email=MAILBOX, channels=[list(channel)], language="en", consent_version=1
    )
    announce(channel=channel, key="a change", page=article)
    finish_broadcasts()


def _join(client: Client) -> User:
    client.defaults["HTTP_USER_AGENT"] = "zqbrowser/1.0"
    join(client, display_name=NAME, email=MAILBOX, password1=PASSWORD)
    client.post(link_in(OutboxMail.objects.get(to=MAILBOX)))
    client.post("/en/account/reauthenticate/?next=/en/account/email/", {"password": PASSWORD})
    client.post("/en/account/email/", {"action_add": "", "email": SECOND})
    client.post(
        "/en/community/me/edit/",
        {"display_name": NAME, "about": "Knows zqabout.", "language": "en"},
    )
    member = User.objects.get(email=MAILBOX)
    # What a session knows of a password that was given holds the mailbox.
    sign_in(Client(), member)
    ExportLink.objects.create(member=member, digest="0" * 64)
    return member


def _talk(client: Client, member: User) -> None:
    moderator = ModeratorFactory()
    answered = post(DiscussionFactory(), member, "First zqearlier.", submission="one").comment
    edit_comment(comment_id=answered.pk, editor=member, text="Then zqcomment.")
    approve_comment(comment_id=answered.pk, moderator=moderator)
    CommentFactory(content_object=answered.content_object, parent=answered)
    other = CommentFactory(comment=f"I agree with @{NAME}, and with @Somebody.")
    Mention.objects.create(comment=other, member=member, name=NAME)
    edit_comment(comment_id=other.pk, editor=other.user, text=f"So says @{NAME.upper()}!")
    approve_comment(comment_id=other.pk, moderator=moderator)  # A newcomer's edit waits.
    client.post(
        f"/en/community/comments/{other.pk}/report/", {"reason": "spam", "words": "A zqreport."}
    )
    client.post(f"/en/community/comments/{other.pk}/like/", {"liked": "1"})
    reader = UserFactory()
    link = f"http://testserver/en/community/comments/{answered.pk}/"
    enqueue_mail(to=reader.email, subject="An answer", text=f"They said zqquoted.\n\n{link}")
    enqueue_mail(to=reader.email, subject=f"{NAME} follows you", text=NAME, html=f"<b>{NAME}</b>")
    log(instance=answered, action="community.show_author_email", user=moderator)


def _discuss(member: User) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (4, 3), "red").save(picture, "PNG")
    discussion = DiscussionFactory(
        author=member,
        title="About zqtitle",
        text=f"Words of zqdiscussion, by @{NAME}.",
        picture=ContentFile(picture.getvalue() + b"zqpicture", "zqpicture.png"),
        picture_alt="A zqpicture",
    )
    discussion.translations.create(language="sq", title="Për zqtranslation", text="Fjalë.")
    discussion.save()
    CommentFactory(content_object=discussion)
    log(instance=discussion, action="wagtail.edit")


def _be_moderated(member: User) -> None:
    moderator = ModeratorFactory()
    comment = CommentFactory(user=member, comment="A zqhidden word.")
    CommentFactory(content_object=comment.content_object, parent=comment)
    decision = hide_comment(
        comment_id=comment.pk,
        moderator=moderator,
        reason=HiddenFor.INSULT,
        words="Because of zqdecision.",
    )
    Appeal.objects.create(decision=decision, author=member, words="But zqappeal.")
    warned = ModerationDecision.objects.create(
        member=member,
        moderator=moderator,
        action=ModerationDecision.Action.WARNED,
        words="A zqdecision again.",
    )
    settled = ModerationDecision.objects.create(member=member, action="suspended", words="zqappeal")
    Appeal.objects.create(
        decision=settled,
        author=member,
        words="A zqappeal of old.",
        outcome=Appeal.Outcome.REFUSED,
        answer="No zqappeal.",
    )
    Sanction.objects.create(
        member=member,
        kind=Sanction.Kind.BAN,
        reason=HiddenFor.INSULT,
        words="A zqsanction.",
        decision=warned,
    )


def _write_as_guest() -> None:
    target = DiscussionFactory()
    waiting = [
        PendingComment.objects.create(
            content_type=ContentType.objects.get_for_model(Discussion),
            object_id=target.pk,
            text=words,
            name="Zqname",
            email=MAILBOX.upper(),
            language="en",
            submission=words,
        )
        for words in ("A zqguest.", "A zqpending.")
    ]
    confirm_guest_comment(token=signing.dumps(waiting[0].pk, salt=SALT))


def _write_to_the_city(article: ArticlePage) -> None:
    page = ContactPageFactory(parent=Page.objects.get(pk=article.get_parent().get_parent().pk))
    words = {"name": "Zqname", "email": MAILBOX, "message": "A zqmessage."}
    receive_message(page=page, form_data=words, sender=MAILBOX, ticket="one")


def _work_on_pages(member: User, article: ArticlePage) -> None:
    remark = Remark(page=article, user=member, text="A zqremark.", contentpath="title")
    article.wagtail_admin_comments.add(remark)
    article.save_revision(user=member)
    PageLogEntry.objects.log_action(
        instance=article,
        action="wagtail.workflow.approve",
        user=member,
        data={"comment": "A zqreview."},
    )
    UserProfile.objects.create(user=member, avatar=ContentFile(b"zqportrait", "zqportrait.png"))
    UploadedFile.objects.create(uploaded_by_user=member, file=ContentFile(b"zqupload", "zqupload"))
    staff = UserFactory()
    LogEntry.objects.create(
        user=staff,
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(member.pk),
        object_repr=str(member),
        action_flag=CHANGE,
        change_message=f"{member} has another name",
    )
    log(instance=member, action="wagtail.edit", user=staff)


def warm(article: ArticlePage) -> None:
    """Open pages as visitors do, so that caches hold what they print."""
    visitor = Client()
    for path in ("/en/", "/en/community/discussions/", article.url):
        visitor.get(path)
    for discussion in Discussion.objects.all():
        visitor.get(discussion.get_absolute_url())


def found() -> dict[str, set[str]]:
    """Return where each marker stands, by its name; those that stand nowhere are left out."""
    places: dict[str, set[str]] = {}
    for place, text in _everything():
        folded = text.lower()
        for name, marker in MARKERS.items():
            if marker in folded:
                places.setdefault(name, set()).add(place)
    backend = get_search_backend()
    for model in get_indexed_models():
        if backend.search(" ".join(MARKERS.values()), model.objects.all(), operator="or").count():
            places.setdefault("any", set()).add(f"search for {model.__name__}")
    return places


def _everything() -> Iterator[tuple[str, str]]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            for row in cursor.fetchall():
                yield f"table {table}", " ".join(_as_text(value) for value in row)
    for session in Session.objects.all():
        yield "sessions", str(session.get_decoded())
    for path in Path(settings.MEDIA_ROOT).rglob("*"):
        yield "media", path.name
        if path.is_file():
            yield f"media {path.suffix}", path.read_bytes().decode("latin-1")
    for alias in settings.CACHES:
        for key, pickled in caches[alias]._cache.items():
            yield f"cache {alias}", f"{key} {pickle.loads(pickled)!r}"  # noqa: S301


def _as_text(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode("latin-1")
    return str(value)
