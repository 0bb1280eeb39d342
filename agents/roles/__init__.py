"""One module a role, found by being here."""
