"""A table of common verbs and how English bends them: where a subject ends, for want of a trained tagger. Own list."""

from claims.language.words import listed

# Verbs that close a subject when it is looked for from the left or from the right; reporting verbs come on top (cues.py).
VERBS = listed("""
    abandon accept act advance affect agree aim allow amount appeal apply appoint approach approve arrange
    arrest arrive ask assign attack attempt attend avoid award back ban base beat become begin believe belong
    block boost break bring build buy carry catch cause change charge chase check choose claim clear close
    collect come commit compare compete complete concern conduct confront consider continue control convict cost
    court cover create criticise cross cut deal decide declare decline defeat defend deliver demand depend
    deploy describe deserve design destroy develop die direct disclose discover discuss draw drive drop earn
    echo elect emerge enable encourage end endorse enjoy enter escape establish exist expand expect expel
    express extend face fail fall favor feature feel fight file fill fire fly follow force form gain gather give
    go grab grow halt hand happen hear help hit hold host hurt ignore impose improve include increase indict
    inform inject inspire introduce invade invest investigate invite issue join jump keep kill knock lack launch
    lead learn leave lie lift limit live lose love make manage mark match mean meet mention mock move name need
    negotiate nominate offer open operate oppose order organize own pass pay perform persuade pick place play
    point portray pose praise prepare present press prevent produce promote propose protect prove provide
    publish pull push put race raise ran reach react read receive recognize recover reflect refuse reject relate
    release rely remain remember remove repeat represent request require resign resist respond restore result
    retain retake retire return reverse ride rise risk rule run save see seek seem sell send serve set settle
    shift shoot show shut sign sit slip speak spend spread stand start stay steal stop strike struggle submit
    succeed suffer surrender surround survive suspect take talk target tell tend test threaten throw tie touch
    tour trade train travel treat trigger try turn undermine underscore unveil urge use visit vote wage wait
    walk want warn waste watch wear welcome win withdraw witness work worry write yield appear vow lay hail
    capture culminate took cap announce spat look tout fuel prompt tap examine illustrate celebrate unleash
    appreciate analyse analyze oversee seize flee cease assemble swear sue plead exhort admire despise dismantle
    deepen evaluate inspect recruit reshape resemble restrict revive scrap scrutinize simplify solve sponsor
    strengthen suspend sustain tackle tighten transform weaken accompany achieve acquire adopt amend apologise
    apologize argue assault assess await bind bow brush cede collapse contain contribute convene cope curb deny
    descend detain differ dodge dominate downplay eliminate embrace emphasise endure enforce enlist ensure erupt
    evolve exceed explode expose flock freeze generate haul identify implement imply impress inherit initiate
    insert install intensify interrupt invoke isolate jeopardize load lobby locate log marry mourn obtain occupy
    occur orchestrate originate overcome owe participate pave pour preach preserve preside prevail proceed
    prohibit pursue quit rebuild recede reduce refer reform regain regard register regulate renew reopen repeal
    replace rescue reserve restart resume reunite revisit rush select shed sink skip smash sneak spare spill
    squeeze stir storm stumble suppose translate uncover underestimate undergo unfold unite vanish violate
    wander widen pardon dump fault scold shame harass assassinate bomb shell rape rob vaccinate diagnose
    prescribe enact enroll enrol graduate inaugurate televise tweet relocate rename reshuffle
""")
IRREGULAR = {
    "become": "became become",
    "begin": "began begun",
    "break": "broke broken",
    "bring": "brought",
    "build": "built",
    "buy": "bought",
    "catch": "caught",
    "choose": "chose chosen",
    "come": "came come",
    "cost": "cost",
    "cut": "cut",
    "deal": "dealt",
    "draw": "drew drawn",
    "drive": "drove driven",
    "fall": "fell fallen",
    "feel": "felt",
    "fight": "fought",
    "fly": "flew flown",
    "give": "gave given",
    "go": "went gone",
    "grow": "grew grown",
    "hear": "heard",
    "hit": "hit",
    "hold": "held",
    "hurt": "hurt",
    "keep": "kept",
    "lead": "led",
    "leave": "left",
    "lie": "lied lay",
    "lose": "lost",
    "make": "made",
    "mean": "meant",
    "meet": "met",
    "pay": "paid",
    "put": "put",
    "ran": "ran",
    "read": "read",
    "ride": "rode ridden",
    "rise": "rose risen",
    "run": "ran run",
    "see": "saw seen",
    "seek": "sought",
    "sell": "sold",
    "send": "sent",
    "set": "set",
    "shoot": "shot",
    "show": "showed shown",
    "shut": "shut",
    "sit": "sat",
    "speak": "spoke spoken",
    "spend": "spent",
    "spread": "spread",
    "stand": "stood",
    "steal": "stole stolen",
    "strike": "struck",
    "take": "took taken",
    "tell": "told",
    "throw": "threw thrown",
    "wear": "wore worn",
    "win": "won",
    "withdraw": "withdrew withdrawn",
    "write": "wrote written",
    "say": "said",
    "think": "thought",
    "know": "knew known",
    "find": "found",
    "understand": "understood",
    "overrule": "overruled",
    "foresee": "foresaw foreseen",
    "swear": "swore sworn",
    "forbid": "forbade forbidden",
    "teach": "taught",
    "retake": "retook retaken",
    "lay": "laid",
    "learn": "learned learnt",
    "forget": "forgot forgotten",
    "undertake": "undertook",
    "quit": "quit",
    "bid": "bid",
    "shake": "shook shaken",
    "hide": "hid hidden",
    "ban": "banned",
    "plan": "planned",
    "drop": "dropped",
    "stop": "stopped",
    "grab": "grabbed",
    "cap": "capped",
    "commit": "committed",
    "admit": "admitted",
    "submit": "submitted",
    "deny": "denied",
    "refer": "referred",
    "expel": "expelled",
    "control": "controlled",
    "quip": "quipped",
    "slam": "slammed",
    "rap": "rapped",
    "regret": "regretted",
    "chat": "chatted",
    "tap": "tapped",
    "slip": "slipped",
    "permit": "permitted",
    "rebut": "rebutted",
    "label": "labelled labeled",
    "dub": "dubbed",
    "pin": "pinned",
    "prefer": "preferred",
}


