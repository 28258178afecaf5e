"""What residents of the demo said, what the city promised, and each step since.

Days count from the loading of the demo, below zero for those before it.
"""

from dataclasses import dataclass

from home.demo.library.words import Words

LIST_TITLE = Words("You said, we did", "Ju thatë, ne bëmë")
LIST_SLUG = Words("promises", "zotime")
LIST_INTRO = Words(
    "<p>What you asked for in discussions and campaigns, what we promised, and what became of it. "
    "Nothing is taken off this list: what we could not or would not do stays here too, with the "
    "reason.</p>",
    "<p>Çfarë kërkuat ju në diskutime e fushata, për çfarë u zotuam ne dhe çfarë u bë me të. Nga kjo "
    "listë nuk hiqet asgjë: edhe ajo që nuk mundëm ose nuk deshëm ta bënim mbetet këtu, bashkë me "
    "arsyen.</p>",
)
LIST_SUMMARY = Words(
    "The promises of the city with their days and states, and the share that was kept.",
    "Zotimet e bashkisë me afatet e gjendjen e tyre, dhe sa prej tyre u mbajtën.",
)


@dataclass(frozen=True, kw_only=True)
class Step:
    """A change of state, so many days from the loading of the demo."""

    state: str
    day: int
    words: Words | None = None


@dataclass(frozen=True, kw_only=True)
class Promise:
    """One promise. ``contact`` is the key of the office, the others those of what it refers to."""

    key: str
    title: Words
    slug: Words
    summary: Words
    said: Words
    contact: str
    steps: tuple[Step, ...]
    promise: Words | None = None
    due: int | None = None
    campaign: str = ""
    project: str = ""
    discussion: str = ""


