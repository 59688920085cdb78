"""What a new guest's disk is told, as work for ``resources/guest/customise.sh``."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from xenadmin_gui.domain.guest import GuestNic, GuestSettings
from xenadmin_gui.domain.secretfiles import password_file

_SEED = "/var/lib/cloud/seed/nocloud"
_FIRST_BOOT = "/var/lib/xenadmin/first-boot"
#: What ``fill`` of ``customise.sh`` replaces.
_SECRET = "@xenadmin-secret@"
_UNIT = """\
[Unit]
Description=What this machine does at its first start
ConditionPathExists=/var/lib/xenadmin/first-boot
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
ExecStart=/var/lib/xenadmin/first-boot
ExecStartPost=/bin/mv -f /var/lib/xenadmin/first-boot /var/lib/xenadmin/first-boot.done

[Install]
WantedBy=multi-user.target
"""

#: Words of ``customise.sh``, one piece of work after the other.
Work = Iterator[str]


@dataclass(frozen=True, slots=True)
class GuestDisk:
    """How the system on a disk is told who it is; as its template says.

    Attributes:
        partition: Of the root file system; 0: the disk itself is it.
        network: ``ifupdown``, ``netplan``, ``networkmanager``, ``networkd``, ``wicked``, ``none``.
        customise: ``cloud-init``, ``files`` or ``none``.
        user: The account that is in the image.
    """

    partition: int = 0
    filesystem: str = "ext4"
    network: str = "ifupdown"
    customise: str = "files"
    user: str = "root"


def guest_work(
    disk: GuestDisk, settings: GuestSettings, nics: tuple[GuestNic, ...], uuid: str
) -> tuple[str, ...]:
    """Return the work that makes a new guest of what is on ``disk``.

    Args:
        nics: Each with its MAC.
        uuid: The VM's; a new one is a new instance for cloud-init. The password's hash is not in
            the work: it is read from the file on the server that ``password_file`` names.
    """
    match disk.customise:
        case "cloud-init":
            return tuple(_cloud_init(disk, settings, nics, uuid))
        case "files":
            return tuple(_files(disk, settings, nics, uuid))
        case _:
            return ()


def _cloud_init(
    disk: GuestDisk, settings: GuestSettings, nics: tuple[GuestNic, ...], uuid: str
) -> Work:
    meta = {"instance-id": uuid, "local-hostname": settings.hostname}
    user_data = f"#cloud-config\n{_json(_user_data(disk, settings))}"
    sources = "# This machine's settings lie on its own disk.\ndatasource_list: [NoCloud, None]\n"
    yield from ("remove", "/etc/cloud", "cloud-init.disabled")
    yield from ("write", "/etc/cloud/cloud.cfg.d/99-xenadmin.cfg", "0644", sources)
    yield from ("write", f"{_SEED}/meta-data", "0600", _json(meta))
    yield from ("write", f"{_SEED}/user-data", "0600", user_data)
    if settings.password_hash:
        yield from ("fill", f"{_SEED}/user-data", password_file(uuid))
    if disk.network != "none" and nics:
        yield from ("write", f"{_SEED}/network-config", "0600", _json(_network_v1(nics)))
    yield from ("write", "/etc/machine-id", "0444", "")
    yield "relabel"


def _user_data(disk: GuestDisk, settings: GuestSettings) -> dict[str, Any]:
    name = settings.user or disk.user
    account: dict[str, Any] = {"name": name, "ssh_authorized_keys": list(settings.ssh_keys)}
    if name != "root":
        account |= {"sudo": "ALL=(ALL) NOPASSWD:ALL", "shell": "/bin/bash"}
        account |= {"lock_passwd": not settings.password_hash}
    data: dict[str, Any] = {
        "hostname": settings.hostname.partition(".")[0],
        "fqdn": settings.hostname,
        "preserve_hostname": False,
        "manage_etc_hosts": "localhost",
        "disable_root": name != "root",
        "users": ["default", account],
    }
    if settings.password_hash:
        pair = f"{name}:{_SECRET}\n"
        data |= {"chpasswd": {"expire": False, "list": pair}, "ssh_pwauth": True}
    if settings.timezone:
        data["timezone"] = settings.timezone
    if settings.packages:
        data |= {"package_update": True, "packages": list(settings.packages)}
    if settings.first_boot:
        script = {"path": _FIRST_BOOT, "permissions": "0700", "content": settings.first_boot}
        data |= {"write_files": [script], "runcmd": [[_FIRST_BOOT]]}
    return data


def _network_v1(nics: tuple[GuestNic, ...]) -> dict[str, Any]:
    """cloud-init's own form of a network, which every version of it reads."""
    config = []
    for number, nic in enumerate(nics):
        subnet: dict[str, Any] = {"type": "dhcp"}
        if nic.address:
            subnet = {"type": "static6" if _is_v6(nic.address) else "static"}
            subnet["address"] = nic.address
            subnet |= {"gateway": nic.gateway} if nic.gateway else {}
        if nic.dns:
            subnet["dns_nameservers"] = list(nic.dns)
        card = {"type": "physical", "name": f"eth{number}", "mac_address": nic.mac}
        config.append({**card, "subnets": [subnet]})
    return {"version": 1, "config": config}


