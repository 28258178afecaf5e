"""Who may open the views of packages that ask for nothing but the right to enter the admin.

Wagtail opens its choosers, bulk actions and some more to everybody who may enter. They tell
titles of drafts, and names of files that nobody has published yet: that is for those who write
pages. Whoever moderates, or looks after one page, gets no further than their own task.
"""

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.models import Translation, TranslationSource

# Beginnings of the names of views that show pages, files or what was done to them.
FOR_WRITERS = (
    "wagtailadmin_api:",
    "wagtailadmin_choose_page",
    "wagtailadmin_pages:confirm_workflow_cancellation",
    "wagtailadmin_pages:convert_alias",
    "wagtailadmin_pages:copy",
    "wagtailadmin_pages:type_use",
    "wagtailadmin_reports:",
    "wagtailadmin_tag_",
    "wagtaildocs_chooser:",
    "wagtailembeds:",
    "wagtailforms:",
    "wagtailimages_chooser:",
    "wagtailmedia:chooser",
    "wagtailmedia:media_chosen",
    "wagtail_localize:translations_report",
)
# Wagtail looks at the page itself here, or there is none.
BLOCK_PREVIEW = "wagtailadmin_block_preview"
FOR_WHOEVER_HAS_A_PAGE = (BLOCK_PREVIEW, "wagtailadmin_pages:")
CHOOSE_PARENT = ":choose_parent"
# Beginnings of names, and the rights of which one is enough.
WITH_RIGHT = {
    "partners_partnerpage_modeladmin_": ("partners.view_partnerpage",),
    "wagtailadmin_workflows:task_cho": (
        "wagtailcore.add_workflow",
        "wagtailcore.change_workflow",
    ),
}
SNIPPETS = "wagtailsnippetchoosers_"
# Only files and pages ask for more than a right to the model.
WRITERS_APPS = {"wagtailcore", "wagtailimages", "wagtaildocs"}
WRITERS_MODELS = {"siteimage", "sitedocument", "gallerymedia"}
# Parameters that hold a row's number, or how many rows come before; Wagtail reads them unchecked.
NUMBERS = ("id", "parent_page_id", "collection_id", "offset")
# What a form sends for no choice, and a list for everything that is on it.
NO_NUMBERS = {"", "all"}
# Digits of the largest number that a database holds.
LONGEST_NUMBER = 18


def writes_pages(person: AbstractUser) -> bool:
    """Say whether somebody writes for the portal; a partner changes one page and adds none."""
    return page_permission_policy.user_has_any_permission(person, {"add", "publish"})


def has_a_page(person: AbstractUser) -> bool:
    """Say whether there is any page that somebody may change, if only their own."""
    return page_permission_policy.user_has_any_permission(person, {"add", "change", "publish"})


def may_open(request: HttpRequest) -> bool:
    """Say whether a view of the admin is opened by somebody who has a use for it.

    Raises:
        Http404: nobody has one, or it asks for a row by what is no number.
    """
    _refuse_what_is_no_number(request)
    name = request.resolver_match.view_name
    if name.startswith(FOR_WRITERS) or name.endswith(CHOOSE_PARENT):
        return writes_pages(request.user)
    if name.startswith(FOR_WHOEVER_HAS_A_PAGE):
        return has_a_page(request.user) and _may_move(request)
    if name == "wagtail_bulk_action":
        return _may_act_on_many(request)
    if name.startswith("wagtail_localize:") and not _may_translate(request):
        return False
    if name == "wagtail_localize:update_translations":
        return _may_update_translations(request)
    if name.startswith(SNIPPETS):
        return _may_choose_snippet(request)
    if name.startswith("wagtail_localize:snippets_api"):
        given = request.resolver_match.kwargs
        names = given["app_label"], given["model_name"]
        return writes_pages(request.user) and _knows_snippets(request.user, *names)
    for beginning, rights in WITH_RIGHT.items():
        if name.startswith(beginning):
            return any(request.user.has_perm(right) for right in rights)
    return True


