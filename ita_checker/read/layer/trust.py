"""Is a page's text layer to be believed? Judged letter by letter of each font: a good font must
not hide a bad one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ita_checker.model import Words
from ita_checker.read.layer.galley import Galley
from ita_checker.read.layer.letters import DOUBLED, MARKS, Sheet
from ita_checker.read.layer.marks.clusters import Cluster, are_marks
from ita_checker.read.layer.marks.unread import left

MOST_STRANGE = (
    0.12  # share of a font's letters: real texts stay below 0.02, broken code maps lie above 0.3
)
# share of a page's letters that cannot be right: each of them stands for some that only are wrong
DOUBTED = 0.003
RUINED = 0.02  # … from which the picture tells more than such text
LEAST_ENGLISH = (
    0.55  # share of words that look like words: English text 0.9, a scanner's gibberish 0.2 to 0.4
)
FEW = 12  # letters: too few to judge a font by
GAP = 0.15  # of the letter size: a word ends here
SCANNED = 0.6  # share of the page under a picture from which its text is a scanner's
SIGNS = re.compile(
    "wingdings|webdings|symbol|dingbats|marlett|bullet", re.IGNORECASE
)  # fonts of bullets and ticks, not of letters
NO_TEXT = Words("หน้านี้ไม่มีชั้นข้อความ", "this page has no text layer")
UNSEEN = Words(
    "ข้อความของไฟล์มองไม่เห็นบนหน้านี้ สิ่งที่เห็นเป็นภาพ",
    "the text in the file cannot be seen on this page; what is seen is a picture",
)
MIXED = Words(
    "บางตัวอักษรในบรรทัดที่เห็นถูกปิดทับหรือซ่อนไว้", "letters within lines that are seen are covered or hidden"
)
_MARK = "".join(sorted(MARKS))
_STRANGE = re.compile(
    # most letters begin none of this
    r"(?=[^ \t\nก-ฮ๏-๛])(?:"
    # codes that Thai texts do not hold
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff\u0370-\u03ff\u0400-\u052f\u0180-\u024f"
    r"\u0590-\u0dff\u0f00-\u1dff\u2c00-\u2dff\u3400-\u9fff\ua000-\ud7ff\U000f0000-\U0010ffff]"
    # other letters among Thai ones
    rf"|[\u00aa-\u017f](?=[{_MARK}ะาำ])|(?<=[ก-๎])[\u00a1-\u00a8\u00aa-\u00ac\u00ae\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u017f]|[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f](?=[ก-๎])"
    rf"|(?:(?<=\s)|^)[{_MARK}]"  # a mark that stands on nothing
    # vowels where Thai has none
    r"|[เแโใไ](?![ก-ฮ\s])|[ะำ](?=[ะำ])|า(?=[าำ])|(?<=[เแโใไ])[ะาำฯๆ]|(?<=\s)(?<![ก-๋]\s)[ะาำ](?=[ก-ฮ])"
    # no bullets, no ticks
    rf"|[\u2701-\u2712\u2719-\u2725\u2728-\u2750\u2753-\u2755\u2757-\u27a1\u27a5-\u27bf\ufff0-\ufffe]"
    rf"|[!-~](?=[ะาำ{_MARK}])"  # vowels and marks on no Thai letter
    # signs inside words
    r"|(?<=[ก-๎])[@<>?_^~{}|\\`;=\[\]](?=[ก-๎@<>?A-Z0-9])|[@<>?^~{}|\\`;](?=[@<>?^~{}|\\`;A-Z])"
    r")"
)
# letters of other scripts and codes of none right behind a Thai letter: no word holds them, be
# there but one; fonts of signs have their own
FOREIGN = re.compile(
    r"[\x01-\x08\x0b-\x1f\x7f-\x9f\u00a1-\u00a6\u00aa\u00b8-\u00ba\u00c0-\u00d6\u00d8-\u00f6"
    r"\u00f8-\u024f\u0370-\u052f\u0590-\u0dff\u0e5c-\u1dff\u2c00-\u2dff\u2e80-\u2fff\u3400-\u9fff"
    r"\ua000-\ueffe\uf100-\uf8ff\ufff0-\ufffe\U00010000-\U0001efff\U0001fb00-\U0010ffff]"
    r"(?<=[ก-๎].)"
)
_WORD = re.compile(
    r"[(\"'“‘\[]*+(?:.*(?:://|www\.|\.(?:com|org|th)\b|@).*|[A-Z]?[a-z]{1,23}|[A-Z]{1,17}s?\d*|[A-Z]?[a-z]+[-/'’][A-Za-z]+|[A-Za-z]\.|\W*[\d][\d.,:/%-]*)[)\"'”’.,:;!?%\]]*"
)
# what an unseen text must hold to be anything of a report's: "Powered by …" of a library is none
_TELLING = re.compile(r"[^\sA-Za-z.…_()/:,-]")
_VOWEL = re.compile(r"^.+[aeiouyAEIOUY]|^[aeiouyAEIOUY].|^[A-Z]{2,}|\d|^..$")  # none of one letter
MUCH_LATIN, MOSTLY_LATIN = 60, 4  # letters; times as many as Thai ones
FIRST, LAST = 0x0E01, 0x0E4E  # Thai letters and marks
MUCH_THAI, ONE_LETTER = 30, 0.3  # times one is said; share of the commonest: of Thai texts 0.1
# of those, how many come right after another at least: none of amounts with บาท behind each
AFTER_ITSELF = 0.1


@dataclass(frozen=True, slots=True)
class Judgement:
    """`quality`: trusted, repaired, doubtful, worthless or no text. `strange`: how many letters
    cannot be right. `by_letters`: whether it is doubtful for its letters, which the picture
    settles.
    """

    quality: str
    strange: int
    letters: int
    reason: Words | None = None
    by_letters: bool = False


def judged(sheet: Sheet, found: Sequence[Cluster]) -> Judgement:
    """Return what a page's repaired letters are worth."""
    galley = Galley.of(found)
    texts = _by_font(galley)
    letters = sum(_count(text) for text in texts.values())
    if not letters:
        return Judgement("no text", 0, 0, UNSEEN if sheet.hidden else NO_TEXT)
    strange, wrong, bad = _counted(sheet, texts)
    if sum(count for _, count in bad) > max(2 * FEW, MOST_STRANGE * letters):
        return Judgement("worthless", strange, letters, _ruin(sheet, bad))
    inked = np.flatnonzero(galley.inked & ~galley.marks & ~galley.spaces)
    hovering = inked[are_marks(galley.ordered(inked))].tolist()
    wrong = max(wrong, len(hovering))
    strange = max(strange, wrong)
    if unsure := sorted({_plain(name) for name, _ in bad if not SIGNS.search(name)}):
        # a good font must not hide a bad one, however little it sets
        return Judgement("doubtful", strange, letters, _partly(unsure), by_letters=True)
    latin = any(re.match("[A-Za-z]", galley.texts[at]) for at in hovering)  # surely a mark
    if latin or wrong > max(1, DOUBTED * letters):
        ruined = wrong > max(FEW, RUINED * letters)
        quality = "worthless" if ruined else "doubtful"
        return Judgement(quality, strange, letters, _impossible(wrong), by_letters=not ruined)
    if unread := left(sheet, galley):  # one of them makes another word
        return Judgement("doubtful", strange, letters, _without_reading(unread), by_letters=True)
    if sheet.contradicted:
        return Judgement("doubtful", strange, letters, _contradicted(sheet.contradicted))
    if sheet.mixed and unseen(sheet):
        return Judgement("doubtful", strange, letters, MIXED)
    mended = any(raw not in ("", galley.texts[at]) for at, raw in galley.raws.items())
    return Judgement("repaired" if mended or strange else "trusted", strange, letters)


