"""What may be said about templates: where an image comes from, and how it is described."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from xenadmin_gui.cli.grammar import add_noun, add_verb, count, size
from xenadmin_gui.domain.template import (
    BOOT_METHODS,
    CUSTOMISERS,
    FILESYSTEMS,
    FORMATS,
    KINDS,
    NETWORKS,
)

if TYPE_CHECKING:
    from xenadmin_gui.cli.grammar import Nouns, Parser


def add_template(nouns: Nouns) -> None:
    """``template``: the library that VMs are made from."""
    verbs = add_noun(nouns, "template", "the library of disks that VMs are made of")
    add_verb(verbs, "list", "list the templates")
    show = add_verb(verbs, "show", "show one template")
    show.add_argument("name", metavar="TEMPLATE")
    take = add_verb(verbs, "import", "make a template of an image that lies on a SAN server")
    take.add_argument("name", metavar="TEMPLATE", help="what it will be called")
    take.add_argument("path", metavar="PATH", help="of the image there: raw, qcow2, .zst, .xz, .gz")
    take.add_argument(
        "--server", metavar="SERVER", help="where it lies; else the active SAN server"
    )
    _add_image(take)
    send = add_verb(verbs, "upload", "send an image from this machine, and make a template of it")
    send.add_argument("name", metavar="TEMPLATE", help="what it will be called")
    send.add_argument("file", metavar="FILE", help="the image here: raw, qcow2, .zst, .xz, .gz")
    send.add_argument("--server", metavar="SERVER", help="where to; else the active SAN server")
    _add_image(send)
    pack = add_verb(verbs, "from-vm", "make a template of a VM's first disk")
    pack.add_argument("vm", metavar="VM", help="name or UUID; it has to be off")
    pack.add_argument("name", metavar="TEMPLATE", help="what it will be called")
    pack.add_argument(
        "--snapshot", action="store_true", help="read a snapshot of its volume; it may run"
    )
    _add_image(pack)
    for name, text in (
        ("copy", "bring a template to the SAN servers that lack it"),
        ("verify", "compare the images with their checksums on every server"),
        ("delete", "remove a template from every server; VMs made of it stay"),
    ):
        add_verb(verbs, name, text).add_argument("name", metavar="TEMPLATE")
    edit = add_verb(verbs, "edit", "describe a template anew")
    edit.add_argument("name", metavar="TEMPLATE")
    _add_description(edit)
    fetch = add_verb(verbs, "export", "fetch a template to this machine: description and image")
    fetch.add_argument("name", metavar="TEMPLATE")
    fetch.add_argument("--to", metavar="DIR", default=".", help="where to; a folder of its name")


def _add_image(parser: Parser) -> None:
    parser.add_argument("--format", choices=FORMATS, help="else told by the end of the file's name")
    if not parser.prog.endswith("from-vm"):
        parser.add_argument(
            "--sha256", metavar="SUM", default="", help="what its checksum has to be"
        )
    parser.add_argument(
        "--describe",
        metavar="FILE",
        help="a template.yaml, of an export or a sample, to begin with",
    )
    _add_description(parser)


def _add_description(parser: Parser) -> None:
    group = parser.add_argument_group("what is told of it")
    group.add_argument("--title", metavar="TEXT")
    group.add_argument("--os", metavar="WORD", help="such as debian")
    group.add_argument("--os-version", dest="version_text", metavar="WORD", help="such as 12")
    group.add_argument("--kind", choices=[kind.value for kind in KINDS])
    group.add_argument("--boot", choices=BOOT_METHODS, help="how its kernel is found")
    group.add_argument("--kernel", metavar="PATH", help="on the hosts; with --boot kernel")
    group.add_argument("--initrd", metavar="PATH", help="on the hosts; with --boot kernel")
    group.add_argument("--cmdline", metavar="TEXT", help="with --boot kernel")
    group.add_argument(
        "--partition", type=_partition, metavar="N", help="of the root; 0: there are none"
    )
    group.add_argument("--filesystem", choices=FILESYSTEMS)
    group.add_argument("--network", choices=NETWORKS, help="how it is told its network")
    group.add_argument("--customise", choices=CUSTOMISERS, help="how it is told who it is")
    group.add_argument("--user", dest="default_user", metavar="NAME", help="the account in it")
    group.add_argument("--min-vcpus", type=count, metavar="N")
    group.add_argument("--min-memory", dest="min_memory_bytes", type=size, metavar="SIZE")
    group.add_argument("--min-disk", dest="min_disk_bytes", type=size, metavar="SIZE")
    group.add_argument("--notes", metavar="TEXT")


def _partition(text: str) -> int:
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 4 else -1
    if not 0 <= value <= 128:
        raise argparse.ArgumentTypeError("a number from 0 to 128 is needed")
    return value
