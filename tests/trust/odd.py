"""Records as odd as they come: every script, characters nobody sees, the first and the last year, moments
that come twice, and offsets of odd seconds.
"""

from __future__ import annotations

from typing import Any

SCRIPTS = {
    "accents": "Élodie à Reykjavík: það var ágætt, ça ira. ",
    "Greek": "Η βάρδια της νύχτας χάνει το κρύο. ",
    "Cyrillic": "Ночная смена теряет холод в четыре утра. ",
    "Arabic": "المناوبة الليلية تفقد البرودة عند الرابعة. ",
    "Hebrew": "משמרת הלילה מאבדת את הקור בארבע. ",
    "Devanagari": "रात की पाली चार बजे ठंडक खो देती है। ",
    "Thai": "กะกลางคืนสูญเสียความเย็นตอนตีสี่ ",
    "Chinese": "夜班在凌晨四点失去冷气。",
    "Japanese": "夜勤は午前四時に冷気を失います。",
    "Korean": "야간 근무는 새벽 네 시에 냉기를 잃는다. ",
    "emoji": "👩🏽‍🚀👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿🇬🇧 ",
    "combining": "Z̸̢̛a͟l̴g̡o e\u0301 against \u00e9 ",
    "unseen": "a\u200db\u200cc\u202ed\u202ce\u2066f\u2069g\ufeffh\u00adi ",
    "line ends": "a\u2028b\u2029c\u0085d\u000be\tf ",
    "beyond the plane": "𝕬𐍈𒀀🂡 ",
    "mark-up": "<b>&amp;</b> {{ x }} {% y %} ]]> \\u0000 \"'`$ ",
}


def archive() -> dict[str, Any]:
    """A company of each script, with a talk and notes in it, at the edges of what calendars know."""
    return {
        "format": "afterword",
        "version": 1,
        "profile": {"name": "D. Ó Súilleabháin 👩🏽‍🚀", "sign_off": "", "time_zone": "Pacific/Apia"},
        "news": [{"key": "odd-1900", "happened_on": "1900-01-01", "text": "\u200d"}],
        "companies": [_company(name, words) for name, words in SCRIPTS.items()],
    }


def _company(name: str, words: str) -> dict[str, Any]:
    moments = ["1900-01-02T00:00", "2026-10-25T01:30+01:00", "2026-10-25T01:30+00:00", "2200-12-31T12:00"]
    return {
        "key": f"odd {name} {words[:3]}",
        "name": words.strip()[:200],
        "time_zone": "Africa/Monrovia" if len(name) % 2 else "Europe/London",
        "people": [{"key": f"p {name}", "name": words.strip()[:100], "rank": 0, "email": "a@b.example"}],
        "candidacies": [
            {
                "key": f"c {name}",
                "notes": f"  {words * 3}\n\n\n{words}\r\n ",
                "contacts": [
                    {"key": f"k {name} {at}", "at": at, "direction": "out", "text": words} for at in moments
                ],
                "interviews": [
                    {
                        "key": f"i {name}",
                        "starts_at": "2026-08-25T09:00",
                        "time_zone": "Asia/Kathmandu",
                        "interviewers": [
                            {
                                "person": f"p {name}",
                                "present": False,
                                "notes": [
                                    {"key": f"n {name}", "kind": "fact", "text": words, "share": "private"}
                                ],
                            }
                        ],
                    }
                ],
            }
        ],
    }  # fmt: skip
