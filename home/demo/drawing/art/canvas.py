"""A small SVG canvas whose colours are names from the paint box."""

from .lettering import outline
from .paint import PAINTS


class Canvas:
    """Collects shapes and writes one SVG file that holds its own day and night colours."""

    def __init__(self, width, height, fit="xMidYMid slice"):
        self.width, self.height, self.fit = width, height, fit
        self.shapes = []

    def add(self, markup):
        """Add markup as it is."""
        self.shapes.append(markup)

    def path(self, d, paint, extra=""):
        """Fill a path."""
        self.add(f'<path class="{paint}" d="{d}"{extra}/>')

    def rect(self, x, y, w, h, paint):
        """Fill a rectangle."""
        self.path(box(x, y, w, h), paint)

    def poly(self, points, paint):
        """Fill a polygon."""
        self.path("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "z", paint)

    def circ(self, x, y, r, paint):
        """Fill a circle."""
        self.add(f'<circle class="{paint}" cx="{x:g}" cy="{y:g}" r="{r:g}"/>')

    def line(self, d, paint, width, cap="butt"):
        """Stroke a path."""
        self.add(
            f'<path d="{d}" fill="none" class="s{paint}" stroke-width="{width}"'
            f' stroke-linecap="{cap}" stroke-linejoin="round"/>'
        )

    def quart(self, x, y, r, quadrant, paint):
        """Fill a quarter disc with its corner at x, y; quadrants 0 to 3 clockwise from south-east."""
        sx, sy = ((1, 1), (-1, 1), (-1, -1), (1, -1))[quadrant]
        sweep = 1 if sx * sy > 0 else 0
        self.path(f"M{x} {y}h{sx * r}a{r} {r} 0 0 {sweep} {-sx * r} {sy * r}z", paint)

    def text(self, text, x, y, size, paint, weight=700, anchor="start", tracking=0):
        """Set `text` in outlines on a base line at x, y; return its width."""
        d, width = outline(text, size, weight, tracking)
        x -= {"start": 0, "middle": width / 2, "end": width}[anchor]
        self.add(f'<path class="{paint}" transform="translate({x:.1f} {y:.1f})" d="{d}"/>')
        return width

    def svg(self, extra_css=""):
        """Return the SVG document, with rules for the paints it uses and no others."""
        body = "".join(self.shapes)
        fills = [name for name in PAINTS if f'"{name}"' in body or f' {name}"' in body]
        strokes = [name for name in PAINTS if f'"s{name}"' in body]

        def rules(shade, names, prefix, prop):
            return "".join(
                f".{prefix}{name}{{{prop}:{PAINTS[name][shade]}}}"
                for name in names
                if not shade or PAINTS[name][0] != PAINTS[name][1]
            )

        day = rules(0, fills, "", "fill") + rules(0, strokes, "s", "stroke")
        night = rules(1, fills, "", "fill") + rules(1, strokes, "s", "stroke")
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}"'
            f' viewBox="0 0 {self.width} {self.height}" preserveAspectRatio="{self.fit}">'
            f"<style>{day}@media(prefers-color-scheme:dark){{{night}}}{extra_css}</style>"
            f"{body}</svg>\n"
        )


def box(x, y, w, h):
    """Return the path of a rectangle."""
    return f"M{x:g} {y:g}h{w:g}v{h:g}h{-w:g}z"
