"""The user's SSH agent, asked with a time-out."""

from __future__ import annotations

import os
import socket
from types import TracebackType
from typing import Any, cast

from paramiko import PKey, SSHException
from paramiko.agent import AgentSSH

_LIST_S = 5.0
#: The user may have to confirm or touch a token; seconds.
_SIGN_S = 60.0


class Agent(AgentSSH):
    """The keys of the agent at ``SSH_AUTH_SOCK``; none when nobody listens there."""

    @classmethod
    def open(cls) -> Agent:
        """Ask the agent for its keys; an agent that does not answer has none."""
        agent = cls()
        path = os.environ.get("SSH_AUTH_SOCK", "")
        if not path:
            return agent
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(_LIST_S)
        try:
            line.connect(path)
            cast(Any, agent)._connect(line)
            line.settimeout(_SIGN_S)
        except (OSError, SSHException):
            line.close()
            return cls()
        return agent

    @property
    def keys(self) -> list[PKey]:
        return list(self.get_keys())

    def __enter__(self) -> Agent:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        cast(Any, self)._close()
