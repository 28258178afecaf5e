"""News of the first days of April 2014: four headlines of that year's portal."""

EARLY_APRIL_2014 = (
    {
        "key": "mining-permits",
        "slug": {
            "en": "mining-concession-agreements-and-permits",
            "sq": "marreveshje-koncesionare-dhe-leje-minerare",
        },
        "title": {
            "en": "Mining concession agreements and permits.",
            "sq": "Marrëveshje koncesionare dhe leje minerare.",
        },
        "summary": {
            "en": (
                "Quarries around the city work under permits that anyone may now read: place, "
                "term, quantity and the duty to restore the land. A guide to the register."
            ),
            "sq": (
                "Guroret rreth qytetit punojnë me leje që tani mund t’i lexojë kushdo: vendi, "
                "afati, sasia dhe detyrimi për ta rikthyer tokën. Një udhëzues për regjistrin."
            ),
        },
        "lead": {
            "en": (
                "Stone for our streets and limestone for our walls come from the hills we see from "
                "the window. The register of permits shows who digs there, until when, and what "
                "they owe the hill afterwards."
            ),
            "sq": (
                "Guri i rrugëve dhe gëlqerja e mureve tona vijnë nga kodrat që shohim nga "
                "dritarja. Regjistri i lejeve tregon kush gërmon aty, deri kur dhe çfarë i "
                "detyrohet kodrës më pas."
            ),
        },
        "date": "2014-04-09",
        "topics": ("economy", "environment"),
        "authors": ("arben-lleshi",),
        "contact": "works",
        "picture": {
            "picture": "dusk",
            "alt": {
                "en": "Roofs and towers in the last warm light, two blue mountain ridges behind.",
                "sq": (
                    "Çati e kulla në dritën e fundit të ngrohtë, pas tyre dy kreshta malesh të "
                    "kaltra."
                ),
            },
            "caption": {
                "en": "The ridges east of the city. Most of the quarries lie behind the first one.",
                "sq": "Kreshtat në lindje të qytetit. Shumica e guroreve janë pas së parës.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>Two kinds of paper allow someone to dig. A <b>permit</b> is given for "
                        "a quarry or a small mine, for a fixed term and a fixed area. A "
                        "<b>concession agreement</b> is a contract of the state for large works, "
                        "with investments promised in return. Both belong to the public as much as "
                        "the stone does, and both have long been hard to find.</p>"
                        "<p>The national register is now open on the web. For the thirty-four "
                        "permits in the region of Tirana the city has made its own list, in plain "
                        "words and with a map, and keeps it up to date every quarter.</p>"
                    ),
                ),
                ("heading", "What a permit tells you"),
                (
                    "table",
                    {
                        "caption": "Fields of the register and what they mean",
                        "header": ["Field", "Meaning", "Ask when"],
                        "rows": [
                            [
                                "Holder",
                                "The company that answers for the site",
                                "the sign at the gate shows another name",
                            ],
                            [
                                "Term",
                                "First and last day of work",
                                "machines run after the last day",
                            ],
                            ["Quantity", "Cubic metres allowed each year", "lorries pass at night"],
                            [
                                "Restoration",
                                "Sum deposited to repair the land",
                                "the deposit is missing",
                            ],
                        ],
                    },
                ),
                ("heading", "The hill has to come back"),
                (
                    "paragraph",
                    (
                        "<p>Every holder deposits a guarantee. It is paid back only when the slope "
                        "has been made safe, covered with soil and planted. Of eleven quarries "
                        "closed since 2008 in the region, six have been restored, three are being "
                        "restored and for two the guarantee was used by the state to do the work "
                        "itself.</p>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "park",
                        "alt": "A lake between meadows, paths and many trees, seen from above.",
                        "caption": (
                            "What restored land can look like: the Grand Park, too, was once bare "
                            "ground."
                        ),
                    },
                ),
                ("heading", "How to report a doubt"),
                (
                    "paragraph",
                    (
                        "<ol><li>Find the site in the register and write down the number of the "
                        "permit.</li>"
                        "<li>Take a photograph from public ground. Don’t enter the site.</li>"
                        '<li>Send both to the <a href="page:contact">city team</a>, with day and '
                        "hour.</li></ol>"
                        "<p>The city can’t close a quarry, but it can ask for an inspection, and "
                        "must do so within five working days. You receive the answer of the "
                        "inspectorate as soon as we do.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": "A list that anybody can read is the cheapest inspector we have.",
                        "attribution": "Environmental inspector",
                        "role": "Region of Tirana",
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Between January and March residents sent nineteen reports. Eleven led "
                        "to an inspection, four to a fine and one to a gate that has been locked "
                        "since.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Dy lloje dokumentesh lejojnë dikë të gërmojë. <b>Leja</b> jepet për "
                        "një gurore a një minierë të vogël, për një afat dhe një sipërfaqe të "
                        "caktuar. <b>Marrëveshja koncesionare</b> është kontratë e shtetit për "
                        "punime të mëdha, me investime të premtuara në këmbim. Të dyja i përkasin "
                        "publikut po aq sa guri, e megjithatë për një kohë të gjatë ka qenë e "
                        "vështirë të gjendeshin.</p>"
                        "<p>Regjistri kombëtar tani është i hapur në internet. Për tridhjetë e "
                        "katër lejet në rajonin e Tiranës bashkia ka bërë listën e vet, me fjalë "
                        "të thjeshta e me hartë, dhe e përditëson çdo tre muaj.</p>"
                    ),
                ),
                ("heading", "Çfarë ju tregon një leje"),
                (
                    "table",
                    {
                        "caption": "Fushat e regjistrit dhe kuptimi i tyre",
                        "header": ["Fusha", "Kuptimi", "Pyesni kur"],
                        "rows": [
                            [
                                "Mbajtësi",
                                "Shoqëria që përgjigjet për vendin",
                                "tabela te porta tregon një emër tjetër",
                            ],
                            [
                                "Afati",
                                "Dita e parë dhe e fundit e punës",
                                "makineritë punojnë pas ditës së fundit",
                            ],
                            ["Sasia", "Metra kubë të lejuar në vit", "kamionët kalojnë natën"],
                            [
                                "Rehabilitimi",
                                "Shuma e depozituar për të ndrequr tokën",
                                "depozita mungon",
                            ],
                        ],
                    },
                ),
                ("heading", "Kodra duhet të kthehet"),
                (
                    "paragraph",
                    (
                        "<p>Çdo mbajtës leje depoziton një garanci. Ajo kthehet vetëm kur shpati "
                        "është siguruar, është mbuluar me dhe dhe është mbjellë. Nga njëmbëdhjetë "
                        "guroret e mbyllura që prej vitit 2008 në rajon, gjashtë janë "
                        "rehabilituar, tri janë në punë e sipër dhe për dy të tjera shteti e "
                        "përdori garancinë që ta bënte punën vetë.</p>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "park",
                        "alt": (
                            "Një liqen mes livadheve, shtigjeve dhe shumë pemëve, i parë nga lart."
                        ),
                        "caption": (
                            "Si mund të duket toka e rikthyer: edhe Parku i Madh dikur ishte tokë "
                            "e zhveshur."
                        ),
                    },
                ),
                ("heading", "Si njoftohet një dyshim"),
                (
                    "paragraph",
                    (
                        "<ol><li>Gjejeni vendin në regjistër dhe shënoni numrin e lejes.</li>"
                        "<li>Bëni një fotografi nga toka publike. Mos hyni në kantier.</li>"
                        '<li>Dërgojini të dyja te <a href="page:contact">ekipi i qytetit</a>, me '
                        "ditën dhe orën.</li></ol>"
                        "<p>Bashkia nuk mund ta mbyllë një gurore, por mund të kërkojë inspektim "
                        "dhe duhet ta bëjë këtë brenda pesë ditëve të punës. Përgjigjen e "
                        "inspektoratit e merrni sapo ta marrim ne.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Një listë që mund ta lexojë kushdo është inspektori më i lirë që kemi."
                        ),
                        "attribution": "Inspektor i mjedisit",
                        "role": "Qarku i Tiranës",
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Nga janari në mars banorët dërguan nëntëmbëdhjetë njoftime. "
                        "Njëmbëdhjetë sollën një inspektim, katër një gjobë dhe njëri një portë që "
                        "prej asaj dite rri me dry.</p>"
                    ),
                ),
            ),
        },
        "related": ("tap-sector-plan", "cleaning-national-roads"),
        "corrections": (
            {
                "date": "2014-04-14",
                "text": {
                    "en": (
                        "The list has thirty-four permits, not forty-three as first published. We "
                        "had turned the figures round."
                    ),
                    "sq": (
                        "Lista ka tridhjetë e katër leje, jo dyzet e tri siç u botua fillimisht. I "
                        "kishim këmbyer shifrat."
                    ),
                },
            },
        ),
        "pinned": False,
        "seo_description": {
            "en": (
                "How to read the register of quarry and mining permits around Tirana, and what to "
                "do when something looks wrong."
            ),
            "sq": (
                "Si lexohet regjistri i lejeve të guroreve e minierave rreth Tiranës dhe çfarë "
                "bëhet kur diçka nuk shkon."
            ),
        },
    },
    {
        "key": "promote-tourism",
        "slug": {
            "en": "promote-albanian-tourism-around-the-world",
            "sq": "te-promovojme-turizmin-shqiptar-ne-bote",
        },
        "title": {
            "en": "Promote Albanian tourism around the world.",
            "sq": "Të promovojmë turizmin shqiptar në botë.",
        },
        "summary": {
            "en": (
                "Visitors come for the coast and pass through the capital in an hour. Four walks, "
                "a free city map and trained guides give them reasons to stay for a day."
            ),
            "sq": (
                "Vizitorët vijnë për bregdetin dhe e kalojnë kryeqytetin për një orë. Katër "
                "shëtitje, një hartë falas dhe udhërrëfyes të trajnuar u japin arsye të qëndrojnë "
                "një ditë."
            ),
        },
        "lead": {
            "en": (
                "A country is known by its sea and its mountains, but remembered by its streets. "
                "Tirana joins the national effort with what it has: colour, coffee and a cable car."
            ),
            "sq": (
                "Një vend njihet nga deti e malet, por mbahet mend nga rrugët. Tirana i bashkohet "
                "përpjekjes kombëtare me ato që ka: ngjyra, kafe dhe një teleferik."
            ),
        },
        "date": "2014-04-07",
        "topics": ("tourism", "culture", "economy"),
        "authors": ("dorian-hysa",),
        "contact": "culture",
        "picture": {
            "picture": "facade",
            "alt": {
                "en": (
                    "Long painted façades in lime, orange, yellow, white and pink, with rows of "
                    "windows and balconies."
                ),
                "sq": (
                    "Fasada të gjata të lyera në të gjelbër, portokalli, të verdhë, të bardhë e "
                    "rozë, me radhë dritaresh e ballkonesh."
                ),
            },
            "caption": {
                "en": "Stop three of the colour walk.",
                "sq": "Ndalesa e tretë e shëtitjes së ngjyrave.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>At fairs abroad Albania shows beaches, castles and springs. The "
                        "capital is where most visitors arrive and where few of them sleep. A "
                        "survey at the bus terminals last summer explains why: seven in ten didn’t "
                        "know what there was to see within walking distance, and nearly all would "
                        "have stayed longer if someone had told them.</p>"
                    ),
                ),
                ("heading", "Four walks from one square"),
                (
                    "paragraph",
                    (
                        "<p>All four begin at Skanderbeg Square, take between one and three hours "
                        "and pass public toilets, drinking water and a bus stop. Two of them have "
                        "no steps at all.</p>"
                        "<ul><li><b>Colours:</b> the painted blocks and how they came about. "
                        "Ninety minutes.</li>"
                        "<li><b>Centuries:</b> mosque, clock tower, bridge, ministries, Pyramid. "
                        "Two hours, without steps.</li>"
                        "<li><b>River:</b> along the Lana to the Grand Park and its lake. Three "
                        "hours.</li>"
                        "<li><b>Kitchens:</b> the market and five tables on the way. Two hours, "
                        "without steps.</li></ul>"
                    ),
                ),
                (
                    "gallery",
                    {
                        "title": "On the way",
                        "pictures": [
                            {
                                "picture": "blocks",
                                "alt": (
                                    "A corner of orange, pink, green and yellow blocks with white "
                                    "balconies."
                                ),
                                "caption": "Colours",
                            },
                            {
                                "picture": "river",
                                "alt": (
                                    "The Lana between green banks, painted blocks mirrored in the "
                                    "water."
                                ),
                                "caption": "River",
                            },
                            {
                                "picture": "market",
                                "alt": "Parasols of the market from above.",
                                "caption": "Kitchens",
                            },
                            {
                                "picture": "mist",
                                "alt": "The city in morning mist under the ridge of the mountains.",
                                "caption": "Seen from the cable car on Dajti",
                            },
                        ],
                    },
                ),
                ("heading", "People who know the way"),
                (
                    "paragraph",
                    (
                        "<p>Forty young people finish a course for city guides this month. It was "
                        "given in the evenings at the vocational school, with history, languages, "
                        "first aid and the art of ending a story before the listener is tired. "
                        "Each of them has passed a test with three strangers and one rainy "
                        "afternoon.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Nobody travels to see a brochure. They travel to be told a story by "
                            "someone who lives in it."
                        ),
                        "attribution": "Teacher of the guides’ course",
                        "role": "Vocational school, Tirana",
                    },
                ),
                (
                    "facts",
                    {
                        "title": "For visitors",
                        "items": [
                            {
                                "label": "Map",
                                "value": "Free at the information point, in six languages",
                            },
                            {"label": "Guided walks", "value": "Saturdays and Sundays at 10:00"},
                            {"label": "Price", "value": "Pay what you find right"},
                            {"label": "Groups", "value": "By e-mail, one week ahead"},
                        ],
                    },
                ),
                ("heading", "What every resident can do"),
                (
                    "paragraph",
                    (
                        "<p>The best photograph of your street is probably on your own phone. Add "
                        'it to the <a href="page:gallery">photo gallery</a> with a licence that '
                        "lets others use it, and it may hang at the next fair with your name under "
                        "it. And if you meet someone holding a map upside down: say hello.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Në panairet jashtë vendit Shqipëria tregon plazhe, kështjella dhe "
                        "burime. Kryeqyteti është vendi ku mbërrijnë shumica e vizitorëve dhe ku "
                        "flenë pak prej tyre. Një anketë në terminalet e autobusëve verën e kaluar "
                        "tregon pse: shtatë nga dhjetë nuk e dinin ç’kishte për të parë në këmbë, "
                        "e pothuajse të gjithë do të kishin qëndruar më gjatë, po t’ua kishte "
                        "thënë dikush.</p>"
                    ),
                ),
                ("heading", "Katër shëtitje nga një shesh"),
                (
                    "paragraph",
                    (
                        "<p>Të katra nisin në Sheshin Skënderbej, zgjasin nga një deri në tri orë "
                        "dhe kalojnë pranë tualeteve publike, ujit të pijshëm dhe një stacioni "
                        "autobusi. Dy prej tyre nuk kanë asnjë shkallë.</p>"
                        "<ul><li><b>Ngjyra:</b> pallatet e lyera dhe historia e tyre. Nëntëdhjetë "
                        "minuta.</li>"
                        "<li><b>Shekuj:</b> xhamia, Kulla e Sahatit, ura, ministritë, Piramida. Dy "
                        "orë, pa shkallë.</li>"
                        "<li><b>Lumi:</b> buzë Lanës deri te Parku i Madh dhe liqeni. Tri orë.</li>"
                        "<li><b>Kuzhina:</b> pazari dhe pesë tavolina gjatë rrugës. Dy orë, pa "
                        "shkallë.</li></ul>"
                    ),
                ),
                (
                    "gallery",
                    {
                        "title": "Gjatë rrugës",
                        "pictures": [
                            {
                                "picture": "blocks",
                                "alt": (
                                    "Një qoshe pallatesh portokalli, rozë, të gjelbra e të verdha "
                                    "me ballkone të bardha."
                                ),
                                "caption": "Ngjyra",
                            },
                            {
                                "picture": "river",
                                "alt": (
                                    "Lana mes brigjeve të gjelbra, pallatet e lyera pasqyrohen në "
                                    "ujë."
                                ),
                                "caption": "Lumi",
                            },
                            {
                                "picture": "market",
                                "alt": "Çadrat e pazarit nga lart.",
                                "caption": "Kuzhina",
                            },
                            {
                                "picture": "mist",
                                "alt": "Qyteti në mjegullën e mëngjesit nën kreshtën e maleve.",
                                "caption": "Pamje nga teleferiku i Dajtit",
                            },
                        ],
                    },
                ),
                ("heading", "Njerëz që e dinë rrugën"),
                (
                    "paragraph",
                    (
                        "<p>Dyzet të rinj e mbarojnë këtë muaj kursin e udhërrëfyesve të qytetit. "
                        "Kursi u zhvillua në mbrëmje në shkollën profesionale, me histori, gjuhë, "
                        "ndihmë të parë dhe artin për ta mbyllur një rrëfim përpara se të lodhet "
                        "dëgjuesi. Secili ka kaluar një provim me tre të panjohur dhe një pasdite "
                        "me shi.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Askush nuk udhëton për të parë një broshurë. Njerëzit udhëtojnë që "
                            "dikush t’u tregojë një histori, në të cilën jeton vetë."
                        ),
                        "attribution": "Mësues në kursin e udhërrëfyesve",
                        "role": "Shkolla profesionale, Tiranë",
                    },
                ),
                (
                    "facts",
                    {
                        "title": "Për vizitorët",
                        "items": [
                            {
                                "label": "Harta",
                                "value": "Falas te pika e informacionit, në gjashtë gjuhë",
                            },
                            {
                                "label": "Shëtitje me udhërrëfyes",
                                "value": "Të shtunave e të dielave, ora 10:00",
                            },
                            {"label": "Çmimi", "value": "Paguani sa ju duket e drejtë"},
                            {"label": "Grupe", "value": "Me e-mail, një javë përpara"},
                        ],
                    },
                ),
                ("heading", "Çfarë mund të bëjë çdo banor"),
                (
                    "paragraph",
                    (
                        "<p>Fotografia më e bukur e rrugës suaj ndoshta është në telefonin tuaj. "
                        'Shtojeni te <a href="page:gallery">galeria e fotove</a> me një licencë që '
                        "u lejon të tjerëve ta përdorin dhe mund ta shihni në panairin e ardhshëm, "
                        "me emrin tuaj poshtë. E nëse takoni dikë që e mban hartën mbrapsht: "
                        "përshëndeteni.</p>"
                    ),
                ),
            ),
        },
        "related": ("books-without-tvsh", "city-archives"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "Four walks from Skanderbeg Square, a free map and forty new guides: what Tirana "
                "offers visitors in 2014."
            ),
            "sq": (
                "Katër shëtitje nga Sheshi Skënderbej, një hartë falas dhe dyzet udhërrëfyes të "
                "rinj: çfarë u ofron Tirana vizitorëve në vitin 2014."
            ),
        },
    },
    {
        "key": "books-without-tvsh",
        "slug": {
            "en": "albania-kosovo-mutual-waiver-of-tvsh-on-books",
            "sq": "shqiperi-kosove-heqje-e-ndersjelle-e-tvsh-se-per-librat",
        },
        "title": {
            "en": (
                "Albania-Kosovo, mutual waiver of TVSH on books and the elimination of double "
                "taxation."
            ),
            "sq": (
                "Shqipëri–Kosovë, heqje e ndërsjellë e TVSH-së për librat dhe eliminim i tatimit "
                "të dyfishtë."
            ),
        },
        "summary": {
            "en": (
                "One language, two tax offices: books are to cross the border without value added "
                "tax, and income earned on one side is to be taxed once. What readers and authors "
                "gain."
            ),
            "sq": (
                "Një gjuhë, dy zyra tatimore: librat do ta kalojnë kufirin pa TVSH dhe të ardhurat "
                "e fituara në njërën anë do të tatohen një herë. Çfarë fitojnë lexuesit dhe "
                "autorët."
            ),
        },
        "lead": {
            "en": (
                "A novel printed in Prishtina costs more in Tirana than its paper explains, and "
                "the other way round. An understanding between the two governments is to end that."
            ),
            "sq": (
                "Një roman i shtypur në Prishtinë kushton në Tiranë më shumë nga sa e shpjegon "
                "letra e tij, dhe anasjelltas. Një mirëkuptim mes dy qeverive pritet t’i japë fund "
                "kësaj."
            ),
        },
        "date": "2014-04-04",
        "topics": ("culture", "economy"),
        "authors": ("dorian-hysa", "teuta-marku"),
        "contact": "culture",
        "picture": {
            "picture": "blocks",
            "alt": {
                "en": (
                    "A corner of orange, pink, green and yellow painted blocks against a clear sky."
                ),
                "sq": (
                    "Një qoshe pallatesh të lyera në portokalli, rozë, të gjelbër e të verdhë nën "
                    "qiellin e kthjellët."
                ),
            },
            "caption": {
                "en": "Colour needs no customs form. Books soon won’t either.",
                "sq": "Ngjyrave nuk u duhet doganë. Së shpejti as librave.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>TVSH is the Albanian abbreviation of value added tax. A book that "
                        "crosses the border between Albania and Kosovo has so far met it twice: "
                        "once where it was printed, once where it is sold. Small publishers, who "
                        "print a thousand copies, feel it most. Many simply stopped sending books "
                        "across.</p>"
                        "<p>The two governments have agreed to waive the tax on books for each "
                        "other, and to settle by treaty that income is taxed in one place only. "
                        "The first helps readers; the second helps the people who write, "
                        "translate, draw and teach on both sides.</p>"
                    ),
                ),
                ("heading", "An example in figures"),
                (
                    "table",
                    {
                        "caption": (
                            "A novel of 240 pages, printed in one country and sold in the other "
                            "(example, in lekë)"
                        ),
                        "header": ["Cost", "Until now", "After the waiver"],
                        "rows": [
                            ["Author, paper, printing", "520", "520"],
                            ["Transport and customs forms", "90", "60"],
                            ["Value added tax", "122", "0"],
                            ["Bookshop", "268", "270"],
                            ["Price for the reader", "1,000", "850"],
                        ],
                    },
                ),
                ("heading", "What it means in Tirana"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>Libraries</b> can buy more titles for the same sum. The city "
                        "library will put the difference into children’s books.</li>"
                        "<li><b>Schools</b> get textbooks for Albanian language from both "
                        "markets.</li>"
                        "<li><b>Authors</b> who earn a fee at a festival on the other side declare "
                        "it once.</li>"
                        "<li><b>The book fair</b> in November expects twice as many stands from "
                        "Prishtina.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "A reader doesn’t ask on which side of the mountain a sentence was "
                            "written."
                        ),
                        "attribution": "Director of the city library",
                        "role": "Tirana",
                    },
                ),
                ("subheading", "When does it begin?"),
                (
                    "paragraph",
                    (
                        "<p>Both parliaments have to pass the change. Until then nothing is "
                        "different at the till, and no bookshop may promise otherwise. The portal "
                        "will say on this page when the day is fixed.</p>"
                        "<p>What can begin at once does: from May the libraries of both capitals "
                        "lend each other books for their readers. Ask at the desk, wait about a "
                        "week, pay nothing.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Bookshops may join in as well: nine of them keep a shelf of titles "
                        "from the other side, chosen by readers, with the price of the publisher "
                        "and no surcharge.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Lending between the capitals",
                        "items": [
                            {"label": "Who", "value": "Every holder of a library card"},
                            {"label": "How many", "value": "Three books at a time"},
                            {"label": "How long", "value": "Four weeks, once renewable"},
                            {"label": "Cost", "value": "Free"},
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Members of the community have started a list of books they have long "
                        'looked for. Add yours: <a href="page:community">discussions in the '
                        "community</a>.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>TVSH është shkurtesa e tatimit mbi vlerën e shtuar. Libri që kalon "
                        "kufirin mes Shqipërisë dhe Kosovës deri tani e ka takuar dy herë: një "
                        "herë ku shtypet e një herë ku shitet. Më shumë e ndiejnë botuesit e "
                        "vegjël, që shtypin një mijë kopje. Shumë prej tyre thjesht nuk dërgonin "
                        "më libra matanë.</p>"
                        "<p>Dy qeveritë janë marrë vesh t’ia heqin njëra-tjetrës tatimin për "
                        "librat dhe të përcaktojnë me marrëveshje që të ardhurat të tatohen vetëm "
                        "në një vend. E para u ndihmon lexuesve; e dyta atyre që shkruajnë, "
                        "përkthejnë, vizatojnë e japin mësim në të dyja anët.</p>"
                    ),
                ),
                ("heading", "Një shembull me shifra"),
                (
                    "table",
                    {
                        "caption": (
                            "Një roman prej 240 faqesh, i shtypur në njërin vend dhe i shitur në "
                            "tjetrin (shembull, në lekë)"
                        ),
                        "header": ["Zëri", "Deri tani", "Pas heqjes"],
                        "rows": [
                            ["Autori, letra, shtypi", "520", "520"],
                            ["Transporti dhe formularët doganorë", "90", "60"],
                            ["Tatimi mbi vlerën e shtuar", "122", "0"],
                            ["Libraria", "268", "270"],
                            ["Çmimi për lexuesin", "1.000", "850"],
                        ],
                    },
                ),
                ("heading", "Çfarë do të thotë për Tiranën"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>Bibliotekat</b> blejnë më shumë tituj me të njëjtën shumë. "
                        "Biblioteka e qytetit diferencën do ta japë për libra fëmijësh.</li>"
                        "<li><b>Shkollat</b> marrin tekste të gjuhës shqipe nga të dy tregjet.</li>"
                        "<li><b>Autorët</b> që fitojnë një honorar në një festival matanë kufirit "
                        "e deklarojnë një herë.</li>"
                        "<li><b>Panairi i librit</b> në nëntor pret dy herë më shumë stenda nga "
                        "Prishtina.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": "Lexuesi nuk pyet në cilën anë të malit është shkruar një fjali.",
                        "attribution": "Drejtoresha e bibliotekës së qytetit",
                        "role": "Tiranë",
                    },
                ),
                ("subheading", "Kur fillon?"),
                (
                    "paragraph",
                    (
                        "<p>Ndryshimin duhet ta miratojnë të dy parlamentet. Deri atëherë në arkë "
                        "nuk ndryshon gjë dhe asnjë librari nuk mund të premtojë ndryshe. Portali "
                        "do ta shkruajë në këtë faqe kur të caktohet dita.</p>"
                        "<p>Ajo që mund të nisë menjëherë, nis: nga maji bibliotekat e të dy "
                        "kryeqyteteve ia huazojnë librat njëra-tjetrës për lexuesit e tyre. Pyesni "
                        "në sportel, prisni rreth një javë, nuk paguani asgjë.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Mund të marrin pjesë edhe libraritë: nëntë prej tyre mbajnë një raft "
                        "me tituj nga ana tjetër, të zgjedhur nga lexuesit, me çmimin e botuesit "
                        "dhe pa asnjë shtesë.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Huazimi mes kryeqyteteve",
                        "items": [
                            {"label": "Kush", "value": "Kushdo që ka kartë biblioteke"},
                            {"label": "Sa", "value": "Tre libra njëherësh"},
                            {"label": "Për sa kohë", "value": "Katër javë, me një shtyrje"},
                            {"label": "Çmimi", "value": "Falas"},
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Anëtarët e komunitetit kanë nisur një listë librash që i kanë kërkuar "
                        'prej kohësh. Shtoni tuajin: <a href="page:community">diskutimet në '
                        "komunitet</a>.</p>"
                    ),
                ),
            ),
        },
        "related": ("promote-tourism", "consumer-protection", "city-archives"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "Books between Albania and Kosovo without value added tax, income taxed once: what "
                "readers, libraries and authors gain."
            ),
            "sq": (
                "Libra mes Shqipërisë dhe Kosovës pa TVSH, të ardhura të tatuara një herë: çfarë "
                "fitojnë lexuesit, bibliotekat dhe autorët."
            ),
        },
    },
    {
        "key": "vocational-education",
        "slug": {
            "en": "vocational-education-priority-of-the-government",
            "sq": "arsimi-profesional-perparesi-e-qeverise",
        },
        "title": {
            "en": "Vocational education priority of the government, appreciate such initiatives.",
            "sq": "Arsimi profesional përparësi e qeverisë, nisma të tilla vlerësohen.",
        },
        "summary": {
            "en": (
                "Electricians, welders, cooks and network technicians are missing everywhere. A "
                "night school, paid training places and open workshops bring the trades closer to "
                "young people."
            ),
            "sq": (
                "Kudo mungojnë elektricistë, saldatorë, kuzhinierë dhe teknikë rrjetesh. Një "
                "shkollë nate, praktika të paguara dhe punishte të hapura i afrojnë zanatet me të "
                "rinjtë."
            ),
        },
        "lead": {
            "en": (
                "For years a diploma from a vocational school was something to apologise for. "
                "Firms that can’t find an electrician have changed their minds, and so has the "
                "government."
            ),
            "sq": (
                "Për vite të tëra diploma e shkollës profesionale ishte diçka për të kërkuar "
                "falje. Firmat që nuk gjejnë dot një elektricist kanë ndërruar mendje, e bashkë me "
                "to edhe qeveria."
            ),
        },
        "date": "2014-04-02",
        "topics": ("education", "economy"),
        "authors": ("dorian-hysa",),
        "contact": "schools",
        "picture": {
            "picture": "roofs",
            "alt": {
                "en": "Solar panels and small gardens on the flat roofs of painted blocks.",
                "sq": (
                    "Panele diellore dhe kopshte të vogla në çatitë e sheshta të pallateve të "
                    "lyera."
                ),
            },
            "caption": {
                "en": "Every panel on these roofs was mounted by someone who learned how.",
                "sq": "Çdo panel në këto çati e ka montuar dikush që e ka mësuar këtë punë.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The government has named vocational education a priority and has said "
                        "that it appreciates initiatives of cities and firms that make training "
                        "better. Tirana takes the sentence at its word. From this spring three "
                        "things begin, each small enough to start at once and large enough to be "
                        "copied.</p>"
                    ),
                ),
                ("heading", "A night school for electricians"),
                (
                    "paragraph",
                    (
                        "<p>Twenty-four people, from seventeen to fifty-one years of age, learn "
                        "house installation on four evenings a week. The workshop belongs to the "
                        "vocational school and used to be dark after 14:00. Teachers are master "
                        "craftsmen; the examination is the same as by day. A second group opens as "
                        "soon as twenty names are on the list.</p>"
                    ),
                ),
                ("heading", "Places that are paid"),
                (
                    "paragraph",
                    (
                        "<p>Thirty-one firms offer a training place for at least nine months, with "
                        "a contract, insurance and pay of no less than half the minimum wage. The "
                        "city pays for the work clothes and the bus pass. A trainee who is used "
                        "only to carry and to sweep can call a number; the firm then has two weeks "
                        "to put it right or loses its place on the list.</p>"
                    ),
                ),
                (
                    "table",
                    {
                        "caption": "Training places from September 2014",
                        "header": ["Trade", "Places", "Of these, in the evening"],
                        "rows": [
                            ["Electrical installation", "38", "24"],
                            ["Welding and metalwork", "22", "0"],
                            ["Kitchen and service", "45", "12"],
                            ["Networks and telecommunications", "26", "10"],
                            ["Care for the elderly", "18", "8"],
                        ],
                    },
                ),
                (
                    "quote",
                    {
                        "text": (
                            "I repaired lamps for thirty years without knowing why they broke. Now "
                            "I know, and I charge for it."
                        ),
                        "attribution": "Student of the night school, 51",
                        "role": "Tirana",
                    },
                ),
                ("heading", "Open workshops"),
                (
                    "paragraph",
                    (
                        "<p>On the first Saturday of each month the workshops open their doors to "
                        "pupils of the eighth and ninth grade and to their parents. Nothing is "
                        "explained from a stage: visitors weld a hook, wire a switch or bake a "
                        "tray of bread, and take it home.</p>"
                        "<ul><li>5 April: electricity and solar panels, with Dajti Solar</li>"
                        "<li>3 May: kitchen and bakery</li>"
                        "<li>7 June: networks, with Ura Telekom</li></ul>"
                    ),
                ),
                ("subheading", "Girls welcome, and meant"),
                (
                    "paragraph",
                    (
                        "<p>Of the first twenty-four night students seven are women. The school "
                        "has put in what was missing: a changing room, gloves in small sizes and "
                        "two women among the teachers.</p>"
                        "<p>To enrol, bring an identity card and your last certificate to the "
                        "school on any weekday after 16:00, or ask through the <a "
                        'href="page:contact">contact page</a>.</p>'
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Qeveria e ka shpallur arsimin profesional përparësi dhe ka thënë se i "
                        "vlerëson nismat e qyteteve e të firmave që e përmirësojnë përgatitjen. "
                        "Tirana e merr seriozisht këtë fjali. Nga kjo pranverë nisin tri gjëra, "
                        "secila aq e vogël sa të fillojë menjëherë dhe aq e madhe sa të "
                        "kopjohet.</p>"
                    ),
                ),
                ("heading", "Një shkollë nate për elektricistë"),
                (
                    "paragraph",
                    (
                        "<p>Njëzet e katër veta, nga shtatëmbëdhjetë deri në pesëdhjetë e një "
                        "vjeç, mësojnë instalime shtëpiake katër mbrëmje në javë. Punishtja është "
                        "e shkollës profesionale dhe më parë mbetej në errësirë pas orës 14:00. "
                        "Mësues janë mjeshtra zanati; provimi është i njëjtë si ditën. Grupi i "
                        "dytë hapet sapo lista të ketë njëzet emra.</p>"
                    ),
                ),
                ("heading", "Vende që paguhen"),
                (
                    "paragraph",
                    (
                        "<p>Tridhjetë e një firma ofrojnë praktikë për të paktën nëntë muaj, me "
                        "kontratë, sigurime dhe pagë jo më të vogël se gjysma e pagës minimale. "
                        "Bashkia paguan rrobat e punës dhe abonenë e autobusit. Praktikanti që "
                        "përdoret vetëm për të mbartur e për të fshirë mund të telefonojë një "
                        "numër; firma ka pastaj dy javë kohë ta ndreqë, përndryshe del nga "
                        "lista.</p>"
                    ),
                ),
                (
                    "table",
                    {
                        "caption": "Vende praktike nga shtatori 2014",
                        "header": ["Zanati", "Vende", "Prej tyre, në mbrëmje"],
                        "rows": [
                            ["Instalime elektrike", "38", "24"],
                            ["Saldim dhe punime metali", "22", "0"],
                            ["Kuzhinë dhe shërbim", "45", "12"],
                            ["Rrjete dhe telekomunikacion", "26", "10"],
                            ["Kujdes për të moshuarit", "18", "8"],
                        ],
                    },
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Tridhjetë vjet ndreqa llamba pa e ditur pse prisheshin. Tani e di dhe "
                            "paguhem për këtë."
                        ),
                        "attribution": "Nxënës i shkollës së natës, 51 vjeç",
                        "role": "Tiranë",
                    },
                ),
                ("heading", "Punishte të hapura"),
                (
                    "paragraph",
                    (
                        "<p>Të shtunën e parë të çdo muaji punishtet u hapin dyert nxënësve të "
                        "klasave të teta e të nënta dhe prindërve të tyre. Asgjë nuk shpjegohet "
                        "nga skena: vizitorët saldojnë një grep, lidhin një çelës drite ose pjekin "
                        "një tavë bukë dhe e marrin me vete.</p>"
                        "<ul><li>5 prill: energji elektrike dhe panele diellore, me Dajti "
                        "Solar</li>"
                        "<li>3 maj: kuzhinë dhe furrë</li>"
                        "<li>7 qershor: rrjete, me Ura Telekom</li></ul>"
                    ),
                ),
                ("subheading", "Vajzat janë të mirëpritura, me gjithë mend"),
                (
                    "paragraph",
                    (
                        "<p>Nga njëzet e katër nxënësit e parë të natës shtatë janë gra. Shkolla "
                        "ka sjellë atë që mungonte: një dhomë zhveshjeje, doreza në masa të vogla "
                        "dhe dy mësuese.</p>"
                        "<p>Për t’u regjistruar, sillni kartën e identitetit dhe dëftesën e fundit "
                        "në shkollë, çdo ditë pune pas orës 16:00, ose pyesni te <a "
                        'href="page:contact">faqja e kontaktit</a>.</p>'
                    ),
                ),
            ),
        },
        "related": ("youth-new-knowledge", "energy-emergencies"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "A night school for electricians, paid training places and open workshops: "
                "vocational education in Tirana in 2014."
            ),
            "sq": (
                "Një shkollë nate për elektricistë, praktika të paguara dhe punishte të hapura: "
                "arsimi profesional në Tiranë në vitin 2014."
            ),
        },
    },
)
