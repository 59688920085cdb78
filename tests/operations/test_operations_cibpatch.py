"""Patches of Pacemaker's configuration, made by Pacemaker's own cibadmin."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from labsan import FREE, GIB, WWID, configuration_in, lab_cib, lab_snapshot, volume

from xenadmin_gui.operations.condition import Always
from xenadmin_gui.operations.plan import Action, Plan, Step
from xenadmin_gui.operations.san.cibpatch import CONSTRAINTS, CibPatch, configuration_of
from xenadmin_gui.operations.san.lunexport import LunExport
from xenadmin_gui.operations.san.lunwithdraw import LunWithdraw
from xenadmin_gui.operations.san.volumebin import VolumeDelete
from xenadmin_gui.operations.san.volumecreate import VolumeCreate
from xenadmin_gui.sim.pacemaker import binaries

NOW = 1_795_500_000.0
LAB = lab_cib()


def patched(cib: str, *actions: Action) -> str:
    """The CIB after the patches of ``actions``; fails when cibadmin refuses one."""
    for action in actions:
        if action.command.argv[0] != "cibadmin":
            continue
        ran = binaries.run(list(action.command.argv), cib, now=NOW)
        assert ran.exit_status == 0, (action.title, ran.stderr)
        cib = ran.cib
    return cib


def undone(cib: str, steps: tuple[Step, ...]) -> str:
    for step in reversed(steps):
        cib = patched(cib, *step.undo)
    return cib


def canonical(cib: str) -> str:
    text = configuration_in(cib)
    return ElementTree.canonicalize(text, with_comments=True, strip_text=True)


def stripped(cib: str) -> str:
    """The CIB as cibadmin writes it."""
    text = '<change operation="delete" path="/cib/configuration/acls"/>'
    return patched(cib, _action(CibPatch((text,))))


def _action(patch: CibPatch) -> Action:
    return Action(title="patch", host="san1", command=patch.command(), done_when=Always())


def elements(cib: str) -> dict[str, str]:
    """Each element with an id, alone, by its id: its tag and attributes."""
    root = configuration_of(configuration_in(cib))
    assert root is not None
    return {
        e.get("id", ""): f"{e.tag} {sorted(e.attrib.items())}" for e in root.iter() if e.get("id")
    }


def members(cib: str) -> list[str]:
    root = ElementTree.fromstring(configuration_in(cib))
    return [p.get("id", "") for p in root.findall("resources/group[@id='g_san']/primitive")]


def export_plan(cib: str) -> Plan:
    """pvh2 has a LUN in the recorded configuration, so that of another volume is exported."""
    snapshot = lab_snapshot(cib)
    spare = volume("spare", replica="")
    san = {"volumes": (*snapshot.san.volumes, spare)}
    return LunExport("vg_san", "spare").plan(lab_snapshot(cib, **san))


def test_an_element_is_made_where_it_is_wanted_and_comments_count() -> None:
    cib = LAB.replace('<group id="g_san">', '<group id="g_san"><!-- by hand -->')
    after = patched(cib, *export_plan(cib).steps)
    assert members(after)[4:6] == ["p_lu_spare", "p_ip_mgmt"]
    assert "<!-- by hand -->" in after


def test_a_missing_parent_fails_the_whole_patch() -> None:
    order = Element("rsc_order", id="o", first="p_target", then="cl_iscsi")
    patch = CibPatch().create(CONSTRAINTS, order).create("/cib/configuration/nowhere", order)
    ran = binaries.run(list(patch.command().argv), LAB, now=NOW)
    assert ran.exit_status != 0
    assert "o" not in elements(ran.cib)


def test_one_attribute_is_modified_and_the_others_stay() -> None:
    root = configuration_of(configuration_in(LAB))
    assert root is not None
    order = next(e for e in root.iter("rsc_order") if e.get("id") == "o_pvh1")
    path = f"{CONSTRAINTS}/rsc_order[@id='o_pvh1']"
    after = patched(LAB, _action(CibPatch().modify(path, order, "kind", "Optional")))
    assert elements(after)["o_pvh1"] == elements(LAB)["o_pvh1"].replace("Mandatory", "Optional")


def test_a_new_replica_is_tied_as_its_sibling_is() -> None:
    plan = VolumeCreate("new", GIB).plan(lab_snapshot(LAB))
    known, after = elements(LAB), elements(patched(LAB, *plan.steps))
    assert {"ms_drbd_new", "p_drbd_new", "o_new", "l_drbd_new"} <= set(after) - set(known)
    assert "xenadmin-helper-ms_drbd_new" not in after
    assert after["l_drbd_new"] == known["l_drbd_pvh1"].replace("pvh1", "new")
    assert after["o_new"] == known["o_pvh1"].replace("pvh1", "new")
    assert {i: after[i] for i in known} == known


def test_undoing_a_creation_leaves_the_configuration_as_it_was() -> None:
    plan = VolumeCreate("new", GIB).plan(lab_snapshot(LAB))
    assert canonical(undone(patched(LAB, *plan.steps), plan.steps)) == canonical(stripped(LAB))


def test_a_lun_stands_beside_the_group_first_and_then_in_it() -> None:
    plan = export_plan(LAB)
    beside = patched(LAB, plan.steps[0])
    assert "p_lu_spare" in elements(beside)
    assert members(beside) == members(LAB)
    inside = patched(beside, plan.steps[1])
    assert members(inside)[-4:] == ["p_lu_spare", "p_ip_mgmt", "p_ip_sana", "p_ip_sanb"]
    assert not [i for i in elements(inside) if i.startswith("xenadmin-helper")]
    assert canonical(undone(inside, plan.steps)) == canonical(stripped(LAB))


def test_while_a_lun_stands_alone_hosts_are_not_even_asked_for_it() -> None:
    beside = patched(LAB, export_plan(LAB).steps[0])
    root = ElementTree.fromstring(configuration_in(beside))
    places = root.findall("constraints/rsc_location[@rsc='p_lu_spare']")
    assert [p.get("resource-discovery") for p in places] == ["never"]


def test_undoing_a_withdrawal_leaves_the_configuration_as_it_was() -> None:
    snapshot = lab_snapshot(LAB)
    free = replace(snapshot, vms={})
    plan = LunWithdraw(WWID).plan(free)
    gone = patched(LAB, *plan.steps)
    assert "p_lu_pvh1" not in elements(gone)
    assert canonical(undone(gone, plan.steps)) == canonical(stripped(LAB))


def test_undoing_a_deletion_leaves_the_configuration_as_it_was() -> None:
    plan = VolumeDelete("vg_san", FREE).plan(lab_snapshot(LAB))
    gone = patched(LAB, *plan.steps)
    assert not [i for i in elements(gone) if i.endswith("pv1") and i != "p_lu_pv1"]
    assert canonical(undone(gone, plan.steps)) == canonical(stripped(LAB))


PLACES = ["<resources>", "<constraints>", '<group id="g_san">', "<crm_config>", "</resources>"]
FOREIGN = st.lists(
    st.tuples(st.sampled_from(PLACES), st.text("abc xyz&<é", min_size=1, max_size=12)),
    min_size=1,
    max_size=4,
)


@settings(
    max_examples=4,
    deadline=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(FOREIGN, st.booleans())
def test_what_others_wrote_survives_every_operation(
    foreign: list[tuple[str, str]], is_creation: bool
) -> None:
    """Comments anywhere, options and resources that nobody here knows, byte for byte."""
    cib = LAB
    for number, (place, text) in enumerate(foreign):
        safe = re.sub("[&<]", "+", text).strip() or "x"
        cib = cib.replace(place, f"{place}<!-- {number} {safe} -->", 1)
        pair = f'<nvpair id="by-hand-{number}" name="hand-{number}" value="{safe}"/>'
        cib = cib.replace("</cluster_property_set>", f"{pair}</cluster_property_set>", 1)
    before = stripped(cib)
    draft = VolumeCreate("new", GIB) if is_creation else VolumeDelete("vg_san", FREE)
    plan = draft.plan(lab_snapshot(before))
    after = patched(before, *plan.steps)
    kept = {i: e for i, e in elements(before).items() if is_creation or "pv1" not in i}
    known = elements(after)
    assert {i: known.get(i) for i in kept} == kept
    assert [c for c in re.findall("<!--.*?-->", before) if c not in after] == []
    assert canonical(undone(after, plan.steps)) == canonical(before)
