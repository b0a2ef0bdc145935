-- What is erased leaves these tables, and neither their statistics nor their files keep it.

-- Whether the free texts of the entry were erased.
ALTER TABLE journal_entry ADD COLUMN erased boolean NOT NULL DEFAULT false;

ALTER TABLE action_version ALTER COLUMN status_reason SET STATISTICS 0,
    ALTER COLUMN exclusion_reason SET STATISTICS 0, ALTER COLUMN explanation SET STATISTICS 0;
ALTER TABLE dashboard_action ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE journal_entry ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE report_entry ALTER COLUMN reason SET STATISTICS 0;
ALTER TABLE audit_line ALTER COLUMN sentence SET STATISTICS 0;

-- Samples that were taken before this.
SELECT pg_clear_attribute_stats('read_v1', c.relation, c.attribute, false)
    FROM (VALUES
        ('action_version', 'status_reason'), ('action_version', 'exclusion_reason'),
        ('action_version', 'explanation'), ('dashboard_action', 'reason'),
        ('journal_entry', 'reason'), ('report_entry', 'reason'),
        ('audit_line', 'sentence')) AS c (relation, attribute);

-- As events.rewritten: how many erasures were done when the file of a table was last written anew.
CREATE TABLE rewritten (
    relation text   PRIMARY KEY,
    erasures bigint NOT NULL
);
COMMENT ON TABLE rewritten IS 'Up to which erasure the files hold nothing any more of what was erased; the owner keeps it.';
REVOKE INSERT, UPDATE, DELETE ON rewritten FROM peildatum_read;
