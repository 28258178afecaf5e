"""What members of the demo say in the discussions, in the language in which each of them wrote."""

from dataclasses import dataclass

# The account that answers for the city.
CITY = "city"


@dataclass(frozen=True, kw_only=True)
class Reply:
    """A reply, with the replies to it below.

    `after` counts minutes from what it replies to; `helpful` names the members who found it so.
    """

    author: str
    text: str
    language: str
    after: int
    helpful: tuple[str, ...] = ()
    replies: "tuple[Reply, ...]" = ()


REPLIES: dict[str, tuple[Reply, ...]] = {
    "hundred-trees": (
        Reply(
            author="genti",
            language="sq",
            after=32,
            helpful=("luljeta", "mimoza", "arta"),
            text="Rruga e Barrikadave, ana veriore. Trotuari është tre metra i gjerë dhe stacioni "
            "i autobusit nuk ka *asnjë* hije.",
            replies=(
                Reply(
                    author="mimoza",
                    language="sq",
                    after=73,
                    helpful=("genti",),
                    text="Banoj te numri 40. Në oborr kemi një çezmë dhe tri familje që do t’i "
                    "ujitnin.",
                    replies=(
                        Reply(
                            author=CITY,
                            language="sq",
                            after=5_400,
                            helpful=("genti", "mimoza", "luljeta", "arta"),
                            text="E kontrolluam: në anën veriore nuk ka tub gazi. Ndërmjet "
                            "stacionit dhe numrit 52 hyjnë tetë blirë. Vijmë më 26 prill në orën "
                            "9:00; sillni një kovë.",
                        ),
                    ),
                ),
            ),
        ),
        Reply(
            author="erion",
            language="en",
            after=794,
            helpful=("klodian",),
            text="What about the school yard behind the stadium? Not a street, but four hundred "
            "children stand in the sun there.",
            replies=(
                Reply(
                    author="luljeta",
                    language="en",
                    after=26,
                    text="Yards count if the school signs. I will ask the headmaster.",
                    replies=(
                        Reply(
                            author="arta",
                            language="en",
                            after=141,
                            text="The parents’ council says yes.",
                        ),
                    ),
                ),
            ),
        ),
        Reply(
            author="klodian",
            language="en",
            after=1_500,
            text="From the rules above:\n\n> neighbours who will water\n\nCould the bus drivers of "
            "line 5 count as neighbours? They wait eleven minutes at the terminus.",
        ),
    ),
    "closed-streets": (
        Reply(
            author="luljeta",
            language="en",
            after=95,
            helpful=("arta",),
            text="Myslym Shyri, yes, if deliveries can come before eight. The baker gets his flour "
            "at six anyway.",
            replies=(
                Reply(
                    author="genti",
                    language="en",
                    after=40,
                    text="And the parking garage in the middle of it? Forty cars would be locked in.",
                    replies=(
                        Reply(
                            author="arta",
                            language="en",
                            after=55,
                            text="They could leave by the side street to the west; I walked it "
                            "today, it is wide enough.",
                        ),
                    ),
                ),
            ),
        ),
        Reply(
            author="erion",
            language="sq",
            after=610,
            text="Rruga e Dibrës. Po të mbyllet qoftë edhe një ditë, do të dëgjohen zogjtë.",
        ),
    ),
    "bus-lane": (
        Reply(
            author="klodian",
            language="sq",
            after=180,
            helpful=("genti", "erion"),
            text="Nga Kombinati deri te Sheshi Skënderbej: më parë 41 minuta, tani 33. E mata "
            "dhjetë ditë pune me radhë.",
            replies=(
                Reply(
                    author="genti",
                    language="sq",
                    after=66,
                    text="Në ç’orë? Para orës tetë apo pas saj?",
                    replies=(
                        Reply(
                            author="klodian",
                            language="sq",
                            after=18,
                            text="Në 7:40, çdo ditë nga i njëjti stacion.",
                        ),
                    ),
                ),
            ),
        ),
    ),
    "night-school": (
        Reply(
            author="genti",
            language="sq",
            after=120,
            text="Më shkruani edhe mua. Të enjten më vjen më mirë.",
        ),
        Reply(
            author="mimoza",
            language="sq",
            after=340,
            helpful=("erion",),
            text="Im vëlla do të vinte të dyja mbrëmjet. A pranohen edhe ata që sapo kanë mbaruar "
            "shkollën?",
            replies=(
                Reply(
                    author="erion", language="sq", after=22, text="Po, mjafton lapsi dhe durimi."
                ),
            ),
        ),
    ),
    "before-2000": (
        Reply(
            author="arta",
            language="sq",
            after=900,
            helpful=("mimoza",),
            text="Kam një nga dasma e tezes, 1996, te Rruga e Elbasanit. Duket gjysma e pallatit.",
        ),
    ),
}

# Discussions that moderators have closed, since their matter is settled.
CLOSED = ("bus-lane",)
