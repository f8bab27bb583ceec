-- form: over-named-window
-- expect: runs
SELECT zone, SUM(fare) OVER w AS total, MAX(fare) OVER v AS best FROM rides WINDOW w AS (PARTITION BY zone ORDER BY ts), v AS (PARTITION BY driver ORDER BY ts);
