"""Shorthand and signs as words: *9 days avg*, *w/ u*, *4 hrs → 90 min*, *Thurs*, *€9k/month*.

Pure. What may mean two things stays as it was typed.
"""

from __future__ import annotations

import re

from letters.drafting.language import foreign
from letters.drafting.lists import word_set
from letters.drafting.words import DAYS, MONTHS, plural

SHORT_WORDS = {
    "abt": "about", "adn": "and", "alot": "a lot", "appt": "appointment", "appts": "appointments",
    "arent": "aren't", "arvo": "afternoon", "asap": "as soon as possible", "b/c": "because", "b4": "before",
    "bc": "because", "becuase": "because", "bldg": "building", "ca.": "about", "cant": "can't", "cd": "could",
    "comms": "communications", "cos": "because", "couldnt": "couldn't", "coz": "because",
    "cttee": "committee",
    "cust": "customer", "custs": "customers", "cuz": "because", "definately": "definitely",
    "dept": "department", "depts": "departments", "didnt": "didn't", "diff": "different",
    "doesnt": "doesn't", "dont": "don't", "ea": "each", "eg": "e.g.", "em": "them", "esp": "especially",
    "esp.": "especially", "evry": "every", "gonna": "going to", "gotta": "have to", "gov": "government",
    "govt": "government", "hadnt": "hadn't", "hasnt": "hasn't", "havent": "haven't", "hes": "he's",
    "hols": "holidays", "hows": "how's", "ie": "i.e.", "im": "I'm", "incl": "including", "incl.": "including",
    "info": "information", "isnt": "isn't", "ive": "I've", "mgmt": "management", "mgr": "manager",
    "mgrs": "managers", "mtg": "meeting", "mtgs": "meetings", "mth": "month", "mths": "months",
    "obv": "obviously", "obvs": "obviously", "pls": "please", "plz": "please", "poss": "possible",
    "mo": "month",
    "ppl": "people", "pple": "people", "prob": "probably", "probs": "problems", "proj": "project",
    "qtr": "quarter", "rec'd": "received", "recieve": "receive", "secs": "seconds", "seperate": "separate",
    "shd": "should", "shes": "she's", "shouldnt": "shouldn't", "teh": "the", "thats": "that's",
    "theres": "there's", "theyll": "they'll", "theyre": "they're", "theyve": "they've", "thier": "their",
    "tho": "though", "thru": "through", "til": "until", "'til": "until", "tmrw": "tomorrow", "u": "you",
    "ud": "you'd", "ull": "you'll", "untill": "until", "ur": "your", "ure": "you're", "uve": "you've",
    "vs": "versus", "vs.": "versus", "w": "with", "w/": "with", "w/e": "weekend", "w/o": "without",
    "w/out": "without", "wanna": "want to", "wasnt": "wasn't", "wd": "would", "werent": "weren't",
    "whats": "what's", "wheres": "where's", "whos": "who's", "wk": "week", "wkend": "weekend",
    "wkends": "weekends", "wknd": "weekend", "wknds": "weekends", "wks": "weeks", "wont": "won't",
    "wot": "what", "wouldnt": "wouldn't", "xmas": "Christmas", "yday": "yesterday", "youre": "you're",
    "youve": "you've", "yr": "year", "yrs": "years", "approx": "about", "approx.": "about",
    "mgmt.": "management",
    "exp": "experience", "hr.": "hour", "dunno": "don't know", "btwn": "between", "n": "and",
    "tues": "Tuesday", "tue": "Tuesday", "weds": "Wednesday", "thurs": "Thursday", "thur": "Thursday",
    "rev": "revenue", "yest": "yesterday", "admins": "administrators", "jnr": "junior", "snr": "senior",
}  # fmt: skip
# Said to oneself, and nothing in a letter.
_ASIDES = re.compile(
    r"(?:^|,?\s+|(?<=[.;]))\(?(?:tbh|imo|imho|tbf|lol|haha+|hehe|ngl|smh|omg|iirc|afaik|fwiw|idk|nb|:\)|;\)|:\()"
    r"\)?(?=[\s,.;!?]|$)",
    re.IGNORECASE,
)
_DAY_SHORT = {day[:3]: day for day in DAYS} | {
    "Tues": "Tuesday", "Weds": "Wednesday", "Thur": "Thursday", "Thurs": "Thursday",
}  # fmt: skip
_DAY_NAMES = "|".join([*DAYS, *sorted(_DAY_SHORT, key=len, reverse=True)])
_MONTH_SHORT = {month[:3]: month for month in MONTHS if month != "May"} | {"Sept": "September"}
_UNITS = {
    "min": "minute", "mins": "minute", "hr": "hour", "hrs": "hour", "h": "hour", "wk": "week", "wks": "week",
    "mth": "month", "mths": "month", "yr": "year", "yrs": "year", "sec": "second", "secs": "second",
    "pp": "page", "pt": "point", "pts": "point", "hours": "hour", "minutes": "minute",
}  # fmt: skip
_PER = (
    "day|week|month|year|hour|shift|quarter|term|night|minute|hr|wk|mth|mo|yr|qtr|parcel|order|head|plot|room|unit|visit"
    "|case|mile|km|kg|tonne|person|seat|bed|site|store|shop|branch|ticket|user|patient|pupil|child|job|call|claim"
)
_TIMES = {"1": "once", "2": "twice", "3": "three times", "4": "four times", "5": "five times"}
_CURRENCY = {"EUR": "€", "GBP": "£", "USD": "$"}


