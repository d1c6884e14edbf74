"""Make the application folder dist/second-source, and prove that it works: what `python3 dev.py build` runs.

One folder, never one file: every spawned worker would unpack a single file anew.
"""

import ast
import importlib.metadata
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / "build"
BUNDLE = ROOT / "dist" / "second-source"
SUFFIX = ".exe" if os.name == "nt" else ""

# Distributions whose packages carry no licence text of their own, and the texts that apply.
TEXTS = {
    "PySide6_Essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "Python": ("Python.txt",),
}
LICENCE_WORDS = ("licen", "copying", "notice")


def main() -> int:
    """Build, trim, add the licences, test; return 1 when the bundle does not work."""
    started = time.monotonic()
    freeze()
    strip()
    missing = add_licences()
    if missing:
        return fail(f"no licence text for {', '.join(missing)}: add it to TEXTS in packaging/build.py")
    shutil.copy2(ROOT / "resources" / "icons" / "app.svg", BUNDLE / "second-source.svg")
    if sys.platform.startswith("linux"):
        shutil.copy2(HERE / "linux" / "second-source.desktop", BUNDLE)
    print(f"dist/second-source: {size(BUNDLE) / 1e6:.0f} MB, built in {time.monotonic() - started:.0f} s")
    return prove()


def freeze() -> None:
    """Run PyInstaller; it takes away what an earlier build left."""
    options = ["--noconfirm", "--log-level", "ERROR", "--distpath", str(BUNDLE.parent), "--workpath", str(WORK)]
    command = [sys.executable, "-m", "PyInstaller", *options, str(HERE / "second_source.spec")]
    subprocess.run(command, check=True, cwd=ROOT)


def strip() -> None:
    """Take the symbols out of Python and typst (30 MB on Linux); the others come without, or break when touched."""
    inside = BUNDLE / "_internal"
    patterns = ("libpython3*.so*", "python3.*/lib-dynload/*.so", "typst/*.so")
    libraries = [file for pattern in patterns for file in inside.glob(pattern)]
    if libraries and shutil.which("strip"):
        subprocess.run(["strip", "--strip-unneeded", *map(str, libraries)], check=True)


def add_licences() -> list[str]:
    """Put the licence texts of everything bundled into licences/; return the distributions without one."""
    missing = []
    for name in ("LICENSE", "NOTICE"):
        shutil.copy2(ROOT / name, BUNDLE)
    for name in sorted({"Python", *bundled_distributions()}, key=str.lower):
        texts = [HERE / "licences" / text for text in TEXTS.get(name, ())] or licence_texts(name)
        folder = BUNDLE / "licences" / name
        folder.mkdir(parents=True)
        for text in texts:
            shutil.copy2(text, folder / text.name)
        if not texts:
            missing.append(name)
    return missing


def bundled_distributions() -> set[str]:
    """Return the names of the distributions of which the bundle holds modules."""
    _, entries = ast.literal_eval((WORK / "second_source" / "PYZ-00.toc").read_text(encoding="utf-8"))
    modules = {name.split(".")[0] for name, *_ in entries}
    modules |= {file.name.split(".")[0] for file in (BUNDLE / "_internal").iterdir()}
    owners = importlib.metadata.packages_distributions()
    return {name for module in modules for name in owners.get(module, ())}


def licence_texts(distribution: str) -> list[Path]:
    """Return the licence files a distribution was installed with."""
    files = importlib.metadata.files(distribution) or []
    found = [file for file in files if ".dist-info" in str(file.parent)]
    texts = [file for file in found if any(word in "/".join(file.parts[1:]).lower() for word in LICENCE_WORDS)]
    return [Path(str(file.locate())) for file in texts]


def prove() -> int:
    """Run the self-test of the bundle where neither the checkout nor its environment can help."""
    cli = BUNDLE / f"second-source-cli{SUFFIX}"
    seconds = min(run(cli, "--help")[1] for _ in range(3))
    result, tested = run(cli, "self-test")
    print(result.stdout, end="")
    if result.returncode or "Traceback" in result.stdout + result.stderr:
        return fail(f"the self-test of the bundle failed (status {result.returncode}):\n{result.stderr}")
    print(f"the bundle works: command line in {seconds:.2f} s, self-test in {tested:.1f} s")
    return 0


def run(program: Path, *arguments: str) -> tuple[subprocess.CompletedProcess[str], float]:
    """Run a program of the bundle in an empty folder; return its result and the seconds it took."""
    foreign = ("PYTHON", "VIRTUAL_ENV", "LD_LIBRARY_PATH")
    env = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    with tempfile.TemporaryDirectory() as folder:
        env |= {"SECOND_SOURCE_HOME": folder, "QT_QPA_PLATFORM": "offscreen"}
        started = time.monotonic()
        command = [str(program), *arguments]
        result = subprocess.run(
            command, env=env, cwd=folder, capture_output=True, encoding="utf-8", timeout=600, check=False
        )
    return result, time.monotonic() - started


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def fail(text: str) -> int:
    """Say what went wrong and return the status of failure."""
    print(f"build.py: {text}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
