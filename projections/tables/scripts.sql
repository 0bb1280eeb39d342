-- scripts: which file did the script come from?
-- Grain:    one row for each production that has a script
-- Reads:    ScriptImported, DraftImported, DraftWritten
-- Asked by: `cineledger export`
-- Rows:     replaced whole
-- Key:
-- Columns:
--   source: The file's own name, without its folder; `outline` where the writer wrote it.
--   encoding: The file's encoding.
--   title_text: The title page's source lines, unchanged; with the scenes' texts put after it, the file.
--   title_page: The title page's entries, each a key and its values.
--   draft: Which draft it is, counted from 1.
--   colour: The colour of its pages, White, Blue, Pink and so on.
CREATE TABLE scripts_history (
    stream VARCHAR, event BIGINT, position BIGINT, source VARCHAR, encoding VARCHAR, title_text VARCHAR,
    title_page STRUCT("key" VARCHAR, "values" VARCHAR[])[], draft BIGINT, colour VARCHAR
);

INSERT INTO scripts_history BY NAME
SELECT stream, event, position, f.* EXCLUDE (draft, colour), coalesce(f.draft, 1) AS draft,
       coalesce(f.colour, 'White') AS colour
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "draft": "BIGINT", "colour": "VARCHAR", "source": "VARCHAR", "encoding": "VARCHAR", "title_text": "VARCHAR",
        "title_page": [{"key": "VARCHAR", "values": ["VARCHAR"]}]}') AS f
    FROM batch
    WHERE type IN ('ScriptImported', 'DraftImported', 'DraftWritten')
);
