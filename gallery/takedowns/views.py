"""The form by which anybody asks to take a photo or film down. It is in no cache."""

from collections.abc import Callable

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from community.errors import CommunityError, ExpiredFormError
from community.expired_forms import form_has_expired
from community.policy import can_read_comments
from gallery.models import AlbumPage, AlbumPhoto, TakeDownRequest, VideoPage, Work
from gallery.rights.ledger import register_film, register_photo
from gallery.takedowns.forms import TakeDownForm
from gallery.takedowns.requests import Asker, Place, ask_to_take_down
from site_config.rate_limits import RateLimitedError

SALT = "gallery.take-down.received"
# The page with the number can be opened again as long as somebody may be at it.
NUMBER_SHOWN = 24 * 3600


@csrf_exempt  # The form checks the token itself, and keeps what was typed where it has expired.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def photo(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask about a photo of an album.

    Raises:
        Http404: it is not there for this visitor to see.
    """
    found = get_object_or_404(AlbumPhoto.objects.select_related("page", "image"), pk=pk)
    _check_readable(request, found.page)
    place = Place(found.heading or found.page.title, found.url)
    return _ask(request, place, lambda: register_photo(found))


@csrf_exempt  # As above.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def film(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask about a film, which its page names.

    Raises:
        Http404: it is not there for this visitor to see.
    """
    found = get_object_or_404(VideoPage.objects.select_related("video"), pk=pk)
    _check_readable(request, found)
    return _ask(request, Place(found.title, found.url or ""), lambda: register_film(found))


@require_safe
@never_cache
def received(request: HttpRequest, token: str) -> HttpResponse:
    """Show the number of a request to whoever has sent it.

    Raises:
        Http404: the link is none of ours, or a day old.
    """
    try:
        number = signing.loads(token, salt=SALT, max_age=NUMBER_SHOWN)
    except signing.BadSignature as error:
        raise Http404(_("This link is no longer good.")) from error
    asked = get_object_or_404(TakeDownRequest, number=number)
    return render(request, "gallery/takedowns/received.html", {"asked": asked})


def _check_readable(request: HttpRequest, page: AlbumPage | VideoPage) -> None:
    # Albums and films are as readable as what is said about them.
    if not can_read_comments(request.user, page):
        raise Http404(_("There is nothing to see here."))


def _ask(request: HttpRequest, place: Place, find_work: Callable[[], Work | None]) -> HttpResponse:
    form = TakeDownForm(request.POST or None)
    error, wait = "", 0
    if request.method == "POST":
        try:
            if form_has_expired(request):
                raise ExpiredFormError
            form.check_guards()
            return _take(request, form, place, find_work())
        except RateLimitedError as limited:
            wait, error = limited.retry_after, _too_many(limited.retry_after)
        except CommunityError as refusal:
            error = "" if form.errors else str(refusal)
    context = {"form": form, "place": place, "error": error}
    status = 429 if wait else 422 if error or form.errors else 200
    response = render(request, "gallery/takedowns/ask.html", context, status=status)
    if wait:
        response["Retry-After"] = str(wait)
    return response


def _too_many(wait: int) -> str:
    minutes = -(-wait // 60)
    words = ngettext(
        "Too many requests came from your network. Send this in %(minutes)s minute.",
        "Too many requests came from your network. Send this in %(minutes)s minutes.",
        minutes,
    )
    return words % {"minutes": minutes}


def _take(
    request: HttpRequest, form: TakeDownForm, place: Place, work: Work | None
) -> HttpResponse:
    if work is None:
        raise Http404(_("There is nothing to see here."))
    typed = form.cleaned_data
    asker = Asker(
        relation=TakeDownRequest.Relation(typed["relation"]),
        words=typed["words"],
        name=typed["name"],
        email=typed["email"],
        language=get_language() or "sq",
    )
    asked = ask_to_take_down(
        work=work,
        place=place,
        asker=asker,
        ticket=form.ticket,
        request=request,
        answer=form.answer,
    )
    return redirect("takedowns:received", token=signing.dumps(asked.number, salt=SALT))
