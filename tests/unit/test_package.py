from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import algebra_tnn

ROOT = Path(algebra_tnn.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))


@cache  # several tests ask for all modules
def imports(path: Path) -> list[str]:
    names = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names.append(node.module or "")
            if node.module == "algebra_tnn":
                names += [f"algebra_tnn.{alias.name}" for alias in node.names]
    return names


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize(("library", "home"), [("flint", "exact"), ("tensorly", "numeric"), ("scipy", "numeric")])
def test_a_library_lives_in_one_room(library: str, home: str) -> None:
    using = [path for path in MODULES if any(name.split(".")[0] == library for name in imports(path))]
    rooms = {room(path) for path in using if not (library == "scipy" and path.name == "blas.py")}
    assert rooms == {home}


def test_the_checker_imports_the_standard_library_only() -> None:
    names = {name.split(".")[0] for name in imports(ROOT / "checker.py")}
    assert names <= sys.stdlib_module_names
    assert "importlib" not in names


def test_claims_carry_laws_and_know_no_models() -> None:
    """Which is more than the order of the layers asks for: what is claimed does not depend on what builds it."""
    for path in MODULES:
        if room(path) in ("claims", "certificates", "explaining"):
            used = {name.split(".")[1] for name in imports(path) if name.startswith("algebra_tnn.")}
            assert not used & {"models", "varieties", "families"}, path


def test_public_names_are_the_ones_of_their_modules() -> None:
    stub = ast.parse((ROOT / "__init__.pyi").read_text(encoding="utf-8"))
    homes = [
        (alias.name, node.module) for node in stub.body if isinstance(node, ast.ImportFrom) for alias in node.names
    ]
    assert sorted(name for name, _ in homes) == sorted(algebra_tnn.__all__), "a name is listed twice"
    for name, module in homes:
        value = getattr(algebra_tnn, name)
        assert value is getattr(import_module(f"algebra_tnn.{module}"), name)
        assert name in dir(algebra_tnn)
        assert name in ("Q", "R", "C") or (value.__doc__ or "").strip(), f"{name} is not documented"


def test_a_name_that_does_not_exist() -> None:
    with pytest.raises(AttributeError, match="No algebra_tnn attribute kruskal_tensor"):
        algebra_tnn.kruskal_tensor  # noqa: B018 - to look it up is the test


def test_the_import_is_light() -> None:
    program = (
        "import sys, algebra_tnn\n"
        "heavy = {'flint', 'numpy', 'sympy', 'tensorly', 'scipy', 'algebra_tnn.exact'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "from algebra_tnn import verify, EssentiallyUnique, CP, tensor_rank\n"
        "heavy = {'sympy', 'tensorly', 'scipy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
