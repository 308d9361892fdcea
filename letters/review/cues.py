"""How letters refer to things: cues of playback, suggestion, an earlier letter, news.

Pure. Written like the lists of `letters.review.phrases`.
"""

from __future__ import annotations

from letters.review.phrases import listed_patterns

# Words that say: this is yours.
ATTRIBUTED = listed_patterns(
    r"""
    \byou (?:said|told|asked|mentioned|described|explained|wondered|raised|put|added|pointed|want|would
        |have|are|still)\b
    \byour\b
    [“\"]
    \bwhat i (?:heard|took|noted)\b
    \bwe (?:spoke|talked|discussed)\b
    \bquestion\b
    \babout\b
    """
)
# A proposal of mine.
SUGGESTING = listed_patterns(
    r"""
    \bif i (?:joined|were to join|were with you|came|started)\b
    \bi(?:’d| would| could| might) (?:like to )?(?:start|begin|try|test|first|suggest|propose|want to
        |look at|run|sit|spend|ask|put|set|measure|take|map|build|pilot|keep|give|use|write|make|bring
        |pair|walk|follow|publish|draw|open|swap|share|offer|sketch)\b
    \b(?:my|a|one|the) (?:first|small(?:est)?|cheap|possible|modest|easy) (?:first )?(?:step|move|month
        |week|thing|start|test|trial|thought|idea|experiment)\b
    \b(?:one|an|my|small|another) idea\b
    \bwhat i would (?:try|do|test)\b
    \bcould (?:a|an|we|one|you|the|it)\b
    \bwhat if\b
    \bperhaps (?:a|an|one|the|we)\b
    \bwould (?:it|a|an) (?:help|be (?:a (?:cheap|good)|worth))\b
    \bi (?:suggest|propose|wonder whether)\b
    \b(?:is|be|are) where i would (?:begin|start)\b
    \bgiven the chance\b
    \bworth (?:trying|testing|a try|a trial)\b
    \bmight (?:help|be enough|do|work|cut|show|take)\b
    \bmy (?:answer|suggestion|proposal)[^.?!]{0,30}:
    \bshall we\b
    \blet us\b
    \bhow about\b
    """
)
# My letter of before.
LETTER = listed_patterns(
    r"""
    \b(?:in|since|from|to|of|after|remember|with) (?:my
        |the) (?:first |last |earlier |previous |thank[- ]you |recent |short )*(?:letter|note|e-?mail
        |message|card|lines)\b
    \bmy (?:first |last |earlier |previous |thank[- ]you |recent |short )*(?:letter|note|e-?mail|message
        |card|lines)(?: to you)?\b
    \b(?:when|since|after|as|that|what|which) i (?:last |first |had )?(?:wrote|written)\b
    \bi (?:last |first )?wrote (?:to you )?(?:on|in|about|after|last|of|that|a|two|three|earlier|before
        |you)\b
    \b(?:i|idea i|trial i|step i) (?:had |have )?(?:suggested|proposed|sketched|described|outlined
        |offered|mentioned) (?:in|on|to you|when|then|a|an|the|that|last|earlier|starting|following
        |beginning)\b
    \bmy (?:suggestion|proposal|idea) (?:of|from|about|that|to|in)\b
    \b(?:earlier|previous|last|thank[- ]you) (?:letter|note|e-?mail|message)\b
    """
)
# Something that was in the news.
HAPPENED = listed_patterns(
    r"""
    \b(?:i|i’ve|i have) (?:just |since |also )*(?:read|saw|seen|noticed|came across
        |heard)\b[^.?!\n]{0,80}\b(?:in|that|about|of|on|from)\b
    \b(?:congratulations|well done) on\b
    \b(?:came|comes|was|is) the news\b
    \bthe news (?:of|that|about|from|on)\b
    \b(?:headline|article|announce(?:d|ment)|published|report(?:ed)?|press release)\b
    """
)
# Something that I have done since.
NEW = listed_patterns(
    r"""
    \bsince (?:we (?:met|spoke|talked)|then|our (?:talk|conversation|interview)|i (?:wrote
        |last wrote))[^.?!\n]{0,40}\bi (?:finished|completed|passed|built|launched|gave|took|started|learned
        |learnt|earned|won|published|ran|led|wrote|made|tested|qualified)\b
    \bmeanwhile\b
    \bin the meantime\b
    \bon my side\b
    \b(?:new )?at my end\b
    \bsomething new\b
    \bone thing has changed\b
    \bi (?:have|’ve) (?:now |just |since |also |recently )*(?:finished|completed|passed|built|launched
        |given|taken (?!away|it)|started|learn(?:t|ed)|earned|won|published|run|led|written|tested|shipped
        |joined|qualified|gained|been (?:trained|certified|awarded|asked to|invited to|made))\b
    \bi (?:just |recently )(?:finished|completed|passed|built|launched|gave|took|started|learned|learnt
        |earned|won|published|ran|qualified)\b
    \bi can add what i did not have\b
    \b(?:last|this) (?:week|month),? i (?:finished|completed|passed|built|launched|gave|took|started|learned
        |learnt|earned|won|published|ran|led|wrote|tested|qualified)\b
    \bnow (?:runs|holds|covers)\b
    """
)
_VERBS = (
    "told|tells|said|says|mentioned|explained|described|asked|wondered|thinks|thought|feels"
    "|felt|believes|worries|worried|wants|wanted|hopes|hoped|suggested|pointed|noted|warned"
    "|admitted|complained|put it|shared|added|raised|confided|agrees|agreed|disagrees|spoke"
    "|talked|called|would like|let me know|is worried|was worried|is concerned"
)
# A colleague named as saying something; NAME stands for the name.
QUOTING = listed_patterns(
    r"""
    NAME(?: (?-i:[A-Z])[\w-]+)?,?(?: (?:\([^)]*\)|also|already|had|has|have|kindly|even|once|rightly|quite
        |just|and I|and you|,)){0,3} SAID\b
    NAME(?: (?-i:[A-Z])[\w-]+)?’s (?:\w+ ){0,2}(?:point|worry|worries|concern|concerns|question|story|remark
        |view|idea|words|comment|description|problem|challenge|fear|complaint|account)\b
    \b(?:according to|as) NAME(?: (?-i:[A-Z])[\w-]+)?(?=\s+(?:put|said|told|that)\b|,)
    \b(?:heard|learned|learnt) (?:from|by|via) NAME(?: (?-i:[A-Z])[\w-]+)?\b
    \b(?:from|told by) NAME(?: (?-i:[A-Z])[\w-]+)?,? (?:that|i (?:hear|learn|heard|learned|know|gather
        |understand))\b
    \bwhat NAME SAID\b
    \b(?:heard|learned|learnt|understand|gather|know) from NAME
    """.replace("SAID", f"(?:{_VERBS})")
)
UNNAMED = listed_patterns(
    r"""
    \b(?:one of your colleagues|a colleague of yours|your colleagues?|your team(?:mates?)?
        |somebody on your team|someone on your team|another (?:interviewer|manager))\b[^.?!\n]{0,24}?
        \bSAID\b
    """.replace("SAID", f"(?:{_VERBS})")
)
# What a note says about being a secret, and not about the secret.
HUSH = listed_patterns(
    r"""
    \b(?:keep (?:it |this )?(?:quiet|secret|to myself)|(?:nobody|no one)(?: else)? (?:\w+ ){0,3}knows?
        |not public(?: yet)?|confidential(?:ly)?|in confidence|off the record|between us
        |do(?:n’t| not) (?:mention|tell|share|repeat)[^.;]*|secret(?:ly)?|hush[- ]hush
        |not to be (?:mentioned|shared))\b
    """
)
# What a note of a promise says besides the thing promised.
PROMISING = listed_patterns(
    r"""
    ^\s*(?:i (?:will|would|said|promised|’ll)|to|will|promised to|said i would)\b
    \b(?:send|share|forward|pass on|give|get|let (?:you|them|\w+) (?:know|have)|e-?mail|write|by|on|before
        |them|him|her)\b
    """
)
