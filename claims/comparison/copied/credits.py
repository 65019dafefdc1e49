"""What an article says itself of where it has its report from: credit lines, "according to", "told Reuters", "RT said"."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from articles.segmentation.patterns import AGENCIES, OUTLET, SOURCE_LINE
from articles.segmentation.spans import Kind, ParagraphSpan
from claims.comparison.copies import Copy, Story
from claims.comparison.decisions import Place
from claims.comparison.found import Chain
from claims.language.claims import sentences
from claims.language.spans import Quote
from claims.language.words import listed
from claims.rules.origins import folded_name

_AMBIGUOUS = frozenset(("pa", "epa", "tt", "apa", "pap", "ani", "anp", "efe", "aap", "ap"))  # more often something else
_BRANDS = (
    "RT", "AP", "CNN", "BBC", "NBC", "ABC", "CBS", "NPR", "PBS", "MSNBC", "CNBC", "C-SPAN", "ESPN", "ITV", "TMZ", "ARD", "ZDF",
    "Axios", "Politico", "POLITICO", "Al Jazeera", "Al Arabiya", "Al-Jazeera", "Fox Business", "BuzzFeed", "HuffPost", "Vox", "Breitbart",
    "Mediaite", "Newsweek", "Time magazine", "TIME", "The Hill", "The Atlantic", "The New Yorker", "New York magazine", "Vanity Fair",
    "The Economist", "The Daily Beast", "Rolling Stone", "Der Spiegel", "Spiegel", "Die Zeit", "Bild", "Le Monde", "Le Figaro", "Libération",
    "El País", "El Mundo", "La Repubblica", "Corriere della Sera", "Haaretz", "Kommersant", "Meduza", "Izvestia", "Pravda", "Rossiya 1",
    "Sputnik", "Ukrinform", "Suspilne", "Deutsche Welle", "France 24", "Radio Free Europe", "Voice of America", "Global Times", "CGTN", "CCTV",
    "NHK", "Dawn", "The Hindu", "Semafor", "ProPublica", "The Intercept", "The Information", "The Verge", "Wired", "Variety", "Deadline",
    "The Hollywood Reporter", "National Review", "The Daily Caller", "Gizmodo", "Slate", "Salon", "Vice", "Fortune", "Forbes", "Barron's",
)  # fmt: skip
_SURE_WORDS = frozenset(
    listed("Times Journal Post News Herald Courier Gazette Tribune Telegraph Chronicle TV Radio Network")
)
_BEFORE_NAME = re.compile(
    r"^(?:As|In|On|But|And|While|When|After|Like|Meanwhile) (?=[A-Zt])|^[A-Z]\w+[’']s (?=[A-Z])"
)  # "Iowa's Gazette"
_WORDS = r"[A-ZÀ-Þ][\w’'&-]*\.?"
_PAPER = rf"(?:{_WORDS} ){{1,4}}(?:{'|'.join(sorted(_SURE_WORDS))})\b(?: of [A-Z]\w+)?"
_THE_PAPER = r"[Tt]he (?:[A-ZÀ-Þ][\w’'&-]* ){0,3}(?:Times|Journal|Post|Guardian|Independent|Observer|Standard|Globe|Mail|Sun|Mirror|Star|Telegraph|Express|Register|Record|Sentinel|Examiner|Inquirer|Dispatch|Bulletin|Ledger|Argus|Echo|Monitor|Press|Bee)\b"

_TOLD = (
    r"[Aa]ccording to|[Tt]old|[Tt]ells|[Cc]iting|(?:[Qq]uoted|[Cc]ited|[Pp]ublished|[Rr]eported|[Oo]btained|[Ss]een|[Ss]hared|[Cc]arried) (?:on \w+ )?(?:by|in|with)"
    r"|[Ii]nterview(?:s|ed)? (?:with|to|on|by|in|for)|[Rr]eports? (?:by|in|from|on)|[Ss]tatement to|[Ss]p(?:eaking|oke) (?:to|with)"
    r"|[Ww]r(?:iting|ote) (?:in|for)|op-ed (?:in|for)|[Cc]onfirmed to|[Aa]ppear(?:ed|ing|ance) on|[Ss]aid (?:on|in)|[Ss]aid \w+day (?:on|in)|remarks to|[Vv]ia"
    r"|first (?:made|published|reported|printed|told) (?:in|by|to)"
)
_SAID = (
    r"(?:,? which )?(?:(?:has|had|have|first|also|later|earlier|previously|separately|and others) ){0,2}"
    r"(?:reported|reports|said|says|wrote|writes|quoted|quotes|published|revealed|disclosed|cited|learned|obtained|is reporting|claimed|noted|broke the)\b"
)
_BY = r"(?:[’']s? (?:[A-ZÀ-Þ][\w’'.-]+ ){0,3})?"
_REPORTS = re.compile(
    r"\b(?:according to|per|sa(?:id|ys?|ying)|report|wr[oi]t|quot|publish|reveal|disclos|cit|learn|obtain|claim|not(?:ed|es)\b|told)",
    re.I,
)
_FIRST_IN = re.compile(
    r"\b(?:first|originally) (?:published|appeared) (?:in|on|by) (?P<who>(?:[Tt]he )?[A-Z][^.,;()|\n]{1,40})", re.I
)
FAR = 400  # characters of a sentence that are read


def chains_of(story: Story) -> tuple[Chain, ...]:
    """Every place where an article names the outlet or agency behind it, in order; an outlet that names itself is none."""
    known = _known(story)
    found: list[Chain] = []
    for number, copy in enumerate(story.copies):
        found += [
            *_credit_line(number, copy),
            *_by_quotes(story, number, copy, known),
            *_by_words(story, number, copy, known),
        ]
    found = _in_full(found)
    spelled = _spellings([chain.through for chain in found], known)
    found = _once([replace(chain, through=spelled[folded_name(chain.through)]) for chain in found])
    return tuple(sorted(found, key=lambda chain: (chain.place, chain.through)))


def _in_full(chains: list[Chain]) -> list[Chain]:
    """ "the Times" is the New York Times where an article names that one outlet so and no other."""
    named: dict[int, set[str]] = defaultdict(set)
    for chain in chains:
        named[chain.article].add(chain.through)
    out = []
    for chain in chains:
        short = folded_name(chain.through)
        longer = {
            folded_name(name): name for name in sorted(named[chain.article]) if folded_name(name).endswith(f" {short}")
        }
        out.append(replace(chain, through=next(iter(longer.values()))) if len(longer) == 1 else chain)
    return out


def _spellings(names: Iterable[str], known: Iterable[str]) -> dict[str, str]:
    """Folded name → one spelling: the story's own, else with its article, else the commonest."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        counts[folded_name(name)][re.sub(r"^the ", "The ", name)] += 1
    best = {key: min(c, key=lambda n: (not n.startswith("The "), -c[n], n)) for key, c in counts.items()}
    return best | {folded_name(name): name for name in known if folded_name(name) in best}


