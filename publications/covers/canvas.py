"""A small SVG canvas whose colours are named paints that are deeper at night (SVG 1.1)."""

from xml.sax.saxutils import escape, quoteattr

from publications.covers.lettering import is_known, letters, width_of

# Each paint by day and by night: a touch deeper then, still bright. As in the drawn covers of
# the portal's visual language.
PAINTS = {
    "saffron": ("#ffc345", "#e5a92f"),
    "persimmon": ("#fb8444", "#dd6c30"),
    "rose": ("#ffb3bb", "#d98c9a"),
    "carmine": ("#a0163e", "#8f1638"),
    "lime": ("#d2e777", "#a8bd52"),
    "park": ("#0b6b43", "#0b5a3a"),
    "sky": ("#afe0f7", "#7db4d3"),
    "blue": ("#2f49c4", "#2a3fa8"),
    "dajti": ("#4a4190", "#3d3680"),
    "paper": ("#fff6e6", "#e9dfcc"),
    "ink": ("#1d1a3a", "#1d1a3a"),
}


class Canvas:
    """Collects shapes and writes one SVG document that holds its own day and night colours."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._shapes: list[str] = []
        self._letters: dict[str, str] = {}
        self._fills: set[str] = set()
        self._strokes: set[str] = set()

    def path(self, d: str, paint: str) -> None:
        """Fill a path."""
        self._fills.add(paint)
        self._shapes.append(f'<path class="{paint}" d="{d}"/>')

    def rect(self, x: float, y: float, width: float, height: float, paint: str) -> None:
        """Fill a rectangle."""
        self.path(f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z", paint)

    def circle(self, x: float, y: float, radius: float, paint: str) -> None:
        """Fill a circle."""
        self._fills.add(paint)
        self._shapes.append(f'<circle class="{paint}" cx="{x:g}" cy="{y:g}" r="{radius:g}"/>')

    def quarter(self, x: float, y: float, radius: float, turn: int, paint: str) -> None:
        """Fill a quarter disc with its corner at x, y; turns 0 to 3 clockwise from south-east."""
        right, down = ((1, 1), (-1, 1), (-1, -1), (1, -1))[turn % 4]
        sweep = 1 if right * down > 0 else 0
        self.path(
            f"M{x:g} {y:g}h{right * radius:g}"
            f"a{radius:g} {radius:g} 0 0 {sweep} {-right * radius:g} {down * radius:g}z",
            paint,
        )

    def line(self, d: str, paint: str, width: float) -> None:
        """Stroke a path."""
        self._strokes.add(paint)
        self._shapes.append(
            f'<path class="line-{paint}" d="{d}" fill="none" stroke-width="{width:g}"/>'
        )

    def text(
        self, text: str, x: float, y: float, size: float, paint: str, end: bool = False
    ) -> None:
        """Set one line on a base line; with ``end`` it ends at x instead of beginning there.

        A line with a letter that the font lacks is left to a font of the reader's own.
        """
        if not text:
            return
        self._fills.add(paint)
        if not is_known(text):
            anchor = ' text-anchor="end"' if end else ""
            self._shapes.append(
                f'<text class="{paint}" x="{x:g}" y="{y:g}" font-family="sans-serif"'
                f' font-weight="700" font-size="{size:g}"{anchor}>{escape(text)}</text>'
            )
            return
        font = letters()
        start = x - width_of(text, size) if end else x
        scale = size / font.units
        uses, run = [], 0
        for sign in text:
            advance, outline = font.glyphs[sign]
            if outline:
                name = f"l{ord(sign):x}"
                self._letters[name] = outline
                uses.append(f'<use href="#{name}" x="{run}"/>')
            run += advance
        self._shapes.append(
            f'<g class="{paint}" transform="translate({start:.1f} {y:.1f})'
            f' scale({scale:.4f} {-scale:.4f})">{"".join(uses)}</g>'
        )

    def svg(self, title: str, language: str) -> str:
        """Return the document, with rules for the paints it uses and no others.

        Args:
            title: its words for those who can't see it.
            language: the code of their language (BCP 47).
        """
        day = "".join(f"{self._rules(paint)}" for paint in sorted(PAINTS))
        night = "".join(f"{self._rules(paint, night=True)}" for paint in sorted(PAINTS))
        defs = "".join(f'<path id="{name}" d="{d}"/>' for name, d in self._letters.items())
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}"'
            f' viewBox="0 0 {self.width} {self.height}" role="img" lang={quoteattr(language)}>'
            f"<title>{escape(title)}</title>"
            f"<style>{day}@media(prefers-color-scheme:dark){{{night}}}</style>"
            f"<defs>{defs}</defs>{''.join(self._shapes)}</svg>\n"
        )

    def _rules(self, paint: str, night: bool = False) -> str:
        by_day, by_night = PAINTS[paint]
        if night and by_day == by_night:
            return ""
        colour = by_night if night else by_day
        fill = f".{paint}{{fill:{colour}}}" if paint in self._fills else ""
        stroke = f".line-{paint}{{stroke:{colour}}}" if paint in self._strokes else ""
        return fill + stroke
