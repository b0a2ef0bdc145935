-- Once another key signs, heads are signed anew: whoever expects that key must find what it signed.
ALTER TABLE events.checkpoint
    DROP CONSTRAINT checkpoint_pkey,
    ADD PRIMARY KEY (programme, journal_number, key);
