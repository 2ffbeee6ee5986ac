"""The example of a plug-in, installed by pip beside the package; and plug-ins that are wrong."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "plugin"


def test_the_page_shows_what_the_example_has() -> None:
    """Every line of code in docs/extending.md, but what is left out there, is in a file of the example."""
    text = (ROOT / "docs" / "extending.md").read_text("utf-8")
    blocks = re.findall(r"^```(?:toml|python)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    files = [path.read_text("utf-8") for path in EXAMPLE.rglob("*") if path.suffix in (".py", ".toml")]
    there = {line.strip() for content in files for line in content.splitlines()}
    shown = {line.strip().removesuffix(" ...") for block in blocks for line in block.splitlines()}
    assert len(shown) > 15 and shown - there == set()


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the example was installed."""
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(EXAMPLE, folder / "source")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    options = ["--no-build-isolation", "--no-deps", "--no-index", "--target", str(folder / "site")]
    subprocess.run([*pip, *options, str(folder / "source")], check=True)
    return folder / "site"


def ran(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(site), "NO_COLOR": "1"}
    return subprocess.run([sys.executable, *arguments], cwd=site, env=environment, capture_output=True, text=True)


def answer(site: Path, *arguments: str) -> str:
    """What the command line says; it says nothing else."""
    done = ran(site, "-m", "algebra_tnn", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.slow
def test_its_model(installed: Path) -> None:
    assert answer(installed, "law", "residual", "--variables", "2", "-q") == "f_i = Σ_j V_ij ((Σ_k W_jk x_k)² + x_j)\n"
    dimension = answer(installed, "dimension", "residual", "--variables", "3", "--degree", "3")
    assert dimension.startswith("dimension = 12 (proved)")


@pytest.mark.slow
def test_its_statement(installed: Path) -> None:
    (listed,) = answer(installed, "list", "--family", "residual").splitlines()
    assert listed.startswith("R1  proved  Residual networks") and listed.endswith("algebra-tnn-residual")
    assert "from: algebra-tnn-residual" in answer(installed, "show", "R1")
    assert "Deep residual learning for image recognition" in answer(installed, "show", "R1")
    assert "3 of 3 as recorded" in answer(installed, "verify", "R1", "dimension/quadrics", "--jobs", "2")


PROVE = """
from algebra_tnn import BorderRankAtMost, Tensor, verify
verdict = verify(BorderRankAtMost(Tensor.from_nested([[[1, 0, 1], [0, 2, 0]], [[0, 0, 0], [0, 1, 5]]]), 3))
print(verdict.status, verdict.trusts)
"""


@pytest.mark.slow
def test_its_prover(installed: Path, tmp_path: Path) -> None:
    assert ran(installed, "-c", PROVE).stdout == "proved ()\n"
    assert ran(tmp_path, "-c", PROVE).stdout == "undecided ()\n"


def package(folder: Path, name: str, source: str, points: str) -> Path:
    """A package as pip leaves it, with entry points."""
    (folder / f"{name}.py").write_text(source)
    information = folder / f"{name}-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text(points)
    return folder


FALSE = """
from algebra_tnn import BorderRankAtMost, Certificate

def wishes(claim):
    return Certificate(claim, "{rule}", {{}})

wishes.proves = BorderRankAtMost
"""


@pytest.mark.slow
@pytest.mark.parametrize("rule", ["decomposition", "wishful-thinking"])
def test_a_prover_that_lies_is_rejected_loudly(tmp_path: Path, rule: str) -> None:
    site = package(tmp_path, "liar", FALSE.format(rule=rule), "[algebra_tnn.provers]\nwishes = liar:wishes\n")
    done = ran(site, "-c", PROVE)
    assert done.returncode == 1
    assert f"CertificateRejected: the certificate for BorderRankAtMost by {rule} is " in done.stderr


@pytest.mark.slow
def test_broken_plug_ins_are_left_out_with_a_sentence_each(tmp_path: Path) -> None:
    points = "".join(f"[algebra_tnn.{group}]\nbroken = broken:value\n" for group in ("models", "statements", "provers"))
    site = package(tmp_path, "broken", "import nowhere\n", points)
    listed = ran(site, "-m", "algebra_tnn", "list", "-q")
    assert (listed.returncode, listed.stdout.split()[0], listed.stderr.count("\n")) == (
        0,
        "A1",
        listed.stderr.count("algebra-tnn: "),
    )
    assert (
        "algebra-tnn: broken: its plug-in 'broken' is left out: ModuleNotFoundError: No module named 'nowhere'\n"
        in (listed.stderr)
    )
    verified = ran(site, "-m", "algebra_tnn", "verify", "B3", "--jobs", "2", "--no-cross-check")
    assert verified.returncode == 0 and "4 of 4 as recorded" in verified.stdout
    assert ran(site, "-c", PROVE).stdout == "undecided ()\n"
