"""How allauth and the portal meet: mails leave through the outbox, secrets are sealed."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from community.door import count_attempt, count_failure
from community.mails import CAUSED_BY_STRANGERS, own_url, send_account_mail
from community.models import MailboxCount, User
from community.vault import seal, unseal
from site_config.rate_limits import Limit, RateLimitedError, count_use
from site_config.shell import shell_for

# Mails that confirm an address, to one mailbox: whoever presses twice gets one.
CONFIRMATIONS = Limit(1, 60)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts as the portal keeps them."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put a mail into the outbox, in the language of the person it goes to.

        Mails that a stranger can cause are few a day for each mailbox, over all forms. The
        visitor's answer is the same whether one was sent or not.
        """
        if "confirmation" in template_prefix and _was_sent_just_now(email):
            return
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
        count_attempt(request, credentials.get("email", "").casefold())

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Count a wrong password."""
        super().authentication_failed(request, **credentials)
        count_failure(credentials.get("email", "").casefold())

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


def _was_sent_just_now(email: str) -> bool:
    try:
        count_use("confirm_email", email.casefold(), CONFIRMATIONS)
    except RateLimitedError:
        return True
    return False


def _person_of(email: str) -> User | None:
    """Return the person whose confirmed or first address this is, if there is one."""
    address = (
        EmailAddress.objects.filter(email__iexact=email)
        .select_related("user")
        .order_by("-verified", "-primary")
        .first()
    )
    return address.user if address else User.objects.filter(email__iexact=email).first()
