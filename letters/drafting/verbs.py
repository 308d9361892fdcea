"""The verbs that notes of interviews are made of, with their forms.

Regular forms are generated; the irregular ones are listed. A word may be several forms at once (``put``)
and a noun besides (``claims``), so callers decide by its neighbours.
"""

from __future__ import annotations

from functools import cache

from letters.drafting.lists import word_set

REGULAR = """
delete shorten lengthen loosen unpack unlock prune simplify untangle
abandon absorb accept account achieve acknowledge act add address adjust administer admit adopt advance
affect aggregate agree aim allocate allow analyse announce answer anticipate apologise apologize appear
apply approach approve archive argue arrange arrive ask assemble assert assess assign assist assume
assure attach attack attend attract audit automate avoid award back bake balance banish base battle
believe belong benchmark bill blame block boil book boost borrow bother bounce box breach brew
bridge brief budget bundle bury calculate call calm camp cancel capture care carry cause cease celebrate
certify chair challenge change charge charter chase chat check chip chop circulate cite claim clap
clarify classify clean clear climb close cluster coach code collapse collect combine commit commute
compare compete complain complete compose compost compute concentrate concern confirm confront confuse
connect consider consolidate consume contact continue contract contribute control convert convince cook
coordinate cope copy correct correspond count cover crack crash crave create crochet cross crush
cultivate curate customise cycle dance date debate debug decide declare decline decrease dedicate dedupe
default defend define delay delegate deliver demand demonstrate deny depart depend deploy derive describe
deserve design destroy detail detect determine develop devote diagnose differ digest digitise digitize
direct disagree disappear discover discuss dislike dismiss dispatch dispute distribute disturb dive
divide document dominate donate double doubt draft drag drain dread drift drop drown duplicate earn ease
edit educate eliminate email embed emerge employ empower empty enable encounter encourage end endorse
endure enforce engage enjoy enrol enroll ensure enter equip erupt escalate escape establish estimate
evaluate evolve examine exceed exchange exclude excuse execute exercise exhaust exist expand expect
experience experiment expire explain explode explore export expose express extend extract face fail
favour fear feature fence fetch figure file fill filter finance finish fire fish fit fix flag flash flick
flip flood flow focus fold follow forage force formulate forward foster found frame free frustrate fulfil
fulfill fund gain garden gather generate grade graduate grant greet group grumble guarantee guard guess
guide halve hamper hand handle happen harm harvest hate haul head heal help hesitate hike hire hoover
hope host hug hunt identify ignite ignore illustrate imagine implement import impress improve include
increase indicate induce inflate influence inform inherit inquire insist inspect inspire install instruct
insult integrate intend interpret interrupt intervene introduce invent invest investigate invite invoice
involve iron issue iterate jam jog join joke judge juggle jump justify kayak kick kill knit knock label
lack lag land lapse last laugh launch leak lift like limit linger link list listen live load lobby locate
lock log look love lower maintain manage mandate map march mark market master match matter measure melt
mend mention mentor merge merit message migrate mime mind misread miss mistrust mix moan model moderate
monitor motivate mount move mow mulch multiply nag name nap narrate narrow navigate need neglect
negotiate niggle nominate note notice nudge nurture observe obtain occupy occur offer offload onboard
open operate oppose opt order organise organize outline outsource outweigh overflow overlap overload own
pack paint pair park pass patch pause pave pedal perform persist persuade pester phone photograph pick
pile pilot pitch place plan plant plaster play plead please plug point polish poll post postpone pour
practice practise precede prefer prepare present preserve press pretend prevent price print prioritise
prioritize probe proceed process proclaim procure produce program promise promote prompt propose protect
prototype prove provide publish pull pump purchase push puzzle qualify quantify question queue quilt
quote raise rally range rank rate reach react realise realize reassign reassure rebook recall receive
recheck reckon recognise recognize recommend reconcile record recover recruit redesign redirect reduce
refer referee reflect reform refresh refund refuse regard register regret regulate rehearse rehome
reinforce reject rejoin relabel relate relaunch relax release relieve relocate rely remain remember
remind remove rename renew renovate rent reopen reorder reorganise repair repeat rephrase replace reply
report repot represent reproduce request require reroute reschedule rescue research resend resent reserve
resign resist resolve respect respond rest restart restock restore restrict restructure result retain
retell retire retrain return retype reuse reveal reverse review revise revive reward rhyme risk roam
roast roll rotate route row rule rush sail salvage sample save scale scan scatter schedule scold score
scramble scrap scrape screen search seat secure seem segment seize select separate serve settle shadow
share sharpen shelve shift ship shop shout shred shrug sigh sign simplify siphon skate sketch ski skip
slam slice slip slow smile smoke smooth snap sniff soar soften solve sort sound source spare spark
specify spill splash sponsor spot spur squeeze stabilise stack staff stage stall stamp standardise
standardize staple start state stay steer step stimulate stir stop store straighten strain streamline
stress stretch strip struggle study submit subscribe succeed suffer suggest suit sulk summarise summarize
supervise supply support suppose surf surface surge surprise survey survive suspect suspend sustain swamp
swap switch synchronise tackle tag tailor talk tangle tap target taste team tease template tempt tend
test text thank tick tidy tighten time tinker tolerate toss tot touch tour trace track trade trail train
transcribe transfer transform translate transmit travel treat trial trigger trim triple trouble trust try
tumble tune turn tutor tweet twist type unblock uncover underestimate undermine underpay underperform
understaff unify unload unpick unveil update upgrade upload urge use value vary vent verify vet view
visit voice volunteer vote wait waive walk wander want warm warn wash waste watch water weaken weigh
welcome whinge whip whisper whistle widen wire wish wonder work worry wrap wrestle yearn yell yield
"""

