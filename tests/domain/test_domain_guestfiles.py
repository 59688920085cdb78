"""The script that tells a guest who it is, run for real on trees of files."""

from __future__ import annotations

import configparser
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.guest import GuestNic, GuestSettings
from xenadmin_gui.domain.guestfiles import GuestDisk, guest_work
from xenadmin_gui.domain.guestscripts import script_text
from xenadmin_gui.domain.secretfiles import FOLDER, forget_secret, has_secret, keep_secret

UUID = "12345678-1111-4000-8000-123456789abc"
HASH = "$6$saltsalt$abc/DEF.ghi&1"
SECRET = f"{FOLDER}/{UUID}.password"
KEY = 'ssh-ed25519 AAAAC3Nz me@here # it\'s "mine" $HOME `id`'
STATIC = GuestNic("br0", "00:16:3e:00:00:01", "10.0.0.5/24", "10.0.0.1", ("10.0.0.2", "10.0.0.3"))
DHCP = GuestNic("br1", "00:16:3e:00:00:02")
SIX = GuestNic("br0", "00:16:3e:00:00:03", "2001:db8::5/64", "2001:db8::1")
SETTINGS = GuestSettings("web1.example.org", "admin", (KEY,), HASH, "Europe/Berlin")
KINDS = ("ifupdown", "netplan", "networkmanager", "networkd", "wicked")

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A small guest."""
    root = tmp_path / "guest"
    files = {
        "etc/passwd": "root:x:0:0:root:/root:/bin/bash\nold:x:1000:1000::/home/old:/bin/sh\n",
        "etc/shadow": "root:*:19000:0:99999:7:::\nold:!:19000:0:99999:7:::\n",
        "etc/group": "root:x:0:\nsudo:x:27:old\nold:x:1000:\n",
        "etc/hosts": "127.0.0.1 localhost\n127.0.1.1 template\n::1 localhost\n",
        "etc/hostname": "template\n",
        "etc/machine-id": "0123456789abcdef0123456789abcdef\n",
        "etc/network/interfaces": "auto eth0\niface eth0 inet dhcp\n",
        "etc/netplan/50-cloud-init.yaml": "network: {version: 2}\n",
        "etc/sysconfig/network/config": 'A="1"\nNETCONFIG_DNS_STATIC_SERVERS=""\nB="2"\n',
        "etc/sysconfig/network/ifcfg-eth0": "BOOTPROTO='dhcp'\n",
        "etc/ssh/ssh_host_rsa_key": "the template's\n",
        "etc/ssh/sshd_config": "Port 22\n",
        "etc/cloud/cloud-init.disabled": "",
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (root / "etc/shadow").chmod(0o640)
    return root


@pytest.fixture
def run(tree: Path) -> Run:
    """Do work in the guest, with the hash of a password at hand."""
    memory = tree.parent / "run"
    keep = keep_secret(SECRET, HASH)
    words = [word.replace(FOLDER, str(memory)) for word in keep.argv]
    subprocess.run(words, input=keep.stdin, text=True, check=True)

    def call(*work: str) -> subprocess.CompletedProcess[str]:
        told = [word.replace(FOLDER, str(memory)) for word in work]
        words = ["bash", "-c", script_text(), "customise", "tree", str(tree), *told]
        return subprocess.run(words, capture_output=True, text=True, check=False)

    return call


def customised(run: Run, network: str, *nics: GuestNic, settings: GuestSettings = SETTINGS) -> None:
    disk = GuestDisk(network=network, customise="files")
    done = run(*guest_work(disk, settings, nics, UUID))
    assert done.returncode == 0, done.stderr


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_guest_gets_its_name_its_account_and_an_identity_of_its_own(tree: Path, run: Run) -> None:
    customised(run, "none")
    assert (tree / "etc/hostname").read_text() == "web1.example.org\n"
    hosts = (tree / "etc/hosts").read_text().splitlines()
    assert hosts == ["127.0.0.1 localhost", "127.0.1.1\tweb1.example.org web1", "::1 localhost"]
    assert (tree / "etc/machine-id").read_text() == ""
    assert (tree / "etc/ssh/ssh_host_ed25519_key").exists()
    assert not (tree / "etc/ssh/ssh_host_rsa_key").exists()
    assert os.readlink(tree / "etc/localtime") == "../usr/share/zoneinfo/Europe/Berlin"
    assert "admin:x:1001:1001::/home/admin:/bin/bash" in (tree / "etc/passwd").read_text()
    assert "sudo:x:27:old,admin\n" in (tree / "etc/group").read_text()
    keys = tree / "home/admin/.ssh/authorized_keys"
    assert (keys.read_text(), mode(keys), mode(keys.parent)) == (f"{KEY}\n", 0o600, 0o700)
    shadow = (tree / "etc/shadow").read_text()
    assert f"admin:{HASH}::0:99999:7:::" in shadow
    assert "root:*:19000:0:99999:7:::" in shadow
    assert mode(tree / "etc/shadow") == 0o640


def test_an_account_that_is_there_is_not_made_again(tree: Path, run: Run) -> None:
    settings = GuestSettings("web1", "old", (KEY,), HASH)
    customised(run, "none", settings=settings)
    customised(run, "none", settings=settings)
    assert (tree / "etc/passwd").read_text().count("old:x:") == 1
    assert (tree / "home/old/.ssh/authorized_keys").read_text() == f"{KEY}\n"
    assert f"old:{HASH}:19000" in (tree / "etc/shadow").read_text()


def test_ifupdown(tree: Path, run: Run) -> None:
    customised(run, "ifupdown", STATIC, DHCP)
    text = (tree / "etc/network/interfaces").read_text()
    assert "iface eth0 inet static\n    address 10.0.0.5/24\n    gateway 10.0.0.1\n" in text
    assert "auto eth1\niface eth1 inet dhcp\n" in text
    assert (tree / "etc/network/interfaces.orig").exists()
    link = (tree / "etc/systemd/network/10-xenadmin-eth1.link").read_text()
    assert "MACAddress=00:16:3e:00:00:02" in link
    assert "Name=eth1" in link
    resolver = (tree / "etc/resolv.conf").read_text()
    assert resolver == "nameserver 10.0.0.2\nnameserver 10.0.0.3\n"


def test_netplan(tree: Path, run: Run) -> None:
    customised(run, "netplan", STATIC, SIX)
    path = tree / "etc/netplan/60-xenadmin.yaml"
    cards = yaml.safe_load(path.read_text())["network"]["ethernets"]
    assert mode(path) == 0o600
    assert cards["eth0"]["match"] == {"macaddress": STATIC.mac}
    assert cards["eth0"]["routes"] == [{"to": "0.0.0.0/0", "via": "10.0.0.1"}]
    assert cards["eth1"]["routes"] == [{"to": "::/0", "via": "2001:db8::1"}]
    assert [p.name for p in path.parent.glob("*.yaml")] == ["60-xenadmin.yaml"]


def test_networkmanager(tree: Path, run: Run) -> None:
    customised(run, "networkmanager", STATIC, DHCP, SIX)
    folder = tree / "etc/NetworkManager/system-connections"
    found = {}
    for path in folder.iterdir():
        assert mode(path) == 0o600
        found[path.name] = configparser.ConfigParser()
        found[path.name].read_string(path.read_text())
    one, two, six = (found[f"xenadmin-{n}.nmconnection"] for n in range(3))
    assert one["ipv4"]["address1"] == "10.0.0.5/24,10.0.0.1"
    assert one["ethernet"]["mac-address"] == "00:16:3E:00:00:01"
    assert two["ipv4"]["method"] == "auto"
    assert (six["ipv4"]["method"], six["ipv6"]["method"]) == ("disabled", "manual")


def test_networkd(tree: Path, run: Run) -> None:
    customised(run, "networkd", STATIC, DHCP)
    first = (tree / "etc/systemd/network/05-xenadmin-0.network").read_text()
    assert "Address=10.0.0.5/24\nGateway=10.0.0.1\nDNS=10.0.0.2\nDNS=10.0.0.3\n" in first
    assert "DHCP=yes" in (tree / "etc/systemd/network/05-xenadmin-1.network").read_text()


def test_wicked(tree: Path, run: Run) -> None:
    customised(run, "wicked", STATIC)
    folder = tree / "etc/sysconfig/network"
    assert "IPADDR='10.0.0.5/24'" in (folder / "ifcfg-eth0").read_text()
    assert (folder / "ifroute-eth0").read_text() == "default 10.0.0.1 - eth0\n"
    config = (folder / "config").read_text()
    assert config == 'A="1"\nNETCONFIG_DNS_STATIC_SERVERS="10.0.0.2 10.0.0.3"\nB="2"\n'
    assert (folder / "ifcfg-eth0.orig").exists()


def test_cloud_init(tree: Path, run: Run) -> None:
    script = "#!/bin/sh\necho 'hello' \"$1\" ${2}\n"
    settings = GuestSettings(
        "web1.example.org", "", (KEY,), HASH, "Europe/Berlin", ("nginx",), script
    )
    disk = GuestDisk(customise="cloud-init", network="netplan", user="debian")
    done = run(*guest_work(disk, settings, (STATIC, DHCP), UUID))
    assert done.returncode == 0, done.stderr
    seed = tree / "var/lib/cloud/seed/nocloud"
    meta = yaml.safe_load((seed / "meta-data").read_text())
    assert meta == {"instance-id": UUID, "local-hostname": "web1.example.org"}
    text = (seed / "user-data").read_text()
    assert text.startswith("#cloud-config\n")
    data = yaml.safe_load(text)
    assert data["users"][1]["name"] == "debian"
    assert data["users"][1]["ssh_authorized_keys"] == [KEY]
    assert data["chpasswd"]["list"] == f"debian:{HASH}\n"
    assert data["packages"] == ["nginx"]
    assert data["write_files"][0]["content"] == script
    network = yaml.safe_load((seed / "network-config").read_text())
    assert [card["mac_address"] for card in network["config"]] == [STATIC.mac, DHCP.mac]
    assert network["config"][0]["subnets"][0]["gateway"] == "10.0.0.1"
    assert not (tree / "etc/cloud/cloud-init.disabled").exists()
    assert (tree / "etc/hostname").read_text() == "template\n"


def test_the_work_does_not_hold_the_hash() -> None:
    for how in ("files", "cloud-init"):
        disk = GuestDisk(customise=how, network="none")
        assert "$6$" not in " ".join(guest_work(disk, SETTINGS, (STATIC,), UUID))


def test_a_secret_is_for_root_alone_and_goes(tmp_path: Path) -> None:
    def run(command: Command) -> int:
        words = [word.replace(FOLDER, str(tmp_path / "run")) for word in command.argv]
        return subprocess.run(words, input=command.stdin, text=True, check=False).returncode

    path = tmp_path / "run" / Path(SECRET).name
    assert run(has_secret(SECRET)) != 0
    assert run(keep_secret(SECRET, "")) != 0
    assert (run(keep_secret(SECRET, HASH)), run(has_secret(SECRET))) == (0, 0)
    assert path.read_text() == HASH
    assert (mode(path), mode(path.parent)) == (0o600, 0o700)
    assert HASH not in " ".join(keep_secret(SECRET, HASH).argv)
    assert run(forget_secret(SECRET)) == 0
    assert list(path.parent.iterdir()) == []


def test_what_runs_at_the_first_start(tree: Path, run: Run) -> None:
    script = "#!/bin/sh\nprintf '%s\\n' \"$(date)\" ${HOME}\n"
    customised(run, "none", settings=GuestSettings("web1", first_boot=script))
    path = tree / "var/lib/xenadmin/first-boot"
    assert (path.read_text(), mode(path)) == (script, 0o700)
    wanted = tree / "etc/systemd/system/multi-user.target.wants/xenadmin-first-boot.service"
    assert "ExecStart=/var/lib/xenadmin/first-boot\n" in wanted.read_text()


def test_selinux_labels_are_made_anew_where_they_are_enforced(tree: Path, run: Run) -> None:
    customised(run, "none")
    assert not (tree / ".autorelabel").exists()
    (tree / "etc/selinux").mkdir()
    (tree / "etc/selinux/config").write_text("SELINUX=enforcing\n")
    customised(run, "none")
    assert (tree / ".autorelabel").exists()


@pytest.mark.parametrize(
    "text", ["", "a\n\n", "no end", 'it\'s "$HOME" `id` \\n %s', "ä\t\x01", "-n"]
)
def test_a_text_arrives_as_it_is(tree: Path, run: Run, text: str) -> None:
    assert run("write", "/etc/odd name/file", "0644", text).returncode == 0
    assert (tree / "etc/odd name/file").read_text() == text


@pytest.mark.parametrize(
    ("link", "target", "work"),
    [
        ("etc/cloud", "{out}", ("write", "/etc/cloud/x", "0644", "bad")),
        ("etc/cloud", "../../out", ("write", "/etc/cloud/x", "0644", "bad")),
        ("etc/cloud", "/etc", ("write", "/etc/cloud/x", "0644", "bad")),
        ("etc/cloud", "{out}", ("remove", "/etc/cloud", "*")),
        ("etc/cloud", "{out}", ("aside", "/etc/cloud", "*")),
        ("etc/cloud", "{out}", ("link", "/etc/cloud/x", "y")),
        ("etc/passwd", "{out}/secret", ("user", "new")),
        ("etc/passwd", "/etc/passwd", ("keys", "root", KEY)),
        ("etc/shadow", "{out}/secret", ("password", "root", SECRET)),
        ("etc/cloud", "{out}", ("fill", "/etc/cloud/secret", SECRET)),
        ("etc/hosts", "{out}/secret", ("hosts", "web1")),
        ("root", "{out}", ("keys", "root", KEY)),
        ("home", "{out}", ("user", "new")),
        ("etc/ssh", "{out}", ("hostkeys",)),
    ],
)
def test_a_link_that_leads_out_of_the_guest_is_refused(
    tree: Path, run: Run, link: str, target: str, work: tuple[str, ...]
) -> None:
    out = tree.parent / "out"
    out.mkdir()
    (out / "secret").write_text("root:x:0:0::/root:/bin/sh\n")
    place = tree / link
    if place.is_dir():
        place.rename(tree / "moved")
    else:
        place.unlink(missing_ok=True)
    place.symlink_to(target.format(out=out))
    done = run(*work)
    assert done.returncode == 1
    assert "link" in done.stderr
    assert [p.name for p in out.iterdir()] == ["secret"]
    assert (out / "secret").read_text() == "root:x:0:0::/root:/bin/sh\n"


@pytest.mark.parametrize("name", ["hosts", "hosts.xenadmin-new"])
def test_a_link_in_the_way_of_a_file_is_replaced_not_followed(
    tree: Path, run: Run, name: str
) -> None:
    out = tree.parent / "secret"
    out.write_text("mine\n")
    (tree / "etc" / name).unlink(missing_ok=True)
    (tree / "etc" / name).symlink_to(out)
    work = ("write", "/etc/hosts", "0644", "new") if name == "hosts" else ("hosts", "web1")
    assert run(*work).returncode == 0
    assert out.read_text() == "mine\n"
    assert not (tree / "etc/hosts").is_symlink()


@pytest.mark.parametrize(
    ("work", "status", "said"),
    [
        (("write", "/etc/../../x", "0644", ""), 1, "no path"),
        (("write", "/etc/", "0644", ""), 1, "no path"),
        (("write", "/etc", "0644", ""), 1, "is a folder"),
        (("keys", "nobody-here", KEY), 1, "no account"),
        (("password", "nobody-here", SECRET), 1, "no account"),
        (("password", "root", f"{FOLDER}/none"), 1, "holds no secret"),
        (("fill", "/etc/hosts", f"{FOLDER}/none"), 1, "holds no secret"),
        (("user", "-rf"), 1, "no name"),
        (("hosts", "a b"), 1, "no name"),
        (("dance",), 2, "unknown work"),
        (("write", "/etc/x"), 2, "lacks words"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Run, work: tuple[str, ...], status: int, said: str
) -> None:
    done = run(*work)
    assert done.returncode == status
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_account_with_an_odd_home_or_number_is_refused(tree: Path, run: Run) -> None:
    path = tree / "etc/passwd"
    path.write_text("a:x:0:0::/../../../etc:/bin/sh\nb:x:--help:0::/home/b:/bin/sh\n")
    assert run("keys", "a", KEY).returncode == 1
    assert run("keys", "b", KEY).returncode == 1


def test_work_can_be_done_again(tree: Path, run: Run) -> None:
    for kind in KINDS:
        customised(run, kind, STATIC, DHCP)
        before = {p: p.read_bytes() for p in tree.rglob("*") if p.is_file() and "ssh" not in str(p)}
        customised(run, kind, STATIC, DHCP)
        after = {p: p.read_bytes() for p in tree.rglob("*") if p.is_file() and "ssh" not in str(p)}
        assert {p.name: after[p] for p in before if not p.name.endswith(".orig")} == {
            p.name: before[p] for p in before if not p.name.endswith(".orig")
        }


def test_json_is_what_yaml_reads() -> None:
    disk = GuestDisk(customise="cloud-init")
    odd = GuestSettings("web1", ssh_keys=("ä: {[\u2028'\"",), first_boot="#!/bin/sh\n\t: \x7f\n")
    words = guest_work(disk, odd, (), UUID)
    text = next(word for word in words if word.startswith("#cloud-config"))
    assert yaml.safe_load(text) == json.loads(text.partition("\n")[2])