def written_out(text: str) -> str:
    """The text with its shorthand as words."""
    if foreign(text):
        return text
    text = _ASIDES.sub("", text).strip()
    text = _units(text)
    text = _signs(text)
    text = re.sub(r"(?<![\w/])w/(?!o\b|out\b|e\b)(?=[A-Za-z])", "with ", text)
    text = re.sub(r"[^\s,;:()“”\"?!]+", _word, text)
    return _dates(text)


def _word(match: re.Match[str]) -> str:
    word = match.group(0)
    stop = "." if word.endswith(".") and word.lower() not in SHORT_WORDS else ""
    bare = word.removesuffix(".") if stop else word
    if bare.isupper() or bare.lower() not in SHORT_WORDS:
        return word
    full = SHORT_WORDS[bare.lower()]
    return (full[0].upper() + full[1:] if bare[0].isupper() else full) + stop


def _units(text: str) -> str:
    """*90 min* → *90 minutes*, *48h* → *48 hours*, *£9k/month* → *£9k a month*, *2x/wk* → *twice a week*."""
    text = re.sub(r"\b(EUR|GBP|USD) ?(?=\d)", lambda match: _CURRENCY[match[1]], text)
    text = re.sub(rf"\b([1-5]) ?x ?(?:/|a |per )? ?(?={_PER})(?=\w)", _times_a, text)
    text = re.sub(rf"\bx ?([1-5]) ?(?:/|a |per ) ?(?={_PER})(?=\w)", _times_a, text)
    text = re.sub(
        rf"(?P<before>\w|%)(?:/| p/| per )(?P<unit>{_PER})\b(?!/)",
        lambda m: f"{m['before']} {_per(m.string, m.start('before'))} {m['unit']}",
        text,
    )
    text = re.sub(r"\b(\d+)x\b", r"\1 times", text)
    text = re.sub(
        r"\b(\d+) ?(min|hr|wk) (?=[a-z]{4,})(?!from|with|each|after|before|late|long|every|then|than)",
        _slot,
        text,
    )
    text = re.sub(
        r"\b([2-9])-(?=(?:page|day|week|month|minute|hour|year|person|storey|part)\b)", _hyphened, text
    )
    text = re.sub(r"\b1-(?=(?:page|day|week|month|minute|hour|year|person|storey|part)\b)", "one-", text)
    return re.sub(
        r"(?P<number>\b\d+(?:[.,]\d+)?) ?"
        r"(?P<unit>mins?|hrs?|h|wks?|mths?|yrs?|secs?|pp|pts?)\b\.?(?!/)",
        _unit,
        text,
    )


def _times_a(match: re.Match[str]) -> str:
    return f"{_TIMES[match[1]]} a "


def _per(text: str, at: int) -> str:
    """*a* after a number, *per* after a word: "€9k a month", "cost per parcel"."""
    word = text[: at + 1].rsplit(maxsplit=1)[-1]
    following = text[at + 1 :].lstrip("/ p")
    if any(sign.isdigit() for sign in word) or word.lower() in ("twice", "once", "times"):
        return "an" if following.startswith(("hour", "hr")) else "a"
    return "a" if re.search(r"[\d%£$€]\S* \w+$", text[: at + 1]) else "per"


def _slot(match: re.Match[str]) -> str:
    """*20 min slots* → *20-minute slots*."""
    return f"{match[1]}-{_UNITS[match[2]]} "


def _hyphened(match: re.Match[str]) -> str:
    return f"{_NUMBERS[int(match[1])]}-"


def _unit(match: re.Match[str]) -> str:
    name = _UNITS[match["unit"]]
    return f"{match['number']} {name}{'' if match['number'] == '1' else 's'}"


