# Become a Xen host (run by lab-role.service).
modprobe -a xen-blkback xen-netback xen-gntalloc xen-gntdev xen-evtchn xen-privcmd dm-multipath iscsi_tcp 2>/dev/null
sysctl -qw net.ipv4.ip_forward=0
systemctl start --no-block multipathd.service iscsid.service
systemctl start xen.service
xl sched-credit -d Domain-0 -w 2048   # the host before its guests: it feeds their disks
systemctl start virtlogd.socket libvirtd.socket libvirtd-ro.socket libvirtd-admin.socket libvirtd.service
systemctl start --no-block corosync.service pacemaker.service
