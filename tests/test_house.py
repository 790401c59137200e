"""The house keeps its directions: who may import whom, which outside library lives in which
room.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence, Set
from functools import cache
from pathlib import Path

import pytest

from ita_checker.rulebook import catalogue, kinds

HOME = Path(__file__).parent.parent / "ita_checker"
# A room may use the rooms named here (and itself); everything may use what is FREE.
MAY_USE: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "parts": set(),
    "collecting": set(),
    "text": {"words"},
    "words": set(),
    "run": set(),
    "read": {"text"},
    "facts": {"text", "words"},
    "checks": {"facts", "text", "words"},
    "rulebook": {"text", "words"},
    "judge": {"facts", "rulebook", "text", "words"},
    "across": {"facts", "judge", "text", "words"},
    "report": {"read", "rulebook", "run", "text"},
    "scan": {"across", "judge", "read", "rulebook", "run", "text"},
    "serve": {"report", "run", "scan"},
    "cli": {"facts", "judge", "report", "rulebook", "run", "scan", "serve", "text"},
    "training": {"read", "text"},
}
# The wings of facts: each may use the front doors (the package itself, not its files) named here.
WINGS: dict[str, set[str]] = {
    "page": set(),
    "organisation": {"page"},
    "tables": {"page"},
    "years": {"page", "tables"},
    "measures": {"page", "tables"},
    "rounds": {"measures", "page", "tables", "years"},
    "items": {"measures", "page"},
}
# The inner rooms of large rooms: each may use those named here, and what stands beside them.
INNER: dict[str, dict[str, set[str]]] = {
    "read/layer": {
        "native": set(),
        "runs": {"native"},
        "visible": {"native"},
        "boxes": {"native"},
        "marks": {"native"},
    },
    "read/ocr": {"paper": set(), "letters": set(), "ink": {"paper"}},
    "facts/measures": {
        "naming": set(),
        "prose": {"naming"},
        "cards": {"naming", "prose"},
        "rows": {"naming", "prose"},
        "paired": {"cards", "naming", "prose", "rows"},
        "weakness": {"naming", "paired"},
        "told": {"cards", "naming", "paired", "prose", "rows", "weakness"},
    },
}
LIVES_IN = {
    "pdfplumber": {"read"},
    "pdfminer": {"read"},
    "pypdfium2": {"read", "training"},
    "pythainlp": {"text", "training"},
    "rapidfuzz": {"text", "read", "training"},
    "geothai": {"text"},
    "yaml": {"rulebook", "words"},
    "msgspec": {"rulebook", "report", "run"},
    "click": {"cli"},
    "wcwidth": {"report"},
    "xlsxwriter": {"report"},
    "pikepdf": {"read", "report"},
    "docx": {"report"},
    "fsspec": {"scan"},
    "distributed": {"run"},
    "cv2": {"training"},
    "onnxruntime": {"read", "training"},
    "torch": {"training"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
}
# a type's name alone: the record, and what makes its JSON
TYPES_ALONE = {("model/contract.py", "model/reports.py")}
FREE = {"model", "errors", "parts", "collecting"}
LONGEST = 300  # lines of a module
LONGEST_FUNCTION = 40  # lines
PLAIN_NUMBERS = {0, 1, 2, 12, 31}  # none, one, a pair; the months of a year, the days of a month


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(_tree(path)))


def _named(path: Path) -> str:
    return str(path.relative_to(HOME))


def _room(path: Path) -> str:
    inner = path.relative_to(HOME)
    return inner.parts[0] if len(inner.parts) > 1 else inner.stem


@cache
def _imports(path: Path) -> Set[str]:
    names: set[str] = set()
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


MODULES = sorted(
    path
    for path in HOME.rglob("*.py")
    if path.name not in ("__init__.py", "__main__.py") or path.parent != HOME
)


def test_every_arrow_runs_in_its_direction() -> None:
    wrong = {}
    for path in MODULES:
        room = _room(path)
        used = {name.split(".")[1] for name in _imports(path) if name.startswith("ita_checker.")}
        used -= {"__version__", room, *FREE, *MAY_USE[room]}
        if used:
            wrong[_named(path)] = used
    assert wrong == {}


def test_wings_of_facts_meet_at_their_front_doors() -> None:
    wrong = set()
    for path in MODULES:
        inner = path.relative_to(HOME).parts
        wing = inner[1] if inner[0] == "facts" and len(inner) > 2 else ""
        for name in _imports(path) if wing else ():
            parts = name.split(".")
            if parts[:2] == ["ita_checker", "facts"] and len(parts) > 2 and parts[2] != wing:
                door = len(parts) == 4  # the package's own name, none of its files'
                wrong |= set() if door and parts[2] in WINGS[wing] else {f"{_named(path)}: {name}"}
    assert wrong == set()


def test_other_rooms_come_into_facts_by_the_front_doors() -> None:
    deep = {
        f"{_named(path)}: {name}"
        for path in MODULES
        if path.relative_to(HOME).parts[0] != "facts"
        for name in _imports(path)
        if name.startswith("ita_checker.facts.") and name.count(".") > 3
    }
    assert deep == set()


@pytest.mark.parametrize("room", INNER)
def test_inner_rooms_use_each_other_one_way(room: str) -> None:
    rooms = {path.parent.name for path in (HOME / room).glob("*/__init__.py")}
    assert rooms == INNER[room].keys()
    wrong = {
        f"{_named(path)}: {name}"
        for inner, used in INNER[room].items()
        for path in (HOME / room / inner).glob("*.py")
        for name in _imports(path)
        for other in rooms - used - {inner}
        if name.startswith(f"ita_checker.{room.replace('/', '.')}.{other}.")
    }
    assert wrong == set()


def test_no_two_modules_use_each_other() -> None:
    used = {
        _named(path): {part for name in _imports(path) for part in (name, name.rpartition(".")[0])}
        for path in MODULES
    }
    names = {path: "ita_checker." + path[:-3].replace("/", ".") for path in used}
    pairs = {
        (one, other)
        for one, own in used.items()
        for other, name in names.items()
        if one < other and name in own and names[one] in used[other]
    }
    assert pairs - TYPES_ALONE == set()


def test_the_house_has_few_arrows() -> None:
    assert sum(map(len, MAY_USE.values())) <= 50
    assert sum(map(len, WINGS.values())) <= 12


def test_every_outside_library_stays_in_its_room() -> None:
    wrong = {}
    for path in MODULES:
        outside = {name.split(".")[0] for name in _imports(path)} & set(LIVES_IN)
        if strays := {name for name in outside if _room(path) not in LIVES_IN[name]}:
            wrong[_named(path)] = strays
    assert wrong == {}


def test_no_module_holds_a_second_idea() -> None:
    long = {
        _named(path): lines
        for path in MODULES
        if (lines := path.read_text(encoding="utf-8").count("\n")) > LONGEST
    }
    assert long == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{path.name}:{node.name}": length
        for path in MODULES
        for node in _nodes(path)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }
    assert long == {}


def test_no_threshold_stands_without_a_name() -> None:
    """What training draws by chance aside: there each probability stands beside what it is for."""
    nameless = {
        f"{_named(path)}:{number.lineno}: {number.value}"
        for path in MODULES
        if _room(path) != "training"
        for node in _nodes(path)
        if isinstance(node, ast.Compare)
        for number in (node.left, *node.comparators)
        if isinstance(number, ast.Constant)
        and isinstance(number.value, (int, float))
        and number.value not in PLAIN_NUMBERS
    }
    assert nameless == set()


def test_only_judge_scan_the_pipe_from_a_worker_and_the_command_catch_everything() -> None:
    guards = [
        path.name for path in MODULES if "except Exception" in path.read_text(encoding="utf-8")
    ]
    assert set(guards) <= {
        "judge.py",
        "working.py",
        "remote.py",
        "one.py",
        "guard.py",
    }  # fsspec: every store below it has errors of its own


def test_no_front_door_hides_a_file_behind_a_name() -> None:
    for door in HOME.rglob("__init__.py"):
        files = {path.stem for path in door.parent.glob("*.py")}
        for node in _tree(door).body:
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    name = alias.asname or alias.name
                    assert name not in files - {node.module.split(".")[-1]}, f"{door}: {name}"


def test_no_text_normaliser_touches_regex_source() -> None:
    wrong = [
        f"{_named(path)}:{node.lineno}"
        for path in MODULES
        for node in _nodes(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "fold"
        for text in ast.walk(node)
        if isinstance(text, ast.Constant)
        and isinstance(text.value, str)
        and set("|()[]\\?*+{}^$") & set(text.value)
    ]
    assert wrong == []


CHECKS = [path for path in MODULES if path.parent.name == "checks" and path.stem != "__init__"]


@pytest.mark.parametrize("path", CHECKS, ids=lambda path: path.stem)
def test_a_check_says_what_it_named_and_the_catalogue_knows_it(path: Path) -> None:
    tree = _tree(path)
    named = kinds.codes_of(path.stem)
    said = {
        node.value
        for top in tree.body
        if not (isinstance(top, ast.Assign) and ast.unparse(top.targets[0]) == "CODES")
        for node in ast.walk(top)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[A-Z]{3}\d{3}", node.value)
    }
    assert said == set(named), "every code a check says stands in its CODES, and no other does"
    assert set(named) <= set(catalogue())


def test_a_code_is_said_by_one_kind_of_check() -> None:
    codes = [code for name in kinds.names() for code in kinds.codes_of(name)]
    assert len(codes) == len(set(codes))


def test_the_map_of_the_house_is_that_of_its_arrows() -> None:
    told = (HOME.parent / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for rooms in (MAY_USE, WINGS, *INNER.values()):
        for room, used in rooms.items():
            named = ", ".join(f"`{name}`" for name in sorted(used)) or "—"
            assert f"- `{room}` → {named}\n" in told, f"ARCHITECTURE.md: {room}"


# Thai words belong in words/*.yaml. A room → the most Thai letters its string literals may hold
# (docstrings and what is said to people, `Words(…)`, aside).
THAI_LETTERS = {
    "facts/items": 0,
    "facts/measures": 16,  # "a consonant" in character classes
    "facts/organisation": 0,
    "facts/page": 12,  # digits and consonants in character classes
    "facts/rounds": 0,
    "facts/tables": 14,  # consonants
    "facts/years": 0,
    "checks": 230,  # pieces of what is said of a finding, digits and marks in character classes
}


@pytest.mark.parametrize("room", THAI_LETTERS)
def test_vocabulary_stands_in_yaml_and_not_in_literals(room: str) -> None:
    held = {
        _named(path): letters
        for path in MODULES
        if path.is_relative_to(HOME / room) and (letters := _thai_letters(_nodes(path)))
    }
    assert sum(held.values()) <= THAI_LETTERS[room], held


def test_no_pattern_of_facts_or_checks_holds_a_thai_word() -> None:
    found = {
        f"{_named(path)}:{node.lineno}"
        for path in MODULES
        if path.relative_to(HOME).parts[0] in ("facts", "checks")
        for node in _nodes(path)
        if isinstance(node, ast.Call) and ast.unparse(node.func) in PATTERNS
        for text in ast.walk(node)
        if isinstance(text, ast.Constant)
        and isinstance(text.value, str)
        and re.search("[\u0e01-\u0e4e]{2}", re.sub(r"\[[^\]]*\]", "", text.value))
    }
    assert found == set()


PATTERNS = {"built", "pattern_of", "pattern", "re.compile", "re.search", "re.match", "re.sub"}
DOCUMENT = re.compile(r"[\w./-]*\w\.md\b")


def test_no_comment_points_to_a_document_that_the_project_lacks() -> None:
    home = HOME.parent
    known = {path.name for path in home.glob("*.md")} | {
        path.name for path in (*home.glob("docs/*.md"), *home.glob("*/README.md"))
    }
    told = {
        f"{path.relative_to(home)}: {name}"
        for room in ("ita_checker", "lab", "tests", "samples", "rules")
        for pattern in ("*.py", "*.yaml")
        for path in (home / room).rglob(pattern)
        if path != Path(__file__)
        for line in path.read_text(encoding="utf-8").splitlines()
        if ".md" in line
        for name in DOCUMENT.findall(line)
        if name.rsplit("/", 1)[-1] not in known
    }
    assert told == set()


def _thai_letters(nodes: Sequence[ast.AST]) -> int:
    """Return how many Thai letters the string literals of a module hold, its docstrings and what
    it says to people aside.
    """
    told = {
        id(inner)
        for node in nodes
        if (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        or (isinstance(node, ast.Call) and ast.unparse(node.func) == "Words")
        for inner in ast.walk(node)
    }
    return sum(
        len(re.findall("[\u0e01-\u0e5b]", node.value))
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    )