def outlet_called(name: str | None, known: Iterable[str] = ()) -> str:
    """The outlet or agency of that name, one spelling each; "" where the name is no outlet's."""
    plain = _BEFORE_NAME.sub("", " ".join((name or "").split()).strip(" ,.;:"))
    bare = re.sub(r"^[Tt]he ", "", plain)
    low = bare.casefold()
    for other in known:
        if folded_name(other) == folded_name(plain) and plain:
            return other
    if low in AGENCIES and (low not in _AMBIGUOUS or bare == "AP"):
        return AGENCIES[low]
    if bare in _BRANDS or plain in _BRANDS:
        return next(brand for brand in _BRANDS if brand in (plain, bare))
    is_paper = OUTLET.fullmatch(bare) and (plain != bare or bare.split()[-1] in _SURE_WORDS) and " " in plain
    return re.sub(r"^the ", "The ", plain) if is_paper else ""


def _known(story: Story) -> tuple[str, ...]:
    """How the story's own outlets and credits are spelled."""
    names = {name.strip(): None for copy in story.copies for name in (credit_of(copy), copy.outlet) if name.strip()}
    return tuple(names)


def _own_name(copy: Copy) -> Callable[[str], bool]:
    """Tells whether a name is the outlet's own; where the copy's outlet is not known, its address and its foot may tell."""
    if copy.outlet:
        own = folded_name(copy.outlet)
        return lambda through: folded_name(through) == own
    about = " ".join(
        copy.text[p.start : p.end]
        for p in copy.paragraphs
        if p.kind is Kind.BOILERPLATE or (p.kind is Kind.CREDIT and "://" in copy.text[p.start : p.end])
    )
    squashed = re.sub(r"\W", "", about.casefold())
    return lambda through: len(name := re.sub(r"\W", "", folded_name(through))) >= 5 and name in squashed


