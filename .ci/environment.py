"""Build a virtual environment and install one file of hashed requirements into it.

Usage: python .ci/environment.py .venv requirements.txt

Only the standard library is used: this runs before anything is installed. An installation is
recorded by the digest of its requirements, so the next call returns at once; one that was cut
short leaves a mark, and the environment is then built anew, because half-written packages look
installed to pip.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

# The files are complete: nothing is resolved anew, by whatever rules this pip has.
PIP_OPTIONS = ["--disable-pip-version-check", "--require-hashes", "--no-deps"]
USABLE = "import pip, sys; sys.exit(sys.version_info < (3, 11))"


def say(message: str) -> None:
    """Print one line of progress at once, even into a pipe."""
    print(message, flush=True)


def is_usable(python: Path) -> bool:
    """Whether the environment's interpreter starts, is new enough and has pip."""
    try:
        return subprocess.run([python, "-c", USABLE], stderr=subprocess.DEVNULL).returncode == 0
    except OSError:  # Missing, or a link to a Python that has been removed.
        return False


def build(venv: Path) -> None:
    """Create the environment, replacing whatever stands at its place.

    Raises:
        subprocess.CalledProcessError: the venv module failed; it has said why.
    """
    say(f"Creating {venv} with Python {sys.version.split()[0]} …")
    subprocess.run([sys.executable, "-m", "venv", "--clear", venv], check=True)


def install(venv: Path, requirements: Path) -> None:
    """Bring the environment in line with the requirements, unless it already is.

    Args:
        venv: folder of the environment; created when missing.
        requirements: a complete requirements file with a hash for every package.

    Raises:
        subprocess.CalledProcessError: venv or pip failed; each has said why.
    """
    python = venv / "bin" / "python"
    unfinished = venv / ".installation-unfinished"
    stamp = venv / f".installed-{requirements.name}"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()

    if unfinished.exists():
        say("The last installation was interrupted; starting it again.")
        build(venv)
    elif python.exists() and stamp.exists() and stamp.read_text() == digest:
        return
    elif not is_usable(python):
        build(venv)

    count = sum("==" in line for line in requirements.read_text().splitlines())
    say(f"Installing {count} packages from {requirements.name} (a few minutes the first time) …")
    started = time.monotonic()
    unfinished.touch()
    subprocess.run(
        [python, "-m", "pip", "install", *PIP_OPTIONS, "--requirement", requirements],
        check=True,
        # A user's own pip settings must not send packages outside the environment.
        env={**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"},
    )
    stamp.write_text(digest)
    unfinished.unlink()
    say(f"Installed in {time.monotonic() - started:.0f} s.")


def main() -> int:
    """Install as the command line says; return the exit status."""
    venv, requirements = Path(sys.argv[1]), Path(sys.argv[2])
    try:
        install(venv, requirements)
    except subprocess.CalledProcessError as failure:
        tool = failure.cmd[2]
        say(f"{tool} failed, for the reason above. Mend it, then run the same command again.")
        return 1
    except OSError as failure:
        say(f"{venv} could not be prepared: {failure}")
        return 1
    except KeyboardInterrupt:
        say("\nInterrupted; the next run starts the installation again.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
