"""Real objects of the demo city for whatever an address asks for by number."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupApprovalTask,
    GroupPagePermission,
    Locale,
    Page,
    PageViewRestriction,
    Site,
    UploadedFile,
)
from wagtail_localize.models import Translation, TranslationSource

from articles.models import ArticlePage
from campaigns.models import CampaignPage, EventPage, EventRegistration, Pledge
from community.models import (
    CannedReply,
    Comment,
    CommunitySettings,
    Discussion,
    HiddenFor,
    ModerationDecision,
    PendingComment,
    State,
    User,
)
from community.subscriptions.channels import Channel
from gallery.models import AlbumPhoto, GalleryMedia
from home.models import ContactPage, ContactSubmission, HomePage, StandardPage
from partners.models import PartnerMember, PartnerPage, Placement
from publications.models import AccessibleCopyRequest, IssuePage, NewsletterEditionPage
from site_config.models import Alert, OutboxMail, SiteDocument, SiteImage
from tests.community.following_steps import follower
from tests.factories.alerts import draft_alert
from tests.factories.articles import AuthorFactory, ContactFactory
from tests.factories.community import AppealFactory, CommentFactory
from tests.factories.partner_desk import (
    DeskAssetFactory,
    DeskDocumentFactory,
    DeskFileFactory,
    DeskThreadFactory,
)
from tests.factories.partners import PartnerTierFactory
from tests.factories.site_config import TopicFactory
from tests.url_matrix.contributed import Contributed


class Objects:
    """What the addresses lead to; made in the open demo city, where they stay."""

    def __init__(self, editor: User, partner: User, member: User) -> None:
        """Find the objects that the city has, and make the others.

        Args:
            editor: who has sent a page for approval, and uploads a file at this moment.
            partner: who may change the page of one partner, as the demo's partner may.
            member: whose account, key and session others ask for.
        """
        self.editor, self.member = editor, member
        self.english = Locale.objects.get(language_code="en")
        self.albanian = Locale.objects.get(language_code="sq")
        self._find_pages()
        self._give_page(partner)
        self._make_snippets()
        self._find_files()
        self.contributed = Contributed(member)
        self._find_people()
        self._make_translation()
        self._make_work()

    def _find_pages(self) -> None:
        articles = ArticlePage.objects.live().filter(locale=self.english).order_by("pk")
        self.article, self.waiting = articles[0], articles[1]
        self.newsroom = Page.objects.get(pk=self.article.get_parent().pk)
        self.home = Site.objects.get(is_default_site=True).root_page
        sections = HomePage._meta.get_field("sections").stream_block.child_blocks
        self.block = next(iter(sections.values()))
        self.event = self._first(EventPage)
        pledges = Pledge.objects.filter(is_public=True).exclude(name="")
        self.pledge = pledges[0]
        self.campaign = CampaignPage.objects.get(
            translation_key=self.pledge.campaign, locale=self.english
        )
        self.issue = self._first(IssuePage)
        self.edition = self._first(NewsletterEditionPage)
        self.placement = Placement.objects.order_by("pk")[0]
        self.partner_page = PartnerPage.objects.live().filter(locale=self.english).last()
        self.contact_page = self._first(ContactPage)
        self.standard = self._first(StandardPage)
        self.discussion = Discussion.objects.filter(state=Discussion.State.VISIBLE).first()
        self.comment: Comment = CommentFactory(content_object=self.discussion)
        guest = CommentFactory(content_object=self.discussion, guest=True, state=State.HIDDEN)
        self.decision, self.guest_decision = (
            ModerationDecision.objects.create(
                comment=comment, action=ModerationDecision.Action.HIDDEN, reason=HiddenFor.SPAM
            )
            for comment in (self.comment, guest)
        )
        self.appeal = AppealFactory(decision=self.decision)
        self.ready_reply = CannedReply.objects.create(title="No shops", words="No shops here.")
        self.pending = PendingComment.objects.create(
            content_type=self.comment.content_type,
            object_id=self.discussion.pk,
            text="A street.",
            name="Ana",
            email="ana@example.org",
            language="en",
            submission="one form",
        )
        self.copy_request = AccessibleCopyRequest.objects.create(
            publication=self.issue.page_ptr, form="online", language="en", submission="a form"
        )
        self.alert = Alert.objects.get()
        draft_alert(self.editor, uid=self.alert.uid)
        self.follower = follower("follower@example.org", Channel("alerts", "city"))
        self.restriction = PageViewRestriction.objects.create(
            page=self.standard.copy(update_attrs={"slug": "for-members", "title": "Members"}),
            restriction_type=PageViewRestriction.LOGIN,
        )

    def _first(self, model: type[Page]) -> Page:
        return model.objects.live().filter(locale=self.english).order_by("pk")[0]

    def _give_page(self, partner: User) -> None:
        change = Permission.objects.get(
            content_type__app_label="wagtailcore", codename="change_page"
        )
        group = Group.objects.create(name=self.partner_page.title)
        GroupPagePermission.objects.create(
            group=group, page=self.partner_page.page_ptr, permission=change
        )
        partner.groups.add(group)
        self._fill_desk(partner)

    def _fill_desk(self, person: User) -> None:
        partner = self.partner = self.partner_page.partner
        PartnerMember.objects.create(partner=partner, user=person)
        self.asset = DeskAssetFactory(partner=partner, delivered=True)
        self.desk_file = DeskFileFactory(asset=self.asset)
        self.desk_document = DeskDocumentFactory(partner=partner)
        self.thread = DeskThreadFactory(partner=partner)

    def _make_snippets(self) -> None:
        # Nothing leans on them yet, so that they can be deleted.
        self.author = AuthorFactory(language="en")
        self.contact = ContactFactory(language="en")
        self.topic = TopicFactory(language="en")
        self.tier = PartnerTierFactory(locale=self.english)

    def _find_files(self) -> None:
        self.image, self.document = SiteImage.objects.first(), SiteDocument.objects.first()
        self.album_photo = AlbumPhoto.objects.filter(page__live=True).first().image
        self.media = GalleryMedia.objects.filter(type="video").first()
        root = Collection.get_first_root_node()
        self.collection = root.add_child(name="Archive")
        self.file_restriction = CollectionViewRestriction.objects.create(
            collection=root.add_child(name="Members' papers"),
            restriction_type=CollectionViewRestriction.LOGIN,
        )
        self.uploads = {
            "image": self._make_upload(self.image),
            "document": self._make_upload(self.document),
        }

    def _make_upload(self, original: SiteImage | SiteDocument) -> UploadedFile:
        with original.file.open() as file:
            content = ContentFile(file.read(), name=original.filename)
        return UploadedFile.objects.create(
            for_content_type=ContentType.objects.get_for_model(type(original)),
            file=content,
            uploaded_by_user=self.editor,
        )

    def _find_people(self) -> None:
        self.group = Group.objects.create(name="Neighbours")
        self.address = EmailAddress.objects.create(user=self.member, email="new@example.org")
        self.key = Authenticator.objects.create(
            user=self.member, type=Authenticator.Type.WEBAUTHN, data={}
        )
        self.session = UserSession.objects.create(
            user=self.member, session_key="x" * 32, ip="192.0.2.1"
        )
        self.mail = OutboxMail.objects.create(
            to="ana@example.org", subject="Hello", text="Hello", key="hello", state="failed"
        )
        self.submission = ContactSubmission.objects.create(
            page=self.contact_page, form_data={}, receipt="K-2026-TESTED"
        )
        self.event = EventPage.objects.filter(registers_here=True, locale=self.english).first()
        self.registration = EventRegistration.objects.create(
            event_key=self.event.translation_key,
            event=self.event,
            day=self.event.start_date,
            email="ana@example.org",
            language="en",
        )

    def _make_translation(self) -> None:
        source, _made = TranslationSource.update_or_create_from_instance(self.article)
        self.translation = Translation.objects.create(source=source, target_locale=self.albanian)
        self.string = source.stringsegment_set.order_by("pk").first()
        self.overridable = source.overridablesegment_set.order_by("pk").first()

    def _make_work(self) -> None:
        self.waiting.save_revision(user=self.editor)
        self.workflow = self.waiting.get_workflow()
        self.workflow_state = self.workflow.start(self.waiting, self.editor)
        self.task_state = self.workflow_state.current_task_state
        self.task = GroupApprovalTask.objects.get(pk=self.task_state.task_id)
        self.revision = self.article.save_revision(user=self.editor)
        self.redirect = Redirect.objects.create(old_path="/old", redirect_page=self.home)
        self.site = Site.objects.get(is_default_site=True)
        self.community_settings = CommunitySettings.objects.create()
        self.editing = EditingSession.objects.create(
            user=self.editor,
            content_type=ContentType.objects.get_for_model(ArticlePage),
            object_id=self.article.pk,
            last_seen_at=timezone.now(),
        )

    def numbers(self) -> dict[str, Any]:
        """Return what stands in an address under a name that means the same everywhere."""
        return {
            "page_id": self.article.pk,
            "parent_page_id": self.newsroom.pk,
            "page_to_move_id": self.article.pk,
            "destination_id": self.newsroom.pk,
            "page_pk": self.newsroom.pk,
            "revision_id": self.revision.pk,
            "workflow_pk": self.workflow.pk,
            "workflow_state_id": self.workflow_state.pk,
            "task_state_id": self.task_state.pk,
            "task_id": self.task.pk,
            "image_id": self.image.pk,
            "document_id": self.document.pk,
            "doc_id": self.document.pk,
            "media_id": self.media.pk,
            "media_type": "video",
            "collection_id": self.collection.pk,
            "redirect_id": self.redirect.pk,
            "translation_source_id": self.translation.source_id,
            "translation_id": self.translation.pk,
            "string_segment_id": self.string.pk,
            "overridable_segment_id": self.overridable.pk,
            "session_id": self.editing.pk,
        }
