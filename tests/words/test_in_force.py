"""What is made of words is made for each vocabulary apart, and never of another's words."""

from __future__ import annotations

import subprocess
import sys
import threading

from ita_checker.facts.tables import field
from ita_checker.text.patterns import any_of, built, pattern_of
from ita_checker.words import entry, kept, lists_of, names, of_words, speaking, words_of

RESPONSIBLE = {"fields.heads.responsible": ("ถือธง",)}


def test_a_word_added_to_a_list_stands_after_the_files_own_while_it_is_in_force() -> None:
    usual = words_of("fields.heads.responsible")
    with speaking(RESPONSIBLE):
        assert words_of("fields.heads.responsible") == (*usual, "ถือธง")
        assert lists_of("fields.heads")["responsible"] == (*usual, "ถือธง")
        assert entry("fields.heads")["responsible"] == [*usual, "ถือธง"]
        with speaking({}):
            assert words_of("fields.heads.responsible") == usual
    assert words_of("fields.heads.responsible") == usual


def test_a_word_that_is_there_already_is_not_added_twice() -> None:
    usual = words_of("fields.heads.responsible")
    with speaking({"fields.heads.responsible": (usual[0], "ถือธง", "ถือธง")}):
        assert words_of("fields.heads.responsible") == (*usual, "ถือธง")


def test_a_list_of_a_record_bears_the_records_name() -> None:
    name = "offices.kinds.องค์การบริหารส่วนตำบล.short"
    assert name in names()
    with speaking({name: ("อบลต.",)}):
        assert "อบลต." in next(
            kind["short"] for kind in entry("offices.kinds") if "อบต." in kind["short"]
        )


def test_patterns_values_and_kept_answers_are_each_vocabularys_own() -> None:
    asked: list[str] = []
    whole = pattern_of(lambda: any_of(words_of("fields.heads.responsible")))
    listed = built("{responsible}", lists_of("fields.heads"))
    longest = of_words(lambda: max(map(len, words_of("fields.heads.responsible"))))

    @kept(maxsize=8)
    def known(text: str) -> bool:
        asked.append(text)
        return bool(whole.fullmatch(text))

    usual = longest()
    for _ in range(2):
        assert (known("ถือธง"), listed.search("ถือธง"), longest()) == (False, None, usual)
        with speaking({"fields.heads.responsible": ("ถือธง", "ก" * 40)}):
            assert known("ถือธง") and listed.search("ถือธง") and longest() == 40
        with speaking({"fields.heads.responsible": ("ธงชัย",)}):
            assert not known("ถือธง") and not listed.search("ถือธง") and longest() == usual
    assert asked == ["ถือธง"] * 3, "each vocabulary is asked once"


def test_threads_speak_each_their_own_words() -> None:
    begun, heard = threading.Barrier(2), dict[str, str]()

    def ask(name: str, added: dict[str, tuple[str, ...]]) -> None:
        with speaking(added):
            begun.wait(10)
            heard[name] = field("ผู้ถือธง")
            begun.wait(10)

    other = threading.Thread(target=ask, args=("other", RESPONSIBLE))
    other.start()
    ask("own", {})
    other.join()
    assert heard == {"own": "", "other": "responsible"}


IMPORTED = """
from ita_checker.words import speaking
with speaking({"fields.heads.responsible": ("ถือธง",)}):
    from ita_checker.facts.tables import field
    assert field("ผู้ถือธง") == "responsible"
assert field("ผู้ถือธง") == ""
"""


def test_what_is_imported_while_a_packs_words_are_in_force_does_not_keep_them() -> None:
    subprocess.run([sys.executable, "-c", IMPORTED], check=True, timeout=120)


def test_every_list_has_a_name_and_holds_words_alone() -> None:
    listed = names()
    assert len(listed) > 600
    for name in listed:
        if not name.startswith("offices.kinds."):
            found = entry(name)
            assert isinstance(found, list) and all(isinstance(word, str) for word in found), name
