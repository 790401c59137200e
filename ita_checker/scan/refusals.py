"""What the operating system refuses, said in both languages with what to do."""

from __future__ import annotations

import errno

from ita_checker.errors import UsageError
from ita_checker.model import Words

TOLD = {
    errno.ENOENT: Words("ไม่พบไฟล์หรือโฟลเดอร์นี้", "no such file or folder"),
    errno.ENOTDIR: Words("ส่วนหนึ่งของตำแหน่งนี้ไม่ใช่โฟลเดอร์", "a part of the path is no folder"),
    errno.EISDIR: Words("เป็นโฟลเดอร์ ไม่ใช่ไฟล์", "a folder, not a file"),
    errno.EACCES: Words("ระบบไม่อนุญาต", "permission denied"),
    errno.EPERM: Words("ระบบไม่อนุญาต", "permission denied"),
    errno.EROFS: Words("ที่เก็บนี้เขียนไม่ได้", "a place that cannot be written to"),
    errno.ENOSPC: Words("ที่ว่างบนดิสก์หมด", "No space left on device"),
    errno.EFBIG: Words("ไฟล์ใหญ่เกินที่ระบบยอม", "File too large"),
    errno.ENAMETOOLONG: Words("ชื่อยาวเกินไป", "the name is too long"),
}
REMEDIES = {
    errno.EACCES: Words(
        "หากเปิดไฟล์ไว้ใน Excel หรือโปรแกรมอื่น ให้ปิดก่อน แล้วตรวจสอบสิทธิ์",
        "close it in Excel or any other program, and check your rights",
    ),
    errno.ENOSPC: Words("ตรวจที่ว่างบนดิสก์", "check free space"),
}
REMEDIES[errno.EPERM] = REMEDIES[errno.EACCES]


def reason(error: OSError) -> Words:
    """Return why the system refused."""
    why = error.strerror or str(error)
    return TOLD.get(error.errno or 0) or Words(f"ระบบปฏิเสธ ({why})", f"the system refused ({why})")


def remedy(error: OSError) -> Words:
    """Return what to do about it."""
    return REMEDIES.get(error.errno or 0) or Words(
        "ตรวจสอบตำแหน่ง ที่ว่าง และสิทธิ์", "check the place, free space and your rights"
    )


def refusal(error: OSError, where: str = "") -> UsageError:
    """Return the complaint about what was refused."""
    return UsageError(reason(error), where or str(error.filename or ""), remedy(error))
