"""VMs in the recycle bin: what their files there say, and what they need to come back."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from xenadmin_gui.domain.keys import Key, Kind

#: Where the files lie on every host, one ``UUID.xml`` a VM.
BIN = "/etc/xenadmin/deleted"
#: Of this program's elements in a definition's ``<metadata>``, which libvirt keeps.
NAMESPACE = "urn:xenadmin:vm"
PREFIX = "xenadmin"
#: libvirt keeps but one element a namespace, so that what shields a VM has one of its own.
KEEP_NAMESPACE, KEEP_PREFIX = "urn:xenadmin:keep", "keep"
KEEP = f"{{{KEEP_NAMESPACE}}}keep"
DELETED = f"{{{NAMESPACE}}}deleted"
_DISK = f"{{{NAMESPACE}}}disk"
ElementTree.register_namespace(PREFIX, NAMESPACE)
ElementTree.register_namespace(KEEP_PREFIX, KEEP_NAMESPACE)


@dataclass(frozen=True, slots=True)
class DeletedDisk:
    """A volume that went to the recycle bin with its VM.

    Attributes:
        target: Name in the guest, such as ``xvda``.
        group: Its volume group.
        volume: Its name, to be had again.
        resting: Its name in the bin.
        wwid: Of its LUN.
        serial: The scsi_sn that gives that WWID again; empty: not known.
        number: LUN number that it had.
        device: What the LUN exported, such as ``/dev/drbd1``.
        size_bytes: Of the volume; 0: not known.
        uuids: What LVM knows the volume's copies by, whatever they are called; empty: not known.
    """

    target: str
    group: str
    volume: str
    resting: str
    wwid: str
    serial: str = ""
    number: int = 0
    device: str = ""
    size_bytes: int = 0
    uuids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeletedVm:
    """A VM in the recycle bin.

    Attributes:
        uuid: Lower case with dashes; the identity.
        at: Clock seconds when it was deleted.
        resource: What it was called in Pacemaker; empty: it was not protected.
        priority: Of that resource.
        hosts: Whose libvirt had its definition, unless it was protected.
        autostart_on: Hosts among them that started it when they booted.
        xml: The text in the bin.
        found_on: Hosts whose bin has it.
        reason: Why it cannot be restored; one sentence or empty.
    """

    uuid: str
    name: str
    at: float
    resource: str = ""
    priority: int = 0
    hosts: tuple[str, ...] = ()
    autostart_on: tuple[str, ...] = ()
    disks: tuple[DeletedDisk, ...] = ()
    xml: str = ""
    found_on: tuple[str, ...] = ()
    reason: str = ""

    @property
    def key(self) -> Key:
        return Key(Kind.VM, self.uuid)


def deleted_path(uuid: str) -> str:
    """Return where a host's recycle bin has the VM."""
    return f"{BIN}/{uuid}.xml"


def deletion_element(vm: DeletedVm) -> Element:
    """Return what is written into a definition's metadata when it goes to the bin."""
    element = Element(
        DELETED,
        {
            "at": f"{vm.at:.0f}",
            "resource": vm.resource,
            "priority": str(vm.priority),
            "hosts": " ".join(vm.hosts),
            "autostart": " ".join(vm.autostart_on),
        },
    )
    for disk in vm.disks:
        values = {
            "target": disk.target,
            "group": disk.group,
            "volume": disk.volume,
            "resting": disk.resting,
            "wwid": disk.wwid,
            "serial": disk.serial,
            "number": str(disk.number),
            "device": disk.device,
            "size": str(disk.size_bytes),
            "uuids": " ".join(disk.uuids),
        }
        ElementTree.SubElement(element, _DISK, values)
    return element


def read_deleted(path: str, text: str, host: str) -> DeletedVm:
    """Read a file of the bin; one that is none of ours is a VM with a reason."""
    uuid = path.rpartition("/")[2].removesuffix(".xml").lower()
    try:
        root = ElementTree.fromstring(text)
        element = root.find(f"metadata/{DELETED}")
        if root.tag != "domain" or element is None:
            raise ValueError("it does not say when it was deleted")
        if root.findtext("uuid", "").strip().lower() != uuid:
            raise ValueError("it is the definition of another VM")
        return DeletedVm(
            uuid,
            root.findtext("name", "") or uuid,
            float(element.get("at", "0")),
            element.get("resource", ""),
            int(element.get("priority", "0")),
            tuple(element.get("hosts", "").split()),
            tuple(element.get("autostart", "").split()),
            tuple(_disk(one) for one in element.iterfind(_DISK)),
            text,
            (host,),
        )
    except (ElementTree.ParseError, ValueError) as error:
        reason = f"{path} on {host} cannot be read: {error}."
        return DeletedVm(uuid, uuid, 0.0, xml=text, found_on=(host,), reason=reason)


def _disk(element: Element) -> DeletedDisk:
    return DeletedDisk(
        element.get("target", ""),
        element.get("group", ""),
        element.get("volume", ""),
        element.get("resting", ""),
        element.get("wwid", ""),
        element.get("serial", ""),
        int(element.get("number", "0")),
        element.get("device", ""),
        int(element.get("size", "0")),
        tuple(element.get("uuids", "").split()),
    )
