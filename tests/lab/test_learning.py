"""What is learned from examples, and for whom it is asked."""

from __future__ import annotations

from lab.learning import Example, fit, left_out, questions


def _examples(author: str) -> list[Example]:
    own = f"habit of {author}"
    return [
        Example(author, frozenset({"own", own}), True),
        Example(author, frozenset({"with", own}), False),
    ] * 5


EXAMPLES = [one for author in "abc" for one in _examples(author)]


def test_a_sign_weighs_for_the_answer_it_stands_with() -> None:
    model = fit(EXAMPLES)
    assert model.nats({"own"}) > 1 > -1 > model.nats({"with"})


def test_one_authors_habit_is_not_learned() -> None:
    assert not [sign for sign in fit(EXAMPLES).weights if sign.startswith("habit")]


def test_the_same_examples_give_the_same_weights() -> None:
    assert fit(EXAMPLES).written() == fit(list(EXAMPLES)).written()


def test_each_author_is_answered_by_what_the_others_taught() -> None:
    odd = [Example("odd", frozenset({"own"}), False)] * 50
    answers = [nats for one, nats in left_out([*EXAMPLES, *odd]) if one.author == "odd"]
    assert len(answers) == 50
    assert min(answers) > 0, "taught by its own examples it would say no"


def test_every_question_has_its_weights() -> None:
    from ita_checker.text.learned import learned

    for name in questions():
        assert learned(name).weights
