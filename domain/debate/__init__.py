"""Questions, proposals, objections, decisions."""
