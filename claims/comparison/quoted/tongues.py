"""In which language a speaker speaks: as the desk has set it, else as the copy gives away ("Orsinian President Ada Brandt").

Only looked at to tell a translator's choice of words from a change of words; English speakers are those of whom nothing else
is known. Pure.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from claims.comparison.copies import Story
from claims.language.person_names import fold

_SPOKEN = {
    adjective: language
    for language, adjectives in {
        "ru": "russian", "uk": "ukrainian", "be": "belarusian", "fr": "french", "de": "german austrian",
        "es": "spanish mexican argentine argentinian chilean colombian venezuelan cuban peruvian bolivian ecuadorean",
        "pt": "portuguese brazilian", "it": "italian", "pl": "polish", "nl": "dutch", "cs": "czech", "sk": "slovak",
        "hu": "hungarian", "ro": "romanian moldovan", "bg": "bulgarian", "sr": "serbian", "hr": "croatian", "el": "greek",
        "tr": "turkish", "he": "israeli", "fa": "iranian", "ar": "egyptian saudi iraqi syrian jordanian lebanese qatari "
        "emirati palestinian moroccan tunisian algerian libyan yemeni kuwaiti", "ja": "japanese", "zh": "chinese taiwanese",
        "ko": "korean", "vi": "vietnamese", "th": "thai", "id": "indonesian", "sv": "swedish", "no": "norwegian",
        "da": "danish", "fi": "finnish", "lt": "lithuanian", "lv": "latvian", "et": "estonian", "ka": "georgian",
        "hy": "armenian", "az": "azerbaijani", "kk": "kazakh", "ps": "afghan",
    }.items()
    for adjective in adjectives.split()
}  # fmt: skip
_ROLE = (
    r"(?:[Pp]resident|[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance|[Mm]inister|[Cc]hancellor|[Pp]remier|[Ll]eader|"
    r"[Dd]ictator|[Aa]mbassador|[Gg]eneral|[Oo]pposition|[Ss]poke\w+|[Oo]fficial|[Dd]eputy|[Ss]upreme|[Cc]rown|[Pp]rince|[Kk]ing|[Qq]ueen)"
)
_MENTION = re.compile(
    rf"\b({'|'.join(sorted(a.capitalize() for a in _SPOKEN))})\s((?:{_ROLE}\s){{1,4}})((?:[A-Z][\w’'-]+\s?){{1,3}})"
)


def languages_of(story: Story) -> Mapping[str, str]:
    """Person's fullest name → language; the desk's word holds. Persons of whom nothing is known are missing."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for copy in story.copies:
        for adjective, _, names in _MENTION.findall(copy.text):
            for word in names.split():
                seen[fold(re.sub(r"[’']s$", "", word))][_SPOKEN[adjective.lower()]] += 1
    guessed = {
        person: seen[surname].most_common(1)[0][0]
        for person in sorted(set(story.people.values()))
        if person.strip() and (surname := fold(person.split()[-1])) in seen
    }
    return {**guessed, **story.languages}
