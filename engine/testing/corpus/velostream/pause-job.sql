-- form: job-control
-- expect: UNSUPPORTED_JOB
PAUSE JOB tally;
