"""How a campaign's page counts who takes part, and names those who wish it."""

from typing import Any

from django.db import models
from django.utils.functional import cached_property

from campaigns.blocks import only_block
from campaigns.models.pledges import NAMES_SHOWN, Pledge
from campaigns.sign_blocks import PledgeKind


class SigningMixin(models.Model):
    """A page with an ``action`` that residents may sign."""

    class Meta:
        abstract = True

    @property
    def sign_block(self) -> Any:
        """The call to action where it is signed on the page; ``None`` for any other."""
        block = only_block(self.action)
        return block if block is not None and block.block_type in PledgeKind.values else None

    @cached_property
    def pledge_count(self) -> int:
        """How many have taken part here: every confirmed pledge once, in all languages."""
        return Pledge.objects.of_campaign(self).count() if self.sign_block else 0

    @cached_property
    def public_names(self) -> list[str]:
        """The latest names of those who let everybody read theirs."""
        if not self.sign_block:
            return []
        pledges = Pledge.objects.of_campaign(self).with_public_name()
        return list(pledges.values_list("name", flat=True)[:NAMES_SHOWN])

    @property
    def reached_now(self) -> int:
        """What is reached: what staff counted elsewhere, and every pledge made here."""
        return self.reached + self.pledge_count
