"""Why somebody can't have a place, in words for the person."""

from django.utils.translation import gettext_lazy as _

from community.errors import CommunityError


class RegistrationOverError(CommunityError):
    """The event has begun, does not take place, or nobody registers here."""

    message = _("Nobody can register for this date any more.")
    code = "over"


class RegistrationLinkError(CommunityError):
    """A link that is used up, too old, or none of ours."""

    message = _("This link is used up or older than 72 hours. You can register anew.")


class AlreadyCancelledError(CommunityError):
    """A place that was given back before."""

    message = _("This registration has been cancelled already.")
