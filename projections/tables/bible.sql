-- bible: what is decided about the film: its vision, look, world, story, people and music?
-- Grain:    one row for each production and entry that holds
-- Reads:    VisionStated, ConstraintImposed, BroadcastSent, ProposalApproved, QuestionReopened, QuestionDropped, StructureRead,
--           ThemeFound, ArcDrawn, SetDesigned, PropListed, MotifComposed, AmbienceDesigned, WorkStruck, RunningThemeFound,
--           SeasonArcDrawn, SeriesBibleTaken, IdentityDrawn
-- Asked by: the whole crew, `cineledger bible`
-- Rows:     replaced together by entry
-- Key:      entry
-- Columns:
--   section: vision, look, story, people, world, music or rhythm.
--   entry: What it is called: its kind and its name or number, say set/KITCHEN.
--   title: Whom or what it is about.
--   text: What holds, in a sentence.
--   reason: Why it does, in the words of whoever proposed or made it.
--   question: The question whose decision it is, null for what no question was asked about.
--   proposal: The proposal that holds for it.
CREATE TABLE bible_history (
    stream VARCHAR, event BIGINT, position BIGINT, section VARCHAR, entry VARCHAR, title VARCHAR, text VARCHAR,
    reason VARCHAR, question BIGINT, proposal BIGINT, removed BOOLEAN
);

INSERT INTO bible_history BY NAME
SELECT stream, event, position, false AS removed, 'vision' AS section,
       CASE type WHEN 'VisionStated' THEN 'vision' WHEN 'ConstraintImposed' THEN 'constraint/' || event
                 ELSE 'broadcast/' || event END AS entry,
       CASE type WHEN 'VisionStated' THEN 'the vision' WHEN 'ConstraintImposed' THEN 'a limit' ELSE 'said to all' END AS title,
       text, '' AS reason
FROM (
    SELECT stream, number AS event, position, type, fact->>'text' AS text
    FROM batch
    WHERE type IN ('VisionStated', 'ConstraintImposed', 'BroadcastSent')
);

-- What was decided has its words in the proposal, and its section in the question.
INSERT INTO bible_history BY NAME
SELECT stream, number AS event, position, type <> 'ProposalApproved' AS removed, (fact->>'question')::BIGINT AS question,
       'decision/' || (fact->>'question') AS entry, (fact->>'proposal')::BIGINT AS proposal
FROM batch
WHERE type IN ('ProposalApproved', 'QuestionReopened', 'QuestionDropped');

