"""``vm console``: this terminal becomes the text console of a VM, until Ctrl+]."""

from __future__ import annotations

import os
import select
import shlex
import signal
import sys
import termios
import threading
import tty
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from xenadmin_gui.cli.call import Call, interruptible
from xenadmin_gui.cli.grammar import UsageError
from xenadmin_gui.cli.vm import find
from xenadmin_gui.domain.errors import ExitCode, PreconditionError, XenadminError
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.session.consoles import Place, console_refusal, place_of
from xenadmin_gui.transport.protocols import Terminal, TerminalListener

#: Ctrl+], as virsh, telnet and xl have it; it never reaches the guest.
ESCAPE = b"\x1d"
#: What a guest may leave switched on in a terminal: attributes, a hidden cursor, application keys,
#: reports of the mouse, bracketed paste (xterm's control sequences; the Linux console skips them).
_TIDY = b"\x1b[0m\x1b[?25h\x1b[?1l\x1b>\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\r\n"
#: Output that waits for this terminal before the host has to wait; bytes.
_FULL = 64 * 1024
_PIECE = 4096
#: A VM that starts anew, or arrives elsewhere, is looked for so often, so many seconds apart.
_TRIES, _APART_S = 10, 2.0
_ENDS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def vm_console(call: Call) -> int:
    """Show the console of a VM here, also after it moved to another host."""
    if call.output.as_json:
        raise UsageError("A console is for people: it has no JSON.")
    is_shown = call.arguments.dry_run
    if not is_shown and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "A console needs a terminal, for what is typed and what is said; here is a pipe.",
            next_step="Call it at a terminal; 'ssh -t' gives one on another machine.",
        )
    snapshot = call.fresh()
    (vm,) = find(snapshot, [call.arguments.name])
    place = place_of(snapshot, vm.key)
    if place is None:
        raise console_refusal(snapshot, vm) or _ended(vm, "It is nowhere now.")
    if is_shown:
        words = place.command.argv if place.command else ()
        call.output.line(f"{place.server}$ {shlex.join(words)}")
        return ExitCode.DONE
    return _followed(call, vm, place)


def _followed(call: Call, vm: Vm, first: Place) -> int:
    place: Place | None = first
    while place is not None:
        call.output.note(f"The console of {vm.name} on {place.server}; Ctrl+] leaves it.")
        reason = _attached(call, place)
        if reason is None:
            call.output.note(f"Left the console of {vm.name}, which goes on.")
            return ExitCode.DONE
        call.output.note(f"{reason} Looks where {vm.name} runs now; Ctrl+C ends that.")
        place = _elsewhere(call, vm, place, reason)
    call.output.note(f"{vm.name} is off.")
    return ExitCode.DONE


def _elsewhere(call: Call, vm: Vm, left: Place, reason: str) -> Place | None:
    """Return where the console is after a migration or a new start; None: the VM is off.

    Raises:
        XenadminError: It is where it was, and its console ended all the same.
        Cancelled: Ctrl-C.
    """
    snapshot = call.session.snapshot
    for _ in range(_TRIES):
        with interruptible(call.context):
            call.context.sleep(_APART_S)
            snapshot = call.session.refresh(call.context)
        place = place_of(snapshot, vm.key)
        if place == left:
            raise _ended(vm, reason)
        if place is not None:
            return place
    refusal = console_refusal(snapshot, snapshot.vms.get(vm.uuid, vm))
    if refusal is None or isinstance(refusal, PreconditionError):
        return None
    raise refusal


def _ended(vm: Vm, reason: str) -> XenadminError:
    return XenadminError(
        f"The console of {vm.name} ended: {reason}",
        next_step="Only one at a time can have it; see who else has it open.",
        code="console-ended",
    )


