"""The real window under Xvfb, driven by mouse and keyboard as a person would."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from tests.contract.target import TOP, Target, clean_environment

_PATIENCE_S = 300.0
_LOOK_S = 0.7  # a person reads before agreeing; a dialog that just came up is not focused yet


class Window:
    """The program's window on a display of its own.

    Attributes:
        pictures: Where ``picture`` puts screenshots.
    """

    def __init__(self, target: Target, home: Path, pictures: Path) -> None:
        self.pictures = pictures
        self._processes: list[subprocess.Popen[bytes]] = []
        self._environment = clean_environment(home)
        self._environment.pop("QT_QPA_PLATFORM", None)
        self._log = home / ".local" / "state" / "xenadmin" / "window.log"
        try:
            self._start(target)
        except BaseException:
            self.close()
            raise

    def _start(self, target: Target) -> None:
        self._environment["DISPLAY"] = self._start_display()
        self._spawn(["openbox"])
        self._spawn(
            [sys.executable, "-m", "xenadmin_gui", *target.window_words, "--lang", "en",
             "--appearance", "light"]
        )  # fmt: skip
        self._until(lambda: "shown whole" in self._log_text(), "the window was never filled")
        self.main = self._active()

    def close(self) -> None:
        """End the window and its display."""
        for process in reversed(self._processes):
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(20)
            if process.poll() is None:
                process.kill()
                process.wait()

    def go_to(self, name: str) -> None:
        """Find an object by its name with Ctrl+K and open it."""
        self.press("ctrl+k")
        self._until(lambda: self._active() != self.main, "the palette did not open")
        self.type(name)
        self.press("Return")
        self._until(lambda: self._active() == self.main, "the palette did not close")

    def press(self, keys: str) -> None:
        """Press a key or a chord."""
        self._xdotool("key", "--clearmodifiers", keys)

    def type(self, text: str) -> None:
        """Type a text where the keyboard is."""
        self._xdotool("type", "--delay", "20", text)

    def open(self, keys: str) -> None:
        """Press what opens an assistant, and wait for it."""
        self.press(keys)
        self._until(partial(self._has_left, self.main), f"no assistant after {keys}")

    def fill(self, *pages: str) -> None:
        """Fill the pages of an assistant.

        Args:
            pages: What is done on each, words apart: a key, or ``=`` and what is typed, in which
                ``_`` is a space.
        """
        for page in pages:
            threading.Event().wait(_LOOK_S)
            for word in page.split():
                if word.startswith("="):
                    self.type(word[1:].replace("_", " "))
                else:
                    self.press(word)

    def order(self, keys: str, *agree: str) -> None:
        """Press a verb's shortcut, then agree with the keys given, one text a dialog."""
        window = self._active()
        self.press(keys)
        for answer in agree:
            before = window
            self._until(partial(self._has_left, before), f"no dialog after {keys}")
            window = self._active()
            threading.Event().wait(_LOOK_S)
            for key in answer.split():
                self.press(key)

    def _has_left(self, window: str) -> bool:
        return self._active() not in ("", window)

    def picture(self, name: str) -> Path:
        """Take a screenshot."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        path = self.pictures / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], env=self._environment, check=True)
        return path

    def _start_display(self) -> str:
        reader, writer = os.pipe()
        self._processes.append(
            subprocess.Popen(
                ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24",
                 "-nolisten", "tcp"],
                pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
        )  # fmt: skip
        os.close(writer)
        with os.fdopen(reader) as told:
            return f":{told.readline().strip()}"

    def _spawn(self, argv: list[str]) -> None:
        self._processes.append(
            subprocess.Popen(
                argv, env=self._environment, cwd=TOP,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
        )  # fmt: skip

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def _active(self) -> str:
        return self._xdotool("getactivewindow")

    def _log_text(self) -> str:
        return self._log.read_text() if self._log.exists() else ""

    def _until(self, holds: Callable[[], bool], complaint: str) -> None:
        pause = threading.Event()
        end = time.monotonic() + _PATIENCE_S
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"{complaint}; see {self.picture('late')}")
            pause.wait(0.1)
