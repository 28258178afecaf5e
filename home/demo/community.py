"""The people of the demo's community and its moderators' words: there before any discussion."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.utils import timezone

from community.models import CannedReply, User
from home.demo.city import City
from home.demo.library.members import MEMBERS
from home.demo.library.ready_replies import READY_REPLIES


def load(city: City) -> None:
    """Make the six members, as whom nobody can sign in, and the moderators' ready replies."""
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
    write_ready_replies(city)


def write_ready_replies(city: City) -> None:
    """Write the words that moderators need again and again, in both languages."""
    for reply in READY_REPLIES:
        for language in city.languages:
            CannedReply.objects.get_or_create(
                title=reply.title.in_language(language),
                language=language,
                defaults={"words": reply.words.in_language(language), "reason": reply.reason},
            )
