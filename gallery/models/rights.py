"""The rights ledger: who made a picture or film, under which licence, and who agreed to what."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from site_config.models.images import Licence


class AppendOnlyError(Exception):
    """A line of the ledger was to be changed or removed."""


class LedgerQuerySet(models.QuerySet):
    """Lines that are written once."""

    def update(self, **kwargs: Any) -> int:
        """Refuse: what was so yesterday stays written.

        Raises:
            AppendOnlyError: always.
        """
        raise AppendOnlyError

    def delete(self) -> tuple[int, dict[str, int]]:
        """Refuse likewise.

        Raises:
            AppendOnlyError: always.
        """
        raise AppendOnlyError

    def forget_words(self, **words: str) -> int:
        """Take what a person can be known by out of lines, as the law on personal data asks."""
        return super().update(**words)


class LedgerLine(models.Model):
    """A line that is written once, and never changed or removed."""

    objects = models.Manager.from_queryset(LedgerQuerySet)()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the line.

        Raises:
            AppendOnlyError: it is written already.
        """
        if self.pk is not None and not self._state.adding:
            raise AppendOnlyError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Refuse to remove the line.

        Raises:
            AppendOnlyError: always.
        """
        raise AppendOnlyError


class WorkQuerySet(models.QuerySet):
    """Works as the ledger asks for them."""

    def hidden(self) -> Self:
        """Works that nobody sees at the moment."""
        return self.filter(hidden_at__isnull=False)

    def of_film(self, *, media_id: int | None, external_url: str) -> Self:
        """The work that a page of a film shows, whether it is an own one or from another site."""
        if media_id:
            return self.filter(media=media_id)
        return self.filter(external_url=external_url) if external_url else self.none()

    def with_subject(self) -> Self:
        """Works with what they are, as a list prints them."""
        return self.select_related("image", "media", "given_by")


class Work(models.Model):
    """A picture or film of the gallery, whoever made it. It stays when its file is gone."""

    class Origin(models.TextChoices):
        """How it came here."""

        STAFF = "staff", _("Added by staff")
        MEMBER = "member", _("Sent in by a member")

    image = models.OneToOneField(
        "site_config.SiteImage",
        verbose_name=_("picture"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="work",
    )
    media = models.OneToOneField(
        "gallery.GalleryMedia",
        verbose_name=_("film"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="work",
    )
    external_url = models.URLField(_("film from another site"), blank=True, max_length=200)
    title = models.CharField(_("title"), max_length=255, blank=True)
    maker = models.CharField(_("made by"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=30, choices=Licence, blank=True)
    origin = models.CharField(
        _("origin"), max_length=10, choices=Origin.choices, default=Origin.STAFF
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("member"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="given_works",
    )
    added_at = models.DateTimeField(_("added"), default=timezone.now)
    hidden_at = models.DateTimeField(_("hidden"), null=True)
    # What has to be put back when it is shown again; see `gallery.rights.hiding`.
    put_away = models.JSONField(default=dict, editable=False)

    objects = models.Manager.from_queryset(WorkQuerySet)()

    class Meta:
        verbose_name = _("work")
        verbose_name_plural = _("works")
        ordering = ["-added_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(image__isnull=True) | models.Q(media__isnull=True),
                name="a_work_is_a_picture_or_a_film",
            ),
            models.UniqueConstraint(
                fields=["external_url"],
                condition=~models.Q(external_url=""),
                name="one_work_for_each_film_of_another_site",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self._meta.verbose_name} {self.pk}"

    @property
    def is_gone(self) -> bool:
        """Whether there is nothing left of it but its lines in the ledger."""
        return self.image_id is None and self.media_id is None and not self.external_url


class RightsChange(LedgerLine):
    """One line of a work's history."""

    class What(models.TextChoices):
        """What was written down."""

        ADDED = "added", _("Added to the ledger")
        APPROVED = "approved", _("Approved for the gallery")
        MAKER = "maker", _("Other maker")
        LICENCE = "licence", _("Other licence")
        ASKED = "asked", _("Somebody asked to take it down")
        HIDDEN = "hidden", _("Hidden")
        SHOWN = "shown", _("Shown again")
        ANSWERED = "answered", _("Request answered")
        REMOVED = "removed", _("Removed")

    work = models.ForeignKey(
        Work, verbose_name=_("work"), on_delete=models.PROTECT, related_name="changes"
    )
    what = models.CharField(_("what"), max_length=20, choices=What.choices)
    before = models.CharField(_("before"), max_length=255, blank=True)
    after = models.CharField(_("after"), max_length=255, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("change of rights")
        verbose_name_plural = _("changes of rights")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_what_display()} ({self.at:%Y-%m-%d})"


class Consent(LedgerLine):
    """What somebody agreed to when they sent a picture or film: the words they read, and when."""

    class Kind(models.TextChoices):
        """What the words are about."""

        MADE = "made", _("Made it, or may give it away")
        PEOPLE = "people", _("The people in it have agreed")
        LICENCE = "licence", _("The licence")

    # The submission goes when it is withdrawn; with it goes what was agreed to.
    submission = models.ForeignKey(
        "gallery.MediaSubmission",
        verbose_name=_("submission"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="consents",
    )
    work = models.ForeignKey(
        Work,
        verbose_name=_("work"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="consents",
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    version = models.CharField(_("version of the text"), max_length=20)
    language = models.CharField(_("language"), max_length=10)
    words = models.TextField(_("words"))
    given_at = models.DateTimeField(_("given"), default=timezone.now)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["given_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.version})"