def credit_of(copy: Copy) -> str:
    """Whom the article credits with the copy: its wire credit, else the first that a credit line of it names; "" for nobody."""
    if copy.wire_credit.strip():
        return copy.wire_credit.strip()
    for paragraph in copy.paragraphs:
        if paragraph.kind in (Kind.CREDIT, Kind.BOILERPLATE):
            who = _credited_in(copy.text[paragraph.start : min(paragraph.end, paragraph.start + FAR)])
            if who and folded_name(who) != folded_name(copy.outlet):
                return who
    return ""


def _credited_in(line: str) -> str:
    """ "Source: Basin Press; additional reporting by …" → Basin Press; "This story first appeared in the Post" → The Post."""
    if (found := SOURCE_LINE.fullmatch(line.strip())) and "://" not in line:
        who = re.split(r"\s*(?:[;|(]|,? (?:additional|with|and agencies)\b)", found["who"], maxsplit=1)[0].strip(" .,")
        if who and len(who.split()) <= 6:
            return AGENCIES.get(who.casefold(), who)
    if found := _FIRST_IN.search(line):
        return outlet_called(found["who"])
    return ""


def _credit_line(number: int, copy: Copy) -> Iterator[Chain]:
    credit = credit_of(copy)
    if not credit:
        return
    named = re.compile(rf"\b{re.escape(folded_name(credit))}\b")
    lines = [p for p in reversed(copy.paragraphs) if p.kind in (Kind.CREDIT, Kind.BOILERPLATE)]
    lines += [p for p in copy.paragraphs if p.kind is Kind.BODY][:3]
    for p in lines:
        shown = " ".join(copy.text[p.start : p.end].split())
        if named.search(shown.casefold()):
            line = f"the credit line says “{shown}”" if len(shown) <= 70 else f"its dateline or credit names {credit}"
            yield Chain(number, Place(number, p.start, p.end), p.number, credit, None, line)
            return
    yield Chain(number, Place(number, 0, 0), 1, credit, None, f"it is credited to {credit}")


def _by_quotes(story: Story, number: int, copy: Copy, known: tuple[str, ...]) -> Iterator[Chain]:
    """What the language engine knows: whose words came through whom, and outlets that are quoted themselves."""
    is_own = _own_name(copy)
    for quote in copy.quotes:
        paragraph = _paragraph_at(copy, quote.start)
        if paragraph is None or paragraph.duplicate_of is not None:
            continue
        called = (quote.speaker.name or quote.speaker.text or "") if quote.speaker else ""
        place = _sentence_around(number, copy, paragraph, quote)
        speaker = story.person(called)
        for via in quote.via:
            through = outlet_called(via, known) or via
            if not is_own(through):
                name = re.sub(r"^The ", "the ", through)
                reason = f"{speaker} quoted through {name}" if speaker else f"through {name}"
                yield Chain(number, place, paragraph.number, through, speaker, reason)
        cue = quote.cue.text if quote.cue else ""
        if _REPORTS.search(cue) and (through := outlet_called(called, known)) and not is_own(through):
            leading = cue.casefold() in ("according to", "per", "as per")
            reason = f"{cue.casefold()} {called}" if leading else f"{called} {cue}"
            yield Chain(number, place, paragraph.number, through, None, reason)


