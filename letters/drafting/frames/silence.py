"""Frames of the letters against silence: nudge, second nudge, closing note."""

from __future__ import annotations

SILENCE: dict[str, tuple[str, ...]] = {
    # Nudges
    "nudge.idea": (
        "In my letter of {date} I suggested {n}.",
        "When I wrote on {date}, I proposed {n}.",
        "You may remember {n} from my letter of {date}.",
    ),
    "nudge.doing": (
        "In my letter of {date} I suggested {g}.",
        "When I wrote on {date}, I proposed {g}.",
    ),
    "nudge.topic": (
        "My letter of {date} was about {t}.",
        "On {date} I wrote to you about {t}.",
        "Since my letter of {date} I have gone on thinking about {t}.",
    ),
    "nudge.plain": (
        "I wrote to you on {date}, after our talk, and have gone on thinking about it.",
        "You had a letter from me on {date}, and our talk has stayed with me since.",
        "Since my letter of {date} I have come back to our talk more than once.",
    ),
    "nudge.talk": ("When we spoke on {date}, you told me about {t}.", "We spoke on {date} about {t}."),
    "nudge.talk_plain": ("It is good to think back to our talk of {date}.",),
    "development.source": (
        "Since then I have read in {source} that {c}.",
        "I read in {source} that {c}.",
    ),
    "development.clause": (
        "Since then I have read that {c}.",
        "Then, on {date}, came the news that {c}.",
        "On {date} came the news that {c}.",
        "The news of {date} made me think of you: {c}.",
    ),
    "development.clause_undated": ("Since then I have read that {c}.", "I have read that {c}."),
    "development.quote": (
        "A headline of {date} caught my eye: “{x}”.",
        "Then came the news of {date}: “{x}”.",
    ),
    "development.quote_undated": ("A headline caught my eye: “{x}”.",),
    "so_what": (
        "It sent me back to {t}.",
        "My first thought was of {t}.",
        "I wondered what it means for {t}.",
        "It puts {t} in a new light.",
        "It made me think again about {t}.",
    ),
    "so_what.plain": (
        "I thought of you when I read it.",
        "It made me think of our talk.",
        "My first thought was of what you told me.",
    ),
    "remembered_goal": (
        "I have kept in mind what you are aiming for: {c}.",
        "I thought again of what you are after: {c}.",
        "What you hope for has stayed with me: {c}.",
    ),
    "nudge.detail": (
        "I have not forgotten, either, that {c}.",
        "I still like to think that {c}.",
        "On a lighter note, I remember that {c}.",
    ),
    "means.noun": ("For you it could mean {n}.", "What it could mean for you: {n}."),
    "so_what.said": (
        "It brought back what you told me: {c}.",
        "My first thought was of something you said: {c}.",
        "It made me think again of your words, that {c}.",
    ),
    "new.clause": (
        "On my side, {c}.",
        "Meanwhile {c}.",
        "There is something new at my end: {c}.",
        "Since we met, {c}.",
        "I can add what I did not have when we met: {c}.",
    ),
    "new.noun": (
        "There is something new at my end: {n}.",
        "I can add one thing I did not have when we met: {n}.",
    ),
    "new.older_clause": (
        "There is one thing I did not tell you when we met: {c}.",
        "I left something out when we spoke: {c}.",
    ),
    "new.older_noun": ("There is one thing I did not mention when we met: {n}.",),
    "nudge.question_open": (
        "Would a short call suit you?",
        "Shall I put my first thoughts on a page for you?",
        "Would it be of use if I sent you a page on how I would start?",
    ),
    "remembered": (
        "I have kept in mind what you told me: {c}.",
        "Since then I have thought more than once of what you said: {c}.",
        "Something else you told me has come back to me: {c}.",
        "I had not answered one thing you said: {c}.",
    ),
    "remembered_noun": (
        "I have kept in mind what you told me about {n}.",
        "Something else you spoke of has come back to me: {n}.",
    ),
    "further.thing": (
        "One thing has come to me since: {n}.",
        "I have had one more thought since: {n}.",
    ),
    "further.order": (
        "One thing has come to me since: to {b}.",
        "With some distance, I would add one step: to {b}.",
        "I have had one more thought since: to {b}.",
    ),
    "further.plain": (
        "One thing has come to me since: {x}.",
        "I have had one more thought since: {x}.",
    ),
    # An expansion of the earlier letter’s idea, and what only they can tell
    "nudge.expand": (
        "I have gone over it again since, and I would still begin there.",
        "With some distance I would still make the same start, and soon.",
        "The longer I think about it, the more I want to see it tried.",
    ),
    "nudge.unknown": (
        "What I cannot judge from outside is how much of it you have tried already.",
        "What I do not know is who would have to agree to it before it could start.",
        "The part I would want to talk over is how to tell early whether it helps.",
    ),
    "nudge.asked": (
        "You also asked me {q}, and I have thought about that since.",
        "I am still turning over your question, {q}.",
        "Your question, {q}, is still on my mind.",
    ),
    "nudge.asked_about": (
        "You also asked me about {n}, and I have thought about that since.",
        "Your question about {n} is still on my mind.",
    ),
    "nudge.light": (
        "A line is enough, whenever it suits you.",
        "It can wait if the moment is a bad one.",
        "There is no hurry on my side, only interest.",
    ),
    # Where I stand, in a second nudge with little else to say
    "second.stand": (
        "Where it stands with you now I cannot know, but I would still like to help.",
        "If the question is still on your table, I would like to be of use.",
        "If I can be of use while you decide, I would be glad to be asked.",
    ),
    "second.open_talk": (
        "I have been thinking again about our talk of {date}.",
        "Our talk of {date} came back to me this week.",
    ),
    "keen": (
        "I am as keen on the work as I was when we spoke.",
        "The work still appeals to me as much as it did that day.",
        "I would still like to do this work with you.",
        "My interest in the role has only grown since.",
    ),
    "nudge.question": (
        "Would one page on how it could start be of use to you?",
        "Shall I put the first steps on a page for you?",
        "Is that where you would begin?",
        "Would a short call suit you?",
    ),
    "nudge.question_topic": (
        "Would {t} still be the first thing to tackle?",
        "Would a page on {t} be of use to you?",
        "Has anything changed around {t}?",
    ),
    "second.open": (
        "One remark of yours has stayed with me: {c}.",
        "I thought again of your remark that {c}.",
        "You told me in passing that {c}.",
    ),
    "second.open_noun": (
        "One thing you told me has stayed with me: {n}.",
        "I thought again of what you said about {n}.",
    ),
    "second.open_topic": (
        "I have been thinking again about {t}.",
        "Something about {t} has stayed on my mind.",
    ),
    "second.so_what": (
        "It brought back a remark of yours: {c}.",
        "It made me think of something you said: {c}.",
    ),
    "second.question": (
        "Would it help if I put two or three thoughts on paper?",
        "Is it something you would like to talk about for ten minutes?",
        "Would you like to hear more about that?",
        "May I send you a page on it?",
    ),
    # Closing notes
    "closing.thanks": (
        "My thanks once more for {l}{d}.",
        "Thank you once more for {l}{d}.",
        "I am still glad of {l}{d}. Thank you.",
    ),
    "closing.heard": (
        "I will not forget that {c}.",
        "I will often think of what you told me: {c}.",
        "It stays with me that {c}.",
    ),
    "closing.noun": ("I will not forget what you said about {n}.",),
    "closing.topic": (
        "I will read about {t} with different eyes.",
        "I will look at {t} with different eyes from now on.",
    ),
    "closing.plain": (
        "You gave me an honest picture, and I have gone on thinking with it.",
        "I learnt something from our talk, and it goes with me.",
    ),
    "closing.door": (
        "If the timing changes, one line is enough, and I wish you and the team well with it.",
        "My door stays open if things move later on, and I wish you all the best with it.",
        "Should things move later on, I would be glad of a line; until then, all good wishes to you.",
        "A line is enough if the timing changes, and until then I wish you and the team well.",
    ),
    "closing.event": ("I hope {n} goes well.",),
}
