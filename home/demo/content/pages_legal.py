"""The pages that law and fairness ask for: accessibility, privacy, legal notice.

A text may hold ``{day:n}``, as ``dates.fill`` describes.
"""

LEGAL_PAGES = (
    {
        "key": "accessibility",
        "slug": {"en": "accessibility", "sq": "qasshmeria"},
        "title": {"en": "Accessibility statement", "sq": "Deklarata e qasshmërisë"},
        "summary": {
            "en": (
                "How accessible this portal is, what doesn’t work yet, and how to report a "
                "barrier. By EN 301 549 and WCAG 2.2, level AA."
            ),
            "sq": (
                "Sa i qasshëm është ky portal, çfarë nuk funksionon ende dhe si njoftohet një "
                "pengesë. Sipas EN 301 549 dhe WCAG 2.2, niveli AA."
            ),
        },
        "seo_description": {
            "en": (
                "Accessibility statement of Smart City Tirana: conformance, known limits, feedback "
                "and enforcement."
            ),
            "sq": (
                "Deklarata e qasshmërisë e Smart City Tirana: përputhshmëria, kufizimet e njohura, "
                "njoftimi dhe ankimi."
            ),
        },
        "paint": "sky",
        "review": {"owner": "press", "reviewed": {"days": -14}, "review_by": {"days": 180}},
        "picture": None,
        "lead": {
            "en": (
                "Everyone should be able to read, search and take part here: with a keyboard, a "
                "screen reader, large letters or a small telephone."
            ),
            "sq": (
                "Këtu të gjithë duhet të mund të lexojnë, të kërkojnë e të marrin pjesë: me "
                "tastierë, me lexues ekrani, me shkronja të mëdha a me një telefon të vogël."
            ),
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>Smart City Tirana wants this portal to be accessible under the rules "
                        "of the European Union for the websites of public bodies (Directive (EU) "
                        "2016/2102). This statement is valid for the public pages of this "
                        "portal.</p>"
                    ),
                ),
                ("heading", "State of conformance"),
                (
                    "paragraph",
                    (
                        "<p>The portal is <b>partially conformant</b> with EN 301 549 and with the "
                        "Web Content Accessibility Guidelines (WCAG) 2.2, level AA, because of the "
                        "limits named below. Text has a contrast of at least 7:1 in the light and "
                        "in the dark scheme, which is level AAA.</p>"
                    ),
                ),
                ("heading", "What works"),
                (
                    "paragraph",
                    (
                        "<ul><li>All pages can be used with the keyboard alone; the focus is "
                        "always visible, and a link at the top skips to the content.</li>"
                        "<li>Headings, lists, tables and landmarks are marked up as what they "
                        "are.</li>"
                        "<li>Pictures that say something have a text in their place; decoration is "
                        "silent.</li>"
                        "<li>Text can be enlarged to 400 per cent, and pages fit a width of 320 "
                        "pixels without scrolling sideways.</li>"
                        "<li>Nothing moves or plays by itself for longer than five seconds, and "
                        "your setting for reduced motion is respected.</li>"
                        "<li>Reading, searching and writing to us work without JavaScript.</li>"
                        "<li>The language of each page, and of each passage in another language, "
                        "is marked.</li></ul>"
                    ),
                ),
                ("heading", "Known limits"),
                (
                    "table",
                    {
                        "caption": "What does not conform yet",
                        "header": ["Content", "Limit", "Criterion", "What you can do"],
                        "rows": [
                            [
                                "PDF files of publications",
                                "Not all are tagged; reading order may be wrong",
                                "1.3.1, 1.3.2",
                                "Ask us for the text",
                            ],
                            [
                                "Videos from other sites",
                                "Captions depend on their owner",
                                "1.2.2",
                                "Ask us for a transcript",
                            ],
                            [
                                "Photographs by residents",
                                "Descriptions may be short",
                                "1.1.1",
                                "Tell us which one",
                            ],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Videos of our own have captions and a transcript. Archive documents "
                        "from before 2014 that nobody needs for a procedure of today are not part "
                        "of the obligation; we convert them on request.</p>"
                    ),
                ),
                ("heading", "How this was checked"),
                (
                    "paragraph",
                    (
                        "<p>The statement rests on a self-assessment. Every type of page is "
                        "checked by machine in both colour schemes and at two widths; people check "
                        "with the keyboard, with NVDA on Firefox and with VoiceOver on a "
                        "telephone.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Dates",
                        "items": [
                            {"label": "Prepared", "value": "{day:-60}"},
                            {"label": "Last checked", "value": "{day:-14}"},
                        ],
                    },
                ),
                ("heading", "Report a barrier"),
                (
                    "paragraph",
                    (
                        '<p>Write to us through the <a href="page:contact">contact page</a>, '
                        "choosing “Accessibility” as the subject, or to <a "
                        'href="mailto:accessibility@smartcity.example">'
                        "accessibility@smartcity.example</a>. Name the page and what you wanted to "
                        "do. You get an answer within five working days, and the content in a form "
                        "you can use.</p>"
                    ),
                ),
                ("heading", "If our answer isn’t enough"),
                (
                    "paragraph",
                    (
                        "<p>You may turn to the Commissioner for Protection from Discrimination or "
                        "to the People’s Advocate of the Republic of Albania. Both procedures are "
                        "free of charge.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Smart City Tirana dëshiron që ky portal të jetë i qasshëm sipas "
                        "rregullave të Bashkimit Evropian për faqet e internetit të organeve "
                        "publike (Direktiva (BE) 2016/2102). Kjo deklaratë vlen për faqet publike "
                        "të këtij portali.</p>"
                    ),
                ),
                ("heading", "Gjendja e përputhshmërisë"),
                (
                    "paragraph",
                    (
                        "<p>Portali është <b>pjesërisht në përputhje</b> me EN 301 549 dhe me "
                        "Udhëzimet për qasshmërinë e përmbajtjes në internet (WCAG) 2.2, niveli "
                        "AA, për shkak të kufizimeve të përmendura më poshtë. Teksti ka kontrast "
                        "të paktën 7:1 si në pamjen e çelët, ashtu edhe në atë të errët, çka i "
                        "përgjigjet nivelit AAA.</p>"
                    ),
                ),
                ("heading", "Çfarë funksionon"),
                (
                    "paragraph",
                    (
                        "<ul><li>Të gjitha faqet përdoren vetëm me tastierë; fokusi duket "
                        "gjithmonë dhe një lidhje në krye të çon te përmbajtja.</li>"
                        "<li>Titujt, listat, tabelat dhe zonat e faqes janë të shënuara si të "
                        "tilla.</li>"
                        "<li>Figurat që thonë diçka kanë një tekst në vend të tyre; zbukurimi "
                        "hesht.</li>"
                        "<li>Teksti zmadhohet deri në 400 për qind dhe faqet rrinë në gjerësinë "
                        "320 piksel pa lëvizur anash.</li>"
                        "<li>Asgjë nuk lëviz e nuk luan vetë më gjatë se pesë sekonda dhe "
                        "respektohet cilësimi juaj për më pak lëvizje.</li>"
                        "<li>Leximi, kërkimi dhe shkrimi drejtuar nesh bëhen edhe pa "
                        "JavaScript.</li>"
                        "<li>Gjuha e çdo faqeje, dhe e çdo pjese në një gjuhë tjetër, është e "
                        "shënuar.</li></ul>"
                    ),
                ),
                ("heading", "Kufizime të njohura"),
                (
                    "table",
                    {
                        "caption": "Çfarë nuk është ende në përputhje",
                        "header": ["Përmbajtja", "Kufizimi", "Kriteri", "Çfarë mund të bëni"],
                        "rows": [
                            [
                                "Skedarët PDF të botimeve",
                                "Jo të gjithë kanë etiketa; radha e leximit mund të jetë e gabuar",
                                "1.3.1, 1.3.2",
                                "Na kërkoni tekstin",
                            ],
                            [
                                "Videot nga faqe të tjera",
                                "Titrat varen nga pronari i tyre",
                                "1.2.2",
                                "Na kërkoni një transkript",
                            ],
                            [
                                "Fotografitë e banorëve",
                                "Përshkrimet mund të jenë të shkurtra",
                                "1.1.1",
                                "Na tregoni cilën",
                            ],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Videot tona kanë titra dhe transkript. Dokumentet e arkivit para vitit "
                        "2014, që nuk i duhen askujt për një procedurë të sotme, nuk përfshihen në "
                        "detyrim; i kthejmë sipas kërkesës.</p>"
                    ),
                ),
                ("heading", "Si u kontrollua"),
                (
                    "paragraph",
                    (
                        "<p>Deklarata mbështetet në një vetëvlerësim. Çdo lloj faqeje kontrollohet "
                        "nga programi në të dyja pamjet e ngjyrave dhe në dy gjerësi; njerëzit "
                        "kontrollojnë me tastierë, me NVDA në Firefox dhe me VoiceOver në "
                        "telefon.</p>"
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Datat",
                        "items": [
                            {"label": "E hartuar", "value": "{day:-60}"},
                            {"label": "E kontrolluar për herë të fundit", "value": "{day:-14}"},
                        ],
                    },
                ),
                ("heading", "Njoftoni një pengesë"),
                (
                    "paragraph",
                    (
                        '<p>Na shkruani te <a href="page:contact">faqja e kontaktit</a>, duke '
                        "zgjedhur si temë “Qasshmëria”, ose te <a "
                        'href="mailto:accessibility@smartcity.example">'
                        "accessibility@smartcity.example</a>. Tregoni faqen dhe çfarë donit të "
                        "bënit. Përgjigjen e merrni brenda pesë ditëve të punës, bashkë me "
                        "përmbajtjen në një formë që mund ta përdorni.</p>"
                    ),
                ),
                ("heading", "Nëse përgjigjja jonë nuk mjafton"),
                (
                    "paragraph",
                    (
                        "<p>Mund t’i drejtoheni Komisionerit për Mbrojtjen nga Diskriminimi ose "
                        "Avokatit të Popullit të Republikës së Shqipërisë. Të dyja procedurat janë "
                        "falas.</p>"
                    ),
                ),
            ),
        },
    },
    {
        "key": "privacy",
        "slug": {"en": "privacy", "sq": "privatesia"},
        "title": {"en": "Privacy", "sq": "Privatësia"},
        "summary": {
            "en": (
                "Reading leaves no cookie and no trace with others. What is held when you write to "
                "us or become a member, for how long, and your rights."
            ),
            "sq": (
                "Leximi nuk lë cookie dhe asnjë gjurmë te të tjerët. Çfarë ruhet kur na shkruani "
                "ose bëheni anëtar, për sa kohë, dhe të drejtat tuaja."
            ),
        },
        "seo_description": {
            "en": (
                "Privacy notice of Smart City Tirana under the GDPR and Albanian law 124/2024: "
                "what is held, why, how long, your rights."
            ),
            "sq": (
                "Njoftimi i privatësisë i Smart City Tirana sipas GDPR-së dhe ligjit nr. 124/2024: "
                "çfarë ruhet, pse, sa gjatë, të drejtat."
            ),
        },
        "paint": "blue",
        "review": {"owner": "press", "reviewed": {"days": -10}, "review_by": {"days": 180}},
        "picture": None,
        "lead": {
            "en": (
                "You can read everything here without giving anything. Where we need something "
                "from you, this page says what, why and until when."
            ),
            "sq": (
                "Këtu mund të lexoni gjithçka pa dhënë asgjë. Kur na duhet diçka prej jush, kjo "
                "faqe thotë çfarë, pse dhe deri kur."
            ),
        },
        "body": {
            "en": (
                ("heading", "When you only read"),
                (
                    "paragraph",
                    (
                        "<ul><li>No cookie is set before you sign in or open a form.</li>"
                        "<li>No page loads anything from another company: no fonts, no maps, no "
                        "counters, no buttons of social networks.</li>"
                        "<li>A video from another site is loaded only after you press its button; "
                        "from then on that site’s rules apply.</li>"
                        "<li>Pages are counted as totals per day, without address, cookie or "
                        "number that could be you.</li>"
                        "<li>Which alerts you have hidden is remembered by your browser alone, "
                        "and forgotten a week after their end.</li></ul>"
                        "<p>Our server keeps a technical log of requests for fourteen days, to "
                        "repair faults and to fend off attacks.</p>"
                    ),
                ),
                ("heading", "When you sign in or fill in a form"),
                (
                    "paragraph",
                    (
                        "<p>Then two cookies are strictly necessary: one keeps your session, one "
                        "protects the form from being sent by someone else. They hold no data "
                        "about you and end with the session, or after two weeks if you chose to "
                        "stay signed in.</p>"
                    ),
                ),
                ("heading", "What is held, why and how long"),
                (
                    "table",
                    {
                        "caption": "Personal data on this portal",
                        "header": ["What", "Why", "How long"],
                        "rows": [
                            [
                                "Contact message: name, e-mail, text",
                                "To answer you (your request)",
                                "30 days if the matter is closed by then; else until it is closed, "
                                "at most one year",
                            ],
                            [
                                "Account: e-mail, name others see, password as a one-way code",
                                "To sign you in (contract)",
                                "Until you delete the account",
                            ],
                            [
                                "Comments and discussions, with earlier versions for moderators",
                                "Public debate (your contribution)",
                                "Until you delete them or leave; what a moderator hides is kept, "
                                "so that it can be shown again",
                            ],
                            [
                                "Decisions of moderators about you, your reports and appeals",
                                "Fair moderation (public task)",
                                "Words until you leave; figures without a name for good",
                            ],
                            [
                                "Browsers you are signed in with: network address, kind",
                                "So that you can end them (security)",
                                "Until you sign out, two weeks at most",
                            ],
                            [
                                "Mails to you",
                                "To deliver them, and answer questions about them",
                                "30 days",
                            ],
                            [
                                "Network address of a comment, shortened",
                                "Against abuse (legitimate interest)",
                                "30 days",
                            ],
                            [
                                "E-mail of a guest who comments",
                                "To confirm the comment",
                                "30 days, unless you follow the discussion",
                            ],
                            [
                                "E-mail of a pledge, a signature or an offer of help",
                                "To count it once, and to tell you what came of it",
                                "30 days after you were told, or until a promise that answers it "
                                "is settled; two years at most",
                            ],
                            [
                                "Photos and films you send in, with what you agreed to",
                                "To show them in the gallery (consent)",
                                "Until you withdraw them or leave; what is not accepted, 30 days",
                            ],
                            [
                                "Requests to take something down: name, e-mail, text",
                                "To answer you (your request)",
                                "30 days after our answer",
                            ],
                            ["Requests that were never confirmed", "To complete them", "72 hours"],
                            ["Newsletter address", "To send it (consent)", "Until you unsubscribe"],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Nothing of this is sold, and nothing is passed on, except to the "
                        "company that runs our server under contract, in the European Union, and "
                        "where a court orders it. No decision about you is made by a machine.</p>"
                    ),
                ),
                ("heading", "Photographs and videos you send"),
                (
                    "paragraph",
                    (
                        "<p>The place where a picture was taken is removed from the file before "
                        "anyone sees it. You keep your rights and choose the licence. Anyone shown "
                        "in a picture may ask us to take it down.</p>"
                    ),
                ),
                ("heading", "Your rights"),
                (
                    "paragraph",
                    (
                        "<p>Under the General Data Protection Regulation (EU) 2016/679 and the "
                        "Albanian law no. 124/2024 on the protection of personal data you may</p>"
                        "<ul><li>know what we hold about you, and get a copy that other programs "
                        "can read;</li>"
                        "<li>have it put right, restricted or erased;</li>"
                        "<li>object to its use, and withdraw a consent at any time, for the "
                        "future;</li>"
                        "<li>complain to the supervisory authority.</li></ul>"
                        '<p>Write through the <a href="page:contact">contact page</a> or to <a '
                        'href="mailto:privacy@smartcity.example">privacy@smartcity.example</a>. We '
                        "answer within thirty days; it costs nothing.</p>"
                        "<p>Members need not write. In your account, <b>Your data</b> makes an "
                        "archive of all that we hold of you, and <b>Leave</b> erases it at once: "
                        "the words of your comments and discussions go, and where others have "
                        "answered a line says that a former member’s comment stood there. Both "
                        "work for members who are suspended, too. The number of the account is "
                        "kept, so that it is erased again if a backup has to be brought back.</p>"
                    ),
                ),
                ("subheading", "Who answers for it"),
                (
                    "paragraph",
                    (
                        "<p>Smart City Tirana, town hall, Skanderbeg Square, Tirana. The data "
                        "protection officer can be reached at the address above. Supervisory "
                        "authority: Information and Data Protection Commissioner, Tirana, <a "
                        'href="https://www.idp.al/">www.idp.al</a>.</p>'
                        "<p>Last changed on {day:-10}.</p>"
                    ),
                ),
            ),
            "sq": (
                ("heading", "Kur vetëm lexoni"),
                (
                    "paragraph",
                    (
                        "<ul><li>Asnjë cookie nuk vendoset para se të hyni me llogari a të hapni "
                        "një formular.</li>"
                        "<li>Asnjë faqe nuk merr gjë nga një kompani tjetër: as shkronja, as "
                        "harta, as numërues, as butona rrjetesh sociale.</li>"
                        "<li>Një video nga një faqe tjetër ngarkohet vetëm pasi ta shtypni butonin "
                        "e saj; që aty vlejnë rregullat e asaj faqeje.</li>"
                        "<li>Faqet numërohen si shuma ditore, pa adresë, cookie a numër që mund të "
                        "jeni ju.</li>"
                        "<li>Cilat njoftime urgjente keni fshehur e mban mend vetëm shfletuesi "
                        "juaj, dhe i harron një javë pasi mbarojnë.</li></ul>"
                        "<p>Serveri ynë mban për katërmbëdhjetë ditë një regjistër teknik të "
                        "kërkesave, për të ndrequr defekte dhe për t’u mbrojtur nga sulmet.</p>"
                    ),
                ),
                ("heading", "Kur hyni me llogari ose plotësoni një formular"),
                (
                    "paragraph",
                    (
                        "<p>Atëherë nevojiten domosdo dy cookie: njëra mban hyrjen tuaj, tjetra "
                        "mbron formularin që të mos e dërgojë dikush tjetër. Ato nuk mbajnë të "
                        "dhëna për ju dhe mbarojnë kur mbyllet shfletuesi, ose pas dy javësh, nëse "
                        "keni zgjedhur të qëndroni të lidhur.</p>"
                    ),
                ),
                ("heading", "Çfarë ruhet, pse dhe sa gjatë"),
                (
                    "table",
                    {
                        "caption": "Të dhëna vetjake në këtë portal",
                        "header": ["Çfarë", "Pse", "Sa gjatë"],
                        "rows": [
                            [
                                "Mesazhi i kontaktit: emri, e-maili, teksti",
                                "Për t’ju kthyer përgjigje (kërkesa juaj)",
                                "30 ditë nëse çështja është mbyllur deri atëherë; përndryshe "
                                "derisa të mbyllet, më së shumti një vit",
                            ],
                            [
                                (
                                    "Llogaria: e-maili, emri që shohin të tjerët, fjalëkalimi si "
                                    "kod i pakthyeshëm"
                                ),
                                "Për hyrjen tuaj (kontratë)",
                                "Derisa ta fshini llogarinë",
                            ],
                            [
                                "Komentet dhe diskutimet, me versionet e mëparshme për moderatorët",
                                "Debati publik (kontributi juaj)",
                                "Derisa t’i fshini ose të largoheni; çfarë fsheh një moderator "
                                "ruhet, që të mund të shfaqet sërish",
                            ],
                            [
                                "Vendimet e moderatorëve për ju, raportimet dhe ankesat tuaja",
                                "Moderim i drejtë (detyrë publike)",
                                "Fjalët derisa të largoheni; shifrat pa emër përgjithmonë",
                            ],
                            [
                                "Shfletuesit ku keni hyrë: adresa e rrjetit, lloji",
                                "Që të mund t’i nxirrni (siguria)",
                                "Derisa të dilni, më së shumti dy javë",
                            ],
                            [
                                "E-mailet drejtuar jush",
                                "Për t’i dërguar dhe për pyetje rreth tyre",
                                "30 ditë",
                            ],
                            [
                                "Adresa e rrjetit e një komenti, e shkurtuar",
                                "Kundër abuzimit (interes i ligjshëm)",
                                "30 ditë",
                            ],
                            [
                                "E-maili i një të ftuari që komenton",
                                "Për ta konfirmuar komentin",
                                "30 ditë, përveç kur e ndiqni diskutimin",
                            ],
                            [
                                "E-maili i një premtimi, nënshkrimi a ndihme të ofruar",
                                "Për t’ju numëruar një herë dhe për t’ju thënë çfarë doli prej tij",
                                "30 ditë pasi ju njoftuam, ose derisa të mbyllet premtimi që i "
                                "përgjigjet; më së shumti dy vjet",
                            ],
                            [
                                "Fotot dhe filmat që dërgoni, me atë që keni pranuar",
                                "Për t’i shfaqur në galeri (pëlqim)",
                                "Derisa t’i tërhiqni ose të largoheni; çfarë nuk pranohet, 30 ditë",
                            ],
                            [
                                "Kërkesat për heqje: emri, e-maili, teksti",
                                "Për t’ju përgjigjur (kërkesa juaj)",
                                "30 ditë pas përgjigjes sonë",
                            ],
                            ["Kërkesa që nuk u konfirmuan kurrë", "Për t’i përfunduar", "72 orë"],
                            [
                                "Adresa për buletinin",
                                "Për ta dërguar (pëlqimi)",
                                "Derisa ta ndërprisni abonimin",
                            ],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Asgjë prej këtyre nuk shitet dhe asgjë nuk jepet më tej, përveç "
                        "kompanisë që mban serverin tonë me kontratë, në Bashkimin Evropian, dhe "
                        "kur e urdhëron gjykata. Asnjë vendim për ju nuk merret nga një makinë.</p>"
                    ),
                ),
                ("heading", "Fotografitë dhe videot që dërgoni"),
                (
                    "paragraph",
                    (
                        "<p>Vendi ku është bërë një figurë hiqet nga skedari para se ta shohë "
                        "kushdo. Të drejtat mbeten tuajat dhe licencën e zgjidhni ju. Kushdo që "
                        "duket në një figurë mund të na kërkojë ta heqim.</p>"
                    ),
                ),
                ("heading", "Të drejtat tuaja"),
                (
                    "paragraph",
                    (
                        "<p>Sipas Rregullores së Përgjithshme për Mbrojtjen e të Dhënave (BE) "
                        "2016/679 dhe ligjit nr. 124/2024 për mbrojtjen e të dhënave personale ju "
                        "mund</p>"
                        "<ul><li>të dini çfarë mbajmë për ju dhe të merrni një kopje që e lexojnë "
                        "edhe programe të tjera;</li>"
                        "<li>të kërkoni ndreqjen, kufizimin ose fshirjen e tyre;</li>"
                        "<li>të kundërshtoni përdorimin dhe ta tërhiqni pëlqimin në çdo kohë, për "
                        "të ardhmen;</li>"
                        "<li>të ankoheni te autoriteti mbikëqyrës.</li></ul>"
                        '<p>Shkruani te <a href="page:contact">faqja e kontaktit</a> ose te <a '
                        'href="mailto:privacy@smartcity.example">privacy@smartcity.example</a>. '
                        "Përgjigjemi brenda tridhjetë ditësh; nuk kushton asgjë.</p>"
                        "<p>Anëtarët nuk kanë pse të shkruajnë. Te llogaria, <b>Të dhënat "
                        "tuaja</b> bën një arkiv me gjithçka që ruajmë për ju, dhe "
                        "<b>Largohuni</b> i fshin ato menjëherë: fjalët e komenteve dhe të "
                        "diskutimeve tuaja hiqen, dhe ku kanë ardhur përgjigje një rresht thotë "
                        "se aty ishte komenti i një ish-anëtari. Të dyja vlejnë edhe për "
                        "anëtarët e pezulluar. Ruhet numri i llogarisë, që ajo të fshihet "
                        "sërish nëse duhet rikthyer një kopje rezervë.</p>"
                    ),
                ),
                ("subheading", "Kush përgjigjet për to"),
                (
                    "paragraph",
                    (
                        "<p>Smart City Tirana, bashkia, Sheshi Skënderbej, Tiranë. Nëpunësi për "
                        "mbrojtjen e të dhënave gjendet në adresën më sipër. Autoriteti "
                        "mbikëqyrës: Komisioneri për të Drejtën e Informimit dhe Mbrojtjen e të "
                        "Dhënave Personale, Tiranë, <a "
                        'href="https://www.idp.al/">www.idp.al</a>.</p>'
                        "<p>Ndryshuar për herë të fundit më {day:-10}.</p>"
                    ),
                ),
            ),
        },
    },
    {
        "key": "imprint",
        "slug": {"en": "legal-notice", "sq": "njoftim-ligjor"},
        "title": {"en": "Legal notice and reuse", "sq": "Njoftim ligjor dhe ripërdorimi"},
        "summary": {
            "en": (
                "Who publishes this portal, how its texts, pictures and data may be reused, and "
                "what is invented in this demonstration."
            ),
            "sq": (
                "Kush e boton këtë portal, si mund të ripërdoren tekstet, figurat e të dhënat e "
                "tij dhe çfarë është e trilluar në këtë demonstrim."
            ),
        },
        "seo_description": {
            "en": "Publisher, licences and liability of Smart City Tirana.",
            "sq": "Botuesi, licencat dhe përgjegjësia e Smart City Tirana.",
        },
        "paint": "dajti",
        "review": {"owner": "press", "reviewed": {"days": -25}, "review_by": {"days": 340}},
        "picture": None,
        "lead": {
            "en": (
                "The text is free to reuse with credit. So is most of the rest; this page says "
                "what is different."
            ),
            "sq": (
                "Teksti mund të ripërdoret me citim. Po ashtu pjesa më e madhe e të tjerave; kjo "
                "faqe thotë ku ka ndryshim."
            ),
        },
        "body": {
            "en": (
                ("heading", "Publisher"),
                (
                    "facts",
                    {
                        "title": "Smart City Tirana",
                        "items": [
                            {"label": "Address", "value": "Town hall, Skanderbeg Square, Tirana"},
                            {"label": "E-mail", "value": "hello@smartcity.example"},
                            {
                                "label": "Answers for the content",
                                "value": "Editor of the city newsroom",
                            },
                        ],
                    },
                ),
                ("heading", "This is a demonstration"),
                (
                    "paragraph",
                    (
                        "<p>The city shown here is the demo of the free portal software Sheshi. It "
                        "follows the words of a portal of 2014; all else is written for the "
                        "demonstration. People, firms, figures, dates of decisions and quotations "
                        "are invented, and no article is an official statement of the municipality "
                        "of Tirana. Addresses ending in <b>.example</b> lead nowhere on "
                        "purpose.</p>"
                    ),
                ),
                ("heading", "Reuse"),
                (
                    "table",
                    {
                        "caption": "What may be used, and how",
                        "header": ["Content", "Licence", "Credit"],
                        "rows": [
                            ["Texts", "CC BY 4.0", "Smart City Tirana, with a link to the page"],
                            [
                                "Pictures and drawings of the portal",
                                "CC BY 4.0",
                                "Illustration: Smart City Tirana",
                            ],
                            [
                                "Photographs and videos of members",
                                "As stated beside each one",
                                "Name of the member",
                            ],
                            ["Data and tables", "CC0 1.0", "Not required, but welcome"],
                            ["Logos of partners", "All rights reserved", "–"],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Please don’t use the coat of arms or the mark of the city in a way "
                        "that suggests that the city speaks.</p>"
                    ),
                ),
                ("heading", "Links and liability"),
                (
                    "paragraph",
                    (
                        "<p>We check links to other sites when we set them and at regular "
                        "intervals. Their owners answer for what stands there. If you find a "
                        "mistake, a broken link or a picture of yours without a name, tell us "
                        'through the <a href="page:contact">contact page</a>: corrections appear '
                        "with their date, under the article they belong to.</p>"
                    ),
                ),
            ),
            "sq": (
                ("heading", "Botuesi"),
                (
                    "facts",
                    {
                        "title": "Smart City Tirana",
                        "items": [
                            {"label": "Adresa", "value": "Bashkia, Sheshi Skënderbej, Tiranë"},
                            {"label": "E-mail", "value": "hello@smartcity.example"},
                            {
                                "label": "Përgjigjet për përmbajtjen",
                                "value": "Redaktorja e redaksisë së qytetit",
                            },
                        ],
                    },
                ),
                ("heading", "Ky është një demonstrim"),
                (
                    "paragraph",
                    (
                        "<p>Qyteti që shihni këtu është demonstrimi i programit të lirë për "
                        "portale Sheshi. Ai ndjek fjalët e një portali të vitit 2014; gjithçka "
                        "tjetër është shkruar për demonstrimin. Njerëzit, firmat, shifrat, datat e "
                        "vendimeve dhe citimet janë të trilluara dhe asnjë artikull nuk është "
                        "deklaratë zyrtare e Bashkisë Tiranë. Adresat që mbarojnë me "
                        "<b>.example</b> me qëllim nuk të çojnë askund.</p>"
                    ),
                ),
                ("heading", "Ripërdorimi"),
                (
                    "table",
                    {
                        "caption": "Çfarë mund të përdoret dhe si",
                        "header": ["Përmbajtja", "Licenca", "Citimi"],
                        "rows": [
                            ["Tekstet", "CC BY 4.0", "Smart City Tirana, me lidhje te faqja"],
                            [
                                "Figurat dhe vizatimet e portalit",
                                "CC BY 4.0",
                                "Ilustrimi: Smart City Tirana",
                            ],
                            [
                                "Fotografitë dhe videot e anëtarëve",
                                "Siç shkruhet pranë secilës",
                                "Emri i anëtarit",
                            ],
                            ["Të dhënat dhe tabelat", "CC0 1.0", "I padetyruar, por i mirëpritur"],
                            ["Logot e partnerëve", "Të gjitha të drejtat e rezervuara", "–"],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Ju lutemi, mos e përdorni stemën a shenjën e qytetit në mënyrë që të "
                        "duket sikur flet qyteti.</p>"
                    ),
                ),
                ("heading", "Lidhjet dhe përgjegjësia"),
                (
                    "paragraph",
                    (
                        "<p>Lidhjet te faqe të tjera i kontrollojmë kur i vendosim dhe herë pas "
                        "here. Për atë që gjendet atje përgjigjen pronarët e tyre. Nëse gjeni një "
                        "gabim, një lidhje të prishur a një figurë tuajën pa emër, na thoni te <a "
                        'href="page:contact">faqja e kontaktit</a>: ndreqjet dalin me datë, nën '
                        "artikullin përkatës.</p>"
                    ),
                ),
            ),
        },
    },
)