def _sentence_around(number: int, copy: Copy, paragraph: ParagraphSpan, quote: Quote) -> Place:
    """The quote drawn out to the ends of its sentences: its cue, its speaker and who carried it stand there."""
    cut = sentences(copy.text, paragraph.start, min(paragraph.end, quote.end + FAR))
    here = [(low, high) for low, high in cut if low < quote.end and quote.start < high]
    low, high = (here[0][0], here[-1][1]) if here else (quote.start, quote.end)
    return Place(number, min(low, quote.start), max(high, quote.end))


def _by_words(story: Story, number: int, copy: Copy, known: tuple[str, ...]) -> Iterator[Chain]:
    """ "according to X", "told X", "X reported" in the copy's sentences."""
    is_own, name = _own_name(copy), _name_pattern(known)
    before = re.compile(
        rf"\b(?P<how>{_TOLD}) (?:(?:an?|its|his|her|their|both) )?(?:(?:newspaper|broadcaster|news agency|magazine) )?(?P<who>{name})"
    )
    after = re.compile(rf"(?P<who>{name}){_BY} ?(?P<how>{_SAID})")
    for paragraph in copy.paragraphs:
        if paragraph.kind is not Kind.BODY or paragraph.duplicate_of is not None:
            continue
        for low, high in sentences(copy.text, paragraph.start, paragraph.end):
            high = min(high, low + FAR)
            for pattern in (before, after):
                for found in pattern.finditer(copy.text, low, high):
                    through = outlet_called(found["who"], known)
                    if through and not is_own(through):
                        yield Chain(
                            number,
                            Place(number, low, high),
                            paragraph.number,
                            through,
                            _speaker_in(story, copy, low, high, known),
                            " ".join(found.group().split()),
                        )


def _name_pattern(known: tuple[str, ...]) -> str:
    names = set(_BRANDS) | {name for name in known if len(name) > 2}
    names |= {_cased(name) for name in AGENCIES if name not in _AMBIGUOUS}
    fixed = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return rf"(?:(?:[Tt]he )?(?:{fixed})(?![\w-])|{_THE_PAPER}|(?:[Tt]he )?{_PAPER})"


def _cased(agency: str) -> str:
    """How an agency's name is written in copy: short ones in capitals, "Reuters" as names are."""
    shown = AGENCIES[agency]
    return shown if shown.casefold() == agency else agency.upper() if len(agency) <= 4 else agency.title()


def _speaker_in(story: Story, copy: Copy, low: int, high: int, known: tuple[str, ...]) -> str | None:
    """Whose words the sentence gives, where that is somebody other than an outlet."""
    for quote in copy.quotes:
        if quote.start < high and low < quote.end and quote.speaker:
            name = story.person(quote.speaker.name or quote.speaker.text)
            if name and not outlet_called(name, known):
                return name
    return None


def _paragraph_at(copy: Copy, at: int) -> ParagraphSpan | None:
    return next((p for p in copy.paragraphs if p.start <= at < p.end), None)


def _once(chains: list[Chain]) -> list[Chain]:
    """One chain a stretch and outlet; one that knows the speaker before one that does not."""
    kept: dict[tuple[int, str], list[Chain]] = defaultdict(list)
    for chain in sorted(chains, key=lambda chain: (chain.place, chain.speaker is None)):
        held = kept[chain.article, folded_name(chain.through)]
        if not held or not held[-1].place.touches(chain.place):
            held.append(chain)
        elif held[-1].speaker is None and chain.speaker is not None:
            held[-1] = chain
    return [chain for held in kept.values() for chain in held]
