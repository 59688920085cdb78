"""A definition is patched, never written anew."""

from __future__ import annotations

import itertools
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from xenadmin_gui.domain.errors import PreconditionError
from xenadmin_gui.operations.vmedit.definition import Definition, Nic

CAPTURES = Path(__file__).parents[1] / "captures"
PVH = (CAPTURES / "shared-lab/virsh-dumpxml-pvh.xml").read_text()
ODD = """<domain type='xen' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <!-- kept for the auditor -->
  <name>web1</name>
  <uuid>11111111-2222-3333-4444-0000000000a2</uuid>
  <metadata><x:y xmlns:x='urn:x' a='1'/></metadata>
  <memory unit='KiB'>131072</memory>
  <vcpu placement='static' current='1'>2</vcpu>
  <devices>
    <disk type='block' device='disk'>
      <source dev='/dev/mapper/a'/>
      <target dev='xvda' bus='xen'/>
      <shareable/>
    </disk>
    <strange setting='of the future'/>
  </devices>
</domain>
"""


def canonical(text: str) -> str:
    return ET.canonicalize(text, strip_text=True)


def test_nothing_changed_is_the_same_text_but_for_quotes() -> None:
    assert canonical(Definition(ODD).text) == canonical(ODD)
    assert "kept for the auditor" in Definition(ODD).text


def test_processors_and_memory_are_set_and_the_rest_survives() -> None:
    definition = Definition(ODD)
    definition.set_vcpus(4)
    definition.set_memory(512 * 1024**2)
    wanted = ODD.replace(" current='1'>2<", ">4<").replace(">131072<", ">524288<")
    assert canonical(definition.text) == canonical(wanted)


def test_memory_of_a_dumped_definition_is_set_in_both_places() -> None:
    definition = Definition(PVH)
    definition.set_memory(256 * 1024**2)
    root = ET.fromstring(definition.text)
    assert [root.findtext(t) for t in ("memory", "currentMemory")] == ["262144", "262144"]


def test_a_title_comes_and_goes() -> None:
    definition = Definition(ODD)
    definition.set_title("The shop's front & back")
    definition.set_description("Line 1\nLine 2")
    tags = [child.tag for child in ET.fromstring(definition.text)]
    assert tags[:4] == ["name", "uuid", "title", "description"]
    definition.set_title("")
    definition.set_description("")
    assert canonical(definition.text) == canonical(ODD)


def test_a_disk_is_added_behind_the_last_and_taken_away_again() -> None:
    definition = Definition(ODD)
    definition.add_disk("/dev/mapper/b", "xvdb", bus="xen")
    assert list(definition.disks()) == ["xvda", "xvdb"]
    devices = ET.fromstring(definition.text).find("devices")
    assert devices is not None
    assert [child.tag for child in devices] == ["disk", "disk", "strange"]
    definition.remove_disk("xvdb")
    definition.remove_disk("xvdz")
    assert canonical(definition.text) == canonical(ODD)


def test_a_network_card_is_added_and_taken_away_again() -> None:
    definition = Definition(PVH)
    definition.add_nic(Nic("00:16:3e:00:00:99", "xenbr1"))
    assert "00:16:3e:00:00:99" in definition.text
    definition.remove_nic("00:16:3E:00:00:99")
    assert canonical(definition.text) == canonical(PVH)


def test_a_clone_gets_a_name_an_identity_and_addresses_of_its_own() -> None:
    definition = Definition(PVH)
    numbers = itertools.count(1)
    definition.set_name("it's <two>")
    definition.set_uuid("11111111-2222-3333-4444-0000000000ff")
    definition.replace_macs(lambda: f"00:16:3e:aa:00:{next(numbers):02x}")
    again = Definition(definition.text)
    assert (again.name, again.uuid) == ("it's <two>", "11111111-2222-3333-4444-0000000000ff")
    assert "00:16:3e:aa:00:01" in definition.text
    assert "00:16:3e:00:00:62" not in definition.text


@pytest.mark.parametrize("text", ["", "<domain", "<network/>", "<domain/>", "no XML at all"])
def test_what_is_no_definition_is_refused(text: str) -> None:
    with pytest.raises(PreconditionError) as refused:
        Definition(text)
    assert refused.value.code == "bad-definition"
    assert refused.value.next_step
