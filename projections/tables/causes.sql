-- causes: what led to what?
-- Grain:    one row for each event and each of its causes; `causes_at` follows a production's lineage
-- Reads:    every event
-- Asked by: `cineledger why`, audits
-- Rows:     as recorded
-- Key:      number, cause_number
-- Outside the digest: cause_production
-- Columns:
--   number: The event that was caused.
--   cause_production: The production whose stream holds the cause; null when no event bears that number.
--   cause_number: The event that led to it.
CREATE TABLE causes_history (
    stream VARCHAR, event BIGINT, position BIGINT, number BIGINT, cause_production VARCHAR, cause_number BIGINT
);

INSERT INTO causes_history BY NAME
SELECT b.stream, b.number AS event, b.position, b.number, s.stream AS cause_production, b.cause AS cause_number
FROM (SELECT stream, number, position, unnest(caused_by) AS cause FROM batch) b
LEFT JOIN slices s ON s.production = b.stream AND b.cause BETWEEN s.first AND s.last AND b.cause < b.number;
