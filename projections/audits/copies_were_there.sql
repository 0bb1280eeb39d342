-- copies_were_there: does an event say that it was copied from one that is not there, or that came after it?
-- Rows:  copies whose source is in no production, or stands later in the ledger, and that no other studio vouched for
SELECT c.production, c.number, c.source, c.address
FROM copies c
JOIN events_history e ON e.stream = c.production AND e.event = c.number
LEFT JOIN events_history s ON s.stream = c.source_production AND s.event = c.source_number
WHERE (s.event IS NULL OR s.position >= e.position)
  AND NOT EXISTS (FROM brought_history b WHERE b.stream = e.stream AND e.event <= b.event AND b.source = c.source)
