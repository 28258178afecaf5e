"""What follows when a partner's page, its terms or its placements change."""

from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.models import PageViewRestriction
from wagtail.signals import page_published, page_unpublished

from partners.models import LogoDrawing, Partner, PartnerPage, PartnerTerm, Placement
from partners.purging import purge_foot, purge_partner, purge_placement
from partners.services import apply_terms, partner_of
from site_config.public_links import unlink_public_files
from site_config.shell import forget_shell
from site_config.withdrawing import forget_files


def keep_partnership(instance: PartnerPage, created: bool, raw: bool, **kwargs: Any) -> None:
    """Give a new page its partnership; let a partnership bear the name of its page."""
    if raw:
        return
    # Again after the commit: whoever asked in between has kept what was there before.
    transaction.on_commit(forget_shell, robust=True)
    if created:
        apply_terms(partner=partner_of(page=instance))
    elif instance.locale.language_code == settings.LANGUAGE_CODE:
        partners = Partner.objects.filter(translation_key=instance.translation_key)
        partners.exclude(name=instance.title).update(name=instance.title)


def follow_page(instance: PartnerPage, **kwargs: Any) -> None:
    """Show the foot of all pages anew when a partner that stands there has a new name, or none."""
    transaction.on_commit(partial(purge_foot, instance.translation_key), robust=True)


def follow_term(instance: PartnerTerm, raw: bool = False, **kwargs: Any) -> None:
    """Carry a changed term to the partner's pages, once all terms of a form are stored."""
    if not raw:
        transaction.on_commit(partial(_apply, instance.partner_id), robust=True)


def follow_restriction(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Show the name and logo of a partner nowhere from when its page is for some readers only."""
    transaction.on_commit(forget_shell, robust=True)
    transaction.on_commit(partial(purge_foot, instance.page.translation_key), robust=True)


def follow_placement(instance: Placement, **kwargs: Any) -> None:
    """Show a changed placement as soon as it is stored."""
    transaction.on_commit(partial(purge_placement, instance), robust=True)


def remember_file(instance: LogoDrawing, **kwargs: Any) -> None:
    """Remember the file that a new one takes the place of."""
    known = LogoDrawing.objects.filter(pk=instance.pk).first() if instance.pk else None
    instance.earlier_file = known.file if known and known.file != instance.file else None


def drop_earlier_file(instance: LogoDrawing, **kwargs: Any) -> None:
    """Remove what was replaced, after the commit; the new drawing is shown at once."""
    if instance.earlier_file:
        _drop(instance.earlier_file)
    transaction.on_commit(partial(purge_partner, instance.partner_id), robust=True)


def drop_file(instance: LogoDrawing, **kwargs: Any) -> None:
    """Remove the file of a drawing that is gone, after the commit."""
    _drop(instance.file)
    transaction.on_commit(partial(purge_partner, instance.partner_id), robust=True)


def _drop(file: FieldFile) -> None:
    def drop() -> None:
        unlink_public_files([file.name])
        forget_files([file.name])
        file.storage.delete(file.name)

    transaction.on_commit(drop, robust=True)


def _apply(partner_id: int) -> None:
    partner = Partner.objects.filter(pk=partner_id).first()
    if partner is not None and not apply_terms(partner=partner):
        purge_partner(partner_id)


def connect() -> None:
    """Listen to pages, terms, placements and drawings."""
    pre_save.connect(remember_file, sender=LogoDrawing, dispatch_uid="partners_earlier_file")
    post_save.connect(drop_earlier_file, sender=LogoDrawing, dispatch_uid="partners_new_file")
    post_delete.connect(drop_file, sender=LogoDrawing, dispatch_uid="partners_drop_file")
    post_save.connect(keep_partnership, sender=PartnerPage, dispatch_uid="partners_page")
    for signal in (page_published, page_unpublished):
        signal.connect(follow_page, sender=PartnerPage, dispatch_uid="partners_published")
    for signal in (post_save, post_delete):
        signal.connect(
            follow_restriction, sender=PageViewRestriction, dispatch_uid="partners_restriction"
        )
        signal.connect(follow_term, sender=PartnerTerm, dispatch_uid="partners_term")
        signal.connect(follow_placement, sender=Placement, dispatch_uid="partners_placement")
