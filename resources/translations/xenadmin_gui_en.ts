<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AddClusterDialog</name>
    <message numerus="yes">
        <source>%n check(s) failed; Back shows which and what to do.</source>
        <translation><numerusform>%n check failed; Back shows which and what to do.</numerusform><numerusform>%n checks failed; Back shows which and what to do.</numerusform></translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message numerus="yes">
        <source>Remove those older than %n day(s)…</source>
        <translation><numerusform>Remove those older than %n day…</numerusform><numerusform>Remove those older than %n days…</numerusform></translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message numerus="yes">
        <source>Create %n VMs</source>
        <translation><numerusform>Create %n VM</numerusform><numerusform>Create %n VMs</numerusform></translation>
    </message>
</context>
<context>
    <name>DiskPage</name>
    <message numerus="yes">
        <source>%n disks need {size} together.</source>
        <translation><numerusform>%n disk needs {size} together.</numerusform><numerusform>%n disks need {size} together.</numerusform></translation>
    </message>
</context>
<context>
    <name>ImpactBox</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>InstallActions</name>
    <message numerus="yes">
        <source>Create %n VMs</source>
        <translation><numerusform>Create %n VM</numerusform><numerusform>Create %n VMs</numerusform></translation>
    </message>
</context>
<context>
    <name>InstallSummary</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation><numerusform>%n line</numerusform><numerusform>%n lines</numerusform></translation>
    </message>
</context>
<context>
    <name>MachinePage</name>
    <message numerus="yes">
        <source>The template needs {memory} and %n processor(s) at least.</source>
        <translation><numerusform>The template needs {memory} and %n processor at least.</numerusform><numerusform>The template needs {memory} and %n processors at least.</numerusform></translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message numerus="yes">
        <source>%n VM(s)</source>
        <translation><numerusform>%n VM</numerusform><numerusform>%n VMs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n replica(s) not mirrored</source>
        <translation><numerusform>%n replica not mirrored</numerusform><numerusform>%n replicas not mirrored</numerusform></translation>
    </message>
</context>
<context>
    <name>MigrateDialog</name>
    <message numerus="yes">
        <source>Show the plan for %n VM(s)</source>
        <translation><numerusform>Show the plan for %n VM</numerusform><numerusform>Show the plan for %n VMs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Where should these %n VM(s) move to?</source>
        <translation><numerusform>Where should this %n VM move to?</numerusform><numerusform>Where should these %n VMs move to?</numerusform></translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message numerus="yes">
        <source>%n VMs: {names}</source>
        <translation><numerusform>%n VM: {names}</numerusform><numerusform>%n VMs: {names}</numerusform></translation>
    </message>
</context>
<context>
    <name>ObjectView</name>
    <message numerus="yes">
        <source>%n object(s) selected</source>
        <translation><numerusform>%n object selected</numerusform><numerusform>%n objects selected</numerusform></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message numerus="yes">
        <source>%n VM(s)</source>
        <translation><numerusform>%n VM</numerusform><numerusform>%n VMs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation><numerusform>%n processor</numerusform><numerusform>%n processors</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wrong now</source>
        <translation><numerusform>%n thing wrong now</numerusform><numerusform>%n things wrong now</numerusform></translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation><numerusform>%n processor</numerusform><numerusform>%n processors</numerusform></translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation><numerusform>… and %n more.</numerusform><numerusform>… and %n more.</numerusform></translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation><numerusform>%n processor</numerusform><numerusform>%n processors</numerusform></translation>
    </message>
</context>
<context>
    <name>VmActions</name>
    <message numerus="yes">
        <source>Force off %n VM(s)</source>
        <translation><numerusform>Force off %n VM</numerusform><numerusform>Force off %n VMs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Migrate %n VM(s)</source>
        <translation><numerusform>Migrate %n VM</numerusform><numerusform>Migrate %n VMs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Pause %n VM(s)</source>
        <translation><numerusform>Pause %n VM</numerusform><numerusform>Pause %n VMs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Reboot %n VM(s)</source>
        <translation><numerusform>Reboot %n VM</numerusform><numerusform>Reboot %n VMs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Resume %n VM(s)</source>
        <translation><numerusform>Resume %n VM</numerusform><numerusform>Resume %n VMs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Shut down %n VM(s)</source>
        <translation><numerusform>Shut down %n VM</numerusform><numerusform>Shut down %n VMs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Start %n VM(s)</source>
        <translation><numerusform>Start %n VM</numerusform><numerusform>Start %n VMs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>… and %n more reason(s).</source>
        <translation><numerusform>… and %n more reason.</numerusform><numerusform>… and %n more reasons.</numerusform></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation><numerusform>%n day ago</numerusform><numerusform>%n days ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation><numerusform>%n running</numerusform><numerusform>%n running</numerusform></translation>
    </message>
</context>
</TS>
