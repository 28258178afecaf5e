"""Where members send in photos and films, see what became of them, and take them back.

The pages are in no cache. A script sends each file by itself with ``X-Requested-With: fetch`` and
gets JSON; without one, all files come with the form, and the page says what became of each.
"""

from pathlib import PurePath
from typing import NamedTuple

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from community.errors import ExpiredFormError, MemberNeededError
from community.expired_forms import form_has_expired
from community.policy import why_not_write
from gallery.models import AlbumPhoto, MediaSubmission, VideoPage
from gallery.submissions.errors import SubmissionError
from gallery.submissions.forms import ContributeForm, WordsForm
from gallery.submissions.sending import change_words, send_media, withdraw
from site_config.media_files import media_type
from site_config.pagination import paginate
from site_config.rate_limits import RateLimitedError

SCRIPT = "fetch"
PER_PAGE = 20
# Opened by itself, a file gets neither scripts nor the portal's cookies.
FILE_POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; sandbox"


class Result(NamedTuple):
    """What became of one file."""

    name: str
    told: str
    is_taken: bool
    wait: int = 0


@csrf_exempt  # The form checks the token itself, and keeps what was typed where it has expired.
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def contribute(request: HttpRequest) -> HttpResponse:
    """Show the form for photos and films, and take them."""
    person = request.user if request.user.is_authenticated else None
    refusal = why_not_write(person) if person else MemberNeededError()
    if request.method != "POST":
        return _show(request, ContributeForm(), refusal=refusal)
    form = ContributeForm(request.POST, request.FILES)
    if form_has_expired(request):
        return _refuse(request, form.unchecked(), str(ExpiredFormError()), refusal)
    if refusal is not None:
        return _refuse(request, form.unchecked(), str(refusal), refusal)
    if not form.is_valid():
        if _is_script(request):
            told = " ".join(error for errors in form.errors.values() for error in errors)
            return JsonResponse({"taken": False, "told": told}, status=422)
        return _show(request, form, status=422)
    results = [_take(request, file, form) for file in form.cleaned_data["files"]]
    return _answer(request, form, results)


