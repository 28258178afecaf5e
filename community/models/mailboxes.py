"""How many mails strangers have had sent to a mailbox: few enough that nobody is bombed."""

from datetime import date

from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

# Mails a day to one mailbox that somebody may cause without having signed in.
DAILY_MAILS = 3


def mailbox_hash(address: str) -> str:
    """Return what stands for a mailbox: the same for every way its address can be written.

    Tags after a plus sign and capital letters lead to the same mailbox (RFC 5233).
    """
    local, _at, domain = address.strip().lower().rpartition("@")
    mailbox = f"{local.partition('+')[0]}@{domain}"
    return salted_hmac("community.mailbox", mailbox, algorithm="sha256").hexdigest()


class MailboxCountManager(models.Manager["MailboxCount"]):
    """Counts mails, mailbox by mailbox."""

    def reserve(self, address: str) -> bool:
        """Count one mail to the mailbox today; say no where the day's number is reached.

        Two requests at once can't both take the last place: the row is changed by one
        statement, which only applies below the limit.
        """
        today: date = timezone.localdate()
        with transaction.atomic():
            self.filter(day__lt=today).delete()
            count, _created = self.get_or_create(mailbox=mailbox_hash(address), day=today)
            return bool(
                self.filter(pk=count.pk, mails__lt=DAILY_MAILS).update(mails=models.F("mails") + 1)
            )


class MailboxCount(models.Model):
    """The mails of one day to one mailbox, whose address is not kept."""

    mailbox = models.CharField(_("mailbox, hashed"), max_length=64)
    day = models.DateField(_("day"))
    mails = models.PositiveSmallIntegerField(_("mails"), default=0)

    objects = MailboxCountManager()

    class Meta:
        verbose_name = _("count of mails to a mailbox")
        verbose_name_plural = _("counts of mails to mailboxes")
        constraints = [
            models.UniqueConstraint(
                fields=["mailbox", "day"], name="one_count_for_each_mailbox_and_day"
            ),
            models.CheckConstraint(
                condition=models.Q(mails__lte=DAILY_MAILS),
                name="no_mailbox_above_its_daily_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.mails}"
