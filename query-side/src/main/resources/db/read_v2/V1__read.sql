-- The read schema of this version. Every table belongs to one projection, which alone writes and resets it.
-- A journal number range [known_from, known_to) says between which knowledge a row holds; a date range
-- [effective_from, effective_to) on which days. A null end is open.
-- That no two versions hold for the same day and the same knowledge is checked for every row that is written. An index
-- of this kind finds a number four times as fast as the texts of a key, so what a version is about enters it as a hash.
-- The extension btree_gist is there already (see ReadSchema), since creating it asks for more rights.

-- How far each projection is with each programme; the row changes in the same transaction as the data.
CREATE TABLE progress (
    projection  text        NOT NULL,
    programme   text        NOT NULL,
    processed   bigint      NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (projection, programme)
);

-- Projection "versions": what held on which day, as known up to which entry.
CREATE TABLE programme_version (
    programme      text   NOT NULL,
    effective_from date   NOT NULL, -- of what it was adopted as: the first day there is
    effective_to   date,
    known_from     bigint NOT NULL,
    known_to       bigint,
    name           text   NOT NULL,
    first_year     int    NOT NULL,
    last_year      int    NOT NULL,
    publishers     text[] NOT NULL,
    PRIMARY KEY (programme, effective_from, known_from),
    CONSTRAINT programme_version_one_at_a_time EXCLUDE USING gist (
        hashtextextended(programme, 0) WITH =,
        daterange(effective_from, effective_to) WITH &&, int8range(known_from, known_to) WITH &&)
);

CREATE TABLE line_version (
    programme           text   NOT NULL,
    line                int    NOT NULL,
    effective_from      date   NOT NULL,
    effective_to        date,
    known_from          bigint NOT NULL,
    known_to            bigint,
    entry               bigint NOT NULL, -- the entry that gave this content
    title               text   NOT NULL,
    long_title          text   NOT NULL,
    introduction        text,
    goals_introduction  text,
    goals               text[] NOT NULL,
    effects_introduction text,
    effects             text[] NOT NULL,
    position            int    NOT NULL,
    PRIMARY KEY (programme, line, effective_from, known_from),
    CONSTRAINT line_version_one_at_a_time EXCLUDE USING gist (
        hashtextextended(programme, line) WITH =,
        daterange(effective_from, effective_to) WITH &&, int8range(known_from, known_to) WITH &&)
);

CREATE TABLE action_version (
    programme           text    NOT NULL,
    action              text    NOT NULL,
    effective_from      date    NOT NULL,
    effective_to        date,
    known_from          bigint  NOT NULL,
    known_to            bigint,
    status              text    NOT NULL, -- a name of Status, or WITHDRAWN
    status_entry        bigint  NOT NULL, -- the entry that gave the status
    baseline            boolean NOT NULL, -- whether that entry is a baseline
    status_reason       text,             -- the reason that entry gives
    status_reason_entry bigint,           -- the entry in which that text was recorded
    report_label        text    NOT NULL,
    title               text,
    line                int,
    position            int,
    included            boolean NOT NULL,
    exclusion_reason    text,
    exclusion_reason_entry bigint,
    execution_years     int[]   NOT NULL,
    explanation         text,
    explanation_entry   bigint,
    expected_completion date,
    links               jsonb   NOT NULL, -- [{"kind": "FOLLOWS", "action": "15"}]
    PRIMARY KEY (programme, action, effective_from, known_from),
    CONSTRAINT action_version_one_at_a_time EXCLUDE USING gist (
        hashtextextended(action, hashtextextended(programme, 0)) WITH =,
        daterange(effective_from, effective_to) WITH &&, int8range(known_from, known_to) WITH &&)
);

-- Which entries touch an action: it is known from its first one, and their count is its version.
CREATE TABLE action_entry (
    programme text   NOT NULL,
    action    text   NOT NULL,
    number    bigint NOT NULL,
    PRIMARY KEY (programme, action, number)
);

-- Projection "dashboard": the counts of today, with everything known. No entry lies in the future, so
-- these are the counts of every later day as well until something is recorded.
CREATE TABLE dashboard_action (
    programme text    NOT NULL,
    action    text    NOT NULL,
    status    text    NOT NULL,
    line      int,
    included  boolean NOT NULL,
    reason    text,             -- why it is not included, or withdrawn
    PRIMARY KEY (programme, action)
);
CREATE TABLE dashboard_line (
    programme text NOT NULL,
    line      int  NOT NULL,
    title     text NOT NULL,
    position  int  NOT NULL,
    PRIMARY KEY (programme, line)
);
CREATE TABLE dashboard_count (
    programme text NOT NULL,
    line      int,              -- null: niet ingedeeld
    status    text NOT NULL,
    actions   int  NOT NULL CHECK (actions > 0),
    UNIQUE NULLS NOT DISTINCT (programme, line, status)
);

