"""The wordings that the checks look for, as patterns; a start from trials, grown by reading letters.

Pure. A blank stands for any white space, ’ for either apostrophe or a forgotten one.
"""

from __future__ import annotations

import re
from functools import cache


def listed_patterns(text: str) -> tuple[str, ...]:
    """The patterns of a list, one a line; a line set further in goes on with the one above."""
    found: list[str] = []
    for line in text.strip("\n").splitlines():
        if line.startswith(" " * 8) and found:
            found[-1] += line.strip()
        elif line.strip():
            found.append(line.strip())
    return tuple(found)


PLACEHOLDERS = listed_patterns(
    r"""
    \[[^\]\n]{1,60}\]
    \{\{?[^{}\n]{1,60}\}?\}
    <(?:name|first ?name|last ?name|company|role|position|title|date|insert\b[^>\n]{0,40}
        |your [^>\n]{1,30})>
    %(?:FIRST|LAST|NAME|COMPANY)\w*%
    \*\|[A-Z_]{2,20}\|\*
    \$\{[^}\n]{1,40}\}
    \b(?:XX+|TBD|TBC|TODO|FIXME|lorem ipsum)\b
    _{3,}
    \b(?:insert|add|your|enter) (?:name|company|role|topic|date|detail|example)s? here\b
    \(\s*(?:insert|fill in|add)\b[^)\n]{0,60}\)
    """
)
# Salutations that could stand on any letter.
ANYBODY = listed_patterns(
    r"""
    \bdear (?:sir(?!\s+(?-i:[A-Z]))|madam|sirs|madams|sir/madam|sir or madam|madam or sir|all|team|colleagues?
        |recruiter|interviewer|recruitment(?: team)?|hr(?: team| manager| department)?|human resources
        |(?:the )?hiring (?:manager|team|committee|panel|lead)|talent (?:team|acquisition(?: team)?)
        |selection (?:committee|panel)|interview panel|panel)(?=\s*(?:[,:;!.–-]|$))
    \bto whom (?:it|this) may concern\b
    ^\s*(?:hi|hello|hey|greetings)[,!]? (?:hiring (?:manager|team)|recruiter|sir|madam|sir/madam)\b
    \bsehr geehrte damen und herren\b
    \b(?:madame, monsieur|messieurs|a quien corresponda|muy señor(?:es)? míos?)\b
    """
)
GUILT = listed_patterns(
    r"""
    \b(?:i|we)\b[^.?!\n]{0,14}?(?:not|never|n’t) (?:yet |ever |actually )?(?:hear|heard)\b(?! (?:of|that
        |about|it|you say|anyone|anybody|a|an|the|such|this|any(?! ?thing)\b(?! ?one))\b)
    \b(?:i|we)\b[^.?!\n]{0,14}?(?:not|never|n’t) (?:yet |ever )?(?:hear|heard) (?:anything|a word|a thing
        |any news|any more)\b
    \bhaving (?:not|never) heard\b
    \bnot having heard\b
    \b(?:have not|haven’t|has not|hasn’t|had not|hadn’t|never|did not|didn’t|yet to
        |without) (?:yet )?(?:received|receiving|receive|got|get|getting|had|have
        |seen?) (?:a |an |any |your |even a )?(?:single )?(?:reply|response|answer|word|news|update
        |feedback|decision)\b
    \b(?:there (?:has|was|is|’s)[^.?!\n]{0,8} )no (?:reply|response|answer|word|news|feedback)\b
    \b(?:had|have|got|with|received|been|still|getting|received) no (?:reply|response|answer|word|news
        |feedback)\b
    \bno (?:reply|response|word|answer) (?:from|yet|so far|since|at all|to my)\b
    ^no (?:reply|response|answer|word)\b
    \bno one (?:has )?(?:replied|answered|responded|got back)\b
    \bnobody (?:has )?(?:replied|answered|responded|got back)\b
    \byou (?:have not|haven’t|did not|didn’t|never|still haven’t) (?:yet )?(?:replied|reply|answered
        |answer|responded|respond|got back|get back|gotten back|written back|write back|come back|called
        |call)\b
    \byou (?:had |have )?(?:said|promised|told me|assured me|mentioned|indicated
        |agreed) (?:that )?you(?:’d| would|’ll| will| were going to) (?:let me know|get back|be in touch
        |be back in touch|come back|call|ring|phone|write|reply|respond|answer|decide|email|e-mail
        |contact|have (?:a|an) (?:answer|decision)|make (?:a|your) decision|hear|update|send me|follow up
        |confirm|tell me)\b
    \b(?:as|like) (?:you )?promised(?: by you)?,? (?:you|i (?:was|am))\b
    \byou promised (?:me |to )
    \bi was (?:promised|told|assured|led to believe)(?: that)? (?:i|an? (?:answer|decision|reply)|you)\b
    \b(?:still|been|am|are|and) waiting (?:to hear|for (?:a|an|any|your|the|some|word|news|feedback
        |you))\b
    \bstill waiting\b
    \bkeep(?:ing)? me waiting\b
    \bleft (?:me )?(?:hanging|in the dark|waiting)\b
    \bin limbo\b
    \bas (?:i|per) (?:mentioned|said|my (?:last|previous|earlier)) ?(?:e-?mail|message|letter|note)?\b
    \bas (?:stated|mentioned) in my (?:last|previous|earlier) (?:e-?mail|message|letter|note)\b
    \bmy (?:second|third|fourth|fifth|2nd|3rd|4th) (?:time|attempt|e-?mail|message|letter|note)\b
    \b(?:second|third|fourth|fifth) (?:time|attempt) (?:i|that i|to (?:reach|contact|write))\b
    \b(?:the|a) (?:second|third|fourth|fifth) (?:e-?mail|message|reminder|attempt)\b
    \bthird time i\b
    \b(?:several|many|multiple|three|two|repeated) (?:unanswered )?(?:attempts|e-?mails|messages) (?:to
        |without|and)\b
    \bmy (?:[\w-]+ ){0,3}(?:unanswered|ignored)\b
    \b(?:left|gone|went|remain(?:s|ed)?) unanswered\b(?=[^.?!\n]{0,30}\b(?:i|my|me)\b)
    \bdid you (?:get|receive|see|read|manage to (?:read|see))(?: a chance to \w+)? my\b
    \bdid my (?:e-?mail|message|letter) (?:reach|get|arrive)\b
    \bhave you (?:received|read|seen|had a chance to (?:read|look at|review)) my\b
    \bi (?:really |badly |desperately |urgently )?need (?:this|the|a) (?:job|role|position)\b
    \bi need to know\b
    \b(?:desperate|desperately|anxious(?:ly)? (?:awaiting|waiting|to hear|about)|anxiously
        |eagerly (?:awaiting|await|waiting)|waiting impatiently
        |getting worried)\b
    \bi(?:’m| am)(?: getting| growing)? impatient\b
    \bwhy (?:is|has) (?:this|it) (?:is |been )?(?:taking|taken)\b
    \bwhy is this taking\b
    \bwhy (?:haven’t|have not|hasn’t|has no(?:t| one)|didn’t) (?:you|anyone|anybody|it)\b
    \bwhat is taking so long\b
    \b(?:asap|a\.s\.a\.p|as soon as possible|urgent(?:ly)?|at your earliest convenience
        |without (?:further )?delay|time[- ]sensitive)\b
    \bi must (?:insist|know|ask you to|have an answer)\b
    \bi expect(?:ed)? (?:a|an|to (?:hear|have heard)|you to|better|more)\b
    \bdisappoint(?:ed|ing|ment)\b
    \bfrustrat(?:ed|ing) (?:that|by|not|to|with (?:the|your) (?:silence|delay|wait|process|lack))\b
    \bdishearten(?:ed|ing)\b
    \bhurt(?:s|ful)? (?:that|to|not)\b
    \b(?:common|basic|professional) courtesy\b
    \bthe (?:least you|courtesy of)\b
    \byou owe me\b
    \bi deserve\b
    \bif i do(?:n’t| not) hear\b
    \bunless i hear\b
    \bplease (?:reply|respond|answer|let me know|confirm|get back to me)[^.?!\n]{0,20} (?:by|before|today
        |tomorrow|this week|immediately|soon as)\b
    \b(?:your|the|this) (?:long |continued |total |complete )?silence\b
    \b(?:days|weeks|months?|much|such) of silence\b
    \bsilence (?:from|since|on your|has)\b
    \bradio silence\b
    \bghost(?:ed|ing)\b
    \bignor(?:ed|ing) (?:me|my)\b
    \bit(?:’s| has| is)(?: now)?(?: been)? (?:over |more than |nearly |almost |already )?(?:\d+|one|two
        |three|four|five|six|several|a|many) (?:whole |full |long )?(?:days?|weeks?
        |months?)(?: now)?(?: and| since (?:i|we|my|our) [^.?!\n]{0,40}(?:and|but)) (?:i|you|no|nobody
        |still|nothing)\b
    \b(?:were|was) (?:supposed|meant|due) to (?:get back|hear|let me know|be in touch|come back|call
        |reply|contact)\b
    """
)
EMPTY_NUDGE = listed_patterns(
    r"""
    \bjust (?:checking|following|reaching|touching|circling|chasing|wanted to (?:check|follow|touch|see
        |reach|ask)|writing to (?:check|follow|see|ask)|a (?:quick )?(?:note|line|message|reminder
        |nudge) to (?:check|follow|see|ask)|a (?:quick|gentle|friendly) (?:check|reminder|nudge|follow))\b
    \b(?:check|checking|checked) in (?:on|about|to|with|and|again|regarding)\b
    \bchecking in\b
    \bi(?:’m| am) (?:just )?(?:checking|chasing)\b
    \bto check (?:on|where|whether there)\b
    \btouch(?:ing)? base\b
    \bcircl(?:e|ing) (?:back|round)\b
    \b(?:bump|bumping|float|floating|pop|popping|push|pushing) (?:this|it|my (?:e-?mail|message
        |note)) (?:back )?(?:up|to the top)?\b
    \b(?:any|some|an) (?:further |more |new )?updates?\b
    \bany (?:further |more |new )?news\b
    \bupdate on (?:my|the|your|where)\b
    \bfollow(?:ing)?[- ]?up (?:on|about|regarding|with) (?:my|the|our|you
        |this) ?(?:recent |last |job |earlier |previous )?(?:application|interview|e-?mail|conversation
        |message|letter|note|meeting|position|role)?\b
    \b(?:gentle|friendly|quick|little) (?:reminder|nudge|follow[- ]?up|ping|chaser)\b
    \b(?:the )?status of (?:my|the) (?:application|candidacy|interview|position|role|process|hiring)\b
    \bwhere (?:things|we|you|i) (?:stand|are)(?: with| on| in)? (?:the|my|your|this)?\b(?= (?:process
        |application|role|position|decision|hiring|recruitment))
    \b(?:wondering|curious|keen to know|like to know|love to know|see|ask) (?:if|whether) (?:there (?:is
        |was|were|are|has been|have been)|you(?:’d| had| have|’ve))(?: been)? (?:any |a |made (?:a|any
        |your) |come to a |reached a )(?:update|news|decision|progress|feedback|word)\b
    \bhave you (?:made|reached|come to|taken) (?:a|any|your) decision\b
    \bhas (?:a|any) decision been\b
    \breaching out (?:again|to (?:see|check|follow|ask))\b
    """
)
APOLOGY = listed_patterns(
    r"""
    \b(?:sorry|apologies|apologise|apologize) (?:to|for|about|if) (?:be |being )?(?:bother\w*|disturb\w*
        |troubl\w*|(?:the |my |any )?(?:delay|late\w*|long silence|inconvenience|intrusion|slow|length
        |long)|being|(?:e-?mail|writ|chas|message|contact|reach|tak|pester|nag|hound|follow|wast|bombard
        |go|ask)\w*|a pain|a nuisance|i(?:’m| am)|this|another|yet another|keep\w*|not)\b
    \b(?:i(?:’m| am) |so |very |terribly )sorry (?:that|i|it|this)\b
    \bapologi[sz]e for\b
    \bmy apologies\b
    \bplease (?:forgive|excuse|pardon) (?:me|my|the|this)\b
    \bforgive (?:me|my)\b
    \bapologies (?:for|if|that)\b
    \bi (?:know|realise|realize|understand|appreciate|am sure|’m sure|can imagine
        |imagine)(?: that)?(?: how busy you(?: are|’re)| your (?:schedule|time|diary
        |calendar) is (?:\w+ )?(?:busy|full|packed|limited|hectic|tight)| things are (?:\w+ )?(?:busy
        |hectic))\b
    \byou(?:’re| are| must be| must all be)
        (?: all)? (?:probably |no doubt |surely |very |so |extremely |incredibly |really |
        terribly )*(?:busy|swamped|snowed under|stretched thin)\b(?! (?:season|period|time of))
    \bi hate to\b
    \bi do(?:n’t| not) (?:want|mean|wish) to (?:bother|disturb|trouble|pester|take|be a|nag|hassle
        |intrude)\b
    \bi hope (?:i(?:’m| am) not|this is not|this isn’t|it is not|you do(?:n’t| not) mind)(?: (?:bother
        |disturb|troubl|pester|a bother|too much|an? (?:imposition|intrusion|bother)|me|my))?
    \bif it(?:’s| is) not too much (?:trouble|bother|to ask)\b
    \bi know this is a lot to ask\b
    \bwithout wishing to (?:bother|pester|intrude)\b
    \b(?:take|taking|took|taken) up (?:so much of |too much of |more of |any more of )?your (?:valuable |
        precious )?time\b
    \bwast(?:e|ing) your time\b
    \bi(?:’m| am) (?:probably |only |just )?(?:being )?(?:a pest|a nuisance|annoying)\b
    \bat the risk of (?:being a|bother|annoy|pester|sounding)\w*\b
    """
)
WORN = listed_patterns(
    r"""
    \b(?:valuable |precious )?time out of your (?:very )?(?:busy|hectic) (?:schedule|day|week|diary
        |calendar)\b
    \b(?:thank you|thanks) (?:so much |very much |again |once again |once more )?for (?:taking the time
        |the opportunity|your time and consideration|your consideration|your (?:valuable|precious) time
        |considering (?:me|my))\b
    \btime and consideration\b
    \bit was (?:an? )?(?:great|nice|lovely|real|true|absolute|genuine)? ?(?:pleasure|honou?r
        |privilege) (?:to (?:meet|speak|talk|chat)|meeting|speaking|talking|chatting)\b
    \bit was (?:a )?(?:great|nice|lovely|real) pleasure\b
    \bpleasure (?:meeting|speaking with|talking to) you\b
    \bperfect(?:ly)? (?:fit|match|candidate|suited|suit)\b
    \b(?:great|good|excellent|ideal|natural|strong|right|best|wonderful) (?:cultural |culture )?(?:fit
        |match|candidate)(?: for)?\b
    \bteam[- ]player\b
    \bpeople person\b
    \bhit(?:ting)? the ground running\b
    \b(?:think(?:ing)?|thinker) (?:outside|out of) the box\b
    \bout[- ]of[- ]the[- ]box\b
    \b(?:go|goes|going|went) (?:above and beyond|the extra mile)\b
    \bsynerg(?:y|ies|istic)\b
    \bvalue[- ]add(?:ed|s)?\b
    \badd(?:ing)? (?:real |immediate |great |significant )?value to (?:your|the)\b
    \bdream (?:job|role|company|position|team)\b
    \bskill[- ]?sets?\b
    \bmy (?:unique |strong |diverse )?(?:skills and (?:experience|qualifications|background)
        |experience and skills|background and (?:skills|experience))\b
    \b(?:proven|strong|solid) track[- ]record\b
    \bself[- ]starter\b
    \bgo[- ]getter\b
    \bhard[- ]work(?:er|ing)\b
    \bdetail[- ]oriented\b
    \bresults?[- ](?:driven|oriented)\b
    \bhighly motivated\b
    \bmotivated individual\b
    \bfast[- ]paced\b
    \bdynamic (?:team|environment|company|organi[sz]ation)\b
    \bpassion(?:ate)? (?:about|for)\b
    \bmy passion\b
    \b(?:i )?(?:look|looking) forward to (?:hearing (?:from you|back|about|more)|the next steps?
        |next steps|your (?:reply|response|feedback|decision)|(?:the )?(?:possibility|opportunity
        |prospect) of)\b
    \bplease (?:do not|don’t|feel free to|never) (?:hesitate|contact me|reach out|let me know if)\b
    \b(?:do not|don’t) hesitate\b
    \bplease let me know if (?:there is|there’s|you (?:need|have|require)) (?:any|anything|further)\b
    \bif you (?:need|require|have) any(?:thing)? (?:further|more|additional|other|else)? ?(?:information
        |questions|details)\b
    \bi (?:do )?(?:hope|trust) (?:that )?(?:this (?:e-?mail|message|note|letter)|you(?:’re| are)?
        |all is) (?:finds? you|(?:is |are |doing )?well|having)\b
    \b(?:even |only )?more (?:excited|enthusiastic|convinced|eager) (?:about|than|that|by|to)\b
    \beven more excited\b
    \b(?:thrilled|delighted|excited|enthusiastic|elated|honou?red) (?:about|by|at|for|to (?:have
        |be considered|apply|join)) ?(?:the |this |such )?(?:opportunity|prospect|possibility|chance|role
        |position)?\b
    \b(?:very|so|extremely|incredibly|super) excited\b
    \bresonated? (?:deeply |strongly )?with me\b
    \breally resonated\b
    \bstruck a chord\b
    \bdelv(?:e|es|ed|ing)\b
    \bleverag(?:e|es|ed|ing)\b
    \btapestry\b
    \b(?:a )?testament to\b
    \bseamless(?:ly)?\b
    \bcutting[- ]edge\b
    \bgame[- ]chang(?:er|ing)\b
    \bbest[- ]in[- ]class\b
    \bworld[- ]class\b
    \bstate[- ]of[- ]the[- ]art\b
    \bthought leader(?:ship)?\b
    \bmove the needle\b
    \blow[- ]hanging fruit\b
    \bdeep dive\b
    \bparadigm\b
    \bholistic(?:ally)?\b
    \bever[- ](?:changing|evolving)\b
    \bin today’s\b
    \bi am (?:very )?confident (?:that )?(?:i|my)\b
    \bi(?:’m| am) convinced that (?:i|my)\b
    \bi (?:really |thoroughly |truly |very much )enjoyed (?:our (?:conversation|discussion|chat|meeting
        |talk)|meeting (?:with )?you|speaking with you|talking (?:to|with) you|learning (?:more )?about)\b
    \bi enjoyed learning (?:more )?about\b
    \b(?:great|wonderful|amazing|fantastic|incredible|exciting|unique|excellent) opportunity\b
    \b(?:innovative|exciting|amazing|impressive|great|incredible|fantastic) (?:company|organi[sz]ation
        |culture|team|work(?:place)? (?:culture|environment))\b
    \b(?:valuable|invaluable|great) (?:asset|addition|contribution|insights?) ?(?:to|for|into)?\b
    \bi would be (?:honou?red|thrilled|delighted) to\b
    \bmake a (?:real )?difference\b
    \bwear(?:ing)? many hats\b
    \bthrive (?:in|under|on)\b
    \bpick your brain\b
    \bat the end of the day\b
    \bwin[- ]win\b
    \bwarm(?:est)? welcome\b(?=.{0,30}\bteam\b)
    \bwelcoming (?:me|atmosphere|environment)\b
    """
)
HEDGES = listed_patterns(
    r"""
    \bi (?:feel|think|believe|guess|suppose|feel like) (?:that )?i\b
    \bi (?:guess|suppose)\b
    \bseems? to be\b
    \b(?:sort|kind) of\b(?! (?:thing|work|person|people|question|problem|place|role)\b)
    \bperhaps (?:maybe|possibly)\b
    \bmaybe\b
    \bpossibly\b
    \bsomewhat\b
    \bi was (?:just )?wondering (?:if|whether)\b
    \bif (?:that|it) makes (?:any )?sense\b
    \bi could be wrong\b
    \bthis may be (?:silly|wrong|naive)\b
    \bhopefully\b
    \bjust (?:a (?:little|small|quick)|wanted|thought)\b
    \ba (?:little )?bit\b
    \bmore or less\b
    \bto some extent\b
    \bvery\b
    \breally\b
    """
)
LECTURING = listed_patterns(
    r"""
    \byou (?:really |simply |just |clearly |probably |certainly |definitely )?(?:should|ought to|must
        |need to|have to|had better|’d better)\b(?! (?:be
        |have been) (?:very |so |extremely |really |incredibly |terribly )?(?:busy|proud|pleased|tired
        |relieved|glad|happy)\b)(?!,? you (?:said|told|explained|added|asked))
    \byou(?:’re| are) (?:clearly |simply |obviously )?(?:doing (?:it|this|that) wrong|wrong (?:about|to)
        |missing the|making (?:a|the) mistake|wasting|failing to|not (?:using|doing|seeing|aware)
        |mistaken)\b
    \byour (?:real |main |biggest |core |whole |fundamental )?(?:problem|mistake|weakness|failing|error
        |trouble|issue) (?:is|was|lies|comes)\b
    \bthe (?:real |main |obvious )?(?:problem|trouble|mistake) with (?:your|you)\b
    \bwhat you (?:need (?:is|to do)|should|must|fail|don’t (?:see|understand|realise|realize)
        |are missing)\b(?! to know\?)
    \b(?:any|every) (?:competent|decent|serious|good|half[- ]decent|self[- ]respecting) (?:company
        |manager|team|firm|business|leader)\b
    \b(?:obviously|clearly|frankly|to be honest|let me (?:tell|explain|teach|give you some advice)
        |trust me|as (?:everyone|anybody|any \w+) knows|with all due respect|it is (?:obvious
        |clear) that you)\b(?=[^.?!\n]{0,60}\b(?:you|your|company|team)\b)
    \b(?:my advice (?:to you|is)|i (?:would )?(?:advise|urge|recommend|suggest) (?:that )?you (?!could\b
        |and\b)|if i were you|i(?:’d| would) expect you to|you (?:would|’d) do well to
        |i strongly (?:recommend|advise|suggest))\b
    \b(?:hire|fire|stop|start|invest|fix|get rid of|drop|ditch) (?:a|an|your|the|more
        |all)\b(?=[^.?!\n]{0,60}\b(?:or (?:else|you will)|before it is too late|it is that simple
        |that simple)\b)
    \b(?:it|this|that) (?:is|’s) (?:that simple|not rocket science|a no[- ]brainer|common sense)\b
    \bi could (?:easily )?(?:fix|sort out|solve) (?:that|this|it|your|all)\b
    """
)
OFF_TOPIC = listed_patterns(
    r"""
    \bsalar(?:y|ies)\b
    \bcompensation(?: package)?\b(?! (?:claim|culture|payment|order|case|scheme|team|fund)s?\b)
    \bremuneration\b
    \bpay (?:rise|range|band|scale|package|expectations?|grade|cheque|review|you (?:offer|mentioned))\b
    \b(?:the|what|starting|base|higher|more|better|my|about|discuss) (?:the )?(?:pay|wages?)\b(?! (?:run
        |slip|roll|day|gap|system|team|office|cycle|for itself))
    \bwage (?:rise|expectations?)\b
    \b(?:vacation|holiday|annual leave|paid leave|sick|pto) (?:days?|allowance|entitlement)\b
    \bpto\b
    \b(?:signing|sign-on|annual|yearly|performance) bonus(?:es)?\b
    \bmy bonus\b
    \bstock options?\b
    \bshare options?\b
    \bequity (?:package|stake|grant)\b
    \b(?:benefits|perks) (?:package|you offer|are|include)\b
    \bpension (?:scheme|contribution|match|plan)\b(?=[^.?!\n]{0,40}\b(?:offer|match|contribut|you))
    \bhealth insurance\b(?=[^.?!\n]{0,30}\boffer)
    \b(?:other|another|competing|a (?:second|rival|better|firm|job)|two|three|several|multiple
        |further) (?:job )?offers?\b(?! (?:help|support|of help|advice))
    \b(?:have|had|received|got|holding|weighing|considering) (?:an|a|another) (?:\w+ )?offer\b(?! of help)
    \bother (?:companies|employers|firms|processes|interviews|applications
        |opportunities)\b(?=[^.?!\n]{0,40}\b(?:i|are|have|me|my|moving|waiting|interested)\b)
    \b(?:interviewing|in talks|in (?:the )?final (?:stage|round)s?) (?:with|at
        |elsewhere)\b(?=[^.?!\n]{0,30}\b(?:other|another|elsewhere|competitor|two|three|several))
    \binterviewing elsewhere\b
    \b(?:other|several) irons in the fire\b
    [£$€]\s?\d[\d,.]*\s?k?\b(?=[^.?!\n]{0,30}\b(?:a year|per year|per annum|salary|pa\b|p\.a|annually
        |package|expectations?))
    \b\d{2,3}k (?:a year|salary|base)\b
    \b(?:my )?(?:salary|pay) (?:expectations?|requirements?)\b
    \bnotice period\b(?=[^.?!\n]{0,40}\b(?:offer|salary|pay|negotiat))
    \bwhat (?:do you|does (?:it|the (?:job|role|position))) pay\b
    """
)


@cache
def pattern(*phrases: str) -> re.Pattern[str]:
    """The phrases as one pattern, whatever the case, the white space and the apostrophes."""
    spaced = (phrase.replace("’", "['’]?").replace(" ?", r"\s*").replace(" ", r"\s+") for phrase in phrases)
    return re.compile("|".join(f"(?:{one})" for one in spaced), re.IGNORECASE | re.MULTILINE)
