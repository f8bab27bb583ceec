-- form: job-control
-- expect: UNSUPPORTED_JOB
DEPLOY JOB tally VERSION '2' AS SELECT zone, fare FROM rides STRATEGY CANARY(25);
