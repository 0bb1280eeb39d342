-- characters: who is in the script?
-- Grain:    one row for each production and name on a cue, those joined into another included
-- Reads:    CharacterIntroduced, CharacterRecounted, CharactersJoined, CharactersParted
-- Asked by: the cast, `cineledger export`, `cineledger diff`
-- Rows:     set column by column
-- Key:      character
-- Columns:
--   character: The name on the cue, in upper case.
--   introduced: Number of the event that introduced the character.
--   cues: On how many cues the name itself stands.
--   speeches: How many speeches are the character's, those under names joined into this one included.
--   first_scene: The scene of the first of these speeches, null where a draft left none.
--   joined_into: The name that stands for it now, null where it stands for itself.
CREATE TABLE characters_history (
    stream VARCHAR, event BIGINT, position BIGINT, character VARCHAR, introduced BIGINT, cues BIGINT,
    first_scene VARCHAR, joined_into VARCHAR, cleared VARCHAR[]
);

INSERT INTO characters_history BY NAME
SELECT stream, event, position, f.character, f.speeches AS cues, f.first_scene,
       CASE type WHEN 'CharacterIntroduced' THEN event END AS introduced,
       CASE type WHEN 'CharacterRecounted' THEN ['first_scene'] END AS cleared
FROM (
    SELECT stream, number AS event, position, type,
           from_json(fact, '{"character": "VARCHAR", "speeches": "BIGINT", "first_scene": "VARCHAR"}') AS f
    FROM batch
    WHERE type IN ('CharacterIntroduced', 'CharacterRecounted')
);

-- Joining and parting set both rows: the one's name, the other's cues.
INSERT INTO characters_history BY NAME
SELECT stream, event, position, unnest([f.name, coalesce(f."into", f.out_of)]) AS character,
       unnest([f."into", NULL]) AS joined_into, unnest([['joined_into'], NULL]) AS cleared
FROM (
    SELECT stream, number AS event, position,
           from_json(fact, '{"name": "VARCHAR", "into": "VARCHAR", "out_of": "VARCHAR"}') AS f
    FROM batch
    WHERE type IN ('CharactersJoined', 'CharactersParted')
);

SELECT r.* REPLACE (coalesce(t.first_scene, r.first_scene) AS first_scene), coalesce(t.speeches, r.cues) AS speeches
FROM rows r
LEFT JOIN (
    SELECT c.production, a.person, sum(c.cues)::BIGINT AS speeches, arg_min(c.first_scene, s.place) AS first_scene
    FROM rows c
    JOIN (SELECT DISTINCT n.production, n.person, unnest([n.name, n.person]) AS name FROM aliases_at(production, number) n) a
        ON a.production = c.production AND a.name = c.character
    LEFT JOIN scenes_at(production, number) s ON s.production = c.production AND s.scene = c.first_scene
    GROUP BY c.production, a.person
) t ON t.production = r.production AND t.person = r.character;
