-- form: tumbling-arrival-time
-- expect: runs
-- notes: ARRIVAL_TIME_WINDOW
SELECT author, COUNT(*) AS n FROM notes GROUP BY author WINDOW TUMBLING(10s);