def _files(disk: GuestDisk, settings: GuestSettings, nics: tuple[GuestNic, ...], uuid: str) -> Work:
    name = settings.user or disk.user
    yield from ("write", "/etc/hostname", "0644", f"{settings.hostname}\n")
    yield from ("hosts", settings.hostname)
    yield from _network(disk.network, nics)
    if name != "root":
        yield from ("user", name)
    if settings.ssh_keys:
        yield from ("keys", name, "".join(f"{key}\n" for key in settings.ssh_keys))
    if settings.password_hash:
        yield from ("password", name, password_file(uuid))
    if settings.timezone:
        yield from ("link", "/etc/localtime", f"../usr/share/zoneinfo/{settings.timezone}")
        yield from ("write", "/etc/timezone", "0644", f"{settings.timezone}\n")
    yield from ("write", "/etc/machine-id", "0444", "")
    yield from ("remove", "/var/lib/dbus", "machine-id")
    yield from ("remove", "/var/lib/systemd", "random-seed")
    yield "hostkeys"
    if settings.first_boot:
        unit, wanted = "xenadmin-first-boot.service", "/etc/systemd/system/multi-user.target.wants"
        yield from ("write", _FIRST_BOOT, "0700", settings.first_boot)
        yield from ("write", f"/etc/systemd/system/{unit}", "0644", _UNIT)
        yield from ("link", f"{wanted}/{unit}", f"../{unit}")
    yield "relabel"


def _network(kind: str, nics: tuple[GuestNic, ...]) -> Work:
    if not nics:
        return
    match kind:
        case "ifupdown":
            yield from _named(nics)
            yield from ("aside", "/etc/network", "interfaces")
            yield from ("write", "/etc/network/interfaces", "0644", _interfaces(nics))
            yield from _resolver(nics)
        case "netplan":
            yield from ("aside", "/etc/netplan", "*.yaml")
            yield from ("write", "/etc/netplan/60-xenadmin.yaml", "0600", _netplan(nics))
        case "networkmanager":
            folder = "/etc/NetworkManager/system-connections"
            yield from ("remove", folder, "xenadmin-*.nmconnection")
            for number, nic in enumerate(nics):
                path = f"{folder}/xenadmin-{number}.nmconnection"
                yield from ("write", path, "0600", _keyfile(number, nic))
        case "networkd":
            yield from ("remove", "/etc/systemd/network", "05-xenadmin-*.network")
            for number, nic in enumerate(nics):
                path = f"/etc/systemd/network/05-xenadmin-{number}.network"
                yield from ("write", path, "0644", _networkd(nic))
        case "wicked":
            yield from _named(nics)
            yield from _wicked(nics)


def _named(nics: tuple[GuestNic, ...]) -> Work:
    """Cards are called eth0, eth1 … in their order: files that go by names know them so."""
    yield from ("remove", "/etc/systemd/network", "10-xenadmin-eth*.link")
    for number, nic in enumerate(nics):
        text = f"[Match]\nMACAddress={nic.mac}\n\n[Link]\nName=eth{number}\n"
        yield from ("write", f"/etc/systemd/network/10-xenadmin-eth{number}.link", "0644", text)


