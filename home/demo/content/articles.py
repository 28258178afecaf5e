"""The newsroom of the demo city: topics, authors, contacts and all articles.

Shape shared by every module of this package:

* a text is a mapping ``{"en": …, "sq": …}``;
* a story (``body``, ``why``) is, for each language, a tuple of ``(block type, value)`` pairs;
* rich text uses only ``p b i a ul ol li``; ``href="page:KEY"`` points to the demo page of that key
  and ``href="feed:KEY"`` to a feed of ``pages.FEEDS``;
* a date is written as ``dates`` describes.
"""

from home.demo.content.articles_2011_2013 import ARCHIVE
from home.demo.content.articles_2014_early_april import EARLY_APRIL_2014
from home.demo.content.articles_2014_late_april import LATE_APRIL_2014
from home.demo.content.articles_2014_march import MARCH_2014

# The order is that of the topic filter; paints are the names of the design tokens.
TOPICS = (
    {
        "key": "environment",
        "name": {"en": "Environment", "sq": "Mjedisi"},
        "slug": {"en": "environment", "sq": "mjedisi"},
        "paint": "lime",
        "tile": "tile-environment",
        "description": {
            "en": "Trees, air, water, waste and everything that makes the city cooler and cleaner.",
            "sq": (
                "Pemët, ajri, uji, mbetjet dhe gjithçka që e bën qytetin më të freskët e më të "
                "pastër."
            ),
        },
    },
    {
        "key": "energy",
        "name": {"en": "Energy", "sq": "Energjia"},
        "slug": {"en": "energy", "sq": "energjia"},
        "paint": "saffron",
        "tile": "tile-energy",
        "description": {
            "en": "Electricity, heat and light: where they come from and how to need less of them.",
            "sq": "Energjia elektrike, ngrohja dhe drita: nga vijnë dhe si të na duhen më pak.",
        },
    },
    {
        "key": "economy",
        "name": {"en": "Economy", "sq": "Ekonomia"},
        "slug": {"en": "economy", "sq": "ekonomia"},
        "paint": "blue",
        "tile": "tile-economy",
        "description": {
            "en": "Work, trade, prices and the rights of those who buy.",
            "sq": "Puna, tregtia, çmimet dhe të drejtat e atyre që blejnë.",
        },
    },
    {
        "key": "tourism",
        "name": {"en": "Tourism", "sq": "Turizmi"},
        "slug": {"en": "tourism", "sq": "turizmi"},
        "paint": "persimmon",
        "tile": "tile-tourism",
        "description": {
            "en": "Walks, guides and reasons to stay a day longer.",
            "sq": "Shëtitje, udhërrëfyes dhe arsye për të qëndruar edhe një ditë.",
        },
    },
    {
        "key": "culture",
        "name": {"en": "Culture", "sq": "Kultura"},
        "slug": {"en": "culture", "sq": "kultura"},
        "paint": "carmine",
        "tile": "tile-culture",
        "description": {
            "en": "Books, colours, archives, stages and the days the city celebrates.",
            "sq": "Libra, ngjyra, arkiva, skena dhe ditët që feston qyteti.",
        },
    },
    {
        "key": "education",
        "name": {"en": "Education", "sq": "Arsimi"},
        "slug": {"en": "education", "sq": "arsimi"},
        "paint": "rose",
        "tile": "tile-education",
        "description": {
            "en": "Schools, trades, libraries and learning at every age.",
            "sq": "Shkolla, zanate, biblioteka dhe të mësuarit në çdo moshë.",
        },
    },
    {
        "key": "transport",
        "name": {"en": "Transport", "sq": "Transporti"},
        "slug": {"en": "transport", "sq": "transporti"},
        "paint": "sky",
        "tile": "tile-transport",
        "description": {
            "en": "Buses, bicycles, walking, roads and parking.",
            "sq": "Autobusët, biçikletat, ecja, rrugët dhe parkimi.",
        },
    },
    {
        "key": "health",
        "name": {"en": "Health", "sq": "Shëndetësia"},
        "slug": {"en": "health", "sq": "shendetesia"},
        "paint": "park",
        "tile": "tile-health",
        "description": {
            "en": "Health centres, medicines, heat, noise and prevention.",
            "sq": "Qendrat shëndetësore, barnat, i nxehti, zhurma dhe parandalimi.",
        },
    },
    {
        "key": "government",
        "name": {"en": "Government", "sq": "Qeverisja"},
        "slug": {"en": "government", "sq": "qeverisja"},
        "paint": "dajti",
        "tile": "tile-government",
        "description": {
            "en": "Decisions, plans, rights and how to take part in them.",
            "sq": "Vendime, plane, të drejta dhe si merret pjesë në to.",
        },
    },
)

