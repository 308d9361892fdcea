"""Notes into what stands in a letter: carried whole, turned to the reader, quoted, or left out."""

from __future__ import annotations

import pytest

from letters.drafting.doubts import doubted
from letters.drafting.heard import CLAUSE_FORM, LISTED_FORM, NOUN_FORM, QUOTE_FORM, SPOKEN_FORM
from letters.drafting.hearing import hear
from letters.drafting.ideas import proposed
from letters.drafting.mine import answered
from letters.drafting.promises import promised
from letters.drafting.questions import asked
from letters.drafting.voice import Voice
from letters.material import NoteText

ANA = Voice(
    frozenset({"ana", "sousa"}),
    others=frozenset({"ruth", "tomasz"}),
    proper=frozenset({"ana", "ruth", "tomasz", "corvane"}),
)


def note(text: str, kind: str = "challenge", **more: str) -> NoteText:
    return NoteText("n1", kind, text, "ana", by="ana", **more)


def said(text: str, kind: str = "challenge") -> tuple[str, str, tuple[str, ...]] | None:
    heard = hear(note(text, kind), ANA)
    return None if heard is None else (heard.form, heard.text, heard.then)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        # A clause is carried as it is; "they" after a plural stays
        ("Drivers learn by text after they have left.", "drivers learn by text after they have left"),
        (
            "Damage claims cluster around the 2 a.m. handover",
            "damage claims cluster around the 2 a.m. handover",
        ),
        # The subject was dropped: it is the reader
        ("Wants customers to stop apologising", "you want customers to stop apologising"),
        ("Still drives a route, and loves it", "you still drive a route, and love it"),
        ("proud of the whiteboard", "you are proud of the whiteboard"),
        ("Thinks I've only led small teams", "you think I have only led small teams"),
        # The reader by name, by pronoun, by "they" and "we"
        ("Ana is wrestling with a rota", "you are wrestling with a rota"),
        ("They rely on a spreadsheet that Ana cleans", "you rely on a spreadsheet that you clean"),
        ("They lose half their leads", "you lose half your leads"),
        ("She worries about churn in Q3", "you worry about churn in Q3"),
        ("We spend £4.1m a year on taxis for our crews", "you spend £4.1m a year on taxis for your crews"),
        ("Her predecessor left after 8 months", "your predecessor left after eight months"),
        # A verb, an article, a there-is put back where nothing else can be meant
        ("Handover chaotic, nobody owns the list", "handover is chaotic"),
        ("Too many meetings", "there are too many meetings"),
        ("rota done on paper", "your rota is done on paper"),
        ("board wants net retention above 110", "your board wants net retention above 110"),
        ("store in Dunmore floods every February", "the store in Dunmore floods every February"),
        ("11 receptionists left since Jan", "eleven receptionists have left since January"),
        (
            "Weekly updates take a day to write, are read in 2 mins",
            "weekly updates take a day to write, and are read in two minutes",
        ),
        # A plural noun that looks like a verb, and the other way round
        (
            "Returns from the website pile up in the stockroom",
            "returns from the website pile up in the stockroom",
        ),
        (
            "Skips are ordered twice because nobody tells Ana",
            "skips are ordered twice because nobody tells you",
        ),
        ("reserves get revised every quarter", "reserves get revised every quarter"),
        ("Diesel costs €1.62/l on average", "diesel costs €1.62/l on average"),
        # Capitals, emoji, shorthand
        ("NOBODY COUNTS STOCK ON SATURDAYS AT CORVANE", "nobody counts stock on Saturdays at Corvane"),
        ("😩 comments unanswered for days!!!", "comments are unanswered for days"),
        ("churn's about 18% and they don't know why", "churn is about 18% and they do not know why"),
        ("Board w/out a chair since last yr", None),
        # A lead that says nothing of its own
        ("He said that nobody owns the archive", "nobody owns the archive"),
        ("It turns out that half the seats are empty", "half the seats are empty"),
        ("What goes wrong: drivers arrive before the gate opens", "drivers arrive before the gate opens"),
    ],
)
def test_a_clause_is_said_to_the_reader(typed: str, told: str | None) -> None:
    found = said(typed)
    if told is None:
        assert found is None or found[0] != CLAUSE_FORM
    else:
        assert found is not None
        assert found[:2] == (CLAUSE_FORM, told)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("To be paperless by spring", "you want to be paperless by spring"),
        ("Hopes to greet passengers at the door", "you hope to greet passengers at the door"),
        ("Ana would love to be home by six", "you would love to be home by six"),
        ("I'd like one number by December", None),
    ],
)
def test_a_goal_is_said_to_the_reader(typed: str, told: str | None) -> None:
    found = said(typed, "goal")
    assert found is not None
    assert found[:2] == ((CLAUSE_FORM, told) if told else (SPOKEN_FORM, typed))


