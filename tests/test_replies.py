"""Who × page → reply: everybody gets what the table says, on every address and every record."""

import pytest

pytestmark = pytest.mark.django_db


def test_everybody_gets_the_reply_of_the_table(walked):
    wrong = []
    for name, address, status in walked.steps:
        expected = address.replies.get(name, address.rest) if name else address.anonymous
        if status != expected:
            wrong.append(f"{name or 'anonymous'} {address.name} {address.record}: {status}, not {expected}")
    assert not wrong, "\n".join(wrong)
