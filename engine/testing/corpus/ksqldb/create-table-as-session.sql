-- form: create-table-as
-- expect: runs
CREATE TABLE sessions AS SELECT driver, COUNT(*) AS n FROM rides WINDOW SESSION (30 SECONDS) GROUP BY driver EMIT CHANGES;
