"""Newsletter 12, April 2014, in English."""

from datetime import date

from home.demo.library.words import Words

from .publication import Article, Issue, prose
from .series import NEWSLETTER_2014

ISSUE = Issue(
    key="newsletter-12",
    volume=NEWSLETTER_2014,
    number="12",
    date=date(2014, 4, 4),
    title=Words("Newsletter 12", "Buletini 12"),
    summary=Words(
        "Earth Day hour by hour, the next hundred trees, and what the city does when the light "
        "goes out. In English.",
        "Dita e Tokës orë pas ore, njëqind pemët e ardhshme dhe ç’bën qyteti kur ikin dritat. "
        "Në anglisht.",
    ),
    cover_alt=Words(
        "Cover: a large green number 12 on lime, an orange sun above it, title Smart City "
        "Newsletter, April 2014.",
        "Kopertina: një 12 e madhe e gjelbër mbi sfond të gjelbër të çelët, sipër një diell "
        "portokalli, titulli Smart City Newsletter, April 2014.",
    ),
    authors=("Smart City Tirana",),
    languages=("en",),
    pages=4,
    articles=(
        Article(
            title="Editorial: green, in shoes",
            language="en",
            page=2,
            authors=("The editors",),
            text=prose("""
A green city is not painted on a poster. It is a row of limes that somebody watered in August, a
bus that came when it said it would, a roof that makes the electricity for its own lift. None of
these needs a speech. All of them need a pair of shoes.

On 22 April the Green Cities campaign asks for your feet. Two streets are closed to cars from
eight to eight, every urban line is free, and at six places in the city there are tools, gloves
and somebody who knows what to do with them. You may come for ten minutes or for the day.

What we promise in return is a list. By 10 May we publish what was done, what was not, and what
it cost. If you pledged a tree, you will find its number on a map, and the name of the person
who said they would water it.
"""),
        ),
        Article(
            title="Earth Day, hour by hour",
            language="en",
            page=3,
            picture="planting-skyline",
            authors=("Arta Kola",),
            text=prose("""
At 8:00 the barriers close on the two open streets and the first free buses leave the depots. At
9:00 spades are handed out at the planting field beside the Grand Park; five hundred limes and
holm oaks have been waiting in the nursery since October.

From 10:00 the banks of the Lana are cleaned between the first bridge and the third. Wear boots.
At noon schools show on the great square what they have measured: shade, noise, water, the
weight of one week of plastic.

At 15:00 there is a walk for everybody who has said that the city has no gardens. It visits
eleven. At 17:00 engineers open three solar roofs; wheelchair users go up first, by the lift the
roofs drive.

At 20:00 the streets open again, and the lamps of the boulevard stay at half for one hour.
"""),
        ),
        Article(
            title="Where the next hundred trees go",
            language="en",
            page=3,
            authors=("Luljeta Sula",),
            text=prose("""
One hundred trees are left after Earth Day, and the parks service does not want to choose alone.
Every street may be named in the community, with three conditions: a pavement of at least two
metres, no gas pipe below, and neighbours who will water for two summers.

Thirty-one streets have been named in the first week. Six of them pass the pipe check already.
The most surprising proposal is not a street: the school yard behind the stadium, where four
hundred children stand in the sun at ten in the morning.

The ten places with most support are put on the map on 10 May. Planting is on the Saturday after
that, and the city brings the hole, the stake and the first two buckets.
"""),
        ),
        Article(
            title="When the light goes out",
            language="en",
            page=4,
            picture="roofs",
            authors=("Erion Tafa",),
            text=prose("""
Covering emergencies in the energy sector sounds like work for a ministry. A part of it is work
for a staircase. In February a storm left four districts without electricity for eleven hours,
and the city learned which doors to knock on first.

There is now a list, kept by the health centres, of homes in which a machine helps somebody
breathe. There are nine generators on wheels instead of three. And there are ten roofs, from the
solar pilot, whose batteries can keep a lift and a staircase lit for a night.

The emergency number is on the door of every block by the end of May. If you do not find it on
yours, write to us: it takes one sheet of paper, and a neighbour with tape.
"""),
        ),
        Article(
            title="Calendar for May",
            language="en",
            page=4,
            authors=("The editors",),
            text=prose("""
Saturday 3 May, 10:00: measuring a façade, with Kala Architects. Children from eight years on;
string, chalk and paper are provided.

Tuesday 6 May, 18:30: first evening of the second group at the night school for electricians.
There are still four places.

Saturday 10 May, 9:00: the map of the next hundred trees is drawn in public, in the community
room. At noon it is final.

Thursday 15 May, 17:30: the bus lane after two months. All travel times are on the wall; bring
your own.

Sunday 25 May, all day: the lake run. The path round the water is one-way for walkers until
11:00.

Saturday 31 May, 11:00: spring cleaning at the community room. There is cake for everybody who
brings a cloth.
"""),
        ),
    ),
)
