"""Photos and films that members send in; nobody else sees them before a moderator approves."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gallery.private_files import private_storage, submission_path
from site_config.models.images import Licence

# What members choose from: their own work is to be seen, so some use is allowed to everybody.
MEMBER_LICENCES = [choice for choice in Licence.choices if choice[0] != Licence.ALL_RIGHTS]


class RejectedFor(models.TextChoices):
    """Why a moderator rejects a photo or film."""

    RIGHTS = "rights", _("It is not clear that you made it or may give it away")
    PEOPLE = "people", _("People can be recognised who have not clearly agreed")
    PRIVATE = "private", _("It shows something private, such as a number plate or a home")
    OFF_TOPIC = "off-topic", _("It is not about this city")
    QUALITY = "quality", _("Too small, blurred or dark to show")
    DUPLICATE = "duplicate", _("We have it already")
    HARMFUL = "harmful", _("It offends, or breaks the law")
    OTHER = "other", _("Another reason")


class MediaSubmissionQuerySet(models.QuerySet):
    """Submissions as members and moderators ask for them."""

    def waiting(self) -> Self:
        """What waits for a moderator."""
        return self.filter(state=MediaSubmission.State.WAITING)

    def of_member(self, member: object) -> Self:
        """What one member has sent in, the newest first."""
        return self.filter(member=member).order_by("-sent_at", "-pk")


class MediaSubmission(models.Model):
    """One photo or film of one member."""

    class Kind(models.TextChoices):
        """What it is."""

        PHOTO = "photo", _("Photo")
        FILM = "film", _("Film")

    class State(models.TextChoices):
        """How far it has come."""

        PREPARING = "preparing", _("Being prepared")
        WAITING = "waiting", _("Waiting for review")
        APPROVED = "approved", _("Approved")
        REJECTED = "rejected", _("Not accepted")
        FAILED = "failed", _("Could not be read")

    # A member who is erased takes the submissions along; see `gallery.submissions.personal_data`.
    member = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member"),
        on_delete=models.CASCADE,
        related_name="media_submissions",
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    file = models.FileField(
        _("file"), upload_to=submission_path, storage=private_storage, blank=True
    )
    # A small picture of a photo, for lists; films have none.
    preview = models.FileField(upload_to=submission_path, storage=private_storage, blank=True)
    digest = models.CharField(max_length=64, editable=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    title = models.CharField(_("title"), max_length=120)
    description = models.TextField(_("description"), max_length=1000)
    place = models.CharField(_("place"), max_length=120, blank=True)
    licence = models.CharField(_("licence"), max_length=30, choices=Licence)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason = models.CharField(_("reason"), max_length=20, choices=RejectedFor, blank=True)
    words = models.TextField(_("words for the member"), max_length=1000, blank=True)
    work = models.ForeignKey(
        "gallery.Work",
        verbose_name=_("work"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="submissions",
    )

    objects = models.Manager.from_queryset(MediaSubmissionQuerySet)()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["sent_at", "pk"]
        indexes = [models.Index(fields=["state", "sent_at"], name="submission_by_state")]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "digest"],
                condition=models.Q(state__in=["preparing", "waiting", "approved"]),
                name="a_member_sends_a_file_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="rejected") | ~models.Q(reason=""),
                name="a_rejection_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_photo(self) -> bool:
        """Whether it stands still."""
        return self.kind == self.Kind.PHOTO

    @property
    def can_change(self) -> bool:
        """Whether its member may still give it other words."""
        return self.state in {self.State.PREPARING, self.State.WAITING}

    @property
    def licence_name(self) -> str:
        """The licence as people know it."""
        return str(self.get_licence_display())
