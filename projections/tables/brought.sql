-- brought: which characters came from another studio, and what of theirs was copied there?
-- Grain:    one row for each character's stream and event of the other studio that it copied from
-- Reads:    CharacterBrought
-- Asked by: audits, `cineledger sql`
-- Rows:     set once
-- Key:      source
-- Outside the digest: name, source, type, fact_hash, head, history
-- Columns:
--   name: What her stream was called there.
--   source: The address of that event there; null where nothing was copied.
--   type: What kind of event it was.
--   fact_hash: Its fact's hash there, as that studio vouches for it.
--   head: The seal of the last event that was brought, as it was there.
--   history: The digest of her history up to it, the same in both studios.
CREATE TABLE brought_history (
    stream VARCHAR, event BIGINT, position BIGINT, name VARCHAR, source VARCHAR, type VARCHAR, fact_hash VARCHAR,
    head VARCHAR, history VARCHAR
);

INSERT INTO brought_history BY NAME
SELECT stream, event, position, name, head, history, unnest(c)
FROM (
    SELECT stream[9:] AS stream, f.upto AS event, position, f.name, f.head, f.history,
           unnest(CASE WHEN len(f.sources) > 0 THEN f.sources ELSE [NULL] END) AS c
    FROM (
        SELECT stream, position, from_json(fact, '{"name": "VARCHAR", "upto": "BIGINT", "head": "VARCHAR",
            "history": "VARCHAR", "sources": [{"source": "VARCHAR", "type": "VARCHAR", "fact_hash": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'CharacterBrought'
    )
);
