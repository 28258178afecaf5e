"""The friends of the city."""

from home.demo.library.words import Words

from .partner import Contact, Contribution, Link, Partner, Work

FRIENDS: tuple[Partner, ...] = (
    Partner(
        key="zana",
        name="Zana Media",
        slug="zana-media",
        tier="friends",
        intro=Words(
            "Lent cameras, a cutting room and patience to forty first-time reporters.",
            "Dha kamera, një sallë montazhi dhe durim për dyzet reporterë që filmonin për herë "
            "të parë.",
        ),
        body=(
            Words(
                "From 2012 Zana Media taught members of the community to film their own street "
                "and to put captions under it. The clip from the third bridge on the Lana was "
                "made in the last course.",
                "Që nga viti 2012 Zana Media u mësoi anëtarëve të komunitetit të filmojnë "
                "rrugën e tyre dhe t’i vënë titra. Pamja nga ura e tretë mbi Lanë u bë në "
                "kursin e fundit.",
            ),
            Words(
                "The partnership has ended as agreed. The films stay in the gallery with the "
                "names of those who made them.",
                "Partneriteti mbaroi siç ishte lënë. Filmat mbeten në galeri me emrat e atyre "
                "që i bënë.",
            ),
        ),
        work=(
            Work(
                Words("Film your street", "Filmo rrugën tënde"),
                Words(
                    "Four courses, forty films, all captioned.",
                    "Katër kurse, dyzet filma, të gjithë me titra.",
                ),
                "river",
            ),
        ),
        website="https://zana-media.example/",
        links=(Link(Words("The forty films", "Dyzet filmat"), "https://zana-media.example/films"),),
        contact=Contact("Gent Zeka", Words("Courses", "Kurset"), "gent@zana-media.example"),
        since=2012,
        starts_in=-770,
        ends_in=-40,
        contributions=(
            Contribution(
                2013,
                Words("Cameras and cutting room, on loan", "Kamera dhe sallë montazhi, me huazim"),
                560_000,
            ),
        ),
    ),
    Partner(
        key="agora",
        name="Agora Lab",
        slug="agora-lab",
        tier="friends",
        intro=Words(
            "A room with tables, nine screens and people who stay after work.",
            "Një sallë me tavolina, nëntë ekrane dhe njerëz që rrinë pas pune.",
        ),
        body=(
            Words(
                "Agora Lab opens its room on Wednesday evenings. Whoever has a question about "
                "the city and some numbers finds somebody who can draw a curve through them.",
                "Agora Lab e hap sallën çdo të mërkurë në mbrëmje. Kushdo që ka një pyetje për "
                "qytetin dhe ca shifra, gjen dikë që di të vizatojë një kurbë mes tyre.",
            ),
            Words(
                "Parking Point began here with three students and a borrowed sensor; so did the "
                "notes on ten solar roofs in Qyteti 2014/1.",
                "Parking Point nisi këtu, me tre studentë dhe një sensor të huazuar; po këtu "
                "nisën edhe shënimet për dhjetë tarracat diellore te Qyteti 2014/1.",
            ),
        ),
        work=(
            Work(
                Words("Wednesdays with numbers", "Të mërkurat me shifra"),
                Words(
                    "Open to everyone, 18:00 to 21:00.", "E hapur për të gjithë, ora 18:00–21:00."
                ),
                "night",
            ),
            Work(
                Words("Notes on ten roofs", "Shënime për dhjetë tarraca"),
                Words("With Dajti Solar, for Qyteti.", "Me Dajti Solar, për Qytetin."),
                "roofs-solar",
            ),
        ),
        website="https://agora-lab.example.org/",
        links=(
            Link(
                Words("Next Wednesday", "E mërkura e ardhshme"),
                "https://agora-lab.example.org/wednesday",
            ),
        ),
        contact=Contact("Dea Marku", Words("Host", "Pritëse"), "dea@agora-lab.example.org"),
        since=2013,
        starts_in=-410,
        ends_in=None,
        contributions=(),
    ),
)
