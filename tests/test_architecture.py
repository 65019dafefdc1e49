"""The line that docs/architecture.md draws: who may import whom, read from the imports themselves."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PURE = (
    "articles/reading",
    "articles/segmentation",
    "claims/language",
    "claims/rules",
    "claims/comparison",
    "newsdesk/embedded",
)
LEAN_ON_NOTHING = ("newsdesk/errors.py", "newsdesk/roles.py", "newsdesk/htmx.py")
OURS = ("newsdesk", "articles", "claims")

# package → the prefixes of ours that it may import (itself always)
MAY_IMPORT = {
    "articles/reading": ("newsdesk.errors", "articles.segmentation"),
    "articles/segmentation": ("newsdesk.errors",),
    "claims/language": ("newsdesk.errors", "articles.segmentation"),
    "claims/rules": ("newsdesk.errors", "newsdesk.roles", "claims.language.spans"),
    "claims/comparison": ("newsdesk.errors", "articles.segmentation", "claims.language", "claims.rules"),
    "newsdesk/embedded": ("newsdesk.errors",),
    "articles/models": ("articles.segmentation",),
    "claims/models": ("articles.segmentation", "claims.language", "claims.rules", "claims.comparison"),
    "articles/services": ("newsdesk", "articles.models", "articles.reading", "articles.segmentation", "articles.tasks"),
    "claims/services": (
        "newsdesk",
        "articles",
        "claims.models",
        "claims.language",
        "claims.rules",
        "claims.comparison",
    ),
}


def modules(folder: str) -> Iterator[Path]:
    return (p for p in sorted((ROOT / folder).rglob("*.py")) if "migrations" not in p.parts)


def imports_of(path: Path) -> set[str]:
    """Every module that a file imports, at the top or inside a function, as dotted names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found |= {node.module or ""}
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def within(name: str, prefix: str) -> bool:
    return name == prefix or name.startswith(prefix + ".")


@pytest.mark.parametrize("folder", PURE)
def test_pure_packages_know_nothing_of_django(folder: str) -> None:
    guilty = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(folder)
        for name in imports_of(path)
        if within(name, "django") or ".models" in name or ".services" in name
    ]
    assert not guilty


def test_articles_never_imports_claims() -> None:
    guilty = [str(path) for path in modules("articles") if any(within(name, "claims") for name in imports_of(path))]
    assert not guilty


@pytest.mark.parametrize("file", LEAN_ON_NOTHING)
def test_the_lowest_modules_lean_on_nothing_of_ours(file: str) -> None:
    assert not [name for name in imports_of(ROOT / file) if any(within(name, ours) for ours in OURS)]


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_imports_run_one_way(folder: str) -> None:
    own = folder.replace("/", ".")
    allowed = (own, *MAY_IMPORT[folder])
    guilty = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(folder)
        for name in imports_of(path)
        if any(within(name, ours) for ours in OURS)
        and not any(within(name, prefix) or within(prefix, name) for prefix in allowed)
    }
    assert not guilty


WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}


def writes_in(path: Path) -> list[int]:
    """Lines on which a model is written by name: `X.objects.create(…)`, `row.save(…)`, `….update(…)` on a queryset."""
    lines = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            lines.append(node.lineno)
    return lines


@pytest.mark.parametrize(
    "folder", ["articles/views", "claims/views", "articles/models", "claims/models", "articles/tasks.py"]
)
def test_only_services_write(folder: str) -> None:
    paths = [ROOT / folder] if folder.endswith(".py") else modules(folder)
    guilty = [f"{path.relative_to(ROOT)}:{line}" for path in paths for line in writes_in(path)]
    assert not guilty


def test_no_module_has_outgrown_its_room() -> None:
    """Near 200 lines is the rule; 320 is the wall."""
    sizes = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf8").splitlines())
        for app in OURS
        for path in modules(app)
    }
    assert not {name: size for name, size in sizes.items() if size > 320}


def test_the_web_server_starts_without_the_language_engine() -> None:
    """spaCy takes about a second to import; only workers and the extract command need it."""
    code = "import sys, django; django.setup(); import newsdesk.urls; print('spacy' in sys.modules)"
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "newsdesk.settings"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
