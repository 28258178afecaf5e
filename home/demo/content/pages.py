"""Standard pages, the contact page and the feeds of the demo."""

from home.demo.content.pages_legal import LEGAL_PAGES

STANDARD_PAGES = (
    {
        "key": "about",
        "slug": {"en": "about-smart-city", "sq": "rreth-smart-city"},
        "title": {"en": "Welcome to Smart City", "sq": "Mirë se vini në Smart City"},
        "summary": {
            "en": (
                "What a smart city is, the five characteristics by which it is known, and what "
                "this portal does for them."
            ),
            "sq": (
                "Çfarë është një qytet i zgjuar, pesë karakteristikat nga të cilat njihet dhe "
                "çfarë bën ky portal për to."
            ),
        },
        "seo_description": {
            "en": (
                "What makes a city smart: five characteristics, and the people who use, question "
                "and repair it."
            ),
            "sq": (
                "Çfarë e bën të zgjuar një qytet: pesë karakteristika dhe njerëzit që e përdorin, "
                "e pyesin dhe e ndreqin."
            ),
        },
        "paint": "dajti",
        "review": {"owner": "press", "reviewed": {"days": -20}, "review_by": {"days": 345}},
        "picture": {
            "picture": "blocks",
            "alt": {
                "en": (
                    "A corner of orange, pink, green and yellow painted blocks, a mountain behind."
                ),
                "sq": (
                    "Një qoshe pallatesh të lyera në portokalli, rozë, të gjelbër e të verdhë, pas "
                    "tyre një mal."
                ),
            },
        },
        "lead": {
            "en": (
                "Throughout history cities have been and are the visible artifact of information "
                "society, technological change, economic growth and cultural transformation."
            ),
            "sq": (
                "Gjatë gjithë historisë qytetet kanë qenë dhe janë gjurma e dukshme e shoqërisë së "
                "informacionit, ndryshimit teknologjik, rritjes ekonomike dhe shndërrimit kulturor."
            ),
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
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
                ),
                ("heading", "The five characteristics"),
                ("subheading", "People"),
                (
                    "paragraph",
                    (
                        "<p>A city knows as much as the people in it, and only if they speak with "
                        "one another. Schools that go on after 14:00, libraries open until "
                        "midnight before examinations, and a place where a question gets an "
                        'answer: see the <a href="page:community">community</a> and the news on <a '
                        'href="page:youth-new-knowledge">young people and new knowledge</a>.</p>'
                    ),
                ),
                ("subheading", "Economy"),
                (
                    "paragraph",
                    (
                        "<p>Work that feeds a family, trades that are learned here, firms that "
                        "find the people they need. Smart means, too, that a buyer knows what is "
                        'due to them: see <a href="page:vocational-education">vocational '
                        'education</a> and <a href="page:consumer-protection">consumer '
                        "protection</a>.</p>"
                    ),
                ),
                ("subheading", "Mobility"),
                (
                    "paragraph",
                    (
                        "<p>To get where one has to go, without owning a car and without being "
                        "afraid. Buses that keep their word, bays that say whether they are free, "
                        "routes on which a child can walk alone: see the <a "
                        'href="page:project-transport">urban transport service</a>, <a '
                        'href="page:project-parking">Parking Point</a> and <a '
                        'href="page:safe-routes">safe routes to school</a>.</p>'
                    ),
                ),
                ("subheading", "Environment"),
                (
                    "paragraph",
                    (
                        "<p>Shade, clean water, quiet nights and less waste. What is measured is "
                        "published, also when it has become worse. See <a "
                        'href="page:green-cities">Green Cities</a> and <a '
                        'href="page:hands-for-the-lana">Hands for the Lana</a>.</p>'
                    ),
                ),
                ("subheading", "Living"),
                (
                    "paragraph",
                    (
                        "<p>Culture, health and safety on every floor of the block, not only on "
                        "the boulevard. A reading room without steps is as smart as any sensor: "
                        'see the <a href="page:city-archives">archive of the city</a>.</p>'
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "square",
                        "alt": (
                            "Many people in small groups on a square with a great round pattern in "
                            "the paving."
                        ),
                        "caption": "A square is what a city has in common. In Albanian: sheshi.",
                    },
                ),
                ("heading", "What this portal does"),
                (
                    "paragraph",
                    (
                        "<ul><li>It tells what is decided, built, planted and repaired, and puts "
                        "mistakes right in public.</li>"
                        "<li>It shows how far each promise has come, and what came of it.</li>"
                        "<li>It asks residents, and answers them.</li>"
                        "<li>It shows the city as its people see it.</li></ul>"
                        "<p>Partners help to pay for it. They don’t choose the news, and what they "
                        'give is listed on <a href="page:partners">their pages</a>.</p>'
                    ),
                ),
                ("call_to_action", {"text": "Become part of the community", "page": "community"}),
            ),
            "sq": (
                (
                    "paragraph",
                    (
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
                ),
                ("heading", "Pesë karakteristikat"),
                ("subheading", "Njerëzit"),
                (
                    "paragraph",
                    (
                        "<p>Një qytet di aq sa dinë njerëzit e tij, dhe vetëm nëse ata flasin me "
                        "njëri-tjetrin. Shkolla që vazhdojnë pas orës 14:00, biblioteka të hapura "
                        "deri në mesnatë para provimeve dhe një vend ku pyetja merr përgjigje: "
                        'shihni <a href="page:community">komunitetin</a> dhe lajmin për <a '
                        'href="page:youth-new-knowledge">të rinjtë dhe dijet e reja</a>.</p>'
                    ),
                ),
                ("subheading", "Ekonomia"),
                (
                    "paragraph",
                    (
                        "<p>Punë që mban një familje, zanate që mësohen këtu, firma që i gjejnë "
                        "njerëzit që u duhen. I zgjuar do të thotë gjithashtu që blerësi ta dijë "
                        'se çfarë i takon: shihni <a href="page:vocational-education">arsimin '
                        'profesional</a> dhe <a href="page:consumer-protection">mbrojtjen e '
                        "konsumatorit</a>.</p>"
                    ),
                ),
                ("subheading", "Lëvizshmëria"),
                (
                    "paragraph",
                    (
                        "<p>Të arrish atje ku duhet, pa pasur makinë dhe pa pasur frikë. Autobusë "
                        "që e mbajnë fjalën, vende parkimi që thonë nëse janë të lira, rrugë ku "
                        'një fëmijë ecën vetëm: shihni <a href="page:project-transport">shërbimin '
                        'e transportit urban</a>, <a href="page:project-parking">Parking Point</a> '
                        'dhe <a href="page:safe-routes">rrugët e sigurta për në shkollë</a>.</p>'
                    ),
                ),
                ("subheading", "Mjedisi"),
                (
                    "paragraph",
                    (
                        "<p>Hije, ujë i pastër, net të qeta dhe më pak mbetje. Ajo që matet "
                        "botohet, edhe kur është përkeqësuar. Shihni <a "
                        'href="page:green-cities">Qytete të Gjelbra</a> dhe <a '
                        'href="page:hands-for-the-lana">Duar për Lanën</a>.</p>'
                    ),
                ),
                ("subheading", "Jetesa"),
                (
                    "paragraph",
                    (
                        "<p>Kulturë, shëndet e siguri në çdo kat të pallatit, jo vetëm në "
                        "bulevard. Një sallë leximi pa shkallë është po aq e zgjuar sa çdo sensor: "
                        'shihni <a href="page:city-archives">arkivin e qytetit</a>.</p>'
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "square",
                        "alt": (
                            "Shumë njerëz në grupe të vogla në një shesh me një motiv të madh "
                            "rrethor në shtrim."
                        ),
                        "caption": "Sheshi është ajo që qyteti ka të përbashkët.",
                    },
                ),
                ("heading", "Çfarë bën ky portal"),
                (
                    "paragraph",
                    (
                        "<ul><li>Tregon çfarë vendoset, ndërtohet, mbillet e ndreqet dhe i ndreq "
                        "gabimet në sy të publikut.</li>"
                        "<li>Tregon ku ka arritur çdo premtim dhe çfarë doli prej tij.</li>"
                        "<li>I pyet banorët dhe u përgjigjet.</li>"
                        "<li>E tregon qytetin siç e shohin njerëzit e tij.</li></ul>"
                        "<p>Partnerët ndihmojnë për ta paguar. Lajmet nuk i zgjedhin ata dhe çfarë "
                        'japin është e shënuar në <a href="page:partners">faqet e tyre</a>.</p>'
                    ),
                ),
                ("call_to_action", {"text": "Bëhu pjesë e komunitetit", "page": "community"}),
            ),
        },
    },
    {
        "key": "community-rules",
        "slug": {"en": "community-rules", "sq": "rregullat-e-komunitetit"},
        "title": {"en": "Community rules", "sq": "Rregullat e komunitetit"},
        "summary": {
            "en": (
                "Speak as you would across a café table. What we ask of one another, what "
                "moderators do, and how to object to their decision."
            ),
            "sq": (
                "Flisni si do të flisnit në një tavolinë kafeneje. Çfarë i kërkojmë njëri-tjetrit, "
                "çfarë bëjnë moderatorët dhe si kundërshtohet vendimi i tyre."
            ),
        },
        "seo_description": {
            "en": (
                "The rules of the Smart City Tirana community: seven short sentences, fair "
                "moderation and the right to object."
            ),
            "sq": (
                "Rregullat e komunitetit Smart City Tirana: shtatë fjali të shkurtra, moderim i "
                "drejtë dhe e drejta për të kundërshtuar."
            ),
        },
        "paint": "rose",
        "review": {"owner": "press", "reviewed": {"days": -30}, "review_by": {"days": 335}},
        "picture": {
            "picture": "market",
            "alt": {
                "en": "Parasols of the market from above, people in conversation between them.",
                "sq": "Çadrat e pazarit nga lart, mes tyre njerëz në bisedë.",
            },
        },
        "lead": {
            "en": (
                "Speak as you would across a café table: to a person, about a matter, ready to be "
                "convinced."
            ),
            "sq": (
                "Flisni si do të flisnit në një tavolinë kafeneje: me një njeri, për një çështje, "
                "gati për t’u bindur."
            ),
        },
        "body": {
            "en": (
                ("heading", "Seven rules"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>Stay with the matter.</b> One subject, one discussion. A clear "
                        "title gets better answers.</li>"
                        "<li><b>Criticise what is done, not who someone is.</b> Nobody is attacked "
                        "for origin, faith, sex, disability, party or quarter.</li>"
                        "<li><b>Say how you know.</b> A source, a photograph, your own experience: "
                        "each is good if it is named.</li>"
                        "<li><b>Leave others in private.</b> No addresses, telephone numbers or "
                        "faces without consent.</li>"
                        "<li><b>Nothing against the law.</b> No threats, no call to violence, no "
                        "stolen texts or pictures.</li>"
                        "<li><b>No advertising.</b> Neither for goods nor for candidates. If you "
                        "speak for a firm or an office, say so.</li>"
                        "<li><b>Albanian or English.</b> Both are answered; dialects are "
                        "welcome.</li></ol>"
                    ),
                ),
                ("heading", "What moderators do"),
                (
                    "paragraph",
                    (
                        "<p>A moderator reads the first three posts of every new member before "
                        "they appear, usually within a working day. After that posts appear at "
                        "once. A post that breaks a rule is hidden, with the rule named in its "
                        "place; nobody changes your words.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Steps, in this order",
                        "items": [
                            {
                                "label": "First time",
                                "value": "The post is hidden; the author is told why",
                            },
                            {
                                "label": "Second time",
                                "value": "Posts are read beforehand for two weeks",
                            },
                            {
                                "label": "Third time",
                                "value": "No writing for a month; reading stays open",
                            },
                            {
                                "label": "Threats and hate",
                                "value": "No writing, at once; the police where the law demands it",
                            },
                        ],
                    },
                ),
                ("heading", "If you disagree"),
                (
                    "paragraph",
                    (
                        "<p>Object within thirty days, once, in two sentences or twenty: the "
                        "message about the decision has a link to it. Someone who did not take the "
                        "decision reads it anew and answers within a week, with reasons. If you "
                        "were right, the post returns together with its replies.</p>"
                    ),
                ),
                ("heading", "When the city answers"),
                (
                    "paragraph",
                    (
                        "<p>People from the administration write under the name of their service "
                        "and with the mark “City team”. A question with more than twenty "
                        "supporters gets an answer within ten working days, be it only to say when "
                        "the answer will be known.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "The best thread I have read here began with a complaint and ended "
                            "with eight lime trees."
                        ),
                        "attribution": "Moderator",
                        "role": "Community of Smart City Tirana",
                    },
                ),
            ),
            "sq": (
                ("heading", "Shtatë rregulla"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>Rrini te çështja.</b> Një temë, një diskutim. Një titull i "
                        "qartë merr përgjigje më të mira.</li>"
                        "<li><b>Kritikoni atë që bëhet, jo atë që është dikush.</b> Askush nuk "
                        "sulmohet për prejardhjen, besimin, gjininë, aftësinë e kufizuar, partinë "
                        "a lagjen.</li>"
                        "<li><b>Tregoni nga e dini.</b> Një burim, një fotografi, përvoja juaj: "
                        "secila vlen, nëse thuhet.</li>"
                        "<li><b>Lërini të tjerët në jetën e tyre.</b> Pa adresa, numra telefoni a "
                        "fytyra pa pëlqim.</li>"
                        "<li><b>Asgjë kundër ligjit.</b> Pa kërcënime, pa thirrje për dhunë, pa "
                        "tekste a figura të vjedhura.</li>"
                        "<li><b>Pa reklama.</b> As për mallra, as për kandidatë. Nëse flisni për "
                        "një firmë a një zyrë, thojeni.</li>"
                        "<li><b>Shqip ose anglisht.</b> Të dyjave u përgjigjemi; të folmet janë të "
                        "mirëpritura.</li></ol>"
                    ),
                ),
                ("heading", "Çfarë bëjnë moderatorët"),
                (
                    "paragraph",
                    (
                        "<p>Një moderator i lexon tri postimet e para të çdo anëtari të ri përpara "
                        "se të dalin, zakonisht brenda një dite pune. Më pas postimet dalin "
                        "menjëherë. Postimi që shkel një rregull fshihet nga pamja dhe në vendin e "
                        "tij shkruhet rregulli; fjalët tuaja nuk i ndryshon askush.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Hapat, sipas kësaj radhe",
                        "items": [
                            {
                                "label": "Herën e parë",
                                "value": "Postimi fshihet nga pamja; autorit i thuhet pse",
                            },
                            {
                                "label": "Herën e dytë",
                                "value": "Për dy javë postimet lexohen më parë",
                            },
                            {
                                "label": "Herën e tretë",
                                "value": "Një muaj pa shkruar; leximi mbetet i hapur",
                            },
                            {
                                "label": "Kërcënime e urrejtje",
                                "value": "Pa shkruar, menjëherë; policia kur e kërkon ligji",
                            },
                        ],
                    },
                ),
                ("heading", "Nëse nuk jeni dakord"),
                (
                    "paragraph",
                    (
                        "<p>Kundërshtoni brenda tridhjetë ditësh, një herë, me dy fjali a me "
                        "njëzet: lidhjen e gjeni në mesazhin për vendimin. E lexon nga e para "
                        "dikush që nuk e ka marrë vendimin dhe përgjigjet brenda një jave, me "
                        "arsye. Nëse kishit të drejtë, postimi kthehet bashkë me përgjigjet e tij."
                        "</p>"
                    ),
                ),
                ("heading", "Kur përgjigjet qyteti"),
                (
                    "paragraph",
                    (
                        "<p>Njerëzit e administratës shkruajnë me emrin e shërbimit të tyre dhe me "
                        "shenjën “Ekipi i qytetit”. Pyetja me më shumë se njëzet mbështetës merr "
                        "përgjigje brenda dhjetë ditëve të punës, qoftë edhe vetëm për të thënë "
                        "kur do të dihet përgjigjja.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Diskutimi më i mirë që kam lexuar këtu nisi me një ankesë dhe mbaroi "
                            "me tetë blirë."
                        ),
                        "attribution": "Moderatore",
                        "role": "Komuniteti i Smart City Tirana",
                    },
                ),
            ),
        },
    },
    {
        "key": "stay-informed",
        "slug": {"en": "stay-informed", "sq": "qendro-i-informuar"},
        "title": {"en": "Stay informed", "sq": "Qëndro i informuar"},
        "summary": {
            "en": (
                "Feeds, calendar, newsletter and e-mail: four ways to hear from the city, two of "
                "them without giving any address."
            ),
            "sq": (
                "Kanale RSS, kalendar, buletin dhe e-mail: katër mënyra për të marrë lajme nga "
                "qyteti, dy prej tyre pa dhënë asnjë adresë."
            ),
        },
        "seo_description": {
            "en": "News feeds, event calendar and newsletter of Smart City Tirana.",
            "sq": "Kanalet e lajmeve, kalendari i ngjarjeve dhe buletini i Smart City Tirana.",
        },
        "paint": "saffron",
        "review": {"owner": "press", "reviewed": {"days": -12}, "review_by": {"days": 180}},
        "picture": {
            "picture": "dusk",
            "alt": {
                "en": "Roofs and towers at dusk under two ridges of mountains.",
                "sq": "Çati e kulla në muzg nën dy kreshta malesh.",
            },
        },
        "lead": {
            "en": "You choose how the city reaches you, and you can leave again at any time.",
            "sq": "Ju zgjidhni si ju arrin qyteti dhe mund të largoheni në çdo kohë.",
        },
        "body": {
            "en": (
                ("heading", "News feeds, without an address"),
                (
                    "paragraph",
                    (
                        "<p>A feed reader is a program or a web page that collects headlines for "
                        "you. Copy one of these addresses into it:</p>"
                        '<ul><li><a href="feed:news-rss">All news (RSS)</a></li>'
                        '<li><a href="feed:news-atom">All news (Atom)</a></li></ul>'
                        '<p>Each topic in the <a href="page:news">news</a> has a feed of its own: '
                        "choose the topic, then the feed at the end of the list.</p>"
                    ),
                ),
                ("heading", "Events in your calendar"),
                (
                    "paragraph",
                    (
                        '<p>Subscribe to <a href="feed:events-calendar">all events (iCalendar)</a> '
                        "in the calendar of your telephone; changes of place or hour arrive by "
                        "themselves. Each event also has a file of its own.</p>"
                    ),
                ),
                ("heading", "The newsletter"),
                (
                    "paragraph",
                    (
                        "<p>Once a month, on one page, in Albanian or English. All numbers are "
                        'among the <a href="page:publications">publications</a>. To get it by '
                        "e-mail, choose “Follow by e-mail” on the newsletter’s page there; we ask "
                        "back once whether the address is yours. Paper copies lie in libraries and "
                        "health centres.</p>"
                    ),
                ),
                ("heading", "E-mail about single things"),
                (
                    "paragraph",
                    (
                        '<p>A <a href="page:campaigns">campaign</a>, a topic of the '
                        '<a href="page:news">news</a> and a series of publications can be followed '
                        "from their own pages, without an account. Members of the "
                        '<a href="page:community">community</a> decide in their profile which '
                        "messages they get. Every message names the reason why it was sent, and "
                        "ends with a link that stops it.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Our promise",
                        "items": [
                            {
                                "label": "Your address",
                                "value": "stays with us and is used for nothing else",
                            },
                            {"label": "Opened or not", "value": "we don’t measure it"},
                            {"label": "Leaving", "value": "one click, at once"},
                        ],
                    },
                ),
            ),
            "sq": (
                ("heading", "Kanale lajmesh, pa adresë"),
                (
                    "paragraph",
                    (
                        "<p>Lexuesi i kanaleve është një program a një faqe interneti që i mbledh "
                        "titujt për ju. Kopjoni në të njërën nga këto adresa:</p>"
                        '<ul><li><a href="feed:news-rss">Të gjitha lajmet (RSS)</a></li>'
                        '<li><a href="feed:news-atom">Të gjitha lajmet (Atom)</a></li></ul>'
                        '<p>Çdo temë te <a href="page:news">lajmet</a> ka kanalin e vet: zgjidhni '
                        "temën, pastaj kanalin në fund të listës.</p>"
                    ),
                ),
                ("heading", "Ngjarjet në kalendarin tuaj"),
                (
                    "paragraph",
                    (
                        '<p>Abonohuni te <a href="feed:events-calendar">të gjitha ngjarjet '
                        "(iCalendar)</a> në kalendarin e telefonit; ndryshimet e vendit a të orës "
                        "vijnë vetë. Edhe çdo ngjarje ka skedarin e vet.</p>"
                    ),
                ),
                ("heading", "Buletini"),
                (
                    "paragraph",
                    (
                        "<p>Një herë në muaj, në një faqe, në shqip ose në anglisht. Të gjithë "
                        'numrat janë te <a href="page:publications">botimet</a>. Për ta marrë me '
                        "e-mail, zgjidhni “Ndiqeni me e-mail” te faqja e buletinit; ju pyesim "
                        "një herë nëse adresa është juaja. Kopje të shtypura ka në biblioteka dhe "
                        "në qendra shëndetësore.</p>"
                    ),
                ),
                ("heading", "E-mail për gjëra të veçanta"),
                (
                    "paragraph",
                    (
                        '<p>Një <a href="page:campaigns">fushatë</a>, një temë e '
                        '<a href="page:news">lajmeve</a> dhe një seri botimesh ndiqen nga faqet e '
                        "tyre, pa llogari. Anëtarët e "
                        '<a href="page:community">komunitetit</a> vendosin në profilin e tyre '
                        "cilat mesazhe marrin. Çdo mesazh thotë pse është dërguar dhe mbaron "
                        "me një lidhje që e ndalon.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Premtimi ynë",
                        "items": [
                            {
                                "label": "Adresa juaj",
                                "value": "rri te ne dhe nuk përdoret për asgjë tjetër",
                            },
                            {"label": "E hapët apo jo", "value": "nuk e masim"},
                            {"label": "Largimi", "value": "me një klik, menjëherë"},
                        ],
                    },
                ),
            ),
        },
    },
    *LEGAL_PAGES,
)

