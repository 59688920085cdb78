"""Numbers, times and states in the administrator's language: one wording for the whole window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from xenadmin_gui.domain.keys import Kind
from xenadmin_gui.domain.states import Health, HostState, VmKind, VmState

KIB = 1024
MIB = 1024**2
GIB = 1024**3
TIB = 1024**4

_MINUTE_S = 60
_HOUR_S = 3600
_DAY_S = 86400


def not_measured() -> str:
    """The word for a value that is None."""
    return QCoreApplication.translate("Wording", "unknown")


def number(value: float, decimals: int = 0) -> str:
    """Return ``value`` with the locale's decimal point and no group separators."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", decimals)


def percent(value: float | None) -> str:
    """Return ``41 %``; the word for unknown when it was not measured."""
    return not_measured() if value is None else f"{number(value)} %"


def size(amount_bytes: int | None) -> str:
    """Return an amount of memory or storage as the tools say it: MiB, GiB or TiB."""
    if amount_bytes is None:
        return not_measured()
    magnitude = abs(amount_bytes)
    for unit, word in ((TIB, "TiB"), (GIB, "GiB"), (MIB, "MiB"), (KIB, "KiB")):
        if magnitude >= unit:
            value = amount_bytes / unit
            whole = abs(value - round(value)) < 0.05 or abs(value) >= 100
            return f"{number(value, 0 if whole else 1)} {word}"
    return f"{amount_bytes} B"


def gib(amount_bytes: int | None, decimals: int = 1) -> str:
    """Return the bare number of GiB, for columns that carry the unit in their head."""
    return not_measured() if amount_bytes is None else number(amount_bytes / GIB, decimals)


