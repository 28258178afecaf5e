"""The vector art: panorama, tiles, posters, covers, marks of the partners.

Every file carries its own day and night colours (`prefers-color-scheme`), so one file serves both
schemes. Lettering is outlined. Needs fontTools and brotli:

    python -m home.demo.drawing.art FONT.woff2 OUT_DIR
"""
