"""Everything that changes the cluster: drafts, plans, previews, the run and its journal."""
