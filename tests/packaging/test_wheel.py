"""What is shipped: modules, SQL files, fonts with their licences, the marker of types; it imports by itself."""

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP = ("domain", "projections", "agents", "cli")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())
PACKAGES: list[str] = SETTINGS["tool"]["setuptools"]["packages"]


def shipped() -> set[str]:
    """The files that belong into a wheel, as they are named in it."""
    return {
        f"cineledger/{path.relative_to(ROOT).as_posix()}"
        for top in TOP
        for path in (ROOT / top).rglob("*")
        if path.suffix in (".css", ".md", ".py", ".sql", ".toml", ".ttf", ".txt") or path.name == "py.typed"
    }


def setuptools_at_hand() -> int:
    """The major version of setuptools; 0 where there is none."""
    try:
        return int(version("setuptools").partition(".")[0])
    except PackageNotFoundError:
        return 0


def test_every_folder_is_a_listed_package() -> None:
    """Setuptools ships the packages it is told of: each folder that holds any of these, and no other."""
    folders = {Path(name).parent.as_posix().replace("/", ".") for name in shipped()}
    assert folders == set(PACKAGES)
    assert len(PACKAGES) == len(set(PACKAGES))


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of a wheel built offline from a copy of the repository."""
    if setuptools_at_hand() < 77:
        pytest.skip("setuptools 77 or newer builds the wheel")
    folder = tmp_path_factory.mktemp("wheel")
    copy, out = folder / "copy", folder / "out"
    for top in TOP:
        shutil.copytree(ROOT / top, copy / top, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    build = f"from setuptools import build_meta; print(build_meta.build_wheel({str(out)!r}))"
    out.mkdir()
    subprocess.run([sys.executable, "-c", build], cwd=copy, check=True, capture_output=True, timeout=60)
    (wheel,) = out.glob("cineledger-*.whl")
    with zipfile.ZipFile(wheel) as content:
        content.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_the_wheel_holds_everything(unpacked: Path) -> None:
    """Every module, file of data and type marker is in the wheel; no test, and nothing under a bare name."""
    inside = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert {name for name in inside if name.startswith("cineledger/")} == shipped()
    assert {name.partition("/")[0].partition("-")[0] for name in inside} == {"cineledger"}
    (entry,) = unpacked.glob("*.dist-info/entry_points.txt")
    assert "cineledger = cineledger.cli.main:main" in entry.read_text()
    assert list(unpacked.glob("*.dist-info/licenses/LICENSE"))


def test_the_wheel_imports_by_itself(unpacked: Path) -> None:
    """Every listed package is imported from the wheel, and finds its SQL there."""
    code = (
        "import importlib, pathlib, sys\n"
        "for name in sys.argv[2:]:\n"
        "    module = importlib.import_module(name)\n"
        "    assert module.__path__[0].startswith(sys.argv[1]), (name, list(module.__path__))\n"
        "from cineledger.projections.table import tables\n"
        "print(len(tables()))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(unpacked), *PACKAGES],
        env={**os.environ, "PYTHONPATH": str(unpacked)},
        cwd=unpacked,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(list((ROOT / "projections" / "tables").glob("*.sql")))
