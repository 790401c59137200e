"""The findings of a report stay when nothing that is right about it changes; a planted mistake
adds exactly its own. What is known to fail today is listed in known.yaml, and must fail.
"""

from __future__ import annotations

import pytest

from lab.known import Trial, known, outcome, trials

KNOWN = known()
TRIALS = tuple(trials())


@pytest.mark.parametrize(
    "trial",
    [
        pytest.param(
            trial,
            id=trial.name,
            marks=[pytest.mark.xfail(reason=KNOWN[trial.name], strict=True)]
            if trial.name in KNOWN
            else [],
        )
        for trial in TRIALS
    ],
)
def test_what_is_said_hangs_on_what_is_right(trial: Trial) -> None:
    assert outcome(trial) == "holds"


def test_the_list_of_known_failures_names_tests_that_exist() -> None:
    assert set(KNOWN) <= {trial.name for trial in TRIALS}
