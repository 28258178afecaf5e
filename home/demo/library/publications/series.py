"""The three collections, and the two series that appear in issues.

2308-0140 is printed on Qyteti; 2308-0159 was made up for the newsletter. Both pass the check of
ISO 3297; neither is registered to this portal, which is a demo.
"""

from home.demo.library.words import Words

from .publication import Collection, Series, Volume

COLLECTIONS: tuple[Collection, ...] = (
    Collection(
        key="newsletters",
        slug=Words("newsletters", "buletine"),
        paint="saffron",
        title=Words("Newsletters", "Buletine"),
        text=Words(
            "Once a month since May 2013. Short, with links to everything.",
            "Një herë në muaj që nga maji 2013. Të shkurtra, me lidhje për gjithçka.",
        ),
    ),
    Collection(
        key="books",
        slug=Words("books", "libra"),
        paint="lime",
        title=Words("Books", "Libra"),
        text=Words(
            "Longer reading on rivers, walls and walking. Free to download, printed on request.",
            "Lexime më të gjata për lumenj, mure e shëtitje. Shkarkohen falas, shtypen me kërkesë.",
        ),
    ),
    Collection(
        key="periodicals",
        slug=Words("periodicals", "periodike"),
        paint="sky",
        title=Words("Periodicals", "Periodikë"),
        text=Words(
            "Qyteti, the quarterly of the city. Articles are reviewed by two readers.",
            "Qyteti, e përtremuajshmja e qytetit. Artikujt i shqyrtojnë dy lexues.",
        ),
    ),
)

SERIES: tuple[Series, ...] = (
    Series(
        key="newsletter",
        collection="newsletters",
        slug=Words("smart-city-newsletter", "buletini-smart-city"),
        title=Words("Smart City Newsletter", "Buletini Smart City"),
        text=Words(
            "What changed in the city this month, what comes next, and whom to ask. Four pages, "
            "in English or in Albanian.",
            "Ç’ndryshoi këtë muaj në qytet, ç’vjen më pas dhe kë të pyesni. Katër faqe, në "
            "shqip ose në anglisht.",
        ),
        issn="2308-0159",
        frequency="monthly",
        publisher="Smart City Tirana",
    ),
    Series(
        key="qyteti",
        collection="periodicals",
        slug=Words("qyteti", "qyteti"),
        title=Words("Qyteti", "Qyteti"),
        text=Words(
            "The quarterly of Smart City Tirana. Each issue takes one question of the city and "
            "lets those who live with it, measure it and decide on it write side by side.",
            "E përtremuajshmja e Smart City Tirana. Çdo numër merr një çështje të qytetit dhe u "
            "jep fjalën krah për krah atyre që e jetojnë, e matin dhe vendosin për të.",
        ),
        issn="2308-0140",
        frequency="quarterly",
        publisher="Smart City Tirana",
    ),
)

NEWSLETTER_2014 = Volume("newsletter", 2, 2014)
QYTETI_2013 = Volume("qyteti", 3, 2013)
QYTETI_2014 = Volume("qyteti", 4, 2014)
