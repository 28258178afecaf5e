"""The demo's community page and the discussions its members have opened."""

from datetime import timedelta

from django.utils import timezone

from community.models import CommunityPage, Discussion, DiscussionTranslation, User
from home.demo.accounts import COMMUNITY_MODERATOR as MODERATOR
from home.demo.city import City
from home.demo.library.discussions import Discussion as Words
from home.demo.library.members import DISCUSSIONS, MEMBERS, RULES, RULES_TITLE
from home.demo.library.replies import CITY
from home.demo.library.words import Words as Text
from home.demo.replies import add_replies
from home.demo.topics import topic

KEY = "community"
TITLE = Text("Community", "Komuniteti")
SLUG = Text("community", "komuniteti")
INTRO = Text(
    "Become a member of the community and start a communication and/or reply to other people’s "
    "communications.",
    "Bëhuni anëtar i komunitetit dhe nisni një bisedë ose përgjigjuni bisedave të të tjerëve.",
)
SUMMARY = Text(
    "Members ask, propose and report what they saw; the city reads along and answers.",
    "Anëtarët pyesin, propozojnë dhe tregojnë ç’kanë parë; bashkia lexon dhe përgjigjet.",
)
CALL_TITLE = Text("Your street has something to say", "Rruga juaj ka diçka për të thënë")
CALL_TEXT = Text(
    "An e-mail address and a name of your choice are enough. It costs nothing, and you can leave "
    "at any time.",
    "Mjaftojnë një adresë e-maili dhe një emër që e zgjidhni vetë. Nuk kushton asgjë dhe mund të "
    "largoheni kur të doni.",
)


def load(city: City) -> None:
    """Make the community's front page in both languages, and the discussions."""
    for language in city.languages:
        city.add_page(city.home(language), front_page(language), KEY)
    authors = {member.key: User.objects.get(email=member.email) for member in MEMBERS}
    people = {**authors, CITY: User.objects.get(email=MODERATOR.email)}
    for done, words in enumerate(DISCUSSIONS, start=1):
        discussion = open_discussion(city, words, authors[words.author])
        add_replies(discussion, words.key, people)
        city.say(f"Discussion “{words.title.en}”", done, len(DISCUSSIONS))


def front_page(language: str) -> CommunityPage:
    """Return the unsaved front page in one language."""
    return CommunityPage(
        title=TITLE.in_language(language),
        slug=SLUG.in_language(language),
        intro=f"<p>{INTRO.in_language(language)}</p>",
        summary=SUMMARY.in_language(language),
        drawing="tile-community",
        rules_title=RULES_TITLE.in_language(language),
        rules=[("rule", rule.in_language(language)) for rule in RULES],
        call_title=CALL_TITLE.in_language(language),
        call_text=CALL_TEXT.in_language(language),
        show_in_menus=True,
    )


def open_discussion(city: City, words: Words, author: User) -> Discussion:
    """Return one discussion, stored with its translation unless its author has opened it."""
    title = words.title.in_language(words.language)
    discussion, created = Discussion.objects.get_or_create(
        author=author,
        title=title,
        defaults={
            "text": words.text.in_language(words.language),
            "language": words.language,
            "topic": topic(city, words.topic, words.language),
            "opened_at": timezone.now() + timedelta(minutes=words.opened),
        },
    )
    if created:
        DiscussionTranslation.objects.bulk_create(
            DiscussionTranslation(
                discussion=discussion,
                language=language,
                title=words.title.in_language(language),
                text=words.text.in_language(language),
            )
            for language in city.languages
            if language != words.language
        )
    return discussion
