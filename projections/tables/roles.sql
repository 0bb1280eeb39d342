-- roles: who is on the roster?
-- Grain:    one row for each production and role
-- Reads:    RoleJoined, CharactersJoined, CharactersParted
-- Asked by: `cineledger sql`
-- Rows:     set column by column
-- Key:      role
-- Columns:
--   role: The role's name; a cast member is `cast:NAME`.
--   kind: crew or cast.
--   character: The character a cast member plays, null for the crew.
--   joined: Number of the event by which it joined; it reacts from there on.
--   silent: Number of the event that joined its character into another's, null while it plays.
CREATE TABLE roles_history (
    stream VARCHAR, event BIGINT, position BIGINT, role VARCHAR, kind VARCHAR, character VARCHAR, joined BIGINT,
    silent BIGINT, cleared VARCHAR[]
);

INSERT INTO roles_history BY NAME
SELECT stream, event, position, role, event AS joined,
       CASE WHEN starts_with(role, 'cast:') THEN 'cast' ELSE 'crew' END AS kind,
       CASE WHEN starts_with(role, 'cast:') THEN role[6:] END AS character
FROM (
    SELECT stream, number AS event, position, fact->>'role' AS role
    FROM batch
    WHERE type = 'RoleJoined'
);

INSERT INTO roles_history BY NAME
SELECT stream, number AS event, position, 'cast:' || (fact->>'name') AS role, ['silent'] AS cleared,
       CASE type WHEN 'CharactersJoined' THEN number END AS silent
FROM batch
WHERE type IN ('CharactersJoined', 'CharactersParted');
