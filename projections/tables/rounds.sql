-- rounds: how far did each debate go, and why?
-- Grain:    one row for each production, question and round; a question that is reopened has its rounds anew
-- Reads:    RoundOpened, RoundClosed
-- Asked by: `cineledger why`
-- Rows:     set column by column
-- Key:      question, round
-- Columns:
--   question: The question under debate.
--   round: Which of its rounds, counted from 1.
--   asked: The roles that were asked.
--   opened: Number of the event that opened it.
--   why: Why there was another round, and why these roles; empty for the first, which questions.scope explains.
--   closed: Number of the event that closed it, null while it is open.
--   disagreement: The share of those who spoke that stood apart as it closed, 1 where one of them blocked.
--   further: True where another round was worth it.
--   outcome: Why it was, or was not.
CREATE TABLE rounds_history (
    stream VARCHAR, event BIGINT, position BIGINT, question BIGINT, round BIGINT, asked VARCHAR[], opened BIGINT, why VARCHAR,
    closed BIGINT, disagreement DOUBLE, further BOOLEAN, outcome VARCHAR, cleared VARCHAR[]
);

INSERT INTO rounds_history BY NAME
SELECT stream, event, position, f.question, f.round,
       CASE WHEN type = 'RoundOpened' THEN f.waiting END AS asked,
       CASE WHEN type = 'RoundOpened' THEN event END AS opened,
       CASE WHEN type = 'RoundOpened' THEN f.reason END AS why,
       CASE WHEN type = 'RoundClosed' THEN event END AS closed,
       f.disagreement, f.further,
       CASE WHEN type = 'RoundClosed' THEN f.reason END AS outcome,
       CASE WHEN type = 'RoundOpened' THEN ['closed', 'disagreement', 'further', 'outcome'] END AS cleared
FROM (
    SELECT stream, number AS event, position, type, from_json(fact, '{
        "question": "BIGINT", "round": "BIGINT", "waiting": ["VARCHAR"], "reason": "VARCHAR",
        "disagreement": "DOUBLE", "further": "BOOLEAN"}') AS f
    FROM batch
    WHERE type IN ('RoundOpened', 'RoundClosed')
);
