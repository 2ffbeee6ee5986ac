"""Sweeps on a cluster: schedulers and workers are real processes, and are killed."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from algebra_tnn.atlas import cluster, node
from algebra_tnn.atlas.cluster import cluster_executor
from algebra_tnn.atlas.families.networks import NetworkSpace
from algebra_tnn.atlas.local_workers import Limits
from algebra_tnn.atlas.node import Outcome, Release
from algebra_tnn.atlas.rows import COSTS, Row
from algebra_tnn.atlas.store import AtlasError
from algebra_tnn.atlas.sweeping import sweep
from tests.unit.atlas import cluster_questions

ROOT = Path(__file__).parents[3]
SPACE = NetworkSpace(layers=(2,), widths=(1, 2, 3), outputs=(1, 2), degrees=(2, 3), ambient=30)
SMALL = NetworkSpace(layers=(2,), widths=(2, 3), outputs=(1,), degrees=(2,), ambient=10)


@pytest.mark.parametrize("address", ["", "host", "tcp://host", "file://host:1", "tcp://host:0", "tcp://h:99999"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(AtlasError, match="is no address of a scheduler"), cluster_executor(address):
        pass


def test_dask_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda name: None)
    with pytest.raises(AtlasError, match=r"pip install 'algebra-tnn\[cluster\]'"), cluster_executor("tcp://h:1"):
        pass


def test_workers_that_do_not_fit_are_named() -> None:
    ours = node.release()
    assert node.objection(ours) is None
    against = node.objection(Release("0.0", ours.rules))
    with pytest.raises(AtlasError, match=r"tcp://b:2.*algebra-tnn 0\.0 with"):
        cluster._require_fit({"tcp://a:1": None, "tcp://b:2": against}, Release("0.0", ours.rules))
    with pytest.raises(AtlasError, match=r"tcp://a:1.*WORKER__DAEMON=False"):
        cluster._require_fit({"tcp://a:1": Outcome("daemonic")}, ours)
    with pytest.raises(AtlasError, match=r"tcp://a:1.*cannot load"):
        cluster._require_fit({"tcp://a:1": ModuleNotFoundError("no module")}, ours)


class Cluster:
    """A scheduler and two workers, started from the command line."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder, self.address = folder, f"tcp://127.0.0.1:{self.port}"
        self.started: list[subprocess.Popen[bytes]] = []
        self.scheduler, self.workers = self._scheduler(), [self.worker(), self.worker()]

    def _started(self, *words: str, daemon: bool = False) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *words],
            cwd=ROOT,
            env={**os.environ, "DASK_DISTRIBUTED__WORKER__DAEMON": str(daemon), "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def _scheduler(self) -> subprocess.Popen[bytes]:
        return self._started("scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard")

    def worker(self, daemon: bool = False) -> subprocess.Popen[bytes]:
        options = ("--nthreads", "1", "--no-dashboard", "--local-directory", str(self.folder))
        return self._started("worker", self.address, *options, daemon=daemon)

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """With all that it started, as when a machine is lost."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)

    def restart(self) -> None:
        for process in self.workers:
            self.kill(process)
        self.scheduler, self.workers = self._scheduler(), [self.worker(), self.worker()]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    one = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        yield one
    finally:
        for process in one.started:
            one.kill(process)


@pytest.fixture
def running(started: Cluster) -> Cluster:
    """The cluster, with what an earlier test has killed started again."""
    if any(process.poll() is not None for process in (started.scheduler, *started.workers)):
        started.kill(started.scheduler)
        started.restart()
    return started


def said(rows: Iterator[Row] | list[Row]) -> list[tuple[object, ...]]:
    """What rows say, but for what they cost."""
    columns = [({k: v for k, v in row.columns().items() if k not in COSTS}, dict(row.certificates)) for row in rows]
    return sorted(((str(about["key"]), about, texts) for about, texts in columns), key=lambda each: each[0])


def expected() -> list[tuple[object, ...]]:
    with ThreadPoolExecutor(1) as executor:
        return said(sweep(SPACE, "dimension", executor=executor))


@pytest.mark.slow
def test_a_worker_and_then_the_scheduler_are_killed_in_the_middle(running: Cluster) -> None:
    """The rows are those of a run on this machine, each once."""
    rows = []
    with cluster_executor(running.address, 30, 60) as executor:
        for row in sweep(SPACE, "dimension", executor=executor, ask=cluster_questions.slowly):
            rows.append(row)
            if len(rows) == 4:
                running.kill(running.workers[0])
            if len(rows) == 12:
                running.kill(running.scheduler)
                running.restart()
    assert said(rows) == expected()


@pytest.mark.slow
def test_a_case_that_kills_its_process_or_never_ends_costs_itself(running: Cluster) -> None:
    with cluster_executor(running.address, 30) as executor:
        rows = list(sweep(SMALL, "dimension", executor=executor, timeout=3, ask=cluster_questions.fatal))
        assert executor.submit_within(Limits(), abs, -3).result(20) == 3
    found = {str(row.values["widths"]): row for row in rows}
    assert {widths: row.status for widths, row in found.items()} == {
        "2,2,1": "proved",
        "2,3,1": "failed",
        "3,2,1": "failed",
        "3,3,1": "proved",
    }
    assert "signal 6" in str(found["2,3,1"].values["reason"])
    assert "3 seconds" in str(found["3,2,1"].values["reason"])


@pytest.mark.slow
def test_a_scheduler_that_does_not_come_back_ends_the_sweep_with_a_sentence(running: Cluster) -> None:
    rows = []
    with (
        pytest.raises(AtlasError, match=r"was lost and not back within 1 seconds.*resume"),
        cluster_executor(running.address, 30, 1) as executor,
    ):
        for row in sweep(SPACE, "dimension", executor=executor, ask=cluster_questions.slowly):
            rows.append(row)
            if len(rows) == 3:
                running.kill(running.scheduler)
    assert len(rows) >= 3


@pytest.mark.slow
def test_an_unreachable_scheduler_and_one_without_fitting_workers(running: Cluster) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        with pytest.raises(AtlasError, match="no scheduler answers"), cluster_executor(nobody, 1):
            pass
    with cluster_executor(running.address, 30):
        pass
    running.workers.append(running.worker(daemon=True))
    end = time.monotonic() + 30
    with pytest.raises(AtlasError, match=r"WORKER__DAEMON=False"):
        while time.monotonic() < end:
            with cluster_executor(running.address, 10):
                time.sleep(0.2)
    running.kill(running.workers.pop())