-- Projection "journal": every entry as it was recorded; rows never change.
CREATE TABLE journal_entry (
    programme    text        NOT NULL,
    number       bigint      NOT NULL,
    id           uuid        NOT NULL,
    kind         text        NOT NULL, -- the soort code of the interface
    action       text,
    effective_on date        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    actor        text        NOT NULL,
    reason       text,
    source       text,
    hash         text        NOT NULL,
    commitment   text,                 -- over its free texts; outlives them
    erased       boolean     NOT NULL DEFAULT false, -- whether those were erased
    hashed_text  text,                 -- the lines under its hash as they were when it was processed first
    PRIMARY KEY (programme, number)
);

-- Projection "reports": every report that was proposed or fixed; rows never change.
CREATE TABLE report_entry (
    programme   text        NOT NULL,
    number      bigint      NOT NULL,
    report_date date        NOT NULL,
    fixed       boolean     NOT NULL, -- or else proposed
    proposal    bigint,               -- the proposal that it confirmed
    known_up_to bigint      NOT NULL,
    form        text        NOT NULL,
    digest      text        NOT NULL,
    title       text,
    reason      text,
    actor       text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (programme, number)
);

-- Projection "audit_trail": how each entry reads, as known up to which entry.
CREATE TABLE audit_line (
    programme   text   NOT NULL,
    number      bigint NOT NULL,
    known_from  bigint NOT NULL,
    known_to    bigint,
    action      text,
    from_status text,
    to_status   text,
    sentence    text   NOT NULL,
    refers_to   bigint,           -- the entry it corrects or retracts
    ended_by    bigint,           -- the entry that retracted it
    PRIMARY KEY (programme, number, known_from),
    CONSTRAINT audit_line_one_at_a_time EXCLUDE USING gist (
        hashtextextended(programme, number) WITH =, int8range(known_from, known_to) WITH &&)
);
CREATE INDEX ON audit_line (programme, action);

-- Axon's own tables, per processor: where it is, and the entries it could not process.
CREATE TABLE token_entry (
    processor_name text NOT NULL,
    segment        int  NOT NULL,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);

CREATE TABLE dead_letter (
    dead_letter_id       text   NOT NULL,
    processing_group     text   NOT NULL,
    sequence_identifier  text   NOT NULL,
    sequence_index       bigint NOT NULL,
    message_type         text   NOT NULL,
    event_identifier     text   NOT NULL,
    time_stamp           text   NOT NULL,
    payload_type         text   NOT NULL,
    payload_revision     text,
    payload              bytea  NOT NULL,
    meta_data            bytea,
    type                 text,
    aggregate_identifier text,
    sequence_number      bigint,
    token_type           text,
    token                bytea,
    enqueued_at          text   NOT NULL,
    last_touched         text,
    processing_started   text,
    cause_type           text,
    cause_message        text,
    diagnostics          bytea,
    PRIMARY KEY (dead_letter_id),
    UNIQUE (processing_group, sequence_identifier, sequence_index)
);

-- As events.rewritten: how many erasures were done when the file of a table was last written anew.
CREATE TABLE rewritten (
    relation text   PRIMARY KEY,
    erasures bigint NOT NULL
);
COMMENT ON TABLE rewritten IS 'Up to which erasure the files hold nothing any more of what was erased; the owner keeps it.';

-- What an earlier schema kept of the entries, so that a check can still tell whether one was changed and the chain
-- written anew since it was processed first. It holds no free text.
CREATE TABLE journal_before (
    programme   text   NOT NULL,
    number      bigint NOT NULL,
    hash        text   NOT NULL,
    hashed_text text   NOT NULL,
    PRIMARY KEY (programme, number)
);
DO $$
BEGIN
    IF EXISTS (
            SELECT FROM information_schema.columns
            WHERE table_schema = 'read_v1' AND table_name = 'journal_entry' AND column_name = 'hashed_text') THEN
        INSERT INTO journal_before
        SELECT programme, number, hash, hashed_text FROM read_v1.journal_entry WHERE hashed_text IS NOT NULL;
    END IF;
END
$$;

-- What is erased leaves these tables, and neither their statistics nor their files keep it.
ALTER TABLE action_version ALTER COLUMN status_reason SET STATISTICS 0,
    ALTER COLUMN exclusion_reason SET STATISTICS 0, ALTER COLUMN explanation SET STATISTICS 0;
ALTER TABLE dashboard_action ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE journal_entry ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE report_entry ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE audit_line ALTER COLUMN sentence SET STATISTICS 0;

-- The role that reads events fills and empties the tables of this schema, and changes nothing of the schema itself.
GRANT USAGE ON SCHEMA read_v2 TO peildatum_read;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA read_v2 TO peildatum_read;
ALTER DEFAULT PRIVILEGES IN SCHEMA read_v2 GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO peildatum_read;
REVOKE ALL ON flyway_schema_history FROM peildatum_read;
REVOKE INSERT, UPDATE, DELETE ON rewritten, journal_before FROM peildatum_read;
