-- The read schema of this version. Every table belongs to one projection, which alone writes and resets it.
-- A journal number range [known_from, known_to) says between which knowledge a row holds; a date range
-- [effective_from, effective_to) on which days. A null end is open.
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
    programme  text   NOT NULL,
    known_from bigint NOT NULL,
    known_to   bigint,
    name       text   NOT NULL,
    first_year int    NOT NULL,
    last_year  int    NOT NULL,
    publishers text[] NOT NULL,
    PRIMARY KEY (programme, known_from)
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
    EXCLUDE USING gist (
        programme WITH =, line WITH =,
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
    EXCLUDE USING gist (
        programme WITH =, action WITH =,
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
    EXCLUDE USING gist (programme WITH =, number WITH =, int8range(known_from, known_to) WITH &&)
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
