# Become a SAN server (run by lab-role.service).
sysctl -qw net.ipv4.ip_nonlocal_bind=1   # the target's portals exist before the cluster IPs do
modprobe -a drbd target_core_mod iscsi_target_mod target_core_iblock configfs 2>/dev/null
mountpoint -q /sys/kernel/config || mount -t configfs configfs /sys/kernel/config
if ! vgs vg_san >/dev/null 2>&1; then
  pvcreate -q /dev/vdc; vgcreate -q vg_san /dev/vdc
  while read -r volume mib; do
    lvcreate -q -y -Wn -Zn -L "${mib}M" -n "$volume" vg_san
    # The same bytes on both servers, so that the first full synchronisation can be skipped.
    dd if=/var/lib/lab/guest.ext4 of="/dev/vg_san/$volume" bs=1M conv=sparse,notrunc status=none
    drbdadm create-md --force "$volume"
    drbdadm up "$volume"
  done < /etc/lab/volumes
fi
vgchange -q -ay vg_san
systemctl start --no-block corosync.service pacemaker.service
