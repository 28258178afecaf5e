"""Identity, index pages, menus and footer of the demo.

A link is ``{"label": text}`` with one target: ``page`` (a key, with an optional ``fragment``),
``feed`` (a key of ``pages.FEEDS``) or ``route`` (the name of a URL that needs no page).
"""

IDENTITY = {
    "name": "Smart City",
    "city": {"en": "Tirana", "sq": "Tirana"},
    "description": {
        "en": "Smart City Tirana: news, campaigns, publications, community and media of the city.",
        "sq": "Smart City Tirana: lajme, fushata, botime, komunitet dhe media të qytetit.",
    },
    "mark": "mark",
    "panorama": {
        "drawing": "skyline",
        "alt": {
            "en": (
                "Drawing of Tirana: painted blocks, the clock tower and the Pyramid along the "
                "Lana, with Mount Dajti behind."
            ),
            "sq": (
                "Vizatim i Tiranës: pallate të lyera, Kulla e Sahatit dhe Piramida buzë Lanës, pas "
                "tyre Mali i Dajtit."
            ),
        },
    },
    "legal": {
        "en": "© 2014 Smart City Tirana. Text free to reuse with credit.",
        "sq": "© 2014 Smart City Tirana. Teksti mund të ripërdoret me citim.",
    },
    "email": "hello@smartcity.example",
    "address": {
        "en": "Town hall, Skanderbeg Square, Tirana",
        "sq": "Bashkia, Sheshi Skënderbej, Tiranë",
    },
}

# The index page of each section: what stands above its listing.
SECTIONS = (
    {
        "key": "news",
        "slug": {"en": "news", "sq": "lajme"},
        "title": {"en": "News", "sq": "Lajme"},
        "paint": "sky",
        "intro": {
            "en": "What the city decides, builds, plants and repairs.",
            "sq": "Çfarë vendos, ndërton, mbjell e ndreq qyteti.",
        },
        "seo_description": {
            "en": "News of Smart City Tirana by topic and year.",
            "sq": "Lajmet e Smart City Tirana sipas temës dhe vitit.",
        },
    },
    {
        "key": "campaigns",
        "slug": {"en": "campaigns", "sq": "fushata"},
        "title": {"en": "Campaigns", "sq": "Fushata"},
        "paint": "park",
        "intro": {
            "en": (
                "What we set out to do together, how far we are, and what came of it. With "
                "projects and events."
            ),
            "sq": (
                "Çfarë duam të bëjmë bashkë, ku kemi arritur dhe çfarë doli prej saj. Me projekte "
                "e ngjarje."
            ),
        },
        "seo_description": {
            "en": "Campaigns, projects and events of Smart City Tirana.",
            "sq": "Fushata, projekte dhe ngjarje të Smart City Tirana.",
        },
    },
    {
        "key": "publications",
        "slug": {"en": "publications", "sq": "botime"},
        "title": {"en": "Publications", "sq": "Botime"},
        "paint": "saffron",
        "intro": {
            "en": (
                "Our prime activity is making information electronically available to you. Visit "
                "our newsletters, books, periodicals."
            ),
            "sq": (
                "Veprimtaria jonë kryesore është t’jua vëmë informacionin në dispozicion në mënyrë "
                "elektronike. Vizitoni buletinet, librat dhe periodikët tanë."
            ),
        },
        "seo_description": {
            "en": (
                "Newsletters, books and periodicals of Smart City Tirana, free to read and to "
                "download."
            ),
            "sq": (
                "Buletine, libra dhe periodikë të Smart City Tirana, për t’u lexuar e shkarkuar "
                "falas."
            ),
        },
    },
    {
        "key": "community",
        "slug": {"en": "community", "sq": "komuniteti"},
        "title": {"en": "Community", "sq": "Komuniteti"},
        "paint": "rose",
        "intro": {
            "en": (
                "Become a member of the community and start a communication and/or reply to other "
                "people’s communications."
            ),
            "sq": (
                "Bëhuni anëtar i komunitetit dhe nisni një komunikim dhe/ose përgjigjuni "
                "komunikimeve të të tjerëve."
            ),
        },
        "seo_description": {
            "en": "The community of Smart City Tirana: discussions between residents and the city.",
            "sq": "Komuniteti i Smart City Tirana: diskutime mes banorëve dhe qytetit.",
        },
    },
    {
        "key": "gallery",
        "slug": {"en": "gallery", "sq": "galeria"},
        "title": {"en": "Foto Gallery", "sq": "Foto Galeri"},
        "paint": "persimmon",
        "intro": {
            "en": (
                "The city as its people see it. Click to view or add video, media or other "
                "streaming."
            ),
            "sq": (
                "Qyteti siç e shohin njerëzit e tij. Kliko për të parë ose shtuar video, media a "
                "transmetime të tjera."
            ),
        },
        "seo_description": {
            "en": "Photographs and videos of Tirana by its residents.",
            "sq": "Fotografi dhe video të Tiranës nga banorët e saj.",
        },
    },
    {
        "key": "partners",
        "slug": {"en": "partners", "sq": "partneret"},
        "title": {"en": "Sustaining Partners", "sq": "Partnerë mbështetës"},
        "paint": "lime",
        "intro": {
            "en": (
                "They pay for shade, paper and servers. They do not choose the news. Every "
                "contribution above 500,000 lekë is listed here."
            ),
            "sq": (
                "Ata paguajnë hijen, letrën dhe serverët. Lajmet nuk i zgjedhin ata. Çdo kontribut "
                "mbi 500.000 lekë është i shënuar këtu."
            ),
        },
        "seo_description": {
            "en": "The partners of Smart City Tirana and what they contribute.",
            "sq": "Partnerët e Smart City Tirana dhe kontributi i tyre.",
        },
    },
)

