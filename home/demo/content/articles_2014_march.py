"""News of March 2014: three headlines of that year's portal, and the parking bays."""

MARCH_2014 = (
    {
        "key": "cleaning-national-roads",
        "slug": {
            "en": "the-third-phase-of-cleaning-action-for-national-roads",
            "sq": "faza-e-trete-e-aksionit-te-pastrimit-te-rrugeve-kombetare",
        },
        "title": {
            "en": "The third phase of cleaning action for national roads.",
            "sq": "Faza e tretë e aksionit të pastrimit të rrugëve kombëtare.",
        },
        "summary": {
            "en": (
                "Verges, ditches and junctions on the roads into Tirana are cleared from 1 to 12 "
                "April. Where to expect delays, and how a quarter can order containers for its own "
                "side."
            ),
            "sq": (
                "Anët, kanalet dhe kryqëzimet në rrugët që hyjnë në Tiranë pastrohen nga 1 deri më "
                "12 prill. Ku priten vonesa dhe si mund të porosisë kontejnerë një lagje."
            ),
        },
        "lead": {
            "en": (
                "After the motorways and the coast road, the third phase reaches the last "
                "kilometres before the capital: the ones that everyone sees and that, until now, "
                "belonged to no one."
            ),
            "sq": (
                "Pas autostradave dhe rrugës së bregdetit, faza e tretë arrin te kilometrat e "
                "fundit para kryeqytetit: ata që i shohin të gjithë e që deri tani nuk i kishte në "
                "dorë askush."
            ),
        },
        "date": "2014-03-31",
        "topics": ("transport", "environment"),
        "authors": ("arben-lleshi",),
        "contact": "works",
        "picture": {
            "picture": "crossing",
            "alt": {
                "en": (
                    "A wide junction from above, with cars waiting on four sides and people on the "
                    "zebra crossings."
                ),
                "sq": (
                    "Një kryqëzim i gjerë nga lart, me makina që presin nga të katër anët dhe "
                    "njerëz në vijat e bardha."
                ),
            },
            "caption": {
                "en": "Junctions are cleaned between 21:00 and 5:00, when traffic is low.",
                "sq": "Kryqëzimet pastrohen nga ora 21:00 deri në 5:00, kur ka pak trafik.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The national action to clean the roads began last autumn with the "
                        "motorways. The second phase followed the coast. In the third, from 1 to "
                        "12 April, crews of the road authority, the municipalities and volunteers "
                        "work on the roads that lead into the large cities. In Tirana these are "
                        "four approaches with sixty-one kilometres of verge.</p>"
                    ),
                ),
                ("heading", "Where and when"),
                (
                    "table",
                    {
                        "caption": "Sections, dates and effects on traffic",
                        "header": ["Section", "Dates", "Traffic"],
                        "rows": [
                            [
                                "Tirana–Durrës, city limit to Kashar",
                                "1 to 4 April",
                                "Right lane closed from 21:00 to 5:00",
                            ],
                            [
                                "Tirana–Elbasan, the old road",
                                "2 to 6 April",
                                "One lane, traffic lights",
                            ],
                            ["Road to the airport", "5 to 8 April", "No closure; 60 km/h"],
                            ["Ring road, north side", "8 to 12 April", "Bus lane open throughout"],
                        ],
                    },
                ),
                ("heading", "What has been found so far"),
                (
                    "paragraph",
                    (
                        "<p>In the first two phases 4,100 tonnes of waste were taken away. Half of "
                        "it was rubble from building sites, a third packaging, the rest tyres, "
                        "furniture and green waste. One car in ten throws something out of the "
                        "window, a count at two exits showed. The other nine drive on the same "
                        "road.</p>"
                        "<p>Rubble is the costly part. Whoever is caught dumping it now pays for "
                        "its removal as well as the fine, and the lorry is kept until both are "
                        "paid. Building permits in the city ask for a receipt from the landfill "
                        "since January.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "You can clean a road in one night. Keeping it clean is done by the "
                            "people who don’t throw."
                        ),
                        "attribution": "Shift leader of the cleaning crews",
                        "role": "Directorate of public works",
                    },
                ),
                ("heading", "A container for your street"),
                (
                    "paragraph",
                    (
                        "<p>While the crews are near, any quarter along the four roads can order a "
                        "container for its own side street, for old furniture and green waste, not "
                        "for rubble. It costs nothing.</p>"
                        "<ol><li>Find five households who want it.</li>"
                        "<li>Send a name, a telephone number and the place through the <a "
                        'href="page:contact">contact page</a> by 5 April.</li>'
                        "<li>Fill it on the agreed day; it leaves the next morning at "
                        "7:00.</li></ol>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "river",
                        "alt": "The Lana with calm water between green banks and painted blocks.",
                        "caption": (
                            "What lies in the ditches after the first rain lies in the Lana after "
                            "the second."
                        ),
                    },
                ),
                ("heading", "And afterwards"),
                (
                    "paragraph",
                    (
                        "<p>Every section gets a name on a sign: that of the unit which keeps it "
                        "clean, with a number to call. The times of sweeping are on the <a "
                        'href="page:news">news pages</a>, and photographs from 13 April will show '
                        "the same places two weeks later, whatever they look like.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Aksioni kombëtar i pastrimit të rrugëve nisi vjeshtën e kaluar me "
                        "autostradat. Faza e dytë ndoqi bregdetin. Në të tretën, nga 1 deri më 12 "
                        "prill, skuadrat e autoritetit rrugor, të bashkive dhe vullnetarët punojnë "
                        "në rrugët që hyjnë në qytetet e mëdha. Në Tiranë janë katër hyrje me "
                        "gjashtëdhjetë e një kilometra anë rruge.</p>"
                    ),
                ),
                ("heading", "Ku dhe kur"),
                (
                    "table",
                    {
                        "caption": "Segmentet, datat dhe ndikimi në trafik",
                        "header": ["Segmenti", "Datat", "Trafiku"],
                        "rows": [
                            [
                                "Tiranë–Durrës, nga kufiri i qytetit deri në Kashar",
                                "1–4 prill",
                                "Korsia e djathtë e mbyllur, ora 21:00–5:00",
                            ],
                            [
                                "Tiranë–Elbasan, rruga e vjetër",
                                "2–6 prill",
                                "Një korsi, me semaforë",
                            ],
                            ["Rruga e aeroportit", "5–8 prill", "Pa mbyllje; 60 km/orë"],
                            [
                                "Unaza, ana veriore",
                                "8–12 prill",
                                "Korsia e autobusit gjithmonë e hapur",
                            ],
                        ],
                    },
                ),
                ("heading", "Çfarë është gjetur deri tani"),
                (
                    "paragraph",
                    (
                        "<p>Në dy fazat e para u hoqën 4.100 tonë mbetje. Gjysma ishin inerte nga "
                        "kantieret e ndërtimit, një e treta ambalazhe, pjesa tjetër goma, mobilie "
                        "dhe mbetje të gjelbra. Një numërim në dy dalje tregoi se një makinë në "
                        "dhjetë hedh diçka nga dritarja. Nëntë të tjerat udhëtojnë në të njëjtën "
                        "rrugë.</p>"
                        "<p>Inertet janë pjesa që kushton. Kush kapet duke i derdhur paguan tani "
                        "edhe heqjen e tyre, përveç gjobës, dhe kamioni mbahet derisa të paguhen "
                        "të dyja. Që nga janari, lejet e ndërtimit në qytet kërkojnë një vërtetim "
                        "nga vendi i depozitimit.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Një rrugë mund ta pastrosh për një natë. Të pastër e mbajnë ata që "
                            "nuk hedhin."
                        ),
                        "attribution": "Përgjegjës turni i skuadrave të pastrimit",
                        "role": "Drejtoria e punëve publike",
                    },
                ),
                ("heading", "Një kontejner për rrugën tuaj"),
                (
                    "paragraph",
                    (
                        "<p>Sa kohë skuadrat janë pranë, çdo lagje përgjatë katër rrugëve mund të "
                        "porosisë një kontejner për rrugicën e vet, për mobilie të vjetra e mbetje "
                        "të gjelbra, por jo për inerte. Nuk kushton asgjë.</p>"
                        "<ol><li>Gjeni pesë familje që e duan.</li>"
                        "<li>Dërgoni një emër, një numër telefoni dhe vendin te <a "
                        'href="page:contact">faqja e kontaktit</a> deri më 5 prill.</li>'
                        "<li>Mbusheni ditën e caktuar; të nesërmen në orën 7:00 hiqet.</li></ol>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "river",
                        "alt": (
                            "Lana me ujë të qetë mes brigjeve të gjelbra dhe pallateve të lyera."
                        ),
                        "caption": (
                            "Ajo që pas shiut të parë është në kanale, pas të dytit është në Lanë."
                        ),
                    },
                ),
                ("heading", "E më pas"),
                (
                    "paragraph",
                    (
                        "<p>Çdo segment merr një emër në tabelë: atë të njësisë që e mban pastër, "
                        "me një numër telefoni. Oraret e fshirjes janë te <a "
                        'href="page:news">faqet e lajmeve</a> dhe fotografitë e 13 prillit do t’i '
                        "tregojnë të njëjtat vende dy javë më vonë, si të jenë.</p>"
                    ),
                ),
            ),
        },
        "related": ("mother-earth-day-2014", "mining-permits", "parking-bays"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "Road cleaning around Tirana, 1 to 12 April 2014: sections, dates, traffic and "
                "free containers for side streets."
            ),
            "sq": (
                "Pastrimi i rrugëve rreth Tiranës, 1–12 prill 2014: segmentet, datat, trafiku dhe "
                "kontejnerë falas për rrugicat."
            ),
        },
    },
    {
        "key": "medicine-prices",
        "slug": {
            "en": "drugs-with-more-favorable-prices-to-the-public",
            "sq": "barna-me-cmime-me-te-favorshme-per-publikun",
        },
        "title": {
            "en": "Drugs with more favorable prices to the public.",
            "sq": "Barna me çmime më të favorshme për publikun.",
        },
        "summary": {
            "en": (
                "New price lists make many common medicines cheaper. How to read the label, ask "
                "for the equivalent and check that the pharmacy charges the right sum."
            ),
            "sq": (
                "Listat e reja i ulin çmimet e shumë barnave të zakonshme. Si lexohet etiketa, si "
                "kërkohet bari i barasvlershëm dhe si kontrollohet nëse farmacia merr shumën e "
                "duhur."
            ),
        },
        "lead": {
            "en": (
                "The same pill, two boxes, two prices. With the new lists in force, the question "
                "at the counter may be the most useful one of the week: is there an equivalent "
                "that costs less?"
            ),
            "sq": (
                "E njëjta hape, dy kuti, dy çmime. Me hyrjen në fuqi të listave të reja, pyetja në "
                "banak mund të jetë më e dobishmja e javës: a ka një të barasvlershme që kushton "
                "më pak?"
            ),
        },
        "date": "2014-03-27",
        "topics": ("health", "economy"),
        "authors": ("teuta-marku",),
        "contact": "consumer",
        "picture": {
            "picture": "square",
            "alt": {
                "en": (
                    "Many people cross a square paved in a great round pattern of rose, yellow and "
                    "white."
                ),
                "sq": (
                    "Shumë njerëz kalojnë një shesh të shtruar me një motiv të madh rrethor në "
                    "rozë, të verdhë e të bardhë."
                ),
            },
            "caption": {
                "en": (
                    "Health days on the square: blood pressure, sugar and advice on medicines, "
                    "free of charge."
                ),
                "sq": "Ditë shëndeti në shesh: tensioni, sheqeri dhe këshilla për barnat, falas.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The price of a medicine in Albania is made of three parts: what the "
                        "maker asks, what the wholesaler adds and what the pharmacy adds. The two "
                        "additions have an upper limit set by the state. The new lists lower the "
                        "first part by comparing it with prices in neighbouring countries, and so "
                        "the whole becomes cheaper.</p>"
                        "<p>For people who take the same pill every day of the year, the "
                        "difference is worth knowing. A city pharmacist has gone through the list "
                        "for the ten illnesses that occur most in Tirana.</p>"
                    ),
                ),
                (
                    "table",
                    {
                        "caption": (
                            "Examples for a month of treatment (in lekë; rounded, as an "
                            "orientation)"
                        ),
                        "header": ["For", "Known brand", "Equivalent on the list"],
                        "rows": [
                            ["High blood pressure", "1,150", "640"],
                            ["Diabetes, tablets", "980", "520"],
                            ["Stomach acid", "1,400", "710"],
                            ["Cholesterol", "2,300", "1,180"],
                        ],
                    },
                ),
                ("heading", "Three questions at the counter"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>Is there an equivalent?</b> It has the same active substance "
                        "in the same amount. The name of the substance stands in small letters "
                        "under the name of the brand.</li>"
                        "<li><b>Is it refunded?</b> With a prescription from your family doctor "
                        "the health insurance pays a part, for some groups all of it.</li>"
                        "<li><b>Is this the price on the list?</b> The list must be on display in "
                        "every pharmacy. The price is also printed on the box.</li></ol>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Don’t stop a treatment because of its price, and don’t change it by "
                            "yourself. Ask first; the answer is free."
                        ),
                        "attribution": "City pharmacist",
                        "role": "Directorate of health, Tirana",
                    },
                ),
                ("heading", "If the price is wrong"),
                (
                    "paragraph",
                    (
                        "<p>Keep the receipt and the box. Show both at the <a "
                        'href="page:consumer-protection">consumer desk</a> or send a photograph '
                        'through the <a href="page:contact">contact page</a>. The desk passes it '
                        "to the drug agency the same day. In February there were twelve such "
                        "reports; in nine of them the buyer got the difference back.</p>"
                    ),
                ),
                ("heading", "Pharmacies open at night"),
                (
                    "paragraph",
                    (
                        "<p>Each of the city’s units has at least one pharmacy on duty at night "
                        "and on holidays. The list hangs on every pharmacy door and changes on "
                        "Mondays. Those who can’t leave their home may ask for the pharmacy’s "
                        "delivery; it costs no more than a bus ticket for people over seventy.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Health days in April",
                        "items": [
                            {
                                "label": "Place",
                                "value": "Skanderbeg Square, tents on the north side",
                            },
                            {"label": "Days", "value": "5 and 6 April, 9:00 to 14:00"},
                            {
                                "label": "Free of charge",
                                "value": "Blood pressure, blood sugar, check of your medicines",
                            },
                            {
                                "label": "Bring",
                                "value": "All the boxes you take from, even half-empty ones",
                            },
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>The pharmacist’s table is also there in English, Italian and Greek. "
                        "Sign language is interpreted on both days from 10:00 to 12:00. Old and "
                        "expired medicines can be handed in: they don’t belong in the bin, still "
                        "less in the Lana.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Çmimi i një bari në Shqipëri ka tri pjesë: çfarë kërkon prodhuesi, "
                        "çfarë shton shumica dhe çfarë shton farmacia. Dy shtesat kanë një kufi të "
                        "sipërm të vënë nga shteti. Listat e reja e ulin pjesën e parë duke e "
                        "krahasuar me çmimet në vendet fqinje dhe kështu ulet i gjithë çmimi.</p>"
                        "<p>Për ata që marrin të njëjtën hape çdo ditë të vitit, ndryshimi ia vlen "
                        "të dihet. Një farmaciste e qytetit e ka parë listën për dhjetë sëmundjet "
                        "më të shpeshta në Tiranë.</p>"
                    ),
                ),
                (
                    "table",
                    {
                        "caption": (
                            "Shembuj për një muaj mjekim (në lekë; të rrumbullakuara, për orientim)"
                        ),
                        "header": ["Për", "Marka e njohur", "I barasvlershmi në listë"],
                        "rows": [
                            ["Tension të lartë", "1.150", "640"],
                            ["Diabet, tableta", "980", "520"],
                            ["Aciditet të stomakut", "1.400", "710"],
                            ["Kolesterol", "2.300", "1.180"],
                        ],
                    },
                ),
                ("heading", "Tri pyetje në banak"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>A ka një të barasvlershëm?</b> Ai ka të njëjtën lëndë "
                        "vepruese, në të njëjtën sasi. Emri i lëndës shkruhet me shkronja të vogla "
                        "nën emrin e markës.</li>"
                        "<li><b>A rimbursohet?</b> Me recetën e mjekut të familjes sigurimi "
                        "shëndetësor paguan një pjesë, për disa grupe të gjithën.</li>"
                        "<li><b>A është ky çmimi i listës?</b> Lista duhet të jetë e ekspozuar në "
                        "çdo farmaci. Çmimi është i shtypur edhe mbi kuti.</li></ol>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Mos e ndërprisni mjekimin për shkak të çmimit dhe mos e ndryshoni "
                            "vetë. Pyesni më parë; përgjigjja është falas."
                        ),
                        "attribution": "Farmaciste e qytetit",
                        "role": "Drejtoria e shëndetësisë, Tiranë",
                    },
                ),
                ("heading", "Nëse çmimi është i gabuar"),
                (
                    "paragraph",
                    (
                        "<p>Ruani kuponin dhe kutinë. Tregojini të dyja te <a "
                        'href="page:consumer-protection">sporteli i konsumatorit</a> ose dërgoni '
                        'një fotografi te <a href="page:contact">faqja e kontaktit</a>. Sporteli '
                        "ia përcjell agjencisë së barnave po atë ditë. Në shkurt pati dymbëdhjetë "
                        "njoftime të tilla; në nëntë prej tyre blerësit iu kthye diferenca.</p>"
                    ),
                ),
                ("heading", "Farmacitë e hapura natën"),
                (
                    "paragraph",
                    (
                        "<p>Çdo njësi e qytetit ka të paktën një farmaci roje natën dhe në festa. "
                        "Lista është në derën e çdo farmacie dhe ndryshon të hënave. Kush nuk del "
                        "dot nga shtëpia, mund ta kërkojë barin me dorëzim; për ata mbi "
                        "shtatëdhjetë vjeç nuk kushton më shumë se një biletë autobusi.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Ditë shëndeti në prill",
                        "items": [
                            {
                                "label": "Vendi",
                                "value": "Sheshi Skënderbej, tendat në anën veriore",
                            },
                            {"label": "Ditët", "value": "5 dhe 6 prill, ora 9:00–14:00"},
                            {
                                "label": "Falas",
                                "value": "Matje tensioni e sheqeri, kontroll i barnave që merrni",
                            },
                            {
                                "label": "Sillni",
                                "value": "Të gjitha kutitë që përdorni, edhe ato gjysmë bosh",
                            },
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Tabela e farmacistes gjendet atje edhe në anglisht, italisht e "
                        "greqisht. Në të dyja ditët ka përkthim në gjuhën e shenjave, ora "
                        "10:00–12:00. Barnat e vjetra e të skaduara mund t’i dorëzoni: nuk e kanë "
                        "vendin në kosh, e aq më pak në Lanë.</p>"
                    ),
                ),
            ),
        },
        "related": ("consumer-protection",),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "Cheaper medicines under the new price lists: what to ask at the pharmacy and what "
                "to do when the price is wrong."
            ),
            "sq": (
                "Barna më të lira me listat e reja të çmimeve: çfarë të pyesni në farmaci dhe ç’të "
                "bëni kur çmimi është i gabuar."
            ),
        },
    },
    {
        "key": "youth-new-knowledge",
        "slug": {
            "en": "integrating-incomplete-without-youth-investing-in-new-knowledge",
            "sq": "integrim-i-paplote-pa-te-rinjte-qe-investojne-ne-dije-te-reja",
        },
        "title": {
            "en": "Integrating incomplete without youth investing in new knowledge.",
            "sq": "Integrim i paplotë pa të rinjtë që investojnë në dije të reja.",
        },
        "summary": {
            "en": (
                "European integration is decided in classrooms as much as in ministries. What "
                "young people asked for at the city forum, and the four things that begin this "
                "spring."
            ),
            "sq": (
                "Integrimi evropian vendoset në klasa po aq sa në ministri. Çfarë kërkuan të "
                "rinjtë në forumin e qytetit dhe katër gjërat që nisin këtë pranverë."
            ),
        },
        "lead": {
            "en": (
                "Three hundred pupils, students and apprentices spent a Saturday with the people "
                "who plan their city. Their conclusion gave this article its title."
            ),
            "sq": (
                "Treqind nxënës, studentë e praktikantë kaluan një të shtunë me ata që "
                "planifikojnë qytetin e tyre. Përfundimi i tyre i dha titullin këtij artikulli."
            ),
        },
        "date": "2014-03-24",
        "topics": ("education", "government"),
        "authors": ("dorian-hysa", "mirela-kodra"),
        "contact": "schools",
        "picture": {
            "picture": "boulevard",
            "alt": {
                "en": (
                    "The boulevard from above, trees on both sides, painted blocks to the left and "
                    "right, mountains in the haze."
                ),
                "sq": (
                    "Bulevardi nga lart, pemë në të dyja anët, pallate të lyera majtas e djathtas, "
                    "male në vegim."
                ),
            },
            "caption": {
                "en": (
                    "From the university to the square it is a walk of twenty minutes. In planning "
                    "it has taken longer."
                ),
                "sq": (
                    "Nga universiteti te sheshi janë njëzet minuta në këmbë. Në planifikim rruga "
                    "ka qenë më e gjatë."
                ),
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The forum was called “Integration begins at the desk”. It had no panel "
                        "and no stage: thirty round tables, ten chairs each, one planner, teacher "
                        "or employer per table and nine people between fifteen and twenty-five. "
                        "Every forty minutes a bell rang and the young people stayed while the "
                        "experts moved on.</p>"
                        "<p>By evening 412 proposals hung on the walls. The participants sorted "
                        "them themselves, threw out what nobody in the room could do anything "
                        "about, and voted on the rest.</p>"
                    ),
                ),
                ("heading", "What they asked for"),
                (
                    "table",
                    {
                        "caption": "The five proposals with most votes",
                        "header": ["Proposal", "Votes", "Answer of the city"],
                        "rows": [
                            [
                                "Libraries open until midnight before examinations",
                                "241",
                                "Yes, from 12 May, two libraries",
                            ],
                            [
                                "Free internet where people wait: stops, health centres",
                                "198",
                                "Yes, twenty stops in 2014",
                            ],
                            [
                                "A place to try out tools before choosing a school",
                                "176",
                                "Yes, open workshops every month",
                            ],
                            [
                                "Lessons in how a budget is made",
                                "163",
                                "Yes, with the budget of 2015",
                            ],
                            [
                                "A seat for young people in the council",
                                "155",
                                "Needs a law; forwarded to parliament",
                            ],
                        ],
                    },
                ),
                ("heading", "Why knowledge is a matter of integration"),
                (
                    "paragraph",
                    (
                        "<p>Joining Europe means taking over thousands of pages of rules, about "
                        "drinking water, about lifts, about data. Someone has to understand them, "
                        "apply them and, now and then, disagree with them with good reasons. Those "
                        "who will do so in ten years are at school today.</p>"
                        "<p>In the city one young person in four is neither in work nor in "
                        "education. No negotiation chapter closes that gap. A night school can, "
                        "and a library, and an employer who takes a risk.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "You keep telling us that we are the future. We would like to be "
                            "consulted about the present."
                        ),
                        "attribution": "Pupil, seventeen years old",
                        "role": "Spokeswoman of table 12",
                    },
                ),
                ("heading", "Four things that begin now"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>Late libraries.</b> Two reading rooms stay open until 24:00 "
                        "from 12 May to 4 July, with a bus home at half past.</li>"
                        "<li><b>Code evenings.</b> Agora Lab teaches programming on Wednesdays; "
                        "computers can be borrowed for the week.</li>"
                        "<li><b>Language tandem.</b> Students from abroad and pupils from Tirana "
                        "meet at the library and exchange an hour of each language.</li>"
                        "<li><b>Budget class.</b> Ten schools each decide on 300,000 lekë for "
                        "their own yard, from the idea to the invoice.</li></ul>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "square",
                        "alt": (
                            "People in small groups on a square with a great round pattern in the "
                            "paving."
                        ),
                        "caption": (
                            "The proposals were read out on the square, in the order in which they "
                            "had been chosen."
                        ),
                    },
                ),
                ("heading", "A year later"),
                (
                    "paragraph",
                    (
                        "<p>The forum meets again in March 2015. It begins with a list: what was "
                        "promised, what was done, and who explains the difference. The table of "
                        "answers above stays on this page and is brought up to date until then. "
                        'Those who want to help prepare it can <a href="page:community">join the '
                        'community</a> or write to the <a href="page:contact">schools team</a>. '
                        'Also of interest: <a href="page:vocational-education">training places for '
                        "the autumn</a>.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Forumi quhej “Integrimi nis në bankë”. Nuk kishte panel e as skenë: "
                        "tridhjetë tavolina të rrumbullakëta me nga dhjetë karrige, një "
                        "planifikues, mësues a punëdhënës në çdo tavolinë dhe nëntë veta nga "
                        "pesëmbëdhjetë deri në njëzet e pesë vjeç. Çdo dyzet minuta binte zilja: "
                        "të rinjtë rrinin, ekspertët lëviznin.</p>"
                        "<p>Në mbrëmje në mure vareshin 412 propozime. Pjesëmarrësit i radhitën "
                        "vetë, hoqën ato për të cilat askush në sallë nuk mund të bënte gjë dhe "
                        "votuan për të tjerat.</p>"
                    ),
                ),
                ("heading", "Çfarë kërkuan"),
                (
                    "table",
                    {
                        "caption": "Pesë propozimet me më shumë vota",
                        "header": ["Propozimi", "Vota", "Përgjigjja e qytetit"],
                        "rows": [
                            [
                                "Biblioteka të hapura deri në mesnatë para provimeve",
                                "241",
                                "Po, nga 12 maji, dy biblioteka",
                            ],
                            [
                                "Internet falas ku njerëzit presin: stacione, qendra shëndetësore",
                                "198",
                                "Po, njëzet stacione në vitin 2014",
                            ],
                            [
                                "Një vend për t’i provuar veglat para se të zgjidhet shkolla",
                                "176",
                                "Po, punishte të hapura çdo muaj",
                            ],
                            [
                                "Mësime për mënyrën si bëhet një buxhet",
                                "163",
                                "Po, me buxhetin e vitit 2015",
                            ],
                            [
                                "Një vend për të rinjtë në këshillin bashkiak",
                                "155",
                                "Kërkon ligj; iu përcoll Kuvendit",
                            ],
                        ],
                    },
                ),
                ("heading", "Pse dija është çështje integrimi"),
                (
                    "paragraph",
                    (
                        "<p>Të hysh në Evropë do të thotë të marrësh përsipër mijëra faqe "
                        "rregullash, për ujin e pijshëm, për ashensorët, për të dhënat. Dikush "
                        "duhet t’i kuptojë, t’i zbatojë dhe herë pas here t’i kundërshtojë me "
                        "arsye të mira. Ata që do ta bëjnë këtë pas dhjetë vjetësh sot janë në "
                        "shkollë.</p>"
                        "<p>Në qytet një i ri në katër as punon, as mëson. Asnjë kapitull "
                        "negociatash nuk e mbyll këtë hendek. E mbyll një shkollë nate, një "
                        "bibliotekë, një punëdhënës që merr përsipër një rrezik.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Na thoni vazhdimisht se jemi e ardhmja. Do të donim të na pyesnit për "
                            "të tashmen."
                        ),
                        "attribution": "Nxënëse, shtatëmbëdhjetë vjeçe",
                        "role": "Zëdhënëse e tavolinës 12",
                    },
                ),
                ("heading", "Katër gjëra që nisin tani"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>Biblioteka deri vonë.</b> Dy salla leximi qëndrojnë hapur deri "
                        "në orën 24:00, nga 12 maji deri më 4 korrik, me autobus për në shtëpi "
                        "gjysmë ore më pas.</li>"
                        "<li><b>Mbrëmje programimi.</b> Agora Lab mëson programim të mërkurave; "
                        "kompjuterët mund të merren hua për javën.</li>"
                        "<li><b>Tandem gjuhësh.</b> Studentë nga jashtë dhe nxënës të Tiranës "
                        "takohen në bibliotekë dhe shkëmbejnë nga një orë të secilës gjuhë.</li>"
                        "<li><b>Klasa e buxhetit.</b> Dhjetë shkolla vendosin secila për 300.000 "
                        "lekë për oborrin e vet, nga ideja te fatura.</li></ul>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "square",
                        "alt": (
                            "Njerëz në grupe të vogla në një shesh me një motiv të madh rrethor në "
                            "shtrim."
                        ),
                        "caption": (
                            "Propozimet u lexuan në shesh, sipas radhës në të cilën ishin zgjedhur."
                        ),
                    },
                ),
                ("heading", "Pas një viti"),
                (
                    "paragraph",
                    (
                        "<p>Forumi mblidhet sërish në mars 2015. Nis me një listë: çfarë u "
                        "premtua, çfarë u bë dhe kush e shpjegon ndryshimin. Tabela e përgjigjeve "
                        "më sipër mbetet në këtë faqe dhe përditësohet deri atëherë. Kush dëshiron "
                        'të ndihmojë për ta përgatitur, mund të <a href="page:community">bëhet '
                        'pjesë e komunitetit</a> ose t’i shkruajë <a href="page:contact">ekipit të '
                        'shkollave</a>. Shihni edhe <a href="page:vocational-education">vendet '
                        "praktike për vjeshtën</a>.</p>"
                    ),
                ),
            ),
        },
        "related": ("vocational-education", "city-archives"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "What three hundred young people asked of their city, how the city answered, and "
                "four things that begin this spring."
            ),
            "sq": (
                "Çfarë i kërkuan treqind të rinj qytetit të tyre, si u përgjigj qyteti dhe katër "
                "gjërat që nisin këtë pranverë."
            ),
        },
    },
    {
        "key": "parking-bays",
        "slug": {
            "en": "parking-point-tirana-1200-bays-report-themselves",
            "sq": "parking-point-tirana-1200-vende-njoftojne-vete",
        },
        "title": {
            "en": "Parking Point Tirana: 1,200 bays report themselves",
            "sq": "Parking Point Tirana: 1.200 vende njoftojnë vetë",
        },
        "summary": {
            "en": (
                "The student project of 2013 has become a service: sensors in 1,200 parking bays "
                "say which one is free. Drivers search less, and buses gain two minutes."
            ),
            "sq": (
                "Projekti studentor i vitit 2013 është bërë shërbim: sensorët në 1.200 vende "
                "parkimi tregojnë cili është i lirë. Shoferët kërkojnë më pak dhe autobusët "
                "fitojnë dy minuta."
            ),
        },
        "lead": {
            "en": (
                "One car in four in the centre isn’t going anywhere: it is looking for a place. "
                "Since Monday it can ask."
            ),
            "sq": (
                "Një makinë në katër në qendër nuk po shkon askund: po kërkon vend. Që nga e hëna "
                "mund të pyesë."
            ),
        },
        "date": "2014-03-20",
        "topics": ("transport", "economy"),
        "authors": ("arben-lleshi",),
        "contact": "transport",
        "picture": {
            "picture": "parking",
            "alt": {
                "en": (
                    "A car park from above: slanting rows of bays, some taken by cars of many "
                    "colours, many empty."
                ),
                "sq": (
                    "Një vendparkim nga lart: radhë të pjerrëta vendesh, disa të zëna nga makina "
                    "me shumë ngjyra, shumë të lira."
                ),
            },
            "caption": {
                "en": "The test site of Parking Point, seen from a roof.",
                "sq": "Vendi i provës i Parking Point, i parë nga një çati.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>It began with four students, one magnet and a car park behind a "
                        "faculty. Their idea was shown at the Microsoft Albania Imagine Cup 2013: "
                        "a flat sensor, glued to the ground, that notices the iron of a car and "
                        "says so by radio. A year later 1,200 of them lie in the bays of nine "
                        "streets and three squares.</p>"
                    ),
                ),
                ("heading", "How it works"),
                (
                    "paragraph",
                    (
                        "<p>Each sensor knows two things, taken or free, and nothing else. It has "
                        "no camera and no microphone, it doesn’t read number plates and it can’t "
                        "tell one car from another. Every change is sent to a mast of Ura Telekom "
                        "and from there to the city’s server. A battery lasts about five years.</p>"
                        "<p>Drivers see the result in three ways: on signs at the entrances to the "
                        "centre, on a web page that needs no account, and as open data, which "
                        "anyone may build on.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Parking Point in figures",
                        "items": [
                            {"label": "Bays with a sensor", "value": "1,200"},
                            {"label": "Of these, for disabled drivers", "value": "64"},
                            {"label": "Average search before", "value": "11 minutes"},
                            {"label": "Average search in the first week", "value": "6 minutes"},
                            {"label": "Cost per bay", "value": "9,400 lekë"},
                        ],
                    },
                ),
                ("heading", "Less driving in circles"),
                (
                    "paragraph",
                    (
                        "<p>The first week is no proof, but it is a sign. On the three streets "
                        "that had counters before, traffic between 10:00 and 13:00 fell by nine "
                        "per cent. Line L3, which shares one of them, gained two minutes per "
                        "round.</p>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "crossing",
                        "alt": (
                            "A junction from above: cars on four arms, people walking on the "
                            "crossings."
                        ),
                        "caption": (
                            "Nine per cent fewer cars means eleven metres less queue at this "
                            "junction."
                        ),
                    },
                ),
                (
                    "quote",
                    {
                        "text": (
                            "We didn’t invent parking places. We only stopped them from hiding."
                        ),
                        "attribution": "Member of the Parking Point team",
                        "role": "Student of computer engineering",
                    },
                ),
                ("heading", "Places for those who need them"),
                (
                    "paragraph",
                    (
                        "<p>The sixty-four bays for disabled drivers are shown first, with their "
                        "width and the height of the kerb. If one of them is taken by a car "
                        "without a permit, the sensor can’t know; a call to the number on the sign "
                        "brings a warden, on average in fourteen minutes.</p>"
                        "<p>What comes next is written on the <a "
                        'href="page:project-parking">project page</a>, with its phases, its cost '
                        "and the names of all who pay for it. Questions and complaints about "
                        'single bays go to the <a href="page:contact">transport team</a>; please '
                        "give the number painted on the kerb.</p>"
                    ),
                ),
                (
                    "call_to_action",
                    {"text": "See the project and its phases", "page": "project-parking"},
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Nisi me katër studentë, një magnet dhe një vendparkim prapa një "
                        "fakulteti. Ideja e tyre u paraqit në Microsoft Albania Imagine Cup 2013: "
                        "një sensor i sheshtë, i ngjitur në tokë, që e ndien hekurin e makinës dhe "
                        "e thotë këtë me radio. Një vit më pas 1.200 prej tyre janë në vendet e "
                        "parkimit të nëntë rrugëve dhe tri shesheve.</p>"
                    ),
                ),
                ("heading", "Si funksionon"),
                (
                    "paragraph",
                    (
                        "<p>Çdo sensor di dy gjëra, i zënë ose i lirë, dhe asgjë tjetër. Nuk ka "
                        "kamerë e as mikrofon, nuk i lexon targat dhe nuk e dallon një makinë nga "
                        "tjetra. Çdo ndryshim i dërgohet një antene të Ura Telekom dhe prej saj "
                        "serverit të qytetit. Bateria zgjat rreth pesë vjet.</p>"
                        "<p>Shoferët e shohin përfundimin në tri mënyra: në tabelat te hyrjet e "
                        "qendrës, në një faqe interneti që nuk kërkon llogari dhe si të dhëna të "
                        "hapura, mbi të cilat mund të ndërtojë kushdo.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Parking Point me shifra",
                        "items": [
                            {"label": "Vende me sensor", "value": "1.200"},
                            {
                                "label": "Prej tyre, për shoferë me aftësi të kufizuara",
                                "value": "64",
                            },
                            {"label": "Kërkimi mesatar më parë", "value": "11 minuta"},
                            {"label": "Kërkimi mesatar në javën e parë", "value": "6 minuta"},
                            {"label": "Kostoja për një vend", "value": "9.400 lekë"},
                        ],
                    },
                ),
                ("heading", "Më pak rrotullime"),
                (
                    "paragraph",
                    (
                        "<p>Java e parë nuk është provë, por është shenjë. Në tri rrugët që kishin "
                        "numërues edhe më parë, trafiku mes orës 10:00 dhe 13:00 ra me nëntë për "
                        "qind. Linja L3, që kalon në njërën prej tyre, fitoi dy minuta për çdo "
                        "rrotullim.</p>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "crossing",
                        "alt": (
                            "Një kryqëzim nga lart: makina në të katër krahët, njerëz që ecin në "
                            "vijat e bardha."
                        ),
                        "caption": (
                            "Nëntë për qind më pak makina do të thotë njëmbëdhjetë metra më pak "
                            "radhë në këtë kryqëzim."
                        ),
                    },
                ),
                (
                    "quote",
                    {
                        "text": "Ne nuk shpikëm vende parkimi. Vetëm nuk i lamë më të fshiheshin.",
                        "attribution": "Anëtar i grupit Parking Point",
                        "role": "Student i inxhinierisë informatike",
                    },
                ),
                ("heading", "Vende për ata që u duhen"),
                (
                    "paragraph",
                    (
                        "<p>Gjashtëdhjetë e katër vendet për shoferë me aftësi të kufizuara "
                        "shfaqen të parat, me gjerësinë e tyre dhe lartësinë e bordurës. Nëse "
                        "njërin e zë një makinë pa leje, sensori nuk e di; një telefonatë në "
                        "numrin e tabelës sjell një punonjës të parkimit, mesatarisht për "
                        "katërmbëdhjetë minuta.</p>"
                        "<p>Çfarë vjen më pas është shkruar te <a "
                        'href="page:project-parking">faqja e projektit</a>, me fazat, koston dhe '
                        "emrat e të gjithë atyre që e paguajnë. Pyetjet dhe ankesat për vende të "
                        'veçanta i merr <a href="page:contact">ekipi i transportit</a>; ju lutemi, '
                        "jepni numrin e shkruar në bordurë.</p>"
                    ),
                ),
                (
                    "call_to_action",
                    {"text": "Shihni projektin dhe fazat e tij", "page": "project-parking"},
                ),
            ),
        },
        "related": ("riders-survey", "cleaning-national-roads"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "Sensors in 1,200 parking bays of Tirana show which one is free. How it works, "
                "what it costs and what it doesn’t record."
            ),
            "sq": (
                "Sensorët në 1.200 vende parkimi të Tiranës tregojnë cili është i lirë. Si "
                "funksionon, sa kushton dhe çfarë nuk regjistron."
            ),
        },
    },
)
