"""What the doctor asks of the demo city."""

from collections.abc import Iterator

from community.models import User
from home.demo.accounts import ACCOUNTS
from site_config.doctor.findings import Finding, error, fine


def examine_demo_accounts() -> Iterator[Finding]:
    """See that nobody can come in with a password of the demo."""
    emails = [account.email for account in ACCOUNTS]
    accounts = User.objects.filter(email__in=emails, is_active=True)
    there = sum(account.has_usable_password() for account in accounts)
    if there:
        yield error(
            "demo-accounts",
            f"{there} accounts of the demo city can sign in.",
            "Close them in the admin under Settings, Users, or begin with an empty database.",
        )
    else:
        yield fine("demo-accounts", "No account of the demo city can sign in.")
