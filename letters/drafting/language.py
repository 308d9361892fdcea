"""Whether a fragment is English at all: what is not is shown as it stands, never bent."""

from __future__ import annotations

import re

from letters.drafting.lists import word_set
from letters.drafting.words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBJECTS

_ELSEWHERE = word_set(
    """
    der das und nicht ist wie auch nach vor bei mit für von vom zum zur sich wir ihr ein eine einen einem kein
    keine dem den bis sein im ins aber oder wenn weil wird werden haben allem mehr noch nur sehr
    le les des une du est et pas pour sur dans avec sont avant jamais toujours qui que où ne veut par aux
    nous vous ils elle chez mais très plus
    los las una para por está muy pero como sin sobre hay del
    het een niet wij voor naar zijn maar ook heel veel geen wordt
    il che della delle sono più gli nel alla och att är inte som på não uma com são
    """
)
_OURS = (
    DETERMINERS
    | PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | SUBJECTS
    | {"to", "not", "no", "when", "who", "them", "him"}
) - {"as", "past", "an", "in", "per", "or", "will", "so", "am", "near", "half", "plus", "down", "up"}
_BORROWED = word_set("café cafés résumé naïve cliché clichés façade fiancé fiancée protégé née décor")


def foreign(text: str) -> bool:
    """Whether the words are another language's, or another script's."""
    letters = [one for one in text if one.isalpha()]
    if sum(ord(one) > 0x24F for one in letters) * 2 > len(letters) > 0:
        return True
    words = re.findall(r"[^\W\d_]+", text)
    low = [word.lower() for word in words]
    theirs = sum(word in _ELSEWHERE for word in low)
    theirs += sum(word.islower() and not word.isascii() and word not in _BORROWED for word in words)
    ours = sum(word in _OURS for word in low)
    return theirs > ours and (theirs > 1 or (ours == 0 and len(words) > 2))