def forms_of(base: str) -> dict[str, str]:
    """The forms of a verb, each with its tag: base "VB", -s "VBZ", past "VBD", -ing "VBG"."""
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base in IRREGULAR:
        pasts = IRREGULAR[base].split()
    elif base.endswith("e"):
        pasts = [base + "d"]
    elif base.endswith("y") and base[-2] not in "aeiou":
        pasts = [base[:-1] + "ied"]
    else:
        pasts = [base + "ed"]
    double = next(
        (p[:-2] for p in pasts if p.endswith("ed") and len(p) == len(base) + 3 and p[len(base)] == base[-1]), None
    )
    if double:
        ing = double + "ing"
    elif base.endswith("ie"):
        ing = base[:-2] + "ying"
    elif base.endswith("e") and not base.endswith(("ee", "oe")):
        ing = base[:-1] + "ing"
    else:
        doubled = base in listed("""
    win run cut put set hit get sit begin let swim shut bid
""")
        ing = base + (base[-1] if doubled else "") + "ing"
    return {base: "VB", third: "VBZ", ing: "VBG", **dict.fromkeys(pasts, "VBD")}


# forms that are participles only ("shown", "written"): without an auxiliary they report nothing
PARTICIPLES = frozenset(f for forms in IRREGULAR.values() for f in forms.split()[1:] if f.endswith("n"))

VERB_FORMS: dict[str, str] = {}
for _base in VERBS:
    VERB_FORMS.update({f: t for f, t in forms_of(_base).items() if f not in VERB_FORMS})
# forms that are nouns or adjectives at least as often: no verb for these rules
for _noun in listed("""
    end act attack attempt ban control court cost cut deal demand drop face fall fight force form gain hand help
    hit hold host issue launch lead lie limit live love mark match mean move name need offer order own pass pay
    pick place play point press race raise read result return rise risk rule run release respond request set
    shift show sign sit stand start stay stop strike talk target test tie touch tour trade train travel treat
    trigger turn use visit vote wait walk waste watch witness work worry back base beat charge change check
    clear close concern cover cross direct fire fuel increase invite jump lack lay left look praise produce
    project push ride save spread support surrender suspect tap award appeal approach advance aim attacks acts
    deals demands forces gains hands issues laws leads limits moves names needs offers orders points ranks
    results rises risks rules shows signs talks terms tests ties trades votes works concerns costs cuts attempts
    appeals fears forms fights visits charges changes claims reports states calls plans heads supporting meeting
    building feeling beginning fighting following including leading living ruling standing surrounding training
    opening writing meaning saving spending warning talking
"""):
    VERB_FORMS.pop(_noun, None)