CONTACT_PAGE = {
    "key": "contact",
    "slug": {"en": "contact", "sq": "kontakti"},
    "title": {"en": "Contact", "sq": "Kontakti"},
    "summary": {
        "en": (
            "Write to the city: a question, a mistake, a barrier, an idea. You get a receipt "
            "number and an answer within five working days."
        ),
        "sq": (
            "Shkruajini qytetit: një pyetje, një gabim, një pengesë, një ide. Merrni një numër "
            "dëshmie dhe përgjigje brenda pesë ditëve të punës."
        ),
    },
    "seo_description": {
        "en": (
            "Write to Smart City Tirana. You get a receipt number and an answer within five "
            "working days."
        ),
        "sq": (
            "Shkruajini Smart City Tirana. Merrni një numër protokolli dhe përgjigje brenda pesë "
            "ditëve të punës."
        ),
    },
    "paint": "carmine",
    "review": {"owner": "press", "reviewed": {"days": -8}, "review_by": {"days": 180}},
    "intro": {
        "en": (
            "<p>Tell us in your own words what it is about. One message is enough: it gets a "
            "number, goes to the right desk and is answered within five working days.</p>"
            "<p>In an emergency don’t write: call 112.</p>"
        ),
        "sq": (
            "<p>Na tregoni me fjalët tuaja për çfarë bëhet fjalë. Mjafton një mesazh: ai merr një "
            "numër, shkon në sportelin e duhur dhe merr përgjigje brenda pesë ditëve të punës.</p>"
            "<p>Në rast urgjence mos shkruani: telefononi 112.</p>"
        ),
    },
    "to_address": "hello@smartcity.example",
    "subject": {"en": "Message from the contact page", "sq": "Mesazh nga faqja e kontaktit"},
    "button": {"en": "Send message", "sq": "Dërgo mesazhin"},
    # Types are those of Wagtail's form builder.
    "fields": (
        {
            "key": "name",
            "type": "singleline",
            "required": True,
            "autocomplete": "name",
            "label": {"en": "Your name", "sq": "Emri juaj"},
            "help_text": {"en": "", "sq": ""},
        },
        {
            "key": "email",
            "type": "email",
            "required": True,
            "autocomplete": "email",
            "label": {"en": "E-mail", "sq": "E-mail"},
            "help_text": {
                "en": "For our answer, and for nothing else.",
                "sq": "Për përgjigjen tonë dhe për asgjë tjetër.",
            },
        },
        {
            "key": "subject",
            "type": "dropdown",
            "required": True,
            "autocomplete": "",
            "label": {"en": "What is it about?", "sq": "Për çfarë bëhet fjalë?"},
            "help_text": {"en": "", "sq": ""},
            "choices": (
                {"en": "A question or an idea", "sq": "Një pyetje a një ide"},
                {
                    "en": "Streets, light, waste, building sites",
                    "sq": "Rrugë, drita, mbetje, kantiere",
                },
                {"en": "Trees and parks", "sq": "Pemë e parqe"},
                {"en": "Buses, bicycles, parking", "sq": "Autobusë, biçikleta, parkim"},
                {"en": "Prices and consumer rights", "sq": "Çmime dhe të drejtat e konsumatorit"},
                {"en": "Schools and young people", "sq": "Shkolla dhe të rinj"},
                {"en": "A mistake on this portal", "sq": "Një gabim në këtë portal"},
                {"en": "Accessibility", "sq": "Qasshmëria"},
                {"en": "Privacy", "sq": "Privatësia"},
                {"en": "Decision of a moderator", "sq": "Vendimi i një moderatori"},
                {"en": "Newsletter", "sq": "Buletini"},
                {"en": "Become a partner", "sq": "Bëhu partner"},
            ),
        },
        {
            "key": "message",
            "type": "multiline",
            "required": True,
            "autocomplete": "off",
            "label": {"en": "Message", "sq": "Mesazhi"},
            "help_text": {
                "en": "Place and time help us, if it is about a place. 3,000 characters at most.",
                "sq": (
                    "Vendi dhe koha na ndihmojnë, nëse bëhet fjalë për një vend. Më së shumti "
                    "3.000 shenja."
                ),
            },
            "max_length": 3000,
        },
        {
            "key": "consent",
            "type": "checkbox",
            "required": True,
            "autocomplete": "",
            "label": {
                "en": "I agree that my message and my e-mail are kept until the matter is closed",
                "sq": "Pranoj që mesazhi dhe e-maili im të ruhen derisa të mbyllet çështja",
            },
            "help_text": {
                "en": "At most one year. You can withdraw this at any time; see Privacy.",
                "sq": "Më së shumti një vit. Mund ta tërhiqni në çdo kohë; shihni Privatësinë.",
            },
        },
    ),
    "thanks": {
        "title": {"en": "Your message has arrived", "sq": "Mesazhi juaj mbërriti"},
        "receipt_label": {"en": "Your receipt number", "sq": "Numri juaj i protokollit"},
        "text": {
            "en": (
                "<p>Thank you. Please keep the receipt number: with it any of us finds your "
                "message at once. You get a copy by e-mail, and an answer within five working "
                "days.</p>"
                "<p>If you don’t hear from us by then, write again and give the number; it then "
                "goes to the head of the desk.</p>"
            ),
            "sq": (
                "<p>Faleminderit. Ju lutemi, ruajeni numrin e protokollit: me të kushdo prej nesh "
                "e gjen menjëherë mesazhin tuaj. Merrni një kopje me e-mail dhe përgjigje brenda "
                "pesë ditëve të punës.</p>"
                "<p>Nëse deri atëherë nuk keni lajm prej nesh, shkruani sërish dhe jepni numrin; "
                "atëherë mesazhi i shkon drejtuesit të sportelit.</p>"
            ),
        },
    },
}

# What ``href="feed:KEY"`` and footer links with ``feed`` stand for.
FEEDS = (
    {
        "key": "news-rss",
        "page": "news",
        "format": "rss",
        "title": {"en": "News feed (RSS)", "sq": "Lajmet (RSS)"},
    },
    {
        "key": "news-atom",
        "page": "news",
        "format": "atom",
        "title": {"en": "News feed (Atom)", "sq": "Lajmet (Atom)"},
    },
    {
        "key": "events-calendar",
        "page": "campaigns",
        "format": "ics",
        "title": {
            "en": "Calendar of all events (iCalendar)",
            "sq": "Kalendari i të gjitha ngjarjeve (iCalendar)",
        },
    },
)
