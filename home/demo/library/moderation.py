"""What moderators of the demo had to decide about, and what still waits for them.

The words are harmless: they show which rule was broken, and hurt nobody.
"""

from dataclasses import dataclass

from community.models import HeldFor, HiddenFor

# The two who decide; one answers the appeals against the other.
COMMUNITY, CONTENT = "community", "content"


@dataclass(frozen=True, kw_only=True)
class Told:
    """A report: by whom, why, in whose words, how many hours after the comment."""

    by: str
    reason: HiddenFor
    words: str = ""
    after: int = 2


@dataclass(frozen=True, kw_only=True)
class Decided:
    """A decision, hours after the comment; an appeal with its answer, hours after that."""

    action: str
    after: int
    reason: str = ""
    words: str = ""
    by: str = COMMUNITY
    appeal: str = ""
    granted: bool | None = None
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A comment with what became of it.

    `place` is a discussion's key, or a page's; `days` counts from the loading of the demo, below
    zero. A guest has a name, and no member.
    """

    place: str
    language: str
    days: int
    text: str
    author: str = ""
    guest: str = ""
    held_for: str = ""
    told: tuple[Told, ...] = ()
    decided: tuple[Decided, ...] = ()


CAMPAIGN = "green-cities"

CASES: tuple[Case, ...] = (
    # What waits.
    Case(
        place="bus-lane",
        guest="Ilir",
        language="sq",
        days=-1,
        held_for=HeldFor.GUEST,
        text="A vlen korsia edhe të dielave? Në orar nuk e gjeta.",
    ),
    Case(
        place="hundred-trees",
        author="klodian",
        language="en",
        days=-1,
        held_for=HeldFor.LINKS,
        text="Three lists of trees that bear our summers: https://example.org/limes, "
        "https://example.org/planes and https://example.org/hackberries.",
    ),
    Case(
        place="free-transport",
        author="mimoza",
        language="sq",
        days=-2,
        text="Kush nuk do autobus falas, le të shkojë në këmbë dhe të mos ankohet më.",
        told=(Told(by="genti", reason=HiddenFor.INSULT, words="Nuk është ton për këtu."),),
    ),
    Case(
        place="night-school",
        author="erion",
        language="en",
        days=-2,
        text="My cousin sells the textbooks second-hand, ask for him at the kiosk.",
        told=(
            Told(by="luljeta", reason=HiddenFor.SPAM),
            Told(by="arta", reason=HiddenFor.OFF_TOPIC, words="Has little to do with the school."),
        ),
    ),
    Case(
        place="before-2000",
        author="genti",
        language="sq",
        days=-6,
        text="Në foto duket shtëpia e familjes Hoxha, numri 12, kati i dytë.",
        told=(Told(by="mimoza", reason=HiddenFor.PERSONAL),),
        decided=(
            Decided(
                action="hidden",
                after=9,
                reason=HiddenFor.PERSONAL,
                words="Ju lutemi mos tregoni se ku banon dikush.",
                appeal="Shtëpia nuk është më aty: u prish në vitin 1998.",
            ),
        ),
    ),
    # What was decided this month.
    Case(
        place="bus-lane",
        author="klodian",
        language="en",
        days=-12,
        text="Whoever planned this has never sat in a bus.",
        told=(Told(by="genti", reason=HiddenFor.INSULT, after=5),),
        decided=(Decided(action="dismissed", after=8),),
    ),
    Case(
        place="bus-lane",
        guest="Drita",
        language="sq",
        days=-20,
        held_for=HeldFor.GUEST,
        text="Faleminderit: nga Kombinati në qendër tani bëj njëzet minuta.",
        decided=(Decided(action="approved", after=3),),
    ),
    Case(
        place="free-transport",
        author="erion",
        language="en",
        days=-10,
        text="Cheap used tickets, write to me.",
        told=(Told(by="arta", reason=HiddenFor.SPAM, after=1),),
        decided=(
            Decided(
                action="hidden",
                after=4,
                reason=HiddenFor.SPAM,
                words="Tickets are not sold here.",
                appeal="I only wanted to give mine away.",
                granted=False,
                answer="“Cheap” is a price. Give them away by all means, without an offer here.",
            ),
        ),
    ),
    # Months before, on the campaign's page.
    Case(
        place=CAMPAIGN,
        author="genti",
        language="sq",
        days=-41,
        text="Kjo nuk ka lidhje me pemët, por kur hapet pishina?",
        decided=(
            Decided(
                action="hidden",
                after=20,
                reason=HiddenFor.OFF_TOPIC,
                words="Pyeteni te një bisedë e re: atje ju përgjigjen.",
                appeal="Pishina është te parku për të cilin flet fushata.",
                granted=True,
                answer="Keni të drejtë: parku është i njëjti. Komenti duket përsëri.",
            ),
        ),
    ),
    Case(
        place=CAMPAIGN,
        guest="Sokol",
        language="en",
        days=-63,
        held_for=HeldFor.GUEST,
        text="Can a whole class adopt one tree together?",
        decided=(Decided(action="approved", after=6, by=CONTENT),),
    ),
    Case(
        place=CAMPAIGN,
        author="mimoza",
        language="sq",
        days=-75,
        text="Telefononi kryetarin e lagjes drejtpërdrejt: numri i tij është ky.",
        told=(
            Told(by="luljeta", reason=HiddenFor.PERSONAL, after=1),
            Told(by="klodian", reason=HiddenFor.PERSONAL, after=3),
        ),
        decided=(Decided(action="hidden", after=4, reason=HiddenFor.PERSONAL),),
    ),
    Case(
        place=CAMPAIGN,
        author="klodian",
        language="en",
        days=-98,
        text="Garden tools for sale, best price in town.",
        told=(Told(by="arta", reason=HiddenFor.SPAM, after=6),),
        decided=(Decided(action="hidden", after=30, reason=HiddenFor.SPAM, by=CONTENT),),
    ),
    Case(
        place=CAMPAIGN,
        author="luljeta",
        language="en",
        days=-104,
        text="The saplings on our street came without stakes.",
        told=(Told(by="erion", reason=HiddenFor.OFF_TOPIC, after=10),),
        decided=(Decided(action="dismissed", after=14, by=CONTENT),),
    ),
)
