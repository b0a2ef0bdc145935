-- The lines under each entry's hash as they were when it was processed: with them a check can tell whether an entry
-- was changed and the chain written anew since. They hold no free text. What was processed before this version is
-- taken over as it stands now.
ALTER TABLE journal_entry ADD COLUMN hashed_text text;

UPDATE journal_entry j SET hashed_text = events.hashed_text(
    e.programme, e.journal_number, e.recorded_at, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence_number,
    e.name, e.revision, e.facts, e.commitment, coalesce(before.hash, decode(repeat('00', 32), 'hex')))
FROM events.event e
LEFT JOIN events.event before ON before.programme = e.programme AND before.journal_number = e.journal_number - 1
WHERE e.programme = j.programme AND e.journal_number = j.number;
