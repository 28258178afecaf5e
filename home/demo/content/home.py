"""The home page of the demo: its sections in order, word for word those of the portal of 2014.

Section titles that the portal lacked are those of the design. Each section is a pair of its type
and its texts; what a section lists (projects, articles, partners, photos) is named by key.
"""

HOME = {
    "key": "home",
    "title": {"en": "Smart City Tirana", "sq": "Smart City Tirana"},
    "seo_title": {"en": "Connect with your city", "sq": "Lidhu me qytetin tënd"},
    "seo_description": {
        "en": "Smart City Tirana: news, campaigns, publications, community and media of the city.",
        "sq": "Smart City Tirana: lajme, fushata, botime, komunitet dhe media të qytetit.",
    },
    "sections": (
        (
            "hero",
            {
                "drawing": "skyline",
                "alt": {
                    "en": (
                        "Drawing of Tirana: painted blocks, the clock tower and the Pyramid along "
                        "the Lana, with Mount Dajti behind."
                    ),
                    "sq": (
                        "Vizatim i Tiranës: pallate të lyera, Kulla e Sahatit dhe Piramida buzë "
                        "Lanës, pas tyre Mali i Dajtit."
                    ),
                },
                "slogans": (
                    {
                        "text": {"en": "Connect with your city", "sq": "Lidhu me qytetin tënd"},
                        "page": "community",
                        "paint": "carmine",
                    },
                    {
                        "text": {"en": "Quality of life", "sq": "Cilësi jetese"},
                        "page": "campaigns",
                        "paint": "park",
                    },
                    {
                        "text": {"en": "Innovative space", "sq": "Hapësirë inovative"},
                        "page": "news",
                        "paint": "blue",
                    },
                ),
            },
        ),
        (
            "welcome",
            {
                "title": {"en": "Welcome to Smart City", "sq": "Mirë se vini në Smart City"},
                "lead": {
                    "en": (
                        "Throughout history cities have been and are the visible artifact of "
                        "information society, technological change, economic growth and cultural "
                        "transformation."
                    ),
                    "sq": (
                        "Gjatë gjithë historisë qytetet kanë qenë dhe janë gjurma e dukshme e "
                        "shoqërisë së informacionit, ndryshimit teknologjik, rritjes ekonomike dhe "
                        "shndërrimit kulturor."
                    ),
                },
                "text": {
                    "en": (
                        "<p>During the last century cities have become “global parasites” "
                        "consuming without care. This is further exacerbated by the fact that by "
                        "2050 over 70% of the world’s population will live in a city. As more than "
                        "half of us already do, this will involve a paradigm shift in human "
                        "history. Hence the need for smarter developments focusing on a "
                        "crosscutting bottom up approach that address sustainability, "
                        "inclusiveness and integration. A Smart City is a city well performing in "
                        "5 characteristics, built on the ‘smart’ combination of endowments and "
                        "activities of self-decisive, independent and aware citizens.</p>"
                    ),
                    "sq": (
                        "<p>Gjatë shekullit të fundit qytetet janë kthyer në “parazitë globalë” që "
                        "konsumojnë pa kujdes. Kjo rëndohet më tej nga fakti se deri në vitin 2050 "
                        "mbi 70% e popullsisë së botës do të jetojë në qytet. Meqë më shumë se "
                        "gjysma e njerëzve jetojnë tashmë aty, kjo do të sjellë një ndryshim "
                        "rrënjësor në historinë njerëzore. Prandaj duhen zhvillime më të zgjuara, "
                        "me një qasje ndërsektoriale nga poshtë lart, që trajton qëndrueshmërinë, "
                        "gjithëpërfshirjen dhe integrimin. Qytet i zgjuar është qyteti që ecën "
                        "mirë në 5 karakteristika, i ndërtuar mbi ndërthurjen e ‘zgjuar’ të "
                        "pasurive dhe veprimtarive të qytetarëve vetëvendosës, të pavarur e të "
                        "ndërgjegjshëm.</p>"
                    ),
                },
                "button": {"label": {"en": "Read more", "sq": "Lexo më shumë"}, "page": "about"},
                "drawing": "facade-70",
                "figure": {
                    "value": "70%",
                    "text": {
                        "en": "of the world’s population will live in a city by 2050.",
                        "sq": "e popullsisë së botës do të jetojë në qytet deri në vitin 2050.",
                    },
                },
            },
        ),
        (
            "projects",
            {
                "title": {"en": "Projects", "sq": "Projekte"},
                "paint": "rose",
                "more": {
                    "label": {"en": "All projects", "sq": "Të gjitha projektet"},
                    "page": "campaigns",
                    "fragment": "projects",
                },
                "projects": (
                    "project-parking",
                    "project-curricula",
                    "project-transport",
                    "project-free-transit",
                ),
            },
        ),
        (
            "campaign",
            {
                "campaign": "green-cities",
                "paint": "park",
                "label": {"en": "Campaign", "sq": "Fushatë"},
                "title": {
                    "en": "Earth Day 2014: Green Cities",
                    "sq": "Dita e Tokës 2014: Qytete të gjelbra",
                },
                "lead": {
                    "en": (
                        "Earth Day 2014 will focus on green cities, mobilizing a millions of "
                        "people to create a sustainable, healthy environment by greening "
                        "communities worldwide. Today, more than half of the world’s population "
                        "lives in cities."
                    ),
                    "sq": (
                        "Dita e Tokës 2014 do të përqendrohet te qytetet e gjelbra, duke "
                        "mobilizuar miliona njerëz për të krijuar një mjedis të qëndrueshëm e të "
                        "shëndetshëm, duke gjelbëruar komunitetet në mbarë botën. Sot, më shumë se "
                        "gjysma e popullsisë së botës jeton në qytete."
                    ),
                },
                "text": {
                    "en": (
                        "<p>As the urban population grows and the effects of climate change "
                        "worsen, our cities have to evolve.</p>"
                        "<p>It’s time for us to invest in efficiency and renewable energy, rebuild "
                        "our cities and towns, and begin to solve the climate crisis. Over the "
                        "next two years, with a focus on Earth Day 2014, the Green Cities campaign "
                        "will mobilize a global movement to accelerate this transition. Join us in "
                        "calling for a new era of green cities.</p>"
                    ),
                    "sq": (
                        "<p>Ndërsa popullsia urbane rritet dhe pasojat e ndryshimeve klimatike "
                        "përkeqësohen, qytetet tona duhet të zhvillohen.</p>"
                        "<p>Ka ardhur koha të investojmë në efiçiencë dhe energji të rinovueshme, "
                        "të rindërtojmë qytetet tona dhe të nisim zgjidhjen e krizës klimatike. "
                        "Gjatë dy viteve të ardhshme, me vëmendjen te Dita e Tokës 2014, fushata "
                        "Qytete të Gjelbra do të mobilizojë një lëvizje globale për ta "
                        "përshpejtuar këtë kalim. Bashkohuni me ne në thirrjen për një epokë të re "
                        "qytetesh të gjelbra.</p>"
                    ),
                },
                "button": {
                    "label": {"en": "Join the Green Cities campaign", "sq": "Bashkohu me fushatën"},
                    "page": "green-cities",
                },
                "picture": {
                    "picture": "planting",
                    "alt": {
                        "en": "Rows of young trees planted in front of painted city blocks.",
                        "sq": "Rreshta pemësh të reja përpara pallateve të lyera.",
                    },
                },
                "panel": {
                    "paint": "lime",
                    "title": {"en": "Mother Earth", "sq": "Nëna Tokë"},
                    "text": {
                        "en": (
                            "<p>Mother Earth is a common expression for the planet Earth in a "
                            "number of countries and regions, which reflects the interdependence "
                            "that exists among human beings, other living species and the planet. "
                            "For instance, Bolivians call Mother Earth Pachamama and Nicaraguans "
                            "refer to her as Tonantzin.</p>"
                            "<p>Recognizing that Mother Earth reflects the interdependence that "
                            "exists among human beings, other living species and the planet we all "
                            "inhabit, the General Assembly declared 22 April as International "
                            "Mother Earth Day.</p>"
                            "<p>For more info visit the page <a "
                            'href="https://www.un.org/en/events/motherearthday/">'
                            "www.un.org/en/events/motherearthday/</a></p>"
                        ),
                        "sq": (
                            "<p>Nëna Tokë është një shprehje e zakonshme për planetin Tokë në një "
                            "sërë vendesh e rajonesh, që pasqyron ndërvarësinë mes qenieve "
                            "njerëzore, llojeve të tjera të gjalla dhe planetit. Për shembull, "
                            "bolivianët e quajnë Nënën Tokë Pachamama, kurse nikaraguanët e quajnë "
                            "Tonantzin.</p>"
                            "<p>Duke njohur se Nëna Tokë pasqyron ndërvarësinë mes qenieve "
                            "njerëzore, llojeve të tjera të gjalla dhe planetit ku jetojmë të "
                            "gjithë, Asambleja e Përgjithshme shpalli 22 prillin Ditën "
                            "Ndërkombëtare të Nënës Tokë.</p>"
                            "<p>Për më shumë vizitoni faqen <a "
                            'href="https://www.un.org/en/events/motherearthday/">'
                            "www.un.org/en/events/motherearthday/</a></p>"
                        ),
                    },
                },
            },
        ),
        (
            "news",
            {
                "title": {"en": "News", "sq": "Lajme"},
                "paint": "sky",
                "count": 11,
                "more": {"label": {"en": "All news", "sq": "Të gjitha lajmet"}, "page": "news"},
            },
        ),
        (
            "community",
            {
                "title": {"en": "Community", "sq": "Komuniteti"},
                "paint": "rose",
                "lead": {
                    "en": (
                        "Become a member of the community and start a communication and/or reply "
                        "to other people’s communications."
                    ),
                    "sq": (
                        "Bëhuni anëtar i komunitetit dhe nisni një komunikim dhe/ose përgjigjuni "
                        "komunikimeve të të tjerëve."
                    ),
                },
                "button": {
                    "label": {"en": "Become a member", "sq": "Bëhu anëtar"},
                    "route": "account_signup",
                },
                "more": {
                    "label": {"en": "All discussions", "sq": "Të gjitha diskutimet"},
                    "page": "community",
                },
            },
        ),
        (
            "publications",
            {
                "title": {"en": "Publications", "sq": "Botime"},
                "paint": "saffron",
                "lead": {
                    "en": (
                        "Our prime activity is making information electronically available to you. "
                        "Visit our newsletters, books, periodicals."
                    ),
                    "sq": (
                        "Veprimtaria jonë kryesore është t’jua vëmë informacionin në dispozicion "
                        "në mënyrë elektronike. Vizitoni buletinet, librat dhe periodikët tanë."
                    ),
                },
                "shelf": (
                    {"kind": "newsletters", "label": {"en": "Newsletters", "sq": "Buletine"}},
                    {"kind": "books", "label": {"en": "Books", "sq": "Libra"}},
                    {"kind": "periodicals", "label": {"en": "Periodicals", "sq": "Periodikë"}},
                ),
                "more": {
                    "label": {"en": "All publications", "sq": "Të gjitha botimet"},
                    "page": "publications",
                },
            },
        ),
        (
            "media",
            {
                "title": {"en": "Audiences interaction", "sq": "Ndërveprimi me publikun"},
                "paint": "night",
                "lead": {
                    "en": "Click to view or add video, media or other streaming.",
                    "sq": "Kliko për të parë ose shtuar video, media a transmetime të tjera.",
                },
                "buttons": (
                    {"label": {"en": "View media", "sq": "Shiko mediat"}, "page": "gallery"},
                    {
                        "label": {"en": "Add yours", "sq": "Shto tënden"},
                        "page": "gallery",
                        "fragment": "add",
                    },
                ),
                "picture": {
                    "picture": "river",
                    "alt": {
                        "en": "Video still: the Lana between green banks and painted blocks.",
                        "sq": "Pamje videoje: Lana mes brigjeve të gjelbra dhe pallateve të lyera.",
                    },
                },
                "video": {
                    "label": {"en": "Eight seconds on the Lana", "sq": "Tetë sekonda në Lanë"},
                    "seconds": 8,
                },
            },
        ),
        (
            "partners",
            {
                "title": {"en": "Sustaining Partners", "sq": "Partnerë mbështetës"},
                "paint": "lime",
                "more": {
                    "label": {"en": "All partners", "sq": "Të gjithë partnerët"},
                    "page": "partners",
                },
                "partners": ("lana", "dajti", "rinia", "ura", "pisha", "kala", "zana", "agora"),
            },
        ),
        (
            "gallery",
            {
                "title": {"en": "Foto Gallery", "sq": "Foto Galeri"},
                "paint": "persimmon",
                "more": {"label": {"en": "All photos", "sq": "Të gjitha fotot"}, "page": "gallery"},
                "pictures": (
                    {
                        "picture": "boulevard",
                        "alt": {
                            "en": "The boulevard and its trees, with Mount Dajti behind",
                            "sq": "Bulevardi me pemët e tij, pas tij Mali i Dajtit",
                        },
                    },
                    {
                        "picture": "market",
                        "alt": {
                            "en": "Parasols of the market from above",
                            "sq": "Çadrat e pazarit nga lart",
                        },
                    },
                    {
                        "picture": "facade",
                        "alt": {
                            "en": "Painted façades in orange, lime, white and pink",
                            "sq": "Fasada të lyera në portokalli, të gjelbër, të bardhë e rozë",
                        },
                    },
                    {
                        "picture": "bus",
                        "alt": {
                            "en": "A bus in the bus lane, trees on both sides",
                            "sq": "Autobus në korsinë e tij, pemë në të dyja anët",
                        },
                    },
                    {
                        "picture": "dusk",
                        "alt": {
                            "en": "Roofs and towers at dusk under the mountains",
                            "sq": "Çati e kulla në muzg nën male",
                        },
                    },
                    {
                        "picture": "crossing",
                        "alt": {
                            "en": "A wide crossing with people and cars from above",
                            "sq": "Vendkalim i gjerë me njerëz e makina nga lart",
                        },
                    },
                    {
                        "picture": "night",
                        "alt": {
                            "en": "City lights and the boulevard at night",
                            "sq": "Dritat e qytetit dhe bulevardi natën",
                        },
                    },
                ),
            },
        ),
        (
            "figures",
            {
                "title": {"en": "The city in figures", "sq": "Qyteti me shifra"},
                "paint": "dajti",
                "lead": {
                    "en": "Five figures, each with its source and the day on which it was taken.",
                    "sq": "Pesë shifra, secila me burimin dhe ditën kur është marrë.",
                },
                "figures": (
                    {
                        "key": "green-space",
                        "value": {"en": "11.2", "sq": "11,2"},
                        "unit": {"en": "m² per resident", "sq": "m² për banor"},
                        "label": {"en": "Public green space", "sq": "Hapësirë publike e gjelbër"},
                        "source": {
                            "en": "Parks service, register of green spaces",
                            "sq": "Shërbimi i parqeve, regjistri i hapësirave të gjelbra",
                        },
                        "date": {"days": -18},
                        "paint": "lime",
                        "topic": "environment",
                    },
                    {
                        "key": "buses-on-time",
                        "value": {"en": "87", "sq": "87"},
                        "unit": {"en": "%", "sq": "%"},
                        "label": {
                            "en": "Buses that keep their interval",
                            "sq": "Autobusë që e mbajnë intervalin",
                        },
                        "source": {
                            "en": "Transport team, positions of all buses, last month",
                            "sq": (
                                "Ekipi i transportit, vendndodhjet e të gjithë autobusëve, muaji i "
                                "fundit"
                            ),
                        },
                        "date": {"days": -6},
                        "paint": "sky",
                        "topic": "transport",
                    },
                    {
                        "key": "fine-dust",
                        "value": {"en": "17", "sq": "17"},
                        "unit": {"en": "µg/m³", "sq": "µg/m³"},
                        "label": {
                            "en": "Fine dust in the air (PM2.5), mean of twelve months",
                            "sq": "Pluhur i imët në ajër (PM2.5), mesatarja e dymbëdhjetë muajve",
                        },
                        "source": {
                            "en": "Seven measuring stations of the city",
                            "sq": "Shtatë stacione matëse të qytetit",
                        },
                        "date": {"days": -9},
                        "paint": "persimmon",
                        "topic": "health",
                    },
                    {
                        "key": "recycling",
                        "value": {"en": "24", "sq": "24"},
                        "unit": {"en": "%", "sq": "%"},
                        "label": {
                            "en": "Household waste that is recycled",
                            "sq": "Mbetje shtëpiake që riciklohen",
                        },
                        "source": {
                            "en": "Directorate of public works, weighbridge, last quarter",
                            "sq": "Drejtoria e punëve publike, peshorja, tremujori i fundit",
                        },
                        "date": {"days": -30},
                        "paint": "saffron",
                        "topic": "environment",
                    },
                    {
                        "key": "reports-settled",
                        "value": {"en": "82", "sq": "82"},
                        "unit": {"en": "%", "sq": "%"},
                        "label": {
                            "en": "Residents’ reports settled within ten days",
                            "sq": "Njoftime banorësh të zgjidhura brenda dhjetë ditësh",
                        },
                        "source": {
                            "en": "Citizens’ desk, last month",
                            "sq": "Sporteli i qytetarit, muaji i fundit",
                        },
                        "date": {"days": -6},
                        "paint": "rose",
                        "topic": "government",
                    },
                ),
            },
        ),
    ),
}
