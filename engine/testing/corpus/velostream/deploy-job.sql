-- form: job-control
-- expect: UNSUPPORTED_JOB
START JOB tally AS SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m);
