"""The claims of a run: each with its place, joined to the story's claim with the same words and claimant."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef

from claims.language import spans
from claims.models import Appearance, Claim, Run
from claims.services.decided import Decided
from claims.services.link_people import people_of_story
from claims.services.places import Places, Taken
from claims.services.same_claim import ClaimKey, claim_key, claims_by_key, roots_of

UNNAMED = "somebody unnamed"
_AGAIN = ["claim", "run", "paragraph", "claimant", "voice", "stance", "retired_by"]


def keep_claims(run: Run, places: Places, claims: tuple[spans.Claim, ...], decided: Decided, now: datetime) -> None:
    """A span found again keeps its row, and its claim where words and claimant are the same; undecided places that are not
    found any more are retired, and with its last place the claim."""
    keeping = _Keeping(run, places, claims, decided, now)
    taken = Taken((), decided.appearance_spans)
    for claim in claims:
        if (claim.start, claim.end) not in taken:
            keeping.keep(claim)
    keeping.write()


class _Keeping:
    """What is to be written, gathered claim by claim."""

    def __init__(
        self, run: Run, places: Places, claims: Iterable[spans.Claim], decided: Decided, now: datetime
    ) -> None:
        self.run, self.places, self.decided, self.now = run, places, decided, now
        self.story_id = run.article.story_id
        names = {claimant_of(claim) for claim in claims}
        self.people = roots_of(people_of_story(story_id=self.story_id, names=names, now=now))
        in_story = Claim.everything.filter(story_id=self.story_id).defer("search")
        self.known = claims_by_key(in_story, self.people)
        rows = Appearance.everything.filter(article=run.article_id, made_by=None).select_related("claim")
        self.present = {(row.start, row.end): row for row in rows.defer("claim__search")}
        self.fresh: dict[ClaimKey, Claim] = {}
        self.renamed: list[Claim] = []
        self.rows: list[Appearance] = []
        self.again: list[Appearance] = []
        self.priorities: dict[int, float] = {}

    def keep(self, found: spans.Claim) -> None:
        paragraph = self.places.speaking_paragraph_at(found.start)
        known_row = self.present.get((found.start, found.end))
        if not paragraph or (known_row is not None and known_row.pk is None):
            return
        claimant = claimant_of(found)
        claim = self._claim(found, claimant, known_row)
        row = _appearance_row(found, claimant, of=claim, run=self.run, paragraph_id=paragraph.pk, at=self.now)
        if known_row is None:
            self.rows.append(row)
        else:
            row.pk, row.made_at = known_row.pk, known_row.made_at
            self.again.append(row)
        self.present[found.start, found.end] = row
        if claim.pk:
            self.priorities[claim.pk] = max(self.priorities.get(claim.pk, 0), found.priority)

    def _claim(self, found: spans.Claim, claimant: str, row: Appearance | None) -> Claim:
        key = claim_key(found.text, claimant, self.people)
        if key in self.fresh:
            self.fresh[key].priority = max(self.fresh[key].priority, found.priority)
        elif key not in self.known and row is not None and self._stands_alone(row):
            self.known[key] = row.claim
            row.claim.claimant = claimant
            self.renamed.append(row.claim)
        elif key not in self.known:
            self.known[key] = self.fresh[key] = _claim_row(found, claimant, story_id=self.story_id, at=self.now)
        return self.known[key]

    def _stands_alone(self, row: Appearance) -> bool:
        """An undecided claim that stands nowhere else: what this version says of the place is said of the claim."""
        if row.claim_id in self.decided.claims:
            return False
        return not Appearance.everything.filter(claim=row.claim_id).exclude(pk=row.pk).exists()

    def write(self) -> None:
        Claim.objects.bulk_create(self.fresh.values())
        Claim.everything.bulk_update(self.renamed, ["claimant"])
        for row in (*self.rows, *self.again):
            row.claim_id = row.claim.pk
        Appearance.objects.bulk_create(self.rows)
        Appearance.everything.bulk_update(self.again, _AGAIN, batch_size=500)
        found = [row.pk for row in (*self.rows, *self.again)]
        Claim.everything.filter(appearances__in=found).exclude(retired_by=None).update(retired_by=None)
        self._sort()
        self._retire(found)

    def _sort(self) -> None:
        """Undecided claims get this version's priority; the highest of those articles that it has read."""
        undecided = {pk for pk in self.priorities if pk not in self.decided.claims}
        read_too = Appearance.objects.filter(claim__in=undecided, run__extractor=self.run.extractor)
        elsewhere = set(read_too.exclude(run=self.run).values_list("claim", flat=True))
        claims = list(Claim.objects.filter(pk__in=undecided, made_by=None).only("priority"))
        for claim in claims:
            new = self.priorities[claim.pk]
            claim.priority = max(claim.priority, new) if claim.pk in elsewhere else new
        Claim.objects.bulk_update(claims, ["priority"], batch_size=500)

    def _retire(self, found: list[int]) -> None:
        places = Appearance.objects.filter(article=self.run.article_id, made_by=None)
        places.exclude(pk__in=[*found, *self.decided.appearances]).update(retired_by=self.run)
        undecided = set(self.decided.claims_here) - self.decided.claims
        standing = Appearance.objects.filter(claim=OuterRef("pk"))
        Claim.objects.filter(~Exists(standing), pk__in=undecided).update(retired_by=self.run)


def claimant_of(claim: spans.Claim) -> str:
    """Blank is the outlet itself, so that somebody whom the copy does not name needs a word."""
    if claim.voice is spans.Voice.OUTLET:
        return ""
    return (claim.claimant or UNNAMED)[:300]


def _claim_row(claim: spans.Claim, claimant: str, *, story_id: int, at: datetime) -> Claim:
    return Claim(
        story_id=story_id,
        text=" ".join(claim.text.split()),
        claimant=claimant,
        priority=claim.priority,
        status_since=at,
        made_at=at,
    )


def _appearance_row(
    claim: spans.Claim, claimant: str, *, of: Claim, run: Run, paragraph_id: int, at: datetime
) -> Appearance:
    return Appearance(
        claim=of,
        article_id=run.article_id,
        paragraph_id=paragraph_id,
        run=run,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        claimant=claimant,
        voice=claim.voice.value,
        stance=claim.stance.value,
        made_at=at,
    )
