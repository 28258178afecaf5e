"""The people of the portal: citizens, staff and partners, who all sign in by e-mail."""

from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from community.names import LONGEST, name_key, passes_for_staff, tidy_name, validate_display_name
from site_config.paints import Paint


class UserQuerySet(models.QuerySet["User"]):
    """People as the community asks for them."""

    def members(self) -> Self:
        """People whom others can meet: active, with a name to be called by."""
        return self.filter(is_active=True).exclude(display_name_key="")

    def called(self, name: str) -> Self:
        """People whose name readers could not tell from this one."""
        return self.filter(display_name_key=name_key(name))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Makes people by their e-mail address."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Store one person; without a password they can only sign in by a reset link.

        Raises:
            ValueError: the address is empty.
        """
        if not email:
            raise ValueError("A person needs an e-mail address to sign in.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Store one person with every right."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "User":
        """Find a person whatever the case their address is typed in."""
        return self.get(email__iexact=email)


class User(AbstractUser):
    """One person, known to others by a display name and to the portal by an address."""

    username = None
    email = models.EmailField(
        _("e-mail address"),
        unique=True,
        error_messages={"unique": _("Somebody has an account with this address already.")},
    )
    display_name = models.CharField(
        _("display name"),
        max_length=LONGEST,
        blank=True,
        validators=[validate_display_name],
        help_text=_("The name that others read beside what this person writes."),
    )
    display_name_key = models.CharField(
        _("comparable display name"),
        max_length=4 * LONGEST,
        default="",
        editable=False,
        help_text=_("The name without case, accents and look-alikes; empty where there is none."),
    )
    about = models.CharField(
        pgettext_lazy("a person", "about"),
        max_length=300,
        blank=True,
        help_text=_("A sentence or two for the public profile."),
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("The language of the mails that this person gets."),
    )

    # Told by a form that gives a name and a role at once: the role that will be theirs.
    is_to_work_for_the_city: bool | None = None

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        permissions = [
            (
                "speak_for_the_city",
                _("Works for the city: words are never held, and may be the city’s answer"),
            )
        ]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_account_for_each_address"),
            models.UniqueConstraint(
                fields=["display_name_key"],
                condition=~models.Q(display_name_key=""),
                name="one_person_for_each_display_name",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name or self.get_full_name() or self.email

    def clean(self) -> None:
        """Explain why a display name can't be taken.

        Raises:
            ValidationError: another person has the name, or it would pass for staff.
        """
        super().clean()
        self.display_name = tidy_name(self.display_name)
        if not self.display_name:
            return
        if not self.works_for_the_city and passes_for_staff(self.display_name):
            raise ValidationError(
                {"display_name": _("This name could be taken for the city or its staff.")}
            )
        if User.objects.called(self.display_name).exclude(pk=self.pk).exists():
            raise ValidationError(
                {"display_name": _("Somebody has this name already, or one that looks like it.")}
            )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the person, with the form of the name by which the database compares."""
        self.display_name_key = name_key(self.display_name)
        fields: Iterable[str] | None = kwargs.get("update_fields")
        if fields is not None and "display_name" in fields:
            kwargs["update_fields"] = {*fields, "display_name_key"}
        super().save(*args, **kwargs)

    @property
    def works_for_the_city(self) -> bool:
        """Whether this person is staff, who speaks for the city.

        Who may enter the admin isn't asked: a partner enters it for a page of their own.
        """
        if self.is_to_work_for_the_city is not None:
            return self.is_to_work_for_the_city
        return self.pk is not None and self.has_perm("community.speak_for_the_city")

    @property
    def public_name(self) -> str:
        """The name that may be shown to anybody: never the e-mail address."""
        return self.display_name or self.get_full_name() or str(_("A member"))

    @property
    def has_public_profile(self) -> bool:
        """Whether there is a page about this person that anybody may read."""
        return self.is_active and bool(self.display_name)

    def get_absolute_url(self) -> str:
        """Return the address of the person's public page in the reader's language."""
        return reverse("community:member", args=[self.pk])

    @property
    def initials(self) -> str:
        """One or two letters that stand for the person where a portrait would."""
        words = [word for word in self.public_name.split() if word[0].isalpha()]
        if not words:
            return self.public_name[:1].upper()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()

    @property
    def paint(self) -> str:
        """The paint behind the initials: always the same one for the same person."""
        return Paint.values[(self.pk or 0) % len(Paint.values)]
