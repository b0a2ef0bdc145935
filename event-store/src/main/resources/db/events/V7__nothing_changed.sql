-- An answer of success to a request that changed nothing names no entry: the last one may be somebody else's.
ALTER TABLE events.answer
    ALTER COLUMN journal_number DROP NOT NULL,
    ALTER COLUMN event_id DROP NOT NULL,
    ALTER COLUMN recorded_at DROP NOT NULL,
    ADD CONSTRAINT answer_names_an_entry_or_none
        CHECK (num_nonnulls(journal_number, event_id, recorded_at) IN (0, 3));