@pytest.mark.parametrize(
    ("typed", "form", "told"),
    [
        ("team of six, two of them new", NOUN_FORM, "your team of six, two of them new"),
        ("scope creep on every hospital job", NOUN_FORM, "scope creep on every hospital job"),
        ("churn", NOUN_FORM, "churn"),
        ("“Nobody owns it.”", SPOKEN_FORM, "Nobody owns it"),
        ("I've got 14 vacancies", SPOKEN_FORM, "I've got 14 vacancies"),
        ("Churn ~18% & rising", CLAUSE_FORM, "churn is about 18% and rising"),
        ("cost/parcel 9 days after month end", LISTED_FORM, "cost per parcel 9 days after month end"),
        ("4 systems, 0 owners", CLAUSE_FORM, "there are four systems, and no owners"),
        ("Fahrer kündigen nach der Probezeit", QUOTE_FORM, "Fahrer kündigen nach der Probezeit"),
        ("les stocks ne sont jamais à jour", QUOTE_FORM, "les stocks ne sont jamais à jour"),
    ],
)
def test_what_is_no_clause_is_named_or_quoted(typed: str, form: str, told: str) -> None:
    found = said(typed)
    assert found is not None
    assert found[:2] == (form, told)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Tomasz says the register is a year behind", "challenge"),  # a colleague's words
        ("Told Colin he could go", "fact"),  # who is he?
        ("Her manager said she must wait", "fact"),
        ("singt im Kirchenchor", "detail"),
        ("slow", "challenge"),
        ("", "challenge"),
        ("???", "challenge"),
    ],
)
def test_what_would_have_to_be_guessed_is_left_out(typed: str, kind: str) -> None:
    assert said(typed, kind) is None


def test_two_clauses_are_two_fragments() -> None:
    assert said("Onboarding takes six weeks, customers go cold after two") == (
        CLAUSE_FORM,
        "onboarding takes six weeks",
        ("customers go cold after two",),
    )
    assert said("X is logged in e-mail; quarter-end is a hunt") == (
        CLAUSE_FORM,
        "X is logged in e-mail",
        ("quarter-end is a hunt",),
    )


def test_a_long_note_is_cut_where_a_clause_ends() -> None:
    found = said(
        "The small charities spend almost as much time on reports as on the work itself, and some of the best"
        " ones have stopped applying, which is the part that hurts, because the fund was set up for them"
    )
    assert found is not None
    assert found[1] == (
        "the small charities spend almost as much time on reports as on the work itself,"
        " and some of the best ones have stopped applying"
    )


