"""The tools of simulated machines: one module a tool, the same text as the real one."""