def _counted(sheet: Sheet, texts: Mapping[int, str]) -> tuple[int, int, list[tuple[str, int]]]:
    """Return how many letters are strange, how many of them no signs, and the fonts whose codes
    are broken, each with its letters.
    """
    strange, wrong, bad = 0, 0, []
    for font, text in sorted(texts.items()):
        here, count = _strange(text), _count(text)
        if count >= FEW and here > MOST_STRANGE * count:
            bad.append((sheet.fonts[font] if font < len(sheet.fonts) else "", count))
            here = count
        strange += here
        wrong += here * (not _is_of_signs(sheet, font))
    return strange, wrong, bad


def _plain(font: str) -> str:
    """Return a font's name without the tag of its subset."""
    return font.split("+")[-1] or "?"


def _ruin(sheet: Sheet, bad: Iterable[tuple[str, int]]) -> Words:
    if sheet.pictures >= SCANNED:
        return Words(
            "ข้อความที่เครื่องสแกนแนบมาอ่านไม่ได้ความ", "the scanner's own text layer is gibberish"
        )
    names = ", ".join(sorted({_plain(name) for name, _ in bad}))
    return Words(f"รหัสตัวอักษรของฟอนต์ {names} เสีย", f"the character codes of font {names} are broken")


def _partly(fonts: Iterable[str]) -> Words:
    names = ", ".join(fonts)
    return Words(
        f"ข้อความบางส่วนใช้ฟอนต์ {names} ซึ่งรหัสตัวอักษรเสีย",
        f"parts are set in font {names}, whose character codes are broken",
    )


def foreign(text: str) -> Words | None:
    """Return why a page is doubted on which letters of other scripts stand within Thai words."""
    found = len(FOREIGN.findall(text))
    return _impossible(found) if found else None


def _impossible(wrong: int) -> Words:
    return Words(
        f"มี {wrong} ตัวอักษรในหน้านี้ที่เป็นไปไม่ได้ รหัสตัวอักษรน่าจะเสีย",
        f"{wrong} letters of this page cannot be right: its character codes seem broken",
    )