@pytest.mark.parametrize(
    ("typed", "third", "thanks", "event"),
    [
        ("Still drives a route", "still drives a route", "", ""),
        ("builds model airships", "builds model airships", "", ""),
        ("Ana runs the reading group", "runs the reading group", "", ""),
        ("ran the Berlin marathon in 3:58", "ran the Berlin marathon in 3:58", "", ""),
        ("referees Sunday league, got a black eye last week", "referees Sunday league", "", ""),
        ("retires in July after 31 years", "", "", ""),
        ("Told me the Leeds roundabout story", "", "the Leeds roundabout story", ""),
        ("Walked me past the loading bay", "", "walking me past the loading bay", ""),
        # What was said while we talked is no habit of theirs
        ("Joked about the coffee machine", "", "joking about the coffee machine", ""),
        ("Laughed at the stuffed badger", "", "laughing at the stuffed badger", ""),
        (
            "Told me about her winter on the rigs",
            "",
            "telling me about your winter on the rigs",
            "",
        ),
        ("Laughed that her dog is famous", "", "telling me that your dog is famous", ""),
        ("Mentioned a brother in Leith", "", "telling me about a brother in Leith", ""),
        ("Trained with the Red Arrows", "trained with the Red Arrows", "", ""),
        ("Audit starts the week after", "", "", "the audit"),
        ("Her daughter draws foxes on every proof", "", "", ""),
        # Somebody is no occasion to wish luck with
        ("Her daughter starts university this autumn", "", "", ""),
        ("The twins start school in September", "", "", ""),
    ],
)
def test_a_personal_detail(typed: str, third: str, thanks: str, event: str) -> None:
    found = hear(note(typed, "detail"), ANA)
    assert found is not None
    assert (found.third, found.thanks, found.event) == (third, thanks, event)


@pytest.mark.parametrize(
    ("spoken", "form", "named"),
    [
        ("How would you win over a sister?", "how", "how I would win over a sister"),
        ("Where did your last project go wrong?", "how", "where my last project went wrong"),
        ("If a client refuses, what do you do?", "how", "what I do if a client refuses"),
        ("Tell me about a mistake you caught.", "about", "a mistake I caught"),
        ("Ana asked me how I would start", "how", "how I would start"),
        ("How big was your last team?", "how", "how big my last team was"),
        ("How many claims could one handler carry?", "how", "how many claims one handler could carry"),
        ("what does change mean to you", "how", "what change means to me"),
        ("So what makes you think it would work?", "how", "what makes me think it would work"),
        (
            "What would you do if a lane failed at 5 a.m.?",
            "how",
            "what I would do if a lane failed at 5 a.m.",
        ),
        ("Ever missed a flight?", "how", "whether I ever missed a flight"),
        ("What are you most proud of?", "how", "what I am most proud of"),
        ("Why should we hire you?", "how", "why you should hire me"),
        ("When was the last time you changed your mind?", "about", "the last time I changed my mind"),
        ("hardest dataset", "about", "the hardest dataset"),
        ("Wie gewinnen Sie einen Fahrer zurück?", "quoted", "Wie gewinnen Sie einen Fahrer zurück?"),
        ("fave campaign ever??", "quoted", "Fave campaign ever?"),
    ],
)
def test_a_question_they_asked(spoken: str, form: str, named: str) -> None:
    found = asked(spoken)
    assert (found.form, found.text) == (form, named)


def test_a_question_of_mine_keeps_its_you() -> None:
    assert asked("What would you change first?", mine=True).text == "what you would change first"
    assert asked("How long have you been here?", mine=True).text == "how long you have been here"


@pytest.mark.parametrize(
    ("typed", "form", "text"),
    [
        (
            "Walk the lane first, then recheck the inputs",
            "order",
            "walk the lane first, then recheck the inputs",
        ),
        ("Halved the changeover time", "did", "I halved the changeover time"),
        (
            "First reply from nine hours to fifty minutes",
            "did",
            "first reply went from nine hours to fifty minutes",
        ),
        ("The covenant-breach log for 240 loans.", "thing", "the covenant-breach log for 240 loans"),
        ("The one customers forwarded to each other", "leaning", "the one customers forwarded to each other"),
        ("With his own numbers, in private", "leaning", "with his own numbers, in private"),
        ("because nobody else would", "leaning", "because nobody else would"),
        ("Yes: I merged two teams too early", "leaning", "yes, I merged two teams too early"),
        ("chip em for mulch", "order", "chip them for mulch"),
        ("stand at the gate at 8.15", "leaning", "stand at the gate at 8.15"),
    ],
)
def test_an_answer_of_mine(typed: str, form: str, text: str) -> None:
    found = answered(note(typed, "answer"), ANA)
    assert found is not None
    assert (found.form, found.text) == (form, text)


def test_a_story_has_a_name() -> None:
    found = answered(
        note("Told the Corrie Foods photo story: one photo per pallet; disputes fell", "answer"), ANA
    )
    assert found is not None
    assert (found.form, found.name, found.text) == (
        "story",
        "the Corrie Foods photo story",
        "one photo per pallet, and disputes fell",
    )


