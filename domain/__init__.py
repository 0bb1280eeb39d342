"""The domain: events, values, decide and evolve, pure; beside them the ledger."""
