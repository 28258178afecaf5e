"""The newsletter that the demo city sends by mail, with its first two editions."""

from home.demo.library.words import Words

NEWSLETTER = {
    "key": "city-by-mail",
    "slug": Words("city-by-mail", "qyteti-me-email"),
    "title": Words("The city by mail", "Qyteti me e-mail"),
    "intro": Words(
        "<p>What is new in Tirana and what comes next, every other Thursday in your mailbox. You "
        "need no account, and you leave with one click.</p>",
        "<p>Çfarë ka të re në Tiranë dhe çfarë vjen më pas, çdo dy të enjte në kutinë tuaj "
        "postare. Nuk ju duhet llogari dhe largoheni me një klikim.</p>",
    ),
    "summary": Words(
        "What is new in Tirana and what comes next, every other Thursday by e-mail.",
        "Çfarë ka të re në Tiranë dhe çfarë vjen më pas, çdo dy të enjte me e-mail.",
    ),
}

EDITIONS = (
    {
        "key": "city-by-mail-2014-04-10",
        "date": "2014-04-10",
        "title": Words("Twelve days to Earth Day", "Dymbëdhjetë ditë deri te Dita e Tokës"),
        "slug": Words("twelve-days-to-earth-day", "dymbedhjete-dite"),
        "summary": Words(
            "How to take part in Green Cities, and where the buses go differently.",
            "Si të merrni pjesë te Qytetet e Gjelbra dhe ku ndryshojnë autobusët.",
        ),
        "body": (
            (
                "paragraph",
                Words(
                    "<p>Good morning. On 22 April the city plants, sweeps and walks together. "
                    "Whoever has an hour finds a street that waits for it.</p>",
                    "<p>Mirëmëngjes. Më 22 prill qyteti mbjell, pastron dhe ecën bashkë. Kush "
                    "ka një orë, gjen një rrugë që e pret.</p>",
                ),
            ),
            ("stories", (Words("Take part", "Merrni pjesë"), ("green-cities", "safe-routes"))),
            (
                "quote",
                {
                    "text": Words(
                        "A tree needs a neighbour who brings water in August.",
                        "Një pemë ka nevojë për një fqinj që i çon ujë në gusht.",
                    ),
                    "attribution": Words("Parks service", "Shërbimi i parqeve"),
                    "role": Words("", ""),
                },
            ),
            ("call_to_action", (Words("See the campaign", "Shihni fushatën"), "green-cities")),
        ),
    },
    {
        "key": "city-by-mail-2014-04-24",
        "date": "2014-04-24",
        "title": Words("After Earth Day", "Pas Ditës së Tokës"),
        "slug": Words("after-earth-day", "pas-dites-se-tokes"),
        "summary": Words(
            "What came of the day, and what the energy plan means for your home.",
            "Çfarë mbeti nga dita dhe çfarë do të thotë plani i energjisë për shtëpinë tuaj.",
        ),
        "body": (
            (
                "paragraph",
                Words(
                    "<p>Thank you to all who were out on Tuesday. The streets are swept, the "
                    "trees stand, and the results of the campaign follow as promised.</p>",
                    "<p>Faleminderit të gjithëve që ishin jashtë të martën. Rrugët u pastruan, "
                    "pemët u mbollën dhe rezultatet e fushatës vijnë siç u premtua.</p>",
                ),
            ),
            ("heading", Words("In the newsroom", "Në redaksi")),
            (
                "stories",
                (
                    Words("", ""),
                    ("mother-earth-day-2014", "energy-emergencies", "consumer-protection"),
                ),
            ),
            ("call_to_action", (Words("See the campaign", "Shihni fushatën"), "green-cities")),
        ),
    },
)
