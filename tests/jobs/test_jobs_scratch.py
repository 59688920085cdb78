"""What a killed program leaves is cleared away; what is used by another one stays."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xenadmin_gui.jobs.scratch import Scratch, remove_leftovers

TOP = Path(__file__).resolve().parents[2]
PREFIX = "xenadmin-test-"
PROGRAM = """
import sys
from pathlib import Path
from xenadmin_gui.jobs.scratch import Scratch
made = Scratch(sys.argv[1], Path(sys.argv[2]))
(made.path / "inside").mkdir()
print(made.path, flush=True)
sys.stdin.read()
"""


@contextmanager
def another_program(place: Path) -> Iterator[Path]:
    """Run a program that holds a directory; at the end it is killed."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, PREFIX, str(place)],
        cwd=TOP,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            yield Path(process.stdout.readline().strip())
        finally:
            process.kill()


def test_what_a_killed_program_left_goes_at_the_next_start(tmp_path: Path) -> None:
    with another_program(tmp_path) as left:
        remove_leftovers(PREFIX, tmp_path)
        assert (left / "inside").is_dir()
    assert left.is_dir()
    with Scratch(PREFIX, tmp_path) as mine:
        assert [*tmp_path.iterdir()] == [mine]
    assert [*tmp_path.iterdir()] == []


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    lockless, other, target = (tmp_path / n for n in (f"{PREFIX}a", "other-b", "target"))
    for directory in (lockless, other, target):
        directory.mkdir()
    (other / ".in-use").touch()
    (target / ".in-use").touch()
    (tmp_path / f"{PREFIX}link").symlink_to(target)
    remove_leftovers(PREFIX, tmp_path)
    assert all(path.is_dir() for path in (lockless, other, target))
