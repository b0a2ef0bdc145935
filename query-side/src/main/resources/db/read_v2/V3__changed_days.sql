-- On which days an action, a line or the programme begins to read otherwise, as known up to which entry. What the
-- programme was adopted as holds on every day, and begins on none.
CREATE VIEW changed_day AS
SELECT programme, effective_from AS day, known_from, known_to FROM action_version
UNION ALL
SELECT programme, effective_from, known_from, known_to FROM line_version
UNION ALL
SELECT programme, effective_from, known_from, known_to FROM programme_version WHERE effective_from > '0001-01-01';

-- The nearest of them is found without going through all.
CREATE INDEX ON action_version (programme, effective_from);
