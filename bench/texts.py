"""Names, notes and letters of a made-up search: varied, and the same each time for the same number. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

FIRST = (
    "Miriam", "Tomasz", "Aoife", "Daniel", "Priya", "Olga", "Ruth", "Samuel", "Helen", "Marcus", "Ingrid",
    "Yusuf", "Clara", "Peter", "Nadia", "Owen", "Lucia", "Felix", "Grace", "Henrik", "Amara", "Jonas",
    "Beatriz", "Colin", "Dagmar", "Elif", "Farid", "Greta", "Hugo", "Irena", "Jamal", "Katya", "Leon",
    "Mei", "Noor", "Oscar", "Paula", "Quentin", "Rosa", "Stefan", "Tessa", "Ulrich", "Vera", "Walter",
    "Ximena", "Yara", "Zoltan", "Anneke", "Bruno", "Celia",
)  # fmt: skip
LAST = (
    "Castell", "Nowak", "Byrne", "Okafor", "Raman", "Petrova", "Calder", "Whitmore", "Marsh", "Lindqvist",
    "Hassan", "Weiss", "Novak", "Fielding", "Sorensen", "Adeyemi", "Moreau", "Tanaka", "Bishop", "Larsen",
    "Osei", "Bauer", "Carvalho", "Doyle", "Engel", "Yilmaz", "Haddad", "Graf", "Herrera", "Ivanova",
    "Jarvis", "Kowalska", "Lambert", "Meyer", "Nasser", "Ortiz", "Pires", "Quayle", "Rossi", "Sandhu",
    "Thorne", "Unger", "Vargas", "Wolfe", "Young", "Zeman", "Abbott", "Bryant", "Corbett", "Dunne", "Ellis",
    "Foster", "Goddard", "Hartley", "Ingram", "Jessop", "Kerr", "Lowe", "Mercer", "Nash",
)  # fmt: skip
PLACES = (
    "Hollowell", "Brackley", "Tarn", "Osmond", "Fenwick", "Garrick", "Lindale", "Mossley", "Norwell",
    "Pendle", "Quarry", "Ravens", "Selby", "Thorn", "Ulver", "Vantage", "Wexham", "Yarrow", "Alder",
    "Birch", "Cobalt", "Drayton", "Easton", "Foxley", "Granby", "Hexham", "Irwell", "Jasper", "Kelso",
)  # fmt: skip
TRADES = (
    "Freight", "Analytics", "Foods", "Logistics", "Instruments", "Mutual", "Press", "Energy", "Clinics",
    "Robotics", "Textiles", "Systems", "Partners", "Rail", "Optics", "Materials", "Games", "Housing",
    "Water", "Capital", "Biotech", "Studios", "Marine", "Networks", "Learning",
)  # fmt: skip
ROLES = (
    "Operations Manager", "Data Engineer", "Product Designer", "Finance Analyst",
    "Site Reliability Engineer", "Programme Lead", "Customer Success Manager", "Research Associate",
    "Supply Planner", "Legal Counsel", "People Partner", "Backend Developer", "Head of Quality",
    "Content Editor", "Process Engineer",
)  # fmt: skip
TITLES = (
    "Operations Director", "Head of Engineering", "Team Lead", "Recruiter", "Chief of Staff",
    "Data Scientist", "Senior Developer", "Warehouse Manager", "Finance Director", "Product Owner",
    "Plant Manager", "Designer",
)  # fmt: skip
SECTORS = (
    "any", "bank", "law", "consulting", "school", "health", "charity", "public", "startup", "logistics",
)  # fmt: skip
THINGS = (
    "the night shift", "the returns desk", "the handover on Mondays", "the old booking tool",
    "the audit trail", "the supplier list", "the first week of a newcomer", "the release calendar",
    "the stock counts", "the customer calls", "the budget round", "the weekly report", "the training plan",
    "the loading bays", "the price list", "the test environment", "the complaints inbox",
    "the board papers", "the spare parts", "the shift rota", "the delivery slots", "the claims backlog",
    "the reading group", "the data warehouse",
)  # fmt: skip
TROUBLES = (
    "takes two people a whole day", "is kept in four places at once", "has doubled since the spring",
    "breaks whenever somebody is ill", "is the reason two people left", "has no owner since the merger",
    "is still done on paper", "loses an hour every morning", "is what the board asks about first",
    "was promised for March and slipped", "costs more than the van that carries it",
    "is known to three people only", "runs a week late every quarter", "nobody outside the team can read",
)  # fmt: skip
DEEDS = (
    "start with one list for a fortnight", "sit beside the people who do it for two days",
    "write down what each step is for", "take the oldest ten cases and follow them through",
    "let the team name the three worst hours", "move the cut-off to four in the afternoon",
    "pair a newcomer with an old hand", "count it once a day and hang the number up",
    "drop the second approval for small sums", "ask the drivers before asking the planners",
    "keep the old tool running until the new one has had a full month", "draw the whole path on one wall",
)  # fmt: skip
PROOFS = (
    "at a warehouse half that size", "in my last role, with a team of six", "for a charity with no budget",
    "while the move to the new site went on", "in eleven weeks", "with two colleagues and a spreadsheet",
    "for three branches at once", "after two others had tried", "without a day of overtime",
)  # fmt: skip
WISHES = (
    "a team that is never surprised by Monday", "numbers that people trust", "one place to look",
    "a rota that holds for a month", "fewer calls after six", "a first year without a recall",
    "to be the branch that others visit", "reports that get read", "a desk where nobody waits",
)  # fmt: skip
OPENINGS = (
    "Thank you for the hour on {day}.", "Thank you for your time on {day}, and for the tour.",
    "It was good to meet you on {day}.", "Thank you for the frank talk on {day}.",
    "I have thought about our conversation on {day} more than once since.",
)  # fmt: skip
CLOSINGS = (
    "I would be glad to talk it through.", "If it helps, I can put this on a page.",
    "I look forward to hearing how it goes on.", "I would enjoy trying it with your team.",
    "Until then I wish you a calm week.",
)  # fmt: skip
STAYED = (
    "what stayed with me: {thing} {trouble}.", "that {thing} {trouble} explains a lot.",
    "I had not expected that {thing} {trouble}.", "on the train home I kept turning over {thing}.",
    "{thing}, you said, {trouble}.", "your remark about {thing} was the frankest of the day.",
    "few people would admit that {thing} {trouble}.", "I wrote one line down twice: {thing} {trouble}.",
)  # fmt: skip
MIDDLES = (
    "I would {deed}, and look at {other} only after that.", "my way in: {deed}; {other} can wait a month.",
    "before touching {other}, {deed}.", "perhaps the cheapest start is to {deed}.",
    "we were stuck in the same place once, {proof}, and got out.", "{other} went that way {proof}.",
    "having sorted out {other} {proof}, I know where it hurts.", "you want {wish}; so did we.",
    "{wish} is a good aim, and closer than it looks.", "if it were mine to decide, I would {deed}.",
    "one question I kept: who notices first when {other} goes well?", "{other} I would leave alone for now.",
    "a number for {other} would settle half of the argument.", "nothing here needs new software yet.",
    "my guess is that {thing} and {other} are one problem.", "the people at {other} surely know more.",
)  # fmt: skip
WHO = (
    "someone", "planners", "my old team", "both shifts", "an auditor", "customers", "a newcomer", "drivers",
    "every branch", "Finance", "whoever closes up", "two engineers", "nobody", "your board", "suppliers", "I",
)  # fmt: skip
DOES = (
    "might weigh", "could sketch", "once mended", "would question", "rarely saw", "kept", "measured",
    "will miss", "untangled", "rebuilt", "noticed", "traded", "should protect", "argued over", "simplified",
)  # fmt: skip
HOW = ("quietly", "first", "twice", "by hand", "together", "cheaply", "early", "badly", "patiently", "again")
LINKS = (
    "before",
    "against",
    "without",
    "instead of",
    "along with",
    "because of",
    "through",
    "beside",
    "after",
)
WHEN = (
    "that autumn", "within days", "since April", "over lunch", "on Fridays", "for a year", "at dawn",
    "between audits", "all summer", "once a quarter", "in the rain", "under pressure", "after the merger",
)  # fmt: skip
NOUNS = (
    "receipts", "forecasts", "labels", "pallets", "invoices", "sketches", "interviews", "handbooks", "queues",
    "tickets", "drawings", "permits", "samples", "batches", "contracts", "dashboards", "rosters", "budgets",
    "refunds", "badges", "spreadsheets", "minutes", "prototypes", "leases", "claims", "sensors", "lessons",
    "backups", "surveys", "tenders", "warranties", "shelves", "routes", "schedules", "checklists",
)  # fmt: skip
SUBJECTS = (
    "{Thing} and a thought", "On {thing}", "After our talk: {thing}", "{Thing}, once more",
)  # fmt: skip
DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
)  # fmt: skip


def person(rng: Random) -> str:
    """A name."""
    return f"{rng.choice(FIRST)} {rng.choice(LAST)}"


def company(number: int) -> str:
    """The name of a company; different numbers, different names."""
    place, rest = PLACES[number % len(PLACES)], number // len(PLACES)
    trade, round_ = TRADES[rest % len(TRADES)], rest // len(TRADES)
    return f"{place} {trade}{f' {round_ + 1}' if round_ else ''}"


def note(rng: Random, kind: str) -> str:
    """What somebody said, or I."""
    thing, trouble, deed = rng.choice(THINGS), rng.choice(TROUBLES), rng.choice(DEEDS)
    return {
        "challenge": f"{_upper(thing)} {trouble}.",
        "goal": f"Wants {rng.choice(WISHES)}, and {thing} sorted out before the summer.",
        "question": f"How would you go about {thing}, when it {trouble}?",
        "idea": f"I would {deed}, beginning with {thing}.",
        "answer": f"I did that for {thing} {rng.choice(PROOFS)}.",
        "promise": f"To send my page on {thing}.",
        "timeline": "They decide once everybody has been seen.",
        "detail": f"We laughed about {thing}.",
    }.get(kind, f"{_upper(thing)} {trouble}; they mean to {deed}.")


def letter(rng: Random, to: str, sender: str) -> str:
    """A whole letter of four to seven sentences, from salutation to sign-off."""
    kept = [rng.choice(STAYED), *rng.sample(MIDDLES, rng.randrange(1, 3))]
    mine = [_own_words(rng) for _ in range(rng.randrange(3, 6))]
    said = " ".join(_upper(one) for one in [*(_told(rng, one) for one in kept), *mine])
    name, opening = to.split(maxsplit=1)[0], rng.choice(OPENINGS).format(day=rng.choice(DAYS))
    return f"Dear {name},\n\n{opening} {said}\n\n{rng.choice(CLOSINGS)}\n\nKind regards,\n{sender}"


def _own_words(rng: Random) -> str:
    """A sentence that hardly comes twice."""
    first, second = rng.sample(NOUNS, 2)
    said = f"{rng.choice(WHO)} {rng.choice(DOES)} {rng.choice(HOW)} {first} {rng.choice(LINKS)} {second}"
    return f"{said} {rng.choice(WHEN)}."


def _told(rng: Random, sentence: str) -> str:
    thing, other = rng.sample(THINGS, 2)
    return sentence.format(
        thing=thing,
        other=other,
        trouble=rng.choice(TROUBLES),
        deed=rng.choice(DEEDS),
        proof=rng.choice(PROOFS),
        wish=rng.choice(WISHES),
    )


def subject(rng: Random) -> str:
    """The subject of a letter."""
    thing = rng.choice(THINGS)
    return rng.choice(SUBJECTS).format(thing=thing, Thing=_upper(thing))


def _upper(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