def _signs(text: str) -> str:
    text = re.sub(rf"(?P<one>{_AMOUNT}) ?(?:->|=>|→|⇒|>) ?(?P<two>(?=[£$€]?\d))", _from_to, text)
    text = re.sub(r"≥ ?|>= ?(?=[\d£$€])", "at least ", text)
    text = re.sub(r"(?<![\w-])> ?(?=[\d£$€])", "over ", text)
    text = re.sub(r"≤ ?|<= ?(?=[\d£$€])", "at most ", text)
    text = re.sub(r"(?<!\w)< ?(?=[\d£$€])", "under ", text)
    text = re.sub(r"(?<!\w)[~≈±] ?(?=[\d£$€])", "about ", text)
    text = re.sub(r"(?<=\s)@ ?(?=\w)", "at ", text)
    text = re.sub(r"(?<=[\w%)])\s+&\s+(?=\w)", " and ", text)
    text = re.sub(r"\b(\d+)\+(?= ?\w)", r"over \1", text)
    text = re.sub(r"\b(\w+) \+ \1\b", r"\1 and \1", text)
    text = re.sub(r"(?<=[\w%)”’']) ?(?<![A-Za-z])\+(?= [a-z])|(?<=[\w%)”’']) \+ (?=\S)", " and ", text)
    text = re.sub(rf"(?<=\w) ?(?:->|→|⇒|=>) ?(?:the )?(?=(?:{_BODIES})\b)", ", sent to the ", text)
    text = re.sub(r"(?<=\w)[^\S\n]*(?:->|→|⇒|=>)[^\S\n]*(?=\w)", ", then ", text)
    text = re.sub(r"\((\w+) ?= ?(?=[\d£$€])", r"(\1 ", text)
    text = re.sub(r"\b0 (?=[a-z]+s\b)", "no ", text)
    text = re.sub(r"(?<=\s)/ (?=\w)", ", ", text)
    text = re.sub(r"\bx ?([2-9])\b", _times, text)
    text = re.sub(r"(?<=[a-z]) -(?=\d[\d.,]*%)", " down ", text)
    text = re.sub(r"(?<=%) YoY\b", " on last year", text)
    text = re.sub(r"\b(?:weeks?|wks?)\.? (\d+) ?[-–] ?(\d+)\b", r"in weeks \1 to \2", text)
    text = re.sub(r"\b(?:wk)\.? (\d+)\b", r"in week \1", text)
    text = re.sub(
        r"(?<=\w),? (\d{1,2}) ?[-–] ?(\d{1,2}) ?([ap])\.?m\b\.?",
        lambda found: f" from {found[1]} to {found[2]} {found[3]}.m.",
        text,
    )
    text = re.sub(r"(?<=[a-z] )1(?= [a-z]{3,}\b)(?! (?:in|of|to|at|on|and|per|from)\b)", "one", text)
    text = re.sub(rf"\b({_DAY_NAMES}) ?[-–] ?({_DAY_NAMES})\b", _days, text)
    text = re.sub(r"\bavg\.?(?=\W|$)", "average", text)
    text = re.sub(r"\b(?:average|mean) (?P<number>[\d£$€.,]+ [a-z]+)\b", r"\g<number> on average", text)
    text = re.sub(
        r"(?P<number>\d+ (?:days?|hours?|minutes?|weeks?|months?|pages?)) average\b",
        r"\g<number> on average",
        text,
    )
    text = re.sub(r"\bmax\.? (?=\d)", "at most ", text)
    text = re.sub(r"\bmin\.? (?=\d)", "at least ", text)
    text = re.sub(r"(?<![\w.])(\d+)% (?!of\b|up\b|down\b|on\b|in\b)(?=[a-z]+s\b(?! ?\())", _percent, text)
    text = re.sub(r"(?<=ed )(?=20\d\d\b)", "in ", text)
    text = re.sub(r"\b[rR] (?=you\b|u\b)|(?<=\bhow )r (?=\w)", "are ", text)
    text = re.sub(
        r"(?<!the )(?<!a )(?<!one )(?<!each )(?<!every )(?<!that )(?<!last )(?<!next )\b(?<!\d )"
        r"(day|night|week|morning|evening) (before|after)"
        r"(?=[.,;]|$| first| last| the)",
        r"the \1 \2",
        text,
    )
    text = re.sub(r"\b([Nn])o one\b(?! of\b)", lambda match: f"{match[1]}obody", text)
    text = re.sub(r"\b([1-5])[ -]?star\b(?! (?:hotel|rating|review|service))", _stars, text)
    text = re.sub(r"\b(top|all|only|other) ([2-9])\b(?![.,:/%]\d|%)", _few, text)
    return re.sub(r"[^\S\n]+", " ", re.sub(r" +(?=[,;.])", "", text)).strip()


_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _days(match: re.Match[str]) -> str:
    """*Mon-Wed* → *from Monday to Wednesday*."""
    first, last = (_DAY_SHORT.get(day, day) for day in match.groups())
    return f"from {first} to {last}"


