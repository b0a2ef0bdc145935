-- Projections that are caught up share a token per segment. It begins before the first entry: what was processed is
-- passed over by the progress of each projection.
DELETE FROM token_entry;
COMMENT ON TABLE token_entry IS 'Where in the stream the projections are: ‘projections’ for all that are fed together, a name for one that is fed alone.';

-- Some sentences read otherwise than before: all are told again at the start.
DELETE FROM audit_line;
DELETE FROM progress WHERE projection = 'audit_trail';
DELETE FROM dead_letter WHERE processing_group = 'audit_trail';
