<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About xenadmin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desktop for a Xen, iSCSI and DRBD cluster that Pacemaker keeps available.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddClusterDialog</name>
    <message numerus="yes">
        <source>%n check(s) failed; Back shows which and what to do.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>&amp;Add the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct what is wrong; nothing is written before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one of its machines; the others are found from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster was not found. The failed checks below say what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which cluster?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without trust in its key there is no way to the host.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>the demonstration cluster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <source>Element</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LUN of the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LUN {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a disk of its group is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk of {vm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local to the host: stays behind when it fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>multipath device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no host and no SAN server shows it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}: broken here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChainPage</name>
    <message>
        <source>No chain is known: no disk here leads to a LUN of the SAN as far as known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage chain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangedHostKeyDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;shell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either the host was installed anew, or somebody stands between you and the host. Nothing was sent. Ask who looks after the host; only when the new key is explained, remove the old one:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} shows another key than before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Name of a VM, a host, an action …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandsDock</name>
    <message>
        <source>(it said nothing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that were run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;shell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as shell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide &amp;monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output of the selected command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a command to see what it said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one or more commands first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandsModel</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message>
        <source>The cluster has changed since this plan was made; it no longer fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Configuration</name>
    <message>
        <source>All {count} copies agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker: options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker: resources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copies differ. Compare them before the VM moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt on {host}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConfigurationPage</name>
    <message>
        <source>&amp;Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole text to the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its definition has not been read yet. It comes with the next full answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copies of the definition, and on which host each lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountsLine</name>
    <message>
        <source>Already so ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objects that will not be changed, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will do ({count})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CutOffDialog</name>
    <message>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes nothing; the task is closed and everything stays as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks first what is so already, then does only what is missing. Nothing is done twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been done yet, so there is nothing to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes back what was done, the last step first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task {number} of {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks that were cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} began this {time}; the program ended before it was through. Done: {done}. Outcome unknown: {unknown}. Not begun: {waiting}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrillMenu</name>
    <message>
        <source>&amp;Cut the storage network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kill the SAN server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mend the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pull the plug of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;rill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is mended and powered on. Watch the cluster heal; replicas synchronise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend &amp;everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network {name} is cut. Watch the paths: each LUN is reached by one only, and every VM goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network {name} is whole again. Watch the paths come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} boots. Watch it come back, and its replicas synchronise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has lost its power. Watch the tree: it becomes unreachable, is fenced, and its protected VMs start elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is dead. Watch replicas, LUNs and cluster IPs: the other SAN server takes over, and the VMs go on after some seconds.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened to it since this program watches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in this program went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster runs on without it. The details stand below and in the log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xenadmin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines that were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks that were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs VMs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>management</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>storage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandbookDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to build a cluster</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostList</name>
    <message>
        <source>Free, GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts to move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then free, GiB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HostsWidget</name>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogDock</name>
    <message>
        <source>C&amp;lear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information and worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MachineStrip</name>
    <message>
        <source>Machines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainToolBar</name>
    <message>
        <source>Find any object or action by a few letters (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Asking now …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything was asked again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker: {mode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>xenadmin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} – xenadmin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;SAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H&amp;elp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a cluster first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V&amp;iew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Migrate</name>
    <message>
        <source>Pacemaker may not move {vm} live: allow-migrate is not set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop {vm} here and start it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspend, copy, resume: {vm} stands still while it is copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} ({size} free)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{vm} is a PV guest, and this Xen is built without shadow paging: it cannot move while it runs.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MigrateDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose how it may be interrupted first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory used afterwards: {hosts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move these with an &amp;interruption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them can move so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not while running: {vms}. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Show the plan for %n VM(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Show the plan for {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Where should these %n VM(s) move to?</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Where should {vm} move to from {host}?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoveTable</name>
    <message>
        <source>&amp;All to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foreseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best host for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VMs to move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where {vm} goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes to {host}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: web  state:failed  host:xen2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SAN server has answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No VM is known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VMs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, or one of name: state: host: protected: ip: lun: mac: uuid: tag: kind:
For example: state:failed host:xen2, or protected:no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ObjectView</name>
    <message numerus="yes">
        <source>%n object(s) selected</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was removed, or it has another name now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no longer there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message numerus="yes">
        <source>%n VM(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wrong now</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>100 % is one full processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As each side says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster IP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fencing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Pacemaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LUN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LUN {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LUNs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live migration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MAC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing disks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No VM depends on it as far as known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No VM runs here. Select one elsewhere and choose Migrate to bring it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No definition has been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No disk is known: its definition has not been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host has a path to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host is logged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No member has answered: VMs are not restarted by it as far as known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network card is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No replica is known on this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No volume group is known on this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody restarts these when their host fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing. Every machine answers, and everything agrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PV guests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker counts a failure against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths to the SAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remembered failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas, as this server sees them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running unprotected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAN active on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAN, active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions through it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source on the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with the host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still waiting for the first answer of {servers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group holds no volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host has no iSCSI session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VMs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VMs that depend on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WWID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without any path, I/O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all is well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked: Pacemaker can do nothing more for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be migrated live: this Xen has no shadow paging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iSCSI session of {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in maintenance: left alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no longer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no: copies differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no: nobody restarts it when its host fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not managed: Pacemaker leaves it alone for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>online, decides for the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standby: runs nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starts with its host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclean: waits to be fenced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume group on {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>volume in {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the first answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes, pinned to {host} by a move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes: Pacemaker restarts it elsewhere when its host fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{paths} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}, read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}. The last full answer came {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{up} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{up} of {count} answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version}, asked on {server}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>A PV guest can only be moved without --live; otherwise read /var/log/libvirt/libxl/libxl-driver.log on the source host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ban constraint keeps {1} away from {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk of the VM is locked: something else uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A disk of the VM is not there on this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fault of the remaining SAN server would stop the VMs on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reboot of {1} cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stored plan cannot be read ({1}: {2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to the file by hand when it should be there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {1} s it could not be found out what came of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All paths of {1} devices are usable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {1} commands answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {1} members are online.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier step failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the demonstration cluster in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another xenadmin holds it for too long; look for one that hangs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask Pacemaker why: 'crm_mon -r1f' and 'crm_resource --why --resource {resource}'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring a cluster member back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back members; nothing is started until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring more members back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the host back, or wait until Pacemaker has fenced it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the host's OpenSSH up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the members back that are offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring what does not answer back and look again; it may have happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring what does not answer back, then make the plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring {1} back, or make sure that it is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check MaxSessions in its sshd_config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its power and the management network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that libvirtd (or virtxend) runs there, and libvirt_uri in the cluster file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that {1} reaches it, and allows forwarding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address in the cluster file, and the name server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the fence device, or confirm by hand that the machine is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a VM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or edit the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear it with crm_resource --resource {1} --clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear it: crm_resource --cleanup --resource {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear it: crm_resource --resource {1} --clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with the host's own 'ssh-keygen -lf' output, then accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the host's name with 'crm_node --list'; the cluster file has a key 'node'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configure fence devices and set stonith-enabled to true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again, and compare the key anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the right one to every host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct 'jump' in the cluster file or ProxyJump in ssh_config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it; there {1} {2} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the identity in the cluster file or in ssh_config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide which copy is the right one, and force off the other on its host by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Define it on a host, or protect it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demonstration cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy the wrong one now, then check the file system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not connect; find out who still uses the revoked key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enlarge or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fencing is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fencing is switched off: a half-dead host could go on writing to a VM's disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find out why before it comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force it off first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force off {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Force off {1} on {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forcing off {1} cannot be taken back: what it had in memory is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free memory on another host or make the VM smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the source host's key to root on the target host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have Pacemaker forget that {1} was moved by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have Pacemaker move {1} to {2}, {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have Pacemaker shut down {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have Pacemaker start {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much memory {1} has free is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it, or use an SSH agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the Debian package pacemaker-cli-utils.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not happen within {1} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had not happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has replicas or offers LUNs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is defined on {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is left out; add it to the file by hand, or repeat this when it is up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a member of the Pacemaker cluster now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the command was sent before the program ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is opened again as soon as the host answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It neither runs VMs nor offers disks, and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It runs on {1} at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its allow-migrate stays false until it is set again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its host cannot be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its own words above say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its pin to {1} ends by itself after 15 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Pacemaker manage it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a key that it knows into the SSH agent, name one as ssh.identity in the cluster file, or keep the password in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in as root, or give that user the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log in from the source host to the target host once by hand and accept the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it as it is now, then make the plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its console, and at the log of libvirt on {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its power and its network; VMs on it are shown as unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at its storage chain: session, multipath and LUN on this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the cable, the switch and the portal of that network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the failed actions of its resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the host's load and its disks, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of VMs again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the list of tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the rights and the disk of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look what came of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look where it is defined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether somebody took the VM out of the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look with 'journalctl --unit={1}' on {2} how far it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look with 'systemctl status' on the host what it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look with 'virsh list --all' on {1} what it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look with 'xl list' on {1} what is left of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it by hand, or point XDG_STATE_HOME and XDG_CONFIG_HOME elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one with 'Add cluster'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make sure that it runs nowhere else before anything is forced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the file writable, or name another one in the cluster file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the plan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the cause, then clean up with crm_resource --cleanup -r {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrate {1} to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it by stopping it here and starting it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it by suspend, copy, resume: it stands still while its memory is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it that way, with an interruption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move or shut down another VM first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the file away; a new one is made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {1} from {2} to {3}, {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No Pacemaker answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SAN server serves now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No VM is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host has an iSCSI session yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host has {1} defined in its libvirt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No host that answers has the VM {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No libvirt answers on {1} at {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No libvirt with Xen or KVM answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No member of the Pacemaker cluster answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No multipath device is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other host has the memory for {1} now: if {2} fails, it stays off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No path is left to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No readable answer: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No replica is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None found: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not installed: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not online: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried, as '{1}' failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing had been sent for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only interrupted tasks can be taken up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with the version of xenadmin that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker can do nothing more for {1}: a stop failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker cannot be asked: no answer from {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker chooses the host that {1} starts on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker does not know that host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker does not know what {1} does and waits for it to be fenced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker does not run on this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker has no such resource any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker holds it for failed and waits for it to be fenced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker is blocked on {1} by an action that failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker is configured to have {1} {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker is in maintenance mode and would do nothing with {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker keeps {1} off until it is told to start it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker leaves {1} alone for now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker leaves {1} alone: its resource is not managed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker may not move {1} live (allow-migrate is not set): it would stop it here and start it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker runs {1}, and no member of the cluster can be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker says that the VM is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pacemaker {1} move {2} live.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths to {1} over {2} are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read /var/log/libvirt/libxl/libxl-driver.log on the host, its last lines say which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reboot {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the directory to begin with a fresh one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replica {1} is {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume it first, or force it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run 'ssh-add {1}', or keep its passphrase in the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run it on {1} by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the command there by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See 'xenadmin cluster list' for the clusters that there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See 'xenadmin san show'; repair the connection before the other server fails too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See to the directory's permissions and free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See which storage network is cut, with 'xenadmin san show'.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set no_path_retry to queue in the overrides section of multipath.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the control mode to automatic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several VMs are called {1}; commands must name this one by UUID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut down {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot {1} is {2} % full; it breaks at 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else was faster: {1} is so already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start KWallet, GNOME Keyring or KeePassXC in your session, or use an SSH agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it on another host, or move another VM away first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it there: systemctl start libvirtd (or virtxend).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it there: systemctl start pacemaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start {1} on {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it by hand, then clean up the resource.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell Pacemaker that it {1} move {2} live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell Pacemaker to have {1} {2} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell Pacemaker to keep {1} off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Python package 'keyring' is not installed, so no password can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM is running already, on this host or one that it shares its name with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The VM was not running any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster changed since the plan was made; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster file {1} cannot be written: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster file {1} is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster has no quorum as {1} sees it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster has no quorum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster has no quorum: Pacemaker would not start {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster has quorum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster is in maintenance mode: Pacemaker restarts and moves nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command ended without a complaint, but what it was for is not so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command never reached {1}; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command on {1} was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command was sent to {1} and cannot be called back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {1} is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {1} is lost: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {1} was lost: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {1} was lost{2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition file of {1} is missing on {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The definition of {1} is not the same on {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demonstration cluster in {1} cannot be read: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The directory {1} cannot be made: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The events in {1} cannot be opened: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest may ignore the request: look at its console, or force it off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest may ignore the request: look at its console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The guest may still shut down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host has not enough free memory for the VM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host's key is the known one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hosts are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hypervisor could not copy the memory of the running guest; it stays where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The iSCSI session over {1} is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal {1} cannot be used: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal {1} was damaged ({2}); it was kept as {3}, and a new one was begun. Tasks that were under way are not known any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal {1} was written by a newer version of xenadmin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The jump host {1} is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The jump hosts lead in a circle: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key cannot be written to {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of {1} is not known yet: {2} {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key {1} cannot be read: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key {1} cannot be used: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key {1} is protected by a passphrase that the keyring does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring did not answer within {1} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring refuses: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The libvirt of this host does not know the VM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log-in succeeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The move itself goes on on {1} as the unit {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {1} of {2} cannot be resolved: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program failed: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is not installed on this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated cluster has no {1} called {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The simulated cluster needs Pacemaker's own programs, and {1} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source host does not know the SSH key of the target host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source host does not reach the libvirt of the target host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target host does not let the source host in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task {1} {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user that we log in as may not do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The watch failed: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no VM {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no cluster file {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no host {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no machine called {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no other host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no quorum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no route to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no task {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This may be a split brain: decide whose data to keep before connecting again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This very step was already sent once and is known to the host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try 'virsh -c TARGET-URI version' on the source host, and mend what it complains of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with 'ssh-keygen -y -f {1}'; RSA, ECDSA and Ed25519 keys work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unless the host was installed anew, somebody may stand between you and it. When you are sure: ssh-keygen -f '{1}' -R '{2}', then connect again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it, or use an SSH agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable: {1}{2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use ProxyJump in ssh_config, or 'jump' in the cluster file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that version, or move the file away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VM {1} is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume group {1} on {2} lacks {3} disk(s).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until that is over and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until that is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the memory of {1} is enough is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether this Xen can move a PV guest live is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether this may be done now could not be found out; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether {1} has {2} as well is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether {1} sees the LUN of {2} is not known: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a single one, a cut cable takes the disks away; give the SAN a second network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without it a hung host blocks its VMs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a server's name or user@host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as on the host, such as xen:///system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xen could not build the VM: most often memory is short, or a disk or bridge is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by stopping and starting it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by suspend, copy, resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {1}, found {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt answers at {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt does not run on this host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt is still busy with another job of this VM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt on {1} cannot be asked: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>libvirt on {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is larger than {1} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} ({2} port {3}) cannot be reached through {4}: {5}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} Pacemaker says that it runs there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} and we have no SSH algorithm in common: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} answers and knows {2} VMs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} answers, but not what runs on it ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} answers, but speaks no SSH within {2} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} answers{2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} cannot be asked about {2}; its copy may be out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} cannot be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} cannot be connected to: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} cannot be read: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} cannot tell ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} could not do it; it was sent to {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} did not answer within {2} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} did not finish the login in {2} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} does not answer at {2} port {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} does not answer at {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} does not let us in; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} does not see the LUN of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} ended the connection before the login: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} ended with status {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} gives up I/O on {2} device(s) when a SAN failover takes long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has a definition of {2} too and cannot be asked: it may run there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has cut the replication of {2} (StandAlone).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has no definition of {2} and cannot run it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has no working path to the LUN of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has not answered for {2} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has not rebooted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has not shown the key {2} to this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has one good copy only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} has {2} of memory free, {3} are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is a PV guest, and this Xen is built without shadow paging, which moving a PV guest live needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is busy: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is in maintenance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is in standby or maintenance in Pacemaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is no jump host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is no libvirt URI of the host itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is no program of Pacemaker's that may run here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not a machine of this cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not a member of the Pacemaker cluster now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not a port number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not connected yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not defined any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not defined in the libvirt of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not in the cluster file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not protected by Pacemaker any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not protected: Pacemaker will not restart it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is not {2}{3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is now called {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is off: Pacemaker has fenced it or it left the cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is pinned to {2} by an earlier move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is pinned to {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is protected by Pacemaker now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is reached by a ProxyCommand, which is not supported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is run by another resource now: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is so already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is {2} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is {2} by a move that was not cleared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is {2} on {3} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is {2} on {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} is {2}{3} again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} leads the Pacemaker cluster now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} moved from {2} to {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} needs {2}, {3} has {4} free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} of {2} on {3} failed ({4}){5}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} on {2} cannot be read: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} on {2} could not be stopped and may go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} on {2} ended with status {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} on {2} failed{3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} on {2} gave no answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} on {2} gave no answer within {3} s; what it did is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} on {2} was cut off; what it did is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} on {2} was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} opens no further session: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} refuses the connection: no SSH server listens there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} replicas are up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} runs on {2} at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} runs on {2} at once; its disk is in danger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} runs {2}, {3} needs {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} says that there is quorum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} says {2} is connected, {3} says {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} servers and {2} networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} serves the SAN now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} serves the SAN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} should run, but it is off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} shows another key than the known one: {2} {3} instead of {4} {5} ({6} line {7}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} shows the key {2} {3}, which {4} line {5} declares revoked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} started again on {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} takes {2} for {3}, {2} says {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} was stopped and started again meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}, where {2} is, cannot be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1}: the program is closing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>memory used: {hosts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} is empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanSheet</name>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Make it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Afterwards: {clauses}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel the task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as &amp;shell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop before the next step and end the present one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the steps that were done, the last one first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>&amp;Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>offered by no server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offered by {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary on {server}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs more than once: on {hosts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synchronising, {percent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown, last seen on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{servers} cannot be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} says {connection}, disk {disk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{usable} of {count} paths</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>When the last machine answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message numerus="yes">
        <source>%n command(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it said: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What that means: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do: {text}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>already so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undoing, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TasksDock</name>
    <message>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was started elsewhere, by {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a task that runs can be cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a task first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TasksModel</name>
    <message>
        <source>Begun {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{over} of {count} steps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TitleStrip</name>
    <message>
        <source>Protected: Pacemaker restarts it elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tree</name>
    <message>
        <source>Cluster IPs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LUN {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not protected: nobody restarts it when its host fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths of the hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected: Pacemaker restarts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disk missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held by nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path {networks} lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} of {size} memory free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{memory} memory, {cpus} processors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnknownHostKeyDialog</name>
    <message>
        <source>&amp;Trust this host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the fingerprints first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have &amp;compared the fingerprints: they are the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this really {host}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This host has never been seen from here. Compare the fingerprint with the host's own before you trust it; on the host's console this prints it:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VmActions</name>
    <message>
        <source>&amp;Force off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Migrate every VM away from {host}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Migrate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reboot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the guests to reboot; shows the plan first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the guests to shut down; shows the plan first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the power of the VMs: what they have not written is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Force off %n VM(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Force off {vm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let paused VMs go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the VMs stand still; they keep their memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Migrate %n VM(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Migrate {vm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move VMs to other hosts; you choose where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No VM runs on {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Pause %n VM(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Pause {vm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;esume</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reboot %n VM(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Reboot {vm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Resume %n VM(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Resume {vm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a VM first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shut &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Shut down %n VM(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Shut down {vm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Start %n VM(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Start the selected VMs; shows the plan first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start {vm}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cluster has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more reason(s).</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
</context>
<context>
    <name>VmTable</name>
    <message>
        <source>CPU %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VM</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Add a cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around in the demonstration cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one of its hosts; the others are found and checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed anywhere until you have seen every command and said so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this cluster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read how to build one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six simulated machines and fourteen VMs; pull plugs and watch what happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which cluster shall this window look after?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xen, iSCSI, DRBD and Pacemaker on Debian, from bare machines.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WherePage</name>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;One of its machines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password, kept in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected: user@host:port, user and port may be left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SSH agent and OpenSSH's own keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a cluster of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look right. Expected: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a host name or an IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name of letters, digits, dots and dashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an absolute path, or one that begins with ~/</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody; or user@host:port</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster IP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LUN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multipath device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replica</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resource</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SAN server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fenced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
