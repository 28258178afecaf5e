"""The sustaining partners."""

from home.demo.library.words import Words

from .partner import Contact, Contribution, Link, Partner, Work

SUSTAINING: tuple[Partner, ...] = (
    Partner(
        key="ura",
        name="Ura Telekom",
        slug="ura-telekom",
        tier="sustaining",
        intro=Words(
            "Connects libraries, squares and bus stops; its name means bridge.",
            "Lidh biblioteka, sheshe e stacione autobusi; emri i saj e thotë vetë: urë.",
        ),
        body=(
            Words(
                "Ura Telekom gives the city free wireless access on six squares and in every "
                "branch of the library, without accounts and without advertising. The masts "
                "carry the air sensors of the university as well.",
                "Ura Telekom i jep qytetit internet falas në gjashtë sheshe dhe në çdo degë të "
                "bibliotekës, pa llogari dhe pa reklama. Antenat mbajnë edhe sensorët e ajrit "
                "të universitetit.",
            ),
            Words(
                "The messages of Parking Point travel over its network: how many bays are free, "
                "at which corner, since when.",
                "Mesazhet e Parking Point udhëtojnë në rrjetin e saj: sa vende janë të lira, në "
                "cilën qoshe, që kur.",
            ),
        ),
        work=(
            Work(
                Words("Open access on six squares", "Internet i hapur në gjashtë sheshe"),
                Words("No account, no advertising.", "Pa llogari, pa reklama."),
                "square",
            ),
            Work(
                Words("The line behind Parking Point", "Rrjeti pas Parking Point"),
                Words(
                    "Nine hundred sensors in three car parks.",
                    "Nëntëqind sensorë në tre parkingje.",
                ),
                "parking",
            ),
        ),
        website="https://ura-telekom.example/",
        links=(
            Link(
                Words("Map of the open squares", "Harta e shesheve të hapura"),
                "https://ura-telekom.example/squares",
            ),
        ),
        contact=Contact(
            "Sokol Gjoka",
            Words("Public projects", "Projekte publike"),
            "sokol@ura-telekom.example",
        ),
        since=2013,
        starts_in=-340,
        ends_in=22,
        contributions=(
            Contribution(
                2014,
                Words("Six squares, Parking Point", "Gjashtë sheshe, Parking Point"),
                1_850_000,
            ),
        ),
    ),
    Partner(
        key="pisha",
        name="Pisha Foundation",
        slug="pisha-foundation",
        tier="sustaining",
        intro=Words(
            "Plants, waters and counts trees, and comes back after three summers to count again.",
            "Mbjell, ujit dhe numëron pemë, dhe pas tri verash kthehet t’i numërojë sërish.",
        ),
        body=(
            Words(
                "The foundation looks after the planting field beside the Grand Park. Each tree "
                "has a number, a species and the name of the person who promised to water it.",
                "Fondacioni kujdeset për fushën e mbjelljes pranë Parkut të Madh. Çdo pemë ka "
                "një numër, një lloj dhe emrin e njeriut që premtoi ta ujitë.",
            ),
            Words(
                "For Earth Day 2014 it gives five hundred limes and holm oaks, and the spades. "
                "A tree that dies in its first year is replaced in November.",
                "Për Ditën e Tokës 2014 jep pesëqind blirë e ilqe, bashkë me lopatat. Pema që "
                "thahet në vitin e parë zëvendësohet në nëntor.",
            ),
        ),
        work=(
            Work(
                Words("Five hundred trees in April", "Pesëqind pemë në prill"),
                Words(
                    "Limes and holm oaks for the Green Cities campaign.",
                    "Blirë e ilqe për fushatën Qytete të Gjelbra.",
                ),
                "planting",
            ),
            Work(
                Words("The count after three summers", "Numërimi pas tri verash"),
                Words(
                    "Of 620 trees planted in 2011, 571 stand.",
                    "Nga 620 pemët e mbjella në vitin 2011, 571 janë në këmbë.",
                ),
                "park-paths",
            ),
        ),
        website="https://pisha.example.org/",
        links=(
            Link(
                Words("Register of trees", "Regjistri i pemëve"), "https://pisha.example.org/trees"
            ),
        ),
        contact=Contact(
            "Teuta Shehu", Words("Planting field", "Fusha e mbjelljes"), "teuta@pisha.example.org"
        ),
        since=2011,
        starts_in=-500,
        ends_in=290,
        contributions=(
            Contribution(2014, Words("Five hundred trees", "Pesëqind pemë"), 1_200_000),
            Contribution(2013, Words("Banks of the Lana", "Brigjet e Lanës"), 980_000),
        ),
    ),
    Partner(
        key="kala",
        name="Kala Architects",
        slug="kala-architects",
        tier="sustaining",
        intro=Words(
            "Draws courtyards, stairs and crossings, and gives one day a week to the city.",
            "Vizaton oborre, shkallë e vendkalime dhe i jep qytetit një ditë në javë.",
        ),
        body=(
            Words(
                "Every Thursday two architects of the office draw for neighbours: a ramp at the "
                "entrance, a bench that does not block the pushchair, a yard where cars and "
                "children both fit.",
                "Çdo të enjte dy arkitektë të studios vizatojnë për banorët: një rampë te "
                "hyrja, një stol që nuk e zë rrugën e karrocës së fëmijës, një oborr ku kanë "
                "vend edhe makinat, edhe fëmijët.",
            ),
            Words(
                "The book Painted blocks was drawn in this office. The measured façades are "
                "free for schools to use.",
                "Libri Pallatet e lyera u vizatua në këtë studio. Fasadat e matura mund t’i "
                "përdorë falas çdo shkollë.",
            ),
        ),
        work=(
            Work(
                Words("Thursday drawings", "Vizatimet e së enjtes"),
                Words(
                    "Sixty-three entrances, stairs and yards so far.",
                    "Deri tani gjashtëdhjetë e tri hyrje, shkallë e oborre.",
                ),
                "blocks-balconies",
            ),
            Work(
                Words("The book Painted blocks", "Libri Pallatet e lyera"),
                Words(
                    "Forty measured façades with their colours.",
                    "Dyzet fasada të matura, me ngjyrat e tyre.",
                ),
                "facade",
            ),
        ),
        website="https://kala-architects.example/",
        links=(
            Link(
                Words("Measured façades for schools", "Fasadat e matura për shkollat"),
                "https://kala-architects.example/facades",
            ),
        ),
        contact=Contact(
            "Nora Kastrati",
            Words("Studio manager", "Drejtuese e studios"),
            "nora@kala-architects.example",
        ),
        since=2012,
        starts_in=-620,
        ends_in=180,
        contributions=(
            Contribution(
                2013,
                Words(
                    "Drawings and print of Painted blocks",
                    "Vizatimet dhe shtypi i librit Pallatet e lyera",
                ),
                740_000,
            ),
        ),
    ),
)
