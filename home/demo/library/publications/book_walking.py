"""Walking Tirana, in English."""

from datetime import date

from home.demo.library.words import Words

from .publication import Article, Book, prose

BOOK = Book(
    key="book-walking",
    isbn="978-9928-7999-3-7",
    date=date(2012, 5, 30),
    title=Words("Walking Tirana", "Tirana në këmbë"),
    summary=Words(
        "Five walks between the station and the hill, with benches, water taps, shade, and the "
        "distance to the next coffee. In English.",
        "Pesë shëtitje nga stacioni te kodra, me stola, çezma, hije dhe largësinë deri te "
        "kafeja e radhës. Në anglisht.",
    ),
    cover_alt=Words(
        "Cover: a street map in yellow on orange, crossed by a blue river, a red ring marks a "
        "corner, title Walking Tirana.",
        "Kopertina: një hartë rrugësh në të verdhë mbi portokalli, një lumë blu e përshkon, një "
        "rreth i kuq shënon një qoshe, titulli Walking Tirana.",
    ),
    authors=("Ilir Dervishi",),
    languages=("en",),
    pages=9,
    printed_pages=96,
    edition=Words("First edition, reading copy", "Botimi i parë, kopje leximi"),
    publisher="Smart City Tirana",
    articles=(
        Article(
            title="Before you set out",
            language="en",
            page=4,
            picture="crossing",
            text=prose("""
Take water, a hat between May and October, and no more plan than fits on your hand. The walks in
this book are between two and five kilometres long. All of them begin at a bus stop and end at a
coffee.

For each walk we say where you can sit, where there is a tap, and where a wheelchair or a
pushchair has to go round. Where we write step, we have measured it. Where we write nothing, we
rolled.

Tirana is read from the corners. Blocks are short, streets bend without notice, and the best
façade is always the one you passed. Turn round at every crossing. If somebody asks whether you
are lost, say yes: you will be taken where you are going, and told on the way who lived on the
second floor.
"""),
        ),
        Article(
            title="From the station to the square",
            language="en",
            page=5,
            picture="square",
            text=prose("""
Two kilometres, flat, seven benches. Begin where the railway ended and walk south along the
boulevard, on the left, where the shade is. After four hundred metres there is a tap behind the
newspaper kiosk; the key hangs on the kiosk.

At the school look up: a violet tower, then a white one, then a corner in orange and pink whose
circle is round only from the bus stop opposite. Cross there. The green man gives you twenty-two
seconds, which is enough for anybody under eighty.

The square opens all at once. Do not cross it straight away. Stand at the edge, by the clock
tower, and watch how the others do it: nobody walks straight. There are faint diagonals in the
paving, worn by a hundred years of going to work. Choose one and follow it to the coffee at its
end.
"""),
        ),
        Article(
            title="The painted mile",
            language="en",
            page=6,
            picture="facade-orange",
            text=prose("""
One mile, because a kilometre is too short and two are too many. Forty façades, twelve benches,
one step at the pharmacy, with a ramp round the left side.

Walk it twice. In the morning the eastern walls are loud and the western ones asleep; after four
it is the other way round. Count the flats by their squares. Look for the two yellow ones that
were joined, and for the stripe that was meant to be red.

Halfway there is a yard with six trees and a domino table. You may enter; you may not move the
pieces. The board has been in the same position since Sunday, and both players remember it.

The mile ends at a bakery. It has no sign, only a queue.
"""),
        ),
        Article(
            title="Market to river",
            language="en",
            page=7,
            picture="market",
            text=prose("""
Two and a half kilometres, best before ten. Start among the parasols of the New Bazaar, buy what
you can eat with one hand, and leave by the side of the fishmongers.

The street descends so gently that only water notices. Follow it, past the tinsmith and the shop
that repairs umbrellas, to the old tanners’ bridge. It stands on dry ground, and you will be
alone on it. Sit on the parapet: it is the oldest bench in the city.

From there it is six hundred metres along the bank to the third bridge. The path is of fine
gravel; wheels do well on it except after rain. In April the banks are yellow for a week. Nobody
planted that. At the bridge turn and look back: the mountain is exactly behind the market, as
though somebody had hung it there.
"""),
        ),
        Article(
            title="Round the lake",
            language="en",
            page=8,
            picture="park",
            text=prose("""
Four kilometres with all the bays, two without. Enter the Grand Park by the southern gate, where
the bus turns. There are three benches with a view of the water; all the others look at each
other.

The straight path was drawn by planners, the winding one was worn by runners, and the second is
better in every way except that it floods. Keep the water on your left. After the dam you come
through a wood of holm oaks in which it is four degrees cooler, measured, in July.

On Sundays a teacher of geography stands at the third bay with a telescope and a list of birds.
You are allowed to look. If you see one that is not on the list, you are allowed to write it
down, and she will not doubt you until you have gone.
"""),
        ),
        Article(
            title="Up the hill at dusk",
            language="en",
            page=9,
            picture="dusk",
            text=prose("""
One and a half kilometres, ninety metres up, forty-one steps that cannot be avoided; from the
eastern side a road without steps takes twice as long and has the better trees.

Leave the park by the little church and climb slowly. The city does not appear until the last
bend, and then it appears entire: roofs, towers, the dark line of the boulevard, and behind
everything the mountain, which by now is violet.

Stay for ten minutes. In the first three the white blocks turn red. In the next three the red
ones turn violet. Then, one after another, the windows are lit, and somewhere below somebody
calls a child by all of its names.

This is the end of the book. The last bus goes down at twenty past ten; the stop is under the
lamp.
"""),
        ),
    ),
)
