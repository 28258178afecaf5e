"""Accessible copies: asked for by citizens, made by staff, told by mail."""
