"""The rules of the house, each a function from files to the lines that break it."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
# An app imports from those to its right only.
FLOORS = ["config", "desk", "letters", "interviews", "candidacy"]

# What a file of an app is, by its name. Nothing imports what is nearer to the pages than itself.
VIEWS, FORMS, EDGES, MODELS, PURE = range(5)
KIND_OF = {
    "urls": VIEWS, "views": VIEWS, "pages": VIEWS, "commands": VIEWS, "templatetags": VIEWS,
    "forms": FORMS, "queries": FORMS, "models": MODELS, "fields": MODELS, "odd": MODELS, "choices": MODELS,
}  # fmt: skip
# The product’s knowledge, besides the modules that call themselves pure. What any of them imports of ours
# has to be pure as well.
PURE_MODULES = {
    "candidacy.calendar", "candidacy.clock", "candidacy.zones", "interviews.seniority", "letters.drafting",
    "letters.review", "letters.recipients", "letters.material", "letters.matching",
}  # fmt: skip
# Django, the database, clocks, files, the network, chance: what an answer must not depend on.
IMPURE_IMPORTS = {
    "django", "environ", "os", "io", "pathlib", "shutil", "tempfile", "glob", "socket", "ssl", "http",
    "urllib", "smtplib", "imaplib", "sqlite3", "subprocess", "threading", "asyncio", "time", "random",
    "secrets", "uuid", "logging", "sys", "requests",
}  # fmt: skip
# Of what would else be impure: taking a link apart touches nothing, and the words of an answer are looked up
# in the language its reader has set; what the answer says is the same in each.
PURE_ALL_THE_SAME = ("urllib.parse", "django.utils.translation", "django.utils.dates")
IMPURE_CALLS = {"open", "print", "input", "exec", "eval", "__import__"}
IMPURE_ATTRIBUTES = {"now", "today", "utcnow"}


def modules() -> dict[str, Path]:
    """Every module of the product under its dotted name."""
    found = {}
    for package in FLOORS:
        for file in sorted((ROOT / package).rglob("*.py")):
            parts = file.relative_to(ROOT).with_suffix("").parts
            if "migrations" not in parts:
                found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


def imports(tree: ast.AST, module: str, *, is_package: bool = False) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything imported, wherever in the file it is, for types alone too."""
    package = module.split(".") if is_package else module.split(".")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*above, *(node.module.split(".") if node.module else [])])
            yield node.lineno, source
            yield from ((node.lineno, f"{source}.{name.name}") for name in node.names)


def arrows_back(module: str, tree: ast.AST, *, is_package: bool = False) -> list[str]:
    """Imports of a floor above."""
    above = FLOORS[: FLOORS.index(module.split(".", maxsplit=1)[0])]
    return [
        f"{module}:{line} imports {name}"
        for line, name in imports(tree, module, is_package=is_package)
        if name.split(".")[0] in above
    ]


def pure_modules(known: dict[str, ast.Module], packages: set[str]) -> set[str]:
    """The modules of the product's knowledge, with the packages they are in and all they import of ours."""
    found: set[str] = set()
    waiting = {
        name
        for name, tree in known.items()
        if any(name == one or name.startswith(f"{one}.") for one in PURE_MODULES)
        or re.search(r"^Pure\b", ast.get_docstring(tree) or "", re.MULTILINE)
    }
    while waiting:
        module = waiting.pop()
        found.add(module)
        used = {name for _, name in imports(known[module], module, is_package=module in packages)}
        waiting |= {name for name in used if name in known and "." in name} - found
    return found


def kind(module: str, pure: set[str]) -> int:
    """What a module of an app is: pure, or what the first telling part of its name says, else an edge."""
    if module in pure:
        return PURE
    return next((KIND_OF[name] for name in module.split(".")[1:] if name in KIND_OF), EDGES)


def arrows_up(
    module: str, tree: ast.AST, known: set[str], pure: set[str], *, is_package: bool = False
) -> list[str]:
    """Imports, inside one app, of a module that is nearer to the pages."""
    app = module.split(".", maxsplit=1)[0]
    return [
        f"{module}:{line} imports {name}"
        for line, name in imports(tree, module, is_package=is_package)
        if name in known and name.startswith(f"{app}.") and kind(name, pure) < kind(module, pure)
    ]


def impurities(module: str, tree: ast.AST, *, is_package: bool = False) -> list[str]:
    """What a pure module may not touch: impure modules, the clock, files."""
    found = [
        f"{module}:{line} imports {name}"
        for line, name in imports(tree, module, is_package=is_package)
        if name.split(".")[0] in IMPURE_IMPORTS and not name.startswith(PURE_ALL_THE_SAME)
    ]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in IMPURE_CALLS:
            found.append(f"{module}:{node.lineno} calls {node.func.id}")
        if isinstance(node.func, ast.Attribute) and node.func.attr in IMPURE_ATTRIBUTES:
            found.append(f"{module}:{node.lineno} reads the clock")
    return found


def locks_all_pages(module: str, tree: ast.AST, *, is_package: bool = False) -> list[str]:
    """Uses of `functools.cached_property` outside pure modules.

    Until Python 3.12 it holds one lock for all pages while it works. A page that asks the database in there
    and one that waits for it in a transaction wait for each other; Django’s own takes no lock.
    """
    return [
        f"{module}:{line} imports {name}"
        for line, name in imports(tree, module, is_package=is_package)
        if name == "functools.cached_property"
    ]


def undescribed(module: str, tree: ast.Module) -> list[str]:
    """Public functions and classes without a docstring."""
    named = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return [
        f"{module}:{node.lineno} {node.name}"
        for node in tree.body
        if isinstance(node, named) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]


FORBIDDEN_IN_TEMPLATES = {
    "inline script": r"<script(?![^>]*\bsrc=)[^>]*>",
    "inline style": r"<style\b|\sstyle\s*=",
    "event attribute": r"<[^>]*\son[a-z]+\s*=|\bhx-on\b|\bjavascript:",
    "another host": r"""(?:src|href|action|srcset|data)\s*=\s*["'](?:https?:)?//""",
    "trigger filter": r"""hx-trigger\s*=\s*["'][^"']*\[""",
    "unescaped text": r"\|\s*safe\b|\{%\s*autoescape\s+off",
}
FORBIDDEN_IN_STYLES = {"another host": r"url\(\s*[\"']?(?:https?:)?//|@import"}
FORBIDDEN_IN_SCRIPTS = {
    "another host": r"[\"'`](?:https?:)?//[a-z]",
    "made-up code": r"\beval\(|new Function",
}
FORBIDDEN_IN_PYTHON = {"unescaped text": r"mark_safe|SafeString|csrf_exempt"}
# Anything that is true on one computer only.
MACHINE_PATHS = r"(?<![\w.])/(?:home|Users|root|work|mnt)/\w|[A-Z]:\\\\Users"


def forbidden(text: str, patterns: dict[str, str]) -> list[str]:
    """The names of the patterns that occur, with the line of each."""
    return [
        f"{text.count(chr(10), 0, found.start()) + 1}: {name}: {found.group()[:60]}"
        for name, pattern in patterns.items()
        for found in re.finditer(pattern, text, re.IGNORECASE)
    ]


def our_files(*endings: str) -> list[Path]:
    """The files under version control or about to be, of these endings."""
    skipped = {".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", "__pycache__", "htmlcov"}
    return [
        file
        for file in sorted(ROOT.rglob("*"))
        if file.is_file()
        and file.suffix in endings
        and file.name[0] != "."
        and not skipped & set(file.relative_to(ROOT).parts)
    ]
