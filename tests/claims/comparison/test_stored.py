"""A comparison survives being kept as JSON, whatever is in it."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.comparison.found import Comparison, Origin
from claims.comparison.stored import from_json, to_json


@given(st.from_type(Comparison))
def test_what_is_kept_comes_back_as_it_was(comparison: Comparison) -> None:
    kept = json.loads(json.dumps(to_json(comparison)))
    assert repr(from_json(kept)) == repr(comparison)  # nan is not equal to itself


def test_numbers_of_numpy_are_kept_as_numbers() -> None:
    kept = to_json(Comparison("1", origins=(Origin((0, 1), "credit", score=np.float32(0.5)),)))
    assert json.loads(json.dumps(kept))["origins"][0]["score"] == 0.5


def test_a_comparison_of_a_version_with_other_fields_is_read() -> None:
    assert from_json({"version": "compare-0", "rumours": [1]}) == Comparison("compare-0")


@pytest.mark.parametrize("kept", [{}, {"version": "1", "conflicts": [{"kind": "why"}]}, {"version": "1", "claims": 3}])
def test_what_is_no_comparison_is_refused(kept: dict[str, object]) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(kept)
