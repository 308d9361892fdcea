"""What to call people in passing: by the name a colleague would use, or in full where that is not clear.

Pure. A guess only for the product's own sentences; letters take their salutation from elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

Key = TypeVar("Key")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _words(
    "dr dra prof professor professora mr mrs ms miss mx sir dame lord lady baroness baron rev revd reverend"
    " rabbi imam father sister hon honourable cllr councillor capt captain col maj lt sgt"
    " herr frau hr fr dipl-ing med rer nat habil mme mlle m mm monsieur madame mademoiselle maître"
    " sr sra srta señor señora señorita lic dott dottssa sig sigra signor signora ing avv arch"
    " dhr mevr mw drs ir mevrouw meneer shri smt sheikh pan pani"
)
_CREDENTIALS = _words(
    "phd dphil md mba msc bsc ma ba llb llm llm jd rn cpa aca acca cfa fca cima fcipd cipd pe pmp frs fba"
    " obe mbe cbe kbe qc kc esq jr jnr snr ii iii iv dds dvm edd psyd mph mfa meng beng ceng frcs frcp"
    " mrcp pgce hons ret"
)
_WRITTEN_SMALL = _words("esq jr jnr snr hons ret")
# Families that stand first in their languages, where the given name comes last: no first word to go by.
_FAMILY_FIRST = _words(
    "ng chan cheung wong leung kwok yeung tsang lau nguyen tran pham hoang huynh vo dang bui ngo duong"
    " truong dinh trinh"
    " wang zhang liu zhao huang zhou xu zhu guo gao luo zheng liang xie deng cao xiao cai dong"
    " choi jang yoon kwon hwang park bae seo"
    " tanaka suzuki sato watanabe takahashi ito yamamoto nakamura kobayashi kato yoshida yamada sasaki"
    " nagy szabo kovacs toth horvath varga molnar nemeth farkas balogh papp takacs juhasz"
)
_TAKES_ANOTHER = _words("abdul abdel abdal abd abu umm")
_SCRIPTS_FAMILY_FIRST = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "FULLWIDTH")
_ASIDE = re.compile(r"\s*[(\[“\"„«](?P<aside>[^)\]”\"“»]*)[)\]”\"“»]\s*")
_PRONOUNS = re.compile(r"[,\s–—-]*\b(?:she|he|they|ze|xe)\s*/\s*\w+(?:\s*/\s*\w+)?\b.*", re.IGNORECASE)
_INITIALS = re.compile(r"(?:\w\.-?)+\w?|\w")
_PATRONYMIC = re.compile(r".+(?:ovich|evich|ovna|evna|ович|евич|овна|евна)", re.IGNORECASE)


def called(name: str) -> str:
    """The name that colleagues use; the whole name where that is not clear from it."""
    nickname = _nickname(name)
    if nickname:
        return nickname
    whole = _spoken(name)
    words = _bare(whole)
    if not words or (len(words) == 1 and words[0] != whole):
        return whole
    return whole if _unclear(words) else " ".join(words[: _given(words)])


def calling(names: Mapping[Key, str]) -> dict[Key, str]:
    """What to call each of several people: in full where two would be called the same."""
    short = {key: called(name) for key, name in names.items()}
    shared = Counter(word.casefold() for word in short.values())
    return {key: word if shared[word.casefold()] == 1 else _spoken(names[key]) for key, word in short.items()}


def family(name: str) -> str:
    """What is left of the name beside what its owner is called; empty where that is all of it."""
    first = called(name)
    words = _bare(_spoken(name))
    if first in (_spoken(name), " ".join(words)):
        return ""
    if _nickname(name):
        return " ".join(words[1:])
    return " ".join(words[len(first.split()) :])


def initials(name: str) -> str:
    """Two letters for a monogram, one for a single name: “Dr Helen Marsh” is HM."""
    words = [word for word in " ".join(_bare(_spoken(name))).replace("-", " ").split() if word[0].isalnum()]
    chosen = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0].upper()[:1] for word in chosen)


def _spoken(name: str) -> str:
    """The name without asides and credentials, given name first: “Smith, Dr John, PhD” is Dr John Smith."""
    text = _ASIDE.sub(" ", unicodedata.normalize("NFC", name).split("|")[0])
    text = _PRONOUNS.sub("", text)
    parts = [part for part in (part.strip() for part in text.split(",")) if part]
    parts = [*parts[:1], *(part for part in parts[1:] if not all(_credential(word) for word in part.split()))]
    words = (" ".join([*parts[1:2], *parts[:1], *parts[2:]])).split()
    while len(words) > 1 and _credential(words[-1]) and not words[0].isupper():
        words.pop()
    return " ".join(words) or " ".join(name.split())


def _bare(whole: str) -> list[str]:
    """Its words without the honorifics before them."""
    words = re.sub(r"^((?:dr|prof|mr|mrs|ms|mx)\.)(?=\w)", r"\1 ", whole, flags=re.IGNORECASE).split()
    while len(words) > 1 and _plain(words[0]) in HONORIFICS:
        words = words[1:]
    return words


def _nickname(name: str) -> str:
    """“Xiaoming (Sean) Li” goes by Sean; an aside behind the name says something else."""
    aside = _ASIDE.search(name)
    word = aside["aside"].strip() if aside and aside.start() and aside.end() < len(name) else ""
    return word if word.istitle() and word.isalpha() else ""


def _given(words: list[str]) -> int:
    """How many of the words are the given name."""
    return 2 + words[1].islower() if len(words) > 2 and _plain(words[0]) in _TAKES_ANOTHER else 1


def _unclear(words: list[str]) -> bool:
    """Whether the first word may be no given name: initials, a family name, a script that puts it first."""
    first = words[0]
    if len(words) == 1:
        return False
    return bool(
        _INITIALS.fullmatch(first)
        or first.endswith(",")
        or unicodedata.name(first[0], "").startswith(_SCRIPTS_FAMILY_FIRST)
        or without_accents(first) in _FAMILY_FIRST
        or (first.islower() and not words[-1].islower())
        or (len(first) > 2 and first.isupper() and not words[-1].isupper())
        or re.fullmatch(r"[A-Z]\w+-[a-z]\w+", words[-1])
        or (len(words) > 2 and _PATRONYMIC.fullmatch(words[-1]))
    )


def _credential(word: str) -> bool:
    """A degree, an order, a junior: “Jack Ma” has none, and “Md Rahman” is no doctor."""
    plain = _plain(word)
    return plain in _CREDENTIALS and (plain in _WRITTEN_SMALL or not word.istitle())


def _plain(word: str) -> str:
    return word.replace(".", "").strip(",").casefold()


def without_accents(word: str) -> str:
    """The word in small letters without their marks, for comparing: “Wójcik” is like “wojcik”."""
    small = word.casefold()
    if small.isascii():
        return small
    decomposed = unicodedata.normalize("NFD", small)
    return "".join(one for one in decomposed if not unicodedata.combining(one)).replace("đ", "d")
