-- form: create-table-as
-- expect: runs
CREATE TABLE per_zone (zone STRING, n BIGINT) AS SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m);
