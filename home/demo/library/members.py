"""Six members of the demo community and the rules of the house.

Every person is invented; mail to example.org reaches nobody (RFC 2606).
"""

from dataclasses import dataclass

from home.demo.library.discussions import DISCUSSIONS, Discussion
from home.demo.library.words import Words

__all__ = ["DISCUSSIONS", "MEMBERS", "RULES", "RULES_TITLE", "Discussion", "Member"]


@dataclass(frozen=True, kw_only=True)
class Member:
    """One member; `language` is the one in which the portal writes to them."""

    key: str
    display_name: str
    email: str
    language: str
    about: Words
    joined: int
    """Days from the loading of the demo, below zero: they joined before."""


MEMBERS: tuple[Member, ...] = (
    Member(
        key="arta",
        display_name="Arta K.",
        email="arta.k@example.org",
        language="sq",
        about=Words(
            "Teaches geography near the lake and counts birds on Sundays.",
            "Jep gjeografi pranë liqenit dhe të dielave numëron zogj.",
        ),
        joined=-812,
    ),
    Member(
        key="genti",
        display_name="Genti B.",
        email="genti.b@example.org",
        language="sq",
        about=Words(
            "Drives to work when it rains, rides when it does not.",
            "Me makinë kur bie shi, me biçikletë kur nuk bie.",
        ),
        joined=-640,
    ),
    Member(
        key="luljeta",
        display_name="Luljeta S.",
        email="luljeta.s@example.org",
        language="en",
        about=Words(
            "Waters eleven trees that do not belong to her.",
            "Ujit njëmbëdhjetë pemë që nuk janë të sajat.",
        ),
        joined=-598,
    ),
    Member(
        key="klodian",
        display_name="Klodian P.",
        email="klodian.p@example.org",
        language="en",
        about=Words(
            "Writes about buses for Qyteti and takes them too.",
            "Shkruan për autobusët te Qyteti dhe i merr vetë.",
        ),
        joined=-433,
    ),
    Member(
        key="erion",
        display_name="Erion T.",
        email="erion.t@example.org",
        language="sq",
        about=Words(
            "Electrician by day, student of electronics by night.",
            "Ditën elektricist, natën student elektronike.",
        ),
        joined=-187,
    ),
    Member(
        key="mimoza",
        display_name="Mimoza D.",
        email="mimoza.d@example.org",
        language="sq",
        about=Words(
            "Films the Lana, collects photographs of grey walls.",
            "Filmon Lanën, mbledh fotografi muresh gri.",
        ),
        joined=-96,
    ),
)

RULES: tuple[Words, ...] = (
    Words(
        "Speak as you would across a café table.",
        "Flisni siç do të flisnit në një tavolinë kafeneje.",
    ),
    Words(
        "Ask one thing at a time; a clear title gets better answers.",
        "Pyesni për një gjë në një herë; një titull i qartë merr përgjigje më të mira.",
    ),
    Words(
        "Say what you saw yourself, and where you read the rest.",
        "Thoni atë që keni parë vetë dhe ku e keni lexuar pjesën tjetër.",
    ),
    Words(
        "Criticise decisions and buildings, not people.",
        "Kritikoni vendimet dhe ndërtesat, jo njerëzit.",
    ),
    Words(
        "Leave out addresses, telephone numbers and the names of neighbours.",
        "Mos shkruani adresa, numra telefoni dhe emra fqinjësh.",
    ),
    Words(
        "Show people in pictures only if they agree.",
        "Tregoni njerëz në foto vetëm nëse ata janë dakord.",
    ),
    Words(
        "Moderators read every first post. When they remove something, they say why, and you "
        "can appeal.",
        "Moderatorët e lexojnë çdo shkrim të parë. Kur heqin diçka, thonë pse dhe ju mund të "
        "ankoheni.",
    ),
)
RULES_TITLE = Words("House rules", "Rregullat e shtëpisë")
