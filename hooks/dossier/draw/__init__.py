"""Drawings made at build time: maps on three linked scales and the strip of time.

Pure functions from values to inline SVG; every drawing is classes and attributes only,
coloured by a stylesheet, and every mark on it is a link with a name.
"""

from .basemap import Basemap, attribution, read_basemap
from .map import Mark, draw_map, map_key, marks_on
from .strip import Bar, draw_strip, strip_key
from .svg import draw_key

__all__ = [
    "Bar",
    "Basemap",
    "Mark",
    "attribution",
    "draw_key",
    "draw_map",
    "draw_strip",
    "map_key",
    "marks_on",
    "read_basemap",
    "strip_key",
]