# Invented people: no article of the demo is signed with the name of a living person.
AUTHORS = (
    {
        "key": "teuta-marku",
        "name": "Teuta Marku",
        "role": {"en": "Editor, city newsroom", "sq": "Redaktore, redaksia e qytetit"},
        "bio": {
            "en": "Edits the portal and the newsletter, and answers for every correction.",
            "sq": "Redakton portalin dhe buletinin dhe përgjigjet për çdo ndreqje.",
        },
    },
    {
        "key": "arben-lleshi",
        "name": "Arben Lleshi",
        "role": {
            "en": "Reporter, transport and public works",
            "sq": "Gazetar, transporti dhe punët publike",
        },
        "bio": {
            "en": "Writes about streets, buses and building sites, mostly from the bus.",
            "sq": "Shkruan për rrugë, autobusë e kantiere, më shpesh nga autobusi.",
        },
    },
    {
        "key": "mirela-kodra",
        "name": "Mirela Kodra",
        "role": {"en": "Reporter, environment and energy", "sq": "Gazetare, mjedisi dhe energjia"},
        "bio": {
            "en": "Counts trees, kilowatt-hours and promises.",
            "sq": "Numëron pemë, kilovatorë dhe premtime.",
        },
    },
    {
        "key": "dorian-hysa",
        "name": "Dorian Hysa",
        "role": {"en": "Reporter, schools and culture", "sq": "Gazetar, shkollat dhe kultura"},
        "bio": {
            "en": "Taught history before he began to write about what is taught.",
            "sq": "Ka dhënë histori përpara se të shkruante për atë që mësohet.",
        },
    },
)

# Addresses end in .example (RFC 2606), so that no message of the demo reaches anyone.
CONTACTS = (
    {
        "key": "press",
        "name": {"en": "City newsroom", "sq": "Redaksia e qytetit"},
        "role": {
            "en": "Questions from the press and from readers",
            "sq": "Pyetje nga shtypi dhe nga lexuesit",
        },
        "email": "newsroom@smartcity.example",
        "hours": {
            "en": "Monday to Friday, 8:00 to 16:00",
            "sq": "Nga e hëna në të premte, ora 8:00–16:00",
        },
    },
    {
        "key": "parks",
        "name": {"en": "Parks service", "sq": "Shërbimi i parqeve"},
        "role": {"en": "Trees, parks and playgrounds", "sq": "Pemë, parqe dhe kënde lojërash"},
        "email": "parks@smartcity.example",
        "hours": {
            "en": "Monday to Saturday, 7:00 to 15:00",
            "sq": "Nga e hëna në të shtunë, ora 7:00–15:00",
        },
    },
    {
        "key": "transport",
        "name": {"en": "Transport team", "sq": "Ekipi i transportit"},
        "role": {
            "en": "Buses, bicycles, parking and crossings",
            "sq": "Autobusë, biçikleta, parkim dhe kalime",
        },
        "email": "transport@smartcity.example",
        "hours": {
            "en": "Monday to Friday, 8:00 to 16:00",
            "sq": "Nga e hëna në të premte, ora 8:00–16:00",
        },
    },
    {
        "key": "works",
        "name": {"en": "Directorate of public works", "sq": "Drejtoria e punëve publike"},
        "role": {
            "en": "Roads, lighting, networks and building sites",
            "sq": "Rrugë, ndriçim, rrjete dhe kantiere",
        },
        "email": "works@smartcity.example",
        "hours": {"en": "Duty desk day and night", "sq": "Sportel gatishmërie ditë e natë"},
    },
    {
        "key": "consumer",
        "name": {"en": "Consumer desk", "sq": "Sporteli i konsumatorit"},
        "role": {
            "en": "Advice for buyers, prices and returns",
            "sq": "Këshilla për blerësit, çmimet dhe kthimet",
        },
        "email": "consumer@smartcity.example",
        "hours": {
            "en": "Tuesday and Thursday, 9:00 to 13:00",
            "sq": "E martë dhe e enjte, ora 9:00–13:00",
        },
    },
    {
        "key": "schools",
        "name": {"en": "Schools team", "sq": "Ekipi i shkollave"},
        "role": {"en": "Schools, training and youth", "sq": "Shkolla, formim profesional dhe rini"},
        "email": "schools@smartcity.example",
        "hours": {
            "en": "Monday to Friday, 8:00 to 16:00",
            "sq": "Nga e hëna në të premte, ora 8:00–16:00",
        },
    },
    {
        "key": "culture",
        "name": {"en": "Culture and visitors", "sq": "Kultura dhe vizitorët"},
        "role": {
            "en": "Libraries, archive, events and guided walks",
            "sq": "Biblioteka, arkivi, ngjarje dhe shëtitje me udhërrëfyes",
        },
        "email": "culture@smartcity.example",
        "hours": {
            "en": "Tuesday to Saturday, 9:00 to 18:00",
            "sq": "Nga e marta në të shtunë, ora 9:00–18:00",
        },
    },
)

ARTICLES = (*LATE_APRIL_2014, *EARLY_APRIL_2014, *MARCH_2014, *ARCHIVE)
