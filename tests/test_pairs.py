"""Pairs of people who decide on the same signal at once: exactly one wins, and the other's words are kept."""

import pytest

from faults import duels, town
from faults.pairs import judged

pytestmark = pytest.mark.django_db(transaction=True)
PAIRS = 20


def test_of_two_who_decide_at_once_one_wins_and_the_other_keeps_every_word():
    row = duels.fight(town.two_and_their_reporters(PAIRS), pairs=PAIRS)
    assert judged(row, True) == [], row
    assert row["one won"] == row["losers whose every word is on it"] == PAIRS


def test_without_the_lock_both_win():
    row = duels.fight(town.two_and_their_reporters(PAIRS), pairs=PAIRS, locked=False)
    assert judged(row, False) == [], row
    assert judged(row, True) != []
