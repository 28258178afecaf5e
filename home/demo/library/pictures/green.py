"""The lake, the river and the planting field: whole views, and crops composed for a subject of their own."""

from datetime import date

from home.demo.library.words import Words

from .picture import CropBox, FocalPoint, Picture

GRAND_PARK = Words("Grand Park", "Parku i Madh")
PLANTING_FIELD = Words("Planting field, Grand Park", "Fusha e mbjelljes, Parku i Madh")
LANA = Words("The Lana, third bridge", "Lana, te ura e tretë")

GREEN: tuple[Picture, ...] = (
    Picture(
        key="park",
        original="park",
        title=Words("The lake in April", "Liqeni në prill"),
        alt=Words(
            "The Grand Park lake from above, with paths between the trees.",
            "Liqeni i Parkut të Madh nga lart, me shtigje mes pemëve.",
        ),
        caption=Words(
            "Two kilometres round the lake, three benches with a view of it.",
            "Dy kilometra rreth liqenit, tri stola me pamje nga uji.",
        ),
        place=GRAND_PARK,
        date=date(2014, 4, 16),
        focal_point=FocalPoint(820, 430, 620, 520),
    ),
    Picture(
        key="planting",
        original="planting",
        title=Words("The planting field", "Fusha e mbjelljes"),
        alt=Words(
            "Rows of young trees in fresh grass; painted blocks and mountains behind.",
            "Rreshta pemësh të reja në bar të freskët; pas tyre pallate të lyera dhe male.",
        ),
        caption=Words(
            "Young limes and holm oaks at the planting field beside the Grand Park.",
            "Blirë e ilqe të rinj në fushën e mbjelljes pranë Parkut të Madh.",
        ),
        place=PLANTING_FIELD,
        date=date(2014, 4, 19),
        focal_point=FocalPoint(660, 520, 780, 460),
    ),
    Picture(
        key="river",
        original="river",
        title=Words("Late light on the Lana", "Dritë e vonë mbi Lanë"),
        alt=Words(
            "The Lana between its green banks, late afternoon, blocks mirrored in the water.",
            "Lana mes brigjeve të gjelbra, pasdite vonë, pallatet pasqyrohen në ujë.",
        ),
        caption=Words(
            "Seen from the third bridge while the banks were being cleared for Earth Day.",
            "Parë nga ura e tretë, ndërsa brigjet pastroheshin për Ditën e Tokës.",
        ),
        place=LANA,
        date=date(2014, 4, 18),
        focal_point=FocalPoint(640, 470, 640, 460),
    ),
    Picture(
        key="park-paths",
        original="park",
        crop=CropBox(0, 0, 800, 853),
        title=Words("Two paths to the water", "Dy shtigje drejt ujit"),
        alt=Words(
            "Winding paths between green and golden trees, the lake at the edge.",
            "Shtigje gjarpëruese mes pemëve të gjelbra e të arta, në cep liqeni.",
        ),
        caption=Words(
            "The short path was drawn by planners, the winding one by runners.",
            "Shtegun e shkurtër e vizatuan planifikuesit, atë gjarpërues vrapuesit.",
        ),
        place=GRAND_PARK,
        date=date(2013, 10, 26),
        focal_point=FocalPoint(420, 400, 520, 600),
    ),
    Picture(
        key="planting-skyline",
        original="planting",
        crop=CropBox(180, 130, 1280, 630),
        title=Words("Trees in front, towers behind", "Përpara pemët, pas tyre kullat"),
        alt=Words(
            "Young trees in rows before a skyline of painted towers and mountains.",
            "Pemë të reja në rreshta, pas tyre kulla të lyera dhe male.",
        ),
        caption=Words(
            "In thirty years the picture will be the other way round.",
            "Pas tridhjetë vjetësh pamja do të jetë e kundërta.",
        ),
        place=PLANTING_FIELD,
        date=date(2014, 4, 19),
        focal_point=FocalPoint(560, 300, 700, 340),
    ),
    Picture(
        key="river-reflection",
        original="river",
        crop=CropBox(180, 330, 1280, 853),
        title=Words("Upside-down city", "Qyteti përmbys"),
        alt=Words(
            "Painted blocks mirrored in the still water of the Lana, a bridge in the distance.",
            "Pallate të lyera që pasqyrohen në ujin e qetë të Lanës, larg një urë.",
        ),
        caption=Words(
            "On a day without wind the river shows the colours twice.",
            "Në një ditë pa erë lumi i tregon ngjyrat dy herë.",
        ),
        place=LANA,
        date=date(2014, 4, 18),
        focal_point=FocalPoint(480, 280, 640, 360),
    ),
)
