"""Streets and façades: whole views, and crops composed for a subject of their own."""

from datetime import date

from home.demo.library.words import Words

from .picture import CropBox, FocalPoint, Picture

BOULEVARD = Words("Dëshmorët e Kombit Boulevard", "Bulevardi Dëshmorët e Kombit")
MYSLYM_SHYRI = Words("Myslym Shyri Street", "Rruga Myslym Shyri")
KAVAJA_STREET = Words("Kavaja Street", "Rruga e Kavajës")
RING_ROAD = Words("Ring road", "Unaza")

STREETS: tuple[Picture, ...] = (
    Picture(
        key="boulevard",
        original="boulevard",
        title=Words("The boulevard up to Dajti", "Bulevardi drejt Dajtit"),
        alt=Words(
            "The boulevard and its trees between coloured blocks, with Mount Dajti behind.",
            "Bulevardi me pemët e tij mes pallateve me ngjyra, pas tij Mali i Dajtit.",
        ),
        caption=Words(
            "Four lanes, two rows of limes, and the mountain at the end of every look.",
            "Katër korsi, dy radhë blirësh dhe mali në fund të çdo shikimi.",
        ),
        place=BOULEVARD,
        date=date(2014, 4, 5),
        focal_point=FocalPoint(650, 480, 420, 560),
    ),
    Picture(
        key="blocks",
        original="blocks",
        title=Words("Corner of orange and pink", "Qoshja portokalli e rozë"),
        alt=Words(
            "A corner of orange, pink and green blocks of flats against the mountain.",
            "Një qoshe pallatesh portokalli, rozë e të gjelbra, me malin pas tyre.",
        ),
        caption=Words(
            "Three blocks, five paints, and one circle that runs round the corner.",
            "Tre pallate, pesë bojëra dhe një rreth që kthehet nga të dyja anët e qoshes.",
        ),
        place=MYSLYM_SHYRI,
        date=date(2013, 6, 8),
        focal_point=FocalPoint(600, 430, 520, 620),
    ),
    Picture(
        key="facade",
        original="facade",
        title=Words("Ninety-nine windows", "Nëntëdhjetë e nëntë dritare"),
        alt=Words(
            "Painted façades in lime, orange, white and pink, window beside window.",
            "Fasada të lyera në të gjelbër, portokalli, të bardhë e rozë, dritare pranë dritareje.",
        ),
        caption=Words(
            "Neighbours voted on every colour; the orange won by four balconies.",
            "Banorët votuan për çdo ngjyrë; portokallia fitoi me katër ballkone më shumë.",
        ),
        place=KAVAJA_STREET,
        date=date(2013, 5, 19),
        focal_point=FocalPoint(640, 430, 700, 600),
    ),
    Picture(
        key="bus",
        original="bus",
        title=Words("Line L3 in its lane", "Linja L3 në korsinë e vet"),
        alt=Words(
            "A red bus in the bus lane, trees on both sides.",
            "Autobus i kuq në korsinë e tij, pemë në të dyja anët.",
        ),
        caption=Words(
            "On the ring road the bus no longer waits behind parked cars.",
            "Në unazë autobusi nuk pret më pas makinave të parkuara.",
        ),
        place=RING_ROAD,
        date=date(2014, 3, 21),
        focal_point=FocalPoint(540, 630, 260, 300),
    ),
    Picture(
        key="blocks-balconies",
        original="blocks",
        crop=CropBox(470, 0, 1280, 853),
        title=Words("Where green meets orange", "Ku e gjelbra takon portokallinë"),
        alt=Words(
            "The edge between an orange and pink block and a green and yellow one, with balconies.",
            "Kufiri mes një pallati portokalli e rozë dhe një tjetri të gjelbër e të "
            "verdhë, me ballkone.",
        ),
        caption=Words(
            "The painters worked from the roof down; the seam is a hand wide.",
            "Bojaxhinjtë punuan nga çatia poshtë; bashkimi është sa një pëllëmbë.",
        ),
        place=MYSLYM_SHYRI,
        date=date(2013, 6, 8),
        focal_point=FocalPoint(445, 380, 460, 560),
    ),
    Picture(
        key="facade-orange",
        original="facade",
        crop=CropBox(300, 120, 1120, 667),
        title=Words("Orange, yellow, pink", "Portokalli, e verdhë, rozë"),
        alt=Words(
            "Rows of windows in a façade of orange and yellow squares, a pink arc beside it.",
            "Rreshta dritaresh në një fasadë me katrorë portokalli e të verdhë, pranë "
            "saj një hark rozë.",
        ),
        caption=Words(
            "Each square is one flat, and each flat had one vote.",
            "Çdo katror është një apartament dhe çdo apartament kishte një votë.",
        ),
        place=KAVAJA_STREET,
        date=date(2013, 5, 19),
        focal_point=FocalPoint(330, 270, 420, 400),
    ),
    Picture(
        key="bus-lane",
        original="bus",
        crop=CropBox(200, 300, 1040, 853),
        title=Words("A lane of its own", "Një korsi më vete"),
        alt=Words(
            "A red bus alone in its lane, round trees on the median beside it.",
            "Një autobus i kuq i vetëm në korsi, pranë tij pemë të rrumbullakëta në mes të rrugës.",
        ),
        caption=Words(
            "Paint, not concrete: the lane was drawn in a single night.",
            "Bojë, jo beton: korsia u vizatua brenda një nate të vetme.",
        ),
        place=RING_ROAD,
        date=date(2014, 4, 17),
        focal_point=FocalPoint(335, 330, 220, 260),
    ),
)
