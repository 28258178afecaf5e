"""Qyteti 2014/1: Green cities, in English, with letters in Albanian."""

from datetime import date

from home.demo.library.words import Words

from .publication import Article, Issue, prose
from .series import QYTETI_2014

ISSUE = Issue(
    key="qyteti-2014-1",
    volume=QYTETI_2014,
    number="2014/1",
    date=date(2014, 3, 28),
    title=Words("Qyteti: Green cities", "Qyteti: Qytete të gjelbra"),
    summary=Words(
        "The quarterly of Smart City Tirana opens its fourth year with an issue on shade, soil "
        "and the price of a litre of cool air.",
        "E përtremuajshmja e Smart City Tirana e hap vitin e katërt me një numër për hijen, "
        "tokën dhe çmimin e një litri ajri të freskët.",
    ),
    cover_alt=Words(
        "Cover: rows of leaf shapes in green, yellow and blue on pink, title Qyteti, Green cities.",
        "Kopertina: rreshta gjethesh të gjelbra, të verdha e blu mbi rozë, titulli Qyteti, "
        "Green cities.",
    ),
    authors=("Ilir Dervishi", "Mira Çela", "Klodian Prifti"),
    languages=("en", "sq"),
    pages=9,
    printed_pages=84,
    articles=(
        Article(
            title="Editorial: a city is a garden with buses",
            language="en",
            page=3,
            picture="park",
            authors=("The editors",),
            quote="Nobody has ever finished a garden, and nobody has finished a city.",
            text=prose("""
A gardener does not ask whether a garden is smart. She asks what is thirsty, what has spread too
far, and what should have been cut back in February. She walks through it every day, and she
knows where the hose does not reach.

We would like to be governed like that. This issue, the first of our fourth year, is about the
green of the city: not the colour, of which Tirana has plenty on its walls, but the living
thing, which has to be dug in, watered and defended against the van of a relative who is only
stopping for a minute.

Nobody has ever finished a garden, and nobody has finished a city. So you will find no plan for
2050 in these pages. You will find a way to count shade, a river’s memory, ten roofs, and a
letter from a reader who disagrees with all of it.

The buses are in the title because a garden one cannot reach is a private one.
"""),
        ),
        Article(
            title="Shade as infrastructure",
            language="en",
            page=4,
            picture="boulevard",
            authors=("Ilir Dervishi",),
            text=prose("""
We measure roads in metres and pipes in litres per second. Shade we leave to poetry, although on
a July noon it decides who goes out and who stays in. Last summer forty volunteers carried
thermometers along eighteen streets, and for the first time we can put a number on a tree.

Under a row of mature limes the pavement was eleven degrees cooler than in the sun beside it.
Under young limes, three. Under a parasol, six; but a parasol does not cool the air behind it.
An older person at rest walks about two hundred and fifty metres between one patch of shade and
the next before she turns back.

That gives a rule a planner can use: no stretch of pavement without shade longer than two
hundred and fifty metres. Of the eighteen streets, five keep it. Eleven would keep it with fewer
than forty trees in all.

A lime costs what six metres of kerb cost. It takes twelve years to do its work. The budget
should therefore list it with bridges, not with flowers.
"""),
        ),
        Article(
            title="What the Lana remembers",
            language="en",
            page=5,
            picture="river",
            authors=("Mira Çela",),
            text=prose("""
Ask three generations about the Lana and you will hear of three rivers. The grandmother washed
wool in hers. The mother held her breath on the bridge. The daughter takes photographs of it at
six in the evening, when it carries the painted blocks upside down.

The river remembers more than people do. In the cores that the university took from its bed last
autumn, the lowest layer is gravel from the foothills of Dajti. Above it lies a fine dark band
from the years of the straight channel; then plastic, brick dust and the orange of the first
façades, which came down with the rain in the year 2000; and on top, thin as paper, sand again.

Sand means that water moves. It means that fewer pipes end in the river than ten years ago,
although the engineers who walked it with me in January still counted twenty-three.

A river forgets slowly, and only if nobody adds anything. That is the whole of the programme.
"""),
        ),
        Article(
            title="Ten roofs, one summer: notes from a solar pilot",
            language="en",
            page=6,
            picture="roofs-solar",
            authors=("Dajti Solar with Agora Lab",),
            text=prose("""
The sun was never the problem. The problem was the meeting. A flat roof belongs to everybody who
lives beneath it, and the law wants three quarters of them in one room. We chose the first ten
blocks that managed it.

From June to September the ten roofs made sixty-one thousand kilowatt-hours. A third ran lifts,
pumps and stair lights; the rest went to the grid. The best roof made twice as much as the
worst, for a reason that no calculation had foreseen: satellite dishes.

Three notes for whoever comes next. Clean the panels in August; the dust of one building site
took a tenth of the yield. Put the meter where children can see it; in two blocks they became
the guardians of the stair light. And agree beforehand what the money is for. The block that
wanted a new door had fewer quarrels than the block that wanted to decide later.

All readings are open. Somebody will find the mistake we made on the fourth of July.
"""),
        ),
        Article(
            title="Free transit: what Tallinn can teach us",
            language="en",
            page=7,
            picture="bus-lane",
            authors=("Klodian Prifti",),
            text=prose("""
The largest transit experiment in the world is now fifteen months old, and people come home from
Tallinn with the result they packed. Those who were for it have seen full trams; those who were
against it have seen that most of the passengers used to walk.

I came home with a smaller lesson. In Tallinn I never once looked at a timetable, because at
every stop a sign told me how long I would stand there. I would have paid for that sign. Nobody
asked me to.

Free fares moved the people who had counted their coins: pupils, pensioners, those out of work.
That alone may be worth the money. Cars stayed at home only where a bus had a lane to itself and
arrived before they did.

So let us take the order from Tallinn, not the headline. First the lane, then the sign, then the
fare. The first costs paint, the second patience, and by the time we come to the third we may
know what it is worth.
"""),
        ),
        Article(
            title="Photo essay: parasols",
            language="en",
            page=8,
            picture="market-parasols",
            authors=("Members of the community",),
            text=prose("""
In July the New Bazaar grows a second roof. It is made of forty-odd circles, no two of one
height, and it is put up before six in the morning by people who have done this since they were
smaller than the pole.

Members of the community photographed it from the seventh floor, by courtesy of a family that
also made coffee. From above there are no stalls, no prices and no quarrels, only the geometry
of shade: where two circles overlap stand the peaches; where they leave a gap stands the ice.

Each trader chose the colour. The red ones bought theirs together in 1998. The striped ones are
cut from deck chairs of a hotel that has closed. The blue one belongs to a woman who sells only
lemons, because, she says, yellow looks best on blue, and she has been to no school of design.

At three in the afternoon the roof is folded. What stays is a floor with forty pale rings.
"""),
        ),
        Article(
            title="Letra dhe përgjigje",
            language="sq",
            page=9,
            picture="facade-orange",
            authors=("Lexuesit",),
            text=prose("""
Shkruani se hija është infrastrukturë. Unë jetoj në katin e parë pas dy blirëve dhe kam dritën
ndezur në mesditë. Kush ma paguan? – Fatmir L., Rruga e Elbasanit.

Përgjigje: Keni të drejtë. Rregulli i matjes flet për trotuarin, jo për dritaren. Shërbimi i
parqeve krasit falas deri në katin e dytë, në shkurt; e regjistruam adresën tuaj.

Në numrin e kaluar thatë se autobusi falas deri në tetëmbëdhjetë vjeç kushton një të dhjetën. E
bëra llogarinë me nxënësit e mi dhe na doli një e shtata. – Mësuese matematike, shkolla 26
Nëntori.

Përgjigje: E kontrolluam. Klasa juaj ka të drejtë: kishim harruar linjat private. Tabelën e
ndrequr e gjeni te faqja e botimeve. Nxënësit janë të ftuar në redaksi.

Babai im e ka lyer qoshen portokalli që botuat në vjeshtë. Thotë se boja mbaroi te kati i tretë,
ndaj dy të fundit janë pak më të çelët. Askush nuk e kishte vënë re. – Elda M.

Përgjigje: Tani do ta shohin të gjithë. Faleminderit.
"""),
        ),
    ),
)
