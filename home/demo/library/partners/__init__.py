"""Eight partners of the demo city in three tiers; every name is invented.

Their logos lie in `logos/`: `<key>-colour.png`, `<key>-white.png` and `<key>-print.png`.
"""

from pathlib import Path

from .friends import FRIENDS
from .main import MAIN
from .partner import LOGO_SIZE, Contact, Contribution, Link, Partner, Tier, Work
from .sustaining import SUSTAINING
from .tiers import CALL_TEXT, CALL_TITLE, INTRO, TIERS

LOGOS = Path(__file__).resolve().parent.parent / "logos"
PARTNERS: dict[str, Partner] = {partner.key: partner for partner in (*MAIN, *SUSTAINING, *FRIENDS)}

__all__ = [
    "CALL_TEXT",
    "CALL_TITLE",
    "INTRO",
    "LOGOS",
    "LOGO_SIZE",
    "PARTNERS",
    "TIERS",
    "Contact",
    "Contribution",
    "Link",
    "Partner",
    "Tier",
    "Work",
]
