"""The sentences a letter is framed with: a slot's frames say one thing in many ways; a panel uses each once.

In the braces: {c} a clause, {n} a noun phrase, {q} an indirect question, {w} a third person phrase, {b} a
bare verb phrase, {g} the same with -ing, {a} an answer, {t} a topic, {x} words as they stand, {l} how long we
talked, {d} when (with its preposition), {date} a date; in capitals the same with a capital.
"""

from __future__ import annotations

from letters.drafting.frames.silence import SILENCE
from letters.drafting.frames.thanks import THANKS

FRAMES: dict[str, tuple[str, ...]] = {**THANKS, **SILENCE}

# Patterns no sentence of ours may make: pressure, worn phrases, apologies. Only the frames are held to them.
TABOO = (
    r"\byou (?:said|promised|told me) (?:you|that you)(?:['’]d| would)\b",
    r"\b(?:i|we)\b[^.?!]{0,14}?(?:not|never|n['’]t) (?:yet )?(?:hear|heard)\b(?! of\b)",
    r"\bno (?:reply|response|answer|word)\b",
    r"\bstill waiting\b",
    r"\b(?:second|third|fourth) (?:time|attempt|e-?mail)\b",
    r"\bany (?:update|news)\b",
    r"\bdisappoint",
    r"\b(?:great|good|excellent|ideal|natural) (?:fit|match)\b",
)
