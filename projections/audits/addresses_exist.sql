-- addresses_exist: does any row of {table} cite an event that is not there? Asked of every table.
-- Rows:  rows whose address names no event
SELECT '{table}' AS in_table, t.production, t.address
FROM {table} t
ANTI JOIN events_history e ON t.address = e.stream || '@' || e.event
