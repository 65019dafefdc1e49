"""Closed word classes and a small table of verbs: what the rules know of English without a trained tagger.

Own lists. Everything is lower case; a word that stands in none of them is an open-class word ("word") or, with a capital,
a name. See `sentences.py` for how a token gets its class.
"""

DETERMINERS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my", "your", "some", "any", "no", "every", "each", "either", "neither", "another", "other", "many", "several", "most", "both", "all", "few", "such", "half", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozen", "dozens", "hundreds", "thousands", "millions", "more", "less", "what", "which", "whose"]
)
PREPOSITIONS = frozenset(
    ["of", "in", "on", "at", "by", "for", "with", "from", "to", "into", "onto", "upon", "over", "under", "about", "against", "among", "amid", "between", "during", "through", "throughout", "toward", "towards", "within", "without", "across", "behind", "beyond", "near", "since", "until", "till", "despite", "before", "after", "around", "above", "below", "beside", "besides", "like", "unlike", "via", "per", "than", "regarding", "concerning", "following", "alongside", "inside", "outside", "off", "up", "down", "out", "ahead", "versus", "vs", "plus", "minus", "except"]
)
CONJUNCTIONS = frozenset(("and", "or", "but", "nor", "yet", "&"))
SUBORDINATORS = frozenset(
    ["that", "which", "who", "whom", "whose", "while", "whilst", "as", "because", "if", "when", "whenever", "where", "wherever", "whether", "how", "why", "what", "after", "before", "since", "although", "though", "unless", "once", "so", "than", "until"]
)
PRONOUNS = frozenset(
    ["he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "who", "someone", "everyone", "nobody", "anyone", "himself", "herself", "themselves"]
)
SUBJECT_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "who"])
AUXILIARIES = frozenset(
    ["has", "have", "had", "having", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "ca", "wo", "n't", "n’t", "not", "never", "'s", "’s", "'ve", "’ve", "'d", "’d", "'ll", "’ll", "'re", "’re", "'m", "’m", "get", "gets", "got", "going"]
)
BE_FORMS = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "'s", "’s", "get", "gets", "got"])
NEGATIONS = frozenset(["not", "n't", "n’t", "never", "no", "nobody", "nothing", "none", "neither", "nor", "without", "hardly"])
ADVERBS = frozenset(
    ["also", "later", "then", "still", "again", "now", "recently", "once", "first", "today", "yesterday", "tomorrow", "earlier", "previously", "often", "never", "ever", "further", "even", "already", "just", "only", "too", "soon", "always", "sometimes", "simply", "merely", "repeatedly", "however", "meanwhile", "instead", "therefore", "thus", "moreover", "nevertheless", "nonetheless", "otherwise", "else", "indeed", "perhaps", "maybe", "so", "far", "very", "quite", "rather", "almost", "nearly", "about", "somewhat", "together", "though", "there", "here", "twice", "long", "ago", "publicly"]
)
TIMES = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "morning", "afternoon", "evening", "night", "midnight", "noon", "today", "yesterday", "tomorrow", "tonight", "week", "weekend", "month", "year", "last", "next", "early", "late", "earlier", "this", "hours", "days", "weeks", "months", "years", "ago"]
)
ABBREVIATIONS = frozenset(
    ["mr.", "mrs.", "ms.", "dr.", "sen.", "rep.", "gov.", "gen.", "lt.", "col.", "sgt.", "capt.", "st.", "jr.", "sr.", "prof.", "rev.", "hon.", "pres.", "sec.", "supt.", "maj.", "cmdr.", "adm.", "vs.", "etc.", "no.", "co.", "corp.", "inc.", "ltd.", "dept.", "u.s.", "u.k.", "u.n.", "e.u.", "d.c.", "a.m.", "p.m.", "e.g.", "i.e.", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.", "ariz.", "calif.", "colo.", "conn.", "fla.", "ga.", "ill.", "ind.", "kan.", "ky.", "la.", "mass.", "md.", "mich.", "minn.", "miss.", "mo.", "mont.", "n.c.", "n.d.", "n.h.", "n.j.", "n.m.", "n.y.", "neb.", "nev.", "okla.", "ore.", "pa.", "r.i.", "s.c.", "s.d.", "tenn.", "tex.", "va.", "vt.", "wash.", "wis.", "wyo."]
)
# abbreviations after which a sentence may well begin
MAY_END = frozenset(["u.s.", "u.k.", "u.n.", "e.u.", "d.c.", "a.m.", "p.m.", "etc.", "jr.", "sr.", "inc.", "co.", "corp.", "ltd."])

TITLES = frozenset(
    ["mr.", "mr", "mrs.", "mrs", "ms.", "ms", "miss", "dr.", "dr", "sir", "dame", "lord", "lady", "madam", "prof.", "professor", "sen.", "sen", "senator", "rep.", "rep", "representative", "gov.", "gov", "governor", "president", "vice", "prime", "foreign", "minister", "premier", "chancellor", "secretary", "deputy", "assistant", "acting", "former", "interim", "chief", "chairman", "chairwoman", "chair", "chairperson", "speaker", "leader", "whip", "minority", "majority", "director", "editor", "editor-in-chief", "spokesman", "spokeswoman", "spokesperson", "envoy", "ambassador", "commissioner", "attorney", "solicitor", "general", "gen.", "gen", "lt.", "lt", "col.", "col", "colonel", "captain", "capt.", "major", "maj.", "sgt.", "sergeant", "officer", "sheriff", "mayor", "councilman", "councilwoman", "councillor", "councilor", "congressman", "congresswoman", "judge", "justice", "rabbi", "pastor", "rev.", "rev", "reverend", "bishop", "archbishop", "cardinal", "pope", "king", "queen", "prince", "princess", "emperor", "dictator", "strongman", "detective", "inspector", "superintendent", "cmdr.", "admiral", "adm.", "commander", "manager", "strategist", "adviser", "advisor", "aide", "lawyer", "counsel", "press", "special", "presidential", "candidate", "nominee", "incumbent", "ceo", "cfo", "coach", "doctor", "principal", "coordinator", "analyst", "correspondent", "reporter", "columnist", "host", "executive", "party-leader", "treasurer", "clerk", "supreme", "first", "prosecutor", "trustee", "dean", "provost", "warden", "owner", "founder", "co-founder"]
)
MALE_TITLES = frozenset(
    ["mr.", "mr", "sir", "lord", "king", "prince", "chairman", "spokesman", "congressman", "councilman", "businessman", "pope"]
)
FEMALE_TITLES = frozenset(
    ["mrs.", "mrs", "ms.", "ms", "miss", "dame", "lady", "queen", "princess", "chairwoman", "spokeswoman", "congresswoman", "councilwoman"]
)
ROLE_NOUNS = frozenset(
    ["president", "leader", "premier", "minister", "chancellor", "secretary", "senator", "representative", "congressman", "congresswoman", "lawmaker", "legislator", "governor", "mayor", "councilman", "councilwoman", "spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "aide", "envoy", "ambassador", "chairman", "chairwoman", "chair", "speaker", "director", "chief", "commissioner", "commander", "general", "officer", "official", "sheriff", "judge", "justice", "lawyer", "attorney", "prosecutor", "counsel", "candidate", "nominee", "strategist", "pollster", "analyst", "expert", "professor", "scientist", "researcher", "author", "editor", "reporter", "journalist", "columnist", "host", "critic", "activist", "organizer", "pastor", "bishop", "doctor", "nurse", "teacher", "coach", "player", "owner", "founder", "executive", "manager", "businessman", "billionaire", "mogul", "politician", "democrat", "republican", "conservative", "liberal", "socialist", "veteran", "student", "resident", "witness", "supporter", "voter", "man", "woman", "father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "farmer", "worker", "boss", "head", "member", "prince", "king", "queen", "pope", "dictator", "strongman", "diplomat", "detective", "tycoon", "newcomer", "contender", "frontrunner", "incumbent", "comedian", "actor", "actress", "singer", "artist", "writer", "harbourmaster"]
)
LEADERS = frozenset(["president", "premier", "minister", "chancellor", "leader", "king", "dictator", "strongman", "prince"])
SAME_ROLE = {
    "leader": LEADERS,
    "dictator": LEADERS | {"dictator"},
    "lawmaker": frozenset(
        (
            "congressman",
            "congresswoman",
            "senator",
            "sen.",
            "rep.",
            "representative",
            "lawmaker",
            "rep",
            "sen",
            "member",
        )
    ),
    "legislator": frozenset(("congressman", "congresswoman", "senator", "sen.", "rep.", "representative")),
    "congressman": frozenset(("congressman", "rep.", "representative", "rep")),
    "congresswoman": frozenset(("congresswoman", "rep.", "representative", "rep")),
    "senator": frozenset(("senator", "sen.", "sen")),
    "governor": frozenset(("governor", "gov.", "gov")),
    "spokesman": frozenset(("spokesman", "spokesperson")),
    "spokeswoman": frozenset(("spokeswoman", "spokesperson")),
    "spokesperson": frozenset(("spokesman", "spokeswoman", "spokesperson")),
    "adviser": frozenset(("adviser", "advisor", "aide")),
    "advisor": frozenset(("adviser", "advisor", "aide")),
    "aide": frozenset(("adviser", "advisor", "aide")),
    "premier": frozenset(("premier", "minister")),
    "general": frozenset(("general", "gen.", "gen")),
    "politician": frozenset(("senator", "sen.", "rep.", "governor", "gov.", "minister", "mp", "congressman")),
    "candidate": frozenset(("candidate", "nominee")),
    "nominee": frozenset(("candidate", "nominee")),
}
MESSAGE_NOUNS = frozenset(
    ["post", "posts", "statement", "statements", "tweet", "tweets", "letter", "message", "messages", "remarks", "remark", "comment", "comments", "speech", "address", "interview", "memo", "email", "article", "op-ed", "column", "essay", "video", "ad", "advert", "testimony", "filing", "response", "reply", "answer", "announcement", "account", "words", "lawyers-letter", "report", "reports", "study"]
)
ORGANISATION_WORDS = frozenset(
    ["party", "house", "senate", "congress", "department", "ministry", "university", "college", "committee", "commission", "council", "court", "times", "post", "news", "journal", "tribune", "herald", "gazette", "press", "agency", "bureau", "office", "institute", "association", "union", "federation", "league", "group", "bank", "company", "corp.", "inc.", "ltd.", "co.", "foundation", "center", "centre", "society", "party's", "campaign", "administration", "government", "army", "navy", "force", "forces", "police", "service", "authority", "board", "board's", "staff", "team", "club", "trust", "chamber", "network", "radio", "television", "tv", "channel", "magazine", "coalition", "alliance", "fund", "project", "review", "kremlin", "pentagon", "parliament", "nations", "street", "caucus"]
)
FEMALE_NAMES = frozenset(
    ["mary", "patricia", "jennifer", "linda", "elizabeth", "barbara", "susan", "jessica", "sarah", "karen", "nancy", "lisa", "betty", "margaret", "sandra", "ashley", "kimberly", "emily", "donna", "michelle", "carol", "amanda", "melissa", "deborah", "stephanie", "rebecca", "laura", "sharon", "cynthia", "kathleen", "amy", "shirley", "angela", "helen", "anna", "brenda", "pamela", "nicole", "samantha", "katherine", "emma", "ruth", "christine", "catherine", "debra", "rachel", "carolyn", "janet", "virginia", "maria", "heather", "diane", "julie", "joyce", "victoria", "kelly", "christina", "joan", "evelyn", "lauren", "judith", "olivia", "hillary", "kellyanne", "megyn", "carly", "nikki", "kamala", "alexandria", "ivanka", "melania", "sonia", "ilhan", "elena", "marine", "theresa", "angela", "claire", "dianne", "lis", "jane", "kate", "anne", "ann", "sue", "sally", "lucy", "alice", "ella", "ida", "nora", "vera", "olga", "irina", "natasha", "tanya", "yulia", "svetlana", "karoline", "kaitlan", "ursula", "greta", "melanie", "mélanie", "chrystia", "jill", "chelsea", "whitney", "monica", "tina", "lois", "wendy", "martha", "jean", "gloria", "rose", "grace", "hannah", "sophie", "charlotte", "amelia", "mia", "isabella", "eva", "ingrid", "astrid", "marta", "leila", "fatima", "aisha", "priya", "mina", "allyson", "debbie", "kirsten", "tammy", "tulsi", "loretta", "valerie", "huma", "donna", "gina", "katrina", "april", "june", "dorothy", "beth", "erin", "molly", "meghan", "megan", "caitlin", "andrea", "paula"]
)
# Verbs that close a subject when it is looked for from the left or from the right; reporting verbs come on top (cues.py).
VERBS = ["abandon", "accept", "act", "advance", "affect", "agree", "aim", "allow", "amount", "appeal", "apply", "appoint", "approach", "approve", "arrange", "arrest", "arrive", "ask", "assign", "attack", "attempt", "attend", "avoid", "award", "back", "ban", "base", "beat", "become", "begin", "believe", "belong", "block", "boost", "break", "bring", "build", "buy", "carry", "catch", "cause", "change", "charge", "chase", "check", "choose", "claim", "clear", "close", "collect", "come", "commit", "compare", "compete", "complete", "concern", "conduct", "confront", "consider", "continue", "control", "convict", "cost", "court", "cover", "create", "criticise", "cross", "cut", "deal", "decide", "declare", "decline", "defeat", "defend", "deliver", "demand", "depend", "deploy", "describe", "deserve", "design", "destroy", "develop", "die", "direct", "disclose", "discover", "discuss", "draw", "drive", "drop", "earn", "echo", "elect", "emerge", "enable", "encourage", "end", "endorse", "enjoy", "enter", "escape", "establish", "exist", "expand", "expect", "expel", "express", "extend", "face", "fail", "fall", "favor", "feature", "feel", "fight", "file", "fill", "fire", "fly", "follow", "force", "form", "gain", "gather", "give", "go", "grab", "grow", "halt", "hand", "happen", "hear", "help", "hit", "hold", "host", "hurt", "ignore", "impose", "improve", "include", "increase", "indict", "inform", "inject", "inspire", "introduce", "invade", "invest", "investigate", "invite", "issue", "join", "jump", "keep", "kill", "knock", "lack", "launch", "lead", "learn", "leave", "lie", "lift", "limit", "live", "lose", "love", "make", "manage", "mark", "match", "mean", "meet", "mention", "mock", "move", "name", "need", "negotiate", "nominate", "offer", "open", "operate", "oppose", "order", "organize", "own", "pass", "pay", "perform", "persuade", "pick", "place", "play", "point", "portray", "pose", "praise", "prepare", "present", "press", "prevent", "produce", "promote", "propose", "protect", "prove", "provide", "publish", "pull", "push", "put", "race", "raise", "ran", "reach", "react", "read", "receive", "recognize", "recover", "reflect", "refuse", "reject", "relate", "release", "rely", "remain", "remember", "remove", "repeat", "represent", "request", "require", "resign", "resist", "respond", "restore", "result", "retain", "retake", "retire", "return", "reverse", "ride", "rise", "risk", "rule", "run", "save", "see", "seek", "seem", "sell", "send", "serve", "set", "settle", "shift", "shoot", "show", "shut", "sign", "sit", "slip", "speak", "spend", "spread", "stand", "start", "stay", "steal", "stop", "strike", "struggle", "submit", "succeed", "suffer", "surrender", "surround", "survive", "suspect", "take", "talk", "target", "tell", "tend", "test", "threaten", "throw", "tie", "touch", "tour", "trade", "train", "travel", "treat", "trigger", "try", "turn", "undermine", "underscore", "unveil", "urge", "use", "visit", "vote", "wage", "wait", "walk", "want", "warn", "waste", "watch", "wear", "welcome", "win", "withdraw", "witness", "work", "worry", "write", "yield", "appear", "vow", "agree", "lay", "hail", "capture", "culminate", "took", "meet", "spend", "cap", "announce", "spat", "look", "tout", "fuel", "host", "prompt", "tap"]
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
        doubled = base in {
            "win",
            "run",
            "cut",
            "put",
            "set",
            "hit",
            "get",
            "sit",
            "begin",
            "let",
            "swim",
            "shut",
            "bid",
        }
        ing = base + (base[-1] if doubled else "") + "ing"
    return {base: "VB", third: "VBZ", ing: "VBG", **dict.fromkeys(pasts, "VBD")}


VERB_FORMS: dict[str, str] = {}
for _base in VERBS:
    VERB_FORMS.update({f: t for f, t in forms_of(_base).items() if f not in VERB_FORMS})
# forms that are nouns or adjectives at least as often: no verb for these rules
for _noun in ["end", "act", "attack", "attempt", "ban", "control", "court", "cost", "cut", "deal", "demand", "drop", "face", "fall", "fight", "force", "form", "gain", "hand", "help", "hit", "hold", "host", "issue", "launch", "lead", "lie", "limit", "live", "love", "mark", "match", "mean", "move", "name", "need", "offer", "order", "own", "pass", "pay", "pick", "place", "play", "point", "press", "race", "raise", "read", "result", "return", "rise", "risk", "rule", "run", "release", "respond", "request", "set", "shift", "show", "sign", "sit", "stand", "start", "stay", "stop", "strike", "talk", "target", "test", "tie", "touch", "tour", "trade", "train", "travel", "treat", "trigger", "turn", "use", "visit", "vote", "wait", "walk", "waste", "watch", "witness", "work", "worry", "back", "base", "beat", "charge", "change", "check", "clear", "close", "concern", "cover", "cross", "direct", "fire", "fuel", "increase", "invite", "jump", "lack", "lay", "left", "look", "praise", "produce", "project", "push", "ride", "save", "spread", "support", "surrender", "suspect", "tap", "travel", "witness", "award", "appeal", "approach", "advance", "aim", "attacks", "acts", "deals", "demands", "forces", "gains", "hands", "issues", "laws", "leads", "limits", "moves", "names", "needs", "offers", "orders", "points", "ranks", "results", "rises", "risks", "rules", "shows", "signs", "talks", "terms", "tests", "ties", "trades", "votes", "works", "concerns", "costs", "cuts", "attempts", "appeals", "fears", "forms", "fights", "visits", "charges", "changes", "claims", "reports", "states", "calls", "plans", "heads", "supporting", "meeting", "building", "feeling", "beginning", "fighting", "following", "including", "leading", "living", "ruling", "standing", "surrounding", "training", "opening", "writing", "meaning", "saving", "spending", "warning", "talking"]:
    VERB_FORMS.pop(_noun, None)
