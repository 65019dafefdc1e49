"""The patterns of time expressions in news copy, the surest first. Own lists."""

import re

DAYS = {d: n for n, d in enumerate(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])}
DAYS |= {d[:3] + ".": n for d, n in DAYS.items()}
MONTHS = {
    m: n
    for n, m in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
}
MONTHS |= {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sept": 9,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
SEASONS = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12), "winter": (12, 3)}
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.?)"
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|a couple of)"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
COUNTS = {
    w: n
    for n, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"a": 1, "an": 1}
PATTERNS = [
    ("range", rf"\b(?:from|between)\s(?P<a>(?:{_MONTH}\s)?(?:19|20)\d\d)\s(?:to|and|until|through)\s(?P<b>(?:{_MONTH}\s)?(?:19|20)\d\d)\b"),
    ("full", rf"\b(?:{_DAY},\s)?(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,)?\s(?P<year>(?:19|20)\d\d)\b"),
    ("full", rf"\b(?:{_DAY},?\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})\s(?P<year>(?:19|20)\d\d)\b"),
    ("day", rf"\b(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s?(?:percent|%|million|people))"),
    ("day", rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})\b"),
    ("month year", rf"\b(?P<part>early|late|mid)?[\s-]?(?P<month>{_MONTH}),?\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b"),
    ("weekend", r"\b(?P<which>this|last|next|over the|the|during the)\s(?:past\s)?weekend\b"),
    ("weekday", rf"\b(?P<which>last|next|this|the previous|a previous)?\s?(?P<name>{_DAY}){_PART}\b"),
    ("day near", r"\b(?P<name>today|yesterday|tomorrow|tonight|last night|this morning|this afternoon|this evening)\b"),
    ("ago", rf"\b(?P<count>{_COUNT})\s(?P<unit>day|week|month|year|decade)s?\s(?P<way>ago|earlier)\b"),
    ("week", r"\b(?P<part>earlier|later|earlier in|later in)?\s?(?P<which>this|last|next|the)\s(?P<unit>week)\b(?!end)"),
    ("month near", r"\b(?P<part>earlier|later|early|late)?\s?(?P<which>this|last|next)\s(?P<unit>month)\b"),
    ("year near", r"\b(?P<part>earlier|later|early|late)?\s?(?P<which>this|last|next)\s(?P<unit>year)\b"),
    ("season", r"\b(?P<which>this|last|next|in the)\s(?P<name>spring|summer|autumn|fall|winter)\b(?:\sof\s(?P<year>(?:19|20)\d\d))?"),
    ("season", r"\b(?P<name>spring|summer|autumn|fall|winter)\s(?:of\s)?(?P<year>(?:19|20)\d\d)\b"),
    ("month", rf"\b(?P<which>in|since|last|this|next|by|until|early|late|mid)[\s-](?P<month>{_MONTH})\b(?!\s\d)"),
    ("year", r"\b(?P<which>in|since|by|until|from|before|after|of|during|late|early|mid)[\s-](?P<year>(?:19|20)\d\d)\b(?!\s(?:people|votes|homes|jobs|levels))"),
]  # fmt: skip
FINDER = [(kind, re.compile(pattern, re.I)) for kind, pattern in PATTERNS]
HINT = re.compile(
    r"day|night|morning|week|month|year|ago\b|earlier|later|\b(?:19|20)\d\d|tomorrow|spring|summer|autumn|fall|winter|decade"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.I,
)
MAY_BE_VERB = re.compile(r"\b(?:may|march)\b")
FUTURE = re.compile(
    r"\b(?:will|shall|would|is to|are to|next|scheduled|set to|plans? to|planned|due|upcoming|expected)\b", re.I
)
