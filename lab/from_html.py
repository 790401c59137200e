"""An HTML page as pieces: what a person sees of it one after another, its looks left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lab.cases import Case
from lab.sheets import ABOVE, LEFT_OF, Kind, Piece, Sheet, Table, Text

INLINE = {
    "a",
    "b",
    "big",
    "br",
    "em",
    "font",
    "i",
    "img",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
}
SKIPPED = {"style", "title", "script", "svg", "meta", "link", "head", "colgroup"}
LISTS = {"ul", "ol"}
RULES = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
SPACE = re.compile(r"[ \t\r\n\u00a0\u2002\u2003\u2009]+")
HEAD_ENDS = re.compile(r"</(?:head|style|title)>|<meta[^>]*>")
LEADERS = re.compile(r"\.{45,}")  # dots that fill a line, however wide it is
SIGNED = re.compile(r"ลงชื่อ|^\s*\(?ลงนาม|^\s*\((?:นาย|นาง|น\.ส\.|พ|ว่าที่|ดร|ผศ|รศ)", re.MULTILINE)
SIGNATURE_LINES = 8
Style = Mapping[str, str]


def sheet(case: Case) -> Sheet:
    """Return a case written as HTML as pieces."""
    from lxml import html

    text = _with_body(case.page.read_text(encoding="utf-8"))
    page = html.fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    rules = [
        (selector.strip(), _declarations(body))
        for selectors, body in RULES.findall("".join(page.xpath("//style/text()")))
        for selector in selectors.split(",")
    ]
    found = page.find("body")
    pieces = tuple(_Page(rules).pieces(page if found is None else found))
    style = case.name.rsplit("-", 1)[-1]
    return Sheet(case.author, case.name, style, case.truth, pieces, case.producer, case.page)


def _with_body(text: str) -> str:
    """Return a page with its body's tag, without which libxml2 takes newer tags for the head's."""
    if "<body" in text:
        return text
    head = max((hit.end() for hit in HEAD_ENDS.finditer(text)), default=0)
    return f"{text[:head]}<body>{text[head:]}"


def _declarations(body: str) -> dict[str, str]:
    pairs = (one.split(":", 1) for one in body.split(";") if ":" in one)
    return {key.strip().lower(): value.strip().lower() for key, value in pairs}


class _Page:
    """Walks one page; knows its style sheet."""

    def __init__(self, rules: list[tuple[str, dict[str, str]]]) -> None:
        self.rules = rules

    def pieces(self, block: Any, around: Style | None = None) -> Iterator[Piece]:
        """Yield the pieces of a block; what is inherited is handed on."""
        style = {**_inherited(around or {}), **self.style(block)}
        if style.get("break-before", style.get("page-break-before")) in ("page", "always"):
            yield Text(Kind.PAGE)
        yield from self._block(block, style)
        if style.get("break-after", style.get("page-break-after")) in ("page", "always"):
            yield Text(Kind.PAGE)

    def style(self, node: Any) -> dict[str, str]:
        """Return what the style sheet and the tag itself say of a node."""
        said: dict[str, str] = {}
        for selector, body in self.rules:
            if _matches(selector, node):
                said.update(body)
        return {**said, **_declarations(node.get("style") or "")}

    def _block(self, block: Any, style: Style) -> Iterator[Piece]:
        if block.tag == "table":
            yield from self._table(block)
        elif block.tag in LISTS:
            points = tuple(_inner(point) for point in block.iter("li"))
            yield Text(Kind.POINTS, _numbered(points) if block.tag == "ol" else points)
        elif block.tag == "dl":
            yield from self._pairs(block)
        elif block.tag == "hr":
            return
        elif _is_leaf(block):
            yield from _leaf(block.tag, _inner(block), style)
        else:
            yield from self._children(block, style)

    def _children(self, block: Any, style: Style) -> Iterator[Piece]:
        """Yield the pieces of a block that holds blocks, and of the loose text between them."""
        loose = _text(block.text)
        for child in block:
            if not isinstance(child.tag, str):
                loose += _text(child.tail)
            elif child.tag in INLINE:
                loose += _inline(child) + _text(child.tail)
            else:
                yield from _leaf("p", _lines(loose), style)
                loose = _text(child.tail)
                if child.tag not in SKIPPED:
                    yield from self.pieces(child, style)
        yield from _leaf("p", _lines(loose), style)

    def _pairs(self, block: Any) -> Iterator[Piece]:
        """Yield `label value` lines of a list of pairs."""
        label = ""
        for child in block.iter("dt", "dd"):
            if child.tag == "dt":
                label = _inner(child)
            else:
                yield Text(Kind.TEXT, (f"{label}  {_inner(child)}",))

    def _table(self, block: Any) -> Iterator[Piece]:
        caption = block.find("caption")
        if caption is not None:
            yield Text(Kind.TEXT, (_inner(caption),))
        grid = _grid(block)
        if grid:
            heads = _heads(block)
            yield Table(grid, heads)


def _inherited(style: Style) -> dict[str, str]:
    return {key: style[key] for key in ("text-align", "margin-left") if key in style}


def _matches(selector: str, node: Any) -> bool:
    """Tell whether the last part of a selector fits a node (what stands around it is not asked)."""
    last = selector.split()[-1] if selector.split() else ""
    last = last.split(":")[0]
    tag, *classes = last.split(".")
    if not last or "[" in last or "#" in last:
        return False
    own = (node.get("class") or "").split()
    return tag in ("", "*", node.tag) and all(one in own for one in classes)


def _is_leaf(block: Any) -> bool:
    return all(
        not isinstance(child.tag, str) or child.tag in INLINE or child.tag in SKIPPED
        for child in block.iterdescendants()
    )


def _leaf(tag: str, text: str, style: Style) -> Iterator[Piece]:
    """Yield a block of nothing but text as the piece it looks like."""
    if not text:
        return
    lines = tuple(text.split("\n"))
    where = style.get("text-align", "")
    if SIGNED.search(text) and len(lines) <= SIGNATURE_LINES and tag not in ("h1", "h2", "h3"):
        yield Text(Kind.SIGNATURE, lines)
    elif tag == "h1" or (tag in ("h2", "h3") and where == "center"):
        yield Text(Kind.TITLE, (text,))
    elif tag in ("h2", "h3", "h4"):
        yield Text(Kind.HEADING, (text,))
    elif where in ("center", "right"):
        kind = Kind.CENTRE if where == "center" else Kind.RIGHT
        yield Text(kind, (text,))
    else:
        yield Text(Kind.TEXT, (text,))


def _text(text: str | None) -> str:
    return SPACE.sub(" ", text or "")


def _inline(node: Any) -> str:
    """Return the text of an inline node, with its line breaks."""
    if node.tag in SKIPPED:
        return "☐ " if node.tag == "svg" else ""
    if node.tag == "br":
        return "\n"
    inner = _text(node.text)
    for child in node:
        inner += (_inline(child) if isinstance(child.tag, str) else "") + _text(child.tail)
    return f" {inner} " if node.tag == "span" else inner


def _inner(block: Any) -> str:
    """Return the text of a block; blocks inside it begin lines of their own."""
    text = _text(block.text)
    for child in block:
        if not isinstance(child.tag, str) or child.tag in INLINE or child.tag in SKIPPED:
            text += (_inline(child) if isinstance(child.tag, str) else "") + _text(child.tail)
        else:
            text += "\n" + _inner(child) + "\n" + _text(child.tail)
    return _lines(text)


def _lines(text: str) -> str:
    text = LEADERS.sub("." * 40, text)
    lines = (SPACE.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _numbered(points: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{number}. {point}" for number, point in enumerate(points, 1))


def _grid(table: Any) -> tuple[tuple[str, ...], ...]:
    """Return the cells of a table, joined ones written out."""
    grid: dict[tuple[int, int], str] = {}
    rows = list(table.iter("tr"))
    for number, row in enumerate(rows):
        column = 0
        for cell in row.iterchildren("td", "th"):
            while (number, column) in grid:
                column += 1
            across, down = int(cell.get("colspan") or 1), int(cell.get("rowspan") or 1)
            for y in range(number, min(number + down, len(rows))):
                for x in range(column, column + across):
                    grid[y, x] = LEFT_OF if x > column else ABOVE
            grid[number, column] = _inner(cell)
    width = max((x for _, x in grid), default=-1) + 1
    return tuple(tuple(grid.get((y, x), "") for x in range(width)) for y in range(len(rows)))


def _heads(table: Any) -> int:
    """Return how many rows are headings: those of thead, else the first ones of nothing but th."""
    head = table.find("thead")
    if head is not None:
        return len(list(head.iter("tr")))
    heads = 0
    for row in table.iter("tr"):
        if row.find("td") is not None:
            break
        heads += 1
    return heads
