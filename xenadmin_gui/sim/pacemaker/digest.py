"""The fingerprint by which Pacemaker 2.1 notices that a resource's parameters have changed."""

from __future__ import annotations

import hashlib
from xml.sax.saxutils import escape

_NOT_COUNTED = frozenset(
    ("id", "crm_feature_set", "op-digest", "on_node", "on_node_uuid", "pcmk_external_ip")
)


def digest(parameters: dict[str, str]) -> str:
    """Return the MD5 of an operation's parameters as ``lrm_rsc_op`` keeps it (``op-digest``).

    Args:
        parameters: The attributes of an action in a transition graph: the resource's parameters
            and ``CRM_meta_…``, of which only the time-out of a recurring operation counts.
    """
    counted = {
        name: value
        for name, value in parameters.items()
        if name not in _NOT_COUNTED and not name.startswith("CRM_meta_")
    }
    timeout = parameters.get("CRM_meta_timeout")
    if int(parameters.get("CRM_meta_interval", "0")) > 0 and timeout:
        counted["CRM_meta_timeout"] = timeout
    pairs = "".join(f' {name}="{_quoted(counted[name])}"' for name in sorted(counted))
    text = f" <parameters{pairs}/>\n"
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def _quoted(value: str) -> str:
    return escape(value, {'"': "&quot;"})
