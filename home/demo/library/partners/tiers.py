"""The three tiers of partnership, and the words of the partners' page."""

from home.demo.library.words import Words

from .partner import Tier

TIERS: tuple[Tier, ...] = (
    Tier(
        key="main",
        paint="saffron",
        name=Words("Main partners", "Partnerë kryesorë"),
        condition=Words("Three years or more", "Tre vjet ose më shumë"),
        text=Words(
            "Main partners carry a whole programme, year after year: the shelters, the solar "
            "roofs, the fund for young people.",
            "Partnerët kryesorë mbajnë një program të tërë, vit pas viti: strehat, tarracat "
            "diellore, fondin për të rinjtë.",
        ),
        benefits=(
            Words(
                "Logo on the home page and on every page of the programme",
                "Logo në faqen kryesore dhe në çdo faqe të programit",
            ),
            Words(
                "A page with contracts, sums and results",
                "Një faqe me kontratat, shumat dhe rezultatet",
            ),
            Words(
                "Two seats at the yearly meeting of partners",
                "Dy vende në takimin vjetor të partnerëve",
            ),
            Words(
                "Named in two issues of the periodical Qyteti",
                "Përmendet në dy numra të periodikut Qyteti",
            ),
        ),
    ),
    Tier(
        key="sustaining",
        paint="sky",
        name=Words("Sustaining partners", "Partnerë mbështetës"),
        condition=Words("One campaign or more a year", "Një ose më shumë fushata në vit"),
        text=Words(
            "Sustaining partners pay for a named piece of work: a campaign, an issue of Qyteti, "
            "a row of limes.",
            "Partnerët mbështetës paguajnë për një punë të caktuar: një fushatë, një numër të "
            "Qytetit, një radhë blirësh.",
        ),
        benefits=(
            Words(
                "Logo on the home page and on the campaign", "Logo në faqen kryesore dhe te fushata"
            ),
            Words(
                "A page with contracts, sums and results",
                "Një faqe me kontratat, shumat dhe rezultatet",
            ),
            Words(
                "One seat at the yearly meeting of partners",
                "Një vend në takimin vjetor të partnerëve",
            ),
        ),
    ),
    Tier(
        key="friends",
        paint="lime",
        name=Words("Friends of the city", "Miqtë e qytetit"),
        condition=Words("Time, tools, a room with tables", "Kohë, vegla, një sallë me tavolina"),
        text=Words(
            "Friends give what they have: an evening of advice, a printing press on a quiet "
            "day, a room with tables.",
            "Miqtë japin atë që kanë: një mbrëmje këshillash, një shtypshkronjë në ditë të "
            "qetë, një sallë me tavolina.",
        ),
        benefits=(
            Words("Logo on the partners’ page", "Logo në faqen e partnerëve"),
            Words("A page that tells what was given", "Një faqe që tregon se çfarë u dha"),
        ),
    ),
)

INTRO = Words(
    "They pay for shade, paper and servers. They do not choose the news. Every contribution "
    "above 500,000 lekë is listed here.",
    "Ata paguajnë për hije, letër dhe serverë. Nuk i zgjedhin lajmet. Çdo kontribut mbi 500.000 "
    "lekë renditet këtu.",
)
CALL_TITLE = Words(
    "Put your name on a bench, not on the news", "Vendoseni emrin te një stol, jo te lajmet"
)
CALL_TEXT = Words(
    "Partners fund a named piece of work: a bus shelter, an issue of Qyteti, a row of limes. We "
    "publish the sum, the contract and the result.",
    "Partnerët financojnë një punë të caktuar: një strehë autobusi, një numër të Qytetit, një "
    "radhë blirësh. Ne botojmë shumën, kontratën dhe rezultatin.",
)
