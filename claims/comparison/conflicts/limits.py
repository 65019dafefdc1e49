"""The thresholds of the search for conflicts, in one place.

Set by reading everything that was shown on the development stories: precision before recall, since an editor who was sent after
three false conflicts looks at none any more.
"""

COMMON_STEM = 0.35
"""A content word that more than this share of a story's sentences holds tells nothing about what a sentence is about."""
CONTEXT = 0.28
"""How alike the words around two numbers must be (0..1, by weight) before the numbers count the same thing."""
CONTEXT_OF = {
    "own": 0.16,
    "kill": 0.2,
    "injure": 0.2,
    "times": 0.14,
    "votes": 0.16,
    "$": 0.32,
    "%": 0.42,
    "points": 0.5,
}
"""The same for kinds of numbers: things with an attribute in common ("steel plates"), casualties, how often, votes, money, shares."""
RATE_SCORE = 0.55
"""Score of counts of one thing at a rate ("vehicles a day") or in a compound ("60-day suspension"): hardly ever two in one story."""
LEAD_CONTEXT = 0.11
"""For casualties that both articles give at the top, where the main event is told."""
MANY_VALUES, MANY_MORE = 4, 0.25
"""An article with more different numbers of one thing than this (votes, delegates, points) makes every further one that much harder."""
VAGUE_MORE = 1.5
"""How many times as alike the words must be where a number is only "dozens" or "a few"."""
STRANGERS_MORE = 1.4
"""The same where both name somebody or something and nothing of it is common."""
AHEAD_MORE = 1.4
"""The same where one tells what will be and the other what was."""
CONTEXT_DATE = 0.18
"""How much of the weight of two clauses' content words must be common before they tell the same event."""
ALIKE = 0.36
"""How alike two sentences are that tell one event though one of them does not name whom it befell."""
NAMED_ALIKE = 0.2
"""The same where it at least names them elsewhere."""
TOGETHER_ALIKE = 0.13
"""The same where two people of one meeting or talk are named by both."""
CONTEXT_WHO = 0.17
"""The same where two doers are told of it."""
CONTEXT_FIRST = 0.14
"""The same for how something first became known."""
CONTEXT_WHETHER = 0.26
"""The same for a clause and its denial."""
SURE_CLAIM = 0.75
"""How surely a claim's places belong together before its denial is shown as a conflict."""
SURE_SAYING = 0.75
"""How surely variants must be one utterance before the days of their saying are compared."""
SURE_PLACE = 0.6
"""How surely two acts must be one before their places are compared."""
ROUGHLY = 0.1
"""By how much a number told with "about" may differ."""
CLOSE = 0.06
"""Numbers told with a hedge count as one and the same when no further apart than this share."""
ROUND_FROM = 1000
"""From here on a rounder number agrees with what rounds to it, hedge or not."""
YEARS_APART = 1
"""Durations in years agree when no further apart: "over 20 years", "a 21-year veteran"."""
MOST_CONFLICTS = 12
"""Shown for one story; the surest first."""
MOST_ANSWERS = 60
"""Answers compared under one key (the same thing counted, the same act): what is told more often is no single question."""
STEPS_APART = 2
"""Steps of the ladder of commitment between two answers that conflict."""
BESIDE = 0.85
"""What share of SHOWN a further article's answer needs beside two that conflict surely."""
TELLING = 12
"""Above this the same number of the same thing is no accident within one story."""
SHOWN = 0.5
"""Conflicts of a lower score are kept back."""
