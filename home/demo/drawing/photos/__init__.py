"""The city views: a small ray tracer over a procedural model city.

Painted blocks, trees, roads, squares, a river and Mount Dajti. Needs numpy and Pillow:

    python -m home.demo.drawing.photos OUT_DIR [scene ...] [--width 1280] [--samples 16]
"""
