"""``dd`` between block devices of a SAN server; the simulated disks have no content."""

from __future__ import annotations

from xenadmin_gui.sim.tools import scsi
from xenadmin_gui.sim.tools.call import Answer, Call, usage


def dd(call: Call) -> Answer:
    """``dd if=DEVICE of=DEVICE bs=… iflag=fullblock,count_bytes count=BYTES conv=…``."""
    values = dict(word.partition("=")[::2] for word in call.arguments)
    if not values.get("if") or not values.get("of"):
        return usage(call)
    for device in (values["if"], values["of"]):
        if scsi.device_kib(call, device) is None:
            text = f"dd: failed to open '{device}': No such file or directory\n"
            return Answer(1, "", text)
    size = (scsi.device_kib(call, values["if"]) or 0) * 1024
    count = min(size, int(values.get("count") or size))
    return Answer(0, "", f"{count} bytes copied, 1 s, {count} B/s\n")
