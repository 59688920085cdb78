"""The life of a VM after it was installed: renamed, deleted and restored, protected or not."""
