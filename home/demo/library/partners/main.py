"""The main partners."""

from home.demo.library.words import Words

from .partner import Contact, Contribution, Link, Partner, Work

MAIN: tuple[Partner, ...] = (
    Partner(
        key="lana",
        name="Lana Mobility",
        slug="lana-mobility",
        tier="main",
        intro=Words(
            "Runs forty-two city buses and the bicycle sheds at the four ends of the boulevard.",
            "Drejton dyzet e dy autobusë urbanë dhe parkingjet e biçikletave në të katër skajet "
            "e bulevardit.",
        ),
        body=(
            Words(
                "Lana Mobility pays for bus shelters with trees behind the bench instead of "
                "advertising in front of it. Since 2011 it has funded nineteen shelters, two "
                "issues of Qyteti and the free lines on Earth Day 2014.",
                "Lana Mobility paguan për streha autobusi me pemë pas stolit, në vend të "
                "reklamave përpara tij. Që nga viti 2011 ka financuar nëntëmbëdhjetë streha, dy "
                "numra të Qytetit dhe linjat falas në Ditën e Tokës 2014.",
            ),
            Words(
                "The company shares the times and places of its buses with the city every "
                "twenty seconds. The data are open, and three students have already made a "
                "better timetable from them than the one on the pole.",
                "Kompania i jep bashkisë çdo njëzet sekonda orarin dhe vendndodhjen e "
                "autobusëve. Të dhënat janë të hapura dhe tre studentë kanë bërë tashmë prej "
                "tyre një orar më të mirë se ai i shtyllës.",
            ),
        ),
        work=(
            Work(
                Words("Free lines on 22 April", "Linja falas më 22 prill"),
                Words(
                    "All urban lines, 8:00 to 20:00.", "Të gjitha linjat urbane, ora 8:00–20:00."
                ),
                "bus",
            ),
            Work(
                Words("Urban transport service Tirana", "Shërbimi i transportit urban Tiranë"),
                Words(
                    "Survey of 4,000 riders with the university.",
                    "Anketë me 4.000 udhëtarë, bashkë me universitetin.",
                ),
                "bus-lane",
            ),
            Work(
                Words("Shade at nineteen stops", "Hije në nëntëmbëdhjetë stacione"),
                Words("Chosen by the community in 2013.", "Zgjedhur nga komuniteti në vitin 2013."),
                "boulevard",
            ),
        ),
        website="https://lana-mobility.example/",
        links=(
            Link(
                Words("Timetables and lines", "Oraret dhe linjat"),
                "https://lana-mobility.example/lines",
            ),
            Link(
                Words("Open bus data", "Të dhënat e hapura të autobusëve"),
                "https://lana-mobility.example/data",
            ),
        ),
        contact=Contact(
            "Besa Hoxhallari", Words("Partnerships", "Partneritete"), "besa@lana-mobility.example"
        ),
        since=2011,
        starts_in=-1280,
        ends_in=430,
        contributions=(
            Contribution(
                2014, Words("Earth Day, free lines", "Dita e Tokës, linja falas"), 3_400_000
            ),
            Contribution(
                2013,
                Words("Ten shelters, Qyteti 2013/4", "Dhjetë streha, Qyteti 2013/4"),
                5_150_000,
            ),
            Contribution(2012, Words("Nine shelters", "Nëntë streha"), 4_700_000),
        ),
    ),
    Partner(
        key="dajti",
        name="Dajti Solar",
        slug="dajti-solar",
        tier="main",
        intro=Words(
            "Puts sun on flat roofs, and the plans of every installation on the table.",
            "Vendos diellin mbi tarraca dhe planet e çdo instalimi mbi tavolinë.",
        ),
        body=(
            Words(
                "Ten blocks of flats in the 21 December district make the electricity of their "
                "own lifts and stairs. Dajti Solar lent the panels, the neighbours lent the "
                "roofs, and the city paid for the study that tells what came of it.",
                "Dhjetë pallate në lagjen 21 Dhjetori e prodhojnë vetë energjinë e ashensorëve "
                "dhe të shkallëve. Dajti Solar dha panelet, banorët dhanë tarracat dhe bashkia "
                "pagoi studimin që tregon se ç’doli prej tyre.",
            ),
            Words(
                "Every second Saturday an engineer of the company sits in the community room "
                "and reads electricity bills with whoever brings one. No one leaves with an "
                "offer; most leave with a smaller bill.",
                "Çdo dy të shtuna një inxhinier i kompanisë rri në sallën e komunitetit dhe "
                "lexon faturat e energjisë me këdo që sjell një të tillë. Askush nuk del me një "
                "ofertë; shumica dalin me një faturë më të vogël.",
            ),
        ),
        work=(
            Work(
                Words("Ten roofs, one summer", "Dhjetë tarraca, një verë"),
                Words(
                    "The pilot, its figures, and what we would do differently.",
                    "Projekti pilot, shifrat e tij dhe ç’do të bënim ndryshe.",
                ),
                "roofs",
            ),
            Work(
                Words("Bills read together", "Fatura të lexuara bashkë"),
                Words(
                    "Two Saturdays a month in the community room.",
                    "Dy të shtuna në muaj në sallën e komunitetit.",
                ),
                "roofs-solar",
            ),
        ),
        website="https://dajti-solar.example/",
        links=(
            Link(
                Words("Yield of the ten roofs, live", "Prodhimi i dhjetë tarracave, tani"),
                "https://dajti-solar.example/roofs",
            ),
        ),
        contact=Contact(
            "Artan Leka",
            Words("Community engineer", "Inxhinier i komunitetit"),
            "artan@dajti-solar.example",
        ),
        since=2012,
        starts_in=-900,
        ends_in=560,
        contributions=(
            Contribution(2014, Words("Panels on four roofs", "Panele në katër tarraca"), 2_900_000),
            Contribution(
                2013,
                Words(
                    "Panels on six roofs, Qyteti 2013/3", "Panele në gjashtë tarraca, Qyteti 2013/3"
                ),
                4_200_000,
            ),
        ),
    ),
    Partner(
        key="rinia",
        name="Banka Rinia",
        slug="banka-rinia",
        tier="main",
        intro=Words(
            "A savings bank that lends to first shops, first workshops and first flats.",
            "Një bankë kursimesh që u jep kredi dyqaneve, punishteve dhe shtëpive të para.",
        ),
        body=(
            Words(
                "Banka Rinia keeps the fund from which the city lends tools and desks to people "
                "under thirty who start something. Eighty-one loans have been given since 2012; "
                "seventy-six are paid back or on time.",
                "Banka Rinia mban fondin me të cilin bashkia u jep hua vegla e tavolina të "
                "rinjve nën tridhjetë vjeç që nisin diçka. Që nga viti 2012 janë dhënë "
                "tetëdhjetë e një hua; shtatëdhjetë e gjashtë janë shlyer ose shlyhen në kohë.",
            ),
            Words(
                "The bank also pays the evening teachers of the vocational school: "
                "electricians, seamstresses, bicycle mechanics. In 2014 a second group of "
                "electricians begins.",
                "Banka paguan edhe mësuesit e mbrëmjes të shkollës profesionale: elektricistë, "
                "rrobaqepëse, mekanikë biçikletash. Në vitin 2014 nis grupi i dytë i "
                "elektricistëve.",
            ),
        ),
        work=(
            Work(
                Words("Loans for first workshops", "Hua për punishtet e para"),
                Words(
                    "Up to 300,000 lekë, without collateral.", "Deri në 300.000 lekë, pa kolateral."
                ),
                "market",
            ),
            Work(
                Words("Night school for trades", "Shkolla e mbrëmjes për zanate"),
                Words(
                    "Three courses, sixty places, free.", "Tre kurse, gjashtëdhjetë vende, falas."
                ),
                "night-windows",
            ),
        ),
        website="https://banka-rinia.example/",
        links=(
            Link(
                Words("Apply for a first loan", "Apliko për huanë e parë"),
                "https://banka-rinia.example/loan",
            ),
        ),
        contact=Contact(
            "Elira Doda", Words("Young enterprise", "Sipërmarrja e re"), "elira@banka-rinia.example"
        ),
        since=2012,
        starts_in=-760,
        ends_in=None,
        contributions=(
            Contribution(
                2014,
                Words(
                    "Fund for first workshops, night school",
                    "Fondi për punishtet e para, shkolla e mbrëmjes",
                ),
                6_000_000,
            ),
            Contribution(
                2013, Words("Fund for first workshops", "Fondi për punishtet e para"), 4_500_000
            ),
        ),
    ),
)
