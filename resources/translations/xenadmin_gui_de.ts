<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AboutDialog</name>
    <message>
        <source>&amp;Copy versions</source>
        <translation>Versionen &amp;kopieren</translation>
    </message>
    <message>
        <source>About xenadmin</source>
        <translation>Über xenadmin</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>The desktop for a Xen, iSCSI and DRBD cluster that Pacemaker keeps available.</source>
        <translation>Die Oberfläche für einen Cluster aus Xen, iSCSI und DRBD, den Pacemaker verfügbar hält.</translation>
    </message>
</context>
<context>
    <name>AddClusterDialog</name>
    <message numerus="yes">
        <source>%n check(s) failed; Back shows which and what to do.</source>
        <translation><numerusform>%n Prüfung ist fehlgeschlagen; „Zurück“ zeigt, welche, und was zu tun ist.</numerusform><numerusform>%n Prüfungen sind fehlgeschlagen; „Zurück“ zeigt, welche, und was zu tun ist.</numerusform></translation>
    </message>
    <message>
        <source>&amp;Add the cluster</source>
        <translation>Cluster &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Find the cluster</source>
        <translation>Cluster &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Stop the search</source>
        <translation>Suche &amp;abbrechen</translation>
    </message>
    <message>
        <source>Add a cluster</source>
        <translation>Cluster hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Correct what is wrong; nothing is written before.</source>
        <translation>Berichtigen Sie, was nicht stimmt; vorher wird nichts geschrieben.</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>Stimmt das so?</translation>
    </message>
    <message>
        <source>Name one of its machines; the others are found from there.</source>
        <translation>Nennen Sie eine seiner Maschinen; die anderen werden von dort aus gefunden.</translation>
    </message>
    <message>
        <source>The cluster was not found. The failed checks below say what to do.</source>
        <translation>Der Cluster wurde nicht gefunden. Die fehlgeschlagenen Prüfungen unten sagen, was zu tun ist.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Which cluster?</source>
        <translation>Welcher Cluster?</translation>
    </message>
    <message>
        <source>Without trust in its key there is no way to the host.</source>
        <translation>Ohne Vertrauen in seinen Schlüssel führt kein Weg zum Host.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>the demonstration cluster</source>
        <translation>den Demonstrationscluster</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Asking now …</source>
        <translation>Frage jetzt ab …</translation>
    </message>
    <message>
        <source>Everything was asked again.</source>
        <translation>Alles wurde neu abgefragt.</translation>
    </message>
</context>
<context>
    <name>BinDialog</name>
    <message>
        <source>&amp;Days in the bin:</source>
        <translation>&amp;Tage im Papierkorb:</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Wiederherstellen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Remove for &amp;good…</source>
        <translation>&amp;Endgültig entfernen …</translation>
    </message>
    <message>
        <source>Remove them for good</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove those older than %n day(s)…</source>
        <translation><numerusform>Was älter als %n Tag ist, entfernen …</numerusform><numerusform>Was älter als %n Tage ist, entfernen …</numerusform></translation>
    </message>
    <message>
        <source>Remove {volume} for good</source>
        <translation>{volume} endgültig entfernen</translation>
    </message>
    <message>
        <source>Restore {volume}</source>
        <translation>{volume} wiederherstellen</translation>
    </message>
    <message>
        <source>Select one volume.</source>
        <translation>Wählen Sie ein Volume.</translation>
    </message>
    <message>
        <source>The recycle bin is empty. What you put there can be restored here.</source>
        <translation>Der Papierkorb ist leer. Was Sie hineinlegen, lässt sich hier wiederherstellen.</translation>
    </message>
    <message>
        <source>They keep their content and their room until they are removed.</source>
        <translation>Sie behalten Inhalt und Platz, bis sie entfernt werden.</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Volume group</source>
        <translation>Volumegruppe</translation>
    </message>
    <message>
        <source>Volumes that were deleted</source>
        <translation>Gelöschte Volumes</translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <source>Cluster IP</source>
        <translation>Cluster-IP</translation>
    </message>
    <message>
        <source>DRBD is down</source>
        <translation>DRBD ist nicht in Betrieb</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>LUN</source>
        <translation>LUN</translation>
    </message>
    <message>
        <source>LUN of the target</source>
        <translation>LUN des Targets</translation>
    </message>
    <message>
        <source>LUN {number}</source>
        <translation>LUN {number}</translation>
    </message>
    <message>
        <source>Multipath device</source>
        <translation>Multipath-Gerät</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Path {device}</source>
        <translation>Pfad {device}</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>SAN server</source>
        <translation>SAN-Server</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>VM and disk</source>
        <translation>VM und Platte</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Volume group</source>
        <translation>Volumegruppe</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>a disk is missing</source>
        <translation>eine Platte fehlt</translation>
    </message>
    <message>
        <source>a disk of its group is missing</source>
        <translation>eine Platte der Gruppe fehlt</translation>
    </message>
    <message>
        <source>connection given up</source>
        <translation>Sitzung verloren</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>disk of {vm}</source>
        <translation>Platte von {vm}</translation>
    </message>
    <message>
        <source>disk: {state}</source>
        <translation>Platte: {state}</translation>
    </message>
    <message>
        <source>empty drive</source>
        <translation>leeres Laufwerk</translation>
    </message>
    <message>
        <source>held by nobody</source>
        <translation>hat niemand</translation>
    </message>
    <message>
        <source>local to the host: stays behind when it fails</source>
        <translation>lokal auf dem Host: bleibt zurück, wenn er ausfällt</translation>
    </message>
    <message>
        <source>logged in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>multipath device</source>
        <translation>Multipath-Gerät</translation>
    </message>
    <message>
        <source>no device</source>
        <translation>kein Gerät</translation>
    </message>
    <message>
        <source>no device there</source>
        <translation>dort kein Gerät</translation>
    </message>
    <message>
        <source>no host and no SAN server shows it now</source>
        <translation>kein Host und kein SAN-Server zeigt es gerade</translation>
    </message>
    <message>
        <source>no one answers</source>
        <translation>niemand antwortet</translation>
    </message>
    <message>
        <source>not known there</source>
        <translation>dort nicht bekannt</translation>
    </message>
    <message>
        <source>not logged in</source>
        <translation>nicht angemeldet</translation>
    </message>
    <message>
        <source>not mirrored: {state}</source>
        <translation>nicht gespiegelt: {state}</translation>
    </message>
    <message>
        <source>offered by nobody</source>
        <translation>bietet niemand an</translation>
    </message>
    <message>
        <source>on {server}</source>
        <translation>auf {server}</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>serves now</source>
        <translation>bedient gerade</translation>
    </message>
    <message>
        <source>side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>stands by</source>
        <translation>steht bereit</translation>
    </message>
    <message>
        <source>{disk}, local</source>
        <translation>{disk}, lokal</translation>
    </message>
    <message>
        <source>{network}, priority {priority}</source>
        <translation>{network}, Priorität {priority}</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>{state}: broken here</source>
        <translation>{state}: hier unterbrochen</translation>
    </message>
    <message>
        <source>{usable} of {count} paths</source>
        <translation>{usable} von {count} Pfaden</translation>
    </message>
</context>
<context>
    <name>ChainPage</name>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>As large as the other text (0)</source>
        <translation>So groß wie der übrige Text (0)</translation>
    </message>
    <message>
        <source>Larger (+, Ctrl and the wheel)</source>
        <translation>Größer (+, Strg und Mausrad)</translation>
    </message>
    <message>
        <source>No chain is known: no disk here leads to a LUN of the SAN as far as known.</source>
        <translation>Keine Kette bekannt: Soweit bekannt, führt hier keine Platte zu einer LUN des SAN.</translation>
    </message>
    <message>
        <source>Picture of the storage chain</source>
        <translation>Bild der Speicherkette</translation>
    </message>
    <message>
        <source>Smaller (-, Ctrl and the wheel)</source>
        <translation>Kleiner (-, Strg und Mausrad)</translation>
    </message>
    <message>
        <source>Storage chain</source>
        <translation>Speicherkette</translation>
    </message>
</context>
<context>
    <name>ChangeVmDialog</name>
    <message>
        <source>&amp;XML</source>
        <translation>&amp;XML</translation>
    </message>
    <message>
        <source>At &amp;once too: processors, memory, network cards and CD</source>
        <translation>&amp;Auch sofort: Prozessoren, Speicher, Netzwerkkarten und CD</translation>
    </message>
    <message>
        <source>At most {count} processors and {size} while it runs.</source>
        <translation>Höchstens {count} Prozessoren und {size}, solange sie läuft.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change {vm}</source>
        <translation>{vm} ändern</translation>
    </message>
    <message>
        <source>De&amp;vices</source>
        <translation>&amp;Geräte</translation>
    </message>
    <message>
        <source>G&amp;eneral</source>
        <translation>A&amp;llgemein</translation>
    </message>
    <message>
        <source>It is not off: it keeps what it has until it is shut down and started.</source>
        <translation>Sie ist nicht aus: Was sie hat, behält sie, bis sie heruntergefahren und gestartet wird.</translation>
    </message>
    <message>
        <source>It is off: everything counts when it starts.</source>
        <translation>Sie ist aus: Alles gilt ab ihrem Start.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Plan zeigen</translation>
    </message>
    <message>
        <source>That counts at once.</source>
        <translation>Das gilt sofort.</translation>
    </message>
    <message>
        <source>What should {vm} have?</source>
        <translation>Was soll {vm} haben?</translation>
    </message>
</context>
<context>
    <name>ChangedHostKeyDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Copy as &amp;shell</source>
        <translation>Als Shell &amp;kopieren</translation>
    </message>
    <message>
        <source>Either the host was installed anew, or somebody stands between you and the host. Nothing was sent. Ask who looks after the host; only when the new key is explained, remove the old one:</source>
        <translation>Entweder wurde der Host neu installiert, oder jemand steht zwischen Ihnen und dem Host. Es wurde nichts gesendet. Fragen Sie, wer den Host betreut; erst wenn der neue Schlüssel erklärt ist, entfernen Sie den alten:</translation>
    </message>
    <message>
        <source>{host} shows another key than before</source>
        <translation>{host} zeigt einen anderen Schlüssel als bisher</translation>
    </message>
</context>
<context>
    <name>CheckList</name>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Every machine that is found will stand here, with what was checked on it.</source>
        <translation>Hier steht dann jede gefundene Maschine und was auf ihr geprüft wurde.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Name of a VM, a host, an action …</source>
        <translation>Name einer VM, eines Hosts, einer Aktion …</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>Hier heißt nichts so.</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>Suchen oder ausführen</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>cut off</source>
        <translation>abgerissen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>monitoring</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>status {number}</source>
        <translation>Status {number}</translation>
    </message>
</context>
<context>
    <name>CommandsDock</name>
    <message>
        <source>(it said nothing)</source>
        <translation>(keine Ausgabe)</translation>
    </message>
    <message>
        <source>All hosts</source>
        <translation>Alle Hosts</translation>
    </message>
    <message>
        <source>All operations</source>
        <translation>Alle Vorgänge</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Commands that were run</source>
        <translation>Ausgeführte Befehle</translation>
    </message>
    <message>
        <source>Copy as &amp;shell</source>
        <translation>Als Shell &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as shell</source>
        <translation>Als Shell kopieren</translation>
    </message>
    <message>
        <source>Filter commands</source>
        <translation>Befehle filtern</translation>
    </message>
    <message>
        <source>Hide &amp;monitoring</source>
        <translation>&amp;Überwachung ausblenden</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>No command fits the filter.</source>
        <translation>Kein Befehl passt zum Filter.</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Output of the selected command</source>
        <translation>Ausgabe des gewählten Befehls</translation>
    </message>
    <message>
        <source>Select a command to see what it said.</source>
        <translation>Wählen Sie einen Befehl, um seine Ausgabe zu sehen.</translation>
    </message>
    <message>
        <source>Select one or more commands first.</source>
        <translation>Wählen Sie zuerst einen oder mehrere Befehle.</translation>
    </message>
</context>
<context>
    <name>CommandsModel</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message numerus="yes">
        <source>Create %n VMs</source>
        <translation><numerusform>%n VM anlegen</numerusform><numerusform>%n VMs anlegen</numerusform></translation>
    </message>
    <message>
        <source>Create {vm}</source>
        <translation>{vm} anlegen</translation>
    </message>
    <message>
        <source>The cluster has changed since this plan was made; it no longer fits.</source>
        <translation>Der Cluster hat sich seit diesem Plan verändert; der Plan passt nicht mehr.</translation>
    </message>
    <message>
        <source>This cannot be done</source>
        <translation>Das geht nicht</translation>
    </message>
</context>
<context>
    <name>Configuration</name>
    <message>
        <source>All {count} copies agree.</source>
        <translation>Alle {count} Kopien stimmen überein.</translation>
    </message>
    <message>
        <source>Pacemaker: options</source>
        <translation>Pacemaker: Optionen</translation>
    </message>
    <message>
        <source>Pacemaker: resources</source>
        <translation>Pacemaker: Ressourcen</translation>
    </message>
    <message>
        <source>The copies differ. Compare them before the VM moves.</source>
        <translation>Die Kopien unterscheiden sich. Vergleichen Sie sie, bevor die VM umzieht.</translation>
    </message>
    <message>
        <source>file on {host}</source>
        <translation>Datei auf {host}</translation>
    </message>
    <message>
        <source>libvirt on {host}</source>
        <translation>libvirt auf {host}</translation>
    </message>
</context>
<context>
    <name>ConfigurationPage</name>
    <message>
        <source>&amp;Copy text</source>
        <translation>Text &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf …</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Copy the whole text to the clipboard</source>
        <translation>Den ganzen Text in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>In diesem Text suchen</translation>
    </message>
    <message>
        <source>Its definition has not been read yet. It comes with the next full answer.</source>
        <translation>Die Definition ist noch nicht gelesen. Sie kommt mit der nächsten vollständigen Antwort.</translation>
    </message>
    <message>
        <source>The copies of the definition, and on which host each lies</source>
        <translation>Die Kopien der Definition und auf welchem Host jede liegt</translation>
    </message>
    <message>
        <source>The definitions it had, what changed since, and the way back.</source>
        <translation>Ihre früheren Definitionen, was sich seither geändert hat, und der Weg zurück.</translation>
    </message>
    <message>
        <source>Which copy</source>
        <translation>Welche Kopie</translation>
    </message>
</context>
<context>
    <name>ConsequencesPage</name>
    <message>
        <source>Then {loser} gets what {winner} wrote, and both are the same again. VMs that work with the data of {winner} go on meanwhile. Nothing is done before you have seen the commands and typed the replica's name.</source>
        <translation>Dann bekommt {loser}, was {winner} geschrieben hat, und beide sind wieder gleich. VMs, die mit den Daten von {winner} arbeiten, laufen derweil weiter. Es geschieht nichts, bevor Sie die Befehle gesehen und den Namen des Replikats eingegeben haben.</translation>
    </message>
    <message>
        <source>What will come of it</source>
        <translation>Was daraus wird</translation>
    </message>
</context>
<context>
    <name>ConsoleActions</name>
    <message>
        <source>A shell on this machine, over the connection that is there already.</source>
        <translation>Eine Shell auf dieser Maschine, über die bestehende Verbindung.</translation>
    </message>
    <message>
        <source>Cons&amp;ole</source>
        <translation>&amp;Konsole</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Select one VM or one machine.</source>
        <translation>Wählen Sie eine VM oder eine Maschine aus.</translation>
    </message>
    <message>
        <source>Sh&amp;ell on {host}</source>
        <translation>Sh&amp;ell auf {host}</translation>
    </message>
    <message>
        <source>Shell</source>
        <translation>Shell</translation>
    </message>
    <message>
        <source>The text console of the VM, over the connection to its host.</source>
        <translation>Die Textkonsole der VM, über die Verbindung zu ihrem Host.</translation>
    </message>
</context>
<context>
    <name>ConsoleWindow</name>
    <message>
        <source>&amp;Own window</source>
        <translation>&amp;Eigenes Fenster</translation>
    </message>
    <message>
        <source>Consoles</source>
        <translation>Konsolen</translation>
    </message>
    <message>
        <source>Shows this tab in a window of its own; it goes on.</source>
        <translation>Zeigt diesen Reiter in einem eigenen Fenster; er läuft weiter.</translation>
    </message>
    <message>
        <source>{name} – console</source>
        <translation>{name} – Konsole</translation>
    </message>
</context>
<context>
    <name>CountsLine</name>
    <message>
        <source>Already so ({count})</source>
        <translation>Schon so ({count})</translation>
    </message>
    <message>
        <source>Cannot ({count})</source>
        <translation>Geht nicht ({count})</translation>
    </message>
    <message>
        <source>Objects that will not be changed, and why</source>
        <translation>Objekte, die nicht verändert werden, und warum</translation>
    </message>
    <message>
        <source>Will do ({count})</source>
        <translation>Wird getan ({count})</translation>
    </message>
</context>
<context>
    <name>CutOffDialog</name>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Lassen</translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>Changes nothing; the task is closed and everything stays as it is now.</source>
        <translation>Ändert nichts; die Aufgabe wird geschlossen, und alles bleibt, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation>Später &amp;entscheiden</translation>
    </message>
    <message>
        <source>Looks first what is so already, then does only what is missing. Nothing is done twice.</source>
        <translation>Sieht zuerst nach, was schon so ist, und tut dann nur, was fehlt. Nichts geschieht zweimal.</translation>
    </message>
    <message>
        <source>Nothing has been done yet, so there is nothing to take back.</source>
        <translation>Es ist noch nichts geschehen, also gibt es nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Takes back what was done, the last step first.</source>
        <translation>Nimmt zurück, was getan wurde, den letzten Schritt zuerst.</translation>
    </message>
    <message>
        <source>Task {number} of {count}.</source>
        <translation>Aufgabe {number} von {count}.</translation>
    </message>
    <message>
        <source>Tasks that were cut off</source>
        <translation>Abgerissene Aufgaben</translation>
    </message>
    <message>
        <source>{who} began this {time}; the program ended before it was through. Done: {done}. Outcome unknown: {unknown}. Not begun: {waiting}.</source>
        <translation>{who} hat dies {time} begonnen; das Programm endete, bevor es fertig war. Erledigt: {done}. Ausgang unbekannt: {unknown}. Nicht begonnen: {waiting}.</translation>
    </message>
</context>
<context>
    <name>DeleteVm</name>
    <message>
        <source>Delete {vm}?</source>
        <translation>{vm} löschen?</translation>
    </message>
    <message>
        <source>It goes to the recycle bin with the volumes that only it uses, and can be restored from there. What another VM uses stays.</source>
        <translation>Sie kommt mit den Volumes, die nur sie benutzt, in den Papierkorb und lässt sich von dort wiederherstellen. Was eine andere VM benutzt, bleibt.</translation>
    </message>
    <message>
        <source>Leave its &amp;disks as they are</source>
        <translation>Ihre &amp;Platten lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Remove it for &amp;good: nothing is kept</source>
        <translation>&amp;Endgültig entfernen: Nichts bleibt erhalten</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>DeletedVmsDialog</name>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Wiederherstellen …</translation>
    </message>
    <message>
        <source>A restored VM is off; it has its name, its UUID and its disks again.</source>
        <translation>Eine wiederhergestellte VM ist aus; sie hat wieder ihren Namen, ihre UUID und ihre Platten.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Deleted VMs</source>
        <translation>Gelöschte VMs</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Remove for &amp;good…</source>
        <translation>&amp;Endgültig entfernen …</translation>
    </message>
    <message>
        <source>Remove {vm} for good</source>
        <translation>{vm} endgültig entfernen</translation>
    </message>
    <message>
        <source>Restore {vm}</source>
        <translation>{vm} wiederherstellen</translation>
    </message>
    <message>
        <source>Select one VM.</source>
        <translation>Wählen Sie eine VM aus.</translation>
    </message>
    <message>
        <source>The recycle bin is empty. VMs that you delete can be restored here.</source>
        <translation>Der Papierkorb ist leer. VMs, die Sie löschen, lassen sich hier wiederherstellen.</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>VM</translation>
    </message>
    <message>
        <source>VMs that were deleted</source>
        <translation>Gelöschte VMs</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>&amp;Network cards</source>
        <translation>&amp;Netzwerkkarten</translation>
    </message>
    <message>
        <source>&amp;Starts from</source>
        <translation>&amp;Startet von</translation>
    </message>
    <message>
        <source>C&amp;D</source>
        <translation>C&amp;D</translation>
    </message>
    <message>
        <source>CD</source>
        <translation>CD</translation>
    </message>
    <message>
        <source>D&amp;isks</source>
        <translation>Pla&amp;tten</translation>
    </message>
    <message>
        <source>Disks come and go in the VM's menu; each is a LUN, and grows with its volume.</source>
        <translation>Platten kommen und gehen im Menü der VM; jede ist eine LUN und wächst mit ihrem Volume.</translation>
    </message>
    <message>
        <source>Starts from</source>
        <translation>Startet von</translation>
    </message>
    <message>
        <source>a CD, else its first disk</source>
        <translation>einer CD, sonst ihrer ersten Platte</translation>
    </message>
    <message>
        <source>its first disk</source>
        <translation>ihrer ersten Platte</translation>
    </message>
    <message>
        <source>its first disk, else a CD</source>
        <translation>ihrer ersten Platte, sonst einer CD</translation>
    </message>
    <message>
        <source>its first disk, else the network</source>
        <translation>ihrer ersten Platte, sonst dem Netz</translation>
    </message>
    <message>
        <source>none in it; an image's path on the hosts, or a LUN's device</source>
        <translation>keine eingelegt; Pfad eines Abbilds auf den Hosts oder Gerät einer LUN</translation>
    </message>
    <message>
        <source>only a VM with a firmware has a CD drive</source>
        <translation>nur eine VM mit Firmware hat ein CD-Laufwerk</translation>
    </message>
    <message>
        <source>the network, else its first disk</source>
        <translation>dem Netz, sonst ihrer ersten Platte</translation>
    </message>
    <message>
        <source>what it says device by device</source>
        <translation>was Gerät für Gerät angegeben ist</translation>
    </message>
</context>
<context>
    <name>DiskPage</name>
    <message numerus="yes">
        <source>%n disks need {size} together.</source>
        <translation><numerusform>%n Platte braucht zusammen {size}.</numerusform><numerusform>%n Platten brauchen zusammen {size}.</numerusform></translation>
    </message>
    <message>
        <source>&amp;Add a disk</source>
        <translation>&amp;Platte hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Disk {number}</source>
        <translation>Platte {number}</translation>
    </message>
    <message>
        <source>How large is the disk?</source>
        <translation>Wie groß ist die Platte?</translation>
    </message>
    <message>
        <source>More disks</source>
        <translation>Weitere Platten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The disk that is copied has {size}; it cannot become smaller.</source>
        <translation>Die kopierte Platte hat {size}; kleiner kann sie nicht werden.</translation>
    </message>
    <message>
        <source>The template needs {size} at least; its file system grows to the size here.</source>
        <translation>Die Vorlage braucht mindestens {size}; ihr Dateisystem wächst auf die Größe hier.</translation>
    </message>
    <message>
        <source>Volume &amp;group</source>
        <translation>&amp;Volumegruppe</translation>
    </message>
    <message>
        <source>What the SAN has free</source>
        <translation>Was im SAN frei ist</translation>
    </message>
    <message>
        <source>{free} of {whole} free in {group}</source>
        <translation>{free} von {whole} frei in {group}</translation>
    </message>
</context>
<context>
    <name>DiskTable</name>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>Bus of {disk}</source>
        <translation>Bus von {disk}</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Platten</translation>
    </message>
    <message>
        <source>IDE (hd)</source>
        <translation>IDE (hd)</translation>
    </message>
    <message>
        <source>It has Xen's own disks only: no device model emulates others.</source>
        <translation>Sie hat nur Xens eigene Platten: kein Gerätemodell bildet andere nach.</translation>
    </message>
    <message>
        <source>On the host</source>
        <translation>Auf dem Host</translation>
    </message>
    <message>
        <source>SATA (sd)</source>
        <translation>SATA (sd)</translation>
    </message>
    <message>
        <source>SCSI (sd)</source>
        <translation>SCSI (sd)</translation>
    </message>
    <message>
        <source>Xen (xvd)</source>
        <translation>Xen (xvd)</translation>
    </message>
    <message>
        <source>virtio (vd)</source>
        <translation>virtio (vd)</translation>
    </message>
</context>
<context>
    <name>DraftForm</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Plan zeigen</translation>
    </message>
</context>
<context>
    <name>DrillMenu</name>
    <message>
        <source>&amp;Cut the storage network</source>
        <translation>Speicher&amp;netz kappen</translation>
    </message>
    <message>
        <source>&amp;Kill the SAN server</source>
        <translation>&amp;SAN-Server ausfallen lassen</translation>
    </message>
    <message>
        <source>&amp;Mend the network</source>
        <translation>Netz &amp;flicken</translation>
    </message>
    <message>
        <source>&amp;Pull the plug of</source>
        <translation>&amp;Stecker ziehen bei</translation>
    </message>
    <message>
        <source>D&amp;rill</source>
        <translation>Ü&amp;bung</translation>
    </message>
    <message>
        <source>DRBD replication</source>
        <translation>DRBD-Replikation</translation>
    </message>
    <message>
        <source>Everything is mended. Watch: the cluster heals.</source>
        <translation>Alles ist geflickt. Zu sehen: Der Cluster heilt.</translation>
    </message>
    <message>
        <source>Mend &amp;everything</source>
        <translation>&amp;Alles flicken</translation>
    </message>
    <message>
        <source>Power &amp;on</source>
        <translation>&amp;Einschalten</translation>
    </message>
    <message>
        <source>The replicas are parted. Watch: every VM goes on, with one copy only.</source>
        <translation>Die Replikate sind getrennt. Zu sehen: Jede VM läuft weiter, mit nur einer Kopie.</translation>
    </message>
    <message>
        <source>The replicas see each other again. Watch: they synchronise.</source>
        <translation>Die Replikate sehen sich wieder. Zu sehen: Sie gleichen sich ab.</translation>
    </message>
    <message>
        <source>{name} boots. Watch: it comes back, replicas synchronise.</source>
        <translation>{name} startet. Zu sehen: Rückkehr, Replikate gleichen sich ab.</translation>
    </message>
    <message>
        <source>{name} has no power. Watch: it is fenced, its VMs start elsewhere.</source>
        <translation>{name} ist ohne Strom. Zu sehen: Fencing, dann starten seine VMs anderswo.</translation>
    </message>
    <message>
        <source>{name} is cut. Watch: each LUN keeps one path, every VM goes on.</source>
        <translation>{name} ist gekappt. Zu sehen: Jede LUN behält einen Pfad, jede VM läuft weiter.</translation>
    </message>
    <message>
        <source>{name} is dead. Watch: the other SAN server takes over, VMs go on.</source>
        <translation>{name} ist tot. Zu sehen: Der andere SAN-Server übernimmt, VMs laufen weiter.</translation>
    </message>
    <message>
        <source>{name} is whole again. Watch: the paths come back.</source>
        <translation>{name} ist wieder heil. Zu sehen: Die Pfade kommen zurück.</translation>
    </message>
</context>
<context>
    <name>EventsPage</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Nothing has happened to it since this program watches.</source>
        <translation>Seit dieses Programm zusieht, ist hier nichts geschehen.</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Something in this program went wrong.</source>
        <translation>In diesem Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>The cluster runs on without it. The details stand below and in the log.</source>
        <translation>Der Cluster läuft ohne es weiter. Die Einzelheiten stehen unten und im Protokoll.</translation>
    </message>
    <message>
        <source>xenadmin</source>
        <translation>xenadmin</translation>
    </message>
</context>
<context>
    <name>FindingsWidget</name>
    <message>
        <source>What can be done with {name}</source>
        <translation>Was man mit {name} tun kann</translation>
    </message>
    <message>
        <source>What can be done…</source>
        <translation>Was man tun kann …</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Machines that were found</source>
        <translation>Gefundene Maschinen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Networks that were found</source>
        <translation>Gefundene Netze</translation>
    </message>
    <message>
        <source>Offers storage</source>
        <translation>Bietet Speicher</translation>
    </message>
    <message>
        <source>Runs VMs</source>
        <translation>Trägt VMs</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>management</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>GuestPage</name>
    <message>
        <source>&amp;First-boot script</source>
        <translation>&amp;Skript für den ersten Start</translation>
    </message>
    <message>
        <source>&amp;Host name</source>
        <translation>&amp;Hostname</translation>
    </message>
    <message>
        <source>&amp;More keys</source>
        <translation>W&amp;eitere Schlüssel</translation>
    </message>
    <message>
        <source>&amp;Packages</source>
        <translation>&amp;Pakete</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>Zeitz&amp;one</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>Inside the guest</source>
        <translation>Im Gast</translation>
    </message>
    <message>
        <source>None in ~/.ssh.</source>
        <translation>Keine in ~/.ssh.</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>&amp;Kennwort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>SSH keys</source>
        <translation>SSH-Schlüssel</translation>
    </message>
    <message>
        <source>Sh&amp;ow it</source>
        <translation>&amp;Anzeigen</translation>
    </message>
    <message>
        <source>The clone is told nothing: it keeps name, addresses and keys.</source>
        <translation>Der Klon erfährt nichts: Er behält Name, Adressen und Schlüssel.</translation>
    </message>
    <message>
        <source>The guest is told nothing: its installer asks.</source>
        <translation>Dem Gast wird nichts mitgeteilt: sein Installer fragt.</translation>
    </message>
    <message>
        <source>The template has no cloud-init: packages cannot be installed.</source>
        <translation>Die Vorlage hat kein cloud-init: Pakete können nicht installiert werden.</translation>
    </message>
    <message>
        <source>The template takes no settings: the guest starts as the image is.</source>
        <translation>Die Vorlage nimmt keine Einstellungen an: Der Gast startet so, wie das Abbild ist.</translation>
    </message>
    <message>
        <source>What is the guest told?</source>
        <translation>Was erfährt der Gast?</translation>
    </message>
    <message>
        <source>as in the template</source>
        <translation>wie in der Vorlage</translation>
    </message>
    <message>
        <source>as the VM; {name} stands for its name</source>
        <translation>wie die VM; {name} steht für ihren Namen</translation>
    </message>
    <message>
        <source>such as qemu-guest-agent, vim</source>
        <translation>etwa qemu-guest-agent, vim</translation>
    </message>
</context>
<context>
    <name>HandbookDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Handbook</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definitionen</translation>
    </message>
    <message>
        <source>Each definition that was seen is kept. Lines with a minus were in the chosen one, lines with a plus are there now.</source>
        <translation>Jede Definition, die gesehen wurde, wird aufbewahrt. Zeilen mit Minus standen in der gewählten, Zeilen mit Plus stehen jetzt da.</translation>
    </message>
    <message>
        <source>Go back to it…</source>
        <translation>Zu ihr zurückkehren …</translation>
    </message>
    <message>
        <source>History of {vm}</source>
        <translation>Verlauf von {vm}</translation>
    </message>
    <message>
        <source>It is what it is now.</source>
        <translation>So ist sie jetzt.</translation>
    </message>
    <message>
        <source>The history is being read…</source>
        <translation>Der Verlauf wird gelesen …</translation>
    </message>
    <message>
        <source>What was it, and what has changed since?</source>
        <translation>Was war sie, und was hat sich seither geändert?</translation>
    </message>
    <message>
        <source>{number} · {time} · {name}</source>
        <translation>{number} · {time} · {name}</translation>
    </message>
    <message>
        <source>{version} · now</source>
        <translation>{version} · jetzt</translation>
    </message>
</context>
<context>
    <name>HostList</name>
    <message>
        <source>Free, GiB</source>
        <translation>Frei, GiB</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Hosts to move to</source>
        <translation>Hosts als Ziel</translation>
    </message>
    <message>
        <source>Then free, GiB</source>
        <translation>Danach frei, GiB</translation>
    </message>
</context>
<context>
    <name>HostsWidget</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>ImpactBox</name>
    <message>
        <source>If {name} fails</source>
        <translation>Wenn {name} ausfällt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>These VMs lose redundancy</source>
        <translation>Diese VMs verlieren Redundanz</translation>
    </message>
    <message>
        <source>These VMs stop</source>
        <translation>Diese VMs bleiben stehen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>und %n weitere</numerusform><numerusform>und %n weitere</numerusform></translation>
    </message>
</context>
<context>
    <name>InstallActions</name>
    <message>
        <source>C&amp;lone…</source>
        <translation>Kl&amp;onen …</translation>
    </message>
    <message>
        <source>Clone as {vm}</source>
        <translation>Als {vm} klonen</translation>
    </message>
    <message numerus="yes">
        <source>Create %n VMs</source>
        <translation><numerusform>%n VM anlegen</numerusform><numerusform>%n VMs anlegen</numerusform></translation>
    </message>
    <message>
        <source>Create {vm}</source>
        <translation>{vm} anlegen</translation>
    </message>
    <message>
        <source>Make VMs from a template; shows the plan first (Ctrl+N).</source>
        <translation>Legt VMs aus einer Vorlage an; zeigt zuerst den Plan (Strg+N).</translation>
    </message>
    <message>
        <source>Make another VM like this one; shows the plan first.</source>
        <translation>Legt noch eine VM wie diese an; zeigt zuerst den Plan.</translation>
    </message>
    <message>
        <source>New &amp;VM from {name}…</source>
        <translation>&amp;Neue VM aus {name} …</translation>
    </message>
    <message>
        <source>New &amp;VM on {name}…</source>
        <translation>&amp;Neue VM auf {name} …</translation>
    </message>
    <message>
        <source>New &amp;VM…</source>
        <translation>&amp;Neue VM …</translation>
    </message>
    <message>
        <source>Saved as the preset {name}.</source>
        <translation>Als Vorgabe {name} gespeichert.</translation>
    </message>
    <message>
        <source>Select one VM.</source>
        <translation>Wählen Sie eine VM aus.</translation>
    </message>
    <message>
        <source>The preset {name} is gone.</source>
        <translation>Die Vorgabe {name} ist gelöscht.</translation>
    </message>
    <message>
        <source>Which answers?</source>
        <translation>Welche Antwortdatei?</translation>
    </message>
</context>
<context>
    <name>InstallChecks</name>
    <message>
        <source>Choose a template that it is like, or copy it as it is.</source>
        <translation>Wählen Sie eine Vorlage, der sie gleicht, oder kopieren Sie sie, wie sie ist.</translation>
    </message>
    <message>
        <source>Choose a template, or an installer.</source>
        <translation>Wählen Sie eine Vorlage oder einen Installer.</translation>
    </message>
    <message>
        <source>Give an address with its prefix, such as 10.0.0.5/24.</source>
        <translation>Geben Sie eine Adresse mit Präfix an, etwa 10.0.0.5/24.</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Sie braucht einen Namen.</translation>
    </message>
    <message>
        <source>One clone at a time: give one name.</source>
        <translation>Immer nur ein Klon: Geben Sie einen Namen an.</translation>
    </message>
    <message>
        <source>Or copy it as it is at one moment, or a snapshot of it.</source>
        <translation>Oder kopieren Sie ihren Stand in einem Augenblick, oder einen Snapshot von ihr.</translation>
    </message>
    <message>
        <source>Say where the CD's image lies on the hosts.</source>
        <translation>Geben Sie an, wo das CD-Abbild auf den Hosts liegt.</translation>
    </message>
    <message>
        <source>Say where the initrd lies on the hosts.</source>
        <translation>Geben Sie an, wo die Initrd auf den Hosts liegt.</translation>
    </message>
    <message>
        <source>Say where the kernel lies on the hosts.</source>
        <translation>Geben Sie an, wo der Kernel auf den Hosts liegt.</translation>
    </message>
    <message>
        <source>Several VMs cannot share one: leave it empty.</source>
        <translation>Mehrere VMs können sich keine teilen: Lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>This is no public SSH key: {text}</source>
        <translation>Das ist kein öffentlicher SSH-Schlüssel: {text}</translation>
    </message>
</context>
<context>
    <name>InstallSummary</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation><numerusform>%n Zeile</numerusform><numerusform>%n Zeilen</numerusform></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Apart from</source>
        <translation>Getrennt von</translation>
    </message>
    <message>
        <source>AutoYaST</source>
        <translation>AutoYaST</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <translation>Karte {number}</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Clone of</source>
        <translation>Klon von</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert wird</translation>
    </message>
    <message>
        <source>DHCP</source>
        <translation>DHCP</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Platten</translation>
    </message>
    <message>
        <source>First-boot script</source>
        <translation>Skript für den ersten Start</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>In the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>Initrd</source>
        <translation>Initrd</translation>
    </message>
    <message>
        <source>Installer's CD</source>
        <translation>Installations-CD</translation>
    </message>
    <message>
        <source>Kickstart</source>
        <translation>Kickstart</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Network installer</source>
        <translation>Netzwerk-Installer</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>SSH keys</source>
        <translation>SSH-Schlüssel</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>VLAN {number}</source>
        <translation>VLAN {number}</translation>
    </message>
    <message>
        <source>a free MAC address</source>
        <translation>eine freie MAC-Adresse</translation>
    </message>
    <message>
        <source>all disks at one moment; it is paused some seconds</source>
        <translation>alle Platten im selben Augenblick; sie hält einige Sekunden an</translation>
    </message>
    <message>
        <source>as in the template</source>
        <translation>wie in der Vorlage</translation>
    </message>
    <message>
        <source>as it was when it was made</source>
        <translation>wie beim Anlegen der VM</translation>
    </message>
    <message>
        <source>as one of {template}</source>
        <translation>wie eine VM aus {template}</translation>
    </message>
    <message>
        <source>as the VM</source>
        <translation>wie die VM</translation>
    </message>
    <message>
        <source>each where most memory is free</source>
        <translation>jede dort, wo am meisten Speicher frei ist</translation>
    </message>
    <message>
        <source>is not set</source>
        <translation>ist nicht gesetzt</translation>
    </message>
    <message>
        <source>is set</source>
        <translation>ist gesetzt</translation>
    </message>
    <message>
        <source>is started</source>
        <translation>wird gestartet</translation>
    </message>
    <message>
        <source>names from {servers}</source>
        <translation>Namen von {servers}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none: its installer asks</source>
        <translation>keine: der Installer fragt</translation>
    </message>
    <message>
        <source>none: the installer asks</source>
        <translation>keine: der Installer fragt</translation>
    </message>
    <message>
        <source>nothing: it keeps name, addresses and keys</source>
        <translation>keine: Er behält Name, Adressen und Schlüssel</translation>
    </message>
    <message>
        <source>off</source>
        <translation>bleibt aus</translation>
    </message>
    <message>
        <source>over {gateway}</source>
        <translation>über {gateway}</translation>
    </message>
    <message>
        <source>preseed</source>
        <translation>Preseed</translation>
    </message>
    <message>
        <source>the disks as they are, while it is off</source>
        <translation>die Platten, wie sie sind, während sie aus ist</translation>
    </message>
    <message>
        <source>yes, priority {number}</source>
        <translation>ja, Priorität {number}</translation>
    </message>
    <message>
        <source>{host}, which has the most memory free</source>
        <translation>{host}, dort ist am meisten Speicher frei</translation>
    </message>
    <message>
        <source>{size} in {group}</source>
        <translation>{size} in {group}</translation>
    </message>
</context>
<context>
    <name>InstallWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Clone {vm}</source>
        <translation>{vm} klonen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Mend what is listed above first.</source>
        <translation>Beheben Sie zuerst, was oben steht.</translation>
    </message>
    <message>
        <source>New VM</source>
        <translation>Neue VM</translation>
    </message>
    <message>
        <source>Nothing was done on the cluster yet.</source>
        <translation>Am Cluster wurde noch nichts geändert.</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Plan zeigen</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Throw away what you filled in?</source>
        <translation>Eingaben verwerfen?</translation>
    </message>
</context>
<context>
    <name>InstallerFields</name>
    <message>
        <source>&amp;Answers</source>
        <translation>&amp;Antworten</translation>
    </message>
    <message>
        <source>&amp;Initrd</source>
        <translation>&amp;Initrd</translation>
    </message>
    <message>
        <source>&amp;Kernel on the hosts</source>
        <translation>&amp;Kernel auf den Hosts</translation>
    </message>
    <message>
        <source>&amp;Load a file…</source>
        <translation>Datei &amp;laden …</translation>
    </message>
    <message>
        <source>Command &amp;line</source>
        <translation>&amp;Befehlszeile</translation>
    </message>
    <message>
        <source>Kin&amp;d of VM</source>
        <translation>Art &amp;der VM</translation>
    </message>
    <message>
        <source>Preseed, AutoYaST or Kickstart; put into the initrd on the hosts, and kept nowhere else. @name@ stands for the VM's name.</source>
        <translation>Preseed, AutoYaST oder Kickstart; kommt auf den Hosts in die Initrd und wird sonst nirgends aufgehoben. @name@ steht für den Namen der VM.</translation>
    </message>
    <message>
        <source>The same files have to lie on every host.</source>
        <translation>Auf jedem Host müssen dieselben Dateien liegen.</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>&amp;Copy to every server</source>
        <translation>Auf jeden Server &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Import an image that lies on a SAN server…</source>
        <translation>Ein Abbild &amp;importieren, das auf einem SAN-Server liegt …</translation>
    </message>
    <message>
        <source>&amp;New template</source>
        <translation>&amp;Neue Vorlage</translation>
    </message>
    <message>
        <source>&amp;Send an image from this machine…</source>
        <translation>Ein Abbild von diesem Rechner &amp;senden …</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Lies on</source>
        <translation>Liegt auf</translation>
    </message>
    <message>
        <source>Make one of a &amp;VM…</source>
        <translation>Aus einer &amp;VM machen …</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>The SAN servers have not answered yet.</source>
        <translation>Die SAN-Server haben noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>The library is empty. VMs are made of templates: import an image that lies on a SAN server, send one from this machine, or make one of a VM that is as it should be. Scripts that build images of Debian and openSUSE lie in {folder}.</source>
        <translation>Die Bibliothek ist leer. VMs entstehen aus Vorlagen: Importieren Sie ein Abbild, das auf einem SAN-Server liegt, senden Sie eines von diesem Rechner, oder machen Sie eine aus einer VM, die ist, wie sie sein soll. Skripte, die Abbilder von Debian und openSUSE bauen, liegen in {folder}.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Verif&amp;y</source>
        <translation>&amp;Prüfen</translation>
    </message>
</context>
<context>
    <name>LifeActions</name>
    <message>
        <source>Another name, on every host; shows the plan first.</source>
        <translation>Ein anderer Name, auf jedem Host; zeigt zuerst den Plan.</translation>
    </message>
    <message>
        <source>Change {vm} back</source>
        <translation>{vm} zurückändern</translation>
    </message>
    <message>
        <source>D&amp;elete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Delete {vm}</source>
        <translation>{vm} löschen</translation>
    </message>
    <message>
        <source>Deleted VMs…</source>
        <translation>&amp;Gelöschte VMs …</translation>
    </message>
    <message>
        <source>End the pro&amp;tection…</source>
        <translation>Schut&amp;z beenden …</translation>
    </message>
    <message>
        <source>End the protection of {vm}</source>
        <translation>Schutz von {vm} beenden</translation>
    </message>
    <message>
        <source>Histor&amp;y…</source>
        <translation>Verla&amp;uf …</translation>
    </message>
    <message>
        <source>Into the recycle bin, with its own disks; shows the plan first.</source>
        <translation>In den Papierkorb, mit ihren eigenen Platten; zeigt zuerst den Plan.</translation>
    </message>
    <message>
        <source>Pacemaker leaves it; it is not stopped.</source>
        <translation>Pacemaker lässt von ihr ab; sie wird nicht angehalten.</translation>
    </message>
    <message>
        <source>Pacemaker runs it from then on; it is not restarted.</source>
        <translation>Von da an führt Pacemaker sie aus; sie wird nicht neu gestartet.</translation>
    </message>
    <message>
        <source>Pro&amp;tect…</source>
        <translation>Schüt&amp;zen …</translation>
    </message>
    <message>
        <source>Protect {vm}</source>
        <translation>{vm} schützen</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Umb&amp;enennen …</translation>
    </message>
    <message>
        <source>Rename {vm}</source>
        <translation>{vm} umbenennen</translation>
    </message>
    <message>
        <source>Select one VM.</source>
        <translation>Wählen Sie eine VM aus.</translation>
    </message>
    <message>
        <source>The definitions it had, what changed since, and the way back.</source>
        <translation>Ihre früheren Definitionen, was sich seither geändert hat, und der Weg zurück.</translation>
    </message>
</context>
<context>
    <name>LogDock</name>
    <message>
        <source>C&amp;lear</source>
        <translation>&amp;Leeren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Filter messages</source>
        <translation>Meldungen filtern</translation>
    </message>
    <message>
        <source>Information and worse</source>
        <translation>Hinweise und Schlimmeres</translation>
    </message>
    <message>
        <source>Least level shown</source>
        <translation>Ab welcher Stufe gezeigt wird</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Messages of the program</source>
        <translation>Meldungen des Programms</translation>
    </message>
    <message>
        <source>Nothing to report.</source>
        <translation>Nichts zu berichten.</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>information</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>LoserPage</name>
    <message>
        <source>Both servers are still being asked what they know of the split.</source>
        <translation>Beide Server werden noch gefragt, was sie von der Trennung wissen.</translation>
    </message>
    <message>
        <source>Drop what {server} wrote ({size})</source>
        <translation>Verwerfen, was {server} geschrieben hat ({size})</translation>
    </message>
    <message>
        <source>It does not serve the VMs now.</source>
        <translation>Er bedient die VMs gerade nicht.</translation>
    </message>
    <message>
        <source>Nothing can be recommended. {reason}</source>
        <translation>Eine Empfehlung ist nicht möglich. {reason}</translation>
    </message>
    <message>
        <source>Recommended: drop what {server} wrote. {reason}</source>
        <translation>Empfehlung: Verwerfen, was {server} geschrieben hat. {reason}</translation>
    </message>
    <message>
        <source>The VMs work with its data now: what they wrote would be gone.</source>
        <translation>Die VMs arbeiten gerade mit seinen Daten: Was sie geschrieben haben, wäre fort.</translation>
    </message>
    <message>
        <source>Whose writes are dropped?</source>
        <translation>Wessen Änderungen werden verworfen?</translation>
    </message>
</context>
<context>
    <name>MachinePage</name>
    <message>
        <source>&amp;Memory</source>
        <translation>&amp;Speicher</translation>
    </message>
    <message>
        <source>&amp;Processors</source>
        <translation>&amp;Prozessoren</translation>
    </message>
    <message>
        <source>CPU and memory</source>
        <translation>CPU und Speicher</translation>
    </message>
    <message>
        <source>How large is the machine?</source>
        <translation>Wie groß ist die Maschine?</translation>
    </message>
    <message numerus="yes">
        <source>The template needs {memory} and %n processor(s) at least.</source>
        <translation><numerusform>Die Vorlage braucht mindestens {memory} und %n Prozessor.</numerusform><numerusform>Die Vorlage braucht mindestens {memory} und %n Prozessoren.</numerusform></translation>
    </message>
    <message>
        <source>What the hosts have free</source>
        <translation>Was auf den Hosts frei ist</translation>
    </message>
    <message>
        <source>{free} of {whole} free, {cpus} processors</source>
        <translation>{free} von {whole} frei, {cpus} Prozessoren</translation>
    </message>
</context>
<context>
    <name>MachineStrip</name>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
</context>
<context>
    <name>MainToolBar</name>
    <message>
        <source>Find any object or action by a few letters (Ctrl+K)</source>
        <translation>Jedes Objekt und jede Aktion mit ein paar Buchstaben finden (Strg+K)</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>Suchen oder ausführen</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pacemaker: {mode}</source>
        <translation>Pacemaker: {mode}</translation>
    </message>
    <message>
        <source>xenadmin</source>
        <translation>xenadmin</translation>
    </message>
    <message>
        <source>{name} – xenadmin</source>
        <translation>{name} – xenadmin</translation>
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
        <translation><numerusform>%n Replikat nicht gespiegelt</numerusform><numerusform>%n Replikate nicht gespiegelt</numerusform></translation>
    </message>
    <message>
        <source>Hosts and their VMs</source>
        <translation>Hosts und ihre VMs</translation>
    </message>
    <message>
        <source>SAN</source>
        <translation>SAN</translation>
    </message>
    <message>
        <source>Storage networks</source>
        <translation>Speichernetze</translation>
    </message>
    <message>
        <source>cluster IP held by nobody</source>
        <translation>Cluster-IP hat niemand</translation>
    </message>
    <message>
        <source>{up} of {count} sessions</source>
        <translation>{up} von {count} Sitzungen</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Actions</source>
        <translation>A&amp;ktionen</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>&amp;Host</translation>
    </message>
    <message>
        <source>&amp;SAN</source>
        <translation>&amp;SAN</translation>
    </message>
    <message>
        <source>&amp;VM</source>
        <translation>&amp;VM</translation>
    </message>
    <message>
        <source>Go to {name}</source>
        <translation>Gehe zu {name}</translation>
    </message>
    <message>
        <source>H&amp;elp</source>
        <translation>Hil&amp;fe</translation>
    </message>
    <message>
        <source>Open a cluster first</source>
        <translation>Öffnen Sie zuerst einen Cluster</translation>
    </message>
    <message>
        <source>V&amp;iew</source>
        <translation>&amp;Ansicht</translation>
    </message>
</context>
<context>
    <name>Migrate</name>
    <message>
        <source>Pacemaker may not move {vm} live: allow-migrate is not set.</source>
        <translation>Pacemaker darf {vm} nicht im laufenden Betrieb verschieben: allow-migrate ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Possible.</source>
        <translation>Möglich.</translation>
    </message>
    <message>
        <source>Stop {vm} here and start it there</source>
        <translation>{vm} hier anhalten und dort starten</translation>
    </message>
    <message>
        <source>Suspend, copy, resume: {vm} stands still while it is copied</source>
        <translation>Anhalten, kopieren, fortsetzen: {vm} steht still, während kopiert wird</translation>
    </message>
    <message>
        <source>{host} ({size} free)</source>
        <translation>{host} ({size} frei)</translation>
    </message>
    <message>
        <source>{vm} is a PV guest, and this Xen is built without shadow paging: it cannot move while it runs.</source>
        <translation>{vm} ist ein PV-Gast, und dieses Xen ist ohne Shadow Paging gebaut: {vm} kann nicht im laufenden Betrieb umziehen.</translation>
    </message>
</context>
<context>
    <name>MigrateDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose how it may be interrupted first.</source>
        <translation>Wählen Sie zuerst, wie unterbrochen werden darf.</translation>
    </message>
    <message>
        <source>Memory used afterwards: {hosts}</source>
        <translation>Danach belegter Speicher: {hosts}</translation>
    </message>
    <message>
        <source>Migrate</source>
        <translation>Migrieren</translation>
    </message>
    <message>
        <source>Move these with an &amp;interruption</source>
        <translation>Diese mit einer &amp;Unterbrechung verschieben</translation>
    </message>
    <message>
        <source>No host is possible.</source>
        <translation>Kein Host kommt infrage.</translation>
    </message>
    <message>
        <source>None of them can move so.</source>
        <translation>So kann keine von ihnen umziehen.</translation>
    </message>
    <message>
        <source>Not while running: {vms}. {why}</source>
        <translation>Nicht im laufenden Betrieb: {vms}. {why}</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Plan zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show the plan for %n VM(s)</source>
        <translation><numerusform>Plan für %n VM zeigen</numerusform><numerusform>Plan für %n VMs zeigen</numerusform></translation>
    </message>
    <message>
        <source>Show the plan for {host}</source>
        <translation>Plan für {host} zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Where should these %n VM(s) move to?</source>
        <translation><numerusform>Wohin soll diese %n VM umziehen?</numerusform><numerusform>Wohin sollen diese %n VMs umziehen?</numerusform></translation>
    </message>
    <message>
        <source>Where should {vm} move to from {host}?</source>
        <translation>Wohin soll {vm} von {host} umziehen?</translation>
    </message>
</context>
<context>
    <name>MoveTable</name>
    <message>
        <source>&amp;All to</source>
        <translation>&amp;Alle nach</translation>
    </message>
    <message>
        <source>Foreseen</source>
        <translation>Voraussichtlich</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>The best host for each</source>
        <translation>Der jeweils beste Host</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>VM</translation>
    </message>
    <message>
        <source>VMs to move</source>
        <translation>VMs, die umziehen</translation>
    </message>
    <message>
        <source>Where {vm} goes</source>
        <translation>Wohin {vm} geht</translation>
    </message>
    <message>
        <source>best host</source>
        <translation>bester Host</translation>
    </message>
    <message>
        <source>goes to {host}</source>
        <translation>geht nach {host}</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message numerus="yes">
        <source>%n VMs: {names}</source>
        <translation><numerusform>%n VM: {names}</numerusform><numerusform>%n VMs: {names}</numerusform></translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Its volume is called the same.</source>
        <translation>Ihr Volume heißt genauso.</translation>
    </message>
    <message>
        <source>Its volume is called the same. For several VMs write web{01..05}.</source>
        <translation>Ihr Volume heißt genauso. Für mehrere VMs schreiben Sie web{01..05}.</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>Schla&amp;gwörter</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Wie heißt sie?</translation>
    </message>
    <message>
        <source>Words that it is found by: the filter then knows tag:web.</source>
        <translation>Wörter, unter denen sie zu finden ist: der Filter kennt dann tag:web.</translation>
    </message>
    <message>
        <source>such as web, production</source>
        <translation>etwa web, produktion</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter: web  state:failed  host:xen2</source>
        <translation>Filter: web  state:failed  host:xen2</translation>
    </message>
    <message>
        <source>No SAN server has answered yet.</source>
        <translation>Noch hat kein SAN-Server geantwortet.</translation>
    </message>
    <message>
        <source>No VM is known yet.</source>
        <translation>Noch ist keine VM bekannt.</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nichts passt zum Filter.</translation>
    </message>
    <message>
        <source>SAN</source>
        <translation>SAN</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>VMs</source>
        <translation>VMs</translation>
    </message>
    <message>
        <source>Words, or one of name: state: host: protected: ip: lun: mac: uuid: tag: kind:
For example: state:failed host:xen2, or protected:no</source>
        <translation>Wörter oder eines von name: state: host: protected: ip: lun: mac: uuid: tag: kind:
Zum Beispiel: state:failed host:xen2 oder protected:no</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>&amp;Add a card</source>
        <translation>&amp;Karte hinzufügen</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <translation>Karte {number}</translation>
    </message>
    <message>
        <source>It has no network card.</source>
        <translation>Sie hat keine Netzwerkkarte.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Which networks is it in?</source>
        <translation>In welchen Netzen ist sie?</translation>
    </message>
    <message>
        <source>{first} for {first_vm} to {last} for {last_vm}</source>
        <translation>{first} für {first_vm} bis {last} für {last_vm}</translation>
    </message>
</context>
<context>
    <name>NicBox</name>
    <message>
        <source>&amp;IP address</source>
        <translation>&amp;IP-Adresse</translation>
    </message>
    <message>
        <source>&amp;MAC address</source>
        <translation>&amp;MAC-Adresse</translation>
    </message>
    <message>
        <source>&amp;VLAN</source>
        <translation>&amp;VLAN</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>A&amp;dresse</translation>
    </message>
    <message>
        <source>Brid&amp;ge</source>
        <translation>&amp;Bridge</translation>
    </message>
    <message>
        <source>Gate&amp;way</source>
        <translation>&amp;Gateway</translation>
    </message>
    <message>
        <source>Missing on {hosts}: a VM with this card cannot run there.</source>
        <translation>Fehlt auf {hosts}: dort kann eine VM mit dieser Karte nicht laufen.</translation>
    </message>
    <message>
        <source>Name &amp;servers</source>
        <translation>Name&amp;server</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>a free one is drawn</source>
        <translation>eine freie wird gewählt</translation>
    </message>
    <message>
        <source>asks for it (DHCP)</source>
        <translation>erfragt sie (DHCP)</translation>
    </message>
    <message>
        <source>is given here</source>
        <translation>steht hier</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
</context>
<context>
    <name>NicTable</name>
    <message>
        <source>&amp;Add a card</source>
        <translation>Karte &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove the card</source>
        <translation>Karte &amp;entfernen</translation>
    </message>
    <message>
        <source>Address (MAC)</source>
        <translation>Adresse (MAC)</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Bridge</translation>
    </message>
    <message>
        <source>Leave it empty: then it gets one that no VM has.</source>
        <translation>Leer lassen: Dann bekommt sie eine, die keine VM hat.</translation>
    </message>
    <message>
        <source>Network cards</source>
        <translation>Netzwerkkarten</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>{bridge} is missing on {hosts}: the VM cannot run there.</source>
        <translation>{bridge} fehlt auf {hosts}: dort kann die VM nicht laufen.</translation>
    </message>
    <message>
        <source>{bridge} is no Open vSwitch: such a bridge knows no VLAN of one card.</source>
        <translation>{bridge} ist kein Open vSwitch: eine solche Bridge kennt kein VLAN einer einzelnen Karte.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ObjectView</name>
    <message numerus="yes">
        <source>%n object(s) selected</source>
        <translation><numerusform>%n Objekt gewählt</numerusform><numerusform>%n Objekte gewählt</numerusform></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>It can be restored from there: “Deleted VMs…” in the VM menu.</source>
        <translation>Sie lässt sich von dort wiederherstellen: „Gelöschte VMs …“ im Menü VM.</translation>
    </message>
    <message>
        <source>It was removed, or it has another name now.</source>
        <translation>Es wurde entfernt oder heißt jetzt anders.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>SAN</source>
        <translation>SAN</translation>
    </message>
    <message>
        <source>Storage chain</source>
        <translation>Speicherkette</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>is in the recycle bin</source>
        <translation>liegt im Papierkorb</translation>
    </message>
    <message>
        <source>is no longer there</source>
        <translation>ist nicht mehr da</translation>
    </message>
</context>
<context>
    <name>PageList</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>{page}: look whether this is meant</source>
        <translation>{page}: sehen Sie nach, ob das so gemeint ist</translation>
    </message>
    <message>
        <source>{page}: something is wrong here</source>
        <translation>{page}: Hier stimmt etwas nicht</translation>
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
        <translation><numerusform>%n Prozessor</numerusform><numerusform>%n Prozessoren</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) wrong now</source>
        <translation><numerusform>%n Sache stimmt gerade nicht</numerusform><numerusform>%n Sachen stimmen gerade nicht</numerusform></translation>
    </message>
    <message>
        <source>100 % is one full processor</source>
        <translation>100 % sind ein voller Prozessor</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>As each side says</source>
        <translation>Wie jede Seite es sagt</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>Auf einen Blick</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Being done</source>
        <translation>Im Gange</translation>
    </message>
    <message>
        <source>Bridge</source>
        <translation>Bridge</translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation>Bridges</translation>
    </message>
    <message>
        <source>CD: {source}</source>
        <translation>CD: {source}</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Cannot be asked</source>
        <translation>Nicht zu fragen</translation>
    </message>
    <message>
        <source>Cluster IP</source>
        <translation>Cluster-IP</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Definition used</source>
        <translation>Benutzte Definition</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definitionen</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Platten</translation>
    </message>
    <message>
        <source>Domain number</source>
        <translation>Domain-Nummer</translation>
    </message>
    <message>
        <source>Fencing</source>
        <translation>Fencing</translation>
    </message>
    <message>
        <source>Free GiB</source>
        <translation>Frei, GiB</translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation>Freier Speicher</translation>
    </message>
    <message>
        <source>From its next start</source>
        <translation>Ab ihrem nächsten Start</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Gehalten von</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hypervisor</translation>
    </message>
    <message>
        <source>In Pacemaker</source>
        <translation>In Pacemaker</translation>
    </message>
    <message>
        <source>In the recycle bin since</source>
        <translation>Im Papierkorb seit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>LUN</source>
        <translation>LUN</translation>
    </message>
    <message>
        <source>LUN {number}</source>
        <translation>LUN {number}</translation>
    </message>
    <message>
        <source>LUNs</source>
        <translation>LUNs</translation>
    </message>
    <message>
        <source>Last answer took</source>
        <translation>Letzte Antwort dauerte</translation>
    </message>
    <message>
        <source>Last seen on</source>
        <translation>Zuletzt gesehen auf</translation>
    </message>
    <message>
        <source>Lies on</source>
        <translation>Liegt auf</translation>
    </message>
    <message>
        <source>Live migration</source>
        <translation>Migration im Betrieb</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Maschinen</translation>
    </message>
    <message>
        <source>Members online</source>
        <translation>Mitglieder online</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Missing disks</source>
        <translation>Fehlende Platten</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Network cards</source>
        <translation>Netzwerkkarten</translation>
    </message>
    <message>
        <source>No VM depends on it as far as known.</source>
        <translation>Soweit bekannt, hängt keine VM davon ab.</translation>
    </message>
    <message>
        <source>No VM runs here. Select one elsewhere and choose Migrate to bring it here.</source>
        <translation>Hier läuft keine VM. Wählen Sie anderswo eine und dann Migrieren, um sie herzuholen.</translation>
    </message>
    <message>
        <source>No definition has been read yet.</source>
        <translation>Noch ist keine Definition gelesen.</translation>
    </message>
    <message>
        <source>No disk is known: its definition has not been read yet.</source>
        <translation>Keine Platte bekannt: Die Definition ist noch nicht gelesen.</translation>
    </message>
    <message>
        <source>No host has a path to it.</source>
        <translation>Kein Host hat einen Pfad dorthin.</translation>
    </message>
    <message>
        <source>No host is logged in.</source>
        <translation>Kein Host ist angemeldet.</translation>
    </message>
    <message>
        <source>No member has answered: VMs are not restarted by it as far as known</source>
        <translation>Kein Mitglied hat geantwortet: Soweit bekannt, startet es keine VM neu</translation>
    </message>
    <message>
        <source>No network card is known.</source>
        <translation>Keine Netzwerkkarte bekannt.</translation>
    </message>
    <message>
        <source>No replica is known on this server.</source>
        <translation>Auf diesem Server ist kein Replikat bekannt.</translation>
    </message>
    <message>
        <source>No volume group is known on this server.</source>
        <translation>Auf diesem Server ist keine Volumegruppe bekannt.</translation>
    </message>
    <message>
        <source>Nobody restarts these when their host fails.</source>
        <translation>Diese startet niemand neu, wenn ihr Host ausfällt.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Nothing. Every machine answers, and everything agrees.</source>
        <translation>Nichts. Jede Maschine antwortet, und alles stimmt überein.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Offered by</source>
        <translation>Angeboten von</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>On servers</source>
        <translation>Auf den Servern</translation>
    </message>
    <message>
        <source>Out of sync</source>
        <translation>Nicht abgeglichen</translation>
    </message>
    <message>
        <source>PV guests</source>
        <translation>PV-Gäste</translation>
    </message>
    <message>
        <source>Pacemaker</source>
        <translation>Pacemaker</translation>
    </message>
    <message>
        <source>Pacemaker counts a failure against it</source>
        <translation>Pacemaker zählt ihr einen Fehlschlag an</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Paths to the SAN</source>
        <translation>Pfade zum SAN</translation>
    </message>
    <message>
        <source>Peer disk</source>
        <translation>Platte der Gegenseite</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Primary on</source>
        <translation>Primär auf</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>Quorum</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Erreicht über</translation>
    </message>
    <message>
        <source>Remembered failures</source>
        <translation>Gemerkte Fehlschläge</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>Replicas, as this server sees them</source>
        <translation>Replikate, wie dieser Server sie sieht</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Running unprotected</source>
        <translation>Läuft ungeschützt</translation>
    </message>
    <message>
        <source>SAN</source>
        <translation>SAN</translation>
    </message>
    <message>
        <source>SAN active on</source>
        <translation>SAN aktiv auf</translation>
    </message>
    <message>
        <source>SAN, active</source>
        <translation>SAN, aktiv</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Sessions through it</source>
        <translation>Sitzungen darüber</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size GiB</source>
        <translation>Größe, GiB</translation>
    </message>
    <message>
        <source>Size on {server}</source>
        <translation>Größe auf {server}</translation>
    </message>
    <message>
        <source>Snapshot of</source>
        <translation>Snapshot von</translation>
    </message>
    <message>
        <source>Snapshots' fill level</source>
        <translation>Füllstand der Snapshots</translation>
    </message>
    <message>
        <source>Source on the host</source>
        <translation>Quelle auf dem Host</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Start with the host</source>
        <translation>Start mit dem Host</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Still waiting for the first answer of {servers}.</source>
        <translation>Warte noch auf die erste Antwort von {servers}.</translation>
    </message>
    <message>
        <source>Synchronised</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>The group holds no volume.</source>
        <translation>Die Gruppe enthält kein Volume.</translation>
    </message>
    <message>
        <source>The same holds for {names}.</source>
        <translation>Dasselbe gilt für {names}.</translation>
    </message>
    <message>
        <source>This host has no iSCSI session.</source>
        <translation>Dieser Host hat keine iSCSI-Sitzung.</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Usable paths</source>
        <translation>Nutzbare Pfade</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>VMs</source>
        <translation>VMs</translation>
    </message>
    <message>
        <source>VMs that depend on it</source>
        <translation>VMs, die davon abhängen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Volume group</source>
        <translation>Volumegruppe</translation>
    </message>
    <message>
        <source>Volume groups</source>
        <translation>Volumegruppen</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>WWID</source>
        <translation>WWID</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>Gewollt</translation>
    </message>
    <message>
        <source>What is wrong now</source>
        <translation>Was gerade nicht stimmt</translation>
    </message>
    <message>
        <source>What runs has it otherwise than the definition says.</source>
        <translation>Was läuft, hat es anders, als die Definition sagt.</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>Without any path, I/O</source>
        <translation>Ohne jeden Pfad: E/A</translation>
    </message>
    <message>
        <source>all is well</source>
        <translation>alles in Ordnung</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>blocked: Pacemaker can do nothing more for it</source>
        <translation>blockiert: Pacemaker kann nichts mehr dafür tun</translation>
    </message>
    <message>
        <source>cannot be migrated live: this Xen has no shadow paging</source>
        <translation>nicht im Betrieb migrierbar: Diesem Xen fehlt Shadow Paging</translation>
    </message>
    <message>
        <source>changed: {what}</source>
        <translation>geändert: {what}</translation>
    </message>
    <message>
        <source>disks</source>
        <translation>Platten</translation>
    </message>
    <message>
        <source>empty drive</source>
        <translation>leeres Laufwerk</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>held by nobody</source>
        <translation>von niemandem gehalten</translation>
    </message>
    <message>
        <source>held by {server}</source>
        <translation>gehalten von {server}</translation>
    </message>
    <message>
        <source>iSCSI session of {host}</source>
        <translation>iSCSI-Sitzung von {host}</translation>
    </message>
    <message>
        <source>in maintenance: left alone</source>
        <translation>in Wartung: wird in Ruhe gelassen</translation>
    </message>
    <message>
        <source>is no longer there</source>
        <translation>ist nicht mehr da</translation>
    </message>
    <message>
        <source>libvirt</source>
        <translation>libvirt</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>network cards</source>
        <translation>Netzwerkkarten</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no: copies differ</source>
        <translation>nein: Kopien unterscheiden sich</translation>
    </message>
    <message>
        <source>no: nobody restarts it when its host fails</source>
        <translation>nein: Niemand startet sie neu, wenn ihr Host ausfällt</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>not managed: Pacemaker leaves it alone for now</source>
        <translation>nicht verwaltet: Pacemaker lässt sie vorerst in Ruhe</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>online, decides for the cluster</source>
        <translation>online, entscheidet für den Cluster</translation>
    </message>
    <message>
        <source>processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>standby: runs nothing</source>
        <translation>Standby: trägt nichts</translation>
    </message>
    <message>
        <source>starts with its host</source>
        <translation>startet mit ihrem Host</translation>
    </message>
    <message>
        <source>template of VMs</source>
        <translation>Vorlage für VMs</translation>
    </message>
    <message>
        <source>unclean: waits to be fenced</source>
        <translation>unsauber: wartet auf Fencing</translation>
    </message>
    <message>
        <source>volume group on {server}</source>
        <translation>Volumegruppe auf {server}</translation>
    </message>
    <message>
        <source>volume in {group}</source>
        <translation>Volume in {group}</translation>
    </message>
    <message>
        <source>waiting for the first answers</source>
        <translation>warte auf die ersten Antworten</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes, pinned to {host} by a move</source>
        <translation>ja, durch einen Umzug an {host} geheftet</translation>
    </message>
    <message>
        <source>yes: Pacemaker restarts it elsewhere when its host fails</source>
        <translation>ja: Pacemaker startet sie anderswo neu, wenn ihr Host ausfällt</translation>
    </message>
    <message>
        <source>{bridge}, VLAN {number}</source>
        <translation>{bridge}, VLAN {number}</translation>
    </message>
    <message>
        <source>{paths} on {host}</source>
        <translation>{paths} auf {host}</translation>
    </message>
    <message>
        <source>{source}, read-only</source>
        <translation>{source}, nur lesbar</translation>
    </message>
    <message>
        <source>{state}. The last full answer came {when}.</source>
        <translation>{state}. Die letzte vollständige Antwort kam {when}.</translation>
    </message>
    <message>
        <source>{up} of {count}</source>
        <translation>{up} von {count}</translation>
    </message>
    <message>
        <source>{up} of {count} answer</source>
        <translation>{up} von {count} antworten</translation>
    </message>
    <message>
        <source>{used} of {size}</source>
        <translation>{used} von {size}</translation>
    </message>
    <message>
        <source>{version}, asked on {server}</source>
        <translation>{version}, gefragt auf {server}</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation><numerusform>%n Prozessor</numerusform><numerusform>%n Prozessoren</numerusform></translation>
    </message>
    <message>
        <source>CD</source>
        <translation>CD</translation>
    </message>
    <message>
        <source>VLAN</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>autostart off</source>
        <translation>Autostart aus</translation>
    </message>
    <message>
        <source>autostart on</source>
        <translation>Autostart an</translation>
    </message>
    <message>
        <source>boot order</source>
        <translation>Startreihenfolge</translation>
    </message>
    <message>
        <source>delete protection off</source>
        <translation>Löschschutz aus</translation>
    </message>
    <message>
        <source>delete protection on</source>
        <translation>Löschschutz an</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>disk bus</source>
        <translation>Bus einer Platte</translation>
    </message>
    <message>
        <source>its definition</source>
        <translation>ihre Definition</translation>
    </message>
    <message>
        <source>network cards</source>
        <translation>Netzwerkkarten</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>{size} of memory</source>
        <translation>{size} Speicher</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>1 of {1} steps was done and stays as it is.</source>
        <translation>1 von {1} Schritten war getan und bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>A LUN number lies between 0 and {1}.</source>
        <translation>Eine LUN-Nummer liegt zwischen 0 und {1}.</translation>
    </message>
    <message>
        <source>A PV guest can only be moved without --live; otherwise read /var/log/libvirt/libxl/libxl-driver.log on the source host.</source>
        <translation>Ein PV-Gast lässt sich nur ohne --live verschieben; sonst lesen Sie /var/log/libvirt/libxl/libxl-driver.log auf dem Quellhost.</translation>
    </message>
    <message>
        <source>A VM has the address {1} already.</source>
        <translation>Eine VM hat die Adresse {1} schon.</translation>
    </message>
    <message>
        <source>A VM has to start from something.</source>
        <translation>Eine VM muss von etwas starten.</translation>
    </message>
    <message>
        <source>A VM is made from a template, a CD or a network installer, not from two.</source>
        <translation>Eine VM entsteht aus einer Vorlage, von einer CD oder durch einen Netzwerk-Installer, nicht aus zweien davon.</translation>
    </message>
    <message>
        <source>A VM needs a name.</source>
        <translation>Eine VM braucht einen Namen.</translation>
    </message>
    <message>
        <source>A VM needs a processor.</source>
        <translation>Eine VM braucht einen Prozessor.</translation>
    </message>
    <message>
        <source>A VM of the kind {1} is not started by {2}.</source>
        <translation>Eine VM der Art {1} wird nicht durch {2} gestartet.</translation>
    </message>
    <message>
        <source>A VM on {1} is called {2} already.</source>
        <translation>Eine VM auf {1} heißt schon {2}.</translation>
    </message>
    <message>
        <source>A ban constraint keeps {1} away from {2}.</source>
        <translation>Eine Bann-Regel hält {1} von {2} fern.</translation>
    </message>
    <message>
        <source>A clone has as many disks as the other VM: {1}.</source>
        <translation>Ein Klon hat so viele Platten wie die andere VM: {1}.</translation>
    </message>
    <message>
        <source>A command line is one line.</source>
        <translation>Eine Befehlszeile ist eine Zeile.</translation>
    </message>
    <message>
        <source>A definition begins with &lt;domain&gt; and has a &lt;name&gt;.</source>
        <translation>Eine Definition beginnt mit &lt;domain&gt; und hat einen &lt;name&gt;.</translation>
    </message>
    <message>
        <source>A definition of {1} was not read yet.</source>
        <translation>Eine Definition von {1} ist noch nicht gelesen.</translation>
    </message>
    <message>
        <source>A disk is packed as raw, raw.zst, raw.gz or raw.xz.</source>
        <translation>Eine Platte wird als raw, raw.zst, raw.gz oder raw.xz gepackt.</translation>
    </message>
    <message>
        <source>A disk of the VM is locked: something else uses it.</source>
        <translation>Eine Platte der VM ist gesperrt: Etwas anderes benutzt sie.</translation>
    </message>
    <message>
        <source>A disk of the VM is not there on this host.</source>
        <translation>Eine Platte der VM fehlt auf diesem Host.</translation>
    </message>
    <message>
        <source>A disk of {1} cannot be on the bus {2}.</source>
        <translation>Eine Platte von {1} kann nicht am Bus {2} hängen.</translation>
    </message>
    <message>
        <source>A disk of {1} has to have {2} at least.</source>
        <translation>Eine Platte von {1} muss mindestens {2} haben.</translation>
    </message>
    <message>
        <source>A fault of the remaining SAN server would stop the VMs on it.</source>
        <translation>Ein Fehler des verbliebenen SAN-Servers würde die VMs darauf anhalten.</translation>
    </message>
    <message>
        <source>A move of {1} was not cleared in Pacemaker.</source>
        <translation>Eine Verschiebung von {1} wurde in Pacemaker nicht aufgehoben.</translation>
    </message>
    <message>
        <source>A name has {1} characters at most; this one has {2}.</source>
        <translation>Ein Name hat höchstens {1} Zeichen; dieser hat {2}.</translation>
    </message>
    <message>
        <source>A password cannot have a NUL in it.</source>
        <translation>Ein Kennwort kann kein NUL-Zeichen enthalten.</translation>
    </message>
    <message>
        <source>A priority lies between -{1} and {1}.</source>
        <translation>Eine Priorität liegt zwischen -{1} und {1}.</translation>
    </message>
    <message>
        <source>A reboot of {1} cannot be taken back.</source>
        <translation>Ein Neustart von {1} lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>A snapshot has at least {1}.</source>
        <translation>Ein Snapshot hat mindestens {1}.</translation>
    </message>
    <message>
        <source>A stored plan cannot be read ({1}: {2}).</source>
        <translation>Ein gespeicherter Plan ist nicht lesbar ({1}: {2}).</translation>
    </message>
    <message>
        <source>A title is one short line.</source>
        <translation>Ein Titel ist eine kurze Zeile.</translation>
    </message>
    <message>
        <source>A volume has at least {1}.</source>
        <translation>Ein Volume hat mindestens {1}.</translation>
    </message>
    <message>
        <source>Active-active, LIO by systemd ({1}): {2} each serve their own.</source>
        <translation>Aktiv-aktiv, LIO durch systemd ({1}): {2} stellen je ihre eigenen Volumes bereit.</translation>
    </message>
    <message>
        <source>Active-active, LIO: {1} each serve their own; no service loads it on {2}.</source>
        <translation>Aktiv-aktiv, LIO: {1} stellen je ihre eigenen Volumes bereit; auf {2} lädt es kein Dienst.</translation>
    </message>
    <message>
        <source>Add it to the file by hand when it should be there.</source>
        <translation>Tragen Sie sie von Hand in die Datei ein, wenn sie dazugehört.</translation>
    </message>
    <message>
        <source>Add one.</source>
        <translation>Fügen Sie einen hinzu.</translation>
    </message>
    <message>
        <source>After a switchover no VM could be made of it: copy it there.</source>
        <translation>Nach einem Umschalten könnte keine VM daraus entstehen: Kopieren Sie sie dorthin.</translation>
    </message>
    <message>
        <source>After {1} s it could not be found out what came of it.</source>
        <translation>Nach {1} s ließ sich nicht herausfinden, was daraus geworden ist.</translation>
    </message>
    <message>
        <source>All paths of {1} devices are usable.</source>
        <translation>Alle Pfade von {1} Geräten sind nutzbar.</translation>
    </message>
    <message>
        <source>All {1} commands answer.</source>
        <translation>Alle {1} Befehle antworten.</translation>
    </message>
    <message>
        <source>All {1} members are online.</source>
        <translation>Alle {1} Mitglieder sind online.</translation>
    </message>
    <message>
        <source>An SSH key is one line as in a file that ends in .pub.</source>
        <translation>Ein SSH-Schlüssel ist eine Zeile wie in einer Datei, die auf .pub endet.</translation>
    </message>
    <message>
        <source>An earlier step failed.</source>
        <translation>Ein früherer Schritt ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Another program holds the demonstration cluster in {1}.</source>
        <translation>Ein anderes Programm hält den Demonstrationscluster in {1}.</translation>
    </message>
    <message>
        <source>Another xenadmin holds it for too long; look for one that hangs.</source>
        <translation>Ein anderes xenadmin hält es zu lange; suchen Sie nach einem, das hängt.</translation>
    </message>
    <message>
        <source>Ask Pacemaker why: 'crm_mon -r1f' and 'crm_resource --why --resource {1}'.</source>
        <translation>Fragen Sie Pacemaker nach dem Grund: „crm_mon -r1f“ und „crm_resource --why --resource {1}“.</translation>
    </message>
    <message>
        <source>Ask Pacemaker why: 'crm_mon -r1f'; and the log of the server: 'journalctl -b -n 100'.</source>
        <translation>Fragen Sie Pacemaker nach dem Grund: „crm_mon -r1f“; und sehen Sie in das Protokoll des Servers: „journalctl -b -n 100“.</translation>
    </message>
    <message>
        <source>At the next start: {1}.</source>
        <translation>Beim nächsten Start: {1}.</translation>
    </message>
    <message>
        <source>Attach a volume with the files as a disk instead.</source>
        <translation>Hängen Sie stattdessen ein Volume mit den Dateien als Platte an.</translation>
    </message>
    <message>
        <source>Attach or detach disks later.</source>
        <translation>Hängen Sie Platten später an oder ab.</translation>
    </message>
    <message>
        <source>Attach the LUN {1} to {2} as {3}</source>
        <translation>LUN {1} als {3} an {2} anhängen</translation>
    </message>
    <message>
        <source>Attach the LUN {1} to {2} as {3} on {4}</source>
        <translation>Die LUN {1} auf {4} an {2} als {3} anhängen</translation>
    </message>
    <message>
        <source>Attach the others later.</source>
        <translation>Hängen Sie die anderen später an.</translation>
    </message>
    <message>
        <source>Begin it with #!/bin/sh.</source>
        <translation>Beginnen Sie es mit #!/bin/sh.</translation>
    </message>
    <message>
        <source>Both copies are being compared.</source>
        <translation>Beide Kopien werden verglichen.</translation>
    </message>
    <message>
        <source>Both copies are the same.</source>
        <translation>Beide Kopien sind gleich.</translation>
    </message>
    <message>
        <source>Both servers agree on what is to be copied ({1}).</source>
        <translation>Beide Server stimmen ab, was zu kopieren ist ({1}).</translation>
    </message>
    <message>
        <source>Both servers have changed {1} without each other (split brain).</source>
        <translation>Beide Server haben {1} ohne einander verändert (Split Brain).</translation>
    </message>
    <message>
        <source>Both servers have it as Primary: two machines may write to it at once.</source>
        <translation>Auf beiden Servern ist das Replikat primär: Zwei Maschinen können zugleich darauf schreiben.</translation>
    </message>
    <message>
        <source>Bring a cluster member back.</source>
        <translation>Holen Sie ein Clustermitglied zurück.</translation>
    </message>
    <message>
        <source>Bring back members; nothing is started until then.</source>
        <translation>Holen Sie Mitglieder zurück; bis dahin wird nichts gestartet.</translation>
    </message>
    <message>
        <source>Bring back the connection to the other server.</source>
        <translation>Stellen Sie die Verbindung zum anderen Server wieder her.</translation>
    </message>
    <message>
        <source>Bring back the other servers of this replica.</source>
        <translation>Holen Sie die anderen Server dieses Replikats zurück.</translation>
    </message>
    <message>
        <source>Bring it back first.</source>
        <translation>Bringen Sie ihn zuerst zurück.</translation>
    </message>
    <message>
        <source>Bring it back, or have it fenced, first: a VM there may run from this.</source>
        <translation>Den Host zuerst wieder erreichbar machen oder durch Fencing abschalten lassen: Eine VM dort kann davon laufen.</translation>
    </message>
    <message>
        <source>Bring it back, or name its initiator once it is out of the cluster file.</source>
        <translation>Bringen Sie ihn zurück, oder nennen Sie seinen Initiator, sobald er nicht mehr in der Clusterdatei steht.</translation>
    </message>
    <message>
        <source>Bring it up there, unless it was taken down on purpose.</source>
        <translation>Nehmen Sie das Replikat dort in Betrieb, falls es nicht mit Absicht außer Betrieb ist.</translation>
    </message>
    <message>
        <source>Bring it up with drbdadm up {1}, unless it is meant so.</source>
        <translation>Nehmen Sie es mit drbdadm up {1} in Betrieb, falls es nicht so gewollt ist.</translation>
    </message>
    <message>
        <source>Bring it up: 'drbdadm up {1}'.</source>
        <translation>Nehmen Sie es in Betrieb: „drbdadm up {1}“.</translation>
    </message>
    <message>
        <source>Bring more members back.</source>
        <translation>Holen Sie weitere Mitglieder zurück.</translation>
    </message>
    <message>
        <source>Bring one back, or do not protect it.</source>
        <translation>Bringen Sie eines zurück, oder schützen Sie die VM nicht.</translation>
    </message>
    <message>
        <source>Bring the SAN back to health first.</source>
        <translation>Bringen Sie zuerst das SAN in Ordnung.</translation>
    </message>
    <message>
        <source>Bring the host back, or wait until Pacemaker has fenced it.</source>
        <translation>Holen Sie den Host zurück, oder warten Sie, bis Pacemaker ihn per Fencing abgeschaltet hat.</translation>
    </message>
    <message>
        <source>Bring the host's OpenSSH up to date.</source>
        <translation>Bringen Sie das OpenSSH des Hosts auf den neuesten Stand.</translation>
    </message>
    <message>
        <source>Bring the members back that are offline.</source>
        <translation>Holen Sie die Mitglieder zurück, die offline sind.</translation>
    </message>
    <message>
        <source>Bring the other network back, or move the VMs away first.</source>
        <translation>Stellen Sie zuerst das andere Netz wieder her, oder verschieben Sie die VMs.</translation>
    </message>
    <message>
        <source>Bring the replica into service first.</source>
        <translation>Nehmen Sie zuerst das Replikat in Betrieb.</translation>
    </message>
    <message>
        <source>Bring the replica {1} up on {2}</source>
        <translation>Das Replikat {1} auf {2} in Betrieb nehmen</translation>
    </message>
    <message>
        <source>Bring what does not answer back and look again; it may have happened.</source>
        <translation>Holen Sie zurück, was nicht antwortet, und sehen Sie noch einmal nach; es kann geschehen sein.</translation>
    </message>
    <message>
        <source>Bring what does not answer back, then make the plan again.</source>
        <translation>Holen Sie zurück, was nicht antwortet, und planen Sie dann neu.</translation>
    </message>
    <message>
        <source>Bring {1} back first.</source>
        <translation>Holen Sie zuerst {1} zurück.</translation>
    </message>
    <message>
        <source>Bring {1} back, or make sure that it is off.</source>
        <translation>Holen Sie {1} zurück, oder stellen Sie sicher, dass die Maschine aus ist.</translation>
    </message>
    <message>
        <source>Bring {1} back, or take it out of the cluster file.</source>
        <translation>Bringen Sie {1} zurück, oder nehmen Sie ihn aus der Clusterdatei.</translation>
    </message>
    <message>
        <source>Broken off.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Built with zypper into a file system without partitions.</source>
        <translation>Mit zypper in ein Dateisystem ohne Partitionen gebaut.</translation>
    </message>
    <message>
        <source>Call the replica {1} {2} in its configuration on {3}</source>
        <translation>Das Replikat {1} in seiner Konfiguration auf {3} {2} nennen</translation>
    </message>
    <message>
        <source>Change it where it is made.</source>
        <translation>Ändern Sie es dort, wo das SAN eingerichtet wird.</translation>
    </message>
    <message>
        <source>Change it where it was made.</source>
        <translation>Ändern Sie sie dort, wo sie gemacht wurde.</translation>
    </message>
    <message>
        <source>Change its &lt;graphics&gt; to a port of 127.0.0.1 or to a socket.</source>
        <translation>Ändern Sie das &lt;graphics&gt; auf einen Port von 127.0.0.1 oder auf einen Socket.</translation>
    </message>
    <message>
        <source>Change its kernel, or its boot loader, in its definition.</source>
        <translation>Ändern Sie ihren Kernel oder ihren Bootloader in ihrer Definition.</translation>
    </message>
    <message>
        <source>Change one.</source>
        <translation>Ändern Sie eine.</translation>
    </message>
    <message>
        <source>Change the template {1}</source>
        <translation>Die Vorlage {1} ändern</translation>
    </message>
    <message>
        <source>Change {1}: {2}</source>
        <translation>{1} ändern: {2}</translation>
    </message>
    <message>
        <source>Changes of the SAN are refused until then.</source>
        <translation>Bis dahin werden Änderungen am SAN abgelehnt.</translation>
    </message>
    <message>
        <source>Check MaxSessions in its sshd_config.</source>
        <translation>Prüfen Sie MaxSessions in der dortigen sshd_config.</translation>
    </message>
    <message>
        <source>Check its power and the management network.</source>
        <translation>Prüfen Sie den Strom und das Verwaltungsnetz.</translation>
    </message>
    <message>
        <source>Check that it still runs there, and that sshd_config allows forwarding.</source>
        <translation>Prüfen Sie, ob die VM dort noch läuft und ob sshd_config Weiterleitungen erlaubt.</translation>
    </message>
    <message>
        <source>Check that libvirtd (or virtxend) runs there, and libvirt_uri in the cluster file.</source>
        <translation>Prüfen Sie, ob libvirtd (oder virtxend) dort läuft, und libvirt_uri in der Clusterdatei.</translation>
    </message>
    <message>
        <source>Check that {1} reaches it, and allows forwarding.</source>
        <translation>Prüfen Sie, ob {1} den Host erreicht und Weiterleitung erlaubt.</translation>
    </message>
    <message>
        <source>Check the address in the cluster file, and the name server.</source>
        <translation>Prüfen Sie die Adresse in der Clusterdatei und den Nameserver.</translation>
    </message>
    <message>
        <source>Check the fence device, or confirm by hand that the machine is off.</source>
        <translation>Prüfen Sie das Fencing-Gerät, oder bestätigen Sie von Hand, dass die Maschine aus ist.</translation>
    </message>
    <message>
        <source>Choose a VM.</source>
        <translation>Wählen Sie eine VM.</translation>
    </message>
    <message>
        <source>Choose a bridge of the hosts.</source>
        <translation>Wählen Sie eine Bridge der Hosts.</translation>
    </message>
    <message>
        <source>Choose a disk.</source>
        <translation>Wählen Sie eine Platte.</translation>
    </message>
    <message>
        <source>Choose a host that answers.</source>
        <translation>Wählen Sie einen Host, der antwortet.</translation>
    </message>
    <message>
        <source>Choose a larger size.</source>
        <translation>Wählen Sie eine größere Größe.</translation>
    </message>
    <message>
        <source>Choose a server.</source>
        <translation>Wählen Sie einen Server.</translation>
    </message>
    <message>
        <source>Choose a size.</source>
        <translation>Wählen Sie eine Größe.</translation>
    </message>
    <message>
        <source>Choose a smaller size, or give the group another disk.</source>
        <translation>Wählen Sie eine kleinere Größe, oder geben Sie der Gruppe eine weitere Platte.</translation>
    </message>
    <message>
        <source>Choose a volume that is in service.</source>
        <translation>Wählen Sie ein Volume, das in Betrieb ist.</translation>
    </message>
    <message>
        <source>Choose another bridge, or another host.</source>
        <translation>Wählen Sie eine andere Bridge oder einen anderen Host.</translation>
    </message>
    <message>
        <source>Choose another bridge, or move the VM first.</source>
        <translation>Wählen Sie eine andere Bridge, oder verschieben Sie zuerst die VM.</translation>
    </message>
    <message>
        <source>Choose another bridge, or one of {1} as its host.</source>
        <translation>Wählen Sie eine andere Bridge, oder als Host einen von {1}.</translation>
    </message>
    <message>
        <source>Choose another bus.</source>
        <translation>Wählen Sie einen anderen Bus.</translation>
    </message>
    <message>
        <source>Choose another group.</source>
        <translation>Wählen Sie eine andere Gruppe.</translation>
    </message>
    <message>
        <source>Choose another host.</source>
        <translation>Wählen Sie einen anderen Host.</translation>
    </message>
    <message>
        <source>Choose another name, or edit the file.</source>
        <translation>Wählen Sie einen anderen Namen, oder bearbeiten Sie die Datei.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Choose another template.</source>
        <translation>Wählen Sie eine andere Vorlage.</translation>
    </message>
    <message>
        <source>Choose one of them.</source>
        <translation>Wählen Sie eines davon.</translation>
    </message>
    <message>
        <source>Choose one of {1}.</source>
        <translation>Zur Wahl stehen: {1}.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Treffen Sie eine Wahl.</translation>
    </message>
    <message>
        <source>Choose the format {1}, or rename the file.</source>
        <translation>Wählen Sie das Format {1}, oder benennen Sie die Datei um.</translation>
    </message>
    <message>
        <source>Choose the other server, or switch the SAN over first.</source>
        <translation>Wählen Sie den anderen Server, oder schalten Sie zuerst das SAN um.</translation>
    </message>
    <message>
        <source>Choose the other side, or mend its disk first.</source>
        <translation>Wählen Sie die andere Seite, oder bringen Sie zuerst die Platte in Ordnung.</translation>
    </message>
    <message>
        <source>Choose the other side, or switch the SAN over first.</source>
        <translation>Wählen Sie die andere Seite, oder schalten Sie zuerst das SAN um.</translation>
    </message>
    <message>
        <source>Choose {1}.</source>
        <translation>Wählen Sie {1}.</translation>
    </message>
    <message>
        <source>Clear it with crm_resource --resource {1} --clear.</source>
        <translation>Heben Sie das mit crm_resource --resource {1} --clear auf.</translation>
    </message>
    <message>
        <source>Clear it: crm_resource --cleanup --resource {1}.</source>
        <translation>Räumen Sie auf: crm_resource --cleanup --resource {1}.</translation>
    </message>
    <message>
        <source>Clear it: crm_resource --resource {1} --clear.</source>
        <translation>Heben Sie das auf: crm_resource --resource {1} --clear.</translation>
    </message>
    <message>
        <source>Clone {1} as {2}</source>
        <translation>{1} als {2} klonen</translation>
    </message>
    <message>
        <source>Compare both sides first; then connect it, or decide whose data to keep.</source>
        <translation>Vergleichen Sie zuerst beide Seiten; dann verbinden Sie das Replikat, oder entscheiden Sie, wessen Daten bleiben.</translation>
    </message>
    <message>
        <source>Compare both sides of {1}</source>
        <translation>Beide Seiten von {1} vergleichen</translation>
    </message>
    <message>
        <source>Compare it by hand.</source>
        <translation>Vergleichen Sie es von Hand.</translation>
    </message>
    <message>
        <source>Compare it with the host's own 'ssh-keygen -lf' output, then accept it.</source>
        <translation>Vergleichen Sie ihn mit der Ausgabe von „ssh-keygen -lf“ auf dem Host, dann nehmen Sie ihn an.</translation>
    </message>
    <message>
        <source>Compare the host's name with 'crm_node --list'; the cluster file has a key 'node'.</source>
        <translation>Vergleichen Sie den Namen des Hosts mit „crm_node --list“; die Clusterdatei kennt den Schlüssel „node“.</translation>
    </message>
    <message>
        <source>Compare the image of {1} on {2} with its checksum</source>
        <translation>Das Abbild von {1} auf {2} mit seiner Prüfsumme vergleichen</translation>
    </message>
    <message>
        <source>Configure fence devices and set stonith-enabled to true.</source>
        <translation>Richten Sie Fencing-Geräte ein und setzen Sie stonith-enabled auf true.</translation>
    </message>
    <message>
        <source>Configure the replica {1} on {2}</source>
        <translation>Das Replikat {1} auf {2} konfigurieren</translation>
    </message>
    <message>
        <source>Connect again, and compare the key anew.</source>
        <translation>Verbinden Sie sich erneut und vergleichen Sie den Schlüssel noch einmal.</translation>
    </message>
    <message>
        <source>Connect it again, so that the resync goes on.</source>
        <translation>Verbinden Sie das Replikat wieder, damit der Abgleich weitergeht.</translation>
    </message>
    <message>
        <source>Connect it again; it catches up by itself.</source>
        <translation>Verbinden Sie das Replikat wieder; es holt von selbst auf.</translation>
    </message>
    <message>
        <source>Connect it first.</source>
        <translation>Verbinden Sie das Replikat zuerst.</translation>
    </message>
    <message>
        <source>Connect the replica {1} on {2}</source>
        <translation>Das Replikat {1} auf {2} verbinden</translation>
    </message>
    <message>
        <source>Connect the replica {1} on {2} again</source>
        <translation>Das Replikat {1} auf {2} wieder verbinden</translation>
    </message>
    <message>
        <source>Connect {1}</source>
        <translation>{1} verbinden</translation>
    </message>
    <message>
        <source>Connect {1} on {2}</source>
        <translation>{1} auf {2} verbinden</translation>
    </message>
    <message>
        <source>Connect {1} on {2}, whose data stays</source>
        <translation>{1} auf {2} verbinden, dessen Daten bleiben</translation>
    </message>
    <message>
        <source>Connect {1} on {2}; what {2} wrote since the split is dropped</source>
        <translation>{1} auf {2} verbinden; was {2} seit der Trennung geschrieben hat, wird verworfen</translation>
    </message>
    <message>
        <source>Continue that task, roll it back, or leave it as it is.</source>
        <translation>Setzen Sie die Aufgabe fort, nehmen Sie sie zurück, oder lassen Sie es, wie es ist.</translation>
    </message>
    <message>
        <source>Copy it there.</source>
        <translation>Kopieren Sie sie dorthin.</translation>
    </message>
    <message>
        <source>Copy it whole.</source>
        <translation>Kopieren Sie sie ganz.</translation>
    </message>
    <message>
        <source>Copy its configuration there, and bring it up with drbdadm up {1}.</source>
        <translation>Kopieren Sie die Konfiguration dorthin, und nehmen Sie das Replikat mit drbdadm up {1} in Betrieb.</translation>
    </message>
    <message>
        <source>Copy the right one to every host.</source>
        <translation>Kopieren Sie die richtige auf jeden Host.</translation>
    </message>
    <message>
        <source>Copy the template {1} from {2} to {3}</source>
        <translation>Die Vorlage {1} von {2} auf {3} kopieren</translation>
    </message>
    <message>
        <source>Copy the template {1} to every SAN server</source>
        <translation>Die Vorlage {1} auf jeden SAN-Server kopieren</translation>
    </message>
    <message>
        <source>Copy what {1} holds over {2} on {3}; what is newer is lost</source>
        <translation>Den Inhalt von {1} auf {3} über {2} kopieren; was neuer ist, geht verloren</translation>
    </message>
    <message>
        <source>Copy {1}/{2} to {3}/{4} on {5}</source>
        <translation>{1}/{2} auf {5} nach {3}/{4} kopieren</translation>
    </message>
    <message>
        <source>Copying {1} from {2} to {3}</source>
        <translation>{1} wird von {2} auf {3} kopiert</translation>
    </message>
    <message>
        <source>Correct 'jump' in the cluster file or ProxyJump in ssh_config.</source>
        <translation>Berichtigen Sie „jump“ in der Clusterdatei oder ProxyJump in ssh_config.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Berichtigen Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Correct it; there {1} {2} more.</source>
        <translation>Berichtigen Sie es; weitere Fehler: {2}.</translation>
    </message>
    <message>
        <source>Correct that line.</source>
        <translation>Berichtigen Sie diese Zeile.</translation>
    </message>
    <message>
        <source>Correct the identity in the cluster file or in ssh_config.</source>
        <translation>Berichtigen Sie den Schlüssel (identity) in der Clusterdatei oder in ssh_config.</translation>
    </message>
    <message>
        <source>Create the volume {1} of {2}</source>
        <translation>Volume {1} mit {2} anlegen</translation>
    </message>
    <message>
        <source>DRBD does not take the name '{1}'.</source>
        <translation>DRBD nimmt den Namen „{1}“ nicht an.</translation>
    </message>
    <message>
        <source>DRBD has nothing to compare {1} with: no verify-alg is configured.</source>
        <translation>DRBD hat nichts, womit es {1} vergleichen könnte: Es ist kein verify-alg konfiguriert.</translation>
    </message>
    <message>
        <source>DRBD is down for it on {1}: that copy is not kept up to date.</source>
        <translation>DRBD ist dafür auf {1} nicht in Betrieb: Diese Kopie veraltet.</translation>
    </message>
    <message>
        <source>Debian 12 (bookworm)</source>
        <translation>Debian 12 (bookworm)</translation>
    </message>
    <message>
        <source>Decide which copy is the right one, and force off the other on its host by hand.</source>
        <translation>Entscheiden Sie, welche die richtige ist, und schalten Sie die andere auf ihrem Host von Hand hart aus.</translation>
    </message>
    <message>
        <source>Decide whose data to keep, and take a snapshot of the other side first.</source>
        <translation>Entscheiden Sie, wessen Daten bleiben, und legen Sie zuerst einen Snapshot der anderen Seite an.</translation>
    </message>
    <message>
        <source>Declare both sides of the empty replica {1} the same</source>
        <translation>Beide Seiten des leeren Replikats {1} für gleich erklären</translation>
    </message>
    <message>
        <source>Define it by hand where it is to run.</source>
        <translation>Definieren Sie sie von Hand dort, wo sie laufen soll.</translation>
    </message>
    <message>
        <source>Define it first.</source>
        <translation>Definieren Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Define it on a host, or protect it.</source>
        <translation>Definieren Sie sie auf einem Host, oder schützen Sie sie.</translation>
    </message>
    <message>
        <source>Delete it.</source>
        <translation>Löschen Sie ihn.</translation>
    </message>
    <message>
        <source>Delete the template {1}</source>
        <translation>Die Vorlage {1} löschen</translation>
    </message>
    <message>
        <source>Delete {1}</source>
        <translation>{1} löschen</translation>
    </message>
    <message>
        <source>Delete {1} for good</source>
        <translation>{1} endgültig löschen</translation>
    </message>
    <message>
        <source>Demonstration cluster</source>
        <translation>Demonstrationscluster</translation>
    </message>
    <message>
        <source>Describe the template {1} anew on {2}</source>
        <translation>Die Vorlage {1} auf {2} neu beschreiben</translation>
    </message>
    <message>
        <source>Describe the template {1} on {2} as before</source>
        <translation>Die Vorlage {1} auf {2} wieder wie vorher beschreiben</translation>
    </message>
    <message>
        <source>Destroy the wrong one now, then check the file system.</source>
        <translation>Schalten Sie die falsche jetzt hart aus, dann prüfen Sie das Dateisystem.</translation>
    </message>
    <message>
        <source>Detach it there first.</source>
        <translation>Trennen Sie sie dort zuerst ab.</translation>
    </message>
    <message>
        <source>Detach it there first: two that write to it destroy its content.</source>
        <translation>Hängen Sie sie dort zuerst ab: Schreiben zwei darauf, zerstören sie den Inhalt.</translation>
    </message>
    <message>
        <source>Detach the disk first.</source>
        <translation>Hängen Sie zuerst die Platte ab.</translation>
    </message>
    <message>
        <source>Detach {1} from {2} on {3}</source>
        <translation>{1} auf {3} von {2} abhängen</translation>
    </message>
    <message>
        <source>Detach {1} from {2}; the LUN {3} stays</source>
        <translation>{1} von {2} abhängen; die LUN {3} bleibt</translation>
    </message>
    <message>
        <source>Disconnect and connect {1}: then what differs is copied over.</source>
        <translation>Trennen und verbinden Sie {1}: Dann wird kopiert, was verschieden ist.</translation>
    </message>
    <message>
        <source>Disconnect the replica {1} on {2}</source>
        <translation>Das Replikat {1} auf {2} trennen</translation>
    </message>
    <message>
        <source>Disconnect {1}</source>
        <translation>{1} trennen</translation>
    </message>
    <message>
        <source>Disconnect {1} on {2}</source>
        <translation>{1} auf {2} trennen</translation>
    </message>
    <message>
        <source>Do not connect; find out who still uses the revoked key.</source>
        <translation>Verbinden Sie sich nicht; finden Sie heraus, wer den widerrufenen Schlüssel noch benutzt.</translation>
    </message>
    <message>
        <source>Drop what {1} has of {2}</source>
        <translation>Verwerfen, was {1} von {2} hat</translation>
    </message>
    <message>
        <source>Each side was written to while the other was not, or both still are.</source>
        <translation>Auf jede Seite wurde geschrieben, während es auf die andere nicht ging, oder auf beide wird noch geschrieben.</translation>
    </message>
    <message>
        <source>Eject it instead.</source>
        <translation>Werfen Sie sie stattdessen aus.</translation>
    </message>
    <message>
        <source>Eject the CD first.</source>
        <translation>Werfen Sie zuerst die CD aus.</translation>
    </message>
    <message>
        <source>Eject the CD from {1} of {2} now</source>
        <translation>CD jetzt aus {1} von {2} auswerfen</translation>
    </message>
    <message>
        <source>Enable it: 'systemctl enable {1}'.</source>
        <translation>Schalten Sie ihn ein: „systemctl enable {1}“.</translation>
    </message>
    <message>
        <source>End it, then try again.</source>
        <translation>Beenden Sie es und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>End that first, or move the VM.</source>
        <translation>Beenden Sie das zuerst, oder verschieben Sie die VM.</translation>
    </message>
    <message>
        <source>End the maintenance or standby of one, or do not start it.</source>
        <translation>Beenden Sie Wartung oder Bereitschaft eines Hosts, oder starten Sie sie nicht.</translation>
    </message>
    <message>
        <source>End the protection of {1}</source>
        <translation>Schutz von {1} beenden</translation>
    </message>
    <message>
        <source>End the schedule by which {1} is compared</source>
        <translation>Den Zeitplan beenden, nach dem {1} verglichen wird</translation>
    </message>
    <message>
        <source>End the unit {1} on {2}</source>
        <translation>Die Unit {1} auf {2} beenden</translation>
    </message>
    <message>
        <source>Enlarge or remove it.</source>
        <translation>Vergrößern oder entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>Every SAN server has it.</source>
        <translation>Jeder SAN-Server hat sie.</translation>
    </message>
    <message>
        <source>Every place on the bus {1} of {2} is taken.</source>
        <translation>Jeder Platz am Bus {1} von {2} ist belegt.</translation>
    </message>
    <message>
        <source>Everything that runs is loaded again at the next start; nothing is lost.</source>
        <translation>Alles, was läuft, wird beim nächsten Start wieder geladen; nichts geht verloren.</translation>
    </message>
    <message>
        <source>Export it as it is, and give it to the VM as a disk that is only read.</source>
        <translation>Exportieren Sie es, wie es ist, und geben Sie es der VM als Platte, die nur gelesen wird.</translation>
    </message>
    <message>
        <source>Export it, or delete it.</source>
        <translation>Exportieren oder löschen Sie es.</translation>
    </message>
    <message>
        <source>Export the volume {1} as LUN {2}</source>
        <translation>Volume {1} als LUN {2} exportieren</translation>
    </message>
    <message>
        <source>Fencing is switched off.</source>
        <translation>Fencing ist abgeschaltet.</translation>
    </message>
    <message>
        <source>Fencing is switched off: a half-dead host could go on writing to a VM's disk.</source>
        <translation>Fencing ist abgeschaltet: Ein halb toter Host könnte weiter auf die Platte einer VM schreiben.</translation>
    </message>
    <message>
        <source>Fetching {1} from {2}</source>
        <translation>{1} wird von {2} geholt</translation>
    </message>
    <message>
        <source>Fill the volume {1} on {2} with {3}</source>
        <translation>Das Volume {1} auf {2} füllen: {3}</translation>
    </message>
    <message>
        <source>Find out why before it comes back.</source>
        <translation>Finden Sie den Grund heraus, bevor die Maschine zurückkommt.</translation>
    </message>
    <message>
        <source>Force it off first.</source>
        <translation>Schalten Sie sie zuerst hart aus.</translation>
    </message>
    <message>
        <source>Force off {1}</source>
        <translation>{1} hart ausschalten</translation>
    </message>
    <message>
        <source>Force off {1} on {2}</source>
        <translation>{1} auf {2} hart ausschalten</translation>
    </message>
    <message>
        <source>Forcing off {1} cannot be taken back: what it had in memory is lost.</source>
        <translation>Das harte Ausschalten von {1} lässt sich nicht zurücknehmen: Was im Speicher stand, ist verloren.</translation>
    </message>
    <message>
        <source>Found {1}.</source>
        <translation>Gefunden: {1}.</translation>
    </message>
    <message>
        <source>Found: {1}.</source>
        <translation>Gefunden: {1}.</translation>
    </message>
    <message>
        <source>Free memory on another host or make the VM smaller.</source>
        <translation>Machen Sie Speicher auf einem anderen Host frei, oder verkleinern Sie die VM.</translation>
    </message>
    <message>
        <source>Give each VM its own.</source>
        <translation>Geben Sie jeder VM ihren eigenen Wert.</translation>
    </message>
    <message>
        <source>Give it a file of its own with the volume's name, on both servers.</source>
        <translation>Geben Sie ihm auf beiden Servern eine eigene Datei mit dem Namen des Volumes.</translation>
    </message>
    <message>
        <source>Give it less memory, choose another host, or do not start it.</source>
        <translation>Geben Sie ihr weniger Speicher, wählen Sie einen anderen Host, oder starten Sie sie nicht.</translation>
    </message>
    <message>
        <source>Give it less.</source>
        <translation>Geben Sie ihr weniger.</translation>
    </message>
    <message>
        <source>Give it more.</source>
        <translation>Geben Sie ihr mehr.</translation>
    </message>
    <message>
        <source>Give it one at least.</source>
        <translation>Geben Sie ihr mindestens einen.</translation>
    </message>
    <message>
        <source>Give it to a VM, or withdraw it.</source>
        <translation>Hängen Sie sie an eine VM an, oder ziehen Sie sie zurück.</translation>
    </message>
    <message>
        <source>Give it {1} at least.</source>
        <translation>Geben Sie ihr mindestens {1}.</translation>
    </message>
    <message>
        <source>Give it {1} at most.</source>
        <translation>Geben Sie ihr höchstens {1}.</translation>
    </message>
    <message>
        <source>Give one a name.</source>
        <translation>Geben Sie einer einen Namen.</translation>
    </message>
    <message>
        <source>Give one that begins with / and is there on every host.</source>
        <translation>Geben Sie einen an, der mit / beginnt und auf jedem Host da ist.</translation>
    </message>
    <message>
        <source>Give one, unless the image itself has an account with a password.</source>
        <translation>Geben Sie eines von beiden an, es sei denn, das Abbild selbst hat ein Konto mit einem Kennwort.</translation>
    </message>
    <message>
        <source>Give the definition of {1} to libvirt on {2}</source>
        <translation>Definition von {1} an libvirt auf {2} geben</translation>
    </message>
    <message>
        <source>Give the group another disk, or remove what is in its recycle bin.</source>
        <translation>Geben Sie der Gruppe eine weitere Platte, oder leeren Sie ihren Papierkorb.</translation>
    </message>
    <message>
        <source>Give the public key.</source>
        <translation>Geben Sie den öffentlichen Schlüssel an.</translation>
    </message>
    <message>
        <source>Give the snapshot {1} room for every block of {2}</source>
        <translation>Dem Snapshot {1} Platz für jeden Block von {2} geben</translation>
    </message>
    <message>
        <source>Give the source host's key to root on the target host.</source>
        <translation>Geben Sie root auf dem Zielhost den Schlüssel des Quellhosts.</translation>
    </message>
    <message>
        <source>Give {1} another address first.</source>
        <translation>Geben Sie zuerst {1} eine andere Adresse.</translation>
    </message>
    <message>
        <source>Go on with the resync of {1}</source>
        <translation>Den Abgleich von {1} fortsetzen</translation>
    </message>
    <message>
        <source>Go on with the resync of {1} on {2}</source>
        <translation>Den Abgleich von {1} auf {2} fortsetzen</translation>
    </message>
    <message>
        <source>Gone after its next start: {1}.</source>
        <translation>Nach dem nächsten Start weg: {1}.</translation>
    </message>
    <message>
        <source>Grow the file system of {1} and tell it who it is, on {2}</source>
        <translation>Das Dateisystem von {1} vergrößern und ihm sagen, wer es ist, auf {2}</translation>
    </message>
    <message>
        <source>Grow the replica {1} over both sides</source>
        <translation>Das Replikat {1} über beide Seiten vergrößern</translation>
    </message>
    <message>
        <source>Grow the smaller copy; until then the replica has the smaller size.</source>
        <translation>Vergrößern Sie die kleinere Kopie; bis dahin hat das Replikat die kleinere Größe.</translation>
    </message>
    <message>
        <source>Grow the volume itself.</source>
        <translation>Vergrößern Sie das Volume selbst.</translation>
    </message>
    <message>
        <source>Grow the volume {1} to {2}</source>
        <translation>Volume {1} auf {2} vergrößern</translation>
    </message>
    <message>
        <source>Grow {1}/{2} to {3} on {4}</source>
        <translation>{1}/{2} auf {4} auf {3} vergrößern</translation>
    </message>
    <message>
        <source>Growing cannot be taken back: {1} cannot be made smaller again.</source>
        <translation>Das Vergrößern lässt sich nicht zurücknehmen: {1} lässt sich nicht wieder verkleinern.</translation>
    </message>
    <message>
        <source>Have Pacemaker do it (switchover), or take its hands off everything first.</source>
        <translation>Überlassen Sie es Pacemaker (SAN umschalten), oder nehmen Sie ihm zuerst alles aus der Hand.</translation>
    </message>
    <message>
        <source>Have Pacemaker forget that {1} was moved by hand</source>
        <translation>Pacemaker vergessen lassen, dass {1} von Hand verschoben wurde</translation>
    </message>
    <message>
        <source>Have Pacemaker know {1} as {2}, {3}</source>
        <translation>{1} bei Pacemaker als {2} eintragen, {3}</translation>
    </message>
    <message>
        <source>Have Pacemaker leave {1} alone</source>
        <translation>Pacemaker sagen, dass es {1} in Ruhe lassen soll</translation>
    </message>
    <message>
        <source>Have Pacemaker look after {1} again</source>
        <translation>Pacemaker sich wieder um {1} kümmern lassen</translation>
    </message>
    <message>
        <source>Have Pacemaker move {1} back to {2}</source>
        <translation>Pacemaker {1} zurück auf {2} verschieben lassen</translation>
    </message>
    <message>
        <source>Have Pacemaker move {1} to {2}</source>
        <translation>Pacemaker {1} auf {2} verschieben lassen</translation>
    </message>
    <message>
        <source>Have Pacemaker move {1} to {2}, {3}</source>
        <translation>Pacemaker {1} nach {2} verschieben lassen, {3}</translation>
    </message>
    <message>
        <source>Have Pacemaker offer the LUN {1} as {2}</source>
        <translation>Pacemaker die LUN {1} als {2} anbieten lassen</translation>
    </message>
    <message>
        <source>Have Pacemaker run the replica {1}, promoted where the SAN is served</source>
        <translation>Pacemaker das Replikat {1} betreiben lassen, primär dort, wo das SAN bedient wird</translation>
    </message>
    <message>
        <source>Have Pacemaker shut down {1}</source>
        <translation>Pacemaker {1} herunterfahren lassen</translation>
    </message>
    <message>
        <source>Have Pacemaker spare what it does not know, for a moment</source>
        <translation>Pacemaker für einen Augenblick verschonen lassen, was es nicht kennt</translation>
    </message>
    <message>
        <source>Have Pacemaker start {1}</source>
        <translation>Pacemaker {1} starten lassen</translation>
    </message>
    <message>
        <source>Have Pacemaker stop offering the LUN {1}</source>
        <translation>Pacemaker die LUN {1} nicht mehr anbieten lassen</translation>
    </message>
    <message>
        <source>Have Pacemaker stop the replica {1}</source>
        <translation>Pacemaker das Replikat {1} anhalten lassen</translation>
    </message>
    <message>
        <source>Have Pacemaker stop what it does not know, as before, unless another VM needs it so</source>
        <translation>Pacemaker wieder beenden lassen, was es nicht kennt, außer eine andere VM braucht die Schonung noch</translation>
    </message>
    <message>
        <source>Have Pacemaker use {1} again</source>
        <translation>Pacemaker {1} wieder benutzen lassen</translation>
    </message>
    <message>
        <source>Have a folder for definitions on {1}</source>
        <translation>Auf {1} einen Ordner für Definitionen anlegen</translation>
    </message>
    <message>
        <source>Have a folder for the definitions of protected VMs on {1}</source>
        <translation>Einen Ordner für die Definitionen geschützter VMs auf {1} anlegen</translation>
    </message>
    <message>
        <source>Have a recycle bin for definitions on {1}</source>
        <translation>Für einen Papierkorb für Definitionen auf {1} sorgen</translation>
    </message>
    <message>
        <source>Have every member of Pacemaker forget {1}</source>
        <translation>Jedes Mitglied von Pacemaker {1} vergessen lassen</translation>
    </message>
    <message>
        <source>Have it fetch the rest.</source>
        <translation>Lassen Sie es den Rest nachladen.</translation>
    </message>
    <message>
        <source>Have it join, or move the VM to a host that is one.</source>
        <translation>Lassen Sie ihn beitreten, oder verschieben Sie die VM auf einen Host, der eines ist.</translation>
    </message>
    <message>
        <source>Have it run, or shut it down.</source>
        <translation>Lassen Sie sie laufen, oder fahren Sie sie herunter.</translation>
    </message>
    <message>
        <source>Have it started.</source>
        <translation>Lassen Sie sie starten.</translation>
    </message>
    <message>
        <source>Have libvirt on {1} forget the definition of {2}</source>
        <translation>libvirt auf {1} die Definition von {2} vergessen lassen</translation>
    </message>
    <message>
        <source>Have systemd on {1} compare {2} at {3}</source>
        <translation>systemd auf {1} {2} zu dieser Zeit vergleichen lassen: {3}</translation>
    </message>
    <message>
        <source>Have systemd on {1} compare {2} no more</source>
        <translation>systemd auf {1} {2} nicht mehr vergleichen lassen</translation>
    </message>
    <message>
        <source>Have the host look for LUNs.</source>
        <translation>Lassen Sie den Host nach LUNs suchen.</translation>
    </message>
    <message>
        <source>Have the host look for LUNs; if it should be there, look at the target.</source>
        <translation>Lassen Sie den Host nach LUNs suchen; sollte sie da sein, sehen Sie nach dem Target.</translation>
    </message>
    <message>
        <source>Have the kernel of {1} load DRBD</source>
        <translation>Den Kernel von {1} DRBD laden lassen</translation>
    </message>
    <message>
        <source>Have the multipath device of {1} take the new size; a Xen guest sees it</source>
        <translation>Das Multipath-Gerät von {1} die neue Größe übernehmen lassen; ein Xen-Gast sieht sie</translation>
    </message>
    <message>
        <source>Have them fetch the rest.</source>
        <translation>Lassen Sie sie den Rest nachladen.</translation>
    </message>
    <message>
        <source>Have {1} compare both sides of {2}, block by block</source>
        <translation>{1} beide Seiten von {2} Block für Block vergleichen lassen</translation>
    </message>
    <message>
        <source>Have {1} compared by the schedule {2}</source>
        <translation>{1} nach dem Zeitplan {2} vergleichen lassen</translation>
    </message>
    <message>
        <source>Have {1} export {2}</source>
        <translation>{1} {2} exportieren lassen</translation>
    </message>
    <message>
        <source>Have {1} find the LUN {2} again</source>
        <translation>{1} die LUN {2} wieder finden lassen</translation>
    </message>
    <message>
        <source>Have {1} find the {2} paths to the LUN {3}</source>
        <translation>{1} die {2} Pfade zur LUN {3} finden lassen</translation>
    </message>
    <message>
        <source>Have {1} forget the answers for {2}</source>
        <translation>{1} die Antworten für {2} vergessen lassen</translation>
    </message>
    <message>
        <source>Have {1} forget the hash of the password of {2}</source>
        <translation>{1} den Hash des Kennworts von {2} vergessen lassen</translation>
    </message>
    <message>
        <source>Have {1} forget the unit {2}</source>
        <translation>{1} die Unit {2} vergessen lassen</translation>
    </message>
    <message>
        <source>Have {1} know the portal {2}</source>
        <translation>{1} das Portal {2} bekannt machen</translation>
    </message>
    <message>
        <source>Have {1} let {2} go on in {3} seconds, if nobody does</source>
        <translation>{1} soll {2} nach {3} Sekunden weiterlaufen lassen, falls es sonst niemand tut</translation>
    </message>
    <message>
        <source>Have {1} look for new LUNs</source>
        <translation>{1} nach neuen LUNs suchen lassen</translation>
    </message>
    <message>
        <source>Have {1} look for new LUNs in all its sessions</source>
        <translation>{1} in allen Sitzungen nach neuen LUNs suchen lassen</translation>
    </message>
    <message>
        <source>Have {1} look for new LUNs on {2}</source>
        <translation>{1} auf {2} nach neuen LUNs suchen lassen</translation>
    </message>
    <message>
        <source>Have {1} look for new LUNs over {2}</source>
        <translation>{1} über {2} nach neuen LUNs suchen lassen</translation>
    </message>
    <message>
        <source>Have {1} look for new LUNs, and look at its sessions.</source>
        <translation>Lassen Sie {1} nach neuen LUNs suchen, und sehen Sie nach den Sitzungen.</translation>
    </message>
    <message>
        <source>Have {1} make the multipath device of the LUN {2} again</source>
        <translation>{1} das Multipath-Gerät der LUN {2} wieder anlegen lassen</translation>
    </message>
    <message>
        <source>Have {1} not start {2}</source>
        <translation>{2} nicht von {1} starten lassen</translation>
    </message>
    <message>
        <source>Have {1} see the new size on every path</source>
        <translation>{1} die neue Größe auf jedem Pfad sehen lassen</translation>
    </message>
    <message>
        <source>Have {1} start from its own disk the next time, on {2}</source>
        <translation>{1} beim nächsten Mal von der eigenen Platte starten lassen, auf {2}</translation>
    </message>
    <message>
        <source>Have {1} start {2} when it boots</source>
        <translation>{2} von {1} beim Hochfahren starten lassen</translation>
    </message>
    <message>
        <source>Have {1} stop looking for the other side of {2}</source>
        <translation>{1} nicht mehr nach der anderen Seite von {2} suchen lassen</translation>
    </message>
    <message>
        <source>Have {1} use {2} MiB of memory now</source>
        <translation>{1} jetzt {2} MiB Speicher benutzen lassen</translation>
    </message>
    <message>
        <source>Have {1} use {2} processors now</source>
        <translation>{1} jetzt {2} Prozessoren benutzen lassen</translation>
    </message>
    <message>
        <source>How much memory {1} has free is not known.</source>
        <translation>Wie viel Speicher auf {1} frei ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>How {1} is told its name and addresses is not known.</source>
        <translation>Wie {1} Namen und Adressen erfährt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>If {1} is primary too, that is a split brain.</source>
        <translation>Ist {1} auch primär, so ist das ein Split Brain.</translation>
    </message>
    <message>
        <source>Import it again, or copy {1} there.</source>
        <translation>Importieren Sie sie neu, oder kopieren Sie {1} dorthin.</translation>
    </message>
    <message>
        <source>Import it again, or delete it.</source>
        <translation>Importieren Sie sie noch einmal, oder löschen Sie sie.</translation>
    </message>
    <message>
        <source>Import one first.</source>
        <translation>Importieren Sie zuerst eine.</translation>
    </message>
    <message>
        <source>Import the template {1}</source>
        <translation>Die Vorlage {1} importieren</translation>
    </message>
    <message>
        <source>In Pacemaker's configuration {1} is not in the group {2}.</source>
        <translation>In Pacemakers Konfiguration ist {1} nicht in der Gruppe {2}.</translation>
    </message>
    <message>
        <source>Install it there.</source>
        <translation>Installieren Sie es dort.</translation>
    </message>
    <message>
        <source>Install it, or use an SSH agent.</source>
        <translation>Installieren Sie es, oder benutzen Sie einen SSH-Agenten.</translation>
    </message>
    <message>
        <source>Install targetcli-fb there, and enable rtslib-fb-targetctl.service.</source>
        <translation>Installieren Sie dort targetcli-fb und schalten Sie rtslib-fb-targetctl.service ein.</translation>
    </message>
    <message>
        <source>Install the Debian package pacemaker-cli-utils.</source>
        <translation>Installieren Sie das Debian-Paket pacemaker-cli-utils.</translation>
    </message>
    <message>
        <source>Install the package {1}.</source>
        <translation>Installieren Sie das Paket {1}.</translation>
    </message>
    <message>
        <source>Install them by a script.</source>
        <translation>Installieren Sie sie mit einem Skript.</translation>
    </message>
    <message>
        <source>Install what is missing.</source>
        <translation>Installieren Sie, was fehlt.</translation>
    </message>
    <message>
        <source>Install {1} from {2}</source>
        <translation>{1} aus {2} installieren</translation>
    </message>
    <message>
        <source>It carries I/O.</source>
        <translation>Er trägt Ein- und Ausgaben.</translation>
    </message>
    <message>
        <source>It comes and goes, so that multipath does not trust it for now.</source>
        <translation>Er kommt und geht; deshalb traut multipath ihm vorerst nicht.</translation>
    </message>
    <message>
        <source>It did not happen within {1} s.</source>
        <translation>Es ist innerhalb von {1} s nicht geschehen.</translation>
    </message>
    <message>
        <source>It ended with status {1}.</source>
        <translation>Die Sitzung endete mit Status {1}.</translation>
    </message>
    <message>
        <source>It ended.</source>
        <translation>Die Sitzung ist beendet.</translation>
    </message>
    <message>
        <source>It goes on by itself.</source>
        <translation>Das geht von selbst weiter.</translation>
    </message>
    <message>
        <source>It goes on on {1} as the unit {2}.</source>
        <translation>Das geht auf {1} als Unit {2} weiter.</translation>
    </message>
    <message>
        <source>It goes on running on {1}.</source>
        <translation>Sie läuft auf {1} weiter.</translation>
    </message>
    <message>
        <source>It had not happened.</source>
        <translation>Es war nicht geschehen.</translation>
    </message>
    <message>
        <source>It has no {1} on {2}.</source>
        <translation>Sie hat auf {2} keine {1}.</translation>
    </message>
    <message>
        <source>It has replicas or offers LUNs.</source>
        <translation>Sie hat Replikate oder bietet LUNs an.</translation>
    </message>
    <message>
        <source>It has to be said on which server: {1} concerns one side only.</source>
        <translation>Es muss gesagt werden, auf welchem Server: {1} betrifft nur eine Seite.</translation>
    </message>
    <message>
        <source>It is as if the guest's power had been cut at the moment of the snapshot.</source>
        <translation>Es ist, als wäre dem Gast im Augenblick des Snapshots der Strom ausgefallen.</translation>
    </message>
    <message>
        <source>It is as if the guest's power had been cut: shut it down first where that matters.</source>
        <translation>Es ist, als wäre dem Gast der Strom ausgefallen: Fahren Sie ihn zuerst herunter, wo das zählt.</translation>
    </message>
    <message>
        <source>It is back, and multipath waits a while before it takes it again.</source>
        <translation>Er ist zurück, und multipath wartet eine Weile, bevor es ihn wieder nimmt.</translation>
    </message>
    <message>
        <source>It is being changed just now.</source>
        <translation>Sie wird gerade geändert.</translation>
    </message>
    <message>
        <source>It is called {1} there; the old one lies in the recycle bin.</source>
        <translation>Dort heißt es {1}; das alte liegt im Papierkorb.</translation>
    </message>
    <message>
        <source>It is defined on {1}.</source>
        <translation>Definiert ist sie auf {1}.</translation>
    </message>
    <message>
        <source>It is done when every replica is in sync; until then nothing else may fail.</source>
        <translation>Fertig ist es, wenn jedes Replikat abgeglichen ist; bis dahin darf sonst nichts ausfallen.</translation>
    </message>
    <message>
        <source>It is in {1}.</source>
        <translation>Er ist im Zustand {1}.</translation>
    </message>
    <message>
        <source>It is left out; add it to the file by hand, or repeat this when it is up.</source>
        <translation>Sie wird ausgelassen; tragen Sie sie von Hand in die Datei ein, oder wiederholen Sie dies, wenn sie läuft.</translation>
    </message>
    <message>
        <source>It is not a member of the Pacemaker cluster now.</source>
        <translation>Zurzeit kein Mitglied des Pacemaker-Clusters.</translation>
    </message>
    <message>
        <source>It is not known that no other VM is called {1}.</source>
        <translation>Es ist nicht bekannt, ob keine andere VM {1} heißt.</translation>
    </message>
    <message>
        <source>It is not known whether the command was sent before the program ended.</source>
        <translation>Es ist nicht bekannt, ob der Befehl gesendet wurde, bevor das Programm endete.</translation>
    </message>
    <message>
        <source>It is not known whether {1} runs.</source>
        <translation>Es ist nicht bekannt, ob {1} läuft.</translation>
    </message>
    <message>
        <source>It is off afterwards.</source>
        <translation>Sie ist danach aus.</translation>
    </message>
    <message>
        <source>It is opened again as soon as the host answers.</source>
        <translation>Sie wird wieder aufgebaut, sobald der Host antwortet.</translation>
    </message>
    <message>
        <source>It is started on {1}.</source>
        <translation>Sie wird auf {1} gestartet.</translation>
    </message>
    <message>
        <source>It lies on {1} only, without a mirror: no other server can serve it.</source>
        <translation>Es liegt nur auf {1}, ohne Spiegel: Kein anderer Server kann es bedienen.</translation>
    </message>
    <message>
        <source>It neither runs VMs nor offers disks, and is left out.</source>
        <translation>Sie trägt weder VMs, noch bietet sie Platten an, und wird ausgelassen.</translation>
    </message>
    <message>
        <source>It reads both disks from end to end, one replica after the other.</source>
        <translation>Gelesen werden beide Platten von Anfang bis Ende, ein Replikat nach dem anderen.</translation>
    </message>
    <message>
        <source>It reads both disks from end to end, which costs the guests some speed.</source>
        <translation>Es liest beide Platten von Anfang bis Ende; das macht die Gäste etwas langsamer.</translation>
    </message>
    <message>
        <source>It runs on {1} at once.</source>
        <translation>Sie läuft zugleich auf {1}.</translation>
    </message>
    <message>
        <source>It stays off.</source>
        <translation>Sie bleibt aus.</translation>
    </message>
    <message>
        <source>It was closed.</source>
        <translation>Die Sitzung wurde geschlossen.</translation>
    </message>
    <message>
        <source>It was not begun.</source>
        <translation>Nicht begonnen.</translation>
    </message>
    <message>
        <source>It was removed for good: install the VM again.</source>
        <translation>Es wurde endgültig entfernt: Installieren Sie die VM neu.</translation>
    </message>
    <message>
        <source>It will lie on {1}.</source>
        <translation>Sie wird auf {1} liegen.</translation>
    </message>
    <message>
        <source>Its SCSI disk is gone from the host.</source>
        <translation>Seine SCSI-Platte ist am Host weg.</translation>
    </message>
    <message>
        <source>Its allow-migrate stays false until it is set again.</source>
        <translation>Ihr allow-migrate bleibt false, bis es wieder gesetzt wird.</translation>
    </message>
    <message>
        <source>Its answer cannot be read: {1}.</source>
        <translation>Die Antwort ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>Its copies on {1} are not the same.</source>
        <translation>Ihre Kopien auf {1} sind nicht gleich.</translation>
    </message>
    <message>
        <source>Its definition has to name a LUN, and a SAN server has to offer it.</source>
        <translation>Ihre Definition muss eine LUN nennen, und ein SAN-Server muss sie anbieten.</translation>
    </message>
    <message>
        <source>Its disk is read as it is.</source>
        <translation>Ihre Platte wird gelesen, wie sie ist.</translation>
    </message>
    <message>
        <source>Its disks stay as they are.</source>
        <translation>Ihre Platten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Its host cannot be asked.</source>
        <translation>Ihr Host ist nicht zu fragen.</translation>
    </message>
    <message>
        <source>Its image on {1} has {2} bytes instead of {3}: it was cut off or replaced.</source>
        <translation>Ihr Abbild auf {1} hat {2} statt {3} Bytes: Es wurde abgeschnitten oder ersetzt.</translation>
    </message>
    <message>
        <source>Its image {1} is missing on {2}.</source>
        <translation>Ihr Abbild {1} fehlt auf {2}.</translation>
    </message>
    <message>
        <source>Its own words above say why.</source>
        <translation>Die Meldung oben sagt, warum.</translation>
    </message>
    <message>
        <source>Its pin to {1} ends by itself after 15 minutes.</source>
        <translation>Die Bindung an {1} endet nach 15 Minuten von selbst.</translation>
    </message>
    <message>
        <source>Its resource in Pacemaker stays {1}; its disks and what the guest calls itself keep their names too.</source>
        <translation>Ihre Ressource in Pacemaker bleibt {1}; auch ihre Platten und der Name im Gast bleiben.</translation>
    </message>
    <message>
        <source>Its {1} on {2} cannot be read: {3}.</source>
        <translation>Ihre {1} auf {2} ist nicht lesbar: {3}.</translation>
    </message>
    <message>
        <source>Its {1} on {2} failed: {3}.</source>
        <translation>Die Aktion {1} auf {2} ist fehlgeschlagen: {3}.</translation>
    </message>
    <message>
        <source>Its {1} on {2} is empty.</source>
        <translation>Ihre {1} auf {2} ist leer.</translation>
    </message>
    <message>
        <source>Its {1} on {2} is too large to be read.</source>
        <translation>Ihre {1} auf {2} ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>Keep a copy of LIO's saved configuration on {1}</source>
        <translation>Auf {1} eine Kopie der gesicherten Konfiguration von LIO ablegen</translation>
    </message>
    <message>
        <source>Keep the answers for {1} in the memory of {2}</source>
        <translation>Die Antworten für {1} im Arbeitsspeicher von {2} bereithalten</translation>
    </message>
    <message>
        <source>Keep the hash of the password of {1} in the memory of {2}</source>
        <translation>Den Hash des Kennworts von {1} im Speicher von {2} ablegen</translation>
    </message>
    <message>
        <source>LIO on {1} has no unsaved changes.</source>
        <translation>LIO auf {1} hat keine ungesicherten Änderungen.</translation>
    </message>
    <message>
        <source>LIO on {1} has unsaved changes.</source>
        <translation>LIO auf {1} hat ungesicherte Änderungen.</translation>
    </message>
    <message>
        <source>LIO on {1} serves nothing.</source>
        <translation>LIO auf {1} stellt nichts bereit.</translation>
    </message>
    <message>
        <source>LIO serves this SAN by itself: that goes with Pacemaker only.</source>
        <translation>Dieses SAN bedient LIO allein: Das geht nur mit Pacemaker.</translation>
    </message>
    <message>
        <source>LUN {1} is configured as {2}, and no server offers it.</source>
        <translation>LUN {1} ist als {2} eingerichtet, und kein Server bietet sie an.</translation>
    </message>
    <message>
        <source>LUN {1} is used by no VM.</source>
        <translation>LUN {1} wird von keiner VM benutzt.</translation>
    </message>
    <message>
        <source>LVM does not take the name '{1}'.</source>
        <translation>LVM nimmt den Namen „{1}“ nicht an.</translation>
    </message>
    <message>
        <source>LVM keeps names like '{1}' for itself.</source>
        <translation>LVM behält Namen wie „{1}“ für sich.</translation>
    </message>
    <message>
        <source>Leave it off.</source>
        <translation>Lassen Sie es aus.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>Leave it out: a free one is taken.</source>
        <translation>Lassen Sie sie weg: Dann wird eine freie genommen.</translation>
    </message>
    <message>
        <source>Leave it to the program.</source>
        <translation>Überlassen Sie das dem Programm.</translation>
    </message>
    <message>
        <source>Leave it {1}.</source>
        <translation>Lassen Sie sie {1}.</translation>
    </message>
    <message>
        <source>Leave out that it counts at once: then it has that at its next start.</source>
        <translation>Lassen Sie weg, dass es sofort gilt: Dann hat sie es beim nächsten Start.</translation>
    </message>
    <message>
        <source>Left as it is.</source>
        <translation>So gelassen.</translation>
    </message>
    <message>
        <source>Let Pacemaker choose the host of {1} from now on</source>
        <translation>Pacemaker den Host von {1} von nun an wählen lassen</translation>
    </message>
    <message>
        <source>Let Pacemaker manage it again.</source>
        <translation>Lassen Sie Pacemaker sie wieder verwalten.</translation>
    </message>
    <message>
        <source>Let another host in first.</source>
        <translation>Lassen Sie zuerst einen anderen Host ein.</translation>
    </message>
    <message>
        <source>Let {1} go on</source>
        <translation>{1} weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Let {1} in to every LUN of {2}</source>
        <translation>{1} zu jeder LUN von {2} einlassen</translation>
    </message>
    <message>
        <source>Let {1} in to the SAN</source>
        <translation>{1} in das SAN einlassen</translation>
    </message>
    <message>
        <source>Let {1} in to {2} no more</source>
        <translation>{1} nicht mehr zu {2} einlassen</translation>
    </message>
    <message>
        <source>Let {1} see the LUN as number {2}</source>
        <translation>{1} die LUN unter der Nummer {2} sehen lassen</translation>
    </message>
    <message>
        <source>Live: {1}.</source>
        <translation>Sofort: {1}.</translation>
    </message>
    <message>
        <source>Load a key that it knows into the SSH agent, name one as ssh.identity in the cluster file, or keep the password in the keyring.</source>
        <translation>Laden Sie einen ihm bekannten Schlüssel in den SSH-Agenten, nennen Sie einen als ssh.identity in der Clusterdatei, oder legen Sie das Kennwort in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Load what is missing with targetcli, or save it as it runs: then that is lost.</source>
        <translation>Laden Sie das Fehlende mit targetcli, oder sichern Sie es, wie es läuft: Dann geht das verloren.</translation>
    </message>
    <message>
        <source>Log in as root, or give that user the right.</source>
        <translation>Melden Sie sich als root an, oder geben Sie dem Benutzer das Recht.</translation>
    </message>
    <message>
        <source>Log in from the source host to the target host once by hand and accept the key.</source>
        <translation>Melden Sie sich einmal von Hand vom Quellhost auf dem Zielhost an und nehmen Sie den Schlüssel an.</translation>
    </message>
    <message>
        <source>Log it out first.</source>
        <translation>Melden Sie ihn zuerst ab.</translation>
    </message>
    <message>
        <source>Log {1} in</source>
        <translation>{1} anmelden</translation>
    </message>
    <message>
        <source>Log {1} in at {2}</source>
        <translation>{1} bei {2} anmelden</translation>
    </message>
    <message>
        <source>Log {1} in on {2}</source>
        <translation>{1} auf {2} anmelden</translation>
    </message>
    <message>
        <source>Log {1} in there; if it cannot, look at the cable and the switch.</source>
        <translation>Melden Sie {1} dort an; gelingt das nicht, sehen Sie nach Kabel und Switch.</translation>
    </message>
    <message>
        <source>Log {1} out</source>
        <translation>{1} abmelden</translation>
    </message>
    <message>
        <source>Log {1} out at {2}</source>
        <translation>{1} bei {2} abmelden</translation>
    </message>
    <message>
        <source>Log {1} out on {2}</source>
        <translation>{1} auf {2} abmelden</translation>
    </message>
    <message>
        <source>Look at 'crm_mon -1'.</source>
        <translation>Sehen Sie in die Ausgabe von „crm_mon -1“.</translation>
    </message>
    <message>
        <source>Look at both again.</source>
        <translation>Sehen Sie sich beide noch einmal an.</translation>
    </message>
    <message>
        <source>Look at it again.</source>
        <translation>Sehen Sie es sich noch einmal an.</translation>
    </message>
    <message>
        <source>Look at it as it is now, then make the plan again.</source>
        <translation>Sehen Sie nach, wie es jetzt ist, und planen Sie dann neu.</translation>
    </message>
    <message>
        <source>Look at it on the XML page and mend it.</source>
        <translation>Sehen Sie sie auf der Seite „XML“ an, und berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>Look at its cards again.</source>
        <translation>Sehen Sie noch einmal nach ihren Karten.</translation>
    </message>
    <message>
        <source>Look at its console, and at the log of libvirt on {1}.</source>
        <translation>Sehen Sie auf die Konsole und in das Protokoll von libvirt auf {1}.</translation>
    </message>
    <message>
        <source>Look at its disks again.</source>
        <translation>Sehen Sie sich ihre Platten noch einmal an.</translation>
    </message>
    <message>
        <source>Look at its power and its network; VMs on it are shown as unknown.</source>
        <translation>Sehen Sie nach Strom und Netz; die VMs darauf sind als unbekannt gezeigt.</translation>
    </message>
    <message>
        <source>Look at its storage chain: session, multipath and LUN on this host.</source>
        <translation>Sehen Sie sich die Speicherkette an: Sitzung, Multipath und LUN auf diesem Host.</translation>
    </message>
    <message>
        <source>Look at the cable and the switch for errors; it is taken back once it stays well.</source>
        <translation>Sehen Sie Kabel und Switch auf Fehler durch; sobald er hält, wird er wieder genommen.</translation>
    </message>
    <message>
        <source>Look at the cable, the switch and the portal of its network, and at the session.</source>
        <translation>Sehen Sie nach Kabel, Switch und Portal seines Netzes und nach der Sitzung.</translation>
    </message>
    <message>
        <source>Look at the cable, the switch and the portal of that network.</source>
        <translation>Sehen Sie nach Kabel, Switch und Portal dieses Netzes.</translation>
    </message>
    <message>
        <source>Look at the disks of {1}, then attach it again.</source>
        <translation>Sehen Sie nach den Platten von {1}, dann hängen Sie die Platte wieder an.</translation>
    </message>
    <message>
        <source>Look at the disks of {1}; replace nothing before the other side is known to be good.</source>
        <translation>Sehen Sie nach den Platten von {1}; tauschen Sie nichts aus, bevor feststeht, dass die andere Seite gut ist.</translation>
    </message>
    <message>
        <source>Look at the failed actions of its resource.</source>
        <translation>Sehen Sie sich die fehlgeschlagenen Aktionen der Ressource an.</translation>
    </message>
    <message>
        <source>Look at the failed actions of {1}.</source>
        <translation>Sehen Sie sich die fehlgeschlagenen Aktionen von {1} an.</translation>
    </message>
    <message>
        <source>Look at the file, and define the VM by hand.</source>
        <translation>Sehen Sie in die Datei, und definieren Sie die VM von Hand.</translation>
    </message>
    <message>
        <source>Look at the host's load and its disks, then try again.</source>
        <translation>Sehen Sie nach Last und Platten des Hosts, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Look at the host's sessions, and what 'multipath -ll' says there.</source>
        <translation>Sehen Sie nach den Sitzungen des Hosts, und was „multipath -ll“ dort sagt.</translation>
    </message>
    <message>
        <source>Look at the library.</source>
        <translation>Sehen Sie in der Bibliothek nach.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Sehen Sie noch einmal in die Liste.</translation>
    </message>
    <message>
        <source>Look at the list of VMs again.</source>
        <translation>Sehen Sie noch einmal in die Liste der VMs.</translation>
    </message>
    <message>
        <source>Look at the list of tasks.</source>
        <translation>Sehen Sie in die Liste der Aufgaben.</translation>
    </message>
    <message>
        <source>Look at the load of the network and of the SAN server.</source>
        <translation>Sehen Sie nach der Last von Netz und SAN-Server.</translation>
    </message>
    <message>
        <source>Look at the log of libvirt on {1}.</source>
        <translation>Sehen Sie in das Protokoll von libvirt auf {1}.</translation>
    </message>
    <message>
        <source>Look at the network between the servers, and for a split brain.</source>
        <translation>Sehen Sie nach dem Netz zwischen den Servern, und ob ein Split Brain vorliegt.</translation>
    </message>
    <message>
        <source>Look at the network between the servers.</source>
        <translation>Sehen Sie nach dem Netz zwischen den Servern.</translation>
    </message>
    <message>
        <source>Look at the other server and at the replication network.</source>
        <translation>Sehen Sie nach dem anderen Server und dem Replikationsnetz.</translation>
    </message>
    <message>
        <source>Look at the other server's side.</source>
        <translation>Sehen Sie nach der Seite des anderen Servers.</translation>
    </message>
    <message>
        <source>Look at the replica: a pair that is not connected does not resync.</source>
        <translation>Sehen Sie nach dem Replikat: Ein Paar ohne Verbindung gleicht sich nicht ab.</translation>
    </message>
    <message>
        <source>Look at the replication network, and refresh; one of them may be late.</source>
        <translation>Sehen Sie nach dem Replikationsnetz, und fragen Sie neu ab; einer von beiden kann im Verzug sein.</translation>
    </message>
    <message>
        <source>Look at the rights and the disk of {1}.</source>
        <translation>Sehen Sie nach den Rechten und der Platte von {1}.</translation>
    </message>
    <message>
        <source>Look at the servers' state in Pacemaker.</source>
        <translation>Sehen Sie nach dem Zustand der Server in Pacemaker.</translation>
    </message>
    <message>
        <source>Look at the targets again.</source>
        <translation>Sehen Sie sich die Targets noch einmal an.</translation>
    </message>
    <message>
        <source>Look into the bin again.</source>
        <translation>Sehen Sie noch einmal in den Papierkorb.</translation>
    </message>
    <message>
        <source>Look on {1} whether {2} can be removed.</source>
        <translation>Sehen Sie auf {1} nach, ob sich {2} entfernen lässt.</translation>
    </message>
    <message>
        <source>Look on {1} whether {2} can be written.</source>
        <translation>Sehen Sie auf {1} nach, ob sich {2} schreiben lässt.</translation>
    </message>
    <message>
        <source>Look through the template {1} that was sent to {2}, and keep it</source>
        <translation>Die Vorlage {1}, die an {2} gesendet wurde, durchsehen und behalten</translation>
    </message>
    <message>
        <source>Look what 'drbdadm status {1}' and the kernel's log say.</source>
        <translation>Sehen Sie nach, was „drbdadm status {1}“ und das Protokoll des Kernels sagen.</translation>
    </message>
    <message>
        <source>Look what 'drbdadm status {1}' says.</source>
        <translation>Sehen Sie nach, was „drbdadm status {1}“ sagt.</translation>
    </message>
    <message>
        <source>Look what 'multipath -ll {1}' says on {2}.</source>
        <translation>Sehen Sie nach, was „multipath -ll {1}“ auf {2} sagt.</translation>
    </message>
    <message>
        <source>Look what 'multipath -ll' says on the host.</source>
        <translation>Sehen Sie nach, was „multipath -ll“ am Host sagt.</translation>
    </message>
    <message>
        <source>Look what 'targetcli ls' and the kernel's log say there.</source>
        <translation>Sehen Sie nach, was dort „targetcli ls“ und das Protokoll des Kernels sagen.</translation>
    </message>
    <message>
        <source>Look what Pacemaker says of it: 'crm_mon -r1f'.</source>
        <translation>Sehen Sie nach, was Pacemaker dazu sagt: „crm_mon -r1f“.</translation>
    </message>
    <message>
        <source>Look what came of it.</source>
        <translation>Sehen Sie nach, was daraus geworden ist.</translation>
    </message>
    <message>
        <source>Look what is on it: 'dmsetup ls --tree', 'drbdadm status'.</source>
        <translation>Sehen Sie nach, was darauf liegt: „dmsetup ls --tree“, „drbdadm status“.</translation>
    </message>
    <message>
        <source>Look where it is defined.</source>
        <translation>Sehen Sie nach, wo sie definiert ist.</translation>
    </message>
    <message>
        <source>Look whether a LUN exports it, and whether it is mounted.</source>
        <translation>Sehen Sie nach, ob eine LUN es exportiert und ob es eingehängt ist.</translation>
    </message>
    <message>
        <source>Look whether it has targetcli, and a service that loads its configuration.</source>
        <translation>Sehen Sie nach, ob er targetcli hat und einen Dienst, der die Konfiguration lädt.</translation>
    </message>
    <message>
        <source>Look whether it is the right file.</source>
        <translation>Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>Look whether it is the right volume; 'drbdadm create-md' would make it an empty one.</source>
        <translation>Sehen Sie nach, ob es das richtige Volume ist; „drbdadm create-md“ würde es leeren.</translation>
    </message>
    <message>
        <source>Look whether somebody took the VM out of the cluster.</source>
        <translation>Sehen Sie nach, ob jemand die VM aus dem Cluster genommen hat.</translation>
    </message>
    <message>
        <source>Look whether the SAN is served.</source>
        <translation>Sehen Sie nach, ob jemand das SAN bedient.</translation>
    </message>
    <message>
        <source>Look whether the SAN servers answer.</source>
        <translation>Sehen Sie nach, ob die SAN-Server antworten.</translation>
    </message>
    <message>
        <source>Look whether the servers reach each other on the replica's port.</source>
        <translation>Sehen Sie nach, ob die Server einander auf dem Port des Replikats erreichen.</translation>
    </message>
    <message>
        <source>Look whether {1} answers and has /etc/iscsi/initiatorname.iscsi.</source>
        <translation>Sehen Sie nach, ob {1} antwortet und /etc/iscsi/initiatorname.iscsi hat.</translation>
    </message>
    <message>
        <source>Look whether {1} has room in /var/lib.</source>
        <translation>Sehen Sie nach, ob {1} in /var/lib Platz hat.</translation>
    </message>
    <message>
        <source>Look whether {1} reaches it, and whether the target lets it in.</source>
        <translation>Sehen Sie nach, ob {1} das Portal erreicht und das Target den Host hereinlässt.</translation>
    </message>
    <message>
        <source>Look whether {1} reaches {2}.</source>
        <translation>Sehen Sie nach, ob {1} {2} erreicht.</translation>
    </message>
    <message>
        <source>Look which VM has it as a disk; 'dmsetup ls --tree' shows what else is on it.</source>
        <translation>Sehen Sie nach, welche VM es als Platte hat; „dmsetup ls --tree“ zeigt, was sonst darauf liegt.</translation>
    </message>
    <message>
        <source>Look why Pacemaker does not promote it there.</source>
        <translation>Sehen Sie nach, warum Pacemaker es dort nicht primär macht.</translation>
    </message>
    <message>
        <source>Look with 'drbdadm status {1}' how far it is.</source>
        <translation>„drbdadm status {1}“ zeigt, wie weit es ist.</translation>
    </message>
    <message>
        <source>Look with 'ip link' on a host what its bridges are.</source>
        <translation>Sehen Sie mit 'ip link' auf einem Host nach, welche Bridges er hat.</translation>
    </message>
    <message>
        <source>Look with 'ip link' whether {1} has the bridge {2}.</source>
        <translation>Sehen Sie mit 'ip link' nach, ob {1} die Bridge {2} hat.</translation>
    </message>
    <message>
        <source>Look with 'journalctl --unit={1}' on {2} how far it is.</source>
        <translation>Sehen Sie mit „journalctl --unit={1}“ auf {2} nach, wie weit es ist.</translation>
    </message>
    <message>
        <source>Look with 'systemctl status {1}' on {2}.</source>
        <translation>Sehen Sie auf {2} mit 'systemctl status {1}' nach.</translation>
    </message>
    <message>
        <source>Look with 'systemctl status' on the host what it does.</source>
        <translation>Sehen Sie mit „systemctl status“ auf dem Host nach, was er tut.</translation>
    </message>
    <message>
        <source>Look with 'virsh dominfo {1}' on {2}.</source>
        <translation>Sehen Sie mit 'virsh dominfo {1}' auf {2} nach.</translation>
    </message>
    <message>
        <source>Look with 'virsh dumpxml --inactive' on {1} what libvirt made of it.</source>
        <translation>Sehen Sie auf {1} mit „virsh dumpxml --inactive“ nach, was libvirt daraus gemacht hat.</translation>
    </message>
    <message>
        <source>Look with 'virsh list --all' on {1} what it does.</source>
        <translation>Sehen Sie mit „virsh list --all“ auf {1} nach, was sie tut.</translation>
    </message>
    <message>
        <source>Look with 'virsh list --all' on {1} whether it is still there.</source>
        <translation>Sehen Sie mit 'virsh list --all' auf {1} nach, ob sie noch da ist.</translation>
    </message>
    <message>
        <source>Look with 'xl list' on {1} what is left of it.</source>
        <translation>Sehen Sie mit „xl list“ auf {1} nach, was von ihr übrig ist.</translation>
    </message>
    <message>
        <source>Lost but for the copy is what the file says of {1}.</source>
        <translation>Verloren geht, außer in der Kopie, was die Datei sagt über {1}.</translation>
    </message>
    <message>
        <source>Made from Debian's generic cloud image.</source>
        <translation>Aus Debians allgemeinem Cloud-Abbild gemacht.</translation>
    </message>
    <message>
        <source>Make a group of that name on the other SAN server too: 'vgcreate'.</source>
        <translation>Legen Sie auch auf dem anderen SAN-Server eine Gruppe dieses Namens an: „vgcreate“.</translation>
    </message>
    <message>
        <source>Make a smaller volume, and copy the content over in the guest.</source>
        <translation>Legen Sie ein kleineres Volume an, und kopieren Sie den Inhalt im Gast hinüber.</translation>
    </message>
    <message>
        <source>Make it by hand, or point XDG_STATE_HOME and XDG_CONFIG_HOME elsewhere.</source>
        <translation>Legen Sie es von Hand an, oder lassen Sie XDG_STATE_HOME und XDG_CONFIG_HOME woandershin zeigen.</translation>
    </message>
    <message>
        <source>Make it larger.</source>
        <translation>Machen Sie sie größer.</translation>
    </message>
    <message>
        <source>Make it on the hosts first.</source>
        <translation>Legen Sie sie zuerst auf den Hosts an.</translation>
    </message>
    <message>
        <source>Make one side secondary, unless a cluster file system needs it so.</source>
        <translation>Machen Sie eine Seite sekundär, außer ein Cluster-Dateisystem braucht es so.</translation>
    </message>
    <message>
        <source>Make one with 'Add cluster'.</source>
        <translation>Legen Sie einen mit „Cluster hinzufügen“ an.</translation>
    </message>
    <message>
        <source>Make room in /var/lib on {1}, or delete a template.</source>
        <translation>Schaffen Sie auf {1} Platz in /var/lib, oder löschen Sie eine Vorlage.</translation>
    </message>
    <message>
        <source>Make room on the disk of {1}.</source>
        <translation>Schaffen Sie Platz auf der Platte von {1}.</translation>
    </message>
    <message>
        <source>Make sure that it runs nowhere else before anything is forced.</source>
        <translation>Stellen Sie sicher, dass sie nirgends sonst läuft, bevor etwas erzwungen wird.</translation>
    </message>
    <message>
        <source>Make the backstore {1} on {2} again as it was</source>
        <translation>Den Backstore {1} auf {2} wieder anlegen, wie er war</translation>
    </message>
    <message>
        <source>Make the backstore {1} over {2} on {3}</source>
        <translation>Auf {3} den Backstore {1} über {2} anlegen</translation>
    </message>
    <message>
        <source>Make the file writable, or name another one in the cluster file.</source>
        <translation>Machen Sie die Datei schreibbar, oder nennen Sie in der Clusterdatei eine andere.</translation>
    </message>
    <message>
        <source>Make the folder {1} on {2}</source>
        <translation>Den Ordner {1} auf {2} anlegen</translation>
    </message>
    <message>
        <source>Make the plan again, and give the password once more.</source>
        <translation>Erstellen Sie den Plan neu, und geben Sie das Kennwort noch einmal an.</translation>
    </message>
    <message>
        <source>Make the plan again.</source>
        <translation>Planen Sie neu.</translation>
    </message>
    <message>
        <source>Make the template {1} of {2}</source>
        <translation>Die Vorlage {1} aus {2} machen</translation>
    </message>
    <message>
        <source>Make the template {1} of {2} on {3}</source>
        <translation>Die Vorlage {1} aus {2} auf {3} machen</translation>
    </message>
    <message>
        <source>Make the volume {1} again what {2} holds</source>
        <translation>Volume {1} auf {2} zurücksetzen</translation>
    </message>
    <message>
        <source>Make the volume {1}/{2} on {3}</source>
        <translation>Das Volume {1}/{2} auf {3} anlegen</translation>
    </message>
    <message>
        <source>Make them as before, only for the names that are missing.</source>
        <translation>Legen Sie sie an wie zuvor, nur für die Namen, die fehlen.</translation>
    </message>
    <message>
        <source>Make {1} on {2} anew from the other server</source>
        <translation>{1} auf {2} vom anderen Server neu aufbauen</translation>
    </message>
    <message>
        <source>Make {1} primary for the replica {2}, and wait until it is in sync</source>
        <translation>{1} zum Primären des Replikats {2} machen und warten, bis es abgeglichen ist</translation>
    </message>
    <message>
        <source>Make {1} secondary for the replica {2}</source>
        <translation>{1} für das Replikat {2} sekundär machen</translation>
    </message>
    <message>
        <source>Make {1} secondary for {2} again</source>
        <translation>{1} für {2} wieder sekundär machen</translation>
    </message>
    <message>
        <source>Make {1} secondary for {2}: nothing may write to what is dropped</source>
        <translation>{1} für {2} sekundär machen: Nichts darf schreiben, was verworfen wird</translation>
    </message>
    <message>
        <source>Make {1} the primary of {2}</source>
        <translation>{1} für {2} primär machen</translation>
    </message>
    <message>
        <source>Make {1} the primary of {2} by hand</source>
        <translation>{1} von Hand zum Primary von {2} machen</translation>
    </message>
    <message>
        <source>Make {1} the primary of {2}, though it may be old</source>
        <translation>{1} zum Primary von {2} machen, obwohl es alt sein kann</translation>
    </message>
    <message>
        <source>Make {1} the source of the replica {2}; the other side follows</source>
        <translation>{1} zur Quelle des Replikats {2} machen; die andere Seite folgt</translation>
    </message>
    <message>
        <source>Memory is given in whole MiB.</source>
        <translation>Speicher wird in ganzen MiB angegeben.</translation>
    </message>
    <message>
        <source>Mend it first.</source>
        <translation>Bringen Sie sie zuerst in Ordnung.</translation>
    </message>
    <message>
        <source>Mend the cause, then clean up with crm_resource --cleanup -r {1}.</source>
        <translation>Beheben Sie die Ursache, dann räumen Sie mit crm_resource --cleanup -r {1} auf.</translation>
    </message>
    <message>
        <source>Mend the disk first.</source>
        <translation>Bringen Sie zuerst die Platte in Ordnung.</translation>
    </message>
    <message>
        <source>Mend the pair first.</source>
        <translation>Bringen Sie zuerst das Paar in Ordnung.</translation>
    </message>
    <message>
        <source>Migrate {1}</source>
        <translation>{1} migrieren</translation>
    </message>
    <message>
        <source>Migrate {1} to {2}</source>
        <translation>{1} nach {2} migrieren</translation>
    </message>
    <message>
        <source>Move it by stopping it here and starting it there.</source>
        <translation>Verschieben Sie sie, indem Sie sie hier anhalten und dort starten.</translation>
    </message>
    <message>
        <source>Move it by suspend, copy, resume: it stands still while its memory is copied.</source>
        <translation>Verschieben Sie sie durch Anhalten, Kopieren, Fortsetzen: Sie steht still, während ihr Speicher kopiert wird.</translation>
    </message>
    <message>
        <source>Move it that way, with an interruption.</source>
        <translation>Verschieben Sie sie auf diese Weise, mit einer Unterbrechung.</translation>
    </message>
    <message>
        <source>Move it to a volume of the SAN first.</source>
        <translation>Bringen Sie sie zuerst auf ein Volume des SAN.</translation>
    </message>
    <message>
        <source>Move its VMs away first.</source>
        <translation>Verschieben Sie zuerst seine VMs.</translation>
    </message>
    <message>
        <source>Move or shut down another VM first.</source>
        <translation>Verschieben Sie zuerst eine andere VM, oder fahren Sie sie herunter.</translation>
    </message>
    <message>
        <source>Move the volume that it is of.</source>
        <translation>Ziehen Sie mit dem Volume um, von dem er ist.</translation>
    </message>
    <message>
        <source>Move the volume {1} from {2} to {3}</source>
        <translation>Mit dem Volume {1} von {2} nach {3} umziehen</translation>
    </message>
    <message>
        <source>Move {1} from {2} to {3}, {4}</source>
        <translation>{1} von {2} nach {3} verschieben, {4}</translation>
    </message>
    <message>
        <source>Move {1} into the group {2}</source>
        <translation>{1} in die Gruppe {2} verschieben</translation>
    </message>
    <message>
        <source>Move {1} out of the group {2}</source>
        <translation>{1} aus der Gruppe {2} herausnehmen</translation>
    </message>
    <message>
        <source>Name it by its whole path on that server.</source>
        <translation>Nennen Sie sie mit dem ganzen Pfad auf diesem Server.</translation>
    </message>
    <message>
        <source>Name protected VMs.</source>
        <translation>Nennen Sie geschützte VMs.</translation>
    </message>
    <message>
        <source>Names like '{1}' are those of the recycle bin.</source>
        <translation>Namen wie „{1}“ gehören dem Papierkorb.</translation>
    </message>
    <message>
        <source>Neither side can give in as it is now.</source>
        <translation>So, wie es jetzt ist, kann keine Seite nachgeben.</translation>
    </message>
    <message>
        <source>No Pacemaker answers.</source>
        <translation>Kein Pacemaker antwortet.</translation>
    </message>
    <message>
        <source>No SAN server answers.</source>
        <translation>Kein SAN-Server antwortet.</translation>
    </message>
    <message>
        <source>No SAN server has a volume group.</source>
        <translation>Kein SAN-Server hat eine Volumegruppe.</translation>
    </message>
    <message>
        <source>No SAN server offers the LUN {1}.</source>
        <translation>Kein SAN-Server bietet die LUN {1} an.</translation>
    </message>
    <message>
        <source>No SAN server offers the LUNs now.</source>
        <translation>Zurzeit bietet kein SAN-Server die LUNs an.</translation>
    </message>
    <message>
        <source>No SAN server tells of a group.</source>
        <translation>Kein SAN-Server nennt eine Gruppe.</translation>
    </message>
    <message>
        <source>No SAN server was named.</source>
        <translation>Es wurde kein SAN-Server genannt.</translation>
    </message>
    <message>
        <source>No VM can be made of {1} any more; those that there are stay.</source>
        <translation>Aus {1} kann dann keine VM mehr entstehen; die vorhandenen bleiben.</translation>
    </message>
    <message>
        <source>No VM is chosen.</source>
        <translation>Keine VM ist gewählt.</translation>
    </message>
    <message>
        <source>No VM is to be made.</source>
        <translation>Es soll keine VM angelegt werden.</translation>
    </message>
    <message>
        <source>No VM stops if this fails. VMs that lose redundancy: {1}.</source>
        <translation>Fällt dies aus, bleibt keine VM stehen. VMs, die Redundanz verlieren: {1}.</translation>
    </message>
    <message>
        <source>No answer within {1} s from {2}.</source>
        <translation>Innerhalb von {1} s keine Antwort von {2}.</translation>
    </message>
    <message>
        <source>No definition of {1} was read.</source>
        <translation>Es wurde keine Definition von {1} gelesen.</translation>
    </message>
    <message>
        <source>No host has a bridge called {1}.</source>
        <translation>Kein Host hat eine Bridge namens {1}.</translation>
    </message>
    <message>
        <source>No host has a definition of {1} that could be changed.</source>
        <translation>Kein Host hat eine Definition von {1}, die sich ändern ließe.</translation>
    </message>
    <message>
        <source>No host has a definition of {1}.</source>
        <translation>Kein Host hat eine Definition von {1}.</translation>
    </message>
    <message>
        <source>No host has an iSCSI session yet.</source>
        <translation>Noch hat kein Host eine iSCSI-Sitzung.</translation>
    </message>
    <message>
        <source>No host has {1} defined in its libvirt.</source>
        <translation>In keinem libvirt eines Hosts ist {1} definiert.</translation>
    </message>
    <message>
        <source>No host has {1} of memory; the largest has {2}.</source>
        <translation>Kein Host hat {1} Speicher; der größte hat {2}.</translation>
    </message>
    <message>
        <source>No host has {1} processors; the largest has {2}.</source>
        <translation>Kein Host hat {1} Prozessoren; der größte hat {2}.</translation>
    </message>
    <message>
        <source>No host is ready to start a VM.</source>
        <translation>Kein Host ist bereit, eine VM zu starten.</translation>
    </message>
    <message>
        <source>No host may start it now: look at their memory, and at what keeps it from them.</source>
        <translation>Kein Host darf sie jetzt starten: Sehen Sie nach deren Speicher und danach, was sie von ihnen fernhält.</translation>
    </message>
    <message>
        <source>No host of the cluster is left that had {1}: {2}.</source>
        <translation>Im Cluster ist kein Host mehr, der {1} hatte: {2}.</translation>
    </message>
    <message>
        <source>No host that answers has the VM {1}.</source>
        <translation>Kein antwortender Host hat die VM {1}.</translation>
    </message>
    <message>
        <source>No host was named.</source>
        <translation>Kein Host ist genannt.</translation>
    </message>
    <message>
        <source>No initiator is called '{1}'.</source>
        <translation>Kein Initiator heißt '{1}'.</translation>
    </message>
    <message>
        <source>No libvirt answers on {1} at {2}.</source>
        <translation>Auf {1} antwortet unter {2} kein libvirt.</translation>
    </message>
    <message>
        <source>No libvirt with Xen or KVM answers.</source>
        <translation>Kein libvirt mit Xen oder KVM antwortet.</translation>
    </message>
    <message>
        <source>No longer: {sentence}</source>
        <translation>Nicht mehr: {sentence}</translation>
    </message>
    <message>
        <source>No member of the Pacemaker cluster answers that could protect a VM.</source>
        <translation>Kein Mitglied des Pacemaker-Clusters antwortet, das eine VM schützen könnte.</translation>
    </message>
    <message>
        <source>No member of the Pacemaker cluster answers.</source>
        <translation>Kein Mitglied des Pacemaker-Clusters antwortet.</translation>
    </message>
    <message>
        <source>No multipath device is there.</source>
        <translation>Es gibt kein Multipath-Gerät.</translation>
    </message>
    <message>
        <source>No network is known on which {1} have addresses.</source>
        <translation>Es ist kein Netz bekannt, in dem {1} Adressen haben.</translation>
    </message>
    <message>
        <source>No other host has the memory for {1} now: if {2} fails, it stays off.</source>
        <translation>Kein anderer Host hat jetzt den Speicher für {1}: Fällt {2} aus, bleibt sie aus.</translation>
    </message>
    <message>
        <source>No path is left to {1}.</source>
        <translation>Kein Pfad führt mehr zu {1}.</translation>
    </message>
    <message>
        <source>No portal of the SAN is known.</source>
        <translation>Kein Portal des SAN ist bekannt.</translation>
    </message>
    <message>
        <source>No portal of the SAN on the network {1} is known.</source>
        <translation>Im Netz {1} ist kein Portal des SAN bekannt.</translation>
    </message>
    <message>
        <source>No readable answer: {1}.</source>
        <translation>Keine lesbare Antwort: {1}.</translation>
    </message>
    <message>
        <source>No replica is there.</source>
        <translation>Es gibt kein Replikat.</translation>
    </message>
    <message>
        <source>No replica was named.</source>
        <translation>Kein Replikat ist genannt.</translation>
    </message>
    <message>
        <source>No resync of {1} goes on.</source>
        <translation>{1} gleicht sich gerade nicht ab.</translation>
    </message>
    <message>
        <source>No running VM notices if this fails.</source>
        <translation>Fällt dies aus, merkt keine laufende VM etwas.</translation>
    </message>
    <message>
        <source>No server answers on which Pacemaker could be told about {1}.</source>
        <translation>Kein Server antwortet, auf dem man Pacemaker etwas über {1} sagen könnte.</translation>
    </message>
    <message>
        <source>No server offers the LUN {1} now.</source>
        <translation>Kein Server bietet die LUN {1} gerade an.</translation>
    </message>
    <message>
        <source>No server that has {1} answers.</source>
        <translation>Kein Server, der {1} hat, antwortet.</translation>
    </message>
    <message>
        <source>No server that serves has the volume group {1}.</source>
        <translation>Kein Server, der etwas bereitstellt, hat die Volumegruppe {1}.</translation>
    </message>
    <message>
        <source>No service on {1} loads LIO's configuration when it starts.</source>
        <translation>Kein Dienst auf {1} lädt die Konfiguration von LIO beim Start.</translation>
    </message>
    <message>
        <source>No setting is to be changed.</source>
        <translation>Keine Einstellung soll sich ändern.</translation>
    </message>
    <message>
        <source>No side of {1} has to be connected.</source>
        <translation>Keine Seite von {1} muss verbunden werden.</translation>
    </message>
    <message>
        <source>No viewer for {1} screens is installed here.</source>
        <translation>Hier ist kein Viewer für {1}-Bildschirme installiert.</translation>
    </message>
    <message>
        <source>Nobody compares its sides then unless by hand.</source>
        <translation>Dann vergleicht niemand seine Seiten, außer von Hand.</translation>
    </message>
    <message>
        <source>Nobody could log in to {1}: no SSH key and no password is given.</source>
        <translation>Niemand könnte sich bei {1} anmelden: Weder ein SSH-Schlüssel noch ein Kennwort ist angegeben.</translation>
    </message>
    <message>
        <source>Nobody says how the replica {1} is.</source>
        <translation>Niemand sagt, wie es um das Replikat {1} steht.</translation>
    </message>
    <message>
        <source>Nobody says whether the sides of {1} are the same.</source>
        <translation>Niemand sagt, ob die Seiten von {1} gleich sind.</translation>
    </message>
    <message>
        <source>Nobody serves the SAN now.</source>
        <translation>Zurzeit bedient niemand das SAN.</translation>
    </message>
    <message>
        <source>Nobody serves the SAN; {1} should.</source>
        <translation>Niemand bedient das SAN; {1} sollte es.</translation>
    </message>
    <message>
        <source>Nobody serves this SAN: it has no Pacemaker, and no server has a target of LIO.</source>
        <translation>Niemand bedient dieses SAN: Es hat kein Pacemaker, und kein Server hat ein Target von LIO.</translation>
    </message>
    <message>
        <source>Nobody serves.</source>
        <translation>Niemand bedient das SAN.</translation>
    </message>
    <message>
        <source>Nobody would be left on the list, and then the SAN lets everybody in.</source>
        <translation>Niemand stünde mehr auf der Liste, und dann lässt das SAN jeden ein.</translation>
    </message>
    <message>
        <source>None found: {1}.</source>
        <translation>Keine gefunden: {1}.</translation>
    </message>
    <message>
        <source>Not every one of {1} has an address on a network {2}.</source>
        <translation>Nicht jeder von {1} hat eine Adresse in einem Netz {2}.</translation>
    </message>
    <message>
        <source>Not installed: {1}.</source>
        <translation>Nicht installiert: {1}.</translation>
    </message>
    <message>
        <source>Not online: {1}.</source>
        <translation>Nicht online: {1}.</translation>
    </message>
    <message>
        <source>Not tried, as '{1}' failed.</source>
        <translation>Nicht versucht, weil „{1}“ fehlgeschlagen ist.</translation>
    </message>
    <message>
        <source>Nothing had been sent for it.</source>
        <translation>Dafür war nichts gesendet worden.</translation>
    </message>
    <message>
        <source>Nothing in the recycle bin is older than {1} days.</source>
        <translation>Im Papierkorb ist nichts älter als {1} Tage.</translation>
    </message>
    <message>
        <source>Nothing is restarted for that.</source>
        <translation>Dafür wird nichts neu gestartet.</translation>
    </message>
    <message>
        <source>Nothing keeps it.</source>
        <translation>Es bleibt nirgends erhalten.</translation>
    </message>
    <message>
        <source>Nothing says yet whether volumes of {1} are mirrored by DRBD.</source>
        <translation>Noch verrät nichts, ob Volumes von {1} mit DRBD gespiegelt werden.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing, while another path is ready.</source>
        <translation>Nichts, solange ein anderer Pfad bereit ist.</translation>
    </message>
    <message>
        <source>Offer the LUN {1} ({2}) on {3} no more</source>
        <translation>Die LUN {1} ({2}) auf {3} nicht mehr anbieten</translation>
    </message>
    <message>
        <source>Offer {1} as LUN {2} on {3}</source>
        <translation>{1} auf {3} als LUN {2} anbieten</translation>
    </message>
    <message>
        <source>On the node {1} there still runs: {2}.</source>
        <translation>Auf dem Knoten {1} läuft noch: {2}.</translation>
    </message>
    <message>
        <source>On {1} '{2}' does not end as it should yet.</source>
        <translation>Auf {1} endet „{2}“ noch nicht, wie es soll.</translation>
    </message>
    <message>
        <source>On {1} the I/O to the LUN {2} fails instead of waiting.</source>
        <translation>Auf {1} schlagen Zugriffe auf die LUN {2} fehl, statt zu warten.</translation>
    </message>
    <message>
        <source>On {1} the LUN {2} has {3}, not {4}.</source>
        <translation>Auf {1} hat die LUN {2} {3}, nicht {4}.</translation>
    </message>
    <message>
        <source>On {1} there is a file {2} already.</source>
        <translation>Auf {1} gibt es schon eine Datei {2}.</translation>
    </message>
    <message>
        <source>One that was added to its definition counts from its next start.</source>
        <translation>Ein Bildschirm, der in der Definition ergänzt wurde, gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Only Pacemaker keeps VMs apart: it has to be protected for that.</source>
        <translation>Nur Pacemaker hält VMs getrennt: Dafür muss sie geschützt sein.</translation>
    </message>
    <message>
        <source>Only VMs on the SAN can be cloned; take a template of it, or copy it by hand.</source>
        <translation>Nur VMs auf dem SAN lassen sich klonen; machen Sie eine Vorlage daraus, oder kopieren Sie sie von Hand.</translation>
    </message>
    <message>
        <source>Only a VM with a firmware has other buses.</source>
        <translation>Nur eine VM mit Firmware hat andere Busse.</translation>
    </message>
    <message>
        <source>Only interrupted tasks can be taken up again.</source>
        <translation>Nur abgerissene Aufgaben können wieder aufgenommen werden.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Öffnen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Open it with the version of xenadmin that made it.</source>
        <translation>Öffnen Sie ihn mit der Version von xenadmin, die ihn gemacht hat.</translation>
    </message>
    <message>
        <source>Pacemaker can do nothing more for {1}: a stop failed.</source>
        <translation>Pacemaker kann für {1} nichts mehr tun: Ein Anhalten ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Pacemaker cannot be asked: no answer from {1}.</source>
        <translation>Pacemaker ist nicht zu fragen: keine Antwort von {1}.</translation>
    </message>
    <message>
        <source>Pacemaker chooses the host that {1} starts on.</source>
        <translation>Pacemaker wählt den Host, auf dem {1} startet.</translation>
    </message>
    <message>
        <source>Pacemaker decides where {1} is primary, and would take it back.</source>
        <translation>Pacemaker entscheidet, wo {1} primär ist, und würde es zurücknehmen.</translation>
    </message>
    <message>
        <source>Pacemaker did not take the change of its configuration; nothing of it was done.</source>
        <translation>Pacemaker hat die Änderung seiner Konfiguration nicht angenommen; nichts davon ist geschehen.</translation>
    </message>
    <message>
        <source>Pacemaker does not know that host.</source>
        <translation>Pacemaker kennt diesen Host nicht.</translation>
    </message>
    <message>
        <source>Pacemaker does not know the node {1}.</source>
        <translation>Pacemaker kennt den Knoten {1} nicht.</translation>
    </message>
    <message>
        <source>Pacemaker does not know what {1} does and waits for it to be fenced.</source>
        <translation>Pacemaker weiß nicht, was {1} tut, und wartet auf das Fencing.</translation>
    </message>
    <message>
        <source>Pacemaker does not list the resource {1}.</source>
        <translation>Pacemaker führt die Ressource {1} nicht auf.</translation>
    </message>
    <message>
        <source>Pacemaker does not run on this server.</source>
        <translation>Auf diesem Server läuft kein Pacemaker.</translation>
    </message>
    <message>
        <source>Pacemaker does not say that {1} is {2}{3}.</source>
        <translation>Pacemaker sagt nicht, dass {1} {2}{3} ist.</translation>
    </message>
    <message>
        <source>Pacemaker does not serve this SAN: no resource group of it has an iSCSITarget.</source>
        <translation>Pacemaker bedient dieses SAN nicht: Keine Ressourcengruppe hat ein iSCSITarget.</translation>
    </message>
    <message>
        <source>Pacemaker has no such resource any more.</source>
        <translation>Pacemaker hat diese Ressource nicht mehr.</translation>
    </message>
    <message>
        <source>Pacemaker holds it for failed and waits for it to be fenced.</source>
        <translation>Pacemaker hält die Maschine für ausgefallen und wartet auf das Fencing.</translation>
    </message>
    <message>
        <source>Pacemaker holds the VM for running there already.</source>
        <translation>Pacemaker glaubt, die VM laufe dort schon.</translation>
    </message>
    <message>
        <source>Pacemaker is blocked on {1} by an action that failed.</source>
        <translation>Pacemaker ist bei {1} durch eine fehlgeschlagene Aktion blockiert.</translation>
    </message>
    <message>
        <source>Pacemaker is configured to have {1} {2}.</source>
        <translation>Pacemaker ist so eingestellt: {1} {2}.</translation>
    </message>
    <message>
        <source>Pacemaker is in maintenance mode and would do nothing with {1}.</source>
        <translation>Pacemaker ist im Wartungsmodus und würde mit {1} nichts tun.</translation>
    </message>
    <message>
        <source>Pacemaker keeps the replica {1} stopped.</source>
        <translation>Pacemaker hält das Replikat {1} angehalten.</translation>
    </message>
    <message>
        <source>Pacemaker keeps {1} off until it is told to start it.</source>
        <translation>Pacemaker lässt {1} aus, bis jemand den Start verlangt.</translation>
    </message>
    <message>
        <source>Pacemaker leaves {1} alone for now.</source>
        <translation>Pacemaker lässt {1} vorerst in Ruhe.</translation>
    </message>
    <message>
        <source>Pacemaker leaves {1} alone: its resource is not managed.</source>
        <translation>Pacemaker lässt {1} in Ruhe: Die Ressource wird nicht verwaltet.</translation>
    </message>
    <message>
        <source>Pacemaker makes LIO's configuration at each start: nothing is saved.</source>
        <translation>Pacemaker macht die Konfiguration von LIO bei jedem Start: Gesichert wird nichts.</translation>
    </message>
    <message>
        <source>Pacemaker may not move {1} live (allow-migrate is not set): it would stop it here and start it there.</source>
        <translation>Pacemaker darf {1} nicht im Betrieb verschieben (allow-migrate ist nicht gesetzt): Es würde sie hier anhalten und dort starten.</translation>
    </message>
    <message>
        <source>Pacemaker restarts {1} for that: the I/O of {2} waits and goes on by itself.</source>
        <translation>Pacemaker startet {1} dafür neu: Die Zugriffe von {2} warten und gehen von selbst weiter.</translation>
    </message>
    <message>
        <source>Pacemaker restarts {1} for that: the I/O of {2} would wait.</source>
        <translation>Pacemaker startet {1} dafür neu: Die Zugriffe von {2} müssten warten.</translation>
    </message>
    <message>
        <source>Pacemaker restarts {1} for that; no VM uses it.</source>
        <translation>Pacemaker startet {1} dafür neu; keine VM benutzt es.</translation>
    </message>
    <message>
        <source>Pacemaker runs {1}, and no member of the cluster can be asked.</source>
        <translation>Pacemaker betreibt {1}, und kein Mitglied des Clusters ist zu fragen.</translation>
    </message>
    <message>
        <source>Pacemaker runs {1}; {2} does not need it yet.</source>
        <translation>Pacemaker betreibt {1}; {2} braucht es noch nicht.</translation>
    </message>
    <message>
        <source>Pacemaker says that {1} is not online.</source>
        <translation>Pacemaker sagt, dass {1} nicht online ist.</translation>
    </message>
    <message>
        <source>Pacemaker says that {1} is off.</source>
        <translation>Pacemaker sagt, dass {1} aus ist.</translation>
    </message>
    <message>
        <source>Pacemaker starts it, apart from {1} while it can.</source>
        <translation>Pacemaker startet sie, getrennt von {1}, solange das geht.</translation>
    </message>
    <message>
        <source>Pacemaker starts it.</source>
        <translation>Pacemaker startet sie.</translation>
    </message>
    <message>
        <source>Pacemaker starts the protected ones elsewhere.</source>
        <translation>Die geschützten startet Pacemaker anderswo.</translation>
    </message>
    <message>
        <source>Pacemaker stops no resources that are configured no more ({1}).</source>
        <translation>Pacemaker hält keine Ressourcen an, die nicht mehr konfiguriert sind ({1}).</translation>
    </message>
    <message>
        <source>Pacemaker stops nothing that is configured no more, for {1}.</source>
        <translation>Pacemaker hält wegen {1} nichts an, das nicht mehr eingerichtet ist.</translation>
    </message>
    <message>
        <source>Pacemaker would stop what it does not know.</source>
        <translation>Pacemaker würde anhalten, was es nicht kennt.</translation>
    </message>
    <message>
        <source>Pacemaker {1} move {2} live.</source>
        <translation>Pacemaker {1} {2} im Betrieb verschieben.</translation>
    </message>
    <message>
        <source>Pacemaker's configuration could not be read.</source>
        <translation>Pacemakers Konfiguration war nicht lesbar.</translation>
    </message>
    <message>
        <source>Pacemaker's configuration has nothing called {1}.</source>
        <translation>Pacemakers Konfiguration hat nichts namens {1}.</translation>
    </message>
    <message>
        <source>Pacemaker's configuration has something called {1} already.</source>
        <translation>Pacemakers Konfiguration hat schon etwas namens {1}.</translation>
    </message>
    <message>
        <source>Pacemaker's group {1} does not offer the LUN {2}.</source>
        <translation>Pacemakers Gruppe {1} bietet die LUN {2} nicht an.</translation>
    </message>
    <message>
        <source>Pack the disk of {1} into the template {2} on {3}</source>
        <translation>Die Platte von {1} auf {3} in die Vorlage {2} packen</translation>
    </message>
    <message>
        <source>Packages can only be installed where the template has cloud-init.</source>
        <translation>Pakete können nur installiert werden, wo die Vorlage cloud-init hat.</translation>
    </message>
    <message>
        <source>Pair, Pacemaker.</source>
        <translation>Paar, Pacemaker.</translation>
    </message>
    <message>
        <source>Paths to {1} over {2} are lost.</source>
        <translation>Pfade zu {1} über {2} sind verloren.</translation>
    </message>
    <message>
        <source>Paths to {1} over {2} come and go (shaky).</source>
        <translation>Pfade zu {1} über {2} kommen und gehen (shaky).</translation>
    </message>
    <message>
        <source>Pause the resync of {1}</source>
        <translation>Den Abgleich von {1} anhalten</translation>
    </message>
    <message>
        <source>Pause the resync of {1} on {2}</source>
        <translation>Den Abgleich von {1} auf {2} anhalten</translation>
    </message>
    <message>
        <source>Pause {1}</source>
        <translation>{1} pausieren</translation>
    </message>
    <message>
        <source>Pause {1} for the moment of its snapshots</source>
        <translation>{1} für den Augenblick der Snapshots anhalten</translation>
    </message>
    <message>
        <source>Plug the card into a bridge that is in the VLAN {1}.</source>
        <translation>Stecken Sie die Karte in eine Bridge, die im VLAN {1} liegt.</translation>
    </message>
    <message>
        <source>Plug the network card {1} of {2} into {3} now</source>
        <translation>Netzwerkkarte {1} von {2} jetzt in {3} stecken</translation>
    </message>
    <message>
        <source>Protect it, or name no other VM.</source>
        <translation>Schützen Sie sie, oder nennen Sie keine andere VM.</translation>
    </message>
    <message>
        <source>Protect {1}</source>
        <translation>{1} schützen</translation>
    </message>
    <message>
        <source>Put a CD in, and it gets one.</source>
        <translation>Legen Sie eine CD ein, dann bekommt sie eines.</translation>
    </message>
    <message>
        <source>Put the CD {1} into {2} of {3} now</source>
        <translation>CD {1} jetzt in {2} von {3} einlegen</translation>
    </message>
    <message>
        <source>Put the answers for {1} as {2} behind its initrd on {3}</source>
        <translation>Die Antworten für {1} als {2} an die Initrd anhängen, auf {3}</translation>
    </message>
    <message>
        <source>Put the configuration of {1} aside on {2}</source>
        <translation>Die Konfiguration von {1} auf {2} beiseitelegen</translation>
    </message>
    <message>
        <source>Put the configuration of {1} back on {2}</source>
        <translation>Die Konfiguration von {1} auf {2} zurücklegen</translation>
    </message>
    <message>
        <source>Put the definition of {1} into the recycle bin of {2}</source>
        <translation>Definition von {1} in den Papierkorb von {2} legen</translation>
    </message>
    <message>
        <source>Put the replica {1} back into Pacemaker's configuration, stopped</source>
        <translation>Das Replikat {1} gestoppt in Pacemakers Konfiguration zurücklegen</translation>
    </message>
    <message>
        <source>Put the saved configuration on {1} back as it was</source>
        <translation>Die gesicherte Konfiguration auf {1} zurücklegen, wie sie war</translation>
    </message>
    <message>
        <source>Put the volume {1} into the recycle bin</source>
        <translation>Das Volume {1} in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Put {1} back into Pacemaker's configuration</source>
        <translation>{1} zurück in die Konfiguration von Pacemaker nehmen</translation>
    </message>
    <message>
        <source>Put {1} back into Pacemaker's configuration, stopped</source>
        <translation>{1} gestoppt in Pacemakers Konfiguration zurücklegen</translation>
    </message>
    <message>
        <source>Put {1} onto the volume of {2} on {3}</source>
        <translation>{1} auf das Volume von {2} auf {3} schreiben</translation>
    </message>
    <message>
        <source>Read /var/log/libvirt/libxl/libxl-driver.log on the host, its last lines say which.</source>
        <translation>Lesen Sie /var/log/libvirt/libxl/libxl-driver.log auf dem Host; die letzten Zeilen sagen, was es ist.</translation>
    </message>
    <message>
        <source>Reboot {1}</source>
        <translation>{1} neu starten</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>Remove its snapshots first.</source>
        <translation>Entfernen Sie zuerst die Snapshots.</translation>
    </message>
    <message>
        <source>Remove the configuration of the replica {1} from {2}</source>
        <translation>Die Konfiguration des Replikats {1} von {2} entfernen</translation>
    </message>
    <message>
        <source>Remove the configuration of {1} from {2} for good</source>
        <translation>Die Konfiguration von {1} endgültig von {2} entfernen</translation>
    </message>
    <message>
        <source>Remove the definition of {1} from {2}</source>
        <translation>Die Definition von {1} von {2} entfernen</translation>
    </message>
    <message>
        <source>Remove the definition of {1} on {2}</source>
        <translation>Definition von {1} auf {2} entfernen</translation>
    </message>
    <message>
        <source>Remove the directory to begin with a fresh one.</source>
        <translation>Entfernen Sie das Verzeichnis, um mit einem frischen zu beginnen.</translation>
    </message>
    <message>
        <source>Remove the initrd of {1} from {2}</source>
        <translation>Die Initrd von {1} von {2} entfernen</translation>
    </message>
    <message>
        <source>Remove the snapshot {1}/{2} from {3}</source>
        <translation>Den Snapshot {1}/{2} von {3} entfernen</translation>
    </message>
    <message>
        <source>Remove the template {1} from {2}</source>
        <translation>Die Vorlage {1} von {2} entfernen</translation>
    </message>
    <message>
        <source>Remove the volume {1} for good</source>
        <translation>Das Volume {1} endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove the volume {1}/{2} from {3}</source>
        <translation>Das Volume {1}/{2} von {3} entfernen</translation>
    </message>
    <message>
        <source>Remove the volume {1}/{2} from {3} for good</source>
        <translation>Das Volume {1}/{2} endgültig von {3} entfernen</translation>
    </message>
    <message>
        <source>Remove them first.</source>
        <translation>Entfernen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Remove what libvirt on {1} was given of {2}</source>
        <translation>Entfernen, was libvirt auf {1} von {2} bekommen hat</translation>
    </message>
    <message>
        <source>Remove what was made of the template {1} from {2}</source>
        <translation>Von {2} entfernen, was von der Vorlage {1} angelegt wurde</translation>
    </message>
    <message>
        <source>Remove {1} from the recycle bin for good</source>
        <translation>{1} endgültig aus dem Papierkorb entfernen</translation>
    </message>
    <message>
        <source>Remove {1} from {2}</source>
        <translation>{1} von {2} entfernen</translation>
    </message>
    <message>
        <source>Rename it by its own action.</source>
        <translation>Benennen Sie sie mit der eigenen Aktion um.</translation>
    </message>
    <message>
        <source>Rename one.</source>
        <translation>Benennen Sie eine um.</translation>
    </message>
    <message>
        <source>Rename or withdraw it, or attach it by hand.</source>
        <translation>Benennen Sie es um, ziehen Sie die LUN zurück oder hängen Sie es von Hand an.</translation>
    </message>
    <message>
        <source>Rename that one first.</source>
        <translation>Benennen Sie zuerst jenes um.</translation>
    </message>
    <message>
        <source>Rename the volume {1} to {2}</source>
        <translation>Volume {1} in {2} umbenennen</translation>
    </message>
    <message>
        <source>Rename {1} to {2}</source>
        <translation>{1} in {2} umbenennen</translation>
    </message>
    <message>
        <source>Rename {1}/{2} to {3} on {4}</source>
        <translation>{1}/{2} auf {4} in {3} umbenennen</translation>
    </message>
    <message>
        <source>Replace the disk of {1}; then the copy is filled anew from the other server.</source>
        <translation>Tauschen Sie die Platte von {1} aus; dann füllt der andere Server die Kopie neu.</translation>
    </message>
    <message>
        <source>Replica {1} is {2}.</source>
        <translation>Replikat {1}: {2}.</translation>
    </message>
    <message>
        <source>Rescan the iSCSI sessions of {1}.</source>
        <translation>Lesen Sie die iSCSI-Sitzungen von {1} neu ein.</translation>
    </message>
    <message>
        <source>Resolve it, and say whose data is dropped.</source>
        <translation>Lösen Sie das auf, und sagen Sie, wessen Daten verworfen werden.</translation>
    </message>
    <message>
        <source>Resolve the split brain of {1}: {2} gives in</source>
        <translation>Split Brain von {1} auflösen: {2} gibt nach</translation>
    </message>
    <message>
        <source>Restore it first.</source>
        <translation>Stellen Sie es zuerst wieder her.</translation>
    </message>
    <message>
        <source>Restore it, or delete it for good.</source>
        <translation>Stellen Sie sie wieder her, oder löschen Sie sie endgültig.</translation>
    </message>
    <message>
        <source>Restore it, or remove it for good.</source>
        <translation>Stellen Sie es wieder her, oder entfernen Sie es endgültig.</translation>
    </message>
    <message>
        <source>Restore the volume {1} from the recycle bin</source>
        <translation>Volume {1} aus dem Papierkorb wiederherstellen</translation>
    </message>
    <message>
        <source>Restore {1} from the recycle bin</source>
        <translation>{1} aus dem Papierkorb wiederherstellen</translation>
    </message>
    <message>
        <source>Resume it first, or force it off.</source>
        <translation>Setzen Sie sie zuerst fort, oder schalten Sie sie hart aus.</translation>
    </message>
    <message>
        <source>Resume it.</source>
        <translation>Setzen Sie ihn fort.</translation>
    </message>
    <message>
        <source>Resume {1}</source>
        <translation>{1} fortsetzen</translation>
    </message>
    <message>
        <source>Roll that task back, or leave it as it is.</source>
        <translation>Nehmen Sie die Aufgabe zurück, oder lassen Sie es, wie es ist.</translation>
    </message>
    <message>
        <source>Round it.</source>
        <translation>Runden Sie den Wert.</translation>
    </message>
    <message>
        <source>Run 'ssh-add {1}', or keep its passphrase in the keyring.</source>
        <translation>Rufen Sie „ssh-add {1}“ auf, oder legen Sie die Passphrase in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>Run it on {1} by hand.</source>
        <translation>Rufen Sie es auf {1} von Hand auf.</translation>
    </message>
    <message>
        <source>Run the command there by hand.</source>
        <translation>Rufen Sie den Befehl dort von Hand auf.</translation>
    </message>
    <message>
        <source>Save LIO's configuration on {1}</source>
        <translation>Die Konfiguration von LIO auf {1} sichern</translation>
    </message>
    <message>
        <source>Save LIO's configuration on {1} for its next start</source>
        <translation>Die Konfiguration von LIO auf {1} für den nächsten Start sichern</translation>
    </message>
    <message>
        <source>Save it as it runs, or take it back with targetcli.</source>
        <translation>Sichern Sie es, wie es läuft, oder nehmen Sie es mit targetcli zurück.</translation>
    </message>
    <message>
        <source>Saved, but not running: {1}.</source>
        <translation>Gesichert, läuft aber nicht: {1}.</translation>
    </message>
    <message>
        <source>Say whether this one is; the others of the group are as the first one then.</source>
        <translation>Sagen Sie, ob dieses gespiegelt wird; die weiteren der Gruppe werden dann wie das erste.</translation>
    </message>
    <message>
        <source>Say which, or use targetcli.</source>
        <translation>Sagen Sie, welches, oder nehmen Sie targetcli.</translation>
    </message>
    <message>
        <source>Say who is to serve this one: {1}.</source>
        <translation>Sagen Sie, wer dieses bereitstellen soll: {1}.</translation>
    </message>
    <message>
        <source>Say with --like which template it is like, or copy it as it is with --as-it-is.</source>
        <translation>Sagen Sie mit --like, welcher Vorlage sie gleicht, oder kopieren Sie sie mit --as-it-is, wie sie ist.</translation>
    </message>
    <message>
        <source>See 'xenadmin cluster check'.</source>
        <translation>Siehe „xenadmin cluster check“.</translation>
    </message>
    <message>
        <source>See 'xenadmin cluster list' for the clusters that there are.</source>
        <translation>„xenadmin cluster list“ zeigt, welche Cluster es gibt.</translation>
    </message>
    <message>
        <source>See 'xenadmin san show'; repair the connection before the other server fails too.</source>
        <translation>Siehe „xenadmin san show“; stellen Sie die Verbindung wieder her, bevor auch der andere Server ausfällt.</translation>
    </message>
    <message>
        <source>See 'xenadmin vm history VM' for the numbers.</source>
        <translation>Die Nummern zeigt 'xenadmin vm history VM'.</translation>
    </message>
    <message>
        <source>See that both sides of {1} are the same</source>
        <translation>Prüfen, dass beide Seiten von {1} gleich sind</translation>
    </message>
    <message>
        <source>See to the directory's permissions and free space.</source>
        <translation>Sehen Sie nach Rechten und freiem Platz des Verzeichnisses.</translation>
    </message>
    <message>
        <source>See what keeps the server busy, or raise intervals.command_timeout_s.</source>
        <translation>Sehen Sie nach, was den Server beschäftigt, oder erhöhen Sie intervals.command_timeout_s.</translation>
    </message>
    <message>
        <source>See which storage network is cut, with 'xenadmin san show'.</source>
        <translation>„xenadmin san show“ zeigt, welches Speichernetz unterbrochen ist.</translation>
    </message>
    <message>
        <source>Send it again; what was there is removed.</source>
        <translation>Senden Sie es noch einmal; was dort lag, ist entfernt.</translation>
    </message>
    <message>
        <source>Sending {1} to {2}</source>
        <translation>{1} wird an {2} gesendet</translation>
    </message>
    <message>
        <source>Set 'no_path_retry queue' in multipath.conf there.</source>
        <translation>Setzen Sie dort in multipath.conf 'no_path_retry queue'.</translation>
    </message>
    <message>
        <source>Set no_path_retry to queue in the overrides section of multipath.conf.</source>
        <translation>Setzen Sie no_path_retry im Abschnitt overrides der multipath.conf auf queue.</translation>
    </message>
    <message>
        <source>Set otherwise than it was saved: {1}.</source>
        <translation>Anders eingestellt als gesichert: {1}.</translation>
    </message>
    <message>
        <source>Set the control mode to automatic.</source>
        <translation>Stellen Sie den Modus auf automatisch.</translation>
    </message>
    <message>
        <source>Several VMs are called {1}; commands must name this one by UUID.</source>
        <translation>Mehrere VMs heißen {1}; Befehle müssen diese mit der UUID nennen.</translation>
    </message>
    <message>
        <source>Several VMs are called {1}; name one by its UUID.</source>
        <translation>Mehrere VMs heißen {1}; nennen Sie eine mit ihrer UUID.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>Shut down {1}</source>
        <translation>{1} herunterfahren</translation>
    </message>
    <message>
        <source>Shut it down first.</source>
        <translation>Fahren Sie sie zuerst herunter.</translation>
    </message>
    <message>
        <source>Shut it down first: then Pacemaker keeps it off.</source>
        <translation>Fahren Sie sie zuerst herunter: Dann hält Pacemaker sie aus.</translation>
    </message>
    <message>
        <source>Shut it down, or have a snapshot read instead.</source>
        <translation>Fahren Sie sie herunter, oder lassen Sie stattdessen einen Snapshot lesen.</translation>
    </message>
    <message>
        <source>Shut the VM down, and make it without a snapshot.</source>
        <translation>Fahren Sie die VM herunter, und machen Sie sie ohne Snapshot.</translation>
    </message>
    <message>
        <source>Shut the VM down.</source>
        <translation>Fahren Sie die VM herunter.</translation>
    </message>
    <message>
        <source>Shut the VMs down first.</source>
        <translation>Fahren Sie zuerst die VMs herunter.</translation>
    </message>
    <message>
        <source>Shut them down first, or agree that their I/O waits as during a switchover.</source>
        <translation>Fahren Sie sie zuerst herunter, oder stimmen Sie zu, dass ihre Zugriffe warten wie beim Umschalten.</translation>
    </message>
    <message>
        <source>Shut {1} out of the SAN</source>
        <translation>{1} vom SAN ausschließen</translation>
    </message>
    <message>
        <source>Simulated VMs have no screen.</source>
        <translation>Simulierte VMs haben keinen Bildschirm.</translation>
    </message>
    <message>
        <source>Since the LUN {1} is offered from {2}, hosts may have written there.</source>
        <translation>Seit die LUN {1} von {2} angeboten wird, können Hosts dorthin geschrieben haben.</translation>
    </message>
    <message>
        <source>Single server, LIO by systemd ({1}).</source>
        <translation>Einzelner Server, LIO durch systemd ({1}).</translation>
    </message>
    <message>
        <source>Single server, Pacemaker.</source>
        <translation>Einzelner Server, Pacemaker.</translation>
    </message>
    <message>
        <source>Snapshot {1} is full and has broken; it can no longer be reverted to.</source>
        <translation>Snapshot {1} ist voll und gebrochen; auf ihn lässt sich nicht mehr zurücksetzen.</translation>
    </message>
    <message>
        <source>Snapshot {1} is {2} % full; it breaks at 100 %.</source>
        <translation>Snapshot {1} ist zu {2} % voll; bei 100 % bricht er.</translation>
    </message>
    <message>
        <source>Somebody answers at {1} already, as {2} finds.</source>
        <translation>Unter {1} antwortet schon jemand, wie {2} feststellt.</translation>
    </message>
    <message>
        <source>Somebody changed the group {1} in Pacemaker's configuration.</source>
        <translation>Jemand hat die Gruppe {1} in Pacemakers Konfiguration geändert.</translation>
    </message>
    <message>
        <source>Somebody changed {1} in Pacemaker's configuration.</source>
        <translation>Jemand hat {1} in Pacemakers Konfiguration geändert.</translation>
    </message>
    <message>
        <source>Somebody else was faster: {1} is so already.</source>
        <translation>Jemand anders war schneller: {1} ist schon so.</translation>
    </message>
    <message>
        <source>Somebody may have changed it meanwhile: make the plan again.</source>
        <translation>Jemand kann sie inzwischen geändert haben: Planen Sie neu.</translation>
    </message>
    <message>
        <source>Something of the template {1} is still on {2}.</source>
        <translation>Etwas von der Vorlage {1} liegt noch auf {2}.</translation>
    </message>
    <message>
        <source>Something on this host has the LUN open.</source>
        <translation>Etwas auf diesem Host hat die LUN geöffnet.</translation>
    </message>
    <message>
        <source>Something on this server has the replica's device open.</source>
        <translation>Etwas auf diesem Server hat das Gerät des Replikats geöffnet.</translation>
    </message>
    <message>
        <source>Something on this server has the volume open.</source>
        <translation>Etwas auf diesem Server hat das Volume geöffnet.</translation>
    </message>
    <message>
        <source>Something on {1} holds it open: 'dmsetup info -c {2}', 'lsof'.</source>
        <translation>Etwas auf {1} hält es offen: „dmsetup info -c {2}“, „lsof“.</translation>
    </message>
    <message>
        <source>Something on {1} holds it open: 'fuser -v /dev/drbd*', 'lsblk'.</source>
        <translation>Etwas auf {1} hält es offen: „fuser -v /dev/drbd*“, „lsblk“.</translation>
    </message>
    <message>
        <source>Start KWallet, GNOME Keyring or KeePassXC in your session, or use an SSH agent.</source>
        <translation>Starten Sie KWallet, GNOME-Schlüsselbund oder KeePassXC in Ihrer Sitzung, oder benutzen Sie einen SSH-Agenten.</translation>
    </message>
    <message>
        <source>Start Pacemaker on {1}.</source>
        <translation>Starten Sie Pacemaker auf {1}.</translation>
    </message>
    <message>
        <source>Start it first.</source>
        <translation>Starten Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Start it on another host, or move another VM away first.</source>
        <translation>Starten Sie sie auf einem anderen Host, oder verschieben Sie zuerst eine andere VM.</translation>
    </message>
    <message>
        <source>Start it there: systemctl start libvirtd (or virtxend).</source>
        <translation>Starten Sie es dort: systemctl start libvirtd (oder virtxend).</translation>
    </message>
    <message>
        <source>Start it there: systemctl start pacemaker.</source>
        <translation>Starten Sie es dort: systemctl start pacemaker.</translation>
    </message>
    <message>
        <source>Start it: xenadmin vm start {1}.</source>
        <translation>Starten Sie sie: xenadmin vm start {1}.</translation>
    </message>
    <message>
        <source>Start them again.</source>
        <translation>Starten Sie sie wieder.</translation>
    </message>
    <message>
        <source>Start {1}</source>
        <translation>{1} starten</translation>
    </message>
    <message>
        <source>Start {1} on {2}</source>
        <translation>{1} auf {2} starten</translation>
    </message>
    <message>
        <source>Stop it by hand, then clean up the resource.</source>
        <translation>Halten Sie sie von Hand an, dann räumen Sie die Ressource auf.</translation>
    </message>
    <message>
        <source>Such a name is iqn.2024-03.com.example:xen9.</source>
        <translation>So ein Name ist iqn.2024-03.com.example:xen9.</translation>
    </message>
    <message>
        <source>Switch its delete protection off first.</source>
        <translation>Schalten Sie zuerst ihren Löschschutz aus.</translation>
    </message>
    <message>
        <source>Switch the SAN over instead.</source>
        <translation>Schalten Sie stattdessen das SAN um.</translation>
    </message>
    <message>
        <source>Switch the SAN over to {1}</source>
        <translation>SAN auf {1} umschalten</translation>
    </message>
    <message>
        <source>Switch the SAN over to {1} first.</source>
        <translation>Schalten Sie zuerst das SAN auf {1} um.</translation>
    </message>
    <message>
        <source>Take a name that no VM has.</source>
        <translation>Nehmen Sie einen Namen, den keine VM hat.</translation>
    </message>
    <message>
        <source>Take another name, or delete that one first.</source>
        <translation>Nehmen Sie einen anderen Namen, oder löschen Sie zuerst jene.</translation>
    </message>
    <message>
        <source>Take another name.</source>
        <translation>Nehmen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Take another number.</source>
        <translation>Nehmen Sie eine andere Nummer.</translation>
    </message>
    <message>
        <source>Take another one.</source>
        <translation>Nehmen Sie einen anderen Wert.</translation>
    </message>
    <message>
        <source>Take back: {1}</source>
        <translation>Zurücknehmen: {1}</translation>
    </message>
    <message>
        <source>Take it back into service first.</source>
        <translation>Nehmen Sie ihn zuerst wieder in Betrieb.</translation>
    </message>
    <message>
        <source>Take it back where it was made.</source>
        <translation>Ziehen Sie sie dort zurück, wo sie angelegt wurde.</translation>
    </message>
    <message>
        <source>Take it back with targetcli.</source>
        <translation>Ziehen Sie sie mit targetcli zurück.</translation>
    </message>
    <message>
        <source>Take it out of its group or clone in Pacemaker first.</source>
        <translation>Nehmen Sie sie in Pacemaker zuerst aus ihrer Gruppe oder ihrem Klon.</translation>
    </message>
    <message>
        <source>Take letters, digits, '_', '.' and '-', with a letter first.</source>
        <translation>Nehmen Sie Buchstaben, Ziffern, „_“, „.“ und „-“, zuerst einen Buchstaben.</translation>
    </message>
    <message>
        <source>Take one first.</source>
        <translation>Machen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>Take one that no card has.</source>
        <translation>Nehmen Sie eine, die keine Karte hat.</translation>
    </message>
    <message>
        <source>Take one whose first byte is even.</source>
        <translation>Nehmen Sie eine, deren erstes Byte gerade ist.</translation>
    </message>
    <message>
        <source>Take that timer of {1} away</source>
        <translation>Diesen Zeitgeber auf {1} entfernen</translation>
    </message>
    <message>
        <source>Take the backstore {1} away on {2}</source>
        <translation>Den Backstore {1} auf {2} entfernen</translation>
    </message>
    <message>
        <source>Take the definition of {1} out of the recycle bin of {2}</source>
        <translation>Definition von {1} aus dem Papierkorb von {2} nehmen</translation>
    </message>
    <message>
        <source>Take the multipath device of the LUN {1} away from {2}</source>
        <translation>{2} das Multipath-Gerät der LUN {1} wegnehmen</translation>
    </message>
    <message>
        <source>Take the paths of the LUN {1} away from {2}</source>
        <translation>{2} die Pfade der LUN {1} wegnehmen</translation>
    </message>
    <message>
        <source>Take the replica {1} down on {2}</source>
        <translation>Das Replikat {1} auf {2} außer Betrieb nehmen</translation>
    </message>
    <message>
        <source>Take the replica {1} out of Pacemaker's configuration</source>
        <translation>Das Replikat {1} aus Pacemakers Konfiguration nehmen</translation>
    </message>
    <message>
        <source>Take the snapshot {1} of the volume {2}</source>
        <translation>Snapshot {1} vom Volume {2} anlegen</translation>
    </message>
    <message>
        <source>Take the snapshot {1} of {2}/{3} on {4}</source>
        <translation>Den Snapshot {1} von {2}/{3} auf {4} aufnehmen</translation>
    </message>
    <message>
        <source>Take the template {1} into the library of {2}</source>
        <translation>Die Vorlage {1} in die Bibliothek von {2} aufnehmen</translation>
    </message>
    <message>
        <source>Take them out.</source>
        <translation>Nehmen Sie sie heraus.</translation>
    </message>
    <message>
        <source>Take {1} back into service</source>
        <translation>{1} wieder in Betrieb nehmen</translation>
    </message>
    <message>
        <source>Take {1} out of Pacemaker's configuration</source>
        <translation>{1} aus Pacemakers Konfiguration nehmen</translation>
    </message>
    <message>
        <source>Take {1} out of service</source>
        <translation>{1} außer Betrieb nehmen</translation>
    </message>
    <message>
        <source>Take {1} out of service and wait until nothing runs there</source>
        <translation>{1} außer Betrieb nehmen und warten, bis dort nichts mehr läuft</translation>
    </message>
    <message>
        <source>Take {1} out of the group {2} and have Pacemaker stop it</source>
        <translation>{1} aus der Gruppe {2} nehmen und von Pacemaker stoppen lassen</translation>
    </message>
    <message>
        <source>Tell Pacemaker that it {1} move {2} live</source>
        <translation>Pacemaker sagen: Es {1} {2} im Betrieb verschieben</translation>
    </message>
    <message>
        <source>Tell Pacemaker to have {1} {2} again</source>
        <translation>Pacemaker sagen, dass {1} wieder {2} sein soll</translation>
    </message>
    <message>
        <source>Tell Pacemaker to keep {1} off</source>
        <translation>Pacemaker sagen, dass {1} aus bleiben soll</translation>
    </message>
    <message>
        <source>Template {1} cannot be used.</source>
        <translation>Die Vorlage {1} ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>The I/O of one VM waits while the SAN moves, and goes on by itself.</source>
        <translation>Die Zugriffe einer VM warten, während das SAN umzieht, und gehen von selbst weiter.</translation>
    </message>
    <message>
        <source>The I/O of {1} VMs waits while the SAN moves, and goes on by itself.</source>
        <translation>Die Zugriffe von {1} VMs warten, während das SAN umzieht, und gehen von selbst weiter.</translation>
    </message>
    <message>
        <source>The LUN is a disk of {1}.</source>
        <translation>Die LUN ist eine Platte von {1}.</translation>
    </message>
    <message>
        <source>The LUN number {1} is taken.</source>
        <translation>Die LUN-Nummer {1} ist vergeben.</translation>
    </message>
    <message>
        <source>The LUN number {1} of {2} is taken now.</source>
        <translation>Die LUN-Nummer {1} von {2} ist jetzt vergeben.</translation>
    </message>
    <message>
        <source>The LUN {1} is a disk of {2} already.</source>
        <translation>Die LUN {1} ist schon eine Platte von {2}.</translation>
    </message>
    <message>
        <source>The LUN {1} is a disk of {2}.</source>
        <translation>Die LUN {1} ist eine Platte von {2}.</translation>
    </message>
    <message>
        <source>The LUN {1} is none that this program could make again.</source>
        <translation>Die LUN {1} ist keine, die dieses Programm wieder anlegen könnte.</translation>
    </message>
    <message>
        <source>The LUN {1} is offered until the next start of {2}.</source>
        <translation>Die LUN {1} wird bis zum nächsten Start von {2} angeboten.</translation>
    </message>
    <message>
        <source>The MAC {1} belongs to another VM already.</source>
        <translation>Die MAC {1} gehört schon einer anderen VM.</translation>
    </message>
    <message>
        <source>The Python package 'keyring' is not installed, so no password can be kept.</source>
        <translation>Das Python-Paket „keyring“ ist nicht installiert, daher kann kein Kennwort verwahrt werden.</translation>
    </message>
    <message>
        <source>The SAN does not let {1} in.</source>
        <translation>Das SAN lässt {1} nicht ein.</translation>
    </message>
    <message>
        <source>The SAN is served by {1}, not by {2}.</source>
        <translation>Das SAN bedient {1}, nicht {2}.</translation>
    </message>
    <message>
        <source>The SAN lets {1} in already.</source>
        <translation>Das SAN lässt {1} schon ein.</translation>
    </message>
    <message>
        <source>The UUID in the definition is not that of {1}: {2}.</source>
        <translation>Die UUID in der Definition ist nicht die von {1}: {2}.</translation>
    </message>
    <message>
        <source>The VM is running already, on this host or one that it shares its name with.</source>
        <translation>Die VM läuft schon, auf diesem Host, oder eine andere gleichen Namens.</translation>
    </message>
    <message>
        <source>The VM was not running any more.</source>
        <translation>Die VM lief nicht mehr.</translation>
    </message>
    <message>
        <source>The access list of {1} on {2} has no such LUN yet.</source>
        <translation>Die Zugriffsliste von {1} auf {2} hat diese LUN noch nicht.</translation>
    </message>
    <message>
        <source>The age has to be a number of days, 0 or more.</source>
        <translation>Das Alter muss eine Zahl von Tagen sein, 0 oder mehr.</translation>
    </message>
    <message>
        <source>The answers are neither preseed nor AutoYaST nor Kickstart.</source>
        <translation>Die Antworten sind weder Preseed noch AutoYaST noch Kickstart.</translation>
    </message>
    <message>
        <source>The answers are too long, or no text.</source>
        <translation>Die Antworten sind zu lang oder kein Text.</translation>
    </message>
    <message>
        <source>The backstore {1} on {2} is gone after its next start.</source>
        <translation>Der Backstore {1} auf {2} ist nach dessen nächstem Start nicht mehr da.</translation>
    </message>
    <message>
        <source>The bins of {1} say different things of it.</source>
        <translation>Die Papierkörbe von {1} sagen Verschiedenes über sie.</translation>
    </message>
    <message>
        <source>The checker got no answer over it in time.</source>
        <translation>Die Prüfung bekam darüber keine rechtzeitige Antwort.</translation>
    </message>
    <message>
        <source>The checker still waits for an answer over it.</source>
        <translation>Die Prüfung wartet darüber noch auf eine Antwort.</translation>
    </message>
    <message>
        <source>The checksum is no SHA-256: that has 64 digits 0-9 a-f.</source>
        <translation>Die Prüfsumme ist kein SHA-256: Der hat 64 Ziffern 0-9 a-f.</translation>
    </message>
    <message>
        <source>The cluster changed since the plan was made.</source>
        <translation>Der Cluster hat sich seit dem Plan verändert.</translation>
    </message>
    <message>
        <source>The cluster changed since the plan was made; nothing was sent.</source>
        <translation>Der Cluster hat sich seit dem Plan verändert; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The cluster file names no SAN server.</source>
        <translation>Die Clusterdatei nennt keinen SAN-Server.</translation>
    </message>
    <message>
        <source>The cluster file {1} cannot be written: {2}.</source>
        <translation>Die Clusterdatei {1} lässt sich nicht schreiben: {2}.</translation>
    </message>
    <message>
        <source>The cluster file {1} is there already.</source>
        <translation>Die Clusterdatei {1} gibt es schon.</translation>
    </message>
    <message>
        <source>The cluster has no quorum as {1} sees it.</source>
        <translation>Der Cluster hat aus Sicht von {1} kein Quorum.</translation>
    </message>
    <message>
        <source>The cluster has no quorum.</source>
        <translation>Der Cluster hat kein Quorum.</translation>
    </message>
    <message>
        <source>The cluster has no quorum: Pacemaker would not start {1}.</source>
        <translation>Der Cluster hat kein Quorum: Pacemaker würde {1} nicht starten.</translation>
    </message>
    <message>
        <source>The cluster has quorum.</source>
        <translation>Der Cluster hat Quorum.</translation>
    </message>
    <message>
        <source>The cluster is in maintenance mode: Pacemaker restarts and moves nothing.</source>
        <translation>Der Cluster ist im Wartungsmodus: Pacemaker startet und verschiebt nichts.</translation>
    </message>
    <message>
        <source>The command ended without a complaint, but what it was for is not so.</source>
        <translation>Der Befehl endete ohne Klage, aber was er bewirken sollte, ist nicht so.</translation>
    </message>
    <message>
        <source>The command never reached {1}; nothing was changed.</source>
        <translation>Der Befehl hat {1} nie erreicht; nichts wurde verändert.</translation>
    </message>
    <message>
        <source>The command on {1} was cut off.</source>
        <translation>Der Befehl auf {1} ist abgerissen.</translation>
    </message>
    <message>
        <source>The command was refused; what is there is not of it.</source>
        <translation>Der Befehl wurde abgelehnt; was dort liegt, stammt nicht von ihm.</translation>
    </message>
    <message>
        <source>The command was sent to {1} and cannot be called back.</source>
        <translation>Der Befehl wurde an {1} gesendet und kann nicht zurückgerufen werden.</translation>
    </message>
    <message>
        <source>The comparison goes on by itself.</source>
        <translation>Der Vergleich geht von selbst weiter.</translation>
    </message>
    <message>
        <source>The connection is too slow: the other copy falls behind for a while.</source>
        <translation>Die Verbindung ist zu langsam: Die andere Kopie bleibt eine Weile zurück.</translation>
    </message>
    <message>
        <source>The connection of {1} is just changing ({2}).</source>
        <translation>Die Verbindung von {1} ändert sich gerade ({2}).</translation>
    </message>
    <message>
        <source>The connection to {1} is lost.</source>
        <translation>Die Verbindung zu {1} ist verloren.</translation>
    </message>
    <message>
        <source>The connection to {1} is lost: {2}.</source>
        <translation>Die Verbindung zu {1} ist verloren: {2}.</translation>
    </message>
    <message>
        <source>The connection to {1} was lost.</source>
        <translation>Die Verbindung zu {1} ging verloren.</translation>
    </message>
    <message>
        <source>The connection to {1} was lost: {2}.</source>
        <translation>Die Verbindung zu {1} ging verloren: {2}.</translation>
    </message>
    <message>
        <source>The connection to {1} was lost{2}.</source>
        <translation>Die Verbindung zu {1} ging verloren{2}.</translation>
    </message>
    <message>
        <source>The content of {1} on {2} is lost for good.</source>
        <translation>Der Inhalt von {1} auf {2} ist endgültig verloren.</translation>
    </message>
    <message>
        <source>The copy goes on on {1} as the unit {2}; {3} stays whole.</source>
        <translation>Die Kopie geht auf {1} als Unit {2} weiter; {3} bleibt ganz.</translation>
    </message>
    <message>
        <source>The copy on {1} is being filled; until that ends it is of no use.</source>
        <translation>Die Kopie auf {1} wird gefüllt; bis das fertig ist, taugt sie nichts.</translation>
    </message>
    <message>
        <source>The copy on {1} is half old and half new: a resync was broken off.</source>
        <translation>Die Kopie auf {1} ist halb alt, halb neu: Ein Abgleich ist abgebrochen.</translation>
    </message>
    <message>
        <source>The copy on {1} is older than the other one and is not used.</source>
        <translation>Die Kopie auf {1} ist älter als die andere und wird nicht benutzt.</translation>
    </message>
    <message>
        <source>The data of {1} is {2}: it cannot win.</source>
        <translation>Die Daten von {1} sind {2}: Sie können nicht gewinnen.</translation>
    </message>
    <message>
        <source>The definition cannot be read: {1}.</source>
        <translation>Die Definition ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The definition file of {1} is missing on {2}.</source>
        <translation>Die Definitionsdatei von {1} fehlt auf {2}.</translation>
    </message>
    <message>
        <source>The definition of {1} has no screen.</source>
        <translation>Die Definition von {1} enthält keinen Bildschirm.</translation>
    </message>
    <message>
        <source>The definition of {1} is not the same on {2}.</source>
        <translation>Die Definition von {1} ist nicht dieselbe auf {2}.</translation>
    </message>
    <message>
        <source>The definition of {1} on {2} is another one.</source>
        <translation>Die Definition von {1} auf {2} ist eine andere.</translation>
    </message>
    <message>
        <source>The definition of {1} on {2} was not read yet.</source>
        <translation>Die Definition von {1} auf {2} ist noch nicht gelesen.</translation>
    </message>
    <message>
        <source>The definition renames {1} to {2}.</source>
        <translation>Die Definition benennt {1} in {2} um.</translation>
    </message>
    <message>
        <source>The demonstration cluster in {1} cannot be read: {2}.</source>
        <translation>Der Demonstrationscluster in {1} ist nicht lesbar: {2}.</translation>
    </message>
    <message>
        <source>The description holds characters that cannot be printed.</source>
        <translation>Die Beschreibung enthält Zeichen, die nicht gedruckt werden können.</translation>
    </message>
    <message>
        <source>The directory {1} cannot be made: {2}.</source>
        <translation>Das Verzeichnis {1} lässt sich nicht anlegen: {2}.</translation>
    </message>
    <message>
        <source>The disk below it on {1} has failed.</source>
        <translation>Die Platte darunter auf {1} ist ausgefallen.</translation>
    </message>
    <message>
        <source>The disk of {1} has to have {2} at least.</source>
        <translation>Die Platte von {1} muss mindestens {2} haben.</translation>
    </message>
    <message>
        <source>The events cannot be read: {1}.</source>
        <translation>Die Ereignisse sind nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The gateway {1} is not in the network of {2}.</source>
        <translation>Das Gateway {1} liegt nicht im Netz von {2}.</translation>
    </message>
    <message>
        <source>The group {1} lies on {2} only.</source>
        <translation>Die Gruppe {1} liegt nur auf {2}.</translation>
    </message>
    <message>
        <source>The groups are {1}.</source>
        <translation>Es gibt die Gruppen {1}.</translation>
    </message>
    <message>
        <source>The guest finds that disk under another name: see to its fstab and boot loader.</source>
        <translation>Der Gast findet diese Platte unter einem anderen Namen: sehen Sie in seiner fstab und seinem Bootloader nach.</translation>
    </message>
    <message>
        <source>The guest may hold it: take it down there first.</source>
        <translation>Der Gast hält sie vielleicht fest: Schalten Sie sie dort zuerst ab.</translation>
    </message>
    <message>
        <source>The guest may hold it: unmount it there first.</source>
        <translation>Vielleicht hält der Gast sie fest: hängen Sie sie dort zuerst aus.</translation>
    </message>
    <message>
        <source>The guest may hold it: unmount it there, then try again.</source>
        <translation>Der Gast hält sie womöglich fest: Hängen Sie sie dort aus, dann versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The guest may hold them: look at its log, and with 'virsh vcpuinfo' on {1}.</source>
        <translation>Der Gast hält sie vielleicht fest: Sehen Sie in sein Protokoll, und mit 'virsh vcpuinfo' auf {1} nach.</translation>
    </message>
    <message>
        <source>The guest may ignore the request: look at its console, or force it off.</source>
        <translation>Der Gast kann die Bitte überhören: Sehen Sie auf seine Konsole, oder schalten Sie ihn hart aus.</translation>
    </message>
    <message>
        <source>The guest may ignore the request: look at its console.</source>
        <translation>Der Gast kann die Bitte überhören: Sehen Sie auf seine Konsole.</translation>
    </message>
    <message>
        <source>The guest may lack a balloon driver, or hold the memory.</source>
        <translation>Dem Gast fehlt vielleicht ein Balloon-Treiber, oder er hält den Speicher fest.</translation>
    </message>
    <message>
        <source>The guest may still shut down.</source>
        <translation>Der Gast fährt womöglich noch herunter.</translation>
    </message>
    <message>
        <source>The guest must have let go of it: unmount it there first.</source>
        <translation>Der Gast muss sie losgelassen haben: Hängen Sie sie dort zuerst aus.</translation>
    </message>
    <message>
        <source>The history of definitions cannot be read: {1}.</source>
        <translation>Der Verlauf der Definitionen lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <source>The host has not enough free memory for the VM.</source>
        <translation>Der Host hat nicht genug freien Speicher für die VM.</translation>
    </message>
    <message>
        <source>The host with most memory free, {1}, has {2}; {3} needs {4}.</source>
        <translation>Auf dem Host mit dem meisten freien Speicher, {1}, sind {2} frei; {3} braucht {4}.</translation>
    </message>
    <message>
        <source>The host's key is the known one.</source>
        <translation>Der Schlüssel des Hosts ist der bekannte.</translation>
    </message>
    <message>
        <source>The hosts are {1}.</source>
        <translation>Es gibt die Hosts {1}.</translation>
    </message>
    <message>
        <source>The hypervisor could not copy the memory of the running guest; it stays where it was.</source>
        <translation>Der Hypervisor konnte den Speicher des laufenden Gastes nicht kopieren; er bleibt, wo er war.</translation>
    </message>
    <message>
        <source>The iSCSI session over {1} is lost.</source>
        <translation>Die iSCSI-Sitzung über {1} ist verloren.</translation>
    </message>
    <message>
        <source>The image has to be named by its whole path, from / on.</source>
        <translation>Das Abbild muss mit seinem ganzen Pfad ab / genannt werden.</translation>
    </message>
    <message>
        <source>The image of {1} did not arrive whole from {2}.</source>
        <translation>Das Abbild von {1} kam nicht vollständig von {2} an.</translation>
    </message>
    <message>
        <source>The image of {1} is another one by now.</source>
        <translation>Das Abbild von {1} ist inzwischen ein anderes.</translation>
    </message>
    <message>
        <source>The image of {1} is being read on {2}: a VM is made of it now.</source>
        <translation>Das Abbild von {1} wird auf {2} gerade gelesen: Eine VM entsteht daraus.</translation>
    </message>
    <message>
        <source>The image of {1} on {2} is another one by now.</source>
        <translation>Das Abbild von {1} auf {2} ist inzwischen ein anderes.</translation>
    </message>
    <message>
        <source>The image of {1} was not sent to {2}.</source>
        <translation>Das Abbild von {1} wurde nicht an {2} gesendet.</translation>
    </message>
    <message>
        <source>The initiator's name of {1} is not known.</source>
        <translation>Der Name des Initiators von {1} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The installer's answers for the VMs that are left are kept nowhere.</source>
        <translation>Die Antworten für das Installationsprogramm der übrigen VMs sind nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>The journal {1} cannot be used: {2}.</source>
        <translation>Das Journal {1} ist nicht nutzbar: {2}.</translation>
    </message>
    <message>
        <source>The journal {1} was damaged ({2}); it was kept as {3}, and a new one was begun. Tasks that were under way are not known any more.</source>
        <translation>Das Journal {1} war beschädigt ({2}); es liegt jetzt als {3}, und ein neues wurde begonnen. Laufende Aufgaben sind nicht mehr bekannt.</translation>
    </message>
    <message>
        <source>The journal {1} was written by a newer version of xenadmin.</source>
        <translation>Das Journal {1} hat eine neuere Version von xenadmin geschrieben.</translation>
    </message>
    <message>
        <source>The journals do not say which side could be written to, and when.</source>
        <translation>Aus den Journalen geht nicht hervor, auf welche Seite wann geschrieben werden konnte.</translation>
    </message>
    <message>
        <source>The jump host {1} is busy.</source>
        <translation>Der Sprunghost {1} ist beschäftigt.</translation>
    </message>
    <message>
        <source>The jump hosts lead in a circle: {1}.</source>
        <translation>Die Sprunghosts führen im Kreis: {1}.</translation>
    </message>
    <message>
        <source>The kernel of {1} has no DRBD.</source>
        <translation>Der Kernel von {1} hat kein DRBD.</translation>
    </message>
    <message>
        <source>The key cannot be written to {1}: {2}.</source>
        <translation>Der Schlüssel lässt sich nicht nach {1} schreiben: {2}.</translation>
    </message>
    <message>
        <source>The key of {1} is not known yet: {2} {3}.</source>
        <translation>Der Schlüssel von {1} ist noch nicht bekannt: {2} {3}.</translation>
    </message>
    <message>
        <source>The key {1} cannot be read: {2}.</source>
        <translation>Der Schlüssel {1} ist nicht lesbar: {2}.</translation>
    </message>
    <message>
        <source>The key {1} cannot be used: {2}.</source>
        <translation>Der Schlüssel {1} ist nicht nutzbar: {2}.</translation>
    </message>
    <message>
        <source>The key {1} is protected by a passphrase that the keyring does not have.</source>
        <translation>Der Schlüssel {1} ist mit einer Passphrase geschützt, die der Schlüsselbund nicht hat.</translation>
    </message>
    <message>
        <source>The keyring did not answer within {1} s.</source>
        <translation>Der Schlüsselbund hat innerhalb von {1} s nicht geantwortet.</translation>
    </message>
    <message>
        <source>The keyring refuses: {1}.</source>
        <translation>Der Schlüsselbund weigert sich: {1}.</translation>
    </message>
    <message>
        <source>The library has {1}.</source>
        <translation>Die Bibliothek hat {1}.</translation>
    </message>
    <message>
        <source>The library's file system on {1} has no room for {2} MiB.</source>
        <translation>Das Dateisystem der Bibliothek auf {1} hat keinen Platz für {2} MiB.</translation>
    </message>
    <message>
        <source>The library's file system on {1} has no room for {2}, with {3} kept free.</source>
        <translation>Das Dateisystem der Bibliothek auf {1} hat keinen Platz für {2}, wenn {3} frei bleiben sollen.</translation>
    </message>
    <message>
        <source>The library's file system on {1} has {2} free, and {3} are needed.</source>
        <translation>Das Dateisystem der Bibliothek auf {1} hat {2} frei, nötig sind {3}.</translation>
    </message>
    <message>
        <source>The libvirt of this host does not know the VM.</source>
        <translation>Das libvirt dieses Hosts kennt die VM nicht.</translation>
    </message>
    <message>
        <source>The log-in succeeded.</source>
        <translation>Die Anmeldung ist gelungen.</translation>
    </message>
    <message>
        <source>The mark {1} stays among Pacemaker's options, and {2} may stay false: the cluster's page says how to end that.</source>
        <translation>Die Markierung {1} bleibt unter den Optionen von Pacemaker, und {2} bleibt vielleicht false: Die Seite des Clusters sagt, wie man das beendet.</translation>
    </message>
    <message>
        <source>The minor {1} or the port {2} belongs to {3} now.</source>
        <translation>Die Minor-Nummer {1} oder der Port {2} gehört jetzt zu {3}.</translation>
    </message>
    <message>
        <source>The move itself goes on on {1} as the unit {2}.</source>
        <translation>Der Umzug selbst geht auf {1} als Unit {2} weiter.</translation>
    </message>
    <message>
        <source>The name is too long: {1} characters, at most {2}.</source>
        <translation>Der Name ist zu lang: {1} Zeichen, höchstens {2}.</translation>
    </message>
    <message>
        <source>The name {1} of {2} cannot be resolved: {3}.</source>
        <translation>Der Name {1} von {2} lässt sich nicht auflösen: {3}.</translation>
    </message>
    <message>
        <source>The names of its disks and what the guest calls itself stay as they are.</source>
        <translation>Die Namen ihrer Platten und der Name im Gast bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The networks are {1}.</source>
        <translation>Die Netze sind {1}.</translation>
    </message>
    <message>
        <source>The node {1} is in standby.</source>
        <translation>Der Knoten {1} ist in Standby.</translation>
    </message>
    <message>
        <source>The node {1} is not in standby.</source>
        <translation>Der Knoten {1} ist nicht in Standby.</translation>
    </message>
    <message>
        <source>The other server may have paused it too.</source>
        <translation>Der andere Server kann ihn auch angehalten haben.</translation>
    </message>
    <message>
        <source>The other server's copy is not good ({1}).</source>
        <translation>Die Kopie des anderen Servers ist nicht gut ({1}).</translation>
    </message>
    <message>
        <source>The other side of {1} is not UpToDate: nothing good to copy from.</source>
        <translation>Die andere Seite von {1} ist nicht UpToDate: Es gibt nichts Gutes zu kopieren.</translation>
    </message>
    <message>
        <source>The password of the VMs that are left is kept nowhere.</source>
        <translation>Das Kennwort der übrigen VMs ist nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>The pin of {1} to {2} ends by itself after 15 minutes.</source>
        <translation>Die Bindung von {1} an {2} endet nach 15 Minuten von selbst.</translation>
    </message>
    <message>
        <source>The program failed: {1}.</source>
        <translation>Das Programm ist fehlgeschlagen: {1}.</translation>
    </message>
    <message>
        <source>The program is not installed on this server.</source>
        <translation>Das Programm ist auf diesem Server nicht installiert.</translation>
    </message>
    <message>
        <source>The program {1}, which unpacks the image, is not installed on {2}.</source>
        <translation>Das Programm {1}, das das Abbild entpackt, ist auf {2} nicht installiert.</translation>
    </message>
    <message>
        <source>The records of the cluster in {1} cannot be opened: {2}.</source>
        <translation>Die Aufzeichnungen über den Cluster in {1} lassen sich nicht öffnen: {2}.</translation>
    </message>
    <message>
        <source>The records {1} were damaged ({2}); they were kept as {3}, and new ones were begun.</source>
        <translation>Die Aufzeichnungen {1} waren beschädigt ({2}); sie liegen jetzt als {3} daneben, neue wurden begonnen.</translation>
    </message>
    <message>
        <source>The recycle bin has no VM {1}.</source>
        <translation>Im Papierkorb ist keine VM {1}.</translation>
    </message>
    <message>
        <source>The recycle bin has no single volume {1}/{2}.</source>
        <translation>Im Papierkorb ist kein eindeutiges Volume {1}/{2}.</translation>
    </message>
    <message>
        <source>The recycle bin is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>The replica {1} is down on every server.</source>
        <translation>Das Replikat {1} läuft auf keinem Server.</translation>
    </message>
    <message>
        <source>The replica {1} is down on {2}.</source>
        <translation>Das Replikat {1} ist auf {2} nicht in Betrieb.</translation>
    </message>
    <message>
        <source>The replica {1} is not in sync ({2}).</source>
        <translation>Das Replikat {1} ist nicht abgeglichen ({2}).</translation>
    </message>
    <message>
        <source>The replica {1} is not primary on {2}.</source>
        <translation>Das Replikat {1} ist auf {2} nicht primär.</translation>
    </message>
    <message>
        <source>The replica {1} is not up on both servers.</source>
        <translation>Das Replikat {1} ist nicht auf beiden Servern in Betrieb.</translation>
    </message>
    <message>
        <source>The replica {1} is up on {2} ({3}).</source>
        <translation>Das Replikat {1} läuft auf {2} ({3}).</translation>
    </message>
    <message>
        <source>The replica {1} on {2} is {3}.</source>
        <translation>Das Replikat {1} ist auf {2} {3}.</translation>
    </message>
    <message>
        <source>The replica {1} over {2} is not configured in {3}.</source>
        <translation>Das Replikat {1} über {2} ist nicht in {3} eingerichtet.</translation>
    </message>
    <message>
        <source>The resource {1} is part of something larger.</source>
        <translation>Die Ressource {1} ist Teil von etwas Größerem.</translation>
    </message>
    <message>
        <source>The resync goes on by itself.</source>
        <translation>Der Abgleich geht von selbst weiter.</translation>
    </message>
    <message>
        <source>The resync is paused: one good copy only.</source>
        <translation>Der Abgleich ist angehalten: nur eine gute Kopie.</translation>
    </message>
    <message>
        <source>The salt has to be of ./0-9A-Za-z.</source>
        <translation>Das Salz muss aus ./0-9A-Za-z bestehen.</translation>
    </message>
    <message>
        <source>The screen of {1} cannot be shown: {2}.</source>
        <translation>Der Bildschirm von {1} kann nicht gezeigt werden: {2}.</translation>
    </message>
    <message>
        <source>The screen of {1} listens on no port and no socket without TLS.</source>
        <translation>Der Bildschirm von {1} ist ohne TLS weder über einen Port noch über einen Socket zu erreichen.</translation>
    </message>
    <message>
        <source>The script of the first start has more than {1}.</source>
        <translation>Das Skript des ersten Starts ist größer als {1}.</translation>
    </message>
    <message>
        <source>The settings of the access list of {1} stand in {2} only.</source>
        <translation>Die Einstellungen der Zugriffsliste von {1} stehen nur noch in {2}.</translation>
    </message>
    <message>
        <source>The sides of the replica {1} differ in {2}.</source>
        <translation>Die Seiten des Replikats {1} unterscheiden sich in {2}.</translation>
    </message>
    <message>
        <source>The simulated cluster has no {1} called {2}.</source>
        <translation>Der simulierte Cluster hat kein Objekt ({1}) namens {2}.</translation>
    </message>
    <message>
        <source>The simulated cluster needs Pacemaker's own programs, and {1} is missing.</source>
        <translation>Der simulierte Cluster braucht Pacemakers eigene Programme, und {1} fehlt.</translation>
    </message>
    <message>
        <source>The snapshot {1} became full: what it held is lost.</source>
        <translation>Der Snapshot {1} ist vollgelaufen: Was er festhielt, ist verloren.</translation>
    </message>
    <message>
        <source>The snapshot {1} does not lie on {2}.</source>
        <translation>Der Snapshot {1} liegt nicht auf {2}.</translation>
    </message>
    <message>
        <source>The snapshot {1} on {2} keeps it.</source>
        <translation>Der Snapshot {1} auf {2} bewahrt es.</translation>
    </message>
    <message>
        <source>The snapshot {1} stays larger than it was.</source>
        <translation>Der Snapshot {1} bleibt größer, als er war.</translation>
    </message>
    <message>
        <source>The snapshot {1}/{2} stays on {3} until it is removed.</source>
        <translation>Der Snapshot {1}/{2} bleibt auf {3}, bis er entfernt wird.</translation>
    </message>
    <message>
        <source>The source host does not know the SSH key of the target host.</source>
        <translation>Der Quellhost kennt den SSH-Schlüssel des Zielhosts nicht.</translation>
    </message>
    <message>
        <source>The source host does not reach the libvirt of the target host.</source>
        <translation>Der Quellhost erreicht das libvirt des Zielhosts nicht.</translation>
    </message>
    <message>
        <source>The storage answers there, but takes no I/O over it for now: it stands by.</source>
        <translation>Der Speicher antwortet dort, nimmt darüber aber gerade keine Ein- und Ausgaben an: Der Pfad steht bereit.</translation>
    </message>
    <message>
        <source>The storage does not answer over it.</source>
        <translation>Der Speicher antwortet darüber nicht.</translation>
    </message>
    <message>
        <source>The storage offers its LUN there no more.</source>
        <translation>Der Speicher bietet seine LUN dort nicht mehr an.</translation>
    </message>
    <message>
        <source>The target did not run on {1} since the split: no VM can have written there.</source>
        <translation>Das Target lief seit der Trennung nicht auf {1}: Keine VM kann dort geschrieben haben.</translation>
    </message>
    <message>
        <source>The target host does not let the source host in.</source>
        <translation>Der Zielhost lässt den Quellhost nicht herein.</translation>
    </message>
    <message>
        <source>The target {1} does not let {2} in.</source>
        <translation>Das Target {1} lässt {2} nicht ein.</translation>
    </message>
    <message>
        <source>The target {1} still lets {2} in.</source>
        <translation>Das Target {1} lässt {2} noch ein.</translation>
    </message>
    <message>
        <source>The task {1} {2}.</source>
        <translation>Die Aufgabe {1}: {2}.</translation>
    </message>
    <message>
        <source>The task “{1}” ended before it was through with it.</source>
        <translation>Die Aufgabe „{1}“ endete, bevor sie damit fertig war.</translation>
    </message>
    <message>
        <source>The task “{1}” is at work on it.</source>
        <translation>Die Aufgabe „{1}“ arbeitet gerade daran.</translation>
    </message>
    <message>
        <source>The template {1} cannot be used: {2}</source>
        <translation>Die Vorlage {1} kann nicht verwendet werden: {2}</translation>
    </message>
    <message>
        <source>The template {1} does not lie on {2}, which serves the SAN.</source>
        <translation>Die Vorlage {1} liegt nicht auf {2}, der das SAN bedient.</translation>
    </message>
    <message>
        <source>The template {1} is gone after that.</source>
        <translation>Danach ist die Vorlage {1} weg.</translation>
    </message>
    <message>
        <source>The text is no definition of a VM.</source>
        <translation>Der Text ist keine Definition einer VM.</translation>
    </message>
    <message>
        <source>The two sides of {1} differ in {2} KiB.</source>
        <translation>Die beiden Seiten von {1} unterscheiden sich in {2} KiB.</translation>
    </message>
    <message>
        <source>The unit {1} on {2} has not ended well yet.</source>
        <translation>Die Unit {1} auf {2} ist noch nicht gut zu Ende.</translation>
    </message>
    <message>
        <source>The unit {1} on {2} has not ended yet.</source>
        <translation>Die Unit {1} auf {2} ist noch nicht beendet.</translation>
    </message>
    <message>
        <source>The unit {1} on {2} still works on {3}.</source>
        <translation>Die Unit {1} auf {2} arbeitet noch an {3}.</translation>
    </message>
    <message>
        <source>The user that we log in as may not do that.</source>
        <translation>Der Benutzer, als der wir uns anmelden, darf das nicht.</translation>
    </message>
    <message>
        <source>The viewer ended: {1}.</source>
        <translation>Der Viewer wurde beendet: {1}.</translation>
    </message>
    <message>
        <source>The viewer was closed.</source>
        <translation>Der Viewer wurde geschlossen.</translation>
    </message>
    <message>
        <source>The volume below the replica has no metadata of DRBD.</source>
        <translation>Das Volume unter dem Replikat hat keine Metadaten von DRBD.</translation>
    </message>
    <message>
        <source>The volume group has no room for that.</source>
        <translation>In der Volumegruppe ist dafür kein Platz.</translation>
    </message>
    <message>
        <source>The volume group {1} on {2} has {3} free, {4} are needed.</source>
        <translation>In der Volumegruppe {1} auf {2} sind {3} frei, gebraucht werden {4}.</translation>
    </message>
    <message>
        <source>The volume needs a name.</source>
        <translation>Das Volume braucht einen Namen.</translation>
    </message>
    <message>
        <source>The volume of {1} holds a part of {2}.</source>
        <translation>Das Volume von {1} enthält einen Teil von {2}.</translation>
    </message>
    <message>
        <source>The volume {1} is exported already.</source>
        <translation>Das Volume {1} ist schon exportiert.</translation>
    </message>
    <message>
        <source>The volume {1} is in the recycle bin already.</source>
        <translation>Das Volume {1} ist schon im Papierkorb.</translation>
    </message>
    <message>
        <source>The volume {1} is in the recycle bin.</source>
        <translation>Das Volume {1} ist im Papierkorb.</translation>
    </message>
    <message>
        <source>The volume {1}/{2} of {3} is no longer there.</source>
        <translation>Das Volume {1}/{2} von {3} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The volume {1}/{2} stays on {3}.</source>
        <translation>Das Volume {1}/{2} bleibt auf {3}.</translation>
    </message>
    <message>
        <source>The volumes of {1} are mirrored.</source>
        <translation>Die Volumes von {1} werden gespiegelt.</translation>
    </message>
    <message>
        <source>The volumes of {1} are not mirrored.</source>
        <translation>Die Volumes von {1} werden nicht gespiegelt.</translation>
    </message>
    <message>
        <source>The watch failed: {1}.</source>
        <translation>Die Beobachtung ist fehlgeschlagen: {1}.</translation>
    </message>
    <message>
        <source>There are several volume groups.</source>
        <translation>Es gibt mehrere Volumegruppen.</translation>
    </message>
    <message>
        <source>There are {1}.</source>
        <translation>Es gibt {1}.</translation>
    </message>
    <message>
        <source>There is a VM called {1} already.</source>
        <translation>Es gibt schon eine VM namens {1}.</translation>
    </message>
    <message>
        <source>There is a VM with the UUID {1} already: {2}.</source>
        <translation>Es gibt schon eine VM mit der UUID {1}: {2}.</translation>
    </message>
    <message>
        <source>There is a VM {1} again.</source>
        <translation>Es gibt wieder eine VM {1}.</translation>
    </message>
    <message>
        <source>There is a part of {1} on the volume {2}.</source>
        <translation>Auf dem Volume {2} liegt ein Teil von: {1}.</translation>
    </message>
    <message>
        <source>There is a replica {1} again.</source>
        <translation>Es gibt wieder ein Replikat {1}.</translation>
    </message>
    <message>
        <source>There is a replica {1} already.</source>
        <translation>Es gibt schon ein Replikat {1}.</translation>
    </message>
    <message>
        <source>There is a template {1} already.</source>
        <translation>Es gibt schon eine Vorlage {1}.</translation>
    </message>
    <message>
        <source>There is a template {1} on {2} already.</source>
        <translation>Auf {2} gibt es schon eine Vorlage {1}.</translation>
    </message>
    <message>
        <source>There is a volume of that name already.</source>
        <translation>Es gibt schon ein Volume dieses Namens.</translation>
    </message>
    <message>
        <source>There is a volume {1}/{2} again.</source>
        <translation>Es gibt wieder ein Volume {1}/{2}.</translation>
    </message>
    <message>
        <source>There is a volume {1}/{2} already.</source>
        <translation>Es gibt schon ein Volume {1}/{2}.</translation>
    </message>
    <message>
        <source>There is no LUN {1}.</source>
        <translation>Es gibt keine LUN {1}.</translation>
    </message>
    <message>
        <source>There is no VLAN {1}.</source>
        <translation>Ein VLAN {1} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no VM {1} to be kept apart from.</source>
        <translation>Es gibt keine VM {1}, von der sie getrennt bleiben könnte.</translation>
    </message>
    <message>
        <source>There is no VM {1}.</source>
        <translation>Es gibt keine VM {1}.</translation>
    </message>
    <message>
        <source>There is no cluster file {1}.</source>
        <translation>Es gibt keine Clusterdatei {1}.</translation>
    </message>
    <message>
        <source>There is no definition number {1} in the history.</source>
        <translation>Im Verlauf gibt es keine Definition Nummer {1}.</translation>
    </message>
    <message>
        <source>There is no file {1} on {2}, or it cannot be read.</source>
        <translation>Auf {2} gibt es keine Datei {1}, oder sie ist nicht lesbar.</translation>
    </message>
    <message>
        <source>There is no host to run a VM on.</source>
        <translation>Es gibt keinen Host, auf dem eine VM laufen könnte.</translation>
    </message>
    <message>
        <source>There is no host {1}.</source>
        <translation>Es gibt keinen Host {1}.</translation>
    </message>
    <message>
        <source>There is no machine called {1}.</source>
        <translation>Es gibt keine Maschine namens {1}.</translation>
    </message>
    <message>
        <source>There is no other host.</source>
        <translation>Es gibt keinen anderen Host.</translation>
    </message>
    <message>
        <source>There is no quorum.</source>
        <translation>Es gibt kein Quorum.</translation>
    </message>
    <message>
        <source>There is no replica {1}.</source>
        <translation>Es gibt kein Replikat {1}.</translation>
    </message>
    <message>
        <source>There is no route to {1}.</source>
        <translation>Es gibt keine Route zu {1}.</translation>
    </message>
    <message>
        <source>There is no such VM.</source>
        <translation>Es gibt keine solche VM.</translation>
    </message>
    <message>
        <source>There is no task {1}.</source>
        <translation>Es gibt keine Aufgabe {1}.</translation>
    </message>
    <message>
        <source>There is no template {1}.</source>
        <translation>Es gibt keine Vorlage {1}.</translation>
    </message>
    <message>
        <source>There is no volume group {1}.</source>
        <translation>Es gibt keine Volumegruppe {1}.</translation>
    </message>
    <message>
        <source>There is no volume {1}/{2}.</source>
        <translation>Es gibt kein Volume {1}/{2}.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>There is nothing to resolve.</source>
        <translation>Es ist nichts aufzulösen.</translation>
    </message>
    <message>
        <source>There is {1}.</source>
        <translation>Es gibt {1}.</translation>
    </message>
    <message>
        <source>They go from {1} to {2}.</source>
        <translation>Sie gehen von {1} bis {2}.</translation>
    </message>
    <message>
        <source>This VM is gone.</source>
        <translation>Diese VM gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This may be a split brain: decide whose data to keep before connecting again.</source>
        <translation>Das kann ein Split Brain sein: Entscheiden Sie, wessen Daten bleiben, bevor Sie wieder verbinden.</translation>
    </message>
    <message>
        <source>This very step was already sent once and is known to the host.</source>
        <translation>Eben dieser Schritt wurde schon einmal gesendet und ist dem Host bekannt.</translation>
    </message>
    <message>
        <source>Tie {1} to the replica {2}</source>
        <translation>{1} an das Replikat {2} binden</translation>
    </message>
    <message>
        <source>Try 'virsh -c TARGET-URI version' on the source host, and mend what it complains of.</source>
        <translation>Versuchen Sie „virsh -c ZIEL-URI version“ auf dem Quellhost, und beheben Sie, worüber es klagt.</translation>
    </message>
    <message>
        <source>Try it with 'ssh-keygen -y -f {1}'; RSA, ECDSA and Ed25519 keys work.</source>
        <translation>Versuchen Sie es mit „ssh-keygen -y -f {1}“; RSA-, ECDSA- und Ed25519-Schlüssel gehen.</translation>
    </message>
    <message>
        <source>Two disks are called {1}.</source>
        <translation>Zwei Platten heißen {1}.</translation>
    </message>
    <message>
        <source>Two network cards have the MAC {1}.</source>
        <translation>Zwei Netzwerkkarten haben die MAC {1}.</translation>
    </message>
    <message>
        <source>Unless a task is at it: crm_attribute --name {1} --delete, then crm_attribute --name {2} {3}.</source>
        <translation>Falls keine Aufgabe daran arbeitet: crm_attribute --name {1} --delete, dann crm_attribute --name {2} {3}.</translation>
    </message>
    <message>
        <source>Unless the host was installed anew, somebody may stand between you and it. When you are sure: ssh-keygen -f '{1}' -R '{2}', then connect again.</source>
        <translation>Wurde der Host nicht neu installiert, kann jemand zwischen Ihnen und ihm stehen. Wenn Sie sicher sind: ssh-keygen -f '{1}' -R '{2}', dann verbinden Sie sich erneut.</translation>
    </message>
    <message>
        <source>Unlock it, or use an SSH agent.</source>
        <translation>Schließen Sie ihn auf, oder benutzen Sie einen SSH-Agenten.</translation>
    </message>
    <message>
        <source>Unplug the network card {1} of {2} now</source>
        <translation>Netzwerkkarte {1} von {2} jetzt herausziehen</translation>
    </message>
    <message>
        <source>Untie {1} from the replica {2}</source>
        <translation>{1} vom Replikat {2} lösen</translation>
    </message>
    <message>
        <source>Until it is connected again, nothing is mirrored.</source>
        <translation>Bis die Verbindung wieder besteht, wird nichts gespiegelt.</translation>
    </message>
    <message>
        <source>Until the resync goes on, the sides differ.</source>
        <translation>Bis der Abgleich weitergeht, unterscheiden sich die Seiten.</translation>
    </message>
    <message>
        <source>Until {1} on {2} has ended, {3} is a mix of old and new.</source>
        <translation>Bis {1} auf {2} zu Ende ist, ist {3} eine Mischung aus Alt und Neu.</translation>
    </message>
    <message>
        <source>Usable: {1}{2}.</source>
        <translation>Nutzbar: {1}{2}.</translation>
    </message>
    <message>
        <source>Use ProxyJump in ssh_config, or 'jump' in the cluster file.</source>
        <translation>Benutzen Sie ProxyJump in ssh_config oder „jump“ in der Clusterdatei.</translation>
    </message>
    <message>
        <source>Use its text console.</source>
        <translation>Verwenden Sie die Textkonsole.</translation>
    </message>
    <message>
        <source>Use letters, digits and - . _ +, a letter or a digit first.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern und - . _ +, zuerst einen Buchstaben oder eine Ziffer.</translation>
    </message>
    <message>
        <source>Use letters, digits and -.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern und -.</translation>
    </message>
    <message>
        <source>Use letters, digits and . _ + / = : -, at most {1}, without blanks.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern und . _ + / = : -, höchstens {1}, ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>Use that version, or move the file away.</source>
        <translation>Benutzen Sie diese Version, oder legen Sie die Datei beiseite.</translation>
    </message>
    <message>
        <source>VM {1} is gone.</source>
        <translation>VM {1} ist fort.</translation>
    </message>
    <message>
        <source>VMs that stop if this fails: {1}.</source>
        <translation>VMs, die stehen bleiben, wenn dies ausfällt: {1}.</translation>
    </message>
    <message>
        <source>VMs that stop if this fails: {1}. VMs that lose redundancy: {2}.</source>
        <translation>VMs, die stehen bleiben, wenn dies ausfällt: {1}. VMs, die Redundanz verlieren: {2}.</translation>
    </message>
    <message>
        <source>Verify the template {1}</source>
        <translation>Die Vorlage {1} prüfen</translation>
    </message>
    <message>
        <source>Verify the template, or bring a SAN server back.</source>
        <translation>Prüfen Sie die Vorlage, oder bringen Sie einen SAN-Server zurück.</translation>
    </message>
    <message>
        <source>Verify the template, then fetch it again.</source>
        <translation>Prüfen Sie die Vorlage, und holen Sie sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Volume group {1} on {2} lacks {3} disk(s).</source>
        <translation>Der Volumegruppe {1} auf {2} fehlen Platten: {3}.</translation>
    </message>
    <message>
        <source>Volume {1} is exported by no LUN: no VM can use it.</source>
        <translation>Volume {1} wird von keiner LUN exportiert: Keine VM kann es benutzen.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Warten Sie einen Augenblick.</translation>
    </message>
    <message>
        <source>Wait for the resync afterwards.</source>
        <translation>Warten Sie danach den Abgleich ab.</translation>
    </message>
    <message>
        <source>Wait for the resync, or connect it.</source>
        <translation>Warten Sie den Abgleich ab, oder verbinden Sie das Replikat.</translation>
    </message>
    <message>
        <source>Wait for the resync, or connect the replica.</source>
        <translation>Warten Sie den Abgleich ab, oder verbinden Sie das Replikat.</translation>
    </message>
    <message>
        <source>Wait for the switchover to end, or look at the failed actions of the SAN's group.</source>
        <translation>Warten Sie, bis das Umschalten zu Ende ist, oder sehen Sie sich die fehlgeschlagenen Aktionen der SAN-Gruppe an.</translation>
    </message>
    <message>
        <source>Wait on {1} until {2} answers at {3}</source>
        <translation>Auf {1} warten, bis {2} unter {3} antwortet</translation>
    </message>
    <message>
        <source>Wait until it is UpToDate.</source>
        <translation>Warten Sie, bis sie UpToDate ist.</translation>
    </message>
    <message>
        <source>Wait until it is.</source>
        <translation>Warten Sie, bis sie es ist.</translation>
    </message>
    <message>
        <source>Wait until that is over and try again.</source>
        <translation>Warten Sie, bis das vorbei ist, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Wait until that is over.</source>
        <translation>Warten Sie, bis das vorbei ist.</translation>
    </message>
    <message>
        <source>Wait until the replica {1} is in sync again</source>
        <translation>Warten, bis das Replikat {1} wieder abgeglichen ist</translation>
    </message>
    <message>
        <source>Wait until {1} has all its paths again</source>
        <translation>Warten, bis {1} wieder alle Pfade hat</translation>
    </message>
    <message>
        <source>Wait until {1} has {2} as {3} has it</source>
        <translation>Warten, bis {1} {2} so hat wie {3}</translation>
    </message>
    <message>
        <source>Wait until {1} is compared</source>
        <translation>Warten, bis {1} verglichen ist</translation>
    </message>
    <message>
        <source>Wait until {1} is copied from {2}</source>
        <translation>Warten, bis {1} von {2} kopiert ist</translation>
    </message>
    <message>
        <source>Wait, and keep the other server running.</source>
        <translation>Warten Sie, und lassen Sie den anderen Server laufen.</translation>
    </message>
    <message>
        <source>Wait, and keep {1} running.</source>
        <translation>Warten Sie, und lassen Sie {1} laufen.</translation>
    </message>
    <message>
        <source>What LIO runs on {1} and what {2} holds differ in other objects, or targetcli's library cannot tell: saving would lose or add them.</source>
        <translation>Was LIO auf {1} betreibt und was in {2} steht, unterscheidet sich bei anderen Objekten, oder die Bibliothek von targetcli kann es nicht sagen: Beim Sichern gingen sie verloren oder kämen hinzu.</translation>
    </message>
    <message>
        <source>What LIO runs on {1} and what {2} holds still differ.</source>
        <translation>Was LIO auf {1} ausführt und was in {2} steht, unterscheidet sich noch immer.</translation>
    </message>
    <message>
        <source>What belongs to it was secret and went with the program that was ended; nothing was sent.</source>
        <translation>Was dazugehört, war geheim und ist mit dem Programm verschwunden, das beendet wurde; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>What differs is copied over; that goes on by itself.</source>
        <translation>Was verschieden ist, wird kopiert; das geht von selbst weiter.</translation>
    </message>
    <message>
        <source>What differs on {1} is not what was shown.</source>
        <translation>Was sich auf {1} unterscheidet, ist nicht das, was gezeigt wurde.</translation>
    </message>
    <message>
        <source>What is there of {1} stays on {2}, hidden, until it is made again.</source>
        <translation>Was von {1} da ist, bleibt verborgen auf {2}, bis sie noch einmal gemacht wird.</translation>
    </message>
    <message>
        <source>What libvirt on {1} says of {2} cannot be read: {3}.</source>
        <translation>Was libvirt auf {1} über {2} sagt, ist nicht lesbar: {3}.</translation>
    </message>
    <message>
        <source>What loses data is done to one replica at a time.</source>
        <translation>Was Daten verliert, geschieht mit einem Replikat auf einmal.</translation>
    </message>
    <message>
        <source>What runs at the first start has to begin with #!, as any script.</source>
        <translation>Was beim ersten Start läuft, muss wie jedes Skript mit #! beginnen.</translation>
    </message>
    <message>
        <source>What state it is in is not known.</source>
        <translation>In welchem Zustand er ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>What was known of {1} is gone.</source>
        <translation>Was von {1} bekannt war, ist weg.</translation>
    </message>
    <message>
        <source>What was written to {1} since {2} is lost.</source>
        <translation>Was seit {2} auf {1} geschrieben wurde, ist verloren.</translation>
    </message>
    <message>
        <source>What {1} does is not known.</source>
        <translation>Was {1} tut, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>What {1} has as disks is not known.</source>
        <translation>Welche Platten {1} hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>What {1} has of {2} is dropped, and copied from {3} anew.</source>
        <translation>Was {1} von {2} hat, wird verworfen und von {3} neu kopiert.</translation>
    </message>
    <message>
        <source>What {1} wrote to {2} since the split is dropped.</source>
        <translation>Was {1} seit der Trennung auf {2} geschrieben hat, wird verworfen.</translation>
    </message>
    <message>
        <source>Whether the memory of {1} is enough is not known.</source>
        <translation>Ob der Speicher von {1} reicht, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Whether this Xen can move a PV guest live is not known.</source>
        <translation>Ob dieses Xen einen PV-Gast im Betrieb verschieben kann, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Whether this may be done now could not be found out; nothing was sent.</source>
        <translation>Ob dies jetzt getan werden darf, ließ sich nicht herausfinden; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Whether {1} has {2} as well is not known.</source>
        <translation>Ob auch {1} {2} hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Whether {1} is the volume that {2} was cannot be known.</source>
        <translation>Ob {1} das Volume ist, das {2} war, lässt sich nicht feststellen.</translation>
    </message>
    <message>
        <source>Whether {1} sees the LUN of {2} is not known: {3}.</source>
        <translation>Ob {1} die LUN von {2} sieht, ist nicht bekannt: {3}.</translation>
    </message>
    <message>
        <source>While it is out, nothing is mirrored: the SAN lives on one server.</source>
        <translation>Solange er fehlt, wird nichts gespiegelt: Das SAN lebt von einem Server.</translation>
    </message>
    <message>
        <source>While it runs, no card can be plugged into {1}: it is an Open vSwitch.</source>
        <translation>Solange sie läuft, kann keine Karte in {1} gesteckt werden: das ist ein Open vSwitch.</translation>
    </message>
    <message>
        <source>While it runs, {1} can have {2} of memory at most.</source>
        <translation>Solange sie läuft, kann {1} höchstens {2} Speicher haben.</translation>
    </message>
    <message>
        <source>While it runs, {1} can have {2} processors at most.</source>
        <translation>Solange sie läuft, kann {1} höchstens {2} Prozessoren haben.</translation>
    </message>
    <message>
        <source>Who serves the SAN is not known.</source>
        <translation>Wer das SAN bedient, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>With LIO, Pacemaker's agent iSCSILogicalUnit has no setting for a LUN that is only read.</source>
        <translation>Mit LIO hat Pacemakers Agent iSCSILogicalUnit keine Einstellung für eine LUN, die nur gelesen wird.</translation>
    </message>
    <message>
        <source>With a single one, a cut cable takes the disks away; give the SAN a second network.</source>
        <translation>Mit nur einem nimmt ein gekapptes Kabel die Platten weg; geben Sie dem SAN ein zweites Netz.</translation>
    </message>
    <message>
        <source>Withdraw the LUN first.</source>
        <translation>Ziehen Sie zuerst die LUN zurück.</translation>
    </message>
    <message>
        <source>Withdraw the LUN {1} ({2})</source>
        <translation>LUN {1} ({2}) zurückziehen</translation>
    </message>
    <message>
        <source>Without it a hung host blocks its VMs.</source>
        <translation>Ohne es blockiert ein hängender Host seine VMs.</translation>
    </message>
    <message>
        <source>Write 'Sun 03:00', 'Mon..Fri 01:30' or 'monthly' (man systemd.time).</source>
        <translation>Schreiben Sie 'Sun 03:00', 'Mon..Fri 01:30' oder 'monthly' (man systemd.time).</translation>
    </message>
    <message>
        <source>Write 'verify-alg crc32c;' into the net section of /etc/drbd.d/global_common.conf on both servers, then run 'drbdadm adjust {1}' there.</source>
        <translation>Schreiben Sie auf beiden Servern „verify-alg crc32c;“ in den Abschnitt net von /etc/drbd.d/global_common.conf, und führen Sie dort „drbdadm adjust {1}“ aus.</translation>
    </message>
    <message>
        <source>Write a server's name or user@host:port.</source>
        <translation>Schreiben Sie den Namen eines Servers oder benutzer@host:port.</translation>
    </message>
    <message>
        <source>Write down that {1} needs Pacemaker to spare what it does not know</source>
        <translation>Vermerken, dass Pacemaker wegen {1} schonen muss, was es nicht kennt</translation>
    </message>
    <message>
        <source>Write down that {1} needs that no more</source>
        <translation>Vermerken, dass {1} das nicht mehr braucht</translation>
    </message>
    <message>
        <source>Write it as on the host, such as xen:///system.</source>
        <translation>Schreiben Sie sie wie auf dem Host, etwa xen:///system.</translation>
    </message>
    <message>
        <source>Write it as on the server.</source>
        <translation>Schreiben Sie ihn wie auf dem Server.</translation>
    </message>
    <message>
        <source>Write it in one line.</source>
        <translation>Schreiben Sie sie in eine Zeile.</translation>
    </message>
    <message>
        <source>Write it like 10.0.0.5/24.</source>
        <translation>Schreiben Sie sie wie 10.0.0.5/24.</translation>
    </message>
    <message>
        <source>Write one like 00:16:3e:12:34:56.</source>
        <translation>Schreiben Sie eine wie 00:16:3e:12:34:56.</translation>
    </message>
    <message>
        <source>Write one like 10.0.0.1.</source>
        <translation>Schreiben Sie eine wie 10.0.0.1.</translation>
    </message>
    <message>
        <source>Write one like 10.0.0.5/24.</source>
        <translation>Schreiben Sie eine wie 10.0.0.5/24.</translation>
    </message>
    <message>
        <source>Write the definition of {1} on {2}</source>
        <translation>Definition von {1} auf {2} schreiben</translation>
    </message>
    <message>
        <source>Write the metadata of the replica {1} on {2}</source>
        <translation>Die Metadaten des Replikats {1} auf {2} schreiben</translation>
    </message>
    <message>
        <source>Write the new definition of {1} on {2}</source>
        <translation>Neue Definition von {1} auf {2} schreiben</translation>
    </message>
    <message>
        <source>Write the rest as a description.</source>
        <translation>Schreiben Sie den Rest in die Beschreibung.</translation>
    </message>
    <message>
        <source>Write the servers' addresses on the networks into the cluster file.</source>
        <translation>Tragen Sie die Adressen der Server in den Netzen in die Clusterdatei ein.</translation>
    </message>
    <message>
        <source>Write {1} on {2}</source>
        <translation>{1} auf {2} schreiben</translation>
    </message>
    <message>
        <source>Xen could not build the VM: most often memory is short, or a disk or bridge is missing.</source>
        <translation>Xen konnte die VM nicht aufbauen: Meist ist der Speicher knapp, oder eine Platte oder Bridge fehlt.</translation>
    </message>
    <message>
        <source>a copy of {1}</source>
        <translation>eine Kopie von {1}</translation>
    </message>
    <message>
        <source>a copy of {name}</source>
        <translation>eine Kopie von {name}</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>by stopping it here and starting it there</source>
        <translation>durch Anhalten hier und Starten dort</translation>
    </message>
    <message>
        <source>by suspend, copy, resume</source>
        <translation>durch Anhalten, Kopieren, Fortsetzen</translation>
    </message>
    <message>
        <source>cannot be read: {1}.</source>
        <translation>nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>expected {1}, found {2}.</source>
        <translation>erwartet {1}, gefunden {2}.</translation>
    </message>
    <message>
        <source>libvirt answers at {1}.</source>
        <translation>libvirt antwortet unter {1}.</translation>
    </message>
    <message>
        <source>libvirt does not run on this host.</source>
        <translation>libvirt läuft nicht auf diesem Host.</translation>
    </message>
    <message>
        <source>libvirt is still busy with another job of this VM.</source>
        <translation>libvirt ist noch mit einem anderen Vorgang dieser VM beschäftigt.</translation>
    </message>
    <message>
        <source>libvirt on {1} cannot be asked: {2}.</source>
        <translation>libvirt auf {1} ist nicht zu fragen: {2}.</translation>
    </message>
    <message>
        <source>libvirt on {1}: {2}.</source>
        <translation>libvirt auf {1}: {2}.</translation>
    </message>
    <message>
        <source>live</source>
        <translation>im laufenden Betrieb</translation>
    </message>
    <message>
        <source>may</source>
        <translation>darf</translation>
    </message>
    <message>
        <source>may not</source>
        <translation>darf nicht</translation>
    </message>
    <message>
        <source>network {name}</source>
        <translation>Netz {name}</translation>
    </message>
    <message>
        <source>openSUSE Leap 15.6</source>
        <translation>openSUSE Leap 15.6</translation>
    </message>
    <message>
        <source>systemd does not take the name '{1}' for a unit.</source>
        <translation>systemd nimmt den Namen '{1}' nicht für eine Unit.</translation>
    </message>
    <message>
        <source>systemd knows no time '{1}'.</source>
        <translation>systemd kennt keine Zeit '{1}'.</translation>
    </message>
    <message>
        <source>systemd on {1} knows no time '{2}'.</source>
        <translation>systemd auf {1} kennt keine Zeit '{2}'.</translation>
    </message>
    <message>
        <source>the CD {1}</source>
        <translation>die CD {1}</translation>
    </message>
    <message>
        <source>the file cannot be read: {1}.</source>
        <translation>Die Datei ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>the file is larger than {1} bytes.</source>
        <translation>Die Datei ist größer als {1} Byte.</translation>
    </message>
    <message>
        <source>the installer {1}</source>
        <translation>den Installer {1}</translation>
    </message>
    <message>
        <source>the template {1}</source>
        <translation>die Vorlage {1}</translation>
    </message>
    <message>
        <source>the template {name}</source>
        <translation>die Vorlage {name}</translation>
    </message>
    <message>
        <source>virsh would take {1} for the number or the UUID of a VM.</source>
        <translation>virsh würde {1} für die Nummer oder die UUID einer VM halten.</translation>
    </message>
    <message>
        <source>{1} ({2} port {3}) cannot be reached through {4}: {5}.</source>
        <translation>{1} ({2} Port {3}) ist über {4} nicht erreichbar: {5}.</translation>
    </message>
    <message>
        <source>{1} ({2}) is another volume than the one that {3} was ({4}).</source>
        <translation>{1} ({2}) ist ein anderes Volume als das, das {3} war ({4}).</translation>
    </message>
    <message>
        <source>{1} Pacemaker says that it runs there.</source>
        <translation>{1} Pacemaker sagt, dass sie dort läuft.</translation>
    </message>
    <message>
        <source>{1} SAN servers, LIO by systemd ({2}).</source>
        <translation>{1} SAN-Server, LIO durch systemd ({2}).</translation>
    </message>
    <message>
        <source>{1} SAN servers, LIO, which no service loads at the start.</source>
        <translation>{1} SAN-Server, LIO, das kein Dienst beim Start lädt.</translation>
    </message>
    <message>
        <source>{1} SAN servers, Pacemaker.</source>
        <translation>{1} SAN-Server, Pacemaker.</translation>
    </message>
    <message>
        <source>{1} Until that is done, {2} alone has the data.</source>
        <translation>Was die Gegenseite von {2} hat, wird verworfen und von {2} neu kopiert. Bis das fertig ist, hat nur {2} die Daten.</translation>
    </message>
    <message>
        <source>{1} and we have no SSH algorithm in common: {2}.</source>
        <translation>{1} und wir haben kein SSH-Verfahren gemeinsam: {2}.</translation>
    </message>
    <message>
        <source>{1} answers, but not what runs on it ({2}).</source>
        <translation>{1} antwortet, sagt aber nicht, was darauf läuft ({2}).</translation>
    </message>
    <message>
        <source>{1} answers, but speaks no SSH within {2} s.</source>
        <translation>{1} antwortet, spricht aber innerhalb von {2} s kein SSH.</translation>
    </message>
    <message>
        <source>{1} answers.</source>
        <translation>{1} antwortet.</translation>
    </message>
    <message>
        <source>{1} answers; VMs there: {2}.</source>
        <translation>{1} antwortet; VMs dort: {2}.</translation>
    </message>
    <message>
        <source>{1} answers{2}.</source>
        <translation>{1} antwortet{2}.</translation>
    </message>
    <message>
        <source>{1} cannot be a {2}.</source>
        <translation>{1} kann kein Wert für {2} sein.</translation>
    </message>
    <message>
        <source>{1} cannot be asked about {2}; its copy may be out of date.</source>
        <translation>{1} ist nicht nach {2} zu fragen; die Kopie kann veraltet sein.</translation>
    </message>
    <message>
        <source>{1} cannot be asked and sees the new size after its next rescan.</source>
        <translation>{1} ist nicht zu fragen und sieht die neue Größe erst nach dem nächsten Rescan.</translation>
    </message>
    <message>
        <source>{1} cannot be asked {2}.</source>
        <translation>{1} kann nicht gefragt werden {2}.</translation>
    </message>
    <message>
        <source>{1} cannot be asked.</source>
        <translation>{1} ist nicht zu fragen.</translation>
    </message>
    <message>
        <source>{1} cannot be asked: what its VMs have as disks is not known.</source>
        <translation>{1} ist nicht zu fragen: Welche Platten seine VMs haben, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>{1} cannot be asked: who serves this SAN is not known.</source>
        <translation>{1} kann nicht gefragt werden: Wer dieses SAN bedient, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>{1} cannot be connected to: {2}.</source>
        <translation>Mit {1} ist keine Verbindung möglich: {2}.</translation>
    </message>
    <message>
        <source>{1} cannot be made smaller again: what lies at its end would be lost.</source>
        <translation>{1} lässt sich nicht wieder verkleinern: Was am Ende liegt, ginge verloren.</translation>
    </message>
    <message>
        <source>{1} cannot be read: {2}.</source>
        <translation>{1} ist nicht lesbar: {2}.</translation>
    </message>
    <message>
        <source>{1} cannot be written: {2}.</source>
        <translation>{1} ist nicht schreibbar: {2}.</translation>
    </message>
    <message>
        <source>{1} cannot know without the other server whether its copy is the latest.</source>
        <translation>{1} kann ohne den anderen Server nicht wissen, ob die eigene Kopie die neueste ist.</translation>
    </message>
    <message>
        <source>{1} cannot tell ({2}).</source>
        <translation>{1} kann es nicht sagen ({2}).</translation>
    </message>
    <message>
        <source>{1} could be written to all the while that {2} could, and longer: what {2} has is the older.</source>
        <translation>Auf {1} konnte in der ganzen Zeit geschrieben werden, in der es auf {2} ging, und länger: {2} hat den älteren Stand.</translation>
    </message>
    <message>
        <source>{1} could not do it; it was sent to {2}.</source>
        <translation>{1} konnte es nicht; es wurde an {2} gesendet.</translation>
    </message>
    <message>
        <source>{1} counts backwards: the lower number comes first.</source>
        <translation>{1} zählt rückwärts: die kleinere Zahl kommt zuerst.</translation>
    </message>
    <message>
        <source>{1} did not answer within {2} s.</source>
        <translation>{1} hat innerhalb von {2} s nicht geantwortet.</translation>
    </message>
    <message>
        <source>{1} did not arrive whole on {2}.</source>
        <translation>{1} kam nicht vollständig auf {2} an.</translation>
    </message>
    <message>
        <source>{1} did not finish the login in {2} s.</source>
        <translation>{1} hat die Anmeldung in {2} s nicht abgeschlossen.</translation>
    </message>
    <message>
        <source>{1} does not answer at {2} port {3}.</source>
        <translation>{1} antwortet unter {2} Port {3} nicht.</translation>
    </message>
    <message>
        <source>{1} does not answer at {2}.</source>
        <translation>{1} antwortet unter {2} nicht.</translation>
    </message>
    <message>
        <source>{1} does not answer.</source>
        <translation>{1} antwortet nicht.</translation>
    </message>
    <message>
        <source>{1} does not answer: it may be logged in.</source>
        <translation>{1} antwortet nicht: Er kann angemeldet sein.</translation>
    </message>
    <message>
        <source>{1} does not answer: whether names, UUIDs and MACs are free cannot be known, and the VM could not be defined there.</source>
        <translation>{1} antwortet nicht: ob Namen, UUIDs und MACs frei sind, ist nicht bekannt, und die VM könnte dort nicht definiert werden.</translation>
    </message>
    <message>
        <source>{1} does not have the template {2} yet.</source>
        <translation>{1} hat die Vorlage {2} noch nicht.</translation>
    </message>
    <message>
        <source>{1} does not know the portal {2}.</source>
        <translation>{1} kennt das Portal {2} nicht.</translation>
    </message>
    <message>
        <source>{1} does not let us in; nothing was sent.</source>
        <translation>{1} lässt uns nicht herein; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>{1} does not lie on {2}, which serves the SAN.</source>
        <translation>{1} liegt nicht auf {2}, das das SAN bedient.</translation>
    </message>
    <message>
        <source>{1} does not offer the LUN {2}.</source>
        <translation>{1} bietet die LUN {2} nicht an.</translation>
    </message>
    <message>
        <source>{1} does not run.</source>
        <translation>{1} läuft nicht.</translation>
    </message>
    <message>
        <source>{1} does not say how big the LUN {2} is.</source>
        <translation>{1} sagt nicht, wie groß die LUN {2} ist.</translation>
    </message>
    <message>
        <source>{1} does not say what comes of '{2}'.</source>
        <translation>{1} sagt nicht, was aus „{2}“ wird.</translation>
    </message>
    <message>
        <source>{1} does not see every disk of {2}.</source>
        <translation>{1} sieht nicht jede Platte von {2}.</translation>
    </message>
    <message>
        <source>{1} does not see the LUN of {2}.</source>
        <translation>{1} sieht die LUN von {2} nicht.</translation>
    </message>
    <message>
        <source>{1} does not see the LUN {2} yet.</source>
        <translation>{1} sieht die LUN {2} noch nicht.</translation>
    </message>
    <message>
        <source>{1} does not tell where its saved configuration differs.</source>
        <translation>{1} sagt nicht, worin sich die gesicherte Konfiguration unterscheidet.</translation>
    </message>
    <message>
        <source>{1} each serve volumes of their own.</source>
        <translation>{1} stellen je eigene Volumes bereit.</translation>
    </message>
    <message>
        <source>{1} ended the connection before the login: {2}.</source>
        <translation>{1} hat die Verbindung vor der Anmeldung beendet: {2}.</translation>
    </message>
    <message>
        <source>{1} ended with status {2}.</source>
        <translation>{1} endete mit Status {2}.</translation>
    </message>
    <message>
        <source>{1} fills the other copy; its own is the only good one for now.</source>
        <translation>{1} füllt die andere Kopie; die eigene ist vorerst die einzige gute.</translation>
    </message>
    <message>
        <source>{1} gets {2} disks; {3} is the most.</source>
        <translation>{1} bekommt {2} Platten; höchstens {3} sind möglich.</translation>
    </message>
    <message>
        <source>{1} gives no terminal.</source>
        <translation>{1} gibt kein Terminal.</translation>
    </message>
    <message>
        <source>{1} gives up I/O on {2} device(s) when a SAN failover takes long.</source>
        <translation>{1} gibt E/A auf {2} Geräten auf, wenn ein SAN-Wechsel lange dauert.</translation>
    </message>
    <message>
        <source>{1} goes on by itself after {2} seconds.</source>
        <translation>{1} läuft nach {2} Sekunden von selbst weiter.</translation>
    </message>
    <message>
        <source>{1} goes on trying to reach {2} by itself.</source>
        <translation>{1} versucht von selbst weiter, {2} zu erreichen.</translation>
    </message>
    <message>
        <source>{1} has a backstore {2} already.</source>
        <translation>{1} hat schon einen Backstore {2}.</translation>
    </message>
    <message>
        <source>{1} has a console only while it runs.</source>
        <translation>{1} hat nur eine Konsole, während sie läuft.</translation>
    </message>
    <message>
        <source>{1} has a definition of {2} and cannot be asked.</source>
        <translation>{1} hat eine Definition von {2} und ist nicht zu fragen.</translation>
    </message>
    <message>
        <source>{1} has a definition of {2} too and cannot be asked.</source>
        <translation>{1} hat auch eine Definition von {2} und ist nicht zu fragen.</translation>
    </message>
    <message>
        <source>{1} has a definition of {2} too and cannot be asked: it may run there.</source>
        <translation>{1} hat auch eine Definition von {2} und ist nicht zu fragen: Sie kann dort laufen.</translation>
    </message>
    <message>
        <source>{1} has a disk {2} already.</source>
        <translation>{1} hat schon eine Platte {2}.</translation>
    </message>
    <message>
        <source>{1} has a path to the LUN {2} that is not larger yet.</source>
        <translation>{1} hat einen Pfad zur LUN {2}, der noch nicht größer ist.</translation>
    </message>
    <message>
        <source>{1} has a screen only while it runs.</source>
        <translation>{1} hat nur einen Bildschirm, solange die VM läuft.</translation>
    </message>
    <message>
        <source>{1} has a split brain: each side has data that the other lacks.</source>
        <translation>{1} hat ein Split Brain: Jede Seite hat Daten, die der anderen fehlen.</translation>
    </message>
    <message>
        <source>{1} has a volume {2}/{3}.</source>
        <translation>{1} hat ein Volume {2}/{3}.</translation>
    </message>
    <message>
        <source>{1} has another disk or CD drive in the place of {2}.</source>
        <translation>{1} hat eine andere Platte oder ein CD-Laufwerk am Platz von {2}.</translation>
    </message>
    <message>
        <source>{1} has cut the connection and does not try again: by command, or because both sides have changed (split brain).</source>
        <translation>{1} hat die Verbindung getrennt und versucht es nicht erneut: auf Befehl, oder weil sich beide Seiten verändert haben (Split Brain).</translation>
    </message>
    <message>
        <source>{1} has cut the replication of {2} (StandAlone).</source>
        <translation>{1} hat die Replikation von {2} getrennt (StandAlone).</translation>
    </message>
    <message>
        <source>{1} has it from now on, off.</source>
        <translation>{1} hat sie von jetzt an, ausgeschaltet.</translation>
    </message>
    <message>
        <source>{1} has its address {2} meanwhile.</source>
        <translation>{1} hat inzwischen ihre Adresse {2}.</translation>
    </message>
    <message>
        <source>{1} has no CD drive {2}.</source>
        <translation>{1} hat kein CD-Laufwerk {2}.</translation>
    </message>
    <message>
        <source>{1} has no CD drive.</source>
        <translation>{1} hat kein CD-Laufwerk.</translation>
    </message>
    <message>
        <source>{1} has no answers for {2}.</source>
        <translation>{1} hat keine Antworten für {2}.</translation>
    </message>
    <message>
        <source>{1} has no backstore {2} with the serial number {3}.</source>
        <translation>{1} hat keinen Backstore {2} mit der Seriennummer {3}.</translation>
    </message>
    <message>
        <source>{1} has no bridge {2}, which {3} is plugged into.</source>
        <translation>{1} hat keine Bridge {2}, an der {3} hängt.</translation>
    </message>
    <message>
        <source>{1} has no bridge {2}, which {3} needs.</source>
        <translation>{1} hat keine Bridge {2}, die {3} braucht.</translation>
    </message>
    <message>
        <source>{1} has no copy of LIO's saved configuration yet.</source>
        <translation>{1} hat noch keine Kopie der gesicherten Konfiguration von LIO.</translation>
    </message>
    <message>
        <source>{1} has no copy of the template {2}.</source>
        <translation>{1} hat keine Kopie der Vorlage {2}.</translation>
    </message>
    <message>
        <source>{1} has no definition of {2} and cannot run it.</source>
        <translation>{1} hat keine Definition von {2} und kann sie nicht tragen.</translation>
    </message>
    <message>
        <source>{1} has no disk for it and reads and writes through the other server.</source>
        <translation>{1} hat dafür keine Platte und liest und schreibt über den anderen Server.</translation>
    </message>
    <message>
        <source>{1} has no disk for {2}.</source>
        <translation>{1} hat keine Platte für {2}.</translation>
    </message>
    <message>
        <source>{1} has no disk of which {2} is a snapshot.</source>
        <translation>{1} hat keine Platte, von der {2} ein Snapshot ist.</translation>
    </message>
    <message>
        <source>{1} has no disk on the LUN {2}.</source>
        <translation>{1} hat keine Platte auf der LUN {2}.</translation>
    </message>
    <message>
        <source>{1} has no disk on the SAN that is served now.</source>
        <translation>{1} hat keine Platte auf dem SAN, die jetzt angeboten wird.</translation>
    </message>
    <message>
        <source>{1} has no disk {2}.</source>
        <translation>{1} hat keine Platte {2}.</translation>
    </message>
    <message>
        <source>{1} has no disk.</source>
        <translation>{1} hat keine Platte.</translation>
    </message>
    <message>
        <source>{1} has no drbdadm: install the package drbd-utils there.</source>
        <translation>{1} hat kein drbdadm: Installieren Sie dort das Paket drbd-utils.</translation>
    </message>
    <message>
        <source>{1} has no file {2}.</source>
        <translation>{1} hat keine Datei {2}.</translation>
    </message>
    <message>
        <source>{1} has no folder {2}.</source>
        <translation>{1} hat keinen Ordner {2}.</translation>
    </message>
    <message>
        <source>{1} has no hash of the password of {2}.</source>
        <translation>{1} hat keinen Hash des Kennworts von {2}.</translation>
    </message>
    <message>
        <source>{1} has no network card {2}.</source>
        <translation>{1} hat keine Netzwerkkarte {2}.</translation>
    </message>
    <message>
        <source>{1} has no prefix.</source>
        <translation>{1} hat keine Präfixlänge.</translation>
    </message>
    <message>
        <source>{1} has no prefix: write it like 10.0.0.5/24.</source>
        <translation>{1} hat keine Präfixlänge: schreiben Sie sie wie 10.0.0.5/24.</translation>
    </message>
    <message>
        <source>{1} has no replica {2}, though the other server counts on it.</source>
        <translation>Auf {1} fehlt das Replikat {2}, obwohl der andere Server damit rechnet.</translation>
    </message>
    <message>
        <source>{1} has no room for {2} addresses from {3} on.</source>
        <translation>{1} hat keinen Platz für {2} Adressen ab {3}.</translation>
    </message>
    <message>
        <source>{1} has no room in {2} for a safety snapshot of {3}.</source>
        <translation>{1} hat in {2} keinen Platz für einen Sicherungs-Snapshot von {3}.</translation>
    </message>
    <message>
        <source>{1} has no schedule.</source>
        <translation>{1} hat keinen Zeitplan.</translation>
    </message>
    <message>
        <source>{1} has no snapshot {2}.</source>
        <translation>{1} hat keinen Snapshot {2}.</translation>
    </message>
    <message>
        <source>{1} has no split brain: no side of it stands alone.</source>
        <translation>{1} hat kein Split Brain: Keine Seite steht allein.</translation>
    </message>
    <message>
        <source>{1} has no target {2}.</source>
        <translation>{1} hat kein Target {2}.</translation>
    </message>
    <message>
        <source>{1} has no volume group {2}.</source>
        <translation>{1} hat keine Volumegruppe {2}.</translation>
    </message>
    <message>
        <source>{1} has no volume {2}/{3}.</source>
        <translation>{1} hat kein Volume {2}/{3}.</translation>
    </message>
    <message>
        <source>{1} has no working path to the LUN of {2}.</source>
        <translation>{1} hat keinen nutzbaren Pfad zur LUN von {2}.</translation>
    </message>
    <message>
        <source>{1} has no {2}.</source>
        <translation>Auf {1} fehlt {2}.</translation>
    </message>
    <message>
        <source>{1} has no {2}/{3}.</source>
        <translation>Auf {1} fehlt {2}/{3}.</translation>
    </message>
    <message>
        <source>{1} has not answered for {2} s.</source>
        <translation>{1} antwortet seit {2} s nicht.</translation>
    </message>
    <message>
        <source>{1} has not answered yet.</source>
        <translation>{1} hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>{1} has not rebooted yet.</source>
        <translation>{1} hat noch nicht neu gestartet.</translation>
    </message>
    <message>
        <source>{1} has not shown the key {2} to this session.</source>
        <translation>{1} hat dieser Sitzung den Schlüssel {2} nicht gezeigt.</translation>
    </message>
    <message>
        <source>{1} has old data of {2}.</source>
        <translation>{1} hat alte Daten von {2}.</translation>
    </message>
    <message>
        <source>{1} has one good copy only.</source>
        <translation>{1} hat nur eine gute Kopie.</translation>
    </message>
    <message>
        <source>{1} has several targets or portal groups, so it is not clear which.</source>
        <translation>{1} hat mehrere Targets oder Portalgruppen; welche gemeint ist, ist nicht klar.</translation>
    </message>
    <message>
        <source>{1} has several targets, none with more LUNs than the others.</source>
        <translation>{1} hat mehrere Targets, und keines hat mehr LUNs als die anderen.</translation>
    </message>
    <message>
        <source>{1} has snapshots: {2}.</source>
        <translation>{1} hat Snapshots: {2}.</translation>
    </message>
    <message>
        <source>{1} has snapshots: {2}. LVM then refuses.</source>
        <translation>{1} hat Snapshots: {2}. Dann weigert sich LVM.</translation>
    </message>
    <message>
        <source>{1} has that name already.</source>
        <translation>{1} heißt schon so.</translation>
    </message>
    <message>
        <source>{1} has the MAC {2} already.</source>
        <translation>{1} hat die MAC {2} schon.</translation>
    </message>
    <message>
        <source>{1} has the UUID {2} already.</source>
        <translation>{1} hat die UUID {2} schon.</translation>
    </message>
    <message>
        <source>{1} has the disk {2}.</source>
        <translation>{1} hat die Platte {2}.</translation>
    </message>
    <message>
        <source>{1} has the most memory free that it can use: {2}.</source>
        <translation>Auf {1} ist von allen nutzbaren Hosts am meisten Speicher frei: {2}.</translation>
    </message>
    <message>
        <source>{1} has the template {2} already.</source>
        <translation>{1} hat die Vorlage {2} schon.</translation>
    </message>
    <message>
        <source>{1} has these settings already.</source>
        <translation>{1} hat diese Einstellungen schon.</translation>
    </message>
    <message>
        <source>{1} has to answer for that and does not.</source>
        <translation>Dafür wird eine Antwort von {1} gebraucht; sie bleibt aus.</translation>
    </message>
    <message>
        <source>{1} has to answer for that.</source>
        <translation>Dafür wird eine Antwort von {1} gebraucht.</translation>
    </message>
    <message>
        <source>{1} has to be {2}.</source>
        <translation>Für {1} wird erwartet: {2}.</translation>
    </message>
    <message>
        <source>{1} has written nothing since the split.</source>
        <translation>{1} hat seit der Trennung nichts geschrieben.</translation>
    </message>
    <message>
        <source>{1} has {2} already.</source>
        <translation>{1} hat schon {2}.</translation>
    </message>
    <message>
        <source>{1} has {2} free; {3} needs {4}.</source>
        <translation>{1} hat {2} frei; {3} braucht {4}.</translation>
    </message>
    <message>
        <source>{1} has {2} in use and its own disk is {3}.</source>
        <translation>{1} benutzt {2}, und die eigene Platte ist {3}.</translation>
    </message>
    <message>
        <source>{1} has {2} of memory free, {3} are needed.</source>
        <translation>{1} hat {2} Speicher frei, gebraucht werden {3}.</translation>
    </message>
    <message>
        <source>{1} has {2} of {3} paths to the LUN {4}.</source>
        <translation>{1} hat {2} von {3} Pfaden zur LUN {4}.</translation>
    </message>
    <message>
        <source>{1} has {2}: it cannot be made smaller, because what lies at its end would be lost.</source>
        <translation>{1} hat {2} und lässt sich nicht verkleinern, weil sonst verloren ginge, was am Ende liegt.</translation>
    </message>
    <message>
        <source>{1} holds something else.</source>
        <translation>{1} enthält etwas anderes.</translation>
    </message>
    <message>
        <source>{1} is a CD drive: it stays on its bus.</source>
        <translation>{1} ist ein CD-Laufwerk: es bleibt an seinem Bus.</translation>
    </message>
    <message>
        <source>{1} is a PV guest, and this Xen is built without shadow paging, which moving a PV guest live needs.</source>
        <translation>{1} ist ein PV-Gast, und diesem Xen fehlt Shadow Paging, das dessen Umzug im laufenden Betrieb braucht.</translation>
    </message>
    <message>
        <source>{1} is a disk of {2} already.</source>
        <translation>{1} ist schon eine Platte von {2}.</translation>
    </message>
    <message>
        <source>{1} is a snapshot itself.</source>
        <translation>{1} ist selbst ein Snapshot.</translation>
    </message>
    <message>
        <source>{1} is a snapshot: it stays with its volume.</source>
        <translation>{1} ist ein Snapshot: Er bleibt bei seinem Volume.</translation>
    </message>
    <message>
        <source>{1} is a snapshot; its size is room for changes.</source>
        <translation>{1} ist ein Snapshot; seine Größe ist der Platz für Änderungen.</translation>
    </message>
    <message>
        <source>{1} is an address of a group of network cards.</source>
        <translation>{1} ist eine Adresse für eine Gruppe von Netzwerkkarten.</translation>
    </message>
    <message>
        <source>{1} is being changed by the task “{2}”.</source>
        <translation>{1} wird gerade geändert durch die Aufgabe „{2}“.</translation>
    </message>
    <message>
        <source>{1} is being deleted by the task “{2}”.</source>
        <translation>{1} wird gerade gelöscht durch die Aufgabe „{2}“.</translation>
    </message>
    <message>
        <source>{1} is being made by the task “{2}”.</source>
        <translation>{1} wird gerade angelegt durch die Aufgabe „{2}“.</translation>
    </message>
    <message>
        <source>{1} is busy: {2}.</source>
        <translation>{1} ist beschäftigt: {2}.</translation>
    </message>
    <message>
        <source>{1} is crashed.</source>
        <translation>{1} ist abgestürzt.</translation>
    </message>
    <message>
        <source>{1} is degraded.</source>
        <translation>{1} ist eingeschränkt.</translation>
    </message>
    <message>
        <source>{1} is down on {2}: nothing is mirrored there.</source>
        <translation>{1} ist auf {2} nicht in Betrieb: Dort wird nichts gespiegelt.</translation>
    </message>
    <message>
        <source>{1} is empty.</source>
        <translation>{1} ist leer.</translation>
    </message>
    <message>
        <source>{1} is exported as the LUN {2}.</source>
        <translation>{1} ist als LUN {2} exportiert.</translation>
    </message>
    <message>
        <source>{1} is fenced.</source>
        <translation>{1} ist durch Fencing abgeschaltet.</translation>
    </message>
    <message>
        <source>{1} is free.</source>
        <translation>{1} ist frei.</translation>
    </message>
    <message>
        <source>{1} is given {2} times.</source>
        <translation>{1} ist {2}-mal angegeben.</translation>
    </message>
    <message>
        <source>{1} is gone from {2}.</source>
        <translation>{1} ist auf {2} nicht mehr da.</translation>
    </message>
    <message>
        <source>{1} is half changed: the task “{2}” ended before it was through.</source>
        <translation>{1} ist nur halb geändert: Die Aufgabe „{2}“ endete vor ihrem Ziel.</translation>
    </message>
    <message>
        <source>{1} is half deleted: the task “{2}” ended before it was through.</source>
        <translation>{1} ist nur halb gelöscht: Die Aufgabe „{2}“ endete vor ihrem Ziel.</translation>
    </message>
    <message>
        <source>{1} is half made: the task “{2}” ended before it was through.</source>
        <translation>{1} ist nur halb angelegt: Die Aufgabe „{2}“ endete vor ihrem Ziel.</translation>
    </message>
    <message>
        <source>{1} is in maintenance.</source>
        <translation>{1} ist in Wartung.</translation>
    </message>
    <message>
        <source>{1} is in standby or maintenance in Pacemaker.</source>
        <translation>{1} ist in Pacemaker im Standby oder in Wartung.</translation>
    </message>
    <message>
        <source>{1} is in standby or maintenance: Pacemaker would move {2}.</source>
        <translation>{1} ist im Standby oder in Wartung: Pacemaker würde {2} verschieben.</translation>
    </message>
    <message>
        <source>{1} is in the minority and has stopped writing (no quorum).</source>
        <translation>{1} ist in der Minderheit und schreibt nicht mehr (kein Quorum).</translation>
    </message>
    <message>
        <source>{1} is in the recycle bin already.</source>
        <translation>{1} ist schon im Papierkorb.</translation>
    </message>
    <message>
        <source>{1} is in the recycle bin.</source>
        <translation>{1} ist im Papierkorb.</translation>
    </message>
    <message>
        <source>{1} is in use on {2}.</source>
        <translation>{1} wird auf {2} benutzt.</translation>
    </message>
    <message>
        <source>{1} is installed at its first start: it cannot stay off.</source>
        <translation>{1} wird beim ersten Start installiert: sie kann nicht aus bleiben.</translation>
    </message>
    <message>
        <source>{1} is let in until the next start of {2}.</source>
        <translation>{1} ist bis zum nächsten Start von {2} eingelassen.</translation>
    </message>
    <message>
        <source>{1} is logged in already.</source>
        <translation>{1} ist schon angemeldet.</translation>
    </message>
    <message>
        <source>{1} is logged in at {2}.</source>
        <translation>{1} ist bei {2} angemeldet.</translation>
    </message>
    <message>
        <source>{1} is logged in over {2}, and has no path there to {3}.</source>
        <translation>{1} ist über {2} angemeldet und hat dort keinen Pfad zu {3}.</translation>
    </message>
    <message>
        <source>{1} is logged in to the SAN.</source>
        <translation>{1} ist am SAN angemeldet.</translation>
    </message>
    <message>
        <source>{1} is no MAC that a card can have.</source>
        <translation>{1} ist keine MAC, die eine Netzwerkkarte haben kann.</translation>
    </message>
    <message>
        <source>{1} is no Open vSwitch: such a bridge knows no VLAN of one card.</source>
        <translation>{1} ist kein Open vSwitch: eine solche Bridge kennt kein VLAN einer einzelnen Karte.</translation>
    </message>
    <message>
        <source>{1} is no SAN server of this cluster.</source>
        <translation>{1} ist kein SAN-Server dieses Clusters.</translation>
    </message>
    <message>
        <source>{1} is no SAN server.</source>
        <translation>{1} ist kein SAN-Server.</translation>
    </message>
    <message>
        <source>{1} is no UUID.</source>
        <translation>{1} ist keine UUID.</translation>
    </message>
    <message>
        <source>{1} is no address of a network card.</source>
        <translation>{1} ist keine Adresse einer Netzwerkkarte.</translation>
    </message>
    <message>
        <source>{1} is no address.</source>
        <translation>{1} ist keine Adresse.</translation>
    </message>
    <message>
        <source>{1} is no address: write one like 10.0.0.5/24.</source>
        <translation>{1} ist keine Adresse: schreiben Sie eine wie 10.0.0.5/24.</translation>
    </message>
    <message>
        <source>{1} is no host name.</source>
        <translation>{1} ist kein Hostname.</translation>
    </message>
    <message>
        <source>{1} is no jump host.</source>
        <translation>{1} ist kein Sprunghost.</translation>
    </message>
    <message>
        <source>{1} is no libvirt URI of the host itself.</source>
        <translation>{1} ist keine libvirt-URI des Hosts selbst.</translation>
    </message>
    <message>
        <source>{1} is no member of Pacemaker now.</source>
        <translation>{1} ist jetzt kein Mitglied von Pacemaker.</translation>
    </message>
    <message>
        <source>{1} is no name for a VM.</source>
        <translation>{1} ist kein Name für eine VM.</translation>
    </message>
    <message>
        <source>{1} is no name for a disk in a guest.</source>
        <translation>{1} ist kein Name für eine Platte in einem Gast.</translation>
    </message>
    <message>
        <source>{1} is no name of a bridge.</source>
        <translation>{1} ist kein Name einer Bridge.</translation>
    </message>
    <message>
        <source>{1} is no order of devices to start from.</source>
        <translation>{1} ist keine Reihenfolge von Geräten zum Starten.</translation>
    </message>
    <message>
        <source>{1} is no path of a file on the hosts.</source>
        <translation>{1} ist kein Pfad einer Datei auf den Hosts.</translation>
    </message>
    <message>
        <source>{1} is no pattern of names: write one like web{01..05}.</source>
        <translation>{1} ist kein Muster für Namen: schreiben Sie eines wie web{01..05}.</translation>
    </message>
    <message>
        <source>{1} is no program of Pacemaker's that may run here.</source>
        <translation>{1} ist kein Programm von Pacemaker, das hier laufen darf.</translation>
    </message>
    <message>
        <source>{1} is no tag.</source>
        <translation>{1} ist kein Schlagwort.</translation>
    </message>
    <message>
        <source>{1} is not a machine of this cluster.</source>
        <translation>{1} ist keine Maschine dieses Clusters.</translation>
    </message>
    <message>
        <source>{1} is not a member of the Pacemaker cluster now.</source>
        <translation>{1} ist zurzeit kein Mitglied des Pacemaker-Clusters.</translation>
    </message>
    <message>
        <source>{1} is not a port number.</source>
        <translation>{1} ist keine Portnummer.</translation>
    </message>
    <message>
        <source>{1} is not connected on {2}.</source>
        <translation>{1} ist auf {2} nicht verbunden.</translation>
    </message>
    <message>
        <source>{1} is not connected yet.</source>
        <translation>{1} ist noch nicht verbunden.</translation>
    </message>
    <message>
        <source>{1} is not connected: its side of {2} may be the only good one.</source>
        <translation>{1} ist nicht verbunden: Die dortige Seite von {2} kann die einzige gute sein.</translation>
    </message>
    <message>
        <source>{1} is not defined in the libvirt of {2}.</source>
        <translation>{1} ist im libvirt von {2} nicht definiert.</translation>
    </message>
    <message>
        <source>{1} is not equally large on both servers: {2}.</source>
        <translation>{1} ist auf beiden Servern nicht gleich groß: {2}.</translation>
    </message>
    <message>
        <source>{1} is not in sync: there is nothing to compare yet.</source>
        <translation>{1} ist nicht abgeglichen: Noch gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>{1} is not in the cluster file.</source>
        <translation>{1} steht nicht in der Clusterdatei.</translation>
    </message>
    <message>
        <source>{1} is not logged in at {2}.</source>
        <translation>{1} ist bei {2} nicht angemeldet.</translation>
    </message>
    <message>
        <source>{1} is not logged in to {2} over {3}.</source>
        <translation>{1} ist nicht über {3} an {2} angemeldet.</translation>
    </message>
    <message>
        <source>{1} is not logged in.</source>
        <translation>{1} ist nicht angemeldet.</translation>
    </message>
    <message>
        <source>{1} is not off: its disk would change while it is read.</source>
        <translation>{1} ist nicht aus: Die Platte würde sich ändern, während sie gelesen wird.</translation>
    </message>
    <message>
        <source>{1} is not pinned.</source>
        <translation>{1} ist nicht angeheftet.</translation>
    </message>
    <message>
        <source>{1} is not protected by Pacemaker any more.</source>
        <translation>{1} wird nicht mehr von Pacemaker geschützt.</translation>
    </message>
    <message>
        <source>{1} is not protected.</source>
        <translation>{1} ist nicht geschützt.</translation>
    </message>
    <message>
        <source>{1} is not protected: Pacemaker does not keep anything apart from it.</source>
        <translation>{1} ist nicht geschützt: Pacemaker hält nichts von ihr getrennt.</translation>
    </message>
    <message>
        <source>{1} is not protected: Pacemaker will not restart it elsewhere.</source>
        <translation>{1} ist nicht geschützt: Pacemaker startet sie nicht anderswo neu.</translation>
    </message>
    <message>
        <source>{1} is not the primary of the replica {2}.</source>
        <translation>{1} ist beim Replikat {2} nicht primär.</translation>
    </message>
    <message>
        <source>{1} is now called {2}.</source>
        <translation>{1} heißt jetzt {2}.</translation>
    </message>
    <message>
        <source>{1} is off, but Pacemaker is told to have it started.</source>
        <translation>{1} ist aus, aber Pacemaker soll sie am Laufen halten.</translation>
    </message>
    <message>
        <source>{1} is off.</source>
        <translation>{1} ist aus.</translation>
    </message>
    <message>
        <source>{1} is off: Pacemaker has fenced it or it left the cluster.</source>
        <translation>{1} ist aus: Pacemaker hat die Maschine per Fencing abgeschaltet, oder sie hat den Cluster verlassen.</translation>
    </message>
    <message>
        <source>{1} is offered, but stands beside the group {2}.</source>
        <translation>{1} wird angeboten, steht aber neben der Gruppe {2}.</translation>
    </message>
    <message>
        <source>{1} is out already.</source>
        <translation>{1} ist schon abgemeldet.</translation>
    </message>
    <message>
        <source>{1} is out of service.</source>
        <translation>{1} ist außer Betrieb.</translation>
    </message>
    <message>
        <source>{1} is paused.</source>
        <translation>{1} ist pausiert.</translation>
    </message>
    <message>
        <source>{1} is pinned to {2} by an earlier move.</source>
        <translation>{1} ist durch einen früheren Umzug an {2} geheftet.</translation>
    </message>
    <message>
        <source>{1} is pinned to {2}.</source>
        <translation>{1} ist an {2} geheftet.</translation>
    </message>
    <message>
        <source>{1} is protected against deletion.</source>
        <translation>{1} ist gegen Löschen geschützt.</translation>
    </message>
    <message>
        <source>{1} is protected already, by the resource {2}.</source>
        <translation>{1} ist schon geschützt, durch die Ressource {2}.</translation>
    </message>
    <message>
        <source>{1} is protected as {2}.</source>
        <translation>{1} ist als {2} geschützt.</translation>
    </message>
    <message>
        <source>{1} is protected by Pacemaker now.</source>
        <translation>{1} wird jetzt von Pacemaker geschützt.</translation>
    </message>
    <message>
        <source>{1} is protected: Pacemaker starts it, not its host.</source>
        <translation>{1} ist geschützt: Pacemaker startet sie, nicht ihr Host.</translation>
    </message>
    <message>
        <source>{1} is reached by a ProxyCommand, which is not supported.</source>
        <translation>{1} wird über ein ProxyCommand erreicht, das nicht unterstützt wird.</translation>
    </message>
    <message>
        <source>{1} is run by another resource now: {2}.</source>
        <translation>{1} wird jetzt von einer anderen Ressource betrieben: {2}.</translation>
    </message>
    <message>
        <source>{1} is running.</source>
        <translation>{1} läuft.</translation>
    </message>
    <message>
        <source>{1} is so already.</source>
        <translation>{1}: schon so.</translation>
    </message>
    <message>
        <source>{1} is still on {2}.</source>
        <translation>{1} ist noch auf {2}.</translation>
    </message>
    <message>
        <source>{1} is the name of Xen's own domain.</source>
        <translation>{1} ist der Name von Xens eigener Domäne.</translation>
    </message>
    <message>
        <source>{1} is the only SAN server: nobody could serve instead.</source>
        <translation>{1} ist der einzige SAN-Server: Kein anderer könnte einspringen.</translation>
    </message>
    <message>
        <source>{1} is unreachable.</source>
        <translation>{1} ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>{1} is up.</source>
        <translation>{1} ist erreichbar.</translation>
    </message>
    <message>
        <source>{1} is used by {2}, which is not off.</source>
        <translation>{1} wird benutzt; noch nicht aus: {2}.</translation>
    </message>
    <message>
        <source>{1} is used by {2}.</source>
        <translation>{1} wird von {2} benutzt.</translation>
    </message>
    <message>
        <source>{1} is {2} already.</source>
        <translation>{1} ist schon so: {2}.</translation>
    </message>
    <message>
        <source>{1} is {2} by a move that was not cleared.</source>
        <translation>{1} ist durch einen nicht aufgehobenen Umzug gebunden ({2}).</translation>
    </message>
    <message>
        <source>{1} is {2} on {3} already.</source>
        <translation>{1} ist auf {3} schon so: {2}.</translation>
    </message>
    <message>
        <source>{1} is {2} on {3}.</source>
        <translation>{1}: {2} auf {3}.</translation>
    </message>
    <message>
        <source>{1} is {2}: it has Xen's own disks only, no emulated ones.</source>
        <translation>{1} ist {2}: sie hat nur Xens eigene Platten, keine nachgebildeten.</translation>
    </message>
    <message>
        <source>{1} is {2}: it keeps what it has until its next start.</source>
        <translation>{1}: {2}. Was sie hat, behält sie bis zum nächsten Start.</translation>
    </message>
    <message>
        <source>{1} is {2}: it starts from its kernel, in no order of devices.</source>
        <translation>{1} ist {2}: Sie startet von ihrem Kernel, in keiner Reihenfolge von Geräten.</translation>
    </message>
    <message>
        <source>{1} is {2}: only a VM with a firmware has a CD drive.</source>
        <translation>{1} ist {2}: nur eine VM mit Firmware hat ein CD-Laufwerk.</translation>
    </message>
    <message>
        <source>{1} lies in the group {2} already.</source>
        <translation>{1} liegt schon in der Gruppe {2}.</translation>
    </message>
    <message>
        <source>{1} lies on {2}, and {3} serves the SAN.</source>
        <translation>{1} liegt auf {2}, aber {3} bedient das SAN.</translation>
    </message>
    <message>
        <source>{1} looks like {2}, and {3} is given.</source>
        <translation>{1} sieht nach {2} aus, angegeben ist {3}.</translation>
    </message>
    <message>
        <source>{1} may not log in to {2} ({3}) as root without being asked.</source>
        <translation>{1} darf sich nicht ohne Rückfrage als root bei {2} ({3}) anmelden.</translation>
    </message>
    <message>
        <source>{1} means {2} names; {3} is the most.</source>
        <translation>{1} bedeutet {2} Namen; {3} sind höchstens möglich.</translation>
    </message>
    <message>
        <source>{1} moved from {2} to {3}.</source>
        <translation>{1} ist von {2} nach {3} umgezogen.</translation>
    </message>
    <message>
        <source>{1} needs {2} of memory at least.</source>
        <translation>{1} braucht mindestens {2} Speicher.</translation>
    </message>
    <message>
        <source>{1} needs {2} processors at least.</source>
        <translation>{1} braucht mindestens {2} Prozessoren.</translation>
    </message>
    <message>
        <source>{1} needs {2}, {3} has {4} free.</source>
        <translation>{1} braucht {2}, {3} hat {4} frei.</translation>
    </message>
    <message>
        <source>{1} of memory is too little to start anything.</source>
        <translation>{1} Speicher sind zu wenig, um irgendetwas zu starten.</translation>
    </message>
    <message>
        <source>{1} of {2} are written, {3} in a second.</source>
        <translation>{1} von {2} sind geschrieben, {3} je Sekunde.</translation>
    </message>
    <message>
        <source>{1} of {2} are written.</source>
        <translation>{1} von {2} sind geschrieben.</translation>
    </message>
    <message>
        <source>{1} of {2} is a CD.</source>
        <translation>{1} von {2} ist eine CD.</translation>
    </message>
    <message>
        <source>{1} of {2} is no volume of the SAN.</source>
        <translation>{1} von {2} ist kein Volume des SAN.</translation>
    </message>
    <message>
        <source>{1} of {2} is {3}: not every host has that.</source>
        <translation>{1} von {2} ist {3}: Das hat nicht jeder Host.</translation>
    </message>
    <message>
        <source>{1} of {2} on {3} failed ({4}){5}.</source>
        <translation>{1} von {2} auf {3} ist fehlgeschlagen ({4}){5}.</translation>
    </message>
    <message>
        <source>{1} of {2} steps were done and stay as they are.</source>
        <translation>{1} von {2} Schritten waren getan und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>{1} offers the LUN {2}.</source>
        <translation>{1} bietet die LUN {2} an.</translation>
    </message>
    <message>
        <source>{1} on {2} cannot be read: {3}.</source>
        <translation>{1} auf {2} ist nicht lesbar: {3}.</translation>
    </message>
    <message>
        <source>{1} on {2} could not be stopped and may go on.</source>
        <translation>{1} auf {2} ließ sich nicht anhalten und läuft womöglich weiter.</translation>
    </message>
    <message>
        <source>{1} on {2} does not name the volume /dev/{3}/{4}.</source>
        <translation>{1} auf {2} nennt nicht das Volume /dev/{3}/{4}.</translation>
    </message>
    <message>
        <source>{1} on {2} ended with status {3}.</source>
        <translation>{1} auf {2} endete mit Status {3}.</translation>
    </message>
    <message>
        <source>{1} on {2} failed{3}.</source>
        <translation>{1} auf {2} ist fehlgeschlagen{3}.</translation>
    </message>
    <message>
        <source>{1} on {2} gave no answer in time.</source>
        <translation>{1} auf {2} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>{1} on {2} gave no answer within {3} s; what it did is unknown.</source>
        <translation>{1} auf {2} hat innerhalb von {3} s nicht geantwortet; was es getan hat, ist unbekannt.</translation>
    </message>
    <message>
        <source>{1} on {2} has no metadata of DRBD.</source>
        <translation>{1} auf {2} hat keine Metadaten von DRBD.</translation>
    </message>
    <message>
        <source>{1} on {2} has no such disk yet.</source>
        <translation>{1} hat auf {2} noch keine solche Platte.</translation>
    </message>
    <message>
        <source>{1} on {2} holds the answers until the host boots.</source>
        <translation>{1} auf {2} enthält die Antworten, bis der Host neu startet.</translation>
    </message>
    <message>
        <source>{1} on {2} holds the answers.</source>
        <translation>{1} auf {2} enthält die Antworten.</translation>
    </message>
    <message>
        <source>{1} on {2} holds the hash until the server boots.</source>
        <translation>{1} auf {2} enthält den Hash, bis der Server neu startet.</translation>
    </message>
    <message>
        <source>{1} on {2} is not as it should be.</source>
        <translation>{1} auf {2} ist nicht, wie es sein soll.</translation>
    </message>
    <message>
        <source>{1} on {2} is smaller than {3}.</source>
        <translation>{1} auf {2} ist kleiner als {3}.</translation>
    </message>
    <message>
        <source>{1} on {2} still has that disk.</source>
        <translation>{1} hat auf {2} diese Platte noch.</translation>
    </message>
    <message>
        <source>{1} on {2} was cut off; what it did is not known.</source>
        <translation>{1} auf {2} ist abgerissen; was es getan hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>{1} on {2} was stopped.</source>
        <translation>{1} auf {2} wurde angehalten.</translation>
    </message>
    <message>
        <source>{1} on {2}, which loads LIO's configuration, is not enabled.</source>
        <translation>{1} auf {2}, der die Konfiguration von LIO lädt, ist nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>{1} opens no further session: {2}.</source>
        <translation>{1} öffnet keine weitere Sitzung: {2}.</translation>
    </message>
    <message>
        <source>{1} opens no way to {2}: {3}.</source>
        <translation>{1} öffnet keinen Weg zu {2}: {3}.</translation>
    </message>
    <message>
        <source>{1} refuses the connection: no SSH server listens there.</source>
        <translation>{1} weist die Verbindung ab: Dort lauscht kein SSH-Server.</translation>
    </message>
    <message>
        <source>{1} replicas are up to date.</source>
        <translation>{1} Replikate sind abgeglichen.</translation>
    </message>
    <message>
        <source>{1} runs from {2}.</source>
        <translation>{1} läuft von {2}.</translation>
    </message>
    <message>
        <source>{1} runs on {2} at once.</source>
        <translation>{1} läuft zugleich auf {2}.</translation>
    </message>
    <message>
        <source>{1} runs on {2} at once; its disk is in danger.</source>
        <translation>{1} läuft zugleich auf {2}; ihre Platte ist in Gefahr.</translation>
    </message>
    <message>
        <source>{1} runs still.</source>
        <translation>{1} läuft noch.</translation>
    </message>
    <message>
        <source>{1} runs without a screen.</source>
        <translation>{1} läuft ohne Bildschirm.</translation>
    </message>
    <message>
        <source>{1} runs {2}, {3} needs {4}.</source>
        <translation>Auf {1} läuft {2}, {3} braucht {4}.</translation>
    </message>
    <message>
        <source>{1} runs {2}; {3} needs {4}.</source>
        <translation>{1} betreibt {2}; {3} braucht {4}.</translation>
    </message>
    <message>
        <source>{1} says that there is quorum.</source>
        <translation>{1} sagt, dass es ein Quorum gibt.</translation>
    </message>
    <message>
        <source>{1} says {2} is connected, {3} says it is down.</source>
        <translation>{1} sagt, {2} sei verbunden, {3} sagt, es laufe nicht.</translation>
    </message>
    <message>
        <source>{1} says {2} is connected, {3} says {4}.</source>
        <translation>{1} sagt, {2} sei verbunden, {3} sagt {4}.</translation>
    </message>
    <message>
        <source>{1} serve targets of their own, without Pacemaker.</source>
        <translation>{1} bedienen je eigene Targets, ohne Pacemaker.</translation>
    </message>
    <message>
        <source>{1} servers and {2} networks.</source>
        <translation>{1} Server und {2} Netze.</translation>
    </message>
    <message>
        <source>{1} serves nothing now.</source>
        <translation>{1} stellt jetzt nichts bereit.</translation>
    </message>
    <message>
        <source>{1} serves the SAN already.</source>
        <translation>{1} bedient das SAN schon.</translation>
    </message>
    <message>
        <source>{1} serves the SAN.</source>
        <translation>{1} bedient das SAN.</translation>
    </message>
    <message>
        <source>{1} serves the hosts now: its data is what the VMs see.</source>
        <translation>{1} bedient gerade die Hosts: Die dortigen Daten sind es, die die VMs sehen.</translation>
    </message>
    <message>
        <source>{1} should run, but it is off.</source>
        <translation>{1} sollte laufen, ist aber aus.</translation>
    </message>
    <message>
        <source>{1} shows another key than the known one: {2} {3} instead of {4} {5} ({6} line {7}).</source>
        <translation>{1} zeigt einen anderen Schlüssel als den bekannten: {2} {3} statt {4} {5} ({6} Zeile {7}).</translation>
    </message>
    <message>
        <source>{1} shows the key {2} {3}, which {4} line {5} declares revoked.</source>
        <translation>{1} zeigt den Schlüssel {2} {3}, den {4} in Zeile {5} für widerrufen erklärt.</translation>
    </message>
    <message>
        <source>{1} stands beside the group and is kept stopped.</source>
        <translation>{1} steht neben der Gruppe und bleibt angehalten.</translation>
    </message>
    <message>
        <source>{1} stays logged out at {2} until it is logged in again.</source>
        <translation>{1} bleibt bei {2} abgemeldet bis zur nächsten Anmeldung.</translation>
    </message>
    <message>
        <source>{1} stays out of service until it is taken back.</source>
        <translation>{1} bleibt außer Betrieb, bis er wieder in Betrieb genommen wird.</translation>
    </message>
    <message>
        <source>{1} stays: {2} has it too.</source>
        <translation>{1} bleibt: {2} hat sie auch.</translation>
    </message>
    <message>
        <source>{1} stays: {2} is a CD.</source>
        <translation>{1} bleibt: {2} ist eine CD.</translation>
    </message>
    <message>
        <source>{1} stays: {2} is no volume of the SAN.</source>
        <translation>{1} bleibt: {2} ist kein Volume des SAN.</translation>
    </message>
    <message>
        <source>{1} still has the LUN {2}.</source>
        <translation>{1} hat noch die LUN {2}.</translation>
    </message>
    <message>
        <source>{1} still has the backstore {2}.</source>
        <translation>{1} hat den Backstore {2} noch.</translation>
    </message>
    <message>
        <source>{1} still has the definition of {2}.</source>
        <translation>{1} hat die Definition von {2} noch.</translation>
    </message>
    <message>
        <source>{1} still offers a LUN of {2}.</source>
        <translation>{1} bietet noch eine LUN von {2} an.</translation>
    </message>
    <message>
        <source>{1} still runs {2}.</source>
        <translation>Auf {1} laufen noch VMs: {2}.</translation>
    </message>
    <message>
        <source>{1} still sees the LUN {2}.</source>
        <translation>{1} sieht die LUN {2} noch.</translation>
    </message>
    <message>
        <source>{1} takes {2} for {3}, {2} says {4}.</source>
        <translation>{1} hält {2} für {3}, {2} sagt {4}.</translation>
    </message>
    <message>
        <source>{1} then has no path to the SAN.</source>
        <translation>{1} hat dann keinen Pfad zum SAN.</translation>
    </message>
    <message>
        <source>{1} then has one session left.</source>
        <translation>{1} hat dann noch eine Sitzung.</translation>
    </message>
    <message>
        <source>{1} then has {2} sessions left.</source>
        <translation>{1} hat dann noch {2} Sitzungen.</translation>
    </message>
    <message>
        <source>{1} waits for the other server: nothing is mirrored.</source>
        <translation>{1} wartet auf den anderen Server: Nichts wird gespiegelt.</translation>
    </message>
    <message>
        <source>{1} was given the address {2} already.</source>
        <translation>{1} hat die Adresse {2} schon bekommen.</translation>
    </message>
    <message>
        <source>{1} was not made and nothing is left of it.</source>
        <translation>{1} wurde nicht angelegt, und nichts ist davon übrig.</translation>
    </message>
    <message>
        <source>{1} was stopped and started again meanwhile.</source>
        <translation>{1} wurde inzwischen angehalten und wieder gestartet.</translation>
    </message>
    <message>
        <source>{1} would lose its last path to the LUN {2}, which {3} uses.</source>
        <translation>{1} verlöre den letzten Pfad zur LUN {2}, die {3} benutzt.</translation>
    </message>
    <message>
        <source>{1}, where {2} is, cannot be asked.</source>
        <translation>{1}, wo {2} ist, ist nicht zu fragen.</translation>
    </message>
    <message>
        <source>{1}, where {2} is, has no bridge {3}.</source>
        <translation>{1}, wo {2} läuft, hat keine Bridge {3}.</translation>
    </message>
    <message>
        <source>{1}, which has a definition of {2}, cannot be asked.</source>
        <translation>{1} hat eine Definition von {2} und ist nicht zu fragen.</translation>
    </message>
    <message>
        <source>{1}, which serves the SAN, does not have {2}.</source>
        <translation>{1} bedient das SAN und hat {2} nicht.</translation>
    </message>
    <message>
        <source>{1}/{2} is exported as the LUN {3}.</source>
        <translation>{1}/{2} ist als LUN {3} exportiert.</translation>
    </message>
    <message>
        <source>{1}/{2} is used by {3}.</source>
        <translation>{1}/{2} wird von {3} benutzt.</translation>
    </message>
    <message>
        <source>{1}/{2} on {3} has {4}, not {5}.</source>
        <translation>{1}/{2} auf {3} hat {4}, nicht {5}.</translation>
    </message>
    <message>
        <source>{1}/{2} on {3} is larger than what it is used for.</source>
        <translation>{1}/{2} auf {3} ist größer, als gebraucht wird.</translation>
    </message>
    <message>
        <source>{1}: the program is closing.</source>
        <translation>{1}: Das Programm schließt gerade.</translation>
    </message>
</context>
<context>
    <name>PlacementPage</name>
    <message>
        <source>&amp;Start it when it is ready</source>
        <translation>&amp;Starten, sobald sie fertig ist</translation>
    </message>
    <message>
        <source>No host has enough memory free.</source>
        <translation>Kein Host hat genug Speicher frei.</translation>
    </message>
    <message>
        <source>No host has its bridges and enough memory free.</source>
        <translation>Kein Host hat ihre Bridges und genug freien Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>The program &amp;chooses</source>
        <translation>Das &amp;Programm wählt</translation>
    </message>
    <message>
        <source>Where does it start?</source>
        <translation>Wo startet sie?</translation>
    </message>
    <message>
        <source>each on the host with most free memory, the first one on {host}</source>
        <translation>jede auf dem Host mit dem meisten freien Speicher, die erste auf {host}</translation>
    </message>
    <message>
        <source>has no bridge {name}</source>
        <translation>hat keine Bridge {name}</translation>
    </message>
    <message>
        <source>{host} has the most memory free: {size}</source>
        <translation>auf {host} ist am meisten Speicher frei: {size}</translation>
    </message>
    <message>
        <source>{size} free</source>
        <translation>{size} frei</translation>
    </message>
    <message>
        <source>{size} free: too little</source>
        <translation>{size} frei: zu wenig</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>memory used: {hosts}</source>
        <translation>belegter Speicher: {hosts}</translation>
    </message>
    <message>
        <source>{host} is empty</source>
        <translation>{host} ist leer</translation>
    </message>
    <message>
        <source>{number} more</source>
        <translation>{number} weitere</translation>
    </message>
    <message>
        <source>{vm} on {host}: {vcpus} vCPU, {memory} memory, {disk} disk</source>
        <translation>{vm} auf {host}: {vcpus} vCPU, {memory} Arbeitsspeicher, {disk} Platte</translation>
    </message>
    <message>
        <source>{vm}, off: {vcpus} vCPU, {memory} memory, {disk} disk</source>
        <translation>{vm}, aus: {vcpus} vCPU, {memory} Arbeitsspeicher, {disk} Platte</translation>
    </message>
    <message>
        <source>{vm}, where Pacemaker starts it: {vcpus} vCPU, {memory} memory, {disk} disk</source>
        <translation>{vm}, wo Pacemaker sie startet: {vcpus} vCPU, {memory} Arbeitsspeicher, {disk} Platte</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Difference</source>
        <translation>Unterschiede</translation>
    </message>
</context>
<context>
    <name>PlanSheet</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Make it again</source>
        <translation>&amp;Neu planen</translation>
    </message>
    <message>
        <source>&amp;Open the console</source>
        <translation>Konsole ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation>&amp;Zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Try the rest again</source>
        <translation>&amp;Den Rest nochmals versuchen</translation>
    </message>
    <message>
        <source>Afterwards: {clauses}</source>
        <translation>Danach: {clauses}</translation>
    </message>
    <message>
        <source>Ca&amp;ncel the task</source>
        <translation>Aufgabe a&amp;bbrechen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy as &amp;shell</source>
        <translation>Als Shell &amp;kopieren</translation>
    </message>
    <message>
        <source>Stop before the next step and end the present one.</source>
        <translation>Vor dem nächsten Schritt anhalten und den jetzigen beenden.</translation>
    </message>
    <message>
        <source>This cannot be taken back. Type {name} to go on:</source>
        <translation>Das lässt sich nicht zurücknehmen. Geben Sie {name} ein, um fortzufahren:</translation>
    </message>
    <message>
        <source>Type {name} above first.</source>
        <translation>Geben Sie zuerst oben {name} ein.</translation>
    </message>
    <message>
        <source>Undo the steps that were done, the last one first.</source>
        <translation>Die getanen Schritte zurücknehmen, den letzten zuerst.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
</context>
<context>
    <name>PresetButton</name>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Save these answers…</source>
        <translation>Diese Angaben &amp;speichern …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Name of the preset; names, addresses and passwords are not kept:</source>
        <translation>Name der Vorgabe; Namen, Adressen und Kennwörter werden nicht gespeichert:</translation>
    </message>
    <message>
        <source>None is saved yet</source>
        <translation>Noch keine gespeichert</translation>
    </message>
    <message>
        <source>Pr&amp;esets</source>
        <translation>&amp;Vorgaben</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Als Vorgabe speichern</translation>
    </message>
</context>
<context>
    <name>ProtectVm</name>
    <message>
        <source>&amp;Priority</source>
        <translation>&amp;Priorität</translation>
    </message>
    <message>
        <source>Pacemaker starts it elsewhere when its host is lost. It is not restarted now: what runs goes on running. VMs of a higher priority are started first and kept longest.</source>
        <translation>Pacemaker startet sie anderswo, wenn ihr Host verloren ist. Jetzt wird sie nicht neu gestartet: Was läuft, läuft weiter. VMs mit höherer Priorität werden zuerst gestartet und am längsten behalten.</translation>
    </message>
    <message>
        <source>Protect {vm}?</source>
        <translation>{vm} schützen?</translation>
    </message>
</context>
<context>
    <name>ProtectionPage</name>
    <message>
        <source>&amp;Protected: Pacemaker starts it on another host</source>
        <translation>&amp;Geschützt: Pacemaker startet sie auf einem anderen Host</translation>
    </message>
    <message>
        <source>It becomes a resource of Pacemaker like the other protected VMs, and is started again elsewhere when its host fails.</source>
        <translation>Sie wird eine Ressource von Pacemaker wie die anderen geschützten VMs und startet anderswo neu, wenn ihr Host ausfällt.</translation>
    </message>
    <message>
        <source>It is a VM of libvirt only: when its host fails, it stays off until somebody starts it.</source>
        <translation>Nur libvirt kennt sie: Wenn ihr Host ausfällt, bleibt sie aus, bis jemand sie startet.</translation>
    </message>
    <message>
        <source>Keep &amp;apart from</source>
        <translation>&amp;Getrennt halten von</translation>
    </message>
    <message>
        <source>P&amp;riority</source>
        <translation>P&amp;riorität</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>They do not share a host while there is another one.</source>
        <translation>Sie teilen sich keinen Host, solange es einen anderen gibt.</translation>
    </message>
    <message>
        <source>What when its host fails?</source>
        <translation>Und wenn ihr Host ausfällt?</translation>
    </message>
    <message>
        <source>When room is short, VMs of higher priority are started first. In use: {numbers}.</source>
        <translation>Wenn der Platz knapp ist, starten VMs mit höherer Priorität zuerst. In Gebrauch: {numbers}.</translation>
    </message>
    <message>
        <source>names of protected VMs, such as web1, web2</source>
        <translation>Namen geschützter VMs, etwa web1, web2</translation>
    </message>
</context>
<context>
    <name>RenameVm</name>
    <message>
        <source>Every host that has a definition of it gets the new name, together or not at all. The UUID, the disks and the resource in Pacemaker stay as they are.</source>
        <translation>Jeder Host, der eine Definition von ihr hat, bekommt den neuen Namen, alle zusammen oder keiner. UUID, Platten und die Ressource in Pacemaker bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>New &amp;name</source>
        <translation>Neuer &amp;Name</translation>
    </message>
    <message>
        <source>What should {vm} be called?</source>
        <translation>Wie soll {vm} heißen?</translation>
    </message>
</context>
<context>
    <name>San</name>
    <message>
        <source>Both sides are the same.</source>
        <translation>Beide Seiten sind gleich.</translation>
    </message>
    <message>
        <source>By network, with priority</source>
        <translation>Nach Netz, mit Priorität</translation>
    </message>
    <message>
        <source>Cluster IP {network}</source>
        <translation>Cluster-IP {network}</translation>
    </message>
    <message>
        <source>Compared by the schedule</source>
        <translation>Verglichen nach dem Zeitplan</translation>
    </message>
    <message>
        <source>Comparisons of both sides</source>
        <translation>Vergleiche beider Seiten</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>DRBD</source>
        <translation>DRBD</translation>
    </message>
    <message>
        <source>DRBD did not begin it.</source>
        <translation>DRBD hat ihn nicht begonnen.</translation>
    </message>
    <message>
        <source>DRBD is down</source>
        <translation>DRBD ist nicht in Betrieb</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Initiators</source>
        <translation>Initiatoren</translation>
    </message>
    <message>
        <source>Kind of SAN</source>
        <translation>Art des SAN</translation>
    </message>
    <message>
        <source>LUN</source>
        <translation>LUN</translation>
    </message>
    <message>
        <source>LUN {number}</source>
        <translation>LUN {number}</translation>
    </message>
    <message>
        <source>LUNs</source>
        <translation>LUNs</translation>
    </message>
    <message>
        <source>Last compared</source>
        <translation>Zuletzt verglichen</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Multipath by host and LUN</source>
        <translation>Multipath nach Host und LUN</translation>
    </message>
    <message>
        <source>No LUN is offered.</source>
        <translation>Keine LUN wird angeboten.</translation>
    </message>
    <message>
        <source>No host has a multipath device.</source>
        <translation>Kein Host hat ein Multipath-Gerät.</translation>
    </message>
    <message>
        <source>No host is known.</source>
        <translation>Kein Host ist bekannt.</translation>
    </message>
    <message>
        <source>No target is known.</source>
        <translation>Kein Target ist bekannt.</translation>
    </message>
    <message>
        <source>Nothing: all servers and hosts agree.</source>
        <translation>Nichts: Alle Server und Hosts sagen dasselbe.</translation>
    </message>
    <message>
        <source>Offered by</source>
        <translation>Angeboten von</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Out of sync</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Portals</source>
        <translation>Portale</translation>
    </message>
    <message>
        <source>Quorum</source>
        <translation>Quorum</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>Replicas, as each side says</source>
        <translation>Replikate, wie jede Seite sie sieht</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>Ressourcengruppe</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Resync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Serves the LUNs</source>
        <translation>Bedient die LUNs</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Snapshot full</source>
        <translation>Snapshot voll</translation>
    </message>
    <message>
        <source>Snapshot of</source>
        <translation>Snapshot von</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>The SAN mirrors nothing.</source>
        <translation>Das SAN spiegelt nichts.</translation>
    </message>
    <message>
        <source>The connection was lost meanwhile.</source>
        <translation>Die Verbindung ging inzwischen verloren.</translation>
    </message>
    <message>
        <source>The recycle bin is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>The servers disagree</source>
        <translation>Die Server widersprechen sich</translation>
    </message>
    <message>
        <source>The sides differ in {size}.</source>
        <translation>Die Seiten unterscheiden sich in {size}.</translation>
    </message>
    <message>
        <source>There is no volume.</source>
        <translation>Es gibt kein Volume.</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Volume groups</source>
        <translation>Volumegruppen</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volumes</translation>
    </message>
    <message>
        <source>WWID</source>
        <translation>WWID</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Without any path, I/O</source>
        <translation>Ohne jeden Pfad: E/A</translation>
    </message>
    <message>
        <source>a replica over each volume</source>
        <translation>ein Replikat über jedem Volume</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>volumes over a replica</source>
        <translation>Volumes über einem Replikat</translation>
    </message>
    <message>
        <source>volumes without a mirror</source>
        <translation>Volumes ohne Spiegel</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{address} held by {server}</source>
        <translation>{address} auf {server}</translation>
    </message>
    <message>
        <source>{group} on {node}</source>
        <translation>{group} auf {node}</translation>
    </message>
    <message>
        <source>{group} on {server}</source>
        <translation>{group} auf {server}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{time} on {server}: {result}</source>
        <translation>{time} auf {server}: {result}</translation>
    </message>
    <message>
        <source>{used} of {size}, {free} free</source>
        <translation>{used} von {size}, {free} frei</translation>
    </message>
</context>
<context>
    <name>SanActions</name>
    <message>
        <source>&amp;Attach a disk…</source>
        <translation>Platte &amp;anhängen …</translation>
    </message>
    <message>
        <source>&amp;Attach to a VM…</source>
        <translation>&amp;An eine VM anhängen …</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Detach from {vm}</source>
        <translation>&amp;Von {vm} abhängen</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>&amp;Export as LUN</source>
        <translation>Als LUN &amp;exportieren</translation>
    </message>
    <message>
        <source>&amp;Grow…</source>
        <translation>Ver&amp;größern …</translation>
    </message>
    <message>
        <source>&amp;Hold the synchronisation</source>
        <translation>Abgleich an&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Log in to the SAN</source>
        <translation>Am SAN &amp;anmelden</translation>
    </message>
    <message>
        <source>&amp;Log in to the SAN on {network}</source>
        <translation>Über {network} am SAN an&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Move to another volume group…</source>
        <translation>In eine andere Volumegruppe &amp;umziehen …</translation>
    </message>
    <message>
        <source>&amp;New volume…</source>
        <translation>&amp;Neues Volume …</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>&amp;Restore…</source>
        <translation>&amp;Wiederherstellen …</translation>
    </message>
    <message>
        <source>&amp;Save LIO's configuration as it runs…</source>
        <translation>Konfiguration von LIO &amp;sichern, wie sie läuft …</translation>
    </message>
    <message>
        <source>&amp;Switch the SAN over to {name}</source>
        <translation>SAN auf {name} &amp;umschalten</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Zurückziehen</translation>
    </message>
    <message>
        <source>A LUN exports it: withdraw that first.</source>
        <translation>Eine LUN exportiert es: Ziehen Sie zuerst die LUN zurück.</translation>
    </message>
    <message>
        <source>Attach the disk</source>
        <translation>Platte anhängen</translation>
    </message>
    <message>
        <source>Attach {0}</source>
        <translation>{0} anhängen</translation>
    </message>
    <message>
        <source>Com&amp;pare both sides</source>
        <translation>&amp;Beide Seiten vergleichen</translation>
    </message>
    <message>
        <source>Compare both sides by a &amp;schedule…</source>
        <translation>Beide Seiten nach einem &amp;Zeitplan vergleichen …</translation>
    </message>
    <message>
        <source>Copy everything anew to {server}</source>
        <translation>Alles neu nach {server} kopieren</translation>
    </message>
    <message>
        <source>Create the volume</source>
        <translation>Volume anlegen</translation>
    </message>
    <message>
        <source>Detach {0}</source>
        <translation>{0} abhängen</translation>
    </message>
    <message>
        <source>Detach {disk} (LUN {number})</source>
        <translation>{disk} abhängen (LUN {number})</translation>
    </message>
    <message>
        <source>Every LUN is a disk of a VM: make a new one first.</source>
        <translation>Jede LUN ist Platte einer VM: Legen Sie erst eine neue an.</translation>
    </message>
    <message>
        <source>Export as LUN with a &amp;number…</source>
        <translation>Als LUN mit einer &amp;Nummer exportieren …</translation>
    </message>
    <message>
        <source>Export {0}</source>
        <translation>{0} exportieren</translation>
    </message>
    <message>
        <source>Go on s&amp;ynchronising</source>
        <translation>Weiter ab&amp;gleichen</translation>
    </message>
    <message>
        <source>Grow {0}</source>
        <translation>{0} vergrößern</translation>
    </message>
    <message>
        <source>It is a disk of {vm} already.</source>
        <translation>Sie ist schon eine Platte von {vm}.</translation>
    </message>
    <message>
        <source>It serves the SAN already.</source>
        <translation>Er bedient das SAN schon.</translation>
    </message>
    <message>
        <source>L&amp;et it in to the SAN…</source>
        <translation>In das SAN &amp;einlassen …</translation>
    </message>
    <message>
        <source>LUN {number}</source>
        <translation>LUN {number}</translation>
    </message>
    <message>
        <source>Let {0} in to the SAN</source>
        <translation>{0} in das SAN einlassen</translation>
    </message>
    <message>
        <source>Log &amp;out of the SAN on {network}</source>
        <translation>Über {network} vom SAN ab&amp;melden</translation>
    </message>
    <message>
        <source>Look for new L&amp;UNs</source>
        <translation>Nach neuen L&amp;UNs suchen</translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation>{0} umziehen</translation>
    </message>
    <message>
        <source>No volume group is known.</source>
        <translation>Es ist keine Volumegruppe bekannt.</translation>
    </message>
    <message>
        <source>Promote by hand on {server}</source>
        <translation>Auf {server} von Hand primär machen</translation>
    </message>
    <message>
        <source>Put into the recycle &amp;bin</source>
        <translation>In den &amp;Papierkorb legen</translation>
    </message>
    <message>
        <source>Put {0} into the recycle bin</source>
        <translation>{0} in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Re&amp;solve the split brain…</source>
        <translation>&amp;Split Brain auflösen …</translation>
    </message>
    <message>
        <source>Re&amp;vert the volume to it</source>
        <translation>Volume darauf &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Recycle &amp;bin…</source>
        <translation>&amp;Papierkorb …</translation>
    </message>
    <message>
        <source>Remove for &amp;good…</source>
        <translation>&amp;Endgültig entfernen …</translation>
    </message>
    <message>
        <source>Remove the snapshot</source>
        <translation>Snapshot entfernen</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>Remove {0} for good</source>
        <translation>{0} endgültig entfernen</translation>
    </message>
    <message>
        <source>Rename {0}</source>
        <translation>{0} umbenennen</translation>
    </message>
    <message>
        <source>Resolve the split brain of {0}</source>
        <translation>Split Brain von {0} auflösen</translation>
    </message>
    <message>
        <source>Restore {0}</source>
        <translation>{0} wiederherstellen</translation>
    </message>
    <message>
        <source>Revert to {0}</source>
        <translation>Auf {0} zurücksetzen</translation>
    </message>
    <message>
        <source>Save it on {0}</source>
        <translation>Auf {0} sichern</translation>
    </message>
    <message>
        <source>Set the schedule</source>
        <translation>Zeitplan setzen</translation>
    </message>
    <message>
        <source>Shut it out o&amp;f the SAN…</source>
        <translation>Vom SAN aus&amp;schließen …</translation>
    </message>
    <message>
        <source>Shut {0} out of the SAN</source>
        <translation>{0} vom SAN ausschließen</translation>
    </message>
    <message>
        <source>Switch over to {0}</source>
        <translation>Auf {0} umschalten</translation>
    </message>
    <message>
        <source>Take a &amp;snapshot…</source>
        <translation>&amp;Snapshot anlegen …</translation>
    </message>
    <message>
        <source>Take back &amp;into service</source>
        <translation>Wieder &amp;in Betrieb nehmen</translation>
    </message>
    <message>
        <source>Take out for &amp;maintenance</source>
        <translation>Für die &amp;Wartung herausnehmen</translation>
    </message>
    <message>
        <source>Take the snapshot</source>
        <translation>Snapshot anlegen</translation>
    </message>
    <message>
        <source>Take {0} back into service</source>
        <translation>{0} wieder in Betrieb nehmen</translation>
    </message>
    <message>
        <source>Take {0} out for maintenance</source>
        <translation>{0} für die Wartung herausnehmen</translation>
    </message>
    <message>
        <source>There is no other volume group.</source>
        <translation>Es gibt keine andere Volumegruppe.</translation>
    </message>
    <message>
        <source>Withdraw {0}</source>
        <translation>{0} zurückziehen</translation>
    </message>
</context>
<context>
    <name>SanForms</name>
    <message>
        <source>&amp;Every replica</source>
        <translation>&amp;Jedes Replikat</translation>
    </message>
    <message>
        <source>&amp;LUN</source>
        <translation>&amp;LUN</translation>
    </message>
    <message>
        <source>&amp;Mirror it by DRBD</source>
        <translation>Mit DRBD &amp;spiegeln</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Name in the VM</source>
        <translation>&amp;Name in der VM</translation>
    </message>
    <message>
        <source>&amp;Name there</source>
        <translation>&amp;Name dort</translation>
    </message>
    <message>
        <source>&amp;New name</source>
        <translation>&amp;Neuer Name</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Nummer</translation>
    </message>
    <message>
        <source>&amp;Room for changes</source>
        <translation>&amp;Platz für Änderungen</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Target</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;VM</source>
        <translation>&amp;VM</translation>
    </message>
    <message>
        <source>A VM that runs gets it at once; every definition of the VM is changed.</source>
        <translation>Eine laufende VM bekommt sie sofort; jede Definition der VM wird geändert.</translation>
    </message>
    <message>
        <source>Hosts may only &amp;read it</source>
        <translation>Hosts dürfen sie nur &amp;lesen</translation>
    </message>
    <message>
        <source>How large should {volume} be?</source>
        <translation>Wie groß soll {volume} sein?</translation>
    </message>
    <message>
        <source>It has {size} now. It grows while it is used; it cannot be made smaller again.</source>
        <translation>Es hat jetzt {size}. Es wächst im laufenden Betrieb; verkleinern lässt es sich nicht mehr.</translation>
    </message>
    <message>
        <source>It is made on both SAN servers and mirrored. Without the first synchronisation it is ready at once, and a later comparison shows differences where nothing was written.</source>
        <translation>Es entsteht auf beiden SAN-Servern und wird gespiegelt. Ohne den ersten Abgleich ist es sofort bereit, und ein späterer Vergleich zeigt Unterschiede, wo nie geschrieben wurde.</translation>
    </message>
    <message>
        <source>It keeps what the volume holds now. It needs room for what is written from now on; when it is full, it is lost, and the volume goes on.</source>
        <translation>Er hält fest, was das Volume jetzt enthält. Er braucht Platz für alles, was ab jetzt geschrieben wird; ist er voll, geht er verloren, und das Volume läuft weiter.</translation>
    </message>
    <message>
        <source>Its VMs have to be off: every block is copied, and the LUN is not offered meanwhile. The LUN stays the same for the hosts; the old volume lies in the recycle bin then.</source>
        <translation>Seine VMs müssen aus sein: Jeder Block wird kopiert, und die LUN wird inzwischen nicht angeboten. Für die Hosts bleibt die LUN dieselbe; das alte Volume liegt danach im Papierkorb.</translation>
    </message>
    <message>
        <source>LUN {number}: {volume}, {size}</source>
        <translation>LUN {number}: {volume}, {size}</translation>
    </message>
    <message>
        <source>Mirror over the net&amp;work</source>
        <translation>Spiegeln über das Net&amp;z</translation>
    </message>
    <message>
        <source>New &amp;size</source>
        <translation>Neue &amp;Größe</translation>
    </message>
    <message>
        <source>Only a volume that no LUN exports can be renamed; its replica gets the same name.</source>
        <translation>Umbenennen lässt sich nur ein Volume, das keine LUN exportiert; sein Replikat bekommt denselben Namen.</translation>
    </message>
    <message>
        <source>S&amp;ynchronise both sides first</source>
        <translation>Zuerst beide Seiten a&amp;bgleichen</translation>
    </message>
    <message>
        <source>Ser&amp;ved by</source>
        <translation>&amp;Bereitgestellt von</translation>
    </message>
    <message>
        <source>Should the SAN let {host} in?</source>
        <translation>Soll das SAN {host} einlassen?</translation>
    </message>
    <message>
        <source>Should the SAN shut {host} out?</source>
        <translation>Soll das SAN {host} ausschließen?</translation>
    </message>
    <message>
        <source>Taken already: {numbers}.</source>
        <translation>Schon vergeben: {numbers}.</translation>
    </message>
    <message>
        <source>The I/O of VMs that run &amp;may wait</source>
        <translation>Die Zugriffe laufender VMs &amp;dürfen warten</translation>
    </message>
    <message>
        <source>The initiator's name goes on the lists of the target and of every LUN, or off them. Pacemaker's agents read the lists at their start only: what serves the SAN is restarted, and the guests' I/O waits meanwhile as during a switchover.</source>
        <translation>Der Name des Initiators kommt auf die Listen des Targets und jeder LUN, oder von ihnen herunter. Pacemakers Agenten lesen die Listen nur beim Start: Was das SAN bedient, wird neu gestartet, und die Zugriffe der Gäste warten inzwischen wie beim Umschalten.</translation>
    </message>
    <message>
        <source>Then &amp;attach it to</source>
        <translation>Dann an&amp;hängen an</translation>
    </message>
    <message>
        <source>Then &amp;export it to every host</source>
        <translation>Dann an alle Hosts &amp;exportieren</translation>
    </message>
    <message>
        <source>Volume &amp;group</source>
        <translation>&amp;Volumegruppe</translation>
    </message>
    <message>
        <source>What should the new volume be?</source>
        <translation>Wie soll das neue Volume werden?</translation>
    </message>
    <message>
        <source>What should the snapshot of {volume} be called?</source>
        <translation>Wie soll der Snapshot von {volume} heißen?</translation>
    </message>
    <message>
        <source>What should {volume} be called?</source>
        <translation>Wie soll {volume} heißen?</translation>
    </message>
    <message>
        <source>When should both sides of {replica} be compared?</source>
        <translation>Wann sollen beide Seiten von {replica} verglichen werden?</translation>
    </message>
    <message>
        <source>Which LUN should {vm} get as a disk?</source>
        <translation>Welche LUN soll {vm} als Platte bekommen?</translation>
    </message>
    <message>
        <source>Which VM gets this LUN as a disk?</source>
        <translation>Welche VM bekommt diese LUN als Platte?</translation>
    </message>
    <message>
        <source>Which group should {volume} move to?</source>
        <translation>In welche Gruppe soll {volume} umziehen?</translation>
    </message>
    <message>
        <source>Which number should the LUN of {volume} have?</source>
        <translation>Welche Nummer soll die LUN von {volume} haben?</translation>
    </message>
    <message>
        <source>as most of the group</source>
        <translation>wie die meisten der Gruppe</translation>
    </message>
    <message>
        <source>no VM</source>
        <translation>keine VM</translation>
    </message>
    <message>
        <source>such as web7</source>
        <translation>etwa web7</translation>
    </message>
    <message>
        <source>such as xvdb</source>
        <translation>etwa xvdb</translation>
    </message>
    <message>
        <source>systemd on the SAN servers does it, whether this program runs or not: such as 'Sun 03:00', 'Mon..Fri 01:30' or 'monthly'. Without a time the schedule ends. It reads both disks from end to end, one replica after the other.</source>
        <translation>Das tut systemd auf den SAN-Servern, ob dieses Programm läuft oder nicht: etwa 'Sun 03:00', 'Mon..Fri 01:30' oder 'monthly'. Ohne Zeit endet der Zeitplan. Gelesen werden beide Platten von Anfang bis Ende, ein Replikat nach dem anderen.</translation>
    </message>
    <message>
        <source>{group}, {size} free</source>
        <translation>{group}, {size} frei</translation>
    </message>
</context>
<context>
    <name>ScreenAction</name>
    <message>
        <source>&amp;Graphical console</source>
        <translation>Gr&amp;afische Konsole</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Opening the screen of {vm} …</source>
        <translation>Der Bildschirm von {vm} wird geöffnet …</translation>
    </message>
    <message>
        <source>Select one VM.</source>
        <translation>Wählen Sie eine VM aus.</translation>
    </message>
    <message>
        <source>The VM's screen in a viewer of its own, over the connection to its host.</source>
        <translation>Der Bildschirm der VM in einem eigenen Viewer, über die Verbindung zu ihrem Host.</translation>
    </message>
    <message>
        <source>The screen of {vms} was closed: it runs elsewhere now, or was started anew.</source>
        <translation>Der Bildschirm von {vms} wurde geschlossen: Sie läuft jetzt woanders oder wurde neu gestartet.</translation>
    </message>
    <message>
        <source>The screen of {vm} is open already.</source>
        <translation>Der Bildschirm von {vm} ist schon geöffnet.</translation>
    </message>
    <message>
        <source>The screens of {vms} were closed: they run elsewhere now, or were started anew.</source>
        <translation>Die Bildschirme von {vms} wurden geschlossen: Sie laufen jetzt woanders oder wurden neu gestartet.</translation>
    </message>
    <message>
        <source>This is a demonstration: simulated VMs have no screen.</source>
        <translation>Dies ist eine Demonstration: Simulierte VMs haben keinen Bildschirm.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>being changed</source>
        <translation>wird gerade geändert</translation>
    </message>
    <message>
        <source>being deleted</source>
        <translation>wird gerade gelöscht</translation>
    </message>
    <message>
        <source>being made</source>
        <translation>wird gerade angelegt</translation>
    </message>
    <message>
        <source>half changed</source>
        <translation>halb geändert</translation>
    </message>
    <message>
        <source>half deleted</source>
        <translation>halb gelöscht</translation>
    </message>
    <message>
        <source>half made</source>
        <translation>halb angelegt</translation>
    </message>
    <message>
        <source>not mirrored: {server} says {connection}, disk {disk}</source>
        <translation>nicht gespiegelt: {server} sagt {connection}, Platte {disk}</translation>
    </message>
    <message>
        <source>offered by no server</source>
        <translation>von keinem Server angeboten</translation>
    </message>
    <message>
        <source>offered by {server}</source>
        <translation>angeboten von {server}</translation>
    </message>
    <message>
        <source>primary on {server}</source>
        <translation>primär auf {server}</translation>
    </message>
    <message>
        <source>runs more than once: on {hosts}</source>
        <translation>läuft mehrfach: auf {hosts}</translation>
    </message>
    <message>
        <source>synchronising, {percent}</source>
        <translation>gleicht ab, {percent}</translation>
    </message>
    <message>
        <source>unknown, last seen on {host}</source>
        <translation>unbekannt, zuletzt auf {host} gesehen</translation>
    </message>
    <message>
        <source>{servers} cannot be asked</source>
        <translation>{servers} nicht zu fragen</translation>
    </message>
    <message>
        <source>{server} says {connection}, disk {disk}</source>
        <translation>{server} sagt {connection}, Platte {disk}</translation>
    </message>
    <message>
        <source>{state} on {host}</source>
        <translation>{state} auf {host}</translation>
    </message>
    <message>
        <source>{usable} of {count} paths</source>
        <translation>{usable} von {count} Pfaden</translation>
    </message>
</context>
<context>
    <name>ShellActions</name>
    <message>
        <source>&amp;About xenadmin</source>
        <translation>&amp;Über xenadmin</translation>
    </message>
    <message>
        <source>&amp;Add cluster…</source>
        <translation>Cluster &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Ask this machine now</source>
        <translation>Diese Maschine jetzt &amp;fragen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>&amp;Cluster</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Demonstration cluster</source>
        <translation>&amp;Demonstrationscluster</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>V&amp;or</translation>
    </message>
    <message>
        <source>&amp;Handbook</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>Vori&amp;ger Bereich</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>Neu &amp;abfragen</translation>
    </message>
    <message>
        <source>&amp;SAN</source>
        <translation>&amp;SAN</translation>
    </message>
    <message>
        <source>&amp;Search or run…</source>
        <translation>&amp;Suchen oder ausführen …</translation>
    </message>
    <message>
        <source>&amp;Show the active SAN server</source>
        <translation>Den &amp;aktiven SAN-Server zeigen</translation>
    </message>
    <message>
        <source>&amp;VMs</source>
        <translation>&amp;VMs</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie die &amp;Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Ask every machine now (F5)</source>
        <translation>Jetzt jede Maschine fragen (F5)</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>Namen kop&amp;ieren</translation>
    </message>
    <message>
        <source>Filter the &amp;tree</source>
        <translation>Baum &amp;filtern</translation>
    </message>
</context>
<context>
    <name>SidesPage</name>
    <message>
        <source>Both the same until</source>
        <translation>Beide gleich bis</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Could be written to</source>
        <translation>Konnte beschrieben werden</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Generation of the data</source>
        <translation>Generation der Daten</translation>
    </message>
    <message>
        <source>Had in common</source>
        <translation>Zuletzt gemeinsam</translation>
    </message>
    <message>
        <source>Offered to the hosts</source>
        <translation>Den Hosts angeboten</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>VMs that write there now</source>
        <translation>VMs, die jetzt dorthin schreiben</translation>
    </message>
    <message>
        <source>What each side has</source>
        <translation>Was jede Seite hat</translation>
    </message>
    <message>
        <source>Written since the split</source>
        <translation>Seit der Trennung geschrieben</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>SizePage</name>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>&amp;Speicher</translation>
    </message>
    <message>
        <source>&amp;Processors</source>
        <translation>&amp;Prozessoren</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Free now: {hosts}</source>
        <translation>Zurzeit frei: {hosts}</translation>
    </message>
    <message>
        <source>It &amp;cannot be deleted</source>
        <translation>Sie kann nicht &amp;gelöscht werden</translation>
    </message>
    <message>
        <source>Its host starts it when it &amp;boots</source>
        <translation>Ihr Host startet sie, wenn er &amp;hochfährt</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Pacemaker starts it, not its host.</source>
        <translation>Pacemaker startet sie, nicht ihr Host.</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>Schlag&amp;wörter</translation>
    </message>
    <message>
        <source>Words that it is found by: the filter then knows tag:web.</source>
        <translation>Wörter, unter denen sie zu finden ist: der Filter kennt dann tag:web.</translation>
    </message>
    <message>
        <source>such as web, production</source>
        <translation>etwa web, produktion</translation>
    </message>
    <message>
        <source>{host} {size}</source>
        <translation>{host} {size}</translation>
    </message>
</context>
<context>
    <name>SourcePage</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopiert wird</translation>
    </message>
    <message>
        <source>All disks as they are at one moment; it is paused some seconds</source>
        <translation>Alle Platten im selben Augenblick; sie hält einige Sekunden an</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>Platten</translation>
    </message>
    <message>
        <source>It is &amp;told who it is</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The clone gets copies of the disks, and a name, a UUID and a MAC of its own.</source>
        <translation>Der Klon bekommt Kopien der Platten und einen eigenen Namen, eine eigene UUID und MAC-Adresse.</translation>
    </message>
    <message>
        <source>The disks as they are, while it is off</source>
        <translation>Die Platten, wie sie sind, während sie aus ist</translation>
    </message>
    <message>
        <source>The snapshot {name}</source>
        <translation>Der Snapshot {name}</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>VM</translation>
    </message>
    <message>
        <source>What is copied?</source>
        <translation>Was wird kopiert?</translation>
    </message>
    <message>
        <source>as it was when it was made</source>
        <translation>wie beim Anlegen der VM</translation>
    </message>
    <message>
        <source>like a VM of {template}</source>
        <translation>wie eine VM aus {template}</translation>
    </message>
    <message>
        <source>not at all: it keeps name, addresses and keys</source>
        <translation>keine: Er behält Name, Adressen und Schlüssel</translation>
    </message>
</context>
<context>
    <name>SplitBrain</name>
    <message>
        <source>Both sides began from the same data and then wrote without each other. They cannot be joined: one side's writes since the split are kept, the other's dropped.</source>
        <translation>Beide Seiten begannen mit denselben Daten und haben dann ohne einander geschrieben. Zusammenführen lässt sich das nicht: Was die eine Seite seit der Trennung geschrieben hat, bleibt, das der anderen wird verworfen.</translation>
    </message>
    <message>
        <source>The generations do not say that both sides began from the same data. Look closely before you decide: everything may have to be copied.</source>
        <translation>Die Generationen belegen nicht, dass beide Seiten mit denselben Daten begannen. Sehen Sie genau hin, bevor Sie entscheiden: Vielleicht muss alles kopiert werden.</translation>
    </message>
    <message>
        <source>The servers' clocks are {duration} apart: each side's times are by its own clock.</source>
        <translation>Die Uhren der Server gehen um {duration} auseinander: Die Zeiten jeder Seite sind die ihrer eigenen Uhr.</translation>
    </message>
    <message>
        <source>asking…</source>
        <translation>fragt ab …</translation>
    </message>
    <message>
        <source>in the middle of a resync, until {time}</source>
        <translation>mitten in einem Abgleich, bis {time}</translation>
    </message>
    <message>
        <source>its journal does not say</source>
        <translation>steht nicht in ihrem Journal</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not since then</source>
        <translation>seitdem nicht</translation>
    </message>
    <message>
        <source>now, and not known since when</source>
        <translation>jetzt; seit wann, ist nicht bekannt</translation>
    </message>
    <message>
        <source>since {start}, still</source>
        <translation>seit {start}, noch immer</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
</context>
<context>
    <name>SplitBrainWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Resolve the split brain of {name}</source>
        <translation>Split Brain von {name} auflösen</translation>
    </message>
    <message>
        <source>Show the plan</source>
        <translation>Plan zeigen</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>When the last machine answered</source>
        <translation>Wann die letzte Maschine geantwortet hat</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
</context>
<context>
    <name>StepsView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>What it said: {text}</source>
        <translation>Meldung: {text}</translation>
    </message>
    <message>
        <source>What that means: {text}</source>
        <translation>Bedeutung: {text}</translation>
    </message>
    <message>
        <source>What to do: {text}</source>
        <translation>Was zu tun ist: {text}</translation>
    </message>
    <message>
        <source>on {hosts}</source>
        <translation>auf {hosts}</translation>
    </message>
</context>
<context>
    <name>SummaryPage</name>
    <message>
        <source>Is this right?</source>
        <translation>Stimmt das?</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation><numerusform>… und %n weiteres.</numerusform><numerusform>… und %n weitere.</numerusform></translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>already so</source>
        <translation>schon so</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>could not be undone</source>
        <translation>nicht zurückzunehmen</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgerissen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>done, {time}</source>
        <translation>fertig, {time}</translation>
    </message>
    <message>
        <source>ended {time}</source>
        <translation>beendet {time}</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>left as it was</source>
        <translation>so gelassen</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>nicht getan</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>running, {time}</source>
        <translation>läuft, {time}</translation>
    </message>
    <message>
        <source>step {number} of {count}</source>
        <translation>Schritt {number} von {count}</translation>
    </message>
    <message>
        <source>took {time}</source>
        <translation>dauerte {time}</translation>
    </message>
    <message>
        <source>undoing, {time}</source>
        <translation>nimmt zurück, {time}</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
</context>
<context>
    <name>TasksDock</name>
    <message>
        <source>&amp;Leave as it is</source>
        <translation>&amp;Belassen, wie es ist</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel task</source>
        <translation>Aufgabe a&amp;bbrechen</translation>
    </message>
    <message>
        <source>It was started elsewhere, by {who}.</source>
        <translation>Sie wurde anderswo gestartet, von {who}.</translation>
    </message>
    <message>
        <source>No task yet. What you have done to the cluster will stand here for ever.</source>
        <translation>Noch keine Aufgabe. Was Sie am Cluster getan haben, bleibt hier für immer stehen.</translation>
    </message>
    <message>
        <source>Only a task that ended before it was through can be left as it is.</source>
        <translation>Nur eine Aufgabe, die vor ihrem Ziel endete, kann belassen werden, wie sie ist.</translation>
    </message>
    <message>
        <source>Only a task that runs can be cancelled.</source>
        <translation>Nur eine laufende Aufgabe kann abgebrochen werden.</translation>
    </message>
    <message>
        <source>Select a task first.</source>
        <translation>Wählen Sie zuerst eine Aufgabe.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
</context>
<context>
    <name>TasksModel</name>
    <message>
        <source>Begun {time}</source>
        <translation>Begonnen {time}</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Ended {time}</source>
        <translation>Beendet {time}</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>{done} of {count} steps</source>
        <translation>{done} von {count} Schritten</translation>
    </message>
</context>
<context>
    <name>TemplateActions</name>
    <message>
        <source>&amp;Copy to every SAN server</source>
        <translation>Auf jeden SAN-Server &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Import a template…</source>
        <translation>Eine Vorlage &amp;importieren …</translation>
    </message>
    <message>
        <source>&amp;Template library</source>
        <translation>Bibliothek der V&amp;orlagen</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Change {0}</source>
        <translation>{0} ändern</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>{0} kopieren</translation>
    </message>
    <message>
        <source>Copying {0} to every SAN server</source>
        <translation>{0} wird auf jeden SAN-Server kopiert</translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation>{0} löschen</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren …</translation>
    </message>
    <message>
        <source>Fetching {0}</source>
        <translation>{0} wird geholt</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Abbilder</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>{0} importieren</translation>
    </message>
    <message>
        <source>Ma&amp;ke a template of it…</source>
        <translation>Eine Vorla&amp;ge daraus machen …</translation>
    </message>
    <message>
        <source>Make a template of a &amp;VM…</source>
        <translation>Eine Vorlage aus einer &amp;VM machen …</translation>
    </message>
    <message>
        <source>Make {0}</source>
        <translation>{0} anlegen</translation>
    </message>
    <message>
        <source>Send an i&amp;mage as template…</source>
        <translation>Ein A&amp;bbild als Vorlage senden …</translation>
    </message>
    <message>
        <source>Sending {0}</source>
        <translation>{0} wird gesendet</translation>
    </message>
    <message>
        <source>Verif&amp;y</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Verify {0}</source>
        <translation>{0} prüfen</translation>
    </message>
    <message>
        <source>Where should {0} be put?</source>
        <translation>Wohin soll {0} gelegt werden?</translation>
    </message>
    <message>
        <source>Which image should be sent?</source>
        <translation>Welches Abbild soll gesendet werden?</translation>
    </message>
    <message>
        <source>{0} lies in {1} now.</source>
        <translation>{0} liegt jetzt in {1}.</translation>
    </message>
</context>
<context>
    <name>TemplateForms</name>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Boots by</source>
        <translation>S&amp;tartet mit</translation>
    </message>
    <message>
        <source>&amp;File on it</source>
        <translation>&amp;Datei darauf</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Read a snapshot, the VM goes on</source>
        <translation>Einen Snapshot &amp;lesen, die VM läuft weiter</translation>
    </message>
    <message>
        <source>&amp;Send to</source>
        <translation>&amp;Senden an</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>T&amp;itel</translation>
    </message>
    <message>
        <source>&amp;VM</source>
        <translation>&amp;VM</translation>
    </message>
    <message>
        <source>C&amp;ustomised by</source>
        <translation>Angepasst d&amp;urch</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Fi&amp;le system</source>
        <translation>Dat&amp;eisystem</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>How should {name} be described?</source>
        <translation>Wie soll {name} beschrieben werden?</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>Initrd</source>
        <translation>Initrd</translation>
    </message>
    <message>
        <source>It is measured and summed up where it lies, then copied into the library of every SAN server. The file itself stays.</source>
        <translation>Es wird dort gemessen, wo es liegt, seine Prüfsumme wird gebildet, dann kommt es in die Bibliothek jedes SAN-Servers. Die Datei selbst bleibt.</translation>
    </message>
    <message>
        <source>It is sent first; what was sent before a cancel need not be sent again. Then the plan is shown that takes it into the library.</source>
        <translation>Zuerst wird es gesendet; was vor einem Abbruch gesendet war, muss nicht noch einmal gesendet werden. Danach erscheint der Plan, der es in die Bibliothek aufnimmt.</translation>
    </message>
    <message>
        <source>Its first disk is packed as it is. Name, keys and addresses stay in it; they are replaced when a VM is made of it.</source>
        <translation>Ihre erste Platte wird gepackt, wie sie ist. Name, Schlüssel und Adressen bleiben darin; sie werden ersetzt, wenn daraus eine VM entsteht.</translation>
    </message>
    <message>
        <source>Its image stays as it is; VMs that were made of it do not change.</source>
        <translation>Ihr Abbild bleibt, wie es ist; VMs, die daraus entstanden sind, ändern sich nicht.</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Least &amp;memory</source>
        <translation>&amp;Mindestspeicher</translation>
    </message>
    <message>
        <source>Net&amp;work by</source>
        <translation>Net&amp;z durch</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Pa&amp;cked as</source>
        <translation>&amp;Gepackt als</translation>
    </message>
    <message>
        <source>Root &amp;partition</source>
        <translation>Wurzel&amp;partition</translation>
    </message>
    <message>
        <source>S&amp;ystem</source>
        <translation>S&amp;ystem</translation>
    </message>
    <message>
        <source>SHA-&amp;256</source>
        <translation>SHA-&amp;256</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Smallest &amp;disk</source>
        <translation>Kleinste P&amp;latte</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>V&amp;ersion</source>
        <translation>Ve&amp;rsion</translation>
    </message>
    <message>
        <source>What is {file}?</source>
        <translation>Was ist {file}?</translation>
    </message>
    <message>
        <source>Which VM should become a template?</source>
        <translation>Welche VM soll eine Vorlage werden?</translation>
    </message>
    <message>
        <source>Which image should become a template?</source>
        <translation>Welches Abbild soll eine Vorlage werden?</translation>
    </message>
    <message>
        <source>as its name ends</source>
        <translation>wie ihr Name endet</translation>
    </message>
    <message>
        <source>if known</source>
        <translation>falls bekannt</translation>
    </message>
    <message>
        <source>only when it boots by kernel</source>
        <translation>nur wenn sie mit „kernel“ startet</translation>
    </message>
</context>
<context>
    <name>TemplatePage</name>
    <message>
        <source>&amp;CD image on the hosts</source>
        <translation>&amp;CD-Abbild auf den Hosts</translation>
    </message>
    <message>
        <source>A copy of its disk becomes the disk of the new VM; the template stays as it is.</source>
        <translation>Eine Kopie ihrer Platte wird die Platte der neuen VM; die Vorlage bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht benutzbar</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Installer's CD</source>
        <translation>Installations-CD</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Least memory</source>
        <translation>Speicher mindestens</translation>
    </message>
    <message>
        <source>Lies on</source>
        <translation>Liegt auf</translation>
    </message>
    <message>
        <source>Network installer</source>
        <translation>Netzwerk-Installer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Open the template &amp;library</source>
        <translation>Vorlagen&amp;bibliothek öffnen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>The same file has to lie on every host; the disk begins empty.</source>
        <translation>Dieselbe Datei muss auf jedem Host liegen; die Platte ist am Anfang leer.</translation>
    </message>
    <message>
        <source>There is no template yet. A template is the disk of a prepared system, kept on the SAN servers. The library imports an image, or makes a template of a VM.</source>
        <translation>Noch gibt es keine Vorlage. Eine Vorlage ist die Platte eines vorbereiteten Systems und liegt auf den SAN-Servern. Die Bibliothek importiert ein Abbild oder macht eine Vorlage aus einer VM.</translation>
    </message>
    <message>
        <source>Which template?</source>
        <translation>Welche Vorlage?</translation>
    </message>
    <message>
        <source>by files that are written onto its disk</source>
        <translation>durch Dateien, die auf ihre Platte geschrieben werden</translation>
    </message>
    <message>
        <source>empty disk, installed from a CD</source>
        <translation>leer, von CD installiert</translation>
    </message>
    <message>
        <source>empty disk, installed over the network</source>
        <translation>leer, über das Netz installiert</translation>
    </message>
    <message>
        <source>not at all: it starts as the image is</source>
        <translation>keine: Sie startet so, wie das Abbild ist</translation>
    </message>
    <message>
        <source>through cloud-init, at its first start</source>
        <translation>durch cloud-init, beim ersten Start</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation><numerusform>%n Prozessor</numerusform><numerusform>%n Prozessoren</numerusform></translation>
    </message>
    <message>
        <source>0 (no partitions) to 128</source>
        <translation>0 (keine Partitionen) bis 128</translation>
    </message>
    <message>
        <source>1 to 63 letters, digits or . _ + -, a letter or digit first</source>
        <translation>1 bis 63 Buchstaben, Ziffern oder . _ + -, zuerst ein Buchstabe oder eine Ziffer</translation>
    </message>
    <message>
        <source>64 digits 0-9 a-f</source>
        <translation>64 Ziffern 0-9 a-f</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Boots by</source>
        <translation>Startet mit</translation>
    </message>
    <message>
        <source>Customised by</source>
        <translation>Angepasst durch</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Abbild</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Lies on</source>
        <translation>Liegt auf</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>This has to be {expected}.</source>
        <translation>Erwartet: {expected}.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>a path on the hosts, from / on, or nothing</source>
        <translation>ein Pfad auf den Hosts, ab /, oder nichts</translation>
    </message>
    <message>
        <source>a path on the hosts, since it boots by kernel</source>
        <translation>ein Pfad auf den Hosts, da sie mit „kernel“ startet</translation>
    </message>
    <message>
        <source>missing on {servers}</source>
        <translation>fehlt auf {servers}</translation>
    </message>
    <message>
        <source>one line of printable characters</source>
        <translation>eine Zeile druckbarer Zeichen</translation>
    </message>
    <message>
        <source>printable characters</source>
        <translation>druckbare Zeichen</translation>
    </message>
    <message>
        <source>the name of an account</source>
        <translation>der Name eines Kontos</translation>
    </message>
    <message>
        <source>unusable</source>
        <translation>unbrauchbar</translation>
    </message>
    <message>
        <source>usable</source>
        <translation>brauchbar</translation>
    </message>
    <message>
        <source>{cpus}, {memory} of memory, {disk} of disk</source>
        <translation>{cpus}, {memory} Speicher, {disk} Platte</translation>
    </message>
    <message>
        <source>{filesystem} on partition {number}</source>
        <translation>{filesystem} auf Partition {number}</translation>
    </message>
    <message>
        <source>{filesystem} without partitions</source>
        <translation>{filesystem} ohne Partitionen</translation>
    </message>
    <message>
        <source>{packed}, unpacked {disk}</source>
        <translation>{packed}, ausgepackt {disk}</translation>
    </message>
</context>
<context>
    <name>TerminalPane</name>
    <message>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Connecting to {host} …</source>
        <translation>Verbinde mit {host} …</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Nothing further up contains that.</source>
        <translation>Weiter oben kommt das nicht vor.</translation>
    </message>
    <message>
        <source>On {host}</source>
        <translation>Auf {host}</translation>
    </message>
    <message>
        <source>Release keyboard</source>
        <translation>Tastatur freigeben</translation>
    </message>
    <message>
        <source>Search upwards, Return for the next</source>
        <translation>Aufwärts suchen, Eingabe für die nächste Stelle</translation>
    </message>
    <message>
        <source>Searches the scroll-back (Ctrl+Shift+F)</source>
        <translation>Durchsucht die zurückliegende Ausgabe (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>The window gets its shortcuts back (Ctrl+Alt+Return)</source>
        <translation>Das Fenster bekommt seine Tastenkürzel zurück (Strg+Alt+Eingabe)</translation>
    </message>
    <message>
        <source>Type the clipboard</source>
        <translation>Zwischenablage eintippen</translation>
    </message>
    <message>
        <source>Types the clipboard's text as keystrokes (Ctrl+Shift+V)</source>
        <translation>Tippt den Text der Zwischenablage ein (Strg+Umschalt+V)</translation>
    </message>
    <message>
        <source>Waits until it runs on a host that answers.</source>
        <translation>Wartet, bis sie auf einem Host läuft, der antwortet.</translation>
    </message>
</context>
<context>
    <name>TerminalView</name>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
</context>
<context>
    <name>ThinBar</name>
    <message>
        <source>{percent} percent</source>
        <translation>{percent} Prozent</translation>
    </message>
</context>
<context>
    <name>TitleStrip</name>
    <message>
        <source>Protected: Pacemaker restarts it elsewhere</source>
        <translation>Geschützt: Pacemaker startet sie anderswo neu</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>Tree</name>
    <message>
        <source>Cluster IPs</source>
        <translation>Cluster-IPs</translation>
    </message>
    <message>
        <source>LUN {number}</source>
        <translation>LUN {number}</translation>
    </message>
    <message>
        <source>Not protected: nobody restarts it when its host fails</source>
        <translation>Nicht geschützt: Niemand startet sie neu, wenn ihr Host ausfällt</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Nicht in Betrieb</translation>
    </message>
    <message>
        <source>Paths of the hosts</source>
        <translation>Pfade der Hosts</translation>
    </message>
    <message>
        <source>Protected: Pacemaker restarts it</source>
        <translation>Geschützt: Pacemaker startet sie neu</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikate</translation>
    </message>
    <message>
        <source>SAN</source>
        <translation>SAN</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>Schlagwörter: {tags}</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Volume groups</source>
        <translation>Volumegruppen</translation>
    </message>
    <message>
        <source>disk missing</source>
        <translation>Platte fehlt</translation>
    </message>
    <message>
        <source>held by nobody</source>
        <translation>von niemandem gehalten</translation>
    </message>
    <message>
        <source>path {networks} lost</source>
        <translation>Pfad {networks} verloren</translation>
    </message>
    <message>
        <source>runs twice</source>
        <translation>läuft doppelt</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} frei</translation>
    </message>
    <message>
        <source>{free} of {size} memory free</source>
        <translation>{free} von {size} Speicher frei</translation>
    </message>
    <message>
        <source>{memory} memory, {cpus} processors</source>
        <translation>{memory} Speicher, {cpus} Prozessoren</translation>
    </message>
</context>
<context>
    <name>UnknownHostKeyDialog</name>
    <message>
        <source>&amp;Trust this host</source>
        <translation>Diesem Host ver&amp;trauen</translation>
    </message>
    <message>
        <source>Compare the fingerprints first.</source>
        <translation>Vergleichen Sie zuerst die Fingerabdrücke.</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>Nicht verbinden</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>I have &amp;compared the fingerprints: they are the same</source>
        <translation>Ich habe die Fingerabdrücke &amp;verglichen: Sie sind gleich</translation>
    </message>
    <message>
        <source>Is this really {host}?</source>
        <translation>Ist das wirklich {host}?</translation>
    </message>
    <message>
        <source>Kind of key</source>
        <translation>Schlüsselart</translation>
    </message>
    <message>
        <source>This host has never been seen from here. Compare the fingerprint with the host's own before you trust it; on the host's console this prints it:</source>
        <translation>Dieser Host wurde von hier aus noch nie gesehen. Vergleichen Sie den Fingerabdruck mit dem des Hosts, bevor Sie ihm vertrauen; auf der Konsole des Hosts zeigt ihn:</translation>
    </message>
</context>
<context>
    <name>VmActions</name>
    <message>
        <source>&amp;CD…</source>
        <translation>&amp;CD …</translation>
    </message>
    <message>
        <source>&amp;Force off</source>
        <translation>&amp;Hart ausschalten</translation>
    </message>
    <message>
        <source>&amp;Migrate every VM away from {host}…</source>
        <translation>Alle VMs von {host} &amp;wegmigrieren …</translation>
    </message>
    <message>
        <source>&amp;Migrate…</source>
        <translation>&amp;Migrieren …</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>&amp;Reboot</source>
        <translation>Neu sta&amp;rten</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Ask the guests to reboot; shows the plan first.</source>
        <translation>Die Gäste um einen Neustart bitten; zeigt zuerst den Plan.</translation>
    </message>
    <message>
        <source>Ask the guests to shut down; shows the plan first.</source>
        <translation>Die Gäste bitten herunterzufahren; zeigt zuerst den Plan.</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>Än&amp;dern …</translation>
    </message>
    <message>
        <source>Change {vm}</source>
        <translation>{vm} ändern</translation>
    </message>
    <message>
        <source>Cut the power of the VMs: what they have not written is lost.</source>
        <translation>Den VMs den Strom nehmen: Was sie nicht geschrieben haben, ist verloren.</translation>
    </message>
    <message>
        <source>Ed&amp;it the definition…</source>
        <translation>Definition &amp;bearbeiten …</translation>
    </message>
    <message numerus="yes">
        <source>Force off %n VM(s)</source>
        <translation><numerusform>%n VM hart ausschalten</numerusform><numerusform>%n VMs hart ausschalten</numerusform></translation>
    </message>
    <message>
        <source>Force off {vm}</source>
        <translation>{vm} hart ausschalten</translation>
    </message>
    <message>
        <source>Let paused VMs go on.</source>
        <translation>Pausierte VMs weiterlaufen lassen.</translation>
    </message>
    <message>
        <source>Let the VMs stand still; they keep their memory.</source>
        <translation>Die VMs stillstehen lassen; ihren Speicher behalten sie.</translation>
    </message>
    <message numerus="yes">
        <source>Migrate %n VM(s)</source>
        <translation><numerusform>%n VM migrieren</numerusform><numerusform>%n VMs migrieren</numerusform></translation>
    </message>
    <message>
        <source>Migrate {vm}</source>
        <translation>{vm} migrieren</translation>
    </message>
    <message>
        <source>Move VMs to other hosts; you choose where.</source>
        <translation>VMs auf andere Hosts verschieben; Sie wählen, wohin.</translation>
    </message>
    <message>
        <source>No VM runs on {host}.</source>
        <translation>Auf {host} läuft keine VM.</translation>
    </message>
    <message>
        <source>Only a VM with a firmware has a CD drive.</source>
        <translation>Nur eine VM mit Firmware hat ein CD-Laufwerk.</translation>
    </message>
    <message numerus="yes">
        <source>Pause %n VM(s)</source>
        <translation><numerusform>%n VM pausieren</numerusform><numerusform>%n VMs pausieren</numerusform></translation>
    </message>
    <message>
        <source>Pause {vm}</source>
        <translation>{vm} pausieren</translation>
    </message>
    <message>
        <source>Put one into its drive, or eject it; shows the plan first.</source>
        <translation>Legt eine in ihr Laufwerk oder wirft sie aus; zeigt zuerst den Plan.</translation>
    </message>
    <message numerus="yes">
        <source>Reboot %n VM(s)</source>
        <translation><numerusform>%n VM neu starten</numerusform><numerusform>%n VMs neu starten</numerusform></translation>
    </message>
    <message>
        <source>Reboot {vm}</source>
        <translation>{vm} neu starten</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>For&amp;tsetzen</translation>
    </message>
    <message numerus="yes">
        <source>Resume %n VM(s)</source>
        <translation><numerusform>%n VM fortsetzen</numerusform><numerusform>%n VMs fortsetzen</numerusform></translation>
    </message>
    <message>
        <source>Resume {vm}</source>
        <translation>{vm} fortsetzen</translation>
    </message>
    <message>
        <source>Select a VM first.</source>
        <translation>Wählen Sie zuerst eine VM.</translation>
    </message>
    <message>
        <source>Select one VM.</source>
        <translation>Wählen Sie eine VM aus.</translation>
    </message>
    <message>
        <source>Shut &amp;down</source>
        <translation>Herunter&amp;fahren</translation>
    </message>
    <message numerus="yes">
        <source>Shut down %n VM(s)</source>
        <translation><numerusform>%n VM herunterfahren</numerusform><numerusform>%n VMs herunterfahren</numerusform></translation>
    </message>
    <message>
        <source>Shut down {vm}</source>
        <translation>{vm} herunterfahren</translation>
    </message>
    <message>
        <source>Size, tags, disks, CD, network cards …; shows the plan first.</source>
        <translation>Größe, Schlagwörter, Platten, CD, Netzwerkkarten …; zeigt zuerst den Plan.</translation>
    </message>
    <message numerus="yes">
        <source>Start %n VM(s)</source>
        <translation><numerusform>%n VM starten</numerusform><numerusform>%n VMs starten</numerusform></translation>
    </message>
    <message>
        <source>Start the selected VMs; shows the plan first.</source>
        <translation>Die gewählten VMs starten; zeigt zuerst den Plan.</translation>
    </message>
    <message>
        <source>Start {vm}</source>
        <translation>{vm} starten</translation>
    </message>
    <message>
        <source>The cluster has not answered yet.</source>
        <translation>Der Cluster hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>The whole XML, with the difference; shows the plan first.</source>
        <translation>Das ganze XML mit den Unterschieden; zeigt zuerst den Plan.</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more reason(s).</source>
        <translation><numerusform>… und %n weiterer Grund.</numerusform><numerusform>… und %n weitere Gründe.</numerusform></translation>
    </message>
</context>
<context>
    <name>VmTable</name>
    <message>
        <source>CPU %</source>
        <translation>CPU %</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>VM</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Add a cluster</source>
        <translation>Cluster hinzufügen</translation>
    </message>
    <message>
        <source>Look around in the demonstration cluster</source>
        <translation>Im Demonstrationscluster umsehen</translation>
    </message>
    <message>
        <source>Name one of its hosts; the others are found and checked.</source>
        <translation>Nennen Sie einen seiner Hosts; die anderen werden gefunden und geprüft.</translation>
    </message>
    <message>
        <source>Nothing is changed anywhere until you have seen every command and said so.</source>
        <translation>Nirgends wird etwas verändert, bevor Sie jeden Befehl gesehen und zugestimmt haben.</translation>
    </message>
    <message>
        <source>Open this cluster.</source>
        <translation>Diesen Cluster öffnen.</translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation>Öffne {name} …</translation>
    </message>
    <message>
        <source>Read how to build one</source>
        <translation>Lesen, wie man einen baut</translation>
    </message>
    <message>
        <source>Six simulated machines and fourteen VMs; pull plugs and watch what happens.</source>
        <translation>Sechs simulierte Maschinen und vierzehn VMs; ziehen Sie Stecker und sehen Sie zu, was geschieht.</translation>
    </message>
    <message>
        <source>Which cluster shall this window look after?</source>
        <translation>Um welchen Cluster soll sich dieses Fenster kümmern?</translation>
    </message>
    <message>
        <source>Xen, iSCSI, DRBD and Pacemaker on Debian, from bare machines.</source>
        <translation>Xen, iSCSI, DRBD und Pacemaker auf Debian, von nackten Maschinen an.</translation>
    </message>
</context>
<context>
    <name>WherePage</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translation>Schlüssel&amp;datei</translation>
    </message>
    <message>
        <source>&amp;Log in with</source>
        <translation>An&amp;melden mit</translation>
    </message>
    <message>
        <source>&amp;Name of the cluster</source>
        <translation>&amp;Name des Clusters</translation>
    </message>
    <message>
        <source>&amp;One of its machines</source>
        <translation>&amp;Eine seiner Maschinen</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>&amp;Port</translation>
    </message>
    <message>
        <source>&amp;Through</source>
        <translation>&amp;Über</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>A key file</source>
        <translation>Einer Schlüsseldatei</translation>
    </message>
    <message>
        <source>A password, kept in the keyring</source>
        <translation>Einem Kennwort, im Schlüsselbund verwahrt</translation>
    </message>
    <message>
        <source>Expected: user@host:port, user and port may be left out.</source>
        <translation>Erwartet: benutzer@host:port; Benutzer und Port dürfen fehlen.</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Kenn&amp;wort</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Privater Schlüssel</translation>
    </message>
    <message>
        <source>SSH agent and OpenSSH's own keys</source>
        <translation>SSH-Agent und den Schlüsseln von OpenSSH</translation>
    </message>
    <message>
        <source>There is a cluster of this name already.</source>
        <translation>Einen Cluster dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>This does not look right. Expected: {what}.</source>
        <translation>Das sieht nicht richtig aus. Erwartet: {what}.</translation>
    </message>
    <message>
        <source>Type the password.</source>
        <translation>Geben Sie das Kennwort ein.</translation>
    </message>
    <message>
        <source>a host name or an IP address</source>
        <translation>ein Hostname oder eine IP-Adresse</translation>
    </message>
    <message>
        <source>a name of letters, digits, dots and dashes</source>
        <translation>ein Name aus Buchstaben, Ziffern, Punkten und Strichen</translation>
    </message>
    <message>
        <source>a user name</source>
        <translation>ein Benutzername</translation>
    </message>
    <message>
        <source>an absolute path, or one that begins with ~/</source>
        <translation>ein absoluter Pfad oder einer, der mit ~/ beginnt</translation>
    </message>
    <message>
        <source>nobody; or user@host:port</source>
        <translation>niemanden; oder benutzer@host:port</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n Tag</numerusform><numerusform>%n Tage</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation><numerusform>vor %n Tag</numerusform><numerusform>vor %n Tagen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n weitere</numerusform><numerusform>%n weitere</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation><numerusform>%n läuft</numerusform><numerusform>%n laufen</numerusform></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Cluster IP</source>
        <translation>Cluster-IP</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>LUN</source>
        <translation>LUN</translation>
    </message>
    <message>
        <source>Multipath device</source>
        <translation>Multipath-Gerät</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>SAN server</source>
        <translation>SAN-Server</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>VM</source>
        <translation>VM</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Volume group</source>
        <translation>Volumegruppe</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>gestört</translation>
    </message>
    <message>
        <source>fenced</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>in {duration}</source>
        <translation>in {duration}</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>shaky</source>
        <translation>wackelig</translation>
    </message>
    <message>
        <source>standby</source>
        <translation>Reserve</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>unerreichbar</translation>
    </message>
    <message>
        <source>up</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>working</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>{count} h ago</source>
        <translation>vor {count} h</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>vor {count} min</translation>
    </message>
    <message>
        <source>{count} s ago</source>
        <translation>vor {count} s</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
</context>
<context>
    <name>XmlPane</name>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
</context>
</TS>
