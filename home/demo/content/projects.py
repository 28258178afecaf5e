"""The four projects of the portal of 2014, with phases, participants and funding.

Titles are those of the portal, with their ellipsis. ``state`` is ``done``, ``current`` or
``planned``; current and planned phases carry offsets (see ``dates``).
"""

PROJECTS = (
    {
        "key": "project-parking",
        "slug": {"en": "parking-point-tirana", "sq": "parking-point-tirana"},
        "title": {
            "en": (
                "Parking Point Tirana project participant of Microsoft Albania Imagine Cup 2013 …"
            ),
            "sq": (
                "Projekti Parking Point Tirana, pjesëmarrës në Microsoft Albania Imagine Cup 2013 …"
            ),
        },
        "short_title": {"en": "Parking Point Tirana", "sq": "Parking Point Tirana"},
        "summary": {
            "en": (
                "A flat sensor in each parking bay says whether it is free. From a students’ idea "
                "of 2013 to 1,200 bays in the centre: less searching, calmer streets."
            ),
            "sq": (
                "Një sensor i sheshtë në çdo vend parkimi thotë nëse është i lirë. Nga ideja "
                "studentore e vitit 2013 te 1.200 vende në qendër: më pak kërkim, rrugë më të qeta."
            ),
        },
        "seo_description": {
            "en": (
                "Parking Point Tirana: sensors in 1,200 parking bays, from a students’ project of "
                "2013 to a service of the city."
            ),
            "sq": (
                "Parking Point Tirana: sensorë në 1.200 vende parkimi, nga një projekt studentor i "
                "vitit 2013 te një shërbim i qytetit."
            ),
        },
        "paint": "sky",
        "drawing": "project-parking",
        "topics": ("transport", "economy"),
        "contact": "transport",
        "picture": {
            "picture": "parking",
            "alt": {
                "en": "A car park from above, some bays taken, many free.",
                "sq": "Një vendparkim nga lart, disa vende të zëna, shumë të lira.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>Four students of computer engineering asked a simple question: why "
                        "does a driver know the traffic in another country, but not whether the "
                        "next bay is free? Their answer, a sensor of the size of a saucer, took "
                        "part in the Microsoft Albania Imagine Cup 2013 and found its first home "
                        "on a car park behind their faculty.</p>"
                        "<p>The city took over the idea with three conditions. The sensor must "
                        "know nothing but “taken” and “free”. The data belong to everyone. And the "
                        "price of a bay must be lower than one month of its fees.</p>"
                    ),
                ),
                ("heading", "What it has brought"),
                (
                    "facts",
                    {
                        "title": "Before and after",
                        "items": [
                            {"label": "Average search in the centre, 2012", "value": "11 minutes"},
                            {"label": "Average search, March 2014", "value": "6 minutes"},
                            {
                                "label": "Traffic on measured streets, 10:00 to 13:00",
                                "value": "9% less",
                            },
                            {"label": "Bays for disabled drivers with a sensor", "value": "64"},
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>How the sensors work, and what they don’t record, is told in the "
                        'article <a href="page:parking-bays">1,200 bays report themselves</a>.</p>'
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "We wanted to win a cup. What we got was a street that is quieter at "
                            "eight in the morning."
                        ),
                        "attribution": "Member of the Parking Point team",
                        "role": "Student of computer engineering",
                    },
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Katër studentë të inxhinierisë informatike bënë një pyetje të "
                        "thjeshtë: pse shoferi e di trafikun në një vend tjetër, por jo nëse vendi "
                        "pas kthesës është i lirë? Përgjigjja e tyre, një sensor sa një pjatëz "
                        "kafeje, mori pjesë në Microsoft Albania Imagine Cup 2013 dhe gjeti "
                        "shtëpinë e parë në vendparkimin prapa fakultetit.</p>"
                        "<p>Qyteti e mori idenë me tri kushte. Sensori nuk duhet të dijë asgjë "
                        "përveç “i zënë” dhe “i lirë”. Të dhënat u përkasin të gjithëve. Dhe "
                        "kostoja e një vendi duhet të jetë më e ulët se tarifa e tij e një "
                        "muaji.</p>"
                    ),
                ),
                ("heading", "Çfarë ka sjellë"),
                (
                    "facts",
                    {
                        "title": "Para dhe pas",
                        "items": [
                            {"label": "Kërkimi mesatar në qendër, 2012", "value": "11 minuta"},
                            {"label": "Kërkimi mesatar, mars 2014", "value": "6 minuta"},
                            {
                                "label": "Trafiku në rrugët e matura, ora 10:00–13:00",
                                "value": "9% më pak",
                            },
                            {
                                "label": "Vende me sensor për shoferë me aftësi të kufizuara",
                                "value": "64",
                            },
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Si funksionojnë sensorët dhe çfarë nuk regjistrojnë tregohet në "
                        'artikullin <a href="page:parking-bays">1.200 vende njoftojnë vetë</a>.</p>'
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Donim të fitonim një kupë. Fituam një rrugë që në orën tetë të "
                            "mëngjesit është më e qetë."
                        ),
                        "attribution": "Anëtar i grupit Parking Point",
                        "role": "Student i inxhinierisë informatike",
                    },
                ),
            ),
        },
        "phases": (
            {
                "title": {"en": "Idea and competition", "sq": "Ideja dhe konkursi"},
                "text": {
                    "en": (
                        "A sensor on a breadboard, a map on a telephone and ten minutes before a "
                        "jury."
                    ),
                    "sq": (
                        "Një sensor në pllakë prove, një hartë në telefon dhe dhjetë minuta para "
                        "një jurie."
                    ),
                },
                "start": "2013-01-14",
                "end": "2013-05-10",
                "state": "done",
            },
            {
                "title": {"en": "Test site", "sq": "Vendi i provës"},
                "text": {
                    "en": (
                        "Sixty bays behind the faculty, through rain, heat and one accident with a "
                        "snow chain."
                    ),
                    "sq": (
                        "Gjashtëdhjetë vende prapa fakultetit, në shi, në vapë dhe një përplasje "
                        "me zinxhirë bore."
                    ),
                },
                "start": "2013-06-03",
                "end": "2013-12-20",
                "state": "done",
            },
            {
                "title": {"en": "1,200 bays in the centre", "sq": "1.200 vende në qendër"},
                "text": {
                    "en": "Nine streets and three squares, signs at the entrances and open data.",
                    "sq": "Nëntë rrugë e tri sheshe, tabela te hyrjet dhe të dhëna të hapura.",
                },
                "start": "2014-01-13",
                "end": "2014-03-17",
                "state": "done",
            },
            {
                "title": {"en": "Second generation of sensors", "sq": "Brezi i dytë i sensorëve"},
                "text": {
                    "en": (
                        "New batteries, a flatter housing and a lamp that shows drivers with a "
                        "permit their bay."
                    ),
                    "sq": (
                        "Bateri të reja, një kuti më e sheshtë dhe një dritë që u tregon vendin "
                        "shoferëve me leje."
                    ),
                },
                "start": {"days": -80},
                "end": {"days": 120},
                "state": "current",
            },
            {
                "title": {"en": "Stations and hospitals", "sq": "Stacionet dhe spitalet"},
                "text": {
                    "en": (
                        "The bays around the bus terminals and the hospitals follow, those for "
                        "short visits first."
                    ),
                    "sq": (
                        "Vijojnë vendet rreth terminaleve të autobusëve dhe spitaleve, së pari ato "
                        "për vizita të shkurtra."
                    ),
                },
                "start": {"days": 140},
                "end": {"days": 420},
                "state": "planned",
            },
        ),
        "timeline": (
            {
                "date": "2013-05-10",
                "paint": "sky",
                "title": {"en": "Imagine Cup 2013", "sq": "Imagine Cup 2013"},
                "text": {
                    "en": "Parking Point takes part in the Albanian final of the competition.",
                    "sq": "Parking Point merr pjesë në finalen shqiptare të konkursit.",
                },
            },
            {
                "date": "2013-06-03",
                "paint": "lime",
                "title": {"en": "The first sixty bays", "sq": "Gjashtëdhjetë vendet e para"},
                "text": {
                    "en": "The test site opens behind the faculty.",
                    "sq": "Hapet vendi i provës prapa fakultetit.",
                },
            },
            {
                "date": "2014-03-17",
                "paint": "saffron",
                "title": {"en": "In service", "sq": "Në shërbim"},
                "text": {
                    "en": "1,200 bays report themselves, and the data are open.",
                    "sq": "1.200 vende njoftojnë vetë dhe të dhënat janë të hapura.",
                },
            },
        ),
        "participants": (
            {
                "name": {
                    "en": "City of Tirana, transport team",
                    "sq": "Bashkia Tiranë, ekipi i transportit",
                },
                "role": {"en": "Owner of the service", "sq": "Zotëruese e shërbimit"},
                "partner": None,
            },
            {
                "name": {"en": "Parking Point student team", "sq": "Grupi studentor Parking Point"},
                "role": {"en": "Idea, sensor and software", "sq": "Ideja, sensori dhe programi"},
                "partner": None,
            },
            {
                "name": {"en": "Ura Telekom", "sq": "Ura Telekom"},
                "role": {"en": "Radio network", "sq": "Rrjeti radio"},
                "partner": "ura",
            },
            {
                "name": {"en": "Agora Lab", "sq": "Agora Lab"},
                "role": {"en": "Workshop and test site", "sq": "Punishtja dhe vendi i provës"},
                "partner": "agora",
            },
        ),
        "funding": {
            "total": {"en": "11,280,000 lekë", "sq": "11.280.000 lekë"},
            "items": (
                {
                    "source": {"en": "Budget of the city", "sq": "Buxheti i qytetit"},
                    "amount": {"en": "7,480,000 lekë", "sq": "7.480.000 lekë"},
                },
                {
                    "source": {"en": "Ura Telekom", "sq": "Ura Telekom"},
                    "amount": {"en": "2,300,000 lekë", "sq": "2.300.000 lekë"},
                },
                {
                    "source": {
                        "en": "Banka Rinia, prize for young inventors",
                        "sq": "Banka Rinia, çmimi për shpikësit e rinj",
                    },
                    "amount": {"en": "1,500,000 lekë", "sq": "1.500.000 lekë"},
                },
            ),
        },
    },
    {
        "key": "project-curricula",
        "slug": {
            "en": "curricula-network-consolidation",
            "sq": "konsolidimi-i-rrjetit-te-kurrikulave",
        },
        "title": {
            "en": "Curricula Network Consolidation for OI-education and training in Europe …",
            "sq": "Konsolidimi i rrjetit të kurrikulave për arsimin dhe trajnimin OI në Evropë …",
        },
        "short_title": {"en": "Curricula network", "sq": "Rrjeti i kurrikulave"},
        "summary": {
            "en": (
                "Schools in six countries compare what they teach, share their courses and "
                "recognise each other’s certificates. Tirana brings its evening schools and its "
                "teachers."
            ),
            "sq": (
                "Shkolla nga gjashtë vende krahasojnë çfarë mësojnë, ndajnë kurset dhe ia njohin "
                "njëra-tjetrës dëftesat. Tirana sjell shkollat e mbrëmjes dhe mësuesit e saj."
            ),
        },
        "seo_description": {
            "en": (
                "Curricula Network Consolidation: shared courses and recognised certificates "
                "between Tirana and schools in five other countries."
            ),
            "sq": (
                "Konsolidimi i rrjetit të kurrikulave: kurse të përbashkëta dhe dëftesa të njohura "
                "mes Tiranës dhe shkollave në pesë vende të tjera."
            ),
        },
        "paint": "rose",
        "drawing": "project-curricula",
        "topics": ("education",),
        "contact": "schools",
        "picture": {
            "picture": "roofs",
            "alt": {
                "en": "Flat roofs with solar panels and small gardens above painted blocks.",
                "sq": (
                    "Çati të sheshta me panele diellore dhe kopshte të vogla mbi pallate të lyera."
                ),
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>Whoever learns to run a network, a register or a workshop in Tirana "
                        "should be able to go on learning in Graz or Porto without beginning "
                        "again. That is less a matter of talent than of paper: courses have "
                        "different names, different lengths and no common list.</p>"
                        "<p>The project makes that list. Under the short name OI-education, kept "
                        "from its European application, teachers of six countries describe what "
                        "someone can do after a course instead of how many hours they sat in it. "
                        "Where two descriptions agree, the certificates are recognised.</p>"
                    ),
                ),
                ("heading", "What is shared"),
                (
                    "paragraph",
                    (
                        "<ul><li>Fourteen courses, from data for public services to maintenance of "
                        "solar plants, free to use and to translate.</li>"
                        "<li>A common form for certificates, in two languages on one page.</li>"
                        "<li>Visits: two weeks in a partner school for teachers, one term for "
                        "learners.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "We found that we all taught the same thing, and each of us had left "
                            "out something different."
                        ),
                        "attribution": "Teacher and coordinator for Tirana",
                        "role": "Vocational school",
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>The results go straight into the <a "
                        'href="page:vocational-education">night school and the open '
                        "workshops</a>.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Kush mëson në Tiranë të mbajë një rrjet, një regjistër a një punishte, "
                        "duhet të mund të vazhdojë mësimin në Grac a në Porto pa e nisur nga e "
                        "para. Kjo është më pak çështje talenti e më shumë çështje letrash: kurset "
                        "kanë emra të ndryshëm, gjatësi të ndryshme dhe asnjë listë të "
                        "përbashkët.</p>"
                        "<p>Projekti e bën atë listë. Me emrin e shkurtër OI-education, të ruajtur "
                        "nga aplikimi i tij evropian, mësues nga gjashtë vende përshkruajnë çfarë "
                        "di të bëjë dikush pas një kursi, e jo sa orë ka ndenjur në të. Ku dy "
                        "përshkrime përputhen, dëftesat njihen.</p>"
                    ),
                ),
                ("heading", "Çfarë ndahet"),
                (
                    "paragraph",
                    (
                        "<ul><li>Katërmbëdhjetë kurse, nga të dhënat për shërbimet publike te "
                        "mirëmbajtja e impianteve diellore, të lira për t’u përdorur e "
                        "përkthyer.</li>"
                        "<li>Një formular i përbashkët për dëftesat, në dy gjuhë e në një "
                        "faqe.</li>"
                        "<li>Vizita: dy javë në një shkollë partnere për mësuesit, një semestër "
                        "për nxënësit.</li></ul>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Pamë se të gjithë mësonim të njëjtën gjë, dhe secili kishte lënë "
                            "jashtë diçka tjetër."
                        ),
                        "attribution": "Mësuese dhe koordinatore për Tiranën",
                        "role": "Shkolla profesionale",
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Përfundimet shkojnë drejt e te <a "
                        'href="page:vocational-education">shkolla e natës dhe punishtet e '
                        "hapura</a>.</p>"
                    ),
                ),
            ),
        },
        "phases": (
            {
                "title": {"en": "Comparing", "sq": "Krahasimi"},
                "text": {
                    "en": "212 courses of eighteen schools laid side by side.",
                    "sq": "212 kurse të tetëmbëdhjetë shkollave vihen krah për krah.",
                },
                "start": "2012-10-01",
                "end": "2013-06-28",
                "state": "done",
            },
            {
                "title": {"en": "Common courses", "sq": "Kurset e përbashkëta"},
                "text": {
                    "en": "Fourteen courses written together and tried with 260 learners.",
                    "sq": "Katërmbëdhjetë kurse të shkruara bashkë dhe të provuara me 260 nxënës.",
                },
                "start": "2013-09-02",
                "end": "2014-12-19",
                "state": "done",
            },
            {
                "title": {"en": "Second edition", "sq": "Botimi i dytë"},
                "text": {
                    "en": (
                        "Teachers revise what three years of use have shown, and add courses for "
                        "care and for building in wood."
                    ),
                    "sq": (
                        "Mësuesit rishikojnë atë që treguan vitet e përdorimit dhe shtojnë kurse "
                        "për kujdesin e për ndërtimin me dru."
                    ),
                },
                "start": {"days": -150},
                "end": {"days": 90},
                "state": "current",
            },
            {
                "title": {"en": "Joint certificate", "sq": "Dëftesa e përbashkët"},
                "text": {
                    "en": "One certificate for all six countries, issued where the learner lives.",
                    "sq": "Një dëftesë për të gjashtë vendet, e lëshuar atje ku banon nxënësi.",
                },
                "start": {"days": 100},
                "end": {"days": 460},
                "state": "planned",
            },
        ),
        "timeline": (
            {
                "date": "2012-10-01",
                "paint": "rose",
                "title": {"en": "Six countries begin", "sq": "Nisin gjashtë vende"},
                "text": {
                    "en": "The first meeting takes place in Tirana, in the school’s canteen.",
                    "sq": "Takimi i parë bëhet në Tiranë, në mensën e shkollës.",
                },
            },
            {
                "date": "2013-06-28",
                "paint": "blue",
                "title": {"en": "The list", "sq": "Lista"},
                "text": {
                    "en": "A table of 212 courses is published, with all its gaps.",
                    "sq": "Botohet një tabelë me 212 kurse, me gjithë boshllëqet e saj.",
                },
            },
            {
                "date": "2014-02-10",
                "paint": "saffron",
                "title": {"en": "First shared course", "sq": "Kursi i parë i përbashkët"},
                "text": {
                    "en": "Maintenance of solar plants starts in three cities on the same evening.",
                    "sq": "Mirëmbajtja e impianteve diellore nis në tri qytete po atë mbrëmje.",
                },
            },
        ),
        "participants": (
            {
                "name": {"en": "Vocational school, Tirana", "sq": "Shkolla profesionale, Tiranë"},
                "role": {"en": "Coordination in Albania", "sq": "Koordinimi në Shqipëri"},
                "partner": None,
            },
            {
                "name": {
                    "en": "Eighteen schools in six countries",
                    "sq": "Tetëmbëdhjetë shkolla në gjashtë vende",
                },
                "role": {"en": "Courses, trials and visits", "sq": "Kurse, prova dhe vizita"},
                "partner": None,
            },
            {
                "name": {"en": "Dajti Solar", "sq": "Dajti Solar"},
                "role": {
                    "en": "Workshop for solar plants",
                    "sq": "Punishtja për impiantet diellore",
                },
                "partner": "dajti",
            },
            {
                "name": {"en": "Pisha Foundation", "sq": "Pisha Foundation"},
                "role": {"en": "Grants for visits", "sq": "Bursa për vizitat"},
                "partner": "pisha",
            },
        ),
        "funding": {
            "total": {
                "en": "38,500,000 lekë over all years",
                "sq": "38.500.000 lekë për të gjitha vitet",
            },
            "items": (
                {
                    "source": {
                        "en": "European education programme",
                        "sq": "Programi evropian i arsimit",
                    },
                    "amount": {"en": "29,000,000 lekë", "sq": "29.000.000 lekë"},
                },
                {
                    "source": {"en": "Participating schools", "sq": "Shkollat pjesëmarrëse"},
                    "amount": {"en": "5,500,000 lekë", "sq": "5.500.000 lekë"},
                },
                {
                    "source": {"en": "Pisha Foundation, grants", "sq": "Pisha Foundation, bursa"},
                    "amount": {"en": "4,000,000 lekë", "sq": "4.000.000 lekë"},
                },
            ),
        },
    },
    {
        "key": "project-transport",
        "slug": {
            "en": "urban-transport-service-tirana",
            "sq": "sherbimi-i-transportit-urban-tirane",
        },
        "title": {
            "en": (
                "Government, Society and Sustainable Development - Urban transport service Tirana …"
            ),
            "sq": (
                "Qeveria, shoqëria dhe zhvillimi i qëndrueshëm – Shërbimi i transportit urban "
                "Tiranë …"
            ),
        },
        "short_title": {"en": "Urban transport service", "sq": "Shërbimi i transportit urban"},
        "summary": {
            "en": (
                "What should a bus service promise, and who notices when it doesn’t keep it? City, "
                "university and operator rebuild the lines from the answers of 4,026 riders."
            ),
            "sq": (
                "Çfarë duhet të premtojë një shërbim autobusësh dhe kush e vëren kur nuk e mban? "
                "Qyteti, universiteti dhe operatori i rindërtojnë linjat nga përgjigjet e 4.026 "
                "udhëtarëve."
            ),
        },
        "seo_description": {
            "en": (
                "Urban transport service Tirana: from a survey of 4,026 riders to intervals in "
                "writing, later buses and shade at the stops."
            ),
            "sq": (
                "Shërbimi i transportit urban Tiranë: nga anketa me 4.026 udhëtarë te intervalet "
                "me shkrim, autobusët e vonë dhe hija në stacione."
            ),
        },
        "paint": "saffron",
        "drawing": "project-transport",
        "topics": ("transport", "government"),
        "contact": "transport",
        "picture": {
            "picture": "bus",
            "alt": {
                "en": (
                    "A red bus in its lane and a green one coming the other way, trees between "
                    "them."
                ),
                "sq": (
                    "Një autobus i kuq në korsinë e vet dhe një i gjelbër përballë, pemë mes tyre."
                ),
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The first half of the title is the name of a study programme at the "
                        "university, the second half its case: the buses of Tirana. Students of "
                        "economics, law and geography asked how government, society and "
                        "sustainable development meet at a bus stop at half past seven, and found "
                        "that they mostly miss each other.</p>"
                    ),
                ),
                ("heading", "From question to promise"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>Ask.</b> 4,026 riders at forty stops and 160 people who can’t "
                        "ride.</li>"
                        "<li><b>Promise.</b> An interval for each line and hour, in writing at "
                        "each stop.</li>"
                        "<li><b>Measure.</b> Every bus reports its position; the result is public "
                        "line by line.</li>"
                        "<li><b>Answer.</b> If a promise is broken three days in a row, the "
                        "operator explains why.</li></ol>"
                        '<p>The article on the <a href="page:riders-survey">survey of riders</a> '
                        "tells what people asked for, and the shade they wished for stands at <a "
                        'href="page:shade-at-stops">stops with a tree behind the bench</a>.</p>'
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Promises kept, 2014",
                        "items": [
                            {"label": "Line L3", "value": "91% of hours"},
                            {"label": "Line L1", "value": "88% of hours"},
                            {"label": "Line L7", "value": "74% of hours"},
                            {"label": "Explanations published", "value": "23"},
                        ],
                    },
                ),
                (
                    "document",
                    {
                        "document": "riders-survey-en",
                        "title": "Survey of riders 2013, short report",
                    },
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Gjysma e parë e titullit është emri i një programi studimi në "
                        "universitet, gjysma e dytë rasti që trajton: autobusët e Tiranës. "
                        "Studentë të ekonomisë, drejtësisë e gjeografisë pyetën si takohen "
                        "qeveria, shoqëria dhe zhvillimi i qëndrueshëm në një stacion autobusi në "
                        "orën shtatë e gjysmë, dhe panë se zakonisht nuk takohen.</p>"
                    ),
                ),
                ("heading", "Nga pyetja te premtimi"),
                (
                    "paragraph",
                    (
                        "<ol><li><b>Pyesim.</b> 4.026 udhëtarë në dyzet stacione dhe 160 veta që "
                        "nuk udhëtojnë dot.</li>"
                        "<li><b>Premtojmë.</b> Një interval për çdo linjë e orë, me shkrim në çdo "
                        "stacion.</li>"
                        "<li><b>Masim.</b> Çdo autobus e njofton vendndodhjen; përfundimi është "
                        "publik, linjë për linjë.</li>"
                        "<li><b>Përgjigjemi.</b> Nëse një premtim thyhet tri ditë me radhë, "
                        "operatori shpjegon pse.</li></ol>"
                        '<p>Artikulli për <a href="page:riders-survey">anketën e udhëtarëve</a> '
                        "tregon çfarë kërkuan njerëzit, kurse hija që dëshironin është te <a "
                        'href="page:shade-at-stops">stacionet me pemë prapa stolit</a>.</p>'
                    ),
                ),
                (
                    "facts",
                    {
                        "title": "Premtime të mbajtura, 2014",
                        "items": [
                            {"label": "Linja L3", "value": "91% e orëve"},
                            {"label": "Linja L1", "value": "88% e orëve"},
                            {"label": "Linja L7", "value": "74% e orëve"},
                            {"label": "Shpjegime të botuara", "value": "23"},
                        ],
                    },
                ),
                (
                    "document",
                    {
                        "document": "riders-survey-sq",
                        "title": "Anketa e udhëtarëve 2013, raport i shkurtër",
                    },
                ),
            ),
        },
        "phases": (
            {
                "title": {"en": "Survey of riders", "sq": "Anketa e udhëtarëve"},
                "text": {
                    "en": "Seven questions, forty stops, 4,026 answers.",
                    "sq": "Shtatë pyetje, dyzet stacione, 4.026 përgjigje.",
                },
                "start": "2013-09-09",
                "end": "2013-10-08",
                "state": "done",
            },
            {
                "title": {"en": "Intervals in writing", "sq": "Intervale me shkrim"},
                "text": {
                    "en": (
                        "A promise in minutes at every stop, and the last bus at 23:30 on three "
                        "lines."
                    ),
                    "sq": (
                        "Një premtim me minuta në çdo stacion dhe autobusi i fundit në orën 23:30 "
                        "në tri linja."
                    ),
                },
                "start": "2013-11-04",
                "end": "2014-06-27",
                "state": "done",
            },
            {
                "title": {"en": "Arrivals in real time", "sq": "Mbërritje në kohë reale"},
                "text": {
                    "en": (
                        "Displays at a hundred and twenty stops, with a button that reads them "
                        "aloud."
                    ),
                    "sq": "Ekrane në njëqind e njëzet stacione, me një buton që i lexon me zë.",
                },
                "start": {"days": -60},
                "end": {"days": 200},
                "state": "current",
            },
            {
                "title": {"en": "One ticket for an hour", "sq": "Një biletë për një orë"},
                "text": {
                    "en": "Changing lines without paying twice, on paper as well as by card.",
                    "sq": "Ndërrim linje pa paguar dy herë, si me letër, ashtu edhe me kartë.",
                },
                "start": {"days": 210},
                "end": {"days": 500},
                "state": "planned",
            },
        ),
        "timeline": (
            {
                "date": "2013-10-08",
                "paint": "saffron",
                "title": {"en": "Results of the survey", "sq": "Përfundimet e anketës"},
                "text": {
                    "en": "One in three wants first of all to know when the bus comes.",
                    "sq": "Një në tre do para së gjithash të dijë kur vjen autobusi.",
                },
            },
            {
                "date": "2013-11-04",
                "paint": "blue",
                "title": {"en": "Later buses", "sq": "Autobusë më vonë"},
                "text": {
                    "en": "Lines L1, L3 and L7 run until 23:30.",
                    "sq": "Linjat L1, L3 dhe L7 lëvizin deri në orën 23:30.",
                },
            },
            {
                "date": "2014-01-15",
                "paint": "lime",
                "title": {"en": "The promise at the stop", "sq": "Premtimi në stacion"},
                "text": {
                    "en": "Intervals hang at all 340 stops.",
                    "sq": "Intervalet varen në të 340 stacionet.",
                },
            },
        ),
        "participants": (
            {
                "name": {
                    "en": "City of Tirana, transport team",
                    "sq": "Bashkia Tiranë, ekipi i transportit",
                },
                "role": {"en": "Lead", "sq": "Drejtimi"},
                "partner": None,
            },
            {
                "name": {
                    "en": "University of Tirana, three faculties",
                    "sq": "Universiteti i Tiranës, tri fakultete",
                },
                "role": {"en": "Survey and evaluation", "sq": "Anketa dhe vlerësimi"},
                "partner": None,
            },
            {
                "name": {"en": "Lana Mobility", "sq": "Lana Mobility"},
                "role": {
                    "en": "Operator of forty-two buses",
                    "sq": "Operator i dyzet e dy autobusëve",
                },
                "partner": "lana",
            },
            {
                "name": {"en": "Kala Architects", "sq": "Kala Architects"},
                "role": {"en": "Design of the stops", "sq": "Projektimi i stacioneve"},
                "partner": "kala",
            },
        ),
        "funding": {
            "total": {"en": "24,000,000 lekë", "sq": "24.000.000 lekë"},
            "items": (
                {
                    "source": {"en": "Budget of the city", "sq": "Buxheti i qytetit"},
                    "amount": {"en": "18,200,000 lekë", "sq": "18.200.000 lekë"},
                },
                {
                    "source": {"en": "Lana Mobility", "sq": "Lana Mobility"},
                    "amount": {"en": "4,700,000 lekë", "sq": "4.700.000 lekë"},
                },
                {
                    "source": {"en": "University of Tirana", "sq": "Universiteti i Tiranës"},
                    "amount": {"en": "1,100,000 lekë", "sq": "1.100.000 lekë"},
                },
            ),
        },
    },
    {
        "key": "project-free-transit",
        "slug": {
            "en": "can-free-public-transportation-change-your-city",
            "sq": "a-mund-ta-ndryshoje-transporti-falas-qytetin",
        },
        "title": {
            "en": (
                "The largest transit experiment in the world: Can free public transportation "
                "change your city? …"
            ),
            "sq": (
                "Eksperimenti më i madh i transportit në botë: a mund ta ndryshojë transporti "
                "publik falas qytetin tuaj? …"
            ),
        },
        "short_title": {"en": "Free transit", "sq": "Transport falas"},
        "summary": {
            "en": (
                "Since January 2013 the people of Tallinn ride free of charge. Tirana looks "
                "closely: what would it bring here, what would it cost and whom would it help?"
            ),
            "sq": (
                "Që nga janari 2013 banorët e Talinit udhëtojnë falas. Tirana e sheh nga afër: "
                "çfarë do të sillte këtu, sa do të kushtonte dhe kë do të ndihmonte?"
            ),
        },
        "seo_description": {
            "en": (
                "Could buses be free in Tirana? What Tallinn shows, what a free day brought and "
                "which questions are open."
            ),
            "sq": (
                "A mund të jenë falas autobusët në Tiranë? Çfarë tregon Talini, çfarë solli një "
                "ditë falas dhe cilat pyetje mbeten të hapura."
            ),
        },
        "paint": "lime",
        "drawing": "project-free-transit",
        "topics": ("transport", "economy", "environment"),
        "contact": "transport",
        "picture": {
            "picture": "boulevard",
            "alt": {
                "en": "The boulevard from above with two rows of trees and hardly any cars.",
                "sq": "Bulevardi nga lart me dy rreshta pemësh dhe pothuajse pa makina.",
            },
        },
        "body": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>On 1 January 2013 the capital of Estonia made its buses, trams and "
                        "trolleybuses free for all registered residents. No city of that size had "
                        "dared it before; newspapers called it the largest transit experiment in "
                        "the world. Other cities watch closely: fewer cars, green corridors along "
                        "the tram, and a fare box that stays shut.</p>"
                        "<p>The first evaluations are sober. More people ride, above all the "
                        "young, the old and those without work. Cars have become fewer in some "
                        "districts and not in others. And a bus that is free but late remains "
                        "late.</p>"
                    ),
                ),
                ("heading", "What it would mean in Tirana"),
                (
                    "table",
                    {
                        "caption": "Three models, calculated for the city’s lines (per year)",
                        "header": ["Model", "Cost to the city", "Additional rides", "Helps most"],
                        "rows": [
                            [
                                "Free for everyone",
                                "1,150 million lekë",
                                "+21%",
                                "everyone, also visitors",
                            ],
                            [
                                "Free for pupils and pensioners",
                                "340 million lekë",
                                "+9%",
                                "families, the elderly",
                            ],
                            [
                                "Free from 10:00 to 15:00",
                                "290 million lekë",
                                "+7%",
                                "those who can choose their hour",
                            ],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>On 22 April 2014, Earth Day, all urban lines ran free of charge from "
                        "8:00 to 20:00. Thirty-one per cent more people boarded than on the "
                        "Tuesday before; on line L7, whose buses were full already, many had to "
                        "wait for the next one. That was the most useful result of the day.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "The price keeps some people off the bus. The crowding keeps off more. "
                            "We have to solve both, in the right order."
                        ),
                        "attribution": "Transport economist",
                        "role": "Project team",
                    },
                ),
                (
                    "paragraph",
                    (
                        '<p>The discussion is open: <a href="page:community">tell the '
                        "community</a> what would bring you onto the bus, or keep you there.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Më 1 janar 2013 kryeqyteti i Estonisë i bëri falas autobusët, "
                        "tramvajet dhe trolejbusët për të gjithë banorët e regjistruar. Asnjë "
                        "qytet i asaj madhësie nuk kishte guxuar më parë; gazetat e quajtën "
                        "eksperimenti më i madh i transportit në botë. Qytete të tjera e ndjekin "
                        "nga afër: më pak makina, korridore të gjelbra gjatë tramvajit dhe një "
                        "kuti biletash që mbetet e mbyllur.</p>"
                        "<p>Vlerësimet e para janë të matura. Udhëtojnë më shumë njerëz, sidomos "
                        "të rinjtë, të moshuarit e ata pa punë. Makinat janë pakësuar në disa "
                        "lagje e në disa jo. Dhe një autobus falas që vonohet, prapë vonohet.</p>"
                    ),
                ),
                ("heading", "Çfarë do të sillte në Tiranë"),
                (
                    "table",
                    {
                        "caption": "Tri modele, të llogaritura për linjat e qytetit (në vit)",
                        "header": [
                            "Modeli",
                            "Kostoja për qytetin",
                            "Udhëtime shtesë",
                            "Ndihmon më shumë",
                        ],
                        "rows": [
                            [
                                "Falas për të gjithë",
                                "1.150 milionë lekë",
                                "+21%",
                                "të gjithë, edhe vizitorët",
                            ],
                            [
                                "Falas për nxënës e pensionistë",
                                "340 milionë lekë",
                                "+9%",
                                "familjet, të moshuarit",
                            ],
                            [
                                "Falas nga ora 10:00 deri në 15:00",
                                "290 milionë lekë",
                                "+7%",
                                "ata që e zgjedhin vetë orën",
                            ],
                        ],
                    },
                ),
                (
                    "paragraph",
                    (
                        "<p>Më 22 prill 2014, Ditën e Tokës, të gjitha linjat urbane lëvizën falas "
                        "nga ora 8:00 deri në 20:00. Hipën tridhjetë e një për qind më shumë "
                        "njerëz se të martën e mëparshme; në linjën L7, me autobusë të mbushur që "
                        "më parë, shumë prej tyre u desh të prisnin tjetrin. Ky ishte përfundimi "
                        "më i dobishëm i ditës.</p>"
                    ),
                ),
                (
                    "quote",
                    {
                        "text": (
                            "Çmimi largon disa njerëz nga autobusi. Dyndja largon më shumë. Duhen "
                            "zgjidhur të dyja, sipas radhës së duhur."
                        ),
                        "attribution": "Ekonomiste e transportit",
                        "role": "Grupi i projektit",
                    },
                ),
                (
                    "paragraph",
                    (
                        '<p>Diskutimi është i hapur: <a href="page:community">tregojini '
                        "komunitetit</a> çfarë do t’ju sillte në autobus ose do t’ju mbante "
                        "aty.</p>"
                    ),
                ),
            ),
        },
        "phases": (
            {
                "title": {"en": "Learning from others", "sq": "Mësojmë nga të tjerët"},
                "text": {
                    "en": (
                        "Figures from Tallinn and nine smaller cities, and a visit with many "
                        "questions."
                    ),
                    "sq": (
                        "Shifra nga Talini dhe nëntë qytete më të vogla dhe një vizitë me shumë "
                        "pyetje."
                    ),
                },
                "start": "2013-03-04",
                "end": "2014-02-28",
                "state": "done",
            },
            {
                "title": {"en": "A free day", "sq": "Një ditë falas"},
                "text": {
                    "en": "22 April 2014, all lines, 8:00 to 20:00, counted at every door.",
                    "sq": (
                        "22 prill 2014, të gjitha linjat, ora 8:00–20:00, me numërim në çdo derë."
                    ),
                },
                "start": "2014-03-12",
                "end": "2014-05-30",
                "state": "done",
            },
            {
                "title": {"en": "A free term for pupils", "sq": "Një semestër falas për nxënësit"},
                "text": {
                    "en": (
                        "Pupils of twelve schools ride free, and the project counts who leaves the "
                        "car at home."
                    ),
                    "sq": (
                        "Nxënësit e dymbëdhjetë shkollave udhëtojnë falas dhe projekti numëron "
                        "kush e lë makinën në shtëpi."
                    ),
                },
                "start": {"days": -70},
                "end": {"days": 110},
                "state": "current",
            },
            {
                "title": {"en": "Decision of the council", "sq": "Vendimi i këshillit"},
                "text": {
                    "en": (
                        "The three models go to the council with all figures, after a public "
                        "hearing."
                    ),
                    "sq": (
                        "Tri modelet i paraqiten këshillit me të gjitha shifrat, pas një dëgjese "
                        "publike."
                    ),
                },
                "start": {"days": 130},
                "end": {"days": 220},
                "state": "planned",
            },
        ),
        "timeline": (
            {
                "date": "2013-03-04",
                "paint": "lime",
                "title": {"en": "First comparison", "sq": "Krahasimi i parë"},
                "text": {
                    "en": "Ten cities on one page, with what they count and what they leave out.",
                    "sq": "Dhjetë qytete në një faqe, me atë që numërojnë e atë që lënë jashtë.",
                },
            },
            {
                "date": "2014-03-12",
                "paint": "sky",
                "title": {"en": "The question becomes public", "sq": "Pyetja bëhet publike"},
                "text": {
                    "en": "112 answers in the community within a week.",
                    "sq": "112 përgjigje në komunitet brenda një jave.",
                },
            },
            {
                "date": "2014-04-22",
                "paint": "saffron",
                "title": {"en": "Free lines on Earth Day", "sq": "Linja falas në Ditën e Tokës"},
                "text": {
                    "en": "Thirty-one per cent more passengers, and a full line L7.",
                    "sq": "Tridhjetë e një për qind më shumë udhëtarë dhe një linjë L7 plot.",
                },
            },
        ),
        "participants": (
            {
                "name": {
                    "en": "City of Tirana, transport team",
                    "sq": "Bashkia Tiranë, ekipi i transportit",
                },
                "role": {"en": "Lead", "sq": "Drejtimi"},
                "partner": None,
            },
            {
                "name": {"en": "Lana Mobility", "sq": "Lana Mobility"},
                "role": {
                    "en": "Free lines on 22 April 2014",
                    "sq": "Linjat falas më 22 prill 2014",
                },
                "partner": "lana",
            },
            {
                "name": {"en": "Banka Rinia", "sq": "Banka Rinia"},
                "role": {"en": "Passes for pupils", "sq": "Abonetë për nxënësit"},
                "partner": "rinia",
            },
            {
                "name": {"en": "Agora Lab", "sq": "Agora Lab"},
                "role": {"en": "Counting and open data", "sq": "Numërimi dhe të dhënat e hapura"},
                "partner": "agora",
            },
        ),
        "funding": {
            "total": {"en": "9,600,000 lekë", "sq": "9.600.000 lekë"},
            "items": (
                {
                    "source": {"en": "Budget of the city", "sq": "Buxheti i qytetit"},
                    "amount": {"en": "4,200,000 lekë", "sq": "4.200.000 lekë"},
                },
                {
                    "source": {
                        "en": "Lana Mobility, lines on 22 April 2014",
                        "sq": "Lana Mobility, linjat e 22 prillit 2014",
                    },
                    "amount": {"en": "3,400,000 lekë", "sq": "3.400.000 lekë"},
                },
                {
                    "source": {
                        "en": "Banka Rinia, passes for pupils",
                        "sq": "Banka Rinia, abonetë e nxënësve",
                    },
                    "amount": {"en": "2,000,000 lekë", "sq": "2.000.000 lekë"},
                },
            ),
        },
    },
)
