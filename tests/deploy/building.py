"""The image built and run as closed as compose.yaml has it: `make image-test` where buildah, podman and runc are. Some
minutes, so it is none of the suite's tests. BASE names another image to build on, CERTIFICATES a folder of them where
packages come by a proxy that has its own.
"""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.deploy.reading import ROOT, said
from tests.patience import PATIENCE

TOOLS = ("buildah", "podman", "runc")
IMAGE = "localhost/quality-assurance-dashboard:tried"
BASE = ("--build-arg", f"BASE={os.environ['BASE']}") if "BASE" in os.environ else ()
CERTIFICATES = ("--volume", f"{told}:{told}:ro") if (told := os.environ.get("CERTIFICATES")) else ()
BUILD = ("buildah", "bud", "--isolation", "chroot", "--format", "docker", "--layers", *BASE, *CERTIFICATES)
CLOSED = (
    *("--read-only", "--cap-drop=all", "--security-opt", "no-new-privileges", "--memory", "512m", "--network=none"),
    *("--ulimit", "nofile=1024:1024", "--ulimit", "nproc=1024:1024", "--tmpfs", "/tmp:size=256m,mode=1777"),
)
PODMAN = ("podman", "--log-level", "fatal", "--runtime", "runc")
WORKBOOKS = ROOT / "sample_data/workbooks"
OPENS = "from tests.attacks.visitor import Visitor; Visitor('http://127.0.0.1:8501').greet().opens('')"


def _done(*command: str, status: int = 0) -> str:
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == status, ended
    return ended.stdout


@pytest.fixture(scope="module")
def image() -> str:
    if lacking := [tool for tool in TOOLS if not shutil.which(tool)]:
        pytest.skip(f"{', '.join(lacking)} is not installed")
    ignored, containerfile = "deploy/Containerfile.dockerignore", "deploy/Containerfile"
    _done(*BUILD, "--ignorefile", ignored, "--tag", IMAGE, "--file", containerfile, ".")
    return IMAGE


class Running:
    """A dashboard in a container, with folders of this machine as its volumes."""

    def __init__(self, image: str, folder: Path) -> None:
        self.image, self.folder = image, folder
        folder.chmod(0o755)
        self.volumes = [self._volume(each) for each in json.loads(said("VOLUME")[0])]
        tests = f"{ROOT / 'tests'}:/app/tests:ro"
        started = _done(*PODMAN, "run", "--detach", *CLOSED, *self.volumes, "--volume", tests, image)
        self.container = started.strip()

    def _volume(self, target: str) -> str:
        made = self.folder / Path(target).name
        made.mkdir(mode=0o700)
        os.chown(made, 10001, 10001)
        return f"--volume={made}:{target}"

    def asked(self, *command: str) -> str:
        return _done(*PODMAN, "exec", self.container, *command)

    def beside(self, *command: str, status: int = 0) -> str:
        return _done(*PODMAN, "run", "--rm", *CLOSED, *self.volumes, self.image, *command, status=status)

    def until_healthy(self) -> None:
        """Waits until the image's own health check finds it so."""
        check = json.loads(said("HEALTHCHECK")[0].partition("CMD ")[2])
        self._until(lambda: not subprocess.run([*PODMAN, "exec", self.container, *check], check=False).returncode)

    def takes(self, files: list[Path]) -> list[str]:
        """What stands in the drop folder's `loaded` once all of the files have gone where they belong."""
        drop = self.folder / "drop"
        for file in files:
            os.chown(shutil.copy(file, drop), 10001, 10001)
        self._until(lambda: not [each for each in drop.iterdir() if each.is_file()])
        return sorted(each.name for each in (drop / "loaded").iterdir())

    def _until(self, there: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not there():
            assert time.monotonic() < until, _done(*PODMAN, "logs", self.container)
            time.sleep(0.5)


@pytest.fixture(scope="module")
def running(image, tmp_path_factory) -> Iterator[Running]:
    here = Running(image, tmp_path_factory.mktemp("image"))
    here.until_healthy()
    here.asked("python", "-c", OPENS)  # the store is opened, and the folder watched, from the first page on
    yield here
    _done(*PODMAN, "rm", "--force", here.container)


def test_it_runs_as_its_own_account_and_can_write_to_nothing_else(running):
    assert running.asked("id", "-u").strip() == "10001"
    tries = "import os; print([each for each in ('/', '/app', '/opt/packages', '/etc') if os.access(each, os.W_OK)])"
    assert running.asked("python", "-c", tries).strip() == "[]"


def test_a_start_that_others_could_reach_is_refused_without_sign_in(image):
    told = ("--env", "STREAMLIT_SERVER_ADDRESS=0.0.0.0")
    _done(*PODMAN, "run", "--rm", *CLOSED, *told, image, status=2)


def test_what_is_dropped_is_loaded_backed_up_and_put_back(running):
    files = sorted(WORKBOOKS.iterdir())
    assert {each.name for each in files} <= set(running.takes(files))
    told = running.beside("python", "deploy/backups.py", "now")
    assert f"{len(files)} uploads, 5 homes" in told
    backup = next((running.folder / "backups").glob("*.duckdb"))
    before = running.asked("python", "-m", "loaders", "history")
    running.asked("python", "-m", "loaders", "withdraw", before.split()[0])
    assert running.asked("python", "-m", "loaders", "history") != before
    running.asked("python", "-m", "qa_data", "restore", f"/backups/{backup.name}")
    assert running.asked("python", "-m", "loaders", "history") == before
