"""Painted blocks, in English."""

from datetime import date

from home.demo.library.words import Words

from .publication import Article, Book, prose

BOOK = Book(
    key="book-painted",
    isbn="978-9928-7999-1-3",
    date=date(2013, 10, 15),
    title=Words("Painted blocks", "Pallatet e lyera"),
    summary=Words(
        "Why a grey city took a brush, how a façade is measured, and who looks after the "
        "colours now. With drawings of forty façades. In English.",
        "Pse një qytet gri mori furçën, si matet një fasadë dhe kush kujdeset sot për ngjyrat. "
        "Me vizatimet e dyzet fasadave. Në anglisht.",
    ),
    cover_alt=Words(
        "Cover: a wall of thirty painted squares, some with windows, in all the colours of the "
        "city, title Painted blocks.",
        "Kopertina: një mur me tridhjetë katrorë të lyer, disa me dritare, me të gjitha ngjyrat "
        "e qytetit, titulli Painted blocks.",
    ),
    authors=("Nora Kastrati",),
    languages=("en",),
    pages=8,
    printed_pages=212,
    edition=Words("First edition, reading copy", "Botimi i parë, kopje leximi"),
    publisher="Smart City Tirana",
    articles=(
        Article(
            title="Grey",
            language="en",
            page=4,
            picture="mist-towers",
            text=prose("""
The blocks were never meant to be looked at. They were meant to be finished, before winter, with
the bricks that had come, by people who would live in them. Grey was not a choice. It was what
remains when nobody chooses.

In the nineties life came out of the windows. Balconies were closed with doors from other
buildings; a kitchen grew into the yard; on the ground floor a bar opened where a bedroom had
been. From the street it looked like disorder. From inside, each of these additions was the most
carefully planned thing its owner had ever built.

Then came the first paint. It did not repair a single pipe. What it did is harder to measure:
for the first time since anybody could remember, people on the pavement lifted their heads.
"""),
        ),
        Article(
            title="The first bucket",
            language="en",
            page=5,
            picture="facade-orange",
            text=prose("""
The first bucket was orange, and it was opened in the year 2000. There is no agreement about the
street. Four old people, asked separately, named four different corners, and each was sure,
because each had stood under it.

All four remember the argument. A crowd gathered; the traffic stopped; somebody shouted that the
money should go to the water. He was right about the water. Somebody else said: leave it on for
a week, and if we still hate it, paint it grey.

After the week a vote was held, out loud, from balcony to balcony. The orange stayed, by four
balconies. In the month that followed the city received more than eighty letters from other
blocks. Not one of them asked for grey. Eleven asked, politely, for something that did not look
like the neighbours’.
"""),
        ),
        Article(
            title="How a façade is measured",
            language="en",
            page=6,
            picture="facade",
            text=prose("""
You need string, chalk, a plumb line, two people who get on, and one neighbour who gives you
coffee. Begin at the corner. Hang the line from the roof; everything that is not parallel to it
is history.

Count the windows before you measure one. Give every flat a number and ask whoever lives there
what has changed since they moved in. They know to the month. Draw the changes in red; the
drawing will be mostly red, and that is the point of it.

Colour comes last. We hold a fan of forty-eight cards against the wall at ten in the morning and
again at four in the afternoon, and write down both. A wall that is yellow at ten and orange at
four has been painted by somebody who knew which way it faces.
"""),
        ),
        Article(
            title="Three corners",
            language="en",
            page=7,
            picture="blocks-balconies",
            text=prose("""
Corner one, Myslym Shyri Street. A circle runs across two faces of the building and is only
round from the bus stop. The painter stood there with a whistle and directed the brushes. From
everywhere else it is two mistakes.

Corner two, Kavaja Street. Each square is one flat. When the Leka family bought the flat next
door, they asked that both squares be given the same yellow, and the block agreed, on condition
that the line between them stayed.

Corner three, behind the stadium. Stripes, alternately red and what was meant to be red: the
second delivery was pink. It was too late to send it back. Children who grew up there call the
colour by the name of the street, and can tell it from any other pink in the city.
"""),
        ),
        Article(
            title="Keeping the colours",
            language="en",
            page=8,
            picture="dusk-roofs",
            text=prose("""
A painted wall lasts twelve years towards the north and seven towards the south. Tirana looks
south. The oldest colours have been renewed once; many never have, and have turned into softer
cousins of themselves.

Renewal is a question of law before it is one of paint. The façade belongs to everybody in the
block, the balcony to one of them, the air conditioner on it to nobody who can be found. The
city now pays for the scaffold if the neighbours pay for the paint. It is the cheapest agreement
we know, and the most quarrelled over, because it forces forty families to name a colour
together.

They manage. They always manage, usually on the stairs, usually after ten at night. What comes
out of it stands on the street for ten years and is looked at by everybody. There are
parliaments that do worse.
"""),
        ),
    ),
)