def duration(seconds: float | None) -> str:
    """Return ``0.4 s``, ``12 s``, ``3 min 20 s``, ``2 h 5 min`` or ``12 days``."""
    if seconds is None:
        return not_measured()
    seconds = max(0.0, seconds)
    if seconds < 9.95:
        return f"{number(seconds, 1)} s"
    whole = round(seconds)
    if whole < _MINUTE_S:
        return f"{whole} s"
    if whole < _HOUR_S:
        minutes, rest = divmod(whole, _MINUTE_S)
        return f"{minutes} min {rest} s" if rest and minutes < 10 else f"{minutes} min"
    if whole < 2 * _DAY_S:
        hours, rest = divmod(whole, _HOUR_S)
        minutes = rest // _MINUTE_S
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    return QCoreApplication.translate("Wording", "%n day(s)", "", whole // _DAY_S)


def relative_time(then: float | None, now: float) -> str:
    """Say how long ago ``then`` was; both are clock seconds."""
    if then is None:
        return QCoreApplication.translate("Wording", "never")
    passed = now - then
    if passed < -_MINUTE_S:
        ahead = duration(-passed)
        return QCoreApplication.translate("Wording", "in {duration}").format(duration=ahead)
    if passed < 5:
        return QCoreApplication.translate("Wording", "just now")
    if passed < _MINUTE_S:
        seconds = int(passed) // 5 * 5
        return QCoreApplication.translate("Wording", "{count} s ago").format(count=seconds)
    if passed < _HOUR_S:
        minutes = int(passed // _MINUTE_S)
        return QCoreApplication.translate("Wording", "{count} min ago").format(count=minutes)
    if passed < _DAY_S:
        hours = int(passed // _HOUR_S)
        return QCoreApplication.translate("Wording", "{count} h ago").format(count=hours)
    return QCoreApplication.translate("Wording", "%n day(s) ago", "", int(passed // _DAY_S))


def absolute_time(then: float | None) -> str:
    """Return date and time with seconds, for tool tips and records."""
    if then is None:
        return QCoreApplication.translate("Wording", "never")
    moment = QDateTime.fromMSecsSinceEpoch(round(then * 1000))
    return QLocale().toString(moment, "ddd yyyy-MM-dd HH:mm:ss")


def clock_time(then: float) -> str:
    """Return hours, minutes and seconds, for logs of today."""
    return QDateTime.fromMSecsSinceEpoch(round(then * 1000)).toString("HH:mm:ss")


def health_word(health: Health) -> str:
    """Return the word that stands beside the sign."""
    tr = QCoreApplication.translate
    words = {
        Health.OK: tr("Wording", "ok"),
        Health.WORKING: tr("Wording", "working"),
        Health.DEGRADED: tr("Wording", "degraded"),
        Health.FAILED: tr("Wording", "failed"),
        Health.OFF: tr("Wording", "off"),
        Health.UNKNOWN: tr("Wording", "unknown"),
        Health.PAUSED: tr("Wording", "paused"),
        Health.MAINTENANCE: tr("Wording", "maintenance"),
    }
    return words[health]


def vm_state_word(state: VmState) -> str:
    """Return what a VM does, in one word."""
    tr = QCoreApplication.translate
    words = {
        VmState.RUNNING: tr("Wording", "running"),
        VmState.PAUSED: tr("Wording", "paused"),
        VmState.OFF: tr("Wording", "off"),
        VmState.CRASHED: tr("Wording", "crashed"),
        VmState.UNKNOWN: tr("Wording", "unknown"),
    }
    return words[state]


def vm_count(state: VmState, count: int) -> str:
    """Return how many VMs are in a state: ``13 running``."""
    if state is VmState.RUNNING:
        return QCoreApplication.translate("Wording", "%n running", "", count)
    return f"{count} {vm_state_word(state)}"


def host_state_word(state: HostState) -> str:
    """Return what is known of a machine, in one word."""
    tr = QCoreApplication.translate
    words = {
        HostState.CONNECTING: tr("Wording", "connecting"),
        HostState.UP: tr("Wording", "up"),
        HostState.DEGRADED: tr("Wording", "degraded"),
        HostState.UNREACHABLE: tr("Wording", "unreachable"),
        HostState.FENCED: tr("Wording", "fenced"),
        HostState.MAINTENANCE: tr("Wording", "maintenance"),
    }
    return words[state]


def vm_kind_word(kind: VmKind) -> str:
    """Return how a guest is virtualised, as the field writes it."""
    if kind is VmKind.UNKNOWN:
        return not_measured()
    return kind.value.upper()


def kind_word(kind: Kind) -> str:
    """Return the name of a kind of object, in the singular."""
    tr = QCoreApplication.translate
    words = {
        Kind.CLUSTER: tr("Wording", "Cluster"),
        Kind.HOST: tr("Wording", "Host"),
        Kind.SAN_SERVER: tr("Wording", "SAN server"),
        Kind.NETWORK: tr("Wording", "Network"),
        Kind.VM: tr("Wording", "VM"),
        Kind.REPLICA: tr("Wording", "Replica"),
        Kind.VOLUME_GROUP: tr("Wording", "Volume group"),
        Kind.VOLUME: tr("Wording", "Volume"),
        Kind.TARGET: tr("Wording", "Target"),
        Kind.LUN: tr("Wording", "LUN"),
        Kind.SESSION: tr("Wording", "Session"),
        Kind.MULTIPATH: tr("Wording", "Multipath device"),
        Kind.CLUSTER_IP: tr("Wording", "Cluster IP"),
        Kind.TEMPLATE: tr("Wording", "Template"),
        Kind.RESOURCE: tr("Wording", "Resource"),
    }
    return words[kind]


def path_word(state: str) -> str:
    """Return what multipath's checker says of a path, in the window's language."""
    tr = QCoreApplication.translate
    words = {
        "ready": tr("Wording", "ready"),
        "ghost": tr("Wording", "standby"),
        "faulty": tr("Wording", "faulty"),
        "shaky": tr("Wording", "shaky"),
    }
    return words.get(state, state)


def listing(names: list[str], at_most: int = 4, *, count: int | None = None) -> str:
    """Return ``a, b and c``; beyond ``at_most`` names the rest becomes a number.

    Args:
        count: How many there are, where ``names`` are only the first of them.
    """
    tr = QCoreApplication.translate
    count = len(names) if count is None else count
    if count > at_most:
        shown = ", ".join(names[: at_most - 1])
        more = tr("Wording", "%n more", "", count - at_most + 1)
        return tr("Wording", "{names} and {last}").format(names=shown, last=more)
    if len(names) < 2:
        return "".join(names)
    return tr("Wording", "{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
