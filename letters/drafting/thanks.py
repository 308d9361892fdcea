"""A thank-you: opening on a moment, what was heard, a first step, a warm close."""

from __future__ import annotations

from typing import TYPE_CHECKING

from letters.drafting.heard import ASKING_FORM, CLAUSE_FORM, NOUN_FORM, SPOKEN_FORM, Heard
from letters.drafting.ideas import as_doing
from letters.drafting.mine import DID, DOING, LEANING, ORDER, STATED, STORY, THING, Mine
from letters.drafting.questions import ABOUT, HOW, QUOTED
from letters.drafting.writer import Writer, joined
from letters.material import Sentence

if TYPE_CHECKING:
    from letters.drafting.plan import Dated, Doubt, Plan, Question

Paragraphs = list[list[Sentence]]
ENOUGH, TOO_MUCH = 94, 165


def compose(made: Plan, pen: Writer) -> Paragraphs:
    """One candidate for the letter."""
    return _ThankYou(made, pen).paragraphs()


class _ThankYou:
    """The parts of one candidate, and what they have used already."""

    def __init__(self, made: Plan, pen: Writer) -> None:
        self.made, self.pen = made, pen
        self.talk = made.talk.key if made.talk else ""
        self.spent: set[str] = set()

    def paragraphs(self) -> Paragraphs:
        opening = self.opening()
        heard = self.heard()
        idea, pair = self.idea(), self.pair()
        doubt = [sentence for doubt in self.made.doubts for sentence in self.doubt(doubt)]
        last = self.promises() + self.close(bool(idea or heard))
        parts = self._laid_out(opening, heard, idea, pair + doubt, last)
        return self._filled(parts, bool(heard), bool(idea))

    def _laid_out(
        self,
        opening: list[Sentence],
        heard: list[Sentence],
        idea: list[Sentence],
        aside: list[Sentence],
        last: list[Sentence],
    ) -> Paragraphs:
        layout = self.pen.dice.below(5)
        middle = [heard, idea, aside]
        if layout == 1:
            opening, middle = opening + heard, [idea, aside]
        elif layout == 2:
            middle = [heard + idea, aside]
        elif layout == 3:
            middle = [heard, aside, idea]
        elif layout == 4:
            opening, middle = opening + aside, [heard, idea]
        return _merged([opening, *middle, last])

    # Opening

    def opening(self) -> list[Sentence]:
        started: list[Sentence] | None = getattr(self, f"_open_{self.made.opening}")()
        if started is None:
            return self.pen.say("open.plain", self.talk)
        text = " ".join(sentence.text for sentence in started[:2]).lower()
        return started if "thank" in text else started[:1] + self.thanks() + started[1:]

    def thanks(self) -> list[Sentence]:
        for detail in self.made.details:
            if detail.thanks and detail.key not in self.spent:
                self.spent.add(detail.key)
                return self.pen.say("thanks_for", self.talk, detail.key, n=detail.thanks)
        return self.pen.say("thanks", self.talk)

    def _open_detail(self) -> list[Sentence] | None:
        found = [d for d in self.made.details if d.third or d.thanks or d.form == CLAUSE_FORM]
        detail = max(found, key=lambda d: (bool(d.third), bool(d.thanks)))
        self.spent.add(detail.key)
        if detail.third:
            begun = self.pen.say("open.third", detail.key, w=detail.third)
            extra = detail.thanks and self.pen.say("thanks_for", self.talk, detail.key, n=detail.thanks)
            return begun + (extra or [])
        if detail.thanks:
            doing = detail.thanks.split()[0].endswith("ing")
            return self.pen.say(
                "open.thanks_doing" if doing else "open.thanks_for", self.talk, detail.key, n=detail.thanks
            )
        if detail.event:
            self.spent.discard(detail.key)
            return None
        return self.pen.say("open.detail", detail.key, c=detail.text)

    def _open_question(self) -> list[Sentence] | None:
        question = max(
            (q for q in self.made.questions if not q.stock),
            key=lambda q: (q.asked.form != QUOTED, q.answer is None),
        )
        self.spent.add(question.key)
        form, text = question.asked.form, question.asked.text
        if form == ABOUT:
            begun = self.pen.say("open.about", question.key, n=text)
        elif form == QUOTED:
            begun = self.pen.say("open.quoted_question", question.key, x=text)
        else:
            begun = self.pen.say(
                "open.whether" if text.startswith("whether") else "open.question", question.key, q=text
            )
        if question.answer is None:
            return begun
        self.spent.add(question.answer.key)
        return begun[:1] + self.thanks() + begun[1:] + self._after_opening(question.answer)

    def _after_opening(self, answer: Mine) -> list[Sentence]:
        if answer.form in (ORDER, LEANING, THING):
            slot = {ORDER: "order", LEANING: "leaning", THING: "thing"}[answer.form]
            words = {"b": answer.text} if answer.form == ORDER else {"n": answer.text}
            said = self.pen.say(f"answer.after_opening.{slot}", answer.key, **words)
        elif answer.form in (DID, STATED):
            said = self.pen.say("answer.after_opening.clause", answer.key, c=answer.text)
        else:
            return self.evidence(answer)
        return said + [self.pen.bare(clause, answer.key) for clause in answer.then[:1]]

    def _open_picture(self) -> list[Sentence] | None:
        return self._open_heard(
            lambda h: h.kind != "goal" and h.form in (CLAUSE_FORM, SPOKEN_FORM), "open.picture"
        )

    def _open_goal(self) -> list[Sentence] | None:
        return self._open_heard(lambda h: h.kind == "goal" and h.form == CLAUSE_FORM, "open.goal")

    def _open_heard(self, wanted: object, slot: str) -> list[Sentence] | None:
        found = [h for h in self.made.heard if callable(wanted) and wanted(h)]
        item = self.pen.dice.one(found)
        if item.words > 24:
            item = min(found, key=lambda h: h.words)
        self.spent.add(item.key)
        if item.form == SPOKEN_FORM:
            return self.pen.say("open.picture_quote", item.key, x=item.text)
        begun = self.pen.say(slot, item.key, c=item.text)
        return begun + [self.pen.bare(clause, item.key) for clause in item.then]

    def _open_topic(self) -> list[Sentence] | None:
        item = next(h for h in self.made.heard if h.topic)
        return self.pen.say("open.topic", self.talk, item.key, t=item.topic)

    def _open_plain(self) -> list[Sentence] | None:
        return None

    # What was heard

    def heard(self) -> list[Sentence]:
        items = [h for h in self.made.heard if h.key not in self.spent]
        keep = 3 if self.pen.dice.chance(5) or len(items) <= 2 else 2
        said: list[Sentence] = []
        before: Heard | None = None
        for at, item in enumerate(items[:keep]):
            self.spent.add(item.key)
            said += self._one_heard(item, at, before)
            before = item
        for reply in self.made.replies[: 1 if len(items) > 1 else 2]:
            said += self._reply(reply.key, reply.asked, reply.heard)
        return said

    def _one_heard(self, item: Heard, at: int, before: Heard | None) -> list[Sentence]:
        then = item.then
        text = item.text
        if item.form == CLAUSE_FORM:
            if self.pen.dice.chance(6):
                text, then = joined(text, then)
            said = self.pen.say(self._clause_slot(item, at, before), item.key, c=text)
        elif item.form == NOUN_FORM:
            said = self.pen.say("heard.noun", item.key, n=text)
        elif item.form == ASKING_FORM:
            said = self.pen.say("heard.asking", item.key, q=text)
        else:
            said = self.pen.say(
                "heard.spoken" if item.form == SPOKEN_FORM else "heard.quote", item.key, x=text
            )
        return said + [self.pen.bare(clause, item.key) for clause in then]

    def _clause_slot(self, item: Heard, at: int, before: Heard | None) -> str:
        yours = item.text.startswith(("you ", "your ")) or item.text.startswith("your")
        if at and before is not None and before.kind == "goal" and item.kind != "goal":
            return "after_goal.clause"
        if at == 0:
            return "heard.you" if yours else "heard.clause"
        if at == 1:
            return "second.you" if yours else "second.clause"
        return "second.you" if yours else "third.clause"

    def _reply(self, key: str, asked: str, heard: Heard) -> list[Sentence]:
        if heard.form == CLAUSE_FORM:
            return self.pen.say("their_reply", key, q=asked, c=heard.text)
        if heard.form == NOUN_FORM:
            return self.pen.say("their_reply.noun", key, q=asked, n=heard.text)
        return self.pen.say("their_reply.quote", key, q=asked, x=heard.text)

    # My idea, and what backs it

    def idea(self) -> list[Sentence]:
        idea = self.made.idea
        said: list[Sentence] = []
        if idea is not None:
            said = self._proposal(idea) + [self.pen.bare(clause, idea.key) for clause in idea.then]
        for answer in self.made.evidence[:2]:
            if answer.key not in self.spent:
                self.spent.add(answer.key)
                said += self.evidence(answer)
        return said

    def _proposal(self, idea: Mine) -> list[Sentence]:
        if idea.form == THING:
            return self.pen.say("idea.thing", idea.key, n=idea.text)
        if idea.form == ORDER:
            doing = as_doing(idea.text)
            if doing and self.pen.dice.chance(5):
                return self.pen.say("idea.doing", idea.key, g=doing)
            return self.pen.say("idea.order", idea.key, b=idea.text)
        if idea.form == DOING:
            return self.pen.say("idea.doing", idea.key, g=idea.text)
        return self.pen.say("idea.asked" if idea.text.endswith("?") else "idea.stated", idea.key, c=idea.text)

    def evidence(self, answer: Mine) -> list[Sentence]:
        if answer.form == STORY:
            slot = "evidence.story" if answer.text else "evidence.name"
            return self.pen.say(slot, answer.key, name=answer.name, c=answer.text)
        slot, name = {
            DID: ("evidence.did", "c"),
            STATED: ("evidence.stated", "c"),
            THING: ("evidence.thing", "n"),
            ORDER: ("evidence.order", "b"),
        }.get(answer.form, ("evidence.doing", "g"))
        text, then = joined(answer.text, answer.then) if name == "c" else (answer.text, answer.then)
        said = self.pen.say(slot, answer.key, **{name: text})
        return said + [self.pen.bare(clause, answer.key) for clause in then[:1]]

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
            return [Sentence(f"“{text}”", (question.key,)), *self._after_opening(answer)]
        if answer.form == STORY:
            if not about:
                return [self.pen.bare(f"you asked me {text}", question.key), *self.evidence(answer)]
            said = self.pen.say("qa.about_story", *keys, q=text, name=answer.name)
            return said + ([self.pen.bare(answer.text, answer.key)] if answer.text else [])
        kind = {DID: "clause", STATED: "clause", THING: "thing", LEANING: "leaning"}.get(answer.form, "order")
        if about and kind == "order":
            return [self.pen.bare(f"you asked me about {text}", question.key), *self.evidence(answer)]
        said = self.pen.say(
            f"qa.about_{kind}" if about else f"qa.{kind}",
            *keys,
            q=text,
            b=answer.text,
            c=answer.text,
            n=answer.text,
        )
        return said + [self.pen.bare(clause, answer.key) for clause in answer.then[:1]]

    def doubt(self, doubt: Doubt) -> list[Sentence]:
        if not doubt.reply and not self._thin():
            return []
        again = " twice" if doubt.again else ""
        said = self.pen.say(
            f"doubt.{doubt.form}", doubt.key, c=doubt.text, n=doubt.text, x=doubt.text, again=again
        )
        if not doubt.reply:
            return said
        text = doubt.reply
        return said + self.pen.say(f"reply.{doubt.reply_form}", doubt.key, c=text, n=text, b=text, x=text)

    def _thin(self) -> bool:
        return len(self.made.heard) + len(self.made.replies) + len(self.made.questions) < 2

    # The end

    def promises(self) -> list[Sentence]:
        return [sentence for dated in self.made.promises for sentence in self._promise(dated)]

    def _promise(self, dated: Dated) -> list[Sentence]:
        found = dated.promise
        if dated.done and found.thing:
            return self.pen.say("promise.done", found.key, n=found.thing)
        if dated.by and found.thing and not self.pen.dice.chance(4):
            return self.pen.say("promise.thing_by", found.key, n=found.thing, date=dated.by)
        if dated.by and found.do:
            return self.pen.say("promise.by", found.key, b=found.do, date=dated.by)
        if found.do:
            return self.pen.say("promise.do", found.key, b=found.do)
        return self.pen.say("promise.thing", found.key, n=found.thing)

    def close(self, full: bool) -> list[Sentence]:
        event = next((d for d in self.made.details if d.event and d.key not in self.spent), None)
        said = []
        if self.made.idea is None or self.pen.dice.chance(3):
            said = self.pen.say("close.plain")
        elif full or event is None:
            said = self.pen.say("close")
        if event is not None:
            self.spent.add(event.key)
            said = said[: self.pen.dice.below(2)] + self.pen.say("close.event", event.key, n=event.event)
        return said

    # Where it would be thin

    def _filled(self, parts: Paragraphs, has_heard: bool, has_idea: bool) -> Paragraphs:
        if _count(parts) < ENOUGH:
            self._leftover_question(parts)
        if _count(parts) < ENOUGH and (has_heard or has_idea):
            self._filler(parts, has_idea=(has_idea and self.pen.dice.chance(5)) or not has_heard)
        if _count(parts) < ENOUGH:
            more = self.pen.say("close" if self.made.idea is not None else "close.plain")
            parts[-1] = parts[-1] + more if self.pen.dice.chance(5) else more + parts[-1]
        return parts

    def _leftover_question(self, parts: Paragraphs) -> None:
        for question in self.made.questions:
            if question.key in self.spent or question.stock:
                continue
            self.spent.add(question.key)
            form, text = question.asked.form, question.asked.text
            if form == HOW and not text.startswith("whether"):
                parts[-1] = self.pen.say("question.alone", question.key, q=text) + parts[-1]
            elif form == ABOUT:
                parts[-1] = self.pen.say("question.alone.about", question.key, n=text) + parts[-1]
            return

    def _filler(self, parts: Paragraphs, *, has_idea: bool) -> None:
        """One sentence after the idea, or after what was heard."""
        idea = self.made.idea.key if self.made.idea else ""
        keys = {idea} if has_idea and idea else {h.key for h in self.made.heard}
        for part in parts:
            places = [at for at, sentence in enumerate(part) if keys & set(sentence.sources)]
            if places and (part is not parts[0] or not has_idea):
                said = self.pen.say("filler.idea" if has_idea and idea else "filler.heard")
                part[places[-1] + 1 : places[-1] + 1] = said
                return


def _count(parts: Paragraphs) -> int:
    return sum(len(sentence.text.split()) for part in parts for sentence in part)


def _merged(parts: Paragraphs) -> Paragraphs:
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
