-- scripts: which file did the script come from?
-- Grain:    one row for each production that has a script
-- Reads:    ScriptImported
-- Asked by: `cineledger export`
-- Rows:     replaced whole
-- Key:
-- Columns:
--   source: The file's own name, without its folder; `outline` where the writer wrote it.
--   encoding: The file's encoding.
--   title_text: The title page's source lines, unchanged; with the scenes' texts put after it, the file.
--   title_page: The title page's entries, each a key and its values.
CREATE TABLE scripts_history (
    stream VARCHAR, event BIGINT, position BIGINT, source VARCHAR, encoding VARCHAR, title_text VARCHAR,
    title_page STRUCT("key" VARCHAR, "values" VARCHAR[])[]
);

INSERT INTO scripts_history BY NAME
SELECT stream, number AS event, position, unnest(from_json(fact, '{
    "source": "VARCHAR", "encoding": "VARCHAR", "title_text": "VARCHAR",
    "title_page": [{"key": "VARCHAR", "values": ["VARCHAR"]}]}'))
FROM batch
WHERE type = 'ScriptImported';
