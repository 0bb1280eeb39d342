-- canon_knowledge: what did a character know as each of her lives ended?
-- Grain:    one row for each character's stream, production and fact
-- Reads:    LifeTaken
-- Asked by: `cineledger character`, `cineledger sql`
-- Rows:     replaced together by cut
-- Key:      cut, fact
-- Columns:
--   cut: The production that the life was taken from.
--   fact: The short name of what she knows.
--   text: What it says.
--   so: She takes it to be so; false where she takes it not to be.
--   how: How she came to know it, as in `knowledge`.
--   told_by: Who she has it from; empty where nobody told her.
--   sure: She knows it; false where she only believes it.
--   secret: She keeps it to herself.
--   others: Who else knows it by the end.
--   source: Address of the production's own event that says so; ask `why` of it.
CREATE TABLE canon_knowledge_history (
    stream VARCHAR, event BIGINT, position BIGINT, cut VARCHAR, fact VARCHAR, text VARCHAR, so BOOLEAN, how VARCHAR,
    told_by VARCHAR, sure BOOLEAN, secret BOOLEAN, others VARCHAR[], source VARCHAR, removed BOOLEAN
);

INSERT INTO canon_knowledge_history BY NAME
SELECT stream, event, position, cut, unnest(c), c IS NULL AS removed
FROM (
    SELECT stream, event, position, f.production AS cut,
           unnest(CASE WHEN len(f.life.known) > 0 THEN f.life.known ELSE [NULL] END) AS c
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"production": "VARCHAR", "life": {"known": [
            {"fact": "VARCHAR", "text": "VARCHAR", "so": "BOOLEAN", "how": "VARCHAR", "told_by": "VARCHAR",
             "sure": "BOOLEAN", "secret": "BOOLEAN", "others": ["VARCHAR"], "source": "VARCHAR"}]}}') AS f
        FROM batch
        WHERE type = 'LifeTaken'
    )
);
