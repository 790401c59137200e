"""Numbers, years and days as reports write them, with Thai or Arabic digits."""

from __future__ import annotations

from random import Random

from ita_checker.read.ocr.letters.alphabet import DIGITS, THAI_DIGITS
from ita_checker.training.phrases import MONTHS, SHORT_MONTHS

TO_THAI = str.maketrans(DIGITS, THAI_DIGITS)


def digits(random: Random, length: int) -> str:
    """Return a row of digits of one script."""
    return "".join(random.choices(THAI_DIGITS if random.random() < 0.6 else DIGITS, k=length))


def script(random: Random, number: str) -> str:
    """Return the number in Thai digits, three times of five, else as it is."""
    return number.translate(TO_THAI) if random.random() < 0.6 else number


def year(random: Random) -> str:
    """Return a year, Buddhist mostly; every digit but the first is even."""
    pick = random.random()
    value = (
        random.randint(2540, 2579)
        if pick < 0.4
        else random.randint(2400, 2699)
        if pick < 0.85
        else random.randint(1900, 2099)
    )
    return script(random, str(value))


def date(random: Random) -> str:
    """Return a date in one of the ways they are written."""
    day, value = script(random, str(random.randint(1, 31))), year(random)
    pick = random.random()
    if pick < 0.6:
        era = random.choice(("", "", "พ.ศ. ", "พ.ศ."))
        return (
            f"{random.choice(('วันที่ ', 'วันที่', '', ''))}{day}"
            f"{random.choice((' ', ' ', ''))}{random.choice(MONTHS)}"
            f" {era}{value}"
        )
    if pick < 0.8:
        return f"{day} {random.choice(SHORT_MONTHS)} {random.choice((value, value[-2:]))}"
    separator = random.choice("/-.")
    return separator.join((day, script(random, str(random.randint(1, 12))), value))


def number(random: Random) -> str:
    """Return a number as reports write them: money, percent, telephone, document numbers, item
    numbers.
    """
    pick = random.randrange(9)
    value = random.randint(0, 10 ** random.randint(1, 9))
    made = (
        f"{value:,}", f"{value:,}.{random.randint(0, 99):02}",
        f"{value % 100}.{random.randint(0, 99):02}%", f"ร้อยละ {value % 101}",
        f"0-{random.randint(1000, 9999)}-{random.randint(0, 9999):04}",
        f"{random.randint(1, 20)}.{random.randint(1, 20)}",
        f"{''.join(random.choices('กขคงจชดตนบปพมรลวศสอ', k=2))} {value % 99999:05}"
        f".{random.randint(0, 999)}/{random.randint(1, 9999)}",
        f"{value % 1000}/{random.randint(2550, 2579)}", str(value),
    )[pick]  # fmt: skip
    return script(random, made)
