"""Finding again what was said, heard and written: `find` is the one way to it, on every database."""

from desk.search.finding import COUNTED, KINDS, Found, Group, Within, any_of, find
from desk.search.keeping import begin_anew, catch_up

__all__ = ["COUNTED", "KINDS", "Found", "Group", "Within", "any_of", "begin_anew", "catch_up", "find"]
