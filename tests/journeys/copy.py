"""The copy that journeys file: two invented outlets on one invented event."""

from typing import Any

HARBOUR = """Ferry terminal closes after inspection

By Marta Quill

The Velmouth ferry terminal closed on Monday after inspectors found 12 cracked welds in its two pontoons.

"The pontoons are not safe for passengers," harbour master Joren Pell said.

The town paid 2.4 million crowns for the pontoons in 2019.

Picture: Jo Sand / The Harbour Bell
"""

COURIER = """Velmouth without a ferry

VELMOUTH, March 3 - Inspectors counted 12 cracked welds in the pontoons of the ferry terminal, a report seen by the Courier shows.

Mayor Ilse Tarn said the terminal would reopen within a week.
"""

CLAIM = "The Velmouth ferry terminal closed on Monday"
SUPPORT_HERE = "inspectors found 12 cracked welds in its two pontoons"
SUPPORT_THERE = "Inspectors counted 12 cracked welds in the pontoons of the ferry terminal"
RATIONALE = "Two outlets each saw the inspectors' count for themselves."


def files() -> list[dict[str, Any]]:
    return [
        {"name": "harbour-bell.txt", "mimeType": "text/plain", "buffer": HARBOUR.encode()},
        {"name": "courier.txt", "mimeType": "text/plain", "buffer": COURIER.encode()},
    ]
