"""A resource leaves Pacemaker's configuration while what it stands for goes on running.

Pacemaker stops what it takes for an orphan: a resource that it once ran and that is configured no
more. So it is told to leave the resource alone and to spare orphans, then the resource goes, then
what is remembered of it on each member (else it would come back with the next election), and then
orphans are stopped again. Pacemaker Explained, "Cluster Options": stop-orphan-resources.

That setting is one for the whole cluster, so each resource that needs it leaves a mark beside it,
whose value is what the setting was before; only what finds no mark any more sets it back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.pacemaker import ORPHANS, SPARES, UNSET
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import AllOf, Condition, VmProtected
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.layout import SanLayout
from xenadmin_gui.operations.san.steps import StepRow, told
from xenadmin_gui.operations.sancondition import CibHas, HostSays
from xenadmin_gui.operations.vminstall.unprotecting import Unprotecting

_SETTING_S = 120.0
_NO_SUCH = 105


@dataclass(frozen=True, slots=True)
class LettingGo:
    """What Pacemaker is told about the resource of one VM."""

    layout: SanLayout
    vm: Vm
    resource: str

    def leave(
        self, row: StepRow, leaving: Unprotecting, *, runs: bool, only_if: tuple[Condition, ...]
    ) -> None:
        """Add the steps that take the resource out; one that is off needs no care."""
        out = told(
            self.layout,
            f"Take {self.resource} out of Pacemaker's configuration",
            leaving.patch_out().command(),
            AllOf((CibHas(self.resource, present=False), VmProtected(self.vm.uuid))),
            *only_if,
            accepted_when=CibHas(self.resource, present=False),
            timeout_s=_SETTING_S,
        )
        back = told(
            self.layout,
            f"Put {self.resource} back into Pacemaker's configuration",
            leaving.patch_back().command(),
            CibHas(self.resource, present=True),
            CibHas(self.resource, present=False),
            timeout_s=_SETTING_S,
        )
        if not runs:
            row.add(out, undo=(back,))
            return
        row.add(self.unmanage(*only_if), undo=(self.manage(leaving),))
        if self.spared_by_hand:
            row.add(out, undo=(back,))
            row.add(self.forget_history())
            return
        first, *rest = self.spare_orphans()
        row.add(first, undo=self.stop_orphans())
        for action in rest:
            row.add(action)
        row.add(replace(out, only_if=AllOf((out.only_if, self._are_spared))), undo=(back,))
        row.add(self.forget_history())
        for action in self.stop_orphans():
            row.add(action)

    @property
    def set_by_hand(self) -> str:
        """What somebody had the configuration say of orphans; empty when it said nothing."""
        pairs = self._options()
        marked = next((p for p in pairs if p.get("name", "").startswith(SPARES)), None)
        if marked is not None:
            return marked.get("value", "").removeprefix(UNSET)
        return next((p.get("value", "") for p in pairs if p.get("name") == ORPHANS), "")

    def _options(self) -> list[Element]:
        configuration = self.layout.configuration
        if configuration is None:
            return []
        return list(configuration.iterfind("crm_config/cluster_property_set/nvpair"))

    @property
    def spared_by_hand(self) -> bool:
        """Whether somebody had Pacemaker spare orphans for good: that stays."""
        return self.set_by_hand.lower() in _NO

    def unmanage(self, *only_if: Condition) -> Action:
        """Have Pacemaker neither start nor stop it."""
        return told(
            self.layout,
            f"Have Pacemaker leave {self.vm.name} alone",
            _meta(self.resource, "is-managed", "false"),
            self._option("nvpair", "is-managed", "false"),
            *only_if,
            timeout_s=_SETTING_S,
        )

    def manage(self, leaving: Unprotecting) -> Action:
        """Have Pacemaker look after it as it was configured to."""
        words = ("crm_resource", "--resource", self.resource, "--meta")
        return told(
            self.layout,
            f"Have Pacemaker look after {self.vm.name} again",
            Command((*words, "--delete-parameter", "is-managed")),
            HostSays(self._member, self._query("nvpair", "is-managed"), status=_NO_SUCH),
            CibHas(leaving.resource, present=True),
            timeout_s=_SETTING_S,
        )

    def spare_orphans(self) -> tuple[Action, ...]:
        """Have Pacemaker not stop what it finds running and knows no more."""
        before = self.set_by_hand or UNSET
        mark = told(
            self.layout,
            f"Write down that {self.vm.name} needs Pacemaker to spare what it does not know",
            Command(("crm_attribute", "--name", self._mark, "--update", before)),
            HostSays(self._member, (*_XPATH, self._marked)),
            timeout_s=_SETTING_S,
            if_left=(
                f"The mark {self._mark} stays among Pacemaker's options, and {ORPHANS} may stay "
                "false: the cluster's page says how to end that."
            ),
        )
        spare = told(
            self.layout,
            "Have Pacemaker spare what it does not know, for a moment",
            Command(("crm_attribute", "--name", ORPHANS, "--update", "false")),
            self._are_spared,
            timeout_s=_SETTING_S,
            if_left=f"Pacemaker stops no resources that are configured no more ({ORPHANS}).",
        )
        return mark, spare

    def stop_orphans(self) -> tuple[Action, ...]:
        """End ``spare_orphans``: what somebody had set is set again, once nothing needs it."""
        unmark = told(
            self.layout,
            f"Write down that {self.vm.name} needs that no more",
            Command(("crm_attribute", "--name", self._mark, "--delete")),
            HostSays(self._member, (*_XPATH, self._marked), status=_NO_SUCH),
            timeout_s=_SETTING_S,
        )
        stop = told(
            self.layout,
            "Have Pacemaker stop what it does not know, as before, unless another VM needs it so",
            Command(("cibadmin", *self._set_back(), "--xpath", _NEEDLESS)),
            HostSays(self._member, (*_XPATH, _NEEDLESS), status=_NO_SUCH),
            timeout_s=_SETTING_S,
        )
        return unmark, stop

    def _set_back(self) -> tuple[str, ...]:
        """How the setting becomes what it was; the server changes it in one moment, or not."""
        pair = next((p for p in self._options() if p.get("name") == ORPHANS), None)
        if pair is None or not self.set_by_hand:
            return ("--delete",)
        wanted = Element("nvpair", id=pair.get("id", ""), value=self.set_by_hand)
        return ("--modify", "--xml-text", ElementTree.tostring(wanted, encoding="unicode"))

    def forget_history(self) -> Action:
        """Have every member forget that it ran the resource."""
        return told(
            self.layout,
            f"Have every member of Pacemaker forget {self.resource}",
            Command(("crm_resource", "--refresh", "--resource", self.resource, "--force")),
            HostSays(self._member, (*_XPATH, self._history), status=_NO_SUCH),
            CibHas(self.resource, present=False),
            timeout_s=_SETTING_S,
        )

    @property
    def _are_spared(self) -> Condition:
        said = "Pacemaker would stop what it does not know."
        needed = f"{_OPTIONS}[@name='{ORPHANS}' and @value='false' and {self._marked}]"
        return HostSays(self._member, (*_XPATH, needed), 0, said)

    @property
    def _mark(self) -> str:
        return f"{SPARES}{self.resource}"

    @property
    def _marked(self) -> str:
        return f"{_OPTIONS}[@name='{self._mark}']"

    @property
    def _member(self) -> str:
        return self.layout.members_up[0]

    @property
    def _history(self) -> str:
        return f"//lrm_resource[@id='{self.resource}']"

    def _query(self, tag: str, name: str, value: str = "") -> tuple[str, ...]:
        wanted = f" and @value='{value}'" if value else ""
        path = f"//primitive[@id='{self.resource}']/meta_attributes/{tag}[@name='{name}'{wanted}]"
        return (*_XPATH, path)

    def _option(self, tag: str, name: str, value: str) -> HostSays:
        return HostSays(self._member, self._query(tag, name, value))


_XPATH = ("cibadmin", "--query", "--xpath")
#: How Pacemaker writes no (crm_str_to_boolean), in lower case.
_NO = ("false", "off", "no", "n", "0")
_OPTIONS = "//cluster_property_set/nvpair"
#: The setting, while it spares orphans and nothing needs that.
_NEEDLESS = (
    f"{_OPTIONS}[@name='{ORPHANS}' and @value='false' and "
    f"not(//cluster_property_set/nvpair[starts-with(@name,'{SPARES}')])]"
)


def _meta(resource: str, name: str, value: str) -> Command:
    setting = ("--set-parameter", name, "--parameter-value", value)
    return Command(("crm_resource", "--resource", resource, "--meta", *setting))
