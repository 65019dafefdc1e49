"""Tables of words that give a paragraph's kind away by themselves, wherever it stands. Pure.

Each table is one expression, tried on whole paragraphs of at most LONGEST characters. Boilerplate was tuned on the 141
pages of the scrapinghub article-extraction benchmark: tests/benchmarks/boilerplate.py says how well it does.
"""

import re

LONGEST = 400

AGENCIES = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "ap": "AP",
    "the associated press": "AP",
    "associated press": "AP",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "pa": "PA",
    "pa media": "PA",
    "press association": "PA",
    "the press association": "PA",
    "dpa": "DPA",
    "upi": "UPI",
    "united press international": "UPI",
    "ansa": "ANSA",
    "efe": "EFE",
    "epa": "EPA",
    "epa-efe": "EPA",
    "tass": "TASS",
    "interfax": "Interfax",
    "ria novosti": "RIA Novosti",
    "xinhua": "Xinhua",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "yonhap": "Yonhap",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "aap": "AAP",
    "australian associated press": "AAP",
    "the canadian press": "The Canadian Press",
    "canadian press": "The Canadian Press",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ians": "IANS",
    "ani": "ANI",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "ukrinform": "Ukrinform",
    "unian": "UNIAN",
    "belga": "Belga",
    "anp": "ANP",
    "ritzau": "Ritzau",
    "tt": "TT",
    "apa": "APA",
    "pap": "PAP",
    "lusa": "Lusa",
}
"""How agencies sign, folded to lower case, and the one name that Newsdesk gives each."""

_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_OUTLET_WORD = (
    "Times|Journal|Post|News|Herald|Courier|Gazette|Press|Agency|Tribune|Telegraph|Guardian|Observer|Chronicle|Mail|Mirror|"
    "Standard|Daily|Weekly|Wire|Broadcasting|Radio|Television|TV|Independent|Register|Bulletin|Dispatch|Examiner|Inquirer|"
    "Sentinel|Argus|Echo|Star|Sun|Record|Mercury|Advertiser|Express|Globe|Review|Ledger|Monitor|Reporter|Argus|Leader|Messenger"
)
OUTLET = re.compile(
    rf"(?:The )?(?:[A-Z][\w’'&-]*\.? ){{0,4}}(?:{_OUTLET_WORD})(?: (?:of|on|in)(?: [A-Z][\w’'-]*){{1,3}}| Service| Network| Online| Staff)?"
)
AGENCY_ALONE = re.compile(rf"[\s(—–\-/*]*(?:{_AGENCY})(?:[\s,/&]+(?:and )?(?:{_AGENCY}))*[\s)*]*", re.I)

_NAME = r"(?:[A-ZÀ-ÞŁŠŽ][\w’'.-]*|de|van|von|der|den|da|di|del|la|el|al|bin|ter|y)"
_NAMES = rf"{_NAME}(?: {_NAME}){{0,5}}"
BYLINE = re.compile(
    rf"(?:(?:Written|Words|Story|Text|Opinion|Analysis|Exclusive|Commentary|Report|Reported|Posted|Published) )?(?:[Bb]y|BY):? "
    rf"(?P<who>{_NAMES}(?:(?:, | and | AND | & |, and ){_NAMES}){{0,6}})(?P<rest>(?:,| in | at | for | \||  ?[-–—]| ?/| ?•| ?·).{{0,80}})?"
)
_JOB = r"(?:reporters?|correspondents?|writers?|editors?|columnists?|staff|team|bureau|critics?|newsroom|desk)"
SIGNED = re.compile(
    rf"[Bb][Yy] (?P<title>(?:[Oo]ur|[Oo]ur own|[Aa]|[Tt]he) (?:[\w’'-]+ ){{0,4}}{_JOB})(?:,? in [A-Z][^\n]{{1,40}})?"
    rf"|(?P<who>{_NAMES}(?: and {_NAMES})?), (?:[\w’'-]+ ){{0,3}}{_JOB}(?:,? in [A-Z][^\n]{{1,40}})?"
)
"""Who wrote it, without a "By" or without a name."""

NAME_ALONE = re.compile(r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w.’'-]*){1,3}")

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?[ -]{_MONTH},?(?:[ -]\d{{4}})?|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?)"
_DAY_NAME = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?[,.]? ?)"
_STAMP = r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|filed|issued|last update|dated?)(?: on| at)?\s?:?\s*)"
_CLOCK = r"(?:(?:at )?\d{1,2}(?:(?:[:.]\d\d){1,2}|(?= ?[ap]\.?m))(?: ?[ap]\.?m\.?)?(?: ?h)?(?:,? ?\(?[A-Z]{1,5}(?:[+-]\d{1,2}(?::\d\d)?)?\)?)?)"
DATE_LINE = re.compile(
    rf"{_STAMP}?(?:on )?(?:{_CLOCK}[\s,|·•–—@-]*)?{_DAY_NAME}?{_DATE}[\s,|·•–—@T-]*{_CLOCK}?"
    rf"(?:[\s,|·•–—()/-]*{_STAMP}.{{0,60}})?[\s.)|]*|{_STAMP}.{{0,40}}\b(?:19|20)\d\d\b.{{0,40}}|{_STAMP}?\d{{1,2}} (?:minutes?|hours?|days?|weeks?) ago",
    re.I | re.S,
)
SIGNED_AND_DATED = re.compile(
    rf"[A-Z][^\n,.|]{{2,60}}[,|·•–—-]+ ?(?P<rest>{_STAMP}{_DAY_NAME}?{_DATE}[\s,|·•–—@-]*{_CLOCK}?[\s.)]*)"
)
"""\"The newsroom, updated 3 March 2026, 07:10\": who and when in one line."""

