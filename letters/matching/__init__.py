"""Which message answers which letter: what a message is, whom and what it is about, and how sure that is.

Pure. `read` takes a message apart, `match` holds it against what is recorded. What is not sure is asked.
"""

from letters.matching.known import Candidacy, Company, Known, Letter, Person
from letters.matching.mail import Address, Mail, read
from letters.matching.placing import may_concern
from letters.matching.verdict import Verdict, match

__all__ = [
    "Address", "Candidacy", "Company", "Known", "Letter", "Mail", "Person", "Verdict", "match", "may_concern",
    "read",
]  # fmt: skip
