"""Every kind of page that the demo city shows, found through its page tree."""

from collections.abc import Callable
from dataclasses import dataclass

from django.core import signing
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import get_page_models

from community.models import Comment, Discussion
from home.contact_view import SENT_SALT
from home.models import ContactPage
from site_config.models import BasePage

MEMBER = "member@smartcity.example"
PAGE_TYPES = sorted(
    (model for model in get_page_models() if issubclass(model, BasePage)),
    key=lambda model: model._meta.label,
)
# Views with an address of their own, and those of them that one must be signed in to see.
PUBLIC_VIEWS = (
    *("account_login", "account_signup", "account_reset_password", "account_inactive"),
    *("account_email_verification_sent", "account_reset_password_done", "community:discussions"),
    *("community:moderation", "community:follow_by_mail", "community:follow_sent"),
)
MEMBER_VIEWS = (
    *("community:profile", "community:edit_profile", "account_email", "account_change_password"),
    *("account_logout", "usersessions_list", "mfa_index", "mfa_activate_totp"),
    *("mfa_add_webauthn", "account_reauthenticate", "community:new_discussion"),
    *("community:notifications", "community:notification_choices", "community:contributions"),
)


@dataclass(frozen=True)
class Place:
    """Something to open: ``address`` is asked once the city is there."""

    name: str
    language: str
    address: Callable[[], str]
    status: int = 200
    member: bool = False
    has_translation: bool = True

    def __str__(self) -> str:
        return f"{self.name}-{self.language}"


def find_page(model: type[BasePage], language: str) -> BasePage:
    """Return a page of a type: the first in English, the last in Albanian.

    Raises:
        LookupError: the demo has no such page.
    """
    pages = model.objects.live().public().filter(locale__language_code=language).order_by("path")
    found = pages.first() if language == "en" else pages.last()
    if found is None:
        raise LookupError(f"The demo has no {model._meta.label} in {language}.")
    return found


def page_place(model: type[BasePage], language: str) -> Place:
    """Return the place of a page of this type."""
    return Place(model._meta.label, language, lambda: find_page(model, language).url)


def view_place(name: str, language: str, *, member: bool = False) -> Place:
    """Return the place of a named view."""

    def address() -> str:
        with override(language):
            return reverse(name)

    return Place(name, language, address, member=member)


def search_place(name: str, query: str, language: str) -> Place:
    """Return the search for some words."""
    return Place(name, language, lambda: f"/{language}/search/?q={query}")


def sent_message(language: str) -> str:
    """Return the address that shows the receipt of a message."""
    sent = signing.dumps("K-2026-7F3K9Q", salt=SENT_SALT)
    return f"{find_page(ContactPage, language).url}?sent={sent}"


def discussion(language: str) -> str:
    """Return the address of a discussion."""
    with override(language):
        return Discussion.objects.visible().first().get_absolute_url()


def member(language: str) -> str:
    """Return the address of a member's public profile."""
    with override(language):
        return Discussion.objects.visible().first().author.get_absolute_url()


def about_a_discussion(name: str) -> Callable[[], str]:
    """Return what finds a view about a discussion that people write in."""
    return lambda: reverse(
        f"community:{name}", args=["discussion", Discussion.objects.visible().first().pk]
    )


def report() -> str:
    """Return where the words that open a discussion are reported."""
    opening = Discussion.objects.visible().first().opening
    return reverse("community:report_comment", args=[opening.pk])


def long_thread() -> str:
    """Return the page of a thread by itself, as long ones have it."""
    openers = Comment.objects.openers().readable().where_all_may_read()
    return reverse("community:thread", args=[openers.filter(nested_count__gt=0).first().pk])


def in_language(language: str, address: Callable[[], str]) -> Callable[[], str]:
    """Return the same address, asked in a language."""

    def asked() -> str:
        with override(language):
            return address()

    return asked


def places_in(language: str) -> list[Place]:
    """Return one place of each kind in a language."""
    return [
        *(page_place(model, language) for model in PAGE_TYPES),
        search_place("search-found", "parkim" if language == "sq" else "parking", language),
        search_place("search-nothing", "xyzzyqwert", language),
        search_place("search-empty", "", language),
        Place("discussion", language, lambda: discussion(language)),
        Place("member", language, lambda: member(language)),
        Place(
            "write-comment",
            language,
            in_language(language, about_a_discussion("write_comment")),
            member=True,
        ),
        Place(
            "write-comment-visitor",
            language,
            in_language(language, about_a_discussion("write_comment")),
        ),
        Place("report-visitor", language, in_language(language, report)),
        Place("thread", language, in_language(language, long_thread)),
        Place("message-sent", language, lambda: sent_message(language), has_translation=False),
        Place("not-found", language, lambda: f"/{language}/nothing-here/", 404),
        Place("bad-request", language, lambda: f"/{language}/?q=%00", 400, has_translation=False),
        *(view_place(name, language) for name in PUBLIC_VIEWS),
        *(view_place(name, language, member=True) for name in MEMBER_VIEWS),
    ]


ENGLISH, ALBANIAN = places_in("en"), places_in("sq")
PLACES = [*ENGLISH, *ALBANIAN]