def _refuse_what_is_no_number(request: HttpRequest) -> None:
    if request.resolver_match.view_name == BLOCK_PREVIEW:
        return  # Names a kind of block, not a row.
    for typed in (typed for name in NUMBERS for typed in request.GET.getlist(name)):
        is_number = typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_NUMBER
        if not is_number and typed not in NO_NUMBERS:
            raise Http404


def acts_on_people(request: HttpRequest) -> bool:
    """Say whether this is a bulk action on accounts: it gives roles as their editor does."""
    match = request.resolver_match
    return match.view_name == "wagtail_bulk_action" and match.kwargs["model_name"] == "user"


def _may_act_on_many(request: HttpRequest) -> bool:
    app, model = (request.resolver_match.kwargs[part] for part in ("app_label", "model_name"))
    if app in WRITERS_APPS or model in WRITERS_MODELS:
        return writes_pages(request.user)
    return any(request.user.has_perm(f"{app}.{action}_{model}") for action in ("change", "delete"))


def _may_choose_snippet(request: HttpRequest) -> bool:
    if request.resolver_match.url_name == "create":
        # No chooser offers a form; Wagtail's view fails without one.
        raise Http404
    # The namespace ends with the app and the model; a model's name has no underscore.
    names = request.resolver_match.namespace.removeprefix(SNIPPETS)
    app, _underscore, model = names.rpartition("_")
    return _knows_snippets(request.user, app, model)


def _knows_snippets(person: AbstractUser, app: str, model: str) -> bool:
    return any(person.has_perm(f"{app}.{action}_{model}") for action in ("add", "change", "view"))


def _may_move(request: HttpRequest) -> bool:
    """Ask before the page that confirms a move, which Wagtail shows to everybody."""
    if request.resolver_match.view_name != "wagtailadmin_pages:move_confirm":
        return True
    page = get_object_or_404(Page, pk=request.resolver_match.kwargs["page_to_move_id"])
    return page.permissions_for_user(request.user).can_move()


def _may_translate(request: HttpRequest) -> bool:
    """Ask for the right to the very page or snippet; the package asks for that to translate alone.

    Raises:
        Http404: there is no such thing, or what it was translated into is gone.
    """
    given = request.resolver_match.kwargs
    if "page_id" in given:
        return _may_change(request.user, get_object_or_404(Page, pk=given["page_id"]))
    if "translation_source_id" in given:
        source = get_object_or_404(TranslationSource, pk=given["translation_source_id"])
        return _may_change(request.user, source.get_source_instance())
    if "translation_id" in given:
        translation = get_object_or_404(Translation, pk=given["translation_id"])
        try:
            return _may_change(request.user, translation.get_target_instance())
        except ObjectDoesNotExist as error:
            raise Http404 from error
    if request.resolver_match.url_name == "submit_snippet_translation":
        return request.user.has_perm(f"{given['app_label']}.change_{given['model_name']}")
    return True


def _may_change(person: AbstractUser, thing: Model) -> bool:
    if isinstance(thing, Page):
        return thing.permissions_for_user(person).can_edit()
    return person.has_perm(f"{thing._meta.app_label}.change_{thing._meta.model_name}")


def _may_update_translations(request: HttpRequest) -> bool:
    """Let nobody publish translations without the right to publish each of them.

    The form of wagtail-localize has a box for it and asks for the right to translate alone.
    """
    if "publish_translations" not in request.POST:
        return True
    number = request.resolver_match.kwargs["translation_source_id"]
    return may_publish_translations(request.user, get_object_or_404(TranslationSource, pk=number))


def may_publish_translations(person: AbstractUser, source: TranslationSource) -> bool:
    """Say whether somebody may publish every translation of a page or snippet.

    Where a page has no translation yet, the right to publish the page itself counts.
    """
    original = source.get_source_instance()
    targets = []
    for translation in source.translations.filter(enabled=True):
        try:
            targets.append(translation.get_target_instance())
        except ObjectDoesNotExist:
            targets.append(original)
    return all(
        target.permissions_for_user(person).can_publish()
        for target in targets
        if isinstance(target, Page)
    )