@pytest.mark.parametrize(
    ("typed", "form", "text"),
    [
        ("maybe a dry run?", "thing", "a dry run"),
        (
            "Two-week trial at doors 9 and 12, photo taken by the lead",
            "thing",
            "a two-week trial at doors 9 and 12, with the photo taken by the lead",
        ),
        ("the desk should log returns", "stated", "the desk could log returns"),
        (
            "Start with the ten clauses that are asked for most",
            "thing",
            "the ten clauses that are asked for most",
        ),
        ("Count ten lines every Saturday", "order", "count ten lines every Saturday"),
        ("hold back 10% of the fee", "order", "hold back 10% of the fee"),
        ("Could we ask each shift for one call?", "order", "ask each shift for one call"),
        ("returning the file the same day", "doing", "returning the file the same day"),
        (
            "shared rota in the calendar they already have",
            "thing",
            "a shared rota in the calendar they already have",
        ),
        ("one intake form + weekly triage", "thing", "one intake form and weekly triage"),
        (
            "inventaire tournant, 20 références par jour",
            "plain",
            "“inventaire tournant, 20 références par jour”",
        ),
        ("What if the cast signed programmes?", "stated", "what if the cast signed programmes?"),
    ],
)
def test_an_idea_of_mine(typed: str, form: str, text: str) -> None:
    found = proposed(note(typed, "idea"), ANA)
    assert found is not None
    assert (found.form, found.text) == (form, text)


@pytest.mark.parametrize(
    ("typed", "form", "text"),
    [
        ("Wondered whether I'd miss client work", "whether", "I would miss client work"),
        ("Asked twice whether nights are acceptable", "whether", "nights are acceptable"),
        # A doubt is never turned into its opposite
        ("Not sure I know enough about integration", "whether", "I know enough about integration"),
        ("wasn't sure I could sell", "whether", "I could sell"),
        ("She doubts that I'll listen", "whether", "I will listen"),
        ("thinks I've never worked in the NHS", "that", "I have never worked in the NHS"),
        ("worried that I have not run a site", "that", "I have not run a site"),
        ("worried about my French", "named", "my French"),
        ("no field experience", "that", "I have no field experience"),
        ("Can I lead?", "quote", "Can I lead?"),
    ],
)
def test_a_doubt_of_theirs(typed: str, form: str, text: str) -> None:
    found = doubted(note(typed, "doubt"), ANA)
    assert found is not None
    assert (found.form, found.text) == (form, text)


@pytest.mark.parametrize(
    ("typed", "do", "thing", "done"),
    [
        (
            "Send her the two-page note on queues",
            "send you the two-page note on queues",
            "the two-page note on queues",
            "",
        ),
        ("send updated CV by Friday", "send my updated CV", "my updated CV", ""),
        ("I'll e-mail him the tide app", "email you the tide app", "the tide app", ""),
        (
            "Introduce her to the planner at Skye",
            "introduce you to the planner at Skye",
            "",
            "introduced you to the planner at Skye",
        ),
        ("I said I would send over the form", "send over the form", "the form", ""),
    ],
)
def test_a_promise_of_mine(typed: str, do: str, thing: str, done: str) -> None:
    found = promised(note(typed, "promise"), ANA)
    assert found is not None
    assert (found.do, found.thing, found.done) == (do, thing, done)


@pytest.mark.parametrize(
    ("typed", "short"),
    [
        ("a two-week trial at doors 9 and 12, photo taken by the outgoing lead", "a two-week trial"),
        (
            "a weekly estimate from three inputs only: hours, parcels and rejects",
            "a weekly estimate",
        ),
        ("open each reply with what the customer did right", "open each reply"),
        ("one page and one owner for the breach log", "one page and one owner"),
    ],
)
def test_the_short_name_of_an_idea_ends_where_a_phrase_ends(typed: str, short: str) -> None:
    found = proposed(note(typed, "idea"), ANA)
    assert found is not None
    assert found.short == short
