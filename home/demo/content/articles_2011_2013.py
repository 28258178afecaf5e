"""News of the years 2011 to 2013: the archive behind the portal of 2014."""

ARCHIVE = (
    {
        "key": "riders-survey",
        "slug": {
            "en": "four-thousand-riders-on-the-buses-of-tirana",
            "sq": "kater-mije-udhetare-per-autobuset-e-tiranes",
        },
        "title": {
            "en": "Four thousand riders on the buses of Tirana",
            "sq": "Katër mijë udhëtarë për autobusët e Tiranës",
        },
        "summary": {
            "en": (
                "What people on the city buses want first isn’t speed but certainty: to know when "
                "the next bus comes. The results of the largest survey of riders so far."
            ),
            "sq": (
                "Ajo që udhëtarët e autobusëve duan para së gjithash nuk është shpejtësia, por "
                "siguria: të dinë kur vjen autobusi tjetër. Përfundimet e anketës më të madhe të "
                "udhëtarëve deri tani."
            ),
        },
        "lead": {
            "en": (
                "For two weeks students stood at forty stops with a tablet and seven questions. "
                "4,026 people answered, most of them before their bus came."
            ),
            "sq": (
                "Për dy javë studentët qëndruan në dyzet stacione me një tabletë dhe shtatë "
                "pyetje. U përgjigjën 4.026 veta, shumica përpara se t’u vinte autobusi."
            ),
        },
        "date": "2013-10-08",
        "topics": ("transport", "government"),
        "authors": ("arben-lleshi",),
        "contact": "transport",
        "picture": {
            "picture": "bus",
            "alt": {
                "en": (
                    "A red bus in its own lane, a green one in the other direction, round trees "
                    "between them."
                ),
                "sq": (
                    "Një autobus i kuq në korsinë e vet, një i gjelbër në drejtimin tjetër, pemë "
                    "të rrumbullakëta mes tyre."
                ),
            },
            "caption": {"en": "Line L3 in the bus lane.", "sq": "Linja L3 në korsinë e autobusit."},
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The survey was made by the university with Lana Mobility and the "
                        "transport team of the city, as the first step of the project on the urban "
                        "transport service. People of all ages were asked, in proportion to those "
                        "who ride; those who can’t use the buses, because of a wheelchair or the "
                        "price, were asked at home.</p>"
                    ),
                ),
                ("heading", "The wait is the journey"),
                (
                    "table",
                    {
                        "caption": "“What should become better first?” (4,026 answers, one each)",
                        "header": ["Answer", "Share"],
                        "rows": [
                            ["Know when the bus comes", "34%"],
                            ["More buses in the evening", "21%"],
                            ["Shade and a seat at the stop", "16%"],
                            ["Less crowding in the morning", "14%"],
                            ["Faster journey", "9%"],
                            ["Cheaper ticket", "6%"],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>That the price comes last surprised everyone, until the answers were "
                        "read by district. At the edge of the city it is in third place. An "
                        "average hides people, the report says, and prints every table by "
                        "district.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "I don’t mind ten minutes. I mind not knowing whether it is ten or "
                            "forty."
                        ),
                        "attribution": "Rider, line L3",
                        "role": "Survey of 2013",
                    },
                ),
                ("heading", "What follows from it"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>A promise in minutes.</b> From January each line has an "
                        "interval for each hour, on every stop and in writing. If it is missed "
                        "three days in a row, the operator explains why on this portal.</li>"
                        "<li><b>A later last bus.</b> Lines L1, L3 and L7 run until 23:30 from "
                        "November, for a trial of six months.</li>"
                        "<li><b>Shade.</b> Nineteen stops get a shelter with a tree behind the "
                        "bench. The community chose which: the list had 212 proposals.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>One answer will stay in the memory of those who asked. A woman of "
                        "eighty-one wished for nothing faster: only for a driver who waits until "
                        "she is seated. The operator has put it into the training of drivers, in "
                        "the first hour.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "How it was asked",
                        "items": [
                            {"label": "When", "value": "9 to 22 September 2013"},
                            {"label": "Where", "value": "40 stops, 160 visits at home"},
                            {"label": "Answers", "value": "4,026"},
                            {"label": "Margin of error", "value": "1.5 points"},
                            {
                                "label": "Paid by",
                                "value": "Lana Mobility; the university answers for the result",
                            },
                        ],
                    },
                ),
                ("heading", "Read the whole of it"),
                (
                    "paragraph",
                    (
                        "<p>The report has forty pages, half of them tables. The answers "
                        "themselves are open data: without names, without telephone numbers, with "
                        "ages in groups of ten years. Teachers are welcome to use them in "
                        "class.</p>"
                    ),
                ),
                (
                    "document",
                    {
                        "document": "riders-survey-en",
                        "title": "Survey of riders 2013, short report",
                    },
                ),
                (
                    "call_to_action",
                    {"text": "Follow the project on urban transport", "page": "project-transport"},
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Anketën e bëri universiteti me Lana Mobility dhe ekipin e transportit "
                        "të qytetit, si hap i parë i projektit për shërbimin e transportit urban. "
                        "U pyetën njerëz të çdo moshe, në përpjesëtim me ata që udhëtojnë; ata që "
                        "nuk i përdorin dot autobusët, për shkak të karrocës a të çmimit, u pyetën "
                        "në shtëpi.</p>"
                    ),
                ),
                ("heading", "Pritja është vetë udhëtimi"),
                (
                    "table",
                    {
                        "caption": (
                            "“Çfarë duhet të përmirësohet së pari?” (4.026 përgjigje, nga një "
                            "secili)"
                        ),
                        "header": ["Përgjigjja", "Pjesa"],
                        "rows": [
                            ["Ta di kur vjen autobusi", "34%"],
                            ["Më shumë autobusë në mbrëmje", "21%"],
                            ["Hije dhe një vend për t’u ulur në stacion", "16%"],
                            ["Më pak dyndje në mëngjes", "14%"],
                            ["Udhëtim më i shpejtë", "9%"],
                            ["Biletë më e lirë", "6%"],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Të gjithë u habitën që çmimi del i fundit, derisa përgjigjet u lexuan "
                        "sipas lagjeve. Në skaj të qytetit ai është i treti. Mesatarja i fsheh "
                        "njerëzit, thotë raporti, dhe çdo tabelë e jep sipas lagjeve.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Dhjetë minuta s’më bëjnë përshtypje. Më mundon që nuk e di a janë "
                            "dhjetë apo dyzet."
                        ),
                        "attribution": "Udhëtare e linjës L3",
                        "role": "Anketa e vitit 2013",
                    },
                ),
                ("heading", "Çfarë rrjedh prej saj"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>Një premtim me minuta.</b> Nga janari çdo linjë ka një "
                        "interval për çdo orë, në çdo stacion dhe me shkrim. Nëse nuk mbahet tri "
                        "ditë me radhë, operatori shpjegon arsyen në këtë portal.</li>"
                        "<li><b>Autobusi i fundit më vonë.</b> Linjat L1, L3 dhe L7 lëvizin deri "
                        "në orën 23:30 nga nëntori, si provë gjashtëmujore.</li>"
                        "<li><b>Hije.</b> Nëntëmbëdhjetë stacione marrin një strehë me një pemë "
                        "prapa stolit. Cilat, i zgjodhi komuniteti: lista kishte 212 "
                        "propozime.</li></ul>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Një përgjigje do t’u mbetet në mendje atyre që pyetën. Një grua "
                        "tetëdhjetë e një vjeçe nuk donte asgjë më shpejt: vetëm një shofer që të "
                        "presë derisa ajo të ulet. Operatori e ka futur në trajnimin e shoferëve, "
                        "që në orën e parë.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Si u pyet",
                        "items": [
                            {"label": "Kur", "value": "9–22 shtator 2013"},
                            {"label": "Ku", "value": "40 stacione, 160 vizita në shtëpi"},
                            {"label": "Përgjigje", "value": "4.026"},
                            {"label": "Kufiri i gabimit", "value": "1,5 pikë"},
                            {
                                "label": "Pagoi",
                                "value": "Lana Mobility; për përfundimin përgjigjet universiteti",
                            },
                        ],
                    },
                ),
                ("heading", "Lexojeni të plotë"),
                (
                    "paragraph",
                    (
                        "<p>Raporti ka dyzet faqe, gjysma tabela. Vetë përgjigjet janë të dhëna të "
                        "hapura: pa emra, pa numra telefoni, me moshat në grupe dhjetëvjeçare. "
                        "Mësuesit janë të mirëpritur t’i përdorin në klasë.</p>"
                    ),
                ),
                (
                    "document",
                    {
                        "document": "riders-survey-sq",
                        "title": "Anketa e udhëtarëve 2013, raport i shkurtër",
                    },
                ),
                (
                    "call_to_action",
                    {"text": "Ndiqni projektin e transportit urban", "page": "project-transport"},
                ),
            ),
        },
        "related": ("shade-at-stops", "parking-bays"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "4,026 riders told the city what should become better first on the buses of "
                "Tirana. The results and what follows."
            ),
            "sq": (
                "4.026 udhëtarë i thanë qytetit çfarë duhet të përmirësohet së pari në autobusët e "
                "Tiranës. Përfundimet dhe hapat e tjerë."
            ),
        },
    },
    {
        "key": "first-newsletter",
        "slug": {"en": "newsletter-number-one", "sq": "buletini-numer-nje"},
        "title": {
            "en": "Newsletter number one: short, monthly, in two languages",
            "sq": "Buletini numër një: i shkurtër, mujor, në dy gjuhë",
        },
        "summary": {
            "en": (
                "From May the city writes once a month: what was decided, what is being built and "
                "where residents can have a say. No advertising, no tracking, one click to leave."
            ),
            "sq": (
                "Nga maji qyteti shkruan një herë në muaj: çfarë u vendos, çfarë po ndërtohet dhe "
                "ku mund ta thonë fjalën banorët. Pa reklama, pa gjurmim, largimi me një klik."
            ),
        },
        "lead": {
            "en": (
                "Notices on lamp posts reach those who pass. A page of news by e-mail reaches the "
                "others. Today the first one left, with 1,140 readers."
            ),
            "sq": (
                "Njoftimet nëpër shtylla i sheh ai që kalon. Një faqe lajmesh me e-mail u shkon të "
                "tjerëve. Sot u nis e para, për 1.140 lexues."
            ),
        },
        "date": "2013-05-02",
        "topics": ("government",),
        "authors": ("teuta-marku",),
        "contact": "press",
        "picture": {
            "picture": "square",
            "alt": {
                "en": "A wide square with people in small groups, seen from above in low sun.",
                "sq": (
                    "Një shesh i gjerë me njerëz në grupe të vogla, i parë nga lart në diell të "
                    "ulët."
                ),
            },
            "caption": {
                "en": "News has always started on the square.",
                "sq": "Lajmi gjithnjë ka nisur në shesh.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>A city speaks all day: in decisions, tenders, signs and detours. What "
                        "it rarely does is tell one thing after the other, in order of importance "
                        "and in words that need no second reading. The newsletter tries that, once "
                        "a month, on a single page.</p>"
                    ),
                ),
                ("heading", "What is in it"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>Decided:</b> three decisions of the council, each in two "
                        "sentences, with a link to the full text.</li>"
                        "<li><b>Under way:</b> building sites that begin, and those that end later "
                        "than promised.</li>"
                        "<li><b>Your turn:</b> hearings, surveys and discussions with their last "
                        "day.</li>"
                        "<li><b>New to read:</b> books, issues of the quarterly and reports.</li>"
                        "<li><b>Put right:</b> mistakes of the last number, with an apology where "
                        "one is due.</li></ol>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "If we can’t say it in two sentences, we haven’t understood it "
                            "ourselves."
                        ),
                        "attribution": "Editor of the newsletter",
                        "role": "City newsroom",
                    },
                ),
                ("heading", "What is not in it"),
                (
                    "paragraph",
                    (
                        "<p>No advertising, no portraits of officials and no pictures that report "
                        "back who has opened them. Links lead where they say they lead. The list "
                        "of addresses stays on the city’s own server, is given to no one and is "
                        "used for nothing else. Those who leave are deleted on the same day.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "The newsletter in short",
                        "items": [
                            {"label": "Appears", "value": "On the first working day of the month"},
                            {"label": "Languages", "value": "Albanian or English"},
                            {
                                "label": "Form",
                                "value": (
                                    "Plain text or with pictures; also as a printed sheet in "
                                    "libraries"
                                ),
                            },
                            {"label": "Price", "value": "Free"},
                        ],
                    },
                ),
                ("subheading", "On paper, too"),
                (
                    "paragraph",
                    (
                        "<p>Two hundred copies are printed for libraries, health centres and the "
                        "offices of the city’s units, in letters of fourteen points. In each "
                        "library someone reads it aloud on the first Tuesday at 11:00; the coffee "
                        "costs nothing and questions are passed on.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Before the first number went out, thirty residents read a draft. They "
                        "struck out eleven words, among them “stakeholder”, “synergy” and “as is "
                        "well known”.</p>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "night",
                        "alt": "Lit windows and street lamps along the boulevard at night.",
                        "caption": "The number is finished at night and sent in the morning.",
                    },
                ),
                ("heading", "Where to find it"),
                (
                    "paragraph",
                    (
                        "<p>All numbers are kept among the <a "
                        'href="page:publications">publications</a>, where they can be searched and '
                        "printed. How to subscribe, and how to follow the portal without giving "
                        'any address at all, is explained on <a href="page:stay-informed">Stay '
                        "informed</a>. If something is missing, say so: the third number will have "
                        "a column of letters.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Një qytet flet gjithë ditën: me vendime, tendera, tabela e devijime. "
                        "Ajo që e bën rrallë është t’i thotë gjërat njërën pas tjetrës, sipas "
                        "rëndësisë dhe me fjalë që nuk duan lexim të dytë. Buletini e provon këtë, "
                        "një herë në muaj, në një faqe të vetme.</p>"
                    ),
                ),
                ("heading", "Çfarë ka brenda"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>U vendos:</b> tri vendime të këshillit, secili me dy fjali dhe "
                        "me lidhje te teksti i plotë.</li>"
                        "<li><b>Në punë e sipër:</b> kantieret që nisin dhe ato që mbarojnë më "
                        "vonë nga sa ishte premtuar.</li>"
                        "<li><b>Fjala juaj:</b> dëgjesa, anketa e diskutime, me ditën e tyre të "
                        "fundit.</li>"
                        "<li><b>Për të lexuar:</b> libra, numra të revistës tremujore dhe "
                        "raporte.</li>"
                        "<li><b>Ndreqje:</b> gabimet e numrit të kaluar, me ndjesë kur "
                        "duhet.</li></ol>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": "Nëse nuk e themi dot me dy fjali, nuk e kemi kuptuar as vetë.",
                        "attribution": "Redaktorja e buletinit",
                        "role": "Redaksia e qytetit",
                    },
                ),
                ("heading", "Çfarë nuk ka brenda"),
                (
                    "paragraph",
                    (
                        "<p>Nuk ka reklama, portrete zyrtarësh e as figura që tregojnë se kush i "
                        "ka hapur. Lidhjet të çojnë atje ku thonë. Lista e adresave rri në "
                        "serverin e vetë qytetit, nuk i jepet askujt dhe nuk përdoret për asgjë "
                        "tjetër. Kush largohet, fshihet po atë ditë.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Buletini shkurt",
                        "items": [
                            {"label": "Del", "value": "Ditën e parë të punës të muajit"},
                            {"label": "Gjuhët", "value": "Shqip ose anglisht"},
                            {
                                "label": "Forma",
                                "value": (
                                    "Tekst i thjeshtë ose me figura; edhe i shtypur, në biblioteka"
                                ),
                            },
                            {"label": "Çmimi", "value": "Falas"},
                        ],
                    },
                ),
                ("subheading", "Edhe në letër"),
                (
                    "paragraph",
                    (
                        "<p>Dyqind kopje shtypen për bibliotekat, qendrat shëndetësore dhe zyrat e "
                        "njësive të qytetit, me shkronja katërmbëdhjetë pikësh. Në çdo bibliotekë "
                        "dikush e lexon me zë të martën e parë në orën 11:00; kafeja është falas "
                        "dhe pyetjet përcillen.</p>"
                    ),
                ),
                (
                    "paragraph",
                    (
                        "<p>Para se të nisej numri i parë, tridhjetë banorë lexuan një provë. "
                        "Hoqën njëmbëdhjetë fjalë, mes tyre “aktor interesi”, “sinergji” dhe “siç "
                        "dihet”.</p>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "night",
                        "alt": "Dritare të ndriçuara dhe llamba rruge gjatë bulevardit natën.",
                        "caption": "Numri mbyllet natën dhe niset në mëngjes.",
                    },
                ),
                ("heading", "Ku gjendet"),
                (
                    "paragraph",
                    (
                        '<p>Të gjithë numrat ruhen te <a href="page:publications">botimet</a>, ku '
                        "mund të kërkohen e të shtypen. Si bëhet abonimi dhe si ndiqet portali pa "
                        'dhënë asnjë adresë, shpjegohet te <a href="page:stay-informed">Qëndro i '
                        "informuar</a>. Nëse mungon diçka, na thoni: numri i tretë do të ketë një "
                        "rubrikë letrash.</p>"
                    ),
                ),
            ),
        },
        "related": ("riders-survey", "city-archives"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "The monthly newsletter of Smart City Tirana begins in May 2013: one page, two "
                "languages, no advertising, no tracking."
            ),
            "sq": (
                "Buletini mujor i Smart City Tirana nis në maj 2013: një faqe, dy gjuhë, pa "
                "reklama, pa gjurmim."
            ),
        },
    },
    {
        "key": "city-archives",
        "slug": {
            "en": "a-hundred-years-in-one-reading-room",
            "sq": "njeqind-vjet-ne-nje-salle-leximi",
        },
        "title": {
            "en": "A hundred years in one reading room",
            "sq": "Njëqind vjet në një sallë leximi",
        },
        "summary": {
            "en": (
                "On the centenary of independence the city opens its archive: plans, photographs "
                "and letters from a hundred years, to be read by anyone with clean hands and a "
                "pencil."
            ),
            "sq": (
                "Në njëqindvjetorin e pavarësisë qyteti hap arkivin e vet: plane, fotografi e "
                "letra të njëqind vjetëve, për këdo që ka duar të pastra dhe një laps."
            ),
        },
        "lead": {
            "en": (
                "In 1912 Tirana was a town of gardens, mosques and a market. How it became a "
                "capital lies in four kilometres of shelves, and from today on a table by the "
                "window."
            ),
            "sq": (
                "Në vitin 1912 Tirana ishte një qytezë me kopshte, xhami dhe një pazar. Si u bë "
                "kryeqytet, e tregojnë katër kilometra rafte e, nga sot, një tavolinë pranë "
                "dritares."
            ),
        },
        "date": "2012-11-28",
        "topics": ("culture", "education"),
        "authors": ("dorian-hysa",),
        "contact": "culture",
        "picture": {
            "picture": "rain",
            "alt": {
                "en": (
                    "A wet boulevard at dusk, lit windows on both sides and the red tail lights of "
                    "cars on the shining road."
                ),
                "sq": (
                    "Një bulevard i lagur në muzg, dritare të ndriçuara në të dyja anët dhe dritat "
                    "e kuqe të makinave mbi rrugën që shkëlqen."
                ),
            },
            "caption": {
                "en": "The evening of 28 November on the boulevard.",
                "sq": "Mbrëmja e 28 nëntorit në bulevard.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>On 28 November 1912 independence was declared in Vlora. A hundred "
                        "years later the whole country celebrates; Tirana, which became the "
                        "capital in 1920, adds a quiet present of its own: a reading room for the "
                        "papers of the city, with sixteen seats, good light and no questions about "
                        "why you ask.</p>"
                    ),
                ),
                ("heading", "What can be seen"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>Plans</b> from the first survey of the streets to the "
                        "competition for the square.</li>"
                        "<li><b>Photographs,</b> eleven thousand of them, half without a name. "
                        "Visitors are asked to help.</li>"
                        "<li><b>Letters to the municipality,</b> from a complaint about goats in "
                        "1926 to petitions against the felling of trees in 2010.</li>"
                        "<li><b>Colour cards</b> of the façades painted since 2000, block by "
                        "block.</li></ul>"
                    ),
                ),
                (
                    "gallery",
                    {
                        "title": "The same city, later",
                        "pictures": [
                            {
                                "picture": "facade",
                                "alt": "Long painted façades in lime, orange, white and pink.",
                                "caption": "Façades in the colours of the cards",
                            },
                            {
                                "picture": "dusk",
                                "alt": "Roofs and towers at dusk under two ridges of mountains.",
                                "caption": "Where the gardens of 1912 were",
                            },
                            {
                                "picture": "boulevard",
                                "alt": "The boulevard and its trees from above, mountains behind.",
                                "caption": "The boulevard, planned before it had houses",
                            },
                        ],
                    },
                ),
                (
                    "quote",
                    {
                        "text": (
                            "People come for their grandfather’s house and stay for their "
                            "neighbour’s."
                        ),
                        "attribution": "City archivist",
                        "role": "Tirana",
                    },
                ),
                ("heading", "How to use the reading room"),
                (
                    "paragraph",
                    (
                        "<ol><li>Bring an identity card or a student card; children come with an "
                        "adult.</li>"
                        "<li>Coats and bags stay in a locker. Pencils are allowed, pens are "
                        "not.</li>"
                        "<li>Order up to five folders before 12:00 and read them the same "
                        "afternoon.</li>"
                        "<li>Photographs without flash are free. State the number of the folder "
                        "when you publish them.</li></ol>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Reading room",
                        "items": [
                            {
                                "label": "Open",
                                "value": "Tuesday to Friday 9:00 to 18:00, Saturday to 13:00",
                            },
                            {"label": "Price", "value": "Free"},
                            {
                                "label": "Access",
                                "value": "No steps; table of adjustable height; induction loop",
                            },
                            {
                                "label": "Not open yet",
                                "value": "Papers with personal data younger than 50 years",
                            },
                        ],
                    },
                ),
                ("heading", "Names wanted"),
                (
                    "paragraph",
                    (
                        "<p>Each week ten photographs without a name are shown in the window of "
                        "the library. If you recognise a face, a shop or a corner, write it on the "
                        "card below. In the trial month passers-by named 143 of 200; three of them "
                        "found themselves.</p>"
                        "<p>Who has photographs of the painted blocks from before 2000 may share "
                        'them in the <a href="page:community">community</a>: scanned ones will '
                        'later join the <a href="page:gallery">gallery</a>, with the name of the '
                        "owner.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Më 28 nëntor 1912 në Vlorë u shpall pavarësia. Njëqind vjet më vonë "
                        "feston gjithë vendi; Tirana, kryeqytet që nga viti 1920, shton një "
                        "dhuratë të qetë të sajën: një sallë leximi për letrat e qytetit, me "
                        "gjashtëmbëdhjetë vende, dritë të mirë dhe pa e pyetur askënd pse "
                        "kërkon.</p>"
                    ),
                ),
                ("heading", "Çfarë mund të shihet"),
                (
                    "paragraph",
                    (
                        "<ul><li><b>Plane,</b> nga rilevimi i parë i rrugëve te konkursi për "
                        "sheshin.</li>"
                        "<li><b>Fotografi,</b> njëmbëdhjetë mijë, gjysma pa emër. Vizitorëve u "
                        "kërkohet ndihmë.</li>"
                        "<li><b>Letra drejtuar bashkisë,</b> nga një ankesë për dhitë në vitin "
                        "1926 te peticionet kundër prerjes së pemëve në vitin 2010.</li>"
                        "<li><b>Kartelat e ngjyrave</b> të fasadave të lyera që nga viti 2000, "
                        "pallat pas pallati.</li></ul>"
                    ),
                ),
                (
                    "gallery",
                    {
                        "title": "I njëjti qytet, më vonë",
                        "pictures": [
                            {
                                "picture": "facade",
                                "alt": (
                                    "Fasada të gjata të lyera në të gjelbër, portokalli, të bardhë "
                                    "e rozë."
                                ),
                                "caption": "Fasada me ngjyrat e kartelave",
                            },
                            {
                                "picture": "dusk",
                                "alt": "Çati e kulla në muzg nën dy kreshta malesh.",
                                "caption": "Aty ku ishin kopshtet e vitit 1912",
                            },
                            {
                                "picture": "boulevard",
                                "alt": "Bulevardi me pemët e tij nga lart, pas tij malet.",
                                "caption": "Bulevardi, i planifikuar përpara se të kishte shtëpi",
                            },
                        ],
                    },
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Njerëzit vijnë për shtëpinë e gjyshit dhe rrinë për atë të komshiut."
                        ),
                        "attribution": "Arkivistja e qytetit",
                        "role": "Tiranë",
                    },
                ),
                ("heading", "Si përdoret salla e leximit"),
                (
                    "paragraph",
                    (
                        "<ol><li>Sillni kartën e identitetit ose të studentit; fëmijët vijnë me "
                        "një të rritur.</li>"
                        "<li>Palltot e çantat mbeten në dollap. Lejohen lapsat, jo "
                        "stilolapsat.</li>"
                        "<li>Porosisni deri në pesë dosje para orës 12:00 dhe lexojini po atë "
                        "pasdite.</li>"
                        "<li>Fotografimi pa blic është falas. Kur i botoni, shënoni numrin e "
                        "dosjes.</li></ol>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Salla e leximit",
                        "items": [
                            {
                                "label": "E hapur",
                                "value": (
                                    "Nga e marta në të premte, ora 9:00–18:00, të shtunën deri në "
                                    "13:00"
                                ),
                            },
                            {"label": "Çmimi", "value": "Falas"},
                            {
                                "label": "Hyrja",
                                "value": (
                                    "Pa shkallë; tavolinë me lartësi të ndryshueshme; sistem "
                                    "dëgjimi me induksion"
                                ),
                            },
                            {
                                "label": "Ende të mbyllura",
                                "value": "Letrat me të dhëna vetjake më të reja se 50 vjet",
                            },
                        ],
                    },
                ),
                ("heading", "Kërkohen emra"),
                (
                    "paragraph",
                    (
                        "<p>Çdo javë dhjetë fotografi pa emër ekspozohen në vitrinën e "
                        "bibliotekës. Nëse njihni një fytyrë, një dyqan a një qoshe, shkruajeni në "
                        "kartelën poshtë. Në muajin e provës kalimtarët u dhanë emër 143 nga 200 "
                        "fotografive; tre veta gjetën vetveten.</p>"
                        "<p>Kush ka fotografi të pallateve të lyera nga koha para vitit 2000, mund "
                        't’i ndajë në <a href="page:community">komunitet</a>: të skanuarat më pas '
                        'do t’i bashkohen <a href="page:gallery">galerisë</a>, me emrin e '
                        "pronarit.</p>"
                    ),
                ),
            ),
        },
        "related": ("promote-tourism", "books-without-tvsh", "first-newsletter"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "The archive of Tirana opens on the centenary of independence: plans, photographs "
                "and letters, free for every reader."
            ),
            "sq": (
                "Arkivi i Tiranës hapet në njëqindvjetorin e pavarësisë: plane, fotografi e letra, "
                "falas për çdo lexues."
            ),
        },
    },
    {
        "key": "shade-at-stops",
        "slug": {
            "en": "the-first-stop-with-a-tree-behind-the-bench",
            "sq": "stacioni-i-pare-me-peme-prapa-stolit",
        },
        "title": {
            "en": "The first stop with a tree behind the bench",
            "sq": "Stacioni i parë me pemë prapa stolit",
        },
        "summary": {
            "en": (
                "Shelters of glass turn into ovens in August. At a stop of line L3 the city tries "
                "a roof, a bench and a lime tree instead, and measures the difference in degrees."
            ),
            "sq": (
                "Strehët prej xhami në gusht bëhen furra. Në një stacion të linjës L3 qyteti "
                "provon në vend të tyre një çati, një stol dhe një bli, dhe e mat ndryshimin me "
                "gradë."
            ),
        },
        "lead": {
            "en": (
                "At two in the afternoon the old shelter stood at forty-six degrees. The new one, "
                "thirty metres further on, at thirty-four. The difference is a tree."
            ),
            "sq": (
                "Në orën dy pasdite streha e vjetër shënonte dyzet e gjashtë gradë. E reja, "
                "tridhjetë metra më tutje, tridhjetë e katër. Ndryshimi është një pemë."
            ),
        },
        "date": "2011-09-16",
        "topics": ("transport", "environment", "health"),
        "authors": ("arben-lleshi", "mirela-kodra"),
        "contact": "transport",
        "picture": {
            "picture": "bus",
            "alt": {
                "en": (
                    "A street with two lanes for buses, rows of round trees and painted blocks to "
                    "the right."
                ),
                "sq": (
                    "Një rrugë me dy korsi autobusësh, rreshta pemësh të rrumbullakëta dhe pallate "
                    "të lyera djathtas."
                ),
            },
            "caption": {
                "en": "Where there are trees already, the stop moves to the tree.",
                "sq": "Ku ka pemë, stacioni shkon te pema.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The idea came from a driver. Passengers of line L3, he told the "
                        "transport team in June, don’t wait in the shelter at all: they stand "
                        "under the lime next to it and run when the bus comes. So why not build "
                        "the stop where people stand?</p>"
                        "<p>Lana Mobility, which runs the line, paid for the trial. A thin metal "
                        "roof keeps off the rain, the bench is of wood, and behind it stands a "
                        "lime of eight metres with two square metres of open soil.</p>"
                    ),
                ),
                ("heading", "Measured, not felt"),
                (
                    "table",
                    {
                        "caption": "Temperature at seat height, average of ten days in August 2011",
                        "header": ["Hour", "Glass shelter", "Stop with tree"],
                        "rows": [
                            ["9:00", "27 °C", "25 °C"],
                            ["12:00", "39 °C", "31 °C"],
                            ["14:00", "46 °C", "34 °C"],
                            ["18:00", "36 °C", "30 °C"],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>The health directorate counted as well. In the hot weeks of July the "
                        "ambulance was called eleven times to bus stops in the centre, mostly for "
                        "elderly people. Shade isn’t decoration, its report says, but "
                        "prevention.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "An advertisement pays for a shelter in a year. A tree pays in every "
                            "summer after that."
                        ),
                        "attribution": "Planner in the transport team",
                        "role": "Tirana",
                    },
                ),
                ("heading", "What it costs"),
                (
                    "facts",
                    {
                        "title": "One stop",
                        "items": [
                            {"label": "Roof, bench, light", "value": "310,000 lekë"},
                            {
                                "label": "Tree, soil, three years of watering",
                                "value": "95,000 lekë",
                            },
                            {"label": "Glass shelter, for comparison", "value": "640,000 lekë"},
                            {"label": "Advertising", "value": "None"},
                        ],
                    },
                ),
                ("heading", "Where the next ones go"),
                (
                    "paragraph",
                    (
                        "<p>Nine more are planned for 2012. The places are chosen by three rules, "
                        "in this order:</p>"
                        "<ol><li>Many people wait there between 11:00 and 17:00.</li>"
                        "<li>A hospital, a school or a home for the elderly is near.</li>"
                        "<li>There is room for two square metres of soil and no gas or water pipe "
                        "underneath.</li></ol>"
                        "<p>If a stop has no room for a tree, it gets a climbing plant on a frame; "
                        "the parks service is trying three kinds behind the depot.</p>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "planting",
                        "alt": "Young trees in long rows in front of painted blocks and mountains.",
                        "caption": "The limes for 2012 are growing beside the Grand Park.",
                    },
                ),
                ("heading", "Adopt a stop"),
                (
                    "paragraph",
                    (
                        "<p>A young tree needs forty litres a week in its first two summers. A "
                        "bakery, a barber and a school class have already taken over the first. "
                        "Those who want the next may write through the <a "
                        'href="page:contact">contact page</a>; a bucket, a key for the hydrant and '
                        "a name plate come from the city.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Ideja erdhi nga një shofer. Udhëtarët e linjës L3, i tha ai ekipit të "
                        "transportit në qershor, nuk presin fare te streha: rrinë nën blirin pranë "
                        "saj dhe vrapojnë kur vjen autobusi. Atëherë pse të mos ndërtohet stacioni "
                        "aty ku rrinë njerëzit?</p>"
                        "<p>Lana Mobility, që e drejton linjën, e pagoi provën. Një çati e hollë "
                        "metalike mban shiun, stoli është prej druri dhe pas tij ngrihet një bli "
                        "tetëmetërsh me dy metra katrorë tokë të hapur.</p>"
                    ),
                ),
                ("heading", "E matur, jo e marrë me mend"),
                (
                    "table",
                    {
                        "caption": (
                            "Temperatura në lartësinë e stolit, mesatarja e dhjetë ditëve të "
                            "gushtit 2011"
                        ),
                        "header": ["Ora", "Strehë xhami", "Stacion me pemë"],
                        "rows": [
                            ["9:00", "27 °C", "25 °C"],
                            ["12:00", "39 °C", "31 °C"],
                            ["14:00", "46 °C", "34 °C"],
                            ["18:00", "36 °C", "30 °C"],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Numëroi edhe drejtoria e shëndetësisë. Në javët e nxehta të korrikut "
                        "ambulanca u thirr njëmbëdhjetë herë në stacionet e autobusit në qendër, "
                        "më shumë për të moshuar. Hija nuk është zbukurim, thotë raporti i saj, "
                        "por parandalim.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Një reklamë e paguan strehën për një vit. Një pemë paguan çdo verë që "
                            "vjen më pas."
                        ),
                        "attribution": "Planifikues në ekipin e transportit",
                        "role": "Tiranë",
                    },
                ),
                ("heading", "Sa kushton"),
                (
                    "facts",
                    {
                        "title": "Një stacion",
                        "items": [
                            {"label": "Çatia, stoli, drita", "value": "310.000 lekë"},
                            {"label": "Pema, dheu, tre vjet ujitje", "value": "95.000 lekë"},
                            {"label": "Strehë xhami, për krahasim", "value": "640.000 lekë"},
                            {"label": "Reklama", "value": "Asnjë"},
                        ],
                    },
                ),
                ("heading", "Ku bëhen të tjerët"),
                (
                    "paragraph",
                    (
                        "<p>Për vitin 2012 janë parashikuar edhe nëntë. Vendet zgjidhen me tri "
                        "rregulla, sipas kësaj radhe:</p>"
                        "<ol><li>Aty presin shumë njerëz mes orës 11:00 dhe 17:00.</li>"
                        "<li>Afër ka një spital, një shkollë a një shtëpi të moshuarish.</li>"
                        "<li>Ka vend për dy metra katrorë tokë dhe poshtë nuk kalon tub gazi a "
                        "uji.</li></ol>"
                        "<p>Kur stacioni nuk ka vend për pemë, merr një bimë kacavjerrëse në një "
                        "kornizë; shërbimi i parqeve po provon tri lloje pas depos.</p>"
                    ),
                ),
                (
                    "image",
                    {
                        "picture": "planting",
                        "alt": (
                            "Pemë të reja në rreshta të gjatë përpara pallateve të lyera dhe "
                            "maleve."
                        ),
                        "caption": "Blirët e vitit 2012 po rriten pranë Parkut të Madh.",
                    },
                ),
                ("heading", "Birësoni një stacion"),
                (
                    "paragraph",
                    (
                        "<p>Një pemë e re në dy verat e para ka nevojë për dyzet litra në javë. Të "
                        "parën e kanë marrë përsipër tashmë një furrë buke, një berber dhe një "
                        "klasë shkolle. Kush do tjetrën, mund të shkruajë te <a "
                        'href="page:contact">faqja e kontaktit</a>; kovën, çelësin e hidrantit dhe '
                        "tabelën me emrin i jep qyteti.</p>"
                    ),
                ),
            ),
        },
        "related": ("riders-survey", "mother-earth-day-2014"),
        "corrections": (),
        "pinned": False,
        "seo_description": {
            "en": (
                "A roof, a bench and a lime tree: the first bus stop of Tirana with natural shade "
                "is twelve degrees cooler."
            ),
            "sq": (
                "Një çati, një stol dhe një bli: stacioni i parë i Tiranës me hije të natyrshme "
                "është dymbëdhjetë gradë më i freskët."
            ),
        },
    },
)