IRREGULAR = """
die died died|light lit lit
arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become
begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled
blow blew blown|break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast
build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught
choose chose chosen|cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut
deal dealt dealt|dig dug dug|do did done|draw drew drawn|dream dreamt dreamt|drink drank drunk
drive drove driven|dwell dwelt dwelt|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden
forecast forecast forecast|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
get got got|give gave given|go went gone|grow grew grown|hang hung hung|have had had|hear heard heard
hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid
lead led led|lean leant leant|leap leapt leapt|learn learnt learnt|leave left left|lend lent lent
let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met
misread misread misread|mistake mistook mistaken|misunderstand misunderstood misunderstood
outgrow outgrew outgrown|overhear overheard overheard|overrun overran overrun|oversee oversaw overseen
overtake overtook overtaken|pay paid paid|put put put|quit quit quit|read read read
rebuild rebuilt rebuilt|redo redid redone|repay repaid repaid|retell retold retold
rethink rethought rethought|rewrite rewrote rewritten|ride rode ridden|ring rang rung|rise rose risen
run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set
sew sewed sewn|shake shook shaken|shine shone shone|shoot shot shot|show showed shown
shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept
slide slid slid|speak spoke spoken|spell spelt spelt|spend spent spent|spin spun spun|split split split
spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck
swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught
tear tore torn|tell told told|think thought thought|throw threw thrown|undergo underwent undergone
understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld
upset upset upset|wake woke woken|wear wore worn|weave wove woven|win won won|wind wound wound
withdraw withdrew withdrawn|withhold withheld withheld|write wrote written
"""

# Their last consonant doubles though the simple rule below would not have it so.
_DOUBLING = word_set(
    """
    admit commit compel control enrol equip expel fulfil level model occur omit patrol permit prefer
    propel refer regret submit transfer travel cancel label signal total tunnel fuel quarrel worship
    kidnap program begin forget forbid upset debug embed overlap unplug format
    """
)
_NOT_DOUBLING = word_set("fix mix box row show view tow vow play pay stay say relax tax wax draw claw")

# Verbs that mostly take an object: their past form without one is a participle ("claims handled by hand").
TRANSITIVE = word_set(
    """
    accept approve archive assign attach bill book bring build bury carry catch chase check collect copy
    count deliver describe design dispatch do document draft draw duplicate email enter export feed file
    fill find fix flag give handle hide hire hold import invoice issue keep key label leave lock log
    lose maintain make manage mislay miss need onboard own pack park pay pick place plan post print
    process produce put question quote raise receive reconcile record refund reject release repair
    replace reproduce review save schedule see sell send set share shelve ship sign skip sort split spot
    stack staff store submit tag take tell test throw trace track train transcribe type understaff
    update upload use value verify waste win write
    """
)

