"""Names of uploaded files lead nowhere and trouble no file system."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import strategies as some
from untimed import given

from ita_checker.serve.names import numbered, safe


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("2564/อบต.ห้วยน้ำแร่/O43 (สำเนา).PDF", "2564/อบต.ห้วยน้ำแร่/O43 (สำเนา).PDF"),
        ("โฟลเดอร์\\ไฟล์.pdf", "โฟลเดอร์/ไฟล์.pdf"),
        ("./a//b.pdf", "a/b.pdf"),
        ('ก<ข>:"|?*.pdf', "ก_ข______.pdf"),
        ("ไฟล์\u202efdp.exe", "ไฟล์_fdp.exe"),
        ("con.pdf", "_con.pdf"),
        ("LPT1", "_LPT1"),
        ("ก. /ข.pdf .", "ก/ข.pdf"),
        ("ย" * 300 + ".pdf", "ย" * 60 + ".pdf"),
        ("../x.pdf", None),
        ("a/../../x.pdf", None),
        ("a\\..\\x.pdf", None),
        ("/etc/passwd", None),
        ("\\\\server\\x.pdf", None),
        ("C:\\x.pdf", None),
        ("", None),
        (" / . ", None),
        ("/".join("a" * 20), None),
    ],
)
def test_a_name_is_made_safe_or_refused(name: str, made: str | None) -> None:
    assert safe(name) == made


@given(some.text("ก./\\:a *\x00\u202eC~", max_size=30))
def test_no_name_leads_upwards_or_to_a_root(name: str) -> None:
    made = safe(name)
    if made is not None:
        parts = made.split("/")
        assert not made.startswith("/")
        assert all(part and part == part.strip() and not part.endswith(".") for part in parts)
        assert not set(made) & set('\\:*\x00\u202e<>"|?')
        assert safe(made) == made


def test_a_name_that_is_taken_gets_a_number_before_its_suffix() -> None:
    assert list(islice(numbered("ก/O43.pdf"), 3)) == ["ก/O43.pdf", "ก/O43 (2).pdf", "ก/O43 (3).pdf"]
    assert list(islice(numbered("v1.2/อ่าน"), 2)) == ["v1.2/อ่าน", "v1.2/อ่าน (2)"]