# Whom a thing is sent to.
_BODIES = (
    "council|office|head office|manager|board|owner|landlord|supplier|police|client|customer|committee"
    "|director|driver|foreman|planner|team|crew|warehouse"
)


def _stars(match: re.Match[str]) -> str:
    return f"{_NUMBERS[int(match[1])]}-star rating"


def _few(match: re.Match[str]) -> str:
    return f"{match[1]} {_NUMBERS[int(match[2])]}"


def small_numbers(text: str) -> str:
    """*2 signatures* → *two signatures*, where they count what follows."""
    noun = r"(?:[a-z]+ )?(?:[a-z]{3,}s|people|children|staff|more)\b"
    text = re.sub(rf"(?<=[a-z] )([2-9])(?= {noun})", _small, text)
    return re.sub(
        r"(?<=\w, )([2-9])(?= (?:[a-z]{3,}s|people|children|staff|more|left|last|of)\b)", _small, text
    )


def _small(match: re.Match[str]) -> str:
    """A number in words before what it counts, not after what it names: "two people", "bay 2 leaks"."""
    before = match.string[: match.start()].split()[-1].strip(",").lower()
    number = before in _COUNTING or match.string[: match.start()].rstrip().endswith(",")
    return _NUMBERS[int(match[1])] if number else match[0]


_COUNTING = word_set(
    """
    and or with by in of for to from after before within under over about every has have had than only all
    needs need lost lose are is mean means at on two three lasts takes take took gets get got did do sit
    sits per than then
    """
)


_AMOUNT = r"(?<![\w.])[£$€]?\d[\d.,]*(?:k|m|%)?(?: (?:minutes?|hours?|days?|weeks?|months?|years?))?"


def _from_to(match: re.Match[str]) -> str:
    led = re.search(r"\bfrom $", match.string[: match.start()])
    return f"{'' if led else 'from '}{match['one']} to {match['two']}"


def _times(match: re.Match[str]) -> str:
    number = ("two", "three", "four", "five", "six", "seven", "eight", "nine")[int(match[1]) - 2]
    return f"times {number}"


def _percent(match: re.Match[str]) -> str:
    """*40% calls* → *40% of calls*, before a noun in the plural."""
    following = re.match(r"[a-z]+", match.string[match.end() :])
    known = following is not None and plural(following[0]) and following[0] not in _NO_NOUN
    return f"{match[1]}% of " if known else match[0]


_NO_NOUN = word_set("is was has does this less across always sometimes mondays fridays weekends")


def _dates(text: str) -> str:
    days = "|".join(sorted(_DAY_SHORT, key=len, reverse=True))
    text = re.sub(
        rf"(?<![\w-])({days})\b(?!\.?\w)\.?(?!\s+(?:in|at|on|down|up|through|under|with|next|for)\b)",
        _day,
        text,
    )
    text = re.sub(
        r"\b(on|every|by|next|last|each|this|since|until) (mon|wed|thu|fri|sat|sun)\b", _small_day, text
    )
    months = "|".join(sorted(_MONTH_SHORT, key=len, reverse=True))
    text = re.sub(
        rf"(?P<before>(?:\b[a-z]+|[\d%])(?:st|nd|rd|th)? )(?P<month>{months})\b\.?(?! [A-Z])", _month, text
    )
    text = re.sub(
        r"\b(in|since|by|until|from|last|next) (jan|feb|apr|aug|sept?|oct|nov|dec|may)(?=[\s,.;]|$)",
        _small_month,
        text,
    )
    text = re.sub(r"(?<=\d%) (?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b)", " on ", text)
    return re.sub(rf"(?<=\d%) (?=(?:{'|'.join(MONTHS)})\b)", " in ", text)


def _day(match: re.Match[str]) -> str:
    stop = "." if match.group(0).endswith(".") and match.end() == len(match.string) else ""
    return _DAY_SHORT[match[1]] + stop


def _small_day(match: re.Match[str]) -> str:
    return f"{match[1]} {_DAY_SHORT[match[2].capitalize()]}"


_BEFORE_MONTH = word_set(
    "in since by until from of last next before after early late mid this till to and end"
)


def _month(match: re.Match[str]) -> str:
    before = match["before"].strip().lower()
    if re.match(r"\.? \d", match.string[match.end() :]):
        return match["before"] + _MONTH_SHORT[match["month"]]
    dated = before in _BEFORE_MONTH or before[-1:].isdigit() or before == "%" or before[:1].isdigit()
    return match["before"] + _MONTH_SHORT[match["month"]] if dated else match[0]


def _small_month(match: re.Match[str]) -> str:
    return f"{match[1]} {_MONTH_SHORT.get(match[2].capitalize(), 'May')}"
