"""The screens of VMs: an external viewer on a tunnel through the VM's host's one connection."""

from __future__ import annotations

import logging
import subprocess
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.errors import PreconditionError, UnreachableError, XenadminError
from xenadmin_gui.domain.host import Server
from xenadmin_gui.domain.snapshot import Snapshot
from xenadmin_gui.domain.states import VmState
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.jobs.context import JobContext
from xenadmin_gui.jobs.scratch import Scratch, runtime_place
from xenadmin_gui.monitoring.parse.errors import ParseError
from xenadmin_gui.monitoring.parse.graphics import Graphics, parse_graphics
from xenadmin_gui.operations.commands import virsh
from xenadmin_gui.session.rfb import NoVncError, wants_password
from xenadmin_gui.session.viewers import PACKAGES, Viewer
from xenadmin_gui.transport.protocols import FarEnd, HostLink, Tunnel

_log = logging.getLogger(__name__)

_ASK_S = 30.0
_END_S = 2.0
_COMPLAINT = 300


class OpenScreen:
    """A viewer and its tunnel: one ends with the other; thread-safe.

    Attributes:
        argv: How the viewer was started.
        path: The socket that it was given.
        pid: Of the viewer.
    """

    def __init__(
        self,
        argv: tuple[str, ...],
        tunnel: Tunnel,
        private: Scratch,
        on_closed: Callable[[str], None],
    ) -> None:
        """Start the viewer.

        Args:
            private: Removed with the viewer.
            on_closed: Called once, on a thread of its own, with the reason.

        Raises:
            OSError: It cannot be started; tunnel and directory are the caller's still.
        """
        self.argv = argv
        self.path = tunnel.path
        self._tunnel = tunnel
        self._private = private
        self._on_closed = on_closed
        self._reason = ""
        with (private.path / "said").open("wb") as said:
            self._process = subprocess.Popen(
                argv, stdin=subprocess.DEVNULL, stdout=said, stderr=said
            )
        self.pid = self._process.pid
        self._thread = threading.Thread(target=self._watch, name="screen", daemon=True)
        self._thread.start()
        tunnel.on_closed(self._lose)

    @property
    def is_closed(self) -> bool:
        return not self._thread.is_alive()

    def close(self) -> None:
        """End the viewer and its tunnel, and wait for both; never raises."""
        self._lose("It was closed.")
        if threading.current_thread() is self._thread:
            return
        self._thread.join(_END_S)
        if self._thread.is_alive():
            self._process.kill()
            self._thread.join(_END_S)

    def wait(self) -> str:
        """Wait until the viewer has ended; return why."""
        self._thread.join()
        return self._reason

    def _lose(self, reason: str) -> None:
        self._reason = self._reason or reason
        with suppress(OSError):
            self._process.terminate()

    def _watch(self) -> None:
        status = self._process.wait()
        self._reason = self._reason or self._ending(status)
        self._tunnel.close()
        self._private.remove()
        self._on_closed(self._reason)

    def _ending(self, status: int) -> str:
        if status == 0:
            return "The viewer was closed."
        said = ""
        with suppress(OSError):
            said = (self._private.path / "said").read_text("utf-8", "replace").strip()
        last = said.splitlines()[-1].strip()[-_COMPLAINT:] if said else f"status {status}"
        return f"The viewer ended: {last.rstrip('.')}."


def screen_refusal(snapshot: Snapshot, vm: Vm) -> XenadminError | None:
    """Return why the screen of ``vm`` cannot be shown now; None when it may be tried."""
    if not vm.graphics:
        return PreconditionError(
            f"The definition of {vm.name} has no screen.",
            next_step="Use its text console.",
            code="no-screen",
        )
    if vm.host is None or vm.state not in (VmState.RUNNING, VmState.PAUSED):
        return PreconditionError(f"{vm.name} has a screen only while it runs.", code="not-running")
    server = snapshot.servers.get(vm.host)
    if server is None or not server.is_up:
        return UnreachableError(vm.host, f"{vm.host} does not answer.")
    return None


def open_screen(
    link: HostLink,
    server: Server,
    vm: Vm,
    viewers: Mapping[str, Viewer],
    on_closed: Callable[[str], None],
    context: JobContext,
) -> OpenScreen:
    """Start the viewer of a running VM's screen.

    Args:
        viewers: What is installed, by the kind of screen.
        on_closed: Told once, on a thread of its own, why the viewer is gone again.

    Raises:
        PreconditionError: It has no screen that can be shown, or no viewer is installed.
        UnreachableError: The host does not answer, or leads nowhere.
        CommandFailedError: Its libvirt does not tell where the screen is.
        OSError: The viewer cannot be started, or its files not be written.
        Cancelled: Somebody cancelled.
    """
    graphics = _chosen(_definition(link, server, vm, context), vm, viewers)
    private = Scratch("xenadmin-screen-", runtime_place())
    try:
        tunnel = link.tunnel(FarEnd(graphics.address, graphics.port or 0, graphics.path), context)
        try:
            password = _password(link, server, vm, graphics, tunnel, context)
            title = f"{vm.name} – {server.name}"
            argv = viewers[graphics.kind].argv(tunnel.path, private.path, title, password)
            return OpenScreen(argv, tunnel, private, on_closed)
        except BaseException:
            tunnel.close()
            raise
    except BaseException:
        private.remove()
        raise


def _definition(
    link: HostLink, server: Server, vm: Vm, context: JobContext, *, secret: bool = False
) -> tuple[Graphics, ...]:
    command = virsh(server, "dumpxml", vm)
    if secret:
        command = Command((*command.argv, "--security-info"), hides_output=True)
    result = link.run(command, context, timeout_s=_ASK_S).check()
    try:
        return parse_graphics(result.stdout)
    except ParseError as error:
        raise PreconditionError(
            f"What libvirt on {server.name} says of {vm.name} cannot be read: {error.reason}.",
            code="no-screen",
        ) from error


def _chosen(found: tuple[Graphics, ...], vm: Vm, viewers: Mapping[str, Viewer]) -> Graphics:
    known = [one for one in found if one.kind in PACKAGES]
    if not known:
        raise PreconditionError(
            f"{vm.name} runs without a screen.",
            next_step="One that was added to its definition counts from its next start.",
            code="no-screen",
        )
    reached = [one for one in known if one.can_be_reached]
    if not reached:
        raise PreconditionError(
            f"The screen of {vm.name} listens on no port and no socket without TLS.",
            next_step="Change its <graphics> to a port of 127.0.0.1 or to a socket.",
            code="no-screen",
        )
    for one in reached:
        if one.kind in viewers:
            return one
    raise no_viewer(reached[0].kind)


def no_viewer(kind: str) -> PreconditionError:
    """Return the error that says what to install."""
    return PreconditionError(
        f"No viewer for {kind.upper()} screens is installed here.",
        next_step=f"Install the package {PACKAGES[kind]}.",
        code="no-viewer",
    )


def _password(
    link: HostLink,
    server: Server,
    vm: Vm,
    graphics: Graphics,
    tunnel: Tunnel,
    context: JobContext,
) -> str:
    """Return the password when the screen asks for one; SPICE does not say beforehand."""
    if graphics.kind == "vnc" and not _asks(tunnel.path, vm, context):
        return ""
    told = _definition(link, server, vm, context, secret=True)
    return next((one.password for one in told if one.kind == graphics.kind), "")


def _asks(path: Path, vm: Vm, context: JobContext) -> bool:
    try:
        return wants_password(path, context)
    except NoVncError as error:
        raise PreconditionError(
            f"The screen of {vm.name} cannot be shown: {error}.", code="no-screen"
        ) from error
