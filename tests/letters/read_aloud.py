"""Prints the letters of the panels, to be read aloud: ``python -m tests.letters.read_aloud [NAME …]``."""

from __future__ import annotations

import sys
from itertools import combinations

from letters.drafting import draft
from letters.drafting.measure import content
from letters.shingles import longest, mask_of, share
from tests.letters.panels import load

NAMES = ("freight_silent", "bank_overdue", "startup_waiting")


def main(names: list[str]) -> None:
    for name in names or NAMES:
        panel = load(name)
        drafts = {}
        for told in panel.expected["letters"]:
            material = panel.material(told["to"])
            found = draft(material)
            drafts[material.reader.name] = content(found.body)
            words = len(content(found.body).split())
            print(f"\n=== {name}: {material.reader.name} · {found.subject} · {words} words\n\n{found.body}")
            for question in found.questions:
                print("  ?", question)
        silence = panel.expected.get("silence_letter")
        to = silence["reference"]["to"] if silence else panel.expected["recipient"]
        for kind in ("nudge", "second_nudge", "closing"):
            found = draft(panel.material(to, kind))
            words = len(content(found.body).split())
            print(f"\n--- {kind} · {found.subject} · {words} words\n\n{found.body}\n  ?", *found.questions)
        names_ = mask_of(material)
        for (one, first), (two, second) in combinations(drafts.items(), 2):
            alike = share(first, second, names_)
            print(f"{alike:.3f} run {longest(first, second, names_)}  {one} / {two}")


if __name__ == "__main__":
    main(sys.argv[1:])
