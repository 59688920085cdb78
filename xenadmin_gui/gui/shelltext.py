"""Commands as text that a shell reads back: for the preview, the docks and the clipboard."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QClipboard, QGuiApplication

from xenadmin_gui.domain.command import Command


def shell_line(argv: tuple[str, ...]) -> str:
    """Return exactly this argv as a POSIX shell would have to be given it."""
    return Command(argv).as_shell() if argv else ""


def prompt_line(host: str, argv: tuple[str, ...]) -> str:
    """Return ``xen2 $ virsh …`` as it is shown."""
    return f"{host} $ {shell_line(argv)}"


def script(commands: Iterable[tuple[str, tuple[str, ...]]]) -> str:
    """Return commands for the clipboard, each host named in a comment above its commands."""
    lines: list[str] = []
    last_host: str | None = None
    for host, argv in commands:
        if host != last_host:
            lines.append(f"# on {' '.join(host.split())}")
            last_host = host
        lines.append(shell_line(argv))
    return "\n".join([*lines, ""])


def copy(text: str) -> None:
    """Put ``text`` where Ctrl+V and where the middle button paste from."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText(text)
    if clipboard.supportsSelection():
        clipboard.setText(text, QClipboard.Mode.Selection)
