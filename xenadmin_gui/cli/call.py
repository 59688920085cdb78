"""One call of the command line: what was asked, where the answer goes, and the open cluster."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from xenadmin_gui.cli.output import Output
from xenadmin_gui.cli.parser import UsageError
from xenadmin_gui.domain.errors import HostKeyUnknownError, UnreachableError, XenadminError
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.jobs.context import JobContext, Progress

if TYPE_CHECKING:
    from xenadmin_gui.session.session import Session

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Call:
    """What a verb works with.

    Attributes:
        arguments: As the parser gives them.
        session: The open cluster.
        context: Cancelled by Ctrl-C inside ``interruptible``.
        on_progress: Told how far the work is, on the thread that does it; None: nobody is.
    """

    def __init__(self, arguments: argparse.Namespace, output: Output, session: Session) -> None:
        self.arguments = arguments
        self.output = output
        self.session = session
        self.on_progress: Callable[[Progress], None] | None = None
        self.context = JobContext(clock=session.clock, on_progress=self._tell_progress)

    def _tell_progress(self, progress: Progress) -> None:
        if self.on_progress is not None:
            self.on_progress(progress)

    def fresh(self) -> Snapshot:
        """Ask every server and return the snapshot; unknown host keys are asked about.

        Raises:
            UnreachableError: No server answers at all; then the snapshot says nothing.
            Cancelled: Ctrl-C.
        """
        with interruptible(self.context):
            snapshot = self.session.refresh(self.context)
        unknown = self.session.unknown_host_keys()
        if unknown and self._accepted(unknown):
            with interruptible(self.context):
                snapshot = self.session.refresh(self.context, [e.host for e in unknown])
        silent = [server for server in snapshot.servers.values() if not server.is_up]
        if len(silent) == len(snapshot.servers):
            raise self._nobody(snapshot)
        return snapshot

    def tell_silent(self, snapshot: Snapshot) -> None:
        """Say which servers could not be asked: what they know is missing in the answer."""
        for server in snapshot.servers.values():
            if not server.is_up:
                why = server.reason or f"{server.name} is {server.state}."
                self.output.note(f"{server.name}: {why}")

    def confirm(self, question: str) -> bool:
        """Ask yes or no; with ``--yes`` it is yes.

        Raises:
            UsageError: There is nobody to ask.
        """
        if self.arguments.yes:
            return True
        if not sys.stdin.isatty() or self.output.as_json:
            raise UsageError(
                f"There is nobody to ask: {question}",
                next_step="Look at it with --dry-run, then say --yes.",
            )
        return ask(question)

    def asks(self, question: str) -> bool:
        """Ask yes or no where somebody can be asked; else, and with ``--yes``, it is no."""
        if self.arguments.yes or self.output.as_json or not sys.stdin.isatty():
            return False
        return ask(question)

    def confirm_loss(self, title: str, name: str) -> bool:
        """Have ``name`` typed, or find it behind ``--confirm``; ``--yes`` does not do.

        Raises:
            UsageError: Another name was given, or there is nobody to type one.
        """
        given = self.arguments.confirm
        if given is not None and given != name:
            raise UsageError(
                f"{title} loses data: it is confirmed by {name!r}, not by {given!r}.",
                next_step=f"Look at it with --dry-run, then say --confirm {name}.",
            )
        if given is not None:
            return True
        if not sys.stdin.isatty() or self.output.as_json:
            raise UsageError(
                f"{title} loses data: the name has to be given, --yes is not enough.",
                next_step=f"Look at it with --dry-run, then say --confirm {name}.",
            )
        return typed(f"{title} loses data. Type {name} to go on:").strip() == name

    def _accepted(self, unknown: tuple[HostKeyUnknownError, ...]) -> bool:
        """A key is never accepted by ``--yes``: somebody has to compare it."""
        if not sys.stdin.isatty() or self.output.as_json:
            return False
        accepted = False
        for error in unknown:
            self.output.note(f"{error.sentence} {error.next_step}")
            if ask("Is it the right one?"):
                self.session.accept_host_key(error)
                accepted = True
        return accepted

    def _nobody(self, snapshot: Snapshot) -> XenadminError:
        troubles = [self.session.trouble(name) for name in snapshot.servers]
        known = [trouble for trouble in troubles if trouble is not None]
        step = "See 'xenadmin cluster check' for what was tried."
        if not known:
            return UnreachableError("", "No server of the cluster answers.", next_step=step)
        if len(snapshot.servers) > 1:
            sentences = " ".join(dict.fromkeys(t.sentence for t in known))
            known[0].sentence = f"No server of the cluster answers. {sentences}"
        known[0].next_step = known[0].next_step or step
        return known[0]


Verb = Callable[[Call], int]


def ask(question: str) -> bool:
    """Ask on the terminal; everything but a yes is a no, Ctrl-C and the end of input too."""
    return typed(f"{question} [yes/no]").strip().lower() in ("y", "yes")


def typed(question: str) -> str:
    """Ask on the terminal and return the line; Ctrl-C is an empty one."""
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    try:
        return sys.stdin.readline()
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return ""


@contextmanager
def interruptible(context: JobContext) -> Iterator[None]:
    """Let the first Ctrl-C cancel ``context`` cleanly, and the second one end at once.

    The cancel runs on a thread of its own, as the interrupted code may hold the context's lock.
    """

    def cancel(number: int, frame: FrameType | None) -> None:
        for one in _SIGNALS:
            signal.signal(one, signal.SIG_DFL)
        threading.Thread(target=context.cancel, name="cancel").start()

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = [signal.signal(one, cancel) for one in _SIGNALS]
    try:
        yield
    finally:
        for one, handler in zip(_SIGNALS, before, strict=True):
            signal.signal(one, handler)