def _take(request: HttpRequest, file: UploadedFile, form: ContributeForm) -> Result:
    name = file.name or ""
    try:
        send_media(
            member=request.user,
            upload=file,
            words=form.words(),
            language=get_language() or request.user.language,
        )
    except SubmissionError as refusal:
        return Result(name, str(refusal), is_taken=False)
    except RateLimitedError as limited:
        minutes = -(-limited.retry_after // 60)
        words = ngettext(
            "You have sent a lot. This file can be sent in %(minutes)s minute.",
            "You have sent a lot. This file can be sent in %(minutes)s minutes.",
            minutes,
        )
        told = words % {"minutes": minutes}
        return Result(name, told, is_taken=False, wait=limited.retry_after)
    return Result(name, _("Sent. A moderator looks at it."), is_taken=True)


def _answer(request: HttpRequest, form: ContributeForm, results: list[Result]) -> HttpResponse:
    taken = sum(result.is_taken for result in results)
    wait = max(result.wait for result in results)
    status = 200 if taken == len(results) else 429 if wait and not taken else 422
    if _is_script(request):
        [result] = results[:1]
        answer: HttpResponse = JsonResponse(
            {"taken": result.is_taken, "told": result.told}, status=status
        )
    elif status == 200:
        words = ngettext(
            "%(count)d file is sent. A moderator looks at it.",
            "%(count)d files are sent. A moderator looks at each.",
            taken,
        )
        messages.success(request, words % {"count": taken})
        return redirect("contributions:mine")
    else:
        answer = _show(request, form.unchecked(), status=status, results=results)
    if wait:
        answer["Retry-After"] = str(wait)
    return answer


@require_safe
@never_cache
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """List what a member has sent in, with its state."""
    submissions = MediaSubmission.objects.of_member(request.user).select_related("work")
    page = paginate(request, submissions, PER_PAGE)
    _find_addresses(page.object_list)
    return render(request, "gallery/submissions/mine.html", {"page_obj": page})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a member change the words of what waits.

    Raises:
        Http404: it isn't theirs, or is decided.
    """
    submission = _own_or_404(request, pk)
    if not submission.can_change:
        raise Http404(_("There is nothing to change."))
    start = {name: getattr(submission, name) for name in WordsForm.base_fields}
    form = WordsForm(request.POST or None, initial=start)
    error = ""
    if request.method == "POST" and form.is_valid():
        try:
            change_words(submission_id=pk, member=request.user, words=form.words())
        except SubmissionError as refusal:
            error = str(refusal)
        else:
            messages.success(request, _("The words are changed."))
            return redirect("contributions:mine")
    status = 422 if error or form.errors else 200
    context = {"form": form, "submission": submission, "error": error}
    return render(request, "gallery/submissions/edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask with GET whether something is to go, and remove it with POST.

    Raises:
        Http404: it isn't theirs, or gone.
    """
    submission = _own_or_404(request, pk)
    if request.method == "POST":
        try:
            withdraw(submission_id=pk, member=request.user)
            messages.success(request, _("It is withdrawn, and its file is removed."))
        except SubmissionError as refusal:
            messages.error(request, str(refusal))
        return redirect("contributions:mine")
    return render(request, "gallery/submissions/withdraw.html", {"submission": submission})


@require_safe
@never_cache
@login_required
def file(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Send a member the file that they have sent in, or the small picture of it.

    Raises:
        Http404: it isn't theirs, or no longer kept here.
    """
    return send_file(_own_or_404(request, pk), part)


def send_file(submission: MediaSubmission, part: str) -> HttpResponse:
    """Send one file of a submission; whoever calls has asked who may see it.

    Raises:
        Http404: there is none, or it still tells too much.
    """
    kept: FieldFile = submission.preview if part == "preview" else submission.file
    is_clean = submission.state != MediaSubmission.State.PREPARING
    if not (kept and is_clean and kept.storage.exists(kept.name)):
        raise Http404(_("There is no such file."))
    response = FileResponse(kept.open("rb"), content_type=media_type(PurePath(kept.name)))
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = FILE_POLICY
    return response


def _own_or_404(request: HttpRequest, pk: int) -> MediaSubmission:
    return get_object_or_404(
        MediaSubmission.objects.select_related("work"), pk=pk, member=request.user
    )


def _find_addresses(submissions: list[MediaSubmission]) -> None:
    """Tell each approved submission where it can be seen, in the reader's language if possible."""
    works = [submission.work for submission in submissions if submission.work]
    photos = AlbumPhoto.objects.filter(image__in=[work.image_id for work in works])
    films = VideoPage.objects.live().filter(video__in=[work.media_id for work in works])
    found: dict[tuple[str, int], str] = {}
    language = get_language()
    for kind, key, rows in (
        ("image", "image_id", photos.select_related("page", "locale") if works else []),
        ("media", "video_id", films.select_related("locale") if works else []),
    ):
        for row in sorted(rows, key=lambda row: row.locale.language_code == language):
            found[kind, getattr(row, key)] = row.url
    for submission in submissions:
        work = submission.work
        submission.address = (
            (found.get(("image", work.image_id)) or found.get(("media", work.media_id)) or "")
            if work
            else ""
        )


def _is_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == SCRIPT


def _refuse(
    request: HttpRequest, form: ContributeForm, told: str, refusal: Exception | None
) -> HttpResponse:
    if _is_script(request):
        return JsonResponse({"taken": False, "told": told}, status=422)
    return _show(request, form, status=422, refusal=refusal, error=told)


def _show(request: HttpRequest, form: ContributeForm, *, status: int = 200, **names: object):
    context = {
        "form": form,
        "mine_url": reverse("contributions:mine"),
        "files_are_lost": status != 200,
    }
    return render(request, "gallery/submissions/contribute.html", context | names, status=status)
