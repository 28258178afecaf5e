"""Squares, crossings, car parks and roofs: whole views, and crops composed for a subject of their own."""

from datetime import date

from home.demo.library.words import Words

from .picture import CropBox, FocalPoint, Picture

NEW_BAZAAR = Words("New Bazaar", "Pazari i Ri")
DISTRICT = Words("21 December district", "Lagjja 21 Dhjetori")
CROSSING = Words("Myslym Shyri crossing", "Kryqëzimi i Myslym Shyrit")
CAR_PARK = Words("Stadium car park", "Parkingu i stadiumit")

FROM_ABOVE: tuple[Picture, ...] = (
    Picture(
        key="square",
        original="square",
        title=Words("Open-street day on the square", "Ditë pa makina në shesh"),
        alt=Words(
            "People crossing the great square from above, long shadows on coloured paving.",
            "Njerëz që kalojnë sheshin e madh, parë nga lart, me hije të gjata mbi "
            "shtrojën me ngjyra.",
        ),
        caption=Words(
            "Without cars the square is as wide as it was drawn.",
            "Pa makina sheshi është aq i gjerë sa ishte vizatuar.",
        ),
        place=Words("Skanderbeg Square", "Sheshi Skënderbej"),
        date=date(2013, 9, 22),
        focal_point=FocalPoint(640, 410, 600, 460),
    ),
    Picture(
        key="market",
        original="market",
        title=Words("Parasols at the market", "Çadrat e pazarit"),
        alt=Words(
            "Parasols of the market from above, striped and plain, with shoppers between them.",
            "Çadrat e pazarit nga lart, me vija e pa vija, me blerës mes tyre.",
        ),
        caption=Words(
            "Saturday at the New Bazaar: shade for the tomatoes first, then for the people.",
            "E shtunë në Pazarin e Ri: hije më parë për domatet, pastaj për njerëzit.",
        ),
        place=NEW_BAZAAR,
        date=date(2013, 7, 13),
        focal_point=FocalPoint(850, 430, 640, 600),
    ),
    Picture(
        key="roofs",
        original="roofs",
        title=Words("Ten roofs, one summer", "Dhjetë tarraca, një verë"),
        alt=Words(
            "Solar panels and small roof gardens on painted city blocks.",
            "Panele diellore dhe kopshte të vogla mbi tarracat e pallateve të lyera.",
        ),
        caption=Words(
            "The solar pilot began with ten roofs whose owners could agree on a meeting day.",
            "Projekti pilot nisi me dhjetë tarraca, banorët e të cilave gjetën një "
            "ditë për t’u mbledhur.",
        ),
        place=DISTRICT,
        date=date(2013, 8, 30),
        focal_point=FocalPoint(760, 500, 640, 480),
    ),
    Picture(
        key="crossing",
        original="crossing",
        title=Words("Crossing at ten past eight", "Vendkalimi në tetë e dhjetë"),
        alt=Words(
            "A wide crossing with people and cars, seen from above between round trees.",
            "Një vendkalim i gjerë me njerëz e makina, parë nga lart mes pemëve të rrumbullakëta.",
        ),
        caption=Words(
            "Everyone goes at once: the green light for walkers holds all four streets.",
            "Të gjithë kalojnë njëherësh: drita e gjelbër e këmbësorëve i ndal të katër rrugët.",
        ),
        place=CROSSING,
        date=date(2013, 10, 3),
        focal_point=FocalPoint(680, 380, 560, 560),
    ),
    Picture(
        key="parking",
        original="parking",
        title=Words("Free bays at noon", "Vende të lira në mesditë"),
        alt=Words(
            "A car park seen from above, some bays free, cars in many colours.",
            "Një parking i parë nga lart, disa vende të lira, makina me shumë ngjyra.",
        ),
        caption=Words(
            "Parking Point counts what you see here and sends it to your phone.",
            "Parking Point numëron atë që shihni këtu dhe jua dërgon në telefon.",
        ),
        place=CAR_PARK,
        date=date(2013, 11, 6),
        focal_point=FocalPoint(640, 430, 700, 480),
    ),
    Picture(
        key="market-parasols",
        original="market",
        crop=CropBox(480, 53, 1280, 853),
        title=Words("Forty circles of shade", "Dyzet rrathë hijeje"),
        alt=Words(
            "Round parasols in red, lime, blue and white close together, from above.",
            "Çadra të rrumbullakëta të kuqe, të gjelbra, blu e të bardha pranë e pranë, nga lart.",
        ),
        caption=Words(
            "Every trader chose the colour; the stripes came from an old deck-chair cloth.",
            "Çdo tregtar e zgjodhi vetë ngjyrën; vijat erdhën nga një pëlhurë e "
            "vjetër shezllongësh.",
        ),
        place=NEW_BAZAAR,
        date=date(2013, 7, 13),
        focal_point=FocalPoint(420, 430, 520, 520),
    ),
    Picture(
        key="roofs-solar",
        original="roofs",
        crop=CropBox(480, 240, 1280, 773),
        title=Words("Panels and pots", "Panele dhe saksi"),
        alt=Words(
            "Flat roofs with solar panels and shrubs in pots above a street corner.",
            "Tarraca me panele diellore dhe shkurre në saksi, mbi një qoshe rruge.",
        ),
        caption=Words(
            "The panels run the lift; the pots belong to the third floor.",
            "Panelet lëvizin ashensorin; saksitë janë të katit të tretë.",
        ),
        place=DISTRICT,
        date=date(2013, 8, 30),
        focal_point=FocalPoint(400, 300, 480, 360),
    ),
    Picture(
        key="crossing-zebra",
        original="crossing",
        crop=CropBox(272, 60, 1072, 853),
        title=Words("Zebra, four ways", "Vija të bardha, katër drejtime"),
        alt=Words(
            "Zebra stripes in a square, people walking across in every direction.",
            "Vija të bardha në formë katrori, njerëz që kalojnë në çdo drejtim.",
        ),
        caption=Words(
            "A crossing is the smallest public square.",
            "Vendkalimi është sheshi më i vogël publik.",
        ),
        place=CROSSING,
        date=date(2013, 10, 3),
        focal_point=FocalPoint(400, 320, 480, 480),
    ),
    Picture(
        key="parking-rows",
        original="parking",
        crop=CropBox(120, 380, 1100, 830),
        title=Words("Three rows, nine empty", "Tri radhë, nëntë bosh"),
        alt=Words(
            "Slanting rows of parked cars with empty bays between them, seen from above.",
            "Radhë të pjerrëta makinash të parkuara me vende bosh mes tyre, parë nga lart.",
        ),
        caption=Words(
            "A third of the traffic at noon is looking for one of these.",
            "Një e treta e trafikut të mesditës kërkon njërin prej këtyre vendeve.",
        ),
        place=CAR_PARK,
        date=date(2013, 11, 6),
        focal_point=FocalPoint(460, 220, 640, 320),
    ),
)