PROMISES: tuple[Promise, ...] = (
    Promise(
        key="promise-third-street",
        title=Words("A third street without cars", "Një rrugë e tretë pa makina"),
        slug=Words("a-third-street-without-cars", "nje-rruge-e-trete-pa-makina"),
        summary=Words(
            "Myslym Shyri closes to cars on one Sunday a month.",
            "Rruga Myslym Shyri mbyllet për makinat një të diel në muaj.",
        ),
        said=Words(
            "<p>Two closed streets on Earth Day are too few. Take a third one, with shops, a "
            "school and bus stops close by: Myslym Shyri.</p>",
            "<p>Dy rrugë të mbyllura në Ditën e Tokës janë pak. Shtoni një të tretë, me dyqane, "
            "një shkollë dhe stacione afër: Myslym Shyrin.</p>",
        ),
        promise=Words(
            "We close Myslym Shyri from eight to eight on the first Sunday of each month, for a "
            "year, and count who comes.",
            "E mbyllim rrugën Myslym Shyri nga ora tetë në tetë të dielën e parë të çdo muaji, për "
            "një vit, dhe numërojmë sa veta vijnë.",
        ),
        due=-40,
        contact="transport",
        campaign="green-cities",
        discussion="closed-streets",
        steps=(
            Step(state="heard", day=-160),
            Step(
                state="studying",
                day=-140,
                words=Words(
                    "The transport team has counted deliveries and bus lines in the street.",
                    "Ekipi i transportit numëroi furnizimet dhe linjat e autobusit në rrugë.",
                ),
            ),
            Step(
                state="planned",
                day=-110,
                words=Words(
                    "The shopkeepers agree, if deliveries may come until eight.",
                    "Tregtarët janë dakord, nëse furnizimet lejohen deri në orën tetë.",
                ),
            ),
            Step(
                state="done",
                day=-47,
                words=Words(
                    "The first Sunday: 4,300 people, two bands, no complaint about noise.",
                    "E diela e parë: 4.300 veta, dy grupe muzikore, asnjë ankesë për zhurmë.",
                ),
            ),
        ),
    ),
    Promise(
        key="promise-crossing",
        title=Words(
            "A longer green light in front of the schools", "Dritë e gjelbër më e gjatë te shkollat"
        ),
        slug=Words("a-longer-green-light", "drite-e-gjelber-me-e-gjate"),
        summary=Words(
            "Twenty-two seconds instead of twelve at nine crossings.",
            "Njëzet e dy sekonda në vend të dymbëdhjetë në nëntë vendkalime.",
        ),
        said=Words(
            "<p>Twelve seconds are enough for a runner. A first-grader with a satchel stands in "
            "the middle when the cars start.</p>",
            "<p>Dymbëdhjetë sekonda i mjaftojnë një vrapuesi. Një nxënës i klasës së parë me çantë "
            "është ende në mes të rrugës kur nisen makinat.</p>",
        ),
        promise=Words(
            "All nine crossings in front of the schools of the campaign get at least twenty-two "
            "seconds of green.",
            "Të nëntë vendkalimet para shkollave të fushatës do të kenë të paktën njëzet e dy "
            "sekonda dritë të gjelbër.",
        ),
        due=-9,
        contact="transport",
        campaign="safe-routes",
        steps=(
            Step(state="heard", day=-70),
            Step(state="planned", day=-52),
            Step(
                state="in_progress",
                day=-21,
                words=Words(
                    "Five crossings are set anew. Four need a control box that is on its way.",
                    "Pesë vendkalime u rregulluan. Katër presin një kuti komandimi që është "
                    "porositur.",
                ),
            ),
        ),
    ),
    Promise(
        key="promise-shade",
        title=Words("Shade at the bus stops of line L3", "Hije në stacionet e linjës L3"),
        slug=Words("shade-at-the-bus-stops", "hije-ne-stacionet-e-linjes-l3"),
        summary=Words(
            "Fourteen stops get a roof or a tree before the summer.",
            "Katërmbëdhjetë stacione do të kenë një strehë ose një pemë para verës.",
        ),
        said=Words(
            "<p>We waited in the sun with the planners and marked every stop without shade.</p>",
            "<p>Pritëm në diell bashkë me planifikuesit dhe shënuam çdo stacion pa hije.</p>",
        ),
        promise=Words(
            "A roof where there is room, a lime tree where there is soil: at fourteen stops.",
            "Një strehë aty ku ka vend, një bli aty ku ka tokë: në katërmbëdhjetë stacione.",
        ),
        due=65,
        contact="transport",
        project="project-transport",
        steps=(
            Step(state="heard", day=-95),
            Step(state="planned", day=-60),
            Step(
                state="in_progress",
                day=-12,
                words=Words(
                    "Six roofs stand. The trees are planted in the cool weeks.",
                    "Gjashtë streha janë gati. Pemët mbillen në javët e freskëta.",
                ),
            ),
        ),
    ),
    Promise(
        key="promise-trees",
        title=Words(
            "A hundred trees for the yards of schools", "Njëqind pemë për oborret e shkollave"
        ),
        slug=Words("a-hundred-trees-for-schools", "njeqind-peme-per-shkollat"),
        summary=Words(
            "Every pledged tree that found no street stands in a school yard.",
            "Çdo pemë e premtuar që nuk gjeti rrugë, u mboll në një oborr shkolle.",
        ),
        said=Words(
            "<p>Where the pavement is too narrow, plant the tree at the school. The pupils water "
            "it, and it shades the break.</p>",
            "<p>Ku trotuari është i ngushtë, mbilleni pemën te shkolla. Nxënësit e ujitin dhe ajo u "
            "bën hije në pushim.</p>",
        ),
        promise=Words(
            "A hundred trees in the yards of eighteen schools, with a tap beside each group.",
            "Njëqind pemë në oborret e tetëmbëdhjetë shkollave, me një çezmë pranë çdo grupi.",
        ),
        due=-60,
        contact="parks",
        campaign="green-cities",
        discussion="hundred-trees",
        steps=(
            Step(state="heard", day=-210),
            Step(state="planned", day=-180),
            Step(
                state="done",
                day=-50,
                words=Words(
                    "Ten days late: the taps took longer than the trees. A hundred and four stand.",
                    "Dhjetë ditë me vonesë: çezmat deshën më shumë kohë se pemët. Njëqind e katër "
                    "janë në këmbë.",
                ),
            ),
        ),
    ),
    Promise(
        key="promise-bus-lane",
        title=Words(
            "The bus lane stays, and its signs get better",
            "Korsia e autobusit mbetet, me tabela më të mira",
        ),
        slug=Words("the-bus-lane-stays", "korsia-e-autobusit-mbetet"),
        summary=Words(
            "Residents measured minutes; the lane is studied with their figures.",
            "Banorët matën minutat; korsia studiohet me shifrat e tyre.",
        ),
        said=Words(
            "<p>Nineteen minutes instead of twenty-eight by bus, four more by car. Tell drivers "
            "earlier where the lane begins.</p>",
            "<p>Nëntëmbëdhjetë minuta në vend të njëzet e tetë me autobus, katër më shumë me "
            "makinë. Tregojuni shoferëve më herët ku nis korsia.</p>",
        ),
        contact="transport",
        discussion="bus-lane",
        steps=(
            Step(state="heard", day=-28),
            Step(
                state="studying",
                day=-16,
                words=Words(
                    "We compare your minutes with those of the buses' own clocks.",
                    "Po i krahasojmë minutat tuaja me ato që shënojnë vetë autobusët.",
                ),
            ),
        ),
    ),
    Promise(
        key="promise-parking-signs",
        title=Words(
            "Parking signs that can be read by night", "Tabela parkimi që lexohen edhe natën"
        ),
        slug=Words("parking-signs-by-night", "tabela-parkimi-naten"),
        summary=Words(
            "Every sign of Parking Point is lit and shows its number in large.",
            "Çdo tabelë e Parking Point ndriçohet dhe e ka numrin të madh.",
        ),
        said=Words(
            "<p>By night the signs are black on black, and the number is too small to read from a "
            "car.</p>",
            "<p>Natën tabelat janë të zeza në të zezë dhe numri nuk lexohet dot nga makina.</p>",
        ),
        promise=Words(
            "New faces with a light of their own on all forty signs.",
            "Faqe të reja me dritën e vet në të dyzet tabelat.",
        ),
        due=-75,
        contact="transport",
        project="project-parking",
        steps=(
            Step(state="heard", day=-190),
            Step(state="planned", day=-170),
            Step(state="in_progress", day=-120),
            Step(
                state="done",
                day=-80,
                words=Words(
                    "All forty are lit, by two watts each from a panel on top.",
                    "Të dyzet ndriçohen, me nga dy vat nga një panel sipër tyre.",
                ),
            ),
        ),
    ),
    Promise(
        key="promise-lake-bridge",
        title=Words("A bridge across the lake", "Një urë përmes liqenit"),
        slug=Words("a-bridge-across-the-lake", "nje-ure-permes-liqenit"),
        summary=Words(
            "Shorter by eight minutes on foot, but through the reeds where herons breed.",
            "Tetë minuta më shkurt në këmbë, por mes kallamishteve ku çiftëzohen çafkat.",
        ),
        said=Words(
            "<p>A footbridge from the dam to the amphitheatre would save everybody the way "
            "round.</p>",
            "<p>Një urë këmbësorësh nga diga te amfiteatri do t’ua kursente të gjithëve rrugën "
            "rreth e rrotull.</p>",
        ),
        contact="parks",
        steps=(
            Step(state="heard", day=-130),
            Step(state="studying", day=-100),
            Step(
                state="declined",
                day=-33,
                words=Words(
                    "The piles would stand in the only reeds of the lake, in which herons breed. "
                    "Instead the path along the north shore gets lights.",
                    "Shtyllat do të ngriheshin në të vetmet kallamishte të liqenit, ku çiftëzohen "
                    "çafkat. Në vend të urës, shtegu në bregun verior do të ndriçohet.",
                ),
            ),
        ),
    ),
    Promise(
        key="promise-night-school",
        title=Words("Evening courses until ten", "Kurse mbrëmjeje deri në orën dhjetë"),
        slug=Words("evening-courses-until-ten", "kurse-mbremjeje-deri-ne-dhjete"),
        summary=Words(
            "Whoever works until eight can't be at school at six.",
            "Kush punon deri në tetë, nuk mund të jetë në shkollë në gjashtë.",
        ),
        said=Words(
            "<p>Let one school in each district stay open until ten, for languages and "
            "computers.</p>",
            "<p>Le të rrijë hapur deri në dhjetë nga një shkollë në çdo njësi, për gjuhë dhe "
            "kompjuter.</p>",
        ),
        contact="schools",
        discussion="night-school",
        steps=(Step(state="heard", day=-6),),
    ),
)
