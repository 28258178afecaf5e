"""What stands in the place of a picture that was taken down, where pages can't do without one."""

from io import BytesIO

from PIL import Image, ImageDraw

from site_config.pictures import CleanPicture

# Pixels of the longer side, and the planes of colour from top to bottom: sky, wall, night.
LONGER_SIDE = 1280
PLANES = (("#a9dcf5", 0.0), ("#cdc8d8", 0.55), ("#242053", 0.85))


def placeholder(width: int, height: int) -> CleanPicture:
    """Return a PNG of a picture's shape that shows nothing.

    Args:
        width: of the picture it stands for, in pixels; only the ratio counts.
        height: likewise.
    """
    scale = LONGER_SIDE / max(width, height, 1)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    tile = Image.new("RGB", size, PLANES[0][0])
    draw = ImageDraw.Draw(tile)
    for colour, begins in PLANES[1:]:
        draw.rectangle((0, round(size[1] * begins), *size), fill=colour)
    buffer = BytesIO()
    tile.quantize(8).save(buffer, "PNG", optimize=True)
    return CleanPicture(buffer.getvalue(), "taken-down.png", size)
