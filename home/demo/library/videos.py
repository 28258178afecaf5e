"""Two short films of the demo city, silent and captioned, and one stream kept elsewhere.

Files lie in `videos/`: `<key>.webm` (VP9), `<key>.en.vtt` and `<key>.sq.vtt` (WebVTT).
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from home.demo.library.words import Words

FILES = Path(__file__).resolve().parent / "videos"


class Chapter(NamedTuple):
    """Where a part of a film begins, in seconds, and what it shows."""

    start: float
    title: Words


@dataclass(frozen=True, kw_only=True)
class Video:
    """One film; `duration` in seconds, `poster` the key of a picture."""

    key: str
    slug: Words
    title: Words
    summary: Words
    text: Words
    transcript: Words
    chapters: tuple[Chapter, ...]
    poster: str
    place: Words
    date: date
    duration: float
    width: int
    height: int
    author: str
    credit: str = "Smart City Tirana"
    licence: str = "cc-by-4.0"

    @property
    def file(self) -> Path:
        """The film itself, WebM with VP9 and no sound."""
        return FILES / f"{self.key}.webm"

    def captions(self, language: str) -> Path:
        """Return the WebVTT file in `language`, `en` or `sq`."""
        return FILES / f"{self.key}.{language}.vtt"


@dataclass(frozen=True, kw_only=True)
class Stream:
    """A film on somebody else's machine: nothing is asked of `host` before a click."""

    key: str
    slug: Words
    title: Words
    summary: Words
    provider: str
    host: str
    url: str
    poster: str
    author: str


VIDEOS: tuple[Video, ...] = (
    Video(
        key="lana",
        slug=Words("eight-seconds-on-the-lana", "tete-sekonda-ne-lane"),
        title=Words("Eight seconds on the Lana", "Tetë sekonda në Lanë"),
        summary=Words(
            "Late light on the river, filmed from the third bridge while the banks were being "
            "cleared for Earth Day.",
            "Dritë e vonë mbi lumë, filmuar nga ura e tretë ndërsa brigjet pastroheshin për "
            "Ditën e Tokës.",
        ),
        text=Words(
            "Eight seconds without sound. The view moves slowly upstream while the light on the "
            "blocks turns warmer.",
            "Tetë sekonda pa zë. Pamja lëviz ngadalë kundër rrjedhës, ndërsa drita mbi pallate "
            "bëhet më e ngrohtë.",
        ),
        transcript=Words(
            "No sound. The Lana between two green banks. Painted blocks on both sides stand "
            "upside down in the water. Far off, the foothills of Dajti.",
            "Pa zë. Lana mes dy brigjeve të gjelbra. Pallatet e lyera në të dyja anët qëndrojnë "
            "përmbys në ujë. Larg, kodrat rrëzë Dajtit.",
        ),
        chapters=(
            Chapter(0, Words("The river between its banks", "Lumi mes brigjeve")),
            Chapter(4, Words("The light turns warmer", "Drita bëhet më e ngrohtë")),
        ),
        poster="river",
        place=Words("Third bridge, the Lana", "Ura e tretë, Lana"),
        date=date(2014, 4, 19),
        duration=8.0,
        width=854,
        height=480,
        author="Mimoza D.",
    ),
    Video(
        key="day",
        slug=Words("tirana-one-day", "tirana-nje-dite"),
        title=Words("Tirana, one day", "Tirana, një ditë"),
        summary=Words(
            "From the first mist to the last lamp in twelve seconds, between the market, the "
            "lake and the boulevard.",
            "Nga mjegulla e parë te llamba e fundit në dymbëdhjetë sekonda, mes pazarit, "
            "liqenit dhe bulevardit.",
        ),
        text=Words(
            "A walk without sound through five views of the city. The camera moves slowly over "
            "each; a title card opens and closes the film.",
            "Një shëtitje pa zë nëpër pesë pamje të qytetit. Kamera lëviz ngadalë mbi secilën; "
            "një kartelë e hap filmin dhe një e mbyll.",
        ),
        transcript=Words(
            "No sound. On a dark card: Tirana, one day. Morning mist lies over the roofs of the "
            "plain. The view glides over the parasols of the New Bazaar, red, lime, blue and "
            "striped, and over the paths round the lake of the Grand Park. In evening light a "
            "purple block and a red one stand side by side. At night the boulevard runs between "
            "lit windows to the horizon. On the last card: Add yours.",
            "Pa zë. Mbi një kartelë të errët: Tirana, një ditë. Mjegulla e mëngjesit shtrihet "
            "mbi çatitë e fushës. Pamja rrëshqet mbi çadrat e Pazarit të Ri, të kuqe, të "
            "gjelbra, blu e me vija, dhe mbi shtigjet rreth liqenit të Parkut të Madh. Në "
            "dritën e mbrëmjes një pallat vjollcë dhe një i kuq qëndrojnë krah për krah. Natën "
            "bulevardi shkon mes dritareve të ndezura deri në horizont. Në kartelën e fundit: "
            "Shto tënden.",
        ),
        chapters=(
            Chapter(0, Words("Title", "Titulli")),
            Chapter(1.8, Words("Morning mist", "Mjegulla e mëngjesit")),
            Chapter(3.6, Words("The market", "Pazari")),
            Chapter(5.4, Words("The lake", "Liqeni")),
            Chapter(7.2, Words("Dusk", "Muzgu")),
            Chapter(9.0, Words("Night", "Nata")),
            Chapter(10.8, Words("Add yours", "Shto tënden")),
        ),
        poster="dusk",
        place=Words("Tirana", "Tiranë"),
        date=date(2014, 4, 26),
        duration=12.5,
        width=960,
        height=540,
        author="Smart City Tirana",
    ),
)

# A freely licensed film (Big Buck Bunny, Blender Foundation, CC BY 3.0) stands in for a camera
# that the demo does not have.
STREAM = Stream(
    key="square-live",
    slug=Words("live-from-the-square", "drejtperdrejt-nga-sheshi"),
    title=Words("Live from the square", "Drejtpërdrejt nga sheshi"),
    summary=Words(
        "A stream at another provider, which is asked only after you click. In this demo a free "
        "film by the Blender Foundation stands in for the camera.",
        "Një transmetim te një ofrues tjetër, i cili kontaktohet vetëm pasi të klikoni. Në këtë "
        "portal demonstrues kamerën e zëvendëson një film i lirë i Blender Foundation.",
    ),
    provider="YouTube",
    host="www.youtube-nocookie.com",
    url="https://www.youtube.com/watch?v=aqz-KE-bpKQ",
    poster="square",
    author="Blender Foundation",
)
