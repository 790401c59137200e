"""Texts to learn from: words, phrases of reports, and, as many again, names and syllables no
dictionary knows, and numbers everywhere.

A reader that sees only words learns to guess them; so every digit is drawn evenly and a good part
of the text means nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

from pythainlp.corpus import (
    provinces,
    thai_family_names,
    thai_female_names,
    thai_male_names,
    thai_syllables,
    thai_words,
)

from ita_checker.read.ocr.letters.alphabet import (
    CODES,
    CONSONANTS,
    DIGITS,
    LATIN,
    SIGNS,
    SPELT_AS,
    THAI_DIGITS,
)
from ita_checker.training.figures import date, digits, number, script, year
from ita_checker.training.phrases import ENGLISH, MONTHS, OFFICES, PHRASES

INITIALS = (
    *"กขคงจฉชซญดตถทธนบปผฝพฟภมยรลวศษสหอ",
    "กร",
    "กล",
    "ขว",
    "คร",
    "ปร",
    "พล",
    "ตร",
    "หน",
    "หม",
    "หล",
    "หว",
    "กว",
)
RARE = tuple("ฆฌฎฏฐฑฒณฬฮษศ")
FINALS = tuple("กงดนบมยวลรศตจณญธพภทฐษฎฑฬ")
TONE_MARKS = ("", "", "", "", "่", "่", "้", "้", "๊", "๋")
MAXIMUM = 78


@cache
def words() -> tuple[str, ...]:
    """Return the dictionary's words that can be drawn, in one order on every machine."""
    return tuple(
        sorted(word for word in map(str, thai_words()) if 1 < len(word) < 25 and known(word))
    )


@cache
def names() -> tuple[str, ...]:
    """Return given names, family names and provinces."""
    all_names: set[str] = (
        set(thai_female_names())
        | set(thai_male_names())
        | set(thai_family_names())
        | set(map(str, provinces()))
    )
    return tuple(sorted(name for name in all_names if known(name)))


@cache
def syllables() -> tuple[str, ...]:
    """Return the syllables of the corpus."""
    return tuple(
        sorted(
            syllable
            for syllable in map(str, thai_syllables())
            if 1 < len(syllable) < 9 and known(syllable)
        )
    )


def known(text: str) -> bool:
    """Tell whether every letter is in the reader's alphabet."""
    return bool(text) and all(letter in CODES for letter in text)