def _interfaces(nics: tuple[GuestNic, ...]) -> str:
    lines = ["auto lo", "iface lo inet loopback"]
    for number, nic in enumerate(nics):
        family = "inet6" if nic.address and _is_v6(nic.address) else "inet"
        method = "static" if nic.address else "dhcp"
        lines += ["", f"auto eth{number}", f"iface eth{number} {family} {method}"]
        lines += [f"    address {nic.address}"] if nic.address else []
        lines += [f"    gateway {nic.gateway}"] if nic.gateway and nic.address else []
        lines += [f"    dns-nameservers {' '.join(nic.dns)}"] if nic.dns else []
    return "\n".join(lines) + "\n"


def _resolver(nics: tuple[GuestNic, ...]) -> Work:
    """Without DHCP nobody else writes the name servers down."""
    servers = dict.fromkeys(server for nic in nics if nic.address for server in nic.dns)
    if servers:
        text = "".join(f"nameserver {server}\n" for server in servers)
        yield from ("write", "/etc/resolv.conf", "0644", text)


def _netplan(nics: tuple[GuestNic, ...]) -> str:
    cards: dict[str, Any] = {}
    for number, nic in enumerate(nics):
        card: dict[str, Any] = {"match": {"macaddress": nic.mac}, "set-name": f"eth{number}"}
        if nic.address:
            card["addresses"] = [nic.address]
            if nic.gateway:
                everywhere = "::/0" if _is_v6(nic.gateway) else "0.0.0.0/0"
                card["routes"] = [{"to": everywhere, "via": nic.gateway}]
        else:
            card["dhcp4"] = True
        if nic.dns:
            card["nameservers"] = {"addresses": list(nic.dns)}
        cards[f"eth{number}"] = card
    return _json({"network": {"version": 2, "ethernets": cards}})


def _keyfile(number: int, nic: GuestNic) -> str:
    is_v6 = bool(nic.address) and _is_v6(nic.address)
    gateway = f",{nic.gateway}" if nic.gateway else ""
    mine = ["method=manual", f"address1={nic.address}{gateway}"] if nic.address else ["method=auto"]
    mine += [f"dns={''.join(f'{server};' for server in nic.dns)}"] if nic.dns else []
    other = ["method=disabled"] if is_v6 else ["method=auto"]
    lines = [
        "[connection]",
        f"id=xenadmin-{number}",
        "type=ethernet",
        "autoconnect-priority=100",
        "",
        "[ethernet]",
        f"mac-address={nic.mac.upper()}",
        "",
        "[ipv4]",
        *(other if is_v6 else mine),
        "",
        "[ipv6]",
        *(mine if is_v6 else other),
    ]
    return "\n".join(lines) + "\n"


def _networkd(nic: GuestNic) -> str:
    lines = ["[Match]", f"MACAddress={nic.mac}", "", "[Network]"]
    lines += [f"Address={nic.address}"] if nic.address else ["DHCP=yes"]
    lines += [f"Gateway={nic.gateway}"] if nic.gateway and nic.address else []
    lines += [f"DNS={server}" for server in nic.dns]
    return "\n".join(lines) + "\n"


def _wicked(nics: tuple[GuestNic, ...]) -> Work:
    folder = "/etc/sysconfig/network"
    yield from ("aside", folder, "ifcfg-eth[0-9]")
    servers = dict.fromkeys(server for nic in nics for server in nic.dns)
    for number, nic in enumerate(nics):
        how = (
            f"BOOTPROTO='static'\nIPADDR='{nic.address}'\n" if nic.address else "BOOTPROTO='dhcp'\n"
        )
        text = f"STARTMODE='auto'\n{how}"
        yield from ("write", f"{folder}/ifcfg-eth{number}", "0644", text)
        if nic.gateway and nic.address:
            route = f"default {nic.gateway} - eth{number}\n"
            yield from ("write", f"{folder}/ifroute-eth{number}", "0644", route)
    if servers:
        yield from (
            "setting",
            f"{folder}/config",
            "NETCONFIG_DNS_STATIC_SERVERS",
            " ".join(servers),
        )


def _is_v6(address: str) -> bool:
    return ipaddress.ip_interface(address).version == 6


def _json(value: object) -> str:
    """JSON is YAML too, and needs no care about what a text may hold."""
    return json.dumps(value, indent=1) + "\n"
