"""The people of the demo's community, who exist before anything they write."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.utils import timezone

from community.models import User
from home.demo.city import City
from home.demo.library.members import MEMBERS


def load(city: City) -> None:
    """Make the six members; nobody can sign in as one of them."""
    for done, member in enumerate(MEMBERS, start=1):
        person, created = User.objects.get_or_create(
            email=member.email,
            defaults={
                "display_name": member.display_name,
                "about": member.about.in_language(member.language),
                "language": member.language,
                "date_joined": timezone.now() + timedelta(days=member.joined),
            },
        )
        if created:
            person.set_unusable_password()
            person.save(update_fields=["password"])
        EmailAddress.objects.get_or_create(
            user=person, email=person.email, defaults={"verified": True, "primary": True}
        )
        city.say(f"Member {member.display_name}", done, len(MEMBERS))
