"""The tests' own builder says what its docstring promises."""

from building import case, document

from ita_checker.model import Source


def test_lines_cells_and_pages_stand_in_the_text_as_the_reader_puts_them() -> None:
    made = document("""
        # หัวเรื่อง
        บรรทัดหนึ่ง
        ก | ข // ค
        ง |

        ท้าย
        ---page---
        ---page---
        (ocr)
        อ่าน
        """)
    assert made.text == "หัวเรื่อง\nบรรทัดหนึ่ง\nก\tข\nค\t\nง\t\t\nท้าย\n\f\fอ่าน\n\f"
    assert [(page.source, page.blank) for page in made.pages] == [
        (Source.TEXT, False),
        (Source.TEXT, True),
        (Source.OCR, False),
    ]


def test_joined_cells_span_rows_and_columns() -> None:
    table = document("ก | ข | <\n^ | ค | ง\n").pages[0].tables[0]
    assert [(cell.row, cell.column, cell.rows, cell.columns) for cell in table.cells] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_a_cell_is_found_again_in_the_text() -> None:
    made = document("ก | ข // ค\nง | \n")
    page = made.pages[0]
    assert [made.text[slice(*made.cell(page, cell))] for cell in page.tables[0].cells] == [
        "ก",
        "ข\nค",
        "ง",
        "",
    ]


def test_a_case_keeps_what_the_file_was_handed_in_as() -> None:
    made = case("x", fiscal_year=2564, submitted=("O43",), path="2564/a.pdf")
    assert (made.fiscal_year, made.submission.items, made.document.path) == (
        2564,
        ("O43",),
        "2564/a.pdf",
    )