INSERT INTO bible_history BY NAME
SELECT stream, event, position, false AS removed, f.reason,
       CASE type WHEN 'StructureRead' THEN 'story' WHEN 'ThemeFound' THEN 'story' WHEN 'ArcDrawn' THEN 'people'
                 WHEN 'MotifComposed' THEN 'music' ELSE 'world' END AS section,
       CASE type WHEN 'StructureRead' THEN 'structure/film' WHEN 'ThemeFound' THEN 'theme/' || f.theme
                 WHEN 'ArcDrawn' THEN 'arc/' || f.character WHEN 'MotifComposed' THEN 'motif/' || f.whose
                 WHEN 'PropListed' THEN 'prop/' || f.prop WHEN 'SetDesigned' THEN 'set/' || f."set"
                 ELSE 'ambience/' || f."set" END AS entry,
       coalesce(f.theme, f.character, f.whose, f.prop, f."set", 'structure') AS title,
       CASE type WHEN 'StructureRead' THEN f.balance
                 WHEN 'ThemeFound' THEN 'it shows in ' || len(f.showings) || CASE len(f.showings) WHEN 1 THEN ' line' ELSE ' lines' END
                 WHEN 'ArcDrawn' THEN f.shape || ': from ' || f.begins || ' to ' || f.ends
                 WHEN 'MotifComposed' THEN f.title || ', ' || f.music_key || ', ' || f.tempo || ' beats a minute, ' || f.instrument
                 WHEN 'PropListed' THEN CASE len(list_distinct([u.scene FOR u IN f.uses])) WHEN 1 THEN 'in scene ' ELSE 'in scenes ' END || array_to_string(list_filter([u.scene FOR u IN f.uses], lambda s, i: i = 1 OR s <> f.uses[i - 1].scene), ', ')
                 WHEN 'SetDesigned' THEN array_to_string(list_concat([rtrim(f.environment, '.')], f.atmosphere, f.layout, [
                      'palette ' || array_to_string([s.name || ' ' || s.hex FOR s IN f.palette], ', ')]), '; ')
                 ELSE array_to_string(f.layers, ', ') END AS text
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{
        "reason": "VARCHAR", "balance": "VARCHAR", "theme": "VARCHAR", "showings": ["JSON"], "character": "VARCHAR",
        "shape": "VARCHAR", "begins": "VARCHAR", "ends": "VARCHAR", "whose": "VARCHAR", "title": "VARCHAR",
        "music_key": "VARCHAR", "tempo": "BIGINT", "instrument": "VARCHAR", "prop": "VARCHAR",
        "uses": [{"scene": "VARCHAR"}], "set": "VARCHAR", "environment": "VARCHAR", "atmosphere": ["VARCHAR"],
        "layout": ["VARCHAR"], "palette": [{"name": "VARCHAR", "hex": "VARCHAR"}], "layers": ["VARCHAR"]}') AS f
    FROM batch
    WHERE type IN ('StructureRead', 'ThemeFound', 'ArcDrawn', 'SetDesigned', 'PropListed', 'MotifComposed', 'AmbienceDesigned')
);

INSERT INTO bible_history BY NAME
SELECT stream, event, position, true AS removed, CASE work
       WHEN 'ThemeFound' THEN 'theme/' WHEN 'ArcDrawn' THEN 'arc/' WHEN 'MotifComposed' THEN 'motif/' WHEN 'PropListed' THEN 'prop/'
       WHEN 'SetDesigned' THEN 'set/' WHEN 'AmbienceDesigned' THEN 'ambience/' WHEN 'IdentityDrawn' THEN 'identity/' ELSE 'structure/' END || key AS entry
FROM (
    SELECT stream, number AS event, position, fact->>'work' AS work, fact->>'key' AS key
    FROM batch
    WHERE type = 'WorkStruck'
)
WHERE work IN ('StructureRead', 'ThemeFound', 'ArcDrawn', 'SetDesigned', 'PropListed', 'MotifComposed', 'AmbienceDesigned',
               'IdentityDrawn');

-- Who somebody is, once that is decided; it is struck as other work is.
INSERT INTO bible_history BY NAME
SELECT stream, event, position, false AS removed, f.reason, 'people' AS section, 'identity/' || f.character AS entry,
       f.character AS title, array_to_string(list_filter([
           CASE WHEN f.identity.age IS NULL THEN '' ELSE f.identity.age || ' years old' END,
           array_to_string([t.trait FOR t IN f.identity.traits], ', '),
           CASE f.identity.desire WHEN '' THEN '' ELSE 'wants ' || f.identity.desire END,
           CASE f.identity.fear WHEN '' THEN '' ELSE 'fears ' || f.identity.fear END,
           CASE f.identity.voice WHEN '' THEN '' ELSE 'speaks in ' || f.identity.voice END], lambda part: part <> ''), '; ') AS text
FROM (
    SELECT stream, number AS event, position, from_json(fact, '{
        "character": "VARCHAR", "decided": "BOOLEAN", "reason": "VARCHAR", "identity": {"traits": [{"trait": "VARCHAR"}],
        "age": "BIGINT", "desire": "VARCHAR", "fear": "VARCHAR", "voice": "VARCHAR"}}') AS f
    FROM batch
    WHERE type = 'IdentityDrawn'
)
WHERE f.decided;

