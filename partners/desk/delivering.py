"""A partner delivers what the city has asked for; the city accepts it or sends it back."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from partners.desk.errors import DecidedMeanwhileError, FileRefusedError, NothingDeliveredError
from partners.desk.mails import tell_city_of_delivery, tell_partner_of_asset
from partners.desk.uploads import Checked
from partners.models import DeskAsset, DeskFile, Partner
from site_config.rate_limits import Limit, count_use

FILES_AN_HOUR = Limit(10, 3600)
# Counted in KiB, by the size of what arrives.
KIB_A_DAY = Limit(200 * 1024, 86_400)
NOT_STORED = _("The file could not be stored just now. Please try again later.")
State = DeskAsset.State


def deliver(*, partner: Partner, asset_id: int, by: AbstractBaseUser, upload: Checked) -> DeskFile:
    """Store a file for an asset, and tell the city.

    Args:
        partner: whose desk it is.
        asset_id: one of its assets that isn't accepted yet.
        by: who delivers.
        upload: a file that was looked into.

    Raises:
        DoesNotExist: the partner has no such asset.
        DecidedMeanwhileError: nothing is needed any more.
        FileRefusedError: it can't be written; nothing is stored.
        RateLimitedError: this person has sent too much.
    """
    count_use("partner_file", f"user {by.pk}", FILES_AN_HOUR)
    count_use("partner_file_size", f"user {by.pk}", KIB_A_DAY, amount=-(-upload.size // 1024))
    kept = DeskFile(name=upload.name, size=upload.size, sent_by=by)
    storage, path = kept.file.storage, kept.file.field.generate_filename(kept, upload.name)
    try:
        with transaction.atomic():
            asset = DeskAsset.objects.of(partner).select_for_update(of=("self",)).get(pk=asset_id)
            if asset.is_accepted:
                raise DecidedMeanwhileError
            kept.asset, kept.file.name = asset, storage.save(path, upload.file)
            kept.save(force_insert=True)
            asset.state, asset.delivered_at, asset.remark = State.DELIVERED, timezone.now(), ""
            asset.save(update_fields=["state", "delivered_at", "remark"])
            tell_city_of_delivery(asset, kept)
    except BaseException as error:
        # Also where the disk is full: what was written so far goes.
        storage.delete(path)
        if isinstance(error, OSError):
            raise FileRefusedError(NOT_STORED) from error
        raise
    return kept


@transaction.atomic
def accept_asset(*, asset_id: int) -> DeskAsset:
    """Be content with what a partner has delivered, and tell its people.

    Raises:
        NothingDeliveredError: nothing has come, or somebody has decided.
    """
    asset = _delivered(asset_id)
    asset.state, asset.accepted_at = State.ACCEPTED, timezone.now()
    asset.save(update_fields=["state", "accepted_at"])
    tell_partner_of_asset(asset)
    return asset


@transaction.atomic
def send_asset_back(*, asset_id: int, remark: str) -> DeskAsset:
    """Ask a partner for something better; what was delivered stays to be looked at.

    Args:
        asset_id: an asset that was delivered.
        remark: what is to be changed, in words for the partner.

    Raises:
        NothingDeliveredError: nothing has come, or somebody has decided.
    """
    asset = _delivered(asset_id)
    asset.state, asset.remark = State.ASKED, remark
    asset.save(update_fields=["state", "remark"])
    tell_partner_of_asset(asset)
    return asset


def _delivered(asset_id: int) -> DeskAsset:
    rows = DeskAsset.all_partners.delivered().select_for_update(of=("self",))
    asset = rows.select_related("partner").filter(pk=asset_id).first()
    if asset is None:
        raise NothingDeliveredError
    return asset
