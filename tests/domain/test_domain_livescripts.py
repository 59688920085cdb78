"""What a running VM has, asked of a real virsh (libvirt's test driver)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from xenadmin_gui.domain import livescripts

DOMAIN = """<node><domain type='test'><name>odd name</name>
  <uuid>11111111-2222-3333-4444-0000000000a2</uuid>
  <memory unit='KiB'>131072</memory><vcpu>2</vcpu><os><type>hvm</type></os>
  <devices>
    <disk type='file' device='cdrom'><source file="/srv/it's a CD.iso"/>
      <target dev='hdc' bus='ide'/></disk>
    <disk type='file' device='cdrom'><target dev='hdd' bus='ide'/></disk>
  </devices></domain></node>
"""


@pytest.fixture(scope="module")
def uri(tmp_path_factory: pytest.TempPathFactory) -> str:
    if shutil.which("virsh") is None:
        pytest.skip("virsh is not installed")
    file: Path = tmp_path_factory.mktemp("libvirt") / "node.xml"
    file.write_text(DOMAIN)
    return f"test://{file}"


@pytest.mark.parametrize(
    ("drive", "source", "status"),
    [
        ("hdc", "/srv/it's a CD.iso", 0),
        ("hdc", "", 1),
        ("hdd", "", 0),
        ("hdd", "/srv/it's a CD.iso", 1),
        ("sdz", "", 1),
    ],
)
def test_a_drive_holds_what_virsh_says(uri: str, drive: str, source: str, status: int) -> None:
    asked = livescripts.has_media(uri, "odd name", drive, source)
    assert subprocess.run(asked.argv, check=False).returncode == status


def test_a_domain_that_virsh_does_not_know_is_neither(uri: str) -> None:
    asked = livescripts.has_media(uri, "nobody", "hdc", "")
    assert subprocess.run(asked.argv, check=False, capture_output=True).returncode == 2
