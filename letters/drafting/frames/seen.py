"""Which frames a letter that stands is made of, whoever wrote or edited it.

Pure.
"""

from __future__ import annotations

import re
from functools import cache

from letters.drafting.frames import FRAMES

# With fewer words of its own a frame is in too many sentences.
_OWN_WORDS = 3
_SENTENCE_STARTS = re.compile(r"(?m)(?:^|(?<=[.?!] )|(?<=[.?!]” ))(?=\S)")


def frames_in(text: str) -> frozenset[str]:
    """For each sentence the frame that says most of it: “Thank you for our talk.” is in many others."""
    seen: set[str] = set()
    for start in _SENTENCE_STARTS.finditer(text):
        fitting = [one for one in _patterns() if one[1].match(text, start.end())]
        most = max((words for words, _, _ in fitting), default=0)
        seen.update(frame for words, _, frame in fitting if words == most)
    return frozenset(seen)


@cache
def _patterns() -> tuple[tuple[int, re.Pattern[str], str], ...]:
    frames = dict.fromkeys(frame for slot in FRAMES.values() for frame in slot)
    counted = ((_own_words(frame), _pattern(frame), frame) for frame in frames)
    return tuple(one for one in counted if one[0] >= _OWN_WORDS)


def _own_words(frame: str) -> int:
    return len(re.findall(r"[^\W\d]+", re.sub(r"\{\w+\}", " ", frame)))


def _pattern(frame: str) -> re.Pattern[str]:
    own = (re.escape(part) for part in re.split(r"\{\w+\}", frame.rstrip(".")))
    # What is filled in may be empty, such as the day of a talk.
    return re.compile(r"[^\n]{0,200}?".join(own), re.IGNORECASE)
