"""News of the second half of April 2014: the four newest headlines of that year's portal."""

LATE_APRIL_2014 = (
    {
        "key": "mother-earth-day-2014",
        "slug": {
            "en": "international-mother-earth-day-2014-green-cities",
            "sq": "dita-nderkombetare-e-nenes-toke-2014-qytete-te-gjelbra",
        },
        "title": {
            "en": "International Mother Earth Day 2014: Green Cities.",
            "sq": "Dita Ndërkombëtare e Nënës Tokë 2014: Qytete të gjelbra.",
        },
        "summary": {
            "en": (
                "On 22 April Tirana joins the Green Cities campaign with planting, open streets "
                "and a repair fair."
            ),
            "sq": (
                "Më 22 prill Tirana i bashkohet fushatës Qytete të Gjelbra me mbjellje pemësh, "
                "rrugë të hapura dhe një panair riparimesh."
            ),
        },
        "lead": {
            "en": (
                "This year the day belongs to cities. Tirana marks it with six hundred new trees, "
                "a boulevard without cars and a call to every household to save one unit of energy "
                "a day."
            ),
            "sq": (
                "Këtë vit dita u përket qyteteve. Tirana e shënon me gjashtëqind pemë të reja, me "
                "një bulevard pa makina dhe me thirrjen që çdo familje të kursejë një njësi "
                "energji në ditë."
            ),
        },
        "date": "2014-04-22",
        "topics": ("environment", "culture"),
        "authors": ("mirela-kodra",),
        "contact": "parks",
        "picture": {
            "picture": "planting",
            "alt": {
                "en": (
                    "Rows of young trees stand in fresh grass; painted blocks and mountains behind."
                ),
                "sq": (
                    "Rreshta pemësh të reja në barin e freskët; pas tyre pallate të lyera dhe male."
                ),
            },
            "caption": {
                "en": ("Young limes and holm oaks at the planting field beside the Grand Park."),
                "sq": ("Blirë dhe ilqe të reja në fushën e mbjelljes pranë Parkut të Madh."),
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>More than half of the world’s population now lives in cities, and the "
                        "share grows every year. That is why Earth Day 2014 looks at streets, "
                        "roofs and buses rather than at far-away forests: the place where most "
                        "people live is the place where most can change.</p>"
                        "<p>In Tirana the day starts at 8:00 on the boulevard. From Mother Teresa "
                        "Square to the Lana bridges the carriageway is closed to cars until 20:00. "
                        "School classes, cycling clubs and the parks service share the space with "
                        "a repair fair, where volunteers mend bicycles, lamps and radios free of "
                        "charge.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "At a glance",
                        "items": [
                            {"label": "When", "value": "Tuesday 22 April, 8:00 to 20:00"},
                            {
                                "label": "Where",
                                "value": "Boulevard, from Mother Teresa Square to the Lana",
                            },
                            {"label": "Cost", "value": "Free, no booking"},
                        ],
                    },
                ),
                ("heading", "Six hundred trees, one street at a time"),
                (
                    "paragraph",
                    (
                        "<p>The parks service has prepared six hundred young trees: limes for the "
                        "boulevard, holm oaks for the slopes of the park, and flowering ash for "
                        "the narrow streets where roots need to stay shallow. Each tree gets a "
                        "number. Anyone can look it up, see who waters it and report a problem.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "A city that plants without watering is only decorating. We ask each "
                            "street to adopt its trees for two summers."
                        ),
                        "attribution": "Coordinator of the parks service",
                        "role": "Tirana",
                    },
                ),
                (
                    "image",
                    {
                        "picture": "boulevard",
                        "alt": (
                            "The boulevard between two rows of trees runs towards the mountains; a "
                            "few cars, the Lana crossing it."
                        ),
                        "caption": (
                            "The boulevard on an ordinary day. On 22 April both carriageways "
                            "belong to people on foot."
                        ),
                    },
                ),
                ("heading", "What changes on the day"),
                (
                    "paragraph",
                    (
                        "<ul><li>Buses on all lines run every eight minutes and are free from 8:00 "
                        "to 20:00.</li>"
                        "<li>Parking on the boulevard is closed from 21 April at 22:00.</li>"
                        "<li>Rruga e Kavajës keeps one lane open for emergency services.</li></ul>"
                        "<p>If you live inside the closed area and have a reason to drive, such as "
                        'a hospital visit, write to the <a href="page:contact">city team</a> by 20 '
                        "April. A steward will walk your car out at walking pace.</p>"
                    ),
                ),
                ("heading", "Why Mother Earth"),
                (
                    "paragraph",
                    (
                        "<p>Mother Earth is a common expression for the planet in a number of "
                        "countries and regions. Bolivians call her Pachamama, Nicaraguans "
                        "Tonantzin. The General Assembly declared 22 April as International Mother "
                        'Earth Day. More at <a href="https://www.un.org/en/events/motherearthday/">'
                        "www.un.org/en/events/motherearthday/</a>.</p>"
                        "<p>The picture that made many people see the planet as one place was "
                        "taken in December 1968 by the crew of Apollo 8, on their way round the "
                        "Moon. The film below tells how it happened.</p>"
                    ),
                ),
                (
                    "embed",
                    {
                        "url": "https://www.youtube.com/watch?v=dE-vOscpiNc",
                        "title": "Earthrise: the 45th anniversary, a film by NASA (in English)",
                    },
                ),
                (
                    "call_to_action",
                    {"text": "Join the Green Cities campaign", "page": "green-cities"},
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Më shumë se gjysma e popullsisë së botës jeton sot në qytete dhe kjo "
                        "pjesë rritet çdo vit. Prandaj Dita e Tokës 2014 i drejton sytë nga "
                        "rrugët, çatitë dhe autobusët, e jo nga pyjet e largëta: aty ku jetojnë më "
                        "shumë njerëz, aty mund të ndryshojë më shumë.</p>"
                        "<p>Në Tiranë dita nis në orën 8:00 në bulevard. Nga Sheshi Nënë Tereza "
                        "deri te urat e Lanës rruga mbyllet për makinat deri në orën 20:00. Klasa "
                        "shkollash, klube çiklistësh dhe shërbimi i parqeve e ndajnë hapësirën me "
                        "një panair riparimesh, ku vullnetarët ndreqin falas biçikleta, llamba dhe "
                        "radio.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Shkurt",
                        "items": [
                            {"label": "Kur", "value": "E martë, 22 prill, ora 8:00–20:00"},
                            {
                                "label": "Ku",
                                "value": "Në bulevard, nga Sheshi Nënë Tereza deri te Lana",
                            },
                            {"label": "Pjesëmarrja", "value": "Falas, pa rezervim"},
                        ],
                    },
                ),
                ("heading", "Gjashtëqind pemë, rrugë pas rruge"),
                (
                    "paragraph",
                    (
                        "<p>Shërbimi i parqeve ka përgatitur gjashtëqind pemë të reja: blirë për "
                        "bulevardin, ilqe për shpatet e parkut dhe frashër të zi për rrugët e "
                        "ngushta, ku rrënjët duhet të mbeten të cekëta. Çdo pemë merr një numër. "
                        "Kushdo mund ta kërkojë, të shohë kush e ujit dhe të njoftojë për një "
                        "problem.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Qyteti që mbjell e nuk ujit vetëm zbukuron. I kërkojmë çdo rruge t’i "
                            "birësojë pemët e veta për dy vera."
                        ),
                        "attribution": "Koordinatorja e shërbimit të parqeve",
                        "role": "Tiranë",
                    },
                ),
                (
                    "image",
                    {
                        "picture": "boulevard",
                        "alt": (
                            "Bulevardi mes dy rreshtave pemësh shkon drejt maleve; pak makina dhe "
                            "Lana që e pret përmes."
                        ),
                        "caption": (
                            "Bulevardi në një ditë të zakonshme. Më 22 prill të dyja anët e rrugës "
                            "u përkasin këmbësorëve."
                        ),
                    },
                ),
                ("heading", "Çfarë ndryshon atë ditë"),
                (
                    "paragraph",
                    (
                        "<ul><li>Autobusët e të gjitha linjave kalojnë çdo tetë minuta dhe janë "
                        "falas nga ora 8:00 deri në 20:00.</li>"
                        "<li>Parkimi në bulevard mbyllet që më 21 prill, në orën 22:00.</li>"
                        "<li>Rruga e Kavajës mban një korsi të hapur për shërbimet e "
                        "urgjencës.</li></ul>"
                        "<p>Nëse banoni brenda zonës së mbyllur dhe keni arsye për të lëvizur me "
                        "makinë, për shembull një vizitë në spital, shkruajini <a "
                        'href="page:contact">ekipit të qytetit</a> deri më 20 prill. Një kujdestar '
                        "do ta shoqërojë makinën tuaj me hapin e këmbësorit.</p>"
                    ),
                ),
                ("heading", "Pse Nëna Tokë"),
                (
                    "paragraph",
                    (
                        "<p>Nëna Tokë është një shprehje e zakonshme për planetin në një sërë "
                        "vendesh e rajonesh. Bolivianët e quajnë Pachamama, nikaraguanët "
                        "Tonantzin. Asambleja e Përgjithshme e shpalli 22 prillin Ditën "
                        "Ndërkombëtare të Nënës Tokë. Më shumë në <a "
                        'href="https://www.un.org/en/events/motherearthday/">'
                        "www.un.org/en/events/motherearthday/</a>.</p>"
                        "<p>Fotografia që i bëri shumë njerëz ta shohin planetin si një vend të "
                        "vetëm u bë në dhjetor të vitit 1968 nga ekuipazhi i Apollo 8, gjatë "
                        "rrotullimit rreth Hënës. Filmi më poshtë tregon si ndodhi.</p>"
                    ),
                ),
                (
                    "embed",
                    {
                        "url": "https://www.youtube.com/watch?v=dE-vOscpiNc",
                        "title": "Lindja e Tokës: 45-vjetori, film i NASA-s (në anglisht)",
                    },
                ),
                (
                    "call_to_action",
                    {"text": "Bashkohu me fushatën Qytete të Gjelbra", "page": "green-cities"},
                ),
            ),
        },
        "related": ("cleaning-national-roads", "energy-emergencies", "promote-tourism"),
        "corrections": (
            {
                "date": "2014-04-23",
                "text": {
                    "en": (
                        "An earlier version gave five hundred as the number of trees. The parks "
                        "service delivered six hundred; the number is corrected in the text."
                    ),
                    "sq": (
                        "Një version i mëparshëm jepte numrin pesëqind për pemët. Shërbimi i "
                        "parqeve solli gjashtëqind; numri në tekst është ndrequr."
                    ),
                },
            },
        ),
        "pinned": True,
        "seo_description": {
            "en": (
                "Earth Day in Tirana, 22 April 2014: six hundred trees, a boulevard without cars, "
                "free buses and a repair fair."
            ),
            "sq": (
                "Dita e Tokës në Tiranë, 22 prill 2014: gjashtëqind pemë, bulevard pa makina, "
                "autobusë falas dhe panair riparimesh."
            ),
        },
    },
    {
        "key": "energy-emergencies",
        "slug": {
            "en": "covering-emergencies-in-energetic-sector",
            "sq": "perballimi-i-emergjencave-ne-sektorin-energjetik",
        },
        "title": {
            "en": "Covering emergencies in energetic sector.",
            "sq": "Përballimi i emergjencave në sektorin energjetik.",
        },
        "summary": {
            "en": (
                "Who repairs what when the power fails, how fast a crew has to arrive, and which "
                "buildings come first: the emergency plan for the electricity network of Tirana."
            ),
            "sq": (
                "Kush ndreq çfarë kur ikin dritat, sa shpejt duhet të mbërrijë skuadra dhe cilat "
                "ndërtesa kanë përparësi: plani i emergjencave për rrjetin elektrik të Tiranës."
            ),
        },
        "lead": {
            "en": (
                "A storm, a burnt cable, a flooded cabin: the network can fail in many ways, but "
                "the answer has to be one. The city and the electricity distributor now work from "
                "a single plan."
            ),
            "sq": (
                "Një stuhi, një kabllo e djegur, një kabinë e përmbytur: rrjeti mund të dështojë "
                "në shumë mënyra, por përgjigjja duhet të jetë një. Bashkia dhe shpërndarësi i "
                "energjisë punojnë tani me një plan të vetëm."
            ),
        },
        "date": "2014-04-17",
        "topics": ("energy", "government"),
        "authors": ("mirela-kodra", "teuta-marku"),
        "contact": "works",
        "picture": {
            "picture": "night",
            "alt": {
                "en": (
                    "The boulevard at night under two rows of street lamps, with lit windows in "
                    "the blocks on both sides."
                ),
                "sq": (
                    "Bulevardi natën nën dy radhë llambash, me dritare të ndriçuara në pallatet e "
                    "të dyja anëve."
                ),
            },
            "caption": {
                "en": "Street lighting on the boulevard has its own line and its own reserve.",
                "sq": "Ndriçimi i bulevardit ka linjën e vet dhe rezervën e vet.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>Until this spring a fault in the network began with a question: whose "
                        "cable is it? Street lighting belongs to the city, cabins and house lines "
                        "to the distributor, traffic lights to a third contract. While the three "
                        "called each other, the street stayed dark.</p>"
                        "<p>The plan signed this week puts one duty desk in front of all three. "
                        "Whoever calls first is heard once, gets a number and needn’t call again. "
                        "The desk decides which crew leaves; the bill is settled afterwards.</p>"
                    ),
                ),
                ("heading", "How fast help has to come"),
                (
                    "paragraph",
                    (
                        "<p>Faults are sorted into three classes. The class decides the time by "
                        "which a crew must stand at the place, day or night, and the time by which "
                        "power must be back or a generator must be running.</p>"
                    ),
                ),
                (
                    "table",
                    {
                        "caption": "Classes of faults and the times promised for them",
                        "header": ["Class", "What it is", "Crew on the spot", "Power or generator"],
                        "rows": [
                            [
                                "A",
                                "Hospitals, pumping stations, danger to life",
                                "30 minutes",
                                "1 hour",
                            ],
                            ["B", "Schools, traffic lights, whole streets", "1 hour", "4 hours"],
                            ["C", "Single buildings, single lamps", "4 hours", "24 hours"],
                        ],
                    },
                ),
                ("heading", "Which buildings come first"),
                (
                    "paragraph",
                    (
                        "<p>Two hundred and six buildings are on the list of places that may not "
                        "stay without power: hospitals and health centres, water pumping stations, "
                        "the fire brigade, three bakeries and the shelters that open in the cold. "
                        "Forty-one of them have a generator of their own. For the others the city "
                        "keeps twelve mobile ones, in four depots, fuelled and tested every first "
                        "Monday.</p>"
                        "<p>People who depend on a medical device at home can ask to be put on a "
                        "list of their own. The list is held by the health directorate and is not "
                        "shown to anyone but the duty desk. To be added, take a doctor’s note to "
                        'your health centre or <a href="page:contact">write to us</a> and we call '
                        "you back.</p>"
                    ),
                ),
                ("subheading", "What you can do at home"),
                (
                    "paragraph",
                    (
                        "<ol><li>Look at the meter first. If your neighbours have light, the fault "
                        "may be in your own fuse box.</li>"
                        "<li>Switch off ovens, heaters and irons, so that the line isn’t "
                        "overloaded when power returns.</li>"
                        "<li>Never touch a fallen cable, and keep children ten metres away.</li>"
                        "<li>Report it once. Keep the number you are given.</li></ol>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "The worst fault is the one everybody thinks somebody else has "
                            "reported. Call, even if the whole street is dark."
                        ),
                        "attribution": "Head of the duty desk",
                        "role": "Directorate of public works",
                    },
                ),
                ("heading", "Tried before it is needed"),
                (
                    "paragraph",
                    (
                        "<p>On 6 May the plan will be rehearsed in two quarters, with a power cut "
                        "of twenty minutes announced on every door beforehand. The times reached "
                        "will be published on this portal, the good ones and the others.</p>"
                    ),
                ),
                (
                    "document",
                    {
                        "document": "emergency-plan-en",
                        "title": "Emergency plan for the electricity network, short edition",
                    },
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Deri në këtë pranverë një defekt në rrjet niste me një pyetje: e kujt "
                        "është kablloja? Ndriçimi i rrugëve është i bashkisë, kabinat dhe linjat e "
                        "banesave janë të shpërndarësit, semaforët kanë një kontratë të tretë. "
                        "Ndërsa të tre i telefononin njëri-tjetrit, rruga mbetej në errësirë.</p>"
                        "<p>Plani i nënshkruar këtë javë vendos një sportel gatishmërie përpara të "
                        "treve. Kush telefonon i pari dëgjohet një herë, merr një numër dhe nuk ka "
                        "pse telefonon më. Sporteli vendos cila skuadër niset; llogaritë bëhen më "
                        "pas.</p>"
                    ),
                ),
                ("heading", "Sa shpejt duhet të vijë ndihma"),
                (
                    "paragraph",
                    (
                        "<p>Defektet ndahen në tri klasa. Klasa përcakton kohën brenda së cilës "
                        "skuadra duhet të jetë në vend, ditën a natën, dhe kohën brenda së cilës "
                        "energjia duhet të kthehet ose të ndizet një gjenerator.</p>"
                    ),
                ),
                (
                    "table",
                    {
                        "caption": "Klasat e defekteve dhe kohët e premtuara për secilën",
                        "header": [
                            "Klasa",
                            "Çfarë është",
                            "Skuadra në vend",
                            "Energji ose gjenerator",
                        ],
                        "rows": [
                            [
                                "A",
                                "Spitale, stacione pompimi, rrezik për jetën",
                                "30 minuta",
                                "1 orë",
                            ],
                            ["B", "Shkolla, semaforë, rrugë të tëra", "1 orë", "4 orë"],
                            ["C", "Ndërtesa të veçanta, llamba të veçanta", "4 orë", "24 orë"],
                        ],
                    },
                ),
                ("heading", "Cilat ndërtesa kanë përparësi"),
                (
                    "paragraph",
                    (
                        "<p>Dyqind e gjashtë ndërtesa janë në listën e vendeve që nuk mund të "
                        "mbeten pa energji: spitalet dhe qendrat shëndetësore, stacionet e "
                        "pompimit të ujit, zjarrfikësja, tri furra buke dhe strehimoret që hapen "
                        "në të ftohtë. Dyzet e një prej tyre kanë gjeneratorin e vet. Për të "
                        "tjerat bashkia mban dymbëdhjetë gjeneratorë të lëvizshëm, në katër depo, "
                        "me karburant dhe të provuar çdo të hënë të parë të muajit.</p>"
                        "<p>Personat që në shtëpi varen nga një pajisje mjekësore mund të kërkojnë "
                        "të regjistrohen në një listë të veçantë. Listën e mban drejtoria e "
                        "shëndetësisë dhe e sheh vetëm sporteli i gatishmërisë. Për t’u "
                        "regjistruar, çoni një vërtetim të mjekut në qendrën shëndetësore ose <a "
                        'href="page:contact">na shkruani</a> dhe ju telefonojmë ne.</p>'
                    ),
                ),
                ("subheading", "Çfarë mund të bëni në shtëpi"),
                (
                    "paragraph",
                    (
                        "<ol><li>Shihni së pari matësin. Nëse fqinjët kanë drita, defekti mund të "
                        "jetë në kutinë tuaj të siguresave.</li>"
                        "<li>Fikni furrat, ngrohësit dhe hekurat, që linja të mos mbingarkohet kur "
                        "të kthehet energjia.</li>"
                        "<li>Mos prekni kurrë një kabllo të rënë dhe mbajini fëmijët dhjetë metra "
                        "larg.</li>"
                        "<li>Njoftoni një herë. Ruajeni numrin që ju jepet.</li></ol>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Defekti më i keq është ai për të cilin të gjithë mendojnë se ka "
                            "njoftuar dikush tjetër. Telefononi, edhe kur e gjithë rruga është në "
                            "errësirë."
                        ),
                        "attribution": "Përgjegjësi i sportelit të gatishmërisë",
                        "role": "Drejtoria e punëve publike",
                    },
                ),
                ("heading", "E provuar përpara se të duhet"),
                (
                    "paragraph",
                    (
                        "<p>Më 6 maj plani do të provohet në dy lagje, me një ndërprerje energjie "
                        "prej njëzet minutash, të njoftuar më parë në çdo derë. Kohët e arritura "
                        "do të botohen në këtë portal, të mirat bashkë me të tjerat.</p>"
                    ),
                ),
                (
                    "document",
                    {
                        "document": "emergency-plan-sq",
                        "title": "Plani i emergjencave për rrjetin elektrik, botim i shkurtër",
                    },
                ),
            ),
        },
        "related": ("tap-sector-plan", "mother-earth-day-2014"),
        "corrections": (),
        "pinned": True,
        "seo_description": {
            "en": (
                "One duty desk, three classes of faults and fixed times: how Tirana answers when "
                "the electricity network fails."
            ),
            "sq": (
                "Një sportel gatishmërie, tri klasa defektesh dhe kohë të caktuara: si përgjigjet "
                "Tirana kur dështon rrjeti elektrik."
            ),
        },
    },
    {
        "key": "tap-sector-plan",
        "slug": {
            "en": "national-sector-plan-tap-project",
            "sq": "plani-kombetar-sektorial-projekti-tap",
        },
        "title": {
            "en": "National Sector Plan TAP Project.",
            "sq": "Plani Kombëtar Sektorial për projektin TAP.",
        },
        "summary": {
            "en": (
                "The Trans Adriatic Pipeline gets its place on the map of the country. What a "
                "national sector plan is, where the line runs and what it means for people in the "
                "capital."
            ),
            "sq": (
                "Gazsjellësi Trans-Adriatik zë vendin e vet në hartën e vendit. Çfarë është një "
                "plan kombëtar sektorial, ku kalon linja dhe çfarë do të thotë kjo për banorët e "
                "kryeqytetit."
            ),
        },
        "lead": {
            "en": (
                "A gas pipeline across the south of Albania won’t cross a single street of Tirana. "
                "It is news here all the same: plans of this size decide where roads, jobs and "
                "reserves go for a generation."
            ),
            "sq": (
                "Një gazsjellës në jug të Shqipërisë nuk do të presë asnjë rrugë të Tiranës. "
                "Megjithatë është lajm edhe këtu: planet e kësaj madhësie vendosin për një brez ku "
                "shkojnë rrugët, puna dhe rezervat."
            ),
        },
        "date": "2014-04-15",
        "topics": ("energy", "government", "economy"),
        "authors": ("mirela-kodra",),
        "contact": "press",
        "picture": {
            "picture": "mist",
            "alt": {
                "en": (
                    "Morning mist over the painted roofs of the city; a long ridge of mountains "
                    "behind."
                ),
                "sq": (
                    "Mjegull mëngjesi mbi çatitë e lyera të qytetit; pas tyre një kreshtë e gjatë "
                    "malesh."
                ),
            },
            "caption": {
                "en": (
                    "A morning in Tirana. Wood and electricity still heat most homes in the plain."
                ),
                "sq": (
                    "Mëngjes në Tiranë. Shumica e shtëpive në fushë ngrohen ende me dru dhe me "
                    "energji elektrike."
                ),
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The Trans Adriatic Pipeline, TAP for short, is meant to bring natural "
                        "gas from the Caspian region to Italy. It begins at the border of Greece "
                        "and Turkey, crosses the north of Greece, enters Albania in the district "
                        "of Korça, follows the valleys to the plain of Fier and goes under the sea "
                        "to Puglia. More than two hundred of its roughly 870 kilometres lie on "
                        "Albanian land.</p>"
                    ),
                ),
                ("heading", "What a national sector plan does"),
                (
                    "paragraph",
                    (
                        "<p>Albanian planning law knows plans for a place and plans for a sector. "
                        "A place plan says what may be built in a municipality. A national sector "
                        "plan does it for one network in the whole country: energy, water, roads. "
                        "Where the two disagree, the national plan prevails and the local one must "
                        "be brought into line.</p>"
                        "<p>For the pipeline that means one corridor, drawn once, instead of a "
                        "separate permit from every commune on the way. It also means that "
                        "objections have one address and one time limit, and that each has to be "
                        "answered in writing.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "The plan in short",
                        "items": [
                            {"label": "Length of the whole line", "value": "about 870 km"},
                            {"label": "On Albanian land", "value": "more than 200 km"},
                            {"label": "Enters the country", "value": "district of Korça"},
                            {"label": "Leaves the country", "value": "coast near Fier"},
                            {"label": "Streets of Tirana affected", "value": "none"},
                        ],
                    },
                ),
                ("heading", "What it may mean for the capital"),
                (
                    "paragraph",
                    (
                        "<p>Albania has no public gas network today. If a branch is ever built "
                        "towards the north, the questions will be municipal ones: which streets "
                        "are dug up, in which order, who may connect, and what happens to homes "
                        "that can’t pay for it. The directorate of planning has begun to collect "
                        "the answers before anyone asks for a permit:</p>"
                        "<ul><li>a map of cables, water pipes and tree roots under the main "
                        "streets;</li>"
                        "<li>a rule that a street opened once is not opened again for five "
                        "years;</li>"
                        "<li>a comparison of gas, heat pumps and better insulation for public "
                        "buildings.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "The cheapest energy is the one a well-built school doesn’t need. We "
                            "look at the windows first and at pipes second."
                        ),
                        "attribution": "Head of the energy office",
                        "role": "Directorate of planning",
                    },
                ),
                ("heading", "Read and object"),
                (
                    "paragraph",
                    (
                        "<p>The drawings and the environmental study are on display at the "
                        "ministry in charge and in the municipalities along the line. In Tirana "
                        "they can be read in the reading room of the city library, on weekdays "
                        "from 9:00 to 18:00; a planner answers questions on Thursdays from 16:00. "
                        "Objections and questions from residents of Tirana are forwarded on the "
                        "same day.</p>"
                        "<p>The portal will report on each public hearing. Those who don’t want to "
                        "miss one can follow the news by feed or e-mail: see <a "
                        'href="page:stay-informed">Stay informed</a>.</p>'
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Gazsjellësi Trans-Adriatik, shkurt TAP, pritet të sjellë gaz natyror "
                        "nga rajoni i Kaspikut në Itali. Ai nis në kufirin mes Greqisë dhe "
                        "Turqisë, përshkon veriun e Greqisë, hyn në Shqipëri në qarkun e Korçës, "
                        "ndjek luginat deri në fushën e Fierit dhe nën det vijon drejt Pulias. Mbi "
                        "dyqind nga rreth 870 kilometrat e tij shtrihen në tokën shqiptare.</p>"
                    ),
                ),
                ("heading", "Çfarë bën një plan kombëtar sektorial"),
                (
                    "paragraph",
                    (
                        "<p>Ligji shqiptar i planifikimit njeh plane për një vend dhe plane për "
                        "një sektor. Plani i një vendi thotë çfarë mund të ndërtohet në një "
                        "bashki. Plani kombëtar sektorial e bën këtë për një rrjet në të gjithë "
                        "vendin: energjinë, ujin, rrugët. Kur të dy nuk përputhen, ka përparësi "
                        "plani kombëtar dhe ai vendor duhet përshtatur.</p>"
                        "<p>Për gazsjellësin kjo do të thotë një korridor i vetëm, i vizatuar një "
                        "herë, në vend të një lejeje të veçantë nga çdo komunë në rrugë e sipër. "
                        "Do të thotë gjithashtu se kundërshtimet kanë një adresë dhe një afat, dhe "
                        "se secila duhet të marrë përgjigje me shkrim.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Plani shkurt",
                        "items": [
                            {"label": "Gjatësia e gjithë linjës", "value": "rreth 870 km"},
                            {"label": "Në tokën shqiptare", "value": "mbi 200 km"},
                            {"label": "Hyn në vend", "value": "në qarkun e Korçës"},
                            {"label": "Del nga vendi", "value": "në bregdetin pranë Fierit"},
                            {"label": "Rrugë të prekura në Tiranë", "value": "asnjë"},
                        ],
                    },
                ),
                ("heading", "Çfarë mund të sjellë për kryeqytetin"),
                (
                    "paragraph",
                    (
                        "<p>Shqipëria sot nuk ka rrjet publik gazi. Nëse një ditë ndërtohet një "
                        "degë drejt veriut, pyetjet do të jenë bashkiake: cilat rrugë gërmohen e "
                        "në ç’radhë, kush mund të lidhet dhe ç’ndodh me familjet që nuk e "
                        "përballojnë dot. Drejtoria e planifikimit ka nisur t’i mbledhë përgjigjet "
                        "përpara se dikush të kërkojë leje:</p>"
                        "<ul><li>një hartë të kabllove, tubave të ujit dhe rrënjëve të pemëve nën "
                        "rrugët kryesore;</li>"
                        "<li>një rregull që rruga e hapur një herë të mos hapet më për pesë "
                        "vjet;</li>"
                        "<li>një krahasim mes gazit, pompave të nxehtësisë dhe izolimit më të mirë "
                        "për ndërtesat publike.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Energjia më e lirë është ajo që një shkollë e ndërtuar mirë nuk e "
                            "kërkon. Ne shohim së pari dritaret e pastaj tubat."
                        ),
                        "attribution": "Përgjegjësja e zyrës së energjisë",
                        "role": "Drejtoria e planifikimit",
                    },
                ),
                ("heading", "Lexoni dhe kundërshtoni"),
                (
                    "paragraph",
                    (
                        "<p>Vizatimet dhe studimi mjedisor janë të hapura për publikun në "
                        "ministrinë përgjegjëse dhe në bashkitë gjatë linjës. Në Tiranë mund të "
                        "lexohen në sallën e leximit të bibliotekës së qytetit, në ditë pune, ora "
                        "9:00–18:00; të enjteve pas orës 16:00 pyetjeve u përgjigjet një "
                        "planifikues. Kundërshtimet dhe pyetjet e banorëve të Tiranës përcillen "
                        "brenda ditës.</p>"
                        "<p>Portali do të njoftojë për çdo dëgjesë publike. Kush nuk do t’i "
                        "humbasë, mund t’i ndjekë lajmet me kanal RSS ose me e-mail: shihni <a "
                        'href="page:stay-informed">Qëndro i informuar</a>.</p>'
                    ),
                ),
            ),
        },
        "related": ("energy-emergencies", "mining-permits"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "The national sector plan for the Trans Adriatic Pipeline: what it fixes, where "
                "the line runs and how residents can object."
            ),
            "sq": (
                "Plani kombëtar sektorial për Gazsjellësin Trans-Adriatik: çfarë përcakton, ku "
                "kalon linja dhe si kundërshtojnë banorët."
            ),
        },
    },
    {
        "key": "consumer-protection",
        "slug": {"en": "spots-for-consumer-protection", "sq": "spote-per-mbrojtjen-e-konsumatorit"},
        "title": {
            "en": "Spots for Consumer Protection.",
            "sq": "Spote për mbrojtjen e konsumatorit.",
        },
        "summary": {
            "en": (
                "Six short films explain what a receipt is worth, how to return faulty goods and "
                "where to complain. They run on buses, in markets and on this portal."
            ),
            "sq": (
                "Gjashtë filma të shkurtër shpjegojnë sa vlen një kupon, si kthehet një mall me "
                "defekt dhe ku bëhet ankesa. Shfaqen në autobusë, në tregje dhe në këtë portal."
            ),
        },
        "lead": {
            "en": (
                "Thirty seconds, one sentence, one right. A series of spots for buses and markets "
                "tells buyers what the law has given them for years and few have ever used."
            ),
            "sq": (
                "Tridhjetë sekonda, një fjali, një e drejtë. Një varg spotesh për autobusë dhe "
                "tregje u tregon blerësve atë që ligji ua jep prej vitesh e që pak veta e kanë "
                "përdorur."
            ),
        },
        "date": "2014-04-11",
        "topics": ("economy", "government"),
        "authors": ("teuta-marku",),
        "contact": "consumer",
        "picture": {
            "picture": "market",
            "alt": {
                "en": (
                    "Bright parasols of the market from above, people walking in the open lane "
                    "between the stalls."
                ),
                "sq": (
                    "Çadra të gjalla të pazarit nga lart dhe njerëz që ecin në kalimin mes tezgave."
                ),
            },
            "caption": {
                "en": "At the market the scales, too, must carry a stamp of this year.",
                "sq": "Në pazar edhe peshorja duhet të ketë vulën e këtij viti.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>A telephone that won’t charge after a week. A refrigerator delivered "
                        "with a dent. A kilogram that weighs nine hundred grams. Most people "
                        "shrug, because they believe that complaining takes a lawyer. It doesn’t: "
                        "in most cases it takes a receipt and one visit.</p>"
                        "<p>That is the message of six short spots produced with young film-makers "
                        "of the city. Each tells one story from a real complaint, without names, "
                        "and ends with the place where help is found.</p>"
                    ),
                ),
                ("heading", "Six stories"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>The receipt.</b> Why the small piece of paper is worth more "
                        "than the promise of the shopkeeper.</li>"
                        "<li><b>Two years.</b> What the seller owes you when new goods break, and "
                        "who has to prove what.</li>"
                        "<li><b>Fourteen days.</b> Bought at the door or by telephone? You may "
                        "change your mind.</li>"
                        "<li><b>The label.</b> Name, weight, date, language: what must stand on "
                        "food.</li>"
                        "<li><b>The scales.</b> How to see whether they were checked this "
                        "year.</li>"
                        "<li><b>The price.</b> The one on the shelf counts, not the one at the "
                        "till.</li></ol>"
                    ),
                ),
                (
                    "gallery",
                    {
                        "title": "Where the spots are shown",
                        "pictures": [
                            {
                                "picture": "bus",
                                "alt": (
                                    "A red bus drives in its own lane along a street lined with "
                                    "trees."
                                ),
                                "caption": (
                                    "On the screens of the city buses, with subtitles and without "
                                    "sound"
                                ),
                            },
                            {
                                "picture": "market",
                                "alt": "Market parasols in many colours from above.",
                                "caption": "At the four large markets, on Saturdays",
                            },
                            {
                                "picture": "square",
                                "alt": "Many people cross the great round pattern of the square.",
                                "caption": "On the square, at the consumer day",
                            },
                        ],
                    },
                ),
                ("heading", "Free advice, twice a week"),
                (
                    "paragraph",
                    (
                        "<p>The consumer desk in the town hall is open on Tuesdays and Thursdays "
                        "from 9:00 to 13:00. Bring the receipt, the goods if you can carry them, "
                        "and the answer of the seller if there is one. The desk writes the letter "
                        "with you. If the seller doesn’t answer within thirty days, the case goes "
                        "to the commission for consumer protection; that costs nothing.</p>"
                    ),
                ),
                (
                    "table",
                    {
                        "caption": "What the consumer desk dealt with in 2013",
                        "header": ["Kind of complaint", "Cases", "Settled for the buyer"],
                        "rows": [
                            ["Telephones and electronics", "214", "161"],
                            ["Household appliances", "132", "97"],
                            ["Food and weights", "88", "74"],
                            ["Bills for water, power, telephone", "176", "95"],
                        ],
                    },
                ),
                (
                    "quote",
                    {
                        "text": (
                            "People come to us angry about the money and leave surprised that they "
                            "were right."
                        ),
                        "attribution": "Adviser at the consumer desk",
                        "role": "Town hall, Tirana",
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>The spots have subtitles in Albanian and in English, and a version in "
                        "Albanian Sign Language. Shops, schools and quarters may show them free of "
                        'charge; <a href="page:contact">write to us</a> for the files.</p>'
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Një telefon që pas një jave nuk mbushet më. Një frigorifer i sjellë me "
                        "të rrahur. Një kilogram që peshon nëntëqind gramë. Shumica mbledhin "
                        "supet, sepse mendojnë se për ankesë duhet avokat. Nuk duhet: zakonisht "
                        "mjaftojnë një kupon dhe një vizitë.</p>"
                        "<p>Këtë thonë gjashtë spote të shkurtra, të realizuara me kineastë të "
                        "rinj të qytetit. Secili tregon një histori nga një ankesë e vërtetë, pa "
                        "emra, dhe mbyllet me vendin ku gjendet ndihma.</p>"
                    ),
                ),
                ("heading", "Gjashtë histori"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>Kuponi.</b> Pse letra e vogël vlen më shumë se premtimi i "
                        "shitësit.</li>"
                        "<li><b>Dy vjet.</b> Çfarë ju detyrohet shitësi kur prishet një mall i ri "
                        "dhe kush duhet të provojë çfarë.</li>"
                        "<li><b>Katërmbëdhjetë ditë.</b> E bletë te dera a me telefon? Mund të "
                        "ndërroni mendje.</li>"
                        "<li><b>Etiketa.</b> Emri, pesha, data, gjuha: çfarë duhet të shkruhet mbi "
                        "ushqimin.</li>"
                        "<li><b>Peshorja.</b> Si shihet nëse është kontrolluar këtë vit.</li>"
                        "<li><b>Çmimi.</b> Vlen ai në raft, jo ai në arkë.</li></ol>"
                    ),
                ),
                (
                    "gallery",
                    {
                        "title": "Ku shfaqen spotet",
                        "pictures": [
                            {
                                "picture": "bus",
                                "alt": (
                                    "Një autobus i kuq ecën në korsinë e vet në një rrugë me pemë."
                                ),
                                "caption": "Në ekranet e autobusëve të qytetit, me titra e pa zë",
                            },
                            {
                                "picture": "market",
                                "alt": "Çadra pazari me shumë ngjyra, të para nga lart.",
                                "caption": "Në katër tregjet e mëdha, të shtunave",
                            },
                            {
                                "picture": "square",
                                "alt": (
                                    "Shumë njerëz kalojnë mbi motivin e madh rrethor të sheshit."
                                ),
                                "caption": "Në shesh, në ditën e konsumatorit",
                            },
                        ],
                    },
                ),
                ("heading", "Këshillim falas, dy herë në javë"),
                (
                    "paragraph",
                    (
                        "<p>Sporteli i konsumatorit në bashki është i hapur të martave dhe të "
                        "enjteve, ora 9:00–13:00. Sillni kuponin, mallin nëse e mbani dot dhe "
                        "përgjigjen e shitësit, nëse ka. Letrën e shkruajmë bashkë. Nëse shitësi "
                        "nuk përgjigjet brenda tridhjetë ditësh, çështja shkon te komisioni për "
                        "mbrojtjen e konsumatorit; kjo nuk kushton asgjë.</p>"
                    ),
                ),
                (
                    "table",
                    {
                        "caption": "Çështjet e sportelit të konsumatorit në vitin 2013",
                        "header": ["Lloji i ankesës", "Raste", "Të zgjidhura në favor të blerësit"],
                        "rows": [
                            ["Telefona dhe elektronikë", "214", "161"],
                            ["Pajisje shtëpiake", "132", "97"],
                            ["Ushqime dhe pesha", "88", "74"],
                            ["Fatura uji, energjie, telefoni", "176", "95"],
                        ],
                    },
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Njerëzit vijnë te ne të zemëruar për paratë dhe ikin të habitur që "
                            "kishin të drejtë."
                        ),
                        "attribution": "Këshilltare në sportelin e konsumatorit",
                        "role": "Bashkia, Tiranë",
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Spotet kanë titra në shqip e në anglisht dhe një version në gjuhën "
                        "shqipe të shenjave. Dyqanet, shkollat dhe lagjet mund t’i shfaqin falas; "
                        'për skedarët <a href="page:contact">na shkruani</a>.</p>'
                    ),
                ),
            ),
        },
        "related": ("medicine-prices", "books-without-tvsh"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "Six short films and a free advice desk: what buyers in Tirana may ask for and "
                "where they find help."
            ),
            "sq": (
                "Gjashtë filma të shkurtër dhe një sportel këshillimi falas: çfarë mund të "
                "kërkojnë blerësit në Tiranë dhe ku gjejnë ndihmë."
            ),
        },
    },
)
