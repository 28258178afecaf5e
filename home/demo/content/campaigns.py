"""The three campaigns of the demo: one closed with results, one running, one to come.

A campaign's status follows from its dates, so the running and the upcoming one carry offsets in
days (see ``dates``). The shared shapes are described in ``articles``.
"""

CAMPAIGNS = (
    {
        "key": "green-cities",
        "slug": {"en": "green-cities-earth-day-2014", "sq": "qytete-te-gjelbra-dita-e-tokes-2014"},
        "title": {"en": "Green Cities", "sq": "Qytete të Gjelbra"},
        "summary": {
            "en": (
                "Earth Day 2014 calls for a new era of green cities. Make one promise for your "
                "street, your roof or your ride – and see what Tirana adds up to."
            ),
            "sq": (
                "Dita e Tokës 2014 bën thirrje për një epokë të re qytetesh të gjelbra. Jepni një "
                "premtim për rrugën, çatinë a udhëtimin tuaj – dhe shihni ç’mbledh Tirana bashkë."
            ),
        },
        "seo_description": {
            "en": (
                "The Green Cities campaign in Tirana, Earth Day 2014: promises, events, updates "
                "and what came of them."
            ),
            "sq": (
                "Fushata Qytete të Gjelbra në Tiranë, Dita e Tokës 2014: premtime, ngjarje, të "
                "reja dhe çfarë doli prej tyre."
            ),
        },
        "starts": "2014-04-01",
        "ends": "2014-06-30",
        # The day on the campaign's badge: Earth Day itself.
        "highlight": "2014-04-22",
        "paint": "park",
        "drawing": "tile-environment",
        "topics": ("environment",),
        "contact": "parks",
        "picture": {
            "picture": "park",
            "alt": {
                "en": "The Grand Park lake from above, paths between the trees.",
                "sq": "Liqeni i Parkut të Madh nga lart, shtigje mes pemëve.",
            },
        },
        "why": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>Earth Day 2014 will focus on green cities, mobilizing a millions of "
                        "people to create a sustainable, healthy environment by greening "
                        "communities worldwide. Today, more than half of the world’s population "
                        "lives in cities.</p>"
                        "<p>As the urban population grows and the effects of climate change "
                        "worsen, our cities have to evolve.</p>"
                        "<p>It’s time for us to invest in efficiency and renewable energy, rebuild "
                        "our cities and towns, and begin to solve the climate crisis. Over the "
                        "next two years, with a focus on Earth Day 2014, the Green Cities campaign "
                        "will mobilize a global movement to accelerate this transition. Join us in "
                        "calling for a new era of green cities.</p>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "planting",
                        "alt": "Rows of young trees planted in front of painted city blocks.",
                        "caption": "Six hundred young trees wait for their streets.",
                    },
                ),
                ("heading", "Mother Earth"),
                (
                    "paragraph",
                    (
                        "<p>Mother Earth is a common expression for the planet Earth in a number "
                        "of countries and regions, which reflects the interdependence that exists "
                        "among human beings, other living species and the planet. For instance, "
                        "Bolivians call Mother Earth Pachamama and Nicaraguans refer to her as "
                        "Tonantzin.</p>"
                        "<p>Recognizing that Mother Earth reflects the interdependence that exists "
                        "among human beings, other living species and the planet we all inhabit, "
                        "the General Assembly declared 22 April as International Mother Earth "
                        "Day.</p>"
                        "<p>For more info visit the page <a "
                        'href="https://www.un.org/en/events/motherearthday/">'
                        "www.un.org/en/events/motherearthday/</a></p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Dita e Tokës 2014 do të përqendrohet te qytetet e gjelbra, duke "
                        "mobilizuar miliona njerëz për të krijuar një mjedis të qëndrueshëm e të "
                        "shëndetshëm, duke gjelbëruar komunitetet në mbarë botën. Sot, më shumë se "
                        "gjysma e popullsisë së botës jeton në qytete.</p>"
                        "<p>Ndërsa popullsia urbane rritet dhe pasojat e ndryshimeve klimatike "
                        "përkeqësohen, qytetet tona duhet të zhvillohen.</p>"
                        "<p>Ka ardhur koha të investojmë në efiçiencë dhe energji të rinovueshme, "
                        "të rindërtojmë qytetet tona dhe të nisim zgjidhjen e krizës klimatike. "
                        "Gjatë dy viteve të ardhshme, me vëmendjen te Dita e Tokës 2014, fushata "
                        "Qytete të Gjelbra do të mobilizojë një lëvizje globale për ta "
                        "përshpejtuar këtë kalim. Bashkohuni me ne në thirrjen për një epokë të re "
                        "qytetesh të gjelbra.</p>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "planting",
                        "alt": "Rreshta pemësh të reja përpara pallateve të lyera.",
                        "caption": "Gjashtëqind pemë të reja presin rrugët e tyre.",
                    },
                ),
                ("heading", "Nëna Tokë"),
                (
                    "paragraph",
                    (
                        "<p>Nëna Tokë është një shprehje e zakonshme për planetin Tokë në një sërë "
                        "vendesh e rajonesh, që pasqyron ndërvarësinë mes qenieve njerëzore, "
                        "llojeve të tjera të gjalla dhe planetit. Për shembull, bolivianët e "
                        "quajnë Nënën Tokë Pachamama, kurse nikaraguanët e quajnë Tonantzin.</p>"
                        "<p>Duke njohur se Nëna Tokë pasqyron ndërvarësinë mes qenieve njerëzore, "
                        "llojeve të tjera të gjalla dhe planetit ku jetojmë të gjithë, Asambleja e "
                        "Përgjithshme shpalli 22 prillin Ditën Ndërkombëtare të Nënës Tokë.</p>"
                        "<p>Për më shumë vizitoni faqen <a "
                        'href="https://www.un.org/en/events/motherearthday/">'
                        "www.un.org/en/events/motherearthday/</a></p>"
                    ),
                ),
            ),
        },
        "can_do": (
            {
                "title": {
                    "en": "Adopt and water a tree for two summers",
                    "sq": "Birësoni dhe ujitni një pemë për dy vera",
                },
                "text": {
                    "en": (
                        "Forty litres a week from May to September. You get the number of your "
                        "tree, a bucket and the key to the nearest hydrant."
                    ),
                    "sq": (
                        "Dyzet litra në javë nga maji në shtator. Merrni numrin e pemës suaj, një "
                        "kovë dhe çelësin e hidrantit më të afërt."
                    ),
                },
            },
            {
                "title": {
                    "en": "Leave the car at home once a week",
                    "sq": "Lëreni makinën në shtëpi një herë në javë",
                },
                "text": {
                    "en": (
                        "Walk, cycle or take the bus on one day of your choice. We count rides, "
                        "not excuses."
                    ),
                    "sq": (
                        "Ecni, merrni biçikletën a autobusin një ditë sipas dëshirës. Numërojmë "
                        "udhëtimet, jo arsyetimet."
                    ),
                },
            },
            {
                "title": {
                    "en": "Save one unit of energy a day",
                    "sq": "Kurseni një njësi energji në ditë",
                },
                "text": {
                    "en": (
                        "One kilowatt-hour is an oven for half an hour or an old bulb for a whole "
                        "evening and night. Read your meter on Sundays."
                    ),
                    "sq": (
                        "Një kilovator është furra për gjysmë ore ose një llambë e vjetër për "
                        "gjithë mbrëmjen e natën. Lexojeni matësin të dielave."
                    ),
                },
            },
            {
                "title": {
                    "en": "Measure my roof for solar panels",
                    "sq": "Matni çatinë për panele diellore",
                },
                "text": {
                    "en": (
                        "Dajti Solar and Agora Lab lend the instruments and read the result with "
                        "you on roof day."
                    ),
                    "sq": (
                        "Dajti Solar dhe Agora Lab i japin hua mjetet dhe e lexojnë përfundimin "
                        "bashkë me ju në ditën e çative."
                    ),
                },
            },
        ),
        "action": {
            "kind": "pledge",
            "label": {"en": "Make a pledge", "sq": "Jep një premtim"},
            "long_label": {"en": "Join the Green Cities campaign", "sq": "Bashkohu me fushatën"},
            "page": "green-cities",
            "fragment": "pledge",
            "intro": {
                "en": (
                    "It takes a minute. You can change it later, and your name stays private "
                    "unless you say otherwise."
                ),
                "sq": (
                    "Duhet një minutë. Mund ta ndryshoni më vonë dhe emri juaj nuk shfaqet, përveç "
                    "kur e doni vetë."
                ),
            },
            "points": (
                {
                    "en": "One e-mail to confirm, one when the campaign ends",
                    "sq": "Një e-mail për ta konfirmuar, një kur mbyllet fushata",
                },
                {
                    "en": "A number for your tree, if you adopt one",
                    "sq": "Një numër për pemën tuaj, nëse birësoni një",
                },
                {"en": "No account needed", "sq": "Nuk duhet llogari"},
            ),
        },
        "goal": {
            "number": 10000,
            "reached": 6340,
            "unit": {"en": "pledges", "sq": "premtime"},
            "text": {
                "en": (
                    "The campaign closes when Tirana reaches ten thousand pledges, or on 30 June."
                ),
                "sq": (
                    "Fushata mbyllet kur Tirana të arrijë dhjetë mijë premtime, ose më 30 qershor."
                ),
            },
            "figures": (
                {"value": 1208, "label": {"en": "trees adopted", "sq": "pemë të birësuara"}},
                {
                    "value": 18450,
                    "label": {
                        "en": "rides by bus or bicycle",
                        "sq": "udhëtime me autobus a biçikletë",
                    },
                },
                {
                    "value": 96,
                    "label": {
                        "en": "roofs measured for the sun",
                        "sq": "çati të matura për diellin",
                    },
                },
                {"value": 37, "label": {"en": "schools taking part", "sq": "shkolla pjesëmarrëse"}},
            ),
        },
        "results": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The campaign closed on 30 June 2014 with 6,340 of 10,000 pledges. Six "
                        "thousand of them came before Earth Day, while we were on the streets; in "
                        "the ten weeks after it, only three hundred and forty. We counted more "
                        "than we asked: that is our share in the gap.</p>"
                    ),
                ),
                ("heading", "What was promised and what was done"),
                (
                    "table",
                    {
                        "caption": "State on 30 June 2014",
                        "header": ["Promise", "Pledges", "Done"],
                        "rows": [
                            ["Adopt and water a tree", "1,208", "1,131 trees alive and watered"],
                            [
                                "Leave the car at home once a week",
                                "2,870",
                                "18,450 rides by bus or bicycle",
                            ],
                            [
                                "Save one unit of energy a day",
                                "2,166",
                                "1,402 meters read twice and lower",
                            ],
                            ["Measure my roof", "96", "96 roofs, of which 31 are suitable"],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Seventy-seven trees did not survive the first dry weeks. They are "
                        "replaced in November, and their streets were asked again before the order "
                        "went out. The city for its part had promised six hundred trees, free "
                        "buses on 22 April and a report: this is the report.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Fushata u mbyll më 30 qershor 2014 me 6.340 nga 10.000 premtime. "
                        "Gjashtë mijë prej tyre erdhën para Ditës së Tokës, kur ishim nëpër rrugë; "
                        "në dhjetë javët pas saj vetëm treqind e dyzet. Numëruam më shumë sesa "
                        "kërkuam: kjo është pjesa jonë në atë që mungon.</p>"
                    ),
                ),
                ("heading", "Çfarë u premtua dhe çfarë u bë"),
                (
                    "table",
                    {
                        "caption": "Gjendja më 30 qershor 2014",
                        "header": ["Premtimi", "Premtime", "U bë"],
                        "rows": [
                            [
                                "Të birësohet e të ujitet një pemë",
                                "1.208",
                                "1.131 pemë të gjalla e të ujitura",
                            ],
                            [
                                "Makina në shtëpi një herë në javë",
                                "2.870",
                                "18.450 udhëtime me autobus a biçikletë",
                            ],
                            [
                                "Një njësi energji më pak në ditë",
                                "2.166",
                                "1.402 matës të lexuar dy herë, me më pak",
                            ],
                            ["Të matet çatia", "96", "96 çati, prej të cilave 31 të përshtatshme"],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Shtatëdhjetë e shtatë pemë nuk i duruan dot javët e para të thata. Ato "
                        "zëvendësohen në nëntor dhe rrugët e tyre u pyetën sërish para porosisë. "
                        "Qyteti nga ana e vet kishte premtuar gjashtëqind pemë, autobusë falas më "
                        "22 prill dhe një raport: ky është raporti.</p>"
                    ),
                ),
            ),
        },
        "faq": (
            {
                "question": {"en": "Do I need an account?", "sq": "A më duhet llogari?"},
                "answer": {
                    "en": (
                        "<p>No. An e-mail address is enough, and it is used for two messages: one "
                        "to confirm, one at the end.</p>"
                    ),
                    "sq": (
                        "<p>Jo. Mjafton një adresë e-maili, që përdoret për dy mesazhe: një për "
                        "konfirmim e një në fund.</p>"
                    ),
                },
            },
            {
                "question": {
                    "en": "What if I can’t keep my promise?",
                    "sq": "Po nëse nuk e mbaj dot premtimin?",
                },
                "answer": {
                    "en": (
                        "<p>Withdraw it with the link in the message. The counter goes back by one "
                        "and nobody asks why. A tree is passed to the next name on the list.</p>"
                    ),
                    "sq": (
                        "<p>Tërhiqeni me lidhjen që keni në mesazh. Numëruesi kthehet me një dhe "
                        "askush nuk pyet pse. Pema i kalon emrit tjetër në listë.</p>"
                    ),
                },
            },
            {
                "question": {"en": "May I choose the tree?", "sq": "A mund ta zgjedh pemën?"},
                "answer": {
                    "en": (
                        "<p>The street, yes; the kind, no. The parks service plants what suits the "
                        "width of the pavement and the pipes below it.</p>"
                    ),
                    "sq": (
                        "<p>Rrugën po, llojin jo. Shërbimi i parqeve mbjell atë që i përshtatet "
                        "gjerësisë së trotuarit dhe tubave poshtë tij.</p>"
                    ),
                },
            },
            {
                "question": {
                    "en": "Are the buses really free on 22 April?",
                    "sq": "A janë vërtet falas autobusët më 22 prill?",
                },
                "answer": {
                    "en": (
                        "<p>Yes, on all urban lines from 8:00 to 20:00. Lana Mobility bears the "
                        "cost; the contract is on its partner page.</p>"
                    ),
                    "sq": (
                        "<p>Po, në të gjitha linjat urbane nga ora 8:00 deri në 20:00. Koston e "
                        "mban Lana Mobility; kontrata është në faqen e saj si partner.</p>"
                    ),
                },
            },
            {
                "question": {
                    "en": "Can a school or a firm take part?",
                    "sq": "A mund të marrë pjesë një shkollë a një firmë?",
                },
                "answer": {
                    "en": (
                        "<p>Yes, with one pledge for each person. Schools write to us through the "
                        '<a href="page:contact">contact page</a> and get a list to fill in on '
                        "paper.</p>"
                    ),
                    "sq": (
                        "<p>Po, me nga një premtim për çdo njeri. Shkollat na shkruajnë te <a "
                        'href="page:contact">faqja e kontaktit</a> dhe marrin një listë për ta '
                        "plotësuar në letër.</p>"
                    ),
                },
            },
        ),
        "partners": ("lana", "dajti", "rinia", "ura"),
        "sources": (
            {
                "url": "https://www.un.org/en/events/motherearthday/",
                "title": {
                    "en": "International Mother Earth Day, United Nations",
                    "sq": "Dita Ndërkombëtare e Nënës Tokë, Kombet e Bashkuara",
                },
            },
        ),
        "updates": (
            {
                "date": "2014-07-01",
                "paint": "park",
                "title": {"en": "What came of it", "sq": "Çfarë doli prej saj"},
                "text": {
                    "en": "6,340 pledges, 1,208 adopted trees and a gap we explain in the results.",
                    "sq": (
                        "6.340 premtime, 1.208 pemë të birësuara dhe një mungesë që e shpjegojmë "
                        "te përfundimet."
                    ),
                },
            },
            {
                "date": "2014-04-20",
                "paint": "lime",
                "title": {"en": "Six thousand pledges", "sq": "Gjashtë mijë premtime"},
                "text": {
                    "en": (
                        "Most of them are trees. The parks service has opened a second list for "
                        "streets without pavements."
                    ),
                    "sq": (
                        "Shumica janë pemë. Shërbimi i parqeve ka hapur një listë të dytë për "
                        "rrugët pa trotuar."
                    ),
                },
            },
            {
                "date": "2014-04-12",
                "paint": "sky",
                "title": {
                    "en": "Buses confirmed free on 22 April",
                    "sq": "Konfirmohen autobusët falas më 22 prill",
                },
                "text": {
                    "en": "All urban lines take part, from 8:00 to 20:00.",
                    "sq": "Marrin pjesë të gjitha linjat urbane, ora 8:00–20:00.",
                },
            },
            {
                "date": "2014-04-01",
                "paint": "saffron",
                "title": {"en": "The campaign opens", "sq": "Hapet fushata"},
                "text": {
                    "en": (
                        "Over the next two years the Green Cities campaign works to speed up the "
                        "move to efficiency and renewable energy."
                    ),
                    "sq": (
                        "Gjatë dy viteve të ardhshme fushata Qytete të Gjelbra punon për ta "
                        "përshpejtuar kalimin te efiçienca dhe energjia e rinovueshme."
                    ),
                },
            },
        ),
    },
    {
        "key": "safe-routes",
        "slug": {"en": "safe-routes-to-school", "sq": "rruge-te-sigurta-per-ne-shkolle"},
        "title": {"en": "Safe routes to school", "sq": "Rrugë të sigurta për në shkollë"},
        "summary": {
            "en": (
                "Children who walk arrive awake. Twenty-six schools draw their routes, parents "
                "take turns, and the city paints, lights and clears what stands in the way."
            ),
            "sq": (
                "Fëmijët që vijnë në këmbë arrijnë të zgjuar. Njëzet e gjashtë shkolla vizatojnë "
                "rrugët e tyre, prindërit shoqërojnë me radhë dhe qyteti lyen, ndriçon e liron "
                "rrugën."
            ),
        },
        "seo_description": {
            "en": (
                "Safe routes to school in Tirana: walking buses, marked routes and crossings. Take "
                "a turn, report an obstacle, follow the progress."
            ),
            "sq": (
                "Rrugë të sigurta për në shkollë në Tiranë: grupe në këmbë, rrugë të shënuara, "
                "kalime. Shoqëroni, njoftoni, ndiqni ecurinë."
            ),
        },
        "starts": {"days": -24},
        "ends": {"days": 45},
        "highlight": {"days": 6, "weekday": 3},
        "paint": "sky",
        "drawing": "tile-transport",
        "topics": ("transport", "education", "health"),
        "contact": "transport",
        "picture": {
            "picture": "crossing",
            "alt": {
                "en": (
                    "A wide junction from above: people on the zebra crossings, cars waiting on "
                    "every side."
                ),
                "sq": (
                    "Një kryqëzim i gjerë nga lart: njerëz në vijat e bardha, makina që presin nga "
                    "çdo anë."
                ),
            },
        },
        "why": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>At twenty past seven every school street looks the same: cars on the "
                        "pavement, engines running, children between the bumpers. Most of those "
                        "cars have come less than a kilometre. They drive because the way is "
                        "unsafe, and the way is unsafe because they drive.</p>"
                        "<p>The circle can be opened in one place: at the front door. If ten "
                        "children walk together with two adults, they are seen, they are on time "
                        "and there are ten cars fewer at the gate.</p>"
                    ),
                ),
                ("heading", "What the city does"),
                (
                    "paragraph",
                    (
                        "<p>Each school draws its routes on a map, with the places where children "
                        "hesitate. The transport team walks them with the pupils and deals with "
                        "the list in three steps: paint and signs within two weeks, lights and "
                        "kerbs within three months, building work with the budget of next year. "
                        "Every item keeps its date, also the late ones.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Why it matters",
                        "items": [
                            {
                                "label": "Children who live less than 1 km from school",
                                "value": "7 in 10",
                            },
                            {"label": "Children who are driven there", "value": "4 in 10"},
                            {"label": "Walking time for 1 km", "value": "about 15 minutes"},
                        ],
                    },
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Në orën shtatë e njëzet çdo rrugë shkolle ka të njëjtën pamje: makina "
                        "mbi trotuar, motorë të ndezur, fëmijë mes parakolpëve. Shumica e atyre "
                        "makinave kanë bërë më pak se një kilometër. Njerëzit vijnë me makinë "
                        "sepse rruga s’është e sigurt, dhe rruga s’është e sigurt sepse vijnë me "
                        "makinë.</p>"
                        "<p>Ky rreth mund të hapet në një pikë: te dera e shtëpisë. Nëse dhjetë "
                        "fëmijë ecin bashkë me dy të rritur, ata duken, arrijnë në kohë dhe te "
                        "porta ka dhjetë makina më pak.</p>"
                    ),
                ),
                ("heading", "Çfarë bën qyteti"),
                (
                    "paragraph",
                    (
                        "<p>Çdo shkollë i vizaton rrugët e veta në hartë, me vendet ku fëmijët "
                        "ngurrojnë. Ekipi i transportit i bën më këmbë me nxënësit dhe e zgjidh "
                        "listën në tri hapa: vija e tabela brenda dy javësh, drita e bordura "
                        "brenda tre muajsh, punime ndërtimi me buxhetin e vitit të ardhshëm. Çdo "
                        "pikë e ruan datën e vet, edhe ato që vonohen.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Pse ka rëndësi",
                        "items": [
                            {
                                "label": "Fëmijë që banojnë më pak se 1 km nga shkolla",
                                "value": "7 në 10",
                            },
                            {"label": "Fëmijë që çohen me makinë", "value": "4 në 10"},
                            {"label": "Koha në këmbë për 1 km", "value": "rreth 15 minuta"},
                        ],
                    },
                ),
            ),
        },
        "can_do": (
            {
                "title": {"en": "Take one turn a week", "sq": "Shoqëroni një herë në javë"},
                "text": {
                    "en": (
                        "Two adults walk with up to twelve children on a fixed route. You choose "
                        "the morning; the school knows you by name."
                    ),
                    "sq": (
                        "Dy të rritur ecin me deri në dymbëdhjetë fëmijë në një rrugë të caktuar. "
                        "Mëngjesin e zgjidhni ju; shkolla ju njeh me emër."
                    ),
                },
            },
            {
                "title": {"en": "Report an obstacle", "sq": "Njoftoni për një pengesë"},
                "text": {
                    "en": (
                        "A car on the crossing, a dark corner, a hole: name the place and the "
                        "hour. Paint and signs follow within two weeks."
                    ),
                    "sq": (
                        "Një makinë mbi vijat e bardha, një qoshe pa dritë, një gropë: tregoni "
                        "vendin dhe orën. Vijat e tabelat vijnë brenda dy javësh."
                    ),
                },
            },
            {
                "title": {
                    "en": "Stop two hundred metres earlier",
                    "sq": "Ndaloni dyqind metra më parë",
                },
                "text": {
                    "en": (
                        "If you have to drive, set your child down at the sign with the shoe. The "
                        "last part is on foot and marked."
                    ),
                    "sq": (
                        "Nëse duhet të vini me makinë, lëreni fëmijën te tabela me këpucën. Pjesa "
                        "e fundit bëhet në këmbë dhe është e shënuar."
                    ),
                },
            },
        ),
        "action": {
            "kind": "volunteer",
            "label": {"en": "Take a turn", "sq": "Shoqëro një mëngjes"},
            "long_label": {"en": "Walk with a group near you", "sq": "Ec me një grup pranë teje"},
            "page": "contact",
            "fragment": "",
            "intro": {
                "en": (
                    "Choose a morning, and say which school. The school calls back within three "
                    "days."
                ),
                "sq": (
                    "Zgjidhni një mëngjes dhe tregoni cila shkollë. Shkolla ju kontakton brenda "
                    "tri ditësh."
                ),
            },
            "points": (
                {
                    "en": "A short introduction and a yellow vest",
                    "sq": "Një udhëzim i shkurtër dhe një jelek i verdhë",
                },
                {
                    "en": "Never alone: always two adults",
                    "sq": "Asnjëherë vetëm: gjithmonë dy të rritur",
                },
                {"en": "Insured on the way", "sq": "Të siguruar gjatë rrugës"},
            ),
        },
        "goal": {
            "number": 300,
            "reached": 118,
            "unit": {"en": "adults who take turns", "sq": "të rritur që shoqërojnë"},
            "text": {
                "en": (
                    "The campaign ends with a count at the gates of all twenty-six schools on the "
                    "same morning."
                ),
                "sq": (
                    "Fushata mbyllet me një numërim te portat e të njëzet e gjashtë shkollave, në "
                    "të njëjtin mëngjes."
                ),
            },
            "figures": (
                {"value": 26, "label": {"en": "schools taking part", "sq": "shkolla pjesëmarrëse"}},
                {
                    "value": 1340,
                    "label": {"en": "children who walk", "sq": "fëmijë që ecin"},
                },
                {"value": 61, "label": {"en": "routes drawn", "sq": "rrugë të vizatuara"}},
                {"value": 204, "label": {"en": "obstacles removed", "sq": "pengesa të hequra"}},
            ),
        },
        "results": None,
        "faq": (
            {
                "question": {
                    "en": "From what age can a child walk with a group?",
                    "sq": "Nga ç’moshë mund të ecë një fëmijë me grupin?",
                },
                "answer": {
                    "en": (
                        "<p>From the first grade. Younger brothers and sisters may come if one of "
                        "their parents walks along.</p>"
                    ),
                    "sq": (
                        "<p>Nga klasa e parë. Vëllezërit e motrat më të vogla mund të vijnë, nëse "
                        "ecën edhe njëri prind.</p>"
                    ),
                },
            },
            {
                "question": {"en": "What happens when it rains?", "sq": "Po kur bie shi?"},
                "answer": {
                    "en": (
                        "<p>We walk. Only in a thunderstorm or after an orange or red alert does "
                        "the group stay at home; the school informs the parents by 6:45.</p>"
                    ),
                    "sq": (
                        "<p>Ecim. Grupi mbetet në shtëpi vetëm kur ka stuhi me rrufe ose pas një "
                        "alarmi portokalli a të kuq; shkolla i njofton prindërit deri në orën "
                        "6:45.</p>"
                    ),
                },
            },
            {
                "question": {
                    "en": "My child uses a wheelchair. Can it take part?",
                    "sq": "Fëmija im përdor karrocë. A mund të marrë pjesë?",
                },
                "answer": {
                    "en": (
                        "<p>Yes. Tell the school: the route is then planned without steps and high "
                        "kerbs, and what is missing moves to the top of the list.</p>"
                    ),
                    "sq": (
                        "<p>Po. Njoftoni shkollën: rruga planifikohet pa shkallë e bordura të "
                        "larta dhe ajo që mungon kalon në krye të listës.</p>"
                    ),
                },
            },
            {
                "question": {
                    "en": "Who checks the adults who walk along?",
                    "sq": "Kush i kontrollon të rriturit që shoqërojnë?",
                },
                "answer": {
                    "en": (
                        "<p>The school. It meets each of them, asks for a certificate of conduct "
                        "and never lets one adult walk alone with children.</p>"
                    ),
                    "sq": (
                        "<p>Shkolla. Ajo i takon një për një, u kërkon vërtetim të gjendjes "
                        "gjyqësore dhe nuk lejon kurrë që një i rritur të ecë i vetëm me "
                        "fëmijët.</p>"
                    ),
                },
            },
            {
                "question": {
                    "en": "Our school isn’t on the list. What can we do?",
                    "sq": "Shkolla jonë nuk është në listë. Ç’mund të bëjmë?",
                },
                "answer": {
                    "en": (
                        "<p>Three parents and one teacher are enough to begin. Write to us through "
                        'the <a href="page:contact">contact page</a>; the first map is drawn '
                        "within two weeks.</p>"
                    ),
                    "sq": (
                        "<p>Për të nisur mjaftojnë tre prindër e një mësues. Na shkruani te <a "
                        'href="page:contact">faqja e kontaktit</a>; harta e parë vizatohet brenda '
                        "dy javësh.</p>"
                    ),
                },
            },
        ),
        "partners": ("pisha", "kala", "agora"),
        "sources": (
            {
                "url": "https://www.who.int/health-topics/road-safety",
                "title": {
                    "en": "Road safety, World Health Organization",
                    "sq": "Siguria rrugore, Organizata Botërore e Shëndetësisë (në anglisht)",
                },
            },
        ),
        "updates": (
            {
                "date": {"days": -3},
                "paint": "sky",
                "title": {"en": "More than half way", "sq": "Më shumë se gjysma e rrugës"},
                "text": {
                    "en": (
                        "1,340 children walked on at least three mornings last week. Four schools "
                        "have reached their own goal already."
                    ),
                    "sq": (
                        "Javën e kaluar 1.340 fëmijë erdhën në këmbë të paktën tri mëngjese. Katër "
                        "shkolla e kanë arritur tashmë synimin e tyre."
                    ),
                },
            },
            {
                "date": {"days": -11},
                "paint": "saffron",
                "title": {"en": "Two hundred obstacles fewer", "sq": "Dyqind pengesa më pak"},
                "text": {
                    "en": (
                        "The most common was a car on the crossing. Bollards stand at nineteen "
                        "corners since Monday."
                    ),
                    "sq": (
                        "Më e shpeshta ishte një makinë mbi vijat e bardha. Që nga e hëna në "
                        "nëntëmbëdhjetë qoshe ka shtylla."
                    ),
                },
            },
            {
                "date": {"days": -24},
                "paint": "lime",
                "title": {"en": "The campaign opens", "sq": "Hapet fushata"},
                "text": {
                    "en": "Twenty-six schools begin on the same morning with one route each.",
                    "sq": (
                        "Njëzet e gjashtë shkolla nisin në të njëjtin mëngjes, me nga një rrugë "
                        "secila."
                    ),
                },
            },
        ),
    },
    {
        "key": "hands-for-the-lana",
        "slug": {"en": "hands-for-the-lana", "sq": "duar-per-lanen"},
        "title": {"en": "Hands for the Lana", "sq": "Duar për Lanën"},
        "summary": {
            "en": (
                "Six Saturdays, six stretches of the river: residents, classes and firms clear the "
                "banks of the Lana, count what they find and plant what holds the soil."
            ),
            "sq": (
                "Gjashtë të shtuna, gjashtë pjesë të lumit: banorë, klasa e firma pastrojnë "
                "brigjet e Lanës, numërojnë çfarë gjejnë dhe mbjellin atë që e mban dheun."
            ),
        },
        "seo_description": {
            "en": (
                "Hands for the Lana: six Saturdays to clear, count and plant along the river of "
                "Tirana. See the stretches and tell us you come."
            ),
            "sq": (
                "Duar për Lanën: gjashtë të shtuna për të pastruar, numëruar e mbjellë gjatë lumit "
                "të Tiranës. Shihni pjesët dhe na lajmëroni."
            ),
        },
        "starts": {"days": 30, "weekday": 6},
        "ends": {"days": 65, "weekday": 6},
        "highlight": {"days": 30, "weekday": 6},
        "paint": "blue",
        "drawing": "tile-community",
        "topics": ("environment", "health"),
        "contact": "parks",
        "picture": {
            "picture": "river",
            "alt": {
                "en": (
                    "The Lana between green banks; painted blocks stand mirrored in the calm water."
                ),
                "sq": "Lana mes brigjeve të gjelbra; pallatet e lyera pasqyrohen në ujin e qetë.",
            },
        },
        "why": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The Lana comes clear from the slopes of Dajti and crosses the whole "
                        "city. What it carries when it leaves is what we gave it on the way. "
                        "Machines keep the channel open; they can’t reach between the stones, and "
                        "they don’t ask where a bottle came from.</p>"
                        "<p>Hands can do both. On six Saturdays everyone who likes to may help to "
                        "clear one stretch of bank. Whatever is found is sorted and counted on the "
                        "spot, because a number persuades more people than a photograph.</p>"
                    ),
                ),
                ("heading", "Clear, count, plant"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>Clear</b> from 9:00, in groups of eight with a guide from the "
                        "parks service.</li>"
                        "<li><b>Count</b> at 11:30, on long tables: plastic, glass, metal, "
                        "textile, surprises.</li>"
                        "<li><b>Plant</b> until 13:00: willow cuttings and sedges, which hold the "
                        "bank better than concrete.</li></ol>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "A river can’t vote and can’t complain. It only shows us what we are "
                            "like."
                        ),
                        "attribution": "Water engineer",
                        "role": "Parks service",
                    },
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Lana vjen e kthjellët nga shpatet e Dajtit dhe e përshkon gjithë "
                        "qytetin. Ajo që mban kur del është ajo që i dhamë ne rrugës. Makineritë e "
                        "mbajnë shtratin të hapur; mes gurëve nuk hyjnë dot dhe nuk pyesin nga "
                        "erdhi një shishe.</p>"
                        "<p>Duart i bëjnë të dyja. Në gjashtë të shtuna kushdo që dëshiron mund të "
                        "ndihmojë për të pastruar një pjesë të bregut. Çfarë gjendet ndahet e "
                        "numërohet aty për aty, sepse një numër bind më shumë njerëz se një "
                        "fotografi.</p>"
                    ),
                ),
                ("heading", "Pastrojmë, numërojmë, mbjellim"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>Pastrojmë</b> nga ora 9:00, në grupe prej tetë vetash me një "
                        "udhërrëfyes të shërbimit të parqeve.</li>"
                        "<li><b>Numërojmë</b> në orën 11:30, mbi tavolina të gjata: plastikë, "
                        "qelq, metal, tekstil, të papritura.</li>"
                        "<li><b>Mbjellim</b> deri në orën 13:00: kalema shelgu dhe xunkth, që e "
                        "mbajnë bregun më mirë se betoni.</li></ol>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": "Lumi as voton, as ankohet. Vetëm na tregon si jemi.",
                        "attribution": "Inxhinier i ujërave",
                        "role": "Shërbimi i parqeve",
                    },
                ),
            ),
        },
        "can_do": (
            {
                "title": {"en": "Come on one Saturday", "sq": "Ejani një të shtunë"},
                "text": {
                    "en": (
                        "Bring boots and a bottle of water. Gloves, bags, tools and soup are there."
                    ),
                    "sq": (
                        "Sillni çizme dhe një shishe ujë. Dorezat, thasët, veglat dhe supa janë "
                        "aty."
                    ),
                },
            },
            {
                "title": {
                    "en": "Bring your class or your team",
                    "sq": "Sillni klasën a ekipin tuaj",
                },
                "text": {
                    "en": (
                        "Groups of up to forty get a stretch of their own and a guide. Tell us two "
                        "weeks ahead."
                    ),
                    "sq": (
                        "Grupet deri në dyzet veta marrin një pjesë të tyren dhe një udhërrëfyes. "
                        "Na lajmëroni dy javë përpara."
                    ),
                },
            },
            {
                "title": {"en": "Keep your grate free", "sq": "Mbajeni pusetën të lirë"},
                "text": {
                    "en": (
                        "What falls through the grate in your street is in the Lana after the next "
                        "rain. Sweep once a week, and never pour anything in."
                    ),
                    "sq": (
                        "Ajo që bie në pusetën e rrugës suaj, pas shiut të parë është në Lanë. "
                        "Fshini një herë në javë dhe mos derdhni kurrë asgjë brenda."
                    ),
                },
            },
        ),
        "action": {
            "kind": "follow",
            "label": {"en": "Tell me when it opens", "sq": "Më njofto kur të hapet"},
            "long_label": {
                "en": "Stay informed about Hands for the Lana",
                "sq": "Qëndro i informuar për Duar për Lanën",
            },
            "page": "stay-informed",
            "fragment": "",
            "intro": {
                "en": "The list of stretches and guides opens on the first day of the campaign.",
                "sq": "Lista e pjesëve dhe e udhërrëfyesve hapet ditën e parë të fushatës.",
            },
            "points": (
                {
                    "en": "Follow by calendar, feed or e-mail",
                    "sq": "Ndiqeni me kalendar, kanal RSS ose e-mail",
                },
                {"en": "No account needed", "sq": "Nuk duhet llogari"},
            ),
        },
        "goal": {
            "number": 3000,
            "reached": 0,
            "unit": {"en": "hours of help", "sq": "orë ndihmë"},
            "text": {
                "en": (
                    "Six Saturdays with a hundred and twenty-five people for four hours each: that "
                    "is the whole sum."
                ),
                "sq": (
                    "Gjashtë të shtuna me nga njëqind e njëzet e pesë veta për katër orë: kjo "
                    "është e gjithë llogaria."
                ),
            },
            "figures": (
                {"value": 6, "label": {"en": "stretches of the river", "sq": "pjesë të lumit"}},
                {"value": 7, "label": {"en": "kilometres of bank", "sq": "kilometra breg"}},
            ),
        },
        "results": None,
        "faq": (
            {
                "question": {"en": "Is it dangerous?", "sq": "A është e rrezikshme?"},
                "answer": {
                    "en": (
                        "<p>Not on the stretches we open. Nobody goes into the water, guides carry "
                        "first aid, and after heavy rain the day is put off.</p>"
                    ),
                    "sq": (
                        "<p>Jo në pjesët që hapim. Askush nuk hyn në ujë, udhërrëfyesit kanë "
                        "ndihmën e parë dhe pas shirave të dendur dita shtyhet.</p>"
                    ),
                },
            },
            {
                "question": {"en": "May children come?", "sq": "A mund të vijnë fëmijë?"},
                "answer": {
                    "en": (
                        "<p>From eight years with an adult. For younger ones there is the counting "
                        "table and a place to draw what was found.</p>"
                    ),
                    "sq": (
                        "<p>Nga tetë vjeç me një të rritur. Për më të vegjlit ka tavolinën e "
                        "numërimit dhe një vend për të vizatuar çfarë u gjet.</p>"
                    ),
                },
            },
            {
                "question": {"en": "What becomes of the waste?", "sq": "Ç’bëhet me mbetjet?"},
                "answer": {
                    "en": (
                        "<p>It is weighed and sorted; metal, glass and clean plastic are recycled. "
                        "The figures of each Saturday appear here on Monday.</p>"
                    ),
                    "sq": (
                        "<p>Peshohen e ndahen; metali, qelqi dhe plastika e pastër riciklohen. "
                        "Shifrat e çdo të shtune dalin këtu të hënën.</p>"
                    ),
                },
            },
            {
                "question": {
                    "en": "I can’t bend or lift. Can I still help?",
                    "sq": "Nuk përkulem dhe nuk ngre dot pesha. A mund të ndihmoj?",
                },
                "answer": {
                    "en": (
                        "<p>Certainly. Counting, writing, pouring tea and telling the story of the "
                        "river are done sitting down. The tables stand on firm ground without "
                        "steps.</p>"
                    ),
                    "sq": (
                        "<p>Patjetër. Numërimi, shënimet, shërbimi i çajit dhe rrëfimi i historisë "
                        "së lumit bëhen ulur. Tavolinat janë në tokë të fortë, pa shkallë.</p>"
                    ),
                },
            },
        ),
        "partners": ("lana", "rinia", "zana", "agora"),
        "sources": (
            {
                "url": "https://www.unep.org/topics/ocean-seas-and-coasts",
                "title": {
                    "en": "Rivers, seas and coasts, United Nations Environment Programme",
                    "sq": (
                        "Lumenj, dete e brigje, Programi i Kombeve të Bashkuara për Mjedisin (në "
                        "anglisht)"
                    ),
                },
            },
        ),
        "updates": (
            {
                "date": {"days": -2},
                "paint": "blue",
                "title": {"en": "Six stretches chosen", "sq": "U zgjodhën gjashtë pjesët"},
                "text": {
                    "en": (
                        "From the third bridge to the edge of the city. The parks service has "
                        "checked access, soil and pipes."
                    ),
                    "sq": (
                        "Nga ura e tretë deri në skaj të qytetit. Shërbimi i parqeve ka "
                        "kontrolluar hyrjet, tokën dhe tubat."
                    ),
                },
            },
        ),
    },
)
