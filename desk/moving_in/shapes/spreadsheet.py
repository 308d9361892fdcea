"""Any table: columns are known by their headings alone, or by hand.

Pure.
"""

from __future__ import annotations

from desk.moving_in.shapes.shape import Shape

SHAPE = Shape("csv", frozenset())
