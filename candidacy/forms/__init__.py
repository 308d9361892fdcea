"""Forms for the record: companies, people, candidacies, contacts, developments and my news.

Every form takes what a person would type and says in one sentence what it could not take. Nothing is
required but what a rule cannot do without.
"""

from candidacy.forms.base import RecordForm, SectionForm, day_input, moment_input
from candidacy.forms.candidacies import (
    CandidacyForm,
    CloseForm,
    ContactForm,
    DevelopmentForm,
    NewsForm,
    StageForm,
)
from candidacy.forms.companies import CompanyForm, country_field, known_country
from candidacy.forms.moments import LocalMoments
from candidacy.forms.people import PersonForm, RankForm

__all__ = [
    "CandidacyForm", "CloseForm", "CompanyForm", "ContactForm", "DevelopmentForm", "LocalMoments", "NewsForm",
    "PersonForm", "RankForm", "RecordForm", "SectionForm", "StageForm", "country_field", "day_input",
    "known_country", "moment_input",
]  # fmt: skip
