"""Whether a text says no to me, in whatever language and however kindly.

Pure. “If you do not hear from us …” and “we have not decided yet” are no refusals.
"""

from __future__ import annotations

import re

from letters.matching.sentences import folded, sentences

# Folded, so without accents. One sentence is read at a time.
_PLAINLY = re.compile(
    # English
    r"\b(?:regret|sorry) (?:to|that we (?:must|have to)) (?:inform|tell|say|let|advise)|"
    r"\b(?:will|are|have|be|would|can|could|shall)(?: ?n't| not|not) .{0,40}"
    r"(?:progress\w*|proceed\w*|mov(?:e|ing) (?:forward|ahead)|tak(?:e|ing) (?:you|your|things|it)"
    r"|pursu\w+|offer(?:ing)? you|invit(?:e|ing) you)|"
    r"\bwon't be .{0,30}(?:progress|proceed|moving|taking|offering|inviting)|"
    r"\b(?:decided|chosen|opted|agreed|elected) not to (?:progress|proceed|move|take|continue|go"
    r"|offer|invite|pursue|fill|hire)|"
    r"\b(?:decided|chosen|chose|opted|agreed|elected|going|gone|went|proceed\w*|progress\w*"
    r"|mov\w+(?: forward| ahead)?) .{0,40}"
    r"(?:with|for|to appoint|to) (?:an?other|other|the other|someone|somebody|an internal"
    r"|a different|an external|different) ?(?:internal|external)?|"
    r"\b(?:role|job|post|position|offer)\b.{0,30}\b(?:to|by) (?:another|someone|somebody"
    r"|an internal|a different)|"
    r"\b(?:position|role|vacancy|post|job)\b.{0,30}\b(?:has|have|had) (?:now |already "
    r"|since )?been (?:filled|withdrawn|cancelled|closed)|"
    r"\bunsuccessful\b|\bnot (?:been )?(?:successful|selected|shortlisted|chosen)\b|"
    r"\bother (?:candidates|applicants) (?:who|whose|with|more|that)|"
    r"\bunable to (?:offer|progress|take (?:you|your)|proceed|move)|"
    r"\b(?:another|an internal|a different|other) (?:candidate|applicant)s? (?:has |have |was "
    r"|were )?.{0,20}(?:accepted|chosen|selected|offered|appointed)|"
    r"\b(?:appointed|hired|offered it to|picked|selected|chosen|chose) (?:another|an internal"
    r"|someone|somebody)|"
    r"\bit'?s a no\b|\bnot a match\b|\bnot the right (?:fit|match)\b|\bpass on your (?:application"
    r"|candidacy)|"
    # German
    r"\babsage\b(?! des)|\babsagen mussen\b|\bihnen ab(?:zu)?sagen\b|"
    r"\bnicht (?:weiter |naher |mehr )?(?:berucksichtig|in die engere|in die nahere)|"
    r"\bfur (?:einen|eine) (?:anderen?|internen?|mitbewerber)|"
    r"\banderweitig (?:besetz|vergeb)|\bbereits (?:besetzt|vergeben)\b|"
    r"\bgegen (?:ihre|deine) bewerbung\b|\bkeine positive (?:nachricht|ruckmeldung)|"
    r"\bnicht (?:fur sie|fur dich) entschieden|"
    # French
    r"\b(?:pas|plus) (?:ete )?(?:retenue?|selectionnee?)\b|"
    r"\b(?:pas|plus) .{0,20}donner .{0,12}suite|\bne donner\w+ pas suite|\bpas donne .{0,8}suite|"
    r"\b(?:choisi|retenu|opte pour|choix .{0,20}sur) .{0,25}(?:un |une )?autres? (?:candidat|profil)|"
    r"\bpas (?:pu )?(?:retenir|poursuivre|donner une suite)|"
    # Spanish, Italian, Portuguese
    r"\bno (?:has|ha|habeis) sido (?:seleccionad|elegid)|\bno continuar\w* con (?:tu|su)"
    r"|\bcontinuar con otr[oa]s? (?:candidat|perfil)|"
    r"\b(?:otro candidato|otra candidata|otros candidatos|otra persona|otros perfiles)\b|"
    r"\bnon (?:e|sia) stat[ao] (?:selezionat|accolt|scelt)|\b(?:un altro candidato"
    r"|un'altra candidata|altri candidati|altro profilo)\b"
    r"|\bnon (?:proseguire|procedere|dare seguito)|"
    r"\bnao (?:foi|foste|fui) (?:selecionad|escolhid)|\b(?:outro candidato|outra candidata"
    r"|outros candidatos)\b"
    r"|\bnao (?:avancar|prosseguir|dar seguimento|iremos avancar)|"
    # Dutch
    r"\bafgewezen\b|\bandere kandida(?:at|ten)\b|\bniet (?:verder|door) (?:gaan|te gaan|met)"
    r"|\bniet (?:uit te nodigen|geselecteerd)|"
    # Polish, Czech
    r"\binnego kandydata\b|\binna kandydatke\b|\binnych kandydatow\b|\bnie zostal\w* (?:wybran"
    r"|zakwalifikowan)|\bodrzucon|"
    r"\bjineho kandidata\b|\bjinou kandidatku\b|\bjineho uchazece\b|\bnevybrali\b|"
    # Swedish, Danish, Norwegian, Finnish
    r"\b(?:andra|annan) (?:kandidat|sokande)\w*\b|\bga vidare med (?:andra|en annan)"
    r"|\binte gatt vidare\b|"
    r"\b(?:en anden|andre) (?:kandidat|ansoger)\w*\b|\b(?:annen|andre) (?:kandidat|soker)\w*\b|"
    r"\btoisen hakijan\b|\bvalinta ei\b|\bvalituksi tuli toinen\b|\bet tullut valituksi\b|"
    # Turkish, Hungarian, Romanian
    r"\bbaska bir aday\b|\bbasvurunuz .{0,30}olumsuz|\bmasik jelolt|\balt candidat\b"
)
_SORRY = re.compile(
    r"\b(?:unfortunately|leider|bedauern|malheureusement|regret|lamentablemente|desafortunadamente"
    r"|lamentamos|purtroppo|spiacenti"
    r"|infelizmente|lamentavelmente|helaas|spijt|niestety|bohuzel|tyvarr|desvaerre|dessverre|valitettavasti"
    r"|maalesef|sajnos|din pacate)\b"
)
_NO = re.compile(
    r"\b(?:not|no longer|unable|nicht|keine[nr]?|pas|plus|no|non|nao|niet|geen|nie|ne\w+|inte|ikke|ei|emme"
    r"|olumsuz|nem|nu)\b"
)
_CHOICE = re.compile(
    r"\b(?:your application|your candidacy|this (?:role|position|occasion|time)|shortlist\w*|bewerbung"
    r"|bewerber\w*|zusage|auswahl"
    r"|candidature|dossier|candidatura|perfil|profilo|sollicitatie|kandydatur\w*|aplikacj\w*|ansokan"
    r"|ansogning\w*|soknad\w*|hakemu\w+|basvuru\w*"
    r"|palyazat\w*|proceso|selezione|selectie|procedure|rekrutacj\w*)\b"
)
# What would be true only if, what is not decided, what is told of somebody else.
_NOT_YET = re.compile(
    r"\b(?:not yet|yet to|have(?: not|n't) (?:yet )?(?:decided|made)|still (?:deciding|reviewing)"
    r"|noch (?:nicht|keine?|kein)|pas encore"
    r"|aun no|todavia no|non ancora|ancora non|ainda nao|nog (?:niet|geen)|jeszcze nie|annu inte|inte annu"
    r"|endnu ikke|viela)\b"
)
_IF = re.compile(
    r"\b(?:if (?:you|we|your|the|unsuccessful)|should (?:you|your|we)|unless|in case|in the event"
    r"|only (?:shortlisted|successful|those)|whether|either way"
    r"|even if|were (?:you|it)|falls|sollten?|wenn|sofern|ob|si (?:vous|votre|nous|no|usted|tu)"
    r"|sans (?:reponse|nouvelles|retour)|en caso|se (?:non|nao)"
    r"|qualora|caso nao|als (?:je|u|wij|we)|indien|mocht|jesli|jezeli|pokud|om du|hvis)\b"
)
# A no that has been turned round is no longer one.
_TURNED = re.compile(
    r"\b(?:pleased|delighted|happy|glad|thrilled) to (?:offer|invite|confirm|tell|let)|\b(?:has"
    r"|have) (?:since )?(?:withdrawn|dropped out|pulled out|fallen through)"
    r"|\bwould (?:still )?(?:like|love) to (?:offer|invite|meet|see)|\bchanged our minds?\b"
    r"|\bfreuen uns .{0,30}(?:einzuladen|anzubieten)"
)


def refuses(text: str) -> bool:
    """Whether the text says no."""
    if _TURNED.search(folded(text)):
        return False
    return any(_says_no(folded(one)) for one in sentences(text))


def _says_no(sentence: str) -> bool:
    if _IF.search(sentence) or _NOT_YET.search(sentence) or sentence.endswith("?"):
        return False
    sorry = _SORRY.search(sentence) and _NO.search(sentence) and _CHOICE.search(sentence)
    return bool(_PLAINLY.search(sentence) or sorry)
