"""Connects its own input and output (QEMU's end of a guest's connection) with a loopback port."""

from __future__ import annotations

import selectors
import socket
import sys


def relay(port: int) -> None:
    """Carry bytes both ways until one side closes."""
    guest = socket.socket(fileno=0)
    with socket.create_connection(("127.0.0.1", port), 10) as bmc:
        bmc.settimeout(None)
        selector = selectors.DefaultSelector()
        selector.register(guest, selectors.EVENT_READ, bmc)
        selector.register(bmc, selectors.EVENT_READ, guest)
        while True:
            for key, _ in selector.select():
                source, target = key.fileobj, key.data
                assert isinstance(source, socket.socket)
                chunk = source.recv(65536)
                if not chunk:
                    return
                target.sendall(chunk)


if __name__ == "__main__":
    relay(int(sys.argv[1]))
