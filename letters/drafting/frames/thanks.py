"""Frames of the thank-you."""

from __future__ import annotations

THANKS: dict[str, tuple[str, ...]] = {
    # Openings
    "open.third": (
        "It was good to talk to somebody who {w}.",
        "It is not every week that I meet somebody who {w}.",
        "I was glad to find myself talking to somebody who {w}.",
        "I had not expected to meet somebody who {w}, and I am glad I did.",
    ),
    "open.detail": (
        "I left smiling at the thought that {c}.",
        "I was glad to learn that {c}.",
        "I will not forget that {c}.",
    ),
    # Where the detail is no smiling matter
    "open.detail_plain": (
        "I will not forget that {c}.",
        "I have thought of something you told me: {c}.",
        "Thank you for telling me that {c}.",
    ),
    "open.thanks_for": (
        "Thank you for {l}{d}, and for {n}.",
        "Thank you for {l}{d}, above all for {n}.",
        "Many thanks for {l}{d} and for {n}.",
    ),
    "open.question": (
        "You asked me {q}, and I have thought about it since.",
        "Since we spoke I have been thinking about {q}.",
        "I have gone on thinking about {q}.",
        "You asked {q}.",
    ),
    "open.whether": (
        "You asked {q}.",
        "You wanted to know {q}.",
        "It was fair to ask {q}.",
    ),
    "open.about": (
        "You asked me about {n}.",
        "I have thought again about your question about {n}.",
        "You wanted to hear about {n}.",
    ),
    "open.quoted_question": (
        "“{x}” you asked.",
        "“{x}” was your question.",
    ),
    "open.picture": (
        "Thank you for putting it so plainly: {c}.",
        "I have thought more than once about what you told me: {c}.",
        "Many thanks for {l}{d}. One thing you said comes back to me: {c}.",
        "Thank you for {l}{d}, and for explaining that {c}.",
    ),
    "open.trouble": (
        "Thank you for speaking so openly about {n}.",
        "Thank you for {l}{d}, most of all for telling me about {n}.",
        "I keep thinking about {n}.",
        "Many thanks for {l}{d}. I have gone on thinking about {n}.",
    ),
    "open.goal": (
        "Thank you for telling me that {c}.",
        "It was good to hear that {c}.",
        "One thing I remember above all: {c}.",
        "Thank you for {l}{d}, and for saying so openly that {c}.",
    ),
    # The same where the note names what they would love to do
    "open.wish": (
        "Thank you for telling me that you would love to {b}.",
        "It was good to hear that you hope to {b}.",
        "Thank you for {l}{d}, and for saying so openly that you want to {b}.",
        "One thing I remember above all: you would love to {b}.",
    ),
    # A goal that is no sentence about the reader
    "open.goal_named": (
        "Thank you for telling me what you are after: {c}.",
        "Thank you for {l}{d}, and for saying what you are aiming for: {c}.",
        "I like what you are working towards: {c}.",
        "It was good to hear where you want to get to: {c}.",
    ),
    "goal.named": (
        "You told me what you are after: {c}.",
        "Your aim is clear to me: {c}.",
        "The aim, as you put it: {c}.",
    ),
    "goal.wish": (
        "You would love to {b}.",
        "What you would like best is to {b}.",
        "You hope to {b}.",
        "Your aim is to {b}.",
        "You want to {b}.",
    ),
    # A goal that is a thing
    "goal.thing": (
        "You are working towards {c}.",
        "You are aiming for {c}.",
        "What you are after is {c}.",
        "What you hope for is {c}.",
        "What you would like to see is {c}.",
    ),
    "open.picture_quote": (
        "“{X},” you said, and the line is still with me.",
        "One sentence of yours comes back to me: “{X}.”",
    ),
    "open.topic": (
        "Thank you for {l}{d}, most of all for the part about {t}.",
        "I have been thinking about {t} since we spoke.",
        "Our talk has left me thinking about {t}.",
        "Thank you for what you told me about {t}.",
    ),
    "open.plain": (
        "Thank you for {l}{d}.",
        "Many thanks for {l}{d}.",
        "I enjoyed {l}{d}, thank you.",
        "My thanks for {l}{d}.",
        "I was glad of {l}{d}, thank you.",
        "It was good of you to make time{d}. Thank you.",
        "Thank you for your time{d}.",
        "It was kind of you to see me{d}; thank you.",
        "You gave me your time{d}, and I thank you for it.",
    ),
    # Thanks, where the opening has not said it
    "thanks": (
        "Thank you for {l}{d}.",
        "Thanks for {l}{d}.",
        "I enjoyed {l}{d}, thank you.",
        "My thanks for {l}{d}.",
        "Many thanks for {l}{d}.",
        "I was glad of {l}{d}, thank you.",
        "{L}{d} went by quickly, thank you.",
        "Thanks for making time{d}.",
        "{L}{d} was time well spent, thank you.",
        "You were generous with your time{d}; thank you.",
    ),
    "thanks_for": (
        "Thank you for {l}{d}, and for {n}.",
        "Thanks for {l}{d}, and above all for {n}.",
        "I enjoyed {l}{d}, and {n} most of all. Thank you.",
        "For {n}, and for {l}{d}, thank you.",
    ),
    # What I heard
    "heard.clause": (
        "You told me that {c}.",
        "As you described it, {c}.",
        "What I took away is that {c}.",
        "You said that {c}.",
        "As you put it, {c}.",
    ),
    "heard.you": (
        "You told me that {c}.",
        "What I took away is that {c}.",
        "I understood that {c}.",
    ),
    "heard.trouble": (
        "You are wrestling with {n}.",
        "What you are up against is {n}.",
        "You spoke openly about {n}.",
        "The hard part, as you told it, is {n}.",
        "You told me about {n}.",
    ),
    "heard.noun": (
        "You mentioned {n}.",
        "You told me about {n}.",
        "You spoke of {n}.",
        "I have not forgotten what you said about {n}.",
        "We spoke of {n}.",
    ),
    "heard.quote": (
        "In my notebook it says “{x}”.",
        "I wrote down “{x}”.",
        "One line in my notes reads “{x}”.",
        "“{X}” is how it stands in my notes.",
    ),
    "heard.listed": (
        "You gave me the picture in a few words: {x}.",
        "I noted it the way you told it: {x}.",
        "What you listed is still before me: {x}.",
        "You put it briefly: {x}.",
        "It was easy to picture: {x}.",
    ),
    "heard.spoken": (
        "“{X},” you said.",
        "“{X}” were your words.",
        "I wrote down one sentence as you said it: “{X}.”",
        "In your own words: “{X}.”",
        "You said it best yourself: “{X}.”",
    ),
    "heard.asking": (
        "You would like to know {q}.",
        "Behind it, as I heard it, is the question of {q}.",
        "What you are asking yourselves is {q}.",
    ),
    "second.clause": (
        "You added that {c}.",
        "You also told me that {c}.",
        "You mentioned, too, that {c}.",
    ),
    "second.you": (
        "You also told me that {c}.",
        "I understood, too, that {c}.",
    ),
    "after_goal.clause": (
        "As things stand, {c}.",
        "For now, {c}.",
        "So far, {c}.",
    ),
    "after_goal.trouble": (
        "As things stand, you are wrestling with {n}.",
        "For now, you are up against {n}.",
        "What makes it hard is {n}.",
    ),
    "third.clause": (
        "You mentioned, too, that {c}.",
        "You told me besides that {c}.",
    ),
    "their_reply.clause": (
        "I asked {q}, and your answer was that {c}.",
        "When I asked {q}, you told me that {c}.",
        "I had asked {q}. Your answer: {c}.",
    ),
    "their_reply.noun": (
        "I asked {q}, and your answer was {n}.",
        "When I asked {q}, you named {n}.",
        "I had asked {q}. Your answer was {n}.",
    ),
    "their_reply.spoken": (
        "When I asked {q}, your answer was “{X}.”",
        "I asked {q}. “{X},” you said.",
        "I had asked {q}, and wrote down your answer: “{X}.”",
        "I am glad I asked {q}. You said: “{X}.”",
    ),
    # My idea
    "idea.thing": (
        "I would start with {n}.",
        "If I joined, my first move would be {n}.",
        "Could a first step be as small as {n}?",
        "Given the chance, I would try {n}.",
        "What I would try first is {n}.",
        "One thing might help: {n}.",
        "The first thing I would reach for is {n}.",
    ),
    # Right after the trouble that it is about
    "idea.thing.there": (
        "There I would begin with {n}.",
        "For that I would try {n}.",
        "My first step there would be {n}.",
        "That is where I would try {n}.",
        "I would start right there, with {n}.",
        "What I would try there is {n}.",
    ),
    # Right after the goal
    "idea.thing.towards": (
        "A first step towards it could be {n}.",
        "To get there I would begin with {n}.",
        "I would go towards it with {n}.",
    ),
    "idea.order": (
        "My first step would be to {b}.",
        "Given the chance, I would {b}.",
        "If I joined, I would {b}.",
        "One thing might help: to {b}.",
        "Why not {b}?",
        "The first thing I would do is {b}.",
    ),
    "idea.order.there": (
        "There I would {b}.",
        "The first thing there would be to {b}.",
        "What I would do there is {b}.",
        "I would start right there: {b}.",
        "For that I would {b}.",
    ),
    "idea.order.towards": (
        "To get there I would {b}.",
        "A first step towards it: {b}.",
    ),
    "idea.doing": (
        "I would start by {g}.",
        "If I joined, I would begin by {g}.",
        "I would try {g}.",
        "What about {g}?",
    ),
    "idea.doing.there": (
        "There I would start by {g}.",
        "I would begin right there, by {g}.",
        "For that I would try {g}.",
    ),
    "idea.doing.towards": (
        "To get there I would start by {g}.",
        "One way towards it would be {g}.",
    ),
    "idea.stated": (
        "Here is what I would try first: {c}.",
        "One thought I would offer: {c}.",
        "Here is one small thing to try: {c}.",
    ),
    "idea.plain": (
        "What I would try first: {x}.",
        "One thing might help: {x}.",
        "I have an idea to offer: {x}.",
        "A small thing worth trying: {x}.",
    ),
    "idea.asked": ("{C}", "One thought: {c}", "I keep asking myself: {c}"),
    # What backs it up
    "evidence.story": (
        "It is {name} over again: {c}.",
        "You will remember {name}: {c}.",
        "I told you {name}: {c}.",
        "It worked that way in {name} I told you: {c}.",
    ),
    "evidence.name": ("You will remember {name}.", "It is close to {name} I gave you."),
    "evidence.clause": (
        "{C}.",
        "You may remember that {c}.",
        "I told you how {c}.",
    ),
    "evidence.thing": (
        "I told you about {n}.",
        "You will remember {n}.",
        "You heard from me about {n}.",
    ),
    "evidence.order": (
        "I would stand by what I said: {b}.",
        "My answer to you holds: {b}.",
    ),
    # What I told them, where it stands without an idea of mine
    "told.clause": (
        "{C}.",
        "You may remember that {c}.",
        "I told you how {c}.",
    ),
    # Question and answer side by side; {a} is the answer as it stands, {ask} "You asked me …"
    "qa.order": (
        "You asked {q}. I would {a}.",
        "You wanted to know {q}. I would {a}.",
        "When you asked {q}, I said that I would {a}.",
    ),
    "qa.clause": (
        "You asked {q}. {A}.",
        "You wanted to know {q}. {A}.",
    ),
    "qa.thing": (
        "You asked {q}: {a}.",
        "You wanted to know {q}: {a}.",
    ),
    # Where it was about something past, or a confession: nothing to stand by
    "qa.told": (
        "You asked {q}. {A}.",
        "You asked {q}: {a}.",
        "You wanted to know {q}. {A}.",
    ),
    "qa.about_order": (
        "You asked me about {q}. I would {a}.",
        "You wanted to hear about {q}. I would {a}.",
    ),
    "qa.about_told": (
        "You asked me about {q}. {A}.",
        "You asked me about {q}: {a}.",
        "You wanted to hear about {q}. {A}.",
    ),
    "qa.leaning": (
        "You asked {q}. {A}.",
        "You asked {q}: {a}.",
        "You wanted to know {q}. {A}.",
    ),
    "qa.about_thing": (
        "You asked me about {q}. It was {a}.",
        "When you asked about {q}, I told you about {a}.",
        "You wanted to hear about {q}; I told you of {a}.",
    ),
    "qa.about_clause": (
        "You asked me about {q}. {A}.",
        "You wanted to hear about {q}. {A}.",
    ),
    "qa.about_story": (
        "You asked me about {q}. I told you {name}.",
        "When you asked about {q}, I gave you {name}.",
    ),
    "answer.order": (
        "I would still {a}.",
        "I would {a}, as I said.",
    ),
    "answer.thing": (
        "I would name {a} again.",
        "I said {a}, and would again.",
    ),
    "answer.clause": ("{A}.",),
    "answer.told": ("{A}.",),
    "answer.named": ("I told you about {a}.", "It was {a}."),
    "answer.leaning": ("I would say it again: {a}.", "My answer is the same today: {a}."),
    "question.alone": (
        "You asked me {q}, and I would gladly say more about that.",
        "You also asked me {q}, and I go on turning it over.",
        "Your question, {q}, has stayed with me too.",
    ),
    "question.alone.about": (
        "Your question about {n} has stayed with me too.",
        "You also asked me about {n}, and I keep coming back to that.",
        "There is more to say about what you asked me: {n}.",
    ),
    # A doubt of theirs
    "doubt.whether": (
        "You asked{again} whether {c}, and I understand why.",
        "You wondered{again} whether {c}, which is a fair question.",
        "It was fair to ask whether {c}.",
        "I can see why you asked{again} whether {c}.",
    ),
    "doubt.that": (
        "You raised one doubt, that {c}.",
        "You saw one difficulty, that {c}.",
        "I have thought about your one doubt: that {c}.",
    ),
    "doubt.named": (
        "You raised one doubt: {n}.",
        "Your one doubt has stayed with me: {n}.",
        "I noted one doubt of yours: {n}.",
    ),
    "doubt.quote": ("One doubt I noted as “{x}”.", "I have thought about the doubt you named, “{x}”."),
    "reply.whole": ("{C}.",),
    "reply.sentences": ("{C}.",),
    "reply.part": (
        "My answer: {c}.",
        "What I can offer there: {c}.",
    ),
    # A promise of mine
    "promise.do": (
        "As promised, I will {b}.",
        "I said I would {b}, and I will.",
        "You can count on me to {b}.",
        "I will {b}, as I said.",
    ),
    "promise.by": ("As promised, I will {b} by {date}.", "By {date} I will {b}, as promised."),
    "promise.thing_by": (
        "You will have {n} by {date}, as promised.",
        "{N} will be with you by {date}, as promised.",
    ),
    "promise.thing": ("You will have {n}, as promised.", "I have not forgotten {n} that I owe you."),
    "promise.done": ("As promised, {n} has gone out to you.", "{N} is on its way to you, as promised."),
    "promise.kept": ("As promised, I have {b}.", "I have {b} since we spoke, as promised."),
    # Closes: what I offer, and a warm last word
    "close.offer": (
        "If I have misread any of this, tell me, and I will think again.",
        "I would happily sketch how a start could look, if that is of use.",
        "Should the idea be of use, I will put it on a page for you.",
        "Say so if any of this is off the mark; you know the place.",
        "I am happy to talk any of this through whenever it suits you.",
        "Tell me where you see things differently.",
        "If the idea has been tried before, I would like to know how it went.",
        "A line from you is enough, and I will write the idea out in full.",
    ),
    "close.answer": (
        "I am happy to answer anything I left open.",
        "Should you want more detail on anything, ask away.",
        "If there is anything I left half answered, tell me.",
        "There is more I would like to ask you, if we speak again.",
    ),
    "close.warm": (
        "Whatever comes of it, it was good to talk.",
        "I would gladly talk again, whatever comes of this.",
        "This is work I should like to do with you.",
        "However it turns out, I enjoyed meeting you.",
        "I learned a good deal from you in a short time.",
        "I hope we speak again before long.",
        "I wish you and the team well.",
        "Whichever way it goes, it was a good conversation.",
    ),
    "close.warm_plain": (
        "Whatever comes of it, it was good to talk.",
        "It was good to meet you.",
        "I came away with a clear picture.",
        "I would be glad to talk again.",
        "I am glad we met.",
        "Good wishes to you and the team.",
        "I left with more questions than I came with, in a good way.",
        "It was good to put a face to the work.",
        "However it turns out, I enjoyed meeting you.",
        "I hope our paths cross again.",
        "I would like to hear how it goes on.",
        "I would come back gladly.",
        "Until we speak again, all good wishes.",
        "It was good to hear how the work really goes.",
    ),
    "close.event": (
        "Good luck with {n}.",
        "I hope {n} goes well.",
        "All the best for {n}.",
        "I will be thinking of you at {n}.",
    ),
    # One at most, and only where a letter would be thin
    "filler.idea": (
        "I would rather test that than argue for it.",
        "If it does not help, little is lost.",
        "You will know better than I do whether it fits.",
        "It is small enough to stop again if it does not help.",
        "A fortnight would show whether it is worth keeping.",
        "It would cost little to find out.",
        "I would want to hear first what the team thinks of it.",
        "It is a first step and no more, but it could start soon.",
    ),
    "filler.heard": (
        "I have thought about that a good deal since.",
        "I would like to understand it better.",
        "It has been on my mind since.",
        "I can see why it matters to you.",
    ),
}