class _Feed:
    """What the console says on its thread, for the thread that writes it here.

    Attributes:
        bell: A descriptor that can be read when there is something to do.
    """

    def __init__(self) -> None:
        self.bell = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self.listener = TerminalListener(self._put, self._end)
        self._lock = threading.Lock()
        self._pieces: deque[bytes] = deque()
        self._size = 0
        self._holds = False
        self._reason: str | None = None
        self._is_closed = False

    def ring(self) -> None:
        """Wake who waits for the bell."""
        with self._lock:
            self._ring()

    def take(self) -> tuple[bytes, bool, str | None]:
        """Return the next piece, whether a host that waits may go on, and why nothing follows."""
        with self._lock:
            with suppress(BlockingIOError):
                os.eventfd_read(self.bell)
            piece = self._pieces.popleft() if self._pieces else b""
            if len(piece) > _PIECE:
                self._pieces.appendleft(piece[_PIECE:])
                piece = piece[:_PIECE]
            self._size -= len(piece)
            goes_on = self._holds and self._size < _FULL // 2
            self._holds = self._holds and not goes_on
            if self._pieces:
                self._ring()
            return piece, goes_on, None if self._pieces else self._reason

    def close(self) -> None:
        with self._lock:
            self._is_closed = True
            os.close(self.bell)

    def _ring(self) -> None:
        if not self._is_closed:
            os.eventfd_write(self.bell, 1)

    def _put(self, data: bytes) -> bool:
        with self._lock:
            self._pieces.append(data)
            self._size += len(data)
            self._holds = self._holds or self._size >= _FULL
            self._ring()
            return self._holds

    def _end(self, reason: str) -> None:
        with self._lock:
            self._reason = reason
            self._ring()


def _attached(call: Call, place: Place) -> str | None:
    """Be the console until it ends; return why it ended, None when somebody left it."""
    feed = _Feed()
    try:
        with interruptible(call.context):
            terminal = call.session.terminal(
                place.server, place.command, _size(), feed.listener, call.context
            )
        try:
            with _raw(sys.stdin.fileno(), feed):
                return _carry(terminal, feed, sys.stdin.fileno(), sys.stdout.fileno())
        finally:
            terminal.close()
    finally:
        feed.close()


def _carry(terminal: Terminal, feed: _Feed, keys: int, screen: int) -> str | None:
    told = _size()
    while True:
        ready, _, _ = select.select([keys, feed.bell], [], [])
        if keys in ready:
            typed = b""
            with suppress(OSError):  # the terminal is gone
                typed = os.read(keys, _PIECE)
            before, escape, _ = typed.partition(ESCAPE)
            terminal.write(before)
            if escape or not typed:
                return None
        size = _size()
        if size != told:
            terminal.resize(*size)
            told = size
        piece, goes_on, reason = feed.take()
        if goes_on:
            terminal.go_on()
        while piece:
            piece = piece[os.write(screen, piece) :]
        if reason is not None:
            return reason


@contextmanager
def _raw(keys: int, feed: _Feed) -> Iterator[None]:
    """Hand every key on as it is typed; whatever ends this, the terminal is as it was.

    What was typed and not read yet was for the guest: it must not reach the shell.
    """
    saved = termios.tcgetattr(keys)

    def end(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    def again(_number: int, _frame: FrameType | None) -> None:
        tty.setraw(keys)
        feed.ring()

    handlers = dict.fromkeys(_ENDS, end)
    handlers |= {signal.SIGCONT: again, signal.SIGWINCH: lambda _number, _frame: feed.ring()}
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        tty.setraw(keys)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        with suppress(termios.error, OSError):
            termios.tcsetattr(keys, termios.TCSANOW, saved)
            termios.tcflush(keys, termios.TCIFLUSH)
            os.write(sys.stdout.fileno(), _TIDY)


def _size() -> tuple[int, int]:
    try:
        size = os.get_terminal_size(sys.stdout.fileno())
    except OSError:  # hung up meanwhile
        return 80, 24
    return size.columns or 80, size.lines or 24
