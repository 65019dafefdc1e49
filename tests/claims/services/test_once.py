"""A form sent twice is carried out once; a refused one can be sent again."""

from uuid import uuid4

import pytest

from claims.services.once import carry_out_once
from newsdesk.errors import BadInput


def test_the_second_sending_does_nothing(checker):
    done, key = [], uuid4()
    assert carry_out_once(key=key, by=checker, act=lambda: done.append(1))
    assert not carry_out_once(key=key, by=checker, act=lambda: done.append(2))
    assert done == [1]


def test_a_refusal_leaves_the_key_free(checker):
    key = uuid4()

    def refuse():
        raise BadInput("No.")

    with pytest.raises(BadInput):
        carry_out_once(key=key, by=checker, act=refuse)
    assert carry_out_once(key=key, by=checker, act=lambda: None)


def test_without_a_key_every_sending_counts(checker):
    assert carry_out_once(key=None, by=checker, act=lambda: None)
    assert carry_out_once(key=None, by=checker, act=lambda: None)
