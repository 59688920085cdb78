"""One Redfish BMC a host, on loopback: what fence_redfish talks to when it cuts the power.

Run as `python -m tests.lab.bmc PID_FILE READY`; `start` and `stop` do that. READY is the end of a
pipe, told when they serve. A BMC lives as long as the lab is up, whether its host has power or not.
A host under the fault "power" can be switched off; told to switch on, its BMC says that it is on,
but the machine stays dark, as with a dead mainboard: fencing succeeds and nothing comes back. Under
the fault "bmc" a BMC does not answer.
"""

from __future__ import annotations

import base64
import json
import logging
import os
import select
import ssl
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.lab import machine
from tests.lab.cib import BMC_PASSWORD, BMC_USER
from tests.lab.faults import has_fault, reapply_cables
from tests.lab.layout import Host, Lab, LabError, open_lab
from tests.lab.processes import end, running_pid

_log = logging.getLogger(__name__)
_SYSTEM = "/redfish/v1/Systems/1"
_RESET = f"{_SYSTEM}/Actions/ComputerSystem.Reset"
_CREDENTIALS = base64.b64encode(f"{BMC_USER}:{BMC_PASSWORD}".encode()).decode()


def _pid_file(lab: Lab) -> Path:
    return lab.run / "bmc.pid"


def start(lab: Lab) -> None:
    """Start the BMCs; does nothing when they run."""
    if running_pid(_pid_file(lab)):
        return
    heard, ready = os.pipe()
    with (lab.run / "bmc.log").open("ab") as log, os.fdopen(ready, "wb") as told:
        subprocess.Popen(
            [sys.executable, "-m", __name__, str(_pid_file(lab)), str(told.fileno())],
            cwd=Path(__file__).parents[2],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env={**os.environ, "XENADMIN_LAB": str(lab.root)},
            start_new_session=True,
            pass_fds=(told.fileno(),),
        )
    with os.fdopen(heard, "rb") as said:
        in_time = bool(select.select([said], [], [], 30)[0])
        if not in_time or not said.read():
            raise LabError(f"The BMCs do not start, see {lab.run}/bmc.log.")


def stop(lab: Lab) -> None:
    """End the BMCs."""
    end(_pid_file(lab))


class _Bmc(ThreadingHTTPServer):
    """The BMC of one host.

    Attributes:
        is_dark: Told to switch on, and says so, but the machine has no power.
    """

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, lab: Lab, host: Host, tls: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", host.bmc_port), _Handler)
        self.lab, self.host = lab, host
        self.power = threading.Lock()
        self.is_dark = False
        self._tls = tls

    def finish_request(self, request, client_address) -> None:  # type: ignore[no-untyped-def]
        """Shake hands in the connection's own thread, so that a slow guest blocks nobody."""
        request.settimeout(60)
        with self._tls.wrap_socket(request, server_side=True) as secured:
            super().finish_request(secured, client_address)

    def handle_error(self, request, client_address) -> None:  # type: ignore[no-untyped-def]
        _log.info("%s: connection lost: %s", self.host.name, sys.exc_info()[1])

    @property
    def is_on(self) -> bool:
        """What the BMC says of the power."""
        held = has_fault(self.lab, "power", self.host.name)
        return machine.is_running(self.lab, self.host) or (held and self.is_dark)

    def reset(self, kind: str) -> None:
        """Do what Redfish's ResetType says."""
        with self.power:
            _log.warning("%s: %s", self.host.name, kind)
            if kind in ("ForceOff", "ForceRestart", "PowerCycle"):
                machine.kill(self.lab, self.host)
                self.is_dark = False
            if kind in ("On", "ForceRestart", "PowerCycle"):
                if has_fault(self.lab, "power", self.host.name):
                    _log.warning("%s: has no power", self.host.name)
                    self.is_dark = True
                else:
                    machine.start(self.lab, self.host)
                    reapply_cables(self.lab, self.host)


class _Handler(BaseHTTPRequestHandler):
    """Requests that fence_redfish makes, and those to find one's way."""

    server: _Bmc
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if not self._may_pass():
            return
        documents: dict[str, object] = {
            "/redfish/v1": {"Systems": {"@odata.id": "/redfish/v1/Systems"}},
            "/redfish/v1/Systems": {"Members": [{"@odata.id": _SYSTEM}]},
            _SYSTEM: {
                "Id": "1",
                "Name": self.server.host.name,
                "PowerState": "On" if self.server.is_on else "Off",
                "Actions": {"#ComputerSystem.Reset": {"target": _RESET}},
            },
        }
        path = self.path.rstrip("/")
        self._answer(200 if path in documents else 404, documents.get(path, {}))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if not self._may_pass():
            return
        if self.path.rstrip("/") != _RESET:
            self._answer(404, {})
            return
        try:
            self.server.reset(json.loads(body)["ResetType"])
        except (LabError, ValueError, KeyError) as error:
            _log.exception("%s: reset failed", self.server.host.name)
            self._answer(500, {"error": {"message": str(error)}})
        else:
            self._answer(200, {})

    def _may_pass(self) -> bool:
        if has_fault(self.server.lab, "bmc", self.server.host.name):
            self.close_connection = True
            return False
        if self.headers.get("Authorization") != f"Basic {_CREDENTIALS}":
            self._answer(401, {})
            return False
        return True

    def _answer(self, status: int, document: object) -> None:
        body = json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name upstream)
        _log.info("%s: %s", self.server.host.name, format % args)


def serve(lab: Lab, pid_file: Path, ready: int) -> None:
    """Serve the BMCs of all hosts until ended; say so once at the pipe `ready`."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(lab.ssh / "bmc.pem")
    bmcs = [_Bmc(lab, host, tls) for host in lab.hosts]
    for bmc in bmcs[1:]:
        threading.Thread(target=bmc.serve_forever, daemon=True).start()
    pid_file.write_text(f"{os.getpid()}\n")
    with os.fdopen(ready, "wb") as told:
        told.write(b"ready")
    bmcs[0].serve_forever()


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    serve(open_lab(), Path(sys.argv[1]), int(sys.argv[2]))
