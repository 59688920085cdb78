"""Presets of new VMs as files: what several have in common; those of the window are such too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from xenadmin_gui.domain.errors import ConfigError, PreconditionError
from xenadmin_gui.domain.guest import GuestNic
from xenadmin_gui.domain.template import size_word

VERSION = 1
_MOST_BYTES = 256 * 1024
_SIZE = re.compile(r"(\d{1,9})(MiB|GiB|TiB)?")
_FACTORS = {"MiB": 1024**2, "GiB": 1024**3, "TiB": 1024**4, None: 1}
_TEXTS = (
    *("template", "iso", "kernel", "initrd", "cmdline", "kind", "group", "hostname", "user"),
    *("timezone", "packages", "first_boot", "tags"),
)
_FLAGS, _NUMBERS, _SIZES = ("protect", "start"), ("vcpus", "priority"), ("memory", "disk")
_KEYS = ("version", *_TEXTS, *_FLAGS, *_NUMBERS, *_SIZES, "more_disks", "networks", "ssh_keys")


@dataclass(frozen=True, slots=True)
class Preset:
    """What is filled in already; None and empty: nothing.

    Attributes:
        nics: Without MACs and addresses.
        disks: Sizes in bytes, the first disk's first.
        hostname: With ``{name}`` for each VM's name, or empty.
    """

    template: str = ""
    iso: str = ""
    kernel: str = ""
    initrd: str = ""
    cmdline: str = ""
    kind: str = ""
    vcpus: int | None = None
    memory_bytes: int | None = None
    disks: tuple[int, ...] = ()
    group: str | None = None
    nics: tuple[GuestNic, ...] = ()
    hostname: str = ""
    user: str | None = None
    ssh_keys: tuple[str, ...] = ()
    timezone: str | None = None
    packages: tuple[str, ...] = ()
    first_boot: str = ""
    protect: bool | None = None
    priority: int | None = None
    start: bool | None = None
    tags: tuple[str, ...] = ()


def read_preset(path: Path) -> Preset:
    """Read a preset.

    Raises:
        ConfigError: It cannot be read, or is wrong; with the key and what was expected.
    """
    try:
        text = path.expanduser().read_text()
        data = yaml.load(text[:_MOST_BYTES], Loader=yaml.CSafeLoader)
    except OSError as error:
        raise _wrong(path, "", f"cannot be read: {error.strerror}") from None
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError):
        raise _wrong(path, "", "is no YAML") from None
    if not isinstance(data, dict):
        raise _wrong(path, "", "is no preset")
    strange = [str(key) for key in data if key not in _KEYS]
    if strange:
        raise _wrong(path, strange[0], "nobody knows this key")
    if data.get("version") != VERSION:
        raise _wrong(path, "version", f"{VERSION} is expected")
    values = {key: _checked(path, key, value) for key, value in data.items()}
    disks = ((values["disk"],) if values.get("disk") else ()) + values.get("more_disks", ())
    return Preset(
        template=values.get("template", ""),
        iso=values.get("iso", ""),
        kernel=values.get("kernel", ""),
        initrd=values.get("initrd", ""),
        cmdline=values.get("cmdline", ""),
        kind=values.get("kind", ""),
        vcpus=values.get("vcpus"),
        memory_bytes=values.get("memory"),
        disks=disks,
        group=values.get("group"),
        nics=values.get("networks", ()),
        hostname=values.get("hostname", ""),
        user=values.get("user"),
        ssh_keys=values.get("ssh_keys", ()),
        timezone=values.get("timezone"),
        packages=tuple(re.split(r"[\s,]+", values.get("packages", "").strip()))
        if values.get("packages", "").strip()
        else (),
        first_boot=values.get("first_boot", ""),
        protect=values.get("protect"),
        priority=values.get("priority"),
        start=values.get("start"),
        tags=tuple(values.get("tags", "").replace(",", " ").split()),
    )


def write_preset(path: Path, preset: Preset) -> None:
    """Write a preset.

    Raises:
        PreconditionError: It cannot be written.
    """
    content: dict[str, Any] = {
        "version": VERSION,
        "template": preset.template,
        "iso": preset.iso,
        "kernel": preset.kernel,
        "initrd": preset.initrd,
        "cmdline": preset.cmdline,
        "kind": preset.kind or "pvh",
        "vcpus": preset.vcpus,
        "memory": size_word(preset.memory_bytes or 0),
        "disk": size_word(preset.disks[0] if preset.disks else 0),
        "more_disks": list(map(size_word, preset.disks[1:])),
        "group": preset.group or "",
        "networks": [
            {
                "bridge": nic.bridge,
                "fixed": bool(nic.address),
                "gateway": nic.gateway,
                "dns": " ".join(nic.dns),
                "vlan": nic.vlan,
            }
            for nic in preset.nics
        ],
        "hostname": preset.hostname,
        "user": preset.user or "",
        "ssh_keys": list(preset.ssh_keys),
        "timezone": preset.timezone or "",
        "packages": " ".join(preset.packages),
        "first_boot": preset.first_boot,
        "protect": bool(preset.protect),
        "priority": preset.priority or 0,
        "start": preset.start is not False,
        "tags": " ".join(preset.tags),
    }
    body = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=1000)
    try:
        path.expanduser().write_text(f"# A preset of new VMs, without names and passwords.\n{body}")
    except OSError as error:
        raise PreconditionError(
            f"The preset {path} cannot be written: {error.strerror}.",
            next_step="Look at the folder's permissions.",
            code="directory",
        ) from None


def _checked(path: Path, key: str, value: Any) -> Any:
    if key in _TEXTS and isinstance(value, str):
        return value
    if key in _FLAGS and isinstance(value, bool):
        return value
    if key in _NUMBERS and isinstance(value, int) and not isinstance(value, bool):
        return value
    if key in _SIZES and (found := _SIZE.fullmatch(str(value))):
        return int(found[1]) * _FACTORS[found[2]]
    if key == "more_disks" and isinstance(value, list):
        return tuple(_checked(path, "disk", size) for size in value)
    if key == "ssh_keys" and isinstance(value, list) and all(isinstance(v, str) for v in value):
        return tuple(value)
    if key == "networks" and isinstance(value, list):
        return tuple(_card(path, card) for card in value)
    if key == "version":
        return value
    raise _wrong(path, key, "this value is not what is expected")


def _card(path: Path, card: Any) -> GuestNic:
    texts = card if isinstance(card, dict) else {}
    bridge, gateway, dns = (texts.get(key, "") for key in ("bridge", "gateway", "dns"))
    if not bridge or not all(isinstance(text, str) for text in (bridge, gateway, dns)):
        raise _wrong(path, "networks", "each needs a bridge, as a text")
    vlan = texts.get("vlan", 0)
    if not isinstance(vlan, int) or isinstance(vlan, bool):
        raise _wrong(path, "networks", "a vlan is a number")
    return GuestNic(bridge, gateway=gateway, dns=tuple(dns.replace(",", " ").split()), vlan=vlan)


def _wrong(path: Path, key: str, sentence: str) -> ConfigError:
    step = "Correct it, or save the preset anew."
    return ConfigError(f"{sentence}.", file=str(path), key=key, next_step=step)
