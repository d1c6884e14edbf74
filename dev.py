#!/usr/bin/env python3
"""Everything a developer runs: python3 dev.py run | test | tour | cli | build | lock.

Needs nothing but Python 3.11 or newer: what is missing (system libraries on Debian and Ubuntu, the virtual
environment, the locked packages) is installed on first use.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "installed-lock"

# What Qt loads, and the Debian package that holds it. The first group suffices without a screen.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
TEST_PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool", "openbox": "openbox"}
BUILD_PROGRAMS = {"objdump": "binutils"}

CHECKS = (
    ("code style", ["-m", "ruff", "check", "--no-cache"]),
    ("layout of the code", ["-m", "ruff", "format", "--check"]),
    ("types", ["-m", "mypy"]),
    ("layers", ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"]),
    ("tests", ["-m", "pytest", "-q"]),
)


def main() -> int:
    """Run the command named on the command line; with none, say what there is."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is read by whatever Python is here
        return fail("Second Source needs Python 3.11 or newer.")
    commands = {"run": run, "test": test, "tour": tour, "cli": cli, "build": build, "lock": lock}
    name, arguments = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if name not in commands:
        return fail(f"usage: python3 dev.py {' | '.join(commands)}")
    return commands[name](arguments)


def run(arguments: list[str]) -> int:
    """Open the window; without a screen, perform the tour instead."""
    if not has_screen():
        say("There is no screen here, so this is the tour: the main job on the sample archive.")
        return tour(arguments)
    prepare({**LIBRARIES, **SCREEN_LIBRARIES})
    return python("-m", "desktop_app", *arguments)


def tour(arguments: list[str]) -> int:
    """Import, search, compare and write the PDF; leave pictures of every screen in a folder."""
    prepare(LIBRARIES)
    return python("-m", "desktop_app", "tour", *arguments, offscreen=not has_screen())


def cli(arguments: list[str]) -> int:
    """Run the command line: `dev.py cli ARGS` is `second-source ARGS`."""
    prepare()
    return python("-m", "desktop_app", *(arguments or ["--help"]))


def test(arguments: list[str]) -> int:
    """Run every check; with arguments, only pytest with these."""
    prepare({**LIBRARIES, **SCREEN_LIBRARIES}, {**TEST_PROGRAMS, **BUILD_PROGRAMS})
    if arguments:
        return python("-m", "pytest", *arguments, offscreen=True)
    for title, command in CHECKS:
        say(f"— {title}")
        if python(*command, offscreen=True):
            return fail(f"{title}: failed")
    say("— the bundle")
    return build([])


def build(arguments: list[str]) -> int:
    """Make the application folder with PyInstaller and run its self-test."""
    prepare(LIBRARIES, BUILD_PROGRAMS)
    install(missing_python_library())
    command = [str(PYTHON), str(ROOT / "packaging" / "build.py"), *arguments]
    return subprocess.run(command, env=environment(), check=False).returncode


def lock(arguments: list[str]) -> int:
    """Write requirements.lock anew from pyproject.toml (needs uv: pip install uv)."""
    if not shutil.which("uv"):
        return fail("this needs uv: pip install uv")
    options = ["--group", "dev", "--universal", "--python-version", "3.11", "--generate-hashes"]
    quiet = ["--no-header", "--no-annotate", "--quiet", "--output-file", str(LOCK)]
    command = ["uv", "pip", "compile", "pyproject.toml", *options, *quiet, *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def python(*arguments: str, offscreen: bool = False) -> int:
    """Run the Python of the virtual environment and return the exit status."""
    env = environment()
    if offscreen:
        env["QT_QPA_PLATFORM"] = "offscreen"
    try:
        return subprocess.run([PYTHON, *arguments], env=env, check=False).returncode
    except KeyboardInterrupt:
        return 130


def environment() -> dict[str, str]:
    """Return this environment with the checkout on the path of modules.

    Python may keep what it compiles, also where the environment forbids it: each process would compile it all anew.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT)}


def prepare(libraries: dict[str, str] | None = None, programs: dict[str, str] | None = None) -> None:
    """Install what is missing for a command: system packages, the environment, the locked packages."""
    if sys.platform.startswith("linux"):
        install(missing_packages(libraries or {}, programs or {}))
    if not PYTHON.exists():
        say("Making the virtual environment …")
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not STAMP.exists() or STAMP.read_text() != digest:
        say("Installing the locked packages …")
        options = ["--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary=:all:"]
        subprocess.run([PYTHON, "-m", "pip", "install", *options, "-r", LOCK], check=True, stdout=sys.stderr)
        STAMP.write_text(digest)


def missing_packages(libraries: dict[str, str], programs: dict[str, str]) -> list[str]:
    """Return the Debian packages of the libraries and programs that are not here."""
    packages = [package for name, package in libraries.items() if not loads(name)]
    packages += [package for program, package in programs.items() if not shutil.which(program)]
    if not PYTHON.exists() and not has_venv():
        packages.append(f"python3.{sys.version_info.minor}-venv")
    return packages


def missing_python_library() -> list[str]:
    """Return the package of the shared Python library, which the bundle carries and Debian keeps apart."""
    name = f"libpython3.{sys.version_info.minor}"
    debian = sys.platform.startswith("linux") and Path(sys.executable).resolve().parent == Path("/usr/bin")
    return [name] if debian and not loads(f"{name}.so.1.0") else []


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_venv() -> bool:
    """Tell whether this Python can make virtual environments; Debian keeps that part in a package."""
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        return False
    return True


def has_screen() -> bool:
    """Tell whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def install(packages: list[str]) -> None:
    """Install Debian packages as root or through sudo; otherwise say which are missing, and stop."""
    if not packages:
        return
    rights = [] if os.geteuid() == 0 else [shutil.which("sudo") or ""]
    if not shutil.which("apt-get") or "" in rights:
        sys.exit(f"dev.py: please install these first: {' '.join(packages)}")
    say(f"Installing {' '.join(packages)} …")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        subprocess.run([*apt, *command], check=True, stdout=subprocess.DEVNULL)


def say(text: str) -> None:
    """Tell the developer what happens; the command line's own output stays alone on stdout."""
    print(text, file=sys.stderr, flush=True)


def fail(text: str) -> int:
    """Say what went wrong and return the status of wrong usage."""
    say(f"dev.py: {text}")
    return 2


if __name__ == "__main__":
    sys.exit(main())
