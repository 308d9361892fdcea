"""Everything the composer shows of one letter, worked out from its text and its material."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import cached_property

from letters import cover, facts, mail, marks, suggesting
from letters.anatomy import anatomy
from letters.models import REMINDERS, Letter
from letters.review import review
from letters.review.playback import played_back

if TYPE_CHECKING:
    from collections.abc import Mapping

    from letters.material import EarlierLetter, Material, NewsText
    from letters.review.case import Vocabulary
    from letters.review.finding import Check, Span
    from letters.suggesting import Happened

# What is well is told of these; of the rest only how many there are.
WORTH_SAYING = frozenset({
    "playback", "suggestion", "promise", "same_note", "earlier_letter", "development", "something_new",
    "length", "guilt",
})  # fmt: skip
# So many developments stand side by side; a feed may bring a score of them.
OFFERED = 4


@dataclass(frozen=True)
class Composition:
    """A letter on the desk: `subject` and `body` are what the page shows, stored or only typed."""

    letter: Letter
    material: Material
    vocabulary: Vocabulary
    subject: str
    body: str

    @cached_property
    def checks(self) -> tuple[Check, ...]:
        """All checks of the text."""
        return review(self.body, self.material, subject=self.subject, vocabulary=self.vocabulary)

    @cached_property
    def played(self) -> Mapping[str, tuple[Span, ...]]:
        """The notes that the text plays back, and where."""
        shown = {note.key for note in self.material.notes if facts.offered(note, self.material)}
        return {key: spans for key, spans in played_back(self.body, self.material).items() if key in shown}

    @cached_property
    def pieces(self) -> tuple[marks.Piece, ...]:
        """The text under its marks."""
        return marks.pieces(self.body, self.checks, self.played)

    @cached_property
    def findings(self) -> tuple[marks.Finding, ...]:
        """The checks as they are shown."""
        return marks.findings(self.body, self.checks, self.pieces)

    @property
    def shown(self) -> tuple[marks.Finding, ...]:
        """What asks for a look, and what is well and worth saying."""
        return tuple(one for one in self.findings if one.level != "ok" or one.id in WORTH_SAYING)

    @property
    def well(self) -> tuple[marks.Finding, ...]:
        """What is well, and folded away."""
        return tuple(one for one in self.findings if one.level == "ok" and one.id not in WORTH_SAYING)

    @property
    def verdict(self) -> tuple[str, str]:
        """The headline, and the line below it."""
        return marks.headline(self.checks)

    @property
    def to_look_at(self) -> int:
        """How many findings are not well."""
        return sum(check.level != "ok" for check in self.checks)

    @property
    def stops(self) -> tuple[marks.Finding, ...]:
        """What would hurt."""
        return tuple(one for one in self.findings if one.level == "stop")

    @property
    def legend(self) -> tuple[marks.Key, ...]:
        """What the marks mean."""
        return marks.legend(self.checks, self.pieces)

    @cached_property
    def groups(self) -> tuple[facts.Group, ...]:
        """The notes beside it, by person."""
        return facts.groups(self.material, self.played)

    @property
    def used(self) -> tuple[int, int]:
        """How many of the reader's own notes are played back, of how many."""
        mine = next((group for group in self.groups if group.mine), None)
        return (mine.used, len(mine.facts)) if mine else (0, 0)

    @property
    def words(self) -> int:
        """How long it is, without salutation and sign-off."""
        return anatomy(self.body, self.material.sign_off).words

    @property
    def is_reminder(self) -> bool:
        """Whether it breaks a silence, and so is built in four steps."""
        return self.letter.kind in REMINDERS

    @property
    def questions(self) -> list[str]:
        """What would make the draft better."""
        return self.letter.questions.splitlines()

    @cached_property
    def earlier(self) -> EarlierLetter | None:
        """The last letter sent to the reader."""
        return suggesting.earlier_letter(self.material)

    @property
    def earlier_pk(self) -> int | None:
        """Where the whole of it can be read."""
        return (
            Letter.objects.filter(key=self.earlier.key).values_list("pk", flat=True).first()
            if self.earlier
            else None
        )

    @property
    def way_out(self) -> str:
        """Where “open in email” leads."""
        return mail.way_out(self.letter)

    @cached_property
    def note(self) -> str:
        """What the agency recruiter is asked above the letter, where it goes through one."""
        return mail.note(self.letter)

    @property
    def above(self) -> str:
        """The same as it stands before the first word of the letter."""
        return cover.above(self.note, "")

    @property
    def quoted(self) -> tuple[str, str, str]:
        """The part of it to take up again: what comes before its idea, the idea, and what follows."""
        return suggesting.telling_part(self.earlier, self.material) if self.earlier else ("", "", "")

    @cached_property
    def happened(self) -> list[Happened]:
        """What has happened at the company, what is worth most to the reader first."""
        return suggesting.happened(self.material)

    @property
    def developments(self) -> list[Happened]:
        """The few that are offered, with the chosen one: new to the company, and near to the reader."""
        new = [one for one in self.happened if not one.told]
        return [one for one in self.happened if one in new[:OFFERED] or self._is_chosen(one)]

    @property
    def further(self) -> list[Happened]:
        """All others, the ones that a letter has last."""
        return [one for one in self.happened if one not in self.developments]

    def _is_chosen(self, one: Happened) -> bool:
        return one.development.key == self.material.chosen_development

    @cached_property
    def bank(self) -> list[tuple[NewsText, str]]:
        """Everything new of mine, and how the company has it already; nothing where it is new there."""
        return [(one, suggesting.told_at(one, self.material)) for one in self.material.news]

    @property
    def news(self) -> list[NewsText]:
        """What is new at this company."""
        return [one for one, told in self.bank if not told]

    @property
    def told(self) -> list[tuple[NewsText, str]]:
        """What is not new there any more, and why."""
        return [(one, told) for one, told in self.bank if told]