MAIN_MENU = (
    {"label": {"en": "News", "sq": "Lajme"}, "page": "news"},
    {"label": {"en": "Campaigns", "sq": "Fushata"}, "page": "campaigns"},
    {"label": {"en": "Publications", "sq": "Botime"}, "page": "publications"},
    {"label": {"en": "Community", "sq": "Komuniteti"}, "page": "community"},
    {"label": {"en": "Gallery", "sq": "Galeria"}, "page": "gallery"},
    {"label": {"en": "Partners", "sq": "Partnerët"}, "page": "partners"},
)

FOOTER = (
    {
        "title": {"en": "Discover", "sq": "Zbulo"},
        "links": (
            {"label": {"en": "News", "sq": "Lajme"}, "page": "news"},
            {"label": {"en": "Campaigns", "sq": "Fushata"}, "page": "campaigns"},
            {"label": {"en": "Publications", "sq": "Botime"}, "page": "publications"},
            {"label": {"en": "Gallery", "sq": "Galeria"}, "page": "gallery"},
        ),
    },
    {
        "title": {"en": "Take part", "sq": "Merr pjesë"},
        "links": (
            {"label": {"en": "Community", "sq": "Komuniteti"}, "page": "community"},
            {"label": {"en": "Become a member", "sq": "Bëhu anëtar"}, "route": "account_signup"},
            {
                "label": {"en": "Add photos or video", "sq": "Shto foto ose video"},
                "page": "gallery",
                "fragment": "add",
            },
            {"label": {"en": "Partners", "sq": "Partnerët"}, "page": "partners"},
        ),
    },
    {
        "title": {"en": "About", "sq": "Rreth nesh"},
        "links": (
            {"label": {"en": "About Smart City", "sq": "Rreth Smart City"}, "page": "about"},
            {"label": {"en": "Accessibility", "sq": "Qasshmëria"}, "page": "accessibility"},
            {"label": {"en": "Privacy", "sq": "Privatësia"}, "page": "privacy"},
            {
                "label": {"en": "Community rules", "sq": "Rregullat e komunitetit"},
                "page": "community-rules",
            },
            {"label": {"en": "Contact", "sq": "Kontakti"}, "page": "contact"},
        ),
    },
    {
        "title": {"en": "Stay informed", "sq": "Qëndro i informuar"},
        "links": (
            {
                "label": {"en": "Newsletter", "sq": "Buletini"},
                "page": "publications",
                "fragment": "newsletters",
            },
            {"label": {"en": "News feed (RSS)", "sq": "Lajmet (RSS)"}, "feed": "news-rss"},
            {
                "label": {"en": "E-mail notifications", "sq": "Njoftime me e-mail"},
                "page": "stay-informed",
            },
            {"label": {"en": "Alerts", "sq": "Njoftime urgjente"}, "route": "alerts:index"},
        ),
    },
)

# Beside the legal line, at the very end of each page.
LEGAL_LINKS = ({"label": {"en": "Legal notice", "sq": "Njoftim ligjor"}, "page": "imprint"},)
