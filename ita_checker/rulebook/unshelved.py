"""What keeps files from being packs: none is there, or two have one name."""

from __future__ import annotations

from pathlib import Path

from ita_checker.errors import RuleError
from ita_checker.model import Words
from ita_checker.rulebook.marked import Map
from ita_checker.rulebook.mistakes import mistake


def no_rules(folder: Path) -> RuleError:
    """Return that a folder holds no rule file, or is none."""
    what = (
        Words("ไม่พบไฟล์กฎ (.yaml)", "no rule file (.yaml) here")
        if folder.exists()
        else Words("ไม่มีโฟลเดอร์นี้", "no such folder")
    )
    return RuleError(what, str(folder), Words("ตรวจค่าของ --rules", "check what --rules names"))


def twice(said: Map, other: Map) -> RuleError:
    """Return that a pack has the name of another."""
    name = said["pack"]
    return mistake(
        said.lines["pack"],
        f"ชื่อชุดกฎ “{name}” ซ้ำ",
        f'there are two packs named "{name}"',
        Words(
            f"มีแล้วที่ {other.where} ใช้ชื่ออื่น และ extends: {name}",
            f"the other is at {other.where}; take another name and extends: {name}",
        ),
    )
