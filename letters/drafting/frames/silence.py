"""Frames of the letters against silence: nudge, second nudge, closing note."""

from __future__ import annotations

SILENCE: dict[str, tuple[str, ...]] = {
    # Nudges
    "nudge.idea": (
        "In my letter of {date} I suggested {n}.",
        "When I wrote on {date}, I proposed {n}.",
        "You may remember {n} from my letter of {date}.",
        "On {date} I wrote to you about {n}.",
    ),
    "nudge.doing": (
        "In my letter of {date} I suggested {g}.",
        "When I wrote on {date}, I proposed {g}.",
        "My letter of {date} was about {g}.",
        "On {date} I wrote to you about {g}.",
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
        "I have gone on thinking about {n}.",
        "Something else you spoke of has come back to me: {n}.",
    ),
    "further.thing": (
        "I would add one thing: {n}.",
        "One more thought: {n}.",
    ),
    "further.order": (
        "I would add one step: to {b}.",
        "One more thought: I would {b}.",
    ),
    "further.plain": (
        "I would add one thing: {x}.",
        "One more thought: {x}.",
    ),
    # An expansion of the earlier letter’s idea, and what only they can tell
    "nudge.expand": (
        "I have gone over it again since, and I would still begin there.",
        "With some distance I would still make the same start.",
        "It still seems to me the right place to begin.",
    ),
    "nudge.unknown": (
        "What I cannot judge from outside is how much of it you have tried already.",
        "What I do not know is who would have to agree to it before it could start.",
        "The part I would want to talk over is how to tell early whether it helps.",
        "I would want your view on who should try it first.",
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
        "Would a page on {t} be of use to you?",
        "Has anything changed around {t}?",
        "Is {t} still the first thing you want tackled?",
    ),
    "second.question": (
        "Would it help if I put two or three thoughts on paper?",
        "Is it something you would like to talk about for ten minutes?",
        "Would you like to hear more about that?",
        "May I send you a page on it?",
    ),
    "untold.remark": (
        "I had not answered one thing you said: {c}.",
        "My letter left out something you told me: {c}.",
        "One thing you told me I passed over when I wrote: {c}.",
        "I have thought more than once of another thing you said: {c}.",
    ),
    "untold.goal": (
        "I have kept in mind that {c}.",
        "I have not forgotten that {c}.",
    ),
    "untold.ask": (
        "Before I suggested anything there, I would want to hear more.",
        "I would rather hear more about that from you than guess.",
        "There I would begin by asking, not by proposing.",
        "That is where I would ask first and propose later.",
    ),
    "untold.idea_order": (
        "Here is how I would go about it: {b}.",
        "I would {b}.",
        "My own first step there would be to {b}.",
    ),
    "untold.idea_thing": (
        "I would go about it with {n}.",
        "My own first step there would be {n}.",
        "Here is how I would go about it: {n}.",
    ),
    "untold.idea_doing": (
        "I would go about it by {g}.",
        "My own first step there would be {g}.",
    ),
    "untold.idea_plain": (
        "Here is how I would go about it: {x}.",
        "My own thought on that: {x}.",
    ),
    "untold.asked": (
        "You also asked me {q}.",
        "My letter did not come back to your question, {q}.",
        "There was one question of yours I left out: {q}.",
    ),
    "untold.asked_about": (
        "You also asked me about {n}.",
        "My letter did not come back to your question about {n}.",
    ),
    "untold.asked_quoted": (
        "You also asked: “{x}”",
        "My letter did not come back to your question: “{x}”",
    ),
    "untold.told": (
        "My letter left out one thing of my own: {c}.",
        "One thing from my own work I left out when I wrote: {c}.",
    ),
    "second.only_topic": (
        "Only one question this time: has anything changed around {t} since we spoke?",
        "One question, and no more: where do things stand with {t}?",
    ),
    "second.only": (
        "Only one question this time: is the role still as you described it when we spoke?",
        "One question, and no more: is the work still what you told me it was?",
    ),
    "second.call": (
        "If ten minutes on the phone are easier than a letter, I would be glad of them.",
        "A call is fine too, if that is easier for you than writing.",
    ),
    "closing.goal": (
        "I hope you get there: {c}.",
        "What you are after, {c}, is worth having, and I hope you get it.",
    ),
    "closing.goal_told": (
        "You told me that {c}, and I hope it comes about.",
        "I hope it works out: you told me that {c}.",
    ),
    # Closing notes
    "closing.thanks": (
        "My thanks once more for {l}{d}.",
        "Thank you once more for {l}{d}.",
        "I am still glad of {l}{d}. Thank you.",
        "Thank you again for {l}{d}.",
        "Before I leave it at that: thank you for {l}{d}.",
        "One last word of thanks for {l}{d}.",
    ),
    "closing.heard": (
        "I will not forget that {c}.",
        "I like to think that {c}.",
        "It stays with me that {c}.",
    ),
    "closing.topic": (
        "I will read about {t} with different eyes.",
        "I will look at {t} with different eyes from now on.",
        "What you told me about {t} goes with me.",
    ),
    "closing.plain": (
        "You gave me an honest picture, and I have gone on thinking with it.",
        "I learnt something from our talk, and it goes with me.",
        "You were open with me about the work, and I valued that.",
        "It made me think, and I have you to thank for it.",
        "I left with a clearer idea of the work than any advertisement gives.",
    ),
    "closing.door": (
        "If the timing changes, one line is enough, and I wish you and the team well.",
        "My door stays open if things move later on, and I wish you all the best with it.",
        "Should things move later on, I would be glad of a line; until then, all good wishes to you.",
        "A line is enough if the timing changes, and until then I wish you and the team well.",
        "If it comes up again one day, you know where to find me. I wish you and your colleagues well.",
        "I would be glad to talk again at a better moment. All good wishes for the work ahead.",
        "Whatever comes of it, I wish you well, and should a place open later, a line will find me.",
    ),
    "closing.event": ("I hope {n} goes well.",),
}
