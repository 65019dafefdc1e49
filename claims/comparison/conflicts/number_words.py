"""Words that tell numbers: digits spelled out, scales, hedges, units, and what makes a number a name. Own lists."""

from math import inf

ONES = {
    w: n
    for n, w in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ]
    )
}
ONES |= {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
TENS = {
    w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "k": 1e3,
}
VAGUE = {
    "dozens": (20, 200),
    "scores": (30, 400),
    "hundreds": (150, 3000),
    "thousands": (1500, 3e5),
    "tens of thousands": (1.5e4, 3e5),
    "hundreds of thousands": (1.5e5, 3e6),
    "millions": (1.5e6, 3e9),
    "several": (3, 20),
    "a few": (2, 9),
    "a handful": (2, 9),
    "a couple": (2, 3),
    "a dozen": (11, 13),
    "half a dozen": (5, 7),
    "a pair": (2, 2),
}
TIMES_WORDS = {"once": (1, 1), "twice": (2, 2), "thrice": (3, 3), "repeatedly": (2, inf)}
HEDGES = {
    "at least": "least",
    "no fewer than": "least",
    "no less than": "least",
    "more than": "more",
    "over": "more",
    "upwards of": "more",
    "exceeding": "more",
    "above": "more",
    "at most": "most",
    "up to": "most",
    "as many as": "most",
    "as much as": "most",
    "no more than": "most",
    "less than": "less",
    "fewer than": "less",
    "under": "less",
    "below": "less",
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "about",
    "about": "about",
    "around": "about",
    "roughly": "about",
    "some": "about",
    "approximately": "about",
    "an estimated": "about",
    "estimated": "about",
    "circa": "about",
}
CURRENCIES = {
    "dollar": "$", "dollars": "$", "euro": "€", "euros": "€", "pound": "£", "pounds": "£", "crown": "crown", "crowns": "crown",
    "rubles": "ruble", "roubles": "ruble", "yen": "yen", "yuan": "yuan", "cents": "cent",
}  # fmt: skip
MEASURES = {
    "year": "year", "month": "month", "week": "week", "day": "day", "hour": "hour", "minute": "minute", "second": "second", "mile": "mile",
    "kilometre": "km", "kilometer": "km", "km": "km", "metre": "metre", "meter": "metre", "foot": "foot", "feet": "foot",
    "inch": "inch", "centimetre": "cm", "centimeter": "cm", "ton": "ton", "tonne": "ton", "pound": "lb", "kilogram": "kg", "acre": "acre",
    "gallon": "gallon", "litre": "litre", "liter": "litre", "degree": "degree", "decade": "decade", "century": "century",
    "mph": "mph", "yard": "yard", "ounce": "ounce",
}  # fmt: skip
NUMBERED = frozenset(
    [
        "no.",
        "number",
        "#",
        "route",
        "chapter",
        "article",
        "section",
        "title",
        "top",
        "group",
        "phase",
        "channel",
        "page",
        "room",
        "flight",
        "highway",
        "interstate",
        "world",
        "part",
        "act",
        "season",
        "grade",
        "class",
        "day",
        "year",
        "level",
        "aged",
        "age",
    ]
)
"""Behind these a number is a name or an age."""
MONTH_WORDS = frozenset(
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
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
    ]
)
