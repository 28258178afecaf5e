"""Ready replies of the demo's moderators, each in both languages."""

from dataclasses import dataclass

from home.demo.library.words import Words


@dataclass(frozen=True, kw_only=True)
class ReadyReply:
    """Words for authors, and the reason for which they are offered first."""

    title: Words
    words: Words
    reason: str = ""


READY_REPLIES: tuple[ReadyReply, ...] = (
    ReadyReply(
        title=Words("No advertising", "Pa reklama"),
        words=Words(
            "This is a place for talking about the city. Offers of goods and services are hidden, "
            "whoever makes them.",
            "Ky është vend për të biseduar për qytetin. Ofertat e mallrave dhe të shërbimeve "
            "fshihen, kushdo qoftë ai që i bën.",
        ),
        reason="spam",
    ),
    ReadyReply(
        title=Words("The matter, not the person", "Çështja, jo personi"),
        words=Words(
            "Please write about the matter and leave the person out. You can post your point again "
            "without the insult.",
            "Ju lutemi, shkruani për çështjen dhe lëreni personin jashtë. Mendimin tuaj mund ta "
            "postoni sërish pa fyerjen.",
        ),
        reason="insult",
    ),
    ReadyReply(
        title=Words("Personal data", "Të dhëna personale"),
        words=Words(
            "Your comment had somebody’s name with an address or a telephone number. Please post it "
            "again without them.",
            "Komenti juaj kishte emrin e dikujt me adresë ose numër telefoni. Ju lutemi, postojeni "
            "sërish pa to.",
        ),
        reason="personal",
    ),
    ReadyReply(
        title=Words("Another topic", "Temë tjetër"),
        words=Words(
            "This page is about something else. Start a discussion of your own: others will find "
            "it there more easily.",
            "Kjo faqe flet për diçka tjetër. Hapni një diskutim tuajin: aty të tjerët do ta gjejnë "
            "më lehtë.",
        ),
        reason="off-topic",
    ),
)
