"""How allauth and the portal meet: mails leave through the outbox, secrets are sealed."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core import context as allauth_context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from community.mails import CAUSED_BY_STRANGERS, own_url, send_account_mail
from community.models import MailboxCount, User
from community.vault import seal, unseal
from site_config.rate_limits import too_many_requests
from site_config.shell import shell_for

# Seconds for which an account stays closed after too many wrong passwords.
LOCKED_SECONDS = 900


class AccountAdapter(DefaultAccountAdapter):
    """Accounts as the portal keeps them."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": _("Too many attempts. Wait some minutes and try again."),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put a mail into the outbox, in the language of the person it goes to.

        Mails that a stranger can cause are few a day for each mailbox, over all forms. The
        visitor's answer is the same whether one was sent or not.
        """
        if template_prefix in CAUSED_BY_STRANGERS and not MailboxCount.objects.reserve(email):
            return
        person = context.get("user") or _person_of(email)
        send_account_mail(
            template=template_prefix,
            to=email,
            language=person.language if person else get_language(),
            context=context,
            request=allauth_context.request,
        )

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count an attempt to sign in, and answer 429 where there were too many.

        Raises:
            ImmediateHttpResponse: the account or the visitor's address has to wait.
        """
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            raise ImmediateHttpResponse(too_many_requests(request, LOCKED_SECONDS)) from error

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead back to the profile, where the password was on the list."""
        return reverse("community:profile")

    def get_reset_password_from_key_url(self, key: str) -> str:
        """Return the link of a reset mail, below the configured base address."""
        return own_url(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: Any) -> str:
        """Return the link of a confirmation mail, below the configured base address."""
        return own_url(super().get_email_confirmation_url(request, emailconfirmation))


class MFAAdapter(DefaultMFAAdapter):
    """Second factors as the portal keeps them."""

    def encrypt(self, text: str) -> str:
        """Seal a secret before it is stored."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a stored secret."""
        return unseal(encrypted_text)

    def get_totp_issuer(self) -> str:
        """Return the name under which authenticator apps file the portal."""
        return self._get_site_name()

    def _get_site_name(self) -> str:
        return shell_for(allauth_context.request).full_name


def _person_of(email: str) -> User | None:
    """Return the person whose confirmed or first address this is, if there is one."""
    address = (
        EmailAddress.objects.filter(email__iexact=email)
        .select_related("user")
        .order_by("-verified", "-primary")
        .first()
    )
    return address.user if address else User.objects.filter(email__iexact=email).first()