-- What runs through a series, in the series.
INSERT INTO bible_history BY NAME
SELECT stream, event, position, false AS removed, f.reason,
       CASE type WHEN 'SeasonArcDrawn' THEN 'people' ELSE 'story' END AS section,
       CASE type WHEN 'SeasonArcDrawn' THEN 'season/' || f.season || '/' || f.character ELSE 'running/' || f.theme END AS entry,
       coalesce(f.character, f.theme) AS title,
       CASE type WHEN 'SeasonArcDrawn' THEN 'season ' || f.season || ', ' || f.shape || ': from ' || f.begins || ' to ' || f.ends
                 ELSE 'it runs through ' || array_to_string([e.episode FOR e IN f.episodes], ', ') END AS text
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{
        "reason": "VARCHAR", "season": "BIGINT", "character": "VARCHAR", "shape": "VARCHAR", "begins": "VARCHAR",
        "ends": "VARCHAR", "theme": "VARCHAR", "episodes": [{"episode": "VARCHAR"}]}') AS f
    FROM batch
    WHERE type IN ('SeasonArcDrawn', 'RunningThemeFound')
);

INSERT INTO bible_history BY NAME
SELECT stream, number AS event, position, true AS removed,
       CASE fact->>'work' WHEN 'SeasonArcDrawn' THEN 'season/' ELSE 'running/' END || (fact->>'key') AS entry
FROM batch
WHERE type = 'WorkStruck' AND fact->>'work' IN ('SeasonArcDrawn', 'RunningThemeFound');

-- What an episode took over from its series.
INSERT INTO bible_history BY NAME
SELECT stream, event, position, '' AS reason, unnest(s), s.text = '' AS removed
FROM (
    SELECT stream, event, position, unnest([
        {'section': 'story', 'entry': 'series/themes', 'title': 'the series', 'text': array_to_string([
            CASE WHEN t.decided THEN 'it is about ' ELSE 'through it runs ' END || t.theme FOR t IN f.themes], '; ')},
        {'section': 'people', 'entry': 'series/season', 'title': 'through the season', 'text': array_to_string([
            a.character || ' ' || a.shape FOR a IN f.season_arcs], '; ')},
        {'section': 'people', 'entry': 'series/arcs', 'title': 'as they were left', 'text': array_to_string([
            a.character || ' in ' || a.episode || ' ' || a.ends FOR a IN f.arcs], '; ')}]) AS s
    FROM (
        SELECT stream, number AS event, position, from_json(fact, '{
            "themes": [{"theme": "VARCHAR", "decided": "BOOLEAN"}],
            "season_arcs": [{"character": "VARCHAR", "shape": "VARCHAR"}],
            "arcs": [{"character": "VARCHAR", "episode": "VARCHAR", "ends": "VARCHAR"}]}') AS f
        FROM batch
        WHERE type = 'SeriesBibleTaken'
    )
);

SELECT r.production, r.entry, r.address, r.question, r.proposal,
       CASE q.subject WHEN 'visual_approach' THEN 'look' WHEN 'design_approach' THEN 'world' WHEN 'score_approach' THEN 'music'
            WHEN 'pacing' THEN 'rhythm' WHEN 'theme' THEN 'story' WHEN 'character_arc' THEN 'people' WHEN 'character_name' THEN 'people'
            WHEN 'series_theme' THEN 'story' WHEN 'continuity' THEN 'story' WHEN 'season_arc' THEN 'people' ELSE r.section END AS section,
       CASE WHEN r.question IS NULL THEN r.title ELSE coalesce(q.characters[1], replace(q.subject, '_', ' ')) END AS title,
       coalesce(p.description, r.text) AS text, coalesce(p.reason, r.reason) AS reason
FROM rows r
LEFT JOIN questions_at(production, number) q ON q.production = r.production AND q.number = r.question
LEFT JOIN proposals_at(production, number) p ON p.production = r.production AND p.number = r.proposal
WHERE r.question IS NULL OR q.subject IN ('visual_approach', 'design_approach', 'score_approach', 'pacing', 'theme',
                                          'character_arc', 'character_name', 'series_theme', 'season_arc', 'continuity');
