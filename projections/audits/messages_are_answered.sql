-- messages_are_answered: did a role go on over a colleague's message that wants an answer?
-- Rows:  messages that their role has reacted past without a word, not even that it has none
SELECT m.production, m.number, m.recipient, m.address
FROM messages m
WHERE m.asks
  AND NOT EXISTS (
    FROM messages a WHERE a.production = m.production AND a.answers = m.number
  )
  AND EXISTS (
    FROM events_history e JOIN slices s ON s.stream = e.stream AND e.event BETWEEN s.first AND s.last
    WHERE s.production = m.production AND e.reacts_to > m.number
  )
  AND NOT EXISTS (
    FROM events_history e JOIN slices s ON s.stream = e.stream AND e.event BETWEEN s.first AND s.last
    WHERE s.production = m.production AND e.reacts_to = m.number AND e.role = m.recipient
  )
