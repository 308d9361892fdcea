"""How titles rank, by examples of every band, every ladder and every trap."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.seniority import TAKEN_OFF, is_executive, rank
from interviews.titles import abroad, english, roles, sectors
from interviews.titles.bands import BANDS
from interviews.titles.functions import is_hr
from interviews.titles.roles import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TABLES = (abroad, english, roles, sectors)

EXAMPLES = json.loads((Path(__file__).parent.parent / "data" / "titles.json").read_text(encoding="utf-8"))

# title | sector | country | level | in line, "off" or "ask"
TITLES = """
CEO | any | GB | 95 | in
C.E.O. | any | | 95 | in
Chief Executive | charity | GB | 95 | in
Group Chief Executive Officer | any | | 95 | in
Chief Executive of the Trust | health | GB | 95 | in
CEO & Co-founder | startup | US | 95 | in
Co-founder & CTO | startup | US | 95 | in
Cofounder and Chief Product Officer | startup | | 95 | in
Founder CEO | startup | | 95 | in
CTO / Co-Founder | startup | | 95 | in
Technical Co-Founder | startup | | 95 | in
Co-Owner | any | | 95 | in
Owner/Operator | any | | 95 | in
Café owner | any | | 95 | in
Proprietor | any | | 95 | in
President | any | US | 95 | in
President and COO | any | US | 95 | in
President, EMEA | any | | 95 | in
Managing Partner | law | GB | 95 | in
Managing Partner, London | consulting | GB | 95 | in
Managing Director | any | GB | 95 | in
Managing Director | logistics | IE | 95 | in
Managing Director, Europe | any | AU | 95 | in
Group Managing Director | any | ZA | 95 | in
Managing Director | any | US | 85 | in
Managing Director | any | DE | 85 | in
Managing Director | any | | 85 | in
Managing Director | uk-company | | 95 | in
Managing Director | bank | GB | 85 | in
Deputy Managing Director | any | GB | 90 | in
MD | any | GB | 95 | in
MD, Retail | any | GB | 95 | in
Founder & MD | any | US | 95 | in
Executive Director | charity | US | 95 | in
Executive Director | any | US | 66 | in
Executive Director, Operations | logistics | GB | 66 | in
Interim Chief Executive | charity | GB | 95 | in
Acting Managing Director | any | GB | 95 | in
Executive Chairman | any | GB | 95 | in
Chairman & CEO | any | US | 95 | in
CFO | any | | 90 | in
Chief Operating Officer | logistics | GB | 90 | in
Chief Product & Technology Officer | startup | | 90 | in
Chief Information Security Officer | any | | 90 | in
Chief Technology Officer (interim) | any | | 90 | in
CMO | health | GB | 90 | in
CMO | any | US | 90 | in
CPO | startup | US | 90 | in
Chief Nursing Officer | health | GB | 90 | in
Chief Nurse | health | GB | 90 | in
Chief Medical Officer | health | US | 90 | in
General Counsel | any | US | 90 | in
Deputy CEO | charity | GB | 90 | in
Deputy Chief Executive Officer | public | GB | 90 | in
COO & Head of People | startup | GB | 90 | in
Partner | law | GB | 85 | in
Partner, Real Estate | law | GB | 85 | in
Litigation Partner | law | GB | 85 | in
Equity Partner | any | | 85 | in
General Partner | startup | US | 85 | in
Senior Partner | law | GB | 85 | in
Founding Partner | consulting | | 85 | in
Tax Partner | consulting | GB | 85 | in
EVP | any | US | 80 | in
Executive Vice President, Operations | any | US | 80 | in
EVP & CFO | any | US | 90 | in
SVP Engineering | startup | US | 75 | in
Sr. Vice President, Marketing | any | US | 75 | in
VP | any | US | 70 | in
VP Data | any | GB | 70 | in
V.P. of Engineering | any | US | 70 | in
Vice-President, Supply Chain | any | CA | 70 | in
Vice President | university | US | 70 | in
Regional Vice President | any | US | 70 | in
CTO & VP Engineering | startup | US | 90 | in
General Manager | any | GB | 70 | in
General Manager, Rail | any | GB | 70 | in
GM | any | US | 70 | in
Assistant Vice President | any | US | 66 | in
AVP, Claims | insurance | US | 66 | in
Senior Director | any | US | 62 | in
Sr Director, Product | startup | US | 62 | in
Director | any | GB | 58 | in
Operations Director | logistics | GB | 58 | in
Director, Sales | any | US | 58 | in
Director Engineering | startup | US | 58 | in
Medical Director | health | GB | 58 | in
Director of Nursing | health | GB | 58 | in
Account Director | agency | GB | 58 | in
Director of Partner Success | any | US | 58 | in
Director, Office of the CEO | any | US | 58 | in
Head of Finance | any | GB | 58 | in
Head, Data | any | IN | 58 | in
Head of Sales & Marketing | any | GB | 58 | in
Global Head of Data | any | | 58 | in
Head of Account Management | any | GB | 58 | in
Interim Head of Product | startup | GB | 58 | in
Head of Platform (ex-CTO at Foo) | startup | GB | 58 | in
Chief of Staff to the CEO | startup | US | 56 | in
Chief of Staff, Office of the President | university | US | 56 | in
Associate Director | any | US | 54 | in
Deputy Director | public | GB | 54 | in
Assistant Director, Housing | public | GB | 54 | in
Deputy Head of Communications | charity | GB | 54 | in
Principal | consulting | US | 48 | in
Principal Consultant | consulting | GB | 48 | in
Senior Manager | consulting | GB | 46 | in
Senior Engineering Manager | startup | US | 46 | in
Senior Manager, Deal Advisory | consulting | GB | 46 | in
Engineering Manager | any | US | 42 | in
Marketing Manager | any | GB | 42 | in
Fulfilment Manager | logistics | GB | 42 | in
Manager, Data Platform | any | US | 42 | in
Ward Manager | health | GB | 42 | in
Store Manager | retail | GB | 42 | in
Trustee Services Manager | charity | GB | 42 | in
Learning & Development Manager | any | GB | 42 | in
Team Lead | any | US | 38 | in
Team Lead, Support | startup | US | 38 | in
Shift Supervisor | logistics | GB | 38 | in
Warehouse Supervisor | logistics | GB | 38 | in
Assistant Manager | retail | GB | 38 | in
Deputy Manager | health | GB | 38 | in
Tech Lead | startup | GB | 36 | in
Ward Systems Lead | health | GB | 36 | in
Lead Designer | any | GB | 36 | in
Staff Engineer | startup | US | 36 | in
Senior Staff Software Engineer | startup | US | 36 | in
Principal Data Scientist | any | GB | 36 | in
Lead Product Manager | startup | GB | 36 | in
Founding Designer | startup | US | 34 | in
Founding Account Executive | startup | US | 34 | in
Senior Product Manager | startup | US | 30 | in
Senior Project Manager | any | GB | 30 | in
Senior Programme Manager | public | GB | 30 | in
Senior Account Executive | agency | GB | 30 | in
Senior Software Engineer | any | US | 30 | in
Senior Associate | law | GB | 30 | in
Senior Business Partner | any | GB | 30 | in
Sr. Data Analyst | any | US | 30 | in
Product Owner | startup | GB | 24 | in
Technical Product Owner | any | GB | 24 | in
Process Owner | any | | 24 | in
Partner Manager | startup | US | 24 | in
Channel Partner Manager | any | US | 24 | in
Finance Business Partner | any | GB | 24 | in
Sales Executive | any | GB | 24 | in
Customer Success Manager | startup | US | 24 | in
Key Account Manager | any | DE | 24 | in
Project Manager | any | GB | 24 | in
Founder’s Associate | startup | DE | 24 | in
Founders Associate, Growth | startup | GB | 24 | in
Lead Generation Specialist | any | US | 24 | in
Staff Nurse | health | GB | 24 | in
Internal Auditor | bank | GB | 24 | in
Compliance Officer | bank | GB | 24 | in
Higher Executive Officer | public | GB | 24 | in
Software Engineer | any | US | 24 | in
Solicitor | law | GB | 24 | in
Associate | law | GB | 24 | in
Consultant | consulting | GB | 24 | in
Management Consultant | consulting | GB | 24 | in
Policy Adviser | public | GB | 24 | in
Social Worker | public | GB | 24 | in
Wheelchair Technician | health | GB | 24 | in
Executive Assistant to the CEO | any | US | 12 | in
EA to the Managing Director | any | GB | 12 | in
PA to the Chair | charity | GB | 12 | in
Personal Assistant | any | GB | 12 | in
Assistant to the CEO | any | GB | 12 | in
Executive Assistant, Managing Director | any | GB | 12 | in
Executive Assistant for the CEO and CFO | any | GB | 12 | in
Office of the CTO | any | US | 12 | in
CEO’s Office | any | IN | 12 | in
Secretary | any | | 12 | in
Trainee Solicitor | law | GB | 10 | in
Software Engineering Intern | startup | US | 10 | in
Apprentice Electrician | any | GB | 10 | in
Director of First Impressions | startup | US | 10 | off
Head of First Impressions | any | GB | 10 | off
Reception | any | GB | 10 | off
Front Desk Coordinator | health | US | 10 | off
Chair | charity | GB | 100 | off
Chairwoman | any | GB | 100 | off
Vice Chair of Trustees | charity | GB | 100 | off
Chair of Governors | school | GB | 100 | off
School Governor | school | GB | 100 | off
Non-Executive Director | any | GB | 100 | off
Non Executive Director | bank | GB | 100 | off
NED | any | GB | 100 | off
Independent Director | any | IN | 100 | off
Board Member | charity | US | 100 | off
Member of the Board of Directors | any | US | 100 | off
HR Business Partner | any | GB | 24 | off
Senior HR Business Partner | any | GB | 30 | off
People Partner | startup | GB | 24 | off
Talent partner | any | GB | 24 | off
HR Director | any | GB | 58 | off
Head of Talent Acquisition | startup | US | 58 | off
Director, People & Culture | charity | US | 58 | off
People and Culture Director | charity | GB | 58 | off
Chief Human Resources Officer | any | US | 90 | off
CHRO | any | US | 90 | off
VP, People Operations | startup | US | 70 | off
HR Manager | any | GB | 42 | off
Recruiter | any | US | 24 | off
Technical Recruiter | startup | US | 24 | off
Senior Recruiter, Engineering | startup | US | 30 | off
Talent Acquisition Specialist | any | DE | 24 | off
HR Assistant | any | GB | 12 | off
Finance and HR Director | charity | GB | 58 | in
HR & Operations Manager | startup | GB | 42 | in
Head of Student Recruitment | university | GB | 58 | in
Head of Young People’s Services | charity | GB | 58 | in
Former CEO | any | GB | 20 | ask
Ex-CTO | startup | | 20 | ask
Ex-CTO, Head of Platform | startup | | 58 | in
Former Managing Director; Consultant | any | GB | 24 | in
Retired Partner | law | GB | 20 | ask
Professor Emeritus | university | GB | 20 | ask
CTO, formerly CFO | any | | 90 | in
Wizard of Light Bulb Moments | any | | 20 | ask
Ninja | startup | | 20 | ask
Grade 7 | public | GB | 20 | ask
 | any | | 20 | ask
