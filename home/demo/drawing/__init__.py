"""The code that drew the pictures, covers, logos, clips and publications of the demo city.

Nothing here runs when the portal runs: what it made is kept in `home/demo/library/` and in the
static files of the design. README.md tells how each was made.
"""
