"""A thank-you: opening on a moment, what was heard, a first step, a warm close."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from letters.drafting.finite import finite
from letters.drafting.frames import FRAMES
from letters.drafting.heard import (
    ASKING_FORM,
    CLAUSE_FORM,
    LISTED_FORM,
    NOUN_FORM,
    QUOTE_FORM,
    SPOKEN_FORM,
)
from letters.drafting.ideas import as_doing
from letters.drafting.mine import DID, DOING, LEANING, ORDER, PLAIN, STATED, STORY, THING, Mine
from letters.drafting.questions import ABOUT, HOW, QUOTED, stands
from letters.drafting.words import cut
from letters.drafting.writer import Writer, joined
from letters.material import Sentence

if TYPE_CHECKING:
    from letters.drafting.doubts import Doubt
    from letters.drafting.heard import Heard
    from letters.drafting.planned import Dated, Plan, Question, Reply

_GRIM = re.compile(
    r"\b(?:fail\w*|lost|lose\w*|die[ds]?|death|broke\w*|hurt|bad\w*|ill|sick|hat(?:e|ed|es)|terrible|alone|waited"
    r"|divorc\w*|leav\w*|left|fell|afraid|retir\w*|never)\b"
)
# What I am asked about and have not done yet: "my first 90 days".
_AHEAD = re.compile(r"\b(?:first|next) \S+ (?:days|weeks|months|year)\b")
Paragraphs = list[list[Sentence]]
# Sentences of a first paragraph.
_LONGEST_OPENING = 4
_ANSWERS = {DID: "clause", STATED: "clause", THING: "thing", ORDER: "order"}


def compose(made: Plan, pen: Writer, enough: int) -> Paragraphs:
    """One candidate for the letter; under ``enough`` words it uses what it would else leave."""
    return _ThankYou(made, pen, enough).paragraphs()


class _ThankYou:
    """The parts of one candidate, and what they have used already."""

    def __init__(self, made: Plan, pen: Writer, enough: int) -> None:
        self.made, self.pen, self.enough = made, pen, enough
        self.talk = made.talk.key if made.talk else ""
        self.spent: set[str] = set()
        # What they said stands by itself; "You told me that …" once in a letter at most.
        self.attributed = False
        self.last_heard: Heard | None = None

    def paragraphs(self) -> Paragraphs:
        opening = self.opening()
        heard = self.heard()
        idea, pair = self.idea(), self.pair()
        doubt = [sentence for doubt in self.made.doubts[:2] for sentence in self.doubt(doubt)]
        promises = self.promises()
        parts = self._laid_out(opening, heard, idea, pair + doubt, [*promises, *self.event()])
        return self._filled(parts)

    def _laid_out(
        self,
        opening: list[Sentence],
        heard: list[Sentence],
        idea: list[Sentence],
        aside: list[Sentence],
        last: list[Sentence],
    ) -> Paragraphs:
        layout = self.pen.dice.below(4)
        # The idea follows the trouble that it is about
        middle = [heard + idea, aside]
        if layout == 1 and len(opening) + len(aside) <= _LONGEST_OPENING:
            opening, middle = opening + aside, [heard + idea]
        elif layout == 2:
            middle = [aside, heard + idea]
        close = self.close(warm=not last or self.pen.dice.chance(3))
        return merged([opening, *middle, last + close])

    # Opening

    def opening(self) -> list[Sentence]:
        started: list[Sentence] = getattr(self, f"_open_{self.made.opening}")()
        text = " ".join(sentence.text for sentence in started[:2]).lower()
        if re.search(r"\bthanks?\b", text):
            return started
        if len(started) > 1:
            return self._open_plain() + started
        return started + self.thanks()

    def thanks(self) -> list[Sentence]:
        for detail in self.made.details:
            if detail.thanks and detail.key not in self.spent:
                self.spent.add(detail.key)
                return self.pen.say("thanks_for", self.talk, detail.key, n=detail.thanks)
        return self.pen.say("thanks", self.talk)

    def _open_detail(self) -> list[Sentence]:
        found = [d for d in self.made.details if d.third or d.thanks or d.form == CLAUSE_FORM]
        detail = max(found, key=lambda d: (bool(d.third), bool(d.thanks)))
        self.spent.add(detail.key)
        if detail.third:
            return self.pen.say("open.third", detail.key, w=detail.third)
        if detail.thanks:
            return self.pen.say("open.thanks_for", self.talk, detail.key, n=detail.thanks)
        if detail.event:
            self.spent.discard(detail.key)
            return self._open_plain()
        return self._detail(detail)

    def _detail(self, detail: Heard) -> list[Sentence]:
        slot = "open.detail_plain" if _GRIM.search(detail.text) else "open.detail"
        return self.pen.say(slot, detail.key, c=detail.text) + [
            self.pen.bare(clause, detail.key) for clause in detail.then[:1] if not detail.thanks
        ]

    def _open_question(self) -> list[Sentence]:
        question = max(
            (q for q in self.made.questions if not q.stock),
            key=lambda q: (q.asked.form != QUOTED, q.answer is None),
        )
        self.spent.add(question.key)
        form, text = question.asked.form, question.asked.text
        if question.answer is not None:
            self.spent.add(question.answer.key)
            return self._pair(question, question.answer)
        slot, name = {ABOUT: ("open.about", "n"), QUOTED: ("open.quoted_question", "x")}.get(
            form, ("open.whether" if text.startswith("whether") else "open.question", "q")
        )
        return self.pen.say(slot, question.key, **{name: text})

    def _answer(self, question: Question, answer: Mine) -> list[Sentence]:
        if answer.form == STORY:
            return self.evidence(answer)
        kind = _kind_of(question, answer)
        if kind == "thing" and not _to_stand_by(question, answer):
            kind = "named"
        said = self.pen.say(f"answer.{kind}", answer.key, a=answer.text)
        return said + [self.pen.bare(clause, answer.key) for clause in answer.then[:2]]

    def _open_picture(self) -> list[Sentence]:
        found = [h for h in self.made.heard if h.kind == "challenge" and h.form in (CLAUSE_FORM, SPOKEN_FORM)]
        # What the idea is about waits for it
        kept = [h for h in found if not (self.made.linked and h.key == self.made.idea_for)]
        return self._open_heard(kept or found, "open.picture")

    def _open_goal(self) -> list[Sentence]:
        found = [h for h in self.made.heard if h.kind == "goal" and h.form in (CLAUSE_FORM, NOUN_FORM)]
        sure = [h for h in found if not h.named]
        wishes = [h for h in sure if h.wish]
        if wishes:
            return self._open_heard(wishes, "open.wish")
        return self._open_heard(sure or found, "open.goal" if sure else "open.goal_named")

    def _open_heard(self, found: list[Heard], slot: str) -> list[Sentence]:
        item = self.pen.dice.one(found)
        if item.words > 20:
            item = min(found, key=lambda h: h.words)
        self.spent.add(item.key)
        if item.form == SPOKEN_FORM:
            return self.pen.say("open.picture_quote", item.key, x=item.text)
        self.attributed, self.last_heard = True, item
        if item.trouble:
            return self.pen.say("open.trouble", self.talk, item.key, n=item.trouble)
        begun = self.pen.say(slot, item.key, c=item.text, b=item.wish)
        return begun + [self.pen.bare(clause, item.key) for clause in item.then[:1]]

    def _open_topic(self) -> list[Sentence]:
        item = next(h for h in self.made.heard if h.topic and h.kind != "fact")
        return self.pen.say("open.topic", self.talk, item.key, t=item.topic)

    def _open_plain(self) -> list[Sentence]:
        return self.pen.say("open.plain", self.talk)

    # What was heard

    def heard(self) -> list[Sentence]:
        items = [h for h in self.made.heard if h.key not in self.spent]
        keep = 3 if self.pen.dice.chance(5) or len(items) <= 2 else 2
        said: list[Sentence] = []
        for at, item in enumerate(_idea_last(items[:keep], self.made)):
            self.spent.add(item.key)
            said += self._one_heard(item, at, self.last_heard)
            self.last_heard = item
        replied = [
            one for reply in self.made.replies[: 1 if len(items) > 1 else 2] for one in self._reply(reply)
        ]
        return replied + said

    def _one_heard(self, item: Heard, at: int, before: Heard | None) -> list[Sentence]:
        then, text = item.then, item.text
        if item.trouble:
            after = before is not None and before.kind == "goal"
            said = self.pen.say("after_goal.trouble" if after else "heard.trouble", item.key, n=item.trouble)
        elif item.wish:
            said = self.pen.say("goal.wish", item.key, b=item.wish)
        elif item.form == CLAUSE_FORM:
            if self.pen.dice.chance(6):
                text, then = joined(text, then)
            said = self._told("goal.named" if item.named else _clause_slot(item, at, before), item, text)
        elif item.named:
            slot = "goal.named" if finite(cut(text)) is not None or ":" in text else "goal.thing"
            said = self.pen.say(slot, item.key, c=text)
        else:
            slot, name = {
                NOUN_FORM: ("heard.noun", "n"),
                ASKING_FORM: ("heard.asking", "q"),
                SPOKEN_FORM: ("heard.spoken", "x"),
                QUOTE_FORM: ("heard.quote", "x"),
                LISTED_FORM: ("heard.listed", "x"),
            }[item.form]
            said = self.pen.say(slot, item.key, **{name: text})
        return said + [self.pen.bare(clause, item.key) for clause in then[:2]]

    def _told(self, slot: str, item: Heard, text: str) -> list[Sentence]:
        """What they said, by itself or, once in a letter, as something they told me."""
        bare = slot != "goal.named" and (self.attributed or not self.pen.dice.chance(6))
        if bare:
            return [self.pen.bare(text, item.key)]
        self.attributed = True
        return self.pen.say(slot, item.key, c=text)

    def _reply(self, reply: Reply) -> list[Sentence]:
        about = "about " if reply.asked.form == ABOUT else ""
        slot = {CLAUSE_FORM: "clause", NOUN_FORM: "noun"}.get(reply.heard.form, "spoken")
        text = reply.heard.text
        return self.pen.say(
            f"their_reply.{slot}", reply.key, q=about + reply.asked.text, c=text, n=text, x=text
        )

    # My idea, and what backs it

    def idea(self) -> list[Sentence]:
        idea = self.made.idea
        said: list[Sentence] = []
        if idea is not None:
            said = self._proposal(idea) + [self.pen.bare(clause, idea.key) for clause in idea.then[:2]]
        for answer in self.made.evidence[: 2 if idea is not None else 3]:
            if answer.key not in self.spent:
                self.spent.add(answer.key)
                said += self.evidence(answer)
        return said

    def _proposal(self, idea: Mine) -> list[Sentence]:
        keys, joint = (idea.key,), self._joint()
        if idea.form == ORDER and (doing := as_doing(idea.text)) and self.pen.dice.chance(4):
            return self.pen.say("idea.doing" + joint, *keys, g=doing)
        if idea.form == STATED and idea.text.endswith("?"):
            return self.pen.say("idea.asked", *keys, c=idea.text)
        slot = idea.form if idea.form in (THING, ORDER, DOING, PLAIN) else "stated"
        text = idea.text
        slot += joint if slot in (THING, ORDER, DOING) else ""
        return self.pen.say(f"idea.{slot}", *keys, n=text, b=text, g=text, x=text, c=text)

    def _joint(self) -> str:
        """Which frames join the idea to what was said right before it, where it is known to be about that."""
        before = self.last_heard
        if not self.made.linked or before is None or before.key != self.made.idea_for:
            return ""
        return ".towards" if before.kind == "goal" else ".there"

    def evidence(self, answer: Mine) -> list[Sentence]:
        if answer.form == STORY:
            slot = "evidence.story" if answer.text else "evidence.name"
            return self.pen.say(slot, answer.key, name=answer.name, c=answer.text)
        if answer.form in (THING, ORDER):
            said = self.pen.say(f"evidence.{answer.form}", answer.key, n=answer.text, b=answer.text)
            return said + [self.pen.bare(clause, answer.key) for clause in answer.then[:1]]
        text, then = joined(answer.text, answer.then)
        if self.attributed or not self.pen.dice.chance(3):
            return [self.pen.bare(clause, answer.key) for clause in (text, *then[:2])]
        slot = "evidence.clause" if self.made.idea is not None else "told.clause"
        return self.pen.say(slot, answer.key, c=text) + [self.pen.bare(c, answer.key) for c in then[:2]]

    # A question with its answer, a doubt with mine

    def pair(self) -> list[Sentence]:
        for question in self.made.questions:
            if question.key not in self.spent and question.answer is not None:
                self.spent |= {question.key, question.answer.key}
                return self._pair(question, question.answer)
        return []

    def _pair(self, question: Question, answer: Mine) -> list[Sentence]:
        keys, text = (question.key, answer.key), question.asked.text
        about = question.asked.form == ABOUT
        if question.asked.form == QUOTED:
            asked = self.pen.say("open.quoted_question", question.key, x=text)
            return [*asked, *self._answer(question, answer)]
        if answer.form == STORY:
            if not about:
                return [self.pen.bare(f"you asked {text}", question.key), *self.evidence(answer)]
            said = self.pen.say("qa.about_story", *keys, q=text, name=answer.name)
            return said + ([self.pen.bare(answer.text, answer.key)] if answer.text else [])
        kind = _kind_of(question, answer)
        if text.startswith("whether ") and kind in ("told", "leaning"):
            kind = "clause"
        said = self.pen.say(f"qa.about_{kind}" if about else f"qa.{kind}", *keys, q=text, a=answer.text)
        return said + [self.pen.bare(clause, answer.key) for clause in answer.then[:2]]

    def doubt(self, doubt: Doubt) -> list[Sentence]:
        if not doubt.reply and not (self._thin() or doubt.key in self.made.ticked):
            return []
        again, text = " twice" if doubt.again else "", doubt.text
        said = self.pen.say(f"doubt.{doubt.form}", doubt.key, c=text, n=text, x=text, again=again)
        if not doubt.reply:
            return said
        keys = (doubt.key, doubt.reply_key) if doubt.reply_key else (doubt.key,)
        several = ". " in doubt.reply or ": " in doubt.reply
        slot = "reply.sentences" if doubt.reply_form == "whole" and several else f"reply.{doubt.reply_form}"
        return said + self.pen.say(slot, *keys, c=doubt.reply)

    def _thin(self) -> bool:
        return len(self.made.heard) + len(self.made.replies) + len(self.made.questions) < 2

    # The end

    def promises(self) -> list[Sentence]:
        return [sentence for dated in self.made.promises for sentence in self._promise(dated)]

    def _promise(self, dated: Dated) -> list[Sentence]:
        found = dated.promise
        if dated.done:
            if found.thing:
                return self.pen.say("promise.done", found.key, n=found.thing)
            return self.pen.say("promise.kept", found.key, b=found.done) if found.done else []
        if dated.by and found.thing and not self.pen.dice.chance(4):
            return self.pen.say("promise.thing_by", found.key, n=found.thing, date=dated.by)
        if dated.by and found.do:
            return self.pen.say("promise.by", found.key, b=found.do, date=dated.by)
        if found.do:
            return self.pen.say("promise.do", found.key, b=found.do)
        return self.pen.say("promise.thing", found.key, n=found.thing)

    def event(self) -> list[Sentence]:
        found = next((d for d in self.made.details if d.event and d.key not in self.spent), None)
        if found is None:
            return []
        self.spent.add(found.key)
        return self.pen.say("close.event", found.key, n=found.event)

    def close(self, *, warm: bool) -> list[Sentence]:
        """An offer where there is an idea to talk about, else a warm last word."""
        if warm:
            return self.pen.may(self._warm())
        if self.made.idea is not None:
            return self.pen.may("close.offer")
        return self.pen.may("close.answer" if self.made.questions else self._warm())

    def _warm(self) -> str:
        return "close.warm" if self.made.idea is not None else "close.warm_plain"

    # Where it would be thin

    def _filled(self, parts: Paragraphs) -> Paragraphs:
        for more in (
            self._detail_left,
            self._question_left,
            self._heard_left,
            self._closing_offer,
            self._filler,
        ):
            if _count(parts) >= self.enough:
                break
            more(parts)
        return parts

    def _detail_left(self, parts: Paragraphs) -> None:
        """A detail that nothing has mentioned yet."""
        for detail in self.made.details:
            if detail.key not in self.spent and detail.form == CLAUSE_FORM and not detail.event:
                self.spent.add(detail.key)
                parts[-1] = self._detail(detail) + parts[-1]
                return

    def _heard_left(self, parts: Paragraphs) -> None:
        for item in self.made.heard:
            if item.key not in self.spent and item.form in (CLAUSE_FORM, NOUN_FORM) and len(parts) > 1:
                self.spent.add(item.key)
                parts[1] = parts[1] + self._one_heard(item, 2, None)
                return

    def _question_left(self, parts: Paragraphs) -> None:
        for question in self.made.questions:
            form, text = question.asked.form, question.asked.text
            if question.key in self.spent or question.stock or form == QUOTED or text.startswith("whether"):
                continue
            self.spent.add(question.key)
            slot, name = ("question.alone", "q") if form == HOW else ("question.alone.about", "n")
            parts[-1] = self.pen.say(slot, question.key, **{name: text}) + parts[-1]
            return

    def _closing_offer(self, parts: Paragraphs) -> None:
        """An offer before the last word, or a warm word after an offer."""
        said = parts[-1][-1].text if parts[-1] else ""
        if said in FRAMES["close.offer"] + FRAMES["close.answer"]:
            parts[-1] = parts[-1] + self.pen.may(self._warm())
        elif said in FRAMES[self._warm()] and (self.made.idea is not None or self.made.questions):
            offer = self.pen.may("close.offer" if self.made.idea is not None else "close.answer")
            parts[-1] = parts[-1][:-1] + offer + parts[-1][-1:]

    def _filler(self, parts: Paragraphs) -> None:
        """One sentence after the idea, or after what was heard."""
        idea = self.made.idea.key if self.made.idea else ""
        has_idea = bool(idea) and (self.pen.dice.chance(6) or not self.made.heard)
        keys = {idea} if has_idea else {h.key for h in self.made.heard if h.kind == "challenge"}
        for part in parts[1:]:
            places = [at for at, sentence in enumerate(part) if keys & set(sentence.sources)]
            if places:
                said = self.pen.may("filler.idea" if has_idea else "filler.heard")
                part[places[-1] + 1 : places[-1] + 1] = said
                return


def _idea_last(items: list[Heard], made: Plan) -> list[Heard]:
    """A goal first, and last what the idea is for."""
    return sorted(items, key=lambda item: (made.linked and item.key == made.idea_for, item.kind != "goal"))


def _to_stand_by(question: Question, answer: Mine) -> bool:
    """Whether "and still is" fits: a question of how I would act, and an answer of one breath."""
    named = answer.text[:1].isupper()
    return stands(question.asked) and not named and "," not in answer.text and len(answer.text.split()) <= 8


def _kind_of(question: Question, answer: Mine) -> str:
    """Which frames carry an answer: those that stand by it, or those that only tell it."""
    kind = _ANSWERS.get(answer.form, LEANING)
    if kind == "clause":
        return kind
    if kind == "order" and _AHEAD.search(question.asked.text):
        return kind
    if question.asked.form != HOW:
        return "thing" if kind == "thing" and question.asked.form == ABOUT else "told"
    if kind == "thing":
        return kind if _to_stand_by(question, answer) else "told"
    return kind if stands(question.asked) else "told"


def _clause_slot(item: Heard, at: int, before: Heard | None) -> str:
    yours = item.text.startswith(("you ", "your "))
    first = at == 0 or (before is not None and before.kind == "fact" and item.kind == "challenge")
    if at and before is not None and before.kind == "goal" and item.kind != "goal":
        return "after_goal.clause"
    if first:
        return "heard.you" if yours else "heard.clause"
    if yours:
        return "second.you"
    return "second.clause" if at == 1 else "third.clause"


def _count(parts: Paragraphs) -> int:
    return sum(len(sentence.text.split()) for part in parts for sentence in part)


def merged(parts: Paragraphs) -> Paragraphs:
    """Paragraphs that hold something; a lone sentence in the middle joins its neighbour."""
    kept = [part for part in parts if part]
    at = 1
    while at < len(kept) - 1:
        if len(kept[at]) == 1 and len(kept) > 3:
            into = at + 1 if at + 1 < len(kept) - 1 else at - 1
            kept[into] = kept[at] + kept[into] if into > at else kept[into] + kept[at]
            del kept[at]
        else:
            at += 1
    return kept
