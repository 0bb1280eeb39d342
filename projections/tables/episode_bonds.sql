-- episode_bonds: how did the characters of a series stand to each other as each episode ended?
-- Grain:    one row for each series, episode, character and other
-- Reads:    EpisodeTaken
-- Asked by: `cineledger series`, the showrunner
-- Rows:     replaced together by episode
-- Key:      episode, character, other
-- Columns:
--   episode: The episode, as S1E2.
--   character: Who stands so.
--   other: To whom she stands so.
--   trust: From -1, none at all, to 1.
--   affection: From -1, hatred, to 1, love.
--   power: From -1, the other has all of it, to 1, the character has.
--   met_trust: The trust that the episode shows first.
--   met_affection: The affection that it shows first.
--   quote: The words that moved it last.
--   source: Address of the episode's own event that says so; ask `why` of it.
CREATE TABLE episode_bonds_history (
    stream VARCHAR, event BIGINT, position BIGINT, episode VARCHAR, character VARCHAR, other VARCHAR, trust DOUBLE, affection DOUBLE, power DOUBLE, met_trust DOUBLE, met_affection DOUBLE, quote VARCHAR, source VARCHAR,
    removed BOOLEAN
);

INSERT INTO episode_bonds_history BY NAME
SELECT stream, event, position, episode, unnest(c), c IS NULL AS removed
FROM (
    SELECT stream, event, position, 'S' || f.season || 'E' || f.number AS episode,
           unnest(CASE WHEN len(f.bonds) > 0 THEN f.bonds ELSE [NULL] END) AS c
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "season": "BIGINT", "number": "BIGINT", "bonds": [
            {"character": "VARCHAR", "other": "VARCHAR", "trust": "DOUBLE", "affection": "DOUBLE", "power": "DOUBLE", "met_trust": "DOUBLE", "met_affection": "DOUBLE", "quote": "VARCHAR", "source": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'EpisodeTaken'
    )
);