??? | any | | 20 | ask
Managing Director | bank | US | 85 | in
Managing Director, Portfolio Risk | investment bank | US | 85 | in
Executive Director | bank | GB | 70 | in
Director | bank | GB | 70 | in
SVP | bank | US | 70 | in
Senior Vice President, Risk | bank | US | 70 | in
Vice President, Credit Risk | bank | US | 48 | in
VP | banking | US | 48 | in
First Vice President | bank | US | 48 | in
Associate | bank | US | 34 | in
Senior Associate | bank | US | 34 | in
AVP | bank | US | 34 | in
Analyst | bank | US | 24 | in
MD | bank | US | 85 | in
Vice President | food bank | US | 70 | in
Executive Headteacher | school | GB | 95 | in
Head Teacher | school | GB | 95 | in
Head | school | GB | 95 | in
Headmistress | school | GB | 95 | in
Principal | school | US | 95 | in
School Principal | school | US | 95 | in
Vice Principal | school | US | 90 | in
Deputy Head | school | GB | 90 | in
Deputy Headteacher | school | GB | 90 | in
Deputy Head (Pastoral) | school | GB | 90 | in
Head of Maths | school | GB | 58 | in
Head of Sixth Form | school | GB | 58 | in
Teacher | school | GB | 24 | in
Vice-Chancellor | university | GB | 95 | in
Pro-Vice-Chancellor | university | GB | 90 | in
Pro Vice Chancellor (Research) | university | GB | 90 | in
Head of School | university | GB | 58 | in
Department Chair | university | US | 58 | in
Professor, MD | health | US | 42 | in
Helen Ward, MD | health | US | 20 | ask
Consultant Cardiologist, MD | health | GB | 30 | in
Jane Smith MD | any | GB | 20 | ask
Dr Helen Marsh, MD, Chief Nursing Officer | health | US | 90 | in
Associate Partner | consulting | GB | 54 | in
Of Counsel | law | US | 30 | in
Board member and investor | startup | US | 100 | off
Founder in Residence | startup | GB | 20 | ask
Chief Happiness Officer | startup | US | 90 | in
Chief Petty Officer | public | GB | 24 | in
Founder and General Partner | startup | US | 95 | in
Founder and Lead Engineer | startup | US | 95 | in
Owner-Manager | any | GB | 95 | in
Head and Neck Surgeon | health | GB | 24 | in
Director (non-executive) | any | GB | 100 | off
Hon. Treasurer | charity | GB | 100 | off
Adjoint au directeur | any | FR | 54 | in
Product Owner & Business Analyst | any | GB | 24 | in
Research and Development Manager | any | GB | 42 | in
UK Managing Director | any | | 95 | in
Managing Director UK & Ireland | any | US | 95 | in
Board Advisor | startup | US | 24 | in
Bereichsleiter Personal | any | DE | 58 | off
Leiter | any | DE | 58 | in
Gerente de proyecto | any | MX | 24 | in
Deputy Head | any | GB | 54 | in
Executive Director | NGO | KE | 95 | in
Special Assistant to the President | public | US | 12 | in
Head of the Office of the CEO | any | GB | 58 | in
Technical Advisor to the CTO | any | US | 24 | in
Sales Director & Co-Owner | any | GB | 95 | in
VP of Engineering and CTO | startup | US | 90 | in
Head of Product and Partner Success | startup | US | 58 | in
Chief Engineer | any | GB | 58 | ask
Account Owner | any | US | 24 | in
Business Owner | any | GB | 95 | in
President’s Award Coordinator | charity | GB | 24 | in
CEO Communications Manager | any | US | 42 | in
Head of CEO Communications | any | US | 58 | in
Acting Coach | any | GB | 24 | in
Late Shift Supervisor | logistics | GB | 38 | in
Future Leaders Programme Manager | charity | GB | 24 | in
Head Office Manager | any | GB | 24 | in
Ex-Google engineer | startup | US | 20 | ask
Leiter Personal | any | DE | 58 | off
Vertriebsmitarbeiterin | any | DE | 24 | in
Ingénieur commercial | any | FR | 24 | in
Hoofd Personeelszaken | any | NL | 58 | off
Treasurer | charity | GB | 100 | off
Director General | public | GB | 95 | in
Permanent Secretary | public | GB | 95 | in
Geschäftsführer | any | DE | 95 | in
Geschäftsführerin | any | AT | 95 | in
Geschaeftsfuehrer | any | DE | 95 | in
Geschäftsführender Gesellschafter | any | DE | 95 | in
Assistentin der Geschäftsführung | any | DE | 12 | in
Assistenz der Geschäftsführung | any | DE | 12 | in
Mitglied der Geschäftsleitung | any | CH | 90 | in
Vorstand | any | DE | 90 | in
Finanzvorstand | any | DE | 90 | in
Mitglied des Vorstands | bank | DE | 90 | in
Vorstandsvorsitzender | any | DE | 95 | in
Vorsitzender des Vorstands | any | DE | 95 | in
Vorstandsassistent | any | DE | 12 | in
Aufsichtsratsvorsitzender | any | DE | 100 | off
Leiter Vertrieb | any | DE | 58 | in
Leiterin der Buchhaltung | any | DE | 58 | in
Vertriebsleiter | any | DE | 58 | in
Abteilungsleiterin | public | DE | 58 | in
Leitung Marketing | any | DE | 58 | in
Leiter:in Vertrieb | any | DE | 58 | in
Stellvertretender Leiter | any | DE | 54 | in
Personalleiterin | any | DE | 58 | off
Teamleiter | any | DE | 38 | in
Teamleiterin Kundenservice | any | DE | 38 | in
Schichtleiter | logistics | DE | 38 | in
Projektleiter | any | DE | 24 | in
Filialleiter | retail | DE | 42 | in
Schulleiterin | school | DE | 95 | in
Sachbearbeiter | public | DE | 24 | in
Inhaber | any | DE | 95 | in
Gründerin | startup | DE | 95 | in
Praktikantin | any | DE | 10 | in
Werkstudent | startup | DE | 10 | in
PDG | any | FR | 95 | in
Président-directeur général | any | FR | 95 | in
Directeur général | any | FR | 95 | in
Directrice générale | any | FR | 95 | in
Directeur général adjoint | any | FR | 90 | in
Vice-président | any | FR | 70 | in
Directeur commercial | any | FR | 58 | in
Directrice des opérations | any | FR | 58 | in
Directeur d’usine | any | FR | 58 | in
Directeur adjoint | any | FR | 54 | in
Directeur des ressources humaines | any | FR | 58 | off
DRH | any | FR | 58 | off
Responsable marketing | any | FR | 42 | in
Responsable de la production | any | FR | 42 | in
Responsable recrutement | any | FR | 42 | off
Chef d’équipe | any | FR | 38 | in
Chef de projet | any | FR | 24 | in
Cheffe de produit | any | FR | 24 | in
Fondatrice | startup | FR | 95 | in
Assistante de direction | any | FR | 12 | in
Stagiaire | any | FR | 10 | in
Director general | any | ES | 95 | in
Directora general | any | ES | 95 | in
Consejero delegado | any | ES | 95 | in
Presidenta | any | ES | 95 | in
Vicepresidente | any | ES | 70 | in
Directora de Marketing | any | ES | 58 | in
Director de Recursos Humanos | any | ES | 58 | off
Director adjunto | any | ES | 54 | in
Subdirectora | any | ES | 54 | in
Jefe de ventas | any | ES | 42 | in
Jefa de producción | any | MX | 42 | in
Gerente | any | ES | 42 | in
Gerente de operaciones | any | MX | 42 | in
Responsable de logística | any | ES | 42 | in
Jefe de equipo | any | ES | 38 | in
Jefe de proyecto | any | ES | 24 | in
Socia | law | ES | 85 | in
Dueña | any | ES | 95 | in
Becario | any | ES | 10 | in
Algemeen directeur | any | NL | 95 | in
Bestuursvoorzitter | any | NL | 95 | in
Directeur | any | NL | 58 | in
Financieel directeur | any | NL | 58 | in
Adjunct-directeur | any | NL | 54 | in
Hoofd Marketing | any | NL | 58 | in
Hoofd van de afdeling | any | NL | 58 | in
Lid Raad van Bestuur | any | NL | 90 | in
Lid raad van commissarissen | any | NL | 100 | off
Eigenaar | any | NL | 95 | in
Oprichter | startup | NL | 95 | in
Teamleider | any | NL | 38 | in
Leidinggevende | any | NL | 42 | in
Projectleider | any | NL | 24 | in
Directieassistente | any | NL | 12 | in
Stagiair | any | NL | 10 | in
"""
ROWS = [[cell.strip() for cell in line.split("|")] for line in TITLES.strip("\n").splitlines()]


WORDS = [*{word for row in ROWS for word in row[0].split()}, "deputy", "former", ",", "&", "of", "to", "the"]
TITLE = st.lists(st.sampled_from(sorted(WORDS)), max_size=8).map(" ".join) | st.text(max_size=60)
SECTOR = st.sampled_from(
    ["", "any", "bank", "law", "consulting", "school", "university", "charity", "logistics"]
)
RELATION = st.sampled_from(["hiring_manager", "manager", "peer", "recruiter", "agency", "board", "other", ""])


@pytest.mark.parametrize(
    ("title", "sector", "country", "level", "line"),
    ROWS,
    ids=[f"{row[0]}, {row[1]} {row[2]}" for row in ROWS],
)
def test_title(title: str, sector: str, country: str, level: str, line: str) -> None:
    found = rank(title, sector, country)
    assert (found.level, found.in_line, found.ask) == (int(level), line != "off", line == "ask"), found.why


@pytest.mark.parametrize("example", EXAMPLES["titles"], ids=lambda one: f"{one['title']}, {one['sector']}")
def test_example(example: dict[str, object]) -> None:
    found = rank(str(example["title"]), str(example["sector"]))
    assert (found.level, found.in_line) == (example["level"], example["in_line"])


@pytest.mark.parametrize(("higher", "lower"), EXAMPLES["higher_than"])
def test_higher_than(higher: str, lower: str) -> None:
    assert rank(higher).level > rank(lower).level


def test_the_reason_names_the_title_and_its_band() -> None:
    assert rank("Head of Finance").why == "“Head of Finance” ranks as a head of department."
    assert rank("Vice President", "bank").why == "“Vice President” ranks as a vice president of a bank."
    assert rank("CMO", "health").band == "a chief medical officer"
    assert rank("CMO").band == "a chief marketing officer"
    assert rank("Wizard").why == "“Wizard” names no rank known here: say how senior it is."
    assert rank("").why == "No title is recorded: say how senior this is."


def test_hr_is_off_the_line_but_for_roles_in_hr_and_the_hiring_manager() -> None:
    assert rank("HR Director").off_line_as == "hr"
    assert rank("HR Director", role="People Operations Manager").in_line
    assert rank("HR Director", relation="hiring_manager").in_line
    assert rank("Talent Lead", role="Recruiter").in_line
    assert not rank("Operations Lead", relation="recruiter").in_line


def test_an_agency_recruiter_is_never_in_line() -> None:
    for title in ("Managing Director", "Senior Recruiter", ""):
        assert rank(title, relation="agency").off_line_as == "agency"
        assert not rank(title, relation="agency", role="Recruiter", own_rank=100).in_line


@pytest.mark.parametrize(
    "role",
    [
        "Chief Executive",
        "COO",
        "Chief Financial Officer",
        "Managing Director",
        "Headteacher",
        "Executive Director",
    ],
)
def test_a_chair_is_in_line_for_an_executive_role(role: str) -> None:
    assert is_executive(role)
    assert (rank("Chair of Trustees", "charity", role=role).level, rank("Trustee", role=role).in_line) == (
        100,
        True,
    )


@pytest.mark.parametrize(
    "role", ["Chief of Staff", "Deputy CEO", "Head of Finance", "Executive Assistant", ""]
)
def test_a_chair_is_off_the_line_for_any_other_role(role: str) -> None:
    assert rank("Chair", role=role).off_line_as == "board"


def test_somebody_recorded_as_on_the_board() -> None:
    assert rank("Director", relation="board").off_line_as == "board"
    assert rank("Director", relation="board", role="Chief Executive").in_line
    assert rank("Chief Executive", relation="board").level == 95


def test_my_own_rank_wins() -> None:
    found = rank("Trustee", own_rank=60)
    assert (found.level, found.in_line, found.own, found.why) == (
        60,
        True,
        True,
        "You ranked this yourself, at 60 of 100.",
    )
    assert rank("HR Director", own_rank=99).in_line
    assert (rank("CEO", own_rank=TAKEN_OFF).in_line, rank("CEO", own_rank=TAKEN_OFF).level) == (False, 0)
    assert not rank("Wizard", own_rank=30).ask


@pytest.mark.parametrize(
    "text", ["Recruiter", "Head of Talent", "People Operations Lead", "HR Administrator", "HRBP"]
)
def test_work_in_hr(text: str) -> None:
    assert is_hr(text)


@pytest.mark.parametrize(
    "text",
    ["Head of Finance and HR", "Student Recruitment Officer", "Older People’s Services", "Personal Trainer"],
)
def test_work_not_in_hr(text: str) -> None:
    assert not is_hr(text)


@given(TITLE, SECTOR, RELATION, TITLE)
def test_any_words_get_a_rank_on_the_scale(title: str, sector: str, relation: str, role: str) -> None:
    found = rank(title, sector, "GB", relation, role)
    assert 0 <= found.level <= 100
    assert found.in_line == (found.off_line_as == "")
    assert found.why


@given(TITLE, SECTOR)
def test_the_past_never_ranks(title: str, sector: str) -> None:
    words = title.replace(",", " ").replace("now", " ")
    plain = "".join(one for one in words if one.isalpha() or one in " &")
    assert rank(f"Former {plain}", sector).level == 20


@given(TITLE, SECTOR, st.sampled_from(["Interim", "Acting"]))
def test_interim_and_acting_drop_out(title: str, sector: str, word: str) -> None:
    words = [one for one in title.split() if one.isalpha()]
    assert rank(" ".join([word, *words]), sector).level == rank(" ".join(words), sector).level


@given(TITLE, SECTOR, RELATION, st.integers(1, 100))
def test_own_rank_is_the_level_and_brings_into_line(title: str, sector: str, relation: str, own: int) -> None:
    found = rank(title, sector, "US", relation, own_rank=own)
    assert (found.level, found.in_line) == (own, relation != "agency")


@given(TITLE)
def test_what_is_asked_is_never_high(title: str) -> None:
    found = rank(title)
    assert not found.ask or found.level <= 58


@given(TITLE, SECTOR)
def test_case_and_accents_do_not_matter(title: str, sector: str) -> None:
    words = "".join(one for one in title if one.isascii())
    assert rank(words.upper(), sector).level == rank(words.lower(), sector).level


def test_every_band_is_known_to_translators() -> None:
    """A band comes out of the tables; its words are listed once more, where they can be found."""
    known = {value.name for module in TABLES for value in roles_in(vars(module).values())}
    assert known - set(BANDS) == set()


def roles_in(values: Iterable[object], depth: int = 4) -> Iterator[Role]:
    for value in values:
        if isinstance(value, Role):
            yield value
        elif isinstance(value, tuple | list | frozenset) and depth:
            yield from roles_in(value, depth - 1)
        elif isinstance(value, dict) and depth:
            yield from roles_in(value.values(), depth - 1)
