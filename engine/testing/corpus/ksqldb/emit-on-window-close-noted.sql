-- form: emit-on-window-close
-- expect: runs
-- notes: EMIT_OF_ANOTHER_ENGINE
-- @dialect: ksqldb
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 5 MINUTES) GROUP BY zone EMIT ON WINDOW CLOSE;
