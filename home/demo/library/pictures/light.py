"""The city from mist to night: whole views, and crops composed for a subject of their own."""

from datetime import date

from home.demo.library.words import Words

from .picture import CropBox, FocalPoint, Picture

BOULEVARD = Words("Dëshmorët e Kombit Boulevard", "Bulevardi Dëshmorët e Kombit")
SUBURBS = Words("Western suburbs", "Periferia perëndimore")
ZOGU_I = Words("Zogu I Boulevard", "Bulevardi Zogu I")

LIGHT: tuple[Picture, ...] = (
    Picture(
        key="dusk",
        original="dusk",
        title=Words("Roofs at dusk", "Tarracat në muzg"),
        alt=Words(
            "Roofs and towers in red evening light under the mountains.",
            "Tarraca e kulla në dritën e kuqe të mbrëmjes, nën male.",
        ),
        caption=Words(
            "Ten minutes in which even the white blocks are painted.",
            "Dhjetë minuta kur edhe pallatet e bardha duken të lyera.",
        ),
        place=Words("Saint Procopius hill", "Kodra e Shën Prokopit"),
        date=date(2013, 9, 27),
        focal_point=FocalPoint(800, 600, 700, 420),
    ),
    Picture(
        key="night",
        original="night",
        title=Words("The lit boulevard", "Bulevardi i ndriçuar"),
        alt=Words(
            "City lights and the boulevard at night, its lamps in two long rows.",
            "Dritat e qytetit dhe bulevardi natën, llambat e tij në dy vargje të gjata.",
        ),
        caption=Words(
            "The new lamps use a third of the electricity and light the pavement, not the sky.",
            "Llambat e reja harxhojnë një të tretën e energjisë dhe ndriçojnë "
            "trotuarin, jo qiellin.",
        ),
        place=BOULEVARD,
        date=date(2013, 12, 20),
        focal_point=FocalPoint(640, 480, 460, 600),
    ),
    Picture(
        key="mist",
        original="mist",
        title=Words("Before seven", "Para orës shtatë"),
        alt=Words(
            "Morning mist over the roofs of the plain, mountains above it.",
            "Mjegull mëngjesi mbi çatitë e fushës, malet sipër saj.",
        ),
        caption=Words(
            "The mist lies in the plain until the first buses have made their round.",
            "Mjegulla rri në fushë derisa autobusët e parë të kenë bërë xhiron e tyre.",
        ),
        place=SUBURBS,
        date=date(2014, 1, 18),
        focal_point=FocalPoint(640, 460, 760, 440),
    ),
    Picture(
        key="rain",
        original="rain",
        title=Words("After the rain", "Pas shiut"),
        alt=Words(
            "Wet boulevard at dusk with lit windows and red tail lights.",
            "Bulevard i lagur në muzg, me dritare të ndezura dhe drita të kuqe makinash.",
        ),
        caption=Words(
            "The road keeps every light twice until it dries.",
            "Rruga e mban çdo dritë dy herë, derisa thahet.",
        ),
        place=ZOGU_I,
        date=date(2013, 11, 22),
        focal_point=FocalPoint(670, 560, 420, 460),
    ),
    Picture(
        key="dusk-roofs",
        original="dusk",
        crop=CropBox(330, 380, 1280, 853),
        title=Words("The purple and the red", "Vjollca dhe e kuqja"),
        alt=Words(
            "A purple block and a red block side by side in evening light.",
            "Një pallat vjollcë dhe një i kuq pranë njëri-tjetrit në dritën e mbrëmjes.",
        ),
        caption=Words(
            "Laundry comes in, lamps go on, and somebody on the fifth floor starts to sing.",
            "Teshat merren brenda, llambat ndizen dhe dikush në katin e pestë nis të këndojë.",
        ),
        place=Words("Elbasan Street", "Rruga e Elbasanit"),
        date=date(2013, 9, 27),
        focal_point=FocalPoint(480, 260, 640, 320),
    ),
    Picture(
        key="night-windows",
        original="night",
        crop=CropBox(0, 0, 800, 600),
        title=Words("Windows at nine", "Dritaret në orën nëntë"),
        alt=Words(
            "Lit windows of high blocks beside the boulevard at night.",
            "Dritare të ndezura pallatesh të larta anës bulevardit natën.",
        ),
        caption=Words(
            "Seven of ten windows are lit at nine; at midnight it is one.",
            "Në orën nëntë janë ndezur shtatë nga dhjetë dritare; në mesnatë vetëm një.",
        ),
        place=BOULEVARD,
        date=date(2013, 12, 20),
        focal_point=FocalPoint(330, 270, 420, 440),
    ),
    Picture(
        key="mist-towers",
        original="mist",
        crop=CropBox(120, 180, 1160, 700),
        title=Words("Towers in the mist", "Kullat në mjegull"),
        alt=Words(
            "Blocks of flats in pale morning mist, a violet tower on the left.",
            "Pallate në mjegullën e zbehtë të mëngjesit, në të majtë një kullë vjollcë.",
        ),
        caption=Words(
            "The measuring point on the violet tower counts the clear mornings.",
            "Pika e matjes mbi kullën vjollcë numëron mëngjeset e kthjellëta.",
        ),
        place=SUBURBS,
        date=date(2014, 1, 18),
        focal_point=FocalPoint(420, 280, 620, 360),
    ),
    Picture(
        key="rain-lights",
        original="rain",
        crop=CropBox(240, 240, 1060, 787),
        title=Words("Tail lights", "Dritat e pasme"),
        alt=Words(
            "Red tail lights on a wet road between dark trees, mountains at dusk.",
            "Drita të kuqe makinash në rrugën e lagur mes pemëve të errëta, male në muzg.",
        ),
        caption=Words(
            "Six o’clock, first rain of the month, and everyone takes the car.",
            "Ora gjashtë, shiu i parë i muajit dhe të gjithë marrin makinën.",
        ),
        place=ZOGU_I,
        date=date(2013, 11, 22),
        focal_point=FocalPoint(430, 330, 300, 380),
    ),
)
