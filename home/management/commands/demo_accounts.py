"""Tell a developer who can sign in to the demo."""

from django.conf import settings
from django.core.management.base import BaseCommand

from community.models import User
from home.demo.accounts import ACCOUNTS, read_passwords


class Command(BaseCommand):
    """Print the demo accounts with their passwords, in development alone."""

    help = "Print one demo account per role with its password (development only)."

    def handle(self, **options):
        if not settings.DEBUG:
            self.stdout.write("Demo accounts have passwords in development only.")
            return
        passwords = read_passwords()
        there = set(User.objects.values_list("email", flat=True))
        known = [account for account in ACCOUNTS if account.email in passwords.keys() & there]
        if not known:
            self.stdout.write("There are no demo accounts; run: python manage.py load_demo")
            return
        self.stdout.write("Demo accounts (role, e-mail, password):")
        width = max(len(account.role) for account in known)
        across = max(len(account.email) for account in known)
        for account in known:
            password = passwords[account.email]
            self.stdout.write(f"  {account.role:{width}}  {account.email:{across}}  {password}")
        self.stdout.write("")
