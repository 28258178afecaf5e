"""Documents that articles and projects offer for download, as text to be set as PDF.

A document has one language, which ends its key. Each page is a heading with its paragraphs.
"""

DOCUMENTS = (
    {
        "key": "emergency-plan-en",
        "language": "en",
        "filename": "emergency-plan-short-edition.pdf",
        "title": "Emergency plan for the electricity network, short edition",
        "date": "2014-04-17",
        "pages": (
            (
                "Purpose",
                (
                    (
                        "This plan says who acts when the electricity network of Tirana fails, in "
                        "which order and within which time. It binds the city, the distributor and "
                        "the contractor for traffic lights."
                    ),
                    (
                        "It does not replace the national plan for civil emergencies, which "
                        "prevails in a disaster."
                    ),
                ),
            ),
            (
                "Classes and times",
                (
                    (
                        "Class A: hospitals, pumping stations, danger to life. A crew in 30 "
                        "minutes, power or a generator in one hour."
                    ),
                    (
                        "Class B: schools, traffic lights, whole streets. A crew in one hour, "
                        "power or a generator in four hours."
                    ),
                    (
                        "Class C: single buildings and lamps. A crew in four hours, power in "
                        "twenty-four hours."
                    ),
                ),
            ),
            (
                "The duty desk",
                (
                    (
                        "The desk is staffed day and night. It hears each caller once, gives a "
                        "number, chooses the crew and informs the caller when the fault is "
                        "repaired."
                    ),
                    (
                        "It keeps a record of each fault with the times reached. The record is "
                        "published every month without names and addresses."
                    ),
                ),
            ),
        ),
    },
    {
        "key": "emergency-plan-sq",
        "language": "sq",
        "filename": "plani-i-emergjencave-botim-i-shkurter.pdf",
        "title": "Plani i emergjencave për rrjetin elektrik, botim i shkurtër",
        "date": "2014-04-17",
        "pages": (
            (
                "Qëllimi",
                (
                    (
                        "Ky plan thotë kush vepron kur dështon rrjeti elektrik i Tiranës, në "
                        "ç’radhë dhe brenda çfarë kohe. Ai i detyron bashkinë, shpërndarësin dhe "
                        "kontraktorin e semaforëve."
                    ),
                    (
                        "Ai nuk e zëvendëson planin kombëtar për emergjencat civile, që ka "
                        "përparësi në rast fatkeqësie."
                    ),
                ),
            ),
            (
                "Klasat dhe kohët",
                (
                    (
                        "Klasa A: spitale, stacione pompimi, rrezik për jetën. Skuadra për 30 "
                        "minuta, energji ose gjenerator për një orë."
                    ),
                    (
                        "Klasa B: shkolla, semaforë, rrugë të tëra. Skuadra për një orë, energji "
                        "ose gjenerator për katër orë."
                    ),
                    (
                        "Klasa C: ndërtesa e llamba të veçanta. Skuadra për katër orë, energji për "
                        "njëzet e katër orë."
                    ),
                ),
            ),
            (
                "Sporteli i gatishmërisë",
                (
                    (
                        "Sporteli ka punonjës ditë e natë. Ai e dëgjon çdo njoftues një herë, jep "
                        "një numër, zgjedh skuadrën dhe e lajmëron njoftuesin kur defekti është "
                        "ndrequr."
                    ),
                    (
                        "Ai mban shënim për çdo defekt me kohët e arritura. Shënimet botohen çdo "
                        "muaj, pa emra e adresa."
                    ),
                ),
            ),
        ),
    },
    {
        "key": "riders-survey-en",
        "language": "en",
        "filename": "survey-of-riders-2013-short-report.pdf",
        "title": "Survey of riders 2013, short report",
        "date": "2013-10-08",
        "pages": (
            (
                "How we asked",
                (
                    (
                        "From 9 to 22 September 2013 students of the university asked 4,026 people "
                        "at forty stops and 160 people at home who can’t use the buses. Each "
                        "answered seven questions."
                    ),
                    (
                        "Districts, ages and hours were chosen in proportion to the number of "
                        "rides. The margin of error is 1.5 points."
                    ),
                ),
            ),
            (
                "What should become better first",
                (
                    (
                        "Know when the bus comes: 34 per cent. More buses in the evening: 21 per "
                        "cent. Shade and a seat at the stop: 16 per cent."
                    ),
                    (
                        "Less crowding in the morning: 14 per cent. Faster journey: 9 per cent. "
                        "Cheaper ticket: 6 per cent."
                    ),
                    "At the edge of the city a cheaper ticket is in third place, with 17 per cent.",
                ),
            ),
            (
                "What we propose",
                (
                    (
                        "Publish an interval for each line and hour. Run three lines until 23:30 "
                        "for six months. Build nineteen stops with natural shade."
                    ),
                    "Ask again after a year, at the same stops and with the same questions.",
                ),
            ),
        ),
    },
    {
        "key": "riders-survey-sq",
        "language": "sq",
        "filename": "anketa-e-udhetareve-2013-raport-i-shkurter.pdf",
        "title": "Anketa e udhëtarëve 2013, raport i shkurtër",
        "date": "2013-10-08",
        "pages": (
            (
                "Si pyetëm",
                (
                    (
                        "Nga 9 deri më 22 shtator 2013 studentë të universitetit pyetën 4.026 veta "
                        "në dyzet stacione dhe 160 veta në shtëpi, që nuk i përdorin dot "
                        "autobusët. Secili iu përgjigj shtatë pyetjeve."
                    ),
                    (
                        "Lagjet, moshat dhe orët u zgjodhën në përpjesëtim me numrin e udhëtimeve. "
                        "Kufiri i gabimit është 1,5 pikë."
                    ),
                ),
            ),
            (
                "Çfarë duhet të përmirësohet së pari",
                (
                    (
                        "Ta di kur vjen autobusi: 34 për qind. Më shumë autobusë në mbrëmje: 21 "
                        "për qind. Hije dhe një vend për t’u ulur në stacion: 16 për qind."
                    ),
                    (
                        "Më pak dyndje në mëngjes: 14 për qind. Udhëtim më i shpejtë: 9 për qind. "
                        "Biletë më e lirë: 6 për qind."
                    ),
                    "Në skaj të qytetit bileta më e lirë është e treta, me 17 për qind.",
                ),
            ),
            (
                "Çfarë propozojmë",
                (
                    (
                        "Të botohet një interval për çdo linjë e orë. Tri linja të lëvizin deri në "
                        "orën 23:30 për gjashtë muaj. Të ndërtohen nëntëmbëdhjetë stacione me hije "
                        "të natyrshme."
                    ),
                    "Të pyetet sërish pas një viti, në po ato stacione dhe me po ato pyetje.",
                ),
            ),
        ),
    },
)
