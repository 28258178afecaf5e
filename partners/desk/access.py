"""Who sits at which desk: the one place that decides, for pages, figures, files and exports."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache

from partners.looking import note_looks
from partners.models import Partner, PartnerMember, PartnerPage
from site_config.second_factor import second_factor_needed

FIGURES_RIGHT = "partners.see_partner_figures"


class PageLanguage(NamedTuple):
    """A language of the portal, at one partner's desk."""

    code: str
    name: str
    has_page: bool


@dataclass(frozen=True)
class Desk:
    """One partner's desk, and who looks at it.

    Attributes:
        partner: whose desk it is; everything on it is asked for by this partner.
        can_change: whether they may change the page, deliver and write.
        is_staff: whether they are an administrator who looks at figures, and nothing else.
    """

    partner: Partner
    can_change: bool
    is_staff: bool = False

    @cached_property
    def languages(self) -> list[PageLanguage]:
        """The portal's languages, and in which of them the partner has a page."""
        pages = PartnerPage.objects.filter(
            translation_key=self.partner.translation_key, alias_of__isnull=True
        )
        has = set(pages.order_by().values_list("locale__language_code", flat=True))
        return [PageLanguage(code, name, code in has) for code, name in settings.LANGUAGES]

    @property
    def page_language(self) -> str:
        """The language whose page the desk leads to: the reader's where there is one."""
        found = [language.code for language in self.languages if language.has_page]
        here = get_language()
        return here if here in found else next(iter(found), "")


def desks_of(person: AbstractBaseUser) -> list[Partner]:
    """Return the partners that somebody belongs to, by name."""
    return list(Partner.objects.of_user(person))


def at_desk(
    *, changes: bool = False, for_administrators: bool = False
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Let only a partner's own people into a view, which gets their `Desk`.

    Whoever else asks gets 403, whether there is such a partner or not. Nothing is kept by a cache,
    and no view opens to a session without a second factor where the settings ask for one.

    Args:
        changes: the view changes something, which readers of figures may not.
        for_administrators: the view shows figures, which administrators see too; who looked at
            whose is written down.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @second_factor_needed
        @never_cache
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, partner: int, **kwargs: Any) -> HttpResponse:
            return view(request, _open(request, partner, changes, for_administrators), **kwargs)

        return guarded

    return decorate


def _open(request: HttpRequest, number: int, changes: bool, for_administrators: bool) -> Desk:
    """Return the desk that a request may look at.

    Raises:
        PermissionDenied: it is another partner's, or none.
    """
    memberships = PartnerMember.objects.filter(user=request.user, partner=number)
    membership = memberships.select_related("partner__responsible").first()
    if membership is not None:
        can_change = membership.role == PartnerMember.Role.EDITOR
        if changes and not can_change:
            raise PermissionDenied
        return Desk(membership.partner, can_change)
    if for_administrators and request.user.has_perm(FIGURES_RIGHT):
        partner = Partner.objects.filter(pk=number).first()
        if partner is not None:
            note_looks(user=request.user, partners=[partner])
            return Desk(partner, can_change=False, is_staff=True)
    raise PermissionDenied
