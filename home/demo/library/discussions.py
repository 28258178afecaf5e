"""Six discussions of the demo community, each opened by one of its members."""

from dataclasses import dataclass

from home.demo.library.words import Words


@dataclass(frozen=True, kw_only=True)
class Discussion:
    """A discussion and its opening text.

    `language` is the one in which its author wrote; the other text is a translation, for pages
    that show discussions to readers of the other language.
    """

    key: str
    title: Words
    text: Words
    language: str
    topic: str
    author: str
    opened: int
    """Minutes from the loading of the demo, below zero."""


DISCUSSIONS: tuple[Discussion, ...] = (
    Discussion(
        key="closed-streets",
        topic="environment",
        author="arta",
        language="en",
        opened=-4_320,
        title=Words(
            "Which streets should close to cars on Earth Day?",
            "Cilat rrugë duhet të mbyllen për makinat në Ditën e Tokës?",
        ),
        text=Words(
            "The campaign closes two streets on 22 April, from eight to eight, and asks us to "
            "name a third. I would close Myslym Shyri: the shops are open, the school is round "
            "the corner, and four bus stops are within five minutes. Which one would you "
            "choose, and who would be cut off?",
            "Fushata mbyll dy rrugë më 22 prill, nga ora tetë në tetë, dhe na kërkon të "
            "propozojmë një të tretë. Unë do të mbyllja Myslym Shyrin: dyqanet janë hapur, "
            "shkolla është pas qoshes dhe katër stacione autobusi janë brenda pesë minutave. "
            "Cilën do të zgjidhnit ju dhe kush do të mbetej pa rrugë?",
        ),
    ),
    Discussion(
        key="bus-lane",
        topic="transport",
        author="genti",
        language="sq",
        opened=-44_640,
        title=Words(
            "Bus lane on the ring road: one month later",
            "Korsia e autobusit në unazë: një muaj më pas",
        ),
        text=Words(
            "I was against it. After a month my own count says: the bus to the centre takes "
            "nineteen minutes instead of twenty-eight, my car takes four more. The bicycle shop "
            "lost the parking in front and gained a stop. What has changed for you, in minutes, "
            "please, not in opinions?",
            "Unë isha kundër. Pas një muaji, numërimi im thotë: autobusi deri në qendër bën "
            "nëntëmbëdhjetë minuta në vend të njëzet e tetë, makina ime katër më shumë. Dyqani "
            "i biçikletave humbi parkimin përpara dhe fitoi një stacion. Ç’ka ndryshuar për ju, "
            "me minuta, ju lutem, jo me mendime?",
        ),
    ),
    Discussion(
        key="hundred-trees",
        topic="environment",
        author="luljeta",
        language="en",
        opened=-11_520,
        title=Words(
            "Where do we plant the next hundred trees?", "Ku t’i mbjellim njëqind pemët e ardhshme?"
        ),
        text=Words(
            "The Green Cities campaign has one hundred trees left after Earth Day. The parks "
            "service asks us to propose streets. Rules: at least two metres of pavement, no gas "
            "pipe, and neighbours who will water. Name a street, say why, and attach a photo if "
            "you can. The ten with most support go to the map on 10 May.",
            "Fushatës Qytete të Gjelbra i kanë mbetur njëqind pemë pas Ditës së Tokës. Shërbimi "
            "i parqeve na kërkon të propozojmë rrugë. Rregullat: të paktën dy metra trotuar, pa "
            "tub gazi dhe me fqinjë që do t’i ujitin. Thoni rrugën, thoni pse dhe shtoni një "
            "foto, po të mundni. Dhjetë rrugët me më shumë mbështetje kalojnë në hartë më 10 "
            "maj.",
        ),
    ),
    Discussion(
        key="free-transport",
        topic="transport",
        author="klodian",
        language="en",
        opened=-20_160,
        title=Words(
            "Can free public transportation change our city?",
            "A mund ta ndryshojë qytetin tonë transporti publik falas?",
        ),
        text=Words(
            "Tallinn made its buses free for residents last year and calls it the largest "
            "transit experiment in the world. Fares pay a third of our buses; somebody would "
            "have to pay that third. Before we argue about money: would you leave the car at "
            "home if the bus were free, or if it came every six minutes?",
            "Tallini i bëri autobusët falas për banorët vitin e kaluar dhe e quan eksperimentin "
            "më të madh të transportit në botë. Biletat paguajnë një të tretën e autobusëve "
            "tanë; këtë të tretë dikush do ta paguante. Para se të diskutojmë për paranë: a do "
            "ta linit makinën në shtëpi po të ishte autobusi falas, apo po të vinte çdo gjashtë "
            "minuta?",
        ),
    ),
    Discussion(
        key="night-school",
        topic="education",
        author="erion",
        language="sq",
        opened=-7_200,
        title=Words(
            "Night school for electricians: who wants a second group?",
            "Shkolla e mbrëmjes për elektricistë: kush do një grup të dytë?",
        ),
        text=Words(
            "The first group is full: twenty-two people and one table too few. The teacher is "
            "ready to take a second group on Tuesdays and Thursdays from 18:30 if fifteen of us "
            "sign up. You need no diploma, only a pencil and patience. Write your name and "
            "which evening suits you better.",
            "Grupi i parë është plot: njëzet e dy veta dhe një tavolinë më pak. Mësuesi është "
            "gati të marrë një grup të dytë të martave dhe të enjteve nga ora 18:30, po të "
            "regjistrohemi pesëmbëdhjetë veta. Nuk duhet diplomë, vetëm laps dhe durim. "
            "Shkruani emrin dhe cila mbrëmje ju vjen më mirë.",
        ),
    ),
    Discussion(
        key="before-2000",
        topic="culture",
        author="mimoza",
        language="sq",
        opened=-12_960,
        title=Words(
            "Photos of the painted blocks before 2000", "Foto të pallateve të lyera para vitit 2000"
        ),
        text=Words(
            "I am putting together an album: the same corner, grey and painted. I have nine "
            "pairs, most from family weddings where the block is only the background. If you "
            "have a photograph from before 2000 with a façade in it, tell me the street; I come "
            "and scan it at your kitchen table.",
            "Po përgatis një album: e njëjta qoshe, gri dhe e lyer. Kam nëntë çifte, shumica "
            "nga dasma familjare ku pallati është vetëm sfondi. Nëse keni një fotografi nga "
            "para vitit 2000 ku duket një fasadë, më thoni rrugën; vij dhe e skanoj në "
            "tavolinën e kuzhinës suaj.",
        ),
    ),
)
