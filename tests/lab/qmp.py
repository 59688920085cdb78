"""Talks to a running QEMU over its QMP socket."""

from __future__ import annotations

import json
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.lab.layout import LabError


def execute(
    path: Path, command: str, arguments: Mapping[str, object], timeout_s: float = 60
) -> Any:
    """Run one QMP command and return its result; raises LabError with QEMU's own words."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(timeout_s)
        try:
            connection.connect(str(path))
            stream = connection.makefile("rw")
            stream.readline()
            _ask(stream, {"execute": "qmp_capabilities"})
            return _ask(stream, {"execute": command, "arguments": dict(arguments)})
        except OSError as error:
            raise LabError(f"{path.stem} does not run or does not answer ({error}).") from error


def _ask(stream: Any, request: dict[str, object]) -> Any:
    stream.write(json.dumps(request) + "\n")
    stream.flush()
    while line := stream.readline():
        answer = json.loads(line)
        if "return" in answer:
            return answer["return"]
        if "error" in answer:
            raise LabError(f"QEMU: {request['execute']}: {answer['error']['desc']}")
    raise LabError(f"QEMU ended during {request['execute']}.")