def _without_reading(count: int) -> Words:
    return Words(
        f"ไฟล์ไม่บอกว่า {count} ตัวอักษรในหน้านี้คือตัวอะไร",
        f"the file does not tell what {count} letters of this page are",
    )


def _contradicted(count: int) -> Words:
    return Words(
        f"ไฟล์บอกข้อความ {count} ตัวอักษรที่ไม่ตรงกับที่เห็นบนหน้านี้ จึงอ่านตามที่เห็น",
        f"the file says {count} letters that are not those this page shows; what it shows was read",
    )


def unseen(sheet: Sheet) -> Words | None:
    """Return what a file says of a page that the page does not show; None where that is nothing of
    a report's.
    """
    if not sheet.hidden or not _TELLING.search(sheet.unseen):
        return None
    return Words(
        f"ไฟล์มีข้อความที่มองไม่เห็นบนหน้านี้ {sheet.hidden} ตัวอักษร ไม่นับเป็นข้อความของรายงาน",
        f"{sheet.hidden} letters in the file cannot be seen on this page; they were left out",
    )


def _is_of_signs(sheet: Sheet, font: int) -> bool:
    return font < len(sheet.fonts) and bool(SIGNS.search(sheet.fonts[font]))


def _by_font(found: Galley) -> dict[int, str]:
    """Return the text that each font sets, spaces where gaps are drawn, a line end where another
    font begins or the place jumps.
    """
    if not len(found):
        return {}
    found = _without_fake_bold(found)
    y, size = found.y, found.size[1:]
    gap = found.x0[1:] - found.x1[:-1]
    level, jumps = y[1:] == y[:-1], (gap <= -size) | (gap >= 3 * size)
    parted = (gap > GAP * size) | (level & (gap <= -size))
    ends = (jumps & (parted | ~level)) | (~level & (abs(y[1:] - y[:-1]) > 0.5 * size))
    begins = np.append(True, found.font[1:] != found.font[:-1])
    ends = begins | np.append(True, ends)
    texts = found.texts.copy()
    for at in np.flatnonzero(ends).tolist():
        texts[at] = "\n" + texts[at]
    for at in np.flatnonzero(np.append(False, parted) & ~ends).tolist():
        texts[at] = " " + texts[at]
    pieces: dict[int, list[str]] = {}
    starts = np.flatnonzero(begins).tolist()
    for start, end in itertools.pairwise([*starts, len(texts)]):
        pieces.setdefault(int(found.font[start]), []).extend(texts[start:end])
    return {font: "".join(piece) for font, piece in pieces.items()}


def _without_fake_bold(found: Galley) -> Galley:
    """Return the letters without those that are drawn twice, a hair apart."""
    near = abs(np.diff(found.x0)) < DOUBLED * (found.x1 - found.x0)[1:]
    if not near.any():
        return found
    near &= (np.diff(found.y) == 0) & (np.diff(found.codes) == 0) & (np.diff(found.font) == 0)
    if not near.any():
        return found
    kept = np.ones(len(found), bool)
    last = 0  # the letter with which others are compared
    for at, maybe in enumerate(np.append(False, near).tolist()):
        x0, x1, start = found.x0[at], found.x1[at], found.x0[last]
        if maybe and found.texts[at] == found.texts[last] and abs(x0 - start) < DOUBLED * (x1 - x0):
            kept[at] = False
        else:
            last = at
    return found.take(kept)


def _count(text: str) -> int:
    return len(text) - text.count(" ") - text.count("\n")


def _strange(text: str) -> int:
    """Return how many letters of a font's text cannot be right; all of them where it is Latin
    gibberish, or one letter stands for many.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    thai = codes[(codes >= FIRST) & (codes <= LAST)]
    if _is_one_letter(codes, thai):
        return _count(text)
    strange = len(_STRANGE.findall(text))
    latin = int(((codes | 0x20 >= ord("a")) & (codes | 0x20 <= ord("z"))).sum())
    if latin > MUCH_LATIN and latin > MOSTLY_LATIN * len(thai):
        words = [word for word in text.split() if re.search("[A-Za-z]", word)]
        good = sum(len(word) for word in words if _WORD.fullmatch(word) and _VOWEL.search(word))
        if good < LEAST_ENGLISH * sum(map(len, words)):
            return _count(text)
    return strange


def _is_one_letter(codes: npt.NDArray[np.uint32], thai: npt.NDArray[np.uint32]) -> bool:
    """Tell whether one Thai letter is said where many must stand, and not in one word that is said
    again and again.
    """
    counts = np.bincount(thai - FIRST)
    if not counts.size or counts.max() <= max(MUCH_THAI, ONE_LETTER * counts.sum()):
        return False
    often = codes == counts.argmax() + FIRST
    return bool((often[1:] & often[:-1]).sum() >= AFTER_ITSELF * counts.max())
