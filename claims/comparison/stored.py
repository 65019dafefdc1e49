"""A comparison as JSON and back, for keeping. Pure.

Dataclasses become objects, `Place` a list of three numbers, enums their values; what equals its default is left out, so that
a comparison kept by an older version is read by a newer one that has more fields.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from claims.comparison.decisions import Place
from claims.comparison.found import Comparison

type Reader = Callable[[Any], Any]


def to_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison in plain dicts, lists, strings and numbers."""
    written = _written(comparison)
    assert isinstance(written, dict)
    return written


def from_json(kept: dict[str, Any]) -> Comparison:
    """The comparison that `to_json` wrote. Raises ValueError, KeyError or TypeError where it wrote something else."""
    found = _reader(Comparison)(kept)
    assert isinstance(found, Comparison)
    return found


def _written(value: Any) -> Any:
    if isinstance(value, Place):
        return [value.article, value.start, value.end]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    if is_dataclass(value):
        return {
            name: _written(item)
            for name, default in _defaults(value.__class__)
            if (item := getattr(value, name)) != default or type(item) is not type(default)
        }
    return value.item() if hasattr(value, "item") else value  # a number of numpy's is no JSON


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((field.name, _default(field)) for field in fields(kind))


def _default(field: "Field[Any]") -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


@cache
def _reader(hint: Any) -> Reader:
    """How a value of this type is read back."""
    if hint is Place:
        return lambda kept: Place(*kept)
    if get_origin(hint) is tuple:
        inner, *rest = get_args(hint)
        if rest != [Ellipsis]:
            readers = [_reader(one) for one in (inner, *rest)]
            return lambda kept: tuple(read(item) for read, item in zip(readers, kept, strict=True))
        read = _reader(inner)
        return lambda kept: tuple(read(item) for item in kept)
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (one for one in get_args(hint) if one is not type(None))
        read = _reader(inner)
        return lambda kept: None if kept is None else read(kept)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if isinstance(hint, type) and is_dataclass(hint):
        return _dataclass_reader(hint)
    return lambda kept: kept


def _dataclass_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in fields(kind)}
    return lambda kept: kind(**{name: readers[name](value) for name, value in kept.items() if name in readers})
