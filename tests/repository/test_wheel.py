"""The wheel carries the theorem library: `list` and `verify` work from an installed wheel in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as its wheel installs it; dependencies come from the environment."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(source)], check=True)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    wheel = ["wheel", str(source), "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([*pip, *wheel], check=True)
    (built,) = folder.glob("algebra_tnn-*.whl")
    subprocess.run([*pip, "install", "--no-deps", "--target", str(folder / "site"), str(built)], check=True)
    return folder / "site"


def run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    empty = site.parent / "empty"
    empty.mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(site), "NO_COLOR": "1"}
    return subprocess.run([sys.executable, *arguments], cwd=empty, env=environment, capture_output=True, text=True)


@pytest.mark.slow
def test_library_travels_in_the_wheel(installed: Path) -> None:
    where = run(installed, "-c", "import algebra_tnn.library as l; print(l.folder())")
    assert where.returncode == 0, where.stderr
    assert Path(where.stdout.strip()).is_relative_to(installed)
    listed = run(installed, "-m", "algebra_tnn", "list")
    assert listed.returncode == 0 and "B3" in listed.stdout
    verified = run(installed, "-m", "algebra_tnn", "verify", "B3", "hardness/", "dynamics/")  # all of it: `make verify`
    assert verified.returncode == 0, verified.stdout + verified.stderr


@pytest.mark.slow
def test_reports_come_from_the_wheel(installed: Path) -> None:
    """With the styles and the script of the page, and the bibliography."""
    written = run(installed, "-m", "algebra_tnn", "report", "B3", "--no-run", "-o", "report.html")
    assert written.returncode == 0, written.stderr
    page = (installed.parent / "empty" / "report.html").read_text(encoding="utf-8")
    assert "<style>" in page and "<script>" in page
    assert "@article{Kruskal1977" in run(installed, "-m", "algebra_tnn", "cite", "B3").stdout


@pytest.mark.slow
def test_every_proof_is_in_the_wheel(installed: Path) -> None:
    carried = {
        path.relative_to(installed / "algebra_tnn" / "_proofs")
        for path in installed.glob("algebra_tnn/_proofs/**/*.py")
    }
    written = {path.relative_to(ROOT / "proofs") for path in (ROOT / "proofs").glob("**/*.py")}
    assert carried == written and carried


@pytest.mark.slow
def test_atlas_travels_in_the_wheel(installed: Path) -> None:
    code = "from algebra_tnn.atlas import shipped as s; print(s.folder()); print(next(s.entries()).case.text)"
    said = run(installed, "-c", code)
    assert said.returncode == 0, said.stderr
    assert Path(said.stdout.splitlines()[0]).is_relative_to(installed)
    carried = {path.name for path in (installed / "algebra_tnn" / "_atlas").iterdir()} - {"__pycache__"}
    assert carried == {path.name for path in (ROOT / "atlas").iterdir()}


@pytest.mark.slow
def test_checker_runs_alone(installed: Path) -> None:
    """With -I -S and nothing else of the package beside it."""
    lonely = installed.parent / "lonely"
    lonely.mkdir(exist_ok=True)
    checker = lonely / "checker.py"
    checker.write_bytes((installed / "algebra_tnn" / "checker.py").read_bytes())
    certificates = sorted((ROOT / "tests" / "checker" / "accepted").glob("*.json"))[:3]
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(checker), *map(str, certificates)], cwd=lonely, capture_output=True, text=True
    )
    assert done.returncode == 0 and done.stdout.count(": accepted: ") == len(certificates) > 0
