-- characters: who is in the script?
-- Grain:    one row for each production and character
-- Reads:    CharacterIntroduced, CharacterRecounted
-- Asked by: the cast, `cineledger export`, `cineledger diff`
-- Rows:     set column by column
-- Key:      character
-- Columns:
--   character: The name on the cue, in upper case.
--   introduced: Number of the event that introduced the character.
--   speeches: How many times the character's cue stands in the script.
--   first_scene: The scene of the character's first cue, null where a draft left her none.
CREATE TABLE characters_history (
    stream VARCHAR, event BIGINT, position BIGINT, character VARCHAR, introduced BIGINT, speeches BIGINT,
    first_scene VARCHAR, cleared VARCHAR[]
);

INSERT INTO characters_history BY NAME
SELECT stream, number AS event, position, unnest(from_json(fact, '{
           "character": "VARCHAR", "speeches": "BIGINT", "first_scene": "VARCHAR"}')),
       CASE type WHEN 'CharacterIntroduced' THEN number END AS introduced,
       CASE type WHEN 'CharacterRecounted' THEN ['first_scene'] END AS cleared
FROM batch
WHERE type IN ('CharacterIntroduced', 'CharacterRecounted');
