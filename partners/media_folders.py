"""Who may have the drawings of logos: everybody, while a page of the partner is published."""

from collections.abc import Collection

from django.http import HttpRequest

from partners.models import LogoDrawing, PartnerPage
from partners.svg import DRAWINGS_FOLDER
from site_config.front_cache.shown import file_of, note
from site_config.media_access import FolderRule


def published_drawings(names: Collection[str]) -> set[str]:
    """Return those of some drawings whose partner has a page that everybody may read."""
    drawings = LogoDrawing.objects.filter(file__in=names).select_related("partner")
    by_name = {drawing.file.name: drawing.partner.translation_key for drawing in drawings}
    pages = PartnerPage.objects.live().unrestricted()
    showing = pages.filter(translation_key__in=by_name.values())
    shown = dict(showing.values_list("pk", "translation_key"))
    for number in shown:
        note(file_of(number))
    return {name for name, key in by_name.items() if key in shown.values()}


def may_see_drawing(request: HttpRequest, name: str) -> bool:
    """Let those see a drawing who look after partnerships."""
    return request.user.has_perm("partners.view_partner")


def media_folders() -> list[FolderRule]:
    """Say who may have the drawings."""
    return [FolderRule(DRAWINGS_FOLDER, published_drawings, may_see_drawing)]
