"""Events of the demo, with and without a campaign.

``start`` and ``end`` are local times in ``TIME_ZONE``, written as ``dates`` describes.
"""

TIME_ZONE = "Europe/Tirane"

EVENTS = (
    {
        "key": "boulevard-without-cars",
        "campaign": "green-cities",
        "slug": {"en": "boulevard-without-cars", "sq": "bulevard-pa-makina"},
        "title": {"en": "Boulevard without cars", "sq": "Bulevard pa makina"},
        "summary": {
            "en": "Open street with repair fair, school stage and a bicycle course for adults.",
            "sq": (
                "Rrugë e hapur me panair riparimesh, skenë shkollash dhe kurs biçiklete për të "
                "rritur."
            ),
        },
        "start": "2014-04-22T08:00",
        "end": "2014-04-22T20:00",
        "place": {
            "en": "Boulevard, from Mother Teresa Square to the Lana",
            "sq": "Bulevardi, nga Sheshi Nënë Tereza deri te Lana",
        },
        "address": "Bulevardi Dëshmorët e Kombit, Tiranë",
        "organiser": {
            "en": "City of Tirana, parks service",
            "sq": "Bashkia Tiranë, shërbimi i parqeve",
        },
        "cost": {"en": "Free, no booking", "sq": "Falas, pa rezervim"},
        "paint": "lime",
        "picture": {
            "picture": "boulevard",
            "alt": {
                "en": "The boulevard and its trees from above, mountains behind.",
                "sq": "Bulevardi me pemët e tij nga lart, pas tij malet.",
            },
        },
        "description": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>For twelve hours the boulevard belongs to people on foot, on wheels "
                        "and on skates. Volunteers mend bicycles, lamps and radios free of charge; "
                        "thirty-seven schools share a stage; and adults who never learned to cycle "
                        "do so behind the ministries, where nobody laughs.</p>"
                        "<p>There are six water points, one at each crossing. Toilets without "
                        "steps stand at both ends and in the middle.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Për dymbëdhjetë orë bulevardi u përket atyre që ecin në këmbë, me "
                        "rrota e me patina. Vullnetarët ndreqin falas biçikleta, llamba e radio; "
                        "tridhjetë e shtatë shkolla ndajnë një skenë; dhe të rriturit që nuk e "
                        "kanë mësuar kurrë biçikletën e mësojnë prapa ministrive, ku askush nuk "
                        "qesh.</p>"
                        "<p>Ka gjashtë pika uji, një në çdo kryqëzim. Tualetet pa shkallë janë në "
                        "të dyja skajet dhe në mes.</p>"
                    ),
                ),
            ),
        },
    },
    {
        "key": "planting-morning",
        "campaign": "green-cities",
        "slug": {"en": "planting-morning", "sq": "mengjes-mbjelljeje"},
        "title": {"en": "Planting morning", "sq": "Mëngjes mbjelljeje"},
        "summary": {
            "en": "Two hundred holm oaks. Gloves and spades are there; bring boots.",
            "sq": "Dyqind ilqe. Dorezat e lopatat janë aty; ju sillni çizmet.",
        },
        "start": "2014-04-26T09:00",
        "end": "2014-04-26T12:00",
        "place": {"en": "Grand Park, dam side", "sq": "Parku i Madh, nga ana e digës"},
        "address": "Parku i Madh i Liqenit, Tiranë",
        "organiser": {
            "en": "Parks service with Pisha Foundation",
            "sq": "Shërbimi i parqeve me Pisha Foundation",
        },
        "cost": {"en": "Free, no booking", "sq": "Falas, pa rezervim"},
        "paint": "sky",
        "picture": {
            "picture": "planting",
            "alt": {
                "en": "People among rows of young trees in front of painted blocks.",
                "sq": "Njerëz mes rreshtave të pemëve të reja përpara pallateve të lyera.",
            },
        },
        "description": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The holes are dug. What is missing are people who set the trees "
                        "upright, tread the soil firm and fetch the first bucket. A gardener "
                        "stands at every tenth tree and shows how. Each tree gets its number at "
                        "once, so you can visit yours on the way home.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Gropat janë hapur. Duhen njerëz që t’i vendosin pemët drejt, ta "
                        "shtypin dheun mirë dhe të sjellin kovën e parë. Te çdo pemë e dhjetë ka "
                        "një kopshtar që tregon si bëhet. Çdo pemë e merr menjëherë numrin, që ta "
                        "vizitoni tuajën në kthim për në shtëpi.</p>"
                    ),
                ),
            ),
        },
    },
    {
        "key": "roof-day",
        "campaign": "green-cities",
        "slug": {"en": "roof-day", "sq": "dita-e-cative"},
        "title": {"en": "Roof day", "sq": "Dita e çative"},
        "summary": {
            "en": "Learn to read a roof: sun, shade, weight and what the law allows.",
            "sq": "Mësoni ta lexoni një çati: dielli, hija, pesha dhe çfarë lejon ligji.",
        },
        "start": "2014-05-10T10:00",
        "end": "2014-05-10T16:00",
        "place": {"en": "Agora Lab", "sq": "Agora Lab"},
        "address": "Rruga e Elbasanit, Tiranë",
        "organiser": {"en": "Dajti Solar with Agora Lab", "sq": "Dajti Solar me Agora Lab"},
        "cost": {
            "en": "Free; instruments are lent against an identity card",
            "sq": "Falas; mjetet jepen hua me kartë identiteti",
        },
        "paint": "rose",
        "picture": {
            "picture": "roofs",
            "alt": {
                "en": "Solar panels and small gardens on flat roofs, a street crossing below.",
                "sq": (
                    "Panele diellore dhe kopshte të vogla në çati të sheshta, poshtë një kryqëzim "
                    "rrugësh."
                ),
            },
        },
        "description": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>Every hour a group of twelve goes up: with a compass, a shade finder "
                        "and a spirit level. Downstairs an engineer works out what the roof would "
                        "bring, and a lawyer explains what the neighbours have to agree to. The "
                        "lift goes to the top floor; the last steps can be followed on a "
                        "screen.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Çdo orë ngjitet një grup prej dymbëdhjetë vetash: me busull, matës "
                        "hijeje dhe nivelues. Poshtë një inxhinier llogarit sa do të sillte çatia "
                        "dhe një jurist shpjegon për çfarë duhet pëlqimi i fqinjëve. Ashensori "
                        "shkon deri në katin e fundit; shkallët e fundit mund të ndiqen në "
                        "ekran.</p>"
                    ),
                ),
            ),
        },
    },
    {
        "key": "ride-the-lines",
        "campaign": "green-cities",
        "slug": {"en": "ride-the-lines", "sq": "udheto-me-linjat"},
        "title": {"en": "Ride the lines", "sq": "Udhëto me linjat"},
        "summary": {
            "en": "Ride with the planners, count the delays, mark the stops that need shade.",
            "sq": (
                "Udhëtoni me planifikuesit, numëroni vonesat, shënoni stacionet që kanë nevojë për "
                "hije."
            ),
        },
        "start": "2014-05-17T15:00",
        "end": "2014-05-17T18:00",
        "place": {"en": "Bus line L3", "sq": "Linja e autobusit L3"},
        "address": "Sheshi Skënderbej, Tiranë",
        "organiser": {
            "en": "Transport team with Lana Mobility",
            "sq": "Ekipi i transportit me Lana Mobility",
        },
        "cost": {"en": "Free for those who take part", "sq": "Falas për pjesëmarrësit"},
        "paint": "saffron",
        "picture": {
            "picture": "bus",
            "alt": {
                "en": "A red bus in the bus lane, trees on both sides.",
                "sq": "Një autobus i kuq në korsinë e vet, pemë në të dyja anët.",
            },
        },
        "description": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>A planner sits in every second bus with a stopwatch and a map. You get "
                        "the same, and a pencil. At the end both maps are laid side by side: what "
                        "you marked and what they had marked before. The buses of line L3 have a "
                        "ramp at the middle door.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Në çdo autobus të dytë udhëton një planifikues me kronometër e hartë. "
                        "Ju merrni të njëjtat dhe një laps. Në fund të dyja hartat vihen krah për "
                        "krah: çfarë shënuat ju dhe çfarë kishin shënuar ata më parë. Autobusët e "
                        "linjës L3 kanë rampë te dera e mesit.</p>"
                    ),
                ),
            ),
        },
    },
    {
        "key": "walking-bus-morning",
        "campaign": "safe-routes",
        "slug": {"en": "morning-of-the-walking-buses", "sq": "mengjesi-i-grupeve-ne-kembe"},
        "title": {"en": "Morning of the walking buses", "sq": "Mëngjesi i grupeve në këmbë"},
        "summary": {
            "en": (
                "Twenty-six schools, sixty-one routes, one morning: everybody walks, and the "
                "streets at the gates are closed to cars for three quarters of an hour."
            ),
            "sq": (
                "Njëzet e gjashtë shkolla, gjashtëdhjetë e një rrugë, një mëngjes: të gjithë ecin "
                "dhe rrugët te portat mbyllen për makinat për tre çerek ore."
            ),
        },
        "start": {"days": 6, "weekday": 3, "time": "07:15"},
        "end": {"days": 6, "weekday": 3, "time": "08:00"},
        "place": {"en": "In front of your school", "sq": "Përpara shkollës suaj"},
        "address": "Shkolla 26 Nëntori, Tiranë",
        "organiser": {
            "en": "Schools team and transport team",
            "sq": "Ekipi i shkollave dhe ekipi i transportit",
        },
        "cost": {"en": "Free, no booking", "sq": "Falas, pa rezervim"},
        "paint": "sky",
        "picture": {
            "picture": "crossing",
            "alt": {
                "en": "People on the zebra crossings of a wide junction, seen from above.",
                "sq": "Njerëz në vijat e bardha të një kryqëzimi të gjerë, të parë nga lart.",
            },
        },
        "description": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>Look for the sign with the shoe nearest to your home and be there five "
                        "minutes early. Adults in yellow vests lead the way; parents, grandparents "
                        "and curious neighbours are welcome to walk along. At the gate the "
                        "children are counted, and the number hangs at the door before the bell "
                        "rings.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Gjeni tabelën me këpucën më afër shtëpisë suaj dhe jini aty pesë "
                        "minuta më parë. Rrugën e prijnë të rritur me jelekë të verdhë; prindërit, "
                        "gjyshërit e fqinjët kureshtarë janë të mirëpritur të ecin bashkë. Te "
                        "porta fëmijët numërohen dhe numri varet te dera para se të bjerë "
                        "zilja.</p>"
                    ),
                ),
            ),
        },
    },
    {
        "key": "draw-your-route",
        "campaign": "safe-routes",
        "slug": {"en": "draw-your-route", "sq": "vizato-rrugen-tende"},
        "title": {"en": "Draw your route", "sq": "Vizato rrugën tënde"},
        "summary": {
            "en": (
                "An afternoon with large maps: pupils mark where they hesitate, planners write "
                "down what can be done and by when."
            ),
            "sq": (
                "Një pasdite me harta të mëdha: nxënësit shënojnë ku ngurrojnë, planifikuesit "
                "shkruajnë çfarë mund të bëhet e deri kur."
            ),
        },
        "start": {"days": 13, "weekday": 5, "time": "16:00"},
        "end": {"days": 13, "weekday": 5, "time": "18:00"},
        "places": 24,
        "place": {"en": "Agora Lab, ground floor", "sq": "Agora Lab, kati përdhes"},
        "address": "Rruga e Elbasanit, Tiranë",
        "organiser": {"en": "Agora Lab with Kala Architects", "sq": "Agora Lab me Kala Architects"},
        "cost": {
            "en": "Free; each of you registers",
            "sq": "Falas; regjistrohet secili prej jush",
        },
        "paint": "saffron",
        "picture": {
            "picture": "blocks",
            "alt": {
                "en": "A corner of painted blocks in orange, pink, green and yellow.",
                "sq": "Një qoshe pallatesh të lyera në portokalli, rozë, të gjelbër e të verdhë.",
            },
        },
        "description": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>The maps are four metres wide and meant to be walked on, in socks. "
                        "Those who don’t see well find one with raised streets. Every mark gets a "
                        "number and a date; the list is on the page of the campaign the next "
                        "morning.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Hartat janë katër metra të gjera dhe bëhen për të ecur mbi to, me "
                        "çorape. Kush nuk sheh mirë, gjen një hartë me rrugë në reliev. Çdo shenjë "
                        "merr një numër e një datë; të nesërmen në mëngjes lista është në faqen e "
                        "fushatës.</p>"
                    ),
                ),
            ),
        },
    },
    {
        "key": "lana-first-saturday",
        "campaign": "hands-for-the-lana",
        "slug": {"en": "first-saturday-on-the-lana", "sq": "e-shtuna-e-pare-ne-lane"},
        "title": {"en": "First Saturday on the Lana", "sq": "E shtuna e parë në Lanë"},
        "summary": {
            "en": (
                "The first stretch, at the third bridge: clear, count and plant, with soup at noon."
            ),
            "sq": (
                "Pjesa e parë, te ura e tretë: pastrojmë, numërojmë e mbjellim, me supë në drekë."
            ),
        },
        "start": {"days": 30, "weekday": 6, "time": "09:00"},
        "end": {"days": 30, "weekday": 6, "time": "13:00"},
        "place": {"en": "Third bridge, left bank", "sq": "Ura e tretë, bregu i majtë"},
        "address": "Bulevardi Bajram Curri, Tiranë",
        "organiser": {
            "en": "Parks service with Zana Media",
            "sq": "Shërbimi i parqeve me Zana Media",
        },
        "cost": {
            "en": "Free; groups please write two weeks ahead",
            "sq": "Falas; grupet le të shkruajnë dy javë përpara",
        },
        "paint": "blue",
        "picture": {
            "picture": "river",
            "alt": {
                "en": "The Lana between green banks in calm light.",
                "sq": "Lana mes brigjeve të gjelbra në dritë të qetë.",
            },
        },
        "description": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>We meet at the third bridge, where the bank is low and the ground is "
                        "firm. After a quarter of an hour of safety and gloves the groups set off. "
                        "At noon there is soup; at one o’clock the figures are read out and the "
                        "willows stand.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Mblidhemi te ura e tretë, ku bregu është i ulët dhe toka e fortë. Pas "
                        "një çerek ore për sigurinë e dorezat, grupet nisen. Në mesditë ka supë; "
                        "në orën një lexohen shifrat dhe shelgjet janë në këmbë.</p>"
                    ),
                ),
            ),
        },
    },
    {
        "key": "budget-evening",
        "campaign": None,
        "slug": {"en": "budget-evening", "sq": "mbremja-e-buxhetit"},
        "title": {
            "en": "Budget evening: where a hundred lekë go",
            "sq": "Mbrëmja e buxhetit: ku shkojnë njëqind lekë",
        },
        "summary": {
            "en": (
                "The budget of the city on one table, in coins: what is fixed, what can be moved "
                "and how a resident proposes a change."
            ),
            "sq": (
                "Buxheti i qytetit mbi një tavolinë, me monedha: çfarë është e caktuar, çfarë mund "
                "të lëvizë dhe si propozon një banor."
            ),
        },
        "start": {"days": 20, "weekday": 4, "time": "18:00"},
        "end": {"days": 20, "weekday": 4, "time": "20:00"},
        "place": {
            "en": "City library, reading room",
            "sq": "Biblioteka e qytetit, salla e leximit",
        },
        "address": "Sheshi Skënderbej, Tiranë",
        "organiser": {
            "en": "Directorate of finance with the city newsroom",
            "sq": "Drejtoria e financave me redaksinë e qytetit",
        },
        "cost": {
            "en": "Free; sign language from 18:00 to 20:00",
            "sq": "Falas; gjuhë shenjash nga ora 18:00 deri në 20:00",
        },
        "paint": "dajti",
        "picture": {
            "picture": "night",
            "alt": {
                "en": "The boulevard at night, lit by two rows of lamps.",
                "sq": "Bulevardi natën, i ndriçuar nga dy radhë llambash.",
            },
        },
        "description": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>An hour of explanation, an hour of questions, no slides. Whoever has "
                        "been to a budget evening can read the draft of the council without help; "
                        "that is the aim. Tea, an induction loop and a corner for children are "
                        "provided.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Një orë shpjegime, një orë pyetje, pa diapozitiva. Kush ka ardhur një "
                        "herë në mbrëmjen e buxhetit e lexon vetë projektin e këshillit; ky është "
                        "synimi. Ka çaj, sistem dëgjimi me induksion dhe një qoshe për fëmijët.</p>"
                    ),
                ),
            ),
        },
    },
    {
        "key": "cycling-course",
        "campaign": None,
        "slug": {"en": "cycling-for-adults", "sq": "bicikleta-per-te-rritur"},
        "title": {"en": "Cycling for adults who never learned", "sq": "Biçikleta për të rritur"},
        "summary": {
            "en": (
                "Eight evenings from the first push to the ride along the Lana. Bicycles and "
                "helmets are there; come in shoes that stay on."
            ),
            "sq": (
                "Tetë mbrëmje, nga shtytja e parë deri te udhëtimi buzë Lanës. Biçikletat dhe "
                "helmetat i japim ne; ejani me këpucë që nuk dalin."
            ),
        },
        "start": {"days": 8, "weekday": 2, "time": "17:30"},
        "end": {"days": 8, "weekday": 2, "time": "19:00"},
        "weeks": 8,
        "left_out": {
            3: {
                "en": "The square belongs to the book fair that evening.",
                "sq": "Atë mbrëmje sheshin e ka panairi i librit.",
            }
        },
        "places": 12,
        "place": {
            "en": "Behind the ministries, on the closed square",
            "sq": "Prapa ministrive, në sheshin e mbyllur",
        },
        "address": "Bulevardi Dëshmorët e Kombit, Tiranë",
        "organiser": {
            "en": "City of Tirana, transport team",
            "sq": "Bashkia Tiranë, ekipi i transportit",
        },
        "accessibility": {
            "en": "Two tricycles are at hand for those who don’t keep their balance.",
            "sq": "Ka dy triçikla për ata që nuk e mbajnë dot drejtpeshimin.",
        },
        "cost": {"en": "Free", "sq": "Falas"},
        "paint": "rose",
        "picture": {
            "picture": "square",
            "alt": {
                "en": "A wide square with people on foot, seen from above.",
                "sq": "Një shesh i gjerë me këmbësorë, i parë nga lart.",
            },
        },
        "description": {
            "en": (
                (
                    "paragraph",
                    (
                        "<p>Nobody is too old, and nobody looks on: the square is closed while we "
                        "practise. Each evening stands for itself, so choose the one that suits "
                        "you; most people need three.</p>"
                    ),
                ),
            ),
            "sq": (
                (
                    "paragraph",
                    (
                        "<p>Askush nuk është tepër i moshuar dhe askush nuk na sheh: sheshi është "
                        "i mbyllur gjatë ushtrimit. Çdo mbrëmje qëndron më vete, ndaj zgjidhni atë "
                        "që ju përshtatet; shumica mësojnë për tri mbrëmje.</p>"
                    ),
                ),
            ),
        },
    },
)
