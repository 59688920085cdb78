"""Tags of VMs: words that an administrator finds them by, kept in the definition's metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

#: libvirt keeps but one element a namespace: tags have one of their own.
NAMESPACE, PREFIX = "urn:xenadmin:tags", "tags"
#: The element; its text are the tags with blanks between.
TAGS = f"{{{NAMESPACE}}}tags"
MOST_CHARS = 63
_TAG = re.compile(rf"\w[\w.+/=:-]{{0,{MOST_CHARS - 1}}}")
ElementTree.register_namespace(PREFIX, NAMESPACE)


def is_tag(word: str) -> bool:
    """Whether it can be a tag: letters, digits and ``._+/=:-``, a letter or digit first."""
    return _TAG.fullmatch(word) is not None


def as_tags(words: Iterable[str]) -> tuple[str, ...]:
    """Return tags as they are kept: in lower case, in order, each once."""
    return tuple(sorted({word.lower() for word in words}))


def read_tags(domain: Element) -> tuple[str, ...]:
    """Return the tags that a definition says; what cannot be one is left out."""
    return as_tags(filter(is_tag, domain.findtext(f"metadata/{TAGS}", "").split()))


def tags_element(tags: Iterable[str]) -> Element:
    """Return what is written into the metadata."""
    element = Element(TAGS)
    element.text = " ".join(tags)
    return element
