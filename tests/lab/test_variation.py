"""The findings of a report stay when nothing that is right about it changes; a planted mistake
adds exactly its own. What is known to fail today is listed in known.yaml, and must fail.
"""

from __future__ import annotations

import pytest

from lab.known import known, outcome, trials, tried

KNOWN = known()
TRIED = tried()


@pytest.mark.parametrize("text", TRIED)
def test_what_is_said_hangs_on_what_is_right(text: str) -> None:
    went = {trial.name: outcome(trial) for trial in trials(text)}
    failed = {name: said for name, said in went.items() if said != "holds"}
    assert {name: said for name, said in failed.items() if name not in KNOWN} == {}
    assert {name for name in KNOWN if name.endswith(f" {text}")} <= set(failed)


def test_the_list_of_known_failures_names_texts_that_are_tried() -> None:
    assert {name.rpartition(" ")[2] for name in KNOWN} <= set(TRIED)
