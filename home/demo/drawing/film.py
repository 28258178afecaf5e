"""A silent walk through the city: views under a moving camera, and two title cards.

    python -m home.demo.drawing.film FONT.ttf OUT.webm

Frames are drawn with Pillow and encoded by ffmpeg as VP9. FONT is a font file that Pillow reads;
`python -m home.demo.drawing.film --unpack FONT.woff2 FONT.ttf` makes one from the font of the site
(that step alone needs fontTools and brotli).
"""

import argparse
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from home.demo.library.pictures import open_picture

SIZE = (960, 540)
RATE = 24
FADE = 0.5  # seconds in which one shot turns into the next
INK, PAPER, SAFFRON, ROSE, LIME, SKY, PARK, DAJTI = (
    "#1d1a3a",
    "#fff6e6",
    "#ffc345",
    "#ffb3bb",
    "#d2e777",
    "#afe0f7",
    "#0b6b43",
    "#4a4190",
)


@dataclass(frozen=True)
class Shot:
    """A view on which the camera moves from one frame to another.

    Frames are (centre x, centre y, width) as shares of the picture; their shape is the film's.
    """

    picture: str
    seconds: float
    start: tuple[float, float, float]
    end: tuple[float, float, float]


SHOTS = (
    Shot("mist", 2.3, (0.50, 0.52, 0.90), (0.50, 0.58, 0.80)),
    Shot("market", 2.3, (0.36, 0.50, 0.68), (0.66, 0.50, 0.68)),
    Shot("park", 2.3, (0.42, 0.56, 0.72), (0.56, 0.46, 0.84)),
    Shot("dusk", 2.3, (0.56, 0.58, 0.84), (0.56, 0.66, 0.72)),
    Shot("night", 2.3, (0.50, 0.44, 0.86), (0.50, 0.56, 0.72)),
)
CARD_SECONDS = 2.0


def ease(share: float) -> float:
    """Slow at both ends, so that no shot begins or stops with a jerk."""
    return share * share * (3 - 2 * share)


def view(picture: Image.Image, shot: Shot, share: float) -> Image.Image:
    """Return the frame of a shot when `share` (0 to 1) of its time has gone."""
    moved = ease(share)
    x, y, width = (a + (b - a) * moved for a, b in zip(shot.start, shot.end, strict=True))
    w = width * picture.width
    h = w * SIZE[1] / SIZE[0]
    left = min(max(x * picture.width - w / 2, 0), picture.width - w)
    top = min(max(y * picture.height - h / 2, 0), picture.height - h)
    # A fractional box moves by parts of a pixel; whole pixels would tremble.
    return picture.resize(SIZE, Image.Resampling.BICUBIC, box=(left, top, left + w, top + h))


def mark(draw: ImageDraw.ImageDraw, x: int, y: int, side: int) -> None:
    """Draw the mark of the city: a window of four panes."""
    pane, gap = side * 0.46, side * 0.08
    right, low = x + pane + gap, y + pane + gap
    draw.rectangle((x, y, x + pane, y + pane), fill=SAFFRON)
    draw.rectangle((right, y, right + pane, y + pane), fill=ROSE)
    draw.polygon(
        ((right, y + pane), (right + pane / 2, y + pane * 0.3), (right + pane, y + pane)),
        fill=DAJTI,
    )
    draw.rectangle((x, low, x + pane, low + pane), fill=LIME)
    draw.pieslice((x - pane, low, x + pane, low + 2 * pane), 270, 360, fill=PARK)
    draw.rectangle((x, low + pane, x + pane, low + 2 * pane), fill=INK)
    draw.rectangle((x - pane, low, x - 1, low + 2 * pane), fill=INK)
    draw.rectangle((right, low, right + pane, low + pane), fill=SKY)
    draw.rectangle((right, low + pane * 0.6, right + pane, low + pane), fill="#2f49c4")


def card(font: Path, lines: tuple[str, str], ground: str = INK) -> Image.Image:
    """Draw a title card: the mark, a large line and a small one."""
    image = Image.new("RGB", SIZE, ground)
    draw = ImageDraw.Draw(image)
    mark(draw, 96, 128, 96)
    large, small = ImageFont.truetype(font, 84), ImageFont.truetype(font, 34)
    for face in (large, small):
        face.set_variation_by_axes([700 if face is large else 500])
    draw.text((92, 258), lines[0], font=large, fill=PAPER)
    draw.text((96, 368), lines[1], font=small, fill=SAFFRON)
    return image


def shots(font: Path) -> Iterator[tuple[float, object]]:
    """Yield each part of the film: its seconds, and a function from share of time to frame."""
    title, end = (
        card(font, ("Tirana, one day", "Tirana, një ditë")),
        card(font, ("Add yours", "Shto tënden")),
    )
    yield CARD_SECONDS, lambda _share: title
    for shot in SHOTS:
        picture = Image.open(open_picture(shot.picture)).convert("RGB")
        # The grain of the views would take half of the bytes, and is not missed in motion.
        picture = picture.filter(ImageFilter.GaussianBlur(0.8))
        yield shot.seconds, lambda share, p=picture, s=shot: view(p, s, share)
    yield CARD_SECONDS, lambda _share: end


def frames(font: Path) -> Iterator[Image.Image]:
    """Yield every frame; neighbouring parts overlap by the length of a fade."""
    parts = list(shots(font))
    start = 0.0
    starts = []
    for seconds, _ in parts:
        starts.append(start)
        start += seconds - FADE
    total = round((start + FADE) * RATE)
    for number in range(total):
        now = number / RATE
        frame = None
        for begin, (seconds, draw) in zip(starts, parts, strict=True):
            if not begin <= now < begin + seconds:
                continue
            drawn = draw((now - begin) / seconds)
            fading = min((now - begin) / FADE, 1)
            frame = drawn if frame is None else Image.blend(frame, drawn, fading)
        yield frame


def encode(pictures: Iterator[Image.Image], out: Path) -> None:
    """Write frames as silent VP9 in WebM.

    Raises:
        subprocess.CalledProcessError: ffmpeg refused.
    """
    command = [
        "ffmpeg", "-v", "error", "-y",
        "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{SIZE[0]}x{SIZE[1]}", "-r", str(RATE),
        "-i", "-", "-an",
        "-c:v", "libvpx-vp9", "-pix_fmt", "yuv420p", "-crf", "38", "-b:v", "540k",
        "-row-mt", "1", "-deadline", "good", "-cpu-used", "2", "-g", "48",
        "-map_metadata", "-1", "-fflags", "+bitexact", str(out),
    ]  # fmt: skip
    # Arguments of our own, no shell.
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:  # noqa: S603
        for picture in pictures:
            process.stdin.write(picture.tobytes())
        process.stdin.close()
        if code := process.wait():
            raise subprocess.CalledProcessError(code, command)


def unpack(source: Path, target: Path) -> None:
    """Write a WOFF2 font as TrueType, which Pillow can read."""
    from fontTools.ttLib import TTFont

    font = TTFont(source)
    font.flavor = None
    font.save(target)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(prog="python -m home.demo.drawing.film")
    parser.add_argument("font", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--unpack", action="store_true", help="turn a WOFF2 font into TrueType")
    arguments = parser.parse_args()
    if arguments.unpack:
        unpack(arguments.font, arguments.out)
        return
    encode(frames(arguments.font), arguments.out)


if __name__ == "__main__":
    main()
