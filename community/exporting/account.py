"""The account: who somebody is here, how they sign in, and what they chose."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.users.models import UserProfile

from community.comment_queue import find_targets
from community.models import (
    ConversationChoice,
    MemberChoice,
    Notification,
    NotificationChoice,
)
from community.personal_data import Person, Section, among
from community.targets import title_of
from site_config.models import OutboxMail


def account(person: Person) -> Section:
    """Return what the account itself holds, except the password: only a digest of it is kept."""
    member = person.member
    groups = member.groups.order_by("name").values_list("name", flat=True)
    row = {
        "number": member.pk,
        "email": member.email,
        "display_name": member.display_name,
        "first_name": member.first_name,
        "last_name": member.last_name,
        "about": member.about,
        "language": member.get_language_display(),
        "joined": member.date_joined,
        "last_signed_in": member.last_login,
        "roles": ", ".join(groups),
    }
    labels = {
        "number": _("number of the account"),
        "email": _("e-mail address"),
        "display_name": _("display name"),
        "first_name": _("First name"),
        "last_name": _("Last name"),
        "about": pgettext_lazy("a person", "about"),
        "language": _("language"),
        "joined": _("joined"),
        "last_signed_in": _("last signed in"),
        "roles": _("roles"),
    }
    return Section("account", _("Account"), labels, [row])


def addresses(person: Person) -> Section:
    """Return all addresses, also those that were never confirmed."""
    labels = {
        "email": _("e-mail address"),
        "confirmed": _("confirmed"),
        "primary": _("the one we write to"),
    }
    rows = EmailAddress.objects.filter(user=person.member).order_by("pk")
    return Section(
        "addresses",
        _("E-mail addresses"),
        labels,
        [{"email": r.email, "confirmed": r.verified, "primary": r.primary} for r in rows],
    )


def sessions(person: Person) -> Section:
    """Return where the member is signed in, without the keys."""
    labels = {
        "since": _("since"),
        "last_seen": _("last seen"),
        "network_address": _("network address"),
        "browser": _("browser"),
    }
    rows = [
        {
            "since": session.created_at,
            "last_seen": session.last_seen_at,
            "network_address": session.ip,
            "browser": session.user_agent,
        }
        for session in UserSession.objects.filter(user=person.member).order_by("created_at")
    ]
    return Section("sessions", _("Signed-in browsers"), labels, rows)


def second_factors(person: Person) -> Section:
    """Return the kinds and names of second factors, and never a secret."""
    labels = {
        "kind": _("kind"),
        "name": _("name"),
        "since": _("since"),
        "last_used": _("last used"),
    }
    rows = [
        {
            "kind": factor.get_type_display(),
            "name": str(factor),
            "since": factor.created_at,
            "last_used": factor.last_used_at,
        }
        for factor in Authenticator.objects.filter(user=person.member).order_by("created_at")
    ]
    return Section("second_factors", _("Second factors"), labels, rows)


def choices(person: Person) -> Section:
    """Return what the member follows and mutes, and how they hear of things."""
    about_conversations = list(
        ConversationChoice.objects.filter(member=person.member)
        .select_related("conversation__content_type")
        .order_by("pk")
    )
    targets = find_targets(choice.conversation for choice in about_conversations)
    rows: list[dict[str, Any]] = []
    for choice in about_conversations:
        target = targets[choice.conversation_id]
        what = title_of(target) if target else ""
        rows.append({"about": what, "choice": choice.get_choice_display()})
    about_members = MemberChoice.objects.filter(member=person.member).select_related("other")
    rows += [
        {"about": choice.other.public_name, "choice": choice.get_choice_display()}
        for choice in about_members.order_by("pk")
    ]
    rows += [
        {"about": choice.get_subject_display(), "choice": choice.get_delivery_display()}
        for choice in NotificationChoice.objects.filter(member=person.member).order_by("pk")
    ]
    labels = {"about": _("about"), "choice": _("choice")}
    return Section("choices", _("What you chose"), labels, rows)


def notifications(person: Person) -> Section:
    """Return of what the member was told, without the words of others."""
    labels = {
        "subject": _("subject"),
        "comment": _("number of the comment"),
        "made": _("made"),
        "read": _("read"),
    }
    rows = [
        {
            "subject": told.get_subject_display(),
            "comment": told.comment_id,
            "made": told.made_at,
            "read": told.read_at,
        }
        for told in Notification.objects.filter(recipient=person.member).order_by("pk")
    ]
    return Section("notifications", _("Notifications"), labels, rows)


def mails(person: Person) -> Section:
    """Return the mails to the member's own mailboxes that are still kept."""
    labels = {
        "to": _("to"),
        "subject": _("subject"),
        "text": _("text"),
        "made": _("made"),
        "state": _("state"),
    }
    rows = [
        {
            "to": mail.to,
            "subject": mail.subject,
            "text": mail.text,
            "made": mail.created_at,
            "state": mail.get_state_display(),
        }
        for mail in OutboxMail.objects.filter(among("to", person.mailboxes)).order_by("pk")
    ]
    return Section("mails", _("Mails to you"), labels, rows)


def settings_of_the_admin(person: Person) -> Section:
    """Return what somebody who works in the admin has set there."""
    labels = {
        "language": _("language"),
        "time_zone": _("time zone"),
        "portrait": _("portrait"),
    }
    rows = [
        {
            "language": profile.preferred_language,
            "time_zone": profile.current_time_zone,
            "portrait": profile.avatar.name,
        }
        for profile in UserProfile.objects.filter(user=person.member)
    ]
    return Section("admin", _("Settings of the admin"), labels, rows)