DATELINE = re.compile(
    rf"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ’'.-]*){{0,4}}(?:, (?:[A-Z][\w.]+(?: [A-Z][\w.]+)?))?)"
    rf"(?:, (?P<date>{_DAY_NAME}?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?|{_DAY_NAME}))?,?"
    rf"(?: ?\((?P<agency>[^()\n]{{2,40}})\))?,?(?P<dash> ?(?:—|–|--|-(?= )| - ))"
)
DATELINE_ALONE = re.compile(
    rf"[A-ZÀ-Þ][A-ZÀ-Þ’'.-]+(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ’'.-]*){{0,4}}(?:, [A-Z][\w.]+)?"
    rf"(?:(?:, {_DAY_NAME}?{_DATE}|, {_DAY_NAME})(?: ?\([^()\n]{{2,40}}\))?| ?\((?:{_AGENCY})\))\s?[—–:-]{{0,2}}",
)

SOURCE_LINE = re.compile(r"(?P<label>Sources?|Via|Credits?|Agenc(?:y|ies)|Wire)\s?: ?(?P<who>[^\n]{2,80})", re.I)
REPORTING = re.compile(
    r"\(?(?:(?:Additional |With |Additional research and )?(?:reporting|research)|Writing|Written|Editing|Edited|Compiled|Translated|Translation|Produced|Production)"
    r"(?: and (?:editing|writing|reporting))?(?: contributed)? (?:by|from) (?P<who>(?-i:[A-ZÀ-Þ])[^\n]{1,280})"
    r"|\(?With (?:files|inputs?|reporting|contributions?|material|agencies)\b(?: from| by)?(?P<with>[^\n]{0,120})"
    r"|[A-Z][^\n]{2,120} contributed (?:to this (?:report|story|article)|reporting).{0,40}"
    r"|(?:This (?:story|article|report) (?:was|is|first|originally)|It was|First) (?:\w+ ){0,4}(?:published|appeared|produced|provided) (?:in|on|by|at) [^\n]{2,120}"
    r"|\(?c\) (?:19|20)\d\d [^\n]{2,60}",
    re.I,
)
ADDRESS = re.compile(
    r"(?:(?P<label>(?:Original |Article |Page |Full )?(?:URL|link|source|address|article)|Retrieved from|Available at|Read at|From)\s?:? ?)?<?(?P<url>https?://[^\s<>]+)>?",
    re.I,
)

_CREDIT_WORD = r"(?:Pictures?|Photos?|Photographs?|Photography|Images?|Pics?|Credits?|Illustrations?|Graphics?|Video|Footage|Copyright|Foto)"
CAPTION = re.compile(
    rf"(?:\(|\[|\|)?\s?(?:(?:File|Library|Stock|Lead|Main|Handout|Archive) )?{_CREDIT_WORD}(?:s? (?:by|from|via|courtesy(?: of)?|credit|caption))?\s?[:|/] ?.*"
    rf"|(?:Photo(?:graph)?s?|Pictures?|Images?|Illustrations?|Graphics?)(?: illustration)? (?:by|courtesy(?: of)?|provided by|via|credit) [A-Z@].*"
    rf"|.*[\s(\[|.](?:File |Library |Stock |Handout )?{_CREDIT_WORD}(?: (?:by|courtesy(?: of)?|credit))?\s?: ?[^.:]{{2,70}}\.?[)\]]?"
    rf"|.*[(\[](?:[\w .’'-]{{2,40}}/)?(?:(?i:{_AGENCY})|Getty(?: Images)?|Shutterstock|iStock|Alamy|Unsplash)(?: ?(?:Photo|Images|Newsroom|Archive|File|Pool))?(?: ?/ ?[^()]{{2,60}}| via [^()]{{2,60}}| Photo[^()]{{0,60}})[)\]]\.?"
    rf"|.*[(\[](?:Photo|Picture|Image|Photograph|Screenshot|File|Pool|Courtesy)\b[^()]{{0,80}}[)\]]"
    rf"|.*\b(?:Getty Images|Shutterstock|iStock(?:photo)?|Alamy(?: Stock Photo)?|EPA-EFE|AP Photo|Zuma Press|Rex Features|PA Wire|PA Images|WireImage|FilmMagic)(?:\s?/ ?.{{0,50}}| via .{{0,50}})?[)\]]?"
    rf"|.*\bREUTERS\s?/ ?[A-Z].{{0,60}}|.*\bvia (?:REUTERS|AP|AFP|Getty)\)?"
    r"|(?:FILE(?: PHOTO| PICTURE| IMAGE)?|File photo|Pictured|Caption|Image caption|Media caption|Photo caption)\s?(?::|-|–|—) ?.*|(?:ABOVE|BELOW): .*",
    re.S,
)
