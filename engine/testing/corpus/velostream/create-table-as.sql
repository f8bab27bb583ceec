-- form: create-table-as
-- expect: runs
CREATE TABLE per_zone AS SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m) EMIT CHANGES WITH ('late.data.strategy' = 'drop');
