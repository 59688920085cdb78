"""A resource leaves Pacemaker's configuration while what it stands for goes on running.

Pacemaker stops what it takes for an orphan: a resource that it once ran and that is configured no
more. So it is told to leave the resource alone and to spare orphans, then the resource goes, then
what is remembered of it on each member (else it would come back with the next election), and then
orphans are stopped again. Pacemaker Explained, "Cluster Options": stop-orphan-resources.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from xenadmin_gui.domain.command import Command
from xenadmin_gui.domain.vm import Vm
from xenadmin_gui.operations.condition import AllOf, Condition, VmProtected
from xenadmin_gui.operations.plan import Action
from xenadmin_gui.operations.san.layout import SanLayout
from xenadmin_gui.operations.san.steps import StepRow, told
from xenadmin_gui.operations.sancondition import CibHas, HostSays
from xenadmin_gui.operations.vminstall.protectsteps import Unprotecting

_SETTING_S = 120.0
_NO_SUCH = 105
ORPHANS = "stop-orphan-resources"


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
        row.add(self.spare_orphans(), undo=(self.stop_orphans(),))
        row.add(replace(out, only_if=AllOf((out.only_if, self._are_spared))), undo=(back,))
        row.add(self.forget_history())
        row.add(self.stop_orphans())

    @property
    def set_by_hand(self) -> str:
        """What the configuration says of orphans now; empty when it says nothing."""
        configuration = self.layout.configuration
        if configuration is None:
            return ""
        pairs = configuration.iterfind("crm_config/cluster_property_set/nvpair")
        return next((p.get("value", "") for p in pairs if p.get("name") == ORPHANS), "")

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

    def spare_orphans(self) -> Action:
        """Have Pacemaker not stop what it finds running and knows no more."""
        return told(
            self.layout,
            "Have Pacemaker spare what it does not know, for a moment",
            Command(("crm_attribute", "--name", ORPHANS, "--update", "false")),
            self._are_spared,
            timeout_s=_SETTING_S,
            if_left=f"Pacemaker stops no resources that are configured no more ({ORPHANS}).",
        )

    def stop_orphans(self) -> Action:
        """End ``spare_orphans``: what somebody had set is set again."""
        before = self.set_by_hand
        how = ("--update", before) if before else ("--delete",)
        return told(
            self.layout,
            "Have Pacemaker stop what it does not know, as before",
            Command(("crm_attribute", "--name", ORPHANS, *how)),
            HostSays(
                self._member,
                (*_XPATH, f"//cluster_property_set/nvpair{_FALSE}"),
                status=_NO_SUCH,
            ),
            timeout_s=_SETTING_S,
        )

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
    def _are_spared(self) -> HostSays:
        said = "Pacemaker would stop what it does not know."
        return HostSays(self._member, (*_XPATH, f"//cluster_property_set/nvpair{_FALSE}"), 0, said)

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
_FALSE = f"[@name='{ORPHANS}' and @value='false']"


def _meta(resource: str, name: str, value: str) -> Command:
    setting = ("--set-parameter", name, "--parameter-value", value)
    return Command(("crm_resource", "--resource", resource, "--meta", *setting))
