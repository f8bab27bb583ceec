-- form: create-table-as
-- expect: UNSUPPORTED_WINDOW_KIND
CREATE TABLE sessions AS SELECT driver, COUNT(*) AS n FROM rides WINDOW SESSION (30 SECONDS) GROUP BY driver EMIT CHANGES;