def text(random: Random, longest: int = MAXIMUM) -> str:
    """Return one line of text of at most `longest` letters, every one of them in the alphabet."""
    maker = random.choices(MAKERS, WEIGHTS)[0]
    line = maker(random).translate(SPELT_AS)
    if random.random() < 0.3:
        line = digits_changed(random, line)
    if len(line) > longest:
        line = cut(random, line, random.randint(longest // 2, longest))
    line = " ".join("".join(letter for letter in line if letter in CODES).split())
    return line or digits(random, 4)


def cut(random: Random, line: str, length: int) -> str:
    """Return a piece of the line that does not begin with a mark that needs a letter before it."""
    start = random.randint(0, len(line) - length)
    return line[start : start + length].lstrip("ัิีึื็่้๊๋์ํฺุูำ ")


def digits_changed(random: Random, line: str) -> str:
    """Return the line with other digits in the places of its digits, so that no number is ever the
    likely one.
    """
    return "".join(
        (
            random.choice(DIGITS)
            if letter in DIGITS
            else random.choice(THAI_DIGITS)
            if letter in THAI_DIGITS
            else letter
        )
        for letter in line
    )


def syllable(random: Random) -> str:
    """Return a syllable that may or may not be a word: consonants, vowel and tone put together by
    rule.
    """
    first = random.choice(RARE) if random.random() < 0.1 else random.choice(INITIALS)
    tone, last = random.choice(TONE_MARKS), random.choice(FINALS)
    shape = random.randrange(13)
    before, above, after = (
        ("", "", "า" + last), ("", "ั", last), ("", random.choice("ิีึืุู"), random.choice(("",
        last))), ("เ", "", last), ("แ", "", last),
        ("โ", "", last), ("ใ", "", ""), ("ไ", "", ""), ("", "", "ะ"), ("เ", "ี",
        "ย" + random.choice(("", last))),
        ("เ", "ื", "อ" + random.choice(("", last))), ("", "", "ำ"), ("เ", "็", last),
    )[shape]  # fmt: skip
    silent = random.choice(CONSONANTS) + "์" if random.random() < 0.06 else ""
    return before + first + above + ("" if above == "็" else tone) + after + silent


def invented(random: Random) -> str:
    """Return a name nobody bears."""
    parts = (
        syllable(random) if random.random() < 0.5 else random.choice(syllables())
        for _ in range(random.randint(1, 4))
    )
    return "".join(parts)


def name(random: Random) -> str:
    """Return a name, as often invented as not."""
    return invented(random) if random.random() < 0.5 else random.choice(names())


def office(random: Random) -> str:
    """Return an office with a name, district and province now and then."""
    line = random.choice(OFFICES) + name(random)
    if random.random() < 0.4:
        line += " อำเภอ" + name(random) + " จังหวัด" + name(random)
    return line


def words_line(random: Random) -> str:
    """Return dictionary words in a row, spaces, numbers and signs between some."""
    pieces: list[str] = []
    for _ in range(random.randint(2, 12)):
        pick = random.random()
        pieces.append(
            random.choice(words())
            if pick < 0.8
            else invented(random)
            if pick < 0.88
            else number(random)
        )
        if random.random() < 0.22:
            pieces.append(
                random.choice((" ", " ", " ", ", ", " (", ") ", "/", "ๆ ", "ฯ ", " - ", ":", '"'))
            )
    return "".join(pieces)


def phrase(random: Random) -> str:
    """Return phrases of reports, their slots filled."""
    made = [fill(random, random.choice(PHRASES)) for _ in range(random.randint(1, 3))]
    return random.choice(("", " ", " ")).join(made)


def fill(random: Random, pattern: str) -> str:
    """Return the phrase with {y} year, {d} date, {n} number, {m} month, {o} office, {p} name, {i}
    small number filled in.
    """
    makers: dict[str, Callable[[Random], str]] = {
        "{y}": year, "{d}": date, "{n}": number, "{o}": office, "{p}": name,
        "{m}": lambda r: r.choice(MONTHS),
        "{i}": lambda r: script(r, str(r.choice((r.randint(0, 9), r.randint(0, 9), r.randint(10,
        99), r.choice((3, 6, 9, 12)))))),
    }  # fmt: skip
    for slot, maker in makers.items():
        while slot in pattern:
            pattern = pattern.replace(slot, maker(random), 1)
    return pattern


def person(random: Random) -> str:
    """Return a person's name, in brackets as under a signature or not."""
    made = (
        f"{random.choice(('นาย', 'นาง', 'นางสาว', 'ดร.', 'ว่าที่ร้อยตรี', 'พ.ต.ท.'))}{name(random)}"
        f" {name(random)}"
    )
    return f"({made})" if random.random() < 0.5 else made


def nonsense(random: Random) -> str:
    """Return syllables in a row that no dictionary joins."""
    return "".join(
        syllable(random) + (" " if random.random() < 0.1 else "")
        for _ in range(random.randint(1, 14))
    )


def numbers(random: Random) -> str:
    """Return nothing but numbers, years and dates."""
    return " ".join(
        random.choice((number, year, date))(random) for _ in range(random.randint(1, 5))
    )


def digit_row(random: Random) -> str:
    """Return random digits with spaces and separators between some."""
    made = "".join(
        random.choices(THAI_DIGITS if random.random() < 0.7 else DIGITS, k=random.randint(1, 18))
    )
    return "".join(
        letter + (random.choice(" ,./-") if random.random() < 0.15 else "") for letter in made
    )


def short(random: Random) -> str:
    """Return what a small table cell holds."""
    made = random.choice((
        "{i}", "{i}.", "({i})", "-", "/", "✓", "☐ รอบ {i} เดือน", "☑ รอบ {i} เดือน", "{y}", "{n}",
        "{i}.{i}", "ข้อ {i}", "{i} ครั้ง",
        "{i} เดือน", "รอบ {i} เดือน", "{i}/{y}", "(✓)", "( ) ", "หน้า {i}", "O{i}", "- {i} -",
        "ปี {y}", "พ.ศ. {y}", "…{i}…", "{i}) ", "• {p}",
    ))  # fmt: skip
    return fill(random, made)


def latin(random: Random) -> str:
    """Return English, capitals, addresses of web pages and mail, random letters."""
    pick = random.random()
    if pick < 0.45:
        made = " ".join(random.choices(ENGLISH, k=random.randint(1, 6)))
        return random.choice((made, made.title(), made.upper()))
    letters = "".join(random.choices(LATIN + DIGITS, k=random.randint(2, 12)))
    if pick < 0.7:
        return (
            f"www.{letters.lower()}.go.th"
            if random.random() < 0.5
            else f"{letters.lower()}@{random.choice(('gmail.com', 'hotmail.com'))}"
        )
    return f"{letters} {random.choice(words())} ({letters[:4].upper()})"


def signs(random: Random) -> str:
    """Return words among signs, dots and brackets."""
    pieces = []
    for _ in range(random.randint(1, 5)):
        pieces.append(
            random.choice((random.choice(words()), name(random), number(random), "…", "…"))
        )
        pieces.append(
            random.choice((*SIGNS, " ", "…", "๑", "฿", "•", "°", "×", "ๆ", "ฯลฯ", "☐", "☑ ", "✓"))
        )
    return "".join(pieces).replace("……", "…")


MAKERS = (
    words_line,
    phrase,
    person,
    office,
    nonsense,
    numbers,
    digit_row,
    short,
    latin,
    signs,
    date,
)
WEIGHTS = (22, 22, 5, 6, 6, 11, 8, 7, 7, 4, 4)
