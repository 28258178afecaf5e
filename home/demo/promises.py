"""The demo's promises, which refer to its campaigns, projects and discussions."""

from datetime import timedelta

from campaigns.models import CommitmentIndexPage, CommitmentPage, CommitmentStep, Pledge
from community.models import Discussion, User
from community.models.mailboxes import mailbox_hash
from home.demo.campaigns import OPTIONS, option_id, responsibility
from home.demo.city import City
from home.demo.library.members import DISCUSSIONS, MEMBERS
from home.demo.library.promises import (
    LIST_INTRO,
    LIST_SLUG,
    LIST_SUMMARY,
    LIST_TITLE,
    PROMISES,
    Promise,
)
from home.demo.library.words import Words

KEY = "promises"
RUNNING = "safe-routes"


def load(city: City) -> None:
    """Make the list, the promises in each language, and what members have put their names to."""
    for language in city.languages:
        page = CommitmentIndexPage(
            title=LIST_TITLE.in_language(language),
            slug=LIST_SLUG.in_language(language),
            intro=LIST_INTRO.in_language(language),
            summary=LIST_SUMMARY.in_language(language),
            drawing="tile-government",
        )
        city.add_page(city.home(language), page, KEY)
        for promise in PROMISES:
            if city.find_page(promise.key, language) is None:
                add_promise(city, promise, language)
    add_pledges(city)


def add_promise(city: City, words: Promise, language: str) -> None:
    """Make one promise with its steps."""

    def text(value: Words | None) -> str:
        return value.in_language(language) if value else ""

    page = CommitmentPage(
        title=text(words.title),
        slug=text(words.slug),
        summary=text(words.summary),
        said=text(words.said),
        promise=text(words.promise),
        due_on=city.day(words.due) if words.due is not None else None,
        campaign=city.page(words.campaign, language) if words.campaign else None,
        project=city.page(words.project, language) if words.project else None,
        discussion=discussion_of(words.discussion),
        **responsibility(city, {"contact": words.contact}, language),
    )
    page.steps = [
        CommitmentStep(
            date=city.day(step.day), state=step.state, words=text(step.words), sort_order=order
        )
        for order, step in enumerate(words.steps)
    ]
    city.add_page(city.page(KEY, language), page, words.key)


def discussion_of(key: str) -> Discussion | None:
    """Return the discussion of a key."""
    words = next((one for one in DISCUSSIONS if one.key == key), None)
    if words is None:
        return None
    return Discussion.objects.filter(title=words.title.in_language(words.language)).first()


def add_pledges(city: City) -> None:
    """Let the members take part in the campaign that runs."""
    now = city.moment({"days": 0, "time": "8:00"})
    options = OPTIONS[RUNNING]
    for number, words in enumerate(MEMBERS):
        member = User.objects.get(email=words.email)
        page = city.page(RUNNING, words.language)
        if page.sign_block is None:
            continue  # The campaign of an earlier demo stays as it is, and takes no pledges.
        chosen = number % len(options)
        Pledge.objects.get_or_create(
            campaign=page.translation_key,
            member=member,
            defaults={
                "kind": page.sign_block.block_type,
                "choice": option_id(RUNNING, chosen),
                "words": options[chosen].in_language(words.language),
                "name": member.display_name,
                "is_public": number % 3 != 2,
                "language": words.language,
                "mailbox": mailbox_hash(member.email),
                "confirmed_at": now - timedelta(days=3 * number + 2),
            },
        )
