"""The four albums; together they hold every picture once."""

from datetime import date

from home.demo.library.words import Words

from .picture import Album

ALBUMS: tuple[Album, ...] = (
    Album(
        key="streets",
        slug=Words("streets-and-facades", "rruge-dhe-fasada"),
        title=Words("Streets and façades", "Rrugë dhe fasada"),
        summary=Words(
            "Orange beside lime, a bus in its lane, the boulevard up to the mountain.",
            "Portokallia pranë së gjelbrës, autobusi në korsinë e vet, bulevardi deri te mali.",
        ),
        text=Words(
            "Grey blocks became a city of colours when the first façades were painted. This album "
            "follows the paint from the corner shop to the boulevard, and the people who drive, "
            "ride and lean on balconies along the way.",
            "Pallatet gri u bënë qytet me ngjyra kur u lyen fasadat e para. Ky album e ndjek "
            "bojën nga dyqani i lagjes deri në bulevard, bashkë me njerëzit që ecin, udhëtojnë "
            "me autobus dhe dalin në ballkon.",
        ),
        date=date(2014, 4, 12),
        pictures=(
            "boulevard",
            "blocks",
            "facade",
            "bus",
            "blocks-balconies",
            "facade-orange",
            "bus-lane",
        ),
    ),
    Album(
        key="green",
        slug=Words("green-tirana", "tirana-e-gjelber"),
        title=Words("Green Tirana", "Tirana e gjelbër"),
        summary=Words(
            "The lake, the river and the field where the young trees stand.",
            "Liqeni, lumi dhe fusha ku rriten pemët e reja.",
        ),
        text=Words(
            "Earth Day 2014 put green cities on the calendar. These pictures show where Tirana "
            "keeps its shade: the paths round the lake, the banks of the Lana, and the planting "
            "field beside the Grand Park, row after row.",
            "Dita e Tokës 2014 i vuri qytetet e gjelbra në kalendar. Këto pamje tregojnë se ku e "
            "ruan Tirana hijen e vet: në shtigjet rreth liqenit, në brigjet e Lanës dhe në fushën "
            "e mbjelljes pranë Parkut të Madh, rresht pas rreshti.",
        ),
        date=date(2014, 4, 22),
        pictures=(
            "park",
            "planting",
            "river",
            "park-paths",
            "planting-skyline",
            "river-reflection",
        ),
    ),
    Album(
        key="from-above",
        slug=Words("from-above", "nga-lart"),
        title=Words("From above", "Nga lart"),
        summary=Words(
            "Squares, crossings, car parks and roofs, seen the way a swallow sees them.",
            "Sheshe, vendkalime, parkingje e tarraca, siç i sheh dallëndyshja.",
        ),
        text=Words(
            "From above a city shows how it shares its ground. Here are the parasols of the "
            "market, the people on the great square, the bays that are free at noon, and roofs "
            "that have begun to make their own electricity.",
            "Nga lart qyteti tregon se si e ndan tokën e vet. Këtu janë çadrat e pazarit, njerëzit "
            "në sheshin e madh, vendet e lira të parkimit në mesditë dhe tarracat që kanë nisur "
            "ta prodhojnë vetë energjinë.",
        ),
        date=date(2014, 3, 30),
        pictures=(
            "square",
            "market",
            "roofs",
            "crossing",
            "parking",
            "market-parasols",
            "roofs-solar",
            "crossing-zebra",
            "parking-rows",
        ),
    ),
    Album(
        key="light",
        slug=Words("from-mist-to-night", "nga-mjegulla-te-nata"),
        title=Words("From mist to night", "Nga mjegulla te nata"),
        summary=Words(
            "One day in eight pictures, from the first bus to the last window.",
            "Një ditë në tetë pamje, nga autobusi i parë deri te dritarja e fundit.",
        ),
        text=Words(
            "The plain wakes under mist, the roofs turn red at dusk, and after the rain the "
            "boulevard carries two rows of lights. Eight pictures of one city at different hours.",
            "Fusha zgjohet nën mjegull, tarracat skuqen në muzg dhe pas shiut bulevardi mban dy "
            "vargje dritash. Tetë pamje të të njëjtit qytet në orë të ndryshme.",
        ),
        date=date(2014, 2, 16),
        pictures=(
            "dusk",
            "night",
            "mist",
            "rain",
            "dusk-roofs",
            "night-windows",
            "mist-towers",
            "rain-lights",
        ),
    ),
)
