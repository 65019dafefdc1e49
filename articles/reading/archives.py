"""Zip archives (a .docx is one) with limits that hold whatever their headers say. Pure."""

import zipfile
import zlib

from articles.reading.answers import ReadingError

MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 200
_SMALL = 1024 * 1024  # below this a high ratio harms nobody: an empty page of 100 KB packs 1,000 : 1
_PIECE = 256 * 1024
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


class DamagedError(ReadingError):
    """A member whose bytes do not come out."""


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, *, most: int) -> bytes:
    """The bytes of one member, counted while they are unpacked. Raises ReadingError beyond `most` bytes or 200 : 1."""
    if member.flag_bits & 0x1:
        raise ReadingError(f"“{member.filename}” in the archive is locked with a password. Unlock it first.")
    pieces, size = [], 0
    try:
        with archive.open(member) as stream:
            while piece := stream.read(_PIECE):
                size += len(piece)
                if size > most:
                    raise ReadingError(
                        f"“{member.filename}” in the archive unpacks to more than {most // 1024**2} MB, which is the limit."
                    )
                if size > _SMALL and size > MOST_RATIO * max(1, member.compress_size):
                    raise ReadingError(
                        f"“{member.filename}” in the archive unpacks to more than {MOST_RATIO} times its size; such archives are refused."
                    )
                pieces.append(piece)
    except BROKEN:
        raise DamagedError(f"“{member.filename}” in the archive is damaged and cannot be unpacked.") from None
    return b"".join(pieces)


def check_unpacks_within(archive: zipfile.ZipFile, *, most: int, members: int) -> None:
    """Unpack everything once, keeping nothing, before a parser that has no limits of its own does."""
    everything = archive.infolist()
    if len(everything) > members:
        raise ReadingError(f"This file holds {len(everything)} parts; the limit is {members}.")
    left = most
    for member in everything:
        left -= len(unpacked(archive, member, most=left))
