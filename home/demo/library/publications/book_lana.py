"""The Lana: a river in the city, in English."""

from datetime import date

from home.demo.library.words import Words

from .publication import Article, Book, prose

BOOK = Book(
    key="book-lana",
    isbn="978-9928-7999-2-0",
    date=date(2013, 4, 22),
    title=Words("The Lana: a river in the city", "Lana: një lumë në qytet"),
    summary=Words(
        "From the springs under Dajti to the plain: what the river carried, who straightened "
        "it, and what lives in it again. In English.",
        "Nga burimet nën Dajt deri në fushë: ç’mbarti lumi, kush ia drejtoi shtratin dhe "
        "ç’jeton sërish në të. Në anglisht.",
    ),
    cover_alt=Words(
        "Cover: blue, white and green waves one above the other, title The Lana, a river in the "
        "city.",
        "Kopertina: valë blu, të bardha e të gjelbra njëra mbi tjetrën, titulli The Lana, a "
        "river in the city.",
    ),
    authors=("Mira Çela",),
    languages=("en",),
    pages=8,
    printed_pages=148,
    edition=Words("Second edition, reading copy", "Botimi i dytë, kopje leximi"),
    publisher="Smart City Tirana",
    articles=(
        Article(
            title="The springs",
            language="en",
            page=4,
            picture="planting-skyline",
            text=prose("""
Every river in a city has a place where it is not yet one. For the Lana it lies an hour’s walk
to the east, under the foothills of Dajti, where three springs come out of the limestone and
are, for a short while, simply water.

A shepherd showed me the second. He drank first, to be polite to the river. Down there, he said,
and pointed with his chin at the haze over the plain, they think that it begins at the first
bridge.

He was right. On old maps the river has a different name in each village, as if every place had
had one of its own. It becomes the Lana where it becomes useful: at the first mill. The mill is
gone; the weir is a bench now. From the bench one sees the towers of the city, and hears nothing
yet.
"""),
        ),
        Article(
            title="The straight bed",
            language="en",
            page=5,
            picture="river-reflection",
            text=prose("""
In the nineteen-thirties the river was given a ruler. Engineers laid a channel through the new
capital, straight for as far as a boulevard could wish, with walls of dressed stone and a lawn
on either side. The floods stopped. So did the meadows.

A straight river is quick and shallow. It has no corners in which a fish could wait and no bank
that a root could hold. It is a fine thing to look along, and for half a century people looked
along it and saw, far off, exactly the mountain it came from.

The stones of the walls were cut in a quarry upstream and brought down by the river itself, on
rafts, in one wet spring. It is the last known instance of the Lana carrying anything on
purpose.
"""),
        ),
        Article(
            title="Bridges",
            language="en",
            page=6,
            picture="river",
            text=prose("""
There are bridges one crosses and bridges one meets on. The first bridge is for crossing; it has
four lanes and a railing at the height of an elbow. The second is so old that its arches stand
on dry ground: the river moved, the bridge stayed, and tanners once crossed it with their hides
on the way to market.

The third is where people meet. Nobody designed it so. It has a wide pavement on the western
side, left over from a tram that was never built, and the pavement is warm in the evening. From
there the Lana is at its best: late light, painted blocks on both banks, and all of it a second
time in the water.

I have counted, on an evening in April, one hundred and ninety people who stopped. The count
does not include those who were waiting for somebody.
"""),
        ),
        Article(
            title="What lives in it",
            language="en",
            page=7,
            picture="park-paths",
            text=prose("""
Below the third bridge, in a net the size of a school bag, we found in one hour: forty-one
larvae of the mayfly, nine water snails, two small chub, a bottle, and a key.

The mayflies are the news. They need clean gravel and oxygen, and ten years ago there were none
between the first bridge and the plain. They came down by themselves, from the springs, as soon
as two pipes had been closed. The river did not have to be taught anything. It had to be left in
peace in two places.

Above the water it goes faster. Grey wagtails nest under the second bridge. A kingfisher was
reported four times in 2012; three of the reports came from the same window, and I have had
coffee there, and I believe them.
"""),
        ),
        Article(
            title="The banks, given back",
            language="en",
            page=8,
            picture="boulevard",
            text=prose("""
In the nineties the banks were built over: kiosks, bars, a hairdresser, a hotel of four storeys
with its feet in the channel. It was called the other bank of the river. Around the turn of the
century it was cleared in a few loud months, and grass was sown where the hotel had stood.

The grass was the easy part. Since then every few years somebody has an idea for it: a car park,
a lane, a wall with names on it. So far the answer has been no, and it has been given, each
time, by people who came and sat down on the grass.

This book ends there, on the bank, because the next chapter has to be dug. Two hundred metres of
wall could be taken down between the second bridge and the third, and the river let out to the
width of a room. We have drawn it. Turn the page and bring a spade.
"""),
        ),
    ),
)