# Verbs whose -s form is as often a plural noun: "returns pile up", "calls from clients".
NOUNY = word_set(
    """
    account act address aim answer approach audit award balance bar base battle bet bid bill blame block
    board book box breach break bridge brief broadcast budget build bundle buy call camp care cast catch
    cause chair challenge change charge check claim close cluster coach code concern contact control
    cook copy cost count cover crash credit cross crowd cut cycle date deal debate decline decrease
    default delay delegate demand design detail dispatch dispute document doubt draft drag drain draw
    drawer dream drift drink drive drop duplicate ease email end estimate exchange experience experiment
    export face fall fear feature feed fence fight figure file filter finance find finish fire fish fit
    fix flag flood flow focus force forecast form frame fund garden grade graduate grant grind group
    guarantee guard guess guide hand handle harvest head help hide hike hire hit hold hope host import
    incident increase invoice iron issue jam joke judge kick knock label lack lag land lapse laugh lead
    leak leap lie lift limit link list load lobby lock log look map march mark market master match
    measure mentor message mistake model monitor move name need note notice offer open order outline
    overload pack paint pair park pass patch pause pay phone photograph pick pile pilot pitch place plan
    plant plaster play plug point position post present press price print process produce profile
    program programme project promise prompt prototype pull pump purchase push question queue quilt
    quote raise range rank rate record recruit reform refund register regret release rent repair repeat
    reply report request rescue research reserve resolve rest restart result return review reward rhyme ride
    ring rise risk roll route row rule run rush sail sale sample scale scan schedule score scrap scrape
    screen search seat segment set shadow share shift ship shop shout show sign sketch skip slide slip
    snag sound source spell spin split sponsor spot spread squeeze stack staff stage stall stand start
    state stay step stop store strain stress stretch strike strip structure struggle study suit supply
    support surge surprise survey suspect swap sweep swing switch tackle tag talk tap target team tear
    template test text throw tick time tool touch tour trace track trade train transfer travel trial
    trigger trim trouble trust tune turn tutor twist type update upgrade upset use value view visit
    voice volunteer vote wait walk wash watch water whistle win wish wonder work worry wrap yield
    """
)


def _doubles(base: str) -> bool:
    if base in _DOUBLING:
        return True
    if base in _NOT_DOUBLING or len(base) < 3 or base[-1] in "aeiouwxyh":
        return False
    short = sum(letter in "aeiouy" for letter in base) == 1
    return short and base[-2] in "aeiou" and base[-3] not in "aeiou"


def s_form(base: str) -> str:
    """Third person singular: *want* → *wants*."""
    if base in ("be", "have", "do", "go"):
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}[base]
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def ing_form(base: str) -> str:
    """*put* → *putting*."""
    if base == "be":
        return "being"
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"


def _ed_form(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


@cache
def _table() -> tuple[dict[str, tuple[str, str]], dict[str, frozenset[tuple[str, str]]]]:
    """Base → (past, participle), and word → its (base, form) readings."""
    bases = {base: (_ed_form(base), _ed_form(base)) for base in REGULAR.split() if "-" not in base}
    for line in IRREGULAR.strip().splitlines():
        for entry in line.split("|"):
            base, past, participle = entry.split()
            bases[base] = (past, participle)
    readings: dict[str, set[tuple[str, str]]] = {}
    for base, (past, participle) in bases.items():
        pairs = {(base, "base"), (s_form(base), "s"), (past, "past"), (participle, "part")}
        pairs |= (
            {(ing_form(base), "ing"), (_ed_form(base), "past"), (_ed_form(base), "part")}
            if (past.endswith("t") and base in ("learn", "burn", "dream", "lean", "leap", "spell"))
            else {(ing_form(base), "ing")}
        )
        for word, form in pairs:
            readings.setdefault(word, set()).add((base, form))
    return bases, {word: frozenset(found) for word, found in readings.items()}


def readings(word: str) -> frozenset[tuple[str, str]]:
    """What a word may be as a verb: pairs of base and form (base, s, past, part, ing)."""
    return _table()[1].get(word.lower(), frozenset())


def is_form(word: str, *forms: str) -> bool:
    """Whether the word may be one of these forms of a known verb."""
    return any(form in forms for _, form in readings(word))


def base_of(word: str, *forms: str) -> str:
    """The verb a word is a form of, or an empty text."""
    return next((base for base, form in sorted(readings(word)) if not forms or form in forms), "")


def participle(base: str) -> str:
    """*take* → *taken*."""
    return _table()[0].get(base, ("", _ed_form(base)))[1]


def past(base: str) -> str:
    """*take* → *took*."""
    return _table()[0].get(base, (_ed_form(base), ""))[0]


def known(base: str) -> bool:
    """Whether the verb is in the lexicon."""
    return base in _table()[0]
