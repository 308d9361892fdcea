"""Company and role out of one pasted line: “Role at Company”, a company alone, or a link to a posting.

Pure. A link is only taken apart, never opened. What it does not say is left empty, so that it can be asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
# Of several, the last: “Head of Sales at Scale at Acme”.
_AT = re.compile(r"^(?P<role>.+)\s(?:at|@|bei)\s(?P<company>.+)$", re.IGNORECASE)
# As the titles of LinkedIn’s postings have it: “Oakfield Water hiring Data Manager in Leeds”.
_HIRING = re.compile(r"^(?P<company>.+?) hiring (?P<role>.+?)(?: in .+)?$", re.IGNORECASE)
# Systems that many companies put their postings in: the company is the first part of the path …
_BY_PATH = (
    "greenhouse.io", "lever.co", "ashbyhq.com", "apply.workable.com", "smartrecruiters.com",
)  # fmt: skip
# … or the first part of the host.
_BY_HOST = (
    "recruitee.com", "bamboohr.com", "teamtailor.com", "jobs.personio.de", "jobs.personio.com", "breezy.hr",
    "workable.com", "myworkdayjobs.com", "pinpointhq.com", "factorialhr.com", "softgarden.io",
)  # fmt: skip
# Boards whose links do not name the company.
_BOARDS = {
    "linkedin", "indeed", "glassdoor", "google", "monster", "reed", "totaljobs", "stepstone", "xing",
    "ziprecruiter", "adzuna", "jobs", "cv-library", "jobserve", "arbeitsagentur", "welcometothejungle",
    "otta", "wellfound", "simplyhired", "careerjet", "guardianjobs", "bit", "lnkd",
}  # fmt: skip
_ABOUT_JOBS = {"www", "careers", "career", "jobs", "job", "work", "apply", "join", "karriere", "recruiting"}
# Second levels below which names are given out, such as co.uk.
_SECOND = {"co", "com", "org", "ac", "gov", "net", "nhs", "edu", "ltd", "plc"}
_SLUG = re.compile(r"/jobs/view/(?P<role>.+)-at-(?P<company>.+?)-\d+/?$")


@dataclass(frozen=True)
class Posting:
    """What a line says; what it does not say is empty."""

    company: str
    role: str = ""
    link: str = ""


def read(line: str) -> Posting:
    """What is in one line of any kind; the words beside a link win over what the link says."""
    found = _LINK.search(line)
    link = found.group().rstrip(".,;)>]”’\"'") if found else ""
    said = _said(_LINK.sub(" ", line))
    of_link = _of_link(link) if link else Posting("")
    return Posting(said.company or of_link.company, said.role or of_link.role, link)


def _said(words: str) -> Posting:
    # Behind the bar stands the board it was found on.
    words = " ".join(words.split("|", maxsplit=1)[0].split()).strip(" -–—:,()")
    found = _HIRING.match(words) or _AT.match(words)
    return Posting(found["company"], found["role"]) if found else Posting(words)


def _of_link(link: str) -> Posting:
    try:
        parts = urlsplit(link)
        host, path = (parts.hostname or "").lower(), unquote(parts.path)
    except ValueError:
        return Posting("")
    slug = _SLUG.search(path)
    if slug:
        return Posting(_name(slug["company"]), _sentence(slug["role"]))
    if host.endswith(_BY_PATH):
        return Posting(_name(path.strip("/").split("/")[0]))
    if host.endswith(_BY_HOST):
        return Posting(_name(host.split(".")[0]))
    return Posting(_name(_owner(host)))


def _owner(host: str) -> str:
    """The part of a host that names its owner; empty for a board, an address of numbers, a bare name."""
    labels = host.split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return ""
    del labels[-1]
    if len(labels) > 1 and labels[-1] in _SECOND:
        del labels[-1]
    return "" if labels[-1] in _BOARDS | _ABOUT_JOBS else labels[-1]


def _name(slug: str) -> str:
    """The name that a part of an address stands for: oakfield-water, OakfieldWater."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", slug)
    return " ".join(word[:1].upper() + word[1:] for word in re.split(r"[\s._+-]+", words) if word)


def _sentence(slug: str) -> str:
    words = " ".join(re.split(r"[\s._+-]+", slug)).strip()
    return words[:1].upper() + words[1:]
