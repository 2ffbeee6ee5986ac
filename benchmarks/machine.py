"""Facts about the machine and the versions, so that a figure can be read a year later."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import platform
import shutil
import subprocess
from functools import cache
from pathlib import Path

from threadpoolctl import threadpool_info

from benchmarks.processes import FFLAS

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("numpy", "scipy", "python-flint", "sympy", "threadpoolctl", "matplotlib")


@cache
def facts() -> dict[str, str]:
    """Processor, cores, memory, BLAS, and the versions of everything that is timed."""
    import numpy as np  # loads the BLAS that threadpool_info tells of
    import scipy.linalg

    del np, scipy
    blas = sorted(
        {f"OpenBLAS {i['version']} ({i['architecture']})" for i in threadpool_info() if i["user_api"] == "blas"}
    )
    return {
        "processor": _field("/proc/cpuinfo", "model name") or platform.processor() or platform.machine(),
        "cores": str(os.cpu_count()),
        "memory": _memory(),
        "system": platform.platform(),
        "python": platform.python_version(),
        **{package: _version(package) for package in PACKAGES},
        "flint": _flint(),
        "BLAS of numpy and scipy": ", ".join(blas),
        "Macaulay2": _output("M2", "--version") if shutil.which("M2") else "absent",
        "FFLAS-FFPACK": _debian("fflas-ffpack") if FFLAS.exists() else "absent",
        "BLAS of FFLAS-FFPACK": f"OpenBLAS {_debian('libopenblas0-pthread')}" if FFLAS.exists() else "absent",
    }


@cache
def commit() -> str:
    """The commit of the checkout, marked if the tree differs from it; empty outside of one."""
    return _output("git", "describe", "--always", "--dirty", "--abbrev=10", "--exclude=*")


@cache
def source() -> str:
    """A digest of the package and of the benchmarks: rows with the same digest were measured on the same code."""
    digest = hashlib.sha256()
    for folder, pattern in (("algebra_tnn", "*.py"), ("benchmarks", "*.py"), ("benchmarks/rivals", "*.[mc]*")):
        for path in sorted((ROOT / folder).rglob(pattern)):
            digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _field(path: str, name: str) -> str:
    try:
        lines = Path(path).read_text().splitlines()
    except OSError:
        return ""
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(name)), "")


def _memory() -> str:
    kilobytes = _field("/proc/meminfo", "MemTotal").removesuffix(" kB")
    return f"{int(kilobytes) / 2**20:.0f} GiB" if kilobytes else "unknown"


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "absent"


def _flint() -> str:
    import flint

    return str(flint.__FLINT_VERSION__)


def _output(*command: str) -> str:
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def _debian(package: str) -> str:
    return _output("dpkg-query", "--showformat=${Version}", "--show", package) or "version unknown"
