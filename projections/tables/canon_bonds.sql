-- canon_bonds: how did a character stand to others as each of her lives ended?
-- Grain:    one row for each character's stream, production and other
-- Reads:    LifeTaken
-- Asked by: `cineledger character`, `cineledger sql`
-- Rows:     replaced together by cut
-- Key:      cut, other
-- Columns:
--   cut: The production that the life was taken from.
--   character: What she is called there.
--   other: To whom she stands so.
--   trust: From -1, none at all, to 1.
--   affection: From -1, hatred, to 1, love.
--   power: From -1, the other has all of it, to 1, she has.
--   met_trust: The trust that the production shows first.
--   met_affection: The affection that it shows first.
--   quote: The words that moved it last.
--   source: Address of the production's own event that says so; ask `why` of it.
CREATE TABLE canon_bonds_history (
    stream VARCHAR, event BIGINT, position BIGINT, cut VARCHAR, character VARCHAR, other VARCHAR, trust DOUBLE,
    affection DOUBLE, power DOUBLE, met_trust DOUBLE, met_affection DOUBLE, quote VARCHAR, source VARCHAR,
    removed BOOLEAN
);

INSERT INTO canon_bonds_history BY NAME
SELECT stream, event, position, cut, unnest(c), c IS NULL AS removed
FROM (
    SELECT stream, event, position, f.production AS cut,
           unnest(CASE WHEN len(f.life.bonds) > 0 THEN f.life.bonds ELSE [NULL] END) AS c
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{"production": "VARCHAR", "life": {"bonds": [
            {"character": "VARCHAR", "other": "VARCHAR", "trust": "DOUBLE", "affection": "DOUBLE", "power": "DOUBLE",
             "met_trust": "DOUBLE", "met_affection": "DOUBLE", "quote": "VARCHAR", "source": "VARCHAR"}]}}') AS f
        FROM batch
        WHERE type = 'LifeTaken'
    )
);
