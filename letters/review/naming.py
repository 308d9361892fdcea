"""Names as people write them: accents, short forms, titles and scripts set aside.

Pure.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from candidacy.names import HONORIFICS
from letters.drafting.lists import word_set

TITLES = HONORIFICS | word_set(
    """
    reverend father sister brother captain colonel major general judge justice baroness baron rabbi imam
    sheikh doctor madam mister mistress messrs mmes mlle mademoiselle sig sig.ra signor signora signore
    dottor dottoressa dottssa avv geom ing don doña dona herrn fräulein frl mevrouw mijnheer meneer dhr mevr
    pan pani hr fr fru frk vorstand direktor direktorin professorin doktor phd md hon honourable rt eng sra
    sres ilmo ilma exmo exma господин госпожа пан пані 先生 女士 小姐 老师 老師 教授 博士 经理 様
    さま さん 殿 氏 君 님 씨 선생님
    """
)
_SHORT = """
abigail abby abbie gail | abraham abe | adam ad | albert al bert bertie | alexander alex al alec sandy
sasha lex xander | alexandra alex alexa sandra sandy sasha lexi | alfred al fred alfie | alice ali |
alison ali | allan al | amanda mandy | amelia amy millie | andrea andi andie | andrew andy drew | angela
angie ange | ann anne annie nan | anna annie ania anya | anthony tony ant | antonia toni tonia | arthur
art artie | barbara barb barbie babs | beatrice bea trixie | benedict ben | benjamin ben benny benji |
bernard bernie | bethany beth | bradley brad | bridget bridie | caroline caro carrie | catherine kate
cathy cat katie kath cath | katherine kate kathy kat katie kath kit | kathryn kate kathy kat katie kath |
kathleen kath kathy | cecilia cece | charles charlie chuck chas | charlotte charlie lottie | christian
chris | christina chris tina chrissie | christine chris tina chrissie | christopher chris kit topher |
clara clare | cynthia cindy | daniel dan danny | danielle dani | david dave davey dai | deborah deb debbie
debs | dennis den denny | derek del | diana di | donald don donnie | dominic dom nic | dorothy dot dottie
dolly | douglas doug | edmund ed eddie ned | edward ed eddie ted ned teddy | edwin ed eddie | eleanor
ellie nell nora | elizabeth liz beth lizzie | eliza betty libby bess lisa | elisabeth liz beth lisa
lisbeth | ellen nell ellie | emily em emmy | emma em | ernest ernie | eugene gene | evelyn evie eve |
ezekiel zeke | felicity flick fliss | florence flo flossie | frances fran frankie | francis frank fran |
franklin frank | frederick fred freddie freddy | friedrich fritz | gabriel gabe | gabriella gabby gabi |
geoffrey geoff jeff | jeffrey jeff | george georgie | georgina georgie gina | gerald gerry jerry | gerard
gerry | gillian gill jill | gregory greg | gwendolyn gwen | hannah han | harold harry hal | harriet hattie
harry | helen nell | henry harry hal hank | herbert herb bert | howard howie | isabel izzy bel | isabella
izzy bella | jacob jake | jacqueline jackie jacqui | james jim jimmy jamie | janet jan | jane janey |
jasmine jas jaz | jennifer jen jenny jenn | jeremy jem jez jerry | jessica jess jessie | joan joanie |
joanna jo anna | joanne jo | john johnny jack jon | jonathan jon jonny jonty nathan | johannes hans jo |
joseph joe joey jo | josephine jo josie | joshua josh | judith judy jude | julia jules julie | julian
jules | julie jules | karen kaz | kenneth ken kenny | kevin kev | kimberly kim kimberley | kristen kris |
laura lauri | lawrence larry | laurence larry laurie | leonard len leo lenny | leslie les | lewis lew |
lillian lily lil | louis lou louie | louise lou | lucinda lucy cindy | lucy lu | madeleine maddie maddy |
malcolm mal malc | margaret maggie meg peggy marge margie greta madge rita | maria mia | marilyn mari |
martha marty | martin marty | mary molly polly mae | matthew matt matty | matthias matt | maurice mo |
maximilian max | maxine max | megan meg | melanie mel | melissa mel lissa | melvin mel | michael mike mick
mickey micky mikey | michelle shell shelley | miriam mim miri | mitchell mitch | mohammed mo mohamed
muhammad mohammad | morgan mo | nancy nan | natalie nat | natasha tasha nat | nathan nate nat | nathaniel
nate nat nathan | neil neal | nicholas nick nicky nico | nicola nicky nic nikki | nicole nicky nikki nic |
nigel nige | norman norm | oliver ollie olly | olivia liv livvy | oscar oskar ossie | pamela pam |
patricia pat trish patsy tricia patty | patrick pat paddy | paul pauly | penelope penny | peter pete |
philip phil pip | phillip phil | philippa pippa pip | phyllis phyl | rachel rach | ralph ralphie |
randolph randy | raymond ray | rebecca becky becca bex | reginald reg reggie | richard rick dick rich
richie ricky | robert rob bob bobby robbie bert | roberta bobbie | roderick rod | rodney rod | roger rodge
| roland rolo | ronald ron ronnie | rosalind ros roz | rosemary rosie rose | roseanne rose | rowena ro |
roxanne roxy | rudolph rudy | rupert ru | russell russ | ruth ruthie | samantha sam sammy | samuel sam
sammy | sarah sally sadie | scott scotty | sebastian seb basti | sheila shell | shirley shirl | sidney sid
| silvia sylvie | simon si | solomon sol | sophia sophie | sophie soph | stanley stan | stephanie steph
stevie | stephen steve stevie | steven steve stevie | stuart stu | stewart stew stu | susan sue susie suzy
| susannah sue susie zannah | suzanne sue suzy | sydney syd | tabitha tabby | teresa tess terry tessa |
theresa tess terry tessa | terence terry tel | theodore ted theo teddy | thomas tom tommy | timothy tim
timmy | tobias toby | tomasz tomek tom | ursula uschi | valerie val | vanessa nessa | veronica ronnie vera
| victor vic | victoria vicky vic tori | vincent vince vinny | virginia ginny | vivian viv | vivienne viv
| walter wally walt | wilfred wilf | wilhelm willi | william will bill billy willy liam | winifred win
winnie | yvonne vonny | zachary zach zac | aleksandra ola | aleksander olek | katarzyna kasia | małgorzata
gosia | agnieszka aga | joanna asia | krzysztof krzys | francisco paco pancho | jose pepe | ignacio nacho
| dolores lola | guadalupe lupe | enrique quique | eduardo edu | alejandro alex | giuseppe beppe pino |
giovanni gianni | francesco franco | jean-baptiste jb | dmitri dima | aleksei alyosha | ekaterina katya |
anastasia nastya | mikhail misha | ivan vanya | yevgeny zhenya | natalia natasha | siobhan shiv | padraig
paddy
"""


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    groups = [set(group.split()) for group in _SHORT.split("|") if group.strip()]
    forms: dict[str, set[str]] = {}
    for group in groups:
        for name in group:
            forms.setdefault(fold(name), set()).update(fold(one) for one in group)
    return {name: frozenset(found) for name, found in forms.items()}


_LIGATURES = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "’": "'",
        "ʼ": "'",
    }
)


def fold(word: str) -> str:
    """In lower case, without accents and marks."""
    low = unicodedata.normalize("NFKD", word.casefold().translate(_LIGATURES))
    return "".join(sign for sign in low if not unicodedata.combining(sign))


def spelled(word: str) -> frozenset[str]:
    """The ways a name may be written without its accents: *Müller*, *Muller*, *Mueller*."""
    low = unicodedata.normalize("NFC", word.casefold())
    german = low
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("å", "aa"), ("ø", "oe")):
        german = german.replace(umlaut, letters)
    return frozenset({fold(low), fold(german), fold(low.replace("'", "").replace("’", ""))})


def name_words(text: str) -> list[str]:
    """The words of a name, without titles and the marks around them; double names also in their parts."""
    found = []
    for piece in re.split(r"[\s,;:/&()“”\"·・]+", text):
        word = piece.strip(".,!?;:-–—'’،，、。")
        if word and fold(word) not in _FOLDED_TITLES:
            found.append(word)
    return found


_FOLDED_TITLES = frozenset(fold(one) for one in TITLES)


def parts_of(name: str) -> frozenset[str]:
    """Every form of every word of a name that a salutation may use."""
    found: set[str] = set()
    for word in name_words(name):
        for part in {word, *re.split(r"[-‐‑]", word)} - {""}:
            found |= spelled(part)
    return frozenset(found)


def is_part(word: str, parts: frozenset[str]) -> bool:
    """Whether that word names whoever has these parts: as written, as an initial, or as a short form."""
    for form in spelled(word):
        if form in parts or any(form in _short_forms().get(part, ()) for part in parts):
            return True
        pieces = [piece for piece in re.split(r"[-‐‑.]", form) if piece]
        if len(pieces) > 1 and any(piece in parts for piece in pieces):
            return True
        if len(form) == 1 and any(part.startswith(form) for part in parts):
            return True
    return False


def script(word: str) -> str:
    """The script of a word's first letter, such as LATIN or CYRILLIC; Chinese and Japanese are one."""
    letter = next((sign for sign in word if sign.isalpha()), "")
    name = unicodedata.name(letter, "").split(" ")[0] if letter else ""
    return "CJK" if name in ("CJK", "HIRAGANA", "KATAKANA", "HANGUL") else name
